//! A store whose values are sealed, for an engine that does not know it.
//!
//! Job: be the [`KeyValue`] below a [`Repository`](crate::store::Repository), with readable keys and
//! texts above and sealed ones below; and do the same for the redo log's batches.
//! Must not: let a readable value of a diary pass to what lies below, or guess where one does not open.
//!
//! While a vault is turned on, off or over, both forms are read and only the new one is written.
//! Afterwards a readable value that turns up is not believed, since anybody could have written it.
//! It is listed under a name that begins with [`LEFT`], so that it is reported and erased like
//! anything else.

use super::form::Form;
use super::header::{Phase, header_key};
use super::name::{Sort, sort};
use super::open::Vault;
use super::seal::{Place, SealError, sealed_units};
use crate::port::{Entropy, NoEntropy};
use crate::store::frame::Loose;
use crate::store::key::PREFIX;
use crate::store::{KeyValue, LogBatch, LogItem, LogSnapshot, Slot, StoreError};

/// How a key is listed that lies in a form which is not read; its own name follows, without `sk1.`.
pub const LEFT: &str = "sk1.!";

/// A store whose values are sealed.
#[derive(Clone)]
pub struct SealedStore<K, E> {
    kv: K,
    entropy: E,
    /// The form that is written, and read first.
    to: Form,
    /// The form that is read where the other has nothing.
    from: Option<Form>,
    /// The header, as the log has it after everything else in it was erased.
    header: LogItem,
}

impl<K: KeyValue, E: Entropy> SealedStore<K, E> {
    /// Puts an open vault over a store.
    pub fn new(kv: K, entropy: E, vault: &Vault) -> Self {
        let (to, from) = forms(vault);
        Self { kv, entropy, to, from, header: header_item(vault) }
    }

    /// Takes the vault away again, to lock it.
    pub fn into_inner(self) -> K {
        self.kv
    }

    /// The store below, with names and values as they lie there.
    pub fn inner(&self) -> &K {
        &self.kv
    }

    /// Makes of a batch what the redo log is to hold.
    ///
    /// # Errors
    /// [`NoEntropy`]: nothing may be written then, and the batch counts as failed.
    pub fn seal_batch(&self, batch: LogBatch) -> Result<LogBatch, NoEntropy> {
        let mut items = Vec::with_capacity(batch.items.len() + 1);
        for LogItem { key, generation, value } in batch.items {
            let name = self.to.name(&key);
            let seal = |text: String| self.to.write(&self.entropy, Place::Log, &name, &text);
            let value = value.map(seal).transpose()?;
            items.push(LogItem { key: name, generation, value });
        }
        if batch.erase.is_some() {
            // What is begun now is sealed too.
            items.push(self.header.clone());
        }
        let forget = batch.forget.iter().flat_map(|key| {
            let older = self.from.as_ref().map(|from| from.name(key));
            [Some(self.to.name(key)), older]
        });
        let mut forget: Vec<String> = forget.flatten().collect();
        forget.dedup();
        Ok(LogBatch { items, forget, ..batch })
    }

    /// Reads what is in the redo log. An item that does not open is there as a broken one.
    pub fn open_log(&self, log: LogSnapshot) -> LogSnapshot {
        let mut items: Vec<LogItem> = Vec::with_capacity(log.items.len());
        for LogItem { key: name, generation, value } in log.items {
            let Some(key) = self.to.key(&name).or_else(|| self.from.as_ref()?.key(&name)) else {
                continue;
            };
            let value = value.map(|text| self.read_item(&key, &name, &text));
            match items.iter_mut().find(|item| item.key == key) {
                Some(item) if item.generation >= generation => {}
                Some(item) => (item.generation, item.value) = (generation, value),
                None => items.push(LogItem { key, generation, value }),
            }
        }
        LogSnapshot { items, ..log }
    }

    /// Reads a text of the log in whichever form it is; a broken one where it is in none.
    fn read_item(&self, key: &str, name: &str, text: &str) -> String {
        let error = match self.to.read(Place::Log, name, text) {
            Ok(plain) => return plain,
            Err(error) => error,
        };
        match self.from.as_ref().map(|from| from.read(Place::Log, name, text)) {
            Some(Ok(plain)) => plain,
            _ => broken(key, text, error),
        }
    }
}

