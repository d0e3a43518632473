//! What the calendar and the year in pixels show of one day.

use std::collections::BTreeMap;

use crate::diary::Entry;
use crate::journal::Journal;
use crate::pattern::{Middle, middle};
use crate::time::Day;

/// One day with at least one entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayMood {
    /// Number of entries.
    pub n_entries: usize,
    /// Number of entries with a mood.
    pub n_moods: usize,
    /// The middle mood; none if no entry has one. [`Middle::mood`] gives the whole number.
    pub middle: Option<Middle>,
    /// Whether every entry says "nothing much".
    pub quiet: bool,
    /// Whether an entry is starred.
    pub starred: bool,
}

impl DayMood {
    /// Whether the day has more than one entry.
    pub fn is_several(&self) -> bool {
        self.n_entries > 1
    }
}

/// What one day shows; none if nothing was written.
pub fn day_mood(journal: &Journal, day: Day) -> Option<DayMood> {
    day_moods(journal, day, day).remove(&day)
}

/// What each day from `first` to `last`, both included, shows. Days without entries are left out.
pub fn day_moods(journal: &Journal, first: Day, last: Day) -> BTreeMap<Day, DayMood> {
    days_of(journal.entries_between(first, last).map(|it| it.entry))
}

/// What each day of some entries, oldest first, shows.
pub(super) fn days_of<'a>(entries: impl Iterator<Item = &'a Entry>) -> BTreeMap<Day, DayMood> {
    let mut entries = entries.peekable();
    let mut days = BTreeMap::new();
    while let Some(day) = entries.peek().map(|entry| entry.when.day) {
        let mut moods: Vec<Middle> = Vec::new();
        let mut found =
            DayMood { n_entries: 0, n_moods: 0, middle: None, quiet: true, starred: false };
        while let Some(entry) = entries.next_if(|entry| entry.when.day == day) {
            found.n_entries += 1;
            found.quiet &= entry.quiet;
            found.starred |= entry.star;
            moods.extend(entry.mood.map(Middle::from));
        }
        found.n_moods = moods.len();
        found.middle = middle(moods);
        days.insert(day, found);
    }
    days
}
