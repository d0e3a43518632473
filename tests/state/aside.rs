//! Setting old years aside, on stores in memory: whatever goes wrong at whichever call, a year is here
//! or in a file that was proved, and what has gone can be read nowhere.

use std::cell::RefCell;
use std::rc::Rc;

use crate::browser::{Browser, Done, Mode, NOW, entry, id, story};
use leptos::prelude::*;
use satkarya::state::{Access, AppState, Home, NotProved, NotSetAside, NoticeAct, Proved, Saving};
use satkarya_core::diary::Entry;
use satkarya_core::journal::Earlier;
use satkarya_core::port::RedoLog;
use satkarya_core::record::Body;
use satkarya_core::store::fault::{Fault, FaultStore};
use satkarya_core::store::{
    Frame, KeyValue, LogBatch, LogSnapshot, MemoryStore, Options, Repository, Role, StoreError,
};
use satkarya_core::text::Name;
use satkarya_core::time::Day;
use satkarya_core::transfer::Fate;

/// A word that only the entries of the year have.
const WORD: &str = "kingfisher";
/// The year.
const YEAR: i32 = 2023;
/// The name of its file, where it lies.
const NAME: &str = "where-it-lies.age";
/// How many of its entries go.
const N_GOES: usize = 23;

fn on(year: i32, month: u32, what: &str) -> Entry {
    let mut it = entry(what);
    it.when.day = Day::new(year, month, 9).expect("a day");
    it
}

/// A diary of four years: in each month two entries; of the year one is starred.
fn write(app: AppState) {
    let maya = app.add_person(Name::new("Maya").expect("a name")).expect("there is room");
    let mut n = 0;
    for year in 2023..=2026 {
        for month in 1..=12 {
            for _ in 0..2 {
                n += 1;
                let word = if year == YEAR { WORD } else { "otter" };
                let mut it = on(year, month, &format!("{word} number {n}"));
                it.people = vec![maya];
                it.star = year == YEAR && n == 24;
                app.put(id(n), Body::Entry(it), Earlier::Kept);
            }
        }
    }
    let changed = on(YEAR, 3, &format!("{WORD} seen again"));
    app.put(id(5), Body::Entry(changed), Earlier::Kept);
    app.put(id(200), Body::Entry(on(YEAR, 4, "a heron, in the bin")), Earlier::Kept);
    app.remove(id(200), app_message(app));
}

fn app_message(app: AppState) -> satkarya::i18n::Msg {
    app.show_sample();
    app.remove_sample();
    app.notices.current().get_untracked().expect("a notice").message
}

fn written() -> (Browser, AppState) {
    let browser = Browser::default();
    let app = browser.window(Role::Writer);
    write(app);
    (browser, app)
}

fn file(app: AppState) -> String {
    app.year_text(YEAR).expect("something would go")
}

fn prove(app: AppState) -> Proved {
    app.prove_year(YEAR, file(app).as_bytes(), NAME.to_owned()).expect("the file is good")
}

/// How many entries of the year are here, and how many there are at all.
fn counts(app: AppState) -> (usize, usize) {
    while app.load_next() {}
    app.journal.with_untracked(|journal| {
        let of_year = journal.entries().filter(|it| it.entry.when.day.year() == YEAR).count();
        (of_year, journal.n_entries())
    })
}

/// Years and numbers of entries that are told to be in files.
fn away(app: AppState) -> Vec<(i32, usize)> {
    untrack(|| app.years_away()).iter().map(|it| (it.year, it.n)).collect()
}

/// Every stored value that says the word, by its key.
fn saying(values: impl Iterator<Item = (String, String)>) -> Vec<String> {
    let says = |(key, value): &(String, String)| {
        let inside = Frame::parse(key, value).map(|frame| frame.payload).unwrap_or_default();
        String::from_utf8_lossy(&inside).contains(WORD) || value.contains(WORD)
    };
    values.filter(says).map(|(key, _)| key).collect()
}

