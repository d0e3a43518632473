//! The folded text of each entry, kept up to date change by change.

use std::collections::BTreeMap;

use crate::diary::{Entry, FeelingId};
use crate::id::Id;
use crate::journal::{Change, EntryRef, Journal};
use crate::record::{Body, Record};
use crate::search::{Filter, Query, fold};
use crate::stamp::Stamp;
use crate::time::{Day, TimeOfDay};

/// Between two texts of an entry, so that no match runs from one into the next.
///
/// A query never holds it: folding and splitting at white space leaves no line feed.
const BREAK: char = '\n';

/// Where an entry stands among the others: its day, time, making and id, as in the journal.
type Place = (Day, TimeOfDay, Stamp, Id);

/// The folded text of each entry.
///
/// It may be incomplete at any time: [`find`] folds what is missing on the way, and
/// [`Haystack::fill`] spares it that work when called with nothing better to do.
#[derive(Debug, Clone, Default)]
pub struct Haystack {
    labels: BTreeMap<FeelingId, String>,
    /// In the order of the entries, so that a search walks through it once.
    texts: BTreeMap<Place, Box<str>>,
    places: BTreeMap<Id, Place>,
    /// What is not folded yet; the last is next. May hold an id twice or one that is gone.
    missing: Vec<Id>,
}

impl Haystack {
    /// A haystack for the entries of a journal, none of which is folded yet.
    ///
    /// `labels` are the words of the feelings in the language of the reader. Own words are
    /// taken from the journal.
    pub fn new<'a>(
        journal: &Journal,
        labels: impl IntoIterator<Item = (FeelingId, &'a str)>,
    ) -> Self {
        Self {
            labels: labels.into_iter().map(|(id, label)| (id, fold(label))).collect(),
            texts: BTreeMap::new(),
            places: BTreeMap::new(),
            missing: journal.entries().map(|it| it.record.id).collect(),
        }
    }

    /// Folds up to `n` entries, the latest first, and returns how many may be left.
    pub fn fill(&mut self, journal: &Journal, n: usize) -> usize {
        for id in self.missing.split_off(self.missing.len().saturating_sub(n)).into_iter().rev() {
            if let Some(it) = journal.entry(id) {
                let folded = self.folded(journal, it.entry);
                self.texts.insert(place(it), folded);
                self.places.insert(id, place(it));
            }
        }
        self.missing.len()
    }

    /// Takes note of a change that was made in the journal.
    ///
    /// A person or an own word that changed is in every entry that names it.
    pub fn note(&mut self, journal: &Journal, change: &Change) {
        let concerns = |record: &Record| !matches!(record.body, None | Some(Body::Entry(_)));
        if change.before.iter().chain(&change.after).any(|record| concerns(record)) {
            let word = FeelingId::from(change.id);
            let naming = journal.entries().filter(|it| {
                it.entry.mentions(change.id) || it.entry.feelings.iter().any(|f| f.id == word)
            });
            for it in naming {
                self.forget(it.record.id);
            }
        }
        self.forget(change.id);
    }

    fn forget(&mut self, id: Id) {
        if let Some(place) = self.places.remove(&id) {
            self.texts.remove(&place);
        }
        self.missing.push(id);
    }

    fn folded(&self, journal: &Journal, entry: &Entry) -> Box<str> {
        let mut folded = String::new();
        let mut add = |piece: &str| {
            folded.push_str(piece);
            folded.push(BREAK);
        };
        for text in entry.texts() {
            add(&fold(text));
        }
        for id in entry.named_people() {
            if let Some(it) = journal.person(id) {
                add(&fold(&it.person.name));
            }
        }
        for feeling in &entry.feelings {
            if let Some(label) = self.labels.get(&feeling.id) {
                add(label);
            } else if let Some(word) = own_word(journal, &feeling.id) {
                add(&fold(word));
            }
        }
        folded.into_boxed_str()
    }
}

/// The person's own word behind a feeling, if it is one.
fn own_word<'a>(journal: &'a Journal, id: &FeelingId) -> Option<&'a str> {
    journal.get(id.as_str().parse().ok()?)?.feeling().map(|feeling| &*feeling.word)
}

/// The entries in which every word is found and every condition holds, newest first.
pub fn find(journal: &Journal, haystack: &Haystack, query: &Query, filter: &Filter) -> Vec<Id> {
    let first = filter.first.unwrap_or(Day::FIRST);
    let last = filter.last.unwrap_or(Day::LAST);
    if first > last {
        return Vec::new();
    }
    let fits = |id: Id| journal.entry(id).is_some_and(|it| filter.matches(it.entry));
    if query.is_empty() {
        let entries = journal.entries_between(first, last).rev();
        return entries.map(|it| it.record.id).filter(|id| fits(*id)).collect();
    }
    let finders = query.finders();
    let has_all = |text: &str| finders.iter().all(|it| it.find(text.as_bytes()).is_some());

    let lowest = (first, TimeOfDay::MIDNIGHT, Stamp::FIRST, Id::from_bytes([0; 16]));
    let highest = (last, TimeOfDay::LAST, Stamp::LAST, Id::from_bytes([255; 16]));
    // The text is asked first: it lies at hand, the entry does not.
    let folded = haystack.texts.range(lowest..=highest).filter(|(_, text)| has_all(text));
    let mut found: Vec<Place> = folded.map(|(place, _)| *place).collect();
    let missing = haystack.missing.iter().filter(|id| !haystack.places.contains_key(id));
    let missing = missing.filter_map(|id| journal.entry(*id));
    let missing = missing.filter(|it| has_all(&haystack.folded(journal, it.entry)));
    found.extend(missing.map(place));
    found.sort_unstable_by(|a, b| b.cmp(a));
    found.dedup();
    let ids = found.into_iter().map(|place| place.3);
    if filter.is_empty() { ids.collect() } else { ids.filter(|id| fits(*id)).collect() }
}

fn place(it: EntryRef<'_>) -> Place {
    (it.entry.when.day, it.entry.when.time, it.record.created, it.record.id)
}
