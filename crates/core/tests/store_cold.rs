//! Months that only the redo log holds: whatever fails, stops or is killed on the way there and back,
//! every record is there, and the log forgets none of them.

use std::collections::BTreeMap;

use crate::store_support::*;
use satkarya_core::store::fault::Fault;
use satkarya_core::store::{
    FrameError, KeyValue, LOG_KEEP, LogSnapshot, Measure, MemoryStore, Repository, SaveOutcome,
    ShardName, StoreError,
};
use satkarya_core::time::Month;

fn newest() -> Month {
    Month::new(2026, 11).unwrap()
}

type Way = fn(&mut Repo, &mut LogSnapshot) -> usize;

/// A diary of some months with a log, and what is in it.
fn diary(seed: u64) -> (Repo, LogSnapshot, Model) {
    let (mut repo, _) = open(&MemoryStore::new(), Some(&LogSnapshot::default()));
    let (mut log, mut model) = (LogSnapshot::default(), Model::default());
    for op in script(40, seed) {
        if let Some((_, batch)) = run(&mut repo, &op) {
            log.apply(&batch);
            repo.log_confirmed(batch.generation);
        }
        model.apply(&op);
    }
    (repo, log, model)
}

/// Brings everything back that fits. Returns how many months.
fn warm<K: KeyValue>(repo: &mut Repository<K>, log: &mut LogSnapshot) -> usize {
    let mut n_months = 0;
    while let Ok(Some(saved)) = repo.warm() {
        log.apply(&saved.log);
        repo.log_confirmed(saved.log.generation);
        n_months += 1;
        if saved.outcome != SaveOutcome::InStore {
            break;
        }
    }
    n_months
}

fn records(disk: &MemoryStore, log: &LogSnapshot) -> Model {
    contents(&mut open(disk, Some(log)).0)
}

fn part_keys(disk: &MemoryStore) -> usize {
    disk.keys().unwrap().iter().filter(|key| key.starts_with("sk1.s.")).count()
}

#[test]
fn what_is_cold_takes_no_room_and_is_read_and_changed_like_anything_else() {
    let (mut repo, mut log, mut model) = diary(0x5EED_C001);
    let (used, n_keys) = (repo.usage().used, part_keys(repo.store().inner()));
    let n_cold = cool(&mut repo, &mut log, newest());
    assert!(n_cold > 0 && repo.usage().used < used);
    assert_eq!(part_keys(repo.store().inner()), n_keys - n_cold);
    assert_eq!(contents(&mut repo), model, "in this session");
    let disk = repo.store().inner().clone();
    assert_no_wait(&disk, &log, "after months have left");
    let (mut repo, report) = open(&disk, Some(&log));
    assert_eq!((report.missing, report.replayed, report.log.is_empty()), (vec![], vec![], true));
    assert_eq!(repo.usage().used, open(&disk, Some(&log)).0.usage().used);
    assert_eq!(contents(&mut repo), model, "at the next start");
    assert_eq!(part_keys(repo.store().inner()), n_keys - n_cold, "nothing came back by itself");

    let n_months = repo.cold_months().len();
    assert_eq!(repo.cold_values().count(), n_cold);
    let old = model.records.keys().find(|(shard, _)| *shard == month(2026, 9)).unwrap().1.clone();
    let change = Op::Put(vec![(month(2026, 9), old, Some("\"again\"".to_owned()))]);
    let (_, batch) = run(&mut repo, &change).unwrap();
    log.apply(&batch);
    model.apply(&change);
    assert_eq!(repo.cold_months().len(), n_months - 1, "what is changed is not cold");
    let disk = repo.into_store().into_inner();
    assert_eq!(records(&disk, &log), model);

    let (mut repo, _) = open(&disk, Some(&log));
    assert_eq!(warm(&mut repo, &mut log), n_months - 1);
    let disk = repo.into_store().into_inner();
    assert_eq!(
        contents(&mut open(&disk, None).0),
        model,
        "localStorage alone has everything again"
    );
}

