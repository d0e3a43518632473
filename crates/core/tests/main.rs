//! Everything that core promises, seen from outside. Each file is one subject; `common` and
//! `store_support` are what they share.
//!
//! `cargo test -p satkarya-core --test core schema::` runs one file of them.

#![allow(
    clippy::cast_precision_loss,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a test stops at the first surprise and prints its figure"
)]

mod arrive;
mod arrive_bad;
mod aside;
mod common;
mod compare;
mod content;
mod dates;
mod devices;
mod favorites;
#[path = "common/focus.rs"]
mod focus;
mod focus_file;
mod fuzz;
#[path = "common/later.rs"]
mod later;
#[path = "common/life.rs"]
mod life;
mod markdown;
#[path = "common/measures.rs"]
mod measure_file;
mod merge;
mod pattern;
mod patterns;
mod schema;
mod search;
mod sheet_file;
mod sheet_guide;
#[path = "common/sheets.rs"]
mod sheet_journal;
mod sheets;
mod steps;
mod store_cold;
mod store_damage;
mod store_decode;
mod store_faults;
mod store_figures;
mod store_fork;
mod store_full;
mod store_golden;
mod store_log;
mod store_support;
mod table;
mod transfer;
#[path = "common/validator.rs"]
mod validator;
mod vault_age;
mod vault_cold;
mod vault_golden;
mod vault_header;
mod vault_passage;
mod vault_store;
mod vault_support;
