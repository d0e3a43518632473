//! Changing records, and undoing it.

use std::sync::Arc;

use satkarya_core::diary::Entry;
use satkarya_core::id::Id;
use satkarya_core::journal::{Change, Earlier, Journal, Rejection};
use satkarya_core::record::{Body, Record, Version};
use satkarya_core::stamp::Stamp;
use satkarya_core::time::Day;

use leptos::prelude::*;

use super::keep::{NotKept, is_entry};
use super::{Access, AppState, NoticeAct};
use crate::i18n::{Msg, dates, labels, measures, msg, names, t};

/// How many steps back the undo list goes.
const MAX_UNDO: usize = 50;

/// The changes that can be undone, one step at a time.
#[derive(Debug, Default)]
pub(super) struct UndoList {
    /// The steps with their numbers, the latest last.
    steps: Vec<(u64, Vec<Change>)>,
    /// The step that brought a file in: it never falls out, however much is done after it.
    brought_in: Option<u64>,
    /// Steps that nobody here did: what came from other devices by itself. The key that takes the
    /// last step back passes them over.
    apart: Vec<u64>,
    /// Number of steps that there ever were.
    n_steps: u64,
}

impl UndoList {
    /// Adds a step and returns its number.
    pub(super) fn push(&mut self, step: Vec<Change>) -> u64 {
        if let ([next], Some((number, last))) = (step.as_slice(), self.steps.last_mut())
            && self.brought_in != Some(*number)
            && !self.apart.contains(number)
            && let [last] = last.as_mut_slice()
            && is_more_of_the_same(last, next)
        {
            last.after.clone_from(&next.after);
            return *number;
        }
        self.n_steps += 1;
        self.steps.push((self.n_steps, step));
        let is_kept = |(number, _): &(u64, _)| self.brought_in == Some(*number);
        let n_kept = self.steps.iter().filter(|step| is_kept(step)).count();
        if self.steps.len() > MAX_UNDO + n_kept
            && let Some(oldest) = self.steps.iter().position(|step| !is_kept(step))
        {
            self.steps.remove(oldest);
        }
        self.n_steps
    }

    /// Adds the step that brought a file in and returns its number.
    pub(super) fn push_brought_in(&mut self, step: Vec<Change>) -> u64 {
        let number = self.push(step);
        self.brought_in = Some(number);
        number
    }

    /// Adds a step that came by itself and returns its number.
    pub(super) fn push_apart(&mut self, step: Vec<Change>) -> u64 {
        let number = self.n_steps + 1;
        self.apart.retain(|other| self.steps.iter().any(|(there, _)| there == other));
        // It goes on with nothing that was done before.
        self.apart.push(number);
        self.n_steps = number;
        self.steps.push((number, step));
        number
    }

    /// Takes the latest step that was done here.
    fn pop(&mut self) -> Option<(u64, Vec<Change>)> {
        let number = self.latest()?;
        Some((number, self.take(number)?))
    }

    /// Whether a step is still there to be undone.
    fn has(&self, number: u64) -> bool {
        self.steps.iter().any(|(other, _)| *other == number)
    }

    /// The latest step that was done here.
    fn last(&self) -> Option<&(u64, Vec<Change>)> {
        self.steps.iter().rev().find(|(number, _)| !self.apart.contains(number))
    }

    /// The number of the latest step that was done here.
    fn latest(&self) -> Option<u64> {
        self.last().map(|(number, _)| *number)
    }

    /// Takes one step out, whatever came after it.
    fn take(&mut self, number: u64) -> Option<Vec<Change>> {
        let place = self.steps.iter().position(|(other, _)| *other == number)?;
        Some(self.steps.remove(place).1)
    }
}

/// Whether a change goes on with what the step before it did: the mood of one entry, that goes
/// from number to number under the arrow keys. Such a way is one step, from its beginning to its
/// end. What keeps an earlier version begins another sitting, and a step of its own.
fn is_more_of_the_same(last: &Change, next: &Change) -> bool {
    let n_versions = |record: &Option<Arc<Record>>| record.as_ref().map(|it| it.versions.len());
    let is_same_sitting = n_versions(&next.before) == n_versions(&next.after);
    let goes_on = last.id == next.id && last.after == next.before;
    goes_on && is_same_sitting && is_of_mood(last) && is_of_mood(next)
}

/// Whether nothing but the mood of an entry differs, or nothing but a mood was noted in a new one.
fn is_of_mood(change: &Change) -> bool {
    let entry = |record: Option<&Arc<Record>>| record.and_then(|it| it.entry()).cloned();
    let Some(after) = entry(change.after.as_ref()) else { return false };
    let without = |entry: Entry| Entry { mood: None, ..entry };
    let (has_mood, after) = (after.mood.is_some(), without(after));
    match &change.before {
        None => has_mood && after.is_blank(),
        before => entry(before.as_ref()).is_some_and(|before| without(before) == after),
    }
}

