//! Opening the store: what is there, what is newer elsewhere, what was left half done.
//!
//! Job: bring localStorage to the newest complete state, without reading the parts.
//! Every step may be interrupted and is then simply done again.
//! Must not: give anything up. What cannot be used stays where it is and is reported.

use std::collections::{BTreeMap, BTreeSet};

use thiserror::Error;

use super::disk::Disk;
use super::fork::Stray;
use super::frame::{Frame, FrameError};
use super::header::{Header, Listed, WITH_COLD};
use super::key::{DraftName, PREFIX, PartName, Slot, StorageKey};
use super::kv::{KeyValue, StoreError};
use super::log::{LogBatch, LogItem, LogSnapshot};
use super::part::{Part, State};
use super::repository::{Access, Options, ReadOnly, Repository, Role};

/// Why the store cannot be opened at all.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum OpenError {
    /// It cannot even be read; go on in memory and say so.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Where the header came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum HeaderOrigin {
    /// There is nothing stored yet.
    #[default]
    Fresh,
    /// Its newest copy was whole.
    Stored,
    /// One copy was damaged, the other was taken.
    OneCopy,
    /// Both were unreadable or gone; the redo log had one.
    Log,
    /// Both were unreadable; it was rebuilt from the parts.
    Scan,
}

/// What had become of an operation on several keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum JournalState {
    /// None was under way.
    #[default]
    Clean,
    /// One was under way and is finished now, or will be by the next save.
    Finished,
    /// One is known to be incomplete without the redo log, which was not there.
    AwaitsLog,
    /// It is unreadable and stays where it is until the next operation.
    Damaged,
}

/// What was found and done at the start, for the diagnostics page and for what people are told.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StartReport {
    /// Where the header came from.
    pub header: HeaderOrigin,
    /// What had become of an operation on several keys.
    pub journal: JournalState,
    /// localStorage was empty although the log knows a diary: it was cleared.
    pub cleared: bool,
    /// An erasure was finished that the log does not have: apply `log`, then call [`Repository::erase_confirmed`].
    pub erased: bool,
    /// Parts that the log had newer, or had at all.
    pub replayed: Vec<PartName>,
    /// What only a log has that went its own way, or has otherwise. Merge it into the records.
    /// With or without strays, see [`Repository::is_apart_from_log`].
    pub strays: Vec<Stray>,
    /// Parts that are listed but gone, and that the log does not have.
    pub missing: Vec<PartName>,
    /// Parts with a note of an earlier start that they are unreadable.
    pub quarantined: Vec<PartName>,
    /// Drafts, of all tabs.
    pub drafts: Vec<DraftName>,
    /// Keys that begin like ours but are none; they are left alone.
    pub unknown_keys: Vec<String>,
    /// Keys of other programs on this origin; they are left alone.
    pub n_foreign: usize,
    /// Items of the log that are unreadable.
    pub n_bad_log_items: usize,
    /// What the log lacks; apply it like any batch.
    pub log: LogBatch,
}

/// The store while it is being opened.
pub(super) struct Start<K> {
    pub(super) repository: Repository<K>,
    pub(super) report: StartReport,
    /// Parts that localStorage has under their key.
    pub(super) present: BTreeSet<PartName>,
    /// Whether the header no longer says what is stored.
    pub(super) stale_header: bool,
}

impl<K: KeyValue> Repository<K> {
    /// Opens the store. `log` is everything in the redo log, or `None` where there is no log.
    ///
    /// # Errors
    /// [`OpenError`] when the store cannot be read. Everything else is repaired or reported.
    pub fn open(
        kv: K,
        log: Option<LogSnapshot>,
        options: Options,
    ) -> Result<(Self, StartReport), OpenError> {
        let access = match options.role {
            Role::Writer => Access::ReadWrite,
            Role::Follower => Access::ReadOnly(ReadOnly::Follower),
        };
        let repository = Self {
            disk: Disk::new(kv, options.measure),
            access,
            generation: 0,
            committed: 0,
            identity: options.identity,
            parts: BTreeMap::new(),
            behind: BTreeSet::new(),
            seen: (Slot::B, None),
            other: None,
            seen_generation: 0,
            pending: false,
            log: BTreeMap::new(),
            unlogged: BTreeMap::new(),
            apart: None,
            fork: None,
            readable: false,
            repaired: Vec::new(),
            unmerged: BTreeSet::new(),
            leaving: BTreeSet::new(),
            has_log: log.is_some(),
        };
        let mut start = Start {
            repository,
            report: StartReport::default(),
            present: BTreeSet::new(),
            stale_header: false,
        };
        start.run(log)?;
        let Start { mut repository, mut report, .. } = start;
        report.drafts = repository.drafts()?;
        repository.generation = repository.generation.max(repository.committed);
        Ok((repository, report))
    }
}

