//! The folded text of each entry, kept up to date change by change.

use std::borrow::Cow;
use std::collections::BTreeMap;

use memchr::memmem::Finder;

use crate::diary::{Entry, FeelingId};
use crate::id::Id;
use crate::journal::{Change, Journal};
use crate::record::{Body, Record};
use crate::search::{Filter, Query, fold};
use crate::time::Day;

/// Between two texts of an entry, so that no match runs from one into the next.
///
/// A query never holds it: folding and splitting at white space leaves no line feed.
const BREAK: char = '\n';

/// The folded text of each entry.
///
/// It may be incomplete at any time: [`find`] folds what is missing on the way, and
/// [`Haystack::fill`] spares it that work when called with nothing better to do.
#[derive(Debug, Clone, Default)]
pub struct Haystack {
    labels: BTreeMap<FeelingId, String>,
    texts: BTreeMap<Id, Box<str>>,
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
            missing: journal.entries().map(|it| it.record.id).collect(),
        }
    }

    /// Folds up to `n` entries, the latest first, and returns how many may be left.
    pub fn fill(&mut self, journal: &Journal, n: usize) -> usize {
        for id in self.missing.split_off(self.missing.len().saturating_sub(n)).into_iter().rev() {
            if let Some(it) = journal.entry(id) {
                let folded = self.folded(journal, it.entry);
                self.texts.insert(id, folded);
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
        self.texts.remove(&id);
        self.missing.push(id);
    }

    fn get(&self, journal: &Journal, id: Id, entry: &Entry) -> Cow<'_, str> {
        match self.texts.get(&id) {
            Some(folded) => Cow::Borrowed(folded),
            None => Cow::Owned(self.folded(journal, entry).into()),
        }
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
    let finders = query.finders();
    let all = |text: &str, finders: &[Finder<'_>]| {
        finders.iter().all(|finder| finder.find(text.as_bytes()).is_some())
    };
    let first = filter.first.unwrap_or(Day::FIRST);
    let last = filter.last.unwrap_or(Day::LAST);
    journal
        .entries_between(first, last)
        .rev()
        .filter(|it| filter.matches(it.entry))
        .filter(|it| {
            finders.is_empty() || all(&haystack.get(journal, it.record.id, it.entry), &finders)
        })
        .map(|it| it.record.id)
        .collect()
}