/// What the engine gets instead of a value that does not open.
fn broken(key: &str, text: &str, error: SealError) -> String {
    // What a newer version or another key sealed is no damage, and must never be written over: a
    // frame with the mark of a newer version keeps the engine from writing at all.
    if !matches!(error, SealError::Newer | SealError::OtherKey) {
        return set_aside(text, error);
    }
    let (hash, packed) = ("".into(), Vec::new());
    let mut frame = Loose { kind: 's', mode: 'e', schema: 1, generation: 1, hash, packed };
    frame.hash = frame.true_hash(key).into();
    frame.print()
}

/// A text that is no frame, with the bytes that were there in it, for whoever wants to have them.
pub(super) fn set_aside(text: &str, error: SealError) -> String {
    format!("{error}: {text}")
}

/// The form that a vault writes, and the one that it comes from.
pub(super) fn forms(vault: &Vault) -> (Form, Option<Form>) {
    let sealed = Form::sealed(vault.keys());
    match vault.header().phase() {
        Phase::Sealed => (sealed, None),
        Phase::TurningOn => (sealed, Some(Form::Plain)),
        Phase::TurningOff => (Form::Plain, Some(sealed)),
        Phase::NewKey => (sealed, vault.former_keys().map(Form::sealed)),
    }
}

/// The header as the redo log holds it.
pub(super) fn header_item(vault: &Vault) -> LogItem {
    LogItem {
        key: header_key(Slot::A).to_owned(),
        generation: vault.header().generation(),
        value: Some(vault.print(Slot::A)),
    }
}

impl<K: KeyValue, E: Entropy> KeyValue for SealedStore<K, E> {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        if let Some(left) = key.strip_prefix(LEFT) {
            return self.kv.get(&[PREFIX, left].concat());
        }
        match sort(key) {
            Sort::Outside => return self.kv.get(key),
            Sort::Header => return Ok(None),
            Sort::Fixed | Sort::Hidden => {}
        }
        let mut found = None;
        for form in std::iter::once(&self.to).chain(&self.from) {
            let name = form.name(key);
            let Some(text) = self.kv.get(&name)? else { continue };
            match form.read(Place::Store, &name, &text) {
                Ok(plain) => return Ok(Some(plain)),
                // The engine looks for a newer version's mark under the key that it knows.
                Err(error) => found = found.or(Some(broken(key, &text, error))),
            }
        }
        Ok(found)
    }

    fn set(&mut self, key: &str, value: &str) -> Result<(), StoreError> {
        match sort(key) {
            Sort::Outside => return self.kv.set(key, value),
            Sort::Header => return Err(StoreError::Other("the vault's own".to_owned())),
            Sort::Fixed | Sort::Hidden => {}
        }
        let name = self.to.name(key);
        let sealed = self
            .to
            .write(&self.entropy, Place::Store, &name, value)
            .map_err(|error| StoreError::Other(error.to_string()))?;
        self.kv.set(&name, &sealed)?;
        if let Some(older) = self.from.as_ref().map(|from| from.name(key))
            && older != name
        {
            // One that stays is not read any more, and goes when the passage is finished.
            drop(self.kv.remove(&older));
        }
        Ok(())
    }

    fn remove(&mut self, key: &str) -> Result<(), StoreError> {
        if let Some(left) = key.strip_prefix(LEFT) {
            return self.kv.remove(&[PREFIX, left].concat());
        }
        match sort(key) {
            Sort::Outside => return self.kv.remove(key),
            Sort::Header => return Ok(()),
            Sort::Fixed | Sort::Hidden => {}
        }
        // The older form first: it must not come back.
        if let Some(from) = &self.from {
            self.kv.remove(&from.name(key))?;
        }
        self.kv.remove(&self.to.name(key))
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        let mut keys: Vec<String> =
            self.kv.keys()?.into_iter().filter_map(|name| self.list(name)).collect();
        keys.sort_unstable();
        keys.dedup();
        Ok(keys)
    }

    fn sealed_key(&self, key: &str) -> Option<String> {
        let Form::Sealed(_) = &self.to else { return None };
        matches!(sort(key), Sort::Fixed | Sort::Hidden).then(|| self.to.name(key))
    }

    fn sealed_units(&self, units: u64) -> u64 {
        match &self.to {
            Form::Plain => units,
            Form::Sealed(_) => sealed_units(units),
        }
    }
}

impl<K, E> SealedStore<K, E> {
    /// How a name below is listed above.
    fn list(&self, name: String) -> Option<String> {
        match sort(&name) {
            Sort::Outside => Some(name),
            Sort::Header => None,
            Sort::Fixed | Sort::Hidden => {
                let key = self.to.key(&name).or_else(|| self.from.as_ref()?.key(&name));
                key.or_else(|| Some([LEFT, name.strip_prefix(PREFIX)?].concat()))
            }
        }
    }
}
