//! Files out and in: nothing lost, nothing believed, nothing half done.

use std::collections::BTreeMap;

use crate::common::{NOW, any_journal, day, entry, id, journal_of, now, stamp, stamp_of};
use proptest::prelude::*;
use satkarya_core::course::{Attendance, Course, Mode, Session};
use satkarya_core::focus::Told;
use satkarya_core::id::Id;
use satkarya_core::journal::{Earlier, Journal};
use satkarya_core::people::Person;
use satkarya_core::record::{Body, Record};
use satkarya_core::text::{Name, Note};
use satkarya_core::transfer::{
    BadFile, Break, Fate, Import, MAX_BYTES, Refused, Size, export_json, read_json,
};

fn export(journal: &Journal) -> String {
    export_json(journal, &now(), "0.1.0")
}

fn import(text: &str) -> Import {
    read_json(text.as_bytes()).unwrap_or_else(|error| panic!("{error}"))
}

/// A file of these lines, each a record.
fn file(records: &[&str]) -> String {
    let records = records.join(",\n");
    format!("{{\"format\":\"satkarya\",\"version\":1,\"records\":[\n{records}\n]}}\n")
}

fn bring(journal: &mut Journal, text: &str) -> usize {
    import(text).plan(journal, &now()).apply(journal).len()
}

const ID: &str = "3w3w3w3w3w3w3w3w3w3w3w3w3w";
const STAMPS: &str =
    r#""created":"1a20b2c91c0-0000-00000001","changed":"1a20b2c91c0-0000-00000001""#;

