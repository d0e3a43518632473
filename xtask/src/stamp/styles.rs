//! One style sheet instead of many: the first paint waits for each of them.
//!
//! The sources stay in small files; only the build joins them, in the order of
//! the page, and leaves out comments and spaces that mean nothing.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};

use super::html;

/// Joins the style sheets that `index` links, writes the result beside them,
/// removes them, and gives back the page with one link.
///
/// # Errors
///
/// A style sheet that is linked but not there.
pub(super) fn bundle(dist: &Path, index: &str) -> Result<String> {
    let mut css = String::new();
    let mut page = index.to_owned();
    let tags = html::tags(index)?;
    let sheets: Vec<_> = tags.iter().filter(|tag| tag.is_style_sheet()).collect();
    for (at, sheet) in sheets.iter().enumerate() {
        let name = sheet.get("href").unwrap_or_default().trim_start_matches("./");
        let path = dist.join(name);
        let source = fs::read_to_string(&path).with_context(|| format!("cannot read {name}"))?;
        css.push_str(&compact(&source));
        css.push('\n');
        fs::remove_file(&path).with_context(|| format!("cannot remove {name}"))?;
        // The last place keeps a mark, which becomes the one link.
        let mark = if at + 1 == sheets.len() { "<link sheets>" } else { "" };
        page = page.replacen(sheet.text, mark, 1);
    }
    if sheets.is_empty() {
        return Ok(page);
    }
    let mut hash = super::sha256(css.as_bytes());
    hash.truncate(16);
    let name = format!("style-{hash}.css");
    fs::write(dist.join(&name), css).with_context(|| format!("cannot write {name}"))?;
    let link = format!("<link rel=\"stylesheet\" href=\"./{name}\">");
    Ok(page.replacen("<link sheets>", &link, 1))
}

/// Leaves out comments and folds white space, strings untouched.
pub(super) fn compact(css: &str) -> String {
    let mut result = String::with_capacity(css.len());
    let mut letters = css.chars().peekable();
    // White space seen but not yet written: it may turn out to mean nothing.
    let mut space = false;
    while let Some(letter) = letters.next() {
        match letter {
            '/' if letters.peek() == Some(&'*') => {
                letters.next();
                let mut last = ' ';
                for letter in letters.by_ref() {
                    if last == '*' && letter == '/' {
                        break;
                    }
                    last = letter;
                }
                space = true;
            }
            _ if letter.is_whitespace() => space = true,
            _ => {
                // Around these white space never means anything; around `:`,
                // `+` or `(` it may, so it stays there.
                let edge = |c: char| matches!(c, '{' | '}' | ';' | ',');
                if space && !edge(letter) && !result.is_empty() && !result.ends_with(edge) {
                    result.push(' ');
                }
                space = false;
                result.push(letter);
                if matches!(letter, '"' | '\'') {
                    copy_string(letter, &mut letters, &mut result);
                }
            }
        }
    }
    result
}

/// Copies the rest of a string, its closing quote included.
fn copy_string(quote: char, letters: &mut impl Iterator<Item = char>, result: &mut String) {
    let mut escaped = false;
    for letter in letters {
        result.push(letter);
        if escaped {
            escaped = false;
        } else if letter == '\\' {
            escaped = true;
        } else if letter == quote {
            return;
        }
    }
}