impl<K: KeyValue> Start<K> {
    fn run(&mut self, log: Option<LogSnapshot>) -> Result<(), OpenError> {
        self.survey()?;
        let log_header = log.as_ref().and_then(newest_header);
        let mut stored = self.read_headers()?;
        let came_back = self.erase_what_came_back(stored.as_ref(), log.as_ref())?;
        stored = stored.filter(|_| !came_back);
        let (known, apart) = (stored.is_some(), stored.as_ref().and_then(|it| it.apart));
        let header = self.choose_header(stored, log_header.as_ref())?;
        // What was erased on purpose is not missed.
        self.report.cleared &= !came_back;
        let is_foreign = log_header.is_some_and(|logged| {
            known && header.as_ref().is_some_and(|header| header.identity != logged.identity)
        });
        if let Some(header) = header {
            self.take_header(&header);
            self.take_cold(&header, log.as_ref().filter(|_| !is_foreign))?;
        }
        if self.repository.access == Access::ReadOnly(ReadOnly::NeedsNewer) {
            return Ok(());
        }
        if self.finish_erasure()? {
            return Ok(());
        }
        self.finish_journal(log.as_ref())?;
        let Some(log) = log else {
            // What is saved now, the log does not know.
            self.repository.apart = apart.or(Some(self.repository.committed));
            self.settle();
            return Ok(());
        };
        self.repository.generation = self.repository.generation.max(log.generation);
        match apart.or(is_foreign.then_some(0)).filter(|_| self.writable()) {
            Some(_) if is_foreign => self.compare(log, 0, is_foreign)?,
            Some(base) => self.compare(log, base, is_foreign)?,
            None => self.replay(log)?,
        }
        self.settle();
        if self.writable() && self.repository.fork.is_none() {
            self.report.log = self.repository.news_for_log()?;
        }
        Ok(())
    }

    pub(super) fn writable(&self) -> bool {
        self.repository.access == Access::ReadWrite
    }

    /// Looks at every key and counts what it costs.
    fn survey(&mut self) -> Result<(), StoreError> {
        let disk = &mut self.repository.disk;
        for text in disk.keys()? {
            let key = text.parse::<StorageKey>();
            match &key {
                Ok(StorageKey::Part(name)) => {
                    self.present.insert(*name);
                    let part =
                        Part { generation: 0, stored: None, cold: None, state: State::Unread };
                    self.repository.parts.insert(*name, part);
                    // Its cost is known from the header, or when it is read.
                    continue;
                }
                Ok(StorageKey::Quarantine(name)) => self.report.quarantined.push(*name),
                Ok(_) => {}
                Err(_) if text.starts_with(PREFIX) => self.report.unknown_keys.push(text.clone()),
                Err(_) => self.report.n_foreign += 1,
            }
            if let Some(value) = disk.get(&text)? {
                disk.note(&text, &value);
                if matches!(key, Ok(StorageKey::Draft(_) | StorageKey::Device))
                    && let Ok(frame) = Frame::parse(&text, &value)
                {
                    // The next value of this key must count as newer.
                    let generation = &mut self.repository.generation;
                    *generation = frame.generation.max(*generation);
                }
            }
        }
        Ok(())
    }

