//! What cannot be read, what is removed for good, and what is shown of the store, in memory.

use std::cell::Cell;
use std::rc::Rc;

use crate::browser::{Browser, Mode, id, put, story, words};
use leptos::prelude::*;
use satkarya::state::{Access, AppState, Erased, Saving, Typing};
use satkarya_core::store::{KeyValue as _, LogSnapshot, Role, StorageKey};
use satkarya_core::text::Name;

/// The keys of the parts of a store.
fn parts(browser: &Browser) -> Vec<String> {
    let keys = browser.store.keys().expect("memory can be asked");
    let is_part = |key: &String| matches!(key.parse(), Ok(StorageKey::Part(_)));
    keys.into_iter().filter(is_part).collect()
}

/// A browser with one entry and one own word whose entries were damaged, and the key of the part.
fn damaged() -> (Browser, String) {
    let browser = Browser::default();
    let app = browser.window(Role::Writer);
    put(app, 1, "words");
    app.add_person(Name::new("Asha").expect("a name")).expect("there is room");
    let part = parts(&browser).into_iter().find(|key| !key.contains("profile"));
    let part = part.expect("the month has a part");
    browser.store.clone().set(&part, "SK1|broken").expect("memory takes everything");
    // The second copy is gone as well.
    *browser.log.snapshot.borrow_mut() = LogSnapshot::default();
    (browser, part)
}

#[test]
fn a_damaged_part_is_listed_kept_and_given_up_only_on_word() {
    story(|| {
        let (browser, key) = damaged();
        let app = browser.window(Role::Writer);
        assert_eq!(words(app), [] as [&str; 0]);
        let parts = app.damaged_parts().get_untracked();
        let [part] = parts.as_slice() else { unreachable!("one part is damaged: {parts:?}") };
        assert!(part.has_bytes);
        assert_eq!(app.key_of(part.name), key);

        put(app, 2, "written since");
        assert_eq!(app.saving.get_untracked(), Saving::Saved);
        assert_eq!(browser.store.get(&key), Ok(Some("SK1|broken".to_owned())));
        assert_eq!(words(browser.window(Role::Writer)), ["written since"]);

        assert!(app.give_up(part.name));
        assert_eq!(app.damaged_parts().get_untracked(), []);
        assert_eq!(browser.store.get(&key), Ok(None));
        let next = browser.window(Role::Writer);
        assert_eq!(words(next), ["written since"]);
        assert_eq!(next.damaged_parts().get_untracked(), []);
    });
}

#[test]
fn a_backup_fills_a_damaged_part_in() {
    story(|| {
        let (browser, _) = damaged();
        let app = browser.window(Role::Writer);
        let other = Browser::default().window(Role::Writer);
        put(other, 1, "words");
        let incoming = app.look_into(other.backup_text().as_bytes()).expect("the file is good");
        assert_eq!(app.bring_in(incoming), Ok(1));
        assert_eq!(words(browser.window(Role::Writer)), ["words"]);
    });
}

/// Erases everything, and tells whether the log has it.
fn erase(app: AppState) -> bool {
    let logged = Rc::new(Cell::new(None));
    let heard = Rc::clone(&logged);
    assert_eq!(app.erase_everything(move |has| heard.set(Some(has))), Ok(()));
    logged.get().expect("the log answers at once")
}

#[test]
fn erasing_everything_leaves_nothing_behind() {
    story(|| {
        let browser = Browser::default();
        let app = browser.window(Role::Writer);
        put(app, 1, "words");
        app.keep_draft(id(2), &crate::browser::entry("half a sen"));
        app.set_prefs(|prefs| prefs.set_region("india"));
        assert!(erase(app));
        assert_eq!(app.end_erasing(true), Erased::All);
        assert_eq!(browser.store.keys(), Ok(Vec::new()));
        assert_eq!(browser.log.snapshot.borrow().items, []);
        assert_eq!(words(app), [] as [&str; 0]);
        assert!(!app.undo(), "what is erased does not come back");

        let next = browser.window(Role::Writer);
        assert_eq!(words(next), [] as [&str; 0]);
        assert_eq!(next.drafts.get_untracked(), []);
        put(next, 3, "a new beginning");
        assert_eq!(words(browser.window(Role::Writer)), ["a new beginning"]);
    });
}

#[test]
fn an_erasure_that_the_log_does_not_take_is_not_called_done_and_goes_on_at_the_next_start() {
    story(|| {
        let browser = Browser::default();
        let app = browser.window(Role::Writer);
        put(app, 1, "words");
        *browser.log.mode.borrow_mut() = Mode::Fails;
        assert!(!erase(app));
        assert_eq!(app.end_erasing(false), Erased::Some);
        assert_eq!(words(browser.window(Role::Writer)), [] as [&str; 0]);
    });
}

