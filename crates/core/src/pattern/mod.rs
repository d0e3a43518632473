//! What the entries show, counted honestly.
//!
//! Every finding tells how many entries it rests on, from which days, and how many days have
//! none; below its smallest number it is [`Finding::NotYet`] and nothing else. Middle values
//! and counts only: no mean, no correlation, no cause, no score and no rank for a person.
//! Days are those that the person chose; no clock or zone enters.
//!
//! There are no streaks. A gap is a gap, and nothing counts backwards.
//!
//! # Source
//! Middle values and the smallest numbers are our own choice. That correlations need some
//! 250 observations to settle: Schönbrodt, Perugini, J Res Pers 2013;47:609–612.

mod counts;
mod day;
mod line;
mod middle;
mod month;
mod named;

pub use counts::{Counts, PersonCount, counts};
pub use day::{DayMood, day_mood, day_moods};
pub use line::{LinePoint, MIN_LINE_DAYS, MIN_WINDOW_DAYS, MoodLine, WINDOW_DAYS, mood_line};
pub use middle::{Middle, middle};
pub use month::{MIN_MONTH_DAYS, MonthMood, month_moods, span_of};
pub use named::{MIN_NAMED, NamedFeelings, named_feelings};

use crate::time::Day;

/// A finding, or how much is still needed for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding<T> {
    /// Enough entries for it.
    Enough(T),
    /// Not enough yet: `have` of `need`.
    NotYet {
        /// How many there are.
        have: usize,
        /// How many are needed.
        need: usize,
    },
}

/// What a finding rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sample {
    /// Number of entries.
    pub n_entries: usize,
    /// Number of days with at least one.
    pub n_days: usize,
    /// The first of those days.
    pub first: Day,
    /// The last of those days.
    pub last: Day,
}

impl Sample {
    /// The sample of days that come in order, each with its number of entries.
    fn of(days: impl Iterator<Item = (Day, usize)>) -> Option<Self> {
        days.fold(None, |sample: Option<Self>, (day, n)| {
            let so_far = sample.unwrap_or(Self { n_entries: 0, n_days: 0, first: day, last: day });
            Some(Self {
                n_entries: so_far.n_entries + n,
                n_days: so_far.n_days + 1,
                last: day,
                ..so_far
            })
        })
    }

    /// Days from the first to the last, both included, that have no entry.
    pub fn n_missing_days(&self) -> usize {
        let span = usize::try_from(self.last.days_since(self.first)).unwrap_or(0) + 1;
        span.saturating_sub(self.n_days)
    }
}
