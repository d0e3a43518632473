//! All records in memory, and the only way to change one.
//!
//! Every change comes back as a [`Change`] with the record before and after. Saving, undo and
//! the views all follow from that value; nothing else writes.

mod favorites;
mod index;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use thiserror::Error;

use crate::course::{Course, Session};
use crate::diary::Entry;
use crate::id::Id;
use crate::people::Person;
use crate::record::{Body, Origin, Record, Shelf, Version};
use crate::stamp::{Stamp, StampClock};
use crate::time::{Day, Month};

pub use favorites::{Favorites, favorites};
use index::{CourseIndex, DayIndex};

/// How long a removed record stays in the bin: 30 days, in milliseconds.
pub const BIN_MS: u64 = 30 * DAY_MS;
/// How long a tombstone is kept: 400 days, in milliseconds.
///
/// # Source
/// Our own number: more than a year, so that a device used once a year still learns of it.
pub const TOMBSTONE_MS: u64 = 400 * DAY_MS;
const DAY_MS: u64 = 24 * 60 * 60 * 1000;

/// What happens to the body that a `put` replaces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Earlier {
    /// It becomes a version: the first change since the person opened the record.
    Kept,
    /// It is replaced: the same sitting goes on.
    Replaced,
}

/// One record before and after a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Which record.
    pub id: Id,
    /// The record before; none if it is new.
    pub before: Option<Arc<Record>>,
    /// The record after; none if nothing is left of it.
    pub after: Option<Arc<Record>>,
}

impl Change {
    /// Where the record was stored before the change.
    pub fn shelf_before(&self) -> Option<Shelf> {
        self.before.as_ref().and_then(|record| record.shelf())
    }

    /// Where the record is to be stored after the change.
    pub fn shelf_after(&self) -> Option<Shelf> {
        self.after.as_ref().and_then(|record| record.shelf())
    }
}

/// Why a change was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Rejection {
    /// There is no such record, or its content is gone.
    #[error("no such record")]
    Missing,
}

/// An entry with its record.
#[derive(Debug, Clone, Copy)]
pub struct EntryRef<'a> {
    /// The record around it.
    pub record: &'a Arc<Record>,
    /// The entry.
    pub entry: &'a Entry,
}

/// A person with their record.
#[derive(Debug, Clone, Copy)]
pub struct PersonRef<'a> {
    /// The record around them.
    pub record: &'a Arc<Record>,
    /// The person.
    pub person: &'a Person,
}

/// A course with its record.
#[derive(Debug, Clone, Copy)]
pub struct CourseRef<'a> {
    /// The record around it.
    pub record: &'a Arc<Record>,
    /// The course.
    pub course: &'a Course,
}

/// A session with its record.
#[derive(Debug, Clone, Copy)]
pub struct SessionRef<'a> {
    /// The record around it.
    pub record: &'a Arc<Record>,
    /// The session.
    pub session: &'a Session,
}

/// All records that are in memory.
#[derive(Debug, Clone, Default)]
pub struct Journal {
    records: BTreeMap<Id, Arc<Record>>,
    days: DayIndex,
    courses: CourseIndex,
    /// What is there and is no entry: some hundred records among ten thousand.
    others: BTreeSet<Id>,
}

impl Journal {
    /// An empty journal.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes in a record as it was stored. Of two of the same id the one changed later stays.
    pub fn load(&mut self, record: Record) {
        if self.get(record.id).is_none_or(|known| known.changed <= record.changed) {
            self.set(record.id, Some(&Arc::new(record)));
        }
    }

    /// The record of an id, whatever its state.
    pub fn get(&self, id: Id) -> Option<&Arc<Record>> {
        self.records.get(&id)
    }