/// Everything that a browser holds in both stores.
fn held(browser: &Browser) -> (Vec<(String, String)>, LogSnapshot) {
    let keys = browser.store.keys().expect("memory can be asked");
    let value = |key: &String| browser.store.get(key).expect("memory gives").unwrap_or_default();
    let kept = keys.iter().map(|key| (key.clone(), value(key))).collect();
    (kept, browser.log.snapshot.borrow().clone())
}

#[test]
fn what_was_erased_in_another_window_is_shown_nowhere_and_never_written_back() {
    for moves in [true, false] {
        story(|| {
            let browser = Browser::default();
            let first = browser.window(Role::Writer);
            put(first, 1, "zebra");
            let other = if moves { first } else { browser.window(Role::Follower) };
            if moves {
                first.give_way();
            }
            let page = Owner::new();
            let typing = page.with(|| Typing::begin(other));
            typing.chosen(crate::browser::id(2), &crate::browser::entry("zebra, half a sen"));
            other.looking.typed.set("zebra".to_owned());

            let writer = browser.window(Role::Writer);
            assert!(erase(writer));
            assert_eq!(browser.n_erased.get(), 1, "it is said at once");
            // Kept in the moment before it is heard.
            other.keep_draft(
                crate::browser::id(2),
                &crate::browser::entry("zebra, half a sentence"),
            );
            other.erased_elsewhere();
            assert_eq!(writer.end_erasing(true), Erased::All);
            let after = held(&browser);
            assert_eq!((after.0.len(), after.1.items.len()), (0, 0), "{after:?}");

            assert_eq!(other.erased.get_untracked(), Some(Erased::Elsewhere));
            assert!(other.flush(), "nothing is left to save");
            page.cleanup();
            other.keep_draft(
                crate::browser::id(2),
                &crate::browser::entry("zebra, half a sentence, and more"),
            );
            put(other, 3, "zebra");
            other.set_prefs(|prefs| prefs.set_region("india"));
            other.read_prefs();
            assert!(!other.undo());
            other.sweep();
            other.save_again();
            let (store, report) = browser.open_store(Role::Follower);
            other.reopen(store, report);
            assert_eq!(words(other), [] as [&str; 0]);
            assert_eq!(other.drafts.get_untracked(), []);
            assert_eq!(other.looking.typed.get_untracked(), "");
            assert_eq!(other.stored(), []);
            assert_eq!(
                other.prefs.with_untracked(|it| it.region().map(str::to_owned)).as_deref(),
                Some("india")
            );
            assert_eq!(held(&browser), after);
        });
    }
}

#[test]
fn what_is_done_while_everything_is_being_erased_leaves_nothing_behind() {
    story(|| {
        let browser = Browser::default();
        let app = browser.window(Role::Writer);
        *browser.log.mode.borrow_mut() = Mode::Later;
        put(app, 1, "words");
        assert_eq!(app.erase_everything(|logged| assert!(logged)), Ok(()));
        assert_eq!(app.access.get_untracked(), Access::Erasing);
        let before = held(&browser);
        put(app, 2, "too early");
        app.keep_draft(crate::browser::id(3), &crate::browser::entry("too early"));
        app.set_prefs(|prefs| prefs.set_region("india"));
        app.add_person(Name::new("Asha").expect("a name"));
        assert_eq!(held(&browser), before);
        browser.log.catch_up();
        assert_ne!(app.saving.get_untracked(), Saving::Saved, "what was written before is gone");
        assert_eq!(app.end_erasing(true), Erased::All);
        assert_eq!(app.saving.get_untracked(), Saving::Idle);
        assert_eq!(browser.store.keys(), Ok(Vec::new()));
    });
}

#[test]
fn a_window_that_looks_on_erases_nothing() {
    story(|| {
        let browser = Browser::default();
        put(browser.window(Role::Writer), 1, "words");
        let follower = browser.window(Role::Follower);
        let before = browser.store.0.borrow().clone();
        assert_eq!(follower.erase_everything(|_| ()), Err(Access::Follower));
        assert_eq!(*browser.store.0.borrow(), before);
    });
}

#[test]
fn everything_that_is_stored_can_be_looked_at() {
    story(|| {
        let browser = Browser::default();
        let app = browser.window(Role::Writer);
        put(app, 1, "zebra seventy-seven");
        app.set_prefs(|prefs| prefs.set_region("india"));
        let items = app.stored();
        let keys = browser.store.keys().expect("memory can be asked");
        assert_eq!(items.len(), keys.len());
        assert!(items.iter().all(|item| item.kind.is_some() && item.bytes > 0));
        let month = items.iter().find(|item| item.changed.is_some()).expect("a month");
        let inside = app.decoded(&month.key).expect("it can be read");
        assert!(inside.contains("zebra seventy-seven"), "{inside}");
        assert!(app.decoded("sk1.u").expect("plain").contains("india"));
        assert!(app.decoded("sk1.s.1999-01.1").is_err());
    });
}
