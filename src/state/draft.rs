//! Drafts: what is being typed, kept every two seconds, in every tab.
//!
//! A draft is a whole entry under a key of its own tab, so that no two tabs can meet on it. It
//! goes away when the entry is saved.

use leptos::prelude::*;
use satkarya_core::diary::Entry;
use satkarya_core::id::Id;
use satkarya_core::journal::{Earlier, Journal};
use satkarya_core::record::Body;
use satkarya_core::store::{DraftName, KeyValue as _, LogBatch, SaveOutcome, StorageKey};
use serde::{Deserialize, Serialize};

use super::write::refusal;
use super::{Access, AppState, Home, Saving};
use crate::i18n::{Msg, msg};

/// A text that was being written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The entry it belongs to, which may not exist yet.
    pub id: Id,
    /// The entry as it was being written.
    pub entry: Entry,
    /// When it was kept: milliseconds since 1970.
    pub kept: u64,
    /// Whether it was kept in this tab since it was opened.
    pub is_own: bool,
    name: DraftName,
}

impl Draft {
    fn body(&self) -> Body {
        Body::Entry(self.entry.clone())
    }

    /// Whether both hold the same words of the same entry.
    fn is_copy_of(&self, other: &Self) -> bool {
        self.id == other.id && self.entry == other.entry
    }
}

/// The stored form.
#[derive(Serialize, Deserialize)]
struct Stored {
    kept: u64,
    entry: Entry,
}

impl AppState {
    /// Writes an entry and says whether it is a record now. If not, a draft of it stays, and the
    /// next occasion has to try again.
    pub fn put_entry(self, id: Id, entry: &Entry, earlier: Earlier) -> bool {
        self.put(id, Body::Entry(entry.clone()), earlier);
        if self.access.get_untracked() != Access::Writer {
            return false;
        }
        let is_refused = self.is_refused();
        if is_refused && !self.is_sample(id) {
            self.keep_draft(id, entry);
        }
        !is_refused
    }

    fn is_refused(self) -> bool {
        matches!(self.saving.get_untracked(), Saving::Refused | Saving::Cleared)
    }

    /// Keeps what is being typed. Call it at most every two seconds, and before leaving.
    ///
    /// It is called kept when a store has it, and not while a trouble is told of.
    pub fn keep_draft(self, id: Id, entry: &Entry) {
        let says = matches!(
            self.saving.get_untracked(),
            Saving::Idle
                | Saving::Saved
                | Saving::SavedSlow
                | Saving::Draft
                | Saving::Follower
                | Saving::HereOnly
        );
        self.make_draft(id, entry, says);
    }

    /// Keeps a draft and, if wanted, `says` what became of it. Returns whether localStorage has it;
    /// the redo log may still take it.
    pub(super) fn make_draft(self, id: Id, entry: &Entry, says: bool) -> bool {
        if self.keeps_nothing() {
            return false;
        }
        // A draft comes after the entry it changes, whatever the clock of the device that made it.
        let changed = |journal: &Journal| journal.get(id).map_or(0, |it| it.changed.ms() + 1);
        let kept = self.now().ms.max(self.journal.with_untracked(changed));
        let Some(saved) = self
            .inner
            .try_update_value(|inner| {
                let name = DraftName::new(&inner.tab, &id.to_string()).ok()?;
                let stored = Stored { kept, entry: entry.clone() };
                let json = serde_json::to_string(&stored).ok()?;
                Some(inner.store.put_draft(&name, &json))
            })
            .flatten()
        else {
            return false;
        };
        let in_store = saved.outcome == SaveOutcome::InStore;
        let number = says.then(|| {
            let is_known = in_store || self.home == Home::MemoryOnly;
            self.say_draft(if is_known { self.draft_word() } else { Saving::Saving })
        });
        self.note_draft(id, in_store);
        self.write_log(saved.log, move |logged| {
            if in_store || self.home == Home::MemoryOnly {
                return;
            }
            self.note_draft(id, logged);
            let latest = self.inner.try_with_value(|inner| Some(inner.n_saves) == number);
            if latest == Some(true) {
                self.say_draft(if logged { self.draft_word() } else { Saving::HereOnly });
            }
        });
        in_store
    }

    /// Says what became of a draft, in place of what is still to be heard of earlier saves. Returns
    /// the number under which it may say more.
    pub(super) fn say_draft(self, saving: Saving) -> u64 {
        // The window may be gone by now.
        _ = self.saving.try_set(saving);
        let number = self.inner.try_update_value(|inner| {
            inner.n_saves += 1;
            inner.n_saves
        });
        number.unwrap_or_default()
    }

