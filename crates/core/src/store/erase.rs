//! Removing everything, on the person's word.
//!
//! Job: leave nothing of ours behind, even when it is interrupted, and never touch a foreign key.
//! Must not: clear the store as a whole; other programs may share it.

use super::key::{PREFIX, StorageKey};
use super::kv::{KeyValue, StoreError};
use super::log::{Erased, LogBatch};
use super::operation::Operation;
use super::repository::{Access, ReadOnly, Repository, SaveError};

impl<K: KeyValue> Repository<K> {
    /// Removes every key of ours except `keep`, and everything from memory.
    ///
    /// Write the batch to the log, then call [`Self::erase_confirmed`]. Until then a note in the
    /// store makes the next start erase again rather than bring everything back from the log.
    ///
    /// # Errors
    /// [`SaveError`]: with `ReadOnly` nothing has changed; with `Store` call it again.
    pub fn erase(&mut self, keep: &[StorageKey]) -> Result<LogBatch, SaveError> {
        self.writable()?;
        let keep: Vec<String> = keep.iter().map(ToString::to_string).collect();
        // Everything goes, so the reserve may go first and make room for the note.
        self.disk.remove(&StorageKey::Reserve.to_string())?;
        let erased = Erased { identity: self.identity, generation: self.generation };
        self.generation += 1;
        let note = Operation::Erase(keep.clone()).print(self.generation);
        self.disk.put(&StorageKey::Journal.to_string(), &note)?;
        self.finish_erase(&keep)?;
        Ok(LogBatch { erase: Some(erased), ..LogBatch::default() })
    }

    /// Ends an erasure once the log is empty too, or where there is no log.
    ///
    /// # Errors
    /// [`StoreError`]; the next start then erases again, which is harmless while nothing is saved.
    pub fn erase_confirmed(&mut self) -> Result<(), StoreError> {
        self.disk.remove(&StorageKey::Journal.to_string())?;
        self.pending = false;
        if self.access == Access::ReadOnly(ReadOnly::Erasing) {
            self.access = Access::ReadWrite;
        }
        Ok(())
    }

    /// The note of an erasure under way: its generation, and what is to be kept.
    pub(super) fn erasure_noted(&self) -> Result<Option<(u64, Vec<String>)>, StoreError> {
        let text = self.disk.get(&StorageKey::Journal.to_string())?;
        Ok(match text.map(|text| Operation::parse(&text)) {
            Some(Ok((generation, Operation::Erase(keep)))) => Some((generation, keep)),
            _ => None,
        })
    }

    /// Removes the keys after the note is in place, and forgets everything in memory.
    pub(super) fn finish_erase(&mut self, keep: &[String]) -> Result<(), StoreError> {
        let journal = StorageKey::Journal.to_string();
        let mut keys = self.disk.keys()?;
        keys.retain(|key| key.starts_with(PREFIX) && *key != journal && !keep.contains(key));
        // The header says whose parts these are, so it goes last.
        keys.sort_by_key(|key| matches!(key.parse(), Ok(StorageKey::Header(_))));
        for key in keys {
            self.disk.remove(&key)?;
        }
        self.access = Access::ReadOnly(ReadOnly::Erasing);
        self.pending = true;
        // What is begun now is another diary.
        self.identity = self.identity.wrapping_add(1);
        self.parts.clear();
        self.behind.clear();
        self.log.clear();
        self.unlogged.clear();
        self.repaired.clear();
        self.seen.1 = None;
        self.other = None;
        self.committed = 0;
        self.apart = self.apart.map(|_| 0);
        self.fork = None;
        Ok(())
    }
}
