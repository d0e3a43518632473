//! One visit to a worksheet: its answers as they are read and changed by the fields.

use leptos::prelude::*;
use satkarya_core::content::{Field, FieldId, Sheet, SheetStep};
use satkarya_core::record::Body;
use satkarya_core::sheet::{Answers, Slot, Worksheet};
use serde_json::Value;

use super::paper::tell;
use crate::state::{AppState, Visit};
use crate::ui::parts::Block;

/// Rows, and columns, that a number of a slot has room for.
const ROOM: usize = 256;

/// A worksheet on its page.
#[derive(Clone, Copy)]
pub(super) struct Work {
    /// The visit.
    pub visit: Visit,
    /// What is asked.
    pub sheet: &'static Sheet,
    /// The worksheet as it is stored; none once it is gone.
    pub it: Memo<Option<Worksheet>>,
    /// Whether what is for two who are safe with each other is held back.
    pub held: Memo<bool>,
    /// The step that is shown where steps come one by one; past the last one it is the end.
    pub here: RwSignal<&'static str>,
    /// What it says, in words.
    pub told: Memo<Vec<Block>>,
    /// Whether something was written since the last quiet minute; whom it is about is not meant.
    pub wrote: RwSignal<bool>,
}

/// The number of a slot, for a visit.
fn number(sheet: &Sheet, slot: Slot) -> Option<usize> {
    let field = sheet.fields().position(|it| it.id.as_str() == slot.field)?;
    let (row, column) = match slot.cell {
        None => (0, 0),
        Some((row, name)) => {
            let columns = &sheet.field(slot.field)?.columns;
            (row, columns.iter().position(|it| it.id.as_str() == name)? + 1)
        }
    };
    Some((field * ROOM + column) * ROOM + row)
}

/// The slot of a number.
fn slot(sheet: &'static Sheet, number: usize) -> Option<Slot> {
    let (row, column) = (number % ROOM, number / ROOM % ROOM);
    let field = sheet.fields().nth(number / ROOM / ROOM)?;
    let slot = Slot::of(field.id.as_str());
    match column.checked_sub(1) {
        None => Some(slot),
        Some(column) => Some(slot.at(row, field.columns.get(column)?.id.as_str())),
    }
}

/// Puts words into a slot.
pub(super) fn fill(body: &mut Body, number: usize, text: &str) -> bool {
    if let Body::Sheet(it) = body
        && let Some(slot) = it.asked().and_then(|sheet| slot(sheet, number))
    {
        it.answers.set_text(slot, kept_text(it.asked(), slot, text));
        it.at = FieldId::try_from(slot.field.to_owned()).ok();
    }
    true
}

/// What stands in a slot after this was typed: a row that must stay gets its words back.
fn kept_text<'a>(sheet: Option<&'static Sheet>, slot: Slot, text: &'a str) -> &'a str {
    let field = sheet.and_then(|it| it.field(slot.field)).filter(|it| it.keep);
    match (field, slot.cell) {
        (Some(field), Some((row, column)))
            if text.trim().is_empty()
                && field.columns.first().is_some_and(|it| it.id.as_str() == column) =>
        {
            field.start.get(row).map_or(text, String::as_str)
        }
        _ => text,
    }
}

/// The worksheet of a visit.
pub(super) fn read(visit: Visit) -> Option<Worksheet> {
    visit.read(|body| if let Body::Sheet(it) = body { Some(it.clone()) } else { None })
}

impl Work {
    /// A visit to a worksheet of this sheet.
    pub(super) fn begin(app: AppState, visit: Visit, sheet: &'static Sheet) -> Self {
        let it = Memo::new(move |_| read(visit));
        let held = Memo::new(move |_| {
            app.journal
                .with(|journal| it.with(|it| it.as_ref().is_some_and(|it| it.is_held(journal))))
        });
        let told = Memo::new(move |_| {
            it.with(|it| it.as_ref().map(|it| tell(app, it)).unwrap_or_default())
        });
        let (here, wrote) = (RwSignal::new(""), RwSignal::new(false));
        Self { visit, sheet, it, held, here, told, wrote }
    }

