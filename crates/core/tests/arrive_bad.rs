//! Files of other apps that are too much, too large, damaged or something else: each ends with a
//! result, and none does harm.

use std::fmt::Write as _;

use crate::arrive::{FIXTURES, all, archives, bring, diary, fixture, zipped};
use crate::common::now;
use proptest::prelude::*;
use rawzip::CompressionMethod;
use satkarya_core::arrive::{App, Left, MAX_BYTES, MAX_MOMENTS, MAX_MOODS, Refused, look};
use satkarya_core::generate::Random;
use satkarya_core::journal::Journal;
use satkarya_core::transfer::{export_csv, export_json};

#[test]
fn a_file_that_cannot_be_used_says_why() {
    let journal = Journal::new();
    let ours = export_json(&journal, &now(), "0");
    let deep = format!("{}{}", "[".repeat(33), "]".repeat(33));
    let deeper = "[".repeat(100_000);
    let rows = format!("a,b\n{}", "1,2\n".repeat(MAX_MOMENTS + 1));
    let many = format!(
        "[{}]",
        vec![r#"{"timeCreated":"2026-05-17","text":"x"}"#; MAX_MOMENTS + 2].join(",")
    );
    let big = vec![b'a'; MAX_BYTES + 1];
    let label = |label: satkarya_core::transfer::Label<'_>| match label {
        satkarya_core::transfer::Label::Column(column) => match column {
            satkarya_core::transfer::Column::Day => "Day".to_owned(),
            satkarya_core::transfer::Column::Zone => "Time zone".to_owned(),
            satkarya_core::transfer::Column::Mood => "Mood, 0 to 10".to_owned(),
            other => format!("{other:?}"),
        },
        _ => String::new(),
    };
    let journal =
        crate::common::journal_of([crate::common::entry("2026-05-17", "10:00", None, "x")]);
    let own_table = export_csv(&journal, &label);
    let cases: &[(&str, &[u8], Refused)] = &[
        ("nothing", b"", Refused::Empty),
        ("white space", b" \r\n\t", Refused::Empty),
        ("too large", &big, Refused::TooLarge),
        ("our backup", ours.as_bytes(), Refused::Ours),
        ("our table", own_table.as_bytes(), Refused::Ours),
        ("locked with age", b"age-encryption.org/v1\nx", Refused::Locked),
        ("UTF-16", b"\xff\xfea\0,\0b\0", Refused::NotText),
        ("a picture", b"\xff\xd8\xff\xe0", Refused::NotText),
        ("deep", deep.as_bytes(), Refused::TooDeep),
        ("deeper", deeper.as_bytes(), Refused::TooDeep),
        ("cut off", b"{\"entries\":[{", Refused::Broken { line: 1, column: 13 }),
        ("lone surrogate", b"[\"\\ud800\"]", Refused::Broken { line: 1, column: 9 }),
        ("no number", b"{\"a\":1e400}", Refused::Broken { line: 1, column: 10 }),
        ("prose", b"Dear diary\nnothing here", Refused::Unknown),
        ("other JSON", b"{\"hello\":1}", Refused::Unknown),
        (
            "names that mean something elsewhere",
            b"{\"__proto__\":{\"entries\":1}}",
            Refused::Unknown,
        ),
        ("an empty list", b"[]", Refused::NoEntries),
        ("a head alone", b"date,note\n", Refused::NoEntries),
        ("only runs", fixture("mood-tracker-runs.json"), Refused::NoEntries),
        ("many rows", rows.as_bytes(), Refused::TooMany),
        ("many entries", many.as_bytes(), Refused::TooMany),
        ("half an archive", b"PK\x03\x04\x14\0", Refused::BadArchive),
    ];
    for (name, bytes, expected) in cases {
        match look(bytes) {
            Err(refused) => assert_eq!(refused, *expected, "{name}"),
            Ok(seen) => panic!("{name}: {seen:?}"),
        }
    }
    println!("{} files refused, each with its reason", cases.len());
}

#[test]
fn archives_that_are_bombs_stop_early() {
    let blank = vec![b' '; 70_000_000];
    let one = vec![b' '; 2_000_000];
    let many: Vec<(String, &[u8])> = (0..40).map(|n| (format!("{n}.json"), &one[..])).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|(name, it)| (&**name, *it)).collect();
    let inner = zipped(&[("a.json", &one)], CompressionMethod::DEFLATE);
    let cases = [
        (
            "one file",
            zipped(&[("a.json", &blank)], CompressionMethod::DEFLATE),
            Refused::TooMuchInside,
        ),
        ("ratio", zipped(&[("a.json", &one)], CompressionMethod::DEFLATE), Refused::TooMuchInside),
        ("nested", zipped(&[("a.zip", &inner)], CompressionMethod::STORE), Refused::Unknown),
        (
            "other method",
            zipped(&[("a.json", b"{}")], CompressionMethod::new(14)),
            Refused::BadArchive,
        ),
    ];
    for (name, bytes, expected) in &cases {
        assert_eq!(look(bytes), Err(*expected), "{name}, {} bytes", bytes.len());
    }
    let many = zipped(&many, CompressionMethod::STORE);
    assert_eq!(look(&many), Err(Refused::TooLarge), "{} bytes", many.len());
    // What a locked archive says of its file: bit 0 of the flags, here and in the list at its end.
    let mut locked = zipped(&[("a.json", b"{}")], CompressionMethod::STORE);
    for (mark, at) in [(&b"PK\x03\x04"[..], 6), (b"PK\x01\x02", 8)] {
        let start = locked.windows(4).position(|four| four == mark).expect("mark");
        locked[start + at] |= 1;
    }
    assert_eq!(look(&locked), Err(Refused::Locked));
    println!("{} bombs and a locked archive refused", cases.len() + 1);
}

