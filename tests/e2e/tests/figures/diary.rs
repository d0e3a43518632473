//! Diaries made by core's seeded generator, as the values that the app would have stored.

use std::time::SystemTime;

use satkarya_core::{
    generate::years,
    record::Record,
    store::{
        KeyValue as _, LogSnapshot, Measure, MemoryStore, Options, RecordChange, Repository,
        ShardName, quota::BUDGET,
    },
    time::Day,
};
use satkarya_e2e::{Context as _, Result};

/// Days from 1 January 1900 to 1 January 1970.
const DAYS_BEFORE_1970: i64 = 25_567;

/// Today in UTC, since the invented person wrote until today.
pub(crate) fn today() -> Result<Day> {
    let seconds = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH)?.as_secs();
    let days = i64::try_from(seconds / 86_400)? + DAYS_BEFORE_1970;
    Day::FIRST.plus_days(days).context("today is no day")
}

/// The keys and values of localStorage that hold a diary of so many entries,
/// and some records more.
pub(crate) fn stored(n_entries: usize, more: Vec<Record>) -> Result<Vec<(String, String)>> {
    if n_entries == 0 {
        return Ok(Vec::new());
    }
    let disk = MemoryStore::with_capacity(Measure::Units, BUDGET);
    let (mut repository, _) = Repository::open(disk, None, Options::default())?;
    for changes in batches(n_entries, more)? {
        // Without a log beside it; the app makes one when it finds none.
        let saved = repository.put_records(&borrowed(&changes))?;
        repository.log_confirmed(saved.log.generation);
    }
    values(&repository.into_store())
}

/// The same of a large diary: what localStorage holds, and the redo log, in which all but the last
/// three months are.
#[allow(dead_code, reason = "the figures fill localStorage only")]
pub(crate) fn stored_apart(
    n_entries: usize,
    more: Vec<Record>,
) -> Result<(Vec<(String, String)>, LogSnapshot)> {
    let mut log = LogSnapshot::default();
    let (mut repository, _) =
        Repository::open(MemoryStore::new(), Some(log.clone()), Options::default())?;
    for changes in batches(n_entries, more)? {
        let saved = repository.put_records(&borrowed(&changes))?;
        repository.log_confirmed(saved.log.generation);
    }
    let before = today()?.month().plus_months(-2).context("no such month")?;
    let batch = repository.cool(before, u64::MAX)?;
    log.apply(&batch);
    log.apply(&repository.cooled(batch)?);
    Ok((values(&repository.into_store())?, log))
}

/// One record of a batch: its shard, its id and its JSON.
type Printed = (ShardName, String, String);

fn borrowed(batch: &[Printed]) -> Vec<RecordChange<'_>> {
    batch
        .iter()
        .map(|(shard, id, json)| RecordChange { shard: *shard, id, json: Some(json) })
        .collect()
}

/// The records of a diary, some hundred at a time.
fn batches(n_entries: usize, more: Vec<Record>) -> Result<Vec<Vec<Printed>>> {
    let mut printed = Vec::new();
    for record in years(7, today()?, n_entries).into_iter().chain(more) {
        let shelf = record.shelf().context("a record without a shelf")?;
        let json = serde_json::to_string(&record)?;
        printed.push((ShardName::from(shelf), record.id.to_string(), json));
    }
    Ok(printed.chunks(500).map(<[Printed]>::to_vec).collect())
}

fn values(disk: &MemoryStore) -> Result<Vec<(String, String)>> {
    let mut stored = Vec::new();
    for key in disk.keys()? {
        let value = disk.get(&key)?.context("a key without a value")?;
        stored.push((key, value));
    }
    Ok(stored)
}
