//! The store when the disk is full or refuses, the tabs meet, and everything is erased on purpose.

use crate::store_support::*;
use satkarya_core::store::fault::{Fault, FaultStore};
use satkarya_core::store::{
    Access, FenceStep, KeyValue, LogSnapshot, Measure, MemoryStore, OpenError, Repository,
    SaveOutcome, StorageKey, StoreError, Waited, fence, stored_generation,
};

#[test]
fn r25_the_disk_is_full_from_every_write_on() {
    let mut tried = 0;
    for moment in moments(120, 0x5EED_0025) {
        for call in 1..=moment.calls {
            tried += 1;
            let mut repo = moment.repo.clone();
            repo.store_mut().arm(call, Fault::Refuse(StoreError::Quota));
            let mut log = moment.log.clone();
            if let Some((outcome, batch)) = run(&mut repo, &moment.op) {
                let disk = repo.store().inner().clone();
                let alone = contents(&mut open(&disk, None).0);
                match outcome {
                    SaveOutcome::InStore if !matches!(moment.op, Op::Drop(_)) => {
                        assert_eq!(alone, moment.after);
                    }
                    _ => assert!(alone == moment.before || alone == moment.after),
                }
                log.apply(&batch);
                assert_eq!(contents(&mut open(&disk, Some(&log)).0), moment.after);
                // Room comes back, and the confirmation alone brings it in.
                repo.store_mut().heal();
                assert_eq!(repo.log_confirmed(batch.generation), SaveOutcome::InStore);
                let disk = repo.into_store().into_inner();
                let records = contents(&mut open(&disk, None).0).records;
                assert_eq!(records, moment.after.records);
            }
        }
    }
    println!("R-25: full from every write on {tried}/{tried}; entries lost 0");
}

