//! Turning the vault on, off and over, interrupted everywhere: every entry is there afterwards, and
//! nothing that a person wrote can be read in a sealed store.

use crate::store_support::*;
use crate::vault_support::*;
use satkarya_core::store::fault::{Fault, FaultStore};
use satkarya_core::store::{KeyValue, LogSnapshot, MemoryStore, Repository, StoreError};
use satkarya_core::vault::{
    CreateError, Found, Next, Passage, PassageError, Phase, SealedStore, copies,
};

/// The three passages, each with the home where it begins.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Way {
    On,
    NewKey,
    Off,
}

const OTHER: [u8; 32] = [8; 32];
pub(crate) const KEYS: [[u8; 32]; 2] = [KEY, OTHER];

/// A home before a passage, and the passage.
pub(crate) fn before(way: Way, entropy: &Seeded) -> (Home, Model, Passage<Seeded>) {
    before_from(home_with_cold(), way, entropy)
}

fn before_from(
    (mut home, model): (Home, Model),
    way: Way,
    entropy: &Seeded,
) -> (Home, Model, Passage<Seeded>) {
    let vault = new_vault(entropy);
    let mut passage = Passage::of(vault, entropy.clone()).unwrap();
    if way == Way::On {
        return (home, model, passage);
    }
    go(&mut passage, &mut home.disk, &mut home.log).unwrap();
    let vault = passage.vault().clone();
    let settled = copies::unsettled(&home.disk, &home.log).unwrap().expect("the log lags");
    home.log.apply(&settled);
    assert_eq!(copies::unsettled(&home.disk, &home.log), Ok(None));
    let passage = match way {
        Way::NewKey => {
            let renewed = vault.with_new_key(entropy, derived(&OTHER)).unwrap();
            Passage::of(renewed, entropy.clone()).unwrap()
        }
        _ => Passage::off(&vault, entropy.clone()).unwrap().unwrap(),
    };
    (home, model, passage)
}

