//! What to offer first, and taking in people and own words in the flow of writing.

use leptos::prelude::*;
use satkarya_core::content::vocabulary;
use satkarya_core::diary::{FeelingId, OwnFeeling};
use satkarya_core::id::Id;
use satkarya_core::journal::{Earlier, Favorites, Journal};
use satkarya_core::people::Person;
use satkarya_core::record::{Body, Origin};
use satkarya_core::text::Name;

use super::{Access, AppState};

/// The most own words that a person keeps. Our own number.
pub const MAX_OWN_FEELINGS: usize = 20;

/// The memo behind [`AppState::favorite_feelings`]: nothing is counted until somebody asks.
pub(super) fn favorites(journal: RwSignal<Journal>) -> Memo<Favorites> {
    Memo::new(move |_| {
        journal.with(|journal| satkarya_core::journal::favorites(journal, vocabulary().first()))
    })
}

/// Whether there is room for one more own word.
fn has_room_for_own_feeling(journal: &Journal) -> bool {
    let own = journal.others().filter(|it| it.origin == Origin::Own && it.feeling().is_some());
    own.count() < MAX_OWN_FEELINGS
}

impl AppState {
    /// The `n` feelings to offer first, the likeliest first; fewer if there are not so many.
    ///
    /// Not reactive: chips must not change places under a finger.
    pub fn favorite_feelings(self, n: usize) -> Vec<FeelingId> {
        self.favorites().feelings.into_iter().take(n).collect()
    }

    /// The `n` people to offer first, the likeliest first; fewer if there are not so many.
    ///
    /// Not reactive, like [`AppState::favorite_feelings`].
    pub fn favorite_people(self, n: usize) -> Vec<Id> {
        self.favorites().people.into_iter().take(n).collect()
    }

    /// Adds somebody of whom only the name is known. None where nothing may be written, which
    /// is then said on screen.
    pub fn add_person(self, name: Name) -> Option<Id> {
        self.add(Body::Person(Person::new(name)))
    }

    /// Adds an own word for a feeling. None if there are [`MAX_OWN_FEELINGS`] already, or where
    /// nothing may be written, which is then said on screen.
    pub fn add_own_feeling(self, feeling: OwnFeeling) -> Option<FeelingId> {
        let has_room = self.journal.with_untracked(has_room_for_own_feeling);
        has_room.then(|| self.add(Body::Feeling(feeling))).flatten().map(FeelingId::from)
    }

    /// Puts an own word in the family that it is closest to.
    pub fn place_own_feeling(self, word: &FeelingId, family: FeelingId) {
        let Ok(id) = word.as_str().parse::<Id>() else { return };
        let own = self.journal.with_untracked(|journal| journal.get(id)?.feeling().cloned());
        if let Some(own) = own {
            self.put(id, Body::Feeling(OwnFeeling { family, ..own }), Earlier::Replaced);
        }
    }

    fn favorites(self) -> Favorites {
        let memo = self.inner.try_with_value(|inner| inner.favorites);
        memo.map(|memo| memo.get_untracked()).unwrap_or_default()
    }

    fn add(self, body: Body) -> Option<Id> {
        let id = self.fresh_id()?;
        self.put(id, body, Earlier::Replaced);
        (self.access.get_untracked() == Access::Writer).then_some(id)
    }
}
