//! Months that only the redo log holds, so that localStorage has room for those that are written in.
//!
//! Job: let the log alone hold old parts, and bring them back.
//! A part is cold if the header lists it so. It lies in the log under its key, in the generation that
//! is listed, and no more in localStorage. It is read and changed like any other; a change takes it
//! back to localStorage.
//! Must not: remove a value from localStorage before the log has it on disk and the header says so, or
//! let the log forget one.

use std::collections::BTreeSet;

use super::frame::{Damage, Frame, FrameError};
use super::header::{Header, Listed};
use super::key::{PartName, ShardName, StorageKey};
use super::kv::{KeyValue, StoreError};
use super::log::{LogBatch, LogItem, LogSnapshot};
use super::part::{self, Part, Records, State};
use super::quota::RESERVE;
use super::recover::Start;
use super::repository::{Access, ReadOnly, Repository, SaveError, Saved};
use crate::time::Month;

impl<K: KeyValue> Repository<K> {
    /// Lists the months of which a part is cold.
    pub fn cold_months(&self) -> Vec<Month> {
        let mut months: Vec<Month> = self
            .parts
            .iter()
            .filter(|(_, part)| part.cold.is_some())
            .filter_map(|(name, _)| month_of(*name))
            .collect();
        months.dedup();
        months
    }

    /// What the log must hold before parts of months before `before` can leave localStorage, the
    /// oldest first, up to about `units` at a time. Empty when there is nothing to do.
    ///
    /// When the batch is on disk, hand it to [`Self::cooled`]. Until then nothing has changed.
    ///
    /// # Errors
    /// [`SaveError`] when nothing may be written.
    pub fn cool(&mut self, before: Month, units: u64) -> Result<LogBatch, SaveError> {
        self.writable()?;
        self.check_header()?;
        let mut batch = LogBatch { generation: self.committed, ..LogBatch::default() };
        if self.fork.is_some() || !self.has_log {
            return Ok(batch);
        }
        let mut left = units;
        for (name, part) in &self.parts {
            let is_old = month_of(*name).is_some_and(|month| month < before);
            let is_settled = !self.behind.contains(name)
                && !matches!(part.state, State::Unreadable(_))
                && part.stored.is_some_and(|stored| stored.generation == part.generation);
            if !is_old || !is_settled {
                continue;
            }
            let key = StorageKey::Part(*name).to_string();
            if self.log.get(&key).is_some_and(|item| item.generation > part.generation) {
                // Something that cannot be read stands in its place there.
                continue;
            }
            let Some(value) = self.disk.get(&key)? else { continue };
            // What cannot be read stays where it is.
            if part::parse(*name, &value).map(|(generation, _)| generation) != Ok(part.generation) {
                continue;
            }
            self.leaving.insert(*name);
            left = left.saturating_sub(value.encode_utf16().count() as u64);
            batch.items.push(LogItem { key, generation: part.generation, value: Some(value) });
            if left == 0 {
                break;
            }
        }
        Ok(batch)
    }

    /// Removes from localStorage what the log has now. What has changed since stays. Returns what
    /// the log must hear of it.
    ///
    /// # Errors
    /// [`SaveError`]: everything is where it was.
    pub fn cooled(&mut self, batch: LogBatch) -> Result<LogBatch, SaveError> {
        self.writable()?;
        self.check_header()?;
        let mut cold = Vec::new();
        for item in batch.items {
            let Ok(StorageKey::Part(name)) = item.key.parse() else { continue };
            let Some(part) = self.parts.get_mut(&name) else { continue };
            let is_same = |it: &Listed| {
                it.generation == item.generation && part.generation == item.generation
            };
            if self.behind.contains(&name) || !part.stored.as_ref().is_some_and(is_same) {
                continue;
            }
            part.cold = part.stored.take();
            cold.push((name, item));
        }
        if cold.is_empty() {
            return Ok(LogBatch::default());
        }
        self.generation += 1;
        self.committed = self.generation;
        if !self.list_cold(&cold) {
            for (name, _) in &cold {
                if let Some(part) = self.parts.get_mut(name) {
                    part.stored = part.cold.take();
                }
            }
            return Err(StoreError::Other("the header was not written".to_owned()).into());
        }
        for (name, item) in cold {
            // One that stays is removed at the next start.
            _ = self.disk.remove(&item.key);
            self.unlogged.remove(&name);
            self.leaving.remove(&name);
            self.log.insert(item.key.clone(), item);
        }
        self.disk.keep_reserve();
        // What waits for room goes along: its being there is what makes room for it worth telling.
        let printed = self.print_parts(&self.behind.clone());
        self.unlogged.extend(printed.iter().map(|(name, _)| (*name, self.generation)));
        Ok(self.log_batch(printed))
    }

    /// Writes a header that lists what is cold. In a store that is full to the last unit there is no
    /// room for it: then the first part goes before it. Should the world stop there, the next start
    /// brings that part back from the log, as any that is listed and gone.
    fn list_cold(&mut self, cold: &[(PartName, LogItem)]) -> bool {
        self.rewrite_header();
        if self.seen_generation == self.committed {
            return true;
        }
        let Some((name, LogItem { key, value: Some(value), .. })) = cold.first() else {
            return false;
        };
        if self.disk.remove(key).is_err() {
            return false;
        }
        self.rewrite_header();
        let is_listed = self.seen_generation == self.committed;
        if !is_listed && self.disk.put(key, value).is_err() {
            // It is in the log, and goes along with every later save.
            self.behind.insert(*name);
        }
        is_listed
    }

