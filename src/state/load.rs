//! Bringing the stored records in: people and the newest months first, the rest while the person
//! is already writing.

use std::collections::BTreeSet;

use leptos::prelude::*;
use satkarya_core::id::Id;
use satkarya_core::journal::Change;
use satkarya_core::record::Record;
use satkarya_core::store::{Access as StoreAccess, ShardName};
use satkarya_core::transfer::merge;

use super::{Access, AppState, Inner};

/// How many months come in before the first page is shown.
const FIRST_MONTHS: usize = 2;

/// How much of the diary is in memory.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Loading {
    /// Number of shards that are in.
    pub done: usize,
    /// Number of shards that there are.
    pub total: usize,
}

impl Loading {
    /// Whether everything is in.
    pub fn is_complete(self) -> bool {
        self.done >= self.total
    }
}

/// What is stored and is not in memory, so that no page shows it and no file has it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Unread {
    /// Number of parts that are damaged, or that the browser would not give.
    pub n_parts: usize,
    /// Number of parts in the second store, while that is out of reach.
    pub n_unreached: usize,
    /// Number of records in parts that can be read, of a shape that is unknown here.
    pub n_records: usize,
}

impl AppState {
    /// Reads what the first page needs.
    pub(super) fn begin(self) {
        self.take_device();
        let shards = self.inner.with_value(|inner| inner.store.shards());
        self.loading.set(Loading { done: 0, total: shards.len() });
        self.inner.update_value(|inner| inner.waiting = shards);
        self.take_access();
        // The profile stands first in the list, the newest month last.
        self.take(|inner| {
            let profile = inner.waiting.iter().position(|name| *name == ShardName::Profile)?;
            Some(inner.waiting.remove(profile))
        });
        for _ in 0..FIRST_MONTHS {
            self.load_next();
        }
        self.settle_log();
        self.rejoin_log();
        self.put_sample();
        self.find_drafts();
    }

    /// Takes over whether the store may be written.
    fn take_access(self) {
        let access = self.inner.try_with_value(|inner| inner.store.access());
        // The window may be gone by now.
        _ = access.map(|access| {
            self.access.try_set(match access {
                StoreAccess::ReadWrite => Access::Writer,
                StoreAccess::ReadOnly(reason) => reason.into(),
            })
        });
    }

    /// Gives the redo log what it lacked at the start, and ends an erasure that was cut short.
    fn settle_log(self) {
        let (batch, erased) = self.report.with_value(|report| (report.log.clone(), report.erased));
        // Only a writer's start finishes an erasure; until the log has it, nothing is written.
        if self.access.get_untracked() != Access::Writer && !erased {
            return;
        }
        let log = self.inner.try_with_value(|inner| inner.ports.log.clone()).flatten();
        let has_none = log.is_none_or(|log| log.is_missing());
        self.write_log(batch, move |logged| {
            // Where there is no log, nothing can come back from one.
            if erased && (logged || has_none) {
                // Where it fails, the next start erases again, which is harmless.
                _ = self.inner.try_update_value(|inner| inner.store.erase_confirmed());
                self.take_access();
            }
        });
    }

    /// Merges what only a redo log has that went its own way, and makes it follow again. Where
    /// that is not possible now, or not understood here, the next start does it.
    fn rejoin_log(self) {
        let is_apart = self.inner.try_with_value(|inner| inner.store.is_apart_from_log());
        if self.access.get_untracked() != Access::Writer || is_apart != Some(true) {
            return;
        }
        let strays = self.report.try_update_value(|report| std::mem::take(&mut report.strays));
        let strays = strays.unwrap_or_default();
        let read: Result<Vec<Record>, _> =
            strays.iter().map(|stray| serde_json::from_str(&stray.json)).collect();
        let Ok(records) = read else { return };
        if !records.is_empty() {
            self.load_everything();
            // One after the other: the log may have two copies of a record that moved.
            let changes = self.apply(|journal, _| {
                let take = |record: Record| {
                    let merged = match journal.get(record.id) {
                        Some(here) => Some(merge(here, &record)).filter(|it| *it != **here)?,
                        None => record,
                    };
                    Some(journal.replace(merged))
                };
                records.into_iter().filter_map(take).collect()
            });
            if self.keep(&changes).is_err() {
                return;
            }
        }
        let batch = self.inner.try_with_value(|inner| inner.store.rejoin_log());
        if let Some(Ok(batch)) = batch {
            self.write_log(batch, move |logged| {
                if logged {
                    let rest = self.inner.try_update_value(|inner| inner.store.log_rejoined());
                    // Where it fails it is forgotten later, with what is old.
                    self.write_log(rest.unwrap_or_default(), |_| ());
                }
            });
        }
    }

    /// Forgets what the redo log no longer needs. Call it ten minutes after the start, when
    /// everything read then has long reached the disk.
    pub fn forget_old_log(self) {
        if self.access.get_untracked() == Access::Writer {
            let batch = self.inner.try_with_value(|inner| inner.store.log_to_forget());
            self.write_log(batch.unwrap_or_default(), |_| ());
        }
    }

    /// What is stored and could not be read. Reactive.
    pub fn left_out(self) -> Unread {
        let damaged = self.damaged.with(|damaged| {
            damaged.iter().map(|problem| problem.part).collect::<BTreeSet<_>>().len()
        });
        let unread = self.unread.get();
        Unread { n_parts: damaged + unread.n_parts, ..unread }
    }

    /// Reads one more shard. Returns whether there may be another.
    pub fn load_next(self) -> bool {
        self.take(|inner| inner.waiting.pop())
    }

    /// Brings in what is stored of one record, if there is anything: before it is changed.
    pub fn load_until(self, id: Id) {
        let is_here = || self.journal.with_untracked(|journal| journal.get(id).is_some());
        while !is_here() && self.load_next() {}
    }

    fn take(self, choose: impl FnOnce(&mut Inner) -> Option<ShardName>) -> bool {
        let Some(name) = self.inner.try_update_value(choose).flatten() else { return false };
        let now = self.now().ms;
        let read = self.inner.try_update_value(|inner| {
            let Inner { store, stamps, .. } = inner;
            let mut records: Vec<Record> = Vec::new();
            let mut unread = Unread::default();
            let Ok(contents) = store.read(name) else {
                unread.n_parts += 1;
                return (records, Vec::new(), unread);
            };
            for (_, json) in &contents.records {
                // A record of a shape unknown here stays in the store as it is.
                if let Ok(record) = serde_json::from_str::<Record>(json) {
                    stamps.observe(record.changed, now);
                    records.push(record);
                } else {
                    unread.n_records += 1;
                }
            }
            unread.n_unreached += contents.n_unreached;
            (records, contents.problems, unread)
        });
        let Some((records, problems, unread)) = read else { return false };
        let mut changes = Vec::with_capacity(records.len());
        self.journal.update(|journal| {
            for record in records {
                let id = record.id;
                journal.load(record);
                changes.push(Change { id, before: None, after: journal.get(id).cloned() });
            }
        });
        self.note_for_search(&changes);
        if unread != Unread::default() {
            self.unread.update(|all| {
                all.n_parts += unread.n_parts;
                all.n_unreached += unread.n_unreached;
                all.n_records += unread.n_records;
            });
        }
        if !problems.is_empty() {
            self.damaged.update(|damaged| damaged.extend(problems));
            let access = self.inner.with_value(|inner| inner.store.access());
            if let StoreAccess::ReadOnly(reason) = access {
                self.access.set(reason.into());
            }
        }
        self.loading.update(|loading| loading.done += 1);
        self.drop_overtaken();
        true
    }
}