#[test]
fn every_call_on_the_way_there_and_back_fails_or_is_the_last_one() {
    let (mut tried, mut behind) = (0, 0);
    for seed in 0x5EED_C010..0x5EED_C018 {
        let (hot, hot_log, model) = diary(seed);
        let (mut cold, mut cold_log) = (hot.clone(), hot_log.clone());
        cool(&mut cold, &mut cold_log, newest());
        let there: Way = |repo, log| cool(repo, log, newest());
        for (way, repo, log) in [(there, hot, hot_log), (warm as Way, cold, cold_log)] {
            let mut whole = repo.clone();
            let start = whole.store().calls();
            way(&mut whole, &mut log.clone());
            for call in 1..=whole.store().calls() - start {
                let errors = [StoreError::Quota, StoreError::Other("a trap".to_owned())];
                let faults = errors.map(Fault::Fail).into_iter();
                for fault in faults.chain([Fault::CrashBefore, Fault::CrashAfter]) {
                    let (mut repo, mut heard) = (repo.clone(), log.clone());
                    repo.store_mut().arm(call, fault.clone());
                    way(&mut repo, &mut heard);
                    let crashed = repo.store().crashed();
                    let mut disks = vec![repo.store().inner().clone()];
                    if !crashed {
                        repo.store_mut().heal();
                        assert_eq!(contents(&mut repo), model, "the session goes on");
                        way(&mut repo, &mut heard);
                        disks.push(repo.into_store().into_inner());
                    }
                    for disk in disks {
                        tried += 1;
                        assert_eq!(records(&disk, &heard), model, "{fault:?} at {call}");
                        // And again from there, whatever was left.
                        let (mut repo, report) = open(&disk, Some(&heard));
                        heard.apply(&report.log);
                        behind += usize::from(!report.log.is_empty());
                        cool(&mut repo, &mut heard, newest());
                        let disk = repo.into_store().into_inner();
                        assert_eq!(records(&disk, &heard), model, "{fault:?} at {call}, again");
                        assert_eq!(records(&MemoryStore::new(), &heard), model, "cleared");
                    }
                }
            }
        }
    }
    println!(
        "cold months: faults survived {tried}/{tried} ({behind} told the log); entries lost 0"
    );
}

#[test]
fn the_log_may_be_lost_on_the_way_and_nothing_leaves_before_it_has_it() {
    let (mut repo, log, model) = diary(0x5EED_C020);
    let batch = repo.cool(newest(), u64::MAX).unwrap();
    assert!(!batch.is_empty());
    // The transaction failed: nothing is done, and nothing has changed.
    let disk = repo.store().inner().clone();
    assert_eq!(contents(&mut open(&disk, None).0), model);
    // It was changed meanwhile: that part stays.
    let mut heard = log.clone();
    heard.apply(&batch);
    let mut changed = repo.clone();
    let change = Op::Put(vec![(month(2026, 9), "a1".to_owned(), Some("\"later\"".to_owned()))]);
    let (_, saved) = run(&mut changed, &change).unwrap();
    heard.apply(&saved);
    let n_items = batch.items.len();
    let told = changed.cooled(batch).unwrap();
    heard.apply(&told);
    assert!(changed.cold_values().count() < n_items);
    let mut later = model;
    later.apply(&change);
    assert_eq!(records(changed.store().inner(), &heard), later);
    // In small steps it comes to the same.
    let (mut repo, mut log) = (repo, log);
    let mut n_steps = 0;
    loop {
        let batch = repo.cool(newest(), 1).unwrap();
        if batch.is_empty() {
            break;
        }
        assert_eq!(batch.items.len(), 1);
        log.apply(&batch);
        log.apply(&repo.cooled(batch).unwrap());
        n_steps += 1;
    }
    assert_eq!(n_steps, n_items);
}

#[test]
fn a_store_that_is_full_to_the_last_unit_has_room_again() {
    let mut tried = 0;
    for seed in 0x5EED_C060..0x5EED_C068 {
        let (repo, mut log, model) = diary(seed);
        let whole = repo.store().inner();
        let values: Vec<(String, String)> = whole
            .keys()
            .unwrap()
            .into_iter()
            .filter(|key| key != "sk1.r")
            .map(|key| (key.clone(), whole.get(&key).unwrap().unwrap()))
            .collect();
        let used = values.iter().map(|(key, value)| Measure::Units.item(key, value)).sum();
        let mut full = MemoryStore::with_capacity(Measure::Units, used);
        for (key, value) in &values {
            full.set(key, value).unwrap();
        }
        let (mut repo, _) = open(&full, Some(&log));
        assert_eq!(repo.store().inner().used(), used, "not a unit is left");
        assert!(cool(&mut repo, &mut log, newest()) > 0);
        assert!(repo.store().inner().used() < used && !repo.cold_months().is_empty());
        assert_eq!(records(repo.store().inner(), &log), model);
        tried += 1;
    }
    println!("cold months: room in {tried} of {tried} stores full to the last unit");
}

