//! The interface's own words, read from the files the app is built from, so that a journey names
//! a button by its message id and never repeats its text.

use std::{fs, path::Path};

use anyhow::{Context as _, Result, bail};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use unic_langid::LanguageIdentifier;

/// The English interface.
pub struct Words {
    bundle: FluentBundle<FluentResource>,
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Words").finish_non_exhaustive()
    }
}

impl Words {
    /// Reads every `*.ftl` in `folder`; no folder holds no words.
    ///
    /// # Errors
    /// When a file cannot be read or is no Fluent.
    pub fn read(folder: &Path) -> Result<Self> {
        let mut bundle = FluentBundle::new_concurrent(vec!["en-GB".parse::<LanguageIdentifier>()?]);
        bundle.set_use_isolating(false);
        if !folder.is_dir() {
            return Ok(Self { bundle });
        }
        let files = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
        for file in files.iter().map(fs::DirEntry::path) {
            if file.extension().is_none_or(|extension| extension != "ftl") {
                continue;
            }
            let text = fs::read_to_string(&file)?;
            let Ok(resource) = FluentResource::try_new(text) else {
                bail!("{} is no Fluent", file.display());
            };
            if let Err(errors) = bundle.add_resource(resource) {
                bail!("{}: {errors:?}", file.display());
            }
        }
        Ok(Self { bundle })
    }

    /// The text of a message (`nav-today`) or of one of its attributes (`nav-today.hint`).
    ///
    /// # Errors
    /// When there is none, so that a journey never looks for words that are gone.
    pub fn msg(&self, id: &str) -> Result<String> {
        self.msg_with(id, &[])
    }

    /// As [`Words::msg`] with the values of its placeholders; whole numbers choose plural forms.
    ///
    /// # Errors
    /// As [`Words::msg`], or when a placeholder has no value.
    pub fn msg_with(&self, id: &str, values: &[(&str, &str)]) -> Result<String> {
        let (name, attribute) =
            id.split_once('.').map_or((id, None), |(name, attribute)| (name, Some(attribute)));
        let message = self.bundle.get_message(name).with_context(|| format!("no text `{id}`"))?;
        let pattern = match attribute {
            None => message.value(),
            Some(attribute) => message.get_attribute(attribute).map(|a| a.value()),
        };
        let pattern = pattern.with_context(|| format!("no text `{id}`"))?;
        let arguments: FluentArgs<'_> =
            values.iter().map(|(name, value)| (*name, FluentValue::try_number(value))).collect();
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&arguments), &mut errors);
        if !errors.is_empty() {
            bail!("`{id}`: {errors:?}");
        }
        Ok(plain(&text))
    }
}

/// Text as it is compared: without invisible direction marks, with single spaces.
pub fn plain(text: &str) -> String {
    let visible: String = text
        .chars()
        .filter(|c| !matches!(c, '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}'))
        .collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}
