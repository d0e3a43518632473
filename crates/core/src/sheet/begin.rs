//! What a worksheet begins with: from an entry, from another sheet, from what was answered before.

use serde_json::{Map, Value};

use super::{
    Answers, Slot, Worksheet, entries_of, latest_with, since_last_session, to_bring, worksheets,
};
use crate::content::{EntryPart, Field, FieldId, Kind, Sheet, Then};
use crate::diary::{Entry, Speaker};
use crate::id::Id;
use crate::journal::Journal;
use crate::time::Day;

/// A worksheet as it begins: with the rows that are there from the beginning, and with what the
/// latest sheet of another kind says where the guide says so.
pub fn begin(journal: &Journal, sheet: &'static Sheet, today: Day) -> Worksheet {
    let mut made = Worksheet::new(sheet.id.clone(), today);
    for field in sheet.fields() {
        for text in &field.start {
            made.answers.add_row(field, text);
        }
        let Some((of, name)) = field.from.split_once('.').filter(|_| field.kind != Kind::Several)
        else {
            continue;
        };
        if of == "now" {
            fill_now(&mut made.answers, field, name, journal, today);
            continue;
        }
        let Some((_, before)) = latest_with(journal, of, name) else { continue };
        // What is for nobody else is not put on a page that is made for somebody.
        if sheet.print && before.mine {
            continue;
        }
        let asked = before.asked().and_then(|it| it.field(name));
        if let (Some(asked), Some(value)) = (asked, before.answers.value(name)) {
            made.answers.copy(field, asked, value);
        }
    }
    made
}

/// Fills a field with what the time since the last session has to say.
fn fill_now(
    answers: &mut Answers,
    field: &'static Field,
    what: &str,
    journal: &Journal,
    today: Day,
) {
    let slot = Slot::of(field.id.as_str());
    let from = since_last_session(journal, today).from;
    // Nor is what is held back, or what an entry tells that somebody keeps covered.
    let is_covered = |it: &Worksheet| {
        let mut entries = entries_of(it).into_iter().filter_map(|id| journal.entry(id));
        entries.any(|it| it.entry.covered)
    };
    let is_open = |it: &Worksheet| !it.mine && !it.is_held(journal) && !is_covered(it);
    let lately = || worksheets(journal).into_iter().filter(|(_, it)| it.day >= from && is_open(it));
    match what {
        "starred" => {
            for (row, id) in to_bring(journal, today).into_iter().enumerate() {
                answers.set_text(slot.at(row, "entry"), &id.to_string());
            }
        }
        "exchange" => {
            let mut of = lately().filter(|(_, it)| it.sheet.as_str() == "slowly");
            if let Some((_, it)) = of.find(|(_, it)| !it.answers.text("described").is_empty()) {
                answers.set_text(slot, it.answers.text("described"));
            }
        }
        _ => {
            let of = lately().filter(|(_, it)| matches!(it.sheet.as_str(), "after" | "contact"));
            let told = of.map(|(_, it)| {
                let parts = ["planned", "happened"].map(|name| it.answers.text(name).trim());
                let parts: Vec<&str> = parts.into_iter().filter(|it| !it.is_empty()).collect();
                parts.join("\n")
            });
            let told: Vec<String> = told.filter(|it| !it.is_empty()).collect();
            answers.set_text(slot, &told.join("\n\n"));
        }
    }
}

/// A worksheet that begins from an entry of the diary.
pub fn begin_from_entry(
    journal: &Journal,
    sheet: &'static Sheet,
    entry: Id,
    today: Day,
) -> Worksheet {
    let mut made = begin(journal, sheet, today);
    let Some(found) = journal.entry(entry) else { return made };
    for (field, part) in &sheet.from_entry {
        if let Some(field) = sheet.field(field.as_str()) {
            fill(&mut made.answers, field, *part, entry, found.entry);
        }
    }
    made
}

