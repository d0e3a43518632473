//! Nothing that was said to be kept gets lost, and nothing is said that is not so, in memory.

use crate::browser::{Browser, Mode, entry, id, put, story, words};
use leptos::prelude::*;
use satkarya::i18n::{Msg, t};
use satkarya::state::{Access, AppState, Home, NotBroughtIn, Saving, Unread};
use satkarya_core::journal::Earlier;
use satkarya_core::record::Body;
use satkarya_core::store::{KeyValue as _, MemoryStore, RecordChange, Role, ShardName, StorageKey};
use satkarya_core::text::Name;
use satkarya_core::time::Month;

/// Messages are made inside the app; a notice of it will do.
fn any_message() -> Msg {
    let app = Browser::default().window(Role::Writer);
    app.show_sample();
    app.remove_sample();
    app.notices.current().get_untracked().expect("a notice").message
}

fn notice(app: AppState) -> Option<Msg> {
    app.notices.current().get_untracked().map(|notice| notice.message)
}

fn clear(browser: &Browser) {
    *browser.store.0.borrow_mut() = MemoryStore::new();
}

#[test]
fn saving_again_after_a_clearing_brings_back_all_that_was_done_since() {
    story(|| {
        let browser = Browser::default();
        let app = browser.window(Role::Writer);
        put(app, 1, "first");
        put(app, 2, "second");
        put(app, 3, "dropped by undo");
        clear(&browser);
        assert!(app.undo(), "what was written last is taken back");
        app.put(id(1), Body::Entry(entry("first, and more")), Earlier::Kept);
        let mut starred = entry("second");
        starred.star = true;
        app.put(id(2), Body::Entry(starred), Earlier::Replaced);
        put(app, 4, "new");
        app.remove(id(4), any_message());
        app.add_person(Name::new("Asha").expect("a name")).expect("there is room");
        let file = {
            let other = Browser::default().window(Role::Writer);
            put(other, 9, "from a file");
            other.backup_text()
        };
        let incoming = app.look_into(file.as_bytes()).expect("the file is good");
        let refused = app.bring_in(incoming.clone());
        assert_eq!(
            refused,
            Err(NotBroughtIn::NotSaved(Saving::Cleared)),
            "and nothing of it is here"
        );
        assert_eq!(words(app), ["first, and more", "second"]);
        assert_eq!(app.saving.get_untracked(), Saving::Cleared);

        app.save_again();
        assert_eq!(app.saving.get_untracked(), Saving::Saved);
        assert_eq!(app.bring_in(incoming), Ok(1));
        for window in [app, browser.window(Role::Writer), browser.window_without_log()] {
            let mut found = words(window);
            found.sort();
            assert_eq!(found, ["first, and more", "from a file", "second"]);
            window.journal.with_untracked(|journal| {
                assert!(journal.entry(id(2)).expect("an entry").entry.star);
                assert_eq!(journal.people().len(), 1);
                assert_eq!(journal.bin().len(), 1);
            });
        }
    });
}

#[test]
fn what_was_refused_is_not_lost_when_the_store_is_opened_again() {
    story(|| {
        let browser = Browser::default();
        let app = browser.window(Role::Writer);
        put(app, 1, "first");
        clear(&browser);
        put(app, 2, "refused");
        assert_eq!(app.saving.get_untracked(), Saving::Cleared);
        let (store, report) = browser.open_store(Role::Writer);
        app.reopen(store, report);
        assert_eq!(words(app), ["first", "refused"]);
        assert_eq!(words(browser.window(Role::Writer)), ["first", "refused"]);
    });
}

/// The bytes of a browser, and the records that a window shows.
fn picture(browser: &Browser, app: AppState) -> (MemoryStore, Vec<String>) {
    (browser.store.0.borrow().clone(), words(app))
}

#[test]
fn a_window_that_moved_changes_nothing_and_claims_nothing() {
    story(|| {
        let browser = Browser::default();
        let app = browser.window(Role::Writer);
        put(app, 1, "kept");
        put(app, 2, "in the bin");
        app.remove(id(2), any_message());
        app.give_way();
        let before = picture(&browser, app);
        let claim = any_message();
        app.notices.show(claim.clone(), None);
        app.remove(id(1), claim.clone());
        assert_ne!(notice(app), Some(claim.clone()), "the removal is not told as done");
        assert!(!app.restore(id(2)));
        assert!(!app.erase(&[id(2)]));
        assert!(!app.undo());
        app.notices.show(any_message(), None);
        app.show_undo(claim);
        assert!(notice(app).is_some_and(|message| message == any_message()));
        assert_eq!(app.access.get_untracked(), Access::Moved);
        assert_eq!(picture(&browser, app), before);
    });
}