fn readable(store: &impl KeyValue, log: &LogSnapshot) -> Vec<String> {
    let keys = store.keys().expect("keys");
    let stored = keys.into_iter().filter_map(|key| {
        let value = store.get(&key).ok().flatten()?;
        Some((key, value))
    });
    let logged = log.items.iter().filter_map(|it| Some((it.key.clone(), it.value.clone()?)));
    saying(stored.chain(logged))
}

#[test]
fn what_was_set_aside_can_be_read_nowhere_and_the_rest_is_as_it_was() {
    story(|| {
        let (browser, app) = written();
        let before = counts(app);
        assert_eq!(before, (24, 96));
        assert!(readable(&*browser.store.0.borrow(), &browser.log.snapshot.borrow()).len() > 12);
        let proved = prove(app);
        assert_eq!((proved.old.goes.len(), proved.old.n_starred), (N_GOES, 1));
        assert_eq!(app.set_aside(&proved), Ok(N_GOES));
        assert_eq!(app.saving.get_untracked(), Saving::Saved);
        let left = readable(&*browser.store.0.borrow(), &browser.log.snapshot.borrow());
        // The starred one stays, in its month, in the store and in the log.
        let starred = ["sk1.s.2023-12.1", "sk1.s.2023-12.1"];
        assert_eq!(left, starred, "words of the year are readable");
        for window in [app, browser.window(Role::Writer), browser.window_without_log()] {
            assert_eq!(counts(window), (1, 96 - N_GOES));
            assert_eq!(away(window), [(YEAR, N_GOES)]);
            window.journal.with_untracked(|journal| {
                assert_eq!((journal.people().len(), journal.bin().len()), (1, 1));
            });
        }
        println!(
            "words of {N_GOES} entries in {} values before, after in 0 but those that stay",
            24
        );
    });
}

#[test]
fn undone_or_brought_in_again_everything_is_as_it_was() {
    story(|| {
        let (browser, app) = written();
        let (before, text) = (app.backup_text(), file(app));
        assert_eq!(app.set_aside(&prove(app)), Ok(N_GOES));
        let notice = app.notices.current().get_untracked().expect("it is said");
        let Some(NoticeAct::Undo(step)) = notice.act else { panic!("{:?} is offered", notice.act) };
        assert!(app.undo_step(step) && !app.undo_step(step));
        assert_eq!(app.backup_text(), before, "stamps included");
        assert_eq!(away(app), []);
        assert_eq!(browser.window(Role::Writer).backup_text(), before);

        // By the key for the last step.
        assert_eq!(app.set_aside(&prove(app)), Ok(N_GOES));
        assert!(app.undo());
        assert_eq!((app.backup_text() == before, away(app)), (true, vec![]));

        // From the file, and out again, and in again.
        assert_eq!(app.set_aside(&prove(app)), Ok(N_GOES));
        let window = browser.window(Role::Writer);
        let incoming = window.look_into(text.as_bytes()).expect("the file is good");
        assert_eq!((incoming.plan.count(Fate::New), incoming.n_aside), (N_GOES, 0));
        assert_eq!(window.bring_in(incoming.clone()), Ok(N_GOES));
        assert_eq!((window.backup_text() == before, away(window)), (true, vec![]));
        assert_eq!(window.undo_bringing_in(), Some(0));
        assert_eq!((counts(window).0, away(window)), (1, vec![(YEAR, N_GOES)]));
        assert_eq!(window.bring_in(incoming), Ok(N_GOES));
        assert_eq!(window.backup_text(), before);
        assert_eq!(browser.window(Role::Writer).backup_text(), before);
        println!("back by the message, by the key, from the file: 4 of 4 equal");
    });
}

