//! What the findings about people, feelings, what was done, and times say, as data for a card.

use satkarya_core::diary::Area;
use satkarya_core::id::Id;
use satkarya_core::journal::Journal;
use satkarya_core::pattern::{
    BeforeAfterWith, Cell, FamilyCount, FeltWithOne, Finding, FocusWeeks, Fortnight, Fortnights,
    MIN_CELL_DAYS, Middle, Times,
};
use satkarya_core::time::Day;

use crate::i18n::dates::{self, DateStyle};
use crate::i18n::{Msg, labels, msg, names, t};
use crate::route::Route;
use crate::ui::data_table::TableData;
use crate::ui::strips::{Marks, Strip, Strips};
use crate::ui::told::{self, Part, Told, change, families, family, n, rests_on, sample_words};

/// The most fortnights or weeks in a picture; the table has them all.
const MOST_BARS: usize = 13;

fn said<T>(found: &Finding<T>, say: impl FnOnce(&T) -> Told) -> Told {
    match found {
        Finding::Enough(found) => say(found),
        Finding::NotYet { have, need } => Told::not_yet(*have, *need),
    }
}

fn day(day: Day) -> String {
    dates::day(day, DateStyle::Medium)
}

fn value(middle: Option<Middle>) -> String {
    middle.map_or_else(|| t(msg::common_none()), |it| dates::number(it.value()))
}

fn of_person(id: Id, journal: &Journal) -> Part {
    let (heading, person) = (names::person(id, journal), Some(Route::Person(id).href()));
    Part { heading, person, ..Part::default() }
}

/// Before and after, with each person.
pub(super) fn before_after(all: &[BeforeAfterWith], journal: &Journal) -> Told {
    if all.is_empty() {
        let said = vec![t(msg::before_after_none())];
        return Told::one(Part { said, ..Part::default() });
    }
    // By name, and never by how much there is to say.
    let parts = all.iter().map(|it| {
        let Part { heading, person, .. } = of_person(it.id, journal);
        let words = told::before_after(&it.found, &heading);
        Part { heading, person, ..words }
    });
    let row = |it: &BeforeAfterWith| {
        let Finding::Enough(found) = &it.found else { return None };
        let counts = [found.sample.n_entries, found.lower, found.same, found.higher];
        let mut row = vec![names::person(it.id, journal)];
        row.extend(counts.map(dates::count));
        row.push(change(found.middle));
        Some(row)
    };
    let columns = [
        msg::counts_name(),
        msg::mood_line_entries(),
        msg::before_after_lower(),
        msg::before_after_same(),
        msg::before_after_higher(),
        msg::before_after_change(),
    ];
    let table = TableData {
        caption: t(msg::before_after_title()),
        columns: columns.map(t).to_vec(),
        rows: all.iter().filter_map(row).collect(),
    };
    Told { parts: parts.collect(), table, ..Told::default() }
}

/// Feelings with each person.
pub(super) fn felt_with(all: &[FeltWithOne], journal: &Journal) -> Told {
    if all.is_empty() {
        return Told::one(Part { said: vec![t(msg::counts_none())], ..Part::default() });
    }
    let parts = all.iter().map(|it| {
        let Part { heading, person, .. } = of_person(it.id, journal);
        let words = told::felt_with(it, &heading);
        Part { heading, person, ..words }
    });
    let rows = all.iter().filter_map(|it| match &it.found {
        Finding::Enough(found) => Some((it.id, found)),
        Finding::NotYet { .. } => None,
    });
    let rows = rows.flat_map(|(id, found)| {
        let name = names::person(id, journal);
        let row = move |it: &FamilyCount| vec![name.clone(), family(it), dates::count(it.n)];
        found.families.iter().map(row).collect::<Vec<_>>()
    });
    let columns = [msg::counts_name(), msg::fortnights_family(), msg::fortnights_n()];
    let table = TableData {
        caption: t(msg::felt_with_title()),
        columns: columns.map(t).to_vec(),
        rows: rows.collect(),
    };
    Told { parts: parts.collect(), table, ..Told::default() }
}

/// The last bars of a picture, and how many there are where some are left out.
fn latest<T>(all: &[T]) -> (&[T], Option<String>) {
    let n_before = all.len().saturating_sub(MOST_BARS);
    let shown = all.get(n_before..).unwrap_or_default();
    (shown, (n_before > 0).then(|| t(msg::patterns_last_bars(dates::count(shown.len())))))
}

