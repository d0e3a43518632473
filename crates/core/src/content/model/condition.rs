//! When something is there, or done: a small language, as in `pick=step & options[pros&cons]>=2`.
//!
//! ` | ` is or, ` & ` is and and binds tighter. It asks for answers and never changes them.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Alternatives, of each of which everything must hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Condition {
    text: String,
    any: Vec<Vec<Part>>,
}

/// One thing that is asked of the answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Whether it must not hold.
    pub not: bool,
    /// The field, or `steps`.
    pub field: String,
    /// Of rows: which of them count, any of these alternatives, of each of which all columns.
    pub filter: Vec<Vec<(String, Option<String>)>>,
    /// What is asked of it.
    pub test: Test,
}

/// What is asked of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Test {
    /// It is answered.
    Answered,
    /// This is chosen.
    Is(String),
    /// Something else is chosen.
    IsNot(String),
    /// A number at least this high, or so many.
    AtLeast(usize),
    /// A number at most this high, or so many.
    AtMost(usize),
    /// One of these words is in it.
    Has(Vec<String>),
}

/// A text that is no condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotACondition(String);

impl fmt::Display for NotACondition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not a condition: {}", self.0)
    }
}

impl std::error::Error for NotACondition {}

impl Condition {
    /// The alternatives.
    pub fn any(&self) -> &[Vec<Part>] {
        &self.any
    }

    /// Every part.
    pub fn parts(&self) -> impl Iterator<Item = &Part> {
        self.any.iter().flatten()
    }
}

impl TryFrom<String> for Condition {
    type Error = NotACondition;

    fn try_from(text: String) -> Result<Self, NotACondition> {
        let wrong = || NotACondition(text.clone());
        let all = |text: &str| text.split(" & ").map(|it| part(it.trim())).collect();
        let any: Option<Vec<Vec<Part>>> = text.split(" | ").map(all).collect();
        Ok(Self { any: any.ok_or_else(wrong)?, text })
    }
}

impl From<Condition> for String {
    fn from(it: Condition) -> Self {
        it.text
    }
}

fn part(text: &str) -> Option<Part> {
    let (not, text) = text.strip_prefix('!').map_or((false, text), |rest| (true, rest));
    let end = text.find(['[', '=', '!', '>', '<', '~']).unwrap_or(text.len());
    let (field, mut rest) = text.split_at_checked(end)?;
    let mut filter = Vec::new();
    if let Some(inside) = rest.strip_prefix('[') {
        let (inside, after) = inside.split_once(']')?;
        let column = |text: &str| {
            let (name, value) = text.split_once('=').map_or((text, None), |it| (it.0, Some(it.1)));
            is_name(name).then(|| (name.to_owned(), value.map(str::to_owned)))
        };
        let all = |text: &str| text.split('&').map(column).collect();
        filter = inside.split('/').map(all).collect::<Option<_>>()?;
        rest = after;
    }
    let number = |text: &str| text.parse().ok();
    let asks = if rest.is_empty() {
        Test::Answered
    } else if let Some(n) = rest.strip_prefix(">=") {
        Test::AtLeast(number(n)?)
    } else if let Some(n) = rest.strip_prefix("<=") {
        Test::AtMost(number(n)?)
    } else if let Some(value) = rest.strip_prefix("!=") {
        Test::IsNot(Some(value).filter(|it| is_name(it))?.to_owned())
    } else if let Some(value) = rest.strip_prefix('=') {
        Test::Is(Some(value).filter(|it| is_name(it))?.to_owned())
    } else {
        let words = rest.strip_prefix('~')?.split(',').map(|it| it.trim().to_lowercase());
        // No word at all would be in every text.
        Test::Has(words.map(|it| Some(it).filter(|it| !it.is_empty())).collect::<Option<_>>()?)
    };
    is_name(field).then(|| Part { not, field: field.to_owned(), filter, test: asks })
}

/// Whether it can be the id of a field or an option.
fn is_name(text: &str) -> bool {
    let fits = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'_';
    !text.is_empty() && text.bytes().all(fits)
}
