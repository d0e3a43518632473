//! The format is frozen: old files open for ever, and every field is a decision.
//!
//! When a test here fails because a field was added, add it to the struct literals below, to
//! `golden/v1/fields.txt` and to `docs/data-format.schema.json`. A field that is renamed,
//! removed or read differently needs a new version of the format, a step that brings old files
//! to it, and a new folder of golden files. Golden files are never changed.

use std::collections::BTreeSet;

use crate::common::{NOW, any_journal, day, id, now, stamp, stamp_of};
use crate::focus::focus_journal;
use crate::life::life_journal;
use crate::sheet_journal::{later_sheet_journal, sheet_journal};
use crate::validator::mistakes;
use proptest::prelude::*;
use satkarya_core::circle::{Asking, Placed, Snapshot};
use satkarya_core::course::{Attendance, Course, Mode, Pace, Session};
use satkarya_core::diary::{
    Alcohol, Area, Did, Entry, EventKind, Feeling, Got, Need, OwnFeeling, Rhythm, SaidLine,
    Speaker, Unknown, Wellbeing, When,
};
use satkarya_core::focus::{Gate, Item, Told};
use satkarya_core::generate::years;
use satkarya_core::journal::Journal;
use satkarya_core::life::EventSort;
use satkarya_core::measure::Often;
use satkarya_core::people::{
    CanTell, Contact, Disagree, Gives, KnowsLow, Person, Relation, Ring, Safe, Shift, Spot, Status,
    Way,
};
use satkarya_core::rating::{Depth, Turn};
use satkarya_core::record::{Body, Origin, Record, Version};
use satkarya_core::text::{Name, Note, Text};
use satkarya_core::time::TimeOfDay;
use satkarya_core::transfer::{export_json, read_json};
use serde_json::{Value, json};

const GOLDEN: &str = include_str!("golden/v1/full.json");
const COURSES: &str = include_str!("golden/v1/courses.json");
/// What came to format 1 later: the answers about a relationship, and snapshots.
const GOLDEN_CIRCLE: &str = include_str!("golden/v1/circle.json");
const FIELDS: &str = include_str!("golden/v1/fields.txt");
const SCHEMA: &str = include_str!("../../../docs/data-format.schema.json");

fn some<T: TryFrom<u8>>(value: u8) -> Option<T> {
    T::try_from(value).ok()
}

fn time(text: &str) -> TimeOfDay {
    text.parse().expect("time")
}

/// An entry with every field. It names each one, so that a new field does not compile here.
fn full_entry() -> Entry {
    Entry {
        when: When {
            day: day("2026-02-28"),
            time: time("23:05"),
            offset: 345.try_into().expect("offset"),
            zone: Text::cut("Asia/Kathmandu"),
        },
        quiet: true,
        mood: some(0),
        before: some(10),
        after: some(5),
        feelings: vec![
            Feeling { id: "left_out".try_into().expect("id"), strength: some(5) },
            Feeling { id: id(2).into(), strength: None },
        ],
        people: vec![id(1)],
        kind: Some(EventKind::TimeTogether),
        what: Note::cut("First line\nसाथ में चाय ☕ «مرحبا» \"quoted\" \\ back"),
        lines: vec![
            SaidLine { who: Speaker::Me, text: Text::cut("Hello?"), how: Text::cut("quietly") },
            SaidLine { who: Speaker::Other, text: Text::cut("Yes."), how: Text::default() },
            SaidLine { who: Speaker::Person(id(1)), text: Text::cut("Tea?"), how: Text::default() },
        ],
        expected: Text::cut("A short talk"),
        got: Some(Got::AsExpected),
        did: vec![Did::SaidClearly, Did::Listened],
        outcome: Text::cut("We walked home."),
        need: Some(Need::BeHeard),
        areas: vec![Area::Grief, Area::Connection],
        support: some(4),
        connected: some(0),
        wellbeing: Wellbeing {
            sleep_hours: some(16),
            sleep_quality: some(2),
            energy: some(1),
            appetite: some(3),
            alcohol: Some(Alcohol::None),
        },
        rhythm: Rhythm {
            up: Some(time("06:30")),
            out: Some(time("08:00")),
            first_contact: Some(time("06:31")),
            bed: Some(time("00:00")),
        },
        star: true,
        covered: true,
        pinned: false,
        unknown: Unknown::new(),
    }
}

/// A person as the first file knows them.
fn first_person() -> Person {
    Person {
        relation: Some(Relation::OnlineFriend),
        status: Status::OutOfTouch,
        trusted: true,
        phone: Text::cut("+977 1 555 0100"),
        note: Note::cut("Met at the library."),
        archived: true,
        ..Person::new(Name::cut("Asha 🌱"))
    }
}

