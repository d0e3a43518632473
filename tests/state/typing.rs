//! What is being typed, on stores in memory: which drafts are offered, and that none is lost.

use crate::browser::{Browser, Mode, entry, id, put, story, words};
use leptos::prelude::*;
use satkarya::i18n::t;
use satkarya::state::{Access, AppState, Saving, Typing};
use satkarya_core::diary::Entry;
use satkarya_core::journal::Earlier;
use satkarya_core::people::Person;
use satkarya_core::record::{Body, Record};
use satkarya_core::store::{MemoryStore, Role};
use satkarya_core::text::Name;

/// The words of the drafts that are offered.
fn offered(app: AppState) -> Vec<String> {
    let drafts = untrack(|| app.open_drafts());
    drafts.iter().map(|draft| draft.entry.what.to_string()).collect()
}

fn entry_of(day: &str, what: &str) -> Entry {
    let mut entry = entry(what);
    entry.when.day = day.parse().expect("a day");
    entry
}

fn record(app: AppState, n: u8) -> Record {
    app.journal
        .with_untracked(|journal| journal.get(id(n)).map(|record| Record::clone(record)))
        .expect("a record")
}

/// A browser with an entry of four months ago, changed once, and newer ones before it.
fn long_diary() -> Browser {
    let browser = Browser::default();
    let app = browser.window(Role::Writer);
    for (n, day) in [(1, "2026-07-02"), (2, "2026-09-02"), (3, "2026-10-02"), (4, "2026-11-02")] {
        app.put(id(n), Body::Entry(entry_of(day, "first")), Earlier::Kept);
    }
    app.put(id(1), Body::Entry(entry_of("2026-07-02", "second")), Earlier::Kept);
    browser
}

#[test]
fn a_draft_of_an_older_entry_is_offered_once_its_month_is_there() {
    story(|| {
        let browser = long_diary();
        let typing = browser.window(Role::Writer);
        while typing.load_next() {}
        typing.keep_draft(id(1), &entry_of("2026-07-02", "third"));
        let next = browser.window(Role::Writer);
        assert_eq!(offered(next), [] as [&str; 0], "whether it is a new one is not known yet");
        while next.load_next() {}
        assert_eq!(offered(next), ["third"]);

        let before = record(next, 1);
        let draft = untrack(|| next.open_drafts()).pop().expect("a draft");
        next.take_up(&draft);
        let after = record(next, 1);
        assert_eq!((after.created, after.versions.len()), (before.created, 2));
        assert_eq!(after.entry().map(|entry| &*entry.what), Some("third"));
        assert_eq!(offered(next), [] as [&str; 0]);
    });
}

#[test]
fn a_draft_of_an_entry_that_was_never_saved_is_offered_once_everything_is_there() {
    story(|| {
        let browser = long_diary();
        browser.window(Role::Writer).keep_draft(id(9), &entry("half a sen"));
        let next = browser.window(Role::Writer);
        assert_eq!(offered(next), [] as [&str; 0]);
        while next.load_next() {}
        assert_eq!(offered(next), ["half a sen"]);
    });
}

#[test]
fn a_window_that_may_not_write_leaves_a_draft_where_the_form_finds_it() {
    story(|| {
        let browser = Browser::default();
        let writer = browser.window(Role::Writer);
        put(writer, 1, "saved");
        writer.keep_draft(id(2), &entry("half a sen"));
        let follower = browser.window(Role::Follower);
        let draft = untrack(|| follower.open_drafts()).pop().expect("a draft");
        follower.take_up(&draft);
        assert_eq!(offered(follower), ["half a sen"]);
        assert_eq!(words(browser.window(Role::Writer)), ["saved"]);
    });
}

/// Number of drafts that are kept, offered or not.
fn n_kept(app: AppState) -> usize {
    app.with_store(|store| store.drafts().map_or(0, |drafts| drafts.len())).unwrap_or_default()
}

