//! The sample diary as it is written in its file, before it gets ids and dates.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::super::FeelingId;

/// An invented diary.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SampleFile {
    /// The people in it; entries name them.
    pub(crate) people: Vec<SamplePerson>,
    /// The entries, oldest first.
    pub(crate) entries: Vec<SampleEntry>,
    /// Who stood where on earlier days.
    #[serde(default)]
    pub(crate) snapshots: Vec<SampleSnapshot>,
    /// What stands on the timeline.
    #[serde(default)]
    pub(crate) life: Vec<SampleLife>,
}

/// Something on the timeline of the sample diary.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct SampleLife {
    /// The kind of record.
    pub(crate) is: String,
    /// When it was.
    pub(crate) when: SampleDate,
    /// When it ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) until: Option<SampleDate>,
    /// Names from the list of people.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) people: Vec<String>,
    /// All other fields of the record.
    #[serde(flatten)]
    pub(crate) fields: BTreeMap<String, Value>,
}

/// A date of the sample diary.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SampleDate {
    /// Days before today.
    pub(crate) ago: u16,
    /// How exactly it is known.
    pub(crate) to: SampleExactness,
}

/// How exactly a date of the sample diary is known.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum SampleExactness {
    /// To the day.
    Day,
    /// To the month.
    Month,
    /// To the season.
    Season,
    /// To the year.
    Year,
}

/// A snapshot of the sample diary.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SampleSnapshot {
    /// Days before today.
    pub(crate) ago: u16,
    /// The ring of each person, by name.
    pub(crate) rings: BTreeMap<String, Value>,
}

/// Somebody in the sample diary.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct SamplePerson {
    /// The name that entries use.
    pub(crate) name: String,
    /// All other fields of a person.
    #[serde(flatten)]
    pub(crate) fields: BTreeMap<String, Value>,
}

/// An entry of the sample diary.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct SampleEntry {
    /// Days before today, 1 or more.
    pub(crate) ago: u16,
    /// Time of day.
    pub(crate) time: String,
    /// Names from the list of people.
    #[serde(default)]
    pub(crate) people: Vec<String>,
    /// Feelings.
    #[serde(default)]
    pub(crate) feelings: Vec<SampleFeeling>,
    /// All other fields of an entry.
    #[serde(flatten)]
    pub(crate) fields: BTreeMap<String, Value>,
}

/// A feeling of the vocabulary, with its strength if given.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SampleFeeling {
    /// Which one.
    pub(crate) id: FeelingId,
    /// How strong, 1 to 5.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) strength: Option<u8>,
}
