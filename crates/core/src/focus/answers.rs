//! The answers of one sitting of “Where does it pinch?”.
//!
//! Every answer may be left out. A sitting that was broken off is taken up where it stopped, and
//! a later one is a record of its own, so that the two can be looked at side by side.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::content::PresetId;
use crate::diary::choice::choice;
use crate::diary::{Area, Unknown};
use crate::id::Id;
use crate::journal::Journal;
use crate::people::{Person, Safe};
use crate::rating::{Much, Timing};
use crate::time::{Day, FuzzyDay};

choice! {
    /// The answer to the question that opens an area.
    Gate {
        /// Yes.
        Yes,
        /// No: the area does not apply.
        No,
        /// Not sure, which opens it like a yes.
        Unsure,
    }
}
choice! {
    /// The answer to a question about being safe.
    Told {
        /// Yes.
        Yes,
        /// No.
        No,
        /// Prefer not to say.
        RatherNot,
    }
}
choice! {
    /// One of the five sentences about an area, by its place.
    Item {
        /// The first.
        First,
        /// The second.
        Second,
        /// The third.
        Third,
        /// The fourth.
        Fourth,
        /// The fifth.
        Fifth,
    }
}
choice! {
    /// A page of the questions, in the order in which they come.
    Part {
        /// Grief and loss.
        Grief,
        /// Whether somebody is safe with the person with whom it is difficult. Before all else
        /// about them.
        Safety,
        /// A difficult relationship.
        Dispute,
        /// A life change.
        Change,
        /// Loneliness and connection.
        Connection,
    }
}

impl Part {
    /// The area that it asks about.
    pub const fn area(self) -> Area {
        match self {
            Self::Grief => Area::Grief,
            Self::Safety | Self::Dispute => Area::Dispute,
            Self::Change => Area::Change,
            Self::Connection => Area::Connection,
        }
    }
}

/// What somebody answered about one area.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answers {
    /// Whether it applies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gate: Option<Gate>,
    /// How much each sentence fits. What is missing was skipped.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub items: BTreeMap<Item, Much>,
    /// How near it lies to the time when the mood dropped; of connection, how long it has been so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timing: Option<Timing>,
    /// How much the mood would change if it got easier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub leverage: Option<Much>,
}

impl Answers {
    /// Whether nothing was answered.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether the questions behind the gate are asked.
    pub fn is_open(&self) -> bool {
        matches!(self.gate, Some(Gate::Yes | Gate::Unsure))
    }

    /// Whether nothing is left to ask.
    pub fn is_complete(&self) -> bool {
        self.gate == Some(Gate::No)
            || (self.is_open()
                && self.items.len() == Item::ALL.len()
                && self.timing.is_some()
                && self.leverage.is_some())
    }

    /// The sentences that were skipped, in order.
    pub fn skipped(&self) -> impl Iterator<Item = Item> {
        Item::ALL.iter().copied().filter(|item| !self.items.contains_key(item))
    }
}

/// What somebody answered about being safe with one person.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Safety {
    /// Whether they are ever afraid of what that person might do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub afraid: Option<Told>,
    /// Whether they were hurt, threatened or forced.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hurt: Option<Told>,
    /// Whether that person controls whom they see, their money or their phone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub controlled: Option<Told>,
}

impl Safety {
    /// The three answers, in the order in which they are asked.
    pub const fn all(self) -> [Option<Told>; 3] {
        [self.afraid, self.hurt, self.controlled]
    }

    /// Whether any answer is so.
    pub fn has(self, told: Told) -> bool {
        self.all().contains(&Some(told))
    }

    /// Whether nothing was answered.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// One sitting of the questions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reflection {
    /// The local day on which it was begun.
    pub day: Day,
    /// Grief and loss.
    #[serde(default, skip_serializing_if = "Answers::is_empty")]
    pub grief: Answers,
    /// A difficult relationship.
    #[serde(default, skip_serializing_if = "Answers::is_empty")]
    pub dispute: Answers,
    /// A life change.
    #[serde(default, skip_serializing_if = "Answers::is_empty")]
    pub change: Answers,
    /// Loneliness and connection.
    #[serde(default, skip_serializing_if = "Answers::is_empty")]
    pub connection: Answers,
    /// When the loss was, as exactly as it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub loss: Option<FuzzyDay>,
    /// Whether there was a big loss other than a death.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other_loss: Option<Gate>,
    /// With whom it is difficult.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub who: Option<Id>,
    /// Whether they are safe with that person.
    #[serde(default, skip_serializing_if = "Safety::is_empty")]
    pub safety: Safety,
    /// Which changes there were, by their names in the guide.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<PresetId>,
    /// Whether the end was reached and what came out was shown.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub done: bool,
    /// Fields of a newer version.
    #[serde(flatten)]
    pub unknown: Unknown,
}

