//! The answer about hurting oneself. It is never hidden, never locks anything, and never becomes a
//! number for a danger.

use serde::{Deserialize, Serialize};

use super::{Filled, begun};
use crate::content::Measure;
use crate::diary::choice::choice;
use crate::id::Id;
use crate::journal::Journal;
use crate::time::Day;

/// What was answered to the item about hurting oneself.
///
/// The lowest answer proves nothing, so nothing may follow from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SafetyAnswer {
    /// The lowest.
    NotAtAll,
    /// The lowest but one.
    SomeDays,
    /// A higher one.
    MoreDays,
}

choice! {
    /// A button of the support panel, in the order in which they stand there.
    Door {
        /// The emergency number.
        Danger,
        /// The help lines of the region.
        Talk,
        /// The people that one can turn to.
        People,
        /// The plan to stay safe.
        Plan,
        /// Closes the panel.
        OkForNow,
    }
}

impl SafetyAnswer {
    /// Whether the support panel opens, before anything else, when the form is finished or left.
    pub const fn opens_support(self) -> bool {
        matches!(self, Self::SomeDays | Self::MoreDays)
    }

    /// Whether the panel also asks to tell somebody today.
    pub const fn asks_to_tell(self) -> bool {
        matches!(self, Self::MoreDays)
    }
}

/// What was answered to the item about hurting oneself, finished or not. None where it has no answer or
/// the measure has no such item.
pub fn safety_answer(measure: &Measure, filled: &Filled) -> Option<SafetyAnswer> {
    let values = || measure.options.iter().map(|it| it.value);
    let items = measure.items.iter().filter(|it| it.safety);
    let answer = |id: &str| {
        let value = filled.answers.get(id)?;
        let place = values().filter(|it| *it < value).count();
        values().any(|it| it == value).then_some(match place {
            0 => SafetyAnswer::NotAtAll,
            1 => SafetyAnswer::SomeDays,
            _ => SafetyAnswer::MoreDays,
        })
    };
    items.filter_map(|it| answer(it.id.as_str())).max()
}

/// A support panel that is owed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Owed {
    /// What was filled in.
    pub id: Id,
    /// What was answered there.
    pub answer: SafetyAnswer,
    /// Whether the form would still be gone on with: whoever has it on screen is not interrupted, and
    /// meets the panel when they leave it.
    pub is_open: bool,
}

/// Every support panel that is owed, in the order of the records. One is shown for all of them.
pub fn support_owed(journal: &Journal, today: Day) -> Vec<Owed> {
    let owed = journal.others().filter_map(|record| {
        let filled = record.filled().filter(|it| it.support_owed)?;
        let answer = safety_answer(filled.asked()?, filled).filter(|it| it.opens_support())?;
        let latest = begun(journal, &filled.measure, today);
        Some(Owed { id: record.id, answer, is_open: latest.is_some_and(|it| it.0.id == record.id) })
    });
    owed.collect()
}
