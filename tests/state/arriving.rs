//! A diary of another app, on stores in memory: counted, brought in as one step, taken out.

use crate::browser::{Browser, put, story, words};
use leptos::prelude::*;
use satkarya::state::{Access, AppState, Chosen, Lent, NotBroughtIn};
use satkarya_core::arrive::{Arrival, Seen, look};
use satkarya_core::rating::Mood;
use satkarya_core::store::Role;
use satkarya_core::time::Offset;

const DAYLIO: &[u8] = include_bytes!("../../crates/core/tests/arrive/daylio.csv");
const NOMIE: &[u8] = include_bytes!("../../crates/core/tests/arrive/nomie-6.json");

fn arrival(bytes: &[u8]) -> Arrival {
    let diary = match look(bytes).expect("the file is good") {
        Seen::Diary(arrival) => Some(arrival),
        Seen::Table(_) => None,
    };
    diary.expect("a diary that is known")
}

const LENT: Lent<'static> = Lent {
    zones: &|_, _| Some(Offset::UTC),
    words: &|mood, _| mood.unwrap_or_default().to_owned(),
};

fn moods(app: AppState) -> Vec<Option<u8>> {
    let mood = |it: satkarya_core::journal::EntryRef<'_>| it.entry.mood.map(Mood::get);
    app.journal.with_untracked(|journal| journal.entries().map(mood).collect())
}

#[test]
fn an_arrival_is_one_step_and_the_same_again_adds_nothing() {
    story(|| {
        let browser = Browser::default();
        let app = browser.window(Role::Writer);
        put(app, 9, "mine");
        let arrival = arrival(DAYLIO);
        let found = app.count_arrival(&arrival, LENT);
        assert_eq!((found.n_entries, found.n_here), (4, 0));
        assert_eq!(words(app), ["mine"], "counting changes nothing");

        let mut chosen = Chosen::suggested(&arrival);
        let foggy = arrival.moods.iter().position(|mood| mood.label == "Foggy").expect("Foggy");
        chosen.moods[foggy] = Mood::try_from(2).ok();
        assert_eq!(app.bring_arrival(&arrival, &chosen, LENT), Ok(4));
        assert_eq!(moods(app)[..4], [Some(1), Some(2), Some(5), Some(9)]);
        assert_eq!(words(browser.window(Role::Writer)).len(), 5, "it is stored");

        let again = app.count_arrival(&arrival, LENT);
        assert_eq!((again.n_entries, again.n_here), (0, 4));
        assert_eq!(app.bring_arrival(&arrival, &Chosen::suggested(&arrival), LENT), Ok(0));
        assert_eq!(moods(app)[1], Some(2), "what was chosen first stays");

        assert_eq!(app.undo_bringing_in(), Some(0));
        assert_eq!(words(app), ["mine"]);
        assert_eq!(words(browser.window(Role::Writer)), ["mine"]);
        assert_eq!(app.count_arrival(&arrival, LENT).n_entries, 4, "it may come again");
    });
}

#[test]
fn only_who_is_ticked_becomes_a_person() {
    story(|| {
        let app = Browser::default().window(Role::Writer);
        let arrival = arrival(NOMIE);
        let mut chosen = Chosen::suggested(&arrival);
        assert_eq!(chosen.people, [false, false]);
        chosen.people[0] = true;
        assert_eq!(app.bring_arrival(&arrival, &chosen, LENT), Ok(4));
        let names = app.journal.with_untracked(|journal| {
            journal.people().iter().map(|it| it.person.name.to_string()).collect::<Vec<_>>()
        });
        assert_eq!(names, ["Sue Green"]);
        assert_eq!(app.undo_bringing_in(), Some(0));
        assert!(app.journal.with_untracked(|journal| journal.people().is_empty()));
    });
}

#[test]
fn nothing_comes_in_where_nothing_may_be_changed_or_there_is_no_room() {
    story(|| {
        let browser = Browser::default();
        let app = browser.window(Role::Writer);
        put(app, 9, "mine");
        app.access.set(Access::Follower);
        let arrival = arrival(DAYLIO);
        let chosen = Chosen::suggested(&arrival);
        let told = app.bring_arrival(&arrival, &chosen, LENT);
        assert_eq!(told, Err(NotBroughtIn::NoAccess(Access::Follower)));
        assert_eq!(words(app), ["mine"]);
    });
    story(|| {
        let app = Browser::default().window(Role::Writer);
        // Five million letters of noise fit nowhere.
        let mut noise = 1_u64;
        let mut letter = || {
            noise = noise.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            char::from_u32(0x4e00 + u32::try_from(noise >> 51).unwrap_or(0)).unwrap_or('x')
        };
        let rows = (0..250).fold(String::new(), |rows, n| {
            let words: String = (0..19_000).map(|_| letter()).collect();
            rows + &format!("2026-{:02}-{:02},{words}\n", n / 25 + 1, n % 25 + 1)
        });
        let table = match look(format!("date,note\n{rows}").as_bytes()) {
            Ok(Seen::Table(table)) => Some(table),
            _ => None,
        };
        let table = table.expect("a table");
        let arrival = table.read(&table.guess());
        assert_eq!(arrival.moments.len(), 250);
        let before = words(app);
        let told = app.bring_arrival(&arrival, &Chosen::suggested(&arrival), LENT);
        assert!(matches!(told, Err(NotBroughtIn::NoRoom { .. })), "{told:?}");
        assert_eq!(words(app), before);
    });
}