/// Feelings over time.
pub(super) fn fortnights(found: &Finding<Fortnights>) -> Told {
    said(found, |found| {
        let (shown, left_out) = latest(&found.fortnights);
        let most = found.fortnights.iter().map(|it| it.n).max().unwrap_or(0);
        let strip = |it: &Fortnight| Strip {
            label: day(it.first),
            note: if it.n > 0 { families(&it.families) } else { t(msg::common_none()) },
            marks: Some(Marks::Parts { counts: it.families.iter().map(|it| it.n).collect(), most }),
        };
        let ends = found.fortnights.first().zip(found.fortnights.last());
        let highest = found.fortnights.iter().find(|it| it.n == most);
        let summary = ends.zip(highest).map(|((first, last), highest)| {
            let most = dates::count(most);
            t(msg::fortnights_summary(day(first.first), day(last.first), most, day(highest.first)))
        });
        let rows = found.fortnights.iter().flat_map(|it| {
            let row = |all: &FamilyCount| vec![day(it.first), family(all), dates::count(all.n)];
            it.families.iter().map(row).collect::<Vec<_>>()
        });
        let columns = [msg::fortnights_first(), msg::fortnights_family(), msg::fortnights_n()];
        let table = TableData {
            caption: t(msg::fortnights_title()),
            columns: columns.map(t).to_vec(),
            rows: rows.collect(),
        };
        let strips = Strips {
            summary: summary.unwrap_or_default(),
            rows: shown.iter().map(strip).collect(),
            ..Strips::default()
        };
        let part = Part {
            said: vec![t(msg::fortnights_said(n(found.n), n(found.fortnights.len())))],
            strips,
            rests_on: sample_words(found.sample),
            ..Part::default()
        };
        Told { table, notes: left_out.into_iter().collect(), ..Told::one(part) }
    })
}

/// Parts of the day and days of the week; the first of them is 1, a Monday, to 7.
pub(super) fn times(found: &Finding<Times>, first_weekday: u8) -> Told {
    said(found, |found| {
        let part_words: [Msg; 4] = [
            msg::day_times_morning(),
            msg::day_times_afternoon(),
            msg::day_times_evening(),
            msg::day_times_night(),
        ];
        let small = t(msg::day_times_cell_small(MIN_CELL_DAYS.to_string()));
        let row = |name: String, cell: &Cell| {
            let middle = cell.middle.map_or_else(|| small.clone(), |it| value(Some(it)));
            vec![name, middle, dates::count(cell.n_days)]
        };
        // Any week does; 1900 began with a Monday.
        let weekday = |n: i64| {
            Day::FIRST
                .plus_days(n)
                .map_or_else(String::new, |it| dates::day(it, DateStyle::Weekday))
        };
        let mut weekdays: Vec<Vec<String>> =
            (0..).zip(&found.weekdays).map(|(place, cell)| row(weekday(place), cell)).collect();
        weekdays.rotate_left(usize::from(first_weekday.saturating_sub(1)) % 7);
        let parts = part_words.into_iter().zip(&found.parts);
        let grid = |head: Msg, rows: Vec<Vec<String>>| {
            let caption = t(head.clone());
            let columns = [head, msg::mood_line_mood(), msg::day_times_days()];
            TableData { caption, columns: columns.map(t).to_vec(), rows }
        };
        let ends = |cells: &[Cell]| {
            let middles = || cells.iter().filter_map(|it| it.middle);
            Some((value(Some(middles().min()?)), value(Some(middles().max()?))))
        };
        let summary = ends(&found.parts).zip(ends(&found.weekdays)).map(|(of_parts, of_week)| {
            t(msg::day_times_summary(of_parts.0, of_parts.1, of_week.0, of_week.1))
        });
        let said = [t(msg::day_times_said(n(found.sample.n_days)))].into_iter().chain(summary);
        let part = Part {
            said: said.collect(),
            rests_on: rests_on(found.sample, msg::mood_line_days_without),
            ..Part::default()
        };
        let grids = vec![
            grid(msg::day_times_part(), parts.map(|(name, cell)| row(t(name), cell)).collect()),
            grid(msg::day_times_weekday(), weekdays),
        ];
        Told { grids, ..Told::one(part) }
    })
}

/// What is worked on, week by week.
pub(super) fn focus_weeks(found: &Finding<FocusWeeks>, area: Area) -> Told {
    said(found, |found| {
        let (shown, left_out) = latest(&found.weeks);
        let most = found.weeks.iter().map(|it| it.n).max().unwrap_or(0);
        let name = t(labels::area(area));
        let row = |it: &satkarya_core::pattern::FocusWeek| {
            let of = |it: Option<(usize, Middle)>| value(it.map(|(_, middle)| middle));
            vec![day(it.first), dates::count(it.n), of(it.support), of(it.connected)]
        };
        let columns = [
            msg::focus_weeks_week(),
            msg::focus_weeks_n(),
            msg::focus_weeks_support(),
            msg::focus_weeks_connected(),
        ];
        let table = TableData {
            caption: t(msg::focus_weeks_title()),
            columns: columns.map(t).to_vec(),
            rows: found.weeks.iter().map(row).collect(),
        };
        let ends = found.weeks.first().zip(found.weeks.last());
        let summary = ends.map(|(first, last)| {
            let (first, last) = (day(first.first), day(last.first));
            t(msg::focus_weeks_summary(&name, first, last, dates::count(most)))
        });
        let strip = |it: &satkarya_core::pattern::FocusWeek| Strip {
            label: t(msg::patterns_week_of(day(it.first))),
            note: dates::count(it.n),
            marks: Some(Marks::Parts { counts: vec![it.n], most }),
        };
        let n_used = found.weeks.iter().filter(|it| it.n > 0).count();
        let part = Part {
            said: vec![t(msg::focus_weeks_said(&name, n(found.sample.n_entries), n(n_used)))],
            strips: Strips {
                summary: summary.unwrap_or_default(),
                rows: shown.iter().map(strip).collect(),
                ..Strips::default()
            },
            rests_on: sample_words(found.sample),
            ..Part::default()
        };
        Told { table, notes: left_out.into_iter().collect(), ..Told::one(part) }
    })
}
