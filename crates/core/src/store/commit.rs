//! Writing a batch: one key at once, several through the journal.
//!
//! Job: bring parts from memory to localStorage so that a crash at any point leaves either the old
//! state or the new one.
//! Must not: fail. What localStorage does not take is carried by the log and tried again.

use std::collections::{BTreeMap, BTreeSet};

use super::header::{Header, Listed};
use super::key::{PartName, StorageKey};
use super::kv::{KeyValue, StoreError};
use super::log::{LogBatch, LogItem};
use super::operation::Operation;
use super::part::{self, Part};
use super::repository::{Repository, SaveOutcome, Saved};

/// How many parts of failed batches a batch for the log carries along.
const MAX_CARRIED: usize = 4;

/// Parts with the text to store.
type Printed = Vec<(PartName, String)>;

impl<K: KeyValue> Repository<K> {
    /// Gives the touched parts a new generation, writes them and whatever is behind, and returns what
    /// the log needs.
    pub(super) fn commit(&mut self, touched: BTreeSet<PartName>) -> Saved {
        self.commit_with(touched, &BTreeSet::new())
    }

    /// The same, and gives the log these too, which localStorage does not hold.
    pub(super) fn commit_with(
        &mut self,
        touched: BTreeSet<PartName>,
        cold: &BTreeSet<PartName>,
    ) -> Saved {
        if touched.is_empty() && self.behind.is_empty() {
            return Saved { outcome: SaveOutcome::InStore, log: LogBatch::default() };
        }
        self.generation += 1;
        self.committed = self.generation;
        let mut targets: BTreeSet<PartName> = touched;
        targets.append(&mut self.behind);
        for name in &targets {
            if let Some(part) = self.parts.get_mut(name) {
                part.generation = self.generation;
            }
            // The log's copy from the start is older than memory now.
            self.log.remove(&StorageKey::Part(*name).to_string());
        }
        let mut printed = self.print_parts(&targets);
        let outcome = match self.write_parts(&printed) {
            Ok(()) => SaveOutcome::InStore,
            Err(error) => SaveOutcome::LogOnly(error),
        };
        let carried: BTreeSet<PartName> = self
            .unlogged
            .iter()
            .filter(|(name, sent)| **sent == 0 && !targets.contains(*name))
            .map(|(name, _)| *name)
            .take(MAX_CARRIED)
            .chain(cold.iter().copied())
            .collect();
        printed.extend(self.print_parts(&carried));
        for (name, _) in &printed {
            self.unlogged.insert(*name, self.generation);
        }
        Saved { outcome, log: self.log_batch(printed) }
    }

    /// Notes that the log could not take the batch of this generation: the next batches carry its
    /// parts again. Not needed where there is no log at all.
    pub fn log_failed(&mut self, generation: u64) {
        for sent in self.unlogged.values_mut().filter(|sent| **sent == generation) {
            *sent = 0;
        }
    }

    /// Notes that the log has completed the batch of this generation, and tries to bring what is
    /// behind into localStorage. Each value then goes in by itself: the log is the journal.
    pub fn log_confirmed(&mut self, generation: u64) -> SaveOutcome {
        if generation == 0 {
            // An empty batch: it says nothing of what was sent, or of what failed.
            let waits = SaveOutcome::LogOnly(StoreError::Quota);
            return if self.behind.is_empty() { SaveOutcome::InStore } else { waits };
        }
        self.unlogged.retain(|_, sent| *sent != generation);
        if self.behind.is_empty() || self.writable().is_err() {
            return SaveOutcome::InStore;
        }
        if generation < self.committed {
            return SaveOutcome::LogOnly(StoreError::Quota);
        }
        let printed = self.print_parts(&self.behind.clone());
        let journal = StorageKey::Journal.to_string();
        let pointer = Operation::AwaitLog(self.committed).print(self.generation);
        if let Err(error) = self.disk.put(&journal, &pointer) {
            return SaveOutcome::LogOnly(error);
        }
        self.pending = true;
        for (name, value) in &printed {
            self.write_back(*name, &StorageKey::Part(*name).to_string(), value);
        }
        if self.behind.is_empty() {
            self.finish();
            SaveOutcome::InStore
        } else {
            SaveOutcome::LogOnly(StoreError::Quota)
        }
    }

    pub(super) fn print_parts(&self, names: &BTreeSet<PartName>) -> Printed {
        let print = |name: &PartName| {
            let part = self.parts.get(name)?;
            Some((*name, part::print(*name, part.generation, part.records()?)))
        };
        names.iter().filter_map(print).collect()
    }

    /// Writes parts as one step. On error none of them counts as stored.
    fn write_parts(&mut self, printed: &Printed) -> Result<(), StoreError> {
        if let [(name, value)] = printed.as_slice() {
            let key = StorageKey::Part(*name).to_string();
            if let Err(error) = self.disk.put(&key, value) {
                self.behind.insert(*name);
                return Err(error);
            }
            self.note_stored(*name, value);
        } else {
            let items = printed
                .iter()
                .map(|(name, value)| (StorageKey::Part(*name).to_string(), value.clone()))
                .collect();
            let journal = Operation::Redo(items).print(self.generation);
            if let Err(error) = self.disk.put(&StorageKey::Journal.to_string(), &journal) {
                self.behind.extend(printed.iter().map(|(name, _)| *name));
                return Err(error);
            }
            self.pending = true;
            for (name, value) in printed {
                self.write_back(*name, &StorageKey::Part(*name).to_string(), value);
            }
            if !self.behind.is_empty() {
                // The journal holds the whole batch: the next save or start finishes it.
                return Ok(());
            }
        }
        self.finish();
        Ok(())
    }

