//! The redo log: what has to be written down a second time, and how.
//!
//! Job: say exactly what the asynchronous store beside localStorage must do with each batch.
//! localStorage loses its last seconds when the browser is killed; a completed transaction does not.
//! Must not: perform it. The shell applies a batch in one transaction, as
//! [`LogSnapshot::apply`] does in memory.

/// The last thing that happened to one key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogItem {
    /// The storage key.
    pub key: String,
    /// Grows with every write of the same key.
    pub generation: u64,
    /// The stored text, or `None` when the key was removed.
    pub value: Option<String>,
}

/// A diary that was erased on purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Erased {
    /// Which diary.
    pub identity: u64,
    /// How far it had come.
    pub generation: u64,
}

/// What one step adds to the log: all of it or nothing, in one transaction.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LogBatch {
    /// The generation that the log stands at afterwards, if higher than before.
    pub generation: u64,
    /// What was erased on purpose, if anything: everything in the log goes first, and this is
    /// remembered.
    pub erase: Option<Erased>,
    /// Items to put, each replacing the one of its key unless that is of a higher generation: a
    /// tab that fell behind never writes over what another one kept.
    pub items: Vec<LogItem>,
    /// Keys whose items are no longer needed.
    pub forget: Vec<String>,
}

impl LogBatch {
    /// Returns whether there is nothing to do.
    pub fn is_empty(&self) -> bool {
        self.erase.is_none() && self.items.is_empty() && self.forget.is_empty()
    }
}

/// Everything in the log, as it is read once at the start.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LogSnapshot {
    /// The highest generation of any batch.
    pub generation: u64,
    /// The diary that was erased last, so that a copy of it that comes back is erased again.
    pub erased: Option<Erased>,
    /// One item for each key.
    pub items: Vec<LogItem>,
}

impl LogSnapshot {
    /// Applies a batch; the model of what the shell does in one transaction.
    pub fn apply(&mut self, batch: &LogBatch) {
        if batch.erase.is_some() {
            *self = Self { erased: batch.erase, ..Self::default() };
        }
        self.items.retain(|item| !batch.forget.contains(&item.key));
        for new in &batch.items {
            match self.items.iter_mut().find(|item| item.key == new.key) {
                None => self.items.push(new.clone()),
                Some(old) if replaces(new.generation, old.generation) => *old = new.clone(),
                Some(_) => {}
            }
        }
        self.generation = self.generation.max(batch.generation);
    }
}

/// Whether an item of one generation takes the place of one of another, of the same key.
pub fn replaces(new: u64, old: u64) -> bool {
    new >= old
}

/// What a session knows of its redo log, which may open late, break, or be let go of.
///
/// A log that nobody has read may hold what localStorage has lost; writing to it would put newer
/// items over it unseen. So a session writes only to a log that it has read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum LogAccess {
    /// It is not open, or not yet.
    #[default]
    Closed,
    /// There is none: the browser refuses it.
    Missing,
    /// It is open, and what is in it is not known here.
    Unread,
    /// Everything in it was taken into account when the store was opened.
    Read,
}

impl LogAccess {
    /// Whether batches may be written to it.
    pub fn may_write(self) -> bool {
        self == Self::Read
    }

    /// Whether the store is to be opened again with it, now that everything else is open.
    pub fn is_late(self) -> bool {
        self == Self::Unread
    }
}
