//! A month at a glance: each day with its mood as number and arc.
//!
//! Role: `grid` of buttons, one of them in the Tab order. Name: the month; each day by the caller's sentence.
//! Keys: arrows by day and week, Home and End, Page Up and Page Down by month, Enter and Space open.

use leptos::{ev, html, prelude::*};

use super::{
    button::{Button, Tone},
    icon::{Icon, IconName},
    ident,
    keys::Step,
    mood_mark::{MarkSize, MoodMark},
};

/// A day of the month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarDay {
    /// What the callback gives back, for example `2026-11-24`.
    pub value: String,
    /// The number to show, 1 to 31, in the person's digits.
    pub number: String,
    /// The mood of the day, 0 to 10, rounded by the caller.
    pub mood: Option<u8>,
    /// How many entries there are.
    pub n_entries: usize,
    /// The whole day in words: date, mood, entries.
    pub label: String,
    /// Where the day stands.
    pub when: When,
}

/// Where a day stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Before today.
    Past,
    /// Today.
    Today,
    /// After today; it cannot be opened.
    Future,
}

/// The head of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weekday {
    /// As short as it gets.
    pub short: String,
    /// In full, for screen readers.
    pub long: String,
}

/// A month.
#[component]
pub fn MonthCalendar(
    /// The month and its year.
    #[prop(into)]
    title: Signal<String>,
    /// The name of the button that goes back a month.
    #[prop(into)]
    previous_label: Signal<String>,
    /// The name of the button that goes on a month.
    #[prop(into)]
    next_label: Signal<String>,
    /// Goes back a month.
    #[prop(into)]
    on_previous: Callback<()>,
    /// Goes on a month.
    #[prop(into)]
    on_next: Callback<()>,
    /// There is no later month to go to.
    #[prop(optional, into)]
    at_end: Signal<bool>,
    /// The seven heads, in the person's order.
    weekdays: Vec<Weekday>,
    /// How many cells are empty before the first day, 0 to 6.
    #[prop(into)]
    lead: Signal<usize>,
    /// The days.
    #[prop(into)]
    days: Signal<Vec<CalendarDay>>,
    /// The day that is open beside the calendar.
    #[prop(optional, into)]
    chosen: Signal<Option<String>>,
    /// Gives the day that was opened.
    #[prop(into)]
    on_choose: Callback<String>,
) -> impl IntoView {
    let title_id = ident::fresh("month");
    // The day that takes the focus once the month has been turned by a key.
    let wanted = StoredValue::new(None::<usize>);
    let heads = weekdays
        .into_iter()
        .map(|day| {
            view! {
                <th scope="col">
                    <span aria-hidden="true">{day.short}</span>
                    <span class="visually-hidden">{day.long}</span>
                </th>
            }
        })
        .collect_view();
    view! {
        <div class="month">
            <div class="month__head">
                <Button tone=Tone::Quiet icon_only=true label=previous_label on_click=on_previous>
                    <Icon name=IconName::ChevronLeft />
                </Button>
                <h2 class="month__title" id=title_id.clone() aria-live="polite">
                    {move || title.get()}
                </h2>
                <Button
                    tone=Tone::Quiet
                    icon_only=true
                    label=next_label
                    disabled=at_end
                    on_click=on_next
                >
                    <Icon name=IconName::ChevronRight />
                </Button>
            </div>
            <table role="grid" aria-labelledby=title_id>
                <thead>
                    <tr>{heads}</tr>
                </thead>
                {move || {
                    let acts = Acts { on_choose, on_previous, on_next, at_end, wanted };
                    weeks(lead.get(), days.get(), chosen, acts)
                }}
            </table>
        </div>
    }
}

/// What can be done in a month.
#[derive(Clone, Copy)]
struct Acts {
    on_choose: Callback<String>,
    on_previous: Callback<()>,
    on_next: Callback<()>,
    at_end: Signal<bool>,
    wanted: StoredValue<Option<usize>>,
}

