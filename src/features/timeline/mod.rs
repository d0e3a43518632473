//! The timeline: what happened and how the mood was, beside each other.
//!
//! Nothing here says that one thing came from the other, and nobody is asked for more than a word.

#![expect(unreachable_pub, reason = "the component macro makes every component public")]

mod date;
mod event;
mod lines;
mod onset;
mod page;
mod part;
mod stretch;

pub use self::page::TimelinePage;
pub use self::part::PartPage;
