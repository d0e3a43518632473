//! The worksheets: steps, fields, when something is there, when a sheet is done, what it hands on.

use serde::{Deserialize, Serialize};

pub use super::condition::{Condition, NotACondition, Part, Test};
use super::pages::Source;
use super::{FieldId, SheetGroupId, SheetId};

/// What is asked before a sheet opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SheetGate {
    /// Whether one is safe with the person it is about.
    Safety,
}

/// How a sheet is gone through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SheetPace {
    /// Card by card, with a question before and a quiet minute after each.
    Gentle,
}

/// A part of a diary entry from which a sheet is begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EntryPart {
    /// The entry itself.
    Entry,
    /// Its day.
    Day,
    /// What happened.
    What,
    /// Everybody in it.
    People,
    /// The first of them.
    Person,
    /// What was said.
    Lines,
    /// The feelings.
    Feelings,
    /// What was hoped for.
    Expected,
    /// How it ended.
    Outcome,
    /// The mood.
    Mood,
    /// The mood just before.
    Before,
    /// The mood just after.
    After,
}

/// A worksheet.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sheet {
    /// Its id: neutral, since it stands in the address; kept in diaries for ever.
    pub id: SheetId,
    /// The group in which it is found.
    pub group: SheetGroupId,
    /// Its place among all sheets.
    pub order: u16,
    /// Its name.
    pub title: String,
    /// What the field calls it.
    #[serde(default)]
    pub clinical: String,
    /// About how many minutes it takes, from and to.
    pub minutes: (u8, u8),
    /// What one does in it.
    pub lead: String,
    /// Why it helps.
    pub why: String,
    /// Where that comes from.
    pub sources: Vec<Source>,
    /// An invented example.
    #[serde(default)]
    pub example: Vec<String>,
    /// What is asked before it opens.
    #[serde(default)]
    pub gate: Option<SheetGate>,
    /// How it is gone through.
    #[serde(default)]
    pub pace: Option<SheetPace>,
    /// Whether it is made to be printed.
    #[serde(default)]
    pub print: bool,
    /// What must hold for it to be done.
    pub done: Vec<Condition>,
    /// What is said once it is.
    #[serde(default)]
    pub done_text: String,
    /// What is filled in from an entry.
    #[serde(default)]
    pub from_entry: Vec<(FieldId, EntryPart)>,
    /// Its steps, one prompt each.
    pub steps: Vec<SheetStep>,
    /// Where it can lead.
    #[serde(default)]
    pub then: Vec<Then>,
}

/// A step of a sheet: one prompt.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SheetStep {
    /// Its id, unique in the sheet.
    pub id: FieldId,
    /// The prompt.
    pub title: String,
    /// What is said below it.
    #[serde(default)]
    pub text: Vec<String>,
    /// An example, folded away.
    #[serde(default)]
    pub example: Vec<String>,
    /// Whether it can be put off with “Not today”.
    #[serde(default)]
    pub later: bool,
    /// When it is there.
    #[serde(default)]
    pub when: Option<Condition>,
    /// Whether it is held back where somebody is not safe.
    #[serde(default)]
    pub hold: bool,
    /// What is answered.
    #[serde(default)]
    pub fields: Vec<Field>,
    /// What is said while something holds.
    #[serde(default)]
    pub notes: Vec<StepNote>,
}

/// A sentence that is there while something holds.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StepNote {
    /// When; always, if left out.
    #[serde(default)]
    pub when: Option<Condition>,
    /// What is said.
    pub text: String,
    /// Where its link leads: a sheet, a place, or `page:` and a reading page.
    #[serde(default)]
    pub to: String,
    /// The words of the link.
    #[serde(default)]
    pub link: String,
    /// Whether it leads to the latest sheet of that kind, if there is one, and not to a new one.
    #[serde(default)]
    pub open: bool,
}

/// A kind of field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Some lines.
    Text,
    /// One line.
    Line,
    /// One of some.
    Choice,
    /// Any of some.
    Several,
    /// A number from 0 to the field's `max`.
    Scale,
    /// Yes, or not said.
    Tick,
    /// The day on which something was done.
    Mark,
    /// How often something was done.
    Count,
    /// A day.
    Date,
    /// A date as exactly as somebody knows it.
    Fuzzy,
    /// One person.
    Person,
    /// Several people.
    People,
    /// An entry of the diary.
    Entry,
    /// Words of the vocabulary.
    Feelings,
    /// A list, a table, lines of speech, a ladder.
    Rows,
    /// What the app works out.
    Show,
}