/// Fills one field from a part of an entry.
fn fill(answers: &mut Answers, field: &'static Field, part: EntryPart, id: Id, entry: &Entry) {
    let slot = Slot::of(field.id.as_str());
    let strings = |items: Vec<String>| Value::from(items);
    let mood = |mood: Option<crate::rating::Mood>| mood.map_or(Value::Null, |it| it.get().into());
    let value = match part {
        EntryPart::Entry => id.to_string().into(),
        EntryPart::Day => entry.when.day.to_string().into(),
        EntryPart::What => (*entry.what).into(),
        EntryPart::People => strings(entry.people.iter().map(Id::to_string).collect()),
        EntryPart::Person => entry.people.first().map(Id::to_string).into(),
        EntryPart::Feelings => strings(entry.feelings.iter().map(|it| it.id.to_string()).collect()),
        EntryPart::Expected => (*entry.expected).into(),
        EntryPart::Outcome => (*entry.outcome).into(),
        EntryPart::Mood => mood(entry.mood),
        EntryPart::Before => mood(entry.before),
        EntryPart::After => mood(entry.after),
        EntryPart::Lines => lines(field, entry),
    };
    if matches!(&value, Value::String(text) if text.is_empty()) {
        return;
    }
    answers.set(slot, value);
}

/// The lines of speech as rows, as far as the field has columns for what they say.
///
/// How somebody felt is said of the whole entry. It stands at the last of their own lines, since a
/// talk is mostly written down for how it ended, and can be moved from there.
fn lines(field: &Field, entry: &Entry) -> Value {
    let mut rows: Vec<Map<String, Value>> = Vec::new();
    let mut own = None;
    for (n, said) in entry.lines.iter().enumerate() {
        let is_mine = said.who == Speaker::Me;
        if is_mine {
            own = Some(n);
        }
        let who = if is_mine { "me" } else { "other" };
        let cells = [("who", who), ("said", &*said.text), ("how", &*said.how)];
        let known = |it: &(&str, &str)| !it.1.is_empty() && field.column(it.0).is_some();
        let known = cells.into_iter().filter(known);
        rows.push(known.map(|(name, text)| (name.to_owned(), text.into())).collect());
    }
    if !entry.feelings.is_empty() && field.column("felt").is_some() {
        if rows.is_empty() {
            rows.push([("who".to_owned(), "me".into())].into_iter().collect());
        }
        let at = own.unwrap_or(rows.len() - 1);
        let felt: Vec<String> = entry.feelings.iter().map(|it| it.id.to_string()).collect();
        if let Some(row) = rows.get_mut(at) {
            row.insert("felt".to_owned(), felt.into());
        }
    }
    rows.into_iter().map(Value::Object).collect()
}

/// The worksheet that another one leads to, with what goes along.
pub fn copied(
    journal: &Journal,
    (id, from): (Id, &Worksheet),
    then: &Then,
    today: Day,
) -> Option<Worksheet> {
    let sheet = crate::content::sheet(then.to.as_str())?;
    let mut made = begin(journal, sheet, today);
    made.from = Some(id);
    if sheet.print && from.mine {
        return Some(made);
    }
    let source = from.asked()?;
    // Whom it is about and the entry behind it go along wherever the two sheets have a field for them.
    let same = ["with", "entry"].into_iter().filter(|name| {
        !then.copy.iter().any(|(theirs, _)| theirs.as_str() == *name)
            && sheet.field(name).is_some()
            && source.field(name).is_some()
    });
    let same: Vec<(FieldId, FieldId)> = same
        .filter_map(|name| FieldId::try_from(name.to_owned()).ok())
        .map(|name| (name.clone(), name))
        .collect();
    for (theirs, ours) in then.copy.iter().chain(&same) {
        let fields = (sheet.field(theirs.as_str()), source.field(ours.as_str()));
        if let (Some(theirs), Some(ours_field)) = fields
            && let Some(value) = from.answers.value(ours.as_str())
        {
            made.answers.copy(theirs, ours_field, value);
        }
    }
    Some(made)
}
