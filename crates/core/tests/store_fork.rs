//! The redo log is away while records are saved, and comes back: in the middle of a session, or at
//! a later start. What either of the two has is kept, and of two copies the newer one.

use std::collections::BTreeMap;

use crate::store_support::*;
use satkarya_core::store::fault::{Fault, FaultStore};
use satkarya_core::store::{KeyValue as _, LogSnapshot, MemoryStore, Repository, ShardName};

/// A life in which every value is later than all before it.
struct Life {
    dice: Dice,
    n_values: u32,
}

impl Life {
    fn op(&mut self) -> Op {
        let n_changes = 1 + self.dice.below(3);
        let change = |life: &mut Self| {
            life.n_values += 1;
            let shard = month(2026, 9 + u32::try_from(life.dice.below(3)).unwrap());
            // An id has one shard for ever, so that it is never in two.
            let id = format!("{shard}-{}", life.dice.below(6));
            (shard, id, Some(format!("\"{:06}\"", life.n_values)))
        };
        Op::Put((0..n_changes).map(|_| change(self)).collect())
    }
}

type Newest = BTreeMap<(ShardName, String), String>;

/// Lives a session and notes the disk before each step; returns what the session knew at its end.
fn session(
    repo: &mut Repo,
    life: &mut Life,
    mut log: Option<&mut LogSnapshot>,
    n_ops: usize,
) -> (Vec<MemoryStore>, Newest) {
    let mut past = vec![repo.store().inner().clone()];
    let mut newest = Newest::new();
    for _ in 0..n_ops {
        let op = life.op();
        let (_, batch) = run(repo, &op).unwrap();
        if let Some(log) = &mut log {
            log.apply(&batch);
        }
        if let Op::Put(changes) = &op {
            for (shard, id, json) in changes {
                newest.insert((*shard, id.clone()), json.clone().unwrap());
            }
        }
        past.push(repo.store().inner().clone());
    }
    (past, newest)
}

#[test]
fn what_a_killed_browser_forgot_survives_a_session_without_the_log() {
    let (mut tried, mut interrupted) = (0, 0);
    for seed in 0x5EED_F001..0x5EED_F006 {
        let mut life = Life { dice: Dice(seed), n_values: 0 };
        let mut log = LogSnapshot::default();
        let (mut repo, _) = open(&MemoryStore::new(), Some(&log));
        let (past, logged) = session(&mut repo, &mut life, Some(&mut log), 12);
        for disk in &past {
            let before = contents(&mut open(disk, None).0).records;
            // The log is away: the diary goes on from what localStorage still had.
            let mut life = Life { dice: life.dice.clone(), n_values: life.n_values };
            let (mut repo, _) = open(disk, None);
            let (_, alone) = session(&mut repo, &mut life, None, 4);
            let mut expected = before;
            expected.extend(logged.clone());
            expected.extend(alone);
            let disk = repo.into_store().into_inner();

            let mut joined = log.clone();
            let (repo, report) = open(&disk, Some(&joined));
            joined.apply(&report.log);
            let start = repo.store().calls();
            let mut done = repo.clone();
            assert!(rejoin(&mut done, &report, &mut joined));
            assert_eq!(contents(&mut done).records, expected);
            let calls = done.store().calls() - start;
            tried += 1;

            // From now on both have everything, each by itself.
            let disk = done.into_store().into_inner();
            let (mut again, report) = open(&disk, Some(&joined));
            assert_eq!(report.strays, vec![]);
            assert_eq!(contents(&mut again).records, expected);
            assert_eq!(contents(&mut open(&disk, None).0).records, expected);
            assert_eq!(contents(&mut open(&MemoryStore::new(), Some(&joined)).0).records, expected);
            assert_no_wait(&disk, &joined, "after the log was joined again");

            // Cut short anywhere, the next start does it again, whether the log heard of it or not.
            for call in (1..=calls).step_by(3) {
                for heard in [false, true] {
                    interrupted += 1;
                    let mut cut = repo.clone();
                    cut.store_mut().arm(call, Fault::CrashBefore);
                    let (mut told, mut log) = (log.clone(), log.clone());
                    let ended = rejoin(&mut cut, &report_of(&repo, &log), &mut told);
                    // It ends only when the log has everything on its disk.
                    if heard || ended {
                        log = told;
                    }
                    let disk = cut.into_store().into_inner();
                    let (mut next, report) = open(&disk, Some(&log));
                    log.apply(&report.log);
                    rejoin(&mut next, &report, &mut log);
                    assert_eq!(contents(&mut next).records, expected, "cut at call {call}");
                }
            }
        }
    }
    println!("log away: joined again {tried}/{tried}, cut short {interrupted}; entries lost 0");
}

/// What the start of this store had told.
fn report_of(repo: &Repo, log: &LogSnapshot) -> satkarya_core::store::StartReport {
    open(repo.store().inner(), Some(log)).1
}

#[test]
fn a_log_that_was_only_late_costs_nothing() {
    let mut life = Life { dice: Dice(0x5EED_F0F0), n_values: 0 };
    let mut log = LogSnapshot::default();
    let (mut repo, _) = open(&MemoryStore::new(), Some(&log));
    let (_, before) = session(&mut repo, &mut life, Some(&mut log), 6);
    let (mut repo, _) = open(repo.store().inner(), None);
    let (_, since) = session(&mut repo, &mut life, None, 6);
    let expected: Newest = before.into_iter().chain(since).collect();
    let (mut repo, report) = Repository::open(
        FaultStore::new(repo.into_store().into_inner()),
        Some(log.clone()),
        options(),
    )
    .unwrap();
    assert_eq!(report.strays, vec![]);
    assert!(rejoin(&mut repo, &report, &mut log));
    assert_eq!(contents(&mut repo).records, expected);
    assert_eq!(contents(&mut open(&MemoryStore::new(), Some(&log)).0).records, expected);
    assert!(!repo.store().keys().unwrap().is_empty());
}
