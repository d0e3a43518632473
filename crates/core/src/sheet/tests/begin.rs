//! What a worksheet begins with, and what belongs together.

use super::*;
use crate::content::Then;
use crate::diary::{Feeling, SaidLine, Speaker};
use crate::rating::Mood;
use crate::text::{Note, Text};

fn today() -> Day {
    day("2026-11-24")
}

fn begun(desk: &Desk, sheet: &str) -> Worksheet {
    begin(&desk.journal, asked(sheet), today())
}

fn column(it: &Worksheet, rows: &str, column: &str) -> Vec<String> {
    it.answers.rows(rows).map(|row| row.text(column).to_owned()).collect()
}

#[test]
fn a_sheet_begins_with_its_rows_and_otherwise_empty() {
    let desk = Desk::new();
    let mut with_rows = Vec::new();
    for sheet in content::sheets() {
        let made = begun(&desk, sheet.id.as_str());
        assert_eq!((&made.sheet, made.day), (&sheet.id, today()));
        assert!(made.later.is_empty() && made.from.is_none() && !made.aside && !made.open);
        for field in sheet.fields() {
            let first = field.columns.first().map_or("", |it| it.id.as_str());
            assert_eq!(column(&made, field.id.as_str(), first), field.start);
        }
        if !made.answers.is_empty() {
            with_rows.push(sheet.id.as_str());
        }
    }
    assert_eq!(begun(&desk, "signs").answers.n_rows("third"), 3);
    println!("sheets that begin with rows: {}", with_rows.join(", "));
}

#[test]
fn a_field_begins_with_what_the_latest_sheet_says() {
    let mut desk = Desk::new();
    let before = |on: &str, value| Worksheet { day: day(on), ..filled("turn", value) };
    desk.sheet(1, before("2026-01-02", json!({"old_role": "The one who cooked"})));
    desk.sheet(2, before("2026-03-02", json!({"old_role": "The one who drove"})));
    desk.sheet(3, before("2026-02-02", json!({"old_role": "The one who sang"})));
    assert_eq!(begun(&desk, "old").answers.text("role"), "The one who drove");
    // A table comes over row by row, without those that say nothing.
    let first = json!([{"sign": "I eat standing up", "tell": [id(9).to_string()]}, {}, {"notice": "boots by the door"}]);
    desk.sheet(4, filled("signs", json!({"first": first, "second": [{"sign": "Most days low"}]})));
    desk.sheet(5, filled("learned", json!({"mine": "I rang first."})));
    let well = begun(&desk, "well");
    assert_eq!(well.answers.value("early"), Some(&json!([first[0].clone(), first[2].clone()])));
    assert_eq!(column(&well, "building", "sign"), ["Most days low"]);
    assert_eq!(well.answers.text("lessons"), "I rang first.");
    // What can be chosen from another sheet is not chosen by that.
    let several: Vec<_> = asked("check").fields().filter(|it| !it.from.is_empty()).collect();
    assert!(!several.is_empty(), "the check takes its signs from the sheet of signs");
    let check = begun(&desk, "check");
    assert!(several.iter().all(|it| check.answers.value(it.id.as_str()).is_none()));
}

#[test]
fn an_entry_becomes_slow_motion_with_day_person_words_and_feelings() {
    let mut desk = Desk::new();
    let (noor, bilal) = (desk.person(1, None), desk.person(2, None));
    let said = |who, text, how| SaidLine { who, text: Text::cut(text), how: Text::cut(how) };
    let full = Entry {
        people: vec![noor, bilal],
        what: Note::cut("She cancelled lunch."),
        feelings: ["hurt", "lonely"]
            .map(|it| Feeling { id: it.try_into().expect("id"), strength: None })
            .to_vec(),
        lines: vec![
            said(Speaker::Other, "Can’t make it, sorry.", "by text"),
            said(Speaker::Me, "Fine. As you like.", ""),
            said(Speaker::Person(noor), "", "in silence"),
        ],
        mood: Mood::try_from(3).ok(),
        ..entry("2026-11-22")
    };
    let of = desk.put(3, Body::Entry(full.clone()));
    let made = begin_from_entry(&desk.journal, asked("slowly"), of, today());
    let expected = json!({
        "entry": of.to_string(),
        "day": "2026-11-22",
        "described": "She cancelled lunch.",
        "with": noor.to_string(),
        "lines": [
            {"who": "other", "said": "Can’t make it, sorry.", "how": "by text"},
            {"who": "me", "said": "Fine. As you like.", "felt": ["hurt", "lonely"]},
            {"who": "other", "how": "in silence"},
        ],
    });
    assert_eq!(serde_json::to_value(&made.answers).expect("json"), expected);
    assert_eq!((made.day, made.with()), (today(), Some(noor)));
    assert_eq!((people_of(&made), entries_of(&made)), (vec![noor], vec![of]));
    // Without words of one's own the feelings stand at the last line, and without any at a first one.
    let felt = |lines: Vec<SaidLine>| {
        let mut desk = Desk::new();
        let of = desk.put(3, Body::Entry(Entry { lines, ..full.clone() }));
        let made = begin_from_entry(&desk.journal, asked("slowly"), of, today());
        let rows = made.answers.rows("lines");
        rows.map(|row| row.value("felt").is_some()).collect::<Vec<_>>()
    };
    assert_eq!(
        felt(vec![said(Speaker::Other, "No.", ""), said(Speaker::Other, "Bye.", "")]),
        [false, true]
    );
    assert_eq!(felt(Vec::new()), [true]);
    // A bare entry fills in its day only, and one that is gone nothing.
    let bare = desk.entry(4, "2026-11-23", &[]);
    let made = begin_from_entry(&desk.journal, asked("slowly"), bare, today());
    assert_eq!(
        serde_json::to_value(&made.answers).expect("json"),
        json!({"entry": bare.to_string(), "day": "2026-11-23"})
    );
    assert!(begin_from_entry(&desk.journal, asked("slowly"), id(99), today()).answers.is_empty());
}

