//! Worksheets: what somebody answered in one, when it is done, and what belongs together.
//!
//! What is asked stands in `content/`; a record holds the id of its sheet and the answers by the ids
//! of the fields. Answers to fields that a later guide no longer has are kept.

mod answers;
mod begin;
mod condition;
mod links;
mod review;
mod rules;

use serde::{Deserialize, Serialize};

use crate::content::{self, FieldId, Kind, Sheet, SheetId};
use crate::diary::{Area, Unknown};
use crate::id::Id;
use crate::journal::Journal;
use crate::people::Safe;
use crate::record::{Origin, Record};
use crate::time::Day;

pub use answers::{Answers, MAX_ITEMS, NotAnAnswer, Row, Slot};
pub use begin::{begin, begin_from_entry, copied};
pub use links::{about, entries_of, links_to, named_in, people_of};
pub use review::review_of;
pub use rules::{
    Ask, ENOUGH_TRIES, Prediction, Since, asks_safety, brought, hard_dates, how_it_went,
    is_cycle_done, is_early_grief, next_rung, predicted_between, predictions, repeated, said_lines,
    since_last_session, tells_unsafe, to_bring, unsaid,
};

/// A worksheet that was begun.
#[expect(clippy::struct_excessive_bools, reason = "each is said by itself and kept in files")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Worksheet {
    /// Which sheet.
    pub sheet: SheetId,
    /// The local day on which it was begun.
    pub day: Day,
    /// The answers.
    #[serde(default, skip_serializing_if = "Answers::is_empty")]
    pub answers: Answers,
    /// Steps that were put off with “Not today”.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub later: Vec<FieldId>,
    /// The field at which somebody was last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<FieldId>,
    /// The sheet that led to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Id>,
    /// What was answered about being safe where nobody is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub safe: Option<Safe>,
    /// The day on which that was answered; none in older diaries, where it is the day of the sheet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub safe_on: Option<Day>,
    /// Put aside.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub aside: bool,
    /// Not done, says the person, whatever is answered.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub open: bool,
    /// To be brought to the next session.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub bring: bool,
    /// For nobody else: it is in no page that is made for others.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub mine: bool,
    /// Fields of a newer version.
    #[serde(flatten)]
    pub unknown: Unknown,
}

/// How far a worksheet is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// It was begun.
    Begun,
    /// What it is for is there.
    Done,
    /// It was put aside.
    Aside,
}

impl Worksheet {
    /// A worksheet without answers.
    pub fn new(sheet: SheetId, day: Day) -> Self {
        Self {
            sheet,
            day,
            answers: Answers::default(),
            later: Vec::new(),
            at: None,
            from: None,
            safe: None,
            safe_on: None,
            aside: false,
            open: false,
            bring: false,
            mine: false,
            unknown: Unknown::new(),
        }
    }

