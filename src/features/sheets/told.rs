//! What a worksheet says, in words: for the page that prints, the plain text, and its line in a list.

use satkarya_core::content::{Field, HelpLine, Kind, LineGroup, Panel, Region, SheetStep};
use satkarya_core::diary::FeelingId;
use satkarya_core::id::Id;
use satkarya_core::journal::Journal;
use satkarya_core::sheet::{Row, Slot, Worksheet};
use satkarya_core::time::{Day, FuzzyDay};
use serde_json::Value;

use super::entries;
use super::when::filled;
use crate::i18n::dates::{self, DateStyle};
use crate::i18n::help::numbers;
use crate::i18n::{content_text, msg, names, t};
use crate::ui::parts::Block;

/// What is needed to say it.
pub(super) struct Teller<'a> {
    /// All records.
    pub journal: &'a Journal,
    /// The worksheet.
    pub it: &'a Worksheet,
    /// The present day.
    pub today: Day,
    /// Where the help lines are from.
    pub region: Option<&'static Region>,
    /// Whether people are called by their initials.
    pub initials: bool,
    /// Whether prompts without an answer are told, too.
    pub keeps_empty: bool,
    /// Whether what is not an answer is told: help lines, counts, what was brought along.
    pub shows: bool,
}

impl Teller<'_> {
    /// Everything that was answered, step by step.
    pub(super) fn told(&self) -> Vec<Block> {
        let Some(sheet) = self.it.asked() else { return Vec::new() };
        let held = self.it.is_held(self.journal);
        let there = sheet.steps.iter().filter(|step| {
            // What is only for afterwards, and how the page is made, is not on it.
            let is_about = step
                .fields
                .iter()
                .any(|it| it.show == Some(Panel::Log) || it.id.as_str() == "names");
            !(is_about || step.hold && held)
                && step.when.as_ref().is_none_or(|when| self.it.holds(when))
        });
        there.filter_map(|step| self.step(step, held)).collect()
    }

    fn step(&self, step: &'static SheetStep, held: bool) -> Option<Block> {
        let mut lines = Vec::new();
        // Whether the totals are there is seen by their being there.
        let there = |it: &&Field| self.has(it, held) && it.id.as_str() != "totals";
        for field in step.fields.iter().filter(there) {
            let label = content_text(&field.label);
            match field.kind {
                Kind::Rows => {
                    let rows = self.it.answers.rows(field.id.as_str());
                    let rows = rows.filter(|row| row.is_filled());
                    lines.extend(rows.map(|row| (String::new(), self.row(field, row, held))));
                }
                Kind::Show if self.shows => lines.extend(self.panel(field.show)),
                Kind::Show => {}
                _ => {
                    let value = self.it.answers.at(Slot::of(field.id.as_str()));
                    lines.extend(value.and_then(|it| self.value(field, it)).map(|it| (label, it)));
                }
            }
        }
        if self.keeps_empty {
            let said = step.notes.iter().filter(|it| it.when.is_none() && it.to.is_empty());
            lines.extend(said.map(|it| (String::new(), content_text(&it.text))));
        }
        // A page that is made for paper has room for what is added by hand.
        let takes_more = step.fields.iter().any(|it| it.kind != Kind::Show);
        let is_kept = !lines.is_empty() || self.keeps_empty && takes_more;
        is_kept.then(|| Block { title: content_text(&step.title), lines, is_own: true })
    }

    /// Whether a field or column is there, as on screen.
    fn has(&self, field: &Field, held: bool) -> bool {
        !(field.hold && held) && field.when.as_ref().is_none_or(|when| self.it.holds(when))
    }

    /// A row in one line: its first column, and the others with their names.
    fn row(&self, field: &Field, row: Row<'_>, held: bool) -> String {
        let mut parts = Vec::new();
        for (n, column) in field.columns.iter().enumerate() {
            let Some(value) = row.value(column.id.as_str()).filter(|_| self.has(column, held))
            else {
                continue;
            };
            let Some(words) = self.value(column, value) else { continue };
            let is_plain = n == 0 || column.label.is_empty() || column.kind == Kind::Tick;
            parts.push(if is_plain {
                words
            } else {
                t(msg::sheet_told_part(content_text(&column.label), words))
            });
        }
        parts.join(" · ")
    }

    fn value(&self, field: &Field, value: &Value) -> Option<String> {
        let text = value.as_str().unwrap_or_default();
        let items = || value.as_array().into_iter().flatten().filter_map(Value::as_str);
        let option = |id: &str| {
            let known = field.options.iter().find(|it| it.id.as_str() == id);
            known.map_or_else(|| id.to_owned(), |it| content_text(&it.text))
        };
        let person = |id: &str| id.parse().ok().map(|id: Id| self.person(id));
        let join = |words: Vec<String>| Some(words.join(", ")).filter(|it| !it.is_empty());
        let said = match field.kind {
            Kind::Text | Kind::Line => Some(text.trim().to_owned()),
            Kind::Choice => Some(option(text)),
            Kind::Several => join(items().map(option).collect()),
            Kind::Scale => value
                .as_u64()
                .map(|n| t(msg::sheet_told_of(n.to_string(), field.top().to_string()))),
            Kind::Tick => value.as_bool().map(|_| content_text(&field.label)),
            Kind::Mark => {
                let day: Option<Day> = text.parse().ok();
                day.map(|day| filled(&field.told, "{day}", &dates::day(day, DateStyle::Full)))
            }
            Kind::Count => value.as_u64().map(|n| filled(&field.told, "{n}", &n.to_string())),
            Kind::Date => text.parse().ok().map(|day: Day| dates::day(day, DateStyle::Full)),
            Kind::Fuzzy => text.parse().ok().map(|it: FuzzyDay| dates::fuzzy(it)),
            Kind::Person => person(text),
            Kind::People => join(items().filter_map(person).collect()),
            Kind::Entry => text.parse().ok().and_then(|id| self.entry(id)),
            Kind::Feelings => {
                let feelings = items().filter_map(|it| FeelingId::try_from(it.to_owned()).ok());
                join(feelings.map(|id| names::feeling(&id, self.journal)).collect())
            }
            Kind::Rows | Kind::Show => None,
        };
        said.filter(|it| !it.is_empty())
    }

    /// An entry in a line, with whom.
    fn entry(&self, id: Id) -> Option<String> {
        let line = entries::line(self.journal, id, self.today)?;
        let people = self.journal.entry(id)?.entry.people.iter().map(|id| self.person(*id));
        let people = people.collect::<Vec<_>>().join(", ");
        if people.is_empty() {
            return Some(line);
        }
        Some(format!("{line} · {}", t(msg::worked_with(people))))
    }

    fn person(&self, id: Id) -> String {
        match self.journal.person(id) {
            Some(it) if self.initials => names::mark(it.person),
            _ => names::person(id, self.journal),
        }
    }

    /// What of a panel belongs on paper.
    fn panel(&self, panel: Option<Panel>) -> Vec<(String, String)> {
        match panel {
            Some(Panel::Lines) => match self.region {
                Some(region) => help(region),
                None => vec![(String::new(), t(msg::sheet_no_region()))],
            },
            Some(Panel::Session) => {
                let words = super::panel::session(self.journal, self.today).into_iter();
                words.map(|line| (String::new(), line)).collect()
            }
            Some(Panel::Week) => {
                vec![(String::new(), super::panel::week(self.journal, self.today))]
            }
            Some(Panel::Totals) => {
                let lines = super::panel::totals(self.journal, self.today).into_iter();
                lines.map(|line| (String::new(), line)).collect()
            }
            Some(Panel::Brought) => {
                let lines = super::panel::brought(self.journal, self.today).into_iter();
                lines.map(|line| (String::new(), line)).collect()
            }
            _ => Vec::new(),
        }
    }
}

/// The help lines of a region: the emergency number first, then whom to talk to.
pub(super) fn help(region: &'static Region) -> Vec<(String, String)> {
    let emergency = (t(msg::support_sheet_emergency()), region.emergency().numbers().join(" · "));
    let line = |line: &HelpLine| (content_text(line.name()), numbers(line));
    let lines = region.lines(LineGroup::Talk).take(3).map(line);
    std::iter::once(emergency).chain(lines).collect()
}
