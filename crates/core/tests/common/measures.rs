//! What was filled in of measures with every member, and the file that it makes. Each names all members, so
//! that a new one does not compile here.

use satkarya_core::content::MeasureId;
use satkarya_core::diary::Unknown;
use satkarya_core::journal::Journal;
use satkarya_core::measure::{Filled, Given, MeasureChoice, Often, choice, own_words};
use satkarya_core::record::{Body, Record};
use satkarya_core::text::Note;
use satkarya_core::transfer::{export_json, read_json};

use crate::common::{NOW, day, id, now, stamp};
use crate::schema::validate;

/// The file, as it was when these kinds came to format 1.
const GOLDEN: &str = include_str!("../golden/v1/measures.json");
const GOLDEN_LATER: &str = include_str!("../golden/v1/measures-later.json");

fn named(text: &str) -> MeasureId {
    text.to_owned().try_into().expect("id")
}

fn given(json: &str) -> Given {
    serde_json::from_str(json).expect("answers")
}

pub(crate) fn measure_journal() -> Journal {
    let whole = Filled {
        measure: named("nine"),
        day: day("2026-11-24"),
        // The lowest answer is an answer, and one that this guide does not ask for is kept.
        answers: given(
            r#"{"difficulty":1,"of_another_guide":255,"q1":2,"q2":2,"q3":2,"q4":2,"q5":1,"q6":1,"q7":1,"q8":1,"q9":0}"#,
        ),
        ended: true,
        anew: true,
        // Came later: see below.
        support_owed: false,
        unknown: Unknown::new(),
    };
    let mut begun = Filled::new(named("seven"), day("2026-11-23"));
    begun.answers = given(r#"{"q1":3}"#);
    let choice = MeasureChoice {
        asked: vec![named("nine"), named("of-a-newer-guide")],
        often: Some(Often::Session),
        words: Note::cut("I sleep badly.\nSince June."),
        unknown: Unknown::new(),
    };
    let mut journal = Journal::new();
    for (n, it) in
        [(51, whole), (52, begun), (53, Filled::new(named("of-a-newer-guide"), day("1900-01-01")))]
    {
        journal.load(Record::new(id(n), stamp(NOW), Body::Filled(it)));
    }
    journal.load(Record::new(MeasureChoice::ID, stamp(NOW), Body::Measures(choice)));
    journal
}

/// What came to measures later: that the support panel is owed, and a record for the words alone.
pub(crate) fn later_measure_journal() -> Journal {
    let mut owed = Filled::new(named("nine"), day("2026-11-30"));
    owed.answers = given(r#"{"q9":2}"#);
    owed.support_owed = true;
    let words = MeasureChoice { words: Note::cut("I sleep better."), ..MeasureChoice::default() };
    let mut journal = Journal::new();
    journal.load(Record::new(id(54), stamp(NOW), Body::Filled(owed)));
    journal.load(Record::new(MeasureChoice::WORDS, stamp(NOW), Body::Measures(words)));
    journal
}

fn read(text: &str) -> (Journal, usize) {
    let import = read_json(text.as_bytes()).expect("a file");
    assert!(import.report.refused.is_empty(), "{:?}", import.report.refused);
    let n_dropped = import.report.n_dropped;
    let mut journal = Journal::new();
    import.plan(&journal, &now()).apply(&mut journal);
    (journal, n_dropped)
}

#[test]
fn the_first_file_with_measures_opens_for_ever() {
    let (journal, n_dropped) = read(GOLDEN);
    assert_eq!((journal.records().count(), n_dropped), (4, 0));
    for record in measure_journal().records() {
        assert_eq!(journal.get(record.id), Some(record));
    }
    assert_eq!(export_json(&journal, &now(), "0.1.0"), GOLDEN);
    assert_eq!(validate(GOLDEN), [""; 0]);
}

#[test]
fn what_came_to_measures_later_opens_for_ever() {
    let whole = later_measure_journal();
    let (journal, n_dropped) = read(GOLDEN_LATER);
    assert_eq!((journal.records().count(), n_dropped), (2, 0));
    for record in whole.records() {
        assert_eq!(journal.get(record.id), Some(record));
    }
    assert_eq!(export_json(&journal, &now(), "0.1.0"), GOLDEN_LATER);
    assert_eq!(validate(GOLDEN_LATER), [""; 0]);
    // The words of an older file are read from where they stood, until they have a place of their own.
    let (older, _) = read(GOLDEN);
    assert_eq!(&*own_words(&older), "I sleep badly.\nSince June.");
    let (mut both, _) = read(GOLDEN);
    let import = read_json(GOLDEN_LATER.as_bytes()).expect("a file");
    import.plan(&both, &now()).apply(&mut both);
    assert_eq!(&*own_words(&both), "I sleep better.");
    assert_eq!(choice(&both).map(|it| it.asked.len()), Some(2), "the choice is as it was");
}

#[test]
fn what_is_wrong_in_a_measure_goes_and_the_rest_stays() {
    let mut n = 0;
    for (right, wrong, is_gone) in [
        (r#""q1":2"#, r#""q1":256"#, "q1"),
        (r#""q1":2"#, r#""q1":-1"#, "q1"),
        (r#""q1":2"#, r#""q1":1.5"#, "q1"),
        (r#""q1":2"#, r#""q1":"2""#, "q1"),
        (r#""q9":0"#, r#""q9":null"#, "q9"),
        (r#""q9":0"#, r#""q9":true"#, "q9"),
    ] {
        assert!(GOLDEN.contains(right), "{right}");
        let changed = GOLDEN.replacen(right, wrong, 1);
        assert_ne!(validate(&changed), [""; 0], "{wrong}");
        let (journal, n_dropped) = read(&changed);
        let it = journal.get(id(51)).and_then(|it| it.filled()).expect("there");
        // One answer goes, no other with it, and nothing is put in its place.
        assert_eq!((it.answers.get(is_gone), n_dropped), (None, 1), "{wrong}");
        let whole = measure_journal();
        let mut rest = whole.get(id(51)).and_then(|it| it.filled()).expect("there").clone();
        rest.answers.set(&is_gone.to_owned().try_into().expect("id"), None);
        assert_eq!(*it, rest, "{wrong}");
        n += 1;
    }
    let newer = GOLDEN
        .replacen(r#""q1":2"#, r#""q1":{"x":1},"Q":1"#, 1)
        .replacen(r#""ended":true"#, r#""ended":"yes","weather":{"sun":1}"#, 1)
        .replacen(r#""often":"session""#, r#""often":"hourly""#, 1)
        .replacen(r#"["nine","#, r#"["nine",7,"nine","#, 1);
    let (journal, n_dropped) = read(&newer);
    let it = journal.get(id(51)).and_then(|it| it.filled()).expect("there");
    assert_eq!((it.answers.get("q2"), it.answers.len(), it.ended), (Some(2), 10, false));
    assert!(it.unknown.contains_key("weather"));
    let choice = journal.get(MeasureChoice::ID).and_then(|it| it.measures()).expect("there");
    assert_eq!((choice.often(), choice.asked.len()), (Often::Period, 2));
    assert!(n_dropped >= 6, "{n_dropped}");
    // Without a measure it is none; without a day it stands where it was made.
    let none = GOLDEN.replacen(r#""measure":"nine""#, r#""measure":"Nine times""#, 1);
    assert_eq!(read_json(none.as_bytes()).expect("a file").report.refused.len(), 1);
    let (journal, _) = read(&GOLDEN.replacen(r#""day":"2026-11-23""#, r#""day":"soon""#, 1));
    let it = journal.get(id(52)).and_then(|it| it.filled()).expect("there");
    assert_eq!(it.day, day("2026-11-24"));
    println!("measures with something wrong: {}", n + 3);
}
