//! The one shape of everything that a person makes.
//!
//! An entry, a person, an own word, a session: each is a [`Record`] with an identity, the stamps of its
//! making and last change, and a body. Autosave, undo, versions, the bin, backup and merge
//! work on records and know nothing of what is inside.

use serde::{Deserialize, Serialize};

use crate::along::Along;
use crate::circle::{Network, Snapshot};
use crate::course::{Course, Session};
use crate::diary::{Entry, OwnFeeling};
use crate::focus::{Focus, Formulation, Goal, Reflection};
use crate::id::Id;
use crate::life::{LifeEvent, LowSpell, MoodBand};
use crate::measure::{Filled, MeasureChoice};
use crate::people::Person;
use crate::sheet::Worksheet;
use crate::stamp::Stamp;
use crate::time::Month;

/// How many earlier versions a record keeps.
pub const MAX_VERSIONS: usize = 10;

/// What is inside a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Body {
    /// A diary entry.
    Entry(Entry),
    /// A person.
    Person(Person),
    /// A feeling in the person's own word.
    Feeling(OwnFeeling),
    /// A course of IPT, or the time before or after one.
    Course(Course),
    /// A session of a course.
    Session(Session),
    /// Who stood where on a day.
    Snapshot(Snapshot),
    /// What somebody chose to work on.
    Focus(Focus),
    /// The answers about all people together.
    Network(Network),
    /// A look at how somebody is getting along.
    Along(Along),
    /// Something that happened.
    Event(LifeEvent),
    /// How the mood was over a longer time.
    Band(MoodBand),
    /// A low spell.
    Spell(LowSpell),
    /// One sitting of the questions that help to choose it.
    Reflection(Reflection),
    /// A version of the formulation.
    Formulation(Formulation),
    /// A goal.
    Goal(Goal),
    /// A worksheet.
    Sheet(Worksheet),
    /// One time that a measure was filled in.
    Filled(Filled),
    /// Which measures are asked for.
    Measures(MeasureChoice),
}

/// An earlier body of a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// When it was written.
    pub changed: Stamp,
    /// What was inside.
    pub body: Body,
}

/// Where a record came from, if the person did not write it here.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Origin {
    /// Written here, or brought in by the person.
    #[default]
    Own,
    /// Part of the sample diary: never stored, never exported.
    Sample,
}

/// Something that a person made.
///
/// - With a body and no `removed`, it is there.
/// - With a body and `removed`, it is in the bin, from which it can be taken back.
/// - Without a body it is a tombstone: the content is gone for good, and only the fact of its
///   removal is kept, so that an old copy from another device does not bring it back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// Which record.
    pub id: Id,
    /// When it was first made.
    pub created: Stamp,
    /// When it was last changed.
    pub changed: Stamp,
    /// When it was put in the bin.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub removed: Option<Stamp>,
    /// Up to when the content was erased for good, if it was and the record lives again.
    /// What is older never comes back from another copy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub erased: Option<Stamp>,
    /// What is inside.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<Body>,
    /// Earlier versions, newest first, at most [`MAX_VERSIONS`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub versions: Vec<Version>,
    /// Where it came from.
    #[serde(skip)]
    pub origin: Origin,
}

/// The stored value that a record belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shelf {
    /// Everything that is not an entry.
    Profile,
    /// The entries of one calendar month.
    Month(Month),
}

impl Record {
    /// A record made now.
    pub fn new(id: Id, stamp: Stamp, body: Body) -> Self {
        Self {
            id,
            created: stamp,
            changed: stamp,
            removed: None,
            erased: None,
            body: Some(body),
            versions: Vec::new(),
            origin: Origin::Own,
        }
    }

    /// The body, if the record is there and not in the bin.
    pub fn live(&self) -> Option<&Body> {
        self.body.as_ref().filter(|_| self.removed.is_none())
    }

    /// The entry inside, if the record is there and is one.
    pub fn entry(&self) -> Option<&Entry> {
        let Body::Entry(entry) = self.live()? else { return None };
        Some(entry)
    }

    /// The person inside, if the record is there and is one.
    pub fn person(&self) -> Option<&Person> {
        let Body::Person(person) = self.live()? else { return None };
        Some(person)
    }

    /// The own word inside, if the record is there and is one.
    pub fn feeling(&self) -> Option<&OwnFeeling> {
        let Body::Feeling(feeling) = self.live()? else { return None };
        Some(feeling)
    }

