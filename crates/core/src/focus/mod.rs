//! What somebody works on: one main area, and at most a second one, how it hangs together, and
//! the goals.
//!
//! [`Reflection`] holds answers to questions, [`Outcome`] sorts them, [`Focus`] is what was chosen,
//! [`Formulation`] the paragraph about it and [`Goal`] what is aimed at.
//! Every choice is a record with its day, so that there is a history, and the latest holds. The
//! person decides; nothing here does it for them.

mod answers;
mod formulation;
mod goal;
mod remark;
pub mod ring;
mod score;

use serde::{Deserialize, Serialize};

use crate::diary::{Area, Unknown};
use crate::id::Id;
use crate::journal::Journal;
use crate::stamp::Stamp;
use crate::time::Day;

pub use answers::{
    Answers, Gate, Item, Part, Reflection, Safety, Told, noted_unsafe, nth_of_day, reflections,
    safety_first,
};
pub use formulation::{Formulation, formulations, noted_feelings};
pub use goal::{Goal, Rated, goals, names_a_feeling_only};
pub use remark::{Remark, remarks};
pub use score::{
    Band, MAX_POINTS, Outcome, Score, Suggestion, points, reason_of_time, reasons, score,
};

/// What somebody chose to work on, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Focus {
    /// The local day.
    pub day: Day,
    /// The area they work on.
    pub main: Area,
    /// One more to keep in mind. Ask [`Focus::second`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub second: Option<Area>,
    /// The course of which it is the answer to "Still the right focus?", asked halfway.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub halfway: Option<Id>,
    /// Fields of a newer version.
    #[serde(flatten)]
    pub unknown: Unknown,
}

impl Focus {
    /// A choice of a day.
    pub fn new(day: Day, main: Area, second: Option<Area>) -> Self {
        Self { day, main, second, halfway: None, unknown: Unknown::new() }
    }

    /// The second area; none if it is the main one, as a file of somebody else may say.
    pub fn second(&self) -> Option<Area> {
        self.second.filter(|area| *area != self.main)
    }

    /// Whether an area is one of the two.
    pub fn has(&self, area: Area) -> bool {
        self.main == area || self.second == Some(area)
    }
}

/// Every choice that is there, the latest first.
pub fn history(journal: &Journal) -> Vec<(Id, &Focus)> {
    let mut all: Vec<_> = places(journal).collect();
    all.sort_by_key(|(place, ..)| std::cmp::Reverse(*place));
    all.into_iter().map(|(_, id, it)| (id, it)).collect()
}

/// What somebody works on now; none if they have not chosen.
pub fn current(journal: &Journal) -> Option<&Focus> {
    places(journal).max_by_key(|(place, ..)| *place).map(|(.., it)| it)
}

/// What somebody worked on at the end of a day; none if they had not chosen by then.
pub fn current_on(journal: &Journal, day: Day) -> Option<&Focus> {
    let by_then = places(journal).filter(|(.., it)| it.day <= day);
    by_then.max_by_key(|(place, ..)| *place).map(|(.., it)| it)
}

/// A choice made today, and the record that it changes, if one of the same day is there. It is
/// always the current one: a day ahead of this one, as after a journey west, stays its day.
pub fn choose(
    journal: &Journal,
    today: Day,
    main: Area,
    second: Option<Area>,
    halfway: Option<Id>,
) -> (Option<Id>, Focus) {
    match history(journal).first() {
        Some((id, before)) if before.day >= today => {
            let halfway = halfway.or(before.halfway);
            (Some(*id), Focus { main, second, halfway, ..(*before).clone() })
        }
        _ => (None, Focus { halfway, ..Focus::new(today, main, second) }),
    }
}

/// Since when somebody has worked on what is their main area now.
pub fn since(journal: &Journal) -> Option<Day> {
    let main = current(journal)?.main;
    let history = history(journal);
    history.into_iter().take_while(|(_, it)| it.main == main).last().map(|(_, it)| it.day)
}

/// The choices, each with what they are ordered by.
fn places(journal: &Journal) -> impl Iterator<Item = ((Day, Stamp, Id), Id, &Focus)> {
    journal
        .others()
        .filter_map(|it| it.focus().map(|focus| ((focus.day, it.created, it.id), it.id, focus)))
}

#[cfg(test)]
mod kept_tests;
#[cfg(test)]
mod tests;
