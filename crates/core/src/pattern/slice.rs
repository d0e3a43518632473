//! Which entries are looked at: chosen once, and read by every finding.

use crate::course::{Phase, phase_on, phases};
use crate::diary::{Area, Entry, EventKind};
use crate::id::Id;
use crate::journal::{EntryRef, Journal};
use crate::pattern::{Middle, Sample, middle};
use crate::record::Origin;
use crate::time::Day;

/// Conditions of which every one that is given must hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    /// The first day.
    pub first: Day,
    /// The last day, itself included.
    pub last: Day,
    /// At least one of these people is concerned, or said something. Anybody if it is empty.
    pub people: Vec<Id>,
    /// It belongs to this problem area.
    pub area: Option<Area>,
    /// Its day lies in this phase.
    pub phase: Option<Phase>,
    /// It is of this kind.
    pub kind: Option<EventKind>,
    /// Covered entries are left out. That is for the person to choose; otherwise they count.
    pub without_covered: bool,
    /// Only what the person wrote: the sample diary is left out.
    pub own_only: bool,
}

impl Filter {
    /// Every entry from a day to another, both included.
    pub fn between(first: Day, last: Day) -> Self {
        Self {
            first,
            last,
            people: Vec::new(),
            area: None,
            phase: None,
            kind: None,
            without_covered: false,
            own_only: false,
        }
    }

    /// Every entry.
    pub fn everything() -> Self {
        Self::between(Day::FIRST, Day::LAST)
    }

    /// The same conditions over other days.
    #[must_use]
    pub fn over(&self, first: Day, last: Day) -> Self {
        Self { first, last, ..self.clone() }
    }

    /// Whether an entry meets every condition but those of its day, of being covered and of whose it is.
    fn matches(&self, entry: &Entry) -> bool {
        let is_with = || self.people.iter().any(|person| entry.mentions(*person));
        (self.people.is_empty() || is_with())
            && self.area.is_none_or(|area| entry.areas.contains(&area))
            && self.kind.is_none_or(|kind| entry.kind == Some(kind))
    }
}

/// The entries that a filter lets through, in the order of days, times and making.
#[derive(Debug, Clone)]
pub struct Slice<'a> {
    /// Where they are from.
    pub(super) journal: &'a Journal,
    /// The entries.
    pub entries: Vec<EntryRef<'a>>,
    /// How many more there would be if covered ones were not left out.
    pub n_covered: usize,
}

impl<'a> Slice<'a> {
    /// The entries of a journal that a filter lets through.
    pub fn of(journal: &'a Journal, filter: &Filter) -> Self {
        let phases = filter.phase.map(|phase| (phase, phases(journal)));
        let mut slice = Self { journal, entries: Vec::new(), n_covered: 0 };
        for it in journal.entries_between(filter.first, filter.last) {
            let day = it.entry.when.day;
            let is_of_phase =
                phases.as_ref().is_none_or(|(phase, starts)| phase_on(starts, day) == *phase);
            let is_sample = it.record.origin != Origin::Own;
            if !is_of_phase || filter.own_only && is_sample || !filter.matches(it.entry) {
                continue;
            }
            if filter.without_covered && it.entry.covered {
                slice.n_covered += 1;
            } else {
                slice.entries.push(it);
            }
        }
        slice
    }

    /// These entries, the oldest first. Those that are not there any more are passed over.
    pub fn of_these(journal: &'a Journal, ids: impl Iterator<Item = Id>) -> Self {
        Self { journal, entries: ids.filter_map(|id| journal.entry(id)).collect(), n_covered: 0 }
    }

    /// The days that have an entry, oldest first, each with its entries.
    pub fn days(&self) -> impl Iterator<Item = (Day, &[EntryRef<'a>])> {
        let day = |it: &EntryRef<'_>| it.entry.when.day;
        let days = self.entries.chunk_by(move |one, other| day(one) == day(other));
        days.filter_map(move |entries| Some((day(entries.first()?), entries)))
    }

    /// What the entries rest on, with a mood and without; none if there are none.
    pub fn sample(&self) -> Option<Sample> {
        Sample::of(self.entries.iter().map(|it| (it.entry.when.day, 1)))
    }

    /// The middle mood of the entries of a day, with how many of them have one; none if none has.
    pub(super) fn mood_of(entries: &[EntryRef<'_>]) -> Option<(usize, Middle)> {
        let moods: Vec<Middle> =
            entries.iter().filter_map(|it| it.entry.mood).map(Middle::from).collect();
        Some((moods.len(), middle(moods)?))
    }
}