/// A person with every field of that time. It names each one, so that a new field does not compile
/// here: those that came later stand in `later`.
fn full_person() -> Person {
    let Person { name, relation, status, trusted, phone, note, archived, .. } = first_person();
    Person {
        name,
        relation,
        status,
        died_when: None,
        trusted,
        phone,
        note,
        archived,
        ring: Some(Ring::Outside),
        spot: Some(Spot { turn: Turn::nearest(119), depth: Depth::nearest(9) }),
        ring_wish: Some(Ring::VeryClose),
        contact: Some(Contact::FewTimesAYear),
        contact_ways: Vec::new(),
        lives_with: true,
        can_tell: Some(CanTell::SomeThings),
        knows_low: Some(KnowsLow::RatherNot),
        support: vec![Gives::PracticalHelp, Gives::Valued],
        i_give: Vec::new(),
        disagree: Some(Disagree::DoesNotComeUp),
        changed: Some(Shift::Distant),
        changed_what: Text::default(),
        safe: None,
        wants_tools: false,
        they_expect: Text::cut("That I write first"),
        i_expect: Text::cut("A call\nnow and then"),
        expect_match: some(0),
        like: Text::cut("हम साथ हँसते हैं"),
        hard: Text::cut("The distance"),
        want: Text::cut("One visit"),
        unknown: Unknown::new(),
    }
}

fn full_course() -> Course {
    Course {
        mode: Mode::InIpt,
        total: some(12),
        beginning: some(4),
        ending: some(2),
        pace: Some(Pace::TwoWeeks),
        archived: true,
        unknown: Unknown::new(),
    }
}

fn full_session() -> Session {
    Session {
        course: id(11),
        day: day("2026-11-17"),
        state: Attendance::Missed,
        moves_on: true,
        talked: Note::cut("The bus was late.\nसाथ"),
        to_try: Note::cut("Ring Asha"),
        next: Some(day("2026-11-24")),
        unknown: Unknown::new(),
    }
}

/// The kinds that came after [`full_journal`]: courses and their sessions.
fn course_journal() -> Journal {
    let mut journal = Journal::new();
    for (n, body) in [
        (11, Body::Course(full_course())),
        (12, Body::Course(Course::new(Mode::KeepingWell))),
        (13, Body::Session(full_session())),
        (14, Body::Session(Session::new(id(12), day("1900-01-01"), Attendance::Planned))),
    ] {
        journal.load(Record::new(id(n), stamp(NOW), body));
    }
    journal
}

/// The answers about a relationship, and a snapshot.
fn circle_journal() -> Journal {
    let places = vec![
        Placed { person: id(11), ring: Ring::Close },
        Placed { person: id(13), ring: Ring::Around },
    ];
    let snapshot = Snapshot { day: day("2026-02-28"), places, unknown: Unknown::new() };
    let mut journal = Journal::new();
    journal.load(Record::new(id(11), stamp(NOW), Body::Person(full_person())));
    journal.load(Record::new(id(12), stamp(NOW), Body::Snapshot(snapshot)));
    journal
}

/// One record of each kind of the first file, and in each state.
fn full_journal() -> Journal {
    let own = OwnFeeling {
        word: Text::cut("wobbly"),
        family: "afraid".try_into().expect("id"),
        unknown: Unknown::new(),
    };
    let record = |n: u32, ms: u64, body: Body| Record {
        id: id(n),
        created: stamp(NOW),
        changed: stamp_of(u32::MAX, NOW + ms),
        removed: None,
        erased: None,
        body: Some(body),
        versions: Vec::new(),
        origin: Origin::Own,
    };
    let small = |on: &str| Entry::new(When { day: day(on), ..full_entry().when });
    let version =
        |ms: u64, on: &str| Version { changed: stamp(NOW + ms), body: Body::Entry(small(on)) };
    let mut journal = Journal::new();
    for record in [
        record(1, 1, Body::Person(first_person())),
        record(2, 2, Body::Feeling(own)),
        Record {
            versions: vec![version(2, "2026-01-02"), version(1, "2026-01-01")],
            ..record(3, 3, Body::Entry(full_entry()))
        },
        Record {
            removed: Some(stamp_of(u32::MAX, NOW + 4)),
            ..record(4, 4, Body::Entry(small("1900-01-01")))
        },
        Record { erased: Some(stamp(NOW + 4)), ..record(5, 5, Body::Entry(small("9999-12-31"))) },
        Record {
            removed: Some(stamp_of(u32::MAX, NOW + 6)),
            body: None,
            ..record(6, 6, Body::Entry(small("2026-01-01")))
        },
    ] {
        journal.load(record);
    }
    journal
}

/// The path of every member that a value has, lists written as `[]`.
fn paths(value: &Value, at: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(object) => {
            for (name, value) in object {
                let path = format!("{at}.{name}");
                paths(value, &path, found);
                found.insert(path);
            }
        }
        Value::Array(list) => list.iter().for_each(|item| paths(item, &format!("{at}[]"), found)),
        _ => {}
    }
}

