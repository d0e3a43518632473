//! Diaries of other apps: what is read of each, what is left, and that no file does harm.
//!
//! The fixtures in `arrive/` are invented and small, and hold every trap of their format.
//! `arrive/expected.txt` says what becomes of each, entry by entry; `UPDATE_ARRIVE=1` writes it
//! anew, and the difference is read like code.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use crate::common::{NOW, now, stamp};
use miniz_oxide::deflate::compress_to_vec;
use rawzip::{CompressionMethod, ZipArchiveWriter};
use satkarya_core::arrive::{
    Arrival, Choices, Column, DayOrder, Found, Refused, Seen, Table, Why, look, records,
};
use satkarya_core::journal::Journal;
use satkarya_core::rating::Mood;
use satkarya_core::record::{Body, Record};
use satkarya_core::stamp::StampClock;
use satkarya_core::time::{Offset, Zone};
use satkarya_core::transfer::{MergePlan, export_json};

macro_rules! fixtures {
    ($($name:literal),+ $(,)?) => {
        /// Every fixture by name.
        pub(crate) const FIXTURES: &[(&str, &[u8])] = &[$(($name, include_bytes!(concat!("arrive/", $name)))),+];
    };
}

fixtures![
    "daylio.csv",
    "daylio-2021.csv",
    "daylio-2018.csv",
    "daylio-backup.json",
    "daylio-backup-reversed.json",
    "day-one.json",
    "journey-1.json",
    "journey-2.json",
    "mood-tracker-moods.json",
    "mood-tracker-sleeps.json",
    "mood-tracker-moods.csv",
    "nomie-6.json",
    "nomie-5.json",
    "nomie.csv",
    "how-we-feel-22.csv",
    "how-we-feel-10.csv",
    "bearable.csv",
    "mini-diary.json",
    "mini-diarium.json",
    "jrnl.json",
    "daily-you.json",
    "pixels.json",
    "pixels-older.json",
    "table.csv",
    "table-us.csv",
    "mood-tracker-runs.json",
];

pub(crate) fn fixture(name: &str) -> &'static [u8] {
    FIXTURES.iter().find(|(other, _)| *other == name).expect(name).1
}

/// The clocks of a small world: this device is one hour ahead, and two zones are known by name.
fn zones(name: &str, _ms: u64) -> Option<Offset> {
    let minutes = match name {
        "" => 60,
        "Asia/Kolkata" => 330,
        "Asia/Kathmandu" => 345,
        _ => return None,
    };
    Some(Offset::try_from(minutes).expect("offset"))
}

fn words(mood: Option<&str>, tags: &[String]) -> String {
    format!("[{} · {}]", mood.unwrap_or("–"), tags.join(", "))
}

pub(crate) fn diary(bytes: &[u8]) -> Result<Arrival, Refused> {
    Ok(match look(bytes)? {
        Seen::Diary(arrival) => arrival,
        Seen::Table(table) => table.read(&table.guess()),
    })
}

fn table(bytes: &[u8]) -> Table {
    match look(bytes).expect("readable") {
        Seen::Table(table) => table,
        Seen::Diary(arrival) => panic!("{:?}", arrival.app),
    }
}

/// What is found with every suggestion taken and everybody becoming a person.
pub(crate) fn all(arrival: &Arrival, journal: &Journal) -> Found {
    let moods: Vec<Option<Mood>> = arrival.moods.iter().map(|mood| mood.suggested).collect();
    chosen(arrival, journal, &moods, &vec![true; arrival.people.len()])
}

fn chosen(arrival: &Arrival, journal: &Journal, moods: &[Option<Mood>], people: &[bool]) -> Found {
    let mut clock = StampClock::new(1);
    let choices =
        Choices { moods, people, zones: &zones, device: Zone::cut("Europe/Here"), words: &words };
    records(arrival, &choices, journal, &mut || clock.tick(NOW))
}

pub(crate) fn bring(journal: &mut Journal, found: Found) -> usize {
    MergePlan::new(journal, found.records, &now()).apply(journal).len()
}

