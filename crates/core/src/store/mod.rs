//! The storage engine.

pub mod frame;
pub mod key;
pub mod kv;
pub mod quota;
pub mod units;

pub use frame::{Damage, Frame, FrameError, Kind};
pub use key::{DraftName, NameError, PartName, ShardName, Slot, StorageKey};
pub use kv::{KeyValue, MemoryStore, StoreError};
pub use quota::{Level, Measure, Usage};
