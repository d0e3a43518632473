//! The sample diary: shown beside one's own entries, never stored and never exported.

use satkarya_core::journal::Journal;

use super::AppState;
use crate::i18n::msg;

impl AppState {
    /// Takes the sample diary away.
    pub fn remove_sample(self) {
        self.apply(|journal: &mut Journal, _| journal.drop_sample());
        self.set_prefs(|prefs| prefs.set_sample(None));
        self.notices.show(msg::sample_removed(), None);
    }
}