/// What a file comes to, in lines.
fn told(name: &str, bytes: &[u8]) -> String {
    let arrival = match diary(bytes) {
        Ok(arrival) => arrival,
        Err(refused) => return format!("== {name}: {refused:?}\n"),
    };
    let mut journal = Journal::new();
    let found = all(&arrival, &journal);
    let mut out = format!("== {name}: {:?}, {} entries\n", arrival.app, found.n_entries);
    for mood in &arrival.moods {
        let to = mood.suggested.map_or("asks".to_owned(), |mood| mood.get().to_string());
        writeln!(out, "mood {:?} × {} → {to}", mood.label, mood.n).expect("text");
    }
    for person in &arrival.people {
        writeln!(out, "person {} × {}", &*person.name, person.n).expect("text");
    }
    for (left, n) in arrival.left.iter().chain(&found.left) {
        writeln!(out, "left {left:?} × {n}").expect("text");
    }
    for bad in &arrival.bad {
        writeln!(out, "bad {} {:?}", bad.place, bad.why).expect("text");
    }
    bring(&mut journal, found);
    for it in journal.entries() {
        let entry = it.entry;
        let ahead = entry.when.offset.minutes();
        write!(out, "{} {} {ahead:+} {}", entry.when.day, entry.when.time, &*entry.when.zone)
            .expect("text");
        if let Some(mood) = entry.mood {
            write!(out, " mood {}", mood.get()).expect("text");
        }
        for feeling in &entry.feelings {
            write!(out, " feels {}", feeling.id).expect("text");
        }
        for id in &entry.people {
            write!(out, " with {}", &*journal.person(*id).expect("person").person.name)
                .expect("text");
        }
        let body = &entry.wellbeing;
        if let Some(hours) = body.sleep_hours {
            write!(out, " slept {}", hours.get()).expect("text");
        }
        if let Some(level) = body.sleep_quality {
            write!(out, " well {}", level.get()).expect("text");
        }
        if let Some(level) = body.energy {
            write!(out, " energy {}", level.get()).expect("text");
        }
        if entry.star {
            out.push_str(" star");
        }
        writeln!(out, " {:?}", &*String::from(entry.what.clone())).expect("text");
    }
    out
}

#[test]
fn every_format_is_read_with_its_traps() {
    let mut out = String::new();
    for (name, bytes) in FIXTURES {
        out.push_str(&told(name, bytes));
    }
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/arrive/expected.txt");
    if std::env::var_os("UPDATE_ARRIVE").is_some() {
        std::fs::write(path, &out).expect("written");
    }
    let expected = std::fs::read_to_string(path).expect("expected.txt");
    let n_same = out.lines().zip(expected.lines()).take_while(|(a, b)| a == b).count();
    assert_eq!(out.lines().nth(n_same), expected.lines().nth(n_same), "line {}", n_same + 1);
    let n_apps = FIXTURES.len();
    println!("{n_apps} fixtures read, {} lines as expected", expected.lines().count());
}

/// An archive of these files, each packed or stored.
pub(crate) fn zipped(files: &[(&str, &[u8])], method: CompressionMethod) -> Vec<u8> {
    let mut writer = ZipArchiveWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        let entry = writer.new_file(name).compression_method(method);
        let (mut entry, config) = entry.start().expect("file");
        let mut data = config.wrap(Vec::new());
        data.write_all(bytes).expect("bytes");
        let (raw, descriptor) = data.finish().expect("descriptor");
        let packed =
            if method == CompressionMethod::DEFLATE { compress_to_vec(&raw, 6) } else { raw };
        entry.write_all(&packed).expect("bytes");
        entry.finish(descriptor).expect("finished");
    }
    writer.finish().expect("archive").into_inner()
}

/// The bytes in base 64, broken into lines as Android does.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for (n, group) in bytes.chunks(3).enumerate() {
        let bits = group.iter().fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte));
        let bits = bits << (8 * (3 - group.len()));
        for place in 0..4 {
            let letter = LETTERS[(bits >> (18 - 6 * place) & 63) as usize];
            out.push(if place > group.len() { '=' } else { char::from(letter) });
        }
        if n % 19 == 18 {
            out.push_str("\r\n");
        }
    }
    out
}