impl Reflection {
    /// A sitting that begins.
    pub fn new(day: Day) -> Self {
        Self {
            day,
            grief: Answers::default(),
            dispute: Answers::default(),
            change: Answers::default(),
            connection: Answers::default(),
            loss: None,
            other_loss: None,
            who: None,
            safety: Safety::default(),
            changes: Vec::new(),
            done: false,
            unknown: Unknown::new(),
        }
    }

    /// The answers about an area.
    pub const fn of(&self, area: Area) -> &Answers {
        match area {
            Area::Grief => &self.grief,
            Area::Dispute => &self.dispute,
            Area::Change => &self.change,
            Area::Connection => &self.connection,
        }
    }

    /// The answers about an area, to be changed.
    pub const fn of_mut(&mut self, area: Area) -> &mut Answers {
        match area {
            Area::Grief => &mut self.grief,
            Area::Dispute => &mut self.dispute,
            Area::Change => &mut self.change,
            Area::Connection => &mut self.connection,
        }
    }

    /// Says with whom it is difficult. What was answered about being safe was about somebody else,
    /// and goes.
    pub fn set_who(&mut self, who: Option<Id>) {
        if self.who != who {
            self.safety = Safety::default();
        }
        self.who = who;
    }

    /// Whether a question about being safe was answered with yes.
    pub fn tells_unsafe(&self) -> bool {
        self.safety.has(Told::Yes)
    }

    /// Whether somebody is not safe with the person with whom it is difficult: by these answers,
    /// or by what they said on that person's page.
    pub fn is_unsafe(&self, journal: &Journal) -> bool {
        let person = self.who.and_then(|id| journal.person(id));
        self.tells_unsafe() || person.is_some_and(|it| it.person.feels_unsafe())
    }

    /// Whether anything of a part was answered.
    fn is_begun(&self, part: Part) -> bool {
        match part {
            Part::Safety => self.who.is_some() || !self.safety.is_empty(),
            _ => !self.of(part.area()).is_empty(),
        }
    }

    /// Whether nothing of a part is left to ask.
    fn is_complete(&self, part: Part) -> bool {
        match part {
            Part::Safety => self.safety.all().iter().all(Option::is_some),
            _ => self.of(part.area()).is_complete(),
        }
    }

    /// The parts that are asked, in order. Where somebody is not safe, nothing is asked about
    /// what the two of them want.
    pub fn parts(is_unsafe: bool) -> impl DoubleEndedIterator<Item = Part> {
        Part::ALL.iter().copied().filter(move |part| !(is_unsafe && *part == Part::Dispute))
    }

    /// Where to go on: the last part that was begun, or the one after it if that is complete.
    pub fn resume(&self, is_unsafe: bool) -> Part {
        let last = Self::parts(is_unsafe).rfind(|part| self.is_begun(*part));
        let Some(last) = last else { return Part::Grief };
        let next = Self::parts(is_unsafe).find(|part| *part > last);
        // Where somebody is not safe, one yes is enough.
        let is_settled = self.is_complete(last) || (last == Part::Safety && is_unsafe);
        next.filter(|_| is_settled).unwrap_or(last)
    }
}

/// Somebody's page after a yes about being safe with them, so that it need not be asked again
/// elsewhere; none where it says so already. What is held back then is held back anew.
pub fn noted_unsafe(person: &Person) -> Option<Person> {
    let is_new = !person.feels_unsafe();
    let noted = || Person { safe: Some(Safe::NotAlways), wants_tools: false, ..person.clone() };
    is_new.then(noted)
}

/// With whom the way to be safe stands in place of what could be worked on between the two: by the
/// latest sitting that there is, if a yes was given in it or that person's page holds it back.
pub fn safety_first(journal: &Journal) -> Option<Option<Id>> {
    let (_, latest) = reflections(journal).into_iter().next()?;
    let person = latest.who.and_then(|id| journal.person(id));
    let is_held = person.is_some_and(|it| it.person.holds_back());
    (latest.tells_unsafe() || is_held).then_some(latest.who)
}

/// Which of its day a sitting is, from one on; one that is not kept yet will be the last.
pub fn nth_of_day(journal: &Journal, id: Id, day: Day) -> usize {
    let all = reflections(journal);
    let mut of_day = all.iter().rev().filter(|it| it.1.day == day);
    let n_of_day = of_day.clone().count();
    of_day.position(|it| it.0 == id).unwrap_or(n_of_day) + 1
}

/// Every sitting that is there, the latest first.
pub fn reflections(journal: &Journal) -> Vec<(Id, &Reflection)> {
    let records = journal.others();
    let mut all: Vec<_> =
        records.filter_map(|it| Some((it.reflection()?, it.created, it.id))).collect();
    all.sort_by_key(|(it, created, id)| std::cmp::Reverse((it.day, *created, *id)));
    all.into_iter().map(|(it, _, id)| (id, it)).collect()
}