#[test]
fn without_the_log_old_months_are_away_and_come_back_with_it() {
    let (mut repo, mut log, mut model) = diary(0x5EED_C030);
    cool(&mut repo, &mut log, newest());
    let disk = repo.store().inner().clone();
    let (mut alone, report) = open(&disk, None);
    assert_eq!(report.missing, vec![], "away is not missing");
    let away: usize = alone.shards().iter().map(|it| alone.read(*it).unwrap().n_unreached).sum();
    assert!(away > 0 && away == alone.cold_months().len());
    assert!(alone.cool(newest(), u64::MAX).unwrap().is_empty(), "nothing leaves without a log");
    assert_eq!(alone.warm(), Ok(None));
    // Somebody writes meanwhile, in an old month too.
    let writes = Op::Put(vec![
        (month(2026, 9), "new".to_owned(), Some("\"1\"".to_owned())),
        (month(2026, 11), "new".to_owned(), Some("\"2\"".to_owned())),
    ]);
    run(&mut alone, &writes).unwrap();
    model.apply(&writes);
    let disk = alone.into_store().into_inner();
    let (mut repo, report) = open(&disk, Some(&log));
    assert!(rejoin(&mut repo, &report, &mut log));
    assert_eq!(contents(&mut repo), model);
    assert_eq!(records(repo.store().inner(), &log), model);
    // The log is gone for good: it says so, and touches nothing.
    let (mut repo, report) = open(&disk, Some(&LogSnapshot::default()));
    assert_eq!(report.missing.len(), repo.cold_months().len());
    let problems: Vec<_> =
        repo.shards().iter().flat_map(|it| repo.read(*it).unwrap().problems).collect();
    assert_eq!(problems.len(), report.missing.len());
}

#[test]
fn a_damaged_or_older_copy_in_the_log_is_set_aside_and_kept() {
    let (mut repo, mut log, _) = diary(0x5EED_C040);
    cool(&mut repo, &mut log, newest());
    let key = part_key(month(2026, 9), 1);
    let disk = repo.store().inner().clone();
    let whole = log.items.iter().find(|item| item.key == key).unwrap().clone();
    for value in ["SK1|broken".to_owned(), whole.value.clone().unwrap().replace("|p|1|", "|p|2|")] {
        let mut log = log.clone();
        for item in log.items.iter_mut().filter(|item| item.key == key) {
            item.value = Some(value.clone());
        }
        let (mut repo, _) = open(&disk, Some(&log));
        let (n, problems) = count(&mut repo, month(2026, 9));
        assert_eq!((n, problems.len()), (0, 1));
        assert!(matches!(problems[0], FrameError::Damaged(_)));
        assert!(!repo.log_to_forget().forget.contains(&key), "its bytes are kept");
        let _ = repo.read(month(2026, 10));
        let batch = repo.forget_quarantine(part(month(2026, 9), 1)).unwrap();
        assert_eq!(batch.forget, std::slice::from_ref(&key), "only on the person's word");
    }
}

type Known = BTreeMap<(ShardName, String), String>;

fn remember(model: &mut Known, op: Op) {
    let Op::Put(changes) = op else { return };
    model.extend(changes.into_iter().map(|(at, id, json)| ((at, id), json.unwrap())));
}

