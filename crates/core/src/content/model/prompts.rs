//! Gentle questions to write about.

use serde::{Deserialize, Serialize};

use super::super::Area;
use super::PromptId;

/// Where somebody is in IPT, as far as a prompt cares.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PromptPhase {
    /// Fits at any time.
    Any,
    /// The beginning.
    Beginning,
    /// The middle.
    Middle,
    /// The ending.
    Ending,
    /// Afterwards, keeping well.
    After,
}

/// A gentle question to write about.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Prompt {
    id: PromptId,
    phase: PromptPhase,
    #[serde(default)]
    area: Option<Area>,
    text: String,
}

impl Prompt {
    /// The prompt's id.
    pub fn id(&self) -> &PromptId {
        &self.id
    }

    /// The phase it is meant for.
    pub fn phase(&self) -> PromptPhase {
        self.phase
    }

    /// The area it is meant for; `None` fits every area.
    pub fn area(&self) -> Option<Area> {
        self.area
    }

    /// The question.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether it suits somebody in this phase who works on this area, if any.
    pub fn suits(&self, phase: PromptPhase, area: Option<Area>) -> bool {
        (self.phase == PromptPhase::Any || self.phase == phase)
            && (self.area.is_none() || self.area == area)
    }
}
