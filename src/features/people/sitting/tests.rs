//! A visit on stores in memory: what is saved, what becomes a version, and what stays in its field.

use satkarya_core::port::{Clock, Entropy, NoEntropy};
use satkarya_core::record::Record;
use satkarya_core::store::{KeyValue, Measure, MemoryStore, Options, Repository, Role};
use satkarya_core::text::Name;
use satkarya_core::time::{Now, Offset, Zone};

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

fn id() -> Id {
    Id::from_bytes([1; 16])
}

fn window(role: Role) -> AppState {
    let ports = Ports {
        clock: Box::new(Fixed),
        entropy: Box::new(Dice),
        log: None,
        on_written: Box::new(|| ()),
        on_erased: Box::new(|| ()),
        on_prefs: Box::new(|| ()),
        take_over: Box::new(|| ()),
    };
    let options = Options { role, measure: Measure::Units, identity: 7 };
    let kv: Box<dyn KeyValue> = Box::new(MemoryStore::new());
    let (store, report): (Store, _) = Repository::open(kv, None, options).expect("it opens");
    AppState::new(ports, store, report, Home::Stored)
}

/// Runs a story inside an owner, as a page does, on somebody called Ruth.
pub(crate) fn story(tell: impl FnOnce(AppState)) {
    let owner = Owner::new();
    owner.with(|| {
        let app = window(Role::Writer);
        app.put(id(), Body::Person(Person::new(Name::cut("Ruth"))), Earlier::Kept);
        tell(app);
    });
    owner.cleanup();
}

fn stored(app: AppState) -> Record {
    app.journal
        .with_untracked(|journal| journal.get(id()).map(|it| Record::clone(it)))
        .expect("Ruth")
}

fn person(app: AppState) -> Person {
    stored(app).person().cloned().expect("a person")
}

fn type_in(sitting: Sitting, name: Option<&str>, note: Option<&str>) {
    let own = |text: &str| text.to_owned();
    sitting.typed.set(Typed { name: name.map(own), note: note.map(own), ..Typed::default() });
}

#[test]
fn one_visit_leaves_one_version_however_often_it_saves() {
    story(|app| {
        let sitting = Sitting::new(app, id());
        type_in(sitting, Some(" Ruthie "), None);
        sitting.save(app);
        type_in(sitting, None, Some("Likes walks. "));
        sitting.save(app);
        sitting.change(app, |it| it.trusted = true);
        sitting.change(app, |it| it.trusted = true);
        let now = person(app);
        assert_eq!((&*now.name, &*now.note, now.trusted), ("Ruthie", "Likes walks.", true));
        assert_eq!(stored(app).versions.len(), 1);
        assert!(sitting.typed.with_untracked(|it| it.name.is_none() && it.note.is_none()));
    });
}

#[test]
fn answers_in_words_are_saved_in_the_same_go() {
    story(|app| {
        let sitting = Sitting::new(app, id());
        sitting.change(app, |it| it.lives_with = true);
        sitting.note(app, |typed| typed.set_answer(Ask::Like, "Her la".to_owned()));
        sitting.note(app, |typed| typed.set_answer(Ask::Like, "Her laugh ".to_owned()));
        sitting.note(app, |typed| typed.set_answer(Ask::Hard, "The distance".to_owned()));
        assert_eq!(sitting.typed.with_untracked(|it| it.answer(Ask::Like)).unwrap(), "Her laugh ");
        sitting.save(app);
        let now = person(app);
        assert_eq!((&*now.like, &*now.hard, now.lives_with), ("Her laugh", "The distance", true));
        assert_eq!(stored(app).versions.len(), 1);
        assert_eq!(sitting.typed.get_untracked(), Typed::default());
    });
}

#[test]
fn what_cannot_be_a_name_stays_in_its_field_and_the_rest_is_saved() {
    story(|app| {
        let sitting = Sitting::new(app, id());
        type_in(sitting, Some("  "), Some("Birthday in May"));
        sitting.save(app);
        assert_eq!((&*person(app).name, &*person(app).note), ("Ruth", "Birthday in May"));
        assert_eq!(sitting.typed.get_untracked().name.as_deref(), Some("  "));
    });
}

#[test]
fn saved_is_not_said_of_what_stands_in_a_field_unsaved() {
    story(|app| {
        let told = move || untrack(|| app.told());
        let sitting = Sitting::new(app, id());
        assert_eq!(told(), Saving::SavedSlow, "Ruth is saved");
        sitting.note(app, |typed| typed.note = Some("Likes walks".to_owned()));
        assert_eq!(told(), Saving::Idle);
        sitting.save(app);
        assert_eq!(told(), Saving::SavedSlow);
        sitting.note(app, |typed| typed.name = Some(" ".to_owned()));
        sitting.save(app);
        assert_eq!(told(), Saving::Idle, "this cannot be a name");
    });
}

#[test]
fn leaving_the_page_saves_what_stands_in_it() {
    story(|app| {
        let page = Owner::new();
        page.with(|| type_in(Sitting::new(app, id()), None, Some("Half a sentence")));
        page.cleanup();
        assert_eq!(&*person(app).note, "Half a sentence");
    });
}

#[test]
fn a_tab_that_may_not_write_keeps_the_words_on_screen() {
    story(|app| {
        let sitting = Sitting::new(app, id());
        app.access.set(Access::Moved);
        type_in(sitting, None, Some("Not lost"));
        assert!(!app.flush(), "it is not saved, and says so");
        assert!(person(app).note.is_empty());
        assert_eq!(sitting.typed.get_untracked().note.as_deref(), Some("Not lost"));
        app.access.set(Access::Writer);
        assert!(app.flush());
        assert_eq!(&*person(app).note, "Not lost");
    });
}
