//! The store when calls fail, the disk is full and the world stops: nothing that was saved is lost.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use crate::store_support::*;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use satkarya_core::store::fault::{Fault, FaultStore};
use satkarya_core::store::{
    KeyValue, LogSnapshot, MemoryStore, Repository, SaveOutcome, StoreError,
};

fn kinds() -> [StoreError; 3] {
    [StoreError::Quota, StoreError::Blocked, StoreError::Other("a trap".to_owned())]
}

#[test]
fn r01_every_call_of_200_operations_fails_once_in_every_way() {
    let (mut tried, mut refused) = (0, 0);
    for moment in moments(200, 0x5EED_0001) {
        for call in 1..=moment.calls {
            for error in kinds() {
                tried += 1;
                let mut repo = moment.repo.clone();
                repo.store_mut().arm(call, Fault::Fail(error.clone()));
                let mut log = moment.log.clone();
                let mut without_log = vec![moment.before.clone(), moment.after.clone()];
                let done = if let Some((outcome, batch)) = run(&mut repo, &moment.op) {
                    log.apply(&batch);
                    if outcome == SaveOutcome::InStore && !matches!(moment.op, Op::Drop(_)) {
                        without_log.remove(0);
                    }
                    moment.after.clone()
                } else {
                    // Refused, or nothing to save: nothing has changed.
                    refused += 1;
                    moment.before.clone()
                };
                let disk = repo.store().inner().clone();
                assert_eq!(contents(&mut open(&disk, Some(&log)).0), done, "{:?}", moment.op);
                let alone = contents(&mut open(&disk, None).0);
                assert!(without_log.contains(&alone), "{:?} {error:?} {call}", moment.op);
                // The session goes on, and the next save brings localStorage up to date.
                repo.store_mut().heal();
                assert_eq!(contents(&mut repo.clone()), done, "in memory after {:?}", moment.op);
                let mut later = done.clone();
                later.apply(&moment.next);
                if let Some((outcome, batch)) = run(&mut repo, &moment.next) {
                    log.apply(&batch);
                    assert_eq!(outcome, SaveOutcome::InStore);
                }
                let disk = repo.into_store().into_inner();
                assert_eq!(contents(&mut open(&disk, Some(&log)).0), later);
                if matches!(moment.next, Op::Put(_)) {
                    let alone = contents(&mut open(&disk, None).0);
                    assert_eq!(alone.records, later.records, "caught up");
                }
            }
        }
    }
    println!("R-01: faults survived {tried}/{tried}, of which refused {refused}; entries lost 0");
}

#[test]
fn r02_the_world_stops_before_and_after_every_call() {
    let mut tried = 0;
    for moment in moments(200, 0x5EED_0002) {
        for call in 1..=moment.calls {
            for fault in [Fault::CrashBefore, Fault::CrashAfter] {
                tried += 1;
                let mut repo = moment.repo.clone();
                repo.store_mut().arm(call, fault.clone());
                // Whatever the call returns, the world has stopped: the log gets nothing.
                let _ = run(&mut repo, &moment.op);
                assert!(repo.store().crashed());
                let disk = repo.into_store().into_inner();
                for log in [Some(&moment.log), None] {
                    let found = contents(&mut open(&disk, log).0);
                    let known = [&moment.before, &moment.after];
                    assert!(known.contains(&&found), "{:?} at {call} {fault:?}", moment.op);
                }
            }
        }
    }
    println!("R-02: crashes survived {tried}/{tried}; torn states 0");
}

