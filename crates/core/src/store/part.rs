//! One stored value of a shard: records by id.
//!
//! Job: print and parse `{"shard":…,"part":…,"records":{id: record, …}}`, and count its size.
//! Must not: look inside a record.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::value::RawValue;

use super::frame::{Damage, Frame, FrameError, Kind};
use super::header::Listed;
use super::key::{PartName, ShardName, StorageKey};

/// Bytes of JSON above which a part takes no new record. Smaller parts make a save cheaper and
/// compression worse; see the figures in the storage format document.
pub const PART_TARGET: usize = 48 * 1024;
/// Bytes of JSON to which a part may grow by changes to its records before one moves out.
pub const PART_MAX: usize = 2 * PART_TARGET;

/// Bytes of JSON around one record: its quotes, colon and comma.
const AROUND: usize = 4;

/// The records of a part, by id.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Records {
    map: BTreeMap<Box<str>, Box<str>>,
    size: usize,
}

impl Records {
    pub(super) fn get(&self, id: &str) -> Option<&str> {
        self.map.get(id).map(|json| &**json)
    }

    pub(super) fn put(&mut self, id: &str, json: &str) {
        self.remove(id);
        self.size += Self::cost(id, json);
        self.map.insert(id.into(), json.into());
    }

    pub(super) fn remove(&mut self, id: &str) -> bool {
        let old = self.map.remove(id);
        self.size -= old.as_ref().map_or(0, |json| Self::cost(id, json));
        old.is_some()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.map.iter().map(|(id, json)| (&**id, &**json))
    }

    pub(super) fn len(&self) -> usize {
        self.map.len()
    }

    /// Returns the bytes of JSON of all records.
    pub(super) fn size(&self) -> usize {
        self.size
    }

    /// Returns the bytes of JSON that a record takes.
    pub(super) fn cost(id: &str, json: &str) -> usize {
        id.len() + json.len() + AROUND
    }
}

/// What is known of a part's content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum State {
    /// Not looked at yet.
    Unread,
    /// In memory.
    Read(Records),
    /// Cannot be read; a newer version may, or nobody.
    Unreadable(FrameError),
}

/// A part, as the engine holds it.
#[derive(Debug, Clone)]
pub(super) struct Part {
    /// Generation of the content in memory, or of the stored value where it was not read.
    pub(super) generation: u64,
    /// What localStorage holds, as far as known.
    pub(super) stored: Option<Listed>,
    /// What only the redo log holds, if the part is cold.
    pub(super) cold: Option<Listed>,
    pub(super) state: State,
}

impl Part {
    /// A part that localStorage holds and nobody has read yet.
    pub(super) fn unread(stored: Listed) -> Self {
        let (generation, stored) = (stored.generation, Some(stored));
        Self { generation, stored, cold: None, state: State::Unread }
    }

    /// A part that the redo log alone holds and nobody has read yet.
    pub(super) fn unread_cold(listed: Listed) -> Self {
        let (generation, cold) = (listed.generation, Some(listed));
        Self { generation, stored: None, cold, state: State::Unread }
    }

    pub(super) fn records(&self) -> Option<&Records> {
        match &self.state {
            State::Read(records) => Some(records),
            State::Unread | State::Unreadable(_) => None,
        }
    }

    pub(super) fn records_mut(&mut self) -> Option<&mut Records> {
        match &mut self.state {
            State::Read(records) => Some(records),
            State::Unread | State::Unreadable(_) => None,
        }
    }
}

#[derive(Deserialize)]
struct Body<'a> {
    shard: ShardName,
    part: u32,
    #[serde(borrow)]
    records: BTreeMap<String, &'a RawValue>,
}

/// Prints a part as it is stored under its key.
pub(super) fn print(name: PartName, generation: u64, records: &Records) -> String {
    let mut json = String::with_capacity(records.size() + 64);
    json.extend([r#"{"shard":""#, &name.shard.to_string(), r#"","part":"#]);
    json.extend([&*name.number.to_string(), r#","records":{"#]);
    for (index, (id, record)) in records.iter().enumerate() {
        if index > 0 {
            json.push(',');
        }
        if id.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            json.extend(["\"", id, "\""]);
        } else {
            json.push_str(&serde_json::Value::from(id).to_string());
        }
        json.push(':');
        json.push_str(record);
    }
    json.push_str("}}");
    let key = StorageKey::Part(name).to_string();
    Frame::new(Kind::Shard, generation, json.into_bytes()).print(&key)
}

/// Parses what is stored under a part's key into its generation and records.
pub(super) fn parse(name: PartName, text: &str) -> Result<(u64, Records), FrameError> {
    let frame = Frame::parse(&StorageKey::Part(name).to_string(), text)?;
    if frame.kind != Kind::Shard {
        return Err(Damage::Schema.into());
    }
    let body: Body<'_> = frame.json()?;
    if (body.shard, body.part) != (name.shard, name.number) {
        return Err(Damage::Schema.into());
    }
    let mut records = Records::default();
    for (id, json) in body.records {
        records.put(&id, json.get());
    }
    Ok((frame.generation, records))
}