#[test]
fn a_window_that_learns_only_by_saving_that_another_one_wrote_shows_what_is_stored() {
    story(|| {
        let browser = Browser::default();
        let app = browser.window(Role::Writer);
        put(app, 1, "kept");
        // Another window takes the writing by force, unheard by this one.
        put(browser.window(Role::Writer), 2, "by the other one");
        let claim = any_message();
        app.remove(id(1), claim.clone());
        assert_eq!(app.access.get_untracked(), Access::Moved);
        assert_ne!(notice(app), Some(claim));
        assert_eq!(words(app), ["kept"]);
        assert!(!app.erase(&[id(1)]));
        assert_eq!(words(browser.window(Role::Writer)), ["kept", "by the other one"]);
    });
}

/// Refuses what a window does, and then takes it again: the store is away for that long.
fn while_away(browser: &Browser, act: impl FnOnce()) {
    let disk = browser.store.0.borrow().clone();
    clear(browser);
    act();
    *browser.store.0.borrow_mut() = disk;
}

#[test]
fn what_was_refused_becomes_a_draft_when_the_window_gives_way_and_the_rest_waits() {
    story(|| {
        let browser = Browser::default();
        let app = browser.window(Role::Writer);
        put(app, 1, "before");
        while_away(&browser, || put(app, 2, "refused"));
        assert_eq!(app.saving.get_untracked(), Saving::Cleared);
        app.give_way();
        assert!(app.only_here.get_untracked().is_nothing(), "the window may be closed");
        assert_eq!(app.saving.get_untracked(), Saving::Follower);
        assert_eq!(browser.window(Role::Follower).drafts.get_untracked().len(), 1);

        let app = browser.window(Role::Writer);
        while_away(&browser, || {
            put(app, 3, "refused as well");
            app.remove(id(1), any_message());
            app.add_person(Name::new("Asha").expect("a name"));
        });
        app.give_way();
        assert!(!app.only_here.get_untracked().is_nothing(), "closing would lose something");
        assert_eq!(app.saving.get_untracked(), Saving::HereOnly);
        let (store, report) = browser.open_store(Role::Writer);
        app.reopen(store, report);
        assert!(app.only_here.get_untracked().is_nothing());
        for window in [app, browser.window(Role::Writer)] {
            assert!(!words(window).contains(&"before".to_owned()), "its deletion came through");
            assert_eq!(window.journal.with_untracked(|it| it.people().len()), 1);
        }
    });
}

#[test]
fn a_store_that_is_gone_on_reopening_is_not_replaced_by_one_that_forgets() {
    story(|| {
        let browser = Browser::default();
        for role in [Role::Writer, Role::Follower] {
            let app = browser.window(role);
            put(app, 1, "kept");
            let (nowhere, report) = Browser::default().open_store(Role::Writer);
            app.reopen_in(Home::MemoryOnly, nowhere, report);
            assert_eq!(app.access.get_untracked(), Access::NoStore);
            assert_eq!(words(app), ["kept"], "what was read stays on screen");
            browser.store.2.set(true);
            *browser.log.mode.borrow_mut() = Mode::Fails;
            put(app, 2, "nowhere");
            assert_eq!(app.saving.get_untracked(), Saving::HereOnly, "and is not called saved");
            assert!(t(app.unsaved_words()).contains("would not store"));
            browser.store.2.set(false);
            *browser.log.mode.borrow_mut() = Mode::AtOnce;
            let before = picture(&browser, app);
            app.remove(id(1), any_message());
            assert_eq!(picture(&browser, app), before);
        }
        // What only this window has does not give way to a store that is there after all.
        let app = browser.window_in_memory();
        put(app, 3, "in memory");
        let (store, report) = browser.open_store(Role::Writer);
        app.reopen_in(Home::Stored, store, report);
        assert_eq!(
            (words(app), app.access.get_untracked()),
            (vec!["in memory".to_owned()], Access::Writer)
        );
    });
}

#[test]
fn continuing_here_can_be_asked_again_when_it_was_refused() {
    story(|| {
        let browser = Browser::default();
        put(browser.window(Role::Writer), 1, "kept");
        for moved in [false, true] {
            let app = browser.window(if moved { Role::Writer } else { Role::Follower });
            if moved {
                app.give_way();
            }
            app.take_over();
            assert!(app.taking.get_untracked());
            let (store, report) = browser.open_store(Role::Follower);
            app.reopen(store, report);
            assert_eq!(
                (app.access.get_untracked(), app.taking.get_untracked()),
                (Access::Follower, false)
            );
        }
    });
}