/// A life of any length: months leave and come back between writes, the browser is killed, the log
/// fails, is away for a session, or localStorage is cleared.
fn live(seed: u64, steps: usize, counts: &mut BTreeMap<&'static str, usize>) {
    let mut dice = Dice(seed | 1);
    let mut log = LogSnapshot::default();
    let (mut repo, _) = open(&MemoryStore::new(), Some(&log));
    let mut model = Known::new();
    let mut flushed = vec![repo.store().inner().clone()];
    let (mut logged, mut n) = (true, 0);
    let mut put = |dice: &mut Dice| {
        let changes = (0..=dice.below(3)).map(|_| {
            n += 1;
            let shard = month(2026, 8 + u32::try_from(dice.below(4)).unwrap());
            (shard, format!("{shard}-{}", dice.below(5)), Some(format!("\"{n:06}\"")))
        });
        Op::Put(changes.collect())
    };
    let mut note = |what: &'static str| *counts.entry(what).or_default() += 1;
    for _ in 0..steps {
        match dice.below(12) {
            0..=5 => {
                let op = put(&mut dice);
                let (_, batch) = run(&mut repo, &op).unwrap();
                remember(&mut model, op);
                if dice.below(10) == 0 {
                    repo.log_failed(batch.generation);
                    logged = false;
                    note("log failed");
                } else {
                    log.apply(&batch);
                    repo.log_confirmed(batch.generation);
                    logged = true;
                }
            }
            6..=7 => {
                let before = Month::new(2026, 8 + u32::try_from(dice.below(4)).unwrap()).unwrap();
                let crash = dice.below(3) == 0;
                if crash {
                    let fault = [Fault::CrashBefore, Fault::CrashAfter];
                    repo.store_mut().arm(1 + dice.below(20), dice.of(&fault).clone());
                }
                cool(&mut repo, &mut log, before);
                note("left");
                if repo.store().crashed() {
                    note("crashed");
                    let disk = repo.into_store().into_inner();
                    let (again, report) = open(&disk, Some(&log));
                    log.apply(&report.log);
                    repo = again;
                    logged = true;
                }
                repo.store_mut().heal();
            }
            8 => {
                warm(&mut repo, &mut log);
                note("came back");
            }
            9 if logged => {
                // Killed: localStorage is any number of writes behind.
                let disk = dice.of(&flushed).clone();
                let (again, report) = open(&disk, Some(&log));
                log.apply(&report.log);
                repo = again;
                flushed = vec![disk];
                note("killed");
            }
            10 => {
                // A session without the log, perhaps after a kill.
                let disk =
                    if logged { dice.of(&flushed).clone() } else { repo.store().inner().clone() };
                let (mut alone, _) = open(&disk, None);
                for _ in 0..dice.below(3) {
                    let op = put(&mut dice);
                    run(&mut alone, &op).unwrap();
                    remember(&mut model, op);
                }
                let disk = alone.into_store().into_inner();
                let (again, report) = open(&disk, Some(&log));
                log.apply(&report.log);
                repo = again;
                assert!(rejoin(&mut repo, &report, &mut log));
                flushed.clear();
                logged = true;
                note("log away");
            }
            _ if logged => {
                // localStorage alone is cleared.
                let (again, report) = open(&MemoryStore::new(), Some(&log));
                log.apply(&report.log);
                repo = again;
                flushed.clear();
                note("cleared");
            }
            _ => {}
        }
        flushed.push(repo.store().inner().clone());
        assert_eq!(contents(&mut repo.clone()).records, model, "in memory");
        let disk = repo.store().inner();
        assert_eq!(records(disk, &log).records, model, "at the next start");
        let mut kept = log.clone();
        kept.apply(&repo.log_to_forget());
        assert_eq!(records(disk, &kept).records, model, "after the log forgot what it may");
    }
}

#[test]
fn random_lives_with_months_that_come_and_go() {
    let mut counts = BTreeMap::new();
    let (lives, mut steps) = (1_500, 0);
    for seed in 0..lives {
        let n_steps = if seed % 50 == 0 { 200 } else { 24 };
        steps += n_steps;
        live(0x5EED_C100 + seed * 7919, n_steps, &mut counts);
    }
    println!("cold months: {lives} lives of {steps} steps, {counts:?}; torn 0, lost 0");
}

#[test]
fn the_log_forgets_no_cold_month_however_much_it_holds() {
    let (mut repo, _) = open(&MemoryStore::new(), Some(&LogSnapshot::default()));
    let mut log = LogSnapshot::default();
    let mut dice = Dice(0x5EED_C050);
    let mut model = Model::default();
    for index in 0..60_i32 {
        let shard = month(2020 + index / 12, 1 + u32::try_from(index % 12).unwrap());
        let text = format!("\"{}\"", dice.noise(60_000));
        let op = Op::Put(vec![(shard, format!("r{index}"), Some(text))]);
        let (_, batch) = run(&mut repo, &op).unwrap();
        log.apply(&batch);
        repo.log_confirmed(batch.generation);
        model.apply(&op);
    }
    cool(&mut repo, &mut log, Month::new(2024, 6).unwrap());
    let disk = repo.into_store().into_inner();
    let units = |log: &LogSnapshot| -> usize {
        log.items
            .iter()
            .filter_map(|it| it.value.as_ref())
            .map(|it| it.encode_utf16().count())
            .sum()
    };
    let before = units(&log);
    for _ in 0..3 {
        let (repo, report) = open(&disk, Some(&log));
        log.apply(&report.log);
        log.apply(&repo.log_to_forget());
        assert_eq!(records(&disk, &log), model);
        let (_, report) = open(&disk, Some(&log));
        assert!(report.log.is_empty(), "what it forgot is not sent to it anew");
    }
    println!("cold months: {before} units in the log, {} kept of {LOG_KEEP}; lost 0", units(&log));
}
