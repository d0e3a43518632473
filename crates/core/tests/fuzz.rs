//! Arbitrary and damaged files: whatever comes, reading ends with a result.

use crate::common::{day, now};
use satkarya_core::generate::{Random, years};
use satkarya_core::journal::Journal;
use satkarya_core::transfer::{export_json, read_json};

/// Pieces of which damaged files are made.
const PIECES: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\",
    "null",
    "true",
    "-0",
    "1e400",
    "99999999999999999999",
    "\"id\"",
    "\"when\":{",
    "\"day\":\"2023-02-29\"",
    "\"removed\":",
    "\"versions\":[",
    "\"body\":{",
    "\"entry\":{",
    "\"person\":{",
    "\"name\":\"\"",
    "\"feelings\":[{}]",
    "\\ud800",
    "\u{feff}",
    "é",
    "\u{0}",
    "\"erased\":\"fffffffffff-ffff-ffffffff\"",
    "\"offset\":99999",
    "[[[[[[[[[[[[[[[[",
    "\"__proto__\"",
];

/// Changes a file in up to eight places.
fn damage(random: &mut Random, file: &[u8]) -> Vec<u8> {
    let mut bytes = file.to_vec();
    for _ in 0..=random.below(8) {
        let at = random.place(bytes.len());
        let end = (at + random.place(12)).min(bytes.len());
        let piece = PIECES[random.place(PIECES.len())].as_bytes();
        match random.below(5) {
            0 => bytes[at] = random.bits().to_le_bytes()[0],
            1 => drop(bytes.splice(at..at, piece.iter().copied())),
            2 => drop(bytes.splice(at..end, piece.iter().copied())),
            3 => drop(bytes.drain(at..end)),
            _ => {
                let again: Vec<u8> = bytes[at..end].to_vec();
                bytes.splice(at..at, again);
            }
        }
        if bytes.is_empty() {
            break;
        }
    }
    bytes
}

/// Text that is JSON of our frame with values of any kind in it.
fn shaped(random: &mut Random) -> Vec<u8> {
    fn value(random: &mut Random, depth: u64) -> String {
        const NAMES: &[&str] = &[
            "id",
            "created",
            "changed",
            "removed",
            "erased",
            "body",
            "versions",
            "entry",
            "person",
            "feeling",
            "sheet",
            "answers",
            "later",
            "safe",
            "when",
            "day",
            "time",
            "offset",
            "zone",
            "mood",
            "feelings",
            "people",
            "lines",
            "who",
            "text",
            "how",
            "wellbeing",
            "did",
            "name",
            "word",
            "family",
            "x",
        ];
        const ATOMS: &[&str] = &[
            "null",
            "true",
            "0",
            "-1",
            "11",
            "4.5",
            "\"\"",
            "\"sad\"",
            "\"2026-11-24\"",
            "\"02:10\"",
            "\"3w3w3w3w3w3w3w3w3w3w3w3w3w\"",
            "\"1a20b2c91c0-0000-00000001\"",
            "\"me\"",
            "\"asked\"",
        ];
        let n = random.below(6);
        match random.below(if depth > 6 { 1 } else { 5 }) {
            0 | 1 => ATOMS[random.place(ATOMS.len())].to_owned(),
            2 => {
                let items: Vec<String> = (0..n).map(|_| value(random, depth + 1)).collect();
                format!("[{}]", items.join(","))
            }
            _ => {
                let mut names: Vec<&str> =
                    (0..n).map(|_| NAMES[random.place(NAMES.len())]).collect();
                names.sort_unstable();
                names.dedup();
                let members: Vec<String> = names
                    .iter()
                    .map(|name| format!("\"{name}\":{}", value(random, depth + 1)))
                    .collect();
                format!("{{{}}}", members.join(","))
            }
        }
    }
    let body = |random: &mut Random| {
        let kind = ["entry", "person", "feeling", "sheet", "plan"][random.place(5)];
        format!(
            r#"{{"id":"3w3w3w3w3w3w3w3w3w3w3w3w3{}","created":{},"changed":"1a20b2c91c0-0000-00000001","body":{{"{kind}":{}}},"versions":{}}}"#,
            random.below(10),
            value(random, 6),
            value(random, 1),
            value(random, 3),
        )
    };
    let records: Vec<String> =
        (0..3).map(|_| if random.one_in(3) { value(random, 0) } else { body(random) }).collect();
    format!("{{\"format\":\"satkarya\",\"version\":1,\"records\":[{}]}}", records.join(","))
        .into_bytes()
}

#[test]
fn no_file_makes_the_reader_panic() {
    let mut random = Random::new(20_261_124);
    let mut journal = Journal::new();
    for record in years(3, day("2026-11-24"), 6) {
        journal.load(record);
    }
    let file = export_json(&journal, &now(), "0.1.0").into_bytes();
    let (mut n_read, mut n_refused, mut n_mended) = (0, 0, 0);
    for n in 0..24_000 {
        let bytes: Vec<u8> = match n % 4 {
            0 => (0..random.below(200)).map(|_| random.bits().to_le_bytes()[0]).collect(),
            1 => shaped(&mut random),
            _ => damage(&mut random, &file),
        };
        match read_json(&bytes) {
            Ok(import) => {
                n_read += 1;
                n_mended += usize::from(import.report.n_dropped + import.report.n_cut > 0);
                // What was read is sound: it can be merged, written and read again.
                let mut other = Journal::new();
                import.plan(&other, &now()).apply(&mut other);
                let text = export_json(&other, &now(), "0.1.0");
                let again = read_json(text.as_bytes()).expect("our own file");
                assert_eq!((again.report.n_dropped, again.report.n_cut), (0, 0), "{text}");
                let mut third = Journal::new();
                again.plan(&third, &now()).apply(&mut third);
                assert_eq!(export_json(&third, &now(), "0.1.0"), text);
            }
            Err(_) => n_refused += 1,
        }
    }
    println!("I-13 files: 24000, read {n_read} (mended {n_mended}), refused {n_refused}, panics 0");
    assert!(n_read > 4_000 && n_mended > 1_000 && n_refused > 4_000, "the mix is worth its time");
}
