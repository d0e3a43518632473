//! How much fits, and how long a save takes. Figures, not judgements about time: run with
//! `cargo test --release -p satkarya-core --test core store_figures:: -- --nocapture`.

use std::path::Path;

use crate::common::{day, timed};
use satkarya_core::generate::{Random, years};
use satkarya_core::record::Record;
use satkarya_core::store::quota::BUDGET;
use satkarya_core::store::{
    KeyValue, Level, LogSnapshot, Measure, MemoryStore, Options, PART_TARGET, RecordChange,
    Repository, ShardName,
};
use satkarya_core::time::Month;

/// A repository with so many generated entries, and the records.
fn stored(n_entries: usize) -> (Repository<MemoryStore>, LogSnapshot, Vec<Record>) {
    let records = years(7, day("2026-11-24"), n_entries);
    let disk = MemoryStore::with_capacity(Measure::Units, BUDGET);
    let mut log = LogSnapshot::default();
    let (mut repo, _) = Repository::open(disk, Some(log.clone()), Options::default()).unwrap();
    let printed: Vec<(ShardName, String, String)> = records
        .iter()
        .map(|record| {
            let shard = record.shelf().unwrap().into();
            (shard, record.id.to_string(), serde_json::to_string(record).unwrap())
        })
        .collect();
    for chunk in printed.chunks(500) {
        let changes: Vec<_> = chunk
            .iter()
            .map(|(shard, id, json)| RecordChange { shard: *shard, id, json: Some(json) })
            .collect();
        let saved = repo.put_records(&changes).unwrap();
        log.apply(&saved.log);
        repo.log_confirmed(saved.log.generation);
    }
    (repo, log, records)
}

fn median(mut times: Vec<std::time::Duration>) -> std::time::Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

#[test]
fn saving_one_entry_with_10_000_stored() {
    let (repo, log, records) = stored(10_000);
    let usage = repo.usage();
    let disk = repo.into_store();
    let mut opened = None;
    let open = timed(|| {
        opened = Repository::open(disk, Some(log), Options::default()).ok();
    });
    let (mut repo, _) = opened.unwrap();
    let mut n_read = 0;
    let read = timed(|| {
        for shard in repo.shards() {
            n_read += repo.read(shard).unwrap().records.len();
        }
    });
    assert_eq!(n_read, records.len());
    let mut times = Vec::new();
    let mut writes = 0;
    for record in records.iter().rev().filter(|record| record.entry().is_some()).take(101) {
        let mut entry = record.clone();
        entry.id = satkarya_core::id::Id::from_bytes([times.len().try_into().unwrap_or(0); 16]);
        let shard = entry.shelf().unwrap().into();
        let (id, json) = (entry.id.to_string(), serde_json::to_string(&entry).unwrap());
        let change = RecordChange { shard, id: &id, json: Some(&json) };
        let mut saved = None;
        times.push(timed(|| saved = repo.put_records(&[change]).ok()));
        let log = saved.unwrap().log;
        writes = writes.max(log.items.iter().filter(|item| item.key.starts_with("sk1.s.")).count());
        repo.log_confirmed(log.generation);
    }
    assert_eq!(writes, 1, "one part is rewritten");
    println!(
        "10,000 entries: {} of {BUDGET} units, open {open:?}, read everything {read:?}, save one: \
         median {:?}, slowest {:?}",
        usage.used - usage.reserve,
        median(times.clone()),
        times.iter().max().unwrap()
    );
}

/// Every word of the guide, as often as it stands there.
fn words_of(folder: &Path) -> Vec<String> {
    let mut words = Vec::new();
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|f| f.unwrap().path()).collect();
    files.sort();
    for file in files {
        if file.is_dir() {
            words.extend(words_of(&file));
        } else if file.extension().is_some_and(|extension| extension == "toml") {
            let text = std::fs::read_to_string(&file).unwrap();
            let is_word =
                |word: &&str| word.chars().all(|c| c.is_alphabetic() || ",.’".contains(c));
            words.extend(text.split_whitespace().filter(is_word).map(str::to_owned));
        }
    }
    words
}

/// An entry as a person would write it, with 300 letters of text: the words of the guide in random
/// order, which shrinks less than real sentences do.
fn entry(random: &mut Random, words: &[String], month: Month, n: i32) -> (String, String) {
    let id = random.id().to_string();
    let mut text = String::new();
    while text.chars().count() < 300 {
        text.push_str(&words[random.place(words.len())]);
        text.push(' ');
    }
    let text: String = text.chars().take(300).collect();
    let (person, other) = (random.id(), random.place(60));
    let json = serde_json::json!({
        "id": id,
        "created": format!("1a20b6e{:04x}-0000-00000001", random.place(65_536)),
        "changed": format!("1a20b6e{:04x}-0000-00000001", random.place(65_536)),
        "body": { "entry": {
            "when": {
                "day": format!("{month}-{:02}", 1 + n / 2 % 28),
                "time": format!("{:02}:{:02}", random.place(24), random.place(60)),
                "offset": 330,
                "zone": "Asia/Kolkata",
            },
            "mood": random.place(11),
            "feelings": [{ "id": format!("feeling{other}"), "strength": random.place(4) }],
            "people": [if n % 2 == 0 { person.to_string() } else { String::new() }],
            "kind": "argument",
            "what": text,
            "did": ["snapped"],
            "areas": ["dispute"],
            "support": random.place(4),
        }},
    });
    (id, json.to_string())
}

#[test]
fn entries_of_300_characters_that_fit() {
    let words = words_of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content/en"));
    let n_words = words.iter().collect::<std::collections::BTreeSet<_>>().len();
    println!("text of {n_words} different words in random order");
    let mut found = Vec::new();
    for measure in [Measure::Units, Measure::WebKitBytes] {
        let mut random = Random::new(300);
        let disk = MemoryStore::with_capacity(measure, BUDGET);
        let options = Options { measure, ..Options::default() };
        let (mut repo, _) = Repository::open(disk, None, options).unwrap();
        let (mut n_entries, mut json_bytes) = (0_u64, 0);
        // Two entries a day, month after month, until the store is full.
        'full: for year in 1950.. {
            for number in 1..=12 {
                let month = Month::new(year, number).unwrap();
                let entries: Vec<_> =
                    (0..60).map(|n| entry(&mut random, &words, month, n)).collect();
                let changes: Vec<_> = entries
                    .iter()
                    .map(|(id, json)| RecordChange {
                        shard: ShardName::Month(month),
                        id,
                        json: Some(json),
                    })
                    .collect();
                let saved = repo.put_records(&changes).unwrap();
                if saved.outcome != satkarya_core::store::SaveOutcome::InStore {
                    break 'full;
                }
                n_entries += 60;
                json_bytes += entries.iter().map(|(_, json)| json.len() as u64).sum::<u64>();
            }
        }
        let usage = repo.usage();
        assert_eq!(usage.used, repo.store().used(), "the account is exact");
        assert_eq!(usage.level(), Level::AlmostFull);
        let units: u64 = repo
            .store()
            .keys()
            .unwrap()
            .iter()
            .map(|key| Measure::Units.item(key, &repo.store().get(key).unwrap().unwrap()))
            .sum();
        println!(
            "{measure:?}: {n_entries} entries of 300 characters ({} bytes of JSON each) fit, {} units \
             each; parts of {PART_TARGET} bytes",
            json_bytes / n_entries,
            units / n_entries,
        );
        found.push(n_entries);
    }
    assert!(found[0] >= 40_000 && found[1] >= 20_000, "{found:?}");
}