impl AppState {
    /// A fresh identity; none, with a message on screen, if the browser gives no randomness.
    pub fn fresh_id(self) -> Option<Id> {
        let id = self.inner.try_with_value(|inner| inner.ports.entropy.id().ok())?;
        if id.is_none() {
            self.notices.show(msg::storage_refused_body(), None);
        }
        id
    }

    /// Names a record that is not there yet and that a [`Visit`](super::Visit) makes of this by its
    /// first change: what was only looked at leaves nothing. None where nothing may be written,
    /// which is said.
    pub fn open_blank(self, body: Body) -> Option<Id> {
        let id = self.may_write().then(|| self.fresh_id())??;
        self.inner.update_value(|inner| inner.blank = Some((id, body)));
        Some(id)
    }

    /// What was named so, and begins as this.
    pub(super) fn blank_of(self, id: Id) -> Option<Body> {
        self.inner
            .with_value(|inner| inner.blank.as_ref().filter(|it| it.0 == id).map(|it| it.1.clone()))
    }

    /// Writes a record: a new one, or a change.
    ///
    /// With [`Earlier::Kept`] the body it had becomes a version: use it for the first change
    /// since the person opened the record, and [`Earlier::Replaced`] for the rest of the sitting.
    /// What this window did not write is never replaced without a version, whoever wrote it.
    ///
    /// Where this tab may not write, an entry is kept as a draft instead.
    pub fn put(self, id: Id, body: Body, earlier: Earlier) {
        let along = self.inner.try_update_value(|inner| inner.along.take()).flatten();
        if self.access.get_untracked() != Access::Writer {
            return self.put_aside(id, &body);
        }
        let earlier_of = |id: Id, own: Earlier| if self.is_own(id) { own } else { Earlier::Kept };
        let earlier = earlier_of(id, earlier);
        let along = along.map(|(id, body)| (id, body, earlier_of(id, Earlier::Replaced)));
        let along_id = along.as_ref().map(|it| it.0);
        self.change(|journal, stamp| {
            let along = along.map(|(id, body, earlier)| journal.put(id, body, stamp, earlier));
            let mut changes: Vec<Change> = along.into_iter().collect();
            changes.push(journal.put(id, body, stamp, earlier));
            changes
        });
        for id in along_id.into_iter().chain([id]) {
            self.note_own(id);
        }
    }

    /// Says what else the next [`Self::put`] writes: both are one step to undo and are stored
    /// together, or neither is. Nothing becomes of it where that may not write.
    pub fn put_along(self, id: Id, body: Body) {
        self.inner.try_update_value(|inner| inner.along = Some((id, body)));
    }

    /// Notes that what a record now is was written by this window.
    pub(super) fn note_own(self, id: Id) {
        let now = self.journal.with_untracked(|journal| journal.get(id).map(|it| it.changed));
        if let Some(now) = now {
            self.inner.update_value(|inner| {
                inner.put.insert(id, now);
                inner.put_lately.insert(id);
            });
        }
    }

    /// Whether what a record now is was written by this window.
    pub(super) fn is_own(self, id: Id) -> bool {
        let known = self.inner.try_with_value(|inner| inner.put.get(&id).copied()).flatten();
        let now = self.journal.with_untracked(|journal| journal.get(id).map(|it| it.changed));
        now.is_none_or(|now| known == Some(now))
    }

    /// Puts a record in the bin and offers to undo it, with a message of what happened; nothing
    /// happens to one that was never made.
    pub fn remove(self, id: Id, message: Msg) {
        if self.journal.with_untracked(|journal| journal.get(id).is_none()) {
            return;
        }
        let step = self.try_change(|journal, stamp| journal.remove(id, stamp));
        // Where nothing could be changed, that has been said instead.
        if self.access.get_untracked() == Access::Writer {
            self.notices.show(message, step.map(NoticeAct::Undo));
        }
    }

    /// Says what the latest change did and offers to undo that change, and no later one. Says
    /// nothing where that change became a draft or was refused, which has been told.
    pub fn show_undo(self, message: Msg) {
        if self.access.get_untracked() == Access::Writer {
            let step = self.inner.try_with_value(|inner| inner.undo.latest()).flatten();
            self.notices.show(message, step.map(NoticeAct::Undo));
        }
    }

    /// The earlier versions of a record, the latest first.
    pub fn versions_of(self, id: Id) -> Memo<Vec<Version>> {
        let record = self.record(id);
        Memo::new(move |_| {
            record.with(|it| it.as_ref().map(|it| it.versions.clone()).unwrap_or_default())
        })
    }