    /// Reads both header copies and returns the newest whole one.
    pub(super) fn read_headers(&mut self) -> Result<Option<Header>, StoreError> {
        let mut best: Option<Header> = None;
        // The copy that stays is the newest whole one; the first where neither is whole.
        let mut newest = Slot::A;
        let mut texts = Vec::with_capacity(2);
        for slot in [Slot::A, Slot::B] {
            let text = self.repository.disk.get(&StorageKey::Header(slot).to_string())?;
            match text.as_ref().map(|text| Header::parse(slot, text)) {
                Some(Ok(header))
                    if best.as_ref().is_none_or(|best| header.generation > best.generation) =>
                {
                    newest = slot;
                    best = Some(header);
                }
                None | Some(Ok(_)) => {}
                Some(Err(FrameError::Newer)) => self.restrict(ReadOnly::NewerData),
                Some(Err(FrameError::Damaged(_))) => self.stale_header = true,
            }
            texts.push(text);
        }
        let (b, a) = (texts.pop().flatten(), texts.pop().flatten());
        if best.is_none() && a.is_none() {
            newest = Slot::B;
        }
        let (seen, other) = match newest {
            Slot::A => (a, b),
            Slot::B => (b, a),
        };
        self.repository.seen = (newest, seen);
        self.repository.other = other;
        self.repository.seen_generation = best.as_ref().map_or(0, |best| best.generation);
        Ok(best)
    }

    fn choose_header(
        &mut self,
        stored: Option<Header>,
        logged: Option<&Header>,
    ) -> Result<Option<Header>, StoreError> {
        if let Some(header) = stored {
            self.report.header =
                if self.stale_header { HeaderOrigin::OneCopy } else { HeaderOrigin::Stored };
            return Ok(Some(header));
        }
        self.report.cleared = logged.is_some() && self.present.is_empty();
        if logged.is_none() && self.present.is_empty() {
            return Ok(None);
        }
        self.stale_header = true;
        if let Some(header) = logged {
            self.report.header = HeaderOrigin::Log;
            return Ok(Some(header.clone()));
        }
        self.report.header = HeaderOrigin::Scan;
        let mut parts = BTreeMap::new();
        for name in &self.present {
            let key = StorageKey::Part(*name).to_string();
            if let Some(text) = self.repository.disk.get(&key)?
                && let Ok(frame) = Frame::parse(&key, &text)
            {
                let units = text.encode_utf16().count() as u64;
                parts.insert(*name, Listed { generation: frame.generation, units });
            }
        }
        let generation = parts.values().map(|listed| listed.generation).max().unwrap_or(0);
        Ok(Some(Header::new(generation, self.repository.identity, parts)))
    }

    /// Takes over what the header says.
    fn take_header(&mut self, header: &Header) {
        let repository = &mut self.repository;
        repository.identity = header.identity;
        repository.committed = header.generation;
        repository.generation = repository.generation.max(header.generation);
        for (name, listed) in &header.parts {
            repository.parts.insert(*name, Part::unread(*listed));
        }
        for name in &self.present {
            let key = StorageKey::Part(*name).to_string();
            match repository.parts.get(name).and_then(|part| part.stored) {
                Some(listed) => repository.disk.note_wide(&key, listed.units),
                // Written just before a crash: not listed yet.
                None => self.stale_header = true,
            }
        }
        if header.min_reader > WITH_COLD {
            for part in repository.parts.values_mut() {
                part.state = State::Unreadable(FrameError::Newer);
            }
            self.restrict(ReadOnly::NeedsNewer);
        } else if header.min_writer > WITH_COLD {
            self.restrict(ReadOnly::NewerData);
        }
    }

    pub(super) fn restrict(&mut self, reason: ReadOnly) {
        if self.writable() || reason == ReadOnly::NeedsNewer {
            self.repository.access = Access::ReadOnly(reason);
        }
    }

    /// Writes a header that says what is stored now, and tells the log what it lacks.
    fn settle(&mut self) {
        let repository = &mut self.repository;
        for (name, part) in &repository.parts {
            let held = self.present.contains(name)
                || !matches!(part.state, State::Unread)
                || repository.is_in_log(*name)
                || part.cold.is_some() && !repository.has_log;
            if !held {
                self.report.missing.push(*name);
            }
        }
        if repository.access != Access::ReadWrite || !repository.behind.is_empty() {
            return;
        }
        if self.stale_header && !repository.parts.is_empty() {
            // A fresh number, so that the two copies never stand equal.
            repository.generation += 1;
            repository.committed = repository.generation;
            repository.rewrite_header();
        }
        repository.drop_journal();
    }
}

/// The newest header in the log.
fn newest_header(log: &LogSnapshot) -> Option<Header> {
    let parse = |item: &LogItem| {
        let Ok(StorageKey::Header(slot)) = item.key.parse() else { return None };
        Header::parse(slot, item.value.as_ref()?).ok()
    };
    log.items.iter().filter_map(parse).max_by_key(|header| header.generation)
}