    /// The course inside, if the record is there and is one.
    pub fn course(&self) -> Option<&Course> {
        let Body::Course(course) = self.live()? else { return None };
        Some(course)
    }

    /// The session inside, if the record is there and is one.
    pub fn session(&self) -> Option<&Session> {
        let Body::Session(session) = self.live()? else { return None };
        Some(session)
    }

    /// The snapshot inside, if the record is there and is one.
    pub fn snapshot(&self) -> Option<&Snapshot> {
        let Body::Snapshot(snapshot) = self.live()? else { return None };
        Some(snapshot)
    }

    /// The choice of what to work on inside, if the record is there and is one.
    pub fn focus(&self) -> Option<&Focus> {
        let Body::Focus(focus) = self.live()? else { return None };
        Some(focus)
    }

    /// The answers about all people together inside, if the record is there and is one.
    pub fn network(&self) -> Option<&Network> {
        let Body::Network(network) = self.live()? else { return None };
        Some(network)
    }

    /// The look at how somebody is getting along inside, if the record is there and is one.
    pub fn along(&self) -> Option<&Along> {
        let Body::Along(along) = self.live()? else { return None };
        Some(along)
    }

    /// The event inside, if the record is there and is one.
    pub fn event(&self) -> Option<&LifeEvent> {
        let Body::Event(event) = self.live()? else { return None };
        Some(event)
    }

    /// The mood band inside, if the record is there and is one.
    pub fn band(&self) -> Option<&MoodBand> {
        let Body::Band(band) = self.live()? else { return None };
        Some(band)
    }

    /// The low spell inside, if the record is there and is one.
    pub fn spell(&self) -> Option<&LowSpell> {
        let Body::Spell(spell) = self.live()? else { return None };
        Some(spell)
    }

    /// The sitting of questions inside, if the record is there and is one.
    pub fn reflection(&self) -> Option<&Reflection> {
        let Body::Reflection(reflection) = self.live()? else { return None };
        Some(reflection)
    }

    /// The formulation inside, if the record is there and is one.
    pub fn formulation(&self) -> Option<&Formulation> {
        let Body::Formulation(formulation) = self.live()? else { return None };
        Some(formulation)
    }

    /// The goal inside, if the record is there and is one.
    pub fn goal(&self) -> Option<&Goal> {
        let Body::Goal(goal) = self.live()? else { return None };
        Some(goal)
    }

    /// The worksheet inside, if the record is there and is one.
    pub fn sheet(&self) -> Option<&Worksheet> {
        let Body::Sheet(sheet) = self.live()? else { return None };
        Some(sheet)
    }

    /// What was filled in of a measure inside, if the record is there and is one.
    pub fn filled(&self) -> Option<&Filled> {
        let Body::Filled(filled) = self.live()? else { return None };
        Some(filled)
    }

    /// The choice of measures inside, if the record is there and is one.
    pub fn measures(&self) -> Option<&MeasureChoice> {
        let Body::Measures(choice) = self.live()? else { return None };
        Some(choice)
    }

    /// Where it is stored; none for records that never are.
    pub fn shelf(&self) -> Option<Shelf> {
        if self.origin == Origin::Sample {
            return None;
        }
        Some(match &self.body {
            Some(Body::Entry(entry)) => Shelf::Month(entry.when.day.month()),
            Some(
                Body::Person(_)
                | Body::Feeling(_)
                | Body::Course(_)
                | Body::Session(_)
                | Body::Snapshot(_)
                | Body::Focus(_)
                | Body::Network(_)
                | Body::Along(_)
                | Body::Event(_)
                | Body::Band(_)
                | Body::Spell(_)
                | Body::Reflection(_)
                | Body::Formulation(_)
                | Body::Goal(_)
                | Body::Sheet(_)
                | Body::Filled(_)
                | Body::Measures(_),
            )
            | None => Shelf::Profile,
        })
    }

    /// Puts an earlier body on top of the versions, unless it is there already.
    pub(crate) fn keep_version(&mut self, version: Version) {
        if !self.versions.contains(&version) {
            self.versions.push(version);
            self.versions.sort_by_key(|version| std::cmp::Reverse(version.changed));
            self.versions.truncate(MAX_VERSIONS);
        }
    }
}
