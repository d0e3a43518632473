//! The closeness circle: who stands where round the person who writes, now and on an earlier day.
//!
//! Places, counts and comparisons only. Nothing here weighs a person, and an empty ring is as
//! good an answer as a full one.

mod layout;
mod network;
mod snapshot;

use crate::id::Id;
use crate::journal::Journal;
use crate::people::{CanTell, Person, Ring, Spot, Status};

pub use layout::{Dot, Layout, ME, Place, free, layout, point_in, ring_at, settle, turn_at};
pub use network::{Asking, Network, network};
pub use snapshot::{Moved, Placed, Snapshot, moves, snapshots};

impl Ring {
    /// Where the ring begins and ends, as shares of the picture's half.
    pub const fn band(self) -> (f64, f64) {
        match self {
            Self::VeryClose => (ME, 0.36),
            Self::Close => (0.36, 0.58),
            Self::Around => (0.58, 0.79),
            Self::Outside => (0.79, 1.0),
        }
    }
}

/// What can be said of a circle in numbers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Figures {
    /// How many stand in each ring, in the order of [`Ring::ALL`].
    pub rings: Vec<usize>,
    /// How many are not placed yet. Those put away are left out.
    pub n_waiting: usize,
    /// How many give support.
    pub n_supporters: usize,
    /// How many could be told how the person really feels.
    pub n_can_tell: usize,
    /// How many the person would like nearer.
    pub n_nearer: usize,
    /// How many the person would like further away.
    pub n_further: usize,
    /// How many of those placed are described.
    pub n_described: usize,
    /// Whether the person said that this is everybody.
    pub is_everyone: bool,
}

impl Figures {
    /// From how many people on a circle is enough to start with.
    ///
    /// # Source
    /// The project's guide to the inventory: five people, three of them looked at more closely.
    pub const ENOUGH: usize = 5;
    /// How many of them to describe.
    pub const ENOUGH_DESCRIBED: usize = 3;

    /// The same, with whether the person said that this is everybody.
    #[must_use]
    pub fn with_network(mut self, network: Option<&Network>) -> Self {
        self.is_everyone = network.is_some_and(|it| it.everyone);
        self
    }

    /// Counts people.
    pub fn of<'a>(people: impl IntoIterator<Item = &'a Person>) -> Self {
        let mut figures = Self { rings: vec![0; Ring::ALL.len()], ..Self::default() };
        for person in people {
            let Some(ring) = person.stands() else {
                figures.n_waiting += usize::from(!person.archived);
                continue;
            };
            for (n, _) in figures.rings.iter_mut().zip(Ring::ALL).filter(|(_, it)| **it == ring) {
                *n += 1;
            }
            figures.n_supporters += usize::from(person.is_supporter());
            let is_told = person.can_tell == Some(CanTell::Yes) && person.status != Status::Died;
            figures.n_can_tell += usize::from(is_told);
            figures.n_nearer += usize::from(person.wished().is_some_and(|wish| wish < ring));
            figures.n_further += usize::from(person.wished().is_some_and(|wish| wish > ring));
            figures.n_described += usize::from(person.is_described());
        }
        figures
    }

    /// How many are placed.
    pub fn n_placed(&self) -> usize {
        self.rings.iter().sum()
    }

    /// How many stand in a ring.
    pub fn n_in(&self, ring: Ring) -> usize {
        self.rings.iter().zip(Ring::ALL).filter(|(_, it)| **it == ring).map(|(n, _)| n).sum()
    }

    /// Whether enough people are placed: five, or everybody there is, as the person said.
    pub fn has_enough(&self) -> bool {
        let n = self.n_placed();
        n >= Self::ENOUGH || (n > 0 && self.n_waiting == 0 && self.is_everyone)
    }

    /// Whether the circle is enough to start with: enough are placed, and three of them, or all
    /// if there are fewer, are described.
    pub fn is_enough(&self) -> bool {
        self.has_enough() && self.n_described >= Self::ENOUGH_DESCRIBED.min(self.n_placed())
    }
}

/// Where people stand, for [`layout`], in the order they come.
pub fn dots<'a>(people: impl IntoIterator<Item = (Id, &'a Person)>) -> Vec<Dot> {
    people
        .into_iter()
        .filter_map(|(id, person)| Some(Dot { id, ring: person.stands()?, spot: person.spot }))
        .collect()
}

/// Everybody who is not put away, in the order in which they were added.
pub fn people(journal: &Journal) -> Vec<(Id, &Person)> {
    let records = journal.others();
    let mut all: Vec<_> =
        records.filter_map(|it| Some((it.created, it.id, it.person()?))).collect();
    all.retain(|(.., person)| !person.archived);
    all.sort_by_key(|(created, id, _)| (*created, *id));
    all.into_iter().map(|(_, id, person)| (id, person)).collect()
}

/// Puts somebody in a ring, near where they are wanted or where they stood; without a ring, takes
/// them out of the circle. `people` are all that [`people`] gives, and none of the others moves.
pub fn put(
    people: &[(Id, &Person)],
    id: Id,
    person: &mut Person,
    ring: Option<Ring>,
    wanted: Option<Spot>,
) {
    if person.ring == ring && wanted.is_none() {
        return;
    }
    person.ring = ring;
    let Some(ring) = ring else {
        person.spot = None;
        return;
    };
    let others = dots(people.iter().copied().filter(|(other, _)| *other != id));
    let near = wanted.or(person.spot).unwrap_or_else(|| free(&others, ring));
    person.spot = Some(settle(&others, Dot { id, ring, spot: Some(near) }));
}

#[cfg(test)]
mod tests;