/// The weeks of one month: made anew when the month changes.
fn weeks(
    lead: usize,
    days: Vec<CalendarDay>,
    chosen: Signal<Option<String>>,
    acts: Acts,
) -> impl IntoView {
    let Acts { on_choose, on_previous, on_next, at_end, wanted } = acts;
    let elements: Vec<NodeRef<html::Button>> = days.iter().map(|_| NodeRef::new()).collect();
    let wants = wanted.try_update_value(Option::take).flatten();
    let wants = wants.map(|place| place.min(days.len().saturating_sub(1)));
    let first = wants.unwrap_or_else(|| first_stop(&days, chosen.get_untracked().as_deref()));
    let reachable = RwSignal::new(first);
    if let Some(element) = wants.and_then(|place| elements.get(place)).copied() {
        Effect::new(move || {
            if let Some(day) = element.get() {
                // A day that cannot take the focus leaves it where it was.
                let _ = day.focus();
            }
        });
    }
    let cells: Vec<AnyView> = days
        .into_iter()
        .zip(elements.iter().copied())
        .enumerate()
        .map(|(place, (day, element))| {
            let tabindex = move || if reachable.get() == place { "0" } else { "-1" };
            day_cell(day, element, tabindex, chosen, on_choose).into_any()
        })
        .collect();

    let on_key = move |event: ev::KeyboardEvent| {
        let turn = match event.key().as_str() {
            "PageUp" => Some(on_previous),
            "PageDown" if !at_end.get_untracked() => Some(on_next),
            _ => None,
        };
        if let Some(turn) = turn {
            event.prevent_default();
            wanted.set_value(Some(reachable.get_untracked()));
            turn.run(());
            return;
        }
        let place = reachable.get_untracked();
        let rtl = elements
            .get(place)
            .and_then(NodeRef::get_untracked)
            .is_some_and(|day| day.closest("[dir=rtl]").ok().flatten().is_some());
        let Some(step) = Step::of(&event.key(), rtl) else { return };
        event.prevent_default();
        let place = step.from(place, elements.len(), 7);
        reachable.set(place);
        if let Some(day) = elements.get(place).and_then(NodeRef::get_untracked) {
            let _ = day.focus();
        }
    };

    let blanks = (0..lead).map(|_| view! { <td></td> }.into_any());
    let mut rows: Vec<Vec<AnyView>> = Vec::new();
    for (place, cell) in blanks.chain(cells).enumerate() {
        if place % 7 == 0 {
            rows.push(Vec::with_capacity(7));
        }
        if let Some(row) = rows.last_mut() {
            row.push(cell);
        }
    }
    let rows = rows.into_iter().map(|row| view! { <tr>{row}</tr> }).collect_view();
    view! { <tbody on:keydown=on_key>{rows}</tbody> }
}

fn day_cell(
    day: CalendarDay,
    element: NodeRef<html::Button>,
    tabindex: impl Fn() -> &'static str + Send + Sync + 'static,
    chosen: Signal<Option<String>>,
    on_choose: Callback<String>,
) -> impl IntoView {
    let value = StoredValue::new(day.value);
    let is_future = day.when == When::Future;
    let mark = match day.mood {
        Some(mood) => view! { <MoodMark value=mood size=MarkSize::Small /> }.into_any(),
        None if is_future => ().into_any(),
        None => view! { <span class="month__rest" aria-hidden="true"></span> }.into_any(),
    };
    view! {
        <td aria-selected=move || {
            value.with_value(|value| chosen.get().as_ref() == Some(value)).to_string()
        }>
            <button
                node_ref=element
                class="month__day"
                type="button"
                tabindex=tabindex
                aria-current=(day.when == When::Today).then_some("date")
                aria-disabled=is_future.then_some("true")
                on:click=move |_| {
                    if !is_future {
                        on_choose.run(value.get_value());
                    }
                }
            >
                <span class="month__number" aria-hidden="true">
                    {day.number}
                </span>
                <span class="visually-hidden">{day.label}</span>
                {mark}
                {(day.n_entries > 1).then(|| view! { <span class="month__more"></span> })}
            </button>
        </td>
    }
}

/// Where Tab enters: the chosen day, else today, else the first.
fn first_stop(days: &[CalendarDay], chosen: Option<&str>) -> usize {
    days.iter()
        .position(|day| chosen == Some(day.value.as_str()))
        .or_else(|| days.iter().position(|day| day.when == When::Today))
        .unwrap_or_default()
}