    /// Brings an earlier version of a record back. What was there is kept as a version.
    pub fn bring_back(self, id: Id, body: Body) {
        self.put(id, body, Earlier::Kept);
        self.show_undo(msg::versions_restored());
    }

    /// Takes a record back from the bin. Returns whether it is back.
    pub fn restore(self, id: Id) -> bool {
        self.try_change(|journal, stamp| journal.restore(id, stamp)).is_some()
    }

    /// Erases the content of records for good. Not undone: what an undo list remembers of them
    /// is forgotten as well, and so are their drafts. Returns whether anything was erased.
    pub fn erase(self, ids: &[Id]) -> bool {
        let erased = self.write(|journal, stamp| {
            ids.iter().filter_map(|id| journal.erase(*id, stamp).ok()).collect()
        });
        if erased.is_empty() {
            return false;
        }
        self.forget_steps(&erased);
        self.drop_drafts_of(ids);
        true
    }

    /// Takes records out of the undo list.
    pub(super) fn forget_steps(self, gone: &[Change]) {
        let gone: Vec<Id> = gone.iter().map(|it| it.id).collect();
        self.forget_steps_of(&gone);
    }

    /// Takes records out of the undo list: what was done to them so far is not undone any more.
    pub fn forget_steps_of(self, gone: &[Id]) {
        self.inner.update_value(|inner| {
            for (_, step) in &mut inner.undo.steps {
                step.retain(|change| !gone.contains(&change.id));
            }
            inner.undo.steps.retain(|(_, step)| !step.is_empty());
        });
    }

    /// Undoes the last step, if there is one. Returns whether it was undone.
    pub fn undo(self) -> bool {
        let latest = self.inner.try_with_value(|inner| inner.undo.latest()).flatten();
        if latest.is_none() || !self.may_write() {
            return false;
        }
        let step = self.inner.try_update_value(|inner| inner.undo.pop()).flatten();
        step.is_some_and(|(number, step)| self.revert(number, &step))
    }

    /// As [`Self::undo`]; returns words for what was undone.
    pub fn undo_and_say(self) -> Option<Msg> {
        let words = self.inner.try_with_value(|inner| {
            let (_, step) = inner.undo.last()?;
            Some(words_of(step, self.today()))
        });
        self.undo().then_some(words.flatten()).flatten()
    }

    /// Whether a step is still there to be undone.
    pub fn can_undo(self, number: u64) -> bool {
        self.inner.try_with_value(|inner| inner.undo.has(number)).unwrap_or_default()
    }

    /// Undoes one step, whatever came after it; what was changed since then stays. Returns
    /// whether there was such a step and it was undone.
    pub fn undo_step(self, number: u64) -> bool {
        self.undo_rest_of(number).is_some()
    }

    /// As [`Self::undo_step`]; returns how many records were changed since and stayed.
    pub(super) fn undo_rest_of(self, number: u64) -> Option<usize> {
        if !self.may_write() {
            return None;
        }
        let mut step = self.inner.try_update_value(|inner| inner.undo.take(number)).flatten()?;
        let all = step.len();
        step.retain(|change| {
            self.journal.with_untracked(|journal| journal.get(change.id) == change.after.as_ref())
        });
        self.revert(number, &step).then_some(all - step.len())
    }

    /// Reverts a step that was taken out of the list. Returns whether this window could.
    fn revert(self, number: u64, step: &[Change]) -> bool {
        if self.brought_in.get_untracked() == Some(number) {
            self.brought_in.set(None);
        }
        self.write(|journal, stamp| {
            let revert = |change: &Change| match change.after {
                Some(_) => Some(journal.revert(change, stamp)),
                // It was set aside, and nothing has happened to it.
                None => journal.put_back(change),
            };
            step.iter().rev().filter_map(revert).collect()
        });
        // Finding out only now that another tab writes turns this window to looking on.
        self.access.get_untracked() == Access::Writer
    }

    /// Applies a change of any kind as one step that can be undone, and saves it. Returns the
    /// number of the step, or none if nothing changed.
    pub(super) fn change(
        self,
        act: impl FnOnce(&mut Journal, Stamp) -> Vec<Change>,
    ) -> Option<u64> {
        let changes = self.write(act);
        if changes.is_empty() {
            return None;
        }
        self.inner.try_update_value(|inner| inner.undo.push(changes))
    }

    /// Whether records may be changed here; says so if not.
    pub(super) fn may_write(self) -> bool {
        let access = self.access.get_untracked();
        if access != Access::Writer {
            self.notices.show(refusal(access), None);
        }
        access == Access::Writer
    }