/// What happens in a random life: steps, crashes at a random call, kills that undo the last writes
/// of localStorage, failures of the log.
fn live(seed: u64, steps: usize) -> usize {
    let mut kills = 0;
    let mut dice = Dice(seed | 1);
    let mut log = LogSnapshot::default();
    let mut model = Model::default();
    let (mut repo, _) = open(&MemoryStore::new(), Some(&log));
    // States of localStorage that may be what the disk has.
    let mut flushed = vec![repo.store().inner().clone()];
    // Whether the log has every record, and the latest of every draft.
    let (mut records_logged, mut drafts_logged) = (true, true);
    for _ in 0..steps {
        let op = random_op(&mut dice);
        let mut after = model.clone();
        after.apply(&op);
        if dice.below(8) == 0 {
            let fault = if dice.below(2) == 0 { Fault::CrashBefore } else { Fault::CrashAfter };
            let call = 1 + dice.below(24);
            repo.store_mut().arm(call, fault);
        }
        let done = run(&mut repo, &op);
        if repo.store().crashed() {
            let disk = repo.into_store().into_inner();
            let (again, report) = open(&disk, Some(&log));
            repo = again;
            log.apply(&report.log);
            assert_no_wait(repo.store().inner(), &log, "after a crash and a start");
            let found = contents(&mut repo);
            assert!(found.records == model.records || found.records == after.records, "{op:?}");
            if drafts_logged {
                assert!(found.drafts == model.drafts || found.drafts == after.drafts, "{op:?}");
            }
            // The log may not have heard of a step that was never called saved.
            records_logged &= found.records == model.records;
            drafts_logged &= found.drafts == model.drafts;
            model = found;
            flushed.push(repo.store().inner().clone());
            continue;
        }
        repo.store_mut().heal();
        model = after;
        if let Some((_, batch)) = done
            && !batch.is_empty()
        {
            let is_put = matches!(op, Op::Put(_));
            if dice.below(10) == 0 {
                repo.log_failed(batch.generation);
                if is_put {
                    records_logged = false;
                } else {
                    drafts_logged = false;
                }
            } else {
                log.apply(&batch);
                repo.log_confirmed(batch.generation);
                // What the log had missed went along.
                records_logged |= is_put;
            }
        }
        assert_no_wait(repo.store().inner(), &log, "after a step");
        flushed.push(repo.store().inner().clone());
        if records_logged && dice.below(6) == 0 {
            // The browser is killed: localStorage falls back, the log does not.
            let disk = dice.of(&flushed).clone();
            let (again, report) = open(&disk, Some(&log));
            repo = again;
            log.apply(&report.log);
            assert_no_wait(repo.store().inner(), &log, "after a kill and a start");
            let found = contents(&mut repo);
            assert_eq!(found.records, model.records, "after a kill");
            if drafts_logged {
                assert_eq!(found.drafts, model.drafts, "after a kill");
            }
            model = found;
            flushed = vec![disk, repo.store().inner().clone()];
            kills += 1;
        }
    }
    let disk = repo.into_store().into_inner();
    assert_eq!(contents(&mut open(&disk, None).0), model, "localStorage alone");
    let found = contents(&mut open(&disk, Some(&log)).0);
    assert_eq!(found.records, model.records, "with the log");
    if drafts_logged {
        assert_eq!(found.drafts, model.drafts, "with the log");
    }
    kills
}

#[test]
fn r03_random_lives_with_random_crashes() {
    let cases = 10_000;
    let mut runner =
        TestRunner::new(Config { cases, failure_persistence: None, ..Config::default() });
    let lives = (any::<u64>(), prop_oneof![49 => 1_usize..30, 1 => 30_usize..300]);
    let (n_steps, n_kills) = (Cell::new(0), Cell::new(0));
    runner
        .run(&lives, |(seed, steps)| {
            n_steps.set(n_steps.get() + steps);
            n_kills.set(n_kills.get() + live(seed, steps));
            Ok(())
        })
        .unwrap();
    let (steps, kills) = (n_steps.get(), n_kills.get());
    println!("R-03: {cases} lives of {steps} steps and {kills} killed browsers; torn 0, lost 0");
}

/// Stores that need every kind of repair at the start.
fn in_need_of_repair() -> Vec<(&'static str, MemoryStore, Option<LogSnapshot>, Model)> {
    let mut cases = Vec::new();
    let mut states = Vec::new();
    let (mut repo, _) = open(&MemoryStore::new(), Some(&LogSnapshot::default()));
    let (mut log, mut model) = (LogSnapshot::default(), Model::default());
    for op in script(60, 0x5EED_0004) {
        if let Some((_, batch)) = run(&mut repo, &op) {
            log.apply(&batch);
        }
        model.apply(&op);
        states.push(repo.store().inner().clone());
    }
    cases.push(("localStorage fell far back", states[5].clone(), Some(log.clone()), model.clone()));
    cases.push(("localStorage was cleared", MemoryStore::new(), Some(log.clone()), model.clone()));

    let mut bad_headers = states[59].clone();
    for key in ["sk1.h.a", "sk1.h.b"] {
        bad_headers.set(key, "SK1|broken").unwrap();
    }
    cases.push(("no header", bad_headers.clone(), None, model.clone()));
    cases.push(("no header but a log", bad_headers, Some(log.clone()), model.clone()));

    let six: Vec<_> = shards()
        .into_iter()
        .chain([month(2025, 1), month(2025, 2)])
        .map(|shard| (shard, "z9".to_owned(), Some("9".to_owned())))
        .collect();
    let big = Op::Put(six);
    model.apply(&big);
    let mut stopped = repo.clone();
    // After the journal is written and two of six values are in.
    stopped.store_mut().arm(7, Fault::CrashAfter);
    let _ = run(&mut stopped, &big);
    let disk = stopped.into_store().into_inner();
    assert!(disk.get("sk1.j").unwrap().is_some());
    cases.push(("journal under way", disk.clone(), None, model.clone()));
    cases.push(("journal under way and a log", disk, Some(log.clone()), model.clone()));
    let old = states[9].clone();
    if let Some((_, batch)) = run(&mut repo, &big) {
        log.apply(&batch);
    }
    cases.push(("all of it in the log only", old, Some(log), model));
    cases
}

