//! The names under which things are stored.
//!
//! Job: print and parse every key of ours; nothing else in the engine spells a key.
//! Must not: touch a key that it cannot parse.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::record::Shelf;
use crate::time::Month;

/// What every key of ours starts with.
pub const PREFIX: &str = "sk1.";

/// Why a text names nothing.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("not a name: {0:?}")]
pub struct NameError(String);

/// Which records live together: those of one calendar month, or everything that has no day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum ShardName {
    /// Everything that belongs to no day.
    Profile,
    /// What belongs to a calendar month.
    Month(Month),
}

impl From<Shelf> for ShardName {
    fn from(shelf: Shelf) -> Self {
        match shelf {
            Shelf::Profile => Self::Profile,
            Shelf::Month(month) => Self::Month(month),
        }
    }
}

impl fmt::Display for ShardName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Profile => f.write_str("profile"),
            Self::Month(month) => month.fmt(f),
        }
    }
}

impl FromStr for ShardName {
    type Err = NameError;

    fn from_str(text: &str) -> Result<Self, NameError> {
        match text {
            "profile" => Ok(Self::Profile),
            _ => text.parse().map(Self::Month).map_err(|_| NameError(text.to_owned())),
        }
    }
}

impl From<ShardName> for String {
    fn from(name: ShardName) -> Self {
        name.to_string()
    }
}

impl TryFrom<String> for ShardName {
    type Error = NameError;

    fn try_from(text: String) -> Result<Self, NameError> {
        text.parse()
    }
}

/// One stored value of a shard: a shard is split so that a save rewrites little.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartName {
    /// The shard it belongs to.
    pub shard: ShardName,
    /// Its number, from 1.
    pub number: u32,
}

impl fmt::Display for PartName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.shard, self.number)
    }
}

impl FromStr for PartName {
    type Err = NameError;

    fn from_str(text: &str) -> Result<Self, NameError> {
        let parsed = text.split_once('.').and_then(|(shard, number)| {
            Some(Self { shard: shard.parse().ok()?, number: number.parse().ok()? })
        });
        parsed
            .filter(|part| part.number > 0 && part.to_string() == text)
            .ok_or_else(|| NameError(text.to_owned()))
    }
}

/// One draft: the text of one editor in one tab.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DraftName {
    tab: String,
    id: String,
}

impl DraftName {
    /// Names a draft.
    ///
    /// # Errors
    /// [`NameError`] unless both are 1 to 64 ASCII letters, digits, `-` or `_`.
    pub fn new(tab: &str, id: &str) -> Result<Self, NameError> {
        for word in [tab, id] {
            let plain = word.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
            if !plain || word.is_empty() || word.len() > 64 {
                return Err(NameError(word.to_owned()));
            }
        }
        Ok(Self { tab: tab.to_owned(), id: id.to_owned() })
    }

    /// Returns the tab that wrote it.
    pub fn tab(&self) -> &str {
        &self.tab
    }

    /// Returns what it is a draft of.
    pub fn id(&self) -> &str {
        &self.id
    }
}

/// Which of the two header copies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Slot {
    /// The first copy.
    A,
    /// The second copy.
    B,
}

impl Slot {
    /// Returns the other copy, which the next header is written to.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::A => Self::B,
            Self::B => Self::A,
        }
    }
}

/// Every key of ours.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StorageKey {
    /// `sk1.h.a`, `sk1.h.b`: what is stored, twice.
    Header(Slot),
    /// `sk1.s.2026-11.1`, `sk1.s.profile.1`: records.
    Part(PartName),
    /// `sk1.j`: an operation on several keys that is under way.
    Journal,
    /// `sk1.d.<tab>.<id>`: text that was not saved yet.
    Draft(DraftName),
    /// `sk1.r`: the reserve block.
    Reserve,
    /// `sk1.q.<part>`: a note that the part is unreadable.
    Quarantine(PartName),
    /// `sk1.t`: this device.
    Device,
    /// `sk1.u`: interface preferences, plain JSON, not framed; read before the app starts.
    Preferences,
}

impl fmt::Display for StorageKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(PREFIX)?;
        match self {
            Self::Header(Slot::A) => f.write_str("h.a"),
            Self::Header(Slot::B) => f.write_str("h.b"),
            Self::Part(part) => write!(f, "s.{part}"),
            Self::Journal => f.write_str("j"),
            Self::Draft(name) => write!(f, "d.{}.{}", name.tab, name.id),
            Self::Reserve => f.write_str("r"),
            Self::Quarantine(part) => write!(f, "q.{part}"),
            Self::Device => f.write_str("t"),
            Self::Preferences => f.write_str("u"),
        }
    }
}

impl FromStr for StorageKey {
    type Err = NameError;

    fn from_str(text: &str) -> Result<Self, NameError> {
        let wrong = || NameError(text.to_owned());
        let rest = text.strip_prefix(PREFIX).ok_or_else(wrong)?;
        match rest.split_once('.') {
            None => match rest {
                "j" => Ok(Self::Journal),
                "r" => Ok(Self::Reserve),
                "t" => Ok(Self::Device),
                "u" => Ok(Self::Preferences),
                _ => Err(wrong()),
            },
            Some(("h", "a")) => Ok(Self::Header(Slot::A)),
            Some(("h", "b")) => Ok(Self::Header(Slot::B)),
            Some(("s", part)) => Ok(Self::Part(part.parse()?)),
            Some(("q", part)) => Ok(Self::Quarantine(part.parse()?)),
            Some(("d", name)) => {
                let (tab, id) = name.split_once('.').ok_or_else(wrong)?;
                Ok(Self::Draft(DraftName::new(tab, id)?))
            }
            Some(_) => Err(wrong()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_prints_as_it_parses() {
        for text in [
            "sk1.h.a",
            "sk1.h.b",
            "sk1.s.2026-11.1",
            "sk1.s.profile.12",
            "sk1.j",
            "sk1.r",
            "sk1.t",
            "sk1.u",
            "sk1.q.2026-11.1",
            "sk1.d.tab-1.01hx_2",
        ] {
            assert_eq!(text.parse::<StorageKey>().map(|key| key.to_string()), Ok(text.to_owned()));
        }
    }

    #[test]
    fn anything_else_is_refused() {
        for text in [
            "",
            "sk1.",
            "sk1.x",
            "sk1.h.c",
            "sk1.s.zzz",
            "sk1.s.2026-13.1",
            "sk1.s.2026-1.1",
            "sk1.s.2026-11",
            "sk1.s.2026-11.0",
            "sk1.s.2026-11.01",
            "sk1.s.2026-11.1.1",
            "sk1.j.x",
            "sk1.d.a",
            "sk1.d.a.b.c",
            "sk1.d..b",
            "SK1.j",
            "other",
            "sk1.s.+026-11.1",
        ] {
            assert!(text.parse::<StorageKey>().is_err(), "{text}");
        }
    }
}
