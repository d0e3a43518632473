//! Diaries that arrive from other apps.
//!
//! [`look`] recognizes a file by what is in it, never by its name, reads and counts all of it, and
//! makes an [`Arrival`]: one neutral shape for every app. Nothing is brought in by that. Only
//! [`records`] turns it, with what the person chose about moods and people, into records, whose
//! ids follow from the content: the same file a second time has nothing that is not there.
//! A table that no reader knows is a [`Table`], for which the person says what each column is.
//!
//! What is not taken (pictures, places, a PIN) is counted in [`Arrival::left`], and what could not
//! be read in [`Arrival::bad`], each with its place. `docs/arriving.md` lists both for each app.
//!
//! # Source
//! Each reader names what its description rests on. The shapes were learned from export code,
//! importers of others and sample files that are public; the fixtures of the tests are our own.

mod archive;
mod bearable;
mod day_one;
mod daylio;
mod how_we_feel;
mod journey;
mod moment;
mod mood_tracker;
mod nomie;
mod plain;
mod records;
mod rows;
mod small;
mod table;
mod tree;
mod when;

use serde_json::Value;
use thiserror::Error;

pub use moment::{App, Arrival, At, Bad, Candidate, Left, Moment, MoodSeen, Why};
pub use records::{Choices, Found, Zones, records};
pub use table::{Column, DayOrder, Mapping, Table};

use rows::Rows;

/// The largest file that is read, in bytes: 25 MB.
pub const MAX_BYTES: usize = 25_000_000;
/// The most that the files in an archive may come to when unpacked, in bytes: 64 MB.
pub const MAX_UNPACKED: usize = 64_000_000;
/// How much larger than packed one file of an archive may be.
pub const MAX_RATIO: usize = 200;
/// The largest number of files in an archive.
pub const MAX_FILES: usize = 50_000;
/// The largest number of entries in one arrival.
pub const MAX_MOMENTS: usize = 50_000;
/// The largest number of tags of one entry; what comes after is counted as left out.
pub const MAX_TAGS: usize = 200;
/// The largest number of different moods; what comes after stays a word.
pub const MAX_MOODS: usize = 100;
/// The largest number of different people; what comes after is counted as left out.
pub const MAX_PEOPLE: usize = 2_000;

/// Why a file is refused as a whole. Nothing has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Refused {
    /// There is nothing in it.
    #[error("the file is empty")]
    Empty,
    /// It has more than [`MAX_BYTES`] bytes.
    #[error("more than {MAX_BYTES} bytes")]
    TooLarge,
    /// It is a backup file or a table of our own, which has a door of its own.
    #[error("one of our own files")]
    Ours,
    /// The archive is damaged, or packed in a way that no diary is.
    #[error("a damaged archive")]
    BadArchive,
    /// What is in the archive is locked.
    #[error("a locked archive")]
    Locked,
    /// Unpacked, the archive is larger than [`MAX_UNPACKED`], or too large for what it was packed.
    #[error("an archive that is too large inside")]
    TooMuchInside,
    /// It is not text in UTF-8.
    #[error("not UTF-8")]
    NotText,
    /// It is JSON that breaks off or is damaged.
    #[error("broken at line {line}, column {column}")]
    Broken {
        /// The line, from 1.
        line: usize,
        /// The column, from 1, in bytes.
        column: usize,
    },
    /// Lists lie too deep in each other.
    #[error("nested too deep")]
    TooDeep,
    /// It has more than [`MAX_MOMENTS`] entries or rows.
    #[error("more than {MAX_MOMENTS} entries")]
    TooMany,
    /// No reader knows it.
    #[error("an unknown kind of file")]
    Unknown,
    /// It is of a known kind, and no entry is in it.
    #[error("no entries")]
    NoEntries,
}

/// What a file turned out to be.
#[derive(Debug, Clone, PartialEq)]
pub enum Seen {
    /// A diary of an app that is known.
    Diary(Arrival),
    /// A table of which the person must say what is in its columns.
    Table(Table),
}

/// Reads a file of another app. Changes nothing.
///
/// # Errors
/// [`Refused`] tells why the file cannot be used at all.
pub fn look(bytes: &[u8]) -> Result<Seen, Refused> {
    if bytes.len() > MAX_BYTES {
        return Err(Refused::TooLarge);
    }
    if archive::is_one(bytes) { unpacked(bytes) } else { text(bytes) }
}

/// An arrival that has something in it and is not too much.
fn full(arrival: Arrival) -> Result<Seen, Refused> {
    if arrival.is_too_much() {
        Err(Refused::TooMany)
    } else if arrival.moments.is_empty() && arrival.n_bad == 0 {
        Err(Refused::NoEntries)
    } else {
        Ok(Seen::Diary(arrival))
    }
}

fn text(bytes: &[u8]) -> Result<Seen, Refused> {
    if bytes.starts_with(b"age-encryption.org/") {
        return Err(Refused::Locked);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| Refused::NotText)?;
    let text = text.trim_start_matches('\u{feff}');
    match text.trim_start().chars().next() {
        None => Err(Refused::Empty),
        Some('{' | '[') => full(known(&tree::read(text)?)?),
        Some(_) => table(text),
    }
}

