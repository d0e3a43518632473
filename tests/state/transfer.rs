//! Bringing files in, on stores in memory: what is told, done, undone and refused.

use crate::browser::{Browser, entry, id, put, story, words};
use leptos::prelude::*;
use satkarya::state::{Access, AppState, BackupMark, Incoming, NotBroughtIn, Refused, Saving};
use satkarya_core::diary::{OwnFeeling, Unknown};
use satkarya_core::journal::Earlier;
use satkarya_core::people::Person;
use satkarya_core::record::Body;
use satkarya_core::store::Role;
use satkarya_core::text::Text;
use satkarya_core::transfer::{BadFile, Fate};

fn look(app: AppState, text: &str) -> Incoming {
    app.look_into(text.as_bytes()).expect("the file is good")
}

/// A file with the entries 1 to 3, as another browser would save it.
fn file() -> String {
    let other = Browser::default().window(Role::Writer);
    for (n, what) in [(1, "one"), (2, "two"), (3, "three")] {
        put(other, n, what);
    }
    other.backup_text()
}

#[test]
fn a_file_is_brought_in_once_and_the_same_file_again_adds_nothing() {
    story(|| {
        let browser = Browser::default();
        let app = browser.window(Role::Writer);
        let file = file();
        let incoming = look(app, &file);
        assert_eq!((incoming.n_entries, incoming.plan.count(Fate::New)), (3, 3));
        assert_eq!(words(app), [] as [&str; 0], "looking changes nothing");
        assert_eq!(app.bring_in(incoming), Ok(3));
        assert_eq!(app.saving.get_untracked(), Saving::Saved);
        assert_eq!(words(browser.window(Role::Writer)), ["one", "two", "three"]);

        let again = look(app, &file);
        assert_eq!((again.plan.n_changes(), again.plan.count(Fate::Same)), (0, 3));
        assert_eq!(app.bring_in(again), Ok(0));
        assert_eq!(words(app), ["one", "two", "three"]);
    });
}

#[test]
fn bringing_in_is_one_step_back() {
    story(|| {
        let browser = Browser::default();
        let app = browser.window(Role::Writer);
        put(app, 9, "mine");
        let incoming = look(app, &file());
        assert_eq!(app.bring_in(incoming), Ok(3));
        assert!(app.undo());
        assert_eq!(words(app), ["mine"]);
        assert_eq!(app.brought_in.get_untracked(), None);
        assert_eq!(app.undo_bringing_in(), None, "there is nothing left to take out");
        assert_eq!(words(browser.window(Role::Writer)), ["mine"]);
    });
}

#[test]
fn taking_a_file_out_again_leaves_what_was_written_since() {
    story(|| {
        let browser = Browser::default();
        let app = browser.window(Role::Writer);
        let incoming = look(app, &file());
        assert_eq!(app.bring_in(incoming), Ok(3));
        put(app, 9, "mine");
        app.put(id(2), Body::Entry(entry("two, and more")), Earlier::Kept);
        assert_eq!(app.undo_bringing_in(), Some(1), "one was changed since and stays");
        let mut left = words(app);
        left.sort();
        assert_eq!(left, ["mine", "two, and more"]);
        assert_eq!(words(browser.window(Role::Writer)).len(), 2);
    });
}

#[test]
fn bad_files_are_told_apart_and_change_nothing() {
    story(|| {
        let app = Browser::default().window(Role::Writer);
        put(app, 9, "mine");
        let file = file();
        let half = &file.as_bytes()[..file.len() / 2];
        let refused = |bytes: &[u8]| app.look_into(bytes).expect_err("the file is bad");
        assert_eq!(refused(b""), Refused::Bad(BadFile::Empty));
        assert_eq!(refused(b"{\"cat\":1}"), Refused::Bad(BadFile::NotOurs));
        assert_eq!(refused("\u{feff}Day,Time\r\n".as_bytes()), Refused::Table);
        assert!(matches!(refused(half), Refused::Bad(BadFile::Broken { .. })));
        assert_eq!(words(app), ["mine"]);
    });
}

#[test]
fn several_files_are_one_look_one_batch_and_one_step_back() {
    story(|| {
        let browser = Browser::default();
        let app = browser.window(Role::Writer);
        put(app, 9, "mine");
        let other = Browser::default().window(Role::Writer);
        put(other, 2, "two, later");
        put(other, 4, "four");
        let named = |name: &str, text: String| (name.to_owned(), text.into_bytes());
        let list = named("notes-mnpq.age", "a shopping list".to_owned());
        let files = [named("notes-bcdf.age", file()), list, named("x.json", other.backup_text())];
        let (found, refused) = app.look_into_all(&files);
        assert_eq!(refused, [("notes-mnpq.age".to_owned(), Refused::Bad(BadFile::NotOurs))]);
        let found = found.expect("two of them can be read");
        assert_eq!((found.n_entries, found.plan.count(Fate::New)), (4, 4), "one is in both");
        assert_eq!(app.bring_in(found), Ok(4));
        assert_eq!(words(app).len(), 5);
        assert!(app.undo());
        assert_eq!(words(app), ["mine"]);
        let (nothing, refused) = app.look_into_all(&files[1..2]);
        assert!(nothing.is_none() && refused.len() == 1);
    });
}