#[test]
fn a_deletion_in_a_window_that_was_overtaken_is_not_called_a_draft() {
    story(|| {
        let browser = Browser::default();
        let app = browser.window(Role::Writer);
        put(app, 1, "kept");
        put(browser.window(Role::Writer), 2, "by the other one");
        app.remove(id(1), any_message());
        assert_eq!(app.saving.get_untracked(), Saving::Saved, "nothing was changed since");
        assert_eq!(app.with_store(|store| store.drafts().map(|it| it.len())), Some(Ok(0)));

        let app = browser.window(Role::Writer);
        put(browser.window(Role::Writer), 3, "by the other one");
        put(app, 4, "written into nothing");
        assert_eq!(app.saving.get_untracked(), Saving::Follower, "of an entry there is a draft");
        assert_eq!(app.with_store(|store| store.drafts().map(|it| it.len())), Some(Ok(1)));
    });
}

#[test]
fn an_unreadable_part_is_not_given_up_by_a_window_that_moved() {
    story(|| {
        let browser = Browser::default();
        let app = browser.window(Role::Writer);
        put(app, 1, "words");
        app.add_person(Name::new("Asha").expect("a name")).expect("there is room");
        let keys = browser.store.keys().expect("memory can be asked");
        let is_month = |key: &&String| {
            matches!(key.parse(), Ok(StorageKey::Part(_))) && !key.contains("profile")
        };
        let key = keys.iter().find(is_month).expect("a month");
        browser.store.clone().set(key, "SK1|broken").expect("memory takes everything");
        browser.log.snapshot.borrow_mut().items.clear();
        let app = browser.window(Role::Writer);
        let part = app.damaged_parts().get_untracked().first().expect("a damaged part").name;
        app.give_way();
        assert!(!app.give_up(part));
        assert_eq!(browser.store.get(key), Ok(Some("SK1|broken".to_owned())));
    });
}

#[test]
fn a_file_can_be_taken_out_again_however_much_was_done_since() {
    story(|| {
        let browser = Browser::default();
        let app = browser.window(Role::Writer);
        let other = Browser::default().window(Role::Writer);
        for n in 100..103 {
            put(other, n, "from a file");
        }
        let incoming = app.look_into(other.backup_text().as_bytes()).expect("the file is good");
        assert_eq!(app.bring_in(incoming), Ok(3));
        for n in 1..=60 {
            put(app, n, "mine");
        }
        app.put(id(101), Body::Entry(entry("changed since")), Earlier::Kept);
        assert_eq!(app.undo_bringing_in(), Some(1), "one was changed since and stays");
        assert_eq!(app.brought_in.get_untracked(), None);
        assert_eq!(words(browser.window(Role::Writer)).len(), 61);
        let mut steps = 0;
        while app.undo() {
            steps += 1;
        }
        assert_eq!(steps, 50);
    });
}

#[test]
fn an_erasure_that_was_interrupted_ends_where_there_is_no_log() {
    story(|| {
        let browser = Browser::default();
        let app = browser.window_without_log();
        put(app, 1, "words");
        assert_eq!(app.erase_everything(|_| ()), Ok(()));
        // The window closes before the erasure ends.
        let next = browser.window_without_log();
        assert_eq!(next.access.get_untracked(), Access::Writer);
        put(next, 2, "begun anew");
        assert_eq!(words(browser.window_without_log()), ["begun anew"]);
    });
}

#[test]
fn an_erasure_that_waits_for_the_log_says_so_and_promises_nothing() {
    story(|| {
        let browser = Browser::default();
        let app = browser.window(Role::Writer);
        put(app, 1, "words");
        *browser.log.mode.borrow_mut() = Mode::Fails;
        assert_eq!(app.erase_everything(|_| ()), Ok(()));
        let next = browser.window(Role::Writer);
        assert_eq!(next.access.get_untracked(), Access::Erasing);
        put(next, 2, "too early");
        assert_eq!(next.saving.get_untracked(), Saving::Refused);
        assert_eq!(words(next), [] as [&str; 0]);
    });
}

#[test]
fn a_log_that_comes_late_gives_back_what_it_has_and_takes_nothing_away() {
    story(|| {
        let browser = Browser::default();
        let app = browser.window(Role::Writer);
        put(app, 1, "before");
        let flushed = browser.store.0.borrow().clone();
        for n in 2..6 {
            put(app, n, "called saved");
        }
        *browser.store.0.borrow_mut() = flushed;

        let app = browser.window_before_log();
        assert_eq!(words(app), ["before"]);
        put(app, 9, "written meanwhile");
        assert_eq!(app.saving.get_untracked(), Saving::SavedSlow);
        *browser.log.mode.borrow_mut() = Mode::AtOnce;
        let (store, report) = browser.open_store(Role::Writer);
        app.reopen(store, report);
        assert_eq!(app.saving.get_untracked(), Saving::Saved);
        for window in [app, browser.window(Role::Writer), browser.window_without_log()] {
            let mut found = words(window);
            found.sort();
            let saved = ["called saved"; 4];
            assert_eq!(found, [&["before"], &saved[..], &["written meanwhile"]].concat());
        }
    });
}

