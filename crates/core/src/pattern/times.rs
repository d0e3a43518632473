//! The part of the day, and the day of the week.

use crate::journal::EntryRef;
use crate::pattern::{Finding, Middle, Sample, Slice, middle};
use crate::time::TimeOfDay;

/// Days with a mood that are needed. Our own number.
pub const MIN_TIMES_DAYS: usize = 14;
/// Weeks that they must be spread over, from the first to the last. Our own number.
pub const MIN_TIMES_WEEKS: usize = 3;
/// Days of a cell before its middle is shown. Our own number.
pub const MIN_CELL_DAYS: usize = 4;

/// A part of the day. The borders are our own choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PartOfDay {
    /// 05:00 to 11:59.
    Morning,
    /// 12:00 to 16:59.
    Afternoon,
    /// 17:00 to 21:59.
    Evening,
    /// 22:00 to 04:59; the hours after midnight belong to the day on which they are.
    Night,
}

impl PartOfDay {
    /// Every part, in the order of a day.
    pub const ALL: [Self; 4] = [Self::Morning, Self::Afternoon, Self::Evening, Self::Night];

    /// The part that a time lies in.
    pub fn of(time: TimeOfDay) -> Self {
        match time.hour() {
            5..=11 => Self::Morning,
            12..=16 => Self::Afternoon,
            17..=21 => Self::Evening,
            _ => Self::Night,
        }
    }
}

/// One cell: a part of the day, or a day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    /// Number of days that have a mood in it.
    pub n_days: usize,
    /// The middle of their middles; none below [`MIN_CELL_DAYS`].
    pub middle: Option<Middle>,
}

/// Moods by part of the day and by day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Times {
    /// The entries with a mood and their days.
    pub sample: Sample,
    /// By part of the day, in the order of [`PartOfDay::ALL`].
    pub parts: [Cell; 4],
    /// By day of the week, from Monday to Sunday.
    pub weekdays: [Cell; 7],
}

fn cell(moods: Vec<Middle>) -> Cell {
    let n_days = moods.len();
    let middle = if n_days >= MIN_CELL_DAYS { middle(moods) } else { None };
    Cell { n_days, middle }
}

/// Middle moods by part of the day and by day of the week. One day counts once in a cell, so that
/// a day on which much was written does not weigh more than others.
///
/// Needs [`MIN_TIMES_DAYS`] days with a mood, and then [`MIN_TIMES_WEEKS`] whole weeks from the
/// first of them to the last: of the two, the first that is not there is told.
pub fn times(slice: &Slice<'_>) -> Finding<Times> {
    let mut sample = None;
    let mut parts: [Vec<Middle>; 4] = Default::default();
    let mut weekdays: [Vec<Middle>; 7] = Default::default();
    for (day, entries) in slice.days() {
        let Some((n, mood)) = Slice::mood_of(entries) else { continue };
        Sample::add(&mut sample, day, n);
        let weekday = usize::try_from(day.weekday().num_days_from_monday()).unwrap_or(0);
        if let Some(moods) = weekdays.get_mut(weekday) {
            moods.push(mood);
        }
        for (part, moods) in PartOfDay::ALL.into_iter().zip(&mut parts) {
            let is_in = |it: &&EntryRef<'_>| PartOfDay::of(it.entry.when.time) == part;
            let of_part = entries.iter().filter(is_in).filter_map(|it| it.entry.mood);
            moods.extend(middle(of_part.map(Middle::from)));
        }
    }
    let n_days = sample.map_or(0, |it| it.n_days);
    let n_weeks = sample.map_or(0, |it| it.last.days_since(it.first) + 1) / 7;
    let n_weeks = usize::try_from(n_weeks).unwrap_or(0);
    match sample {
        Some(sample) if n_days >= MIN_TIMES_DAYS && n_weeks >= MIN_TIMES_WEEKS => {
            Finding::Enough(Times { sample, parts: parts.map(cell), weekdays: weekdays.map(cell) })
        }
        _ if n_days < MIN_TIMES_DAYS => Finding::NotYet { have: n_days, need: MIN_TIMES_DAYS },
        _ => Finding::NotYet { have: n_weeks, need: MIN_TIMES_WEEKS },
    }
}
