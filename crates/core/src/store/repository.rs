//! The durable map from (shard, id) to JSON.
//!
//! Job: read shards on demand and change records in atomic batches.
//! Must not: drop, shorten or overwrite anything that it could not read.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::value::RawValue;
use thiserror::Error;

use super::disk::Disk;
use super::fork::Fork;
use super::frame::FrameError;
use super::key::{PartName, ShardName, Slot, StorageKey};
use super::kv::{KeyValue, StoreError};
use super::log::{LogBatch, LogItem};
use super::part::{PART_MAX, PART_TARGET, Part, Records, State};
use super::quota::{Measure, Usage};

/// Whether this tab may write.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Role {
    /// The only writer.
    #[default]
    Writer,
    /// Another tab writes: nothing is changed here but drafts.
    Follower,
}

/// How to open the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Options {
    /// Whether this tab may write.
    pub role: Role,
    /// How the browser counts.
    pub measure: Measure,
    /// A fresh random number, which becomes the identity of the diary if there is none yet.
    pub identity: u64,
}

/// Whether records may be changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// They may.
    ReadWrite,
    /// They may not.
    ReadOnly(ReadOnly),
}

/// Why records may not be changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ReadOnly {
    /// Another tab is the writer.
    #[error("another tab writes")]
    Follower,
    /// A newer version wrote something here; what this version understands can be read.
    #[error("a newer version wrote here")]
    NewerData,
    /// A newer version is needed even to read.
    #[error("a newer version is needed to read")]
    NeedsNewer,
    /// Everything was erased; [`Repository::erase_confirmed`] ends this.
    #[error("an erasure is under way")]
    Erasing,
    /// Not one part can be read: the cause is not a damaged part, so nothing is touched.
    #[error("nothing can be read")]
    AllUnreadable,
}

/// A change of one record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RecordChange<'a> {
    /// The shard it is in, or goes to.
    pub shard: ShardName,
    /// Its id: any text; ASCII letters and digits are the cheapest.
    pub id: &'a str,
    /// Its new JSON, or `None` to remove it from this shard.
    pub json: Option<&'a str>,
}

/// Where a batch is after the call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveOutcome {
    /// localStorage has it.
    InStore,
    /// localStorage did not take it: it is saved only once the log has it. Memory has it, and every
    /// later save tries again.
    LogOnly(StoreError),
}

/// A batch that was taken over.
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use = "the batch is not safe before its log part is written"]
pub struct Saved {
    /// Where it is.
    pub outcome: SaveOutcome,
    /// What the shell must write to the redo log, in one transaction.
    pub log: LogBatch,
}

/// Why a batch was refused; nothing has changed.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum SaveError {
    /// Records may not be changed.
    #[error("the store is read-only: {0}")]
    ReadOnly(#[from] ReadOnly),
    /// The new value of a record is not JSON.
    #[error("record {0:?} is not json")]
    NotJson(String),
    /// What was stored is gone: somebody cleared the browser's data while the app was open.
    #[error("the store was cleared by somebody else")]
    Cleared,
    /// Somebody else wrote: another tab became the writer.
    #[error("somebody else wrote to the store")]
    Overtaken,
    /// A shard that must be read first could not be.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// A part that could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Problem {
    /// Which part.
    pub part: PartName,
    /// Why.
    pub error: FrameError,
}

/// What a shard holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ShardContents<'a> {
    /// Id and JSON of every readable record, each id once.
    pub records: Vec<(&'a str, &'a str)>,
    /// Parts that could not be read; their bytes stay where they are.
    pub problems: Vec<Problem>,
    /// Number of cold parts that are not here, because the redo log is not.
    pub n_unreached: usize,
}

