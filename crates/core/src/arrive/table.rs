//! A table of any app, of which the person says what its columns are.
//!
//! The guesses come from the heads in English, those of eMoods among them, whose table nobody has
//! described: they save work and decide nothing.

use crate::rating::{Mood, SleepHours};

use super::moment::{App, Arrival, At, Left, Moment, Why, of_steps};
use super::rows::{Rows, cell, line};
use super::{Refused, plain, tree, when};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// Nothing that is taken over.
    Leave,
    /// The day, and the time if it stands in the same cell.
    Day,
    /// The time.
    Time,
    /// The mood, as a word or a number.
    Mood,
    /// Words.
    Text,
    /// Tags, parted by commas, semicolons or upright strokes.
    Tags,
    /// People, parted in the same way.
    People,
    /// Hours slept.
    Sleep,
    /// A value that is kept beside the words, with the head before it.
    Value,
}

impl Column {
    /// Every use of a column, in the order in which they are offered.
    pub const ALL: &'static [Self] = &[
        Self::Leave,
        Self::Day,
        Self::Time,
        Self::Mood,
        Self::Text,
        Self::Tags,
        Self::People,
        Self::Sleep,
        Self::Value,
    ];

    /// What a head sounds like.
    fn guess(head: &str) -> Self {
        const HINTS: [(Column, &[&str]); 9] = [
            (
                Column::Leave,
                &["weekday", "day of", "modified", "updated", "timezone", "zone", "id"],
            ),
            (Column::Day, &["date", "day", "timestamp", "created", "datum"]),
            (Column::Time, &["time", "hour", "uhrzeit"]),
            (Column::Mood, &["mood", "rating", "score", "feeling", "stimmung"]),
            (Column::Tags, &["tag", "activit", "categor", "label"]),
            (Column::People, &["people", "person", "who", "with"]),
            (Column::Sleep, &["sleep", "slept"]),
            (
                Column::Text,
                &["note", "text", "entry", "journal", "content", "title", "comment", "body"],
            ),
            (Column::Value, &["depress", "elevat", "irrit", "anx", "psychot", "energy"]),
        ];
        let head = head.to_lowercase();
        let sounds = |hint: &&str| if *hint == "id" { head == "id" } else { head.contains(*hint) };
        let found = HINTS.iter().find(|(_, hints)| hints.iter().any(sounds));
        found.map_or(Self::Leave, |(column, _)| *column)
    }
}

/// In which order a date of three numbers stands, unless its year is in front.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayOrder {
    /// Day, month, year.
    DayFirst,
    /// Month, day, year.
    MonthFirst,
}

/// A table that was read and not yet understood.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    rows: Rows,
}

/// What the person says of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapping {
    /// What each column holds.
    pub columns: Vec<Column>,
    /// How its dates are to be read.
    pub order: DayOrder,
}

impl Table {
    pub(super) fn new(rows: Rows) -> Result<Self, Refused> {
        if rows.rows.is_empty() {
            return Err(Refused::NoEntries);
        }
        // Our own table says more than it could be read back with.
        if rows.has(&["day", "time zone", "mood, 0 to 10"]) {
            return Err(Refused::Ours);
        }
        Ok(Self { rows })
    }

    /// The heads of the columns.
    pub fn heads(&self) -> &[String] {
        &self.rows.head
    }

    /// Number of rows below the head.
    pub fn n_rows(&self) -> usize {
        self.rows.rows.len()
    }

    /// The first cell of a column with something in it; empty if there is none.
    pub fn example(&self, column: usize) -> &str {
        self.cells(column).find(|cell| !cell.is_empty()).unwrap_or_default()
    }

    fn cells(&self, column: usize) -> impl Iterator<Item = &str> {
        self.rows.rows.iter().map(move |row| cell(row, Some(column)))
    }

    /// What the table is taken for at first. Of day, time, mood and sleep there is one column each.
    pub fn guess(&self) -> Mapping {
        let mut columns: Vec<Column> = Vec::new();
        for head in self.heads() {
            let guess = Column::guess(head);
            let once = matches!(guess, Column::Day | Column::Time | Column::Mood | Column::Sleep);
            let is_taken = once && columns.contains(&guess);
            columns.push(if is_taken { Column::Leave } else { guess });
        }
        let day = columns.iter().position(|column| *column == Column::Day);
        let order = day.map_or(DayOrder::DayFirst, |day| self.order(day));
        Mapping { columns, order }
    }

