//! What bringing in records would do, told before it is done.

use std::collections::{BTreeMap, BTreeSet};

use crate::id::Id;
use crate::journal::{Change, Journal, TOMBSTONE_MS};
use crate::record::{Origin, Record};
use crate::stamp::{MAX_DRIFT_MS, Stamp};
use crate::time::Now;
use crate::transfer::{Import, merge, settled};

/// What would happen to one record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fate {
    /// It is not here yet.
    New,
    /// The file has a later change of it, made with what is here in view.
    Newer,
    /// Both changed it. The later change wins, and the other is kept as an earlier version.
    Conflict,
    /// It was erased here and changed after that elsewhere: it comes back.
    Revived,
    /// It was erased elsewhere after the last change here: its content goes.
    Erased,
    /// What is here is the same.
    Same,
    /// What is here is later and knows of what is in the file.
    Older,
    /// It was erased elsewhere and is not here: only that fact is taken over.
    Gone,
}

/// What bringing in records would do. Nothing is done until [`MergePlan::apply`].
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MergePlan {
    incoming: Vec<Record>,
    fates: BTreeMap<Id, Fate>,
    from_old_file: BTreeSet<Id>,
    ahead: BTreeSet<Id>,
    latest: Option<Stamp>,
    n_changes: usize,
}

impl Import {
    /// Compares the records of a file with a journal.
    pub fn plan(self, journal: &Journal, now: &Now) -> MergePlan {
        MergePlan::new(journal, self.records.into_values(), now)
    }
}

impl MergePlan {
    /// Compares records with those of a journal. Of one id there may be several.
    pub fn new(journal: &Journal, records: impl IntoIterator<Item = Record>, now: &Now) -> Self {
        let mut copies: BTreeMap<Id, Record> = BTreeMap::new();
        for record in records {
            let record = match copies.get(&record.id) {
                Some(other) => merge(other, &record),
                None => settled(&record),
            };
            copies.insert(record.id, record);
        }
        let forgets = journal.records().any(|record| record.origin == Origin::Own);
        let too_old = now.ms.saturating_sub(TOMBSTONE_MS);
        let mut plan = Self::default();
        for record in copies.into_values() {
            let local = own(journal, record.id);
            let is_old = record.changed.ms() < too_old;
            let changes = local.is_none_or(|local| merge(local, &record) != settled(local));
            let fate = match local {
                // Nobody needs the tombstone of a record that no copy has any more.
                None if record.body.is_none() && is_old => continue,
                None if record.body.is_none() => Fate::Gone,
                None => Fate::New,
                Some(local) => fate(&settled(local), &record),
            };
            if fate == Fate::New && is_old && forgets {
                plan.from_old_file.insert(record.id);
            }
            if record.changed.ms() > now.ms.saturating_add(MAX_DRIFT_MS) {
                plan.ahead.insert(record.id);
            }
            plan.n_changes += usize::from(changes);
            plan.latest = plan.latest.max(Some(record.changed));
            plan.fates.insert(record.id, fate);
            plan.incoming.push(record);
        }
        plan
    }

    /// Number of records with a fate.
    pub fn count(&self, fate: Fate) -> usize {
        self.ids(fate).count()
    }

    /// The records with a fate.
    pub fn ids(&self, fate: Fate) -> impl Iterator<Item = Id> {
        self.fates.iter().filter(move |it| *it.1 == fate).map(|(id, _)| *id)
    }

    /// Whether the file has anything of a record.
    pub(super) fn holds(&self, id: Id) -> bool {
        self.fates.contains_key(&id)
    }

    /// New records whose last change is older than any tombstone: they may have been erased
    /// here so long ago that the journal no longer knows. Empty for an empty journal.
    pub fn from_old_file(&self) -> &BTreeSet<Id> {
        &self.from_old_file
    }

    /// Records that were changed by a clock more than [`MAX_DRIFT_MS`] ahead.
    pub fn ahead(&self) -> &BTreeSet<Id> {
        &self.ahead
    }

    /// The latest stamp, for the clock to take note of.
    pub fn latest(&self) -> Option<Stamp> {
        self.latest
    }

    /// Number of records that applying the plan would change, if only by an earlier version.
    pub fn n_changes(&self) -> usize {
        self.n_changes
    }

    /// Brings the records in, every one of them.
    ///
    /// Each is merged with the record as it is now, so nothing that was written since the
    /// plan was made is lost. Returns the changes, which undo it when reverted.
    pub fn apply(self, journal: &mut Journal) -> Vec<Change> {
        let changed: Vec<Record> = self
            .incoming
            .into_iter()
            .filter_map(|record| match own(journal, record.id) {
                None => Some(record),
                Some(local) => {
                    let merged = merge(local, &record);
                    (merged != settled(local)).then_some(merged)
                }
            })
            .collect();
        changed.into_iter().map(|record| journal.replace(record)).collect()
    }
}

/// The record of an id, unless it is one of the sample diary, which gives way.
fn own(journal: &Journal, id: Id) -> Option<&Record> {
    journal.get(id).map(AsRef::as_ref).filter(|record| record.origin == Origin::Own)
}

/// What happens to a local record, both copies settled.
fn fate(local: &Record, file: &Record) -> Fate {
    let merged = merge(local, file);
    if local == file {
        Fate::Same
    } else if merged.body.is_none() {
        if local.body.is_none() { Fate::Older } else { Fate::Erased }
    } else if local.body.is_none() {
        Fate::Revived
    } else if merged.changed == file.changed {
        // The file's copy wins. Did it know what is here?
        if knows(file, local) { Fate::Newer } else { Fate::Conflict }
    } else if knows(local, file) {
        Fate::Older
    } else {
        Fate::Conflict
    }
}

/// Whether one copy holds the present body of the other, now or as an earlier version, or has
/// erased it.
fn knows(one: &Record, other: &Record) -> bool {
    one.body == other.body
        || one.versions.iter().any(|version| Some(&version.body) == other.body.as_ref())
        || one.erased >= Some(other.changed)
}