/// How rows are laid out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Layout {
    /// One under the other.
    #[default]
    List,
    /// Lines of speech.
    Lines,
    /// Each row a card with all its columns.
    Table,
    /// Rungs from the easiest to the hardest.
    Ladder,
}

/// What the app works out and shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Panel {
    /// Expectations that were not said aloud.
    Unsaid,
    /// Words that come up in several answers.
    Repeated,
    /// Circle, goals and summary, first and latest.
    ThenAndNow,
    /// Confidence over the tries.
    Confidence,
    /// The lowest rung with less than two tries.
    NextRung,
    /// The help lines of the region.
    Lines,
    /// The cards to rehearse with.
    Rehearse,
    /// What was written in the boxes of the sheet, all at one glance.
    Boxes,
    /// Which session it is for, and of which part of the course.
    Session,
    /// The mood since the last session.
    Week,
    /// The worksheets that are marked for the next session.
    Brought,
    /// The latest totals of the measures.
    Totals,
    /// What was talked about, put into the log of sessions.
    Log,
}

/// Something that can be chosen.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SheetOption {
    /// Its id, kept in diaries.
    pub id: FieldId,
    /// What is read.
    pub text: String,
    /// What is said once it is chosen.
    #[serde(default)]
    pub more: String,
    /// Whether it is held back where somebody is not safe.
    #[serde(default)]
    pub hold: bool,
}

/// An answer that the other answers suggest.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Suggestion {
    /// The option.
    pub value: FieldId,
    /// When; always, if left out.
    #[serde(default)]
    pub when: Option<Condition>,
}

/// A row that can be added by one tap.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RowPreset {
    /// What stands in its first column.
    pub text: String,
    /// Whether it is held back where somebody is not safe.
    #[serde(default)]
    pub hold: bool,
}

/// A field of a step, or a column of rows.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Its id: unique in the sheet, and of a column in its rows.
    pub id: FieldId,
    /// What kind of answer it takes.
    pub kind: Kind,
    /// What is asked; the title of the step where it is left out.
    #[serde(default)]
    pub label: String,
    /// A word of help.
    #[serde(default)]
    pub hint: String,
    /// For a scale: from which answer on the word of help stands there, 0 to the top; from 0 it
    /// always does.
    #[serde(default)]
    pub hint_from: u8,
    /// Whether the sheet is of little use without it. Nothing is ever forced.
    #[serde(default)]
    pub need: bool,
    /// When it is there.
    #[serde(default)]
    pub when: Option<Condition>,
    /// Whether it is held back where somebody is not safe.
    #[serde(default)]
    pub hold: bool,
    /// `sheet.field`: what it begins with, or for [`Kind::Several`] what can be chosen.
    #[serde(default)]
    pub from: String,
    /// Openings of a text.
    #[serde(default)]
    pub starts: Vec<String>,
    /// What can be chosen.
    #[serde(default)]
    pub options: Vec<SheetOption>,
    /// What the other answers suggest; the first that holds.
    #[serde(default)]
    pub suggest: Vec<Suggestion>,
    /// The words at the low end of a scale.
    #[serde(default)]
    pub low: String,
    /// The words at its high end.
    #[serde(default)]
    pub high: String,
    /// The highest number of a scale, 10 if left out; the most rows.
    #[serde(default)]
    pub max: Option<u8>,
    /// The fewest rows that are there.
    #[serde(default)]
    pub min: Option<u8>,
    /// Of a mark or a count: what is said once it is there, with `{day}` or `{n}` in it.
    #[serde(default)]
    pub told: String,
    /// The neutral title under which a day can be put into a calendar.
    #[serde(default)]
    pub calendar: String,
    /// How a day comes again in a calendar: `year`, or `months` by the number in `every`.
    #[serde(default)]
    pub again: String,
    /// The field that says every how many months.
    #[serde(default)]
    pub every: Option<FieldId>,
    /// How rows are laid out.
    #[serde(default)]
    pub layout: Option<Layout>,
    /// What adds a row.
    #[serde(default)]
    pub add: String,
    /// What one row is called, before its number.
    #[serde(default)]
    pub one: String,
    /// Rows that are there from the beginning.
    #[serde(default)]
    pub start: Vec<String>,
    /// Whether those cannot be taken away.
    #[serde(default)]
    pub keep: bool,
    /// Rows that can be added by one tap.
    #[serde(default)]
    pub presets: Vec<RowPreset>,
    /// The columns of rows.
    #[serde(default)]
    pub columns: Vec<Field>,
    /// What the app works out.
    #[serde(default)]
    pub show: Option<Panel>,
}