    /// What the worksheet says. Reactive.
    pub(super) fn ask<T: Default>(self, read: impl FnOnce(&Worksheet) -> T) -> T {
        self.it.with(|it| it.as_ref().map(read).unwrap_or_default())
    }

    /// Changes the worksheet.
    pub(super) fn change(self, act: impl FnOnce(&mut Worksheet)) {
        self.visit.change(|body| {
            if let Body::Sheet(it) = body {
                act(it);
            }
        });
    }

    /// Answers in a slot, and remembers that somebody was there.
    pub(super) fn answer(self, slot: Slot, act: impl FnOnce(&mut Answers)) {
        self.note_writing(slot);
        self.change(|it| {
            act(&mut it.answers);
            it.at = FieldId::try_from(slot.field.to_owned()).ok();
        });
    }

    fn note_writing(self, slot: Slot) {
        if slot.field != "with" {
            self.wrote.set(true);
        }
    }

    /// Puts a value in a slot.
    pub(super) fn set(self, slot: Slot, value: Value) {
        self.answer(slot, |answers| answers.set(slot, value));
    }

    /// The text of a slot, also while it is being typed.
    pub(super) fn text(self, slot: Slot) -> Memo<String> {
        let number = number(self.sheet, slot).unwrap_or(usize::MAX);
        Memo::new(move |_| {
            let stored = || self.ask(|it| it.answers.text_at(slot).to_owned());
            self.visit.typed(number).unwrap_or_else(stored)
        })
    }

    /// Takes in what is typed in a slot.
    pub(super) fn type_in(self, slot: Slot) -> Callback<String> {
        let number = number(self.sheet, slot);
        Callback::new(move |text| {
            if let Some(number) = number {
                self.note_writing(slot);
                self.visit.type_in(number, text);
            }
        })
    }

    /// Whether a step is there.
    pub(super) fn has(self, step: &SheetStep) -> bool {
        !(step.hold && self.held.get())
            && step.when.as_ref().is_none_or(|when| self.ask(|it| it.holds(when)))
    }

    /// Whether a field or column is there.
    pub(super) fn has_field(self, field: &Field) -> bool {
        !(field.hold && self.held.get())
            && field.when.as_ref().is_none_or(|when| self.ask(|it| it.holds(when)))
    }

    /// The steps that are there, by their ids.
    pub(super) fn steps(self) -> Memo<Vec<&'static str>> {
        Memo::new(move |_| {
            let there = self.sheet.steps.iter().filter(|step| self.has(step));
            there.map(|step| step.id.as_str()).collect()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use satkarya_core::content;

    #[test]
    fn every_slot_has_a_number_and_every_number_its_slot() {
        let mut n = 0;
        for sheet in content::sheets() {
            for field in sheet.fields() {
                let whole = Slot::of(field.id.as_str());
                let cells = field
                    .columns
                    .iter()
                    .flat_map(|it| [0, 1, 199].map(|row| whole.at(row, it.id.as_str())));
                for it in std::iter::once(whole).chain(cells) {
                    let number = number(sheet, it).expect("a number");
                    assert_eq!(slot(sheet, number), Some(it), "{}", sheet.id);
                    n += 1;
                }
            }
        }
        println!("slots found again by their number: {n}");
    }

    #[test]
    fn a_row_that_must_stay_gets_its_words_back() {
        let sheet = content::sheet("signs").expect("the sheet");
        let third = sheet.field("third").expect("the third tier");
        let first = third.columns.first().expect("a column").id.as_str();
        let mut it = Worksheet::new(sheet.id.clone(), satkarya_core::time::Day::FIRST);
        for text in &third.start {
            it.answers.add_row(third, text);
        }
        let mut body = Body::Sheet(it);
        let own = third.start.len();
        for (row, typed, expected) in [
            (0, "", third.start.first().expect("a row").as_str()),
            (0, "In my own words", "In my own words"),
            (own, "One of mine", "One of mine"),
            (own, "", ""),
        ] {
            let slot = Slot::of("third").at(row, first);
            assert!(fill(&mut body, number(sheet, slot).expect("a number"), typed));
            let Body::Sheet(it) = &body else { unreachable!("it is one") };
            assert_eq!(it.answers.text_at(slot), expected, "row {row}");
        }
        assert!(own >= 3, "the third tier is there from the beginning");
    }
}
