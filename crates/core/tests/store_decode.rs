//! Anything at all is fed to the decoders: they answer, and never panic.

use std::cell::Cell;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use satkarya_core::store::units::{decode, encode, units_for};
use satkarya_core::store::{
    Frame, KeyValue, Kind, LogItem, LogSnapshot, MemoryStore, Options, PartName, Repository,
    ShardName, StorageKey,
};

fn runner(cases: u32) -> TestRunner {
    TestRunner::new(Config { cases, failure_persistence: None, ..Config::default() })
}

/// Keys of every kind, and some that are none.
const KEYS: [&str; 10] = [
    "sk1.h.a",
    "sk1.h.b",
    "sk1.s.2026-11.1",
    "sk1.s.profile.1",
    "sk1.j",
    "sk1.d.tab.a1",
    "sk1.t",
    "sk1.q.2026-11.1",
    "sk1.s.zzz",
    "other",
];

/// Text that is far from a frame, close to one, or a whole one around a senseless payload.
fn text() -> impl Strategy<Value = (String, bool)> {
    let kinds =
        [Kind::Header, Kind::Shard, Kind::Journal, Kind::Draft, Kind::Quarantine, Kind::Device];
    let payload = prop_oneof![
        vec(any::<u8>(), 0..200),
        "[\\[\\]{}\",:0-9a-z]{0,60}".prop_map(String::into_bytes),
        Just(br#"{"identity":1,"min_reader":1,"min_writer":1,"parts":{"2026-11":[[1,18446744073709551615,5],[4294967295,1,1]]}}"#.to_vec()),
        Just(br#"{"shard":"2026-11","part":1,"records":{"a":1,"a":[]}}"#.to_vec()),
        Just(br#"{"redo":[["sk1.s.2026-11.1","x"],["other","y"]]}"#.to_vec()),
        Just(br#"{"await_log":18446744073709551615}"#.to_vec()),
        Just(br#"{"erase":["sk1.u"]}"#.to_vec()),
    ];
    let whole = (prop::sample::select(kinds.to_vec()), any::<u32>(), payload);
    prop_oneof![
        any::<String>().prop_map(|text| (text, false)),
        "SK[0-9]{1,2}\\|[a-z]\\|[pe]\\|[0-9]{0,6}\\|[0-9]{0,21}\\|[0-9a-f]{31,33}\\|[㐀-돿]{0,40}"
            .prop_map(|text| (text, false)),
        whole.prop_map(|(kind, generation, payload)| {
            // The key is not known yet; the frame is printed for it by the caller.
            let frame = Frame::new(kind, u64::from(generation), payload);
            (frame.print("sk1.s.2026-11.1"), true)
        }),
    ]
}

#[test]
fn r18_units_come_back_and_arbitrary_text_is_answered() {
    let accepted = Cell::new(0);
    let cases = 10_000;
    runner(cases)
        .run(&vec(any::<u8>(), 0..300), |bytes| {
            let text = encode(&bytes);
            prop_assert_eq!(text.encode_utf16().count(), units_for(bytes.len()));
            prop_assert_eq!(decode(&text).unwrap(), bytes);
            Ok(())
        })
        .unwrap();
    let near = prop_oneof![any::<String>(), "[㐀-돿]{0,40}", "[㐀一뀀돿a]{0,4}"];
    runner(cases)
        .run(&near, |text| {
            if let Ok(bytes) = decode(&text) {
                accepted.set(accepted.get() + 1);
                prop_assert_eq!(encode(&bytes), text, "one spelling only");
            }
            Ok(())
        })
        .unwrap();
    println!(
        "R-18: units {} execs, {} of arbitrary text accepted, each the only spelling; panics 0",
        2 * cases,
        accepted.get()
    );
}

#[test]
fn r18_frames_and_keys_answer_everything() {
    let cases = 20_000;
    let wrong = Cell::new(0);
    runner(cases)
        .run(&(text(), prop::sample::select(KEYS.to_vec()), any::<String>()), |input| {
            let ((text, whole), key, name) = input;
            if Frame::parse(key, &text).is_ok() && !(whole && key == "sk1.s.2026-11.1") {
                wrong.set(wrong.get() + 1);
            }
            let _ = name.parse::<StorageKey>();
            let _ = name.parse::<PartName>();
            let _ = name.parse::<ShardName>();
            Ok(())
        })
        .unwrap();
    assert_eq!(wrong.get(), 0);
    println!("R-18: frames {cases} execs, accepted wrongly 0; panics 0");
}

#[test]
fn r18_a_store_full_of_anything_opens() {
    let cases = 10_000;
    let item = || (prop::sample::select(KEYS.to_vec()), text());
    let stores =
        (vec(item(), 0..8), vec((item(), any::<u64>()), 0..5), any::<u64>(), any::<bool>());
    runner(cases)
        .run(&stores, |(values, log, generation, has_log)| {
            let rehome = |key: &str, (text, whole): (String, bool)| {
                // A whole frame is printed again for the key that it lies under.
                match whole.then(|| Frame::parse("sk1.s.2026-11.1", &text)) {
                    Some(Ok(frame)) => frame.print(key),
                    _ => text,
                }
            };
            let mut disk = MemoryStore::new();
            for (key, value) in values {
                disk.set(key, &rehome(key, value)).unwrap();
            }
            let items = log
                .into_iter()
                .map(|((key, value), generation)| LogItem {
                    key: key.to_owned(),
                    // Numbers near the end of the range would need more years than there are.
                    generation: generation / 2,
                    value: Some(rehome(key, value)),
                })
                .collect();
            let log = LogSnapshot { generation: generation / 2, erased: None, items };
            let (mut repo, _) =
                Repository::open(disk, has_log.then_some(log), Options::default()).unwrap();
            for shard in repo.shards() {
                repo.read(shard).unwrap();
            }
            for name in repo.drafts().unwrap() {
                let _ = repo.draft(&name);
            }
            let change = satkarya_core::store::RecordChange {
                shard: ShardName::Profile,
                id: "a1",
                json: Some("1"),
            };
            if let Ok(saved) = repo.put_records(&[change]) {
                repo.log_confirmed(saved.log.generation);
            }
            Ok(())
        })
        .unwrap();
    println!("R-18: stores {cases} execs of headers, shards, journals, drafts and logs; panics 0");
}
