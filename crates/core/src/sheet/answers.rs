//! The answers of a worksheet: small JSON values by the ids of fields, cleaned and of bounded size.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use thiserror::Error;

use crate::content::{Field, Kind};
use crate::diary::Unknown;
use crate::text::Note;

/// The most rows, or chosen things, of one field.
pub const MAX_ITEMS: usize = 200;

/// Answers by field.
///
/// Texts, days, ids and choices are strings; scales and counts whole numbers up to 255; ticks are
/// `true`; several things are a list of strings; rows are a list of objects of these. A field that
/// is not answered is left out.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Unknown", into = "Unknown")]
pub struct Answers(Unknown);

/// A value that no field takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("no answer")]
pub struct NotAnAnswer;

/// Where an answer stands: a field, or a cell of one of its rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Slot {
    /// The field.
    pub field: &'static str,
    /// The row, from 0, and its column.
    pub cell: Option<(usize, &'static str)>,
}

impl Slot {
    /// The place of a field.
    pub const fn of(field: &'static str) -> Self {
        Self { field, cell: None }
    }

    /// A cell of a row of the field.
    #[must_use]
    pub const fn at(self, row: usize, column: &'static str) -> Self {
        Self { field: self.field, cell: Some((row, column)) }
    }
}

/// A row of a field.
#[derive(Debug, Clone, Copy)]
pub struct Row<'a>(&'a Map<String, Value>);

impl<'a> Row<'a> {
    /// What stands in a column.
    pub fn value(self, column: &str) -> Option<&'a Value> {
        self.0.get(column)
    }

    /// The text of a column; empty where there is none.
    pub fn text(self, column: &str) -> &'a str {
        text(self.value(column))
    }

    /// The number of a column.
    pub fn number(self, column: &str) -> Option<u8> {
        number(self.value(column))
    }

    /// Whether anything is in it.
    pub fn is_filled(self) -> bool {
        self.0.values().any(is_filled)
    }
}

fn text(value: Option<&Value>) -> &str {
    value.and_then(Value::as_str).unwrap_or_default()
}

fn number(value: Option<&Value>) -> Option<u8> {
    value.and_then(Value::as_u64).and_then(|n| u8::try_from(n).ok())
}

fn list(value: Option<&Value>) -> impl Iterator<Item = &str> {
    value.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str)
}

/// Whether a value says anything.
pub(super) fn is_filled(value: &Value) -> bool {
    match value {
        Value::String(text) => !text.trim().is_empty(),
        Value::Array(items) => items.iter().any(is_filled),
        Value::Object(row) => row.values().any(is_filled),
        Value::Bool(is_so) => *is_so,
        Value::Number(_) => true,
        Value::Null => false,
    }
}

impl Answers {
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether any of them says anything.
    pub fn is_filled(&self) -> bool {
        self.0.values().any(is_filled)
    }

    /// Whether a field says anything.
    pub fn is_told(&self, field: &str) -> bool {
        self.0.get(field).is_some_and(is_filled)
    }

    /// The answer to a field.
    pub fn value(&self, field: &str) -> Option<&Value> {
        self.0.get(field)
    }

    /// What stands in a slot.
    pub fn at(&self, slot: Slot) -> Option<&Value> {
        let value = self.0.get(slot.field)?;
        match slot.cell {
            None => Some(value),
            Some((row, column)) => value.as_array()?.get(row)?.as_object()?.get(column),
        }
    }

    /// The text of a field; empty where there is none.
    pub fn text(&self, field: &str) -> &str {
        text(self.0.get(field))
    }

    /// The text of a slot; empty where there is none.
    pub fn text_at(&self, slot: Slot) -> &str {
        text(self.at(slot))
    }

    /// The number of a slot.
    pub fn number_at(&self, slot: Slot) -> Option<u8> {
        number(self.at(slot))
    }

    /// What is chosen in a slot.
    pub fn list_at(&self, slot: Slot) -> impl Iterator<Item = &str> {
        list(self.at(slot))
    }

