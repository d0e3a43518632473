//! Reading parts on demand, and what happens to those that cannot be read.
//!
//! Job: verify, repair from the log, or quarantine one part at a time.
//! Must not: change the bytes of a part that only a person may give up.

use std::collections::{BTreeMap, BTreeSet};

use super::frame::{Damage, Frame, FrameError, Kind};
use super::header::Listed;
use super::key::{PartName, ShardName, StorageKey};
use super::kv::{KeyValue, StoreError};
use super::log::LogBatch;
use super::part::{self, Part, Records, State};
use super::repository::{Access, ReadOnly, Repository, SaveError};

impl<K: KeyValue> Repository<K> {
    /// Reads every part of a shard that was not read yet.
    pub(super) fn load(&mut self, shard: ShardName) -> Result<(), StoreError> {
        let unread: Vec<PartName> = self
            .parts_of(shard)
            .filter(|(_, part)| part.state == State::Unread)
            .map(|(name, _)| *name)
            .collect();
        for name in &unread {
            self.load_part(*name)?;
        }
        if !unread.is_empty() || self.unmerged.remove(&shard) {
            self.keep_newest(shard);
        }
        Ok(())
    }

    fn load_part(&mut self, name: PartName) -> Result<(), StoreError> {
        if let Some(cold) = self.parts.get(&name).and_then(|part| part.cold) {
            self.load_cold(name, cold);
            return Ok(());
        }
        let key = StorageKey::Part(name).to_string();
        let text = self.disk.get(&key)?;
        let listed = self.parts.get(&name).and_then(|part| part.stored);
        let parsed = match &text {
            Some(text) => part::parse(name, text).and_then(|(generation, records)| {
                // Sealed values cannot be forged; an old one could be put back.
                let is_older = listed.is_some_and(|listed| generation < listed.generation);
                if is_older && self.disk.kv().sealed_key(&key).is_some() {
                    return Err(Damage::Stale.into());
                }
                Ok((generation, records))
            }),
            None => Err(Damage::Missing.into()),
        };
        match (parsed, &text) {
            (Ok((generation, records)), Some(text)) => {
                self.disk.note(&key, text);
                if listed.is_none_or(|listed| listed.generation < generation) {
                    // Written just before a crash, so the log may never have heard of it.
                    self.unlogged.insert(name, 0);
                }
                let units = text.encode_utf16().count() as u64;
                self.accept(name, generation, records, Some(Listed { generation, units }));
                // The part may have been unreadable to an older version; the note is not needed now.
                if self.writable().is_ok() {
                    self.unmark(name);
                }
            }
            (Err(FrameError::Newer), _) => {
                self.refuse(name, FrameError::Newer);
                if self.access == Access::ReadWrite {
                    self.access = Access::ReadOnly(ReadOnly::NewerData);
                }
            }
            (Err(error), _) => {
                if !self.repair(name, listed) {
                    self.quarantine(name, error, text.as_deref());
                }
            }
            // A value that parsed was there.
            (Ok(_), None) => {}
        }
        Ok(())
    }

    pub(super) fn accept(
        &mut self,
        name: PartName,
        generation: u64,
        records: Records,
        stored: Option<Listed>,
    ) {
        self.generation = self.generation.max(generation);
        self.readable = true;
        let state = State::Read(records);
        self.parts.insert(name, Part { generation, stored, cold: None, state });
    }

    pub(super) fn refuse(&mut self, name: PartName, error: FrameError) {
        if let Some(part) = self.parts.get_mut(&name) {
            part.state = State::Unreadable(error);
        }
    }

    /// Takes a part from the log if the log has the version that was stored last, or a later one.
    fn repair(&mut self, name: PartName, listed: Option<Listed>) -> bool {
        let key = StorageKey::Part(name).to_string();
        let needed = listed.map_or(0, |listed| listed.generation);
        let Some(value) = self
            .log
            .get(&key)
            .filter(|item| item.generation >= needed)
            .and_then(|item| item.value.clone())
        else {
            return false;
        };
        let Ok((generation, records)) = part::parse(name, &value) else { return false };
        self.accept(name, generation, records, listed);
        if self.writable().is_ok() {
            self.write_back(name, &key, &value);
            self.unmark(name);
        }
        self.repaired.push(name);
        true
    }