#[test]
fn what_was_noted_in_a_window_that_looks_on_is_saved_when_it_may_write() {
    story(|| {
        let browser = Browser::default();
        let app = browser.window(Role::Follower);
        let typing = Typing::begin(app);
        typing.chosen(id(1), &entry("first"));
        typing.chosen(id(1), &entry("first, and more"));
        typing.chosen(id(2), &entry("second"));
        assert_eq!((app.saving.get_untracked(), n_kept(app)), (Saving::Follower, 2));
        assert!(!app.flush(), "it is not saved, and says so");
        assert_eq!(n_kept(app), 2, "no record has taken the place of the drafts");

        browser.take_over(app);
        assert_eq!(offered(app), [] as [&str; 0], "the page that holds them saves them");
        typing.save();
        assert_eq!((words(app).len(), n_kept(app), app.flush()), (2, 0, true));
        assert!(words(app).contains(&"first, and more".to_owned()));
    });
}

#[test]
fn what_a_page_that_is_gone_could_not_save_is_offered() {
    story(|| {
        let browser = Browser::default();
        let app = browser.window(Role::Follower);
        let page = Owner::new();
        page.with(|| Typing::begin(app).chosen(id(1), &entry("noted")));
        assert_eq!(offered(app), [] as [&str; 0]);
        page.cleanup();
        assert_eq!(offered(app), ["noted"]);

        browser.take_over(app);
        assert_eq!(offered(app), ["noted"]);
        app.take_up(&untrack(|| app.open_drafts()).pop().expect("a draft"));
        assert_eq!((words(app), n_kept(app)), (vec!["noted".to_owned()], 0));
        assert_eq!(offered(app), [] as [&str; 0]);
    });
}

#[test]
fn the_same_words_kept_by_two_tabs_are_offered_once_and_let_go_together() {
    story(|| {
        let browser = Browser::default();
        browser.window(Role::Writer).keep_draft(id(1), &entry("half a sen"));
        let app = browser.window(Role::Follower);
        let page = Owner::new();
        page.with(|| Typing::begin(app).chosen(id(1), &entry("half a sen")));
        page.cleanup();
        assert_eq!((offered(app), n_kept(app)), (vec!["half a sen".to_owned()], 2));
        app.drop_old_draft(&untrack(|| app.open_drafts()).pop().expect("a draft"));
        assert_eq!((offered(app), n_kept(app)), (vec![], 0));
    });
}

#[test]
fn what_the_store_refuses_stays_a_draft_until_it_is_taken() {
    story(|| {
        let browser = Browser::default();
        let app = browser.window(Role::Writer);
        put(app, 1, "before");
        let typing = Typing::begin(app);
        *browser.store.0.borrow_mut() = MemoryStore::new();
        typing.chosen(id(2), &entry("words"));
        assert_eq!((app.saving.get_untracked(), n_kept(app)), (Saving::Cleared, 1));
        app.save_again();
        typing.save();
        assert_eq!((app.saving.get_untracked(), n_kept(app)), (Saving::Saved, 0));
    });
}

#[test]
fn a_draft_is_called_kept_only_when_a_store_has_it() {
    for (role, word) in [(Role::Writer, Saving::Draft), (Role::Follower, Saving::Follower)] {
        story(|| {
            let browser = Browser::default();
            let app = browser.window(role);
            browser.store.2.set(true);
            *browser.log.mode.borrow_mut() = Mode::Later;
            app.keep_draft(id(1), &entry("half a sen"));
            assert_eq!(app.saving.get_untracked(), Saving::Saving, "nobody has it yet");
            browser.log.catch_up();
            assert_eq!(app.saving.get_untracked(), word, "the log has it");
            *browser.log.mode.borrow_mut() = Mode::Fails;
            app.keep_draft(id(1), &entry("half a sentence"));
            assert_eq!(app.saving.get_untracked(), Saving::HereOnly);
            assert!(!app.only_here.get_untracked().is_nothing());
            assert!(!t(app.unsaved_words()).contains("draft"));
            browser.store.2.set(false);
            app.keep_draft(id(1), &entry("half a sentence"));
            assert_eq!(app.saving.get_untracked(), word);
            assert!(app.only_here.get_untracked().is_nothing());
        });
    }
    story(|| {
        let app = Browser::default().window_in_memory();
        app.keep_draft(id(1), &entry("half a sen"));
        assert_eq!(app.saving.get_untracked(), Saving::MemoryOnly, "it goes with the window");
    });
}