    /// Which order the numbers of a column allow: a second number above 12 is a day.
    fn order(&self, column: usize) -> DayOrder {
        let is_month_first = self.cells(column).any(|cell| {
            let first = cell.split_whitespace().next().unwrap_or_default();
            when::three(first).is_some_and(|[a, b, _]| a.1 < 3 && a.0 <= 12 && b.0 > 12)
        });
        if is_month_first { DayOrder::MonthFirst } else { DayOrder::DayFirst }
    }

    /// Reads the table as the person says.
    pub fn read(&self, mapping: &Mapping) -> Arrival {
        let mut arrival = Arrival::new(App::Table);
        let with = |use_: Column| {
            let columns = mapping.columns.iter().enumerate();
            columns.filter(move |(_, column)| **column == use_).map(|(nth, _)| nth)
        };
        let (day, time, mood) =
            (with(Column::Day).next(), with(Column::Time).next(), with(Column::Mood).next());
        let scale = mood.map_or(Scale::Words, |mood| Scale::of(self.cells(mood)));
        for row in &self.rows.rows {
            let Some(mut at) = when::loose(cell(row, day), mapping.order) else {
                arrival.refuse(line(row), Why::NoDay);
                continue;
            };
            if let (At::Local { time, .. }, Some(said)) = (&mut at, when::time(cell(row, time))) {
                *time = Some(said);
            }
            let mut moment = Moment::new(at);
            // Whatever the columns are taken for, a row is the same row.
            moment.key = row.iter().collect::<Vec<_>>().join("\u{1f}");
            let label = cell(row, mood);
            arrival.mood(label, scale.mood(label), &mut moment);
            for column in with(Column::Text) {
                moment.add_text(&plain::html(cell(row, Some(column))));
            }
            for column in with(Column::Tags) {
                parts(cell(row, Some(column))).for_each(|tag| moment.tag(tag));
            }
            for column in with(Column::People) {
                for name in parts(cell(row, Some(column))) {
                    arrival.person(name, &mut moment);
                }
            }
            for column in with(Column::Value) {
                let (head, cell) = (self.rows.head.get(column), cell(row, Some(column)));
                if let Some(head) = head.filter(|_| !cell.is_empty()) {
                    moment.tag(&format!("{head}: {cell}"));
                }
            }
            let hours = with(Column::Sleep).next().and_then(|it| hours(cell(row, Some(it))));
            moment.sleep = hours;
            arrival.push(line(row), moment);
        }
        let n_left = with(Column::Leave).count();
        arrival.leave(Left::Columns, n_left);
        arrival
    }
}

fn parts(cell: &str) -> impl Iterator<Item = &str> {
    cell.split([',', ';', '|']).map(str::trim).filter(|part| !part.is_empty())
}

/// Hours as a number or as `7:30`.
fn hours(cell: &str) -> Option<SleepHours> {
    let minutes = when::time(cell).filter(|_| cell.contains(':')).map(|it| f64::from(it.minutes()));
    let hours = minutes.map(|it| it / 60.0).or_else(|| cell.replace(',', ".").parse().ok())?;
    u8::try_from(tree::to_whole(hours.round())?)
        .ok()
        .filter(|it| *it <= 24)
        .map(SleepHours::nearest)
}

/// The scale that the numbers of a column are on, as far as they show it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scale {
    /// Words, or numbers of which nothing is guessed.
    Words,
    /// One to five.
    Five,
    /// Two below to two above.
    Around,
    /// Nought to ten.
    Ten,
}

impl Scale {
    fn of<'a>(cells: impl Iterator<Item = &'a str>) -> Self {
        let (mut lowest, mut highest) = (i64::MAX, i64::MIN);
        for cell in cells.filter(|cell| !cell.is_empty()) {
            let Ok(number) = cell.parse::<i64>() else { return Self::Words };
            (lowest, highest) = (lowest.min(number), highest.max(number));
        }
        match (lowest, highest) {
            (-2..0, 0..=2) => Self::Around,
            (1.., 2..=5) => Self::Five,
            (0.., 6..=10) => Self::Ten,
            _ => Self::Words,
        }
    }

    fn mood(self, label: &str) -> Option<Mood> {
        let number: i64 = label.parse().ok()?;
        match self {
            Self::Words => None,
            Self::Five => u8::try_from(number - 1).ok().map(|step| of_steps(step, 5)),
            Self::Around => u8::try_from(number + 2).ok().map(|step| of_steps(step, 5)),
            Self::Ten => u8::try_from(number).ok().map(Mood::nearest),
        }
    }
}
