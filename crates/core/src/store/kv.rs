//! The string key-value port, its errors and the store that lives in memory.
//!
//! Job: say what the engine asks of localStorage, so that everything above it runs without a browser.
//! Must not: know keys, frames or records.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use thiserror::Error;

use super::quota::Measure;

/// Why a storage call failed.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum StoreError {
    /// The browser refuses storage altogether (cookies blocked, sandboxed frame).
    #[error("storage is blocked")]
    Blocked,
    /// The value does not fit; the old value is untouched.
    #[error("storage is full")]
    Quota,
    /// Anything else, with the browser's own words for the diagnostics page.
    #[error("storage failed: {0}")]
    Other(String),
}

/// What the engine needs of a store of strings, one value per key.
///
/// A `set` must be atomic: it either replaces the whole value or, on error, leaves the old one.
/// localStorage keeps that promise for one key and promises nothing across keys.
pub trait KeyValue {
    /// Returns the value of `key`, or `None` when there is none.
    ///
    /// # Errors
    /// [`StoreError`] when the store cannot be asked.
    fn get(&self, key: &str) -> Result<Option<String>, StoreError>;

    /// Replaces the value of `key`.
    ///
    /// # Errors
    /// [`StoreError::Quota`] when it does not fit; the old value stays.
    fn set(&mut self, key: &str, value: &str) -> Result<(), StoreError>;

    /// Removes `key`; removing an absent key is no error.
    ///
    /// # Errors
    /// [`StoreError`] when the store cannot be changed.
    fn remove(&mut self, key: &str) -> Result<(), StoreError>;

    /// Lists every key of the origin, foreign ones included, in any order.
    ///
    /// # Errors
    /// [`StoreError`] when the store cannot be asked.
    fn keys(&self) -> Result<Vec<String>, StoreError>;

    /// The key under which a value really lies, where the store seals it; `None` where it does not.
    fn sealed_key(&self, _key: &str) -> Option<String> {
        None
    }

    /// The UTF-16 units that a sealed value takes whose text has so many.
    fn sealed_units(&self, units: u64) -> u64 {
        units
    }
}

impl<K: KeyValue + ?Sized> KeyValue for Box<K> {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        (**self).get(key)
    }

    fn set(&mut self, key: &str, value: &str) -> Result<(), StoreError> {
        (**self).set(key, value)
    }

    fn remove(&mut self, key: &str) -> Result<(), StoreError> {
        (**self).remove(key)
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        (**self).keys()
    }

    fn sealed_key(&self, key: &str) -> Option<String> {
        (**self).sealed_key(key)
    }

    fn sealed_units(&self, units: u64) -> u64 {
        (**self).sealed_units(units)
    }
}

/// A store that several hold, as windows of one browser do.
impl<K: KeyValue> KeyValue for Rc<RefCell<K>> {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.borrow().get(key)
    }

    fn set(&mut self, key: &str, value: &str) -> Result<(), StoreError> {
        self.borrow_mut().set(key, value)
    }

    fn remove(&mut self, key: &str) -> Result<(), StoreError> {
        self.borrow_mut().remove(key)
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.borrow().keys()
    }

    fn sealed_key(&self, key: &str) -> Option<String> {
        self.borrow().sealed_key(key)
    }

    fn sealed_units(&self, units: u64) -> u64 {
        self.borrow().sealed_units(units)
    }
}

/// A store in memory: the twin of localStorage in tests, and its stand-in where the browser blocks it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MemoryStore {
    values: BTreeMap<String, String>,
    limit: Option<(Measure, u64)>,
    used: u64,
}

impl MemoryStore {
    /// Makes an empty store without a limit.
    pub fn new() -> Self {
        Self::default()
    }

    /// Makes an empty store that throws [`StoreError::Quota`] beyond `capacity`, counted by `measure`.
    pub fn with_capacity(measure: Measure, capacity: u64) -> Self {
        Self { values: BTreeMap::new(), limit: Some((measure, capacity)), used: 0 }
    }

    /// Returns how much is used, in the unit of the limit (UTF-16 units where there is no limit).
    pub fn used(&self) -> u64 {
        self.used
    }

    fn measure(&self) -> Measure {
        self.limit.map_or(Measure::Units, |(measure, _)| measure)
    }
}

impl KeyValue for MemoryStore {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        Ok(self.values.get(key).cloned())
    }

    fn set(&mut self, key: &str, value: &str) -> Result<(), StoreError> {
        let measure = self.measure();
        let old = self.values.get(key).map_or(0, |old| measure.item(key, old));
        let used = self.used - old + measure.item(key, value);
        if self.limit.is_some_and(|(_, capacity)| used > capacity) {
            return Err(StoreError::Quota);
        }
        self.used = used;
        self.values.insert(key.to_owned(), value.to_owned());
        Ok(())
    }

    fn remove(&mut self, key: &str) -> Result<(), StoreError> {
        if let Some(old) = self.values.remove(key) {
            self.used -= self.measure().item(key, &old);
        }
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        Ok(self.values.keys().cloned().collect())
    }
}