    /// What is said of a draft that is kept.
    fn draft_word(self) -> Saving {
        match self.access.get_untracked() {
            _ if self.home == Home::MemoryOnly => Saving::MemoryOnly,
            Access::Follower | Access::Moved => Saving::Follower,
            _ => Saving::Draft,
        }
    }

    /// What became of an entry that could not be saved, for whoever is done with it.
    pub fn unsaved_words(self) -> Msg {
        match self.saving.get_untracked() {
            Saving::Follower => msg::save_follower(),
            Saving::Draft => msg::save_draft(),
            Saving::MemoryOnly => msg::save_memory(),
            Saving::Saving => msg::save_saving(),
            _ if self.keeps_nothing() => msg::not_changed_erasing(),
            _ => msg::storage_refused_body(),
        }
    }

    /// Remembers whether a store has the latest draft of an entry, or has no need of one.
    fn note_draft(self, id: Id, is_kept: bool) {
        let is_noted = self.only_here.try_with_untracked(|only| only.drafts.contains(&id));
        if is_noted == Some(is_kept) {
            self.only_here.update(|only| {
                _ = if is_kept { only.drafts.remove(&id) } else { only.drafts.insert(id) };
            });
        }
    }

    /// Keeps an entry as a draft where it may not be written, and says so. Of anything else
    /// nothing is kept, which is said as well.
    pub(super) fn put_aside(self, id: Id, body: &Body) {
        if self.erased.get_untracked().is_some() {
            // The form goes away with its page, in whose place it is said.
        } else if self.access.get_untracked() == Access::Erasing {
            // The next start erases a draft as well, so nothing is promised.
            self.saving.set(Saving::Refused);
        } else if let Body::Entry(entry) = body
            && !self.is_sample(id)
        {
            self.make_draft(id, entry, true);
        } else {
            self.only_here.update(|only| only.has_more |= !self.is_sample(id));
            let words = match self.access.get_untracked() {
                Access::Follower | Access::Moved => msg::other_tab_not_saved(),
                access => refusal(access),
            };
            self.notices.show(words, None);
        }
    }

    /// Forgets this tab's draft of an entry that was saved or given up.
    pub fn drop_draft(self, id: Id) {
        self.note_draft(id, true);
        if let Some(name) = self.own_name(id) {
            self.drop_named(&name);
        }
    }

    /// Removes this tab's drafts without reading them, after everything was erased: one may have
    /// been kept just then. Returns what the redo log has to forget.
    pub(super) fn drop_own_drafts(self) -> LogBatch {
        let forget = self.inner.try_update_value(|inner| {
            let mut keys = inner.store.store().keys().unwrap_or_default();
            keys.retain(|key| match key.parse() {
                Ok(StorageKey::Draft(name)) => name.tab() == inner.tab,
                _ => false,
            });
            for key in &keys {
                // What cannot be removed is found by the tab that erases, which says so.
                _ = inner.store.store_mut().remove(key);
            }
            keys
        });
        LogBatch { forget: forget.unwrap_or_default(), ..LogBatch::default() }
    }

    /// Whether this tab keeps a draft of an entry.
    pub(super) fn has_draft(self, id: Id) -> bool {
        let is_kept = |name: &DraftName| {
            self.inner.try_with_value(|inner| matches!(inner.store.draft(name), Ok(Some(_))))
        };
        self.own_name(id).as_ref().and_then(is_kept).unwrap_or(false)
    }

    fn own_name(self, id: Id) -> Option<DraftName> {
        self.inner
            .try_with_value(|inner| DraftName::new(&inner.tab, &id.to_string()).ok())
            .flatten()
    }

    /// Saves the text of an earlier visit. Where nothing may be written it stays a draft, for the
    /// form of its entry to find.
    pub fn take_up(self, draft: &Draft) {
        if self.access.get_untracked() == Access::Writer
            && self.put_entry(draft.id, &draft.entry, Earlier::Kept)
        {
            self.drop_old_draft(draft);
        }
    }

    /// Forgets a draft that was taken up again or let go, and every copy of it.
    pub fn drop_old_draft(self, draft: &Draft) {
        // What a form on screen keeps may have gone on since it was found.
        let is_held = self.holding.with_untracked(|holding| holding.contains(&draft.id));
        let is_copy = |other: &&Draft| other.is_copy_of(draft) && !(other.is_own && is_held);
        let copies: Vec<DraftName> = self.drafts.with_untracked(|drafts| {
            drafts.iter().filter(is_copy).map(|other| other.name.clone()).collect()
        });
        for name in copies.iter().chain([&draft.name]) {
            self.drop_named(name);
        }
    }

