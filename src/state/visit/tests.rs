//! A visit on stores in memory: what is saved, what becomes a version, and what stays in its field.

use leptos::prelude::*;
use satkarya_core::people::Person;
use satkarya_core::record::Record;
use satkarya_core::store::Role;
use satkarya_core::text::{Name, Note};

use super::super::testing::{Shared, story};
use super::*;
use crate::state::Saving;

const NAME: usize = 0;
const NOTE: usize = 1;

fn id() -> Id {
    Id::from_bytes([1; 16])
}

/// A form of two fields, one of which does not take everything.
fn fill(body: &mut Body, field: usize, text: &str) -> bool {
    let Body::Person(person) = body else { return true };
    match field {
        NAME if text.trim().is_empty() => return false,
        NAME => person.name = Name::cut(text.trim()),
        _ => person.note = Note::cut(text),
    }
    true
}

fn begin(app: AppState) -> Visit {
    app.put(id(), Body::Person(Person::new(Name::cut("Ruth"))), Earlier::Kept);
    Visit::begin(app, id(), fill)
}

fn trust(visit: Visit) {
    visit.change(|body| {
        if let Body::Person(person) = body {
            person.trusted = true;
        }
    });
}

fn stored(app: AppState) -> Record {
    app.journal
        .with_untracked(|journal| journal.get(id()).map(|it| Record::clone(it)))
        .expect("Ruth")
}

fn words(app: AppState) -> (String, String) {
    let record = stored(app);
    let person = record.person().expect("a person");
    (person.name.to_string(), person.note.to_string())
}

fn own(name: &str, note: &str) -> (String, String) {
    (name.to_owned(), note.to_owned())
}

fn typed(visit: Visit, field: usize) -> Option<String> {
    untrack(|| visit.typed(field))
}

#[test]
fn what_should_be_found_again_is_a_version_of_its_own() {
    story(|app| {
        let visit = begin(app);
        visit.note(NOTE, "Likes walks.".to_owned());
        visit.save();
        visit.keep_version();
        visit.note(NOTE, String::new());
        visit.save();
        trust(visit);
        let notes = stored(app).versions.into_iter().filter_map(|it| match it.body {
            Body::Person(person) => Some(person.note.to_string()),
            _ => None,
        });
        assert_eq!(notes.collect::<Vec<_>>(), ["Likes walks.", ""], "the latest first");
    });
}

#[test]
fn one_visit_leaves_one_version_however_often_it_saves() {
    story(|app| {
        let visit = begin(app);
        visit.note(NAME, " Ruthi".to_owned());
        visit.note(NAME, " Ruthie ".to_owned());
        visit.save();
        visit.note(NOTE, "Likes walks. ".to_owned());
        visit.save();
        trust(visit);
        trust(visit);
        assert_eq!(words(app), own("Ruthie", "Likes walks."));
        assert!(stored(app).person().is_some_and(|it| it.trusted));
        assert_eq!(stored(app).versions.len(), 1);
        assert_eq!((typed(visit, NAME), typed(visit, NOTE)), (None, None));
    });
}

#[test]
fn what_cannot_stand_in_a_field_stays_on_screen_and_the_rest_is_saved() {
    story(|app| {
        let visit = begin(app);
        visit.note(NAME, "  ".to_owned());
        visit.note(NOTE, "Birthday in May".to_owned());
        visit.save();
        assert_eq!(words(app), own("Ruth", "Birthday in May"));
        assert_eq!((typed(visit, NAME), typed(visit, NOTE)), (Some("  ".to_owned()), None));
        assert!(!app.flush(), "something is left");
    });
}

#[test]
fn saved_is_not_said_of_what_stands_in_a_field_unsaved() {
    story(|app| {
        let told = move || untrack(|| app.told());
        let visit = begin(app);
        assert_eq!(told(), Saving::SavedSlow, "Ruth is saved");
        visit.note(NOTE, "Likes walks".to_owned());
        assert_eq!(told(), Saving::Idle);
        visit.save();
        assert_eq!(told(), Saving::SavedSlow);
        visit.note(NAME, " ".to_owned());
        visit.save();
        assert_eq!(told(), Saving::Idle, "this cannot be a name");
    });
}

