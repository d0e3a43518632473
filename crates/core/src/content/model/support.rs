//! Help lines by region, with the month in which they were last checked.
//!
//! Only lines that we are fairly sure of are here; for the others there is a directory to look in.

use serde::{Deserialize, Serialize};

use super::RegionId;

/// A country or group of countries with its help lines.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Region {
    id: RegionId,
    name: String,
    order: u8,
    checked: String,
    emergency: Emergency,
    #[serde(default, rename = "line")]
    lines: Vec<HelpLine>,
    #[serde(default, rename = "directory")]
    directories: Vec<Directory>,
}

/// What to call when someone is in danger.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Emergency {
    numbers: Vec<String>,
    #[serde(default)]
    note: String,
}

/// What a line is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LineGroup {
    /// Anyone who needs to talk.
    Talk,
    /// People who are frightened, hurt or controlled by somebody.
    Abuse,
    /// People in grief.
    Grief,
}

/// How sure we are of a line. Lines we are less sure of are not shipped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// The provider's own or an official page was seen.
    High,
    /// A reliable page of somebody else was seen.
    Medium,
}

/// Someone to talk to.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HelpLine {
    name: String,
    group: LineGroup,
    #[serde(default)]
    about: String,
    #[serde(default)]
    hours: String,
    #[serde(default)]
    free: bool,
    confidence: Confidence,
    source: String,
    ways: Vec<Way>,
}

/// One way to reach a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// A telephone call to a number, as people write it there.
    Call(String),
    /// A text message.
    Text {
        /// The number as people write it there.
        number: String,
        /// The word to send, or empty when any message will do.
        #[serde(default)]
        word: String,
    },
    /// A chat at an `https` address.
    Chat(String),
}

/// A place that lists lines where we could confirm none.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Directory {
    name: String,
    group: LineGroup,
    #[serde(default)]
    link: String,
    #[serde(default)]
    note: String,
}

impl Region {
    /// The region's id.
    pub fn id(&self) -> &RegionId {
        &self.id
    }

    /// The region's name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its place in the list of regions.
    pub fn order(&self) -> u8 {
        self.order
    }

    /// When every line was last checked, as year and month: `2026-11`.
    pub fn checked(&self) -> &str {
        &self.checked
    }

    /// What to call when someone is in danger.
    pub fn emergency(&self) -> &Emergency {
        &self.emergency
    }

    /// The lines of a group, the ones to show first at the front.
    pub fn lines(&self, group: LineGroup) -> impl Iterator<Item = &HelpLine> {
        self.lines.iter().filter(move |line| line.group == group)
    }

    /// Where to look for lines of a group that we could not confirm.
    pub fn directories(&self, group: LineGroup) -> impl Iterator<Item = &Directory> {
        self.directories.iter().filter(move |directory| directory.group == group)
    }
}

impl Emergency {
    /// The numbers, the usual one first. Never empty.
    pub fn numbers(&self) -> &[String] {
        &self.numbers
    }

    /// A sentence to show beside them, or empty.
    pub fn note(&self) -> &str {
        &self.note
    }
}

impl HelpLine {
    /// The line's name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What it is for.
    pub fn group(&self) -> LineGroup {
        self.group
    }

    /// For whom it is, or empty for everyone.
    pub fn about(&self) -> &str {
        &self.about
    }

    /// When it answers, or empty when we could not confirm it.
    pub fn hours(&self) -> &str {
        &self.hours
    }

    /// Whether it is known to cost nothing.
    pub fn is_free(&self) -> bool {
        self.free
    }

    /// How sure we are of it.
    pub fn confidence(&self) -> Confidence {
        self.confidence
    }

    /// Where the number was seen.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// How to reach it, the easiest way first. Never empty.
    pub fn ways(&self) -> &[Way] {
        &self.ways
    }
}

impl Way {
    /// The address of a link that opens the dialler, the message app or the website, and does nothing by itself.
    pub fn href(&self) -> String {
        let dial = |number: &str| {
            number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect::<String>()
        };
        match self {
            Self::Call(number) => format!("tel:{}", dial(number)),
            Self::Text { number, word } if word.is_empty() => format!("sms:{}", dial(number)),
            // "?&" is the form that both Android and iOS understand.
            Self::Text { number, word } => format!("sms:{}?&body={word}", dial(number)),
            Self::Chat(link) => link.clone(),
        }
    }
}

impl Directory {
    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What its lines are for.
    pub fn group(&self) -> LineGroup {
        self.group
    }

    /// An `https` address, or empty when we name only the service to look up.
    pub fn link(&self) -> &str {
        &self.link
    }

    /// A sentence about it, or empty.
    pub fn note(&self) -> &str {
        &self.note
    }
}
