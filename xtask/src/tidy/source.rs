//! The project's Rust files, read and cut into tokens once for all rules.

use std::str::FromStr as _;

use anyhow::{Context as _, Result, anyhow};
use proc_macro2::TokenStream;
use walkdir::WalkDir;

use crate::workspace;

/// Folders with Rust files of ours.
const FOLDERS: &[&str] = &["src", "crates", "xtask", "tests"];

/// One Rust file.
pub(super) struct Source {
    /// Path from the project's root, with forward slashes.
    pub(super) path: String,
    pub(super) text: String,
    pub(super) tokens: TokenStream,
}

impl Source {
    /// Cuts a text into tokens.
    ///
    /// # Errors
    ///
    /// When it is not Rust.
    pub(super) fn new(path: &str, text: &str) -> Result<Self> {
        let tokens =
            TokenStream::from_str(text).map_err(|error| anyhow!("{path}: not Rust: {error}"))?;
        Ok(Self { path: path.to_owned(), text: text.to_owned(), tokens })
    }

    /// Whether a comment excepts a line from a rule, with a reason.
    pub(super) fn excepts(&self, rule: &str, line: usize) -> bool {
        let start = format!("// tidy: allow({rule}) because ");
        let excepts =
            |line: &str| line.trim().strip_prefix(&start).is_some_and(|why| !why.is_empty());
        match line {
            0 => self.text.lines().take(40).any(excepts),
            line => self
                .text
                .lines()
                .take(line.saturating_sub(1))
                .collect::<Vec<_>>()
                .iter()
                .rev()
                // The comment may be longer than a line, and stand above attributes.
                .take_while(|line| {
                    let line = line.trim();
                    line.starts_with("//") || line.starts_with("#[")
                })
                .any(|line| excepts(line)),
        }
    }
}

/// Reads every Rust file of the project.
pub(super) fn read_all() -> Result<Vec<Source>> {
    let root = workspace::root();
    let mut sources = Vec::new();
    for folder in FOLDERS.iter().map(|folder| root.join(folder)).filter(|folder| folder.is_dir()) {
        for entry in WalkDir::new(folder).sort_by_file_name() {
            let entry = entry?;
            let path = entry.path();
            if path.extension().is_none_or(|ending| ending != "rs") {
                continue;
            }
            let text = std::fs::read_to_string(path)
                .with_context(|| format!("cannot read {}", path.display()))?;
            let name = path.strip_prefix(root)?.to_string_lossy().replace('\\', "/");
            sources.push(Source::new(&name, &text)?);
        }
    }
    Ok(sources)
}
