//! The state on stores in memory: saving, undo, drafts, tabs and full stores, natively.

use crate::browser::{Browser, Mode, entry, id, put, story, words};
use leptos::prelude::*;
use satkarya::state::{Access, Erased, NoticeAct, Saving};
use satkarya_core::diary::Entry;
use satkarya_core::journal::Earlier;
use satkarya_core::rating::Mood;
use satkarya_core::record::Body;
use satkarya_core::store::{KeyValue, MemoryStore, Role};

#[test]
fn saved_is_said_only_when_both_stores_have_it() {
    story(|| {
        let browser = Browser::default();
        let app = browser.window(Role::Writer);
        *browser.log.mode.borrow_mut() = Mode::Later;
        put(app, 1, "words");
        assert_eq!(app.saving.get_untracked(), Saving::Saving);
        browser.log.catch_up();
        assert_eq!(app.saving.get_untracked(), Saving::Saved);

        *browser.log.mode.borrow_mut() = Mode::Fails;
        put(app, 1, "more words");
        assert_eq!(app.saving.get_untracked(), Saving::SavedSlow);
        assert_eq!(words(browser.window(Role::Writer)), ["more words"]);
    });
}

#[test]
fn only_the_latest_save_decides_what_is_said() {
    story(|| {
        let browser = Browser::default();
        let app = browser.window(Role::Writer);
        *browser.log.mode.borrow_mut() = Mode::Later;
        put(app, 1, "first");
        *browser.log.mode.borrow_mut() = Mode::Fails;
        put(app, 2, "second");
        assert_eq!(app.saving.get_untracked(), Saving::SavedSlow);
        browser.log.catch_up();
        assert_eq!(app.saving.get_untracked(), Saving::SavedSlow);
    });
}

#[test]
fn a_store_that_was_not_flushed_is_brought_back_from_the_log() {
    story(|| {
        let browser = Browser::default();
        let app = browser.window(Role::Writer);
        put(app, 1, "before");
        let flushed = browser.store.0.borrow().clone();
        put(app, 2, "lost by localStorage");
        *browser.store.0.borrow_mut() = flushed;
        assert_eq!(words(browser.window(Role::Writer)), ["before", "lost by localStorage"]);
    });
}

#[test]
fn a_full_store_loses_nothing_and_says_so() {
    story(|| {
        let browser = Browser::with_capacity(260_000);
        let app = browser.window(Role::Writer);
        let mut noise = 1_u64;
        let mut long = || -> String {
            (0..20_000)
                .map(|_| {
                    noise = noise.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                    char::from_u32(0x4e00 + u32::try_from(noise >> 52).unwrap_or(0)).unwrap_or('x')
                })
                .collect()
        };
        let mut written = Vec::new();
        for n in 1..40 {
            let what = long();
            put(app, n, &what);
            written.push(what);
            if app.saving.get_untracked() == Saving::Full {
                break;
            }
        }
        assert_eq!(app.saving.get_untracked(), Saving::Full, "the redo log has it");
        assert_eq!(words(browser.window(Role::Writer)), written, "entries lost 0");

        *browser.log.mode.borrow_mut() = Mode::Fails;
        put(app, 99, &long());
        assert_eq!(app.saving.get_untracked(), Saving::FullHereOnly);
        println!("entries written into a full store: {}, lost 0", written.len());
    });
}

#[test]
fn deleting_is_undone_with_every_word() {
    story(|| {
        let browser = Browser::default();
        let app = browser.window(Role::Writer);
        put(app, 1, "words");
        app.remove(id(1), any_message());
        assert_eq!(words(app), [] as [&str; 0]);
        assert!(app.undo());
        assert_eq!(words(app), ["words"]);
        assert_eq!(words(browser.window(Role::Writer)), ["words"]);
    });
}

