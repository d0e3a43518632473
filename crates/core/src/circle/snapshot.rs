//! Who stood where on a day, kept to look back at.

use serde::{Deserialize, Serialize};

use crate::diary::Unknown;
use crate::id::Id;
use crate::journal::Journal;
use crate::people::{Person, Ring};
use crate::record::Origin;
use crate::time::Day;

/// One person in a snapshot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Placed {
    /// Who.
    pub person: Id,
    /// In which ring.
    pub ring: Ring,
}

/// Who stood where on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snapshot {
    /// The local day.
    pub day: Day,
    /// Everybody who stood in the circle.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<Placed>,
    /// Fields of a newer version.
    #[serde(flatten)]
    pub unknown: Unknown,
}

impl Snapshot {
    /// The circle as it is.
    pub fn new<'a>(day: Day, people: impl IntoIterator<Item = (Id, &'a Person)>) -> Self {
        let places = people
            .into_iter()
            .filter_map(|(person, it)| Some(Placed { person, ring: it.stands()? }))
            .collect();
        Self { day, places, unknown: Unknown::new() }
    }

    /// The circle as it is in a journal. Somebody of the sample diary goes with it, and must not
    /// stay in an own picture.
    pub fn of(journal: &Journal, day: Day) -> Self {
        let own = |id: &Id| journal.get(*id).is_some_and(|it| it.origin == Origin::Own);
        Self::new(day, super::people(journal).into_iter().filter(|(id, _)| own(id)))
    }

    /// Where somebody stood.
    pub fn ring(&self, person: Id) -> Option<Ring> {
        self.places.iter().find(|it| it.person == person).map(|it| it.ring)
    }

    /// How many stood in a ring.
    pub fn n_in(&self, ring: Ring) -> usize {
        self.places.iter().filter(|it| it.ring == ring).count()
    }
}

/// Where somebody stood then, and where they stand now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moved {
    /// Who.
    pub id: Id,
    /// Then; none if they were not in the circle.
    pub then: Option<Ring>,
    /// Now; none if they are not in the circle.
    pub now: Option<Ring>,
}

impl Moved {
    /// Whether they stand nearer now.
    pub fn is_nearer(&self) -> bool {
        self.then.zip(self.now).is_some_and(|(then, now)| now < then)
    }

    /// Whether they stand further away now.
    pub fn is_further(&self) -> bool {
        self.then.zip(self.now).is_some_and(|(then, now)| now > then)
    }
}

/// Everybody who stood in the circle then or stands in it now: first those of now in their order,
/// then those who are no longer in it.
pub fn moves<'a>(then: &Snapshot, now: impl IntoIterator<Item = (Id, &'a Person)>) -> Vec<Moved> {
    let mut moves: Vec<Moved> = now
        .into_iter()
        .map(|(id, it)| Moved { id, then: then.ring(id), now: it.stands() })
        .filter(|it| it.then.is_some() || it.now.is_some())
        .collect();
    for Placed { person, ring } in &then.places {
        if !moves.iter().any(|it| it.id == *person) {
            moves.push(Moved { id: *person, then: Some(*ring), now: None });
        }
    }
    moves
}

/// The snapshots that are there, the latest first.
pub fn snapshots(journal: &Journal) -> Vec<(Id, &Snapshot)> {
    let records = journal.others();
    let mut all: Vec<_> =
        records.filter_map(|it| Some((it.snapshot()?, it.created, it.id))).collect();
    all.sort_by_key(|(it, created, id)| std::cmp::Reverse((it.day, *created, *id)));
    all.into_iter().map(|(it, _, id)| (id, it)).collect()
}