/// The storage engine over one [`KeyValue`]; see the [module](super) for how to use it.
#[derive(Debug, Clone)]
pub struct Repository<K> {
    pub(super) disk: Disk<K>,
    pub(super) access: Access,
    /// Highest generation given out or seen.
    pub(super) generation: u64,
    /// Generation of the last batch of records.
    pub(super) committed: u64,
    /// Which diary this is.
    pub(super) identity: u64,
    pub(super) parts: BTreeMap<PartName, Part>,
    /// Parts whose content in memory is newer than in localStorage.
    pub(super) behind: BTreeSet<PartName>,
    /// The header copy written last, and its text as it must still be there.
    pub(super) seen: (Slot, Option<String>),
    /// The text of the other copy, which another writer would replace first.
    pub(super) other: Option<String>,
    /// Its generation.
    pub(super) seen_generation: u64,
    /// Whether `sk1.j` holds something that has been dealt with, or will be by the next save.
    pub(super) pending: bool,
    /// Items of the log as of the start, to repair parts from.
    pub(super) log: BTreeMap<String, LogItem>,
    /// Parts that the log was sent, with the generation of the batch until that is confirmed, or
    /// with 0 where it failed.
    pub(super) unlogged: BTreeMap<PartName, u64>,
    /// The generation since which records were saved without the log, if they were.
    pub(super) apart: Option<u64>,
    /// Where the log went its own way; until [`Self::rejoin_log`].
    pub(super) fork: Option<Fork>,
    /// Whether any part was readable.
    pub(super) readable: bool,
    /// Parts that were brought back from the log.
    pub(super) repaired: Vec<PartName>,
    /// Shards of which a part was read at the start, before any other of it.
    pub(super) unmerged: BTreeSet<ShardName>,
    /// Parts that were given to the log to leave localStorage, and may not be forgotten meanwhile.
    pub(super) leaving: BTreeSet<PartName>,
    /// Whether there was a log when the store was opened; without one, what is cold is away.
    pub(super) has_log: bool,
}

impl<K: KeyValue> Repository<K> {
    /// Returns whether records may be changed. Reading a shard may turn this to read-only.
    pub fn access(&self) -> Access {
        self.access
    }

    /// Returns the generation of the last batch of records.
    pub fn committed(&self) -> u64 {
        self.committed
    }

    /// Returns how full the store is.
    pub fn usage(&self) -> Usage {
        self.disk.usage()
    }

    /// Returns how the browser counts.
    pub fn measure(&self) -> Measure {
        self.disk.measure()
    }

    /// Returns the store, to show or download raw values.
    pub fn store(&self) -> &K {
        self.disk.kv()
    }

    /// Returns the store, for what is kept beside records (interface preferences).
    pub fn store_mut(&mut self) -> &mut K {
        self.disk.kv_mut()
    }

    /// Closes the repository and gives the store back.
    pub fn into_store(self) -> K {
        self.disk.into_kv()
    }

    /// Lists the shards that exist, the profile first, months in order.
    pub fn shards(&self) -> Vec<ShardName> {
        let mut shards: Vec<_> = self.parts.keys().map(|part| part.shard).collect();
        shards.dedup();
        shards
    }

    /// Lists the parts that were brought back from the log since the store was opened.
    pub fn repaired(&self) -> &[PartName] {
        &self.repaired
    }