#[test]
fn nothing_goes_without_a_file_that_holds_all_of_it() {
    story(|| {
        let (browser, app) = written();
        let good = file(app);
        let not = |bytes: &[u8]| {
            app.prove_year(YEAR, bytes, NAME.to_owned()).expect_err("it proves nothing")
        };
        assert!(matches!(not(b""), NotProved::Refused(_)));
        assert!(matches!(not(&good.as_bytes()[..good.len() / 2]), NotProved::Refused(_)));
        let other_year = app.year_text(2024).expect("another old year");
        assert_eq!(not(other_year.as_bytes()), NotProved::Other);
        let other = written().1;
        assert!(
            other.prove_year(YEAR, good.as_bytes(), NAME.to_owned()).is_err(),
            "of another diary, other stamps"
        );
        // A backup of everything does as well as the file of the year.
        assert!(app.prove_year(YEAR, app.backup_text().as_bytes(), NAME.to_owned()).is_ok());
        let young = app.prove_year(2025, good.as_bytes(), NAME.to_owned());
        assert_eq!(young, Err(NotProved::Other), "not old enough");

        let lacking = good.replacen("seen again", "seen  again", 1);
        assert_eq!(not(lacking.as_bytes()), NotProved::Lacks(1));
        let proved = prove(app);
        let changed = on(YEAR, 7, "changed since");
        app.put(id(13), Body::Entry(changed), Earlier::Kept);
        assert_eq!(not(good.as_bytes()), NotProved::Lacks(1));
        assert_eq!(app.set_aside(&proved), Err(NotSetAside::Changed));
        let proved = prove(app);
        app.put(id(201), Body::Entry(on(YEAR, 8, "written since")), Earlier::Kept);
        assert_eq!(app.set_aside(&proved), Err(NotSetAside::Changed));

        let proved = prove(app);
        let follower = browser.window(Role::Follower);
        assert_eq!(
            follower.set_aside(&proved),
            Err(NotSetAside::NoAccess(Access::Follower)),
            "another tab writes"
        );
        *browser.store.0.borrow_mut() = MemoryStore::new();
        assert!(matches!(app.set_aside(&proved), Err(NotSetAside::NotSaved(_))), "it was cleared");
        assert_eq!((counts(app), away(app)), ((25, 97), vec![]));
    });
}

#[test]
fn what_is_being_written_stays_here() {
    story(|| {
        let (browser, app) = written();
        let other = browser.window(Role::Follower);
        assert_eq!(counts(other), (24, 96));
        other.keep_draft(id(7), &on(YEAR, 4, "half a thought"));
        let old = untrack(|| app.old_years());
        assert_eq!((old[0].goes.len(), old[0].n_open), (N_GOES - 1, 1));
        let old_enough: Vec<i32> = old.iter().map(|it| it.year).collect();
        assert_eq!(old_enough, [2023, 2024]);
        assert!(app.has_old_years() && app.space_of(N_GOES) > 500);
        assert_eq!(app.set_aside(&prove(app)), Ok(N_GOES - 1));
        let later = browser.window(Role::Writer);
        while later.load_next() {}
        let is_offered = untrack(|| later.open_drafts()).iter().any(|draft| draft.id == id(7));
        assert!(is_offered && counts(later).0 == 2);
    });
}

#[test]
fn copies_of_other_devices_bring_nothing_back_and_lose_nothing() {
    story(|| {
        let (_, app) = written();
        let there = Browser::default().window(Role::Writer);
        let incoming = there.look_into(app.backup_text().as_bytes()).expect("a good file");
        there.bring_in(incoming).expect("it fits");
        let before = there.backup_text();
        assert_eq!(app.set_aside(&prove(app)), Ok(N_GOES));

        let copy = |app: AppState| [("notes-bcdf.age".to_owned(), app.backup_text().into_bytes())];
        let (found, refused) = app.look_into_all(&copy(there));
        let found = found.expect("it can be read");
        assert_eq!((found.plan.n_changes(), found.n_aside, refused.len()), (0, N_GOES, 0));
        assert_eq!(app.bring_in(found), Ok(0));
        assert_eq!(away(app), [(YEAR, N_GOES)]);

        let (found, _) = there.look_into_all(&copy(app));
        let found = found.expect("it can be read");
        assert_eq!((found.plan.n_changes(), found.plan.count(Fate::Erased)), (0, 0));
        assert_eq!(there.bring_in(found), Ok(0));
        assert_eq!(there.backup_text(), before);

        // Changed there, it comes; by hand, all of it does.
        there.put(id(1), Body::Entry(on(YEAR, 1, "changed there")), Earlier::Kept);
        let (found, _) = app.look_into_all(&copy(there));
        assert_eq!(app.bring_in(found.expect("it can be read")), Ok(1));
        assert_eq!(away(app), [(YEAR, N_GOES - 1)]);
        let by_hand = app.look_into(there.backup_text().as_bytes()).expect("a good file");
        assert_eq!(app.bring_in(by_hand), Ok(N_GOES - 1));
        assert_eq!((away(app), counts(app)), (vec![], counts(there)));
    });
}