#[test]
fn a_copy_has_a_name_of_its_own_that_stays() {
    story(|| {
        let browser = Browser::default();
        let name = browser.window(Role::Writer).copy_name();
        assert_eq!(satkarya_core::transfer::letters_in(&name).map(str::len), Some(4), "{name}");
        assert_eq!(browser.window(Role::Writer).copy_name(), name);
    });
}

#[test]
fn a_window_that_may_not_write_refuses() {
    story(|| {
        let browser = Browser::default();
        let writer = browser.window(Role::Writer);
        put(writer, 9, "mine");
        let follower = browser.window(Role::Follower);
        let incoming = look(follower, &file());
        let refused = follower.bring_in(incoming);
        assert_eq!(refused, Err(NotBroughtIn::NoAccess(Access::Follower)));
        assert_eq!(words(follower), ["mine"]);
    });
}

#[test]
fn a_file_that_does_not_fit_is_refused_before_anything_is_written() {
    story(|| {
        let other = Browser::default().window(Role::Writer);
        let mut noise = 1_u64;
        for n in 1..250 {
            let what: String = (0..20_000)
                .map(|_| {
                    noise = noise.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                    char::from_u32(0x4e00 + u32::try_from(noise >> 51).unwrap_or(0)).unwrap_or('x')
                })
                .collect();
            put(other, n, &what);
        }
        let browser = Browser::default();
        let app = browser.window(Role::Writer);
        let before = browser.store.0.borrow().clone();
        let incoming = look(app, &other.backup_text());
        let refused = app.bring_in(incoming);
        let Err(NotBroughtIn::NoRoom { needed, free }) = refused else {
            unreachable!("5 million letters of noise fit nowhere: {refused:?}")
        };
        assert!(needed > free);
        assert_eq!(*browser.store.0.borrow(), before);
    });
}

#[test]
fn a_backup_holds_what_was_not_in_memory_and_counts_what_came_after() {
    story(|| {
        let app = Browser::default().window(Role::Writer);
        assert_eq!(app.changed_since_backup(), 0);
        put(app, 1, "one");
        app.show_sample();
        assert_eq!(app.changed_since_backup(), 1, "the sample diary is nobody\u{2019}s");
        assert_eq!(look(app, &app.backup_text()).n_entries, 1);
    });
}

#[test]
fn a_tested_backup_counts_when_it_holds_everything_and_brings_nothing_in() {
    story(|| {
        let app = Browser::default().window(Role::Writer);
        put(app, 1, "one");
        let older = app.backup_text();
        put(app, 2, "two");
        let tested = app.test_backup(older.as_bytes()).expect("the file is good");
        assert_eq!(
            (tested.n_entries, tested.compared.n_same, tested.compared.n_only_here),
            (1, 1, 1)
        );
        assert_eq!(app.changed_since_backup(), 2, "what is only here is in no backup");
        let whole = app.backup_text();
        let tested = app.test_backup(whole.as_bytes()).expect("the file is good");
        assert!(tested.compared.holds_everything());
        assert_eq!(app.changed_since_backup(), 0);
        assert_eq!(words(app), ["one", "two"]);

        let other = Browser::default().window(Role::Writer);
        let tested = other.test_backup(whole.as_bytes()).expect("the file is good");
        assert_eq!((tested.compared.n_only_there, tested.compared.n_same), (2, 0));
        assert_eq!(words(other), [] as [&str; 0]);
        assert_eq!(
            other.prefs.with_untracked(satkarya::state::Prefs::backup),
            None,
            "nothing is here"
        );
        assert!(other.test_backup(b"{").is_err());
    });
}

#[test]
fn an_earlier_file_does_not_take_the_place_of_a_later_backup() {
    story(|| {
        let app = Browser::default().window(Role::Writer);
        let mark = |day: &str, ms: u64| BackupMark { day: day.parse().expect("a day"), ms };
        let later = mark("2026-11-24", 1_795_483_800_000);
        app.count_backup(later);
        app.count_backup(mark("2026-11-20", 1_795_138_200_000));
        assert_eq!(app.prefs.with_untracked(satkarya::state::Prefs::backup), Some(later));
    });
}

#[test]
fn the_words_for_the_clipboard_are_those_of_what_was_changed_last() {
    story(|| {
        let app = Browser::default().window(Role::Writer);
        assert_eq!(app.last_words(), "");
        put(app, 1, "an entry");
        assert_eq!(app.last_words(), "an entry");
        let maya = Person { note: Text::cut("Likes walks."), ..Person::new(Text::cut("Maya")) };
        app.put(id(2), Body::Person(maya), Earlier::Kept);
        assert_eq!(app.last_words(), "Maya\n\nLikes walks.");
        let own = OwnFeeling {
            word: Text::cut("Fizzy"),
            family: "joyful".try_into().expect("id"),
            unknown: Unknown::default(),
        };
        app.put(id(3), Body::Feeling(own), Earlier::Kept);
        assert_eq!(app.last_words(), "Fizzy");
        let mut tapped = entry("");
        tapped.mood = 6.try_into().ok();
        app.put(id(4), Body::Entry(tapped), Earlier::Kept);
        assert_eq!(app.last_words(), "", "a mood has no words");
    });
}
