//! The header: which parts exist, and who may read them.
//!
//! Job: print, parse and choose between its two copies.
//! Must not: be the only place where anything is known; every part says itself what it is.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::frame::{Damage, Frame, FrameError, Kind, SCHEMA};
use super::key::{PartName, ShardName, Slot, StorageKey};
use super::kv::KeyValue;

/// The version of a header that lists cold parts, which a reader of version 1 would miss.
pub(super) const WITH_COLD: u16 = 2;

/// What the header knows of one part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Listed {
    /// Generation of the stored value.
    pub(super) generation: u64,
    /// Its length in UTF-16 units.
    pub(super) units: u64,
}

/// One copy of the header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Header {
    pub(super) generation: u64,
    /// Which diary this is: a number drawn when it was begun.
    pub(super) identity: u64,
    pub(super) min_reader: u16,
    pub(super) min_writer: u16,
    pub(super) parts: BTreeMap<PartName, Listed>,
    /// Parts that only the redo log holds, as it holds them.
    pub(super) cold: BTreeMap<PartName, Listed>,
    /// The generation since which records were saved without the redo log, if they were.
    pub(super) apart: Option<u64>,
}

/// Parts by shard, each `[number, generation, units]`.
type Listing = BTreeMap<ShardName, Vec<(u32, u64, u64)>>;

/// The JSON of a header.
#[derive(Serialize, Deserialize)]
struct Body {
    identity: u64,
    min_reader: u16,
    min_writer: u16,
    parts: Listing,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    cold: Listing,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    apart: Option<u64>,
}

impl Header {
    /// Makes a header that today's version may read and write.
    pub(super) fn new(generation: u64, identity: u64, parts: BTreeMap<PartName, Listed>) -> Self {
        let (min_reader, min_writer) = (SCHEMA, SCHEMA);
        let cold = BTreeMap::new();
        Self { generation, identity, min_reader, min_writer, parts, cold, apart: None }
    }

    /// The same with parts that only the log holds.
    pub(super) fn with_cold(mut self, cold: BTreeMap<PartName, Listed>) -> Self {
        let version = if cold.is_empty() { SCHEMA } else { WITH_COLD };
        (self.min_reader, self.min_writer) = (version, version);
        Self { cold, ..self }
    }

    pub(super) fn print(&self, slot: Slot) -> String {
        let body = Body {
            identity: self.identity,
            min_reader: self.min_reader,
            min_writer: self.min_writer,
            parts: to_listing(&self.parts),
            cold: to_listing(&self.cold),
            apart: self.apart,
        };
        // Cannot fail: the body is made of numbers and of names that print.
        let json = serde_json::to_vec(&body).unwrap_or_default();
        let key = StorageKey::Header(slot).to_string();
        Frame::new(Kind::Header, self.generation, json).print(&key)
    }

    pub(super) fn parse(slot: Slot, text: &str) -> Result<Self, FrameError> {
        let frame = Frame::parse(&StorageKey::Header(slot).to_string(), text)?;
        if frame.kind != Kind::Header {
            return Err(Damage::Schema.into());
        }
        let body: Body = frame.json()?;
        Ok(Self {
            generation: frame.generation,
            identity: body.identity,
            min_reader: body.min_reader,
            min_writer: body.min_writer,
            parts: from_listing(body.parts),
            cold: from_listing(body.cold),
            apart: body.apart,
        })
    }
}

fn to_listing(parts: &BTreeMap<PartName, Listed>) -> Listing {
    let mut listing = Listing::new();
    for (name, listed) in parts {
        let item = (name.number, listed.generation, listed.units);
        listing.entry(name.shard).or_default().push(item);
    }
    listing
}

fn from_listing(listing: Listing) -> BTreeMap<PartName, Listed> {
    let named = listing.into_iter().flat_map(|(shard, items)| {
        items.into_iter().map(move |(number, generation, units)| {
            (PartName { shard, number }, Listed { generation, units })
        })
    });
    named.collect()
}

/// Whether a header, as it is stored, lists parts that only the redo log holds.
pub fn lists_cold(slot: Slot, text: &str) -> bool {
    Header::parse(slot, text).is_ok_and(|header| !header.cold.is_empty())
}

/// Returns the generation that localStorage stands at, without opening anything; `None` when it has
/// no readable header. For [`fence`](super::fence::fence()).
pub fn stored_generation(kv: &impl KeyValue) -> Option<u64> {
    [Slot::A, Slot::B]
        .into_iter()
        .filter_map(|slot| {
            let text = kv.get(&StorageKey::Header(slot).to_string()).ok()??;
            Some(Header::parse(slot, &text).ok()?.generation)
        })
        .max()
}
