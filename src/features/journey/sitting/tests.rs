//! A visit on stores in memory: what is saved, what becomes a version, and what stays in its field.

use satkarya_core::course::{Attendance, Course, Mode};
use satkarya_core::port::{Clock, Entropy, NoEntropy};
use satkarya_core::record::Record;
use satkarya_core::store::{KeyValue, Measure, MemoryStore, Options, Repository, Role};
use satkarya_core::time::{Now, Offset, Zone};

use super::super::place::{change, log_session};
use super::*;
use crate::state::{Home, Ports, Saving, Store};

struct Fixed;

impl Clock for Fixed {
    fn now(&self) -> Now {
        Now { ms: 1_795_483_800_000, offset: Offset::UTC, zone: Zone::default() }
    }
}

struct Dice;

impl Entropy for Dice {
    fn bytes(&self) -> Result<[u8; 16], NoEntropy> {
        Ok([4; 16])
    }
}

fn course() -> Id {
    Id::from_bytes([1; 16])
}

/// What the dice give, which is the session that is logged.
fn logged() -> Id {
    Id::from_bytes([4; 16])
}

/// Runs a story inside an owner, as a page does, in a course that has begun.
fn story(tell: impl FnOnce(AppState)) {
    let owner = Owner::new();
    owner.with(|| {
        let ports = Ports {
            clock: Box::new(Fixed),
            entropy: Box::new(Dice),
            log: None,
            on_written: Box::new(|| ()),
            on_erased: Box::new(|| ()),
            on_prefs: Box::new(|| ()),
            take_over: Box::new(|| ()),
        };
        let options = Options { role: Role::Writer, measure: Measure::Units, identity: 7 };
        let kv: Box<dyn KeyValue> = Box::new(MemoryStore::new());
        let (store, report): (Store, _) = Repository::open(kv, None, options).expect("it opens");
        let app = AppState::new(ports, store, report, Home::Stored);
        app.put(course(), Body::Course(Course::new(Mode::InIpt)), Earlier::Kept);
        tell(app);
    });
    owner.cleanup();
}

fn log(app: AppState, state: Attendance) {
    let session = Session::new(course(), app.today(), state);
    app.put(logged(), Body::Session(session), Earlier::Kept);
}

fn stored(app: AppState) -> Record {
    let record = app.journal.with_untracked(|journal| journal.get(logged()).cloned());
    Record::clone(&record.expect("the session"))
}

fn talked(app: AppState) -> String {
    stored(app).session().expect("a session").talked.to_string()
}

fn type_in(sitting: Sitting, talked: &str) {
    sitting.typed.set(Typed { talked: Some(talked.to_owned()), to_try: None });
}

#[test]
fn one_visit_leaves_one_version_however_often_it_saves() {
    story(|app| {
        log(app, Attendance::Attended);
        let sitting = Sitting::new(app, logged());
        for words in ["The row ", "The row, and the call "] {
            type_in(sitting, words);
            sitting.save(app);
        }
        sitting.change(app, |it| it.state = Attendance::Missed);
        sitting.change(app, |it| it.state = Attendance::Missed);
        assert_eq!(talked(app), "The row, and the call");
        assert_eq!(stored(app).versions.len(), 1);
        assert_eq!(sitting.typed.get_untracked(), Typed::default());
        assert_eq!(untrack(|| app.told()), Saving::SavedSlow);
    });
}

#[test]
fn leaving_the_page_saves_what_stands_in_it() {
    story(|app| {
        log(app, Attendance::Attended);
        let page = Owner::new();
        page.with(|| type_in(Sitting::new(app, logged()), "Half a sentence"));
        page.cleanup();
        assert_eq!(talked(app), "Half a sentence");
    });
}

#[test]
fn a_tab_that_may_not_write_keeps_the_words_on_screen() {
    story(|app| {
        log(app, Attendance::Attended);
        let sitting = Sitting::new(app, logged());
        app.access.set(Access::Moved);
        type_in(sitting, "Not lost");
        assert!(!app.flush(), "it is not saved, and says so");
        assert_eq!(talked(app), "");
        app.access.set(Access::Writer);
        assert!(app.flush());
        assert_eq!(talked(app), "Not lost");
    });
}

#[test]
fn a_change_of_the_plan_is_one_step_that_can_be_undone() {
    story(|app| {
        let mode = || app.journal.with_untracked(|it| it.course().map(|it| it.course.mode));
        change(app, |it| it.mode = Mode::Waiting);
        assert_eq!(mode(), Some(Mode::Waiting));
        assert!(app.undo());
        assert_eq!(mode(), Some(Mode::InIpt));
        change(app, |it| it.archived = true);
        assert_eq!(mode(), None);
        change(app, |it| it.mode = Mode::Waiting);
        assert_eq!(mode(), None, "there is no course to be changed");
        assert!(app.undo());
        assert_eq!(mode(), Some(Mode::InIpt));
    });
}

#[test]
fn a_tab_that_may_not_write_logs_nothing() {
    story(|app| {
        app.access.set(Access::Follower);
        log_session(app, course());
        assert_eq!(app.journal.with_untracked(|it| it.sessions_of(course()).count()), 0);
    });
}
