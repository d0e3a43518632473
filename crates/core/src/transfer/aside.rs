//! Years that are set aside: the entries of a year that is long over, in a file of their own.
//!
//! Job: say which entries of a year go and which stay, what their file holds, whether a file holds
//! them, and what of another copy stays out while they are away.
//! Must not: drop anything. [`Journal::set_aside`] does, on the word of whoever asked a person.
//!
//! The file is an ordinary backup: it comes back the way of every file. Nothing marks in the records
//! that they went, since a mark would travel to the other devices of the person, where they stay.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::diary::Unknown;
use crate::id::Id;
use crate::journal::Journal;
use crate::record::{Body, Origin, Record};
use crate::stamp::Stamp;
use crate::time::Day;
use crate::transfer::{Import, settled};

/// How many calendar years always stay: the present one and the one before it.
pub const YEARS_THAT_STAY: i32 = 2;

/// The entries of a year that is old enough, and where each one belongs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OldYear {
    /// Which year.
    pub year: i32,
    /// Those that can go, in the order of ids.
    pub goes: BTreeSet<Id>,
    /// How many stay because they are starred.
    pub n_starred: usize,
    /// How many stay because something that is here names them: a worksheet, say.
    pub n_named: usize,
    /// How many stay because something is being written in them.
    pub n_open: usize,
}

impl OldYear {
    /// How many stay here.
    pub fn n_stays(&self) -> usize {
        self.n_starred + self.n_named + self.n_open
    }
}

/// A year whose entries went into a file, as this device remembers it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetAside {
    /// Which year.
    pub year: i32,
    /// When.
    pub at: Stamp,
    /// How many entries went.
    pub n: usize,
    /// How many entries the year has with all that ever went.
    pub whole: usize,
    /// The name of the file.
    pub file: String,
    /// Fields of a newer version.
    #[serde(flatten)]
    pub unknown: Unknown,
}

/// A year of which something is in files and not here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearAway {
    /// Which year.
    pub year: i32,
    /// How many of its entries are away.
    pub n: usize,
    /// The files, the latest last.
    pub files: Vec<SetAside>,
}

/// The old years of a journal that have entries, the oldest first. In the entries of `open`
/// something is being written.
pub fn old_years(journal: &Journal, today: Day, open: &BTreeSet<Id>) -> Vec<OldYear> {
    let named = named_by_others(journal);
    let mut years: Vec<OldYear> = Vec::new();
    let is_old = |day: Day| day.year() + YEARS_THAT_STAY <= today.year();
    for it in journal.entries().take_while(|it| is_old(it.entry.when.day)) {
        let (id, year) = (it.record.id, it.entry.when.day.year());
        if it.record.origin != Origin::Own {
            continue;
        }
        if years.last().is_none_or(|last| last.year != year) {
            years.push(OldYear { year, ..OldYear::default() });
        }
        let Some(last) = years.last_mut() else { continue };
        if it.entry.star {
            last.n_starred += 1;
        } else if named.contains(&id) {
            last.n_named += 1;
        } else if open.contains(&id) {
            last.n_open += 1;
        } else {
            last.goes.insert(id);
        }
    }
    years
}

/// What the file of some entries holds: them, and the people and own words that they name.
pub fn part_of(journal: &Journal, ids: &BTreeSet<Id>) -> Journal {
    let mut part = Journal::new();
    let mut named = BTreeSet::new();
    let mut take = |record: &Record| part.load(record.clone());
    for record in ids.iter().filter_map(|id| journal.get(*id)) {
        let earlier = record.versions.iter().map(|it| &it.body);
        record.body.iter().chain(earlier).for_each(|body| ids_in(body, &mut named));
        take(record);
    }
    let is_named = |record: &&std::sync::Arc<Record>| {
        record.origin == Origin::Own
            && named.contains(&record.id)
            && matches!(record.body, Some(Body::Person(_) | Body::Feeling(_)))
    };
    journal.records().filter(is_named).for_each(|record| take(record));
    part
}

