//! The answer about hurting oneself. It is never hidden, never locks anything, and never becomes a
//! number for a danger.

use super::Filled;
use crate::content::Measure;
use crate::diary::choice::choice;
use serde::{Deserialize, Serialize};

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
