//! Feelings by their family: with each person, and over time.
//!
//! A word counts once in an entry, whatever its strength and however often it stands there.

use crate::content::{Family, vocabulary};
use crate::diary::{Entry, FeelingId};
use crate::id::Id;
use crate::journal::Journal;
use crate::pattern::counts::own_family;
use crate::pattern::{Finding, MIN_NAMED, Sample, Slice};
use crate::time::Day;

/// How many families are named beside a person at most.
pub const MOST_NAMED: usize = 3;
/// Named feelings that the picture over time needs. Our own number.
pub const MIN_TAGS: usize = 10;
/// Fortnights with a named feeling that the picture over time needs. Our own number.
pub const MIN_FORTNIGHTS: usize = 2;
/// Days of a fortnight.
const FORTNIGHT: i64 = 14;

/// How often words of one family were named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FamilyCount {
    /// The family; none for words whose family nobody knows any more.
    pub family: Option<FeelingId>,
    /// Number of words.
    pub n: usize,
}

/// Words with their counts: some dozens at most, so that a list is quick enough.
#[derive(Default)]
struct Words<'a>(Vec<(&'a FeelingId, usize)>);

impl<'a> Words<'a> {
    /// Counts the words of an entry and tells how many there were.
    fn add(&mut self, entry: &'a Entry) -> usize {
        let mut n_new = 0;
        for (at, feeling) in entry.feelings.iter().enumerate() {
            if entry.feelings.iter().take(at).any(|other| other.id == feeling.id) {
                continue;
            }
            n_new += 1;
            match self.0.iter_mut().find(|(id, _)| *id == &feeling.id) {
                Some((_, n)) => *n += 1,
                None => self.0.push((&feeling.id, 1)),
            }
        }
        n_new
    }

    /// The families in the order of the vocabulary; at the end those of a newer version, and what
    /// belongs to none.
    fn families(&self, journal: &Journal) -> Vec<FamilyCount> {
        let mut all: Vec<FamilyCount> = vocabulary()
            .families()
            .iter()
            .map(|it| FamilyCount { family: Some(it.id().clone()), n: 0 })
            .collect();
        let (mut newer, mut n_none) = (Vec::<FamilyCount>::new(), 0);
        for (word, n) in &self.0 {
            let known = vocabulary().family_of(word).map(Family::id);
            match known.or_else(|| own_family(journal, word)) {
                None => n_none += n,
                Some(family) => {
                    let is_it = |it: &&mut FamilyCount| it.family.as_ref() == Some(family);
                    match all.iter_mut().chain(&mut newer).find(is_it) {
                        Some(it) => it.n += n,
                        None => newer.push(FamilyCount { family: Some(family.clone()), n: *n }),
                    }
                }
            }
        }
        newer.sort_unstable_by(|one, other| one.family.cmp(&other.family));
        all.extend(newer);
        all.push(FamilyCount { family: None, n: n_none });
        all.retain(|it| it.n > 0);
        all
    }
}

/// The feelings that were named in entries with somebody. A count, and never a cause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeltWith {
    /// The entries that name a feeling and their days.
    pub sample: Sample,
    /// The families, the most frequent first; of those equally often named the order is that of the
    /// vocabulary. What belongs to no family stands at the end.
    pub families: Vec<FamilyCount>,
}

impl FeltWith {
    /// The families to name: at most [`MOST_NAMED`].
    pub fn most(&self) -> impl Iterator<Item = (&FeelingId, usize)> {
        let known = self.families.iter().filter_map(|it| Some((it.family.as_ref()?, it.n)));
        known.take(MOST_NAMED)
    }
}

/// A person, with the feelings in entries with them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeltWithOne {
    /// The record of the person.
    pub id: Id,
    /// Number of covered entries with them. They were left out.
    pub n_covered: usize,
    /// What was found, or how much is needed for it.
    pub found: Finding<FeltWith>,
}

/// What is known of one person so far.
struct Tally<'a> {
    id: Id,
    n_covered: usize,
    sample: Option<Sample>,
    words: Words<'a>,
}