/// How many of these records a file does not hold just as they are here.
pub fn n_missing(journal: &Journal, ids: &BTreeSet<Id>, file: &Import) -> usize {
    let is_same = |id: &&Id| {
        let here = journal.get(**id).map(|record| settled(record));
        here.is_some() && here == file.records.get(*id).map(settled)
    };
    ids.len() - ids.iter().filter(is_same).count()
}

/// The years of which something is away, the oldest first, from what is remembered and what is here:
/// whatever came back, by whichever way, is away no more.
pub fn away(journal: &Journal, remembered: &[SetAside]) -> Vec<YearAway> {
    let mut years: Vec<YearAway> = Vec::new();
    let mut all: Vec<&SetAside> = remembered.iter().collect();
    all.sort_by_key(|it| (it.year, it.at));
    for it in all {
        match years.last_mut().filter(|last| last.year == it.year) {
            Some(last) => last.files.push(it.clone()),
            None => years.push(YearAway { year: it.year, n: 0, files: vec![it.clone()] }),
        }
    }
    for year in &mut years {
        let n_went = year.files.iter().map(|it| it.n).sum::<usize>();
        let Some(last) = year.files.last() else { continue };
        year.n = last.whole.saturating_sub(n_here(journal, year.year, last.at)).min(n_went);
    }
    years.retain(|year| year.n > 0);
    years
}

/// What is to be remembered of a year that goes into a file now. Ask before it goes.
pub fn remember(
    journal: &Journal,
    remembered: &[SetAside],
    old: &OldYear,
    at: Stamp,
    file: String,
) -> SetAside {
    let away = away(journal, remembered);
    let n_away = away.iter().find(|it| it.year == old.year).map_or(0, |it| it.n);
    SetAside {
        year: old.year,
        at,
        n: old.goes.len(),
        whole: n_here(journal, old.year, at) + n_away,
        file,
        unknown: Unknown::default(),
    }
}

/// How many entries of a year are here that were made before a moment.
fn n_here(journal: &Journal, year: i32, at: Stamp) -> usize {
    let is_such = |record: &Record| record.origin == Origin::Own && record.created <= at;
    let ends = Day::new(year, 1, 1).ok().zip(Day::new(year, 12, 31).ok());
    ends.map_or(0, |(first, last)| {
        journal.entries_between(first, last).filter(|it| is_such(it.record)).count()
    })
}

impl Import {
    /// Leaves out what is away: the entries of these years that are not here and were not changed
    /// since their year went. Returns the rest, and how many stay out.
    #[must_use]
    pub fn without(mut self, journal: &Journal, away: &[YearAway]) -> (Self, usize) {
        let is_out = |record: &Record| {
            let Some(Body::Entry(entry)) = &record.body else { return false };
            let year = away.iter().find(|it| it.year == entry.when.day.year());
            let went = year.and_then(|it| it.files.last()).map(|it| it.at);
            went.is_some_and(|at| record.changed <= at) && journal.get(record.id).is_none()
        };
        let before = self.records.len();
        self.records.retain(|_, record| !is_out(record));
        let n = before - self.records.len();
        (self, n)
    }
}

/// Every id that something of the person's own names which is here and is no entry.
fn named_by_others(journal: &Journal) -> BTreeSet<Id> {
    let mut named = BTreeSet::new();
    let own = journal.others().filter(|record| record.origin == Origin::Own);
    own.filter_map(|record| record.live()).for_each(|body| ids_in(body, &mut named));
    named
}

/// Every text in a body that reads as an id: so that what a newer version names is found as well.
fn ids_in(body: &Body, into: &mut BTreeSet<Id>) {
    if let Ok(value) = serde_json::to_value(body) {
        ids_in_value(&value, into);
    }
}

fn ids_in_value(value: &Value, into: &mut BTreeSet<Id>) {
    match value {
        Value::String(text) => into.extend(text.parse::<Id>().ok()),
        Value::Array(items) => items.iter().for_each(|item| ids_in_value(item, into)),
        Value::Object(members) => {
            for (name, value) in members {
                into.extend(name.parse::<Id>().ok());
                ids_in_value(value, into);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
