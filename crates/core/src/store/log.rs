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
    /// Items to put, each replacing the one of its key.
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
        self.items.retain(|item| {
            !batch.forget.contains(&item.key) && batch.items.iter().all(|new| new.key != item.key)
        });
        self.items.extend(batch.items.iter().cloned());
        self.generation = self.generation.max(batch.generation);
    }
}
