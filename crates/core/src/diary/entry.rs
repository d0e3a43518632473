//! One diary entry, from a single tap to a full event.
//!
//! Every field but the date and time may be empty: the same entry grows as far as the person
//! wants to take it. The words that people see for each choice live in the message files.
//!
//! The fields follow what interpersonal therapy looks at in an event between people: what
//! happened, what was said, what each side hoped for, what one felt, did and needed.
//!
//! # Source
//! Weissman, Markowitz, Klerman, "The Guide to Interpersonal Psychotherapy", Oxford 2018
//! (communication analysis, clarification of expectations). The choice of fields is our own.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use thiserror::Error;

use crate::diary::choice::{Alcohol, Area, Did, EventKind, Got, Need};
use crate::id::Id;
use crate::rating::{Level, Mood, SleepHours, Strength};
use crate::text::{Line, Note, Text};
use crate::time::{Day, Now, Offset, TimeOfDay, Zone};

/// Fields that this version does not know, kept as they came so that a newer one finds them again.
pub type Unknown = BTreeMap<String, Value>;

/// When something happened, as the person says.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct When {
    /// The local calendar day, which decides where the entry stands for ever.
    pub day: Day,
    /// The local time of day.
    pub time: TimeOfDay,
    /// How far the local clock was from UTC when this was set.
    pub offset: Offset,
    /// The time zone's name when this was set.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub zone: Zone,
}

impl From<&Now> for When {
    fn from(now: &Now) -> Self {
        Self { day: now.day(), time: now.time(), offset: now.offset, zone: now.zone.clone() }
    }
}

/// Names a feeling: one of the vocabulary in `content/`, or the id of an own word.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct FeelingId(String);

/// A text that cannot name a feeling.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("not the name of a feeling: 1 to 32 characters of a–z, 0–9 and _")]
pub struct NotAFeelingId;

impl FeelingId {
    /// The name as it is stored.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for FeelingId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for FeelingId {
    type Error = NotAFeelingId;

    fn try_from(text: String) -> Result<Self, NotAFeelingId> {
        let ok = (1..=32).contains(&text.len())
            && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
        if ok { Ok(Self(text)) } else { Err(NotAFeelingId) }
    }
}

impl TryFrom<&str> for FeelingId {
    type Error = NotAFeelingId;

    fn try_from(text: &str) -> Result<Self, NotAFeelingId> {
        text.to_owned().try_into()
    }
}

impl From<FeelingId> for String {
    fn from(id: FeelingId) -> Self {
        id.0
    }
}

impl From<Id> for FeelingId {
    fn from(id: Id) -> Self {
        Self(id.to_string())
    }
}

/// A feeling in an entry, with how strong it was if the person said so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Feeling {
    /// Which feeling.
    pub id: FeelingId,
    /// How strong.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub strength: Option<Strength>,
}

/// A feeling in the person's own word, placed where they think it belongs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnFeeling {
    /// The word.
    pub word: Text<40>,
    /// The family of the vocabulary that it belongs to.
    pub family: FeelingId,
    /// Fields of a newer version.
    #[serde(flatten)]
    pub unknown: Unknown,
}

/// Who said a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Speaker {
    /// The person who writes.
    Me,
    /// Somebody else who was there.
    Other,
    /// Somebody of the people list.
    Person(Id),
}

/// One line of what was said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaidLine {
    /// Who spoke.
    pub who: Speaker,
    /// The words.
    pub text: Line,
    /// How it was said, in a few words.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub how: Text<60>,
}

/// Body and routine. Not asked for unless the person turns it on.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wellbeing {
    /// Hours slept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sleep_hours: Option<SleepHours>,
    /// How good the sleep was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sleep_quality: Option<Level>,
    /// How much energy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub energy: Option<Level>,
    /// How much appetite.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub appetite: Option<Level>,
    /// How much alcohol.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alcohol: Option<Alcohol>,
}

/// The daily rhythm: four anchor times. Not asked for unless the person turns it on.
///
/// # Source
/// Frank et al., "Two-year outcomes for interpersonal and social rhythm therapy", Arch Gen
/// Psychiatry 2005. The choice of four times is our own.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rhythm {
    /// Got up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub up: Option<TimeOfDay>,
    /// Went out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub out: Option<TimeOfDay>,
    /// First contact with somebody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_contact: Option<TimeOfDay>,
    /// Went to bed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bed: Option<TimeOfDay>,
}

/// A diary entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own, and left out if not so"
)]
pub struct Entry {
    /// When it happened.
    pub when: When,
    /// "Nothing much": a calm day, said in one tap.
    #[serde(default, skip_serializing_if = "is_false")]
    pub quiet: bool,
    /// The mood at the time of writing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mood: Option<Mood>,
    /// The mood just before the event.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Mood>,
    /// The mood just after the event.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<Mood>,
    /// Up to [`Entry::MAX_FEELINGS`] feelings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub feelings: Vec<Feeling>,
    /// The people concerned.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<Id>,
    /// What kind of event it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<EventKind>,
    /// What happened: just the facts.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub what: Note,
    /// What was said: up to [`Entry::MAX_LINES`] lines.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<SaidLine>,
    /// What the person expected or hoped for.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub expected: Line,
    /// What came instead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub got: Option<Got>,
    /// What the person did.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub did: Vec<Did>,
    /// How it ended.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub outcome: Line,
    /// What the person needed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub need: Option<Need>,
    /// The problem areas that it belongs to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub areas: Vec<Area>,
    /// How supported the person felt.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub support: Option<Level>,
    /// How connected the person felt.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub connected: Option<Level>,
    /// Body and routine.
    #[serde(default, skip_serializing_if = "is_default")]
    pub wellbeing: Wellbeing,
    /// Daily rhythm.
    #[serde(default, skip_serializing_if = "is_default")]
    pub rhythm: Rhythm,
    /// Starred: to look at again, or to bring to a session.
    #[serde(default, skip_serializing_if = "is_false")]
    pub star: bool,
    /// Covered: its words are not shown in lists until the person opens it, and never printed.
    #[serde(default, skip_serializing_if = "is_false")]
    pub covered: bool,
    /// Pinned to the timeline.
    #[serde(default, skip_serializing_if = "is_false")]
    pub pinned: bool,
    /// Fields of a newer version.
    #[serde(flatten)]
    pub unknown: Unknown,
}