#[test]
fn a_full_store_has_room_again() {
    story(|| {
        let browser = Browser::with_capacity(260_000);
        let app = browser.window(Role::Writer);
        let mut noise = 1_u64;
        let mut long = || -> String {
            let letters = (0..6_000).map(|_| {
                noise = noise.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                char::from_u32(0x4e00 + u32::try_from(noise >> 52).unwrap_or(0)).unwrap_or('x')
            });
            letters.collect()
        };
        let mut n = 0;
        while app.saving.get_untracked() != Saving::Full {
            n += 1;
            let year = if n % 2 == 0 { YEAR } else { 2026 };
            let month = 1 + u32::from(n / 2) % 12;
            app.put(id(n), Body::Entry(on(year, month, &long())), Earlier::Kept);
            assert!(n < 100, "it never gets full");
        }
        let before = app.backup_text();
        let n_goes = usize::from(n / 2);
        assert_eq!(app.set_aside(&prove(app)), Ok(n_goes));
        assert_eq!(app.saving.get_untracked(), Saving::Saved, "everything is in both stores");
        app.put(id(250), Body::Entry(on(2026, 1, &long())), Earlier::Kept);
        assert_eq!(app.saving.get_untracked(), Saving::Saved, "there is room again");
        for window in [browser.window(Role::Writer), browser.window_without_log()] {
            assert_eq!(counts(window), (0, usize::from(n) - n_goes + 1));
            assert_eq!(away(window), [(YEAR, n_goes)]);
        }
        let back = app.look_into(before.as_bytes()).expect("a good file");
        assert_eq!(back.plan.count(Fate::New), n_goes, "all of it is in the file");
        println!("full with {n} entries; {n_goes} set aside, lost 0, room for more");
    });
}

/// A store that fails on purpose, and a log that ends with the world.
#[derive(Clone)]
struct World(Rc<RefCell<FaultStore<MemoryStore>>>, Rc<RefCell<LogSnapshot>>);

impl KeyValue for World {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.0.borrow().get(key)
    }

    fn set(&mut self, key: &str, value: &str) -> Result<(), StoreError> {
        self.0.borrow_mut().set(key, value)
    }

    fn remove(&mut self, key: &str) -> Result<(), StoreError> {
        self.0.borrow_mut().remove(key)
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.0.borrow().keys()
    }
}

impl RedoLog for World {
    fn write(&self, batch: LogBatch, done: Done) {
        if !self.0.borrow().crashed() {
            self.1.borrow_mut().apply(&batch);
            done(true);
        }
    }
}

impl World {
    fn new(disk: &MemoryStore, log: &LogSnapshot) -> Self {
        let store = FaultStore::new(disk.clone());
        Self(Rc::new(RefCell::new(store)), Rc::new(RefCell::new(log.clone())))
    }

    fn window(&self) -> AppState {
        let store: Box<dyn KeyValue> = Box::new(self.clone());
        let log = self.1.borrow().clone();
        let opened = Repository::open(store, Some(log), Options::default()).expect("it opens");
        Browser::default().show(opened, Some(Rc::new(self.clone())), NOW, Home::Stored)
    }
}