    /// Applies a change of any kind and saves it: the one gate before every change. Returns what
    /// changed; nothing where this window may not write, which is said.
    pub(super) fn write(self, act: impl FnOnce(&mut Journal, Stamp) -> Vec<Change>) -> Vec<Change> {
        if !self.may_write() {
            return Vec::new();
        }
        let changes = self.apply(act);
        match self.keep(&changes) {
            // What waits is in this window, and the head of the window says that it is not saved.
            Ok(()) | Err(NotKept::Waits(_)) => changes,
            Err(NotKept::NoAccess(access)) => {
                self.take_back(&changes);
                // An entry has become a draft, which the head of the window says.
                if !changes.iter().all(is_entry) {
                    self.notices.show(refusal(access), None);
                }
                Vec::new()
            }
        }
    }

    /// Takes changes back that no store has, so that the page shows what is stored.
    pub(super) fn take_back(self, changes: &[Change]) {
        self.apply(|journal, _| changes.iter().rev().map(|it| journal.take_back(it)).collect());
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

/// What is said of a step that was undone: which entry or whom it was about.
fn words_of(step: &[Change], today: Day) -> Msg {
    let [change] = step else {
        return msg::undone_many(i64::try_from(step.len()).unwrap_or(i64::MAX));
    };
    let record = change.after.as_ref().or(change.before.as_ref());
    match record.and_then(|record| record.body.as_ref()) {
        Some(Body::Entry(entry)) => {
            let time = dates::time(entry.when.time);
            let when = match entry.when.day {
                day if day == today => time,
                day => format!("{}, {time}", dates::near_day(day, today)),
            };
            let is_there = |record: &Option<Arc<Record>>| {
                record.as_ref().is_some_and(|it| it.entry().is_some())
            };
            match (is_there(&change.before), is_there(&change.after)) {
                (true, true) => msg::undone_change(when),
                (true, false) => msg::undone_deletion(when),
                _ if entry.what.is_blank() => msg::undone_check_in(when),
                _ => msg::undone_entry(when),
            }
        }
        Some(Body::Person(person)) => msg::undone_named(names::shown(person)),
        Some(Body::Feeling(own)) => msg::undone_named(own.word.to_string()),
        Some(Body::Course(_)) => msg::undone_plan(),
        Some(Body::Session(session)) => msg::undone_session(dates::near_day(session.day, today)),
        Some(Body::Snapshot(it)) => {
            msg::undone_named(t(msg::circle_snapshot(dates::near_day(it.day, today))))
        }
        Some(Body::Network(_)) => msg::undone_named(t(msg::network_title())),
        Some(Body::Along(it)) => msg::undone_named(dates::near_day(it.day, today)),
        Some(Body::Reflection(_)) => msg::undone_named(t(msg::pinch_title())),
        Some(Body::Formulation(_)) => msg::undone_named(t(msg::summary_title())),
        Some(Body::Goal(_)) => msg::undone_named(t(msg::goals_title())),
        Some(Body::Sheet(it)) => msg::undone_named(names::sheet(it)),
        Some(Body::Filled(it)) => msg::undone_named(measures::name(it)),
        Some(Body::Measures(_)) => msg::undone_named(t(measures::title())),
        Some(Body::Focus(it)) => msg::undone_named(t(labels::area(it.main))),
        Some(Body::Event(it)) => msg::undone_named(names::titled(&it.title, msg::event_untitled())),
        Some(Body::Band(it)) => msg::undone_named(names::titled(&it.label, msg::band_untitled())),
        Some(Body::Spell(it)) => msg::undone_named(t(labels::spell(it))),
        None => msg::common_undone(),
    }
}

/// Why nothing was changed.
pub(super) fn refusal(access: Access) -> Msg {
    match access {
        Access::Follower | Access::Moved | Access::Writer => msg::not_changed_other_tab(),
        Access::Erasing => msg::not_changed_erasing(),
        Access::NoStore => msg::not_changed_no_store(),
        Access::NewerData | Access::NeedsNewer | Access::AllUnreadable => msg::not_changed_here(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_came_by_itself_is_not_the_last_step_and_can_be_taken_out() {
        let mut list = UndoList::default();
        let own = list.push(Vec::new());
        let came = list.push_apart(Vec::new());
        let again = list.push_apart(Vec::new());
        assert_eq!(list.latest(), Some(own));
        assert_eq!(list.pop().map(|(number, _)| number), Some(own));
        assert_eq!(list.latest(), None, "nothing was done here");
        assert!(list.has(came) && list.take(came).is_some() && list.take(again).is_some());
        assert_eq!(list.take(came), None);
    }
}
