//! Parts of the store that cannot be read, and removing everything.

use leptos::prelude::*;
use satkarya_core::journal::Journal;
use satkarya_core::store::{
    Damage, FrameError, KeyValue, MemoryStore, Options, PartName, Problem, Repository, Role,
    StorageKey, key,
};

use super::{Access, AppState, Home, OnlyHere, Saving, write::UndoList};
use crate::route::Route;

/// A part of the diary that cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct DamagedPart {
    /// Which part.
    pub name: PartName,
    /// Whether its bytes are still there, to be saved or given up. Otherwise the part is gone.
    pub has_bytes: bool,
}

/// How erasing everything ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Erased {
    /// Nothing of the diary is left.
    All,
    /// Some of it could not be removed.
    Some,
    /// Another tab erased everything, and says itself how it ended.
    Elsewhere,
}

impl AppState {
    /// The parts that cannot be read, the oldest first. Reactive.
    pub fn damaged_parts(self) -> Memo<Vec<DamagedPart>> {
        Memo::new(move |_| {
            let mut parts: Vec<DamagedPart> =
                self.damaged.with(|damaged| damaged.iter().filter_map(damaged_part).collect());
            parts.sort_by_key(|part| part.name);
            parts.dedup();
            parts
        })
    }

    /// Gives up an unreadable part for good, on the person's word. Returns whether it is gone.
    pub fn give_up(self, part: PartName) -> bool {
        if !self.may_write() {
            return false;
        }
        let given = self.inner.try_update_value(|inner| inner.store.forget_quarantine(part));
        let Some(Ok(batch)) = given else { return false };
        self.write_log(batch, |_| ());
        self.damaged.update(|damaged| damaged.retain(|problem| problem.part != part));
        true
    }

    /// Removes every record and preference from the store and from memory, and writes that to
    /// the redo log. Calls back with whether the log has it.
    ///
    /// # Errors
    /// [`Access`] tells why nothing may be removed here; then nothing has changed, or, if the
    /// store refused half-way, calling it again goes on.
    pub fn erase_everything(self, logged: impl FnOnce(bool) + 'static) -> Result<(), Access> {
        let access = self.access.get_untracked();
        if access != Access::Writer {
            return Err(access);
        }
        let erased = self.inner.try_update_value(|inner| inner.store.erase(&[]));
        let Some(Ok(batch)) = erased else { return Err(access) };
        self.forget_everything();
        if self.home == Home::Stored {
            self.inner.try_with_value(|inner| (inner.ports.on_erased)());
        }
        self.write_log(batch, logged);
        Ok(())
    }

    /// Another tab erased everything: nothing of it stays in this window, and this window keeps
    /// nothing any more, whatever was being written in it.
    pub fn erased_elsewhere(self) {
        if self.is_over() {
            return;
        }
        let late = self.drop_own_drafts();
        self.write_log(late, |_| ());
        self.forget_everything();
        // Whatever may still be under way finds nothing to write to.
        self.write_nowhere();
        self.erased.set(Some(Erased::Elsewhere));
    }

    /// From now on whatever is written goes to memory alone.
    pub fn write_nowhere(self) {
        let nowhere = Box::new(MemoryStore::new()) as Box<dyn KeyValue>;
        let options = Options { role: Role::Follower, ..Options::default() };
        if let Ok((nowhere, _)) = Repository::open(nowhere, None, options) {
            self.inner.update_value(|inner| {
                inner.store = nowhere;
                inner.ports.log = None;
            });
        }
    }

    /// Empties the memory after everything was erased. From now on nothing is kept here.
    fn forget_everything(self) {
        self.set_flush(None);
        self.inner.update_value(|inner| {
            inner.is_over = true;
            // What is still to be heard of earlier saves is not said any more.
            inner.n_saves += 1;
            inner.undo = UndoList::default();
            inner.unkept = super::keep::Unkept::default();
            inner.haystack = super::find::haystack();
            inner.waiting.clear();
            inner.last_changed = None;
            inner.blank = None;
            inner.came_from = Route::Today;
        });
        self.access.set(Access::Erasing);
        self.saving.set(Saving::Idle);
        self.only_here.set(OnlyHere::default());
        self.notices.clear();
        self.brought_in.set(None);
        self.start_with.set(None);
        self.start_text.set(None);
        self.journal.set(Journal::new());
        self.tell_entries_changed();
        self.drafts.set(Vec::new());
        self.damaged.set(Vec::new());
        self.unread.set(super::Unread::default());
        self.looking.clear();
    }

    /// Whether everything was erased since this window was opened, here or in another tab, or the
    /// window was taken away meanwhile, as it is when the diary locks. Whoever has waited for
    /// something asks this before reading anything here.
    pub fn is_over(self) -> bool {
        self.inner.try_with_value(|inner| inner.is_over).unwrap_or(true)
    }

    /// Whether an erasure stands in the way of keeping anything.
    pub(super) fn keeps_nothing(self) -> bool {
        self.is_over() || self.access.get_untracked() == Access::Erasing
    }

    /// Ends an erasure. `is_log_empty` says whether the redo log holds nothing any more.
    pub fn end_erasing(self, is_log_empty: bool) -> Erased {
        let left = self.inner.try_update_value(|inner| {
            // While the log holds something, the note stays, so that the next start erases again.
            if is_log_empty {
                inner.store.erase_confirmed().ok()?;
            }
            let keys = inner.store.store().keys().ok()?;
            Some(keys.iter().filter(|name| name.starts_with(key::PREFIX)).count())
        });
        if left == Some(Some(0)) && is_log_empty {
            self.inner.try_with_value(|inner| (inner.ports.on_gone)());
        }
        // A tab that was opened meanwhile looks again, and finds nothing.
        self.inner.try_with_value(|inner| (inner.ports.on_written)());
        self.set_flush(None);
        self.saving.set(Saving::Idle);
        self.notices.clear();
        let ended = if left == Some(Some(0)) && is_log_empty { Erased::All } else { Erased::Some };
        self.erased.set(Some(ended));
        ended
    }

    /// The key under which a part really lies in localStorage.
    pub fn key_of(self, part: PartName) -> String {
        let key = StorageKey::Part(part).to_string();
        self.with_store(|store| store.store().sealed_key(&key)).flatten().unwrap_or(key)
    }
}

/// What a newer version wrote is not damaged.
fn damaged_part(problem: &Problem) -> Option<DamagedPart> {
    match problem.error {
        FrameError::Damaged(damage) => {
            Some(DamagedPart { name: problem.part, has_bytes: damage != Damage::Missing })
        }
        FrameError::Newer => None,
    }
}
