//! The sample diary: shown beside one's own entries, never stored and never exported.

use leptos::prelude::*;
use satkarya_core::content;
use satkarya_core::id::Id;
use satkarya_core::record::Origin;

use super::AppState;
use crate::i18n::msg;

impl AppState {
    /// Shows the sample diary, from now on and at every start until it is removed.
    pub fn show_sample(self) {
        let today = self.today();
        self.set_prefs(|prefs| prefs.set_sample(Some(today)));
        self.put_sample();
    }

    /// Puts the sample diary in the journal, if the person asked for it.
    pub(super) fn put_sample(self) {
        if self.prefs.with_untracked(|prefs| prefs.sample().is_none()) {
            return;
        }
        let records = content::sample(&self.now());
        self.apply(|journal, stamp| {
            records.into_iter().map(|(id, body)| journal.put_sample(id, body, stamp)).collect()
        });
    }

    /// Whether a record belongs to the sample diary, of which nothing is ever stored.
    pub fn is_sample(self, id: Id) -> bool {
        self.journal.with_untracked(|journal| {
            journal.get(id).is_some_and(|record| record.origin == Origin::Sample)
        })
    }

    /// Takes the sample diary away.
    pub fn remove_sample(self) {
        self.apply(|journal, _| journal.drop_sample());
        self.set_prefs(|prefs| prefs.set_sample(None));
        self.notices.show(msg::sample_removed(), None);
    }
}
