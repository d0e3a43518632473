//! The engine over a sealed store: old values put back, no random numbers, the account, and the
//! same random lives as without a vault.

use crate::common::timed;
use crate::store_support::*;
use crate::vault_support::*;
use satkarya_core::store::fault::{Fault, FaultStore};
use satkarya_core::store::{
    Access, Damage, FrameError, KeyValue, LogSnapshot, MemoryStore, ReadOnly, Repository,
    SaveOutcome,
};
use satkarya_core::vault::{Cost, Opener, Passage, Passphrase, SealedStore, Vault, copies, kdf};

fn sealed_home(entropy: &Seeded) -> (Home, Model, Vault) {
    let (mut home, model) = home();
    let mut passage = Passage::of(new_vault(entropy), entropy.clone()).unwrap();
    go(&mut passage, &mut home.disk, &mut home.log).unwrap();
    let vault = passage.vault().clone();
    (home, model, vault)
}

fn save(id: &str, json: &str) -> Op {
    Op::Put(vec![(month(2026, 11), id.to_owned(), Some(json.to_owned()))])
}

#[test]
fn v07_an_old_value_that_was_put_back_is_not_believed() {
    let entropy = Seeded::new(0x5EED_0620);
    let (mut home, _, vault) = sealed_home(&entropy);
    let mut repo = open_sealed(&mut home, &entropy, &vault);
    let name = repo.store().sealed_key(&part_key(month(2026, 11), 1)).unwrap();
    let old = repo.store().inner().get(&name).unwrap().unwrap();
    run_sealed(&mut repo, &mut home.log, &save("z1", "\"later\""));
    home.disk = repo.into_store().into_inner();
    home.disk.set(&name, &old).unwrap();
    // The log repairs it.
    let mut repaired = home.clone();
    let mut repo = open_sealed(&mut repaired, &entropy, &vault);
    assert!(repo.read(month(2026, 11)).unwrap().records.contains(&("z1", "\"later\"")));
    assert_eq!(repo.repaired(), [part(month(2026, 11), 1)]);
    // Without it, it is set aside, and the bytes stay.
    home.log = LogSnapshot::default();
    let mut repo = open_sealed(&mut home, &entropy, &vault);
    let stale = FrameError::Damaged(Damage::Stale);
    assert_eq!(count(&mut repo, month(2026, 11)), (0, vec![stale]));
    assert_eq!(count(&mut repo, month(2026, 10)).1, vec![]);
    assert_eq!(repo.store().inner().get(&name).unwrap(), Some(old));
}

#[test]
fn v06_values_in_each_others_place_are_not_believed() {
    let entropy = Seeded::new(0x5EED_0621);
    let (mut home, _, vault) = sealed_home(&entropy);
    home.log = LogSnapshot::default();
    let store = SealedStore::new(home.disk.clone(), entropy.clone(), &vault);
    let names = [10, 11].map(|it| store.sealed_key(&part_key(month(2026, it), 1)).unwrap());
    let values = names.clone().map(|name| home.disk.get(&name).unwrap().unwrap());
    home.disk.set(&names[0], &values[1]).unwrap();
    home.disk.set(&names[1], &values[0]).unwrap();
    let mut repo = open_sealed(&mut home, &entropy, &vault);
    for it in [10, 11] {
        assert_eq!(
            count(&mut repo, month(2026, it)),
            (0, vec![FrameError::Damaged(Damage::Frame)])
        );
    }
}

#[test]
fn v09_without_random_numbers_nothing_is_stored() {
    let entropy = Seeded::new(0x5EED_0622);
    let (mut home, _, vault) = sealed_home(&entropy);
    let mut repo = open_sealed(&mut home, &entropy, &vault);
    let before = repo.store().inner().clone();
    entropy.fail();
    let Some((outcome, batch)) = run(&mut repo, &save("z9", "\"zebra-78\"")) else {
        panic!("refused")
    };
    assert!(matches!(outcome, SaveOutcome::LogOnly(_)), "{outcome:?}");
    assert!(repo.store().seal_batch(batch).is_err());
    assert_eq!(*repo.store().inner(), before);
}