#[test]
fn r04_the_start_itself_is_interrupted_at_every_call_twice() {
    let mut tried = 0;
    for (name, disk, log, model) in in_need_of_repair() {
        for (first, fault) in
            [Fault::CrashBefore, Fault::CrashAfter].into_iter().flat_map(|fault| {
                (1..).map(move |call| (call, fault.clone())).take_while({
                    let (disk, log) = (disk.clone(), log.clone());
                    move |(call, fault)| {
                        let store = FaultStore::new(disk.clone()).at(*call, fault.clone());
                        match Repository::open(store, log.clone(), options()) {
                            Ok((repo, _)) => repo.store().crashed(),
                            Err(_) => true,
                        }
                    }
                })
            })
        {
            let once = interrupted(&disk, log.as_ref(), first, &fault);
            for second in 1.. {
                let store = FaultStore::new(once.clone()).at(second, fault.clone());
                let twice = match Repository::open(store, log.clone(), options()) {
                    Ok((repo, _)) if !repo.store().crashed() => break,
                    _ => interrupted(&once, log.as_ref(), second, &fault),
                };
                tried += 1;
                let found = contents(&mut open(&twice, log.as_ref()).0);
                assert_eq!(found, model, "{name}: {fault:?} at {first} and {second}");
            }
        }
    }
    println!("R-04: starts interrupted twice {tried}/{tried}, each ends in the same diary");
}

/// What a killed browser does: localStorage is behind by any number of calls, cut anywhere, and
/// the log has everything.
#[test]
fn r05_the_disk_is_any_number_of_calls_behind_the_log() {
    let (mut tried, mut lives) = (0, 0);
    for seed in 0x5EED_0500..0x5EED_0510 {
        let recorder = Rc::new(RefCell::new(Recorder::default()));
        let mut log = LogSnapshot::default();
        let mut model = Model::default();
        for ops in script(48, seed).chunks(12) {
            // A new session each time, in a browser that goes on.
            let kv = Rc::clone(&recorder);
            let (mut repo, report) = Repository::open(kv, Some(log.clone()), options()).unwrap();
            log.apply(&report.log);
            for op in ops {
                if let Some((_, batch)) = run(&mut repo, op) {
                    model.apply(op);
                    log.apply(&batch);
                }
            }
        }
        lives += 1;
        for (call, disk) in recorder.borrow().past.iter().enumerate() {
            tried += 1;
            let found = contents(&mut open(disk, Some(&log)).0);
            assert_eq!(found, model, "life {seed:x}, killed before call {call}");
        }
    }
    println!("R-05: {lives} lives, cut before each of {tried} calls; entries lost 0");
}

/// What is left of a store whose start was interrupted.
fn interrupted(
    disk: &MemoryStore,
    log: Option<&LogSnapshot>,
    call: u64,
    fault: &Fault,
) -> MemoryStore {
    // The store is lost with an error, so it is lent.
    let lent = Rc::new(RefCell::new(FaultStore::new(disk.clone()).at(call, fault.clone())));
    drop(Repository::open(Rc::clone(&lent), log.cloned(), options()));
    lent.borrow().inner().clone()
}

#[test]
fn r12_a_journal_of_60_keys_is_interrupted_at_every_step() {
    let months: Vec<_> = (2020..2025).flat_map(|y| (1..=12).map(move |m| month(y, m))).collect();
    let put = |text: &str| {
        let change = |shard: &_| (*shard, "same".to_owned(), Some(format!(r#""{text}""#)));
        Op::Put(months.iter().map(change).collect())
    };
    let (mut repo, _) = open(&MemoryStore::new(), Some(&LogSnapshot::default()));
    run(&mut repo, &put("old"));
    let (mut old, mut new) = (Model::default(), Model::default());
    old.apply(&put("old"));
    new.apply(&put("new"));
    let start = repo.store().calls();
    let mut done = repo.clone();
    run(&mut done, &put("new"));
    let calls = done.store().calls() - start;
    let (mut kept, mut changed) = (0, 0);
    for call in 1..=calls {
        for fault in [Fault::CrashBefore, Fault::CrashAfter] {
            let mut repo = repo.clone();
            repo.store_mut().arm(call, fault);
            run(&mut repo, &put("new"));
            let found = contents(&mut open(&repo.into_store().into_inner(), None).0);
            if found == old {
                kept += 1;
            } else {
                assert_eq!(found, new, "neither old nor new at call {call}");
                changed += 1;
            }
        }
    }
    assert!(kept > 0 && changed > 0);
    println!(
        "R-12: 60 keys, {calls} calls, {}/{} crashes end in all-old ({kept}) or all-new ({changed})",
        kept + changed,
        2 * calls
    );
}
