//! Saving every change, and saying truthfully when it is safe.
//!
//! A change goes to localStorage at once and to the redo log behind it. It is called saved only
//! when both have it; where the log is missing, the words are weaker.

use leptos::prelude::*;
use satkarya_core::journal::Change;
use satkarya_core::record::{Body, Record};
use satkarya_core::store::{
    LogBatch, ReadOnly, RecordChange, SaveError, SaveOutcome, Saved, ShardName,
};

use super::{AppState, Home, Inner};

/// Whether the latest change is safe.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Saving {
    /// Nothing was changed yet.
    #[default]
    Idle,
    /// On its way.
    Saving,
    /// In localStorage and in the redo log: a browser that is killed now loses nothing.
    Saved,
    /// In localStorage only: it may need up to a minute to reach the disk.
    SavedSlow,
    /// A draft of it is kept.
    Draft,
    /// In memory until the window closes.
    MemoryOnly,
    /// The space is used up; the redo log has it.
    Full,
    /// The space is used up, and so is the device's: only this window has it.
    FullHereOnly,
    /// The browser would not store it.
    Refused,
    /// Another tab writes: it is kept as a draft.
    Follower,
    /// Somebody cleared the store while the app was open.
    Cleared,
}

/// Whether records may be changed here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// They may.
    Writer,
    /// Another tab writes, and did so from the start.
    Follower,
    /// Another tab took over.
    Moved,
    /// A newer version wrote here.
    NewerData,
    /// A newer version is needed even to read.
    NeedsNewer,
    /// Nothing can be read.
    AllUnreadable,
}

impl From<ReadOnly> for Access {
    fn from(reason: ReadOnly) -> Self {
        match reason {
            // An erasure under way ends with an empty store; until then nothing is written.
            ReadOnly::Follower | ReadOnly::Erasing => Self::Follower,
            ReadOnly::NewerData => Self::NewerData,
            ReadOnly::NeedsNewer => Self::NeedsNewer,
            ReadOnly::AllUnreadable => Self::AllUnreadable,
        }
    }
}

/// One step of a batch: where, which, and the JSON if it is to be there.
type Step = (ShardName, String, Option<String>);

/// What the store has to do for a change. Nothing for the sample diary.
fn steps(change: &Change) -> Vec<Step> {
    let before = change.shelf_before().map(ShardName::from);
    let after = change.shelf_after().map(ShardName::from);
    let id = change.id.to_string();
    let mut steps = Vec::new();
    if let Some(before) = before.filter(|before| after != Some(*before)) {
        steps.push((before, id.clone(), None));
    }
    if let (Some(after), Some(record)) = (after, change.after.as_deref()) {
        // Serializing a record cannot fail: its maps have text for keys.
        steps.push((after, id, serde_json::to_string::<Record>(record).ok()));
    }
    steps
}

impl AppState {
    /// Saves changes as one batch.
    pub(super) fn keep(self, changes: &[Change]) {
        let steps: Vec<Step> = changes.iter().flat_map(steps).collect();
        if steps.is_empty() {
            return;
        }
        let batch: Vec<RecordChange<'_>> = steps
            .iter()
            .map(|(shard, id, json)| RecordChange { shard: *shard, id, json: json.as_deref() })
            .collect();
        let saved = self.inner.try_update_value(|inner| {
            inner.last_changed = changes.last().map(|change| change.id);
            inner.store.put_records(&batch)
        });
        match saved {
            Some(Ok(saved)) => self.log(saved),
            Some(Err(error)) => self.not_saved(&error, changes),
            None => {}
        }
    }

    fn not_saved(self, error: &SaveError, changes: &[Change]) {
        let access = match error {
            SaveError::ReadOnly(reason) => Access::from(*reason),
            SaveError::Overtaken => Access::Moved,
            SaveError::Cleared => return self.saving.set(Saving::Cleared),
            SaveError::NotJson(_) | SaveError::Store(_) => {
                return self.saving.set(Saving::Refused);
            }
        };
        self.access.set(access);
        for change in changes {
            if let Some(Body::Entry(entry)) = change.after.as_ref().and_then(|r| r.live()) {
                self.keep_draft(change.id, entry);
            }
        }
        self.saving.set(Saving::Follower);
    }

    /// Tries to save again what could not be saved, on the person's word.
    pub fn save_again(self) {
        let saved = self.inner.try_update_value(|inner| inner.store.write_everything());
        match saved {
            Some(Ok(saved)) => self.log(saved),
            Some(Err(error)) => self.not_saved(&error, &[]),
            None => {}
        }
    }

    /// Writes the log part of a save and follows what becomes of it.
    fn log(self, saved: Saved) {
        let in_store = saved.outcome == SaveOutcome::InStore;
        let generation = saved.log.generation;
        let Some(number) = self.inner.try_update_value(|inner| {
            inner.n_saves += 1;
            inner.n_saves
        }) else {
            return;
        };
        self.saving.set(if self.home == Home::MemoryOnly {
            Saving::MemoryOnly
        } else {
            Saving::Saving
        });
        self.write_log(saved.log, move |logged| {
            let brought_in = self.tell_store(generation, logged);
            let became = match (in_store, logged) {
                (true, true) => Saving::Saved,
                (true, false) => Saving::SavedSlow,
                (false, true) if brought_in => Saving::Saved,
                (false, true) => Saving::Full,
                (false, false) => Saving::FullHereOnly,
            };
            self.inner.try_with_value(|inner| (inner.ports.on_written)());
            let latest = self.inner.try_with_value(|inner| inner.n_saves == number);
            if latest == Some(true) && self.home == Home::Stored {
                // The window may be gone by now.
                _ = self.saving.try_set(became);
            }
        });
    }

    /// Tells the store what became of the log's part of a batch. Returns whether localStorage has
    /// everything now.
    fn tell_store(self, generation: u64, logged: bool) -> bool {
        let outcome = self.inner.try_update_value(|inner| {
            if logged {
                return Some(inner.store.log_confirmed(generation));
            }
            // The next batches carry it again, unless there is no log that could take them.
            if inner.ports.log.is_some() {
                inner.store.log_failed(generation);
            }
            None
        });
        outcome.flatten() == Some(SaveOutcome::InStore)
    }

    /// Writes a batch to the redo log, if there is one, and calls back with whether it is there.
    pub(super) fn write_log(self, batch: LogBatch, done: impl FnOnce(bool) + 'static) {
        let log = self.inner.try_with_value(|inner: &Inner| inner.ports.log.clone()).flatten();
        match log {
            _ if batch.is_empty() => done(true),
            Some(log) => log.write(batch, Box::new(done)),
            None => done(false),
        }
    }
}
