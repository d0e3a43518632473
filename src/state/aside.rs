//! Setting old years aside: their entries go into a file, and leave this device only when a file was
//! opened here that holds every one of them.
//!
//! The order of the steps is the promise. A file is made and opened again; the person chooses it where
//! they have put it; it is held against what is here, record by record; and what goes then is looked
//! at once more in the moment in which it goes, in one batch. So a year is here or in a file that was
//! proved, and never in neither.

use std::collections::BTreeSet;

use leptos::prelude::*;
use satkarya_core::id::Id;
use satkarya_core::transfer::{
    Import, OldYear, SetAside, YEARS_THAT_STAY, YearAway, away, export_json, n_missing, old_years,
    part_of, remember,
};
use satkarya_core::vault::Passphrase;

use super::backup::save_checked;
use super::bring_in::read_file;
use super::keep::NotKept;
use super::{Access, AppState, Made, NotMade, NoticeAct, Refused, Saving, Unread};
use crate::i18n::msg;

/// A year whose file was opened here and holds every entry that would go.
#[derive(Debug, Clone, PartialEq)]
pub struct Proved {
    /// The year.
    pub old: OldYear,
    file: Import,
    name: String,
}

/// Why a file does not prove that a year may go. Nothing has changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotProved {
    /// It is not a backup that can be read.
    Refused(Refused),
    /// It holds none of them.
    Other,
    /// It lacks so many of them as they are here.
    Lacks(usize),
}

/// Why a year was not set aside. It is here as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotSetAside {
    /// Records may not be changed in this window.
    NoAccess(Access),
    /// Something in that year is not as it was when the file was held against it.
    Changed,
    /// The store would not take it now.
    NotSaved(Saving),
}

impl AppState {
    /// What is remembered of years that were set aside.
    fn aside(self) -> RwSignal<Vec<SetAside>> {
        self.inner.with_value(|inner| inner.aside)
    }

    pub(super) fn tell_aside(self, remembered: Vec<SetAside>) {
        let told = self.inner.try_with_value(|inner| inner.aside);
        // The window may be gone by now.
        _ = told.and_then(|told| told.try_set(remembered));
    }

    /// The years of which something is in files and not here; none until everything is in memory.
    /// Reactive.
    pub fn years_away(self) -> Vec<YearAway> {
        if !self.loading.get().is_complete() {
            return Vec::new();
        }
        let remembered = self.aside().get();
        // Who never set a year aside pays nothing for it.
        if remembered.is_empty() {
            return Vec::new();
        }
        self.journal.with(|journal| away(journal, &remembered))
    }

    /// The years that are old enough to be set aside, the oldest first. Reactive. Ask once everything
    /// is in memory.
    pub fn old_years(self) -> Vec<OldYear> {
        let today = self.today();
        let open = self.being_written();
        self.journal.with(|journal| old_years(journal, today, &open))
    }

    /// Whether there is an entry from before the years that always stay. Reactive, and cheap.
    pub fn has_old_years(self) -> bool {
        let present = self.today().year();
        let first = self.journal.with(|journal| journal.span().map(|(first, _)| first.year()));
        first.is_some_and(|first| first + YEARS_THAT_STAY <= present)
    }

    /// About how much space so many entries take, in bytes: as much as others do on average.
    pub fn space_of(self, n: usize) -> u64 {
        let space = self.space_now();
        space.measure.to_bytes(space.entry_units.saturating_mul(n as u64))
    }

    /// None also where something that is stored cannot be read: what is not seen cannot be counted.
    fn old_year(self, year: i32) -> Option<OldYear> {
        self.load_everything();
        if untrack(|| self.left_out()) != Unread::default() {
            return None;
        }
        untrack(|| self.old_years()).into_iter().find(|it| it.year == year)
    }

    /// The entries in which something is being written, in whichever tab.
    fn being_written(self) -> BTreeSet<Id> {
        self.drafts.track();
        let mut open: BTreeSet<Id> = self.holding.get().into_iter().collect();
        let drafts = self.with_store(|store| store.drafts().unwrap_or_default());
        open.extend(drafts.iter().flatten().filter_map(|name| name.id().parse::<Id>().ok()));
        open
    }

    /// What the file of a year holds, as a backup that anyone can read; none where nothing would go.
    pub fn year_text(self, year: i32) -> Option<String> {
        let old = self.old_year(year).filter(|old| !old.goes.is_empty())?;
        let now = self.now();
        let text = |part| export_json(&part, &now, env!("CARGO_PKG_VERSION"));
        Some(self.journal.with_untracked(|journal| text(part_of(journal, &old.goes))))
    }

