//! What belongs together: worksheets, the people and the entries in them, and what led to what.
//!
//! A person or an entry is in a sheet because a field names it; nothing is written twice.

use serde_json::Value;

use super::{Worksheet, worksheets};
use crate::content::{Field, Kind};
use crate::id::Id;
use crate::journal::Journal;

/// Everybody whom a worksheet names, in the order of its fields.
pub fn people_of(it: &Worksheet) -> Vec<Id> {
    named(it, &[Kind::Person, Kind::People])
}

/// Every entry that a worksheet names.
pub fn entries_of(it: &Worksheet) -> Vec<Id> {
    named(it, &[Kind::Entry])
}

fn named(it: &Worksheet, kinds: &[Kind]) -> Vec<Id> {
    let Some(sheet) = it.asked() else { return Vec::new() };
    let mut found = Vec::new();
    let mut add = |value: Option<&Value>| match value {
        Some(Value::String(text)) => found.extend(text.parse::<Id>().ok()),
        Some(Value::Array(items)) => {
            found.extend(
                items.iter().filter_map(Value::as_str).filter_map(|it| it.parse::<Id>().ok()),
            );
        }
        _ => {}
    };
    let is_such = |field: &&Field| kinds.contains(&field.kind);
    for field in sheet.fields() {
        if is_such(&field) {
            add(it.answers.value(field.id.as_str()));
        }
        for column in field.columns.iter().filter(is_such) {
            for row in it.answers.rows(field.id.as_str()) {
                add(row.value(column.id.as_str()));
            }
        }
    }
    let mut seen = Vec::new();
    found.retain(|id| {
        let is_new = !seen.contains(id);
        seen.push(*id);
        is_new
    });
    found
}

/// The worksheets that name a person or an entry, the latest first.
pub fn named_in(journal: &Journal, id: Id) -> Vec<(Id, &Worksheet)> {
    let names = |it: &Worksheet| people_of(it).contains(&id) || entries_of(it).contains(&id);
    worksheets(journal).into_iter().filter(|(_, it)| names(it)).collect()
}

/// The worksheets that a worksheet led to, the latest first.
pub fn links_to(journal: &Journal, id: Id) -> Vec<(Id, &Worksheet)> {
    worksheets(journal).into_iter().filter(|(_, it)| it.from == Some(id)).collect()
}

/// The worksheets that belong to a person or an entry: those that name it, and all that came of them.
pub fn about(journal: &Journal, id: Id) -> Vec<(Id, &Worksheet)> {
    let all = worksheets(journal);
    let mut ids: Vec<Id> = named_in(journal, id).into_iter().map(|(id, _)| id).collect();
    // From the oldest on, so that what came of what came is found as well.
    for (id, it) in all.iter().rev() {
        if it.from.is_some_and(|from| ids.contains(&from)) && !ids.contains(id) {
            ids.push(*id);
        }
    }
    all.into_iter().filter(|(id, _)| ids.contains(id)).collect()
}
