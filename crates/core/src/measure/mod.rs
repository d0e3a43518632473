//! Measures: published questionnaires that somebody may fill in, and what may be said of a total.
//!
//! None is asked for unless the person chose it. What is asked, the authors' words and every figure
//! stand in `content/en/measures`; nothing here knows a measure by name. A total is never taken for
//! more than it is: no diagnosis, no advice, and an unfinished one has none.

mod choice;
mod given;
mod latest;
mod lines;
mod safety;
mod totals;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::content::{self, FieldId, Measure, MeasureId};
use crate::diary::Unknown;
use crate::journal::Journal;
use crate::record::Record;
use crate::time::Day;

pub use choice::{MAX_AT_ONCE, MeasureChoice, Often, choice, due, is_due, own_words};
pub use given::{Given, NotGiven};
pub use latest::{LatestTotal, latest_totals};
pub use lines::{Line, lines};
pub use safety::{Door, Owed, SafetyAnswer, safety_answer, support_owed};
pub use totals::{
    Change, Complete, MIN_FOR_LINE, OVERLAP_DAYS, baseline, change, chart_band, history, overlap,
    remission, response,
};

/// For how many days one that was begun is gone on with: what it asks about moves on with the day.
///
/// # Source
/// Our own number: somebody who stops at night may go on in the morning.
const OPEN_DAYS: i64 = 1;

/// One time that a measure was filled in.
///
/// Answers are kept as they were given, one by one, so that one that was broken off is there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filled {
    /// The measure.
    pub measure: MeasureId,
    /// The local day.
    pub day: Day,
    /// What was answered, to its items and to the question beside them.
    #[serde(default, skip_serializing_if = "Given::is_empty")]
    pub answers: Given,
    /// Whether the person ended it; only then does it count, and only if every item is answered.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub ended: bool,
    /// Whether what came before is no longer compared with: the person starts anew here.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub anew: bool,
    /// Whether the support panel is owed: from an answer about hurting oneself that opens it until the
    /// panel was closed. So it also comes where the form was never left, but the browser ended.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub support_owed: bool,
    /// Fields of a newer version.
    #[serde(flatten)]
    pub unknown: Unknown,
}

/// How far one is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// The person has not ended it.
    Begun,
    /// They ended it and left something out: there is no total.
    Unfinished,
    /// They ended it and answered every item.
    Complete,
}

impl Filled {
    /// One with nothing answered yet.
    pub fn new(measure: MeasureId, day: Day) -> Self {
        Self {
            measure,
            day,
            answers: Given::default(),
            ended: false,
            anew: false,
            support_owed: false,
            unknown: Unknown::new(),
        }
    }

    /// What the guide asks in it; none if this guide does not have it.
    pub fn asked(&self) -> Option<&'static Measure> {
        content::measure(self.measure.as_str())
    }

    /// Answers something that the measure asks, or takes the answer back. Another answer about hurting
    /// oneself owes the support panel, or no longer does.
    pub fn answer(&mut self, measure: &Measure, item: &FieldId, value: Option<u8>) {
        let before = safety_answer(measure, self);
        self.answers.set(item, value);
        self.owe_support(measure, before);
    }

    /// Takes other answers in the place of all that are there, as [`Self::answer`] does with one.
    pub fn answer_all(&mut self, measure: &Measure, answers: Given) {
        let before = safety_answer(measure, self);
        self.answers = answers;
        self.owe_support(measure, before);
    }

    /// Owes the support panel where the answer about hurting oneself is another one than `before`.
    fn owe_support(&mut self, measure: &Measure, before: Option<SafetyAnswer>) {
        let now = safety_answer(measure, self);
        if now != before {
            self.support_owed = now.is_some_and(SafetyAnswer::opens_support);
        }
    }

    /// The sum of its answers; none unless every item has an answer that the measure offers.
    pub fn total(&self, measure: &Measure) -> Option<u16> {
        measure.total(|item| self.answers.get(item))
    }

    /// How far it is.
    pub fn state(&self, measure: &Measure) -> State {
        match (self.ended, self.total(measure)) {
            (false, _) => State::Begun,
            (true, None) => State::Unfinished,
            (true, Some(_)) => State::Complete,
        }
    }

    /// The items without an answer that the measure offers, in order.
    pub fn missing<'a>(&self, measure: &'a Measure) -> Vec<&'a FieldId> {
        let is_offered = |value: u8| measure.options.iter().any(|it| it.value == value);
        let items = measure.items.iter().map(|it| &it.id);
        items.filter(|id| !self.answers.get(id.as_str()).is_some_and(is_offered)).collect()
    }

    /// The answer to the question beside the items, in the words of the measure.
    pub fn extra<'a>(&self, measure: &'a Measure) -> Option<&'a str> {
        let extra = measure.extra.as_ref()?;
        let value = self.answers.get(extra.id.as_str())?;
        extra.options.iter().find(|it| it.value == value).map(|it| &*it.text)
    }
}

/// Every time that a measure was filled in, ended or not, by day and making, the earliest first.
pub fn filled<'a>(journal: &'a Journal, measure: &MeasureId) -> Vec<(&'a Arc<Record>, &'a Filled)> {
    let mut all: Vec<_> = journal
        .others()
        .filter_map(|record| Some((record, record.filled()?)))
        .filter(|(_, it)| it.measure == *measure)
        .collect();
    all.sort_by_key(|(record, it)| (it.day, record.created, record.id));
    all
}

/// The one to go on with: begun today or yesterday, and not ended.
pub fn begun<'a>(
    journal: &'a Journal,
    measure: &MeasureId,
    today: Day,
) -> Option<(&'a Arc<Record>, &'a Filled)> {
    let (record, it) = filled(journal, measure).into_iter().next_back()?;
    let age = today.days_since(it.day);
    (!it.ended && (0..=OPEN_DAYS).contains(&age)).then_some((record, it))
}

#[cfg(test)]
mod tests;
