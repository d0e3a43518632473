//! The order of the entries, by day, time, making and id, and that of courses and sessions.
//!
//! Ten entries of one minute keep the order in which they were made.

use std::collections::BTreeSet;

use crate::id::Id;
use crate::record::Record;
use crate::stamp::Stamp;
use crate::time::{Day, Month, TimeOfDay};

type Place = (Day, TimeOfDay, Stamp, Id);

/// Where each entry stands. Only entries that are there have a place.
#[derive(Debug, Clone, Default)]
pub(super) struct DayIndex {
    places: BTreeSet<Place>,
}

fn place(record: &Record) -> Option<Place> {
    let when = &record.entry()?.when;
    Some((when.day, when.time, record.created, record.id))
}

impl DayIndex {
    pub(super) fn insert(&mut self, record: &Record) {
        self.places.extend(place(record));
    }

    /// Takes the place of an old record away, unless the new one stands at the same.
    pub(super) fn replace(&mut self, old: &Record, new: Option<&Record>) {
        if let Some(place_of_old) = place(old)
            && new.and_then(place) != Some(place_of_old)
        {
            self.places.remove(&place_of_old);
        }
    }

    pub(super) fn len(&self) -> usize {
        self.places.len()
    }

    pub(super) fn all(&self) -> impl DoubleEndedIterator<Item = Id> {
        self.places.iter().map(|place| place.3)
    }

    pub(super) fn between(&self, first: Day, last: Day) -> impl DoubleEndedIterator<Item = Id> {
        let (lowest, highest) = (Id::from_bytes([0; 16]), Id::from_bytes([255; 16]));
        let from = (first, TimeOfDay::MIDNIGHT, Stamp::FIRST, lowest);
        let to = (last, TimeOfDay::LAST, Stamp::LAST, highest);
        // A range that ends before it begins holds nothing; the tree would panic on it.
        let range = (first <= last).then(|| self.places.range(from..=to));
        range.into_iter().flatten().map(|place| place.3)
    }

    pub(super) fn of_month(&self, month: Month) -> impl DoubleEndedIterator<Item = Id> {
        self.between(month.first(), month.last())
    }

    pub(super) fn months(&self) -> Vec<Month> {
        let mut months: Vec<Month> = self.places.iter().map(|place| place.0.month()).collect();
        months.dedup();
        months
    }

    pub(super) fn span(&self) -> Option<(Day, Day)> {
        Some((self.places.first()?.0, self.places.last()?.0))
    }
}

/// Where a course or a session stands: first the courses by making, then the sessions of each
/// course by day and making.
type CoursePlace = (Option<(Id, Day)>, Stamp, Id);

/// The courses and sessions that are there: a few among thousands of entries.
#[derive(Debug, Clone, Default)]
pub(super) struct CourseIndex {
    places: BTreeSet<CoursePlace>,
}

fn course_place(record: &Record) -> Option<CoursePlace> {
    let session = record.session().map(|it| (it.course, it.day));
    (session.is_some() || record.course().is_some()).then_some((session, record.created, record.id))
}

impl CourseIndex {
    pub(super) fn insert(&mut self, record: &Record) {
        self.places.extend(course_place(record));
    }

    /// As [`DayIndex::replace`].
    pub(super) fn replace(&mut self, old: &Record, new: Option<&Record>) {
        if let Some(place_of_old) = course_place(old)
            && new.and_then(course_place) != Some(place_of_old)
        {
            self.places.remove(&place_of_old);
        }
    }

    pub(super) fn courses(&self) -> impl DoubleEndedIterator<Item = Id> {
        let is_course = |place: &&CoursePlace| place.0.is_none();
        self.places.iter().filter(is_course).map(|place| place.2)
    }

    pub(super) fn sessions_of(&self, course: Id) -> impl DoubleEndedIterator<Item = Id> {
        let lowest = (Some((course, Day::FIRST)), Stamp::FIRST, Id::from_bytes([0; 16]));
        let highest = (Some((course, Day::LAST)), Stamp::LAST, Id::from_bytes([255; 16]));
        self.places.range(lowest..=highest).map(|place| place.2)
    }
}
