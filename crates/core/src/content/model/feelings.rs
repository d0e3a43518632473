//! The vocabulary of feelings: words in families, each with a plain meaning and a place on the pad.

use serde::{Deserialize, Serialize};

use super::super::FeelingId;

/// The vocabulary of feelings.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vocabulary {
    note: String,
    first: Vec<FeelingId>,
    #[serde(rename = "family")]
    families: Vec<Family>,
}

/// Feelings that belong together.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Family {
    id: FeelingId,
    name: String,
    #[serde(rename = "feeling")]
    words: Vec<Word>,
}

/// A word for a feeling.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Word {
    id: FeelingId,
    #[serde(rename = "word")]
    text: String,
    meaning: String,
    #[serde(rename = "v")]
    pleasant: f32,
    #[serde(rename = "a")]
    stirred: f32,
}

impl Vocabulary {
    /// What to say about the places of the words: that they are a choice, not a measurement.
    pub fn note(&self) -> &str {
        &self.note
    }

    /// The words that are offered first to somebody who has not used any yet.
    pub fn first(&self) -> &[FeelingId] {
        &self.first
    }

    /// The families in the order they are offered.
    pub fn families(&self) -> &[Family] {
        &self.families
    }
}

impl Family {
    /// The family's id, kept in a person's own words.
    pub fn id(&self) -> &FeelingId {
        &self.id
    }

    /// The family's name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its words in the order they are offered.
    pub fn words(&self) -> &[Word] {
        &self.words
    }
}

impl Word {
    /// The id kept in entries.
    pub fn id(&self) -> &FeelingId {
        &self.id
    }

    /// The word itself.
    pub fn word(&self) -> &str {
        &self.text
    }

    /// What it means, in one line of at most 120 characters.
    pub fn meaning(&self) -> &str {
        &self.meaning
    }

    /// Where it lies from unpleasant (−1) to pleasant (1). Our own choice of layout, not measured.
    pub fn pleasant(&self) -> f32 {
        self.pleasant
    }

    /// Where it lies from quiet (−1) to stirred up (1). Our own choice of layout, not measured.
    pub fn stirred(&self) -> f32 {
        self.stirred
    }
}
