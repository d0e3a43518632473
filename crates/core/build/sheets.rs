//! What the types cannot say about worksheets: ids used once, and everything that is named is there.

use std::collections::BTreeSet;

use crate::{
    check::Checker,
    model::{Condition, Field, Kind, Page, Sheet, SheetGroup},
};

/// Where a link of a note can lead beside sheets and reading pages.
const PLACES: [&str; 9] =
    ["support", "safety", "circle", "timeline", "people", "goals", "focus", "sessions", "diary"];

impl Checker<'_> {
    /// Ids are used once; conditions, links and copies name what is there.
    pub(crate) fn sheets(
        &mut self,
        sheets: &[(String, Sheet)],
        groups: &[SheetGroup],
        pages: &[(String, Page)],
    ) {
        let find = |id: &str| sheets.iter().map(|it| &it.1).find(|it| it.id.as_str() == id);
        for group in groups {
            let file = "sheet-groups.toml";
            for text in [&group.title, &group.lead] {
                self.text(file, group.id.as_str(), text);
            }
            for text in [&group.clinical, &group.note, &group.cycle_text] {
                self.wished_text(file, group.id.as_str(), text);
            }
            for id in group.cycle.iter().filter(|id| find(id.as_str()).is_none()) {
                self.complain(file, group.id.as_str(), format_args!("there is no sheet {id}"));
            }
        }
        let (mut ids, mut orders) = (BTreeSet::new(), BTreeSet::new());
        for (file, sheet) in sheets {
            if !ids.insert(sheet.id.as_str()) || !orders.insert(sheet.order) {
                self.complain(file, "id", "another sheet has its id or its order");
            }
            if !groups.iter().any(|it| it.id == sheet.group) {
                self.complain(file, "group", format_args!("there is no group {}", sheet.group));
            }
            if sheet.minutes.0 > sheet.minutes.1 || sheet.minutes.0 == 0 {
                self.complain(file, "minutes", "write from and to");
            }
            for (key, text) in sheet.texts() {
                self.text(file, key, text);
            }
            let mut seen = BTreeSet::new();
            for field in sheet.fields() {
                if !seen.insert(field.id.as_str()) {
                    self.complain(file, field.id.as_str(), "is here twice");
                }
                self.field(file, sheet, field, sheets);
                let mut columns = BTreeSet::new();
                for column in &field.columns {
                    if !columns.insert(column.id.as_str()) || column.kind == Kind::Rows {
                        self.complain(file, column.id.as_str(), "is here twice, or is of rows");
                    }
                    self.field(file, sheet, column, sheets);
                }
            }
            let steps: BTreeSet<&str> = sheet.steps.iter().map(|it| it.id.as_str()).collect();
            if steps.len() != sheet.steps.len() {
                self.complain(file, "steps", "two have one id");
            }
            for condition in &sheet.done {
                self.condition(file, "done", sheet, condition);
            }
            if sheet.done.is_empty() {
                self.complain(file, "done", "says nothing");
            }
            for step in &sheet.steps {
                let whens =
                    step.when.iter().chain(step.notes.iter().filter_map(|it| it.when.as_ref()));
                for condition in whens {
                    self.condition(file, step.id.as_str(), sheet, condition);
                }
                for note in step.notes.iter().filter(|it| !it.to.is_empty()) {
                    let page = note.to.strip_prefix("page:");
                    let is_page = |id| pages.iter().any(|(_, it)| it.id().as_str() == id);
                    let is_there = page.map_or_else(
                        || PLACES.contains(&&*note.to) || find(&note.to).is_some(),
                        is_page,
                    );
                    if !is_there || note.link.is_empty() {
                        self.complain(
                            file,
                            step.id.as_str(),
                            "a link leads nowhere or has no words",
                        );
                    }
                }
            }
            for (field, _) in &sheet.from_entry {
                if sheet.field(field.as_str()).is_none() {
                    self.complain(file, "from_entry", format_args!("there is no field {field}"));
                }
            }
            for then in &sheet.then {
                if let Some(condition) = &then.when {
                    self.condition(file, "then", sheet, condition);
                }
                let Some(other) = find(then.to.as_str()) else {
                    self.complain(file, "then", format_args!("there is no sheet {}", then.to));
                    continue;
                };
                for (theirs, ours) in &then.copy {
                    if other.field(theirs.as_str()).is_none() {
                        self.complain(file, "then", format_args!("{} has no {theirs}", other.id));
                    }
                    if sheet.field(ours.as_str()).is_none() {
                        self.complain(file, "then", format_args!("there is no field {ours}"));
                    }
                }
            }
        }
    }

    /// A field has what its kind needs, and nothing that another kind needs.
    fn field(&mut self, file: &str, sheet: &Sheet, field: &Field, sheets: &[(String, Sheet)]) {
        let key = field.id.as_str();
        let fits = match field.kind {
            Kind::Choice => !field.options.is_empty(),
            Kind::Several => field.options.is_empty() != field.from.is_empty(),
            Kind::Mark | Kind::Count => !field.told.is_empty() && !field.label.is_empty(),
            Kind::Tick => !field.label.is_empty(),
            Kind::Rows => !field.columns.is_empty() && !field.add.is_empty(),
            Kind::Show => field.show.is_some(),
            _ => true,
        };
        if !fits {
            self.complain(file, key, "lacks what its kind needs");
        }
        if (field.kind == Kind::Rows) == field.columns.is_empty()
            || (field.kind == Kind::Show) == field.show.is_none()
        {
            self.complain(file, key, "has what belongs to another kind");
        }
        if field.hint_from != 0
            && (field.kind != Kind::Scale || field.hint_from > field.top() || field.hint.is_empty())
        {
            self.complain(file, key, "keeps a word of help back for no answer");
        }
        let mut options = BTreeSet::new();
        for option in &field.options {
            if !options.insert(&option.id) {
                self.complain(file, key, format_args!("{} is here twice", option.id));
            }
        }
        for suggestion in &field.suggest {
            if !options.contains(&suggestion.value) {
                self.complain(file, key, format_args!("{} is no option", suggestion.value));
            }
            if let Some(condition) = &suggestion.when {
                self.condition(file, key, sheet, condition);
            }
        }
        if let Some(condition) = &field.when {
            let is_column = sheet.field(key).is_none();
            if !is_column {
                self.condition(file, key, sheet, condition);
            }
        }
        if !field.from.is_empty() {
            let is_of_now = matches!(&*field.from, "now.starred" | "now.tried" | "now.exchange");
            let there = is_of_now
                || field.from.split_once('.').is_some_and(|(of, name)| {
                    sheets.iter().any(|(_, it)| it.id.as_str() == of && it.field(name).is_some())
                });
            if !there {
                self.complain(file, key, format_args!("there is no {}", field.from));
            }
        }
        if !matches!(field.again.as_str(), "" | "year" | "months") {
            self.complain(file, key, "comes again each year or every some months");
        }
    }

    /// Every field, column and option of a condition is there.
    fn condition(&mut self, file: &str, key: &str, sheet: &Sheet, condition: &Condition) {
        use crate::model::Test;
        for part in condition.parts() {
            if part.field == "steps" {
                continue;
            }
            let Some(field) = sheet.field(&part.field) else {
                self.complain(file, key, format_args!("there is no field {}", part.field));
                continue;
            };
            let has = |field: &Field, option: &str| {
                field.options.iter().any(|it| it.id.as_str() == option)
            };
            for (column, value) in part.filter.iter().flatten() {
                let there = field
                    .column(column)
                    .is_some_and(|it| value.as_ref().is_none_or(|value| has(it, value)));
                if !there {
                    self.complain(file, key, format_args!("{} has no {column}", part.field));
                }
            }
            if let Test::Is(option) | Test::IsNot(option) = &part.test
                && !has(field, option)
            {
                self.complain(file, key, format_args!("{} has no option {option}", part.field));
            }
        }
    }
}
