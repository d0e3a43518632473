//! What another window wrote, or only the redo log still has, is not written over, in memory.

use crate::browser::{Browser, Mode, NOW, entry, id, put, story, words};
use leptos::prelude::*;
use satkarya::state::{AppState, Saving, Typing};
use satkarya_core::journal::Earlier;
use satkarya_core::record::Body;
use satkarya_core::store::{LogSnapshot, Role};

/// The earlier texts of an entry, the latest first.
fn earlier(app: AppState, n: u8) -> Vec<String> {
    while app.load_next() {}
    let record = app.journal.with_untracked(|journal| journal.get(id(n)).cloned());
    let versions = record.map(|record| record.versions.clone()).unwrap_or_default();
    let text = |body| match body {
        Body::Entry(entry) => entry.what.to_string(),
        other => format!("{other:?}"),
    };
    versions.into_iter().map(|version| text(version.body)).collect()
}

#[test]
fn going_on_in_a_window_keeps_what_another_one_wrote_meanwhile() {
    story(|| {
        let browser = Browser::default();
        let first = browser.window(Role::Writer);
        let typing = Typing::begin(first);
        typing.chosen(id(1), &entry("first"));
        first.give_way();
        let second = browser.window(Role::Writer);
        put(second, 1, "a long text of the second window");
        typing.chosen(id(1), &entry("first, with a feeling"));
        browser.take_over(first);
        typing.save();
        assert_eq!(words(first), ["first, with a feeling"]);
        assert_eq!(earlier(first, 1), ["a long text of the second window", "first"]);
        typing.chosen(id(1), &entry("first, with two"));
        assert_eq!(earlier(first, 1).len(), 2, "the sitting goes on");
    });
}

#[test]
fn a_draft_that_another_windows_change_overtook_becomes_an_earlier_version() {
    story(|| {
        let browser = Browser::default();
        let writer = browser.window(Role::Writer);
        put(writer, 1, "saved");
        let follower = browser.window(Role::Follower);
        follower.keep_draft(id(1), &entry("saved, and a paragraph"));
        let later = browser.window_at(Role::Writer, NOW + 5_000);
        later.put(id(1), Body::Entry(entry("saved!")), Earlier::Kept);
        let next = browser.window(Role::Writer);
        assert_eq!(words(next), ["saved!"]);
        assert_eq!(earlier(next, 1), ["saved, and a paragraph", "saved"]);
        let n_drafts = next.with_store(|store| store.drafts().map_or(0, |drafts| drafts.len()));
        assert_eq!(n_drafts, Some(0));
        assert_eq!(earlier(browser.window(Role::Writer), 1).len(), 2, "once");
    });
}

#[test]
fn a_draft_stays_until_the_log_has_what_a_full_store_did_not_take() {
    story(|| {
        let browser = Browser::default();
        let app = browser.window(Role::Writer);
        app.keep_draft(id(1), &entry("half a sen"));
        browser.store.2.set(true);
        *browser.log.mode.borrow_mut() = Mode::Later;
        assert!(app.put_entry(id(1), &entry("half a sentence"), Earlier::Kept));
        app.drop_draft(id(1));
        let drafts = || app.with_store(|store| store.drafts().map_or(0, |it| it.len()));
        assert_eq!(drafts(), Some(1), "it may be the only copy");
        browser.log.catch_up();
        assert_eq!((app.saving.get_untracked(), drafts()), (Saving::Full, Some(0)));
    });
}

#[test]
fn a_draft_that_is_taken_up_stays_until_the_log_has_it_too() {
    story(|| {
        let browser = Browser::default();
        browser.window(Role::Writer).keep_draft(id(1), &entry("of an earlier visit"));
        let app = browser.window(Role::Writer);
        let draft = untrack(|| app.open_drafts()).pop().expect("a draft is offered");
        browser.store.2.set(true);
        *browser.log.mode.borrow_mut() = Mode::Later;
        app.take_up(&draft);
        let drafts = || app.with_store(|store| store.drafts().map_or(0, |it| it.len()));
        assert_eq!((words(app), drafts()), (vec!["of an earlier visit".to_owned()], Some(1)));
        browser.log.catch_up();
        assert_eq!(drafts(), Some(0));
    });
}

#[test]
fn what_only_the_log_has_is_joined_with_what_was_saved_without_it() {
    story(|| {
        let browser = Browser::default();
        let app = browser.window(Role::Writer);
        put(app, 1, "first");
        put(app, 2, "second");
        // The browser is killed, and localStorage has only the beginning.
        let behind = browser.store.0.borrow().clone();
        put(app, 1, "first, made longer and saved");
        put(app, 3, "third");
        *browser.store.0.borrow_mut() = behind;
        let alone = browser.window_without_log();
        put(alone, 2, "second, changed without the log");
        put(alone, 4, "fourth");
        let expected = |app: AppState| {
            let mut words = words(app);
            words.sort();
            assert_eq!(
                words,
                [
                    "first, made longer and saved",
                    "fourth",
                    "second, changed without the log",
                    "third"
                ]
            );
        };
        expected(browser.window(Role::Writer));
        expected(browser.window_without_log());
        *browser.store.0.borrow_mut() = satkarya_core::store::MemoryStore::new();
        expected(browser.window(Role::Writer));
        assert_ne!(*browser.log.snapshot.borrow(), LogSnapshot::default());
    });
}
