//! Saving every change, and saying truthfully when it is safe.
//!
//! A change goes to localStorage at once and to the redo log behind it. It is called saved only
//! when both have it; where the log is missing, the words are weaker.

use std::collections::{BTreeMap, BTreeSet};

use leptos::prelude::*;
use satkarya_core::id::Id;
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
    /// No store took it, not even as a draft: only this window has it.
    HereOnly,
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
    /// Everything was erased, and the redo log has not confirmed it yet. Until then nothing is
    /// written, because the next start erases again.
    Erasing,
    /// The browser stopped giving the store while the app was open.
    NoStore,
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
            ReadOnly::Follower => Self::Follower,
            ReadOnly::Erasing => Self::Erasing,
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

/// Whether a change is of the sample diary, which no store has.
fn is_nobodys(change: &Change) -> bool {
    change.shelf_before().is_none() && change.shelf_after().is_none()
}

/// Whether a change leaves an entry that stands, of which there can be a draft.
pub(super) fn is_entry(change: &Change) -> bool {
    change.after.as_ref().is_some_and(|after| after.entry().is_some())
}

fn batch(steps: &[Step]) -> Vec<RecordChange<'_>> {
    steps
        .iter()
        .map(|(shard, id, json)| RecordChange { shard: *shard, id, json: json.as_deref() })
        .collect()
}

/// Changes that a store does not have: one for each record, from what the store last took to what
/// the record is now.
#[derive(Debug, Clone, Default)]
pub(super) struct Unkept(BTreeMap<Id, Change>);

impl Unkept {
    fn add(&mut self, changes: &[Change]) {
        for change in changes {
            let known = self.0.entry(change.id).or_insert_with(|| change.clone());
            known.after.clone_from(&change.after);
        }
    }

    fn steps(&self) -> Vec<Step> {
        self.0.values().flat_map(steps).collect()
    }

    /// These and later ones.
    fn with(mut self, later: &Self) -> Self {
        for change in later.0.values() {
            self.add(std::slice::from_ref(change));
        }
        self
    }

    /// These but for what a step leaves as an entry: that is a draft of its own.
    fn without(&self, step: &[Change]) -> Self {
        let has_draft = |id: &Id| step.iter().any(|change| change.id == *id && is_entry(change));
        Self(
            self.0
                .iter()
                .filter(|(id, _)| !has_draft(id))
                .map(|(id, it)| (*id, it.clone()))
                .collect(),
        )
    }

    /// The changes, in the order of ids.
    pub(super) fn changes(&self) -> impl Iterator<Item = &Change> {
        self.0.values()
    }
}

/// What only this window has, so that it would go with it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OnlyHere {
    /// The entries of which no store took the latest draft.
    pub(super) drafts: BTreeSet<Id>,
    /// Whether there is something that cannot be a draft.
    pub(super) has_more: bool,
}

impl OnlyHere {
    /// Whether nothing would go.
    pub fn is_nothing(&self) -> bool {
        self.drafts.is_empty() && !self.has_more
    }
}

/// Why the store does not have a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NotKept {
    /// It could not be written now. It is remembered and goes with the next one.
    Waits(Saving),
    /// This window may not write, as it has just turned out.
    NoAccess(Access),
}

impl AppState {
    /// Saves changes as one batch, with those that were refused before.
    pub(super) fn keep(self, changes: &[Change]) -> Result<(), NotKept> {
        if changes.iter().all(is_nobodys) {
            return Ok(());
        }
        let saved = self.inner.try_update_value(|inner| {
            inner.last_changed = changes.last().map(|change| change.id);
            let waiting = inner.unkept.clone();
            inner.unkept.add(changes);
            let saved = inner.store.put_records(&batch(&inner.unkept.steps()));
            if saved.is_ok() {
                inner.unkept = Unkept::default();
            }
            saved.map_err(|error| (error, waiting))
        });
        self.follow_save(saved, changes)
    }

    fn follow_save(
        self,
        saved: Option<Result<Saved, (SaveError, Unkept)>>,
        step: &[Change],
    ) -> Result<(), NotKept> {
        match saved {
            Some(Ok(saved)) => self.log(saved),
            Some(Err((error, waiting))) => return Err(self.not_saved(&error, &waiting, step)),
            // The window is gone.
            None => {}
        }
        Ok(())
    }

    /// A step was not saved, and neither was what has been waiting from before. Of the step, which
    /// is taken back, drafts are kept; the rest of what waits goes on waiting.
    fn not_saved(self, error: &SaveError, waiting: &Unkept, step: &[Change]) -> NotKept {
        let access = match error {
            SaveError::ReadOnly(reason) => Access::from(*reason),
            SaveError::Overtaken => Access::Moved,
            SaveError::Cleared => return self.wait(Saving::Cleared),
            SaveError::NotJson(_) | SaveError::Store(_) => return self.wait(Saving::Refused),
        };
        self.access.set(access);
        self.inner.try_update_value(|inner| {
            inner.store.give_way();
            inner.unkept = Unkept::default();
        });
        for change in step {
            self.keep_change(change);
        }
        self.keep_as_drafts(&waiting.without(step));
        NotKept::NoAccess(access)
    }

