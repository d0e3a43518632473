//! The store when values are damaged, gone, swapped or newer: the rest goes on, and bytes stay.

use crate::store_support::*;
use satkarya_core::store::fault::FaultStore;
use satkarya_core::store::{
    Access, Damage, Frame, FrameError, HeaderOrigin, JournalState, KeyValue, Kind, LogSnapshot,
    MemoryStore, ReadOnly, Repository, SaveError, SaveOutcome, ShardName, StorageKey, StoreError,
};

/// A year of records, `size` letters in each; what the log has; what must be found.
fn year(size: usize) -> (MemoryStore, LogSnapshot, Model) {
    let mut dice = Dice(0x5EED_0011);
    let (mut repo, _) = open(&MemoryStore::new(), Some(&LogSnapshot::default()));
    let (mut log, mut model) = (LogSnapshot::default(), Model::default());
    for n in 1..=12 {
        for id in ["a1", "b2", "c3"] {
            let json = Some(format!(r#""{}""#, dice.noise(size)));
            let op = Op::Put(vec![(month(2026, n), id.to_owned(), json)]);
            model.apply(&op);
            let (_, batch) = run(&mut repo, &op).unwrap();
            log.apply(&batch);
        }
    }
    (repo.into_store().into_inner(), log, model)
}

fn get(disk: &MemoryStore, key: &str) -> String {
    disk.get(key).unwrap().unwrap()
}

fn set(disk: &mut MemoryStore, key: &str, value: &str) {
    disk.set(key, value).unwrap();
}

/// Puts another letter in place of the one at `index`.
fn flip(text: &str, index: usize) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    let code = letters[index] as u32;
    letters[index] = char::from_u32(code ^ 1).unwrap();
    letters.into_iter().collect()
}

#[test]
fn r11_header_copies() {
    let (disk, _, model) = year(20);
    let (a, b) = (get(&disk, "sk1.h.a"), get(&disk, "sk1.h.b"));
    let generation = |key: &str, text: &str| Frame::parse(key, text).unwrap().generation;
    let newest = generation("sk1.h.a", &a).max(generation("sk1.h.b", &b));

    let mut bad = disk.clone();
    set(&mut bad, "sk1.h.a", &flip(&a, a.chars().count() - 3));
    let (mut repo, report) = open(&bad, None);
    assert_eq!((report.header, contents(&mut repo)), (HeaderOrigin::OneCopy, model.clone()));

    let mut bad = disk.clone();
    set(&mut bad, "sk1.h.b", "null");
    let (mut repo, report) = open(&bad, None);
    assert_eq!((report.header, contents(&mut repo)), (HeaderOrigin::OneCopy, model.clone()));

    let mut bad = disk.clone();
    set(&mut bad, "sk1.h.a", "");
    set(&mut bad, "sk1.h.b", &flip(&b, 9));
    let (mut repo, report) = open(&bad, None);
    assert_eq!((report.header, contents(&mut repo)), (HeaderOrigin::Scan, model.clone()));
    assert!(repo.committed() >= newest - 1, "generations go on");
    // It is written again: the next start finds a whole header.
    let (_, report) = open(&repo.into_store().into_inner(), None);
    assert_ne!(report.header, HeaderOrigin::Scan);

    let (mut repo, report) = open(&disk, None);
    assert_eq!(report.header, HeaderOrigin::Stored);
    assert_eq!((repo.committed(), contents(&mut repo)), (newest, model));
    println!("R-11: 4/4");
}

#[test]
fn r13_every_unit_of_a_stored_shard_is_flipped() {
    let mut dice = Dice(0x5EED_0013);
    let (mut disk, _, model) = year(12);
    let (mut repo, _) = open(&disk, None);
    let json = format!(r#""{}""#, dice.noise(58_500));
    run(&mut repo, &Op::Put(vec![(month(2026, 6), "a1".to_owned(), Some(json))])).unwrap();
    disk = repo.into_store().into_inner();
    let key = part_key(month(2026, 6), 1);
    let good = get(&disk, &key);
    let letters = good.chars().count();
    let (mut tried, mut quarantined) = (0, 0);
    for index in 0..letters {
        let bad = flip(&good, index);
        let mut disk = disk.clone();
        set(&mut disk, &key, &bad);
        let (mut repo, _) = open(&disk, None);
        tried += 1;
        for n in 1..=12 {
            let (records, problems) = count(&mut repo, month(2026, n));
            if n == 6 {
                assert_eq!(records, 0);
                let damaged = matches!(problems[..], [FrameError::Damaged(_)]);
                assert!(damaged, "{index}: {problems:?}");
            } else {
                assert_eq!((records, problems), (3, vec![]), "month {n} with {index} flipped");
            }
        }
        assert_eq!(repo.access(), Access::ReadWrite);
        let disk = repo.into_store().into_inner();
        assert_eq!(get(&disk, &key), bad, "the bytes stay");
        quarantined += usize::from(disk.get("sk1.q.2026-06.1").unwrap().is_some());
    }
    assert!(letters >= 20_000);
    assert_eq!((tried, quarantined), (letters, letters));
    assert_eq!(model.records.len(), 36);
    println!(
        "R-13: {letters} units flipped one by one, quarantined {quarantined}/{tried}, 11 others intact"
    );
}

#[test]
fn r14_odd_values() {
    let (disk, _, _) = year(20);
    let june = part_key(month(2026, 6), 1);
    let others = |repo: &mut Repo| {
        for n in [1, 2, 3, 4, 8, 9, 10, 11, 12] {
            assert_eq!(count(repo, month(2026, n)), (3, vec![]));
        }
    };
    let damaged = |damage: Damage| (0, vec![FrameError::Damaged(damage)]);

    let mut gone = disk.clone();
    gone.remove(&june).unwrap();
    let (mut repo, report) = open(&gone, None);
    assert_eq!(report.missing, vec![part(month(2026, 6), 1)]);
    assert_eq!(count(&mut repo, month(2026, 6)), damaged(Damage::Missing));
    others(&mut repo);
    // It is said again at every start, and the number is not used again.
    let op = Op::Put(vec![(month(2026, 6), "new".to_owned(), Some("1".to_owned()))]);
    run(&mut repo, &op).unwrap();
    let (mut repo, report) = open(&repo.into_store().into_inner(), None);
    assert_eq!(report.missing, vec![part(month(2026, 6), 1)]);
    assert_eq!(count(&mut repo, month(2026, 6)).0, 1);

    let mut foreign = disk.clone();
    set(&mut foreign, "sk1.s.zzz", "what?");
    set(&mut foreign, "other", "theirs");
    let (mut repo, report) = open(&foreign, None);
    assert_eq!((report.unknown_keys, report.n_foreign), (vec!["sk1.s.zzz".to_owned()], 1));
    assert_eq!(count(&mut repo, month(2026, 6)), (3, vec![]));
    others(&mut repo);

    let mut swapped = disk.clone();
    let july = part_key(month(2026, 7), 1);
    set(&mut swapped, &june, &get(&disk, &july));
    set(&mut swapped, &july, &get(&disk, &june));
    let (mut repo, _) = open(&swapped, None);
    assert_eq!(count(&mut repo, month(2026, 6)), damaged(Damage::Hash));
    assert_eq!(count(&mut repo, month(2026, 7)), damaged(Damage::Hash));
    others(&mut repo);

    for odd in ["", "null", &"[".repeat(1024 * 1024)] {
        let mut disk = disk.clone();
        set(&mut disk, &june, odd);
        let (mut repo, _) = open(&disk, None);
        assert_eq!(count(&mut repo, month(2026, 6)), damaged(Damage::Frame));
        others(&mut repo);
    }
    println!("R-14: 6/6");
}

#[test]
fn r15_a_quarantined_month_takes_new_records_elsewhere() {
    let (mut disk, _, _) = year(20);
    let june = part_key(month(2026, 6), 1);
    let bad = flip(&get(&disk, &june), 60);
    set(&mut disk, &june, &bad);
    let (mut repo, _) = open(&disk, None);
    let op = Op::Put(vec![(month(2026, 6), "new".to_owned(), Some("1".to_owned()))]);
    run(&mut repo, &op).unwrap();
    let disk = repo.into_store().into_inner();
    assert_eq!(get(&disk, &june), bad);
    let (mut repo, report) = open(&disk, None);
    assert_eq!(report.quarantined, vec![part(month(2026, 6), 1)]);
    assert_eq!(count(&mut repo, month(2026, 6)).0, 1);
    assert!(repo.store().inner().get(&part_key(month(2026, 6), 2)).unwrap().is_some());

    // Only an explicit word gives the bytes up.
    repo.forget_quarantine(part(month(2026, 6), 1)).unwrap();
    let disk = repo.into_store().into_inner();
    assert_eq!(disk.get(&june).unwrap(), None);
    assert_eq!(disk.get("sk1.q.2026-06.1").unwrap(), None);
    let (mut repo, report) = open(&disk, None);
    assert_eq!((report.missing, report.quarantined), (vec![], vec![]));
    assert_eq!(count(&mut repo, month(2026, 6)), (1, vec![]));
    println!("R-15: 1/1");
}

#[test]
fn r16_a_damaged_part_comes_back_from_the_log() {
    let (disk, log, model) = year(20);
    let mut repaired = 0;
    for n in 1..=12 {
        for odd in ["", "SK1|s|p|1|3|00|", "x"] {
            let mut disk = disk.clone();
            set(&mut disk, &part_key(month(2026, n), 1), odd);
            let (mut repo, _) = open(&disk, Some(&log));
            assert_eq!(contents(&mut repo), model);
            assert_eq!(repo.repaired(), [part(month(2026, n), 1)]);
            // For good: without the log it is whole again.
            assert_eq!(contents(&mut open(&repo.into_store().into_inner(), None).0), model);
            repaired += 1;
        }
    }
    println!("R-16 (log): {repaired}/{repaired}");
}

#[test]
fn r17_when_nothing_can_be_read_nothing_is_written() {
    let (disk, log, _) = year(20);
    let mut bad = disk.clone();
    for n in 1..=12 {
        let key = part_key(month(2026, n), 1);
        let text = flip(&get(&bad, &key), 50);
        set(&mut bad, &key, &text);
    }
    let (mut repo, _) = open(&bad, None);
    for n in 1..=12 {
        assert_eq!(count(&mut repo, month(2026, n)).0, 0);
    }
    let stop = ReadOnly::AllUnreadable;
    assert_eq!(repo.access(), Access::ReadOnly(stop));
    assert_eq!(repo.put_records(&[]), Err(SaveError::ReadOnly(stop)));
    let writes = repo.store().writes();
    assert_eq!(writes, 0);
    assert_eq!(repo.into_store().into_inner(), bad);
    // With the log it is no misunderstanding but an accident, and is repaired.
    let (mut repo, _) = open(&bad, Some(&log));
    assert_eq!(contents(&mut repo).records.len(), 36);
    println!("R-17: writes {writes}");
}

/// A whole frame of schema 2, made with what is public.
fn of_the_future(key: &str, like: &str) -> String {
    let Frame { kind, mode, schema, generation, payload } = Frame::parse(key, like).unwrap();
    Frame { kind, mode, schema: schema + 1, generation: generation + 1, payload }.print(key)
}

#[test]
fn r19_what_a_newer_version_wrote() {
    let (disk, _, _) = year(20);
    let june = part_key(month(2026, 6), 1);
    let mut newer = disk.clone();
    set(&mut newer, &june, &of_the_future(&june, &get(&disk, &june)));
    let (mut repo, _) = open(&newer, None);
    assert_eq!(count(&mut repo, month(2026, 5)), (3, vec![]));
    assert_eq!(count(&mut repo, month(2026, 6)), (0, vec![FrameError::Newer]));
    let refused = Err(SaveError::ReadOnly(ReadOnly::NewerData));
    assert_eq!(repo.put_records(&[]), refused);
    assert_eq!(repo.store().writes(), 0);

    // Also where the first thing that is done is a save to that month.
    let (mut repo, _) = open(&newer, None);
    let op = Op::Put(vec![(month(2026, 6), "new".to_owned(), Some("1".to_owned()))]);
    assert!(run(&mut repo, &op).is_none());
    assert_eq!(repo.store().writes(), 0);

    let mut newer = disk.clone();
    for key in ["sk1.h.a", "sk1.h.b"] {
        let text = of_the_future(key, &get(&disk, key));
        set(&mut newer, key, &text);
    }
    let (repo, _) = open(&newer, None);
    assert_eq!(repo.access(), Access::ReadOnly(ReadOnly::NewerData));
    assert_eq!(repo.store().writes(), 0);

    // A header that asks for more than this version can do.
    for (reader, writer, access) in [(3, 3, ReadOnly::NeedsNewer), (2, 3, ReadOnly::NewerData)] {
        let mut newer = disk.clone();
        for key in ["sk1.h.a", "sk1.h.b"] {
            let frame = Frame::parse(key, &get(&disk, key)).unwrap();
            let mut json: serde_json::Value = serde_json::from_slice(&frame.payload).unwrap();
            json["min_reader"] = reader.into();
            json["min_writer"] = writer.into();
            let frame = Frame::new(Kind::Header, frame.generation, json.to_string().into());
            set(&mut newer, key, &frame.print(key));
        }
        let (mut repo, _) = open(&newer, None);
        assert_eq!(repo.access(), Access::ReadOnly(access));
        let readable = count(&mut repo, month(2026, 5)).0;
        assert_eq!(readable, if reader == 3 { 0 } else { 3 });
        assert_eq!(repo.store().writes(), 0);
    }

    // Unknown fields inside a record are not looked at, and so survive any number of saves.
    let json = r#"{"text":"x","of_the_future":{"deep":[1,2,{"er":null}]}}"#;
    let (mut repo, _) = open(&disk, None);
    run(&mut repo, &Op::Put(vec![(month(2026, 6), "f".to_owned(), Some(json.to_owned()))]));
    run(&mut repo, &Op::Put(vec![(month(2026, 6), "g".to_owned(), Some("1".to_owned()))]));
    let (mut repo, _) = open(&repo.into_store().into_inner(), None);
    let found = contents(&mut repo);
    assert_eq!(found.records[&(month(2026, 6), "f".to_owned())], json);
    println!("R-19: 2/2");
}

#[test]
fn r21_a_store_that_was_cleared_under_the_open_app_is_not_begun_anew() {
    let (disk, log, model) = year(20);
    let (mut repo, _) = open(&disk, Some(&log));
    contents(&mut repo);
    *repo.store_mut().inner_mut() = MemoryStore::new();
    let change =
        satkarya_core::store::RecordChange { shard: month(2026, 6), id: "new", json: Some("1") };
    assert_eq!(repo.put_records(&[change]), Err(SaveError::Cleared));
    assert_eq!(repo.store().inner().keys().unwrap(), Vec::<String>::new());
    let saved = repo.write_everything(&[]).unwrap();
    assert_eq!(saved.outcome, SaveOutcome::InStore);
    let disk = repo.into_store().into_inner();
    assert_eq!(contents(&mut open(&disk, None).0), model);

    // Another writer is noticed as well, and nothing of its work is replaced.
    let (mut one, _) = open(&disk, None);
    let (mut two, _) = open(&disk, None);
    assert_eq!(two.put_records(&[change]).unwrap().outcome, SaveOutcome::InStore);
    *one.store_mut().inner_mut() = two.into_store().into_inner();
    assert_eq!(one.put_records(&[change]), Err(SaveError::Overtaken));
    println!("R-21: cleared and overtaken noticed 2/2");
}

#[test]
fn r22_local_storage_is_cleared_and_the_log_is_kept() {
    let (_, log, model) = year(20);
    let (mut repo, report) = open(&MemoryStore::new(), Some(&log));
    assert_eq!((report.cleared, report.header), (true, HeaderOrigin::Log));
    assert_eq!((report.replayed.len(), report.missing.len()), (12, 0));
    assert_eq!(contents(&mut repo), model);
    assert_eq!(contents(&mut open(&repo.into_store().into_inner(), None).0), model);

    // What the log has forgotten is named, not passed over.
    let mut short = log.clone();
    short.items.retain(|item| !item.key.starts_with("sk1.s.2026-0"));
    let (mut repo, report) = open(&MemoryStore::new(), Some(&short));
    assert_eq!((report.replayed.len(), report.missing.len()), (3, 9));
    assert_eq!(count(&mut repo, month(2026, 12)), (3, vec![]));

    // Begun anew while the log was away: the two diaries are joined.
    let (mut repo, _) = Repository::open(
        FaultStore::new(MemoryStore::new()),
        None,
        satkarya_core::store::Options { identity: 78, ..options() },
    )
    .unwrap();
    let op = Op::Put(vec![(month(2026, 12), "fresh".to_owned(), Some("1".to_owned()))]);
    run(&mut repo, &op).unwrap();
    let (mut repo, report) = open(&repo.into_store().into_inner(), Some(&log));
    assert_eq!(report.strays.len(), 36);
    let mut joined = model;
    joined.apply(&op);
    let mut log = log;
    assert!(rejoin(&mut repo, &report, &mut log));
    assert_eq!(contents(&mut repo), joined);
    let (mut repo, report) = open(&repo.into_store().into_inner(), Some(&log));
    assert_eq!((report.strays, contents(&mut repo)), (vec![], joined.clone()));
    assert_eq!(contents(&mut open(&MemoryStore::new(), Some(&log)).0), joined);
    println!("R-22: 1/1");
}

#[test]
fn a_damaged_journal_stops_nothing() {
    let (mut disk, _, model) = year(20);
    set(&mut disk, "sk1.j", "SK1|j|p|1|9|what");
    let (mut repo, report) = open(&disk, None);
    assert_eq!(report.journal, JournalState::Damaged);
    assert_eq!(contents(&mut repo), model);
    assert_eq!(get(repo.store().inner(), "sk1.j"), "SK1|j|p|1|9|what");
}

#[test]
fn a_torn_write_is_repaired_from_the_log_or_costs_one_month() {
    use satkarya_core::store::fault::Fault;
    let (disk, log, model) = year(20);
    let (mut repo, _) = open(&disk, Some(&log));
    contents(&mut repo);
    // The third call of a save writes the part; engines never tear it, a dying disk may.
    repo.store_mut().arm(3, Fault::Tear(40));
    let op = Op::Put(vec![(month(2026, 6), "new".to_owned(), Some("1".to_owned()))]);
    let _ = run(&mut repo, &op);
    let torn = repo.into_store().into_inner();
    assert_eq!(contents(&mut open(&torn, Some(&log)).0), model);
    let (mut repo, _) = open(&torn, None);
    let whole: usize = (1..=12).map(|n| count(&mut repo, month(2026, n)).0).sum();
    assert_eq!(whole, 33);
    // A write that is silently changed is read back and written again.
    let (mut repo, _) = open(&disk, Some(&log));
    contents(&mut repo);
    repo.store_mut().arm(3, Fault::Corrupt);
    assert_eq!(run(&mut repo, &op).unwrap().0, SaveOutcome::InStore);
    let mut after = model;
    after.apply(&op);
    assert_eq!(contents(&mut open(&repo.into_store().into_inner(), None).0), after);
}

#[test]
fn what_is_not_json_is_refused_before_it_can_spoil_a_part() {
    let (mut repo, _) = open(&MemoryStore::new(), Some(&LogSnapshot::default()));
    for odd in ["", "{", "1 2", "nul", "{\"a\":1}}", "'a'"] {
        let change = satkarya_core::store::RecordChange {
            shard: ShardName::Profile,
            id: "a",
            json: Some(odd),
        };
        let refused = Err(SaveError::NotJson("a".to_owned()));
        assert_eq!(repo.put_records(&[change]), refused, "{odd}");
    }
    assert_eq!(repo.store().writes(), 0);
}

#[test]
fn a_follower_reads_and_drafts_and_changes_nothing_else() {
    use satkarya_core::store::{DraftName, Options, Role};
    let (disk, log, model) = year(20);
    let follow = Options { role: Role::Follower, ..options() };
    let store = FaultStore::new(disk.clone());
    let (mut repo, _) = Repository::open(store, Some(log), follow).unwrap();
    assert_eq!(contents(&mut repo), model);
    assert_eq!(repo.put_records(&[]), Err(SaveError::ReadOnly(ReadOnly::Follower)));
    assert!(repo.erase(&[StorageKey::Preferences]).is_err());
    assert_eq!(repo.store().writes(), 0);
    let name = DraftName::new("tab2", "a1").unwrap();
    assert_eq!(repo.put_draft(&name, "{}").outcome, SaveOutcome::InStore);
    assert_eq!(repo.draft(&name), Ok(Some("{}".to_owned())));
    let _ = repo.drop_draft(&name);
    assert_eq!(repo.draft(&name), Ok(None));
    assert_eq!(repo.into_store().into_inner(), disk);
    assert_ne!(StoreError::Blocked, StoreError::Quota);
}
