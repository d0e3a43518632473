//! What is said of one that was filled in, in its order.

use super::{
    Change, SafetyAnswer, baseline, change, history, overlap, remission, response, safety_answer,
};
use crate::content::Measure;
use crate::id::Id;
use crate::journal::Journal;

/// A line of what is said of one that was filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line<'a> {
    /// Something was left out: there is no total.
    Unfinished {
        /// How many items have no answer.
        n: usize,
    },
    /// The answer about hurting oneself matters whatever comes after.
    SafetyMatters,
    /// The total.
    Total {
        /// The sum.
        total: u16,
        /// The highest there is.
        most: u16,
    },
    /// The authors' word for it.
    Band {
        /// The word.
        word: &'a str,
    },
    /// How it differs from where somebody started.
    Change(Change),
    /// Things look harder than before: support is offered.
    Harder,
    /// It is half or less of where they started.
    Half,
    /// It is below what studies call remission.
    Below {
        /// The total that it is below.
        below: u16,
    },
    /// It asks about days that the one before asked about too.
    Overlap {
        /// How many days after the one before.
        days: i64,
    },
    /// It can diagnose nothing. Always the last.
    NoDiagnosis,
}

/// What is said of one that was ended, from top to bottom. Nothing of one that is only begun or not there.
///
/// It is compared with where somebody started if it came after that. What is not so is left out
/// rather than said: nobody is told that it is not yet half. The support panel comes before all of it.
///
/// # Source
/// The order and what is said are our own rules, made so that the authors' word is theirs, and a
/// total is never called recovery.
pub fn lines<'a>(journal: &Journal, measure: &'a Measure, id: Id) -> Vec<Line<'a>> {
    let Some(filled) = journal.get(id).and_then(|it| it.filled()) else { return Vec::new() };
    if filled.measure != measure.id || !filled.ended {
        return Vec::new();
    }
    let Some(total) = filled.total(measure) else {
        return vec![Line::Unfinished { n: filled.missing(measure).len() }];
    };
    let mut lines = Vec::new();
    if safety_answer(measure, filled).is_some_and(SafetyAnswer::opens_support) {
        lines.push(Line::SafetyMatters);
    }
    lines.push(Line::Total { total, most: measure.most() });
    lines.extend(measure.band(total).map(|band| Line::Band { word: &band.word }));
    let history = history(journal, measure);
    let nth = history.iter().position(|it| it.id() == id).unwrap_or(0);
    let start = baseline(journal, &history).filter(|start| *start < nth);
    if let Some(start) = start.and_then(|start| history.get(start)) {
        let change = change(measure, start.total, total);
        lines.push(Line::Change(change));
        if matches!(change, Change::Higher { .. }) {
            lines.push(Line::Harder);
        }
        if response(measure, start.total, total) == Some(true) {
            lines.push(Line::Half);
        }
        // Who was there from the start has not come to it.
        let was_above = remission(measure, start.total) == Some(false);
        if let Some(below) = measure.remission_below.filter(|below| was_above && total < *below) {
            lines.push(Line::Below { below });
        }
    }
    lines.extend(overlap(&history, nth).map(|days| Line::Overlap { days }));
    lines.push(Line::NoDiagnosis);
    lines
}
