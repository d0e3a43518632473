//! One entry: writing, reading, changing.
//!
//! - `sitting` holds what stands in the form and keeps it safe;
//! - `form` asks, as one growing page or (`steps`) one question a screen; the questions are in
//!   `when`, `moment`, `deeper`, `said` and `body`;
//! - `reading` shows what an entry says and nothing that it does not; `versions` shows what it
//!   said before; `cover` asks once before a covered entry is shown.

#![expect(unreachable_pub, reason = "the component macro makes every component public")]

mod body;
mod cover;
mod deeper;
mod form;
mod moment;
mod page;
mod reading;
mod said;
mod sitting;
mod steps;
mod when;
mod worked;
mod write;

pub use page::EntryPage;
pub use write::{EditPage, WritePage};