#[test]
fn the_way_of_a_mood_from_number_to_number_is_one_step() {
    story(|| {
        let browser = Browser::default();
        let app = browser.window(Role::Writer);
        let note = |n: u8, mood: u8, what: &str| {
            let entry = Entry { mood: Mood::try_from(mood).ok(), ..entry(what) };
            app.put_entry(id(n), &entry, Earlier::Replaced);
        };
        let mood_of =
            |n: u8| app.journal.with_untracked(|it| it.entry(id(n)).and_then(|it| it.entry.mood));
        // The arrow keys of the dial, then words, then the dial again.
        for mood in [0, 1, 2, 3] {
            note(1, mood, "");
        }
        note(1, 3, "words");
        note(1, 4, "words");
        note(1, 5, "words");
        assert!(app.undo());
        assert_eq!((words(app), mood_of(1).map(Mood::get)), (vec!["words".to_owned()], Some(3)));
        assert!(app.undo());
        assert_eq!(mood_of(1).map(Mood::get), Some(3), "the words went, the mood stays");
        assert!(app.undo());
        assert_eq!(mood_of(1), None, "the check-in as a whole");
        assert_eq!(app.undo_and_say(), None);
        // Two entries are two steps.
        note(1, 4, "");
        note(2, 4, "");
        assert!(app.undo());
        assert_eq!((mood_of(1).map(Mood::get), mood_of(2)), (Some(4), None));
    });
}

#[test]
fn a_notice_undoes_what_it_told_of_and_nothing_later() {
    story(|| {
        let browser = Browser::default();
        let app = browser.window(Role::Writer);
        put(app, 1, "deleted by mistake");
        app.remove(id(1), any_message());
        let offered = app.notices.current().get_untracked().and_then(|notice| notice.act);
        let Some(NoticeAct::Undo(step)) = offered else { panic!("{offered:?} is offered") };
        put(app, 2, "written since");
        assert!(app.undo_step(step));
        assert!(!app.undo_step(step), "once is enough");
        for window in [app, browser.window(Role::Writer)] {
            let mut words = words(window);
            words.sort();
            assert_eq!(words, ["deleted by mistake", "written since"]);
        }
    });
}

/// Messages are made inside the app; a notice of it will do.
fn any_message() -> satkarya::i18n::Msg {
    let browser = Browser::default();
    let app = browser.window(Role::Writer);
    app.show_sample();
    app.remove_sample();
    app.notices.current().get_untracked().expect("a notice").message
}

#[test]
fn erasing_leaves_no_word_behind_and_cannot_be_undone() {
    story(|| {
        let browser = Browser::default();
        let app = browser.window(Role::Writer);
        put(app, 1, "zebra seventy-seven");
        app.erase(&[id(1)]);
        assert!(!app.undo());
        assert_eq!(words(browser.window(Role::Writer)), [] as [&str; 0]);
    });
}

#[test]
fn an_erasure_that_a_killed_browser_undid_is_done_again_and_one_goes_on() {
    story(|| {
        let browser = Browser::default();
        let app = browser.window(Role::Writer);
        put(app, 1, "zebra");
        let before = browser.store.0.borrow().clone();
        assert_eq!(app.erase_everything(|logged| assert!(logged)), Ok(()));
        assert_eq!(app.end_erasing(true), Erased::All);
        // Nothing of it had reached the disk.
        *browser.store.0.borrow_mut() = before;
        let next = browser.window(Role::Writer);
        assert_eq!(next.access.get_untracked(), Access::Writer);
        assert_eq!(words(next), [] as [&str; 0]);
        put(next, 2, "begun anew");
        assert_eq!(words(browser.window(Role::Writer)), ["begun anew"]);
    });
}

#[test]
fn a_second_window_keeps_drafts_and_changes_nothing() {
    story(|| {
        let browser = Browser::default();
        let writer = browser.window(Role::Writer);
        put(writer, 1, "from the writer");
        let follower = browser.window(Role::Follower);
        assert_eq!(follower.access.get_untracked(), Access::Follower);
        assert_eq!(words(follower), ["from the writer"]);
        put(follower, 2, "from the follower");
        assert_eq!(follower.saving.get_untracked(), Saving::Follower);
        assert_eq!(words(follower), ["from the writer"]);

        let next = browser.window(Role::Writer);
        let drafts = next.drafts.get_untracked();
        assert_eq!(
            drafts.iter().map(|d| &*d.entry.what).collect::<Vec<_>>(),
            ["from the follower"]
        );
    });
}