/// Every archive that an app makes, by name.
pub(crate) fn archives() -> Vec<(&'static str, Vec<u8>)> {
    let daylio = base64(fixture("daylio-backup.json"));
    let photo: &[u8] = &[0xff; 64];
    let nested = zipped(&[("inner.json", b"{}")], CompressionMethod::STORE);
    let mut made = Vec::new();
    for method in [CompressionMethod::STORE, CompressionMethod::DEFLATE] {
        let backup: &[(&str, &[u8])] =
            &[("backup.daylio", daylio.as_bytes()), ("assets/photos/2026/5/abc", photo)];
        made.push(("backup.daylio", zipped(backup, method)));
        let day_one: &[(&str, &[u8])] = &[
            ("photos/aa.jpeg", photo),
            ("Journal.json", fixture("day-one.json")),
            ("Second.json", fixture("day-one.json")),
            ("__MACOSX/._Journal.json", photo),
        ];
        made.push(("day-one.zip", zipped(day_one, method)));
        let journey: &[(&str, &[u8])] = &[
            ("1500000000000-aaaa.json", fixture("journey-1.json")),
            ("1500000000001-bbbb.json", fixture("journey-2.json")),
            ("1.jpg", photo),
            ("more.zip", &nested),
        ];
        made.push(("journey.zip", zipped(journey, method)));
        made.push(("daylio-csv.zip", zipped(&[("x.csv", fixture("daylio.csv"))], method)));
    }
    made
}

#[test]
fn archives_are_read_like_what_is_in_them() {
    let lines =
        |bytes: &[u8]| told("", bytes).lines().skip(1).map(str::to_owned).collect::<Vec<_>>();
    let archives = archives();
    for (name, bytes) in &archives {
        let lines = lines(bytes);
        let entries: Vec<&String> = lines.iter().filter(|line| line.starts_with("20")).collect();
        let (n_entries, left) = match *name {
            "backup.daylio" => (3, "left Media × 1"),
            // The second journal has the same entries: none of them twice.
            "day-one.zip" => (2, "left Twice × 2"),
            "journey.zip" => (2, "left Media × 2"),
            _ => (4, ""),
        };
        assert_eq!(entries.len(), n_entries, "{name}: {lines:#?}");
        assert!(left.is_empty() || lines.iter().any(|line| line == left), "{name}: {lines:#?}");
    }
    let direct = lines(fixture("daylio-backup.json"));
    let packed = lines(&archives[0].1);
    let own = |lines: &[String]| {
        lines.iter().filter(|line| !line.starts_with("left Media")).cloned().collect::<Vec<_>>()
    };
    assert_eq!(own(&packed), own(&direct));
    println!("{} archives read", archives.len());
}

#[test]
fn secrets_stay_behind() {
    let archives = archives();
    let files = FIXTURES.iter().map(|(name, bytes)| (*name, bytes.to_vec()));
    let mut n = 0;
    for (name, bytes) in files.chain(archives) {
        let Ok(arrival) = diary(&bytes) else { continue };
        let mut journal = Journal::new();
        let found = all(&arrival, &journal);
        bring(&mut journal, found);
        let out = export_json(&journal, &now(), "0");
        for secret in ["4711", "12.5", "27.7", "A street", "Somewhere"] {
            assert!(!out.contains(secret), "{name}: {secret}");
        }
        n += 1;
    }
    println!("{n} files brought in without PIN, coordinates and places");
}

#[test]
fn the_same_file_twice_adds_nothing_whatever_is_chosen() {
    let mut n = 0;
    for (name, bytes) in FIXTURES {
        let Ok(arrival) = diary(bytes) else { continue };
        let mut journal = Journal::new();
        let found = all(&arrival, &journal);
        let made = found.records.len();
        assert_eq!(bring(&mut journal, found), made, "{name}");
        let before = export_json(&journal, &now(), "0");
        for moods in [Some(Mood::nearest(0)), None] {
            for people in [true, false] {
                let moods = vec![moods; arrival.moods.len()];
                let again = chosen(&arrival, &journal, &moods, &vec![people; arrival.people.len()]);
                assert_eq!((again.records.len(), again.n_entries), (0, 0), "{name}");
                n += 1;
            }
        }
        // What was put in the bin or erased here does not come back either.
        let ids: Vec<_> = journal.records().map(|record| record.id).collect();
        for (nth, id) in ids.iter().enumerate() {
            journal.remove(*id, stamp(NOW + 1)).expect("there");
            if nth % 2 == 0 {
                journal.erase(*id, stamp(NOW + 2)).expect("there");
            }
        }
        assert_eq!(all(&arrival, &journal).records, Vec::<Record>::new(), "{name}");
        assert!(!before.is_empty());
    }
    println!("{n} second times, and every file after its entries were removed: nothing added");
}

