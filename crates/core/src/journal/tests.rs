//! The journal against small stories and against random ones.

use proptest::prelude::*;

use super::*;
use crate::course::{Attendance, Course, Mode, Session};
use crate::rating::Mood;
use crate::record::MAX_VERSIONS;
use crate::stamp::StampClock;
use crate::text::{Name, Note};
use crate::time::{Now, Offset, Zone};

const NOW: u64 = 1_795_483_800_000;

fn id(n: u8) -> Id {
    Id::from_bytes([n; 16])
}

fn entry_at(day: &str, time: &str) -> Entry {
    let now = Now { ms: NOW, offset: Offset::UTC, zone: Zone::default() };
    let mut entry = Entry::new((&now).into());
    entry.when.day = day.parse().expect("day");
    entry.when.time = time.parse().expect("time");
    entry
}

fn text(what: &str) -> Body {
    Body::Entry(Entry { what: Note::cut(what), ..entry_at("2026-11-24", "10:00") })
}

struct Pen {
    journal: Journal,
    clock: StampClock,
}

impl Pen {
    fn new() -> Self {
        Self { journal: Journal::new(), clock: StampClock::new(1) }
    }

    fn stamp(&mut self) -> Stamp {
        self.clock.tick(NOW)
    }

    fn put(&mut self, n: u8, body: Body, earlier: Earlier) -> Change {
        let stamp = self.stamp();
        self.journal.put(id(n), body, stamp, earlier)
    }

    fn order(&self) -> Vec<Id> {
        self.journal.entries().map(|it| it.record.id).collect()
    }
}

#[test]
fn ten_entries_of_one_minute_keep_their_order() {
    let mut pen = Pen::new();
    let ids: Vec<u8> = vec![9, 3, 7, 1, 8, 2, 6, 4, 10, 5];
    for n in &ids {
        pen.put(*n, text("x"), Earlier::Kept);
    }
    assert_eq!(pen.order(), ids.iter().map(|n| id(*n)).collect::<Vec<_>>());
    pen.put(9, text("changed"), Earlier::Kept);
    assert_eq!(pen.order().first(), Some(&id(9)), "an edit does not move an entry");
}

#[test]
fn back_dating_moves_an_entry_to_its_day_and_shelf() {
    let mut pen = Pen::new();
    pen.put(1, text("today"), Earlier::Kept);
    let change = pen.put(1, Body::Entry(entry_at("2025-02-01", "08:00")), Earlier::Kept);
    assert_eq!(change.shelf_before(), "2026-11".parse().ok().map(Shelf::Month));
    assert_eq!(change.shelf_after(), "2025-02".parse().ok().map(Shelf::Month));
    assert_eq!(pen.journal.entries_of("2026-11".parse().expect("month")).count(), 0);
    assert_eq!(pen.journal.months(), ["2025-02".parse().expect("month")]);
}

#[test]
fn one_sitting_makes_one_version() {
    let mut pen = Pen::new();
    pen.put(1, text("first"), Earlier::Kept);
    pen.put(1, text("second"), Earlier::Kept);
    pen.put(1, text("second, goes on"), Earlier::Replaced);
    pen.put(1, text("second, goes on"), Earlier::Kept);
    let versions = &pen.journal.get(id(1)).expect("record").versions;
    assert_eq!(versions.iter().map(|v| v.body.clone()).collect::<Vec<_>>(), [text("first")]);
    for n in 0..20 {
        pen.put(1, text(&format!("version {n}")), Earlier::Kept);
    }
    let versions = &pen.journal.get(id(1)).expect("record").versions;
    assert_eq!(versions.len(), MAX_VERSIONS);
    assert_eq!(versions.first().map(|v| &v.body), Some(&text("version 18")), "newest first");
}

#[test]
fn the_bin_gives_back_and_forgets_after_thirty_days() {
    let mut pen = Pen::new();
    pen.put(1, text("words"), Earlier::Kept);
    let stamp = pen.stamp();
    pen.journal.remove(id(1), stamp).expect("remove");
    assert_eq!((pen.journal.n_entries(), pen.journal.bin().len()), (0, 1));
    assert_eq!(pen.journal.remove(id(1), stamp), Err(Rejection::Missing));

    let stamp = pen.stamp();
    pen.journal.restore(id(1), stamp).expect("restore");
    assert_eq!((pen.journal.n_entries(), pen.journal.bin().len()), (1, 0));

    let stamp = pen.stamp();
    pen.journal.remove(id(1), stamp).expect("remove");
    let later = pen.clock.tick(NOW + BIN_MS);
    assert_eq!(pen.journal.sweep(later), []);
    let later = pen.clock.tick(NOW + BIN_MS + 1);
    assert_eq!(pen.journal.sweep(later).len(), 1);
    let left = pen.journal.get(id(1)).expect("a tombstone");
    assert!(left.body.is_none() && left.versions.is_empty());
    let year_later = pen.clock.tick(later.ms() + TOMBSTONE_MS + 1);
    assert_eq!(pen.journal.sweep(year_later).len(), 1);
    assert_eq!(pen.journal.records().count(), 0);
}

#[test]
fn a_removed_person_comes_back_with_every_link() {
    let mut pen = Pen::new();
    pen.put(1, Body::Person(Person::new(Name::cut("Asha"))), Earlier::Kept);
    let mut entry = entry_at("2026-11-24", "10:00");
    entry.toggle_person(id(1));
    pen.put(2, Body::Entry(entry), Earlier::Kept);
    let stamp = pen.stamp();
    let change = pen.journal.remove(id(1), stamp).expect("remove");
    assert!(pen.journal.person(id(1)).is_none());
    let stamp = pen.stamp();
    pen.journal.revert(&change, stamp);
    let linked = pen.journal.entry(id(2)).expect("entry").entry.people.first().copied();
    assert_eq!(linked.and_then(|id| pen.journal.person(id)).map(|p| &*p.person.name), Some("Asha"));
}

