//! What is said about a file that cannot be brought in: an exhaustive match, so that a new
//! reason cannot be left without words.

use satkarya_core::transfer::{
    BadFile, BadPage, Break, MAX_BYTES, MAX_ENTRIES, MAX_LIST, MAX_PEOPLE, MAX_RECORDS, Size,
};
use satkarya_core::vault::age::AgeError;

use crate::i18n::{Msg, dates, msg, sizes};
use crate::platform::files::Unreadable;
use crate::state::{Access, NotBroughtIn, Refused, Saving};

/// The name a backup file has, as an example.
const EXAMPLE: &str = "notes-2026-11-24.age";

/// Why a file was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The browser could not read it, or it is larger than what is read at all.
    Unreadable(Unreadable),
    /// It is not a backup file that can be read.
    Refused(Refused),
    /// It is a page of ours that cannot be read.
    Page(BadPage),
    /// It is an age file that cannot be read.
    Age(AgeError),
    /// It cannot be brought in now.
    NotBroughtIn(NotBroughtIn),
}

impl Trouble {
    /// Whether its words themselves say that nothing was changed.
    pub(super) fn says_safe(&self) -> bool {
        matches!(self, Self::NotBroughtIn(NotBroughtIn::NoRoom { .. }))
    }
}

/// What is said about it.
pub(in crate::features::settings) fn words(trouble: &Trouble) -> Msg {
    match trouble {
        Trouble::Unreadable(Unreadable::TooLarge { bytes }) => too_big(*bytes),
        Trouble::Unreadable(Unreadable::Failed) => msg::import_bad_unreadable(),
        Trouble::Refused(Refused::Table) => msg::import_bad_table(),
        Trouble::Refused(Refused::Bad(bad)) => bad_file(bad),
        Trouble::Page(BadPage::Newer) => msg::import_bad_newer(),
        Trouble::Page(BadPage::Damaged) => msg::file_bad(),
        Trouble::Page(BadPage::Work) => msg::file_bad_work(),
        Trouble::Age(error) => bad_age(*error),
        Trouble::NotBroughtIn(NotBroughtIn::NoRoom { needed, free }) => {
            msg::storage_import_no_room(sizes::bytes(*needed), sizes::bytes(*free))
        }
        Trouble::NotBroughtIn(NotBroughtIn::NoAccess(access)) => no_access(*access),
        Trouble::NotBroughtIn(NotBroughtIn::Unreached) => msg::storage_unreached(),
        Trouble::NotBroughtIn(NotBroughtIn::NotSaved(Saving::Cleared)) => msg::cleared_open_body(),
        Trouble::NotBroughtIn(NotBroughtIn::NotSaved(_)) => msg::storage_refused_body(),
    }
}

/// Why nothing may be changed here.
pub(in crate::features::settings) fn no_access(access: Access) -> Msg {
    match access {
        Access::Follower | Access::Moved | Access::Writer => msg::import_other_tab(),
        Access::Erasing => msg::not_changed_erasing(),
        Access::NoStore => msg::not_changed_no_store(),
        Access::NewerData | Access::NeedsNewer | Access::AllUnreadable => msg::import_newer_here(),
    }
}

fn bad_file(bad: &BadFile) -> Msg {
    match bad {
        BadFile::Empty => msg::import_bad_empty(),
        BadFile::TooLarge { bytes } => too_big(*bytes as u64),
        BadFile::NotOurs => msg::import_bad_not_ours(EXAMPLE),
        BadFile::Locked => msg::import_bad_encrypted(),
        BadFile::Newer { .. } => msg::import_bad_newer(),
        BadFile::NotText { .. } => msg::import_bad_text(),
        BadFile::TooDeep { .. } => msg::import_bad_too_deep(),
        BadFile::TooMany { of, line, .. } => match of {
            Size::Entries => msg::import_bad_too_many_entries(number(MAX_ENTRIES)),
            Size::People => msg::import_bad_too_many_people(number(MAX_PEOPLE)),
            Size::Records => msg::import_bad_too_many_records(number(MAX_RECORDS)),
            Size::List => msg::import_bad_too_long_list(line.to_string(), number(MAX_LIST)),
        },
        BadFile::Broken { how, line, column } => {
            let (line, column) = (line.to_string(), column.to_string());
            match how {
                Break::EndsEarly => msg::import_bad_cut_off(),
                Break::Syntax => msg::import_bad_damaged(line, column),
                Break::DuplicateName => msg::import_bad_twice(line, column),
                Break::Shape => msg::import_bad_shape(line, column),
            }
        }
    }
}

fn bad_age(error: AgeError) -> Msg {
    match error {
        AgeError::NotAge => msg::import_bad_not_ours(EXAMPLE),
        AgeError::Version => msg::age_bad_version(),
        AgeError::NoPassphrase => msg::age_bad_key(),
        AgeError::Work => msg::age_bad_work(),
        AgeError::NoMemory => msg::file_ask_memory(),
        AgeError::DoesNotOpen => msg::file_ask_wrong(),
        AgeError::Header | AgeError::Changed | AgeError::Content => msg::age_bad_damaged(),
    }
}

fn too_big(bytes: u64) -> Msg {
    msg::import_bad_too_big(sizes::bytes(bytes), sizes::bytes(MAX_BYTES as u64))
}

fn number(n: usize) -> String {
    dates::number(f64::from(u32::try_from(n).unwrap_or(u32::MAX)))
}