#[test]
fn r25_a_really_full_store_gives_up_its_reserve_and_keeps_every_record() {
    let mut dice = Dice(0x5EED_2525);
    let capacity = 300_000;
    let disk = MemoryStore::with_capacity(Measure::Units, capacity);
    let (mut repo, _) =
        Repository::open(FaultStore::new(disk), Some(LogSnapshot::default()), options()).unwrap();
    let (mut log, mut model) = (LogSnapshot::default(), Model::default());
    let (mut in_store, mut log_only) = (0, 0);
    for n in 0..600 {
        let shard = month(2026, 1 + n % 12);
        let json = format!(r#""{}""#, dice.noise(2000));
        let op = Op::Put(vec![(shard, format!("id{n}"), Some(json))]);
        model.apply(&op);
        let (outcome, batch) = run(&mut repo, &op).unwrap();
        log.apply(&batch);
        match outcome {
            SaveOutcome::InStore => in_store += 1,
            SaveOutcome::LogOnly(_) => log_only += 1,
        }
    }
    assert!(repo.store().inner().used() <= capacity);
    assert_eq!(repo.usage().reserve, 0);
    assert!(in_store > 0 && log_only > 0);
    assert_eq!(contents(&mut repo), model);
    let again = FaultStore::new(repo.into_store().into_inner());
    let (mut repo, _) = Repository::open(again, Some(log), options()).unwrap();
    assert_eq!(contents(&mut repo), model);
    println!(
        "R-25: full store, {in_store} saves taken, {log_only} carried by the log; entries lost 0"
    );
}

#[test]
fn r26_both_are_full_and_nothing_is_swallowed() {
    let (mut repo, _) = open(&MemoryStore::new(), Some(&LogSnapshot::default()));
    let first = Op::Put(vec![(month(2026, 11), "a1".to_owned(), Some("1".to_owned()))]);
    run(&mut repo, &first);
    repo.store_mut().arm(1, Fault::Refuse(StoreError::Quota));
    let second = Op::Put(vec![(month(2026, 11), "b2".to_owned(), Some("2".to_owned()))]);
    let (outcome, batch) = run(&mut repo, &second).unwrap();
    assert_eq!(outcome, SaveOutcome::LogOnly(StoreError::Quota));
    repo.log_failed(batch.generation);
    let mut model = Model::default();
    model.apply(&first);
    assert_eq!(contents(&mut open(&repo.store().inner().clone(), None).0), model);
    // The whole diary can be read for a download, and the next try takes it.
    model.apply(&second);
    assert_eq!(contents(&mut repo), model);
    repo.store_mut().heal();
    let saved = repo.write_everything(&[]).unwrap();
    assert_eq!(saved.outcome, SaveOutcome::InStore);
    assert_eq!(contents(&mut open(&repo.into_store().into_inner(), None).0), model);
    println!("R-26: 1/1");
}

#[test]
fn r33_a_store_that_traps_is_reported_and_never_traps_us() {
    let blocked = FaultStore::new(MemoryStore::new()).at(1, Fault::Fail(StoreError::Blocked));
    let opened = Repository::open(blocked, None, options());
    assert_eq!(opened.err(), Some(OpenError::Store(StoreError::Blocked)));

    let mut no_writes = FaultStore::new(MemoryStore::new());
    no_writes.arm(1, Fault::Refuse(StoreError::Blocked));
    let (mut repo, _) = Repository::open(no_writes, None, options()).unwrap();
    let op = Op::Put(vec![(month(2026, 11), "a1".to_owned(), Some("1".to_owned()))]);
    let (outcome, _) = run(&mut repo, &op).unwrap();
    assert_eq!(outcome, SaveOutcome::LogOnly(StoreError::Blocked));

    let mut disk = MemoryStore::new();
    disk.set("sk1.h.a", "x").unwrap();
    let odd = StoreError::Other("[object Object]".to_owned());
    let getter = FaultStore::new(disk).at(2, Fault::Fail(odd.clone()));
    assert_eq!(Repository::open(getter, None, options()).err(), Some(OpenError::Store(odd)));
    println!("R-33: 3/3");
}

#[test]
fn c06_the_fence_waits_replays_and_never_goes_back() {
    assert_eq!(fence(Some(5), None, 0), FenceStep::Proceed);
    assert_eq!(fence(Some(5), Some(5), 0), FenceStep::Proceed);
    assert_eq!(fence(Some(6), Some(5), 0), FenceStep::Proceed);
    assert_eq!(fence(Some(4), Some(5), 0), FenceStep::Wait);
    assert_eq!(fence(None, Some(5), 1999), FenceStep::Wait);
    assert_eq!(fence(Some(4), Some(5), 2000), FenceStep::Replay);

    // A hidden tab looks once a second: it looks three times, and not four hundred times.
    let waited = Waited::begin(50_000, 0);
    let steps = [0, 1_000, 2_000].map(|later| fence(None, Some(5), waited.by(50_000 + later)));
    assert_eq!(steps, [FenceStep::Wait, FenceStep::Wait, FenceStep::Replay]);
    assert_eq!(Waited::begin(50_000, 1_800).by(50_200), 2_000, "given before, and since");
    assert_eq!(waited.by(10), 0, "a clock that was set back");
    assert_eq!(waited.by(u64::MAX), u32::MAX);

    // A log that is older than localStorage changes nothing in it.
    let (mut repo, _) = open(&MemoryStore::new(), Some(&LogSnapshot::default()));
    let (mut log, mut model) = (LogSnapshot::default(), Model::default());
    for (index, op) in script(40, 0x5EED_0C06).iter().enumerate() {
        let batch = run(&mut repo, op).map(|(_, batch)| batch).unwrap_or_default();
        if index < 20 {
            log.apply(&batch);
        }
        model.apply(op);
    }
    let disk = repo.into_store().into_inner();
    assert!(stored_generation(&disk).unwrap() > log.generation);
    let (mut repo, report) = open(&disk, Some(&log));
    assert_eq!(contents(&mut repo).records, model.records);
    assert_eq!(report.replayed, vec![]);
    // And it is told what it lacks, so that localStorage may now be lost.
    log.apply(&report.log);
    assert_eq!(log.generation, repo.committed());
    assert_eq!(contents(&mut open(&MemoryStore::new(), Some(&log)).0).records, model.records);
    println!("C-06: 3/3");
}

#[test]
fn an_erasure_is_finished_and_stays_finished() {
    let (mut repo, _) = open(&MemoryStore::new(), Some(&LogSnapshot::default()));
    let mut log = LogSnapshot::default();
    for op in script(40, 0x5EED_E5A5) {
        if let Some((_, batch)) = run(&mut repo, &op) {
            log.apply(&batch);
        }
    }
    repo.store_mut().set("other.app", "x").unwrap();
    repo.store_mut().set("sk1.u", "{}").unwrap();
    let full = repo.store().inner().clone();
    let keep = [StorageKey::Preferences];
    let start = repo.store().calls();
    let mut done = repo.clone();
    let batch = done.erase(&keep).unwrap();
    let calls = done.store().calls() - start;
    let mut tried = 0;
    for call in 1..=calls {
        for fault in [Fault::CrashBefore, Fault::CrashAfter] {
            tried += 1;
            let mut repo = repo.clone();
            repo.store_mut().arm(call, fault);
            let _ = repo.erase(&keep);
            let (mut again, report) = open(&repo.into_store().into_inner(), Some(&log));
            let empty = contents(&mut again) == Model::default();
            // The log was not emptied yet: either nothing has happened, or the start erases.
            assert_eq!(empty, report.erased);
            assert_eq!(report.log.erase.is_some(), report.erased);
            if !report.erased {
                assert!(!contents(&mut again).records.is_empty());
            }
        }
    }
    log.apply(&batch);
    done.erase_confirmed().unwrap();
    assert_eq!(done.store().keys().unwrap(), vec!["other.app", "sk1.u"]);
    let next = Op::Put(vec![(month(2027, 1), "n1".to_owned(), Some("1".to_owned()))]);
    let (_, next_batch) = run(&mut done, &next).unwrap();
    // A killed browser brings the old diary back, and it is erased again.
    let (mut again, report) = open(&full, Some(&log));
    assert!(report.log.is_empty() && !report.cleared);
    assert_eq!(contents(&mut again), Model::default());
    assert_eq!(again.access(), Access::ReadWrite);
    assert_eq!(again.store().keys().unwrap(), vec!["other.app"]);
    // What was written since then stays.
    log.apply(&next_batch);
    let disk = done.into_store().into_inner();
    let (mut again, report) = open(&disk, Some(&log));
    assert!(!report.erased);
    assert_eq!(again.access(), Access::ReadWrite);
    assert_eq!(contents(&mut again).records.len(), 1);
    println!("erasure interrupted {tried}/{tried}: all or nothing, foreign keys untouched");
}

#[test]
fn an_erasure_that_the_disk_forgets_spares_the_diary_begun_since() {
    let (mut repo, _) = open(&MemoryStore::new(), Some(&LogSnapshot::default()));
    let mut log = LogSnapshot::default();
    for op in script(40, 0x5EED_E5A6) {
        if let Some((_, batch)) = run(&mut repo, &op) {
            log.apply(&batch);
        }
    }
    let since: Vec<_> = script(6, 0x5EED_0B0B).into_iter().filter(is_written).collect();
    let live = |repo: &mut Repo| {
        let mut batches = vec![repo.erase(&[]).ok()?];
        repo.erase_confirmed().ok()?;
        for op in &since {
            batches.push(run(repo, op)?.1);
        }
        Some(batches)
    };
    let start = repo.store().calls();
    let mut done = repo.clone();
    let batches = live(&mut done).unwrap();
    let calls = done.store().calls() - start;
    let kept = contents(&mut done);
    assert!(!kept.records.is_empty());
    for batch in &batches {
        log.apply(batch);
    }
    let mut tried = 0;
    // The log was on the disk; of localStorage, only what came before each call.
    for call in 1..=calls {
        let mut killed = repo.clone();
        killed.store_mut().arm(call, Fault::CrashBefore);
        let _ = live(&mut killed);
        let (mut next, report) = open(&killed.into_store().into_inner(), Some(&log));
        assert_eq!(contents(&mut next), kept, "killed at call {call}");
        assert!(!report.erased && report.log.erase.is_none(), "killed at call {call}");
        tried += 1;
    }
    println!("erasure forgotten at {tried}/{calls} calls: old entries back 0, new ones lost 0");
}

fn is_written(op: &Op) -> bool {
    matches!(op, Op::Put(_) | Op::Draft(..))
}
