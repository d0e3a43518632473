//! What the invented person worked through: now and then a worksheet, most of it answered.

use serde_json::Value;

use super::{DAY_MS, Random, Stock, instant};
use crate::content::{self, Field, Kind, Sheet};
use crate::id::Id;
use crate::people::Safe;
use crate::record::{Body, Record};
use crate::sheet::{Slot, Worksheet};
use crate::stamp::StampClock;
use crate::text::Note;
use crate::time::{Day, TimeOfDay};

/// One worksheet comes to about so many entries: some sixty in ten thousand.
const ENTRIES_OF_ONE: usize = 160;

/// Worksheets beside the entries, each begun a day after one of them, the oldest first.
///
/// With a clock of their own as well, so that the stamps of the entries stay as they are.
pub(super) fn sheets(
    stock: &Stock,
    random: &mut Random,
    entries: &[(Id, Day)],
    last: Day,
) -> Vec<Record> {
    let mut clock = StampClock::new(2);
    let mut records: Vec<Record> = Vec::new();
    let sheets = content::sheets();
    for near in entries.chunks(ENTRIES_OF_ONE) {
        let Some((entry, day)) = near.get(random.place(near.len())) else { continue };
        let Some(sheet) = sheets.get(random.place(sheets.len())) else { continue };
        let day = day.plus_days(1).unwrap_or(*day).min(last);
        let mut it = Worksheet::new(sheet.id.clone(), day);
        it.bring = random.one_in(6);
        it.aside = random.one_in(12);
        it.safe = Some(Safe::Yes).filter(|_| sheet.gate.is_some());
        it.from = records.last().map(|it| it.id).filter(|_| random.one_in(4));
        answer(stock, random, sheet, *entry, &mut it);
        let stamp = clock.tick(instant(day, TimeOfDay::NOON));
        let mut record = Record::new(random.id(), stamp, Body::Sheet(it));
        if random.one_in(3) {
            record.changed = clock.tick(stamp.ms() + DAY_MS / 24);
        }
        records.push(record);
    }
    records
}

/// Answers most of what is asked.
fn answer(
    stock: &Stock,
    random: &mut Random,
    sheet: &'static Sheet,
    entry: Id,
    it: &mut Worksheet,
) {
    for field in sheet.fields() {
        if !field.need && random.one_in(4) {
            continue;
        }
        let slot = Slot::of(field.id.as_str());
        if field.kind == Kind::Rows {
            for text in &field.start {
                it.answers.add_row(field, text);
            }
            let least = i32::from(field.min.unwrap_or(1).max(2));
            let most = i32::from(field.max.unwrap_or(6)).max(least);
            let n = random.between(least, most.min(least + 3)).unsigned_abs();
            for row in 0..usize::try_from(n).unwrap_or(1) {
                for column in &field.columns {
                    let cell = slot.at(row, column.id.as_str());
                    if !it.answers.is_filled_at(cell) && !random.one_in(5) {
                        let value = value(stock, random, column, entry, it.day);
                        it.answers.set(cell, value);
                    }
                }
            }
        } else {
            let value = value(stock, random, field, entry, it.day);
            it.answers.set(slot, value);
        }
    }
}

/// An answer of the kind that a field takes.
fn value(stock: &Stock, random: &mut Random, field: &Field, entry: Id, day: Day) -> Value {
    let option = |random: &mut Random| {
        let option = field.options.get(random.place(field.options.len()));
        option.map_or(Value::Null, |it| it.id.as_str().into())
    };
    match field.kind {
        Kind::Text | Kind::Line => Value::from(&*Note::cut(&stock.piece(random, true))),
        Kind::Choice => option(random),
        Kind::Several => Some(option(random)).filter(|it| !it.is_null()).into_iter().collect(),
        Kind::Scale => random.between(0, i32::from(field.top())).into(),
        Kind::Tick => random.one_in(2).into(),
        Kind::Count => random.between(1, 3).into(),
        Kind::Mark | Kind::Date => day.to_string().into(),
        Kind::Fuzzy => format!("{}-{:02}", day.year(), day.month().number()).into(),
        Kind::Person => stock.somebody(random).map_or(Value::Null, Value::from),
        Kind::People => stock.somebody(random).into_iter().collect(),
        Kind::Entry => entry.to_string().into(),
        Kind::Feelings => {
            let words: Vec<_> = content::vocabulary().words().collect();
            words.get(random.place(words.len())).map(|it| it.id().to_string()).into_iter().collect()
        }
        Kind::Rows | Kind::Show => Value::Null,
    }
}

impl Stock {
    /// The id of one of the people.
    fn somebody(&self, random: &mut Random) -> Option<String> {
        let people: Vec<Id> = self
            .people
            .iter()
            .filter(|(_, body)| matches!(body, Body::Person(_)))
            .map(|(id, _)| *id)
            .collect();
        people.get(random.place(people.len())).map(Id::to_string)
    }
}