#[test]
fn the_sample_diary_is_never_on_a_shelf() {
    let mut pen = Pen::new();
    pen.put(1, text("own"), Earlier::Kept);
    let stamp = pen.stamp();
    let change = pen.journal.put_sample(id(2), text("sample"), stamp);
    assert_eq!(change.shelf_after(), None);
    let change = pen.put(2, text("a sample that was edited"), Earlier::Kept);
    assert_eq!(change.shelf_after(), None);
    pen.journal.drop_sample();
    assert_eq!(pen.order(), [id(1)]);
}

/// What each record holds, and whether it is in the bin.
type State = Vec<(Id, Option<Body>, bool)>;

#[derive(Debug, Clone)]
enum Step {
    Put(u8, u8, u8),
    Meet(u8, u8, u8),
    Begin(u8),
    Remove(u8),
    Restore(u8),
    Erase(u8),
    Undo,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => (0..6_u8, 1..28_u8, 0..11_u8).prop_map(|(n, day, mood)| Step::Put(n, day, mood)),
        2 => (0..6_u8, 1..28_u8, 0..3_u8).prop_map(|(n, day, of)| Step::Meet(n, day, of)),
        1 => (0..6_u8).prop_map(Step::Begin),
        1 => (0..6_u8).prop_map(Step::Remove),
        1 => (0..6_u8).prop_map(Step::Restore),
        1 => (0..6_u8).prop_map(Step::Erase),
        2 => Just(Step::Undo),
    ]
}

proptest! {
    #[test]
    fn undo_gives_back_every_body_and_the_index_always_agrees(
        steps in prop::collection::vec(step(), 1..60),
    ) {
        let mut pen = Pen::new();
        let mut undo: Vec<(Change, State)> = Vec::new();
        for step in steps {
            let state: State = pen
                .journal
                .records()
                .map(|r| (r.id, r.body.clone(), r.removed.is_some()))
                .collect();
            let stamp = pen.stamp();
            let change = match step {
                Step::Put(n, day, mood) => {
                    let mut entry = entry_at(&format!("2026-10-{day:02}"), "10:00");
                    entry.mood = Mood::try_from(mood).ok();
                    Ok(pen.journal.put(id(n), Body::Entry(entry), stamp, Earlier::Kept))
                }
                Step::Meet(n, day, of) => {
                    let day = format!("2026-10-{day:02}").parse().expect("day");
                    let session = Session::new(id(of), day, Attendance::Attended);
                    Ok(pen.journal.put(id(n), Body::Session(session), stamp, Earlier::Kept))
                }
                Step::Begin(n) => {
                    let course = Body::Course(Course::new(Mode::Waiting));
                    Ok(pen.journal.put(id(n), course, stamp, Earlier::Kept))
                }
                Step::Remove(n) => pen.journal.remove(id(n), stamp),
                Step::Restore(n) => pen.journal.restore(id(n), stamp),
                Step::Erase(n) => pen.journal.erase(id(n), stamp),
                Step::Undo => {
                    if let Some((change, expected)) = undo.pop() {
                        pen.journal.revert(&change, stamp);
                        let now: State = pen
                            .journal
                            .records()
                            .map(|r| (r.id, r.body.clone(), r.removed.is_some()))
                            .collect();
                        prop_assert_eq!(now, expected);
                    }
                    continue;
                }
            };
            if let Ok(change) = change {
                undo.push((change, state));
            }
            let mut live: Vec<_> = pen
                .journal
                .records()
                .filter_map(|r| r.entry().map(|e| (e.when.day, e.when.time, r.created, r.id)))
                .collect();
            live.sort();
            let indexed = pen.order();
            prop_assert_eq!(indexed, live.into_iter().map(|it| it.3).collect::<Vec<_>>());
            let all = || pen.journal.records();
            let others = all().filter(|r| r.live().is_some() && r.entry().is_none());
            let listed: Vec<_> = pen.journal.others().map(|r| r.id).collect();
            prop_assert_eq!(listed, others.map(|r| r.id).collect::<Vec<_>>());
            let mut courses: Vec<_> =
                all().filter(|r| r.course().is_some()).map(|r| (r.created, r.id)).collect();
            courses.sort();
            courses.reverse();
            let listed: Vec<_> = pen.journal.courses().map(|it| (it.record.created, it.record.id)).collect();
            prop_assert_eq!(listed, courses);
            for of in 0..3 {
                let mut sessions: Vec<_> = all()
                    .filter_map(|r| Some((r.session().filter(|it| it.course == id(of))?.day, r.created, r.id)))
                    .collect();
                sessions.sort();
                let listed: Vec<_> = pen.journal.sessions_of(id(of)).map(|it| it.record.id).collect();
                prop_assert_eq!(listed, sessions.into_iter().map(|it| it.2).collect::<Vec<_>>());
            }
        }
    }

    #[test]
    fn records_read_back_as_written(mood in 0..11_u8, what in ".{0,80}") {
        let mut entry = entry_at("2026-11-24", "10:00");
        entry.mood = Mood::try_from(mood).ok();
        entry.what = Note::cut(&what);
        let mut pen = Pen::new();
        let change = pen.put(1, Body::Entry(entry), Earlier::Kept);
        let record = Record::clone(&change.after.expect("record"));
        let json = serde_json::to_string(&record).expect("json");
        prop_assert_eq!(serde_json::from_str::<Record>(&json).expect("record"), record);
    }
}
