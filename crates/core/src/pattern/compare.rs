//! Two groups beside each other: hard days and others, support, around an event, sleep.
//!
//! Each says how often something went with something else. None says which came first.

use crate::diary::EventKind;
use crate::id::Id;
use crate::journal::{EntryRef, Journal};
use crate::pattern::{Filter, MOST_DOTS, Middle, Sample, Slice, middle};
use crate::rating::Mood;
use crate::time::{Day, FuzzyDay};

/// Days or entries that each of two groups needs. Our own number.
pub const MIN_SIDE: usize = 5;
/// Nights that each of two groups needs. Our own number.
pub const MIN_NIGHTS: usize = 10;
/// Days before an event, and days after it, that are looked at. Our own number.
pub const AROUND_DAYS: i64 = 14;
/// Days with a mood that each side of an event needs. Our own number.
pub const MIN_AROUND_DAYS: usize = 5;
/// An event must be known to about a month, or there is no before and after. Our own number.
const MOST_EVENT_DAYS: i64 = 31;
/// Felt supported: this level and above. Our own number.
const SUPPORTED: u8 = 3;
/// Felt little support: this level and below. Our own number.
const UNSUPPORTED: u8 = 1;

/// One of two groups.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The entries with a mood and their days.
    pub sample: Sample,
    /// Number of values that the middle is of: days, or entries where the finding says so.
    pub n: usize,
    /// The middle of them.
    pub middle: Middle,
    /// Every value in the order of time, if there are at most 30; otherwise none.
    pub dots: Vec<Middle>,
    /// Where there are more: how many lie nearest to each whole mood from 0 to 10; otherwise none.
    pub counts: Vec<usize>,
}

/// Two groups, each large enough.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Groups {
    /// The one that is named first.
    pub one: Group,
    /// The other.
    pub other: Group,
}

/// Two groups, or how much is still needed for them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Compared {
    /// Enough in both.
    Enough(Groups),
    /// Not enough yet in at least one.
    NotYet {
        /// How many the one has.
        one: usize,
        /// How many the other has.
        other: usize,
        /// How many each needs.
        need: usize,
    },
}

impl Compared {
    /// How many there are, in the smaller group, of how many that are needed; none if there is enough.
    pub fn not_yet(&self) -> Option<(usize, usize)> {
        match self {
            Self::Enough(_) => None,
            Self::NotYet { one, other, need } => Some((*one.min(other), *need)),
        }
    }
}

/// A value with its day and the number of entries behind it.
type Value = (Day, usize, Middle);

fn group(values: &[Value]) -> Option<Group> {
    let sample = Sample::of(values.iter().map(|(day, n, _)| (*day, *n)))?;
    let all = values.iter().map(|(.., value)| *value);
    let (mut dots, mut counts) = (Vec::new(), Vec::new());
    if values.len() <= MOST_DOTS {
        dots.extend(all.clone());
    } else {
        counts.resize(usize::from(Mood::MAX) + 1, 0);
        for mood in all.clone().map(Middle::mood) {
            if let Some(n) = counts.get_mut(usize::from(mood.get())) {
                *n += 1;
            }
        }
    }
    Some(Group { sample, n: values.len(), middle: middle(all)?, dots, counts })
}

fn compare(one: &[Value], other: &[Value], need: usize) -> Compared {
    if one.len() >= need
        && other.len() >= need
        && let (Some(one), Some(other)) = (group(one), group(other))
    {
        return Compared::Enough(Groups { one, other });
    }
    Compared::NotYet { one: one.len(), other: other.len(), need }
}

/// On how many days somebody was named. Never a score, and never a rank.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DaysWith {
    /// The record of the person.
    pub id: Id,
    /// Of the days with a difficult moment.
    pub n_hard: usize,
    /// Of the other days.
    pub n_other: usize,
}

/// Days with a difficult moment, and other days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HardDays {
    /// The middle moods: of days with a difficult moment, and of the others.
    pub days: Compared,
    /// Who was named on them, by name: those who were on at least [`MIN_SIDE`] days. Empty while
    /// there are not enough days. Those in the bin are left out.
    pub people: Vec<DaysWith>,
}

/// Whether it is a kind of moment that makes a day one with a difficult moment: an argument,
/// silence, or contact that did not come. Our own choice.
pub fn is_hard(kind: EventKind) -> bool {
    matches!(kind, EventKind::Argument | EventKind::Silence | EventKind::NoContact)
}

/// The middle mood of days with a difficult moment, beside that of other days with entries.
///
/// Days without a mood do not count. Needs [`MIN_SIDE`] days of each.
pub fn hard_days(slice: &Slice<'_>) -> HardDays {
    let (mut hard, mut other) = (Vec::new(), Vec::new());
    let mut people: Vec<DaysWith> = Vec::new();
    let mut today: Vec<Id> = Vec::new();
    for (day, entries) in slice.days() {
        let Some((n, mood)) = Slice::mood_of(entries) else { continue };
        let is_hard = entries.iter().any(|it| it.entry.kind.is_some_and(is_hard));
        if is_hard { &mut hard } else { &mut other }.push((day, n, mood));
        today.clear();
        for person in entries.iter().flat_map(|it| it.entry.named_people()) {
            if !today.contains(&person) {
                today.push(person);
            }
        }
        for id in &today {
            let at = people.iter().position(|it| it.id == *id).unwrap_or_else(|| {
                people.push(DaysWith { id: *id, n_hard: 0, n_other: 0 });
                people.len() - 1
            });
            if let Some(it) = people.get_mut(at) {
                it.n_hard += usize::from(is_hard);
                it.n_other += usize::from(!is_hard);
            }
        }
    }
    let days = compare(&hard, &other, MIN_SIDE);
    let is_enough = |it: &DaysWith| it.n_hard + it.n_other >= MIN_SIDE;
    let by_name = slice.journal.people().into_iter();
    let found = by_name.filter_map(|who| people.iter().find(|it| it.id == who.record.id).copied());
    let people =
        if days.not_yet().is_none() { found.filter(is_enough).collect() } else { Vec::new() };
    HardDays { days, people }
}

