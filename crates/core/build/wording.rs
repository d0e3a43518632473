//! The words that SatKarya does not use, read from `content/en/wording.toml` and looked for in every text.
//!
//! Both build scripts use this file: the core's for the guide, the app's for the interface.
//! It only looks; what a hit means is for the caller to say.

use std::{fs, path::Path};

/// The words to look for.
pub(crate) struct Rules(Vec<Rule>);

/// One word or phrase with the reason to leave it out.
struct Rule {
    /// Lower case. Found only as whole words; a final `*` stands for any ending.
    phrase: String,
    reason: String,
    /// Texts in which the phrase is meant: a hit is ignored where `text` stands around it.
    allowed: Vec<String>,
}

impl Rules {
    /// Reads the list.
    ///
    /// # Errors
    /// Says what is missing or cannot be read, with the file's name.
    pub(crate) fn read(file: &Path) -> Result<Self, Vec<String>> {
        let name = file.display().to_string();
        let text = fs::read_to_string(file).map_err(|error| vec![format!("{name}: {error}")])?;
        Self::parse(&text).map_err(|reason| vec![format!("{name}: {reason}")])
    }

    /// Reads the list from its text.
    ///
    /// # Errors
    /// Says what is missing or cannot be read.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let table: toml::Table =
            text.parse().map_err(|error: toml::de::Error| error.to_string())?;
        let list = table.get("avoid").and_then(toml::Value::as_array).ok_or("has no [[avoid]]")?;
        let mut rules = Vec::new();
        for rule in list {
            rules.extend(
                Rule::read(rule)
                    .ok_or_else(|| format!("a rule lacks phrases or reason: {rule}"))?,
            );
        }
        Ok(Self(rules))
    }

    /// What is wrong with a text, one line per hit; `place` says where the text stands.
    pub(crate) fn check(&self, place: &str, text: &str) -> Vec<String> {
        let words = words(text);
        self.0
            .iter()
            .filter(|rule| rule.breaks(&words))
            .map(|rule| format!("{place}: says \u{201c}{}\u{201d}: {}", rule.phrase, rule.reason))
            .collect()
    }
}

impl Rule {
    /// One rule per phrase of a table `{ phrases, reason, allowed? }`.
    fn read(value: &toml::Value) -> Option<Vec<Self>> {
        let strings = |key: &str| -> Option<Vec<String>> {
            value
                .get(key)?
                .as_array()?
                .iter()
                .map(|item| item.as_str().map(str::to_lowercase))
                .collect()
        };
        let reason = value.get("reason")?.as_str()?.to_owned();
        let allowed = strings("allowed").unwrap_or_default();
        let rules = strings("phrases")?.into_iter().map(|phrase| Self {
            phrase,
            reason: reason.clone(),
            allowed: allowed.iter().map(|text| words(text)).collect(),
        });
        Some(rules.collect())
    }

    fn breaks(&self, words: &str) -> bool {
        let mut rest = words.to_owned();
        for text in &self.allowed {
            rest = rest.replace(text.as_str(), " \u{2026} ");
        }
        match self.phrase.strip_suffix('*') {
            Some(stem) => rest.contains(&format!(" {stem}")),
            None => rest.contains(&format!(" {} ", self.phrase)),
        }
    }
}

/// The words of a text in lower case, each with one space on both sides, typographic apostrophes made plain.
fn words(text: &str) -> String {
    let mut words = String::from(" ");
    for letter in text.chars().flat_map(char::to_lowercase) {
        match letter {
            '\u{2019}' | '\'' => words.push('\''),
            letter if letter.is_alphanumeric() || letter == '-' => words.push(letter),
            _ if words.ends_with(' ') => {}
            _ => words.push(' '),
        }
    }
    if !words.ends_with(' ') {
        words.push(' ');
    }
    words
}