fn choices<T: serde::Serialize>(name: &str, all: &[T]) -> String {
    let names: Vec<String> =
        all.iter().map(|it| json!(it).as_str().expect("a name").to_owned()).collect();
    format!("{name}: {}", names.join(" "))
}

#[test]
fn a_changed_field_is_a_decision() {
    let mut found = BTreeSet::new();
    for journal in [
        full_journal(),
        course_journal(),
        circle_journal(),
        focus_journal(),
        crate::later::journal(),
        life_journal(),
        sheet_journal(),
        later_sheet_journal(),
        crate::measure_file::measure_journal(),
        crate::measure_file::later_measure_journal(),
    ] {
        let file: Value = serde_json::from_str(&export_json(&journal, &now(), "0")).expect("json");
        paths(&file, "", &mut found);
    }
    let mut listed: Vec<String> = found.into_iter().collect();
    listed.extend([
        choices("kind", EventKind::ALL),
        choices("got", Got::ALL),
        choices("did", Did::ALL),
        choices("need", Need::ALL),
        choices("area", Area::ALL),
        choices("alcohol", Alcohol::ALL),
        choices("relation", Relation::ALL),
        choices("status", Status::ALL),
        choices("ring", Ring::ALL),
        choices("contact", Contact::ALL),
        choices("can_tell", CanTell::ALL),
        choices("knows_low", KnowsLow::ALL),
        choices("support", Gives::ALL),
        choices("disagree", Disagree::ALL),
        choices("changed", Shift::ALL),
        choices("contact_ways", Way::ALL),
        choices("safe", Safe::ALL),
        choices("asking", Asking::ALL),
        choices("mode", Mode::ALL),
        choices("pace", Pace::ALL),
        choices("state", Attendance::ALL),
        choices("sort", EventSort::ALL),
        choices("gate", Gate::ALL),
        choices("told", Told::ALL),
        choices("item", Item::ALL),
        choices("often", Often::ALL),
    ]);
    let frozen: Vec<&str> = FIELDS.lines().collect();
    assert_eq!(listed, frozen, "see the head of this file:\n{}", listed.join("\n"));
    println!("fields and choices of format 1: {}", frozen.len());
}

#[test]
fn the_first_file_opens_for_ever() {
    let import = read_json(GOLDEN.as_bytes()).expect("the golden file");
    assert_eq!(import.report.n_records, 6);
    assert_eq!(
        (import.report.n_dropped, import.report.n_cut, import.report.refused.len()),
        (0, 0, 0)
    );
    let mut journal = Journal::new();
    import.plan(&journal, &now()).apply(&mut journal);
    for record in full_journal().records() {
        assert_eq!(journal.get(record.id), Some(record));
    }
    assert_eq!(export_json(&journal, &now(), "0.1.0"), GOLDEN);
}

#[test]
fn the_first_file_with_courses_opens_for_ever() {
    let import = read_json(COURSES.as_bytes()).expect("the golden file");
    let report = &import.report;
    assert_eq!((report.n_records, report.n_dropped, report.n_cut), (4, 0, 0));
    let mut journal = Journal::new();
    import.plan(&journal, &now()).apply(&mut journal);
    for record in course_journal().records() {
        assert_eq!(journal.get(record.id), Some(record));
    }
    assert_eq!(export_json(&journal, &now(), "0.1.0"), COURSES);
}

#[test]
fn what_came_later_opens_for_ever() {
    let import = read_json(GOLDEN_CIRCLE.as_bytes()).expect("the golden file");
    let report = &import.report;
    assert_eq!((report.n_records, report.n_dropped, report.n_cut), (2, 0, 0));
    let mut journal = Journal::new();
    import.plan(&journal, &now()).apply(&mut journal);
    for record in circle_journal().records() {
        assert_eq!(journal.get(record.id), Some(record));
    }
    assert_eq!(export_json(&journal, &now(), "0.1.0"), GOLDEN_CIRCLE);
    assert_eq!(validate(GOLDEN_CIRCLE), [""; 0]);
}

#[test]
fn fields_of_a_newer_version_survive_in_a_snapshot_and_wrong_ones_go() {
    let newer = GOLDEN_CIRCLE
        .replacen("\"places\":", "\"weather\":{\"sun\":1},\"places\":", 1)
        .replacen("\"ring\":\"around\"", "\"ring\":\"nowhere\"", 1)
        .replacen("\"turn\":119", "\"turn\":120", 1);
    let import = read_json(newer.as_bytes()).expect("a file");
    assert!(import.report.n_dropped > 0 && import.report.refused.is_empty());
    let mut journal = Journal::new();
    import.plan(&journal, &now()).apply(&mut journal);
    let again = export_json(&journal, &now(), "0.1.0");
    assert!(again.contains("\"weather\":{\"sun\":1}"), "{again}");
    let snapshot = journal.get(id(12)).and_then(|it| it.snapshot()).expect("the snapshot");
    assert_eq!(snapshot.places, [Placed { person: id(11), ring: Ring::Close }]);
    let person = journal.person(id(11)).expect("Asha").person;
    assert_eq!((person.spot, person.ring), (None, Some(Ring::Outside)));
}

