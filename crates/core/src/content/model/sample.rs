//! The sample diary as it is written in its file, before it gets ids and dates.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::super::FeelingId;

/// An invented diary.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SampleFile {
    /// The people in it; entries name them.
    pub people: Vec<SamplePerson>,
    /// The entries, oldest first.
    pub entries: Vec<SampleEntry>,
}

/// Somebody in the sample diary.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SamplePerson {
    /// The name that entries use.
    pub name: String,
    /// All other fields of a person.
    #[serde(flatten)]
    pub fields: BTreeMap<String, Value>,
}

/// An entry of the sample diary.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SampleEntry {
    /// Days before today, 1 or more.
    pub ago: u16,
    /// Time of day.
    pub time: String,
    /// Names from the list of people.
    #[serde(default)]
    pub people: Vec<String>,
    /// Feelings.
    #[serde(default)]
    pub feelings: Vec<SampleFeeling>,
    /// All other fields of an entry.
    #[serde(flatten)]
    pub fields: BTreeMap<String, Value>,
}

/// A feeling of the vocabulary, with its strength if given.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SampleFeeling {
    /// Which one.
    pub id: FeelingId,
    /// How strong, 1 to 5.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub strength: Option<u8>,
}
