//! The list: entries by day, newest first, a page at a time.

use leptos::prelude::*;
use satkarya_core::id::Id;
use satkarya_core::journal::Journal;
use satkarya_core::search::{Query, snippet};
use satkarya_core::time::Day;

use crate::i18n::dates::{self, DateStyle};
use crate::i18n::{msg, t};
use crate::platform::dom;
use crate::route::Route;
use crate::state::AppState;
use crate::ui::button::{Button, Tone};
use crate::ui::date_field::DateField;
use crate::ui::disclosure::Disclosure;
use crate::ui::empty_state::EmptyState;
use crate::ui::entry_row::EntryRow;

/// How many entries stand on one page.
const PAGE: usize = 40;

/// The entries of one day on the page.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct DayGroup {
    day: Day,
    ids: Vec<Id>,
}

/// Groups ids, newest first, by their day.
fn by_day(ids: &[Id], journal: &Journal) -> Vec<DayGroup> {
    let mut groups: Vec<DayGroup> = Vec::new();
    for it in ids.iter().filter_map(|id| journal.entry(*id)) {
        let day = it.entry.when.day;
        match groups.last_mut() {
            Some(group) if group.day == day => group.ids.push(it.record.id),
            _ => groups.push(DayGroup { day, ids: vec![it.record.id] }),
        }
    }
    groups
}

/// The list with its pages.
#[component]
pub fn List() -> impl IntoView {
    let app = AppState::expect();
    let looking = app.looking;
    let found = app.found();
    let n_pages = Memo::new(move |_| found.with(Vec::len).div_ceil(PAGE).max(1));
    let page = Memo::new(move |_| looking.page.get().min(n_pages.get() - 1));
    let groups = Memo::new(move |_| {
        found.with(|ids| {
            let shown: Vec<Id> = ids.iter().skip(page.get() * PAGE).take(PAGE).copied().collect();
            app.journal.with(|journal| by_day(&shown, journal))
        })
    });
    let turn = move |to: usize| {
        looking.page.set(to);
        dom::scroll_to(".diary");
    };
    let jump = move |day: String| {
        let Ok(day) = day.parse::<Day>() else { return };
        let place = app.journal.with_untracked(|journal| {
            found.with_untracked(|ids| {
                ids.iter()
                    .position(|id| journal.entry(*id).is_some_and(|it| it.entry.when.day <= day))
            })
        });
        turn(place.unwrap_or_else(|| found.with_untracked(Vec::len).saturating_sub(1)) / PAGE);
    };
    view! {
        <Show
            when=move || !found.with(Vec::is_empty)
            fallback=move || view! { <NothingFound /> }
        >
            <For each=move || groups.get() key=DayGroup::clone let:group>
                <DayEntries group />
            </For>
            <nav class="cluster cluster--between diary__pages" aria-label=t(msg::diary_view_list())>
                <Button
                    disabled=Signal::derive(move || page.get() == 0)
                    on_click=Callback::new(move |()| turn(page.get_untracked().saturating_sub(1)))
                >
                    {t(msg::diary_newer())}
                </Button>
                <span class="soft small numbers">
                    {move || {
                        t(msg::common_of((page.get() + 1).to_string(), n_pages.get().to_string()))
                    }}
                </span>
                <Button
                    disabled=Signal::derive(move || page.get() + 1 >= n_pages.get())
                    on_click=Callback::new(move |()| turn(page.get_untracked() + 1))
                >
                    {t(msg::diary_older())}
                </Button>
            </nav>
            <Show when=move || { n_pages.get() > 1 }>
                <Disclosure summary=t(msg::diary_jump())>
                    <DateField
                        label=t(msg::diary_jump())
                        value=String::new()
                        max=app.today().to_string()
                        on_change=Callback::new(jump)
                    />
                </Disclosure>
            </Show>
        </Show>
    }
}

/// A day with its entries.
#[component]
fn DayEntries(group: DayGroup) -> impl IntoView {
    let app = AppState::expect();
    let near = dates::near_day(group.day, app.today());
    let full = dates::day(group.day, DateStyle::Full);
    let note = (near == t(msg::common_today()) || near == t(msg::common_yesterday()))
        .then(|| view! { <span class="day-head__note">{near}</span> });
    view! {
        <section class="diary__day">
            <h2 class="day-head">
                <span>{full}</span>
                {note}
            </h2>
            <ul class="entries" role="list">
                {group
                    .ids
                    .into_iter()
                    .map(|id| {
                        let found = Signal::derive(move || {
                            let query = app.looking.typed.with(|typed| Query::new(typed));
                            if query.is_empty() {
                                return None;
                            }
                            app.journal
                                .with(|journal| {
                                    journal.entry(id).map(|it| snippet(it.entry, &query))
                                })
                        });
                        view! {
                            <EntryRow
                                id
                                href=Route::Entry(id).href()
                                journal=app.journal
                                found
                                current=Signal::derive(move || app.route.get() == Route::Entry(id))
                            />
                        }
                    })
                    .collect_view()}
            </ul>
        </section>
    }
}

/// No entry fits the search.
#[component]
fn NothingFound() -> impl IntoView {
    let app = AppState::expect();
    view! {
        <Show
            when=move || app.looking.is_searching()
            fallback=|| view! { <p class="soft">{t(msg::app_loading())}</p> }
        >
            <EmptyState title=t(msg::search_none_title()) text=t(msg::search_none_body())>
                <Button
                    tone=Tone::Plain
                    on_click=Callback::new(move |()| app.looking.clear())
                >
                    {t(msg::search_none_action())}
                </Button>
            </EmptyState>
        </Show>
    }
}

#[cfg(test)]
mod tests {
    use satkarya_core::diary::{Entry, When};
    use satkarya_core::journal::Earlier;
    use satkarya_core::record::Body;
    use satkarya_core::stamp::StampClock;
    use satkarya_core::time::{Now, Offset, Zone};

    use super::*;

    #[test]
    fn entries_stand_under_their_day_and_deleted_ones_nowhere() {
        let mut journal = Journal::new();
        let mut clock = StampClock::new(1);
        let now = Now { ms: 1_795_483_800_000, offset: Offset::UTC, zone: Zone::default() };
        let ids: Vec<Id> = (1..=4).map(|n| Id::from_bytes([n; 16])).collect();
        for (id, day) in ids.iter().zip(["2026-11-24", "2026-11-24", "2026-11-22", "2026-11-20"]) {
            let mut entry = Entry::new(When::from(&now));
            entry.when.day = day.parse().expect("day");
            journal.put(*id, Body::Entry(entry), clock.tick(now.ms), Earlier::Kept);
        }
        journal.remove(ids[3], clock.tick(now.ms)).expect("removed");
        let groups = by_day(&ids, &journal);
        assert_eq!(groups.iter().map(|group| group.ids.len()).collect::<Vec<_>>(), [2, 1]);
    }
}
