//! Small values beside the records: drafts, and what this device is.
//!
//! Job: keep them in localStorage and in the log, each under its own key, so that tabs do not race.
//! Must not: take the reserve, or raise the generation that the fence compares.

use super::frame::{Damage, Frame, FrameError, Kind};
use super::key::{DraftName, StorageKey};
use super::kv::{KeyValue, StoreError};
use super::log::{LogBatch, LogItem};
use super::repository::{Repository, SaveOutcome, Saved};

use thiserror::Error;

/// Why a small value could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ReadError {
    /// The store cannot be asked.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The value is damaged or newer.
    #[error(transparent)]
    Frame(#[from] FrameError),
}

impl<K: KeyValue> Repository<K> {
    /// Keeps a draft; allowed in every tab, also where records may not be changed.
    pub fn put_draft(&mut self, name: &DraftName, json: &str) -> Saved {
        self.put_small(&StorageKey::Draft(name.clone()), Kind::Draft, json)
    }

    /// Returns a draft, from localStorage or, if newer, from the log as of the start.
    ///
    /// # Errors
    /// [`ReadError`]; the bytes stay where they are.
    pub fn draft(&self, name: &DraftName) -> Result<Option<String>, ReadError> {
        self.small(&StorageKey::Draft(name.clone()), Kind::Draft)
    }

    /// Lists the drafts of all tabs.
    ///
    /// # Errors
    /// [`StoreError`] when the store cannot be asked.
    pub fn drafts(&self) -> Result<Vec<DraftName>, StoreError> {
        let keys = self.disk.keys()?.into_iter().chain(self.log.keys().cloned());
        let mut drafts: Vec<DraftName> = keys
            .filter_map(|key| match key.parse() {
                Ok(StorageKey::Draft(name)) => Some(name),
                _ => None,
            })
            .collect();
        drafts.sort();
        drafts.dedup();
        // One that was removed may still lie in localStorage; one that cannot be read is listed.
        drafts.retain(|name| self.draft(name) != Ok(None));
        Ok(drafts)
    }

    /// Removes a draft that was saved or given up.
    pub fn drop_draft(&mut self, name: &DraftName) -> LogBatch {
        let key = StorageKey::Draft(name.clone()).to_string();
        self.raise_above(&key);
        // A draft that comes back is offered again, which is better than one that is lost.
        let _ = self.disk.remove(&key);
        let item = LogItem { key: key.clone(), generation: self.generation, value: None };
        self.log.insert(key, item.clone());
        LogBatch { generation: self.committed, items: vec![item], ..LogBatch::default() }
    }

    /// Keeps what is known of this device, as JSON.
    pub fn put_device(&mut self, json: &str) -> Saved {
        self.put_small(&StorageKey::Device, Kind::Device, json)
    }

    /// Returns what is known of this device.
    ///
    /// # Errors
    /// [`ReadError`].
    pub fn device(&self) -> Result<Option<String>, ReadError> {
        self.small(&StorageKey::Device, Kind::Device)
    }

    fn put_small(&mut self, key: &StorageKey, kind: Kind, json: &str) -> Saved {
        let key = key.to_string();
        self.raise_above(&key);
        let value = Frame::new(kind, self.generation, json.into()).print(&key);
        let item = LogItem { key: key.clone(), generation: self.generation, value: Some(value) };
        let outcome = match self.disk.put_once(&key, item.value.as_deref().unwrap_or_default()) {
            Ok(()) => {
                self.log.remove(&key);
                SaveOutcome::InStore
            }
            Err(error) => {
                self.log.insert(key, item.clone());
                SaveOutcome::LogOnly(error)
            }
        };
        let log = LogBatch { generation: self.committed, items: vec![item], ..LogBatch::default() };
        Saved { outcome, log }
    }

    /// Takes a generation above what is known of a key. Each tab counts for itself, and another one
    /// may have written the draft that this one takes up.
    fn raise_above(&mut self, key: &str) {
        let stored = self.disk.get(key).ok().flatten();
        let stored = stored.and_then(|text| Frame::parse(key, &text).ok());
        let stored = stored.map_or(0, |frame| frame.generation);
        let logged = self.log.get(key).map_or(0, |item| item.generation);
        self.generation = self.generation.max(stored).max(logged) + 1;
    }

    fn small(&self, key: &StorageKey, kind: Kind) -> Result<Option<String>, ReadError> {
        let key = key.to_string();
        let stored = self.disk.get(&key)?.map(|text| read_small(&key, &text, kind));
        if let Some(item) = self.log.get(&key) {
            let newer = !matches!(&stored, Some(Ok((g, _))) if *g >= item.generation);
            let logged = item.value.as_ref().map(|value| read_small(&key, value, kind));
            match logged {
                None if newer => return Ok(None),
                Some(Ok((_, json))) if newer => return Ok(Some(json)),
                _ => {}
            }
        }
        Ok(stored.transpose()?.map(|(_, json)| json))
    }
}

fn read_small(key: &str, text: &str, kind: Kind) -> Result<(u64, String), FrameError> {
    let frame = Frame::parse(key, text)?;
    if frame.kind != kind {
        return Err(Damage::Schema.into());
    }
    let json = String::from_utf8(frame.payload).map_err(|_| Damage::Json)?;
    Ok((frame.generation, json))
}
