//! What the core needs from outside, as traits: the time and randomness.
//!
//! The app hands in the browser's; tests hand in their own. Storage has its trait in
//! [`crate::store`].

use thiserror::Error;

use crate::id::Id;
use crate::store::LogBatch;
use crate::time::Now;

/// Tells the present moment.
pub trait Clock {
    /// The present moment.
    fn now(&self) -> Now;
}

/// The random generator could not be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("the random generator cannot be used")]
pub struct NoEntropy;

/// Gives random bytes that nobody can foresee.
pub trait Entropy {
    /// Sixteen random bytes.
    ///
    /// # Errors
    /// [`NoEntropy`] where there is no generator.
    fn bytes(&self) -> Result<[u8; 16], NoEntropy>;

    /// A fresh identity for a record.
    ///
    /// # Errors
    /// [`NoEntropy`] where there is no generator.
    fn id(&self) -> Result<Id, NoEntropy> {
        self.bytes().map(Id::from_bytes)
    }
}

impl<E: Entropy + ?Sized> Entropy for std::rc::Rc<E> {
    fn bytes(&self) -> Result<[u8; 16], NoEntropy> {
        (**self).bytes()
    }
}

/// The second store that keeps what localStorage may lose.
pub trait RedoLog {
    /// Writes a batch in one transaction and calls back with whether it is on disk.
    fn write(&self, batch: LogBatch, done: Box<dyn FnOnce(bool)>);

    /// Whether the browser has none and will have none in this visit, so that nothing waits for it.
    fn is_missing(&self) -> bool {
        false
    }
}
