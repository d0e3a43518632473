//! The journal of one operation on several keys, which no browser makes atomic.
//!
//! Job: print and parse `sk1.j`. Once it is written the operation is certain: whoever opens the
//! store next finishes it. Until then nothing has happened.
//! Must not: perform it.

use serde::{Deserialize, Serialize};

use super::frame::{Damage, Frame, FrameError, Kind};
use super::key::StorageKey;

/// An operation under way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Operation {
    /// These values are to be stored under these keys.
    Redo(Vec<(String, String)>),
    /// The values are in the redo log, complete up to this generation.
    AwaitLog(u64),
    /// Every key of ours goes, except these.
    Erase(Vec<String>),
}

impl Operation {
    pub(super) fn print(&self, generation: u64) -> String {
        // Cannot fail: strings and numbers only.
        let json = serde_json::to_vec(self).unwrap_or_default();
        Frame::new(Kind::Journal, generation, json).print(&StorageKey::Journal.to_string())
    }

    pub(super) fn parse(text: &str) -> Result<(u64, Self), FrameError> {
        let frame = Frame::parse(&StorageKey::Journal.to_string(), text)?;
        if frame.kind != Kind::Journal {
            return Err(Damage::Schema.into());
        }
        let operation = frame.json()?;
        Ok((frame.generation, operation))
    }
}