#[test]
fn taking_over_reads_what_the_other_window_wrote() {
    story(|| {
        let browser = Browser::default();
        let first = browser.window(Role::Writer);
        let second = browser.window(Role::Follower);
        put(first, 1, "written meanwhile");
        first.give_way();
        let (store, report) = browser.open_store(Role::Writer);
        second.reopen(store, report);
        assert_eq!(second.access.get_untracked(), Access::Writer);
        put(second, 2, "and on");
        assert_eq!(words(second), ["written meanwhile", "and on"]);
    });
}

#[test]
fn drafts_wait_for_the_next_visit_until_they_are_saved() {
    story(|| {
        let browser = Browser::default();
        let app = browser.window(Role::Writer);
        app.keep_draft(id(1), &entry("half a sen"));
        assert_eq!(app.saving.get_untracked(), Saving::Draft);
        let next = browser.window(Role::Writer);
        let draft = next.drafts.get_untracked().pop().expect("a draft");
        assert_eq!(&*draft.entry.what, "half a sen");
        next.put(draft.id, Body::Entry(draft.entry.clone()), Earlier::Kept);
        next.drop_old_draft(&draft);
        assert_eq!(browser.window(Role::Writer).drafts.get_untracked(), []);
    });
}

#[test]
fn a_store_cleared_under_the_app_is_not_filled_with_an_empty_diary() {
    story(|| {
        let browser = Browser::default();
        let app = browser.window(Role::Writer);
        put(app, 1, "words");
        *browser.store.0.borrow_mut() = MemoryStore::new();
        put(app, 2, "more");
        assert_eq!(app.saving.get_untracked(), Saving::Cleared);
        assert_eq!(browser.store.keys().map(|keys| keys.len()), Ok(0));
        app.save_again();
        assert_eq!(app.saving.get_untracked(), Saving::Saved);
        assert_eq!(words(browser.window(Role::Writer)), ["words", "more"]);
    });
}

#[test]
fn the_sample_diary_leaves_nothing_in_the_store() {
    story(|| {
        let browser = Browser::default();
        let app = browser.window(Role::Writer);
        put(app, 1, "my own");
        app.show_sample();
        assert!(words(app).len() > 50);
        let next = browser.window(Role::Writer);
        assert!(words(next).len() > 50, "it is shown again at the next start");
        next.remove_sample();
        assert_eq!(words(next), ["my own"]);
        assert_eq!(words(browser.window(Role::Writer)), ["my own"]);
    });
}

#[test]
fn what_goes_along_with_a_record_is_one_step_with_it() {
    story(|| {
        let browser = Browser::default();
        let app = browser.window(Role::Writer);
        let sorted = |app| {
            let mut words = words(app);
            words.sort();
            words
        };
        put(app, 1, "moves away");
        app.put_along(id(1), Body::Entry(entry("is empty now")));
        assert_eq!(sorted(app), ["moves away"], "nothing happens before");
        put(app, 2, "moved here");
        assert_eq!(sorted(app), ["is empty now", "moved here"]);
        assert_eq!(sorted(browser.window(Role::Writer)), ["is empty now", "moved here"]);
        browser.take_over(app);
        assert!(!app.undo(), "the steps of before are gone with the store");

        app.put_along(id(1), Body::Entry(entry("is empty again")));
        put(app, 3, "moved again");
        assert_eq!(sorted(app), ["is empty again", "moved again", "moved here"]);
        assert!(app.undo());
        assert_eq!(sorted(app), ["is empty now", "moved here"], "both in one step");

        // Where the record was not put, nothing goes along with a later one.
        app.give_way();
        app.put_along(id(1), Body::Entry(entry("too late")));
        put(app, 4, "only a draft");
        browser.take_over(app);
        put(app, 5, "later");
        assert_eq!(sorted(app), ["is empty now", "later", "moved here"]);
    });
}