fn table(text: &str) -> Result<Seen, Refused> {
    let rows = Rows::read(text)?;
    if rows.column(&["full_date"]).is_some() || rows.has(&["year", "date", "weekday", "mood"]) {
        full(daylio::table(&rows))
    } else if rows.has(&["date", "mood", "tags (people)"]) {
        full(how_we_feel::read(&rows))
    } else if rows.has(&["date formatted", "category", "detail"]) {
        full(bearable::read(&rows))
    } else if rows.has(&["createdat"]) {
        full(mood_tracker::table(&rows))
    } else if rows.has(&["epoch", "note", "score"]) {
        full(nomie::table(&rows))
    } else {
        Ok(Seen::Table(Table::new(rows)?))
    }
}

/// Reads JSON by the names that are in it.
fn known(value: &Value) -> Result<Arrival, Refused> {
    let has = |name| value.get(name).is_some();
    if let Some(list) = value.as_array() {
        let first = list.first().ok_or(Refused::NoEntries)?;
        let has = |name| first.get(name).is_some();
        return if has("createdAt") || has("dateAwoke") {
            Ok(mood_tracker::list(list))
        } else if has("timeCreated") {
            Ok(small::daily_you(list))
        } else if has("date") && (has("scores") || has("mood")) {
            Ok(small::pixels(list))
        } else if has("date_journal") {
            let mut arrival = Arrival::new(App::Journey);
            for entry in list {
                journey::entry(entry, &mut arrival);
            }
            Ok(arrival)
        } else {
            Err(Refused::Unknown)
        };
    }
    if value.get("format").and_then(Value::as_str) == Some(crate::transfer::FORMAT) {
        Err(Refused::Ours)
    } else if has("files") || has("nomie") {
        Ok(nomie::read(value))
    } else if has("dayEntries") {
        Ok(daylio::backup(value))
    } else if has("date_journal") {
        let mut arrival = Arrival::new(App::Journey);
        journey::entry(value, &mut arrival);
        Ok(arrival)
    } else {
        match value.get("entries") {
            Some(Value::Object(days)) => Ok(small::mini_diary(days)),
            Some(Value::Array(list)) => {
                let has = |name| list.first().is_some_and(|entry| entry.get(name).is_some());
                if has("creationDate") {
                    let mut arrival = Arrival::new(App::DayOne);
                    day_one::read(list, &mut arrival);
                    Ok(arrival)
                } else if has("body") {
                    Ok(small::jrnl(list))
                } else if list.is_empty() {
                    Err(Refused::NoEntries)
                } else {
                    Ok(small::mini_diarium(list))
                }
            }
            _ => Err(Refused::Unknown),
        }
    }
}

/// Reads an archive: a backup of Daylio, the journals of Day One, the entries of Journey, or one
/// table or file of another kind that is known by itself.
fn unpacked(bytes: &[u8]) -> Result<Seen, Refused> {
    let mut archive = archive::Archive::open(bytes)?;
    if let Some(nth) = archive.find(|name| name == "backup.daylio") {
        let mut arrival = daylio::packed(&archive.unpack(nth)?)?;
        arrival.leave(Left::Media, archive.n_media());
        return full(arrival);
    }
    let n_media = archive.n_media();
    let mut arrival: Option<Arrival> = None;
    let mut n_other = 0;
    for nth in archive.all(|name| ends_with(name, ".json")) {
        let bytes = archive.unpack(nth)?;
        let Ok(text) = std::str::from_utf8(&bytes) else {
            n_other += 1;
            continue;
        };
        let value = tree::read(text.trim_start_matches('\u{feff}'))?;
        let app = if value.get("date_journal").is_some() {
            App::Journey
        } else if value.get("entries").and_then(Value::as_array).is_some() {
            App::DayOne
        } else {
            match (known(&value), &arrival) {
                (Ok(found), None) => arrival = Some(found),
                _ => n_other += 1,
            }
            continue;
        };
        let arrival = arrival.get_or_insert_with(|| Arrival::new(app));
        if arrival.app != app {
            n_other += 1;
        } else if app == App::Journey {
            journey::entry(&value, arrival);
        } else {
            day_one::read(tree::list(&value, "entries"), arrival);
        }
    }
    if let Some(mut arrival) = arrival {
        // Day One's entries name their pictures, which are counted with them.
        if arrival.app != App::DayOne {
            arrival.leave(Left::Media, n_media);
        }
        arrival.leave(Left::Files, n_other);
        return full(arrival);
    }
    // One table alone may come in an archive; of several nobody says which is meant.
    match *archive.all(|name| ends_with(name, ".csv")) {
        [nth] => text(&archive.unpack(nth)?),
        _ => Err(Refused::Unknown),
    }
}

fn ends_with(name: &str, ending: &str) -> bool {
    let start = name.len().saturating_sub(ending.len());
    name.get(start..).is_some_and(|end| end.eq_ignore_ascii_case(ending))
}
