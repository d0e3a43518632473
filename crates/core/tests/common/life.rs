//! What stands on a timeline, with every field, and the file that it makes.

use satkarya_core::diary::{Entry, Unknown, When};
use satkarya_core::journal::Journal;
use satkarya_core::life::{EventSort, Impact, LifeEvent, LowSpell, MoodBand};
use satkarya_core::people::{Person, Status};
use satkarya_core::rating::Mood;
use satkarya_core::record::{Body, Record};
use satkarya_core::text::{Name, Note, Text};
use satkarya_core::time::{FuzzyDay, Offset, TimeOfDay, Zone};
use satkarya_core::transfer::{export_json, read_json};

use crate::common::{NOW, day, id, now, stamp};
use crate::schema::validate;

/// The file, as it was when these kinds came to format 1.
const GOLDEN_LIFE: &str = include_str!("../golden/v1/life.json");

fn fuzzy(text: &str) -> Option<FuzzyDay> {
    text.parse().ok()
}

/// One of each kind. Each names every field, so that a new one does not compile here.
pub(super) fn life_journal() -> Journal {
    let event = LifeEvent {
        title: Text::cut("घर बदला"),
        when: fuzzy("2024-spring"),
        until: fuzzy("2024-winter-south"),
        sort: Some(EventSort::Change),
        people: vec![id(11), id(12)],
        impact: Impact::try_from(-3).ok(),
        note: Note::cut("Two vans\nand a plant."),
        unknown: Unknown::new(),
    };
    let band = MoodBand {
        when: fuzzy("2019"),
        until: fuzzy("2024-02"),
        level: Mood::try_from(7).ok(),
        label: Text::cut("Mostly good"),
        unknown: Unknown::new(),
    };
    let spell = LowSpell {
        when: fuzzy("2024-05-17"),
        until: fuzzy("2025"),
        earlier: true,
        note: Note::cut("After the move."),
        unknown: Unknown::new(),
    };
    let when = When {
        day: day("2026-02-28"),
        time: TimeOfDay::NOON,
        offset: Offset::UTC,
        zone: Zone::default(),
    };
    let pinned = Entry { star: true, pinned: true, ..Entry::new(when) };
    let died = Person {
        status: Status::Died,
        died_when: fuzzy("2024-autumn"),
        ..Person::new(Name::cut("Asha"))
    };
    let mut journal = Journal::new();
    for (n, body) in [
        (11, Body::Person(died)),
        (13, Body::Event(event)),
        (14, Body::Event(LifeEvent::default())),
        (15, Body::Band(band)),
        (16, Body::Spell(spell)),
        (17, Body::Entry(pinned)),
    ] {
        journal.load(Record::new(id(n), stamp(NOW), body));
    }
    journal
}

#[test]
fn a_timeline_opens_for_ever_and_what_is_wrong_in_it_goes_alone() {
    let import = read_json(GOLDEN_LIFE.as_bytes()).expect("the golden file");
    let report = &import.report;
    assert_eq!((report.n_records, report.n_dropped, report.n_cut), (6, 0, 0));
    let mut journal = Journal::new();
    import.plan(&journal, &now()).apply(&mut journal);
    for record in life_journal().records() {
        assert_eq!(journal.get(record.id), Some(record));
    }
    assert_eq!(export_json(&journal, &now(), "0.1.0"), GOLDEN_LIFE);
    assert_eq!(validate(GOLDEN_LIFE), [""; 0]);

    let newer = GOLDEN_LIFE
        .replacen("\"impact\":-3", "\"impact\":-4,\"weather\":{\"sun\":1}", 1)
        .replacen("\"when\":\"2024-spring\"", "\"when\":\"2024-monsoon\"", 1)
        .replacen("\"level\":7", "\"level\":\"high\"", 1);
    assert_ne!(validate(&newer), [""; 0]);
    let import = read_json(newer.as_bytes()).expect("a file");
    assert_eq!((import.report.n_dropped, import.report.refused.len()), (3, 0));
    let mut journal = Journal::new();
    import.plan(&journal, &now()).apply(&mut journal);
    let event = journal.get(id(13)).and_then(|it| it.event()).expect("the event");
    assert_eq!((event.when, event.impact, event.people.len()), (None, None, 2));
    assert!(event.unknown.contains_key("weather"));
}