fn record_with(fields: &str) -> String {
    format!(r#"{{"id":"{ID}",{STAMPS},"body":{{"entry":{{{fields}}}}}}}"#)
}

const WHEN: &str = r#""when":{"day":"2026-11-24","time":"02:10","offset":0}"#;

/// The one record of a file, and the number of values dropped and texts cut.
fn mended(fields: &str) -> (Record, usize, usize) {
    let import = import(&file(&[&record_with(fields)]));
    let record = import.records.values().next().expect("a record").clone();
    (record, import.report.n_dropped, import.report.n_cut)
}

proptest! {
    #![proptest_config(crate::common::cases(1000))]

    #[test]
    fn out_in_and_out_again_is_equal_to_the_byte(journal in any_journal()) {
        let text = export(&journal);
        let mut other = Journal::new();
        bring(&mut other, &text);
        prop_assert_eq!(export(&other), text.clone());
        let again = import(&text).plan(&other, &now());
        prop_assert_eq!((again.count(Fate::New), again.n_changes()), (0, 0));
        prop_assert_eq!(bring(&mut other, &text), 0);
    }

    #[test]
    fn undoing_an_import_gives_back_what_was_there(here in any_journal(), there in any_journal()) {
        let mut journal = here.clone();
        let bodies = |journal: &Journal| journal
            .records()
            .map(|it| (it.id, it.body.clone(), it.removed.is_some()))
            .collect::<Vec<_>>();
        let changes = import(&export(&there)).plan(&journal, &now()).apply(&mut journal);
        for change in changes.iter().rev() {
            journal.revert(change, stamp(NOW + 1));
        }
        prop_assert_eq!(bodies(&journal), bodies(&here));
    }
}

#[test]
fn the_file_reads_line_by_line() {
    let mut journal = journal_of([
        entry("2026-11-24", "10:00", Some(4), "later"),
        entry("2026-11-02", "10:00", Some(5), "earlier"),
    ]);
    journal.put(id(9), Body::Person(Person::new(Name::cut("Asha"))), stamp(NOW), Earlier::Kept);
    journal.put_sample(id(8), Body::Person(Person::new(Name::cut("Sample"))), stamp(NOW));
    let text = export(&journal);
    let lines: Vec<&str> = text.lines().collect();
    assert!(lines[0].starts_with(r#"{"format":"satkarya","version":1,"app":"0.1.0","made":"2026-11-24T01:30+00:00","n_records":3,"#));
    assert!(
        lines[1].contains("Asha") && lines[2].contains("earlier") && lines[3].contains("later")
    );
    assert_eq!((lines[4], lines.len()), ("]}", 5));
    assert!(!text.contains("Sample"), "the sample diary is not exported");
}

#[test]
fn a_file_cut_anywhere_is_refused() {
    let journal = journal_of((0..14).map(|n| {
        let word = if n == 7 { "é \\ \"क्षमा\" " } else { "plain words " };
        entry("2026-11-24", "10:00", Some(4), &word.repeat(105))
    }));
    let text = export(&journal);
    let bytes = text.trim_end().as_bytes();
    assert!(bytes.len() > 20_000);
    let refused = (0..bytes.len()).filter(|n| read_json(&bytes[..*n]).is_err()).count();
    println!("I-04 files cut at every byte, refused: {refused}/{}", bytes.len());
    assert_eq!(refused, bytes.len());
    assert_eq!(import(&text).records.len(), 14);
}

#[test]
fn each_limit_has_its_own_error() {
    let deep = |n: usize| {
        let wide = format!("{}0{}", "[".repeat(n), "]".repeat(n));
        read_json(file(&[&wide]).as_bytes())
    };
    for n in [33, 129, 100_000] {
        assert!(matches!(deep(n), Err(BadFile::TooDeep { line: 2, .. })), "{n}");
    }
    assert!(deep(30).is_ok());
    let error = |records: &[&str]| read_json(file(records).as_bytes()).expect_err("refused");
    let list = format!("[{}0]", "0,".repeat(1_000_000));
    assert!(matches!(error(&[&list]), BadFile::TooMany { of: Size::List, line: 2, .. }));
    let entries: Vec<String> =
        (0..50_001_u32).map(|n| record_with(WHEN).replace(ID, &id(n).to_string())).collect();
    let entries: Vec<&str> = entries.iter().map(String::as_str).collect();
    assert!(matches!(error(&entries), BadFile::TooMany { of: Size::Entries, line: 50_003, .. }));
    assert!(read_json(file(&entries[..50_000]).as_bytes()).is_ok());
    let people: Vec<String> = (0..2_001_u32)
        .map(|n| format!(r#"{{"id":"{}",{STAMPS},"body":{{"person":{{"name":"x"}}}}}}"#, id(n)))
        .collect();
    let people: Vec<&str> = people.iter().map(String::as_str).collect();
    assert!(matches!(error(&people), BadFile::TooMany { of: Size::People, .. }));
    assert!(matches!(error(&vec!["0"; 100_001]), BadFile::TooMany { of: Size::Records, .. }));
    let large = vec![b' '; MAX_BYTES + 1];
    assert_eq!(read_json(&large), Err(BadFile::TooLarge { bytes: MAX_BYTES + 1 }));
    println!("I-03 limits with their own error: 9/9");
}

#[test]
fn every_broken_text_has_its_error_and_place() {
    let broken = |how: Break, line: usize, column: usize| BadFile::Broken { how, line, column };
    let in_record = |value: &str| file(&[&record_with(&format!("{WHEN},\"mood\":{value}"))]);
    let cases: Vec<(Vec<u8>, BadFile)> = vec![
        (Vec::new(), BadFile::Empty),
        (b" \n\t".to_vec(), BadFile::Empty),
        (b"hello".to_vec(), BadFile::NotOurs),
        (b"[1]".to_vec(), BadFile::NotOurs),
        (b"{}".to_vec(), BadFile::NotOurs),
        (b"{\"entries\":[]}".to_vec(), BadFile::NotOurs),
        (b"{\"format\":\"other\",\"version\":1,\"records\":[]}".to_vec(), BadFile::NotOurs),
        (vec![0x1f, 0x8b, 8, 0], BadFile::NotOurs),
        (b"age-encryption.org/v1\n".to_vec(), BadFile::Locked),
        ("{\"a\":1}".encode_utf16().flat_map(u16::to_le_bytes).collect(), BadFile::NotOurs),
        ([&[0xff, 0xfe][..], &[b'{', 0]].concat(), BadFile::NotOurs),
        (
            b"{\"format\":\"satkarya\",\n\"a\":\"\xff\"}".to_vec(),
            BadFile::NotText { line: 2, column: 6 },
        ),
        (
            b"{\"format\":\"satkarya\",\"version\":2,\"records\":7}".to_vec(),
            BadFile::Newer { version: 2 },
        ),
        (b"{\"format\":\"satkarya\",\"version\":1}".to_vec(), broken(Break::Shape, 1, 33)),
        (
            b"{\"format\":\"satkarya\",\"version\":1,\"records\":7}".to_vec(),
            broken(Break::Shape, 1, 44),
        ),
        (
            b"{\"format\":\"satkarya\",\"format\":\"satkarya\"}".to_vec(),
            broken(Break::DuplicateName, 1, 41),
        ),
        (format!("{}x", file(&[])).into_bytes(), broken(Break::Syntax, 4, 1)),
        (file(&["{\"id\":1,\"id\":2}"]).into_bytes(), broken(Break::DuplicateName, 2, 12)),
    ];
    for (bytes, expected) in &cases {
        let found = read_json(bytes).expect_err("refused");
        assert_eq!(found, *expected, "{:?}", String::from_utf8_lossy(bytes));
    }
    let syntax = ["NaN", "1e400", "\"\\ud800\"", "01", "+1", "'a'", "Infinity", "\"\t\""];
    for value in syntax {
        let found = read_json(in_record(value).as_bytes());
        assert!(
            matches!(found, Err(BadFile::Broken { how: Break::Syntax, line: 2, .. })),
            "{value}"
        );
    }
    let dropped = ["-0", "18446744073709551616", "\"12\"", "11", "-1", "4.5", "true", "[4]", "{}"];
    for value in dropped {
        let (record, n_dropped, _) = mended(&format!("{WHEN},\"mood\":{value},\"what\":\"kept\""));
        let entry = record.entry().expect("entry");
        assert!(entry.mood.is_none() && &*entry.what == "kept" && n_dropped > 0, "{value}");
    }
    let with_mark = format!("\u{feff}{}", file(&[]));
    assert!(read_json(with_mark.as_bytes()).is_ok(), "a byte order mark is passed over");
    println!(
        "I-05 broken texts and odd numbers: {0}/{0}",
        cases.len() + syntax.len() + dropped.len() + 1
    );
}

#[test]
fn names_of_another_language_are_plain_text() {
    let long = "k".repeat(10_000);
    let keys = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "", &long];
    for key in keys {
        let json = record_with(&format!("{WHEN},\"what\":\"kept\",\"{key}\":{{\"a\":1}}"));
        let import = import(&file(&[&json]));
        let entry = import.records.values().next().and_then(|it| it.entry()).expect("entry");
        assert_eq!((&*entry.what, entry.unknown.len()), ("kept", 1));
        let mut journal = Journal::new();
        import.clone().plan(&journal, &now()).apply(&mut journal);
        assert!(export(&journal).contains(&format!("\"{key}\":{{\"a\":1}}")), "survives");
    }
    println!("I-06 odd names kept as data: {0}/{0}", keys.len());
}

#[test]
fn ids_that_are_not_and_ids_that_come_twice() {
    let bad =
        ["3w3w3w3w3w3w3w3w3w3w3w3w3u", "3w3w3w3w3w3w3w3w3w3w3w3w3", "3w3w3w3w3w3w3w3w3w3w3w3w3ww"];
    for bad in bad {
        let import = import(&file(&[&record_with(WHEN), &record_with(WHEN).replace(ID, bad)]));
        assert_eq!(import.records.len(), 1);
        assert_eq!(
            import.report.refused.iter().map(|it| (it.nth, &it.why)).collect::<Vec<_>>(),
            [(2, &Refused::BadId)]
        );
    }
    let later = record_with(&format!("{WHEN},\"what\":\"later\""))
        .replace(r#""changed":"1a20b2c91c0"#, r#""changed":"1a20b2c91c1"#);
    for pair in [[&later, &record_with(WHEN)], [&record_with(WHEN), &later]] {
        let import = import(&file(&pair.map(String::as_str)));
        assert_eq!((import.records.len(), import.report.n_duplicates), (1, 1));
        let record = import.records.values().next().expect("record");
        assert_eq!((record.entry().map(|it| &*it.what), record.versions.len()), (Some("later"), 1));
    }
    let tombstone = format!(r#"{{"id":"{ID}",{STAMPS},"removed":"1a20b2c91c2-0000-00000001"}}"#);
    let gone = import(&file(&[&later, &tombstone]));
    assert!(gone.records.values().all(|it| it.body.is_none()), "erased after its last change");
    println!("I-08 ids: 5/5");
}

#[test]
fn what_is_wrong_in_a_course_or_a_session_goes_and_the_rest_stays() {
    let course = id(77);
    let body = |body: &str| format!(r#"{{"id":"{ID}",{STAMPS},"body":{body}}}"#);
    let read = |json: &str| {
        let import = import(&file(&[&body(json)]));
        let record = import.records.values().next().map(|it| it.body.clone());
        (record.flatten(), import.report.n_dropped, import.report.n_cut)
    };
    let long = "x".repeat(20_001);
    let session = Session::new(course, day("2026-11-24"), Attendance::Planned);
    let bad = Course { beginning: None, ..Course::new(Mode::InIpt) };
    for (json, expected) in [
        (
            format!(r#"{{"session":{{"course":"{course}","day":"2026-02-30","state":"late"}}}}"#),
            (Some(Body::Session(session.clone())), 2, 0),
        ),
        (
            format!(
                r#"{{"session":{{"course":"{course}","day":"2026-11-24","talked":"{long}"}}}}"#
            ),
            (Some(Body::Session(Session { talked: Note::cut(&long), ..session })), 0, 1),
        ),
        (
            r#"{"course":{"mode":"in_ipt","total":7,"beginning":9,"pace":"daily"}}"#.to_owned(),
            (Some(Body::Course(bad)), 3, 0),
        ),
        (r#"{"course":{"mode":"elsewhere"}}"#.to_owned(), (None, 0, 0)),
        (r#"{"session":{"course":"nobody","day":"2026-11-24"}}"#.to_owned(), (None, 0, 0)),
    ] {
        assert_eq!(read(&json), expected, "{}", json.chars().take(90).collect::<String>());
    }
    let kept = r#"{"course":{"mode":"waiting","later":[1,{"x":null}]}}"#;
    let (record, ..) = read(kept);
    assert_eq!(record.and_then(|it| serde_json::to_string(&it).ok()).as_deref(), Some(kept));
}

#[test]
fn a_day_that_is_none_takes_nothing_else_with_it() {
    let read = |body: &str| {
        let import = import(&file(&[&format!(r#"{{"id":"{ID}",{STAMPS},"body":{body}}}"#)]));
        let body = import.records.values().next().and_then(|it| it.body.clone());
        let json = body.and_then(|it| serde_json::to_string(&it).ok()).unwrap_or_default();
        (json, import.report.n_dropped)
    };
    let mut n = 0;
    for (kind, rest) in [
        ("reflection", r#","done":true"#),
        ("formulation", ""),
        ("goal", r#","text":"Call Ruth""#),
        ("along", r#","talk":2"#),
        ("snapshot", ""),
        ("focus", r#","main":"grief""#),
        ("sheet", r#","answers":{"bring":"The lunch"},"bring":true"#),
    ] {
        for bad in [r#""2026-02-30""#, "7", "null"] {
            let which = if kind == "sheet" { r#""sheet":"week","# } else { "" };
            let (json, n_dropped) = read(&format!(r#"{{"{kind}":{{{which}"day":{bad}{rest}}}}}"#));
            let (day, kept) = (json.contains(r#""day":"2026-11-24""#), json.contains(rest));
            assert_eq!((day, kept, n_dropped), (true, true, 1), "{kind} {bad}: {json}");
            n += 1;
        }
    }
    println!("days of the other kinds that are none: {n}");
}

#[test]
fn an_answer_about_being_safe_that_does_not_read_is_not_settled() {
    let unknown = Some(Told::RatherNot);
    for (safety, expected, n) in [
        (r#"{"afraid":"yes","hurt":"oui"}"#, [Some(Told::Yes), unknown, None], 1),
        (r#"{"afraid":1,"hurt":"no","controlled":[]}"#, [unknown, Some(Told::No), unknown], 2),
        (r#""yes""#, [unknown; 3], 1),
        ("null", [unknown; 3], 1),
    ] {
        let body = format!(r#"{{"reflection":{{"day":"2026-11-24","safety":{safety}}}}}"#);
        let import = import(&file(&[&format!(r#"{{"id":"{ID}",{STAMPS},"body":{body}}}"#)]));
        let body = import.records.values().next().and_then(|it| it.body.clone());
        let Some(Body::Reflection(it)) = body else { panic!("{safety}") };
        assert_eq!((it.safety.all(), import.report.n_dropped), (expected, n), "{safety}");
    }
}

#[test]
fn the_ratings_of_a_goal_come_in_order() {
    let ratings = r#"[{"day":"2026-11-20","near":3},{"day":"2026-11-02","near":1}]"#;
    let body = format!(r#"{{"goal":{{"day":"2026-11-01","ratings":{ratings}}}}}"#);
    let import = import(&file(&[&format!(r#"{{"id":"{ID}",{STAMPS},"body":{body}}}"#)]));
    let body = import.records.values().next().and_then(|it| it.body.clone());
    let Some(Body::Goal(goal)) = body else { panic!("no goal") };
    let days: Vec<String> = goal.ratings.iter().map(|it| it.day.to_string()).collect();
    assert_eq!(days, ["2026-11-02", "2026-11-20"]);
}

#[test]
fn days_that_are_not_keep_the_words() {
    let bad = ["2023-02-29", "2026-04-31", "0000-01-01", "10000-01-01", "tomorrow"];
    for bad in bad {
        let when = format!(r#""when":{{"day":"{bad}","time":"02:10","offset":60}},"what":"kept""#);
        let import = import(&file(&[&record_with(&when)]));
        let record = import.records.values().next().expect("record");
        let entry = record.entry().expect("entry");
        assert_eq!(import.report.undated, [record.id]);
        assert_eq!((&*entry.what, entry.when.time.to_string()), ("kept", "02:10".to_owned()));
        assert_eq!(entry.unknown["day_in_file"], bad);
        assert_eq!(entry.when.day.to_string(), "2026-11-24", "the day when it was made");
    }
    let (record, ..) = mended(r#""what":"no when at all""#);
    assert_eq!(record.entry().map(|it| it.when.time.to_string()), Some("12:00".to_owned()));
    println!("I-09 days that are not: {0}/{0}", bad.len());
}

#[test]
fn what_is_wrong_goes_and_the_rest_stays() {
    let long = "x".repeat(20_001);
    let fields = format!(
        r#"{WHEN},"mood":99,"what":"{long}","kind":"picnic","feelings":[{{"id":"sad","strength":9}},{{"id":"Not One"}},{{"id":"calm"}},{{"id":"calm"}}],
        "people":["{ID}",7,"{ID}"],"lines":[{{"who":"me","text":"hello","how":"{0}"}},{{"who":"nobody","text":"x"}}],
        "wellbeing":{{"energy":9,"appetite":2}},"did":["asked","flew"],"star":"yes","expected":"{0}","cover":1"#,
        "y".repeat(400),
    );
    let (record, n_dropped, n_cut) = mended(&fields);
    let entry = record.entry().expect("entry");
    assert_eq!((entry.mood, entry.kind, entry.star), (None, None, false));
    assert_eq!(entry.what.chars().count(), 20_000);
    assert_eq!(entry.expected.chars().count(), 300);
    let feelings: Vec<_> = entry.feelings.iter().map(|it| (it.id.as_str(), it.strength)).collect();
    assert_eq!(feelings, [("sad", None), ("calm", None)]);
    assert_eq!(entry.people.len(), 1);
    assert_eq!(
        entry.lines.iter().map(|it| (&*it.text, it.how.len())).collect::<Vec<_>>(),
        [("hello", 60)]
    );
    assert_eq!(entry.wellbeing.appetite.map(u8::from), Some(2));
    assert_eq!(entry.did.len(), 1);
    assert_eq!(entry.unknown["cover"], 1, "a field of a newer version is no mistake");
    println!("one entry with 12 mistakes: {n_dropped} values dropped, {n_cut} texts cut");
    assert_eq!(n_cut, 3);

    let text = file(&[
        &format!(r#"{{"id":"{ID}",{STAMPS},"body":{{"plan":{{}}}}}}"#),
        "7",
        &format!(r#"{{"id":"{ID}",{STAMPS}}}"#),
        &format!(
            r#"{{"id":"{ID}","created":"x","changed":7,"body":{{"person":{{"name":" ","status":"Flown","note":"a\u0007b"}}}}}}"#
        ),
    ]);
    let import = import(&text);
    let why: Vec<_> = import.report.refused.iter().map(|it| (it.nth, it.why.clone())).collect();
    assert_eq!(
        why,
        [
            (1, Refused::UnknownKind("plan".to_owned())),
            (2, Refused::NotARecord),
            (3, Refused::Unreadable)
        ]
    );
    let person = import.records.values().next().and_then(|it| it.person()).expect("person");
    assert_eq!((&*person.name, &*person.note, import.report.n_cleaned), ("?", "ab", 1));
}

#[test]
fn a_plan_tells_what_will_happen_and_applies_whole() {
    let mut here =
        journal_of((0..8).map(|n| entry("2026-11-20", "10:00", Some(5), &format!("{n}"))));
    let mut there = here.clone();
    let say = |journal: &mut Journal, n: u32, what: &str, device: u32, ms: u64| {
        let body = Body::Entry(entry("2026-11-20", "10:00", Some(5), what));
        journal.put(id(n), body, stamp_of(device, NOW + ms), Earlier::Kept);
    };
    say(&mut there, 0, "newer there", 2, 100);
    say(&mut here, 1, "newer here", 1, 100);
    say(&mut here, 2, "both, here", 1, 100);
    say(&mut there, 2, "both, there", 2, 200);
    say(&mut here, 3, "both, here", 1, 200);
    say(&mut there, 3, "both, there", 2, 100);
    here.erase(id(4), stamp(NOW + 100)).expect("erase");
    say(&mut there, 4, "after the erasure", 2, 200);
    there.erase(id(5), stamp_of(2, NOW + 100)).expect("erase");
    say(&mut there, 50, "new there", 2, 100);
    there.put(id(51), Body::Person(Person::new(Name::cut("x"))), stamp(NOW), Earlier::Kept);
    there.erase(id(51), stamp(NOW + 5)).expect("erase");

    let before = export(&here);
    let file = export(&there);
    let plan = import(&file).plan(&here, &now());
    let ids = |fate: Fate| plan.ids(fate).collect::<Vec<Id>>();
    assert_eq!(ids(Fate::New), [id(50)]);
    assert_eq!(ids(Fate::Newer), [id(0)]);
    assert_eq!(ids(Fate::Older), [id(1)]);
    assert_eq!(ids(Fate::Conflict), [id(2), id(3)]);
    assert_eq!(ids(Fate::Revived), [id(4)]);
    assert_eq!(ids(Fate::Erased), [id(5)]);
    assert_eq!(ids(Fate::Gone), [id(51)]);
    assert_eq!(ids(Fate::Same), [id(6), id(7)]);
    assert_eq!(export(&here), before, "a plan alone changes nothing");

    // Something is written between looking and bringing in.
    say(&mut here, 0, "typed meanwhile", 1, 300);
    let changes = plan.apply(&mut here);
    assert!(changes.iter().all(|change| change.after.is_some()));
    let what = |n: u32| here.entry(id(n)).map(|it| it.entry.what.to_string());
    assert_eq!(what(0).as_deref(), Some("typed meanwhile"));
    assert_eq!(what(2).as_deref(), Some("both, there"));
    assert_eq!(what(3).as_deref(), Some("both, here"));
    assert_eq!((what(4).as_deref(), what(5)), (Some("after the erasure"), None));
    for n in [0, 2, 3] {
        assert!(here.get(id(n)).is_some_and(|it| it.versions.len() == 2), "the other text is kept");
    }
    let again = import(&file).plan(&here, &now());
    assert_eq!((again.count(Fate::New), again.n_changes()), (0, 0));
    println!("fates of records told before they happen: 8/8");
}

/// Journals of one person on two devices are told apart from wrong guesses by their days.
#[test]
fn an_import_knows_what_is_in_it() {
    let journal = journal_of([
        entry("2024-02-29", "10:00", None, ""),
        entry("2026-11-24", "10:00", None, ""),
    ]);
    let import = import(&export(&journal));
    assert_eq!((import.n_entries(), import.n_people()), (2, 0));
    assert_eq!(import.span(), Some((day("2024-02-29"), day("2026-11-24"))));
    let _: BTreeMap<Id, Record> = import.records;
}
