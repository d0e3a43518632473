//! The second half of opening: the journal, then the redo log.
//!
//! Job: write what is newer elsewhere into localStorage, part by part, each only if it is newer.
//! Must not: replace anything by something older.

use super::frame::{Frame, FrameError};
use super::header::{Header, Listed};
use super::key::{PartName, StorageKey};
use super::kv::{KeyValue, StoreError};
use super::log::{Erased, LogBatch, LogItem, LogSnapshot};
use super::operation::Operation;
use super::part::{self, Part};
use super::recover::{HeaderOrigin, JournalState, Start};
use super::repository::{Access, ReadOnly};

impl<K: KeyValue> Start<K> {
    /// Erases once more what the log says was erased: a killed browser forgot that, wholly or in
    /// part. What the log holds is of the diary begun since, and stays. Returns whether it did.
    pub(super) fn erase_what_came_back(
        &mut self,
        header: Option<&Header>,
        log: Option<&LogSnapshot>,
    ) -> Result<bool, StoreError> {
        let Some(erased) = log.and_then(|log| log.erased) else { return Ok(false) };
        let repository = &mut self.repository;
        // The generation of an erasure's note tells it from every other one, in later diaries too.
        let of_note = erased.generation.saturating_add(1);
        repository.generation = repository.generation.max(of_note);
        if repository.access != Access::ReadWrite {
            return Ok(false);
        }
        let is_whole = header.is_some_and(|header| {
            header.identity == erased.identity && header.generation <= erased.generation
        });
        let keep = match repository.erasure_noted()? {
            Some((generation, keep)) if generation == of_note => keep,
            _ if is_whole => Vec::new(),
            _ => return Ok(false),
        };
        repository.finish_erase(&keep)?;
        repository.erase_confirmed()?;
        self.present.clear();
        self.report.quarantined.clear();
        self.report.unknown_keys.clear();
        self.stale_header = false;
        self.read_headers()?;
        Ok(true)
    }

    /// Finishes an erasure that was interrupted before the log had it. Returns whether it did.
    pub(super) fn finish_erasure(&mut self) -> Result<bool, StoreError> {
        if !self.writable() {
            return Ok(false);
        }
        let repository = &mut self.repository;
        let Some((of_note, keep)) = repository.erasure_noted()? else { return Ok(false) };
        let generation = of_note.saturating_sub(1);
        let erase = Erased { identity: repository.identity, generation };
        repository.finish_erase(&keep)?;
        self.report.erased = true;
        self.report.cleared = false;
        self.report.quarantined.clear();
        self.report.unknown_keys.clear();
        self.report.log = LogBatch { erase: Some(erase), ..LogBatch::default() };
        Ok(true)
    }

    /// Finishes an operation on several keys that was interrupted.
    pub(super) fn finish_journal(&mut self, log: Option<&LogSnapshot>) -> Result<(), StoreError> {
        let Some(text) = self.repository.disk.get(&StorageKey::Journal.to_string())? else {
            return Ok(());
        };
        match Operation::parse(&text) {
            Err(FrameError::Newer) => self.restrict(ReadOnly::NewerData),
            Err(FrameError::Damaged(_)) => self.report.journal = JournalState::Damaged,
            Ok((generation, Operation::Redo(items))) => {
                let newest = generation.max(self.repository.generation);
                self.repository.generation = newest;
                if !self.writable() {
                    return Ok(());
                }
                for (key, value) in items {
                    if let Ok(StorageKey::Part(name)) = key.parse() {
                        self.bring(name, &key, &value, generation)?;
                    }
                }
                self.repository.committed = self.repository.committed.max(generation);
                self.report.journal = JournalState::Finished;
                self.stale_header = true;
                self.repository.pending = true;
            }
            Ok((_, Operation::AwaitLog(generation))) => {
                if log.is_none_or(|log| log.generation < generation) {
                    self.report.journal = JournalState::AwaitsLog;
                } else {
                    self.report.journal = JournalState::Finished;
                    self.repository.pending = self.writable();
                }
            }
            // Only where it could not be finished because nothing may be written.
            Ok((_, Operation::Erase(_))) => {}
        }
        Ok(())
    }