/// The middle mood of entries in which the person felt supported (3 or more of 4), beside that of
/// entries in which they did not (1 or less). Needs [`MIN_SIDE`] entries of each.
pub fn support(slice: &Slice<'_>) -> Compared {
    let (mut much, mut little) = (Vec::new(), Vec::new());
    for it in &slice.entries {
        let (Some(mood), Some(level)) = (it.entry.mood, it.entry.support) else { continue };
        let value = (it.entry.when.day, 1, Middle::from(mood));
        if level.get() >= SUPPORTED {
            much.push(value);
        } else if level.get() <= UNSUPPORTED {
            little.push(value);
        }
    }
    compare(&much, &little, MIN_SIDE)
}

/// Sleep, and the mood of the day after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SleepMood {
    /// The person's own middle of hours; none while there is not enough.
    pub hours: Option<Middle>,
    /// The middle moods: after nights shorter than that, and after the others.
    pub days: Compared,
}

/// The middle mood of the days after nights with fewer hours of sleep than the person's own middle,
/// beside that of the days after other nights. Needs [`MIN_NIGHTS`] of each.
///
/// The hours that are noted on a day are those of the night before it, so its own mood is that of
/// the next day. Of several notes on one day the middle counts. Every night in the slice counts
/// for the person's own middle, also where the day has no mood.
pub fn sleep_mood(slice: &Slice<'_>) -> SleepMood {
    let night = |entries: &[EntryRef<'_>]| {
        let hours = entries.iter().filter_map(|it| it.entry.wellbeing.sleep_hours);
        middle(hours.map(Middle::from))
    };
    let own = middle(slice.days().filter_map(|(_, entries)| night(entries)));
    let (mut short, mut long) = (Vec::new(), Vec::new());
    for (day, entries) in slice.days() {
        let (Some(hours), Some((n, mood))) = (night(entries), Slice::mood_of(entries)) else {
            continue;
        };
        if Some(hours) < own { &mut short } else { &mut long }.push((day, n, mood));
    }
    let days = compare(&short, &long, MIN_NIGHTS);
    SleepMood { hours: own.filter(|_| days.not_yet().is_none()), days }
}

/// An event that is dated well enough to look before and after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DatedEvent {
    /// The record of the event.
    pub id: Id,
    /// The first day that may be meant.
    pub first: Day,
    /// The last day that may be meant.
    pub last: Day,
}

/// What was before an event, and after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Around {
    /// The event.
    pub event: DatedEvent,
    /// The middle moods of the days: before, and after.
    pub days: Compared,
}

fn dated(id: Id, when: FuzzyDay) -> Option<DatedEvent> {
    let (first, last) = (when.earliest(), when.latest());
    (last.days_since(first) < MOST_EVENT_DAYS).then_some(DatedEvent { id, first, last })
}

/// The events of the timeline that are known to the day or the month, oldest first.
pub fn dated_events(journal: &Journal) -> Vec<DatedEvent> {
    let events = journal.others().filter_map(|it| dated(it.id, it.event()?.when?));
    let mut events: Vec<DatedEvent> = events.collect();
    events.sort_unstable_by_key(|it| (it.first, it.last, it.id));
    events
}

/// The middle mood of the [`AROUND_DAYS`] days before an event began, beside that of as many after.
/// Needs [`MIN_AROUND_DAYS`] days with a mood of each; none if there is no such event, or it is not
/// known to the month.
///
/// The days that may be meant count on neither side. The filter holds, and of the two stretches only the
/// days that it lets through are counted.
pub fn around(journal: &Journal, filter: &Filter, event: Id) -> Option<Around> {
    let event = dated(event, journal.get(event)?.event()?.when?)?;
    let moods = |first: Option<Day>, last: Option<Day>| {
        let mut values = Vec::new();
        // Nothing lies before the first day of all calendars, or after the last.
        if let (Some(first), Some(last)) = (first, last) {
            let (first, last) = (first.max(filter.first), last.min(filter.last));
            for (day, entries) in Slice::of(journal, &filter.over(first, last)).days() {
                values.extend(Slice::mood_of(entries).map(|(n, mood)| (day, n, mood)));
            }
        }
        values
    };
    let before = moods(
        Some(event.first.plus_days(-AROUND_DAYS).unwrap_or(Day::FIRST)),
        event.first.plus_days(-1),
    );
    let after = moods(
        event.last.plus_days(1),
        Some(event.last.plus_days(AROUND_DAYS).unwrap_or(Day::LAST)),
    );
    Some(Around { event, days: compare(&before, &after, MIN_AROUND_DAYS) })
}
