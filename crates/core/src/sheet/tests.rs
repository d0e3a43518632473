//! Tests of worksheets: what they share, and whether one is done.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::too_many_lines,
    clippy::type_complexity,
    clippy::unwrap_used,
    reason = "a test stops at the first surprise, prints what it covered, and is mostly a table"
)]

mod answers;
mod begin;
mod condition;
mod kept;
mod rules;

use serde_json::{Value, json};

use super::*;
use crate::content::Field;
use crate::diary::{Entry, When};
use crate::journal::Earlier;
use crate::people::Person;
use crate::record::Body;
use crate::stamp::StampClock;
use crate::text::Name;
use crate::time::{FuzzyDay, Offset, TimeOfDay, Zone};

fn day(text: &str) -> Day {
    text.parse().expect(text)
}

fn id(n: u8) -> Id {
    Id::from_bytes([n; 16])
}

fn asked(sheet: &str) -> &'static Sheet {
    content::sheet(sheet).expect(sheet)
}

fn field_of(sheet: &str, field: &str) -> &'static Field {
    asked(sheet).field(field).expect(field)
}

fn answers(value: Value) -> Answers {
    serde_json::from_value(value).expect("answers")
}

/// A worksheet of 24 November 2026.
fn filled(sheet: &str, value: Value) -> Worksheet {
    let sheet = SheetId::try_from(sheet.to_owned()).expect("id");
    Worksheet { answers: answers(value), ..Worksheet::new(sheet, day("2026-11-24")) }
}

/// A journal that is written one record after the other.
struct Desk {
    journal: Journal,
    clock: StampClock,
}

impl Desk {
    fn new() -> Self {
        Self { journal: Journal::new(), clock: StampClock::new(1) }
    }

    fn put(&mut self, n: u8, body: Body) -> Id {
        self.journal.put(id(n), body, self.clock.tick(1), Earlier::Kept);
        id(n)
    }

    fn sheet(&mut self, n: u8, it: Worksheet) -> Id {
        self.put(n, Body::Sheet(it))
    }

    fn person(&mut self, n: u8, safe: Option<Safe>) -> Id {
        self.put(n, Body::Person(Person { safe, ..Person::new(Name::cut("Ravi")) }))
    }

    fn dead(&mut self, n: u8, when: &str) -> Id {
        let died_when = when.parse::<FuzzyDay>().ok();
        self.put(n, Body::Person(Person { died_when, ..Person::new(Name::cut("Ravi")) }))
    }

    fn entry(&mut self, n: u8, on: &str, people: &[Id]) -> Id {
        let entry = Entry { people: people.to_vec(), ..entry(on) };
        self.put(n, Body::Entry(entry))
    }
}

fn entry(on: &str) -> Entry {
    Entry::new(When {
        day: day(on),
        time: TimeOfDay::NOON,
        offset: Offset::UTC,
        zone: Zone::default(),
    })
}

#[test]
fn a_worksheet_is_begun_then_done_and_can_be_put_aside_or_left_open() {
    let journal = Journal::new();
    let progress = |it: &Worksheet| it.progress(&journal);
    let begun = filled("week", json!({"mood": 4, "change": "same", "with_people": "Noor"}));
    assert_eq!(progress(&begun), Progress::Begun);
    let mut done = begun;
    done.answers.set_text(Slot::of("bring"), "The lunch");
    assert_eq!(progress(&done), Progress::Done);
    assert_eq!(progress(&Worksheet { open: true, ..done.clone() }), Progress::Begun);
    assert_eq!(progress(&Worksheet { aside: true, ..done }), Progress::Aside);
    let unknown = filled("of-a-newer-guide", json!({"kept": "yes"}));
    assert_eq!((progress(&unknown), unknown.asked().is_none()), (Progress::Begun, true));
}

#[test]
fn where_somebody_is_not_safe_what_is_held_back_is_not_waited_for() {
    let without = json!({
        "lines": [{"said": "Fine", "felt": ["hurt"]}, {"said": "Bye", "felt": ["sad"]}],
        "hoped": "a call", "heard": "nothing",
    });
    let mut n = 0;
    for (safe, wants_tools, is_done) in [
        (None, false, false),
        (Some(Safe::Yes), false, false),
        (Some(Safe::RatherNot), false, false),
        (Some(Safe::NotAlways), false, true),
        (Some(Safe::No), false, true),
        (Some(Safe::No), true, false),
    ] {
        let mut desk = Desk::new();
        let person = Person { safe, wants_tools, ..Person::new(Name::cut("Ravi")) };
        let with = desk.put(1, Body::Person(person));
        let mut it = filled("slowly", without.clone());
        it.answers.set_text(Slot::of("with"), &with.to_string());
        assert_eq!(it.is_done(&desk.journal), is_done, "{safe:?} {wants_tools}");
        // Where nobody is named, the sheet itself was answered.
        let named_none = Worksheet { safe, ..filled("slowly", without.clone()) };
        assert!(named_none.is_done(&desk.journal) == is_done || wants_tools, "{safe:?}");
        it.answers.set_text(Slot::of("retry"), "I was sad.");
        assert!(it.is_done(&desk.journal), "{safe:?}");
        n += 1;
    }
    println!("answers about being safe in slow motion: {n}");
}

#[test]
fn a_sheet_that_is_held_back_as_a_whole_is_not_done_by_being_empty() {
    let it = Worksheet { safe: Some(Safe::No), ..filled("words", json!({})) };
    assert_eq!(it.progress(&Journal::new()), Progress::Begun);
}

#[test]
fn the_latest_comes_first_and_a_sample_is_nobodys_own() {
    let mut desk = Desk::new();
    for (n, on) in [(1, "2026-03-01"), (2, "2026-05-01"), (3, "2026-05-01"), (4, "2026-04-01")] {
        desk.sheet(n, Worksheet { day: day(on), ..filled("week", json!({"bring": "Rent"})) });
    }
    desk.sheet(5, filled("ask", json!({})));
    let stamp = desk.clock.tick(2);
    desk.journal.put_sample(id(6), Body::Sheet(filled("week", json!({}))), stamp);
    let stamp = desk.clock.tick(3);
    desk.journal.remove(id(4), stamp).expect("it is there");
    let all: Vec<Id> = worksheets(&desk.journal).into_iter().map(|it| it.0).collect();
    assert_eq!(all, [5, 3, 2, 1].map(id));
    assert_eq!(latest(&desk.journal, "week").map(|it| it.0), Some(id(3)));
    assert!(latest(&desk.journal, "story").is_none());
    // One that says nothing yet, or was put aside, hides none that does.
    desk.sheet(7, Worksheet { day: day("2026-06-01"), ..filled("week", json!({})) });
    let aside = Worksheet { aside: true, ..filled("week", json!({"bring": "Rent"})) };
    desk.sheet(8, Worksheet { day: day("2026-06-02"), ..aside });
    assert_eq!(latest(&desk.journal, "week").map(|it| it.0), Some(id(3)));
    assert_eq!(latest_with(&desk.journal, "week", "bring").map(|it| it.0), Some(id(3)));
    assert!(latest_with(&desk.journal, "week", "best").is_none());
}
