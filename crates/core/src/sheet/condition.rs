//! Whether a condition of the guide holds for the answers of a worksheet.

use serde_json::Value;

use super::Worksheet;
use super::answers::{Row, is_filled};
use crate::content::{Condition, ConditionPart, Kind, Sheet, SheetStep, Test};

impl Worksheet {
    /// Whether a condition holds.
    pub fn holds(&self, condition: &Condition) -> bool {
        let sheet = self.asked();
        condition.any().iter().any(|all| all.iter().all(|part| self.part_holds(part, sheet)))
    }

    /// Whether a step says anything, or was put off.
    pub fn is_settled(&self, step: &SheetStep) -> bool {
        self.later.contains(&step.id) || self.is_answered(step)
    }

    /// Whether a step says anything.
    pub fn is_answered(&self, step: &SheetStep) -> bool {
        step.fields.iter().any(|field| self.answers.value(field.id.as_str()).is_some_and(is_filled))
    }

    fn part_holds(&self, part: &ConditionPart, sheet: Option<&Sheet>) -> bool {
        let value = self.answers.value(&part.field);
        let n = || -> usize {
            if part.field == "steps" {
                let steps = sheet.map(|it| it.steps.iter()).into_iter().flatten();
                return steps.filter(|step| self.is_settled(step)).count();
            }
            match value {
                Some(Value::Number(n)) if part.filter.is_empty() => {
                    n.as_u64().map_or(0, |n| n.try_into().unwrap_or(0))
                }
                Some(Value::Array(items)) if part.filter.is_empty() => {
                    items.iter().filter(|it| is_filled(it)).count()
                }
                Some(Value::Array(_)) => {
                    self.answers.rows(&part.field).filter(|row| counts(part, *row)).count()
                }
                _ => 0,
            }
        };
        let is = |option: &str| match value {
            Some(Value::String(text)) => text == option,
            Some(Value::Array(items)) => items.iter().any(|it| it.as_str() == Some(option)),
            _ => false,
        };
        let holds = match &part.test {
            Test::Answered if part.filter.is_empty() => value.is_some_and(is_filled),
            Test::Answered => n() > 0,
            Test::Is(option) => is(option),
            Test::IsNot(option) => value.is_some_and(is_filled) && !is(option),
            Test::AtLeast(least) => n() >= *least,
            // A scale that was not answered is not low.
            Test::AtMost(most) => value.is_some() && n() <= *most,
            Test::Has(words) => value.is_some_and(|it| has_word(it, words)),
        };
        holds != part.not
    }

    /// What the other answers suggest for a choice.
    pub fn suggested(&self, field: &crate::content::Field) -> Option<&'static str> {
        let field = self.asked()?.field(field.id.as_str())?;
        if field.kind != Kind::Choice || field.suggest.is_empty() {
            return None;
        }
        // What is asked must be answered first: a rule of last resort is no answer to silence.
        let mut asked = field.suggest.iter().flat_map(|it| &it.when).flat_map(Condition::parts);
        if !asked.all(|part| self.is_told(&part.field)) {
            return None;
        }
        let found =
            field.suggest.iter().find(|it| it.when.as_ref().is_none_or(|it| self.holds(it)));
        found.map(|it| it.value.as_str())
    }

    fn is_told(&self, field: &str) -> bool {
        self.answers.value(field).is_some_and(is_filled)
    }
}

/// Whether a row counts.
fn counts(part: &ConditionPart, row: Row<'_>) -> bool {
    part.filter.iter().any(|all| {
        all.iter().all(|(column, value)| match value {
            Some(value) => row.text(column) == value,
            None => row.value(column).is_some_and(is_filled),
        })
    })
}

/// Whether one of some words is in a text.
fn has_word(value: &Value, words: &[String]) -> bool {
    let text = value.as_str().unwrap_or_default().to_lowercase();
    let mut all = text.split(|c: char| !c.is_alphanumeric());
    all.any(|word| words.iter().any(|it| it == word))
}