#[test]
fn more_moods_and_people_than_the_limits_are_counted() {
    let rows: String = (0..MAX_MOODS + 20).fold(String::new(), |mut rows, n| {
        writeln!(rows, "2026-05-17,{n}:00 is,mood{n},Name{n}").expect("text");
        rows
    });
    let arrival = diary(format!("date,when,mood,people\n{rows}").as_bytes()).expect("readable");
    assert_eq!(arrival.moods.len(), MAX_MOODS);
    let as_words = arrival.moments.iter().filter(|moment| !moment.tags.is_empty()).count();
    assert_eq!(as_words, 20);
    let names: Vec<String> = (0..2_100).map(|n| format!("N{n}")).collect();
    let table = format!("date,people\n2026-05-17,\"{}\"\n", names.join(";"));
    let arrival = diary(table.as_bytes()).expect("readable");
    assert_eq!(
        (arrival.people.len(), arrival.left.as_slice()),
        (2_000, &[(Left::Beyond, 100)][..])
    );
    let long = format!("date,note\n2026-05-17,{}\n", "a".repeat(30_000));
    let arrival = diary(long.as_bytes()).expect("readable");
    assert_eq!(all(&arrival, &Journal::new()).left, [(Left::Cut, 1)]);
    assert_eq!(arrival.app, App::Table);
    println!("moods, people and letters beyond the limits are counted");
}

/// Pieces that stand in files of other apps.
const PIECES: &[&str] = &[
    "\"",
    ",",
    ";",
    "|",
    "\r\n",
    "\n",
    "{",
    "}",
    "[",
    "]",
    ":",
    "null",
    "-1",
    "1e308",
    "99999999999999",
    "#",
    "@a",
    "+b",
    "(",
    ")",
    "<",
    ">",
    "<b>",
    "</script",
    "<script>",
    "<!--",
    "&amp;",
    "&#",
    "\\",
    "![](dayone-moment:",
    "\u{feff}",
    "\u{202f}",
    "é",
    "2026-05-17",
    "T25:61Z",
    "12:00 AM",
    "PK\x03\x04",
    "PK\x01\x02",
    "PK\x05\x06",
    "date_journal",
    "\"entries\":",
    "createdAt",
    "mood",
    "0x",
    "\u{0}",
];

fn damaged(random: &mut Random, file: &[u8]) -> Vec<u8> {
    let mut bytes = file.to_vec();
    for _ in 0..=random.below(6) {
        if bytes.is_empty() {
            break;
        }
        let at = random.place(bytes.len());
        let end = (at + random.place(24)).min(bytes.len());
        let piece = PIECES[random.place(PIECES.len())].as_bytes();
        match random.below(6) {
            0 => bytes[at] = random.bits().to_le_bytes()[0],
            1 => drop(bytes.splice(at..at, piece.iter().copied())),
            2 => drop(bytes.splice(at..end, piece.iter().copied())),
            3 => drop(bytes.drain(at..end)),
            4 => bytes.truncate(end),
            _ => {
                let again: Vec<u8> = bytes[at..end].to_vec();
                bytes.splice(at..at, again);
            }
        }
    }
    bytes
}

proptest! {
    #[test]
    fn arbitrary_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = diary(&bytes);
    }
}

/// A word that comes twice is one feeling: an entry with two of them would not be read back whole.
#[test]
fn a_feeling_that_is_named_twice_is_there_once() {
    let (_, file) = FIXTURES.iter().find(|(name, _)| *name == "how-we-feel-22.csv").unwrap();
    let file = String::from_utf8(file.to_vec()).unwrap().replace("Calm; Sad", "Calm; Calm; Sad");
    let mut journal = Journal::new();
    let found = all(&diary(file.as_bytes()).unwrap(), &journal);
    bring(&mut journal, found);
    let feelings: Vec<Vec<String>> = journal
        .entries()
        .map(|it| it.entry.feelings.iter().map(|it| it.id.as_str().to_owned()).collect())
        .collect();
    assert_eq!(feelings, [vec!["calm".to_owned(), "sad".to_owned()], vec!["anxious".to_owned()]]);
}

#[test]
fn damaged_files_end_with_a_result() {
    let n: usize = std::env::var("ARRIVE_TRIES").ok().and_then(|n| n.parse().ok()).unwrap_or(2_000);
    let mut files: Vec<(&str, Vec<u8>)> =
        FIXTURES.iter().map(|(name, bytes)| (*name, bytes.to_vec())).collect();
    files.extend(archives());
    let (mut n_tried, mut n_read) = (0, 0);
    for (nth, (name, file)) in files.iter().enumerate() {
        let mut random = Random::new(nth as u64 + 1);
        for _ in 0..n {
            n_tried += 1;
            let Ok(arrival) = diary(&damaged(&mut random, file)) else { continue };
            let mut journal = Journal::new();
            let found = all(&arrival, &journal);
            bring(&mut journal, found);
            // What came in is what can be stored: it is read back whole.
            let out = export_json(&journal, &now(), "0");
            let import = satkarya_core::transfer::read_json(out.as_bytes()).expect("our own");
            let is_whole = import.report.refused.is_empty() && import.report.n_dropped == 0;
            assert!(is_whole, "{name}, try {n_tried}: {:?}\n{out}", import.report);
            n_read += 1;
        }
    }
    println!("{n_tried} damaged files of {} kinds: 0 panics, {n_read} read in part", files.len());
    assert!(n_read > 0 && n_read < n_tried);
}
