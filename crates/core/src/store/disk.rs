//! The key-value store with its account kept, its writes checked and its reserve used.
//!
//! Job: every write of the engine goes through here.
//! Must not: know what it writes.

use super::key::StorageKey;
use super::kv::{KeyValue, StoreError};
use super::ledger::Ledger;
use super::quota::{BUDGET, Measure, RESERVE, Usage};

/// Room that must be left besides the reserve before the reserve is made again.
const RESERVE_MARGIN: u64 = 64 * 1024;

#[derive(Debug, Clone)]
pub(super) struct Disk<K> {
    kv: K,
    ledger: Ledger,
    reserve_key: String,
}

impl<K: KeyValue> Disk<K> {
    pub(super) fn new(kv: K, measure: Measure) -> Self {
        Self { kv, ledger: Ledger::new(measure), reserve_key: StorageKey::Reserve.to_string() }
    }

    pub(super) fn kv(&self) -> &K {
        &self.kv
    }

    pub(super) fn kv_mut(&mut self) -> &mut K {
        &mut self.kv
    }

    pub(super) fn into_kv(self) -> K {
        self.kv
    }

    pub(super) fn measure(&self) -> Measure {
        self.ledger.measure()
    }

    /// Notes what a key holds, in the account.
    pub(super) fn note(&mut self, key: &str, value: &str) {
        match self.kv.sealed_key(key) {
            None => self.ledger.put(key, value),
            Some(stored) => {
                let units = value.encode_utf16().count() as u64;
                self.ledger.put_wide(key, &stored, self.kv.sealed_units(units));
            }
        }
    }

    /// Notes a value known only by its length, all of it outside Latin-1.
    pub(super) fn note_wide(&mut self, key: &str, units: u64) {
        let units = self.kv.sealed_units(units);
        match self.kv.sealed_key(key) {
            None => self.ledger.put_wide(key, key, units),
            Some(stored) => self.ledger.put_wide(key, &stored, units),
        }
    }

    pub(super) fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.kv.keys()
    }

    pub(super) fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.kv.get(key)
    }

    /// Sets a key, reads it back and compares. Where it does not fit, gives up the reserve and tries
    /// once more; where something else came back, writes once more.
    pub(super) fn put(&mut self, key: &str, value: &str) -> Result<(), StoreError> {
        match self.put_once(key, value) {
            Err(StoreError::Quota) if self.ledger.cost(&self.reserve_key) > 0 => {
                self.remove(&self.reserve_key.clone())?;
                self.put_once(key, value)
            }
            Err(StoreError::Other(_)) => self.put_once(key, value),
            result => result,
        }
    }

    /// As [`Self::put`], without touching the reserve.
    pub(super) fn put_once(&mut self, key: &str, value: &str) -> Result<(), StoreError> {
        self.kv.set(key, value)?;
        self.note(key, value);
        if self.kv.get(key)?.as_deref() == Some(value) {
            Ok(())
        } else {
            Err(StoreError::Other("something else was read back".to_owned()))
        }
    }

    pub(super) fn remove(&mut self, key: &str) -> Result<(), StoreError> {
        self.kv.remove(key)?;
        self.ledger.remove(key);
        Ok(())
    }

    /// Makes the reserve block if it is missing and there is room for it.
    pub(super) fn keep_reserve(&mut self) {
        let usage = self.usage();
        if usage.reserve == 0 && usage.free() > RESERVE as u64 + RESERVE_MARGIN {
            let block = "0".repeat(RESERVE);
            // A reserve that cannot be made is no failure of the save before it.
            if self.kv.set(&self.reserve_key, &block).is_ok() {
                self.ledger.put(&self.reserve_key, &block);
            }
        }
    }

    pub(super) fn usage(&self) -> Usage {
        Usage {
            used: self.ledger.used(),
            reserve: self.ledger.cost(&self.reserve_key),
            foreign: self.ledger.foreign(),
            budget: BUDGET,
        }
    }
}
