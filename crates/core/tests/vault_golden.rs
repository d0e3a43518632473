//! A sealed store as the first version wrote it, which every later version must open.

use std::collections::BTreeMap;

use crate::store_support::*;
use crate::vault_support::*;
use satkarya_core::store::{KeyValue, LogSnapshot, MemoryStore, Repository};
use satkarya_core::vault::{
    Cost, Derived, Found, Opener, Passage, Passphrase, RecoveryCode, SealedStore, Vault, copies,
    kdf,
};

/// The stored values by key: the diary of `store-1.json`, sealed. The passphrase is [`WORDS`], the
/// recovery code [`CODE`].
const STORE: &str = include_str!("golden/vault-1.json");
const WORDS: &str = "a diary of small things";
const CODE: &str = "000G-40R4-0M30-E209-185G-R38E-1WNR";

/// Makes the golden file, the same every time.
fn made() -> BTreeMap<String, String> {
    let entropy = Seeded::new(0x5EED_0630);
    let values: BTreeMap<String, String> =
        serde_json::from_str(include_str!("golden/store-1.json")).unwrap();
    let mut disk = MemoryStore::new();
    for (key, value) in values {
        disk.set(&key, &value).unwrap();
    }
    let (salt, cost) = ([7; 16], Cost { memory: 19 * 1024, passes: 2, lanes: 1 });
    let key = kdf::derive(&Passphrase::chosen(WORDS).unwrap(), &salt, cost).unwrap();
    let vault = vault_of(&entropy, Derived { key: &key, salt, cost });
    let vault = vault.with_recovery(&entropy, &RecoveryCode::read(CODE).unwrap()).unwrap();
    let mut passage = Passage::of(vault, entropy).unwrap();
    go(&mut passage, &mut disk, &mut LogSnapshot::default()).unwrap();
    let keys = disk.keys().unwrap();
    keys.into_iter().map(|key| (key.clone(), disk.get(&key).unwrap().unwrap())).collect()
}

#[test]
fn this_version_seals_as_the_first_one_did() {
    let known: BTreeMap<String, String> = serde_json::from_str(STORE).unwrap();
    let made = made();
    if let Ok(path) = std::env::var("WRITE_GOLDEN_VAULT") {
        std::fs::write(path, serde_json::to_string_pretty(&made).unwrap() + "\n").unwrap();
    }
    assert!(made == known, "the sealed bytes have changed");
}

#[test]
fn the_sealed_store_of_version_1_opens() {
    let known: BTreeMap<String, String> = serde_json::from_str(STORE).unwrap();
    let mut disk = MemoryStore::new();
    for (key, value) in &known {
        disk.set(key, value).unwrap();
    }
    let Ok(Found::Locked(header)) = copies::find(&disk, None) else { panic!("no header") };
    let (salt, cost) = header.passphrase();
    let key = kdf::derive(&Passphrase::typed(WORDS), &salt, cost).unwrap();
    let code = RecoveryCode::read(CODE).unwrap();
    for opener in [Opener::Passphrase(&key), Opener::Recovery(&code)] {
        let vault = Vault::open(&header, opener).unwrap_or_else(|_| panic!("does not open"));
        let store = SealedStore::new(disk.clone(), Seeded::new(1), &vault);
        let (mut repo, report) = Repository::open(store, None, options()).unwrap();
        assert_eq!((report.missing, report.unknown_keys), (vec![], vec![]));
        let found = contents(&mut repo);
        assert_eq!(found.drafts.len(), 1);
        let texts: Vec<&str> = found.records.values().map(String::as_str).collect();
        assert_eq!(texts, [r#"{"name":"Asha"}"#, r#"{"text":"October"}"#, r#"{"text":"नवंबर 😀"}"#]);
        assert_eq!(repo.device(), Ok(Some(r#"{"number":7}"#.to_owned())));
    }
    let names: Vec<&String> = known.keys().collect();
    assert!(names.iter().all(|name| !name.contains("2026") && !name.contains("profile")));
}