#[test]
fn an_answer_that_comes_late_says_nothing_of_what_was_done_since() {
    story(|| {
        let browser = Browser::default();
        let app = browser.window(Role::Writer);
        browser.store.2.set(true);
        *browser.log.mode.borrow_mut() = Mode::Later;
        app.keep_draft(id(1), &entry("half a sen"));
        browser.store.2.set(false);
        put(app, 1, "half a sentence");
        assert_eq!(app.saving.get_untracked(), Saving::Saving);
        browser.log.catch_up();
        assert_eq!(app.saving.get_untracked(), Saving::Saved);
    });
}

#[test]
fn words_fit_the_reason_why_nothing_is_saved() {
    story(|| {
        let said = |access: Access| {
            let app = Browser::default().window(Role::Writer);
            app.access.set(access);
            put(app, 1, "words");
            let entry = (n_kept(app), app.saving.get_untracked(), t(app.unsaved_words()));
            app.put(id(2), Body::Person(Person::new(Name::cut("Ruth"))), Earlier::Kept);
            let notice = app.notices.current().get_untracked().map(|it| t(it.message));
            (entry, notice)
        };
        for access in [Access::Follower, Access::Moved] {
            let ((n, saving, words), notice) = said(access);
            assert_eq!((n, saving), (1, Saving::Follower));
            assert!(words.contains("Continue here"), "{words}");
            assert!(notice.is_some_and(|it| it.contains("Continue here")));
        }
        let ((n, saving, words), notice) = said(Access::NewerData);
        assert_eq!((n, saving), (1, Saving::Draft));
        assert!(!words.contains("Continue here"), "{words}");
        assert!(notice.is_some_and(|it| !it.contains("Continue here")));
        let ((n, saving, words), _) = said(Access::Erasing);
        assert_eq!((n, saving), (0, Saving::Refused));
        assert!(!words.contains("draft"), "{words}");
    });
}

#[test]
fn a_person_is_not_said_to_be_kept_where_nothing_of_them_is() {
    story(|| {
        let app = Browser::default().window(Role::Follower);
        app.put(id(1), Body::Person(Person::new(Name::cut("Ruth"))), Earlier::Kept);
        let said = app.notices.current().get_untracked().expect("a notice");
        assert!(t(said.message).starts_with("Not saved."));
        assert_eq!(n_kept(app), 0);
    });
}

#[test]
fn erasing_an_entry_takes_its_drafts_along_whichever_tab_kept_them() {
    story(|| {
        let browser = Browser::default();
        browser.window(Role::Follower).keep_draft(id(1), &entry("zebra"));
        let app = browser.window(Role::Writer);
        put(app, 1, "zebra");
        app.keep_draft(id(1), &entry("zebra seventy"));
        app.keep_draft(id(2), &entry("something else"));
        app.erase(&[id(1)]);
        assert_eq!(n_kept(app), 1);
        let next = browser.window(Role::Writer);
        assert_eq!((offered(next), n_kept(next)), (vec!["something else".to_owned()], 1));
    });
}

#[test]
fn a_start_forgets_the_drafts_that_their_entries_overtook_and_no_other() {
    story(|| {
        let browser = long_diary();
        // The month of the entry is not in this window, which cannot know that it came first.
        browser.window(Role::Follower).keep_draft(id(1), &entry_of("2026-07-02", "overtaken"));
        browser.window(Role::Follower).keep_draft(id(9), &entry("never saved"));
        let follower = browser.window(Role::Follower);
        while follower.load_next() {}
        assert_eq!(n_kept(follower), 2, "only a writer tidies up");
        let next = browser.window(Role::Writer);
        assert_eq!(n_kept(next), 2, "not all is in memory");
        while next.load_next() {}
        assert_eq!((offered(next), n_kept(next)), (vec!["never saved".to_owned()], 1));
    });
}