#[test]
fn what_was_refused_first_is_not_lost_to_a_log_that_comes_late() {
    for again in [AppState::save_again as fn(AppState), |app| put(app, 8, "written next")] {
        story(|| {
            let browser = Browser::default();
            let app = browser.window(Role::Writer);
            put(app, 1, "before");
            let flushed = browser.store.0.borrow().clone();
            (2..6).for_each(|n| put(app, n, "called saved"));
            *browser.store.0.borrow_mut() = flushed;

            let app = browser.window_before_log();
            let disk = browser.store.0.borrow().clone();
            clear(&browser);
            put(app, 9, "written meanwhile");
            assert_eq!(app.saving.get_untracked(), Saving::Cleared);
            *browser.store.0.borrow_mut() = disk;
            again(app);
            assert_eq!(app.saving.get_untracked(), Saving::SavedSlow);
            *browser.log.mode.borrow_mut() = Mode::AtOnce;
            let (store, report) = browser.open_store(Role::Writer);
            app.reopen(store, report);
            for window in [app, browser.window(Role::Writer)] {
                let found = words(window);
                assert!(found.contains(&"written meanwhile".to_owned()), "{found:?}");
                assert_eq!(found.iter().filter(|it| *it == "called saved").count(), 4);
            }
        });
    }
}

#[test]
fn two_windows_set_preferences_and_each_keeps_what_the_other_set() {
    story(|| {
        let browser = Browser::default();
        let (one, two) = (browser.window(Role::Writer), browser.window(Role::Follower));
        one.set_prefs(|prefs| prefs.set_region("in"));
        two.set_prefs(|prefs| prefs.set_no_reminder(true.into()));
        one.read_prefs();
        for window in [one, two, browser.window(Role::Writer)] {
            window.prefs.with_untracked(|prefs| {
                assert_eq!(prefs.region(), Some("in"));
                assert!(prefs.no_reminder().is_on());
            });
        }
        // What was erased elsewhere does not come back with the next setting.
        browser.store.clone().remove("sk1.u").expect("memory can be written");
        two.set_prefs(|prefs| prefs.set_put_away("asked", "2026-11-24".parse().expect("a day")));
        assert_eq!(two.prefs.with_untracked(|prefs| prefs.region().map(str::to_owned)), None);
    });
}

#[test]
fn the_bin_is_emptied_after_thirty_days_and_forgotten_after_four_hundred() {
    story(|| {
        let browser = Browser::default();
        let app = browser.window(Role::Writer);
        put(app, 1, "stays");
        put(app, 2, "goes");
        app.remove(id(2), any_message());
        let later = |days: u64| crate::browser::NOW + days * 24 * 60 * 60 * 1000;
        let open = |days, role| {
            let app = browser.window_at(role, later(days));
            app.sweep();
            assert_eq!(words(app), ["stays"]);
            app.sweep();
            app
        };
        let in_bin = |app: AppState| app.journal.with_untracked(|journal| journal.bin().len());
        assert_eq!(in_bin(open(29, Role::Writer)), 1);
        assert_eq!(in_bin(open(31, Role::Follower)), 1, "only the writer empties it");
        let app = open(31, Role::Writer);
        assert_eq!(in_bin(app), 0);
        assert_eq!(app.saving.get_untracked(), Saving::Idle, "nobody did anything");
        assert!(!app.undo());
        let next = browser.window_at(Role::Writer, later(32));
        assert_eq!(words(next), ["stays"]);
        assert_eq!(in_bin(next), 0);
        let known =
            |app: AppState| app.journal.with_untracked(|journal| journal.get(id(2)).is_some());
        assert!(known(next), "that it was erased is remembered");
        assert!(!known(open(402, Role::Writer)));
        assert!(!known(open(1, Role::Writer)), "for good");
    });
}

#[test]
fn what_cannot_be_read_is_counted() {
    story(|| {
        let browser = Browser::default();
        let app = browser.window(Role::Writer);
        put(app, 1, "words");
        app.add_person(Name::new("Asha").expect("a name")).expect("there is room");
        let mut other = entry("another month");
        other.when.day = "2026-09-24".parse().expect("a day");
        app.put(id(2), Body::Entry(other), Earlier::Kept);
        assert_eq!(app.left_out(), Unread::default());
        let (mut store, _) = browser.open_store(Role::Writer);
        let shard = ShardName::Month(Month::new(2026, 11).expect("a month"));
        let json = Some("{\"of\":\"another shape\"}");
        let _ = store.put_records(&[RecordChange { shard, id: "odd", json }]).expect("it is taken");

        *browser.store.1.borrow_mut() = Some("sk1.s.2026-09.1".to_owned());
        let app = browser.window(Role::Writer);
        assert_eq!(words(app), ["words"]);
        assert_eq!(app.left_out(), Unread { n_parts: 1, n_unreached: 0, n_records: 1 });
    });
}
