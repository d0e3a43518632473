//! The app's state on stores in memory, natively: no browser, the same code.
//!
//! `cargo test -p satkarya --test state typing::` runs one file.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::missing_panics_doc,
    clippy::must_use_candidate,
    clippy::print_stdout,
    reason = "helpers of a test may stop on what they expect, and print their figure"
)]

mod arriving;
mod aside;
mod beside;
mod browser;
mod keeping;
mod mend;
mod saving;
mod timeline;
mod transfer;
mod typing;