    /// Whether a slot says anything.
    pub fn is_filled_at(&self, slot: Slot) -> bool {
        self.at(slot).is_some_and(is_filled)
    }

    /// The rows of a field, also those with nothing in them.
    pub fn rows(&self, field: &str) -> impl Iterator<Item = Row<'_>> {
        let rows = self.0.get(field).and_then(Value::as_array).into_iter().flatten();
        rows.filter_map(Value::as_object).map(Row)
    }

    /// The number of rows of a field, also of those with nothing in them.
    pub fn n_rows(&self, field: &str) -> usize {
        self.0.get(field).and_then(Value::as_array).map_or(0, Vec::len)
    }

    /// Puts a value in a slot, or takes it away where it says nothing. Rows up to it are made.
    pub fn set(&mut self, slot: Slot, value: Value) {
        let says = !matches!(&value, Value::String(text) if text.is_empty())
            && !matches!(&value, Value::Array(items) if items.is_empty())
            && !matches!(&value, Value::Null | Value::Bool(false));
        let Some((row, column)) = slot.cell else {
            self.0.remove(slot.field);
            if says {
                self.0.insert(slot.field.to_owned(), value);
            }
            return;
        };
        self.make_rows(slot.field, row + 1);
        let rows = self.0.get_mut(slot.field).and_then(Value::as_array_mut);
        if let Some(row) = rows.and_then(|it| it.get_mut(row)).and_then(Value::as_object_mut) {
            row.remove(column);
            if says {
                row.insert(column.to_owned(), value);
            }
        }
    }

    /// Puts a text in a slot, cleaned and cut.
    pub fn set_text(&mut self, slot: Slot, text: &str) {
        self.set(slot, Value::String(Note::cut(text).into()));
    }

    /// Puts a thing among those chosen in a slot, or takes it away.
    pub fn toggle(&mut self, slot: Slot, item: &str, most: usize) {
        let mut items: Vec<String> = self.list_at(slot).map(str::to_owned).collect();
        let before = items.len();
        items.retain(|it| it != item);
        if items.len() == before && before < most {
            items.push(item.to_owned());
        }
        self.set(slot, items.into());
    }

    /// Sees to it that a field has at least so many rows, up to [`MAX_ITEMS`]. What stands there
    /// and is no rows, as a file may bring it, gives way: it would take no answer.
    pub fn make_rows(&mut self, field: &str, n: usize) {
        let rows = self.0.entry(field.to_owned()).or_insert_with(|| Value::Array(Vec::new()));
        if !rows.as_array().is_some_and(|it| it.iter().all(Value::is_object)) {
            *rows = Value::Array(Vec::new());
        }
        if let Value::Array(rows) = rows {
            while rows.len() < n.min(MAX_ITEMS) {
                rows.push(Value::Object(Map::new()));
            }
        }
    }

    /// Adds a row with a text in its first column: into the first row with nothing in it, if any.
    pub fn add_row(&mut self, field: &'static Field, text: &str) {
        let id = field.id.as_str();
        let empty = self.rows(id).position(|row| !row.is_filled());
        let row = empty.unwrap_or_else(|| self.n_rows(id));
        if text.is_empty() {
            self.make_rows(id, self.n_rows(id) + 1);
        } else if let Some(column) = field.columns.first() {
            self.set_text(Slot::of(id).at(row, column.id.as_str()), text);
        }
    }

    /// Takes a row away.
    pub fn remove_row(&mut self, field: &str, row: usize) {
        if let Some(rows) = self.0.get_mut(field).and_then(Value::as_array_mut)
            && row < rows.len()
        {
            rows.remove(row);
            if rows.is_empty() {
                self.0.remove(field);
            }
        }
    }

    /// Changes two rows about, one with the next.
    pub fn swap_rows(&mut self, field: &str, row: usize) {
        if let Some(rows) = self.0.get_mut(field).and_then(Value::as_array_mut)
            && row + 1 < rows.len()
        {
            rows.swap(row, row + 1);
        }
    }

    /// What goes into a field of another kind of sheet; nothing where the two do not fit.
    pub(super) fn copy(&mut self, to: &'static Field, from: &'static Field, value: &Value) {
        let id = to.id.as_str();
        let is_words = |it: &Field| matches!(it.kind, Kind::Text | Kind::Line);
        let first = |row: &Value| {
            let row = row.as_object()?;
            let column = from.columns.first()?;
            row.get(column.id.as_str()).and_then(Value::as_str).map(str::to_owned)
        };
        match (to.kind, value) {
            (Kind::Rows, Value::Array(rows)) if from.kind == Kind::Rows => {
                let knows = |name: &str| to.column(name).is_some();
                let kept = rows.iter().filter_map(Value::as_object).map(|row| {
                    let cells = row.iter().filter(|(name, _)| knows(name));
                    Value::Object(cells.map(|(name, it)| (name.clone(), it.clone())).collect())
                });
                let kept: Vec<Value> = kept.filter(is_filled).collect();
                if kept.is_empty() {
                    for text in rows.iter().filter_map(first) {
                        self.add_row(to, &text);
                    }
                } else {
                    self.set(Slot::of(id), Value::Array(kept));
                }
            }
            (Kind::Rows, Value::String(text)) if is_words(from) => self.add_row(to, text),
            (Kind::Text | Kind::Line, Value::Array(rows)) if from.kind == Kind::Rows => {
                let lines: Vec<String> = rows.iter().filter_map(first).collect();
                self.set_text(Slot::of(id), &lines.join("\n"));
            }
            (Kind::People, Value::String(_)) if from.kind == Kind::Person => {
                self.set(Slot::of(id), Value::Array(vec![value.clone()]));
            }
            (Kind::Person, Value::Array(items)) if from.kind == Kind::People => {
                self.set(Slot::of(id), items.first().cloned().unwrap_or_default());
            }
            (to, _) if to == from.kind => self.set(Slot::of(id), value.clone()),
            // An id or a day is no text that anybody reads.
            (Kind::Text | Kind::Line, Value::String(text)) if is_words(from) => {
                self.set_text(Slot::of(id), text);
            }
            _ => {}
        }
    }
}

