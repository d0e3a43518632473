//! The entries as text to read anywhere: a heading a day, a heading an entry, and what was answered.
//!
//! For reading and for other diaries. What the person typed is escaped as the specification has it,
//! so that it reads as it was typed. What programs add to it, as links from bare addresses, is theirs.

use std::fmt::Write as _;

use super::table::{Column, Label, Words};
use crate::journal::Journal;
use crate::record::Origin;

/// What stands in a heading or below as text, and not as an answer with its name.
const OWN_PLACE: [Column; 4] = [Column::Day, Column::Time, Column::Zone, Column::What];

/// The entries that are there, oldest first, as Markdown: `## 2026-11-24`, `### 23:05`, what
/// happened, then one line for each other answer. The sample diary is left out.
///
/// # Source
/// The specification `CommonMark` 0.31, 2.4 (backslash escapes) and 6.7 (hard line breaks).
pub fn export_markdown(journal: &Journal, label: &dyn Fn(Label<'_>) -> String) -> String {
    let words = Words { journal, label };
    let mut text = String::new();
    let mut day = None;
    for it in journal.entries().filter(|it| it.record.origin == Origin::Own) {
        let when = &it.entry.when;
        if day != Some(when.day) {
            day = Some(when.day);
            heading(&mut text, "##", &when.day.to_string());
        }
        heading(&mut text, "###", &when.time.to_string());
        if !it.entry.what.trim().is_empty() {
            text.push('\n');
            text.push_str(&escaped(&it.entry.what, ""));
            text.push('\n');
        }
        let rest = Column::ALL.iter().filter(|it| !OWN_PLACE.contains(it));
        let answers = rest.map(|column| (*column, words.cell(it.entry, *column)));
        for (nth, (column, answer)) in answers.filter(|it| !it.1.trim().is_empty()).enumerate() {
            if nth == 0 {
                text.push('\n');
            }
            let name = escaped(&label(Label::Column(column)), "  ");
            // Further lines are part of the same answer.
            let answer = escaped(&answer, "  ");
            // Writing to a text cannot fail.
            let _ = writeln!(text, "- {name}: {answer}");
        }
    }
    text
}

fn heading(text: &mut String, marks: &str, words: &str) {
    if !text.is_empty() {
        text.push('\n');
    }
    let _ = writeln!(text, "{marks} {words}");
}

/// The text with everything escaped that Markdown would take for its own. Lines after the first
/// begin with `indent`; they stay lines, and empty ones stay empty.
fn escaped(text: &str, indent: &str) -> String {
    const ANYWHERE: &[char] = &['\\', '`', '*', '_', '[', ']', '<', '&', '|', '~'];
    const FIRST: &[char] = &['#', '>', '-', '+', '='];
    let mut safe = String::with_capacity(text.len());
    let lines = text.trim_end().split('\n').map(str::trim_end);
    let mut lines = lines.skip_while(|line| line.is_empty()).peekable();
    while let Some(line) = lines.next() {
        // Four spaces at the start would make it code; what is indented stays so by other spaces.
        let inner = line.trim_start();
        safe.extend(std::iter::repeat_n('\u{a0}', line.chars().count() - inner.chars().count()));
        // "1." and "1)" would begin a list.
        let rest = inner.trim_start_matches(|it: char| it.is_ascii_digit());
        let point = (rest.len() < inner.len() && rest.starts_with(['.', ')']))
            .then_some(inner.len() - rest.len());
        for (at, it) in inner.char_indices() {
            if ANYWHERE.contains(&it) || at == 0 && FIRST.contains(&it) || point == Some(at) {
                safe.push('\\');
            }
            safe.push(it);
        }
        if let Some(next) = lines.peek() {
            // A paragraph ends by itself; a line within one needs to be told.
            if !line.is_empty() && !next.is_empty() {
                safe.push('\\');
            }
            safe.push('\n');
            safe.push_str(indent);
        }
    }
    safe
}
