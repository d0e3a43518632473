//! What to offer first: the feelings and people that were named most in the latest entries.
//!
//! Only an order for chips, so that the likely answer is near the thumb. It is never shown as a
//! count, and it says nothing about a person.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::hash::Hash;

use crate::diary::FeelingId;
use crate::id::Id;
use crate::journal::Journal;
use crate::record::Origin;

/// How many of the latest entries are looked at. Our own number: some months of writing, and
/// a fraction of a millisecond.
const LATEST: usize = 300;

/// Feelings and people, the likeliest first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Favorites {
    /// Feelings by how often they were named, then `first`, without the removed own words.
    pub feelings: Vec<FeelingId>,
    /// People by how often they were named, then the others by name. Only those whom
    /// [`Person::is_suggested`](crate::people::Person::is_suggested) allows.
    pub people: Vec<Id>,
}

/// Works out what to offer first. `first` are the feelings for somebody who named none yet.
///
/// The sample diary does not count and its people are not offered.
pub fn favorites(journal: &Journal, first: &[FeelingId]) -> Favorites {
    let (mut feelings, mut people) = (Tally::default(), Tally::default());
    let own = journal.entries().rev().filter(|it| it.record.origin == Origin::Own);
    for it in own.take(LATEST) {
        it.entry.feelings.iter().for_each(|feeling| feelings.add(feeling.id.clone()));
        it.entry.people.iter().for_each(|id| people.add(*id));
    }
    let is_offered = |id: &FeelingId| match id.as_str().parse::<Id>() {
        Ok(own) => journal.get(own).is_some_and(|record| record.feeling().is_some()),
        Err(_) => true,
    };
    let offered: Vec<Id> = journal
        .people()
        .into_iter()
        .filter(|it| it.record.origin == Origin::Own && it.person.is_suggested())
        .map(|it| it.record.id)
        .collect();
    let mut named_people = people.most_first();
    named_people.retain(|id| offered.contains(id));
    Favorites {
        feelings: joined(
            feelings.most_first().into_iter().filter(is_offered).collect(),
            first.to_vec(),
        ),
        people: joined(named_people, offered),
    }
}

/// Counts things and remembers which came first.
struct Tally<T>(HashMap<T, (usize, usize)>);

impl<T> Default for Tally<T> {
    fn default() -> Self {
        Self(HashMap::new())
    }
}

impl<T: Eq + Hash> Tally<T> {
    fn add(&mut self, thing: T) {
        let place = self.0.len();
        self.0.entry(thing).or_insert((0, place)).0 += 1;
    }

    /// The most frequent first; among equals the one that came first.
    fn most_first(self) -> Vec<T> {
        let mut sorted: Vec<_> = self.0.into_iter().collect();
        sorted.sort_by_key(|(_, (n, place))| (Reverse(*n), *place));
        sorted.into_iter().map(|(thing, _)| thing).collect()
    }
}

fn joined<T: PartialEq>(mut list: Vec<T>, more: Vec<T>) -> Vec<T> {
    for thing in more {
        if !list.contains(&thing) {
            list.push(thing);
        }
    }
    list
}