pub(crate) fn validate(text: &str) -> Vec<String> {
    let schema: Value = serde_json::from_str(SCHEMA).expect("the schema");
    mistakes(&schema, &serde_json::from_str(text).expect("json"), &schema)
}

#[test]
fn files_are_as_the_schema_says() {
    assert_eq!(validate(GOLDEN), [""; 0]);
    assert_eq!(validate(COURSES), [""; 0]);
    assert_eq!(validate(&export_json(&focus_journal(), &now(), "0.1.0")), [""; 0]);
    let late = COURSES.replacen("\"total\":12", "\"total\":21", 1);
    assert_ne!(validate(&late), [""; 0]);
    for seed in 0..5 {
        let mut journal = Journal::new();
        for record in years(seed, day("2026-11-24"), 200) {
            journal.load(record);
        }
        assert_eq!(validate(&export_json(&journal, &now(), "0.1.0")), [""; 0]);
    }
    // And it does find mistakes.
    for (right, wrong) in [
        ("\"mood\":0", "\"mood\":11"),
        ("\"mood\":0", "\"mood\":\"0\""),
        ("\"kind\":\"time_together\"", "\"kind\":\"picnic\""),
        ("\"star\":true", "\"stars\":true"),
        ("\"who\":\"me\"", "\"who\":\"you\""),
        ("\"name\":", "\"nom\":"),
        ("\"version\":1", "\"version\":2"),
    ] {
        assert!(GOLDEN.contains(right), "{right}");
        assert_ne!(validate(&GOLDEN.replacen(right, wrong, 1)), [""; 0], "{wrong}");
    }
}

#[test]
fn the_schema_offers_exactly_the_choices_of_the_app() {
    let schema: Value = serde_json::from_str(SCHEMA).expect("the schema");
    let listed = |path: &str| {
        let found = schema.pointer(&format!("/$defs/{path}/enum")).expect(path);
        serde_json::from_value::<Vec<String>>(found.clone()).expect("names").join(" ")
    };
    let entry = "entry/properties";
    for (name, path) in [
        ("kind", format!("{entry}/kind")),
        ("got", format!("{entry}/got")),
        ("did", format!("{entry}/did/items")),
        ("need", format!("{entry}/need")),
        ("area", format!("{entry}/areas/items")),
        ("alcohol", format!("{entry}/wellbeing/properties/alcohol")),
        ("relation", "person/properties/relation".to_owned()),
        ("status", "person/properties/status".to_owned()),
        ("ring", "person/properties/ring".to_owned()),
        ("ring", "person/properties/ring_wish".to_owned()),
        ("ring", "snapshot/properties/places/items/properties/ring".to_owned()),
        ("contact", "person/properties/contact".to_owned()),
        ("can_tell", "person/properties/can_tell".to_owned()),
        ("knows_low", "person/properties/knows_low".to_owned()),
        ("support", "person/properties/support/items".to_owned()),
        ("disagree", "person/properties/disagree".to_owned()),
        ("changed", "person/properties/changed".to_owned()),
        ("support", "person/properties/i_give/items".to_owned()),
        ("contact_ways", "person/properties/contact_ways/items".to_owned()),
        ("safe", "person/properties/safe".to_owned()),
        ("asking", "network/properties/asking".to_owned()),
        ("mode", "course/properties/mode".to_owned()),
        ("pace", "course/properties/pace".to_owned()),
        ("state", "session/properties/state".to_owned()),
        ("area", "area".to_owned()),
        ("sort", "event/properties/sort".to_owned()),
        ("gate", "gate".to_owned()),
        ("told", "told".to_owned()),
        ("safe", "worksheet/properties/safe".to_owned()),
        ("often", "measures/properties/often".to_owned()),
    ] {
        let frozen = FIELDS.lines().find_map(|line| line.strip_prefix(&format!("{name}: ")));
        assert_eq!(Some(&*listed(&path)), frozen, "{name}");
    }
}

proptest! {
    #![proptest_config(crate::common::cases(200))]

    #[test]
    fn any_life_is_as_the_schema_says(journal in any_journal()) {
        let text = export_json(&journal, &now(), "0.1.0");
        let wrong = validate(&text);
        // The lives carry one field of a newer version.
        prop_assert!(wrong.iter().all(|it| it.ends_with("weather is not in the schema")), "{wrong:?}");
    }
}