    /// Forgets every draft of erased entries, whichever tab kept it.
    pub(super) fn drop_drafts_of(self, ids: &[Id]) {
        let names = self.with_store(|store| store.drafts().unwrap_or_default());
        let is_erased = |name: &&DraftName| name.id().parse().is_ok_and(|id: Id| ids.contains(&id));
        names.iter().flatten().filter(is_erased).for_each(|name| self.drop_named(name));
    }

    /// Forgets the drafts that were overtaken by their entries: nobody is ever offered them, and
    /// they would outlive what they are drafts of. What only such a draft says becomes an earlier
    /// version of its entry: another tab may have changed the entry without having read it.
    pub(super) fn drop_overtaken(self) {
        if self.access.get_untracked() != Access::Writer
            || !self.loading.get_untracked().is_complete()
        {
            return;
        }
        let is_overtaken = |draft: &&Draft, journal: &Journal| {
            journal.get(draft.id).is_some_and(|record| record.changed.ms() >= draft.kept)
        };
        let overtaken: Vec<Draft> = self.drafts.with_untracked(|drafts| {
            self.journal.with_untracked(|journal| {
                drafts.iter().filter(|it| is_overtaken(it, journal)).cloned().collect()
            })
        });
        if overtaken.is_empty() {
            return;
        }
        let kept = self.write(|journal, _| {
            let keep = |it: &Draft| journal.keep_beside(it.id, it.body(), it.kept);
            overtaken.iter().filter_map(keep).collect()
        });
        let is_lost = self.access.get_untracked() != Access::Writer;
        if is_lost || (!kept.is_empty() && self.is_refused()) {
            return;
        }
        for draft in &overtaken {
            self.drop_named(&draft.name);
        }
    }

    /// Forgets a draft: once a store has what was saved in its place, since until then the draft
    /// may be the only copy on the disk.
    pub(super) fn drop_named(self, name: &DraftName) {
        let waits = self.inner.try_update_value(|inner| {
            inner.awaiting_log.as_mut().map(|names| names.push(name.clone())).is_some()
        });
        if waits == Some(true) {
            return;
        }
        let batch = self.inner.try_update_value(|inner| {
            // One that cannot be read goes as well.
            let is_known = !matches!(inner.store.draft(name), Ok(None));
            is_known.then(|| inner.store.drop_draft(name))
        });
        if let Some(batch) = batch.flatten() {
            self.write_log(batch, |_| ());
        }
        let is_listed = |drafts: &Vec<Draft>| drafts.iter().any(|draft| draft.name == *name);
        if self.drafts.try_with_untracked(is_listed) == Some(true) {
            self.drafts.update(|drafts| drafts.retain(|draft| draft.name != *name));
        }
    }

    /// The drafts to offer: those newer than their entry. One whose entry is not in memory is
    /// offered only once everything is, or it would be taken for a new one and written over what
    /// is stored. Reactive.
    pub fn open_drafts(self) -> Vec<Draft> {
        let is_complete = self.loading.get().is_complete();
        let holding = self.holding.get();
        let is_open = |draft: &&Draft, journal: &Journal| match journal.get(draft.id) {
            // The form in which it is being typed is on screen.
            _ if draft.is_own && holding.contains(&draft.id) => false,
            Some(record) => record.changed.ms() < draft.kept,
            None => is_complete,
        };
        let mut open: Vec<Draft> = self.drafts.with(|drafts| {
            self.journal
                .with(|journal| drafts.iter().filter(|it| is_open(it, journal)).cloned().collect())
        });
        // Two tabs may have kept the same words: they are offered once.
        open.sort_by(|a, b| (b.kept, &b.name).cmp(&(a.kept, &a.name)));
        let mut offered: Vec<Draft> = Vec::new();
        for draft in open {
            if !offered.iter().any(|other| other.is_copy_of(&draft)) {
                offered.push(draft);
            }
        }
        offered
    }

    /// Finds all drafts: those of earlier visits, of other tabs and of forms that are gone,
    /// whatever became of their entries.
    pub(super) fn find_drafts(self) {
        let drafts = self.inner.with_value(|inner| {
            let names = inner.store.drafts().unwrap_or_default();
            names
                .into_iter()
                .filter_map(|name| {
                    let json = inner.store.draft(&name).ok().flatten()?;
                    let stored: Stored = serde_json::from_str(&json).ok()?;
                    Some(Draft {
                        id: name.id().parse().ok()?,
                        entry: stored.entry,
                        kept: stored.kept,
                        is_own: name.tab() == inner.tab,
                        name,
                    })
                })
                .collect::<Vec<_>>()
        });
        self.drafts.set(drafts);
        self.drop_overtaken();
    }
}
