//! Files out: the whole diary as a backup, and the words of one entry for the clipboard.

use leptos::prelude::*;
use satkarya_core::record::Body;
use satkarya_core::transfer::export_json;

use super::{AppState, BackupMark};
use crate::platform::files;

/// The media type of a backup file.
const JSON: &str = "application/json";

impl AppState {
    /// The name of a file saved now, which says nothing of what is inside.
    pub fn file_name(self, ending: &str) -> String {
        format!("notes-{}.{ending}", self.today())
    }

    /// Everything as a backup file, the sample diary left out.
    pub fn backup_text(self) -> String {
        // What is not in memory yet belongs in the file as well.
        while self.load_next() {}
        let now = self.now();
        self.journal.with_untracked(|journal| export_json(journal, &now, env!("CARGO_PKG_VERSION")))
    }

    /// Saves everything as a file. Returns its name, or none if the browser refused.
    pub fn save_backup(self) -> Option<String> {
        let name = self.file_name("json");
        let taken = files::download(&name, JSON, self.backup_text().as_bytes());
        if taken {
            let now = self.now();
            let mark = BackupMark { day: now.day(), ms: now.ms };
            self.set_prefs(|prefs| prefs.set_backup(mark));
        }
        taken.then_some(name)
    }

    /// The words of the entry that was changed last, for the clipboard.
    pub fn last_words(self) -> String {
        let id = self.inner.try_with_value(|inner| inner.last_changed).flatten();
        self.journal.with_untracked(|journal| {
            let record = id.and_then(|id| journal.get(id));
            match record.and_then(|record| record.body.as_ref()) {
                Some(Body::Entry(entry)) => entry.texts().collect::<Vec<_>>().join("\n\n"),
                _ => String::new(),
            }
        })
    }
}
