//! A store as the first version wrote it, which every later version must open.

use std::collections::BTreeMap;

use satkarya_core::store::{
    DraftName, HeaderOrigin, JournalState, KeyValue, MemoryStore, Options, Repository, ShardName,
    StartReport,
};

/// The stored values by key: two months and the profile, a draft, this device, and an operation on
/// two keys that is under way.
const STORE: &str = include_str!("golden/store-1.json");

fn open() -> (Repository<MemoryStore>, StartReport) {
    let values: BTreeMap<String, String> = serde_json::from_str(STORE).unwrap();
    let mut disk = MemoryStore::new();
    for (key, value) in values {
        disk.set(&key, &value).unwrap();
    }
    Repository::open(disk, None, Options::default()).unwrap()
}

#[test]
fn the_store_of_version_1_opens() {
    let (mut repo, report) = open();
    assert_eq!(report.header, HeaderOrigin::Stored);
    assert_eq!(report.journal, JournalState::Finished);
    assert_eq!((report.missing, report.unknown_keys), (vec![], vec![]));
    let name = DraftName::new("tab", "a1").unwrap();
    assert_eq!(report.drafts, vec![name.clone()]);
    assert_eq!(repo.draft(&name), Ok(Some(r#"{"text":"not yet"}"#.to_owned())));
    assert_eq!(repo.device(), Ok(Some(r#"{"number":7}"#.to_owned())));
    let mut found = BTreeMap::new();
    for shard in repo.shards() {
        let contents = repo.read(shard).unwrap();
        assert_eq!(contents.problems, vec![]);
        for (id, json) in contents.records {
            found.insert(format!("{shard} {id}"), json.to_owned());
        }
    }
    let expected = [
        ("2026-10 a1", r#"{"text":"October"}"#),
        // Written by the operation that was under way.
        ("2026-11 b2", r#"{"text":"नवंबर 😀"}"#),
        ("profile c3", r#"{"name":"Asha"}"#),
    ];
    let expected = expected.map(|(place, json)| (place.to_owned(), json.to_owned()));
    assert_eq!(found, BTreeMap::from(expected));
    assert!(repo.shards().contains(&ShardName::Profile));
}