#[test]
fn taking_it_out_leaves_the_journal_as_it_was() {
    for (name, bytes) in FIXTURES {
        let Ok(arrival) = diary(bytes) else { continue };
        let mut journal = Journal::new();
        let found = all(&arrival, &journal);
        let changes = MergePlan::new(&journal, found.records, &now()).apply(&mut journal);
        for change in changes.iter().rev() {
            journal.revert(change, stamp(NOW + 5));
        }
        assert_eq!(journal.records().count(), 0, "{name}");
        assert!(!all(&arrival, &journal).records.is_empty(), "{name}");
    }
    println!("{} files taken out again", FIXTURES.len());
}

#[test]
fn people_are_who_is_here_or_who_is_chosen() {
    let arrival = diary(fixture("nomie-6.json")).expect("readable");
    let names: Vec<&str> = arrival.people.iter().map(|it| &*it.name).collect();
    assert_eq!(names, ["Sue Green", "tom_k"]);
    let mut journal = Journal::new();
    let sue = satkarya_core::people::Person::new(satkarya_core::text::Name::cut("sue green"));
    let change = journal.put(
        crate::common::id(1),
        Body::Person(sue),
        stamp(NOW),
        satkarya_core::journal::Earlier::Replaced,
    );
    let found = chosen(&arrival, &journal, &[], &[true, false]);
    // Sue is there already, Tom is not wanted: no new person, and his name stays a word.
    assert_eq!(found.records.len(), found.n_entries);
    bring(&mut journal, found);
    let with_sue: Vec<_> =
        journal.entries().filter(|it| it.entry.people.contains(&change.id)).collect();
    assert_eq!(with_sue.len(), 1);
    let tom = journal.entries().find(|it| it.entry.what.contains("tom_k")).expect("tom");
    assert!(tom.entry.people.is_empty());
    println!("one person met again, one left as a word");
}

#[test]
fn a_table_is_read_as_the_person_says() {
    let read = table(fixture("table.csv"));
    let mut mapping = read.guess();
    assert_eq!(
        mapping.columns,
        [
            Column::Day,
            Column::Time,
            Column::Mood,
            Column::Text,
            Column::People,
            Column::Value,
            Column::Leave
        ]
    );
    assert_eq!((read.n_rows(), read.example(4)), (3, "Sue, Tom"));
    mapping.columns = vec![Column::Leave; 7];
    let nothing = read.read(&mapping);
    assert_eq!((nothing.moments.len(), nothing.n_bad), (0, 3));
    mapping.columns[0] = Column::Day;
    let bare = read.read(&mapping);
    assert!(bare.bad.iter().take(2).all(|bad| bad.why == Why::Nothing), "{:?}", bad_of(&bare));
    let us = table(fixture("table-us.csv"));
    let mut mapping = us.guess();
    assert_eq!(mapping.order, DayOrder::MonthFirst);
    assert_eq!(us.read(&mapping).moments.len(), 2);
    // Read the other way, a month of 17 does not exist, and 5/4 is another day.
    mapping.order = DayOrder::DayFirst;
    assert_eq!(us.read(&mapping).n_bad, 1);
    // Understood in another way, the rows are still the same rows.
    let mut journal = Journal::new();
    let found = all(&read.read(&read.guess()), &journal);
    assert_eq!(bring(&mut journal, found), 4);
    let mut other = read.guess();
    other.columns[3] = Column::Tags;
    assert_eq!(all(&read.read(&other), &journal).n_entries, 0);
    println!("two tables read in six ways");
}

fn bad_of(arrival: &Arrival) -> Vec<(usize, Why)> {
    arrival.bad.iter().map(|bad| (bad.place, bad.why)).collect()
}