impl Entry {
    /// The largest number of feelings in one entry.
    pub const MAX_FEELINGS: usize = 5;
    /// The largest number of lines in "what was said".
    pub const MAX_LINES: usize = 6;

    /// An entry with nothing in it yet.
    pub fn new(when: When) -> Self {
        Self {
            when,
            quiet: false,
            mood: None,
            before: None,
            after: None,
            feelings: Vec::new(),
            people: Vec::new(),
            kind: None,
            what: Note::default(),
            lines: Vec::new(),
            expected: Line::default(),
            got: None,
            did: Vec::new(),
            outcome: Line::default(),
            need: None,
            areas: Vec::new(),
            support: None,
            connected: None,
            wellbeing: Wellbeing::default(),
            rhythm: Rhythm::default(),
            star: false,
            covered: false,
            pinned: false,
            unknown: Unknown::new(),
        }
    }

    /// Whether the person has put nothing in it but the time.
    pub fn is_blank(&self) -> bool {
        *self == Self { unknown: self.unknown.clone(), ..Self::new(self.when.clone()) }
    }

    /// Every piece of text that the person typed, in reading order.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let lines = self.lines.iter().flat_map(|line| [&*line.text, &*line.how]);
        std::iter::once(&*self.what)
            .chain(lines)
            .chain([&*self.expected, &*self.outcome])
            .filter(|text| !text.is_empty())
    }

    /// The people concerned and the people who said something, each once.
    pub fn named_people(&self) -> Vec<Id> {
        let speakers = self.lines.iter().filter_map(|line| match line.who {
            Speaker::Person(id) => Some(id),
            Speaker::Me | Speaker::Other => None,
        });
        let mut people = Vec::new();
        for id in self.people.iter().copied().chain(speakers) {
            if !people.contains(&id) {
                people.push(id);
            }
        }
        people
    }

    /// Whether a person is concerned, or said something.
    pub fn mentions(&self, person: Id) -> bool {
        self.people.contains(&person)
            || self.lines.iter().any(|line| line.who == Speaker::Person(person))
    }

    /// Adds a feeling, or takes it away if it is there. Does nothing beyond the largest number.
    pub fn toggle_feeling(&mut self, id: &FeelingId) {
        if let Some(place) = self.feelings.iter().position(|feeling| feeling.id == *id) {
            self.feelings.remove(place);
        } else if self.feelings.len() < Self::MAX_FEELINGS {
            self.feelings.push(Feeling { id: id.clone(), strength: None });
        }
    }

    /// Adds a person, or takes them away if they are there.
    pub fn toggle_person(&mut self, id: Id) {
        toggle(&mut self.people, id);
    }
}

/// Adds a value to a list, or takes it away if it is there.
pub fn toggle<T: PartialEq>(list: &mut Vec<T>, value: T) {
    if let Some(place) = list.iter().position(|other| *other == value) {
        list.remove(place);
    } else {
        list.push(value);
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for this shape")]
fn is_false(value: &bool) -> bool {
    !value
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry() -> Entry {
        Entry::new(When {
            day: "2026-11-24".parse().expect("day"),
            time: "02:10".parse().expect("time"),
            offset: Offset::UTC,
            zone: Zone::default(),
        })
    }

    #[test]
    fn a_blank_entry_is_small() {
        let json = serde_json::to_string(&entry()).expect("json");
        assert_eq!(json, r#"{"when":{"day":"2026-11-24","time":"02:10","offset":0}}"#);
        assert!(entry().is_blank());
    }

    #[test]
    fn fields_of_a_newer_version_survive() {
        let json = r#"{"when":{"day":"2026-11-24","time":"02:10","offset":0},"mood":4,"weather":{"sun":true}}"#;
        let entry: Entry = serde_json::from_str(json).expect("entry");
        assert_eq!(entry.mood, Mood::try_from(4).ok());
        assert_eq!(serde_json::to_string(&entry).expect("json"), json);
    }

    #[test]
    fn five_feelings_and_no_more() {
        let mut entry = entry();
        for id in ["a", "b", "c", "d", "e", "f"] {
            entry.toggle_feeling(&id.try_into().expect("id"));
        }
        assert_eq!(entry.feelings.len(), Entry::MAX_FEELINGS);
        entry.toggle_feeling(&"a".try_into().expect("id"));
        assert_eq!(entry.feelings.first().map(|f| f.id.as_str()), Some("b"));
    }

    #[test]
    fn refuses_names_that_are_not_feelings() {
        for bad in ["", "Sad", "left out", "é", "<b>", &"x".repeat(33)] {
            assert!(FeelingId::try_from(bad).is_err(), "{bad:?}");
        }
        assert!(FeelingId::try_from("left_out").is_ok());
    }
}