    /// Brings a part into localStorage if it is newer than the one there. Returns whether it was.
    pub(super) fn bring(
        &mut self,
        name: PartName,
        key: &str,
        value: &str,
        claimed: u64,
    ) -> Result<bool, StoreError> {
        let part = self.repository.parts.get(&name);
        if part.and_then(|part| part.cold).is_some_and(|cold| claimed <= cold.generation) {
            // Where it belongs.
            return Ok(false);
        }
        let listed = part.and_then(|part| part.stored);
        // A header that only the log had says what should be here, not what is.
        let is_told = self.report.header != HeaderOrigin::Log;
        let known = listed.filter(|_| is_told).map_or(0, |listed| listed.generation);
        if self.present.contains(&name) && claimed <= known {
            // As new as it should be. Should it turn out damaged, the log repairs it.
            return Ok(false);
        }
        let Ok((generation, records)) = part::parse(name, value) else {
            self.report.n_bad_log_items += 1;
            return Ok(false);
        };
        let repository = &mut self.repository;
        repository.generation = repository.generation.max(generation);
        if self.present.contains(&name) {
            if generation <= known {
                return Ok(false);
            }
            if let Some(text) = repository.disk.get(key)? {
                match Frame::parse(key, &text) {
                    Ok(frame) if frame.generation >= generation => {
                        let units = text.encode_utf16().count() as u64;
                        let stored = Listed { generation: frame.generation, units };
                        repository.parts.insert(name, Part::unread(stored));
                        repository.disk.note(key, &text);
                        self.stale_header = true;
                        return Ok(false);
                    }
                    Err(FrameError::Newer) => return Ok(false),
                    _ => {}
                }
            }
        }
        repository.accept(name, generation, records, listed);
        repository.unmerged.insert(name.shard);
        repository.write_back(name, key, value);
        if !repository.behind.contains(&name) {
            self.present.insert(name);
        }
        self.stale_header = true;
        Ok(true)
    }

    /// Writes back what the log has newer.
    pub(super) fn replay(&mut self, log: LogSnapshot) -> Result<(), StoreError> {
        let log_generation = log.generation;
        for item in &log.items {
            match item.key.parse() {
                Ok(StorageKey::Part(name)) if self.writable() => {
                    if let Some(value) = &item.value
                        && self.bring(name, &item.key, value, item.generation)?
                    {
                        self.report.replayed.push(name);
                    }
                }
                Ok(StorageKey::Draft(_) | StorageKey::Device) => self.replay_small(item)?,
                _ => {}
            }
        }
        let repairs = |item: &LogItem| !matches!(item.key.parse(), Ok(StorageKey::Header(_)));
        let items = log.items.into_iter().filter(repairs);
        self.repository.log = items.map(|item| (item.key.clone(), item)).collect();
        if self.writable() && log_generation > self.repository.committed {
            self.repository.committed = log_generation;
            self.stale_header = true;
        }
        Ok(())
    }

    pub(super) fn replay_small(&mut self, item: &LogItem) -> Result<(), StoreError> {
        let repository = &mut self.repository;
        repository.generation = repository.generation.max(item.generation);
        if !self.writable() {
            return Ok(());
        }
        let repository = &mut self.repository;
        let stored = repository.disk.get(&item.key)?;
        let frame = stored.as_ref().map(|text| Frame::parse(&item.key, text));
        let newer = match &frame {
            None => item.value.is_some(),
            Some(Ok(frame)) => frame.generation < item.generation,
            Some(Err(FrameError::Newer)) => false,
            Some(Err(FrameError::Damaged(_))) => true,
        };
        if newer {
            // Where it does not work the copy in the log is used.
            let _ = match &item.value {
                Some(value) => repository.disk.put_once(&item.key, value),
                None => repository.disk.remove(&item.key),
            };
        }
        Ok(())
    }
}
