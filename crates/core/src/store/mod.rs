//! The storage engine: a durable map from (shard, id) to JSON over a store of strings.
//!
//! Job: once a batch of changes is called saved, no crash, full disk or damaged value takes it away.
//! Must not: know what a record means, touch the browser, or give up bytes that it cannot read.
//!
//! A shard ([`ShardName`]) is a calendar month, or the profile. It is stored in one or more parts of
//! at most [`PART_TARGET`] bytes of JSON, each one value of localStorage, so that saving one record
//! rewrites one small value and the header.
//!
//! # How to use it
//!
//! ```text
//! Repository::open(kv, Option<LogSnapshot>, Options) -> Result<(Repository, StartReport), OpenError>
//! repository.shards() -> Vec<ShardName>
//! repository.read(shard) -> Result<ShardContents { records: [(id, json)], problems }, StoreError>
//! repository.put_records(&[RecordChange { shard, id, json: Option<&str> }]) -> Result<Saved, SaveError>
//! repository.log_confirmed(generation) -> SaveOutcome    repository.log_failed(generation)
//! repository.put_draft(&DraftName, json) -> Saved       repository.drop_draft(&DraftName) -> LogBatch
//! repository.draft(&DraftName) -> Result<Option<String>, ReadError>       repository.drafts()
//! repository.usage() -> Usage     repository.access() -> Access     repository.committed() -> u64
//! repository.cool(before, units) -> LogBatch, then repository.cooled(batch) -> LogBatch
//! repository.warm() -> Option<Saved>              repository.cold_months()
//! repository.erase(keep) -> LogBatch, then repository.erase_confirmed()
//! fence(stored_generation(&kv), log_generation, waited_ms) -> FenceStep
//! ```
//!
//! 1. Become the writer, wait for the [`fence()`], read the log, [`Repository::open`]. Apply
//!    `StartReport::log`. Parts are not read yet.
//! 2. [`Repository::read`] each shard. Unreadable parts come back as problems, and stay in place.
//! 3. [`Repository::put_records`] writes localStorage at once and returns a [`LogBatch`]. Apply it in
//!    one transaction. When that completes, the batch is saved. When it fails, the batch is as safe
//!    as [`SaveOutcome`] says: [`SaveOutcome::InStore`] may take a minute to reach the disk,
//!    [`SaveOutcome::LogOnly`] is *not saved*.
//! 4. After a completed log batch call [`Repository::log_confirmed`], which also brings into
//!    localStorage what did not fit before; after a failed one [`Repository::log_failed`].
//! 5. Ten minutes after the start apply [`Repository::log_to_forget`].
//!
//! # Where to read on
//!
//! [`kv`] is the port, [`key`] the names, [`units`] and [`frame`] the values; `header`, `part` and
//! `operation` are the three payloads; `recover`, `replay`, `fork`, `load`, `commit`, `draft`, `cold` and
//! `erase` are what [`Repository`] does, in the order of its life. `docs/storage-format.md` describes the bytes.

mod cold;
mod commit;
mod disk;
mod draft;
mod erase;
#[cfg(any(test, feature = "test-util"))]
pub mod fault;
pub mod fence;
mod fork;
pub mod frame;
mod header;
pub mod key;
pub mod kv;
mod ledger;
mod load;
pub mod log;
mod operation;
mod part;
pub mod quota;
mod recover;
mod replay;
mod repository;
pub mod units;

pub use draft::ReadError;
pub use fence::{FenceStep, Waited, fence};
pub use fork::Stray;
pub use frame::{Damage, Frame, FrameError, Kind};
pub use header::{lists_cold, stored_generation};
pub use key::{DraftName, NameError, PartName, ShardName, Slot, StorageKey};
pub use kv::{KeyValue, MemoryStore, StoreError};
pub use log::{Erased, LogAccess, LogBatch, LogItem, LogSnapshot};
pub use part::{PART_MAX, PART_TARGET};
pub use quota::{Level, Measure, Usage};
pub use recover::{HeaderOrigin, JournalState, OpenError, StartReport};
pub use repository::{
    Access, Options, Problem, ReadOnly, RecordChange, Repository, Role, SaveError, SaveOutcome,
    Saved, ShardContents,
};

/// UTF-16 units of values that the log keeps although localStorage has them: enough to bring back
/// about seven thousand entries should localStorage alone be cleared.
pub const LOG_KEEP: usize = 1024 * 1024;
