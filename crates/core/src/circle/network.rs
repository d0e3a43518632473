//! The questions about everybody together, and whether that is everybody.

use serde::{Deserialize, Serialize};

use crate::diary::Unknown;
use crate::diary::choice::choice;
use crate::id::Id;
use crate::journal::Journal;
use crate::text::Answer;

choice! {
    /// What somebody tends to do when they need help.
    Asking {
        /// They ask.
        Ask,
        /// They hint.
        Hint,
        /// They wait.
        Wait,
        /// They hide it.
        Hide,
    }
}

/// What somebody answered about all their people together.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Network {
    /// Whether they said that those they have added are everybody.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub everyone: bool,
    /// Whom they would call on a bad evening.
    #[serde(default, skip_serializing_if = "Answer::is_empty")]
    pub call: Answer,
    /// Who makes everyday life easier.
    #[serde(default, skip_serializing_if = "Answer::is_empty")]
    pub easier: Answer,
    /// Who used to be close and is not now.
    #[serde(default, skip_serializing_if = "Answer::is_empty")]
    pub was_close: Answer,
    /// Groups, teams and places where they belong.
    #[serde(default, skip_serializing_if = "Answer::is_empty")]
    pub belong: Answer,
    /// What tends to happen when they need help.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asking: Option<Asking>,
    /// A pattern across their relationships that they would like to change.
    #[serde(default, skip_serializing_if = "Answer::is_empty")]
    pub pattern: Answer,
    /// Fields of a newer version.
    #[serde(flatten)]
    pub unknown: Unknown,
}

impl Network {
    /// The record that holds the answers; no other is read. It has the same name on every device. Of
    /// the answers of two devices the later ones hold as a whole, and the others are a version.
    pub const ID: Id = Id::from_bytes(*b"everybody there.");
    /// How many questions there are.
    pub const N_QUESTIONS: usize = 6;

    /// How many of them are answered.
    pub fn n_answered(&self) -> usize {
        let words = [&self.call, &self.easier, &self.was_close, &self.belong, &self.pattern];
        let n_words = words.iter().filter(|it| !it.is_blank()).count();
        n_words + usize::from(self.asking.is_some())
    }
}

/// What was answered; none if nothing was.
pub fn network(journal: &Journal) -> Option<&Network> {
    journal.get(Network::ID)?.network()
}
