//! localStorage behind the core's key-value trait.
//!
//! Every access that can throw is caught: a browser may refuse storage altogether, fill up, or
//! find its own database broken. gloo's handle is taken only after a probe, because it throws
//! where storage is refused.

use gloo_events::EventListener;
use gloo_storage::{LocalStorage, Storage as _};
use js_sys::Reflect;
use satkarya_core::store::{KeyValue, MemoryStore, StoreError};
use wasm_bindgen::JsValue;

use super::window::{error_name, window};

/// Calls back when another tab wrote a key, or cleared them all, until the guard is dropped.
pub fn on_change(key: &'static str, then: impl Fn() + 'static) -> Option<EventListener> {
    let window = window()?;
    Some(EventListener::new(&window, "storage", move |event| {
        // No key is named where all of them were cleared.
        let changed = Reflect::get(event, &"key".into()).ok().and_then(|key| key.as_string());
        if changed.is_none_or(|changed| changed == key) {
            then();
        }
    }))
}

/// The key that the probe writes and removes.
const PROBE: &str = "sk1.probe";

/// This origin's localStorage.
#[derive(Debug)]
pub struct LocalStore(web_sys::Storage);

/// Where the data of this visit is kept.
pub enum Home {
    /// In localStorage.
    Stored(Box<dyn KeyValue>),
    /// In memory until the tab closes, because the browser refuses storage.
    MemoryOnly(Box<dyn KeyValue>),
}

/// Finds out whether localStorage works, by writing, reading and removing one small value.
///
/// A store that is full can still be read, and counts as working.
pub fn open() -> Home {
    match probe() {
        Ok(()) | Err(StoreError::Quota) => Home::Stored(Box::new(LocalStore(LocalStorage::raw()))),
        Err(_) => Home::MemoryOnly(Box::new(MemoryStore::new())),
    }
}

fn probe() -> Result<(), StoreError> {
    let window = window().ok_or(StoreError::Blocked)?;
    let storage = window.local_storage().map_err(|e| map(&e))?.ok_or(StoreError::Blocked)?;
    let mut store = LocalStore(storage);
    store.set(PROBE, "1")?;
    let read = store.get(PROBE)?;
    store.remove(PROBE)?;
    if read.as_deref() == Some("1") { Ok(()) } else { Err(StoreError::Blocked) }
}

/// Browsers tell a full store by name; classes and texts differ.
fn map(error: &JsValue) -> StoreError {
    match error_name(error).as_str() {
        "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" => StoreError::Quota,
        "SecurityError" => StoreError::Blocked,
        other => StoreError::Other(other.to_owned()),
    }
}

impl KeyValue for LocalStore {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.0.get_item(key).map_err(|e| map(&e))
    }

    fn set(&mut self, key: &str, value: &str) -> Result<(), StoreError> {
        self.0.set_item(key, value).map_err(|e| map(&e))
    }

    fn remove(&mut self, key: &str) -> Result<(), StoreError> {
        self.0.remove_item(key).map_err(|e| map(&e))
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        let length = self.0.length().map_err(|e| map(&e))?;
        (0..length).filter_map(|n| self.0.key(n).map_err(|e| map(&e)).transpose()).collect()
    }
}