/// The feelings in entries with each person who is named at least once, by name. Those in the bin
/// are left out; those who were put away are not.
///
/// What somebody covered tells nothing here but that it is covered, as on the page of a person.
/// Needs [`MIN_NAMED`] entries that name a feeling.
pub fn felt_with(slice: &Slice<'_>) -> Vec<FeltWithOne> {
    let mut tallies: Vec<Tally<'_>> = Vec::new();
    for it in &slice.entries {
        for id in it.entry.named_people() {
            let at = tallies.iter().position(|it| it.id == id).unwrap_or_else(|| {
                tallies.push(Tally { id, n_covered: 0, sample: None, words: Words::default() });
                tallies.len() - 1
            });
            let Some(tally) = tallies.get_mut(at) else { continue };
            if it.entry.covered {
                tally.n_covered += 1;
            } else if tally.words.add(it.entry) > 0 {
                Sample::add(&mut tally.sample, it.entry.when.day, 1);
            }
        }
    }
    let found = |tally: &Tally<'_>| match tally.sample {
        Some(sample) if sample.n_entries >= MIN_NAMED => {
            let mut families = tally.words.families(slice.journal);
            // Those equally often named keep the order of the vocabulary.
            families.sort_by_key(|it| (it.family.is_none(), std::cmp::Reverse(it.n)));
            Finding::Enough(FeltWith { sample, families })
        }
        sample => Finding::NotYet { have: sample.map_or(0, |it| it.n_entries), need: MIN_NAMED },
    };
    let by_name = slice.journal.people().into_iter();
    let tallies = by_name.filter_map(|who| tallies.iter().find(|it| it.id == who.record.id));
    tallies.map(|it| FeltWithOne { id: it.id, n_covered: it.n_covered, found: found(it) }).collect()
}

/// Two weeks, and what was named in them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fortnight {
    /// Its first day, a Monday.
    pub first: Day,
    /// Number of named feelings.
    pub n: usize,
    /// The families in the order of the vocabulary.
    pub families: Vec<FamilyCount>,
}

/// Feelings over time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fortnights {
    /// The entries that name a feeling and their days.
    pub sample: Sample,
    /// Number of named feelings.
    pub n: usize,
    /// Every fortnight from the first with a feeling to the last, those without one included.
    pub fortnights: Vec<Fortnight>,
}

/// The first day of the fortnight of a day. They are counted from 1 January 1900, a Monday, so that
/// none of them moves from day to day or with the piece that is looked at.
fn fortnight_of(day: Day) -> Day {
    let past = day.days_since(Day::FIRST).rem_euclid(FORTNIGHT);
    day.plus_days(-past).unwrap_or(Day::FIRST)
}

/// Counts named feelings by fortnight and family.
///
/// Needs [`MIN_TAGS`] named feelings, and then [`MIN_FORTNIGHTS`] fortnights that have one: of the
/// two, the first that is not there is told.
pub fn fortnights(slice: &Slice<'_>) -> Finding<Fortnights> {
    let (mut sample, mut n_tags, mut n_used) = (None, 0, 0);
    let mut all: Vec<Fortnight> = Vec::new();
    let start = |it: &crate::journal::EntryRef<'_>| fortnight_of(it.entry.when.day);
    for entries in slice.entries.chunk_by(|one, other| start(one) == start(other)) {
        let (mut words, mut n) = (Words::default(), 0);
        for it in entries {
            let new = words.add(it.entry);
            if new > 0 {
                Sample::add(&mut sample, it.entry.when.day, 1);
                n += new;
            }
        }
        let Some(first) = entries.first().map(start).filter(|_| n > 0) else { continue };
        while let Some(next) = all.last().and_then(|it| it.first.plus_days(FORTNIGHT))
            && next < first
        {
            all.push(Fortnight { first: next, n: 0, families: Vec::new() });
        }
        n_tags += n;
        n_used += 1;
        all.push(Fortnight { first, n, families: words.families(slice.journal) });
    }
    match sample {
        Some(_) | None if n_tags < MIN_TAGS => Finding::NotYet { have: n_tags, need: MIN_TAGS },
        Some(sample) if n_used >= MIN_FORTNIGHTS => {
            Finding::Enough(Fortnights { sample, n: n_tags, fortnights: all })
        }
        Some(_) | None => Finding::NotYet { have: n_used, need: MIN_FORTNIGHTS },
    }
}
