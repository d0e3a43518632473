//! What is being typed, on stores in memory: which drafts are offered, and that none is lost.

#![allow(clippy::expect_used, reason = "helpers of a test file may stop on what they expect")]

mod browser;

use browser::{Browser, entry, id, put, story, words};
use leptos::prelude::*;
use satkarya::state::AppState;
use satkarya_core::diary::Entry;
use satkarya_core::journal::Earlier;
use satkarya_core::record::{Body, Record};
use satkarya_core::store::Role;

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
