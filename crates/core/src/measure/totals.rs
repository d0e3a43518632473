//! Totals over time: where somebody started, and whether a difference is more than chance.

use std::sync::Arc;

use super::Filled;
use crate::content::Measure;
use crate::id::Id;
use crate::journal::{CourseRef, Journal};
use crate::record::Record;
use crate::time::{Day, Now, Offset, Zone};

/// Up to how many days after the one before the two ask about the same days for a good part.
///
/// # Source
/// Our own number: half of the two weeks that the measures ask about.
pub const OVERLAP_DAYS: i64 = 7;
/// From how many totals on there is a line to draw.
pub const MIN_FOR_LINE: usize = 2;

/// One that was ended with every item answered.
#[derive(Debug, Clone, Copy)]
pub struct Complete<'a> {
    /// The record around it.
    pub record: &'a Arc<Record>,
    /// What was filled in.
    pub filled: &'a Filled,
    /// The sum of the answers.
    pub total: u16,
}

impl Complete<'_> {
    /// Which record it is.
    pub fn id(&self) -> Id {
        self.record.id
    }

    /// The local day.
    pub fn day(&self) -> Day {
        self.filled.day
    }
}

/// How a total differs from the one it is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// Lower by so many points, which is more than chance.
    Lower {
        /// Points, from [`Measure::reliable`] on.
        k: u16,
    },
    /// Higher by so many points, which is more than chance.
    Higher {
        /// Points, from [`Measure::reliable`] on.
        k: u16,
    },
    /// About the same.
    Same {
        /// The later total less the earlier one: below zero where it went down.
        signed: i32,
    },
}

/// Every complete one of a measure, by day and making, the earliest first. Of two of one day both
/// are there.
pub fn history<'a>(journal: &'a Journal, measure: &Measure) -> Vec<Complete<'a>> {
    super::filled(journal, &measure.id)
        .into_iter()
        .filter(|(_, filled)| filled.ended)
        .filter_map(|(record, filled)| {
            Some(Complete { record, filled, total: filled.total(measure)? })
        })
        .collect()
}

/// The place in a history of what the later totals are compared with: the last new start in the course
/// that is under way, or else the first total in it. Without a course all count. None if there is none.
pub fn baseline(journal: &Journal, history: &[Complete<'_>]) -> Option<usize> {
    let course = journal.course();
    let counts = |it: &Complete<'_>| course.is_none_or(|course| is_in(journal, course, it));
    let first = history.iter().position(counts)?;
    Some(history.iter().rposition(|it| it.filled.anew && counts(it)).unwrap_or(first))
}

/// Whether one was filled in since a course began: from the day of its first session on, or after the
/// course was made, and not for a day before.
fn is_in(journal: &Journal, course: CourseRef<'_>, it: &Complete<'_>) -> bool {
    let first = journal.sessions_of(course.record.id).next().map(|it| it.session.day);
    if first.is_some_and(|first| first <= it.day()) {
        return true;
    }
    // A stamp knows no zone, so the local day of the making may be the one before.
    let made = Now { ms: course.record.created.ms(), offset: Offset::UTC, zone: Zone::default() };
    it.record.created >= course.record.created && it.day().days_since(made.day()) >= -1
}

/// How a total differs from the one where somebody started.
///
/// # Source
/// The figure of each measure: 6 points for the PHQ-9 and 4 for the GAD-7, as the manual of NHS Talking
/// Therapies has them.
pub fn change(measure: &Measure, baseline: u16, latest: u16) -> Change {
    let signed = i32::from(latest) - i32::from(baseline);
    let k = latest.abs_diff(baseline);
    match k >= measure.reliable {
        true if signed < 0 => Change::Lower { k },
        true if signed > 0 => Change::Higher { k },
        _ => Change::Same { signed },
    }
}

/// Whether a total is half or less of where somebody started. None where that is not spoken of: the
/// measure does not use it, or the start was too low for it.
///
/// # Source
/// The paper `mcmillan-2010` of the sources, whose stricter definition also wants a total of at most 9: the two are told apart
/// here.
pub fn response(measure: &Measure, baseline: u16, latest: u16) -> Option<bool> {
    let from = measure.response_from?;
    (baseline >= from).then_some(u32::from(latest) * 2 <= u32::from(baseline))
}

/// Whether a total is one that studies call remission. None where the measure does not use the word.
///
/// # Source
/// Kroenke and others 2001, and Löwe and others 2004: below 5 on the PHQ-9.
pub fn remission(measure: &Measure, total: u16) -> Option<bool> {
    measure.remission_below.map(|below| total < below)
}

/// How many days after the one before it was filled in, if the two overlap: 0 for the same day, at most
/// [`OVERLAP_DAYS`]. `nth` is its place in the history.
pub fn overlap(history: &[Complete<'_>], nth: usize) -> Option<i64> {
    let (it, before) = (history.get(nth)?, history.get(nth.checked_sub(1)?)?);
    let days = it.day().days_since(before.day());
    (0..=OVERLAP_DAYS).contains(&days).then_some(days)
}

/// From which to which total the picture is shaded round where somebody started: as far on both sides as
/// a change must be, and within the range of the measure. A total on its edge is a change.
pub fn chart_band(measure: &Measure, baseline: u16) -> (u16, u16) {
    let low = baseline.saturating_sub(measure.reliable).max(measure.least());
    let high = baseline.saturating_add(measure.reliable).min(measure.most());
    (low, high)
}
