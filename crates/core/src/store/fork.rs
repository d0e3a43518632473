//! A redo log that went its own way: it was away while records were saved, or belongs to a diary
//! that was here before.
//!
//! Generations say what is newer only along one line of writes. Where there are two, the engine
//! cannot choose, since it does not look inside a record: it tells what the log has otherwise
//! ([`StartReport::strays`](super::StartReport::strays)), whoever knows records merges them, and
//! [`Repository::rejoin_log`] makes the log follow. Interrupted anywhere, the next start begins again.
//! Must not: replace a record, or let the log forget one, before that.

use std::collections::{BTreeMap, BTreeSet};

use super::frame::{Frame, Kind};
use super::header::Listed;
use super::key::{PartName, ShardName, StorageKey};
use super::kv::{KeyValue, StoreError};
use super::log::{LogBatch, LogItem, LogSnapshot};
use super::part::{self, Part, Records, State};
use super::recover::Start;
use super::repository::Repository;

/// A record that only the redo log has, or has otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stray {
    /// The shard it was in.
    pub shard: ShardName,
    /// Its id.
    pub id: String,
    /// Its JSON.
    pub json: String,
}

/// What the log has on its own way.
#[derive(Debug, Clone, Default)]
pub(super) struct Fork {
    /// The keys of its parts and headers.
    keys: BTreeSet<String>,
    /// Cold parts whose records are being merged, and which are empty then.
    emptied: Vec<PartName>,
}

impl<K: KeyValue> Start<K> {
    /// Compares with a log that has known nothing of localStorage since the generation `base`, or,
    /// where it is of another diary, ever.
    pub(super) fn compare(
        &mut self,
        log: LogSnapshot,
        base: u64,
        is_foreign: bool,
    ) -> Result<(), StoreError> {
        let mut fork = Fork::default();
        let mut found: Vec<(ShardName, Records)> = Vec::new();
        let mut repairs = BTreeMap::new();
        for item in log.items {
            match item.key.parse() {
                Ok(StorageKey::Header(_)) => {
                    fork.keys.insert(item.key);
                    continue;
                }
                Ok(StorageKey::Part(name)) if item.generation > base => {
                    if !is_foreign && self.repository.is_cold(name) {
                        // There is no other copy, and it is merged like what has one: something
                        // newer may have been written without it.
                        if let Some(records) = self.take_out_cold(name, &item) {
                            found.push((name.shard, records));
                            fork.emptied.push(name);
                        }
                        repairs.insert(item.key.clone(), item);
                        continue;
                    }
                    match item.value.map(|value| part::parse(name, &value)) {
                        Some(Ok((_, records))) => found.push((name.shard, records)),
                        Some(Err(_)) => self.report.n_bad_log_items += 1,
                        None => {}
                    }
                    fork.keys.insert(item.key);
                    let generation = &mut self.repository.generation;
                    *generation = item.generation.max(*generation);
                    continue;
                }
                Ok(StorageKey::Part(name)) => {
                    if let Some(value) = &item.value
                        && self.bring(name, &item.key, value, item.generation)?
                    {
                        self.report.replayed.push(name);
                    }
                }
                Ok(StorageKey::Draft(_) | StorageKey::Device) => self.replay_small(&item)?,
                _ => {}
            }
            repairs.insert(item.key.clone(), item);
        }
        let repository = &mut self.repository;
        repository.log = repairs;
        for (shard, records) in &found {
            repository.load(*shard)?;
            let known: BTreeMap<&str, &str> = repository
                .parts_of(*shard)
                .filter_map(|(_, part)| part.records())
                .flat_map(Records::iter)
                .collect();
            let strays = records.iter().filter(|(id, json)| known.get(id) != Some(json));
            self.report.strays.extend(strays.map(|(id, json)| Stray {
                shard: *shard,
                id: id.to_owned(),
                json: json.to_owned(),
            }));
        }
        repository.apart = Some(base);
        repository.fork = Some(fork);
        if log.generation > repository.committed {
            // Without a header that comes after the log, every start would wait for writes that
            // nobody has made.
            repository.committed = log.generation;
            self.stale_header = true;
        }
        Ok(())
    }

