//! The copies of several devices in one folder: whose is whose, which are new, what is there now.
//!
//! Job: say which files of a folder are to be read, and whether this device's own is to be written.
//! Must not: read or write anything.
//!
//! Each device writes one file and reads those of the others. Because merging unites sets of facts
//! (see [`super::merge()`]), it makes no difference in which order that happens, or how often.

use serde::{Deserialize, Serialize};

use crate::journal::Journal;
use crate::record::{Origin, Record};
use crate::transfer::settled;

/// What the name of every copy begins with.
const START: &str = "notes-";
/// What it ends with.
const END: &str = ".age";
/// Letters that spell no word.
const LETTERS: [char; 20] = [
    'b', 'c', 'd', 'f', 'g', 'h', 'j', 'k', 'm', 'n', 'p', 'q', 'r', 's', 't', 'v', 'w', 'x', 'y',
    'z',
];
/// How many of them name a device.
const N_LETTERS: usize = 4;

/// A file as a folder lists it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lying {
    /// Its name.
    pub name: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// When it was written last, by the folder: milliseconds since 1970.
    pub modified: u64,
}

/// The name of the copy of the device with this number: one of 160,000.
pub fn device_file(number: u32) -> String {
    let mut rest = usize::try_from(number).unwrap_or_default();
    let mut name = START.to_owned();
    for _ in 0..N_LETTERS {
        name.extend(LETTERS.get(rest % LETTERS.len()));
        rest /= LETTERS.len();
    }
    name.push_str(END);
    name
}

/// The letters of the device whose copy a file is; none where its name is of no copy.
///
/// What drives and programs that synchronise call a second version of a file is a copy as well:
/// `notes-bcdf (1).age`, `notes-bcdf.sync-conflict-20261124-070000-ABC.age`, `Copy of notes-bcdf.age`.
pub fn letters_in(name: &str) -> Option<&str> {
    let inside = name.strip_suffix(END)?;
    let (_, rest) = inside.split_once(START)?;
    let (letters, rest) = rest.split_at_checked(N_LETTERS)?;
    let is_end = !rest.chars().next().is_some_and(char::is_alphanumeric);
    (is_end && letters.chars().all(|letter| LETTERS.contains(&letter))).then_some(letters)
}

/// The copies in a folder that were not seen as they now are, in the order of their names.
///
/// This device's own copy is seen as it was left. Where it is another one, somebody else wrote it,
/// and it is read like any other before it is written again.
pub fn unseen<'a>(lying: &'a [Lying], seen: &[Lying]) -> Vec<&'a Lying> {
    let is_new = |file: &&Lying| letters_in(&file.name).is_some() && !seen.contains(file);
    let mut new: Vec<&Lying> = lying.iter().filter(is_new).collect();
    new.sort_by(|a, b| a.name.cmp(&b.name));
    new
}

/// Number of devices that have a copy in a folder.
pub fn n_devices(lying: &[Lying]) -> usize {
    let mut letters: Vec<&str> = lying.iter().filter_map(|file| letters_in(&file.name)).collect();
    letters.sort_unstable();
    letters.dedup();
    letters.len()
}

/// A number for everything that a file would hold: another one as soon as anything has changed. It
/// looks at stamps alone, so it costs little; the order of the records makes no difference.
pub fn signature(journal: &Journal) -> u64 {
    let own = journal.records().filter(|record| record.origin == Origin::Own);
    own.map(|record| {
        // Most records are as a file would hold them.
        let is_plain = record.versions.is_empty() && record.erased.is_none();
        if is_plain && record.body.is_some() {
            of_record(record)
        } else {
            of_record(&settled(record))
        }
    })
    .fold(0, u64::wrapping_add)
}

/// FNV-1a over the identity of a record and its stamps.
fn of_record(record: &Record) -> u64 {
    let stamps = [Some(record.changed), record.removed, record.erased].into_iter();
    let earlier = record.versions.iter().map(|version| Some(version.changed));
    let stamps = stamps.chain(earlier).map(|it| it.map_or_else(String::new, |it| it.to_string()));
    let texts = std::iter::once(record.id.to_string()).chain(stamps);
    let mut sum: u64 = 0xcbf2_9ce4_8422_2325;
    for text in texts {
        for byte in text.bytes().chain([b'|']) {
            sum = (sum ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn what_drives_make_of_a_name_is_told_from_other_files() {
        let copies = [
            "notes-bcdf.age",
            "notes-bcdf (1).age",
            "notes-bcdf (Asha's conflicted copy 2026-11-24).age",
            "notes-bcdf.sync-conflict-20261124-070000-ABCDEFG.age",
            "notes-bcdf-conflict.age",
            "notes-bcdf_conf(1).age",
            "Copy of notes-bcdf.age",
        ];
        for name in copies {
            assert_eq!(letters_in(name), Some("bcdf"), "{name}");
        }
        let others = [
            "notes-2026-11-24.age",
            "notes-bcdf.age.crswap",
            "notes-bcdf.age.tmp",
            "notes-bcdf.json",
            "notes-bcd.age",
            "notes-bcdfg.age",
            "notes-bcda.age",
            "notes-BCDF.age",
            "notes-é.age",
            "letters.age",
            "",
        ];
        for name in others {
            assert_eq!(letters_in(name), None, "{name}");
        }
        println!("names told apart: {} copies, {} others", copies.len(), others.len());
    }

    #[test]
    fn every_device_has_a_name_of_its_own_kind() {
        let names: BTreeSet<String> = (0..160_000).map(device_file).collect();
        assert_eq!(names.len(), 160_000);
        assert!(names.iter().all(|name| letters_in(name).is_some_and(|it| it.len() == 4)));
        assert_eq!(device_file(0), device_file(160_000), "then they come again");
        assert!(letters_in(&device_file(u32::MAX)).is_some());
    }

    #[test]
    fn what_was_seen_as_it_is_need_not_be_read_again() {
        let file = |name: &str, bytes, modified| Lying { name: name.to_owned(), bytes, modified };
        let lying = [
            file("notes-hjkm.age", 10, 1),
            file("notes-bcdf.age", 10, 1),
            file("notes-bcdf (1).age", 9, 1),
            file("holiday.png", 4, 1),
        ];
        let names = |seen: &[Lying]| -> Vec<String> {
            unseen(&lying, seen).iter().map(|it| it.name.clone()).collect()
        };
        assert_eq!(names(&[]), ["notes-bcdf (1).age", "notes-bcdf.age", "notes-hjkm.age"]);
        assert_eq!(names(&lying[..1]), ["notes-bcdf (1).age", "notes-bcdf.age"]);
        assert_eq!(names(&lying), [""; 0]);
        assert_eq!(names(&[file("notes-hjkm.age", 10, 2)]).len(), 3, "it was written since");
        assert_eq!(n_devices(&lying), 2);
    }
}