#[test]
fn leaving_the_page_saves_what_stands_in_it() {
    story(|app| {
        let page = Owner::new();
        page.with(|| begin(app).note(NOTE, "Half a sentence".to_owned()));
        page.cleanup();
        assert_eq!(words(app), own("Ruth", "Half a sentence"));
    });
}

#[test]
fn what_could_not_be_saved_is_saved_once_this_tab_may_write_again() {
    let owner = Owner::new();
    owner.with(|| {
        let shared = Shared::default();
        let app = shared.window(Role::Writer);
        let visit = begin(app);
        app.give_way();
        visit.note(NOTE, "Not lost".to_owned());
        assert!(!app.flush(), "it is not saved, and says so");
        assert_eq!(typed(visit, NOTE).as_deref(), Some("Not lost"));
        let (store, report) = shared.open(Role::Writer);
        app.reopen(store, report);
        assert_eq!(words(app), own("Ruth", "Not lost"));
        assert_eq!(typed(visit, NOTE), None);
    });
    owner.cleanup();
}

#[test]
fn nothing_is_held_on_to_where_the_record_is_gone() {
    story(|app| {
        let visit = begin(app);
        app.remove(id(), crate::i18n::msg::person_deleted("Ruth"));
        visit.note(NOTE, "Too late".to_owned());
        trust(visit);
        visit.save();
        assert!(stored(app).live().is_none());
    });
}

#[test]
fn a_record_is_made_by_the_first_change_and_not_by_looking() {
    story(|app| {
        let blank = Body::Person(Person::new(Name::cut("Asha")));
        let visit = Visit::begin_or_make(app, id(), fill, blank);
        visit.save();
        let is_there = || app.journal.with_untracked(|journal| journal.get(id()).is_some());
        assert!(!is_there());
        visit.note(NOTE, "New".to_owned());
        visit.save();
        assert_eq!(words(app), own("Asha", "New"));
        assert!(app.undo());
        assert!(app.journal.with_untracked(|journal| journal.person(id()).is_none()));
    });
}

fn is_there(app: AppState) -> bool {
    app.journal.with_untracked(|journal| journal.records().next().is_some())
}

#[test]
fn what_was_only_opened_leaves_nothing() {
    story(|app| {
        let blank = Body::Person(Person::new(Name::cut("Asha")));
        let new = app.open_blank(blank).expect("an id");
        let visit = Visit::begin(app, new, fill);
        let name = || untrack(|| visit.read(|body| Some(body.clone())));
        assert_eq!(name(), Some(Body::Person(Person::new(Name::cut("Asha")))), "it is shown");
        visit.note(NOTE, "  ".to_owned());
        visit.save();
        visit.change(|_| ());
        app.remove(new, crate::i18n::msg::person_deleted("Asha"));
        assert!(!is_there(app) && app.notices.current().get_untracked().is_none());
        // What was named before is nothing once another one was named.
        let next = app.open_blank(Body::Person(Person::new(Name::cut("Ben")))).expect("an id");
        assert!(untrack(|| Visit::begin(app, new, fill).read(|_| Some(()))).is_none());
        trust(Visit::begin(app, next, fill));
        assert!(
            app.journal.with_untracked(|it| it.person(next).is_some_and(|it| it.person.trusted))
        );
    });
}

#[test]
fn an_answer_makes_what_begins_with_it() {
    thread_local!(static N_MADE: std::cell::Cell<u8> = const { std::cell::Cell::new(0) });
    story(|app| {
        let new = app.open_blank(Body::Person(Person::new(Name::cut("Asha")))).expect("an id");
        let visit = Visit::begin(app, new, fill);
        visit.before_making(|app, _| {
            assert!(!is_there(app));
            N_MADE.set(N_MADE.get() + 1);
        });
        visit.answer(|_| ());
        trust(visit);
        visit.answer(|_| ());
        assert!(is_there(app));
        assert_eq!(N_MADE.get(), 1);
    });
}

#[test]
fn a_tab_that_may_not_write_opens_nothing_new() {
    story(|app| {
        app.access.set(Access::Follower);
        assert_eq!(app.open_blank(Body::Person(Person::new(Name::cut("Asha")))), None);
        assert!(app.notices.current().get_untracked().is_some(), "it is said");
    });
}
