//! The words by which a goal is seen that names a feeling only.

use serde::{Deserialize, Serialize};

/// Words of feelings, and words that say nothing by themselves.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GoalWords {
    feelings: Vec<String>,
    fillers: Vec<String>,
}

impl GoalWords {
    /// Whether a word in small letters names a feeling.
    pub fn is_feeling(&self, word: &str) -> bool {
        self.feelings.iter().any(|it| it == word)
    }

    /// Whether a word in small letters says nothing by itself.
    pub fn is_filler(&self, word: &str) -> bool {
        self.fillers.iter().any(|it| it == word)
    }

    /// Every word of both lists.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.feelings.iter().chain(&self.fillers).map(String::as_str)
    }
}