    /// What is asked in it; none where this guide does not know it.
    pub fn asked(&self) -> Option<&'static Sheet> {
        content::sheet(self.sheet.as_str())
    }

    /// Whom it is about: the field `with`.
    pub fn with(&self) -> Option<Id> {
        self.answers.text("with").parse().ok()
    }

    /// Whether what is meant for two who are safe with each other is held back.
    pub fn is_held(&self, journal: &Journal) -> bool {
        match self.with() {
            Some(id) => journal.person(id).is_some_and(|it| it.person.holds_back()),
            None => matches!(self.safe, Some(Safe::NotAlways | Safe::No)),
        }
    }

    /// Whether what it is for is there. What is held back is not waited for.
    pub fn is_done(&self, journal: &Journal) -> bool {
        let Some(sheet) = self.asked().filter(|_| !self.open) else { return false };
        let held = sheet.gate.is_some() && self.is_held(journal);
        let is_waited_for = |field: &str| {
            let step = sheet.step_of(field);
            !held
                || !(step.is_some_and(|it| it.hold) || sheet.field(field).is_some_and(|it| it.hold))
        };
        let mut waited = sheet
            .done
            .iter()
            .filter(|it| it.parts().any(|part| is_waited_for(&part.field)))
            .peekable();
        // Of a sheet that is held back as a whole nothing can be done.
        waited.peek().is_some() && waited.all(|it| self.holds(it))
    }

    /// The steps in which something is still open of what it is for, in the order of the sheet; none
    /// once it is done. What is held back is not waited for.
    pub fn left(&self, journal: &Journal) -> Vec<&'static content::SheetStep> {
        let Some(sheet) = self.asked() else { return Vec::new() };
        let held = sheet.gate.is_some() && self.is_held(journal);
        let open: Vec<_> = sheet.done.iter().filter(|it| !self.holds(it)).collect();
        let names = |step: &content::SheetStep, field: &str| {
            step.fields.iter().any(|it| it.id.as_str() == field)
        };
        let is_open = |step: &&content::SheetStep| {
            let asks = open.iter().flat_map(|it| it.parts()).any(|part| names(step, &part.field));
            asks && !(held && step.hold) && step.when.as_ref().is_none_or(|it| self.holds(it))
        };
        sheet.steps.iter().filter(is_open).collect()
    }

    /// Everything that was written in it, in the order of its fields.
    pub fn texts(&self) -> Vec<&str> {
        let Some(sheet) = self.asked() else { return Vec::new() };
        let is_text = |field: &&content::Field| matches!(field.kind, Kind::Text | Kind::Line);
        let mut texts = Vec::new();
        for field in sheet.fields() {
            let id = field.id.as_str();
            texts.extend(is_text(&field).then(|| self.answers.text(id)));
            for row in self.answers.rows(id) {
                let columns = field.columns.iter().filter(is_text);
                texts.extend(columns.map(|column| row.text(column.id.as_str())));
            }
        }
        texts.retain(|text| !text.trim().is_empty());
        texts
    }

    /// Whether anything is answered but the rows that are there from the beginning.
    pub fn says_something(&self) -> bool {
        let Some(sheet) = self.asked() else { return self.answers.is_filled() };
        sheet.fields().any(|field| {
            let id = field.id.as_str();
            let is_given = !field.start.is_empty() && self.answers.n_rows(id) <= field.start.len();
            !is_given && self.answers.is_told(id)
        })
    }

    /// How far it is.
    pub fn progress(&self, journal: &Journal) -> Progress {
        if self.aside {
            Progress::Aside
        } else if self.is_done(journal) {
            Progress::Done
        } else {
            Progress::Begun
        }
    }
}

/// The group of the worksheets for an area.
pub const fn group_of(area: Area) -> &'static str {
    match area {
        Area::Grief => "grief",
        Area::Dispute => "dispute",
        Area::Change => "change",
        Area::Connection => "connection",
    }
}

/// Every worksheet of somebody's own that is there, the latest first.
pub fn worksheets(journal: &Journal) -> Vec<(Id, &Worksheet)> {
    let own = journal.others().filter(|it| it.origin == Origin::Own);
    let mut all: Vec<(&Record, &Worksheet)> =
        own.filter_map(|it| Some((it.as_ref(), it.sheet()?))).collect();
    all.sort_by_key(|(record, it)| std::cmp::Reverse((it.day, record.created, record.id)));
    all.into_iter().map(|(record, it)| (record.id, it)).collect()
}

/// The latest worksheet of a sheet that says something and was not put aside.
pub fn latest<'a>(journal: &'a Journal, sheet: &str) -> Option<(Id, &'a Worksheet)> {
    let mut all = worksheets(journal).into_iter();
    all.find(|(_, it)| it.sheet.as_str() == sheet && !it.aside && it.says_something())
}

/// The latest worksheet of a sheet in which a field is answered, and that was not put aside.
pub fn latest_with<'a>(
    journal: &'a Journal,
    sheet: &str,
    field: &str,
) -> Option<(Id, &'a Worksheet)> {
    let is_told = |it: &Worksheet| it.answers.is_told(field);
    let mut all = worksheets(journal).into_iter();
    all.find(|(_, it)| it.sheet.as_str() == sheet && !it.aside && is_told(it))
}

#[cfg(test)]
mod tests;