    /// Brings the newest cold month back to localStorage, as a save. `None` where nothing is cold, or
    /// nothing more that can be read and fits.
    ///
    /// # Errors
    /// [`SaveError`]; nothing has changed.
    pub fn warm(&mut self) -> Result<Option<Saved>, SaveError> {
        self.writable()?;
        self.check_header()?;
        for month in self.cold_months().into_iter().rev() {
            let shard = ShardName::Month(month);
            self.load(shard)?;
            let parts = self.parts_of(shard).filter(|(_, part)| part.records().is_some());
            let cold: Vec<(PartName, u64)> =
                parts.filter_map(|(name, part)| Some((*name, part.cold?.units))).collect();
            let units = cold.iter().map(|(_, units)| self.disk.kv().sealed_units(*units));
            // Each value is in localStorage twice while it is written.
            let needed = self.disk.measure().wide(units.sum::<u64>()) * 2 + RESERVE as u64;
            if !cold.is_empty() && self.usage().free() > needed {
                let touched = cold.into_iter().map(|(name, _)| name);
                return Ok(Some(self.commit(touched.collect::<BTreeSet<_>>())));
            }
        }
        Ok(None)
    }

    /// Number of records in cold parts that were read.
    pub fn n_cold(&self) -> usize {
        let cold = self.parts.values().filter(|part| part.cold.is_some());
        cold.filter_map(Part::records).map(Records::len).sum()
    }

    /// The ids of all records in cold parts that were read.
    pub fn cold_ids(&self) -> impl Iterator<Item = &str> {
        let cold = self.parts.values().filter(|part| part.cold.is_some());
        cold.filter_map(Part::records).flat_map(|records| records.iter().map(|(id, _)| id))
    }

    /// The texts of cold parts as the log holds them, by key.
    pub fn cold_values(&self) -> impl Iterator<Item = (&str, &str)> {
        self.log.values().filter_map(|item| {
            let Ok(StorageKey::Part(name)) = item.key.parse() else { return None };
            self.is_cold(name).then_some((&*item.key, item.value.as_deref()?))
        })
    }

    /// Whether everything that a part held has found another place.
    pub(super) fn is_emptied(&self, name: PartName) -> bool {
        !self.behind.contains(&name)
            && self.parts.get(&name).is_some_and(|part| {
                let is_nowhere = part.stored.is_none() && part.cold.is_none();
                is_nowhere && part.generation == 0 && part.records().is_some_and(|it| it.len() == 0)
            })
    }

    pub(super) fn is_cold(&self, name: PartName) -> bool {
        self.parts.get(&name).is_some_and(|part| part.cold.is_some())
    }

    /// Whether the log has a cold part, or something newer in its place.
    pub(super) fn is_in_log(&self, name: PartName) -> bool {
        let Some(cold) = self.parts.get(&name).and_then(|part| part.cold) else { return false };
        let item = self.log.get(&StorageKey::Part(name).to_string());
        item.is_some_and(|item| item.value.is_some() && item.generation >= cold.generation)
    }

    /// Reads a cold part from the log. Where there is no log it is away, which is no damage.
    pub(super) fn load_cold(&mut self, name: PartName, cold: Listed) {
        if !self.has_log {
            return;
        }
        let item = self.log.get(&StorageKey::Part(name).to_string());
        let parsed = match item.and_then(|item| item.value.as_deref()) {
            Some(value) => part::parse(name, value).and_then(|(generation, records)| {
                let is_older = generation < cold.generation;
                if is_older { Err(Damage::Stale.into()) } else { Ok((generation, records)) }
            }),
            None => Err(Damage::Missing.into()),
        };
        match parsed {
            Ok((generation, records)) => {
                self.accept(name, generation, records, None);
                if let Some(part) = self.parts.get_mut(&name) {
                    part.cold = Some(cold);
                }
            }
            Err(error) => {
                self.refuse(name, error);
                if error == FrameError::Newer && self.access == Access::ReadWrite {
                    self.access = Access::ReadOnly(ReadOnly::NewerData);
                }
            }
        }
    }
}

impl<K: KeyValue> Start<K> {
    /// Takes over which parts are cold. `log` is the log of this diary, if it is here.
    ///
    /// A part that localStorage has as well was about to leave it, or came back from there when a
    /// browser was killed: then the log's copy counts. Or it was changed just before a crash.
    pub(super) fn take_cold(
        &mut self,
        header: &Header,
        log: Option<&LogSnapshot>,
    ) -> Result<(), StoreError> {
        for (name, cold) in &header.cold {
            let key = StorageKey::Part(*name).to_string();
            if self.present.contains(name) {
                let text = self.repository.disk.get(&key)?.unwrap_or_default();
                let stored = Frame::parse(&key, &text).map(|frame| frame.generation);
                let is_logged = log.is_some_and(|log| {
                    let items = log.items.iter().filter(|it| it.key == key);
                    let read = items.filter_map(|it| part::parse(*name, it.value.as_ref()?).ok());
                    read.map(|(generation, _)| generation).any(|it| it >= cold.generation)
                });
                if !is_logged || stored.is_ok_and(|stored| stored > cold.generation) {
                    let units = text.encode_utf16().count() as u64;
                    let generation = stored.unwrap_or(0);
                    self.repository.disk.note(&key, &text);
                    let part = Part::unread(Listed { generation, units });
                    self.repository.parts.insert(*name, part);
                    self.stale_header = true;
                    continue;
                }
                if self.writable() {
                    // One that stays is removed at the start after this.
                    _ = self.repository.disk.remove(&key);
                }
                self.present.remove(name);
            }
            self.repository.parts.insert(*name, Part::unread_cold(*cold));
        }
        Ok(())
    }
}

fn month_of(name: PartName) -> Option<Month> {
    match name.shard {
        ShardName::Month(month) => Some(month),
        ShardName::Profile => None,
    }
}
