//! What a session may do with the redo log, and when a start has to wait for localStorage.

use crate::store_support::*;
use satkarya_core::store::fault::FaultStore;
use satkarya_core::store::{
    DraftName, LogAccess, LogBatch, LogItem, LogSnapshot, MemoryStore, Options, RecordChange,
    Repository, Role, ShardName,
};

fn item(generation: u64, value: &str) -> LogItem {
    LogItem { key: "sk1.s.2026-11.1".to_owned(), generation, value: Some(value.to_owned()) }
}

fn put(shard: ShardName, id: &'static str) -> RecordChange<'static> {
    RecordChange { shard, id, json: Some("1") }
}

/// Opens, and gives the log what it lacks, as a start does.
fn start(disk: &MemoryStore, log: &mut LogSnapshot) -> Repo {
    let (repo, report) = open(disk, Some(log));
    log.apply(&report.log);
    assert_no_wait(repo.store().inner(), log, "after a start");
    repo
}

#[test]
fn an_older_item_never_replaces_a_newer_one() {
    let mut log = LogSnapshot { items: vec![item(7, "newer")], ..LogSnapshot::default() };
    let batch = |item| LogBatch { items: vec![item], ..LogBatch::default() };
    log.apply(&batch(item(6, "older")));
    assert_eq!(log.items, [item(7, "newer")]);
    log.apply(&batch(item(7, "the same write again")));
    assert_eq!(log.items, [item(7, "the same write again")]);
    log.apply(&batch(item(8, "newest")));
    assert_eq!(log.items, [item(8, "newest")]);
    // What is erased or forgotten first is in nobody's way.
    let forget = vec!["sk1.s.2026-11.1".to_owned()];
    log.apply(&LogBatch { forget, ..batch(item(1, "another diary")) });
    assert_eq!(log.items, [item(1, "another diary")]);
}

#[test]
fn a_log_is_written_to_only_once_it_was_read() {
    let all = [LogAccess::Closed, LogAccess::Missing, LogAccess::Unread, LogAccess::Read];
    assert_eq!(all.map(LogAccess::may_write), [false, false, false, true]);
    assert_eq!(all.map(LogAccess::is_late), [false, false, true, false]);
}

#[test]
fn a_draft_of_another_tab_is_dropped_however_often_that_tab_wrote_it() {
    let (mut disk, mut log) = (MemoryStore::new(), LogSnapshot::default());
    let name = DraftName::new("other", "a1").unwrap();
    let writer = open(&disk, Some(&log)).0;
    let follow = Options { role: Role::Follower, ..options() };
    let store = FaultStore::new(disk.clone());
    let (mut other, _) = Repository::open(store, Some(log.clone()), follow).unwrap();
    for n in 0..20 {
        log.apply(&other.put_draft(&name, &n.to_string()).log);
    }
    let mut writer = writer;
    *writer.store_mut().inner_mut() = other.into_store().into_inner();
    log.apply(&writer.drop_draft(&name));
    disk.clone_from(writer.store().inner());
    assert_eq!(contents(&mut open(&disk, Some(&log)).0).drafts.len(), 0);
}

#[test]
fn no_start_waits_once_everything_has_reached_the_disk() {
    let mut log = LogSnapshot::default();
    let mut repo = start(&MemoryStore::new(), &mut log);
    let mut batches = 0;
    let mut does = |repo: &mut Repo, log: &mut LogSnapshot, act: &dyn Fn(&mut Repo) -> LogBatch| {
        let batch = act(repo);
        log.apply(&batch);
        repo.log_confirmed(batch.generation);
        assert_no_wait(repo.store().inner(), log, &format!("after batch {batches}"));
        batches += 1;
    };
    let draft = DraftName::new("tab", "a1").unwrap();
    does(&mut repo, &mut log, &|repo| repo.put_device("{}").log);
    does(&mut repo, &mut log, &|repo| repo.put_draft(&draft, "1").log);
    let mut repo = start(&repo.into_store().into_inner(), &mut log);
    let changes = [put(ShardName::Profile, "a1"), put(month(2026, 11), "b2")];
    does(&mut repo, &mut log, &|repo| repo.put_records(&changes).unwrap().log);
    does(&mut repo, &mut log, &|repo| repo.drop_draft(&draft));
    does(&mut repo, &mut log, &|repo| repo.log_to_forget());
    let mut repo = start(&repo.into_store().into_inner(), &mut log);
    does(&mut repo, &mut log, &|repo| repo.write_everything(&[]).unwrap().log);
    does(&mut repo, &mut log, &|repo| repo.erase(&[]).unwrap());
    repo.erase_confirmed().unwrap();
    does(&mut repo, &mut log, &|repo| repo.put_device("{}").log);
    let mut repo = start(&repo.into_store().into_inner(), &mut log);
    does(&mut repo, &mut log, &|repo| repo.put_records(&changes).unwrap().log);

    // localStorage is cleared: the log brings it back. The log is away: localStorage tells it.
    let repo = start(&MemoryStore::new(), &mut log);
    let mut log = LogSnapshot::default();
    let repo = start(&repo.into_store().into_inner(), &mut log);
    drop(start(&repo.into_store().into_inner(), &mut log));
}

#[test]
fn a_diary_begun_anew_beside_an_old_log_waits_once_and_no_more() {
    let mut log = LogSnapshot::default();
    let mut repo = start(&MemoryStore::new(), &mut log);
    for _ in 0..30 {
        log.apply(&repo.write_everything(&[put(month(2026, 11), "a1")]).unwrap().log);
    }
    // Begun anew without the log, with the same record: nothing has to be brought in.
    let other = Options { identity: 78, ..options() };
    let store = FaultStore::new(MemoryStore::new());
    let (mut anew, _) = Repository::open(store, None, other).unwrap();
    let _ = anew.put_records(&[put(month(2026, 11), "a1")]).unwrap();
    let repo = start(&anew.into_store().into_inner(), &mut log);
    drop(start(&repo.into_store().into_inner(), &mut log));
}

#[test]
fn changes_that_were_refused_are_written_with_everything_else() {
    let mut log = LogSnapshot::default();
    let mut repo = start(&MemoryStore::new(), &mut log);
    let first = [put(month(2026, 11), "a1"), put(month(2026, 10), "b2")];
    let _ = repo.put_records(&first).unwrap();
    *repo.store_mut().inner_mut() = MemoryStore::new();
    let gone = RecordChange { json: None, ..put(month(2026, 11), "a1") };
    let since = [put(month(2026, 11), "c3"), put(ShardName::Profile, "d4"), gone];
    assert!(repo.put_records(&since).is_err());
    let _ = repo.write_everything(&since).unwrap();
    let found = contents(&mut open(repo.store().inner(), None).0);
    let ids: Vec<&str> = found.records.keys().map(|(_, id)| id.as_str()).collect();
    assert_eq!(ids, ["d4", "b2", "c3"]);
}