    /// The entry of an id, if it is there.
    pub fn entry(&self, id: Id) -> Option<EntryRef<'_>> {
        let record = self.records.get(&id)?;
        record.entry().map(|entry| EntryRef { record, entry })
    }

    /// The person of an id, if they are there.
    pub fn person(&self, id: Id) -> Option<PersonRef<'_>> {
        let record = self.records.get(&id)?;
        record.person().map(|person| PersonRef { record, person })
    }

    /// Every record, in the order of ids.
    pub fn records(&self) -> impl Iterator<Item = &Arc<Record>> {
        self.records.values()
    }

    /// Every record that is there and is no entry, in the order of ids: people, sessions, goals and
    /// all else that somebody has few of. To walk over these costs little beside a large diary.
    pub fn others(&self) -> impl Iterator<Item = &Arc<Record>> {
        self.others.iter().filter_map(|id| self.records.get(id))
    }

    /// Number of entries that are there.
    pub fn n_entries(&self) -> usize {
        self.days.len()
    }

    /// All entries by day, time and making, oldest first.
    pub fn entries(&self) -> impl DoubleEndedIterator<Item = EntryRef<'_>> {
        self.days.all().filter_map(|id| self.entry(id))
    }

    /// The entries from one day to another, both included, oldest first.
    pub fn entries_between(
        &self,
        first: Day,
        last: Day,
    ) -> impl DoubleEndedIterator<Item = EntryRef<'_>> {
        self.days.between(first, last).filter_map(|id| self.entry(id))
    }

    /// The entries of one month, oldest first.
    pub fn entries_of(&self, month: Month) -> impl DoubleEndedIterator<Item = EntryRef<'_>> {
        self.days.of_month(month).filter_map(|id| self.entry(id))
    }

    /// The months that have entries, oldest first.
    pub fn months(&self) -> Vec<Month> {
        self.days.months()
    }

    /// The first and the last day with an entry.
    pub fn span(&self) -> Option<(Day, Day)> {
        self.days.span()
    }

    /// The people that are there, by name without regard to case.
    pub fn people(&self) -> Vec<PersonRef<'_>> {
        let mut people: Vec<_> =
            self.others().filter_map(|record| self.person(record.id)).collect();
        people.sort_by_cached_key(|it| (it.person.name.to_lowercase(), it.record.id));
        people
    }

    /// The courses that are there, the newest first.
    pub fn courses(&self) -> impl Iterator<Item = CourseRef<'_>> {
        self.courses.courses().rev().filter_map(|id| {
            let record = self.records.get(&id)?;
            record.course().map(|course| CourseRef { record, course })
        })
    }

    /// The course that is under way: the newest that was not put away.
    pub fn course(&self) -> Option<CourseRef<'_>> {
        self.courses().find(|it| !it.course.archived)
    }

    /// The session of an id, if it is there.
    pub fn session(&self, id: Id) -> Option<SessionRef<'_>> {
        let record = self.records.get(&id)?;
        record.session().map(|session| SessionRef { record, session })
    }

    /// The sessions of a course by day and making, oldest first.
    pub fn sessions_of(&self, course: Id) -> impl DoubleEndedIterator<Item = SessionRef<'_>> {
        self.courses.sessions_of(course).filter_map(|id| self.session(id))
    }

    /// What is in the bin, last removed first.
    pub fn bin(&self) -> Vec<&Arc<Record>> {
        let mut bin: Vec<_> =
            self.records.values().filter(|r| r.removed.is_some() && r.body.is_some()).collect();
        bin.sort_by_key(|record| std::cmp::Reverse(record.removed));
        bin
    }

    /// The latest stamp on any record, for a clock that must come after it.
    pub fn latest(&self) -> Option<Stamp> {
        self.records.values().map(|record| record.changed).max()
    }

    /// Writes a body: a new record, or a change of one.
    ///
    /// A record in the bin comes back by this. The change comes after the last one of the
    /// record, whatever the clock of the device that made it. A body equal to the present one changes nothing
    /// but the stamp.
    pub fn put(&mut self, id: Id, body: Body, stamp: Stamp, earlier: Earlier) -> Change {
        let after = match self.records.get(&id) {
            None => Record::new(id, stamp, body),
            Some(record) => {
                let mut after = Record::clone(record);
                let old = after.body.replace(body);
                if let Some(old) = old
                    && earlier == Earlier::Kept
                    && after.body.as_ref() != Some(&old)
                {
                    after.keep_version(Version { changed: record.changed, body: old });
                }
                if record.body.is_none() {
                    after.erased = record.removed;
                }
                after.changed = stamp.after(record.changed);
                after.removed = None;
                after
            }
        };
        self.commit(id, Some(after))
    }

    /// Writes a record of the sample diary: it is in memory only.
    pub fn put_sample(&mut self, id: Id, body: Body, stamp: Stamp) -> Change {
        let record = Record { origin: Origin::Sample, ..Record::new(id, stamp, body) };
        self.commit(id, Some(record))
    }

    /// Drops the sample diary, every record of it.
    pub fn drop_sample(&mut self) -> Vec<Change> {
        let ids: Vec<Id> = self
            .records
            .values()
            .filter(|record| record.origin == Origin::Sample)
            .map(|record| record.id)
            .collect();
        ids.into_iter().map(|id| self.commit(id, None)).collect()
    }

    /// Drops records that are in a file which was proved to hold them. No tombstone is left, because
    /// one would travel to the other devices, where they stay. [`Self::put_back`] undoes it.
    pub fn set_aside(&mut self, ids: &BTreeSet<Id>) -> Vec<Change> {
        let there = ids.iter().filter(|id| self.records.contains_key(id));
        let there: Vec<Id> = there.copied().collect();
        there.into_iter().map(|id| self.commit(id, None)).collect()
    }

    /// Puts a record that was set aside back as it was, its stamp included: nothing has happened to
    /// it. None if one of this id is here.
    pub fn put_back(&mut self, change: &Change) -> Option<Change> {
        self.get(change.id).is_none().then(|| self.take_back(change))
    }

    /// Puts a record in the bin.
    ///
    /// # Errors
    /// [`Rejection::Missing`] if it is not there.
    pub fn remove(&mut self, id: Id, stamp: Stamp) -> Result<Change, Rejection> {
        let record = self.records.get(&id).filter(|record| record.live().is_some());
        let mut after = Record::clone(record.ok_or(Rejection::Missing)?);
        after.changed = stamp.after(after.changed);
        after.removed = Some(after.changed);
        Ok(self.commit(id, Some(after)))
    }

    /// Takes a record back from the bin.
    ///
    /// # Errors
    /// [`Rejection::Missing`] if it is not in the bin.
    pub fn restore(&mut self, id: Id, stamp: Stamp) -> Result<Change, Rejection> {
        let record = self.records.get(&id).filter(|r| r.removed.is_some() && r.body.is_some());
        let mut after = Record::clone(record.ok_or(Rejection::Missing)?);
        after.removed = None;
        after.changed = stamp.after(after.changed);
        Ok(self.commit(id, Some(after)))
    }

    /// Erases the content of a record for good and leaves a tombstone.
    ///
    /// # Errors
    /// [`Rejection::Missing`] if there is nothing to erase.
    pub fn erase(&mut self, id: Id, stamp: Stamp) -> Result<Change, Rejection> {
        let record = self.records.get(&id).filter(|record| record.body.is_some());
        let record = record.ok_or(Rejection::Missing)?;
        let stamp = stamp.after(record.changed);
        let after = Record {
            changed: stamp,
            removed: Some(stamp),
            erased: None,
            body: None,
            versions: Vec::new(),
            ..Record::clone(record)
        };
        Ok(self.commit(id, Some(after)))
    }

    /// Erases what has been in the bin for longer than [`BIN_MS`] and drops tombstones older
    /// than [`TOMBSTONE_MS`]. `stamp` tells the present moment.
    ///
    /// The tombstone dates from the moment when the person put the record in the bin, so that
    /// an edit made after that on another device still brings it back.
    pub fn sweep(&mut self, stamp: Stamp) -> Vec<Change> {
        let due: Vec<(Id, Option<Stamp>)> = self
            .records
            .values()
            .filter_map(|record| {
                let removed = record.removed?;
                let age = stamp.ms().saturating_sub(removed.ms());
                let in_bin = record.body.is_some();
                (age > if in_bin { BIN_MS } else { TOMBSTONE_MS })
                    .then_some((record.id, in_bin.then_some(removed)))
            })
            .collect();
        due.into_iter()
            .filter_map(|(id, in_bin)| match in_bin {
                Some(removed) => self.erase(id, removed).ok(),
                None => Some(self.commit(id, None)),
            })
            .collect()
    }

    /// Undoes a change: the record becomes what it was before, stamped as changed now.
    ///
    /// A record that did not exist before is dropped without a tombstone, so that the same
    /// file can be brought in again. Undoing the undoing brings the change back.
    pub fn revert(&mut self, change: &Change, stamp: Stamp) -> Change {
        let stamp = self.get(change.id).map_or(stamp, |record| stamp.after(record.changed));
        let before =
            change.before.as_ref().map(|record| Record { changed: stamp, ..Record::clone(record) });
        self.commit(change.id, before)
    }

    /// Takes back a change that was never stored: the record is as it was, its stamp included.
    pub fn take_back(&mut self, change: &Change) -> Change {
        let after = change.before.clone();
        let before = self.set(change.id, after.as_ref());
        Change { id: change.id, before, after }
    }

    /// Keeps a body that was written beside the record as an earlier version of it, dated `ms`
    /// (milliseconds since 1970), unless the record has it already. None if there is nothing to do.
    pub fn keep_beside(&mut self, id: Id, body: Body, ms: u64) -> Option<Change> {
        let record = self.records.get(&id).filter(|record| record.body.is_some())?;
        let has = |it: &Version| it.body == body;
        if record.body.as_ref() == Some(&body) || record.versions.iter().any(has) {
            return None;
        }
        let mut after = Record::clone(record);
        let changed = StampClock::new(record.changed.device()).tick(ms);
        after.keep_version(Version { changed, body });
        Some(self.commit(id, Some(after)))
    }

    /// Puts a whole record in place, as a merge decided it.
    pub fn replace(&mut self, record: Record) -> Change {
        self.commit(record.id, Some(record))
    }

    fn commit(&mut self, id: Id, after: Option<Record>) -> Change {
        let after = after.map(Arc::new);
        let before = self.set(id, after.as_ref());
        Change { id, before, after }
    }

    /// The one place where a record enters or leaves, so that the index always agrees.
    fn set(&mut self, id: Id, record: Option<&Arc<Record>>) -> Option<Arc<Record>> {
        if let Some(new) = record {
            self.days.insert(new);
            self.courses.insert(new);
        }
        let is_other = |it: &Arc<Record>| it.live().is_some() && it.entry().is_none();
        if record.is_some_and(is_other) {
            self.others.insert(id);
        } else {
            self.others.remove(&id);
        }
        let before = match record {
            Some(new) => self.records.insert(id, Arc::clone(new)),
            None => self.records.remove(&id),
        };
        if let Some(old) = &before {
            self.days.replace(old, record.map(Arc::as_ref));
            self.courses.replace(old, record.map(Arc::as_ref));
        }
        before
    }
}

#[cfg(test)]
mod tests;
