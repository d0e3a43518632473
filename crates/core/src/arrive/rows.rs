//! Tables: comma, semicolon or tab between the cells, with quotes, line breaks within them and a
//! byte order mark as they come.

use csv::StringRecord;

use super::{MAX_MOMENTS, Refused};

/// The largest number of columns that are looked at.
const MAX_COLUMNS: usize = 200;

/// A table: its head, and its rows with the line where each begins.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Rows {
    /// The cells of the head as they stand, without white space and quotes around them.
    pub(super) head: Vec<String>,
    /// The rows.
    pub(super) rows: Vec<StringRecord>,
}

/// The separator that is most often in the first line, outside quotes.
fn separator(text: &str) -> u8 {
    let line = text.lines().next().unwrap_or_default();
    let mut counts = [(b',', 0_usize), (b';', 0), (b'\t', 0)];
    let mut is_quoted = false;
    for byte in line.bytes() {
        is_quoted ^= byte == b'"';
        for (separator, count) in &mut counts {
            *count += usize::from(!is_quoted && byte == *separator);
        }
    }
    // Of equals the last wins: the comma stands last.
    counts.iter().rev().max_by_key(|(_, count)| *count).map_or(b',', |(separator, _)| *separator)
}

impl Rows {
    /// Reads a table with a head.
    pub(super) fn read(text: &str) -> Result<Self, Refused> {
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(separator(text))
            .from_reader(text.as_bytes());
        let mut all = Vec::new();
        let mut record = StringRecord::new();
        // The text is UTF-8 and rows may be of any length, so that reading cannot fail.
        while reader.read_record(&mut record).map_err(|_| Refused::NotText)? {
            if all.len() > MAX_MOMENTS {
                return Err(Refused::TooMany);
            }
            all.push(record.clone());
        }
        let mut rows = all.into_iter();
        let head = rows.next().ok_or(Refused::Empty)?;
        let trim =
            |cell: &str| cell.trim_matches(|c: char| c == '"' || c.is_whitespace()).to_owned();
        let head: Vec<String> = head.iter().take(MAX_COLUMNS).map(trim).collect();
        if head.len() < 2 {
            return Err(Refused::Unknown);
        }
        Ok(Self { head, rows: rows.collect() })
    }

    /// The first column of one of these names, which are given in small letters.
    pub(super) fn column(&self, names: &[&str]) -> Option<usize> {
        names.iter().find_map(|name| self.head.iter().position(|it| it.to_lowercase() == *name))
    }

    /// Whether there is a column of each of these names.
    pub(super) fn has(&self, names: &[&str]) -> bool {
        names.iter().all(|name| self.column(&[name]).is_some())
    }
}

/// The cell of a column, without white space around it; empty if there is none.
pub(super) fn cell(row: &StringRecord, column: Option<usize>) -> &str {
    column.and_then(|nth| row.get(nth)).unwrap_or_default().trim()
}

/// The line where a row begins, from 1.
pub(super) fn line(row: &StringRecord) -> usize {
    row.position().and_then(|it| usize::try_from(it.line()).ok()).unwrap_or_default()
}
