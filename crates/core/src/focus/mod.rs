//! What somebody works on: one main area, and at most a second one.
//!
//! Every choice is a record with its day, so that there is a history, and the latest holds. The
//! person decides; nothing here does it for them.

use serde::{Deserialize, Serialize};

use crate::diary::{Area, Unknown};
use crate::id::Id;
use crate::journal::Journal;
use crate::stamp::Stamp;
use crate::time::Day;

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
    /// Fields of a newer version.
    #[serde(flatten)]
    pub unknown: Unknown,
}

impl Focus {
    /// A choice of a day.
    pub fn new(day: Day, main: Area, second: Option<Area>) -> Self {
        Self { day, main, second, unknown: Unknown::new() }
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

/// The choices, each with what they are ordered by.
fn places(journal: &Journal) -> impl Iterator<Item = ((Day, Stamp, Id), Id, &Focus)> {
    journal
        .records()
        .filter_map(|it| it.focus().map(|focus| ((focus.day, it.created, it.id), it.id, focus)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::Earlier;
    use crate::record::Body;
    use crate::stamp::StampClock;

    fn day(text: &str) -> Day {
        text.parse().expect(text)
    }

    #[test]
    fn the_latest_choice_holds_and_the_others_are_its_history() {
        let (mut journal, mut clock) = (Journal::new(), StampClock::new(1));
        assert!(current(&journal).is_none());
        let choices = [
            ("2026-11-02", Area::Change, None),
            ("2026-11-09", Area::Dispute, Some(Area::Change)),
            // Two of one day: the one made later.
            ("2026-11-09", Area::Dispute, None),
            // Brought in later, and older.
            ("2026-10-01", Area::Grief, None),
        ];
        for ((on, main, second), n) in choices.into_iter().zip(1..) {
            let body = Body::Focus(Focus::new(day(on), main, second));
            journal.put(Id::from_bytes([n; 16]), body, clock.tick(1), Earlier::Kept);
        }
        assert_eq!(current(&journal), Some(&Focus::new(day("2026-11-09"), Area::Dispute, None)));
        let order: Vec<_> = history(&journal).into_iter().map(|(id, _)| id).collect();
        assert_eq!(order, [3, 2, 1, 4].map(|n| Id::from_bytes([n; 16])));
        assert_eq!(journal.remove(Id::from_bytes([3; 16]), clock.tick(2)).map(|_| ()), Ok(()));
        assert_eq!(current(&journal).and_then(Focus::second), Some(Area::Change));
    }

    #[test]
    fn the_second_is_another_one() {
        let twice = Focus::new(day("2026-11-09"), Area::Grief, Some(Area::Grief));
        assert_eq!(twice.second(), None);
        assert!(twice.has(Area::Grief) && !twice.has(Area::Change));
    }
}
