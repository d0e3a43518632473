//! Changing records, and undoing it.

use satkarya_core::id::Id;
use satkarya_core::journal::{Change, Earlier, Journal, Rejection};
use satkarya_core::record::Body;
use satkarya_core::stamp::Stamp;

use leptos::prelude::*;

use super::{Access, AppState, NoticeAct};
use crate::i18n::Msg;

/// How many steps back the undo list goes.
const MAX_UNDO: usize = 50;

/// The changes that can be undone, one step at a time.
#[derive(Debug, Default)]
pub(super) struct UndoList {
    /// The steps with their numbers, the latest last.
    steps: Vec<(u64, Vec<Change>)>,
    /// Number of steps that there ever were.
    n_steps: u64,
}

impl UndoList {
    /// Adds a step and returns its number.
    fn push(&mut self, step: Vec<Change>) -> u64 {
        self.n_steps += 1;
        self.steps.push((self.n_steps, step));
        if self.steps.len() > MAX_UNDO {
            self.steps.remove(0);
        }
        self.n_steps
    }

    /// The number of the latest step.
    fn latest(&self) -> Option<u64> {
        self.steps.last().map(|(number, _)| *number)
    }

    /// Takes one step out, whatever came after it.
    fn take(&mut self, number: u64) -> Option<Vec<Change>> {
        let place = self.steps.iter().position(|(other, _)| *other == number)?;
        Some(self.steps.remove(place).1)
    }
}

impl AppState {
    /// A fresh identity; none, with a message on screen, if the browser gives no randomness.
    pub fn fresh_id(self) -> Option<Id> {
        let id = self.inner.try_with_value(|inner| inner.ports.entropy.id().ok())?;
        if id.is_none() {
            self.notices.show(crate::i18n::msg::storage_refused_body(), None);
        }
        id
    }

    /// Writes a record: a new one, or a change.
    ///
    /// With [`Earlier::Kept`] the body it had becomes a version: use it for the first change
    /// since the person opened the record, and [`Earlier::Replaced`] for the rest of the sitting.
    ///
    /// Where this tab may not write, an entry is kept as a draft instead.
    pub fn put(self, id: Id, body: Body, earlier: Earlier) {
        if self.access.get_untracked() != Access::Writer {
            return self.put_aside(id, &body);
        }
        self.change(|journal, stamp| vec![journal.put(id, body, stamp, earlier)]);
    }

    /// Puts a record in the bin and offers to undo it, with a message of what happened.
    pub fn remove(self, id: Id, message: Msg) {
        let step = self.try_change(|journal, stamp| journal.remove(id, stamp));
        self.notices.show(message, step.map(NoticeAct::Undo));
    }

    /// Says what the latest change did and offers to undo that change, and no later one.
    pub fn show_undo(self, message: Msg) {
        let latest = || self.inner.try_with_value(|inner| inner.undo.latest()).flatten();
        // Elsewhere the change became a draft, and the latest step is another one.
        let step = (self.access.get_untracked() == Access::Writer).then(latest).flatten();
        self.notices.show(message, step.map(NoticeAct::Undo));
    }

    /// Takes a record back from the bin.
    pub fn restore(self, id: Id) {
        self.try_change(|journal, stamp| journal.restore(id, stamp));
    }

    /// Erases the content of records for good. Not undone: what an undo list remembers of them
    /// is forgotten as well, and so are their drafts.
    pub fn erase(self, ids: &[Id]) {
        let changes = self.apply(|journal, stamp| {
            ids.iter().filter_map(|id| journal.erase(*id, stamp).ok()).collect()
        });
        self.inner.update_value(|inner| {
            for (_, step) in &mut inner.undo.steps {
                step.retain(|change| !ids.contains(&change.id));
            }
            inner.undo.steps.retain(|(_, step)| !step.is_empty());
        });
        self.keep(&changes);
        if self.access.get_untracked() == Access::Writer {
            self.drop_drafts_of(ids);
        }
    }

    /// Undoes the last step, if there is one. Returns whether there was.
    pub fn undo(self) -> bool {
        let step = self.inner.try_update_value(|inner| inner.undo.steps.pop()).flatten();
        let Some((number, step)) = step else { return false };
        self.revert(number, &step);
        true
    }

    /// Undoes one step, whatever came after it; what was changed since then stays. Returns
    /// whether there was such a step.
    pub fn undo_step(self, number: u64) -> bool {
        let step = self.inner.try_update_value(|inner| inner.undo.take(number)).flatten();
        let Some(mut step) = step else { return false };
        step.retain(|change| {
            self.journal.with_untracked(|journal| journal.get(change.id) == change.after.as_ref())
        });
        self.revert(number, &step);
        true
    }

    fn revert(self, number: u64, step: &[Change]) {
        if self.brought_in.get_untracked() == Some(number) {
            self.brought_in.set(None);
        }
        let changes = self.apply(|journal, stamp| {
            step.iter().rev().map(|change| journal.revert(change, stamp)).collect()
        });
        self.keep(&changes);
    }

    /// Applies a change of any kind as one step that can be undone, and saves it. Returns the
    /// number of the step, or none if nothing changed.
    pub(super) fn change(
        self,
        act: impl FnOnce(&mut Journal, Stamp) -> Vec<Change>,
    ) -> Option<u64> {
        let changes = self.apply(act);
        if changes.is_empty() {
            return None;
        }
        self.keep(&changes);
        self.inner.try_update_value(|inner| inner.undo.push(changes))
    }

    fn try_change(
        self,
        act: impl FnOnce(&mut Journal, Stamp) -> Result<Change, Rejection>,
    ) -> Option<u64> {
        // A record that is gone already is what the person wanted, or an old page is on screen.
        self.change(|journal, stamp| act(journal, stamp).ok().into_iter().collect())
    }

    /// The one place where the journal signal is written after the start.
    pub(super) fn apply(self, act: impl FnOnce(&mut Journal, Stamp) -> Vec<Change>) -> Vec<Change> {
        let stamp = self.stamp();
        let changes = self.journal.try_update(|journal| act(journal, stamp)).unwrap_or_default();
        self.note_for_search(&changes);
        changes
    }
}
