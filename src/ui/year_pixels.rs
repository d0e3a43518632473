//! A whole year in one picture: months across, days down, one cell a day with its mood as color and number.
//!
//! Role: `group`, named by a sentence, with a button for each day that has an entry, named by its date and mood;
//! the months stand below as a table, which says the same in words.
//! Keys: one day is in the Tab order; Up and Down move from day to day, Left and Right from month to month,
//! Home and End to the first and last; Enter and Space open the day.

use leptos::{ev, html, prelude::*};

use super::data_table::{DataTable, TableData};
use super::keys::Step;

/// A day of the year with an entry. Other days are left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearDay {
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
    /// The mood of the day, 0 to 10, rounded by the caller; none where none was given.
    pub mood: Option<u8>,
    /// More than one mood went into it: told by a dot.
    pub several: bool,
    /// It belongs to what the caller marks: told by its shape.
    pub marked: bool,
    /// The date and what is known of the day, for screen readers.
    pub label: String,
}

/// A year.
#[component]
pub fn YearPixels(
    /// The whole picture in one sentence.
    #[prop(into)]
    summary: Signal<String>,
    /// Twelve letters or short names.
    months: Vec<String>,
    /// The days with an entry, in their order.
    #[prop(into)]
    days: Signal<Vec<YearDay>>,
    /// Opens a day: gives month and day.
    #[prop(into)]
    on_choose: Callback<(u8, u8)>,
    /// The words that open the table.
    #[prop(into)]
    table_summary: Signal<String>,
    /// One row a month.
    #[prop(into)]
    table: Signal<TableData>,
) -> impl IntoView {
    let heads = (1..=12u8)
        .zip(months)
        .map(|(month, name)| {
            view! {
                <span class="year__label" data-month=month.to_string() aria-hidden="true">
                    {name}
                </span>
            }
        })
        .collect_view();
    let lines = [1u8, 5, 10, 15, 20, 25, 30]
        .into_iter()
        .map(|day| {
            view! {
                <span class="year__label" data-day=day.to_string() aria-hidden="true">
                    {day}
                </span>
            }
        })
        .collect_view();
    view! {
        <figure class="year">
            <div class="year__scroll">
                <div class="year__grid" role="group" aria-label=move || summary.get()>
                    {heads}
                    {lines}
                    {move || cells(days.get(), on_choose)}
                </div>
            </div>
            <DataTable summary=table_summary data=table />
        </figure>
    }
}

/// The days, of which one is in the Tab order.
fn cells(days: Vec<YearDay>, on_choose: Callback<(u8, u8)>) -> impl IntoView {
    let elements: Vec<NodeRef<html::Button>> = days.iter().map(|_| NodeRef::new()).collect();
    let places: Vec<(u8, u8)> = days.iter().map(|day| (day.month, day.day)).collect();
    let reachable = RwSignal::new(days.len().saturating_sub(1));
    let cells = days
        .into_iter()
        .zip(elements.clone())
        .enumerate()
        .map(|(place, (day, element))| {
            let (month, of_month) = (day.month, day.day);
            view! {
                <button
                    node_ref=element
                    class="year__cell"
                    class:year__cell--rest=day.mood.is_none()
                    class:year__cell--several=day.several
                    class:year__cell--marked=day.marked
                    type="button"
                    data-month=month.to_string()
                    data-day=of_month.to_string()
                    data-mood=day.mood.map(|mood| mood.to_string())
                    aria-label=day.label
                    tabindex=move || if reachable.get() == place { "0" } else { "-1" }
                    on:focus=move |_| reachable.set(place)
                    on:click=move |_| on_choose.run((month, of_month))
                >
                    {day.mood}
                </button>
            }
        })
        .collect_view();
    let on_key = move |event: ev::KeyboardEvent| {
        // Months run from left to right here in every language.
        let Some(step) = Step::of(&event.key(), false) else { return };
        event.prevent_default();
        let place = next_day(step, reachable.get_untracked(), &places);
        if let Some(day) = elements.get(place).and_then(NodeRef::get_untracked) {
            drop(day.focus());
        }
    };
    view! {
        <div class="year__days" on:keydown=on_key>
            {cells}
        </div>
    }
}

/// The day to which a step leads, among the months and days of all that can be reached.
fn next_day(step: Step, place: usize, days: &[(u8, u8)]) -> usize {
    let last = days.len().saturating_sub(1);
    let Some((month, day)) = days.get(place).copied() else { return last };
    // The day of another month that lies nearest on the same line.
    let nearest = |other: Option<u8>| {
        let of_month = days.iter().enumerate().filter(|(_, it)| Some(it.0) == other);
        of_month.min_by_key(|(_, it)| it.1.abs_diff(day)).map_or(place, |(place, _)| place)
    };
    match step {
        Step::Up => place.saturating_sub(1),
        Step::Down => (place + 1).min(last),
        Step::Back => nearest(days.iter().rev().map(|it| it.0).find(|it| *it < month)),
        Step::On => nearest(days.iter().map(|it| it.0).find(|it| *it > month)),
        Step::First => 0,
        Step::Last => last,
    }
}

#[cfg(test)]
mod tests {
    use super::{Step, next_day};

    const DAYS: [(u8, u8); 5] = [(1, 3), (1, 20), (4, 2), (4, 18), (4, 30)];

    #[track_caller]
    fn check(step: Step, place: usize, expected: usize) {
        assert_eq!(next_day(step, place, &DAYS), expected, "{step:?} from {place}");
    }

    #[test]
    fn steps_lead_to_days_that_are_there() {
        check(Step::Down, 1, 2);
        check(Step::Down, 4, 4);
        check(Step::Up, 0, 0);
        check(Step::On, 1, 3);
        check(Step::On, 3, 3);
        check(Step::Back, 4, 1);
        check(Step::Back, 0, 0);
        check(Step::First, 3, 0);
        check(Step::Last, 0, 4);
        assert_eq!(next_day(Step::Up, 0, &[]), 0);
    }
}