    /// Brings a value that memory has taken over into localStorage.
    pub(super) fn write_back(&mut self, name: PartName, key: &str, value: &str) {
        let written = self.disk.put(key, value).is_ok();
        let Some(part) = self.parts.get_mut(&name) else { return };
        if written {
            let units = value.encode_utf16().count() as u64;
            part.stored = Some(Listed { generation: part.generation, units });
            part.cold = None;
            self.behind.remove(&name);
        } else {
            self.behind.insert(name);
        }
    }

    fn quarantine(&mut self, name: PartName, error: FrameError, text: Option<&str>) {
        self.refuse(name, error);
        let Some(text) = text else { return };
        if !self.any_readable(name) {
            // One broken part is an accident; all of them are a misunderstanding.
            if self.access == Access::ReadWrite {
                self.access = Access::ReadOnly(ReadOnly::AllUnreadable);
            }
            return;
        }
        if self.writable().is_err() {
            return;
        }
        let key = StorageKey::Quarantine(name).to_string();
        if matches!(self.disk.get(&key), Ok(None)) {
            let units = text.encode_utf16().count();
            let note = serde_json::json!({ "reason": error.to_string(), "units": units });
            let frame = Frame::new(Kind::Quarantine, self.generation, note.to_string().into());
            // Without the note the bytes are as safe: every start finds the damage again.
            let _ = self.disk.put(&key, &frame.print(&key));
        }
    }

    /// Returns whether any part but `name` can be read; true where there is no other.
    fn any_readable(&mut self, name: PartName) -> bool {
        if self.readable {
            return true;
        }
        let others: Vec<PartName> =
            self.parts.keys().copied().filter(|other| *other != name).collect();
        let mut present = 0;
        for other in others {
            let key = StorageKey::Part(other).to_string();
            let Ok(Some(text)) = self.disk.get(&key) else { continue };
            present += 1;
            if Frame::parse(&key, &text).is_ok() {
                self.readable = true;
                return true;
            }
        }
        present == 0
    }

    fn unmark(&mut self, name: PartName) {
        let key = StorageKey::Quarantine(name).to_string();
        if matches!(self.disk.get(&key), Ok(Some(_))) {
            // A note left behind is harmless.
            let _ = self.disk.remove(&key);
        }
    }

    /// Keeps an id that is in two parts of a shard only in the one written later.
    fn keep_newest(&mut self, shard: ShardName) {
        let mut parts: Vec<(u64, PartName)> =
            self.parts_of(shard).map(|(name, part)| (part.generation, *name)).collect();
        if parts.len() < 2 {
            return;
        }
        parts.sort_unstable();
        let mut newest: BTreeMap<Box<str>, PartName> = BTreeMap::new();
        let mut drop: Vec<(PartName, Box<str>)> = Vec::new();
        for (_, name) in parts {
            let Some(records) = self.parts.get(&name).and_then(Part::records) else { continue };
            for (id, _) in records.iter() {
                if let Some(older) = newest.insert(id.into(), name) {
                    drop.push((older, id.into()));
                }
            }
        }
        for (name, id) in drop {
            if let Some(records) = self.parts.get_mut(&name).and_then(Part::records_mut) {
                records.remove(&id);
            }
        }
    }

    /// Gives up an unreadable part for ever: its bytes, its note and its place in the header. Only on
    /// a person's explicit word, after the raw value was offered for download.
    ///
    /// # Errors
    /// [`SaveError`]; a part that can be read is left alone without an error.
    pub fn forget_quarantine(&mut self, name: PartName) -> Result<LogBatch, SaveError> {
        self.writable()?;
        self.check_header()?;
        let damaged = |part: &Part| matches!(part.state, State::Unreadable(FrameError::Damaged(_)));
        if !self.parts.get(&name).is_some_and(damaged) {
            return Ok(LogBatch::default());
        }
        let key = StorageKey::Part(name).to_string();
        self.disk.remove(&key)?;
        self.unmark(name);
        self.parts.remove(&name);
        self.log.remove(&key);
        let mut batch = if self.behind.is_empty() {
            self.generation += 1;
            self.committed = self.generation;
            self.rewrite_header();
            self.log_batch(Vec::new())
        } else {
            self.commit(BTreeSet::new()).log
        };
        batch.forget.push(key);
        Ok(batch)
    }
}
