//! What is stored, shown as it is: for the page that hides nothing.

use leptos::prelude::*;
use satkarya_core::record::Record;
use satkarya_core::store::{Frame, KeyValue as _, PartName, ShardName, StorageKey, key};

use super::AppState;

/// One stored value.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct StoredItem {
    /// Its key.
    pub key: String,
    /// What it is; none for a key that begins like ours but is none.
    pub kind: Option<StorageKey>,
    /// Its size in bytes as the browser counts, the key included.
    pub bytes: u64,
    /// Whether only the second store has it.
    pub is_cold: bool,
    /// When what it holds was last changed, if that is known: milliseconds since 1970.
    pub changed: Option<u64>,
}

/// What others keep at the address of the app.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Others {
    /// How many values.
    pub count: usize,
    /// Their size in bytes as the browser counts, the keys included.
    pub bytes: u64,
    /// The keys of the largest, and how large they are.
    pub largest: Vec<(String, u64)>,
}

/// How many of them are named.
const N_NAMED: usize = 20;

/// Why a stored value cannot be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotShown;

impl AppState {
    /// Everything of ours in localStorage, and what only the second store has, in the order of the
    /// keys.
    pub fn stored(self) -> Vec<StoredItem> {
        let mut items = self
            .with_store(|store| {
                let (kv, measure) = (store.store(), store.measure());
                let ours = kv.keys().unwrap_or_default().into_iter();
                let ours = ours.filter(|name| name.starts_with(key::PREFIX));
                ours.map(|name| {
                    let value = kv.get(&name).ok().flatten().unwrap_or_default();
                    let bytes = measure.to_bytes(measure.item(&name, &value));
                    let kind: Option<StorageKey> = name.parse().ok();
                    StoredItem { key: name, kind, bytes, is_cold: false, changed: None }
                })
                .chain(store.cold_values().map(|(name, value)| StoredItem {
                    key: name.to_owned(),
                    kind: name.parse().ok(),
                    bytes: measure.to_bytes(measure.item(name, value)),
                    is_cold: true,
                    changed: None,
                }))
                .collect::<Vec<_>>()
            })
            .unwrap_or_default();
        for item in &mut items {
            item.changed = match &item.kind {
                Some(StorageKey::Part(PartName { shard, .. })) => self.last_change(*shard),
                Some(StorageKey::Draft(_)) => kept(&self.decoded(&item.key).unwrap_or_default()),
                _ => None,
            };
        }
        items.sort_by(|a, b| a.key.cmp(&b.key));
        items
    }

    /// What others keep in the same localStorage: another page or program of this origin.
    pub fn stored_by_others(self) -> Others {
        let found = self.with_store(|store| {
            let (kv, measure) = (store.store(), store.measure());
            let keys = kv.keys().unwrap_or_default().into_iter();
            let mut all: Vec<(String, u64)> = keys
                .filter(|name| !name.starts_with(key::PREFIX))
                .map(|name| {
                    let value = kv.get(&name).ok().flatten().unwrap_or_default();
                    let bytes = measure.to_bytes(measure.item(&name, &value));
                    (name, bytes)
                })
                .collect();
            all.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
            let (count, bytes) = (all.len(), all.iter().map(|(_, bytes)| bytes).sum());
            all.truncate(N_NAMED);
            Others { count, bytes, largest: all }
        });
        found.unwrap_or_default()
    }

    /// What is written in a stored value.
    ///
    /// # Errors
    /// [`NotShown`] if there is none, or if it cannot be read.
    pub fn decoded(self, name: &str) -> Result<String, NotShown> {
        let text = self.with_store(|store| {
            let apart = || store.cold_values().find(|(key, _)| *key == name);
            store.store().get(name).ok()?.or_else(|| Some(apart()?.1.to_owned()))
        });
        let text = text.flatten();
        let text = text.ok_or(NotShown)?;
        // These two are plain: the page reads the one, the other only holds a place.
        if let Ok(StorageKey::Preferences | StorageKey::Reserve) = name.parse() {
            return Ok(text);
        }
        let frame = Frame::parse(name, &text).map_err(|_| NotShown)?;
        let text = String::from_utf8(frame.payload).map_err(|_| NotShown)?;
        Ok(if name.parse() == Ok(StorageKey::Device) { super::folder::unsaid(&text) } else { text })
    }

    /// When a record of a shard was last changed.
    fn last_change(self, shard: ShardName) -> Option<u64> {
        let is_in = |record: &Record| record.shelf().map(ShardName::from) == Some(shard);
        self.journal.with_untracked(|journal| {
            journal.records().filter(|it| is_in(it)).map(|it| it.changed.ms()).max()
        })
    }
}

/// When a draft was kept.
fn kept(json: &str) -> Option<u64> {
    serde_json::from_str::<serde_json::Value>(json).ok()?.get("kept")?.as_u64()
}