/// Everything is there, in the form that it should be in; and the diary can be written.
fn check(home: &Home, model: &Model, entropy: &Seeded, what: &str) {
    let mut home = home.clone();
    let op = Op::Put(vec![(month(2026, 11), "later".to_owned(), Some("\"zebra-77\"".to_owned()))]);
    let mut later = model.clone();
    later.apply(&op);
    match start(&mut home, entropy, &KEYS) {
        Opened::Plain(mut repo) => {
            assert_eq!(contents(&mut repo), *model, "{what}");
            let (_, batch) = run(&mut repo, &op).unwrap();
            home.log.apply(&batch);
            home.disk = repo.into_store();
        }
        Opened::Sealed(mut repo) => {
            assert_eq!(contents(&mut repo), *model, "{what}");
            if !model.records.is_empty() {
                assert_eq!(repo.device().unwrap().as_deref(), Some(r#"{"name":"this-device"}"#));
            }
            run_sealed(&mut repo, &mut home.log, &op);
            home.disk = repo.into_store().into_inner();
            let found = readable(&home);
            for canary in CANARIES {
                assert!(!found.contains(canary), "{what}: {canary} can be read");
            }
        }
    }
    match start(&mut home, entropy, &KEYS) {
        Opened::Plain(mut repo) => assert_eq!(contents(&mut repo), later, "{what}"),
        Opened::Sealed(mut repo) => assert_eq!(contents(&mut repo), later, "{what}"),
    }
}

/// Whatever is half done can be read as it is.
fn check_half(home: &Home, model: &Model, entropy: &Seeded, what: &str) {
    let Some(vault) = unlock(home, &KEYS) else { return };
    let mut home = home.clone();
    let mut repo = open_sealed(&mut home, entropy, &vault);
    assert_eq!(contents(&mut repo), *model, "{what}, half done");
}

#[test]
fn the_search_for_words_finds_them_where_they_are() {
    let (home, _) = home();
    let found = readable(&home);
    for canary in CANARIES {
        assert!(found.contains(canary), "{canary}");
    }
}

#[test]
fn v23_every_passage_is_stopped_before_and_after_every_call() {
    let entropy = Seeded::new(0x5EED_0601);
    for way in [Way::On, Way::NewKey, Way::Off] {
        let (home, model, passage) = before(way, &entropy);
        let mut whole = FaultStore::new(home.disk.clone());
        go(&mut passage.clone(), &mut whole, &mut home.log.clone()).unwrap();
        let calls = whole.calls();
        let mut tried = 0;
        for call in 1..=calls {
            for fault in [Fault::CrashBefore, Fault::CrashAfter] {
                tried += 1;
                let mut store = FaultStore::new(home.disk.clone()).at(call, fault.clone());
                let mut log = home.log.clone();
                let stopped = go(&mut passage.clone(), &mut store, &mut log);
                assert!(store.crashed());
                assert!(stopped.is_err() || call == calls);
                let left = Home { disk: store.into_inner(), log };
                let what = format!("{way:?} at {call} {fault:?}");
                check_half(&left, &model, &entropy, &what);
                check(&left, &model, &entropy, &what);
            }
        }
        println!("V-23 {way:?}: {calls} calls, faults survived {tried}/{tried}, entries lost 0");
    }
}

#[test]
fn v23_every_call_fails_once_in_every_way_and_is_tried_again() {
    let entropy = Seeded::new(0x5EED_0602);
    let errors = [StoreError::Quota, StoreError::Blocked, StoreError::Other("a trap".to_owned())];
    for way in [Way::On, Way::NewKey, Way::Off] {
        let (home, model, passage) = before(way, &entropy);
        let mut whole = FaultStore::new(home.disk.clone());
        go(&mut passage.clone(), &mut whole, &mut home.log.clone()).unwrap();
        let calls = whole.calls();
        let mut tried = 0;
        for call in 1..=calls {
            let faults = errors.clone().map(Fault::Fail).into_iter().chain([Fault::Corrupt]);
            for fault in faults {
                tried += 1;
                let mut store = FaultStore::new(home.disk.clone()).at(call, fault.clone());
                let (mut log, mut passage) = (home.log.clone(), passage.clone());
                let what = format!("{way:?} at {call} {fault:?}");
                if go(&mut passage, &mut store, &mut log).is_err() {
                    // The tab is closed here, or the person tries again.
                    let left = Home { disk: store.inner().clone(), log: log.clone() };
                    check(&left, &model, &entropy, &what);
                    store.heal();
                    go(&mut passage, &mut store, &mut log).unwrap();
                }
                let end = Home { disk: store.into_inner(), log };
                let is_off = copies::find(&end.disk, Some(&end.log)).unwrap() == Found::Nothing;
                assert_eq!(is_off, way == Way::Off, "{what}");
                check(&end, &model, &entropy, &what);
            }
        }
        println!("V-23 {way:?}: calls that fail survived {tried}/{tried}");
    }
}

/// What a killed browser does: the log has everything, and localStorage is any number of calls
/// behind, also to a time before the passage.
#[test]
fn v23_a_killed_browser_takes_local_storage_back() {
    let entropy = Seeded::new(0x5EED_0603);
    for way in [Way::On, Way::NewKey, Way::Off] {
        let (home, model, mut passage) = before(way, &entropy);
        let mut store = Recorder { now: home.disk.clone(), past: Vec::new() };
        let mut log = home.log.clone();
        let mut tried = 0;
        let mut known = 0;
        loop {
            let next = passage.step(&mut store, Some(&log)).unwrap();
            if let Next::Log(batch) = &next {
                log.apply(batch);
                passage.logged();
            }
            // After each step, every state that localStorage may fall back to: all of them when
            // the log has changed or everything is over, else the latest.
            let all = next != Next::Again;
            let from = if all { 0 } else { known };
            for (at, disk) in store.past.iter().enumerate().skip(from) {
                tried += 1;
                let left = Home { disk: disk.clone(), log: log.clone() };
                check(&left, &model, &entropy, &format!("{way:?}, back to {at}"));
            }
            known = store.past.len();
            if next == Next::Over {
                break;
            }
        }
        let end = Home { disk: store.now, log };
        check(&end, &model, &entropy, "the end");
        println!("V-23 {way:?}: browsers killed {tried}/{tried}, entries lost 0");
    }
}

#[test]
fn the_start_after_an_interruption_is_interrupted_too() {
    let entropy = Seeded::new(0x5EED_0604);
    let mut tried = 0;
    for way in [Way::On, Way::NewKey, Way::Off] {
        let (home, model, passage) = before(way, &entropy);
        let mut whole = FaultStore::new(home.disk.clone());
        go(&mut passage.clone(), &mut whole, &mut home.log.clone()).unwrap();
        for first in (1..=whole.calls()).step_by(7) {
            let mut store = FaultStore::new(home.disk.clone()).at(first, Fault::CrashAfter);
            let mut log = home.log.clone();
            let _ = go(&mut passage.clone(), &mut store, &mut log);
            let once = Home { disk: store.into_inner(), log };
            let Some(vault) = unlock(&once, &KEYS) else { continue };
            let Some(again) = Passage::of(vault, entropy.clone()) else { continue };
            for second in (1..).step_by(3) {
                let mut store = FaultStore::new(once.disk.clone()).at(second, Fault::CrashAfter);
                let mut log = once.log.clone();
                let done = go(&mut again.clone(), &mut store, &mut log);
                if !store.crashed() {
                    done.unwrap();
                    break;
                }
                tried += 1;
                let twice = Home { disk: store.into_inner(), log };
                check(&twice, &model, &entropy, &format!("{way:?} at {first} and {second}"));
            }
        }
    }
    println!("V-23: interrupted twice {tried}/{tried}");
}

#[test]
fn there_and_back_is_the_same_store() {
    let entropy = Seeded::new(0x5EED_0605);
    let (home, model, mut passage) = before(Way::Off, &entropy);
    let (plain, _) = home_with_cold();
    let mut end = home;
    go(&mut passage, &mut end.disk, &mut end.log).unwrap();
    // The reserve is made again by the next save.
    let mut expected = plain.disk.clone();
    expected.remove("sk1.r").unwrap();
    assert_eq!(end.disk, expected);
    let settled = copies::unsettled(&end.disk, &end.log).unwrap().expect("the log lags");
    end.log.apply(&settled);
    let sorted = |log: &LogSnapshot| {
        let mut items = log.items.clone();
        items.sort_by(|a, b| a.key.cmp(&b.key));
        items
    };
    assert_eq!(sorted(&end.log), sorted(&plain.log));
    check(&end, &model, &entropy, "there and back");
}

#[test]
fn while_it_is_turned_on_it_can_be_turned_off() {
    let entropy = Seeded::new(0x5EED_0606);
    let (home, model, passage) = before(Way::On, &entropy);
    let mut steps = 0;
    loop {
        let (mut there, mut log) = (home.clone(), home.log.clone());
        let mut passage = passage.clone();
        for _ in 0..=steps {
            if let Next::Log(batch) = passage.step(&mut there.disk, Some(&log)).unwrap() {
                log.apply(&batch);
                passage.logged();
            }
        }
        there.log = log;
        if passage.vault().header().phase() == Phase::Sealed {
            break;
        }
        let mut back = Passage::off(passage.vault(), entropy.clone()).unwrap().unwrap();
        go(&mut back, &mut there.disk, &mut there.log).unwrap();
        assert_eq!(copies::find(&there.disk, Some(&there.log)), Ok(Found::Nothing));
        check(&there, &model, &entropy, &format!("back after {steps} steps"));
        steps += 1;
    }
    println!("turned back after each of {steps} steps");
}

#[test]
fn a_failing_log_holds_the_passage_up_and_nothing_else() {
    let entropy = Seeded::new(0x5EED_0607);
    for way in [Way::On, Way::NewKey, Way::Off] {
        let (home, model, mut passage) = before(way, &entropy);
        let (mut disk, mut log) = (home.disk.clone(), home.log.clone());
        let mut refused = 0;
        loop {
            match passage.step(&mut disk, Some(&log)).unwrap() {
                Next::Again => {}
                Next::Over => break,
                Next::Log(batch) => {
                    refused += 1;
                    if refused % 3 != 0 {
                        // Not on disk: the same step comes again, and the tab may be closed.
                        let left = Home { disk: disk.clone(), log: log.clone() };
                        check(&left, &model, &entropy, &format!("{way:?} without the log"));
                        continue;
                    }
                    log.apply(&batch);
                    passage.logged();
                }
            }
        }
        assert_eq!(refused, 6, "{way:?}: two batches, each at the third attempt");
        check(&Home { disk, log }, &model, &entropy, "the end");
    }
}

#[test]
fn without_a_log_it_works_too() {
    let entropy = Seeded::new(0x5EED_0608);
    let (home, model) = home();
    let mut disk = home.disk;
    let mut passage = Passage::of(new_vault(&entropy), entropy.clone()).unwrap();
    while passage.step(&mut disk, None).unwrap() != Next::Over {}
    let home = Home { disk, log: LogSnapshot::default() };
    check(&home, &model, &entropy, "no log");
}

#[test]
fn no_random_numbers_no_change() {
    let entropy = Seeded::new(0x5EED_0609);
    let (home, model, mut passage) = before(Way::On, &entropy);
    let (mut disk, mut log) = (home.disk.clone(), home.log.clone());
    entropy.fail();
    let stopped = go(&mut passage, &mut disk, &mut log);
    assert!(matches!(stopped, Err(PassageError::Entropy(_))), "{stopped:?}");
    check(&Home { disk, log }, &model, &Seeded::new(1), "no entropy");
}

/// A part that nobody can read is not lost on the way, and not readable either.
#[test]
fn damaged_parts_go_along() {
    let entropy = Seeded::new(0x5EED_060A);
    let (mut home, _) = home();
    let key = part_key(month(2026, 10), 1);
    let whole = home.disk.get(&key).unwrap().unwrap();
    let damaged = whole.replacen("|p|1|", "|p|1|9", 1);
    home.disk.set(&key, &damaged).unwrap();
    home.log.items.retain(|item| item.key != key);
    let mut passage = Passage::of(new_vault(&entropy), entropy.clone()).unwrap();
    go(&mut passage, &mut home.disk, &mut home.log).unwrap();
    assert_eq!(passage.n_unreadable(), 0);
    let found = readable(&home);
    assert!(!found.contains("nobody-knows"));
    let vault = passage.vault().clone();
    let mut repo = open_sealed(&mut home, &entropy, &vault);
    assert_eq!(count(&mut repo, month(2026, 10)).1.len(), 1);
    assert_eq!(repo.store().get(&key).unwrap(), Some(damaged.clone()));
    home.disk = repo.into_store().into_inner();
    let before = home.disk.clone();
    let mut back = Passage::off(&vault, entropy.clone()).unwrap().unwrap();
    // Not before it is settled that the vault is on: a killed browser may take that back.
    let too_soon = Err(PassageError::TooSoon);
    assert_eq!(go(&mut back.clone(), &mut home.disk.clone(), &mut home.log.clone()), too_soon);
    let settled = copies::unsettled(&home.disk, &home.log).unwrap().unwrap();
    home.log.apply(&settled);
    go(&mut back, &mut home.disk, &mut home.log).unwrap();
    assert_eq!(home.disk.get(&key).unwrap(), Some(damaged));
    // The same for another vault after this one.
    let again =
        |home: &Home| copies::create(&home.disk, Some(&home.log), &entropy, derived(&KEY)).err();
    assert_eq!(again(&home), Some(CreateError::TooSoon));
    let settled = copies::unsettled(&home.disk, &home.log).unwrap().unwrap();
    home.log.apply(&settled);
    assert_eq!(again(&home), None);
    home.disk = before;
    assert_eq!(again(&home), Some(CreateError::Exists));
}

/// A sealed part that was damaged keeps nobody out after the vault was turned off.
#[test]
fn a_damaged_sealed_part_does_not_hold_the_vault() {
    let entropy = Seeded::new(0x5EED_060B);
    let (mut home, model, _) = before_from(home(), Way::Off, &entropy);
    let vault = unlock(&home, &KEYS).unwrap();
    let store = SealedStore::new(home.disk.clone(), entropy.clone(), &vault);
    let name = store.sealed_key(&part_key(month(2026, 10), 1)).unwrap();
    let mut text = home.disk.get(&name).unwrap().unwrap();
    text.pop();
    home.disk.set(&name, &text).unwrap();
    home.log.items.retain(|item| item.key != name);
    let mut back = Passage::off(&vault, entropy.clone()).unwrap().unwrap();
    go(&mut back, &mut home.disk, &mut home.log).unwrap();
    assert_eq!(back.n_unreadable(), 1);
    assert_eq!(copies::find(&home.disk, Some(&home.log)), Ok(Found::Nothing));
    let Opened::Plain(mut repo) = start(&mut home, &entropy, &KEYS) else { panic!("still locked") };
    assert_eq!(count(&mut repo, month(2026, 10)).1.len(), 1);
    let others = model.records.iter().filter(|((shard, _), _)| *shard != month(2026, 10));
    for ((shard, id), json) in others {
        let contents = repo.read(*shard).unwrap();
        assert!(contents.records.contains(&(id.as_str(), json.as_str())));
    }
}

/// R-25: full from every write on.
#[test]
fn r25_a_full_store_stops_it_and_loses_nothing() {
    let entropy = Seeded::new(0x5EED_060C);
    for way in [Way::On, Way::NewKey, Way::Off] {
        let (home, model, passage) = before(way, &entropy);
        let mut tried = 0;
        for call in 1.. {
            let fault = Fault::Refuse(StoreError::Quota);
            let mut store = FaultStore::new(home.disk.clone()).at(call, fault);
            let (mut log, mut passage) = (home.log.clone(), passage.clone());
            if go(&mut passage, &mut store, &mut log).is_ok() {
                break;
            }
            tried += 1;
            let left = Home { disk: store.inner().clone(), log: log.clone() };
            check_half(&left, &model, &entropy, "full");
            check(&left, &model, &entropy, "full");
        }
        println!("R-25 {way:?}: full from each of {tried} calls on, entries lost 0");
    }
}

/// An operation of the engine that was under way is finished behind the vault.
#[test]
fn an_operation_under_way_goes_along() {
    let entropy = Seeded::new(0x5EED_060D);
    let (home, mut model) = home();
    let (mut repo, _) = open(&home.disk, Some(&home.log));
    let put = Op::Put(
        shards().map(|shard| (shard, "all".to_owned(), Some("\"zebra-77\"".to_owned()))).to_vec(),
    );
    model.apply(&put);
    contents(&mut repo);
    let mut found = 0;
    for call in 1..40 {
        let mut stopped = repo.clone();
        stopped.store_mut().arm(call, Fault::CrashAfter);
        let _ = run(&mut stopped, &put);
        let mut left = Home { disk: stopped.into_store().into_inner(), log: home.log.clone() };
        if left.disk.get("sk1.j").unwrap().is_none() {
            continue;
        }
        found += 1;
        let mut passage = Passage::of(new_vault(&entropy), entropy.clone()).unwrap();
        go(&mut passage, &mut left.disk, &mut left.log).unwrap();
        assert!(!readable(&left).contains("zebra-77"));
        check(&left, &model, &entropy, "an operation under way");
    }
    assert!(found > 3);
}

#[test]
fn everything_erased_behind_the_vault_stays_erased() {
    let entropy = Seeded::new(0x5EED_060E);
    let (mut home, _, _) = before(Way::Off, &entropy);
    let vault = unlock(&home, &KEYS).unwrap();
    let before = home.disk.clone();
    // Something plain that somebody left.
    home.disk.set("sk1.s.2020-01.1", "SK1|left").unwrap();
    let mut repo = open_sealed(&mut home, &entropy, &vault);
    let batch = repo.erase(&[]).unwrap();
    home.log.apply(&repo.store().seal_batch(batch).unwrap());
    repo.erase_confirmed().unwrap();
    home.disk = repo.into_store().into_inner();
    assert_eq!(home.disk.keys().unwrap(), ["sk1.v.a", "sk1.v.b"]);
    check(&home, &Model::default(), &entropy, "erased");
    // The browser is killed, and forgets that.
    let mut back = Home { disk: before, log: home.log.clone() };
    let Opened::Sealed(mut repo) = start(&mut back, &entropy, &KEYS) else { panic!("not locked") };
    assert_eq!(contents(&mut repo), Model::default());
    // Without entries the vault goes at once.
    let mut off = Passage::off(&vault, entropy).unwrap().unwrap();
    go(&mut off, &mut home.disk, &mut home.log).unwrap();
    assert_eq!(home.disk.keys().unwrap(), Vec::<String>::new());
}

#[test]
fn what_somebody_left_plain_is_not_believed() {
    let entropy = Seeded::new(0x5EED_060F);
    let (mut home, model, _) = before(Way::Off, &entropy);
    let vault = unlock(&home, &KEYS).unwrap();
    assert_eq!(vault.header().phase(), Phase::Sealed);
    let (mut forger, _) = Repository::open(MemoryStore::new(), None, options()).unwrap();
    let put = Op::Put(vec![(month(2019, 5), "a1".to_owned(), Some("\"forged\"".to_owned()))]);
    run(&mut forger, &put);
    let key = part_key(month(2019, 5), 1);
    let planted = forger.store().get(&key).unwrap().unwrap();
    home.disk.set(&key, &planted).unwrap();
    let mut repo = open_sealed(&mut home, &entropy, &vault);
    assert_eq!(contents(&mut repo), model);
    // It is listed, can be looked at, and is taken in on the person's word only.
    assert!(repo.store().keys().unwrap().contains(&"sk1.!s.2019-05.1".to_owned()));
    assert_eq!(repo.store().get("sk1.!s.2019-05.1").unwrap(), Some(planted));
    home.disk = repo.into_store().into_inner();
    let mut again = Passage::on_again(&vault, entropy.clone()).unwrap().unwrap();
    go(&mut again, &mut home.disk, &mut home.log).unwrap();
    let Opened::Sealed(mut repo) = start(&mut home, &entropy, &KEYS) else { panic!("not locked") };
    assert_eq!(contents(&mut repo).records.len(), model.records.len() + 1);
}