    /// The name of the file of a year; of the next one where there is one already, so that neither
    /// is put in the place of the other.
    pub fn year_file(self, year: i32) -> String {
        let remembered = self.aside().try_get_untracked().unwrap_or_default();
        match remembered.iter().filter(|it| it.year == year).count() {
            0 => format!("notes-{year}.age"),
            n => format!("notes-{year}-{}.age", n + 1),
        }
    }

    /// Makes the file of a year, opens it again from its own bytes and hands it to the browser's
    /// downloads. Nothing leaves, and it does not count as a backup of the diary.
    ///
    /// # Errors
    /// [`NotMade`]; nothing was saved then.
    pub async fn make_year_file(self, year: i32, words: Passphrase) -> Result<Made, NotMade> {
        let text = move || self.year_text(year).ok_or(NotMade::Refused);
        save_checked(self, text, &words, self.year_file(year)).await
    }

    /// Holds a file against a year, under the name that it has. Nothing comes in and nothing goes.
    ///
    /// # Errors
    /// [`NotProved`] tells why the year must not go.
    pub fn prove_year(self, year: i32, bytes: &[u8], name: String) -> Result<Proved, NotProved> {
        let file = read_file(bytes).map_err(NotProved::Refused)?;
        let old = self.old_year(year).filter(|it| !it.goes.is_empty()).ok_or(NotProved::Other)?;
        let (n_lacks, n_none) = self.journal.with_untracked(|journal| {
            let n_none = old.goes.iter().filter(|id| !file.records.contains_key(*id)).count();
            (n_missing(journal, &old.goes, &file), n_none)
        });
        match n_lacks {
            0 => Ok(Proved { old, file, name }),
            _ if n_none == old.goes.len() => Err(NotProved::Other),
            n => Err(NotProved::Lacks(n)),
        }
    }

    /// Sets a year aside whose file was proved: its entries leave this device in one batch, and the
    /// message that says so offers to bring them back. Returns how many went.
    ///
    /// # Errors
    /// [`NotSetAside`]; then everything is here as it was.
    pub fn set_aside(self, proved: &Proved) -> Result<usize, NotSetAside> {
        if self.is_over() {
            return Err(NotSetAside::NotSaved(Saving::Refused));
        }
        match self.access.get_untracked() {
            Access::Writer => {}
            other => return Err(NotSetAside::NoAccess(other)),
        }
        let (goes, year) = (&proved.old.goes, proved.old.year);
        let is_as_it_was = self.old_year(year).is_some_and(|now| now.goes == *goes)
            && self.journal.with_untracked(|journal| n_missing(journal, goes, &proved.file)) == 0;
        if !is_as_it_was {
            return Err(NotSetAside::Changed);
        }
        // Remembered first: a look into the folder must not bring back what goes now. As long as the
        // entries are here, nothing is told of it.
        let Some(mut device) = self.device() else {
            return Err(NotSetAside::NotSaved(Saving::Refused));
        };
        let before = device.aside.clone();
        let at = self.stamp();
        // What came back stays remembered too: an undo may take it out again.
        device.aside.push(self.journal.with_untracked(|journal| {
            remember(journal, &before, &proved.old, at, proved.name.clone())
        }));
        let is_remembered = self.put_device(&device);
        // What waits from before goes on waiting, whatever becomes of the year.
        let unkept = self.inner.with_value(|inner| inner.unkept.clone());
        let step = self.apply(|journal, _| journal.set_aside(goes));
        if let Err(not_kept) = self.keep(&step) {
            self.take_back(&step);
            device.aside = before;
            self.put_device(&device);
            return Err(match not_kept {
                NotKept::NoAccess(access) => NotSetAside::NoAccess(access),
                NotKept::Waits(saving) => {
                    self.inner.update_value(|inner| inner.unkept = unkept);
                    NotSetAside::NotSaved(saving)
                }
            });
        }
        if !is_remembered {
            // There was no room for it; now there is.
            self.put_device(&device);
        }
        self.tell_aside(device.aside);
        let n = step.len();
        let number = self.inner.try_update_value(|inner| inner.undo.push(step));
        let said = msg::aside_done(i64::try_from(n).unwrap_or(i64::MAX), year.to_string());
        self.notices.show(said, number.map(NoticeAct::Undo));
        Ok(n)
    }

    /// What another device wrote, without what is away here, and how much stays out.
    pub(super) fn without_aside(self, import: Import) -> (Import, usize) {
        self.load_everything();
        let away = untrack(|| self.years_away());
        if away.is_empty() {
            return (import, 0);
        }
        self.journal.with_untracked(|journal| import.without(journal, &away))
    }
}
