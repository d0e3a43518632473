//! A diary of another app: what it would add, and bringing it in as one step.

use leptos::prelude::*;
use satkarya_core::arrive::{Arrival, Choices, Found, Zones, records};
use satkarya_core::rating::Mood;
use satkarya_core::stamp::Stamp;
use satkarya_core::transfer::{MergePlan, Report};

use super::{AppState, Incoming, NotBroughtIn};

/// What the person chose for an arrival.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Chosen {
    /// The mood for each mood of the file.
    pub moods: Vec<Option<Mood>>,
    /// Which people of the file become people.
    pub people: Vec<bool>,
}

/// What the app lends: the time zones, and the words for what has no field of its own.
#[derive(Clone, Copy)]
pub struct Lent<'a> {
    /// How far a zone is from UTC at a moment.
    pub zones: Zones<'a>,
    /// The mood as it was called, and tags, in words.
    pub words: &'a dyn Fn(Option<&str>, &[String]) -> String,
}

impl Chosen {
    /// What is suggested: the moods that are known, and nobody.
    pub fn suggested(arrival: &Arrival) -> Self {
        Self {
            moods: arrival.moods.iter().map(|mood| mood.suggested).collect(),
            people: vec![false; arrival.people.len()],
        }
    }
}

impl AppState {
    /// Counts what an arrival would add. Changes nothing.
    pub fn count_arrival(self, arrival: &Arrival, lent: Lent<'_>) -> Found {
        // What is not in memory yet may be there already.
        self.load_everything();
        self.records_of(arrival, &Chosen::suggested(arrival), lent, &mut || Stamp::FIRST)
    }

    /// Brings an arrival in as one step. Returns the number of records that it added.
    ///
    /// # Errors
    /// [`NotBroughtIn`]; then nothing has changed.
    pub fn bring_arrival(
        self,
        arrival: &Arrival,
        chosen: &Chosen,
        lent: Lent<'_>,
    ) -> Result<usize, NotBroughtIn> {
        self.load_everything();
        let found = self.records_of(arrival, chosen, lent, &mut || self.stamp());
        let now = self.now();
        let n_people = found.records.len() - found.n_entries;
        let plan =
            self.journal.with_untracked(|journal| MergePlan::new(journal, found.records, &now));
        self.bring_in(Incoming {
            n_entries: found.n_entries,
            n_people,
            span: found.span,
            report: Report::default(),
            plan,
            n_aside: 0,
        })
    }

    fn records_of(
        self,
        arrival: &Arrival,
        chosen: &Chosen,
        lent: Lent<'_>,
        stamp: &mut dyn FnMut() -> Stamp,
    ) -> Found {
        let choices = Choices {
            moods: &chosen.moods,
            people: &chosen.people,
            zones: lent.zones,
            device: self.now().zone,
            words: lent.words,
        };
        self.journal.with_untracked(|journal| records(arrival, &choices, journal, stamp))
    }
}
