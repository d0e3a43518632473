//! Search in everything that was written, without regard to case and accents.
//!
//! [`Haystack`] keeps the folded text of each entry, so that a key press compares bytes only.
//! Names of people and labels of feelings are searched with the words of the entry.

mod fold;
mod haystack;
mod query;
mod snippet;

pub use fold::fold;
pub use haystack::{Haystack, find};
pub use query::{Filter, Query};
pub use snippet::{Snippet, snippet};
