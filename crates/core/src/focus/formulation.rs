//! The formulation: how it hangs together, in one paragraph that somebody can agree with.
//!
//! The slots are answers, and the paragraph is made of them until somebody writes it anew; from
//! then on it stays as it was written. A new version is a record of its own. It is a working
//! summary and never a diagnosis.

use serde::{Deserialize, Serialize};

use crate::diary::{FeelingId, Unknown};
use crate::id::Id;
use crate::journal::{EntryRef, Journal};
use crate::record::Origin;
use crate::text::{Answer, Line, Note};
use crate::time::{Day, FuzzyDay};

/// A version of the formulation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Formulation {
    /// The local day on which it was begun.
    pub day: Day,
    /// What the person has been feeling.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub feelings: Vec<FeelingId>,
    /// The same in their own words.
    #[serde(default, skip_serializing_if = "Line::is_empty")]
    pub felt: Line,
    /// Since when, as exactly as it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<FuzzyDay>,
    /// What was happening with people then.
    #[serde(default, skip_serializing_if = "Answer::is_empty")]
    pub context: Answer,
    /// Whom it has to do with.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<Id>,
    /// How it goes round: when this happens.
    #[serde(default, skip_serializing_if = "Line::is_empty")]
    pub when: Line,
    /// How it goes round: I feel.
    #[serde(default, skip_serializing_if = "Line::is_empty")]
    pub feel: Line,
    /// How it goes round: I do.
    #[serde(default, skip_serializing_if = "Line::is_empty")]
    pub act: Line,
    /// How it goes round: others then do.
    #[serde(default, skip_serializing_if = "Line::is_empty")]
    pub others: Line,
    /// What the person has that helps.
    #[serde(default, skip_serializing_if = "Answer::is_empty")]
    pub strengths: Answer,
    /// The paragraph as it was written or agreed with; empty while it is made of the answers.
    #[serde(default, skip_serializing_if = "Note::is_empty")]
    pub words: Note,
    /// Whether it sounds right enough.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub agreed: bool,
    /// Fields of a newer version.
    #[serde(flatten)]
    pub unknown: Unknown,
}

impl Formulation {
    /// A version of which nothing is known.
    pub fn new(day: Day) -> Self {
        Self {
            day,
            feelings: Vec::new(),
            felt: Line::default(),
            since: None,
            context: Answer::default(),
            people: Vec::new(),
            when: Line::default(),
            feel: Line::default(),
            act: Line::default(),
            others: Line::default(),
            strengths: Answer::default(),
            words: Note::default(),
            agreed: false,
            unknown: Unknown::new(),
        }
    }

    /// Keeps the paragraph as the answers make it now, unless it was written, so that it does not
    /// follow them any longer.
    pub fn freeze(&mut self, made: &str) {
        if self.words.is_blank() {
            self.words = Note::cut(made);
        }
    }

    /// The next version: the same answers, to be agreed with anew. It is always the latest, and
    /// follows the answers unless its words differ from what they make now.
    #[must_use]
    pub fn next(&self, today: Day, made: &str) -> Self {
        let is_own = *self.words != *Note::cut(made);
        let words = if is_own { self.words.clone() } else { Note::default() };
        Self { day: today.max(self.day), agreed: false, words, ..self.clone() }
    }

    /// The four boxes of the loop in their order.
    pub fn round(&self) -> [&Line; 4] {
        [&self.when, &self.feel, &self.act, &self.others]
    }
}

/// Every version that is there, the latest first.
pub fn formulations(journal: &Journal) -> Vec<(Id, &Formulation)> {
    let records = journal.others();
    let mut all: Vec<_> =
        records.filter_map(|it| Some((it.formulation()?, it.created, it.id))).collect();
    all.sort_by_key(|(it, created, id)| std::cmp::Reverse((it.day, *created, *id)));
    all.into_iter().map(|(it, _, id)| (id, it)).collect()
}

/// The feelings noted most in the entries from a day on, with how often, the most frequent first.
/// They are offered and never filled in. The sample diary counts only while there is nothing else.
pub fn noted_feelings(journal: &Journal, from: Day, to: Day, most: usize) -> Vec<(FeelingId, u32)> {
    let mut counts: Vec<(FeelingId, u32)> = Vec::new();
    let is_own = |it: &EntryRef<'_>| it.record.origin == Origin::Own;
    let has_own = journal.entries().any(|it| is_own(&it));
    for entry in journal.entries_between(from, to).filter(|it| !has_own || is_own(it)) {
        for feeling in &entry.entry.feelings {
            match counts.iter_mut().find(|(id, _)| *id == feeling.id) {
                Some((_, n)) => *n += 1,
                None => counts.push((feeling.id.clone(), 1)),
            }
        }
    }
    counts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    counts.truncate(most);
    counts
}
