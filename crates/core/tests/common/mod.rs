//! What the tests of this folder share.

#![allow(dead_code, reason = "each test file is a crate of its own and uses a part")]
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "a test may stop")]

use satkarya_core::diary::Entry;
use satkarya_core::id::Id;
use satkarya_core::journal::Journal;
use satkarya_core::rating::Mood;
use satkarya_core::record::{Body, Record};
use satkarya_core::stamp::{Stamp, StampClock};
use satkarya_core::text::Note;
use satkarya_core::time::{Day, Now, Offset, Zone};

/// 2026-11-24 01:30 UTC.
pub(crate) const NOW: u64 = 1_795_483_800_000;

pub(crate) fn now() -> Now {
    Now { ms: NOW, offset: Offset::UTC, zone: Zone::default() }
}

pub(crate) fn id(n: u32) -> Id {
    let mut bytes = [7; 16];
    bytes[12..].copy_from_slice(&n.to_be_bytes());
    Id::from_bytes(bytes)
}

pub(crate) fn day(text: &str) -> Day {
    text.parse().expect(text)
}

pub(crate) fn stamp(ms: u64) -> Stamp {
    StampClock::new(1).tick(ms)
}

pub(crate) fn stamp_of(device: u32, ms: u64) -> Stamp {
    StampClock::new(device).tick(ms)
}

pub(crate) fn entry(on: &str, time: &str, mood: Option<u8>, what: &str) -> Entry {
    let mut entry = Entry::new((&now()).into());
    entry.when.day = day(on);
    entry.when.time = time.parse().expect(time);
    entry.mood = mood.map(|mood| Mood::try_from(mood).expect("mood"));
    entry.what = Note::cut(what);
    entry
}

/// A journal of entries, made one after the other, with the ids 0, 1, 2 …
pub(crate) fn journal_of(entries: impl IntoIterator<Item = Entry>) -> Journal {
    let mut journal = Journal::new();
    for (n, entry) in entries.into_iter().enumerate() {
        let n = u32::try_from(n).expect("few");
        journal.load(Record::new(id(n), stamp(NOW + u64::from(n)), Body::Entry(entry)));
    }
    journal
}

/// So many random cases. A failing case is printed with its input, which belongs in a test.
pub(crate) fn cases(n: u32) -> proptest::test_runner::Config {
    proptest::test_runner::Config { cases: n, failure_persistence: None, ..Default::default() }
}