/// Where a sheet can lead, and what goes along.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Then {
    /// The sheet it leads to.
    pub to: SheetId,
    /// What is read.
    pub text: String,
    /// Whether the latest sheet of that kind is opened, if there is one, and not a new one.
    #[serde(default)]
    pub open: bool,
    /// When it is offered.
    #[serde(default)]
    pub when: Option<Condition>,
    /// Whether it is held back where somebody is not safe.
    #[serde(default)]
    pub hold: bool,
    /// Their field, and the field of ours that fills it.
    #[serde(default)]
    pub copy: Vec<(FieldId, FieldId)>,
}

/// A group of sheets.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SheetGroup {
    /// Its id.
    pub id: SheetGroupId,
    /// Its name.
    pub title: String,
    /// What the field calls it.
    #[serde(default)]
    pub clinical: String,
    /// What it is for.
    pub lead: String,
    /// What should be known beside it.
    #[serde(default)]
    pub note: String,
    /// Where that comes from.
    #[serde(default)]
    pub sources: Vec<Source>,
    /// Sheets that make a whole round.
    #[serde(default)]
    pub cycle: Vec<SheetId>,
    /// What is said after one.
    #[serde(default)]
    pub cycle_text: String,
}

impl Sheet {
    /// Every field but columns, in order.
    pub fn fields(&self) -> impl Iterator<Item = &Field> {
        self.steps.iter().flat_map(|step| &step.fields)
    }

    /// The field of an id.
    pub fn field(&self, id: &str) -> Option<&Field> {
        self.fields().find(|field| field.id.as_str() == id)
    }

    /// Whether nothing is left of it where somebody is not safe, but whom it is about.
    pub fn is_held_whole(&self) -> bool {
        let asks_more = |step: &&SheetStep| step.fields.iter().any(|it| it.id.as_str() != "with");
        self.steps.iter().filter(asks_more).all(|step| step.hold)
    }

    /// The step in which a field stands.
    pub fn step_of(&self, field: &str) -> Option<&SheetStep> {
        self.steps.iter().find(|step| step.fields.iter().any(|it| it.id.as_str() == field))
    }

    /// Every text that people read, with where it stands.
    pub fn texts(&self) -> Vec<(&str, &str)> {
        let mut texts: Vec<(&str, &String)> =
            vec![("title", &self.title), ("lead", &self.lead), ("why", &self.why)];
        let head = [&self.clinical, &self.done_text].into_iter().chain(&self.example);
        texts.extend(head.map(|text| ("head", text)));
        for step in &self.steps {
            let said = [&step.title].into_iter().chain(&step.text).chain(&step.example);
            let notes = step.notes.iter().flat_map(|it| [&it.text, &it.link]);
            texts.extend(said.chain(notes).map(|text| (step.id.as_str(), text)));
            for field in step.fields.iter().flat_map(|it| [it].into_iter().chain(&it.columns)) {
                texts.extend(field.texts().map(|text| (field.id.as_str(), text)));
            }
        }
        texts.extend(self.then.iter().map(|it| ("then", &it.text)));
        texts.retain(|(_, text)| !text.is_empty());
        texts.into_iter().map(|(key, text)| (key, text.as_str())).collect()
    }
}

impl Field {
    /// Every text that people read.
    fn texts(&self) -> impl Iterator<Item = &String> {
        let words = [&self.label, &self.hint, &self.low, &self.high, &self.told];
        let more = [&self.calendar, &self.add, &self.one];
        let options = self.options.iter().flat_map(|it| [&it.text, &it.more]);
        let presets = self.presets.iter().map(|it| &it.text);
        words
            .into_iter()
            .chain(more)
            .chain(&self.starts)
            .chain(&self.start)
            .chain(options)
            .chain(presets)
    }

    /// The highest number of a scale.
    pub fn top(&self) -> u8 {
        self.max.unwrap_or(10)
    }

    /// The column of an id.
    pub fn column(&self, id: &str) -> Option<&Self> {
        self.columns.iter().find(|column| column.id.as_str() == id)
    }
}
