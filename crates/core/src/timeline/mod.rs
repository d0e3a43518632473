//! A life in order: what happened, how the mood was, and what lay near the beginning of a low spell.
//!
//! It puts things beside each other and never says that one came from the other. What is not dated
//! is kept at the end of the list and not drawn.

mod layout;

use crate::id::Id;
use crate::journal::Journal;
use crate::life::{Impact, LowSpell};
use crate::rating::Mood;
use crate::record::{Origin, Record};
use crate::time::{Day, FuzzyDay};

pub use layout::{Band, Block, Dot, LANES, Picture, Years, picture};

/// Months before the beginning of a low spell that are looked at.
///
/// # Source
/// IPT looks at changes between people near the onset; how near is our own choice.
pub const MONTHS_BEFORE: i32 = 6;
/// Months after it.
pub const MONTHS_AFTER: i32 = 2;

/// What kind of thing stands on the timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    /// How the mood was over a longer time.
    Band,
    /// The beginning of an earlier low spell.
    Earlier,
    /// The beginning of the present low spell.
    Onset,
    /// Something that happened.
    Event,
    /// An entry of the diary that was pinned.
    Pin,
}

impl Sort {
    /// Where it stands among others of the same date.
    ///
    /// Low spells have one place, whichever is the present one: when that is taken away another
    /// becomes it, and nothing moves.
    fn place(self) -> u8 {
        match self {
            Self::Band => 0,
            Self::Earlier | Self::Onset => 1,
            Self::Event => 2,
            Self::Pin => 3,
        }
    }
}

/// One thing on the timeline. Its words are in the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Item {
    /// The record.
    pub id: Id,
    /// What it is.
    pub sort: Sort,
    /// When it was, or began; none while nobody said so.
    pub when: Option<FuzzyDay>,
    /// When it ended, if it went on for a time.
    pub until: Option<FuzzyDay>,
    /// Of a mood band: the mood.
    pub level: Option<Mood>,
    /// Of an event: how it felt.
    pub impact: Option<Impact>,
    /// Whether it is an event near the beginning of the present low spell.
    pub is_near: bool,
}

impl Item {
    /// The first and the last day that may be meant; none while nobody said when.
    pub fn span(&self) -> Option<(Day, Day)> {
        let when = self.when?;
        let until = self.until.unwrap_or(when);
        // Somebody may have given the two the other way round.
        Some((when.earliest().min(until.earliest()), when.latest().max(until.latest())))
    }
}

/// The time round the beginning of a low spell.
///
/// It goes from six months before the first day that may be meant to two months after the last:
/// whoever knows only the year has not said which day of it. An event lies in it by its midpoint.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// The first day.
    pub first: Day,
    /// The last day.
    pub last: Day,
}

impl Window {
    /// The window of a beginning.
    pub fn of(onset: FuzzyDay) -> Self {
        Self {
            first: onset.earliest().plus_months(-MONTHS_BEFORE).unwrap_or(Day::FIRST),
            last: onset.latest().plus_months(MONTHS_AFTER).unwrap_or(Day::LAST),
        }
    }

    /// Whether a date lies in it.
    pub fn holds(self, date: FuzzyDay) -> bool {
        (self.first..=self.last).contains(&date.midpoint())
    }
}

/// How many of each there are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Events, dated or not.
    pub n_events: usize,
    /// Events near the beginning of the present low spell.
    pub n_near: usize,
    /// Mood bands.
    pub n_bands: usize,
    /// Pinned entries.
    pub n_pins: usize,
}

/// Everything in its order.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Timeline {
    /// By midpoint, and what is not dated at the end in the order of its making.
    pub items: Vec<Item>,
    /// The present low spell, dated or not.
    pub current: Option<Id>,
    /// When it began.
    pub onset: Option<FuzzyDay>,
}

impl Timeline {
    /// The time round the beginning of the present low spell.
    pub fn window(&self) -> Option<Window> {
        self.onset.map(Window::of)
    }

    /// How many of each there are.
    pub fn counts(&self) -> Counts {
        let count = |is: fn(&Item) -> bool| self.items.iter().filter(|it| is(it)).count();
        Counts {
            n_events: count(|it| it.sort == Sort::Event),
            n_near: count(|it| it.is_near),
            n_bands: count(|it| it.sort == Sort::Band),
            n_pins: count(|it| it.sort == Sort::Pin),
        }
    }
}

/// The present low spell: the newest that is not one before it.
///
/// Two copies of a diary may each have made one; then the others stand with the earlier ones. One of
/// the sample diary, which is made anew at every start, comes after all of one's own.
pub fn current(journal: &Journal) -> Option<(Id, &LowSpell)> {
    let spells = journal.others().filter_map(|it| Some((it, it.spell()?)));
    let present = spells.filter(|(_, spell)| !spell.earlier);
    let (record, spell) = present
        .max_by_key(|(record, _)| (record.origin == Origin::Own, record.created, record.id))?;
    Some((record.id, spell))
}

/// The present low spell, if it is one's own and not of the sample diary.
pub fn own(journal: &Journal) -> Option<(Id, &LowSpell)> {
    let is_own = |id: Id| journal.get(id).is_some_and(|it| it.origin == Origin::Own);
    current(journal).filter(|(id, _)| is_own(*id))
}

/// Puts a journal in order.
pub fn timeline(journal: &Journal) -> Timeline {
    let current = current(journal);
    let onset = current.and_then(|(_, spell)| spell.when);
    let current = current.map(|(id, _)| id);
    let window = onset.map(Window::of);
    let mut found: Vec<(Item, &Record)> = journal
        .records()
        .filter_map(|record| Some((item(record, current, window)?, record.as_ref())))
        .collect();
    found.sort_by_key(|(it, record)| {
        (it.when.is_none(), it.when, it.sort.place(), record.created, record.id)
    });
    let items = found.into_iter().map(|(it, _)| it).collect();
    Timeline { items, current, onset }
}

/// What a record is on the timeline, if it stands there.
fn item(record: &Record, current: Option<Id>, window: Option<Window>) -> Option<Item> {
    let bare = |sort, when| Item {
        id: record.id,
        sort,
        when,
        until: None,
        level: None,
        impact: None,
        is_near: false,
    };
    if let Some(event) = record.event() {
        let is_near = window.zip(event.when).is_some_and(|(window, when)| window.holds(when));
        let (until, impact) = (event.until, event.impact);
        return Some(Item { until, impact, is_near, ..bare(Sort::Event, event.when) });
    }
    if let Some(band) = record.band() {
        return Some(Item { until: band.until, level: band.level, ..bare(Sort::Band, band.when) });
    }
    if let Some(spell) = record.spell() {
        let sort = if current == Some(record.id) { Sort::Onset } else { Sort::Earlier };
        return Some(Item { until: spell.until, ..bare(sort, spell.when) });
    }
    let entry = record.entry().filter(|entry| entry.pinned)?;
    Some(bare(Sort::Pin, Some(FuzzyDay::Day(entry.when.day))))
}

/// The events that name a person, in order.
pub fn events_with(journal: &Journal, person: Id) -> Vec<Id> {
    let names = |id: Id| {
        journal.get(id).and_then(|it| it.event()).is_some_and(|it| it.people.contains(&person))
    };
    timeline(journal).items.into_iter().map(|it| it.id).filter(|id| names(*id)).collect()
}

#[cfg(test)]
mod tests;
