//! Drafts: what is being typed, kept every two seconds, in every tab.
//!
//! A draft is a whole entry under a key of its own tab, so that no two tabs can meet on it. It
//! goes away when the entry is saved.

use leptos::prelude::*;
use satkarya_core::diary::Entry;
use satkarya_core::id::Id;
use satkarya_core::record::Body;
use satkarya_core::store::DraftName;
use serde::{Deserialize, Serialize};

use super::{AppState, Saving};
use crate::i18n::msg;

/// A text that was being written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The entry it belongs to, which may not exist yet.
    pub id: Id,
    /// The entry as it was being written.
    pub entry: Entry,
    /// When it was kept: milliseconds since 1970.
    pub kept: u64,
    name: DraftName,
}

/// The stored form.
#[derive(Serialize, Deserialize)]
struct Stored {
    kept: u64,
    entry: Entry,
}

impl AppState {
    /// Keeps what is being typed. Call it at most every two seconds, and before leaving.
    pub fn keep_draft(self, id: Id, entry: &Entry) {
        let now = self.now().ms;
        let Some(saved) = self
            .inner
            .try_update_value(|inner| {
                let name = DraftName::new(&inner.tab, &id.to_string()).ok()?;
                let stored = Stored { kept: now, entry: entry.clone() };
                let json = serde_json::to_string(&stored).ok()?;
                Some(inner.store.put_draft(&name, &json))
            })
            .flatten()
        else {
            return;
        };
        self.write_log(saved.log, |_| ());
        if matches!(self.saving.get_untracked(), Saving::Idle | Saving::Saved | Saving::SavedSlow) {
            self.saving.set(Saving::Draft);
        }
    }

    /// Keeps as a draft what may not be written here, and says so.
    pub(super) fn put_aside(self, id: Id, body: &Body) {
        if let Body::Entry(entry) = body {
            self.keep_draft(id, entry);
            self.saving.set(Saving::Follower);
        } else {
            self.notices.show(msg::other_tab_hint(), None);
        }
    }

    /// Forgets this tab's draft of an entry that was saved or given up.
    pub fn drop_draft(self, id: Id) {
        let name =
            self.inner.try_with_value(|inner| DraftName::new(&inner.tab, &id.to_string()).ok());
        if let Some(name) = name.flatten() {
            self.drop_named(&name);
        }
    }

    /// Forgets a draft of an earlier visit, taken up again or let go.
    pub fn drop_old_draft(self, draft: &Draft) {
        self.drop_named(&draft.name);
        self.drafts.update(|drafts| drafts.retain(|other| other != draft));
    }

    fn drop_named(self, name: &DraftName) {
        let batch = self.inner.try_update_value(|inner| {
            let known = inner.store.draft(name).is_ok_and(|draft| draft.is_some());
            known.then(|| inner.store.drop_draft(name))
        });
        if let Some(batch) = batch.flatten() {
            self.write_log(batch, |_| ());
        }
    }

    /// Finds the drafts of earlier visits that are newer than their entries.
    pub(super) fn find_drafts(self) {
        let drafts = self.inner.with_value(|inner| {
            let names = inner.store.drafts().unwrap_or_default();
            let others = names.into_iter().filter(|name| name.tab() != inner.tab);
            others
                .filter_map(|name| {
                    let json = inner.store.draft(&name).ok().flatten()?;
                    let stored: Stored = serde_json::from_str(&json).ok()?;
                    Some(Draft {
                        id: name.id().parse().ok()?,
                        entry: stored.entry,
                        kept: stored.kept,
                        name,
                    })
                })
                .collect::<Vec<_>>()
        });
        self.drafts.set(drafts);
    }
}