/// Cleans a value; none where it is no answer.
fn checked(value: Value, depth: u8) -> Option<Value> {
    Some(match value {
        Value::String(text) => Value::String(Note::new(&text).ok()?.into()),
        Value::Number(n) => {
            n.as_u64().and_then(|n| u8::try_from(n).ok())?;
            Value::Number(n)
        }
        Value::Bool(true) => Value::Bool(true),
        Value::Array(items) if depth < 2 && items.len() <= MAX_ITEMS => {
            let are_rows = depth == 0 && items.iter().all(Value::is_object);
            if !are_rows && !items.iter().all(Value::is_string) {
                return None;
            }
            Value::Array(items.into_iter().map(|it| checked(it, depth + 1)).collect::<Option<_>>()?)
        }
        Value::Object(cells) if depth == 1 && cells.len() <= MAX_ITEMS => {
            let cell = |(name, it)| Some((name, checked(it, 1).filter(|it| !it.is_object())?));
            Value::Object(cells.into_iter().map(cell).collect::<Option<_>>()?)
        }
        _ => return None,
    })
}

impl TryFrom<Unknown> for Answers {
    type Error = NotAnAnswer;

    fn try_from(values: Unknown) -> Result<Self, NotAnAnswer> {
        if values.len() > MAX_ITEMS {
            return Err(NotAnAnswer);
        }
        let value = |(name, it)| Some((name, checked(it, 0)?));
        values.into_iter().map(value).collect::<Option<_>>().map(Self).ok_or(NotAnAnswer)
    }
}

impl From<Answers> for Unknown {
    fn from(answers: Answers) -> Self {
        answers.0
    }
}

impl std::fmt::Debug for Answers {
    /// Tells how many only: what a person wrote must not reach a log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Answers({})", self.0.len())
    }
}