#[test]
fn r17_the_wrong_key_writes_nothing() {
    let entropy = Seeded::new(0x5EED_0623);
    let (mut home, _, _) = sealed_home(&entropy);
    let other = vault_of(&entropy, derived(&[1; 32]));
    let mut disk = MemoryStore::new();
    copies::write(&mut disk, &other).unwrap();
    let Ok(satkarya_core::vault::Found::Locked(header)) = copies::find(&disk, None) else {
        panic!()
    };
    let other = Vault::open(&header, Opener::Passphrase(&[1; 32])).unwrap_or_else(|_| panic!());
    let before = home.disk.clone();
    let log = home.log.clone();
    let mut repo = open_sealed(&mut home, &entropy, &other);
    assert_eq!(repo.access(), Access::ReadOnly(ReadOnly::NewerData));
    assert_eq!(contents(&mut repo), Model::default());
    assert!(run(&mut repo, &save("z1", "1")).is_none());
    assert!(*repo.store().inner() == before && home.log == log, "looked at, and left alone");
}

#[test]
fn every_part_changed_is_a_misunderstanding() {
    let entropy = Seeded::new(0x5EED_0624);
    let (mut home, _, vault) = sealed_home(&entropy);
    home.log = LogSnapshot::default();
    for key in home.disk.keys().unwrap().iter().filter(|key| key.starts_with("sk1.s.")) {
        let mut text = home.disk.get(key).unwrap().unwrap();
        text.pop();
        home.disk.set(key, &text).unwrap();
    }
    let before = home.disk.clone();
    let store = FaultStore::new(home.disk.clone());
    let sealed = SealedStore::new(store, entropy, &vault);
    let (mut repo, _) = Repository::open(sealed, None, options()).unwrap();
    let writes = repo.store().inner().writes();
    assert!(!count(&mut repo, month(2026, 11)).1.is_empty());
    assert_eq!(repo.access(), Access::ReadOnly(ReadOnly::AllUnreadable));
    assert_eq!(repo.store().inner().writes(), writes);
    assert_eq!(*repo.store().inner().inner(), before);
}

/// R-02 behind the vault: the world stops before and after every call.
#[test]
fn r02_the_engine_over_a_vault_stops_before_and_after_every_call() {
    let entropy = Seeded::new(0x5EED_0625);
    let (mut home, mut model, vault) = sealed_home(&entropy);
    let mut tried = 0;
    for op in script(40, 0x5EED_0626) {
        let repo = open_sealed(&mut home, &entropy, &vault);
        let disk = repo.into_store().into_inner();
        let session = |store: FaultStore<MemoryStore>| {
            let sealed = SealedStore::new(store, entropy.clone(), &vault);
            let log = sealed.open_log(home.log.clone());
            Repository::open(sealed, Some(log), options()).unwrap().0
        };
        let mut after = model.clone();
        after.apply(&op);
        let mut done = session(FaultStore::new(disk.clone()));
        let opened = done.store().inner().calls();
        let batch = run(&mut done, &op).map(|(_, batch)| done.store().seal_batch(batch).unwrap());
        let calls = done.store().inner().calls();
        for call in opened + 1..=calls {
            for fault in [Fault::CrashBefore, Fault::CrashAfter] {
                tried += 1;
                let mut repo = session(FaultStore::new(disk.clone()).at(call, fault));
                let _ = run(&mut repo, &op);
                let disk = repo.into_store().into_inner().into_inner();
                let mut left = Home { disk, log: home.log.clone() };
                let found = contents(&mut open_sealed(&mut left, &entropy, &vault));
                assert!(found == model || found == after, "{op:?} at {call}");
            }
        }
        home.disk = done.into_store().into_inner().into_inner();
        if let Some(batch) = batch {
            home.log.apply(&batch);
        }
        model = after;
        assert_eq!(contents(&mut open_sealed(&mut home, &entropy, &vault)), model);
    }
    println!("R-02 behind the vault: crashes survived {tried}/{tried}");
}