    /// The records of a cold part that the log has newer than the header knows. The part is listed as
    /// cold, and has nothing in it, until they are merged. None where it cannot be read.
    fn take_out_cold(&mut self, name: PartName, item: &LogItem) -> Option<Records> {
        let value = item.value.as_ref()?;
        let (generation, records) = part::parse(name, value).ok()?;
        let units = value.encode_utf16().count() as u64;
        let (state, cold) = (State::Read(Records::default()), Some(Listed { generation, units }));
        let part = Part { generation: 0, stored: None, cold, state };
        self.repository.parts.insert(name, part);
        self.repository.generation = self.repository.generation.max(generation);
        Some(records)
    }
}

impl<K: KeyValue> Repository<K> {
    /// Whether the log has to be joined again: see [`Self::rejoin_log`].
    pub fn is_apart_from_log(&self) -> bool {
        self.fork.is_some() && self.writable().is_ok()
    }

    /// Whether the log holds a part on its own way, which it is about to forget.
    fn is_forked(&self, name: PartName) -> bool {
        let key = || StorageKey::Part(name).to_string();
        self.fork.as_ref().is_some_and(|fork| fork.keys.contains(&key()))
    }

    /// What joins the log again, once every stray has been taken in: it forgets its own way and
    /// has what localStorage has. When the batch is on disk, call [`Self::log_rejoined`].
    ///
    /// # Errors
    /// [`StoreError`] when the store cannot be asked; the next start does it then.
    pub fn rejoin_log(&self) -> Result<LogBatch, StoreError> {
        let mut batch = self.news_for_log()?;
        batch.forget.extend(self.fork.iter().flat_map(|fork| fork.keys.iter().cloned()));
        Ok(batch)
    }

    /// The log goes the same way again. Returns what it need not hold any more.
    pub fn log_rejoined(&mut self) -> LogBatch {
        if !self.is_apart_from_log() {
            return LogBatch::default();
        }
        let emptied = self.fork.take().map(|fork| fork.emptied).unwrap_or_default();
        self.apart = None;
        for name in &emptied {
            if let Some(part) = self.parts.get_mut(name).filter(|part| part.generation == 0) {
                part.cold = None;
            }
        }
        if self.behind.is_empty() || !emptied.is_empty() {
            self.generation += 1;
            self.committed = self.generation;
            self.rewrite_header();
        }
        let keys = emptied.iter().filter(|name| self.is_emptied(**name));
        let forget: Vec<String> = keys.map(|name| StorageKey::Part(*name).to_string()).collect();
        if forget.is_empty() {
            return LogBatch::default();
        }
        // With a header that does not list them any more.
        LogBatch { forget, ..self.log_batch(Vec::new()) }
    }

    /// Parts that localStorage has newer than the log: it was away when they were saved.
    pub(super) fn news_for_log(&self) -> Result<LogBatch, StoreError> {
        let logged: BTreeMap<PartName, u64> = self
            .log
            .values()
            .filter_map(|item| match item.key.parse() {
                Ok(StorageKey::Part(name)) => Some((name, item.generation)),
                _ => None,
            })
            .collect();
        // The log forgets its oldest items first, so one that is younger than any of them is
        // missing. What only the log has it never forgets.
        let forgettable = logged.iter().filter(|(name, _)| !self.is_cold(**name));
        let oldest = forgettable.map(|(_, generation)| *generation).min().unwrap_or(0);
        let mut newer: Vec<(u64, PartName)> = self
            .parts
            .iter()
            .map(|(name, part)| (part.generation, *name))
            .filter(|(generation, name)| {
                *generation > *logged.get(name).unwrap_or(&oldest) || self.is_forked(*name)
            })
            .collect();
        newer.sort_unstable();
        let (mut printed, mut units) = (Vec::new(), 0);
        for (_, name) in newer.into_iter().rev() {
            let key = StorageKey::Part(name).to_string();
            let text = if self.behind.contains(&name) {
                self.print_parts(&BTreeSet::from([name])).pop().map(|(_, text)| text)
            } else {
                self.disk.get(&key)?
            };
            let Some(text) = text else { continue };
            units += text.encode_utf16().count();
            if units > super::LOG_KEEP {
                break;
            }
            if Frame::parse(&key, &text).is_ok_and(|frame| frame.kind == Kind::Shard) {
                printed.push((name, text));
            }
        }
        Ok(if printed.is_empty() { LogBatch::default() } else { self.log_batch(printed) })
    }
}
