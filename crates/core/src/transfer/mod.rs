//! Records in and out: the file that loses nothing, the table for a spreadsheet, the text to
//! read anywhere, and merging.
//!
//! Reading a file never trusts it, and changes nothing by itself: [`read_json`] makes an
//! [`Import`], that a [`MergePlan`] to look at, and only [`MergePlan::apply`] changes a journal.
//! The format is described in `docs/data-format.md`.

mod aside;
mod compare;
mod devices;
mod export;
mod import;
mod markdown;
mod merge;
mod numbers;
mod page;
mod plan;
mod table;

pub use aside::{
    OldYear, SetAside, YEARS_THAT_STAY, YearAway, away, n_missing, old_years, part_of, remember,
};
pub use compare::Comparison;
pub use devices::{Lying, device_file, letters_in, n_devices, signature, unseen};
pub use export::export_json;
pub(crate) use import::too_deep;
pub use import::{
    BadFile, Break, Import, MAX_BYTES, MAX_DEPTH, MAX_ENTRIES, MAX_LIST, MAX_PEOPLE, MAX_RECORDS,
    Refusal, Refused, Report, Size, read_json,
};
pub use markdown::export_markdown;
pub use merge::{merge, settled};
pub use numbers::{NumberWords, numbers_csv};
pub use page::{
    BadPage, MOST_ROUNDS, PAGE_NONCE, PAGE_SALT, Page, ROUNDS, is_page, pack, read_page, unpack,
    write_page,
};
pub use plan::{Fate, MergePlan};
pub use table::{Column, Label, export_csv};

/// What every file says it is.
pub const FORMAT: &str = "satkarya";
/// The version of the format that is written, and the newest that can be read.
pub const VERSION: u64 = 1;