#[test]
fn r27_the_account_of_a_sealed_store_is_near() {
    let entropy = Seeded::new(0x5EED_0627);
    let (mut home, _, vault) = sealed_home(&entropy);
    let mut repo = open_sealed(&mut home, &entropy, &vault);
    let mut dice = Dice(5);
    for number in 0..40 {
        let json = format!("\"{}\"", dice.noise(900));
        run_sealed(&mut repo, &mut home.log, &save(&format!("n{number}"), &json));
    }
    let told = repo.usage().used;
    let disk = repo.into_store().into_inner();
    let keys = disk.keys().unwrap();
    let length = |text: &str| text.encode_utf16().count() as u64;
    let real: u64 =
        keys.iter().map(|key| length(key) + length(&disk.get(key).unwrap().unwrap())).sum();
    println!("R-27 behind the vault: told {told}, real {real}, {} values", keys.len());
    assert!(told.abs_diff(real) < keys.len() as u64 * 600);
}

/// Figures, for a look: `cargo test -p satkarya-core --test core vault_store::figures -- --nocapture`.
#[test]
fn figures() {
    let entropy = Seeded::new(0x5EED_0628);
    let words = Passphrase::typed("a diary of small things");
    for cost in [Cost::PROBE, Cost::USUAL] {
        let time = timed(|| drop(kdf::derive(&words, &[1; 16], cost).unwrap()));
        println!("figure: Argon2id {cost:?}: {time:?}");
    }
    let mut dice = Dice(7);
    let (mut plain, _) =
        Repository::open(MemoryStore::new(), Some(LogSnapshot::default()), options()).unwrap();
    let mut log = LogSnapshot::default();
    let vocabulary: Vec<String> = (0..2_000).map(|n| dice.noise(3 + n % 7)).collect();
    for number in 0..24_u32 {
        let shard = month(2025 + i32::from(number > 11), 1 + number % 12);
        let entries = (0..200).map(|entry| {
            let text: Vec<&str> = (0..50).map(|_| dice.of(&vocabulary).as_str()).collect();
            let json = format!("{{\"text\":\"{}\"}}", text.join(" "));
            (shard, format!("e{number}x{entry}"), Some(json))
        });
        if let Some((_, batch)) = run(&mut plain, &Op::Put(entries.collect())) {
            log.apply(&batch);
        }
    }
    let before = contents(&mut plain);
    let mut home = Home { disk: plain.into_store(), log };
    home.disk.remove("sk1.r").unwrap();
    let units = home.disk.used();
    let mut passage = Passage::of(new_vault(&entropy), entropy.clone()).unwrap();
    let time = timed(|| go(&mut passage, &mut home.disk, &mut home.log).unwrap());
    let vault = passage.vault().clone();
    println!(
        "figure: {} entries sealed in {time:?}, {} keys; units plain {units}, sealed {}",
        before.records.len(),
        home.disk.keys().unwrap().len(),
        home.disk.used()
    );
    let mut opened = None;
    let time = timed(|| opened = Some(open_sealed(&mut home, &entropy, &vault)));
    let mut repo = opened.unwrap();
    let mut found = Model::default();
    let read = timed(|| found = contents(&mut repo));
    assert!(found == before);
    println!("figure: the sealed store opened in {time:?}, all read in {read:?}");
    let mut times: Vec<std::time::Duration> = (0..101)
        .map(|number| {
            let op = save(&format!("s{number}"), "\"a few words that were written today\"");
            timed(|| run_sealed(&mut repo, &mut home.log, &op))
        })
        .collect();
    times.sort_unstable();
    println!("figure: one entry saved behind the vault, median {:?}", times[50]);
    // What the plain way pays for the seam: one call for each write.
    let boxed: Box<dyn KeyValue> = Box::new(MemoryStore::new());
    let mut sealed = 0;
    let time = timed(|| {
        let keys = (0..1_000_000).map(|_| std::hint::black_box(&boxed).sealed_key("sk1.j"));
        sealed = keys.flatten().count();
    });
    assert_eq!(sealed, 0);
    println!("figure: the seam of the plain way, {:?} a write", time / 1_000_000);
}
