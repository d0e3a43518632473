//! The week in words: what the app fills its sentences with.

use crate::diary::{Did, Entry, FeelingId, Got};
use crate::id::Id;
use crate::journal::{EntryRef, Journal};
use crate::pattern::{Filter, PersonCount, Sample, Slice};
use crate::rating::Mood;
use crate::time::Day;

/// How many moments, feelings and endings of a week are named at most.
pub const MOST_MOMENTS: usize = 3;

/// What was done in an entry, and how it ended. Its words are in the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ended {
    /// The record of the entry.
    pub id: Id,
    /// Its day.
    pub day: Day,
    /// What the person did.
    pub did: Vec<Did>,
    /// What came, against what was hoped for.
    pub got: Option<Got>,
    /// Whether it says in words how it ended.
    pub has_words: bool,
}

/// A week, or any other piece of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// The entries and their days.
    pub sample: Sample,
    /// Number of covered entries. They were left out of all that follows, and of the sample.
    pub n_covered: usize,
    /// The entries with the highest mood, oldest first, at most [`MOST_MOMENTS`]. Empty unless
    /// moods differ.
    pub best: Vec<Id>,
    /// The entries with the lowest mood, in the same way.
    pub worst: Vec<Id>,
    /// Who was named, by name, with the number of entries. Those in the bin are left out.
    pub people: Vec<PersonCount>,
    /// The words that were named in most entries, at most [`MOST_MOMENTS`], each with their number.
    pub feelings: Vec<(FeelingId, usize)>,
    /// What was done and how it ended, oldest first.
    pub ended: Vec<Ended>,
}

/// What the days from `first` to `last`, both included, hold; none if nothing that is not covered
/// was written.
pub fn review(journal: &Journal, first: Day, last: Day) -> Option<Review> {
    let filter = Filter { without_covered: true, ..Filter::between(first, last) };
    let slice = Slice::of(journal, &filter);
    let sample = slice.sample()?;
    let moods = || slice.entries.iter().filter_map(|it| it.entry.mood);
    let (lowest, highest) = (moods().min(), moods().max());
    let with = |mood: Option<Mood>| -> Vec<Id> {
        let is_it = |it: &&EntryRef<'_>| mood.is_some() && it.entry.mood == mood;
        let found = slice.entries.iter().filter(is_it).map(|it| it.record.id);
        found.take(if lowest == highest { 0 } else { MOST_MOMENTS }).collect()
    };
    let (best, worst) = (with(highest), with(lowest));

    let mut people: Vec<PersonCount> =
        journal.people().into_iter().map(|it| PersonCount { id: it.record.id, n: 0 }).collect();
    let mut feelings: Vec<(FeelingId, usize)> = Vec::new();
    for entry in slice.entries.iter().map(|it| it.entry) {
        for id in entry.named_people() {
            people.iter_mut().filter(|it| it.id == id).for_each(|it| it.n += 1);
        }
        for (at, feeling) in entry.feelings.iter().enumerate() {
            if entry.feelings.iter().take(at).any(|other| other.id == feeling.id) {
                continue;
            }
            match feelings.iter_mut().find(|(id, _)| *id == feeling.id) {
                Some((_, n)) => *n += 1,
                None => feelings.push((feeling.id.clone(), 1)),
            }
        }
    }
    people.retain(|it| it.n > 0);
    feelings.sort_unstable_by(|(one, n), (other, m)| m.cmp(n).then_with(|| one.cmp(other)));
    feelings.truncate(MOST_MOMENTS);
    let ended = slice.entries.iter().filter_map(|it| ended(it.record.id, it.entry)).collect();
    let n_covered = slice.n_covered;
    Some(Review { sample, n_covered, best, worst, people, feelings, ended })
}

/// What an entry says of what was done and how it ended; none if it says neither.
fn ended(id: Id, entry: &Entry) -> Option<Ended> {
    let has_words = !entry.outcome.is_blank();
    let says = !entry.did.is_empty() || entry.got.is_some() || has_words;
    let did = || entry.did.clone();
    says.then(|| Ended { id, day: entry.when.day, did: did(), got: entry.got, has_words })
}