    /// Reads a shard; an unknown one is empty.
    ///
    /// # Errors
    /// [`StoreError`] when the store cannot be asked. Damage is no error but part of the answer.
    pub fn read(&mut self, shard: ShardName) -> Result<ShardContents<'_>, StoreError> {
        self.load(shard)?;
        let mut contents = ShardContents::default();
        for (name, part) in self.parts_of(shard) {
            match &part.state {
                State::Unread => contents.n_unreached += usize::from(part.cold.is_some()),
                State::Read(records) => contents.records.extend(records.iter()),
                State::Unreadable(error) => {
                    contents.problems.push(Problem { part: *name, error: *error });
                }
            }
        }
        Ok(contents)
    }

    /// Changes records: all of them or none, whatever happens in between.
    ///
    /// # Errors
    /// [`SaveError`] when the batch is refused; then nothing has changed. A full or failing store is
    /// no error: see [`SaveOutcome::LogOnly`].
    pub fn put_records(&mut self, changes: &[RecordChange<'_>]) -> Result<Saved, SaveError> {
        self.writable()?;
        check_json(changes)?;
        self.check_header()?;
        let touched = self.take_in(changes)?;
        Ok(self.commit(touched))
    }

    /// Writes everything in memory again, after [`SaveError::Cleared`] and on the person's word.
    /// `refused` are the changes that were refused since, which memory does not have.
    /// Shards that were never read are lost unless the log has them.
    ///
    /// # Errors
    /// [`SaveError`]; then nothing has changed, and the refused changes are to be kept further.
    pub fn write_everything(&mut self, refused: &[RecordChange<'_>]) -> Result<Saved, SaveError> {
        self.writable()?;
        check_json(refused)?;
        let b = self.disk.get(&StorageKey::Header(Slot::B).to_string())?;
        let a = self.disk.get(&StorageKey::Header(Slot::A).to_string())?;
        self.take_in(refused)?;
        (self.seen, self.other) = ((Slot::B, b), a);
        let read = self.parts.iter().filter(|(_, part)| part.records().is_some());
        let (cold, touched) = read
            .map(|(name, _)| *name)
            .partition::<BTreeSet<PartName>, _>(|name| self.is_cold(*name));
        // What is cold would hardly fit; should the log have lost it too, it gets it anew.
        Ok(self.commit_with(touched, &cold))
    }

    /// Changes nothing from now on but drafts: another tab is the writer.
    pub fn give_way(&mut self) {
        if self.access == Access::ReadWrite {
            self.access = Access::ReadOnly(ReadOnly::Follower);
        }
    }

    /// Reads the shards of changes and puts the changes into memory. Returns the parts that differ
    /// afterwards.
    fn take_in(&mut self, changes: &[RecordChange<'_>]) -> Result<BTreeSet<PartName>, SaveError> {
        let shards: BTreeSet<_> = changes.iter().map(|change| change.shard).collect();
        for shard in shards {
            self.load(shard)?;
        }
        // Reading may have found what forbids writing.
        self.writable()?;
        Ok(self.place(changes))
    }

    pub(super) fn writable(&self) -> Result<(), ReadOnly> {
        match self.access {
            Access::ReadWrite => Ok(()),
            Access::ReadOnly(reason) => Err(reason),
        }
    }

    pub(super) fn parts_of(&self, shard: ShardName) -> impl Iterator<Item = (&PartName, &Part)> {
        let from = PartName { shard, number: 0 };
        let to = PartName { shard, number: u32::MAX };
        self.parts.range(from..=to)
    }

    /// Makes sure that the header is still the one that was read or written last.
    pub(super) fn check_header(&self) -> Result<(), SaveError> {
        let (slot, seen) = &self.seen;
        let same = |slot: Slot, known: &Option<String>| {
            match self.disk.get(&StorageKey::Header(slot).to_string()) {
                Ok(None) if known.is_some() => Err(SaveError::Cleared),
                Ok(found) if found != *known => Err(SaveError::Overtaken),
                // A store that cannot be asked will not take the save either: the log carries it.
                _ => Ok(()),
            }
        };
        same(*slot, seen)?;
        same(slot.other(), &self.other)
    }

    /// Puts the changes into memory and returns the parts that differ afterwards.
    pub(super) fn place(&mut self, changes: &[RecordChange<'_>]) -> BTreeSet<PartName> {
        let mut touched = BTreeSet::new();
        for change in changes {
            let home = self
                .parts_of(change.shard)
                .find(|(_, part)| part.records().is_some_and(|r| r.get(change.id).is_some()))
                .map(|(name, _)| *name);
            let Some(json) = change.json else {
                touched.extend(home.filter(|home| self.take_out(*home, change.id)));
                continue;
            };
            if let Some(home) = home {
                let Some(records) = self.parts.get(&home).and_then(Part::records) else { continue };
                let old = records.get(change.id).unwrap_or_default();
                if old == json {
                    continue;
                }
                touched.insert(home);
                if records.len() == 1 || records.size() - old.len() + json.len() <= PART_MAX {
                    self.put_in(home, change.id, json);
                    continue;
                }
                self.take_out(home, change.id);
            }
            let home = self.room_for(change.shard, Records::cost(change.id, json));
            self.put_in(home, change.id, json);
            touched.insert(home);
        }
        touched
    }

    fn take_out(&mut self, home: PartName, id: &str) -> bool {
        let records = self.parts.get_mut(&home).and_then(Part::records_mut);
        records.is_some_and(|records| records.remove(id))
    }

    fn put_in(&mut self, home: PartName, id: &str, json: &str) {
        let part = self.parts.entry(home).or_insert_with(|| Part {
            generation: 0,
            stored: None,
            cold: None,
            state: State::Read(Records::default()),
        });
        if let Some(records) = part.records_mut() {
            records.put(id, json);
        }
    }

    /// Finds a readable part with room, the newest first, or the name of a fresh one. An unreadable
    /// part keeps its number for ever, so its bytes are never written over.
    fn room_for(&self, shard: ShardName, bytes: usize) -> PartName {
        let mut last = 0;
        let mut found = None;
        for (name, part) in self.parts_of(shard) {
            last = last.max(name.number);
            let has_room = |r: &Records| r.len() == 0 || r.size() + bytes <= PART_TARGET;
            // What is cold stays so where it need not change.
            if part.cold.is_none() && part.records().is_some_and(has_room) {
                found = Some(*name);
            }
        }
        found.unwrap_or(PartName { shard, number: last + 1 })
    }
}

/// One broken value would make its whole part unreadable.
fn check_json(changes: &[RecordChange<'_>]) -> Result<(), SaveError> {
    let is_broken = |change: &&RecordChange<'_>| {
        change.json.is_some_and(|json| serde_json::from_str::<&RawValue>(json).is_err())
    };
    match changes.iter().find(is_broken) {
        Some(change) => Err(SaveError::NotJson(change.id.to_owned())),
        None => Ok(()),
    }
}
