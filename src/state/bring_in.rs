//! A file in: read it, tell what it would do, do it as one step, and undo that step.

use leptos::prelude::*;
use satkarya_core::journal::Change;
use satkarya_core::time::Day;
use satkarya_core::transfer::{BadFile, Import, MergePlan, Report, read_json};

use super::keep::NotKept;
use super::write::UndoList;
use super::{Access, AppState, Saving};

/// A file that was read, and what bringing it in would do.
#[derive(Debug, Clone, PartialEq)]
pub struct Incoming {
    /// Number of entries in it.
    pub n_entries: usize,
    /// Number of people in it.
    pub n_people: usize,
    /// The first and the last day with an entry.
    pub span: Option<(Day, Day)>,
    /// What was mended and left out while reading.
    pub report: Report,
    /// What would happen to each record.
    pub plan: MergePlan,
    /// Number of entries that stay out, because their year was set aside here.
    pub n_aside: usize,
}

/// Why a file is not brought in. Nothing has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotBroughtIn {
    /// Records may not be changed in this window.
    NoAccess(Access),
    /// Some of the diary is in the second store, which is out of reach now.
    Unreached,
    /// It would leave too little space, in bytes.
    NoRoom {
        /// What it needs.
        needed: u64,
        /// What may be used.
        free: u64,
    },
    /// The store would not take it now.
    NotSaved(Saving),
}

/// Why a chosen file is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// It is not a backup file that can be read.
    Bad(BadFile),
    /// It is our own table for spreadsheets.
    Table,
}

/// What our tables begin with and our backup files do not.
const TABLE_MARK: &[u8] = "\u{feff}".as_bytes();

impl AppState {
    /// Reads a file and tells what it would do. Changes nothing.
    ///
    /// # Errors
    /// [`Refused`] tells exactly why the file cannot be brought in.
    pub fn look_into(self, bytes: &[u8]) -> Result<Incoming, Refused> {
        Ok(self.compare(read_file(bytes)?))
    }

    /// Reads several files, given with their names, and tells what all of them together would do;
    /// none if there is none that can be read. Those that cannot are named, with why. What is of
    /// years that were set aside here stays out: these are the copies of other devices, where it
    /// stays. Changes nothing.
    pub fn look_into_all(
        self,
        files: &[(String, Vec<u8>)],
    ) -> (Option<Incoming>, Vec<(String, Refused)>) {
        let (mut all, mut refused) = (None, Vec::new());
        for (name, bytes) in files {
            match read_file(bytes) {
                Ok(import) => {
                    all = Some(match all {
                        Some(before) => Import::join(before, import),
                        None => import,
                    });
                }
                Err(why) => refused.push((name.clone(), why)),
            }
        }
        let looked_at = all.map(|import| {
            let (import, n_aside) = self.without_aside(import);
            Incoming { n_aside, ..self.compare(import) }
        });
        (looked_at, refused)
    }

    /// Tells what an import would do.
    pub(super) fn compare(self, import: Import) -> Incoming {
        // What is not in memory yet must be compared as well.
        self.load_everything();
        let (n_entries, n_people, span) = (import.n_entries(), import.n_people(), import.span());
        let report = import.report.clone();
        let now = self.now();
        let plan = self.journal.with_untracked(|journal| import.plan(journal, &now));
        Incoming { n_entries, n_people, span, report, plan, n_aside: 0 }
    }

    /// Brings a file in as one step. Returns the number of records that changed.
    ///
    /// # Errors
    /// [`NotBroughtIn`]; then nothing has changed.
    pub fn bring_in(self, incoming: Incoming) -> Result<usize, NotBroughtIn> {
        let (n_changed, step) = self.bring_in_as(incoming, UndoList::push_brought_in)?;
        if step.is_some() {
            self.brought_in.set(step);
        }
        Ok(n_changed)
    }

    /// Brings in what came by itself, as a step of its own. Returns the number of records that
    /// changed, and that of the step.
    ///
    /// # Errors
    /// [`NotBroughtIn`]; then nothing has changed.
    pub(super) fn bring_in_apart(
        self,
        incoming: Incoming,
    ) -> Result<(usize, Option<u64>), NotBroughtIn> {
        self.bring_in_as(incoming, UndoList::push_apart)
    }

    /// Brings a file in, with a way to remember the step.
    fn bring_in_as(
        self,
        incoming: Incoming,
        remember: fn(&mut UndoList, Vec<Change>) -> u64,
    ) -> Result<(usize, Option<u64>), NotBroughtIn> {
        match self.access.get_untracked() {
            Access::Writer => {}
            other => return Err(NotBroughtIn::NoAccess(other)),
        }
        if self.is_unreached() {
            return Err(NotBroughtIn::Unreached);
        }
        // Tried on a copy first: the copy shares its records with the journal.
        let mut copy = self.journal.with_untracked(Clone::clone);
        let changes = incoming.plan.clone().apply(&mut copy);
        let (needed, free) = (self.cost(&changes), self.free_for_import());
        if needed > free {
            let measure = self.with_store(super::Store::measure).unwrap_or_default();
            let (needed, free) = (measure.to_bytes(needed), measure.to_bytes(free));
            return Err(NotBroughtIn::NoRoom { needed, free });
        }
        let now = self.now().ms;
        self.inner.update_value(|inner| {
            if let Some(latest) = incoming.plan.latest() {
                inner.stamps.observe(latest, now);
            }
        });
        // What waits from before goes on waiting, whatever becomes of the file.
        let unkept = self.inner.with_value(|inner| inner.unkept.clone());
        let changes = self.apply(|journal, _| incoming.plan.apply(journal));
        if let Err(not_kept) = self.keep(&changes) {
            self.take_back(&changes);
            return Err(match not_kept {
                NotKept::NoAccess(access) => NotBroughtIn::NoAccess(access),
                NotKept::Waits(saving) => {
                    self.inner.update_value(|inner| inner.unkept = unkept);
                    NotBroughtIn::NotSaved(saving)
                }
            });
        }
        let n_changed = changes.len();
        if n_changed == 0 {
            return Ok((0, None));
        }
        let step = self.inner.try_update_value(|inner| {
            // What the file owes is looked for as at an opening.
            inner.put_lately.clear();
            remember(&mut inner.undo, changes)
        });
        Ok((n_changed, step))
    }

    /// Takes out again what came by itself, in these steps. Returns whether there was something to
    /// take out.
    pub(super) fn undo_steps(self, steps: &[u64]) -> bool {
        // The latest first, so that none stands on what another one takes away.
        steps.iter().rev().filter(|step| self.undo_rest_of(**step).is_some()).count() > 0
    }

    /// Takes out again what the last file brought in. Returns how many records were changed since
    /// then and stayed, or nothing if nothing could be taken out.
    pub fn undo_bringing_in(self) -> Option<usize> {
        self.undo_rest_of(self.brought_in.get_untracked()?)
    }
}

/// Reads a backup file.
pub(super) fn read_file(bytes: &[u8]) -> Result<Import, Refused> {
    read_json(bytes).map_err(|bad| match bad {
        BadFile::NotOurs if bytes.starts_with(TABLE_MARK) => Refused::Table,
        bad => Refused::Bad(bad),
    })
}
