//! Reading a file that anybody may have made.
//!
//! The order of the checks is that of their cost: size, text, depth, shape, records. Whatever
//! is wrong with the file as a whole refuses it with a [`BadFile`]. What is wrong with a part
//! of one record is mended or dropped and counted in the [`Report`], so that the words of the
//! rest are kept; a record that cannot be kept at all is listed there.
//!
//! Nothing in a file is ever run, and names such as `__proto__` are plain text.

mod file;
mod mend;
mod scan;
mod trim;
mod value;

use std::collections::BTreeMap;

use thiserror::Error;

use crate::id::Id;
use crate::record::Record;
use crate::time::Day;
use crate::transfer::merge;

pub use file::read_json;
pub(crate) use scan::too_deep;

/// The largest file that is read, in bytes: 64 MB.
///
/// The largest diary that fits into a browser's storage makes about half of this.
pub const MAX_BYTES: usize = 64_000_000;
/// How deep lists and objects may lie in each other. Our own files reach 9.
pub const MAX_DEPTH: usize = 32;
/// The largest number of records in a file.
pub const MAX_RECORDS: usize = 100_000;
/// The largest number of entries in a file.
pub const MAX_ENTRIES: usize = 50_000;
/// The largest number of people in a file.
pub const MAX_PEOPLE: usize = 2_000;
/// The largest number of items in a list or object within a record.
pub const MAX_LIST: usize = 1_000;

/// What there is too much of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// Records: [`MAX_RECORDS`].
    Records,
    /// Entries: [`MAX_ENTRIES`].
    Entries,
    /// People: [`MAX_PEOPLE`].
    People,
    /// Items of one list within a record: [`MAX_LIST`].
    List,
}

/// How the text of a file is broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Break {
    /// It ends before it is complete, as after a broken download.
    EndsEarly,
    /// It is not JSON there.
    Syntax,
    /// A name stands twice in one object.
    DuplicateName,
    /// Something else is there than the format has in that place.
    Shape,
}

/// Why a file is refused as a whole. Lines and columns count from 1, columns in bytes.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum BadFile {
    /// There is nothing in it.
    #[error("the file is empty")]
    Empty,
    /// It has more than [`MAX_BYTES`] bytes.
    #[error("{bytes} bytes are more than {MAX_BYTES}")]
    TooLarge {
        /// Its size.
        bytes: usize,
    },
    /// It is not a file of ours.
    #[error("not a SatKarya file")]
    NotOurs,
    /// It is locked with a passphrase, in the age format.
    #[error("locked with a passphrase")]
    Locked,
    /// It is of a newer version than this app reads.
    #[error("made by a newer version (format {version})")]
    Newer {
        /// The version of its format.
        version: u64,
    },
    /// It is not text in UTF-8.
    #[error("not UTF-8 at line {line}, column {column}")]
    NotText {
        /// The line.
        line: usize,
        /// The column.
        column: usize,
    },
    /// Lists and objects lie deeper in each other than [`MAX_DEPTH`].
    #[error("nested too deep at line {line}, column {column}")]
    TooDeep {
        /// The line.
        line: usize,
        /// The column.
        column: usize,
    },
    /// There is more in it than the limits allow.
    #[error("too many {of:?} at line {line}, column {column}")]
    TooMany {
        /// Of what.
        of: Size,
        /// The line.
        line: usize,
        /// The column.
        column: usize,
    },
    /// The text is broken.
    #[error("broken ({how:?}) at line {line}, column {column}")]
    Broken {
        /// How.
        how: Break,
        /// The line.
        line: usize,
        /// The column.
        column: usize,
    },
}

/// Why a record was left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// It is not an object.
    NotARecord,
    /// Its id is not one.
    BadId,
    /// It is of a kind that this version does not know.
    UnknownKind(String),
    /// What is inside cannot be read.
    Unreadable,
}

/// A record that was left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// Which record of the file, from 1. In a file of ours it stands on the line after that.
    pub nth: usize,
    /// Why.
    pub why: Refused,
}

/// What was mended and what was left out while reading.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// Number of records in the file.
    pub n_records: usize,
    /// Number of texts from which characters were taken that cannot be seen.
    pub n_cleaned: usize,
    /// Number of texts that were cut to the length of their field.
    pub n_cut: usize,
    /// Number of single values that were dropped: out of range, or not what their field holds.
    pub n_dropped: usize,
    /// Number of records whose id had come before. They were merged.
    pub n_duplicates: usize,
    /// Entries without a readable day. They stand on the day when they were made, with what
    /// the file said in the unknown field `day_in_file`.
    pub undated: Vec<Id>,
    /// The records that were left out.
    pub refused: Vec<Refusal>,
}

/// The records of a file, and what was done to read them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Import {
    /// The records by id.
    pub records: BTreeMap<Id, Record>,
    /// What was mended and left out.
    pub report: Report,
}

impl Import {
    /// Number of entries, without those in the bin.
    pub fn n_entries(&self) -> usize {
        self.records.values().filter(|record| record.entry().is_some()).count()
    }

    /// Number of people, without those in the bin.
    pub fn n_people(&self) -> usize {
        self.records.values().filter(|record| record.person().is_some()).count()
    }

    /// The records of several files together. What was mended and left out is added up.
    #[must_use]
    pub fn join(mut self, other: Self) -> Self {
        for (id, record) in other.records {
            let both = match self.records.remove(&id) {
                Some(known) => merge(&known, &record),
                None => record,
            };
            self.records.insert(id, both);
        }
        let (sum, more) = (&mut self.report, other.report);
        sum.n_records += more.n_records;
        sum.n_cleaned += more.n_cleaned;
        sum.n_cut += more.n_cut;
        sum.n_dropped += more.n_dropped;
        sum.n_duplicates += more.n_duplicates;
        sum.undated.extend(more.undated);
        sum.refused.extend(more.refused);
        self
    }

    /// The first and the last day with an entry.
    pub fn span(&self) -> Option<(Day, Day)> {
        let days = || self.records.values().filter_map(|it| it.entry()).map(|it| it.when.day);
        Some((days().min()?, days().max()?))
    }
}
