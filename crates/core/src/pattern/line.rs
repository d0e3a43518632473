//! The mood line: the middle mood of each day, and of the week that ends on it.

use crate::journal::Journal;
use crate::pattern::day::days_of;
use crate::pattern::{DayMood, Filter, Finding, Middle, Sample, Slice, middle};
use crate::time::Day;

/// Days with a mood that the line needs. Our own number.
pub const MIN_LINE_DAYS: usize = 3;
/// Days over which the calmer line looks back, its own day included.
pub const WINDOW_DAYS: usize = 7;
/// Days with a mood that the window needs. Our own number.
pub const MIN_WINDOW_DAYS: usize = 4;

/// One day of the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LinePoint {
    /// The day.
    pub day: Day,
    /// Number of entries with a mood.
    pub n: usize,
    /// The middle mood of the day; none on a day without.
    pub middle: Option<Middle>,
    /// The middle of the daily middles of the last [`WINDOW_DAYS`]; none if fewer than
    /// [`MIN_WINDOW_DAYS`] of them have one.
    pub week: Option<Middle>,
}

/// The mood line with what it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MoodLine {
    /// The entries with a mood and their days.
    pub sample: Sample,
    /// Every day from the first with a mood to the last, gaps included.
    pub points: Vec<LinePoint>,
}

/// The mood line of the entries that a filter lets through.
///
/// The days before its first count for the weekly middle, so that it does not change with the
/// piece that is looked at.
pub fn mood_line(journal: &Journal, filter: &Filter) -> Finding<MoodLine> {
    let look_back = i64::try_from(WINDOW_DAYS).unwrap_or(i64::MAX) - 1;
    let first = filter.first;
    let from = first.plus_days(-look_back).unwrap_or(Day::FIRST);
    let slice = Slice::of(journal, &filter.over(from, filter.last));
    let mut moods = days_of(slice.entries.iter().map(|it| it.entry));
    moods.retain(|_, found| found.n_moods > 0);

    let sample = Sample::of(moods.range(first..).map(|(day, found)| (*day, found.n_moods)));
    let Some(sample) = sample.filter(|sample| sample.n_days >= MIN_LINE_DAYS) else {
        return Finding::NotYet { have: sample.map_or(0, |it| it.n_days), need: MIN_LINE_DAYS };
    };
    let point = |day: Day| {
        let start = day.plus_days(-look_back).unwrap_or(Day::FIRST);
        let window = moods.range(start..=day).filter_map(|(_, found)| found.middle);
        let enough = window.clone().count() >= MIN_WINDOW_DAYS;
        let of_day: Option<&DayMood> = moods.get(&day);
        LinePoint {
            day,
            n: of_day.map_or(0, |found| found.n_moods),
            middle: of_day.and_then(|found| found.middle),
            week: if enough { middle(window) } else { None },
        }
    };
    let points = sample.first.to(sample.last).map(point).collect();
    Finding::Enough(MoodLine { sample, points })
}
