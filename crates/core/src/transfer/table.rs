//! The entries as a table for a spreadsheet: one row per entry, one column per field.
//!
//! For reading, printing and counting elsewhere. It leaves out the bin, versions and what a
//! newer version added; the file that loses nothing is [`crate::transfer::export_json`].

use crate::diary::{Alcohol, Area, Did, Entry, EventKind, FeelingId, Got, Need, SaidLine, Speaker};
use crate::id::Id;
use crate::journal::Journal;
use crate::people::Person;
use crate::record::Origin;

/// Something that the table needs a word for, in the reader's language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label<'a> {
    /// The head of a column.
    Column(Column),
    /// A feeling of the vocabulary.
    Feeling(&'a FeelingId),
    /// A kind of event.
    Kind(EventKind),
    /// What came, against what was hoped for.
    Got(Got),
    /// What the person did.
    Did(Did),
    /// What the person needed.
    Need(Need),
    /// A problem area.
    Area(Area),
    /// How much alcohol.
    Alcohol(Alcohol),
    /// What a person is called.
    Person(&'a Person),
    /// The person who writes, as a speaker.
    Me,
    /// Somebody else, as a speaker, or a person who is no longer in the journal.
    SomebodyElse,
    /// Yes, in a column of yes or nothing.
    Yes,
}

macro_rules! columns {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {
        /// A column of the table. An answer that was not given is an empty cell.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Column { $($(#[$doc])* $name),+ }

        impl Column {
            /// Every column, from left to right.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];
        }
    };
}

columns! {
    /// The local day, `2026-11-24`.
    Day,
    /// The local time, `23:05`.
    Time,
    /// Offset and name of the time zone, `UTC+05:30 Asia/Kolkata`.
    Zone,
    /// The mood, 0 to 10.
    Mood,
    /// The mood just before, 0 to 10.
    Before,
    /// The mood just after, 0 to 10.
    After,
    /// The feelings with their strength 1 to 5, parted by semicolons.
    Feelings,
    /// The people concerned, parted by semicolons.
    People,
    /// The kind of event.
    Kind,
    /// What happened.
    What,
    /// What was said, one line each.
    Said,
    /// What was hoped for.
    Expected,
    /// What came instead.
    Got,
    /// What the person did, parted by semicolons.
    Did,
    /// How it ended.
    Outcome,
    /// What the person needed.
    Need,
    /// The problem areas, parted by semicolons.
    Areas,
    /// How supported the person felt, 0 to 4.
    Support,
    /// How connected the person felt, 0 to 4.
    Connected,
    /// Hours slept, 0 to 16.
    SleepHours,
    /// How good the sleep was, 0 to 4.
    SleepQuality,
    /// How much energy, 0 to 4.
    Energy,
    /// How much appetite, 0 to 4.
    Appetite,
    /// How much alcohol.
    Alcohol,
    /// When the person got up.
    Up,
    /// When the person went out.
    Out,
    /// When they first had contact with somebody.
    FirstContact,
    /// When they went to bed.
    Bed,
    /// Whether the entry says "nothing much".
    Quiet,
    /// Whether it is starred.
    Star,
    /// Whether it is covered.
    Covered,
}

/// The entries that are there, oldest first, as comma-separated text with a head row.
///
/// It starts with a byte order mark and ends lines with CRLF, as spreadsheets expect. A cell
/// that a spreadsheet could take for a formula gets an apostrophe in front. The sample diary
/// is left out.
pub fn export_csv(journal: &Journal, label: &dyn Fn(Label<'_>) -> String) -> String {
    let words = Words { journal, label };
    let head: Vec<String> =
        Column::ALL.iter().map(|column| safe(label(Label::Column(*column)))).collect();
    let own = journal.entries().filter(|it| it.record.origin == Origin::Own);
    let row = |entry| Column::ALL.iter().map(|column| safe(words.cell(entry, *column))).collect();
    written(std::iter::once(head).chain(own.map(|it| row(it.entry))))
}

/// Rows of one length as comma-separated text, as spreadsheets expect it.
pub(super) fn written<R>(rows: impl IntoIterator<Item = R>) -> String
where
    R: IntoIterator<Item = String>,
{
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer("\u{feff}".as_bytes().to_vec());
    for row in rows {
        // Writing to memory rows of one length cannot fail.
        let _ = writer.write_record(row);
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

/// Puts an apostrophe before a cell that a spreadsheet could run.
///
/// # Source
/// OWASP, "CSV Injection".
pub(super) fn safe(cell: String) -> String {
    const RISKY: &[char] = &['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    if cell.starts_with(RISKY) { format!("'{cell}") } else { cell }
}

/// What turns the answers of entries into words.
pub(super) struct Words<'a> {
    pub(super) journal: &'a Journal,
    pub(super) label: &'a dyn Fn(Label<'_>) -> String,
}

impl Words<'_> {
    /// An answer in words; nothing where none was given.
    pub(super) fn cell(&self, entry: &Entry, column: Column) -> String {
        let label = self.label;
        let yes = |is: bool| if is { label(Label::Yes) } else { String::new() };
        let body = &entry.wellbeing;
        match column {
            Column::Day => entry.when.day.to_string(),
            Column::Time => entry.when.time.to_string(),
            Column::Zone => zone(entry),
            Column::Mood => number(entry.mood),
            Column::Before => number(entry.before),
            Column::After => number(entry.after),
            Column::Feelings => list(entry.feelings.iter().map(|feeling| {
                let strength = feeling.strength.map(|it| format!(" {}", it.get()));
                self.feeling(&feeling.id) + &strength.unwrap_or_default()
            })),
            Column::People => list(entry.people.iter().map(|id| self.person(*id))),
            Column::Kind => entry.kind.map(|it| label(Label::Kind(it))).unwrap_or_default(),
            Column::What => entry.what.to_string(),
            Column::Said => {
                let lines: Vec<String> = entry.lines.iter().map(|line| self.said(line)).collect();
                lines.join("\n")
            }
            Column::Expected => entry.expected.to_string(),
            Column::Got => entry.got.map(|it| label(Label::Got(it))).unwrap_or_default(),
            Column::Did => list(entry.did.iter().map(|it| label(Label::Did(*it)))),
            Column::Outcome => entry.outcome.to_string(),
            Column::Need => entry.need.map(|it| label(Label::Need(it))).unwrap_or_default(),
            Column::Areas => list(entry.areas.iter().map(|it| label(Label::Area(*it)))),
            Column::Support => number(entry.support),
            Column::Connected => number(entry.connected),
            Column::SleepHours => number(body.sleep_hours),
            Column::SleepQuality => number(body.sleep_quality),
            Column::Energy => number(body.energy),
            Column::Appetite => number(body.appetite),
            Column::Alcohol => body.alcohol.map(|it| label(Label::Alcohol(it))).unwrap_or_default(),
            Column::Up => text(entry.rhythm.up),
            Column::Out => text(entry.rhythm.out),
            Column::FirstContact => text(entry.rhythm.first_contact),
            Column::Bed => text(entry.rhythm.bed),
            Column::Quiet => yes(entry.quiet),
            Column::Star => yes(entry.star),
            Column::Covered => yes(entry.covered),
        }
    }

    fn feeling(&self, id: &FeelingId) -> String {
        let own = id.as_str().parse().ok().and_then(|id: Id| self.journal.get(id));
        match own.and_then(|record| record.feeling()) {
            Some(own) => own.word.to_string(),
            None => (self.label)(Label::Feeling(id)),
        }
    }

    fn person(&self, id: Id) -> String {
        match self.journal.person(id) {
            Some(it) => (self.label)(Label::Person(it.person)),
            None => (self.label)(Label::SomebodyElse),
        }
    }

    fn said(&self, line: &SaidLine) -> String {
        let who = match line.who {
            Speaker::Me => (self.label)(Label::Me),
            Speaker::Other => (self.label)(Label::SomebodyElse),
            Speaker::Person(id) => self.person(id),
        };
        let how = if line.how.is_empty() { String::new() } else { format!(" ({})", line.how) };
        format!("{who}{how}: {}", line.text)
    }
}

/// Never begins with a sign, so that it is not taken for a formula.
fn zone(entry: &Entry) -> String {
    let minutes = entry.when.offset.minutes();
    let sign = if minutes < 0 { '-' } else { '+' };
    let ahead = minutes.unsigned_abs();
    let zone = &entry.when.zone;
    format!("UTC{sign}{:02}:{:02} {zone}", ahead / 60, ahead % 60).trim_end().to_owned()
}

fn number<T: Into<u8>>(rating: Option<T>) -> String {
    rating.map(|rating| rating.into().to_string()).unwrap_or_default()
}

fn text<T: ToString>(value: Option<T>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

fn list(items: impl Iterator<Item = String>) -> String {
    items.collect::<Vec<_>>().join("; ")
}
