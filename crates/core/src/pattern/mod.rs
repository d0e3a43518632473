//! What the entries show, counted honestly.
//!
//! Every finding tells how many entries it rests on, from which days, and how many days have
//! none; below its smallest number it is [`Finding::NotYet`] and nothing else. Middle values
//! and counts only: no mean, no correlation, no cause, no score and no rank for a person.
//! Days are those that the person chose; no clock or zone enters.
//!
//! A [`Filter`] is applied once and gives a [`Slice`], which every finding reads. `docs/patterns.md`
//! says what each finding is, from how many on it is shown, and in which words.
//!
//! There are no streaks. A gap is a gap, and nothing counts backwards.
//!
//! # Source
//! Middle values and the smallest numbers are our own choice. That correlations need some
//! 250 observations to settle: Schönbrodt, Perugini, J Res Pers 2013;47:609–612.

mod compare;
mod counts;
mod day;
mod did;
mod feelings;
mod goals;
mod line;
mod middle;
mod month;
mod named;
mod person;
mod review;
mod slice;
mod times;
mod weeks;

pub use compare::{
    AROUND_DAYS, Around, Compared, DatedEvent, DaysWith, Group, Groups, HardDays, MIN_AROUND_DAYS,
    MIN_NIGHTS, MIN_SIDE, SleepMood, around, dated_events, hard_days, is_hard, sleep_mood, support,
};
pub use counts::{Counts, PersonCount, counts};
pub use day::{DayMood, day_mood, day_moods};
pub use did::{DidRow, DidTable, MIN_DID, MIN_DID_ROW, did_got};
pub use feelings::{
    FamilyCount, FeltWith, FeltWithOne, Fortnight, Fortnights, MIN_FORTNIGHTS, MIN_TAGS,
    MOST_NAMED, felt_with, fortnights,
};
pub use goals::{GoalLine, GoalLines, MeasureLine, PhaseSpan, goal_lines};
pub use line::{LinePoint, MIN_LINE_DAYS, MIN_WINDOW_DAYS, MoodLine, WINDOW_DAYS, mood_line};
pub use middle::{Difference, Middle, middle};
pub use month::{MIN_MONTH_DAYS, MonthMood, month_moods, span_of};
pub use named::{MIN_NAMED, NamedFeelings, named_feelings};
pub use person::{
    BeforeAfter, BeforeAfterWith, MIN_BEFORE_AFTER, SMALL_BEFORE_AFTER, before_after,
};
pub use review::{Ended, MOST_MOMENTS, Review, review};
pub use slice::{Filter, Slice};
pub use times::{Cell, MIN_CELL_DAYS, MIN_TIMES_DAYS, MIN_TIMES_WEEKS, PartOfDay, Times, times};
pub use weeks::{FocusWeek, FocusWeeks, MIN_FOCUS_WEEKS, focus_weeks};

use crate::time::Day;

/// Up to so many values every one is shown; of more, how many there are of each. Our own number.
pub const MOST_DOTS: usize = 30;

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
    /// The sample of days that come in order, each with its number of entries. A day may come
    /// several times, one after the other.
    fn of(days: impl Iterator<Item = (Day, usize)>) -> Option<Self> {
        let mut sample = None;
        for (day, n) in days {
            Self::add(&mut sample, day, n);
        }
        sample
    }

    /// Adds some entries of the last day so far, or of a later one.
    fn add(sample: &mut Option<Self>, day: Day, n: usize) {
        let it = sample.get_or_insert(Self { n_entries: 0, n_days: 0, first: day, last: day });
        it.n_days += usize::from(it.n_days == 0 || day != it.last);
        it.n_entries += n;
        it.last = day;
    }

    /// Days from the first to the last, both included, that have no entry.
    pub fn n_missing_days(&self) -> usize {
        let span = usize::try_from(self.last.days_since(self.first)).unwrap_or(0) + 1;
        span.saturating_sub(self.n_days)
    }
}