    fn note_stored(&mut self, name: PartName, value: &str) {
        if let Some(part) = self.parts.get_mut(&name) {
            let units = value.encode_utf16().count() as u64;
            part.stored = Some(Listed { generation: part.generation, units });
            part.cold = None;
        }
    }

    /// Header, journal, reserve: the end of every write after which localStorage is complete.
    pub(super) fn finish(&mut self) {
        self.rewrite_header();
        self.drop_journal();
        self.disk.keep_reserve();
    }

    /// Removes a journal that has been dealt with. One that stays is harmless: nothing older ever
    /// replaces anything newer.
    pub(super) fn drop_journal(&mut self) {
        if self.pending && self.disk.remove(&StorageKey::Journal.to_string()).is_ok() {
            self.pending = false;
        }
    }

    fn header(&self, listed: BTreeMap<PartName, Listed>) -> Header {
        let cold = self.parts.iter().filter_map(|(name, part)| Some((*name, part.cold?)));
        let cold = cold.filter(|(name, _)| !listed.contains_key(name)).collect();
        let header = Header::new(self.committed, self.identity, listed).with_cold(cold);
        Header { apart: self.apart, ..header }
    }

    /// Writes the older header copy. A header that cannot be written is repaired at the next start,
    /// because every part says itself what it is.
    pub(super) fn rewrite_header(&mut self) {
        let slot = self.seen.0.other();
        let text = self.header(self.listed()).print(slot);
        let key = StorageKey::Header(slot).to_string();
        if self.disk.put(&key, &text).is_ok() {
            self.other = std::mem::replace(&mut self.seen, (slot, Some(text))).1;
            self.seen_generation = self.committed;
        } else if let Ok(left) = self.disk.get(&key) {
            self.other = left;
        }
    }

    pub(super) fn listed(&self) -> BTreeMap<PartName, Listed> {
        self.parts.iter().filter_map(|(name, part)| Some((*name, part.stored?))).collect()
    }

    /// Makes the log's share of a batch: the parts, and a header that counts them as stored.
    pub(super) fn log_batch(&self, printed: Printed) -> LogBatch {
        let mut listed = self.listed();
        let mut items = Vec::with_capacity(printed.len() + 1);
        for (name, value) in printed {
            let generation = self.parts.get(&name).map_or(0, |part| part.generation);
            let units = value.encode_utf16().count() as u64;
            let is_as_it_was = |cold: Listed| cold.generation == generation;
            if !self.parts.get(&name).and_then(|part| part.cold).is_some_and(is_as_it_was) {
                listed.insert(name, Listed { generation, units });
            }
            let key = StorageKey::Part(name).to_string();
            items.push(LogItem { key, generation, value: Some(value) });
        }
        let (slot, text) = &self.seen;
        let key = StorageKey::Header(*slot).to_string();
        // Usually the header just written says the same, and need not be made again.
        let value = match text {
            Some(text) if self.seen_generation == self.committed => text.clone(),
            _ => self.header(listed).print(*slot),
        };
        items.push(LogItem { key, generation: self.committed, value: Some(value) });
        LogBatch { generation: self.committed, items, ..LogBatch::default() }
    }

    /// Returns log items that are no longer needed: those that localStorage held at the start, beyond
    /// the newest million units. Apply it no sooner than ten minutes after the start: what is read
    /// right after a crashed tab may not have reached the disk yet.
    pub fn log_to_forget(&self) -> LogBatch {
        let mut items: Vec<&LogItem> = self.log.values().collect();
        items.sort_by_key(|item| std::cmp::Reverse(item.generation));
        let mut kept = 0;
        let mut forget = Vec::new();
        for item in items {
            let held = match item.key.parse() {
                Ok(StorageKey::Part(name)) if self.is_emptied(name) => {
                    forget.push(item.key.clone());
                    continue;
                }
                // There is no other copy, or soon none.
                Ok(StorageKey::Part(name))
                    if self.is_cold(name) || self.leaving.contains(&name) =>
                {
                    continue;
                }
                Ok(StorageKey::Part(name)) => self.parts.get(&name).is_some_and(|part: &Part| {
                    part.stored.is_some_and(|stored| stored.generation >= item.generation)
                }),
                // A removed key that localStorage no longer has needs no reminder.
                _ => item.value.is_none(),
            };
            kept += item.value.as_ref().map_or(0, |value| value.encode_utf16().count());
            if held && (kept > super::LOG_KEEP || item.value.is_none()) {
                forget.push(item.key.clone());
            }
        }
        LogBatch { generation: self.committed, forget, ..LogBatch::default() }
    }
}