    fn wait(self, saving: Saving) -> NotKept {
        self.saving.set(saving);
        NotKept::Waits(saving)
    }

    /// Keeps drafts of what no store has. What cannot be a draft waits in this window, which is
    /// said, until it may write again.
    pub(super) fn keep_as_drafts(self, unkept: &Unkept) {
        let rest = unkept.changes().filter(|change| self.keep_change(change) != Some(true));
        let rest = Unkept(rest.map(|change| (change.id, change.clone())).collect());
        if rest.changes().any(|change| !is_entry(change)) {
            self.only_here.update(|only| only.has_more = true);
            self.say_draft(Saving::HereOnly);
        }
        self.inner
            .try_update_value(|inner| inner.unkept = std::mem::take(&mut inner.unkept).with(&rest));
    }

    /// Keeps a draft of a changed entry; of anything else there is none. Says whether localStorage
    /// took it.
    fn keep_change(self, change: &Change) -> Option<bool> {
        match change.after.as_ref()?.live()? {
            Body::Entry(entry) => Some(self.make_draft(change.id, entry, true)),
            _ => None,
        }
    }

    /// Tries to save again what could not be saved, on the person's word.
    pub fn save_again(self) {
        if self.is_over() {
            return;
        }
        // What is still stored need not be written again.
        let is_cleared = self.saving.get_untracked() == Saving::Cleared;
        let saved = self.inner.try_update_value(|inner| {
            let steps = inner.unkept.steps();
            let saved = if is_cleared {
                inner.store.write_everything(&batch(&steps))
            } else {
                inner.store.put_records(&batch(&steps))
            };
            if saved.is_ok() {
                inner.unkept = Unkept::default();
            }
            saved.map_err(|error| (error, inner.unkept.clone()))
        });
        // What became of it stands at the head of the window.
        _ = self.follow_save(saved, &[]);
    }

    /// Erases what has been in the bin for thirty days, and forgets tombstones that are more than
    /// a year old. Call it once everything is in memory; where another tab writes, that one does.
    ///
    /// Nobody asked for it at this moment, so nothing is said and there is nothing to undo.
    pub fn sweep(self) {
        let is_complete = self.loading.with_untracked(|loading| loading.is_complete());
        let stamp = self.stamp();
        // A clock that went back may have been wrong before; then nothing is old for certain.
        let is_certain = stamp.ms() <= self.now().ms;
        if self.access.get_untracked() != Access::Writer || !is_complete || !is_certain {
            return;
        }
        let changes = self.apply(|journal, _| journal.sweep(stamp));
        let steps: Vec<Step> = changes.iter().flat_map(steps).collect();
        if steps.is_empty() {
            return;
        }
        match self.inner.try_update_value(|inner| inner.store.put_records(&batch(&steps))) {
            Some(Ok(saved)) => {
                self.forget_steps(&changes);
                let generation = saved.log.generation;
                self.write_log(saved.log, move |logged| {
                    self.tell_store(generation, logged);
                    self.inner.try_with_value(|inner| (inner.ports.on_written)());
                });
            }
            // The next start does it.
            _ => self.take_back(&changes),
        }
    }

    /// After the store was opened again: brings in what the earlier one had refused, but for what
    /// was changed elsewhere since.
    pub(super) fn keep_missing(self, unkept: &Unkept) {
        if unkept.changes().next().is_none() {
            return;
        }
        if self.access.get_untracked() != Access::Writer {
            return self.keep_as_drafts(unkept);
        }
        self.load_everything();
        self.write(|journal, stamp| {
            let newest = |change: &&Change| {
                let (now, after) = (journal.get(change.id), change.after.as_ref());
                now != after && now.map(|it| it.changed) <= after.map(|it| it.changed)
            };
            let due: Vec<&Change> = unkept.changes().filter(newest).collect();
            let back = due.into_iter().map(|change| Change {
                before: change.after.clone(),
                after: None,
                id: change.id,
            });
            back.map(|change| journal.revert(&change, stamp)).collect()
        });
    }

    /// Writes the log part of a save and follows what becomes of it.
    fn log(self, saved: Saved) {
        let in_store = saved.outcome == SaveOutcome::InStore;
        let generation = saved.log.generation;
        self.await_log(!in_store);
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
        // A save takes everything that stands in the form.
        self.note_unsaved(false);
        self.write_log(saved.log, move |logged| {
            let brought_in = self.tell_store(generation, logged);
            if logged {
                self.await_log(false);
            }
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

    /// From now on drafts stay until the log has what was saved, or need not any more.
    fn await_log(self, awaits: bool) {
        let stored = self.inner.try_update_value(|inner| {
            if awaits {
                inner.awaiting_log.get_or_insert_default();
                return None;
            }
            inner.awaiting_log.take()
        });
        for name in stored.flatten().unwrap_or_default() {
            self.drop_named(&name);
        }
    }

    /// Tells the store what became of the log's part of a batch. Returns whether localStorage has
    /// everything now.
    pub(super) fn tell_store(self, generation: u64, logged: bool) -> bool {
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