#[test]
fn every_sheet_that_can_begin_from_an_entry_takes_what_it_says() {
    let mut desk = Desk::new();
    let noor = desk.person(1, None);
    let rated = |n| Mood::try_from(n).ok();
    let of = desk.put(
        3,
        Body::Entry(Entry {
            people: vec![noor],
            what: Note::cut("what"),
            feelings: vec![Feeling { id: "hurt".try_into().expect("id"), strength: None }],
            lines: vec![SaidLine {
                who: Speaker::Me,
                text: Text::cut("Hm."),
                how: Text::default(),
            }],
            expected: Text::cut("expected"),
            outcome: Text::cut("outcome"),
            mood: rated(3),
            before: rated(0),
            after: rated(10),
            ..entry("2026-11-22")
        }),
    );
    let mut n = 0;
    for sheet in content::sheets() {
        let made = begin_from_entry(&desk.journal, sheet, of, today());
        for (field, part) in &sheet.from_entry {
            assert!(made.answers.is_filled_at(Slot::of(field_id(field))), "{} {part:?}", sheet.id);
            n += 1;
        }
    }
    println!("fields that an entry fills: {n}");
}

fn field_id(id: &'static crate::content::FieldId) -> &'static str {
    id.as_str()
}

fn then(from: &str, to: &str) -> &'static Then {
    asked(from).then.iter().find(|it| it.to.as_str() == to).expect(to)
}

#[test]
fn the_line_that_was_said_anew_goes_into_the_plan() {
    let mut desk = Desk::new();
    let noor = desk.person(1, None);
    let of = desk.entry(2, "2026-11-22", &[noor]);
    let slow = filled(
        "slowly",
        json!({"with": noor.to_string(), "entry": of.to_string(), "retry": "I was sad.", "hoped": "stays here"}),
    );
    let from = desk.sheet(3, slow.clone());
    let words =
        copied(&desk.journal, (from, &slow), then("slowly", "words"), today()).expect("a plan");
    assert_eq!((words.sheet.as_str(), words.from, words.day), ("words", Some(from), today()));
    assert_eq!((words.answers.text("ask"), words.with()), ("I was sad.", Some(noor)));
    assert!(words.answers.text("hoped").is_empty());
    // The plan was tried, and its review knows the ask, the person and where it came from.
    let plan = desk.sheet(4, words.clone());
    let after =
        copied(&desk.journal, (plan, &words), then("words", "after"), today()).expect("a review");
    assert_eq!(
        (after.answers.text("planned"), after.with(), after.from),
        ("I was sad.", Some(noor), Some(plan))
    );
    // Where both have a field for the entry behind it, it goes along unasked.
    let after = Worksheet {
        answers: answers(json!({"with": noor.to_string(), "entry": of.to_string()})),
        ..after
    };
    let again =
        copied(&desk.journal, (plan, &after), then("after", "slowly"), today()).expect("again");
    assert_eq!((again.with(), entries_of(&again)), (Some(noor), vec![of]));
    // A sheet that the guide does not know leads nowhere.
    let strange = filled("of-a-newer-guide", json!({"retry": "x"}));
    assert!(copied(&desk.journal, (plan, &strange), then("slowly", "words"), today()).is_none());
}

#[test]
fn what_came_of_a_sheet_belongs_to_its_person_and_entry() {
    let mut desk = Desk::new();
    let (noor, bilal) = (desk.person(1, None), desk.person(2, None));
    let of = desk.entry(3, "2026-11-20", &[noor]);
    let on = |on: &str, it: Worksheet| Worksheet { day: day(on), ..it };
    let slow = desk.sheet(4, on("2026-11-20", filled("slowly", json!({"entry": of.to_string()}))));
    let words = desk.sheet(
        5,
        Worksheet {
            from: Some(slow),
            ..on("2026-11-21", filled("words", json!({"with": noor.to_string()})))
        },
    );
    let after = desk
        .sheet(6, Worksheet { from: Some(words), ..on("2026-11-22", filled("after", json!({}))) });
    let other = desk.sheet(
        7,
        filled(
            "signs",
            json!({"first": [{"sign": "x", "tell": [bilal.to_string(), "not an id"]}]}),
        ),
    );
    let asked = desk.sheet(8, on("2026-11-23", filled("ask", json!({"with": "somebody"}))));
    let ids = |all: Vec<(Id, &Worksheet)>| all.into_iter().map(|it| it.0).collect::<Vec<_>>();
    let journal = &desk.journal;
    for (id, named, belongs) in [
        (noor, vec![words], vec![after, words]),
        (of, vec![slow], vec![after, words, slow]),
        (bilal, vec![other], vec![other]),
        (asked, vec![], vec![]),
    ] {
        assert_eq!((ids(named_in(journal, id)), ids(about(journal, id))), (named, belongs));
    }
    assert_eq!(
        (ids(links_to(journal, slow)), ids(links_to(journal, words))),
        (vec![words], vec![after])
    );
    assert!(links_to(journal, after).is_empty());
    // Somebody who is named twice is there once.
    let twice = filled(
        "signs",
        json!({"first": [{"tell": [noor.to_string(), noor.to_string()]}], "third": [{"tell": [bilal.to_string(), noor.to_string()]}]}),
    );
    assert_eq!(people_of(&twice), [noor, bilal]);
    assert!(people_of(&filled("of-no-guide", json!({"with": noor.to_string()}))).is_empty());
}
