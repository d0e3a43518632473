//! A calendar of one month; the entries of the day that was opened stand below it.

use leptos::prelude::*;
use satkarya_core::id::Id;
use satkarya_core::pattern::day_moods;
use satkarya_core::time::{Day, Month};

use super::search::count;
use crate::i18n::dates::{self, DateStyle};
use crate::i18n::{labels, msg, t};
use crate::route::Route;
use crate::state::AppState;
use crate::ui::entry_row::EntryRow;
use crate::ui::keyed::Keyed;
use crate::ui::month_calendar::{CalendarDay, MonthCalendar, Weekday, When};
use crate::ui::shown::Shown;

/// Seven days in a row from the first day of the week: any week will do.
fn week(first: u8) -> Vec<Day> {
    // 3 January 2000 was a Monday.
    let monday = Day::new(2000, 1, 3).ok();
    let start = monday.and_then(|monday| monday.plus_days(i64::from(first) - 1));
    (0..7).filter_map(|n| start?.plus_days(n)).collect()
}

/// How many cells are empty before the first day of a month.
fn lead(month: Month, first_weekday: u8) -> usize {
    let weekday = month.first().weekday().num_days_from_monday();
    usize::try_from((weekday + 8 - u32::from(first_weekday)) % 7).unwrap_or(0)
}

/// A day in words: its date, how many entries it has, and their middle mood.
pub(super) fn day_label(day: Day, mood: Option<&satkarya_core::pattern::DayMood>) -> String {
    let date = dates::day(day, DateStyle::Full);
    let n = mood.map_or(0, |mood| mood.n_entries);
    let middle = mood.and_then(|mood| mood.middle).map(satkarya_core::pattern::Middle::mood);
    match (n, middle) {
        (0, _) => t(msg::diary_month_day_none(date)),
        (n, None) => t(msg::diary_month_day_no_mood(date, count(n))),
        (n, Some(mood)) => t(msg::diary_month_day(date, count(n), t(labels::mood(mood)))),
    }
}

fn calendar_day(
    day: Day,
    today: Day,
    mood: Option<&satkarya_core::pattern::DayMood>,
) -> CalendarDay {
    let n = mood.map_or(0, |mood| mood.n_entries);
    let middle = mood.and_then(|mood| mood.middle).map(satkarya_core::pattern::Middle::mood);
    CalendarDay {
        value: day.to_string(),
        number: dates::number(f64::from(day.day_of_month())),
        mood: middle.map(satkarya_core::rating::Mood::get),
        n_entries: n,
        label: day_label(day, mood),
        when: match day.cmp(&today) {
            std::cmp::Ordering::Less => When::Past,
            std::cmp::Ordering::Equal => When::Today,
            std::cmp::Ordering::Greater => When::Future,
        },
    }
}

/// The calendar.
#[component]
pub fn MonthView() -> impl IntoView {
    let app = AppState::expect();
    let looking = app.looking;
    let today = app.today();
    let first = dates::first_weekday();
    let days = Signal::derive(move || {
        let month = looking.month.get();
        app.journal.with(|journal| {
            let moods = day_moods(journal, month.first(), month.last());
            month.days().map(|day| calendar_day(day, today, moods.get(&day))).collect::<Vec<_>>()
        })
    });
    let turn = move |by: i32| {
        if let Some(month) = looking.month.get_untracked().plus_months(by) {
            looking.day.set(None);
            looking.month.set(month);
        }
    };
    let weekdays = week(first)
        .into_iter()
        .map(|day| Weekday {
            short: dates::day(day, DateStyle::WeekdayNarrow),
            long: dates::day(day, DateStyle::Weekday),
        })
        .collect::<Vec<_>>();
    view! {
        <MonthCalendar
            title=Signal::derive(move || dates::month(looking.month.get(), DateStyle::Month))
            previous_label=t(msg::diary_month_previous())
            next_label=t(msg::diary_month_next())
            on_previous=Callback::new(move |()| turn(-1))
            on_next=Callback::new(move |()| turn(1))
            at_end=Signal::derive(move || looking.month.get() >= today.month())
            weekdays
            lead=Signal::derive(move || lead(looking.month.get(), first))
            days
            chosen=Signal::derive(move || looking.day.get().map(|day| day.to_string()))
            on_choose=Callback::new(move |day: String| looking.day.set(day.parse().ok()))
        />
        <p class="visually-hidden" role="status">
            {move || looking.day.get().map(|day| said(app, day))}
        </p>
        {move || looking.day.get().map(|day| view! { <OpenDay day /> })}
    }
}

/// What is said aloud when a day is opened.
fn said(app: AppState, day: Day) -> String {
    let n = app.journal.with(|journal| journal.entries_between(day, day).count());
    t(msg::diary_day_entries(dates::day(day, DateStyle::Full), count(n)))
}

/// The entries of the day that was opened, in the order of the day.
#[component]
fn OpenDay(day: Day) -> impl IntoView {
    let app = AppState::expect();
    let ids = Memo::new(move |_| {
        app.journal.with(|journal| {
            journal.entries_between(day, day).map(|it| it.record.id).collect::<Vec<Id>>()
        })
    });
    let date = dates::day(day, DateStyle::Full);
    view! {
        <section class="diary__day">
            <h2 class="day-head" tabindex="-1">{date}</h2>
            <Shown
                when=move || !ids.with(Vec::is_empty)
                fallback=|| view! { <p class="soft diary__none">{t(msg::diary_day_none())}</p> }
            >
                <ul class="entries" role="list">
                    <Keyed each=move || ids.get() key=|id| *id let:id>
                        <EntryRow
                            id
                            href=Route::Entry(id).href()
                            journal=app.journal
                            current=Signal::derive(move || {
                                let route = app.route.get();
                                matches!(
                                    route,
                                    Route::Entry(open) | Route::EntryEdit(open) if open == id
                                )
                            })
                        />
                    </Keyed>
                </ul>
            </Shown>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_begin_under_their_weekday() {
        for (month, first, expected) in [
            ("2026-11", 1, 6),
            ("2026-11", 7, 0),
            ("2026-11", 6, 1),
            ("2026-06", 1, 0),
            ("2027-01", 1, 4),
        ] {
            let month: Month = month.parse().expect("month");
            assert_eq!(lead(month, first), expected, "{month} {first}");
        }
    }

    #[test]
    fn weeks_have_seven_days_from_the_first() {
        let days = week(7);
        assert_eq!(days.len(), 7);
        assert_eq!(days.first().map(|day| day.weekday().num_days_from_monday()), Some(6));
    }
}