#[test]
fn r29_a_year_is_here_or_in_a_proved_file_whatever_goes_wrong_at_any_call() {
    story(|| {
        let (browser, app) = written();
        let (before, text) = (app.backup_text(), file(app));
        let disk = browser.store.0.borrow().clone();
        let log = browser.log.snapshot.borrow().clone();
        // Whether a diary is all as it was, or lacks the year and nothing else.
        let is_whole = |window: AppState| {
            let (here, _) = counts(window);
            assert!(here == 24 || here == 1, "a part of the year went: {here}");
            let told = if here == 1 { vec![(YEAR, N_GOES)] } else { vec![] };
            assert_eq!(away(window), told, "what is told is not so");
            // With the file that was proved everything is there, in both cases.
            let incoming = window.look_into(text.as_bytes()).expect("the file is good");
            window.bring_in(incoming).expect("it fits");
            assert_eq!(window.backup_text(), before, "something else went");
            here
        };
        let world = World::new(&disk, &log);
        let app = world.window();
        let proved = prove(app);
        let calls = world.0.borrow().calls();
        assert_eq!(app.set_aside(&proved), Ok(N_GOES));
        let n_calls = world.0.borrow().calls() - calls;
        let refused = || StoreError::Other("not now".to_owned());
        let faults = [
            Fault::Fail(refused()),
            Fault::Fail(StoreError::Quota),
            Fault::Refuse(refused()),
            Fault::Refuse(StoreError::Quota),
            Fault::CrashBefore,
            Fault::CrashAfter,
            Fault::Tear(40),
            Fault::Corrupt,
        ];
        let (mut n_tried, mut n_went) = (0, 0);
        for call in 1..=n_calls {
            for fault in &faults {
                let world = World::new(&disk, &log);
                let app = world.window();
                let proved = prove(app);
                world.0.borrow_mut().arm(call, fault.clone());
                // Whatever it says, what counts is what is there afterwards.
                let said = app.set_aside(&proved);
                let (left, logged) = (world.0.borrow().inner().clone(), world.1.borrow().clone());
                // As it is; with a disk, or a log, that had not heard of it yet.
                for (disk, log) in [(&left, &logged), (&disk, &logged), (&left, &log)] {
                    let here = is_whole(World::new(disk, log).window());
                    n_went += usize::from(here == 1);
                    n_tried += 1;
                }
                if said.is_err() && !world.0.borrow().crashed() {
                    assert_eq!(counts(app).0, 24, "it was said that nothing went");
                }
            }
        }
        assert!(n_went > 0 && n_went < n_tried);
        println!(
            "R-29: {n_calls} calls, {} faults, three states of the disk: {n_tried} of {n_tried} \
             here or in the proved file, in neither 0 (gone {n_went})",
            faults.len()
        );
    });
}

#[test]
fn a_log_that_did_not_take_it_hears_of_it_with_the_next_batch() {
    story(|| {
        let (browser, app) = written();
        *browser.log.mode.borrow_mut() = Mode::Fails;
        assert_eq!(app.set_aside(&prove(app)), Ok(N_GOES));
        assert_eq!(app.saving.get_untracked(), Saving::SavedSlow);
        assert_eq!(counts(browser.window(Role::Writer)), (1, 96 - N_GOES));
        *browser.log.mode.borrow_mut() = Mode::AtOnce;
        for n in 0..4 {
            app.put(id(210 + n), Body::Entry(on(2026, 1, "later")), Earlier::Kept);
        }
        let left = readable(&*browser.store.0.borrow(), &browser.log.snapshot.borrow());
        assert_eq!(left.len(), 2, "{left:?} say words of the year");
    });
}

#[test]
fn a_later_file_of_a_year_has_another_name() {
    story(|| {
        let (_browser, app) = written();
        assert_eq!(app.year_file(YEAR), format!("notes-{YEAR}.age"));
        assert_eq!(app.set_aside(&prove(app)), Ok(N_GOES));
        assert_eq!(app.year_file(YEAR), format!("notes-{YEAR}-2.age"));
        // Also where it came back: the first file may still be somewhere.
        assert!(app.undo());
        assert_eq!(app.year_file(YEAR), format!("notes-{YEAR}-2.age"));
    });
}
