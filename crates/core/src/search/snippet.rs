//! The piece of an entry around the first match, in the person's own spelling.

use std::ops::Range;

use satkarya_normal::is_mark;

use crate::diary::Entry;
use crate::search::Query;
use crate::search::fold::{Origins, fold_with_origins};

/// Characters shown before the match and after it, before the cut moves to a word's edge.
const BEFORE: usize = 32;
const AFTER: usize = 96;

/// A piece of text with the part that matched.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Snippet {
    /// Whether text was left out before `before`.
    pub cut_before: bool,
    /// The text before the match.
    pub before: String,
    /// The text that matched; empty if the match is in a name or a feeling.
    pub matched: String,
    /// The text after the match.
    pub after: String,
    /// Whether text was left out after `after`.
    pub cut_after: bool,
}

/// The piece around the first match in the texts of an entry; its beginning if none matches.
///
/// Never cuts a letter from its marks, and cuts between words where it can.
pub fn snippet(entry: &Entry, query: &Query) -> Snippet {
    let found = entry.texts().find_map(|text| {
        let (folded, origins) = fold_with_origins(text);
        query.first_in(&folded).map(|at| around(text, original(&origins, at, text.len())))
    });
    found.unwrap_or_else(|| entry.texts().next().map_or_else(Snippet::default, |t| around(t, 0..0)))
}

/// The bytes of the original text behind a range of the folded one, in whole letters.
fn original(origins: &Origins, (start, end): (usize, usize), len: usize) -> Range<usize> {
    let first = origins.partition_point(|(at, _)| *at <= start).saturating_sub(1);
    let next = origins.partition_point(|(at, _)| *at < end);
    let offset = |place: usize| origins.get(place).map_or(len, |(_, from)| *from);
    // Characters that fold to nothing begin where the next one does: do not take them in.
    offset(first)..offset(next)
}

fn around(text: &str, matched: Range<usize>) -> Snippet {
    let slice = |range: Range<usize>| text.get(range).unwrap_or_default().to_owned();
    let from = cut_back(text.get(..matched.start).unwrap_or_default());
    let to = matched.end + cut_on(text.get(matched.end..).unwrap_or_default());
    Snippet {
        cut_before: from > 0,
        before: slice(from..matched.start),
        matched: slice(matched.clone()),
        after: slice(matched.end..to),
        cut_after: to < text.len(),
    }
}

/// Where to begin so that about [`BEFORE`] characters are left.
fn cut_back(text: &str) -> usize {
    let Some((at, _)) = text.char_indices().rev().nth(BEFORE) else { return 0 };
    let tail = text.get(at..).unwrap_or_default();
    let word = tail.char_indices().find(|(_, c)| c.is_whitespace());
    word.map_or_else(|| at + next_letter(tail), |(space, c)| at + space + c.len_utf8())
}

/// Where to end so that about [`AFTER`] characters are left.
fn cut_on(text: &str) -> usize {
    let Some((at, _)) = text.char_indices().nth(AFTER) else { return text.len() };
    let head = text.get(..at).unwrap_or_default();
    // A text without spaces is cut before the letter that would be torn.
    head.rfind(char::is_whitespace)
        .unwrap_or_else(|| at + next_letter(text.get(at..).unwrap_or_default()))
}

/// Bytes to the next character that does not belong to the one before.
fn next_letter(text: &str) -> usize {
    let joined = |c: char| is_mark(c) || c == '\u{200d}' || ('\u{fe00}'..='\u{fe0f}').contains(&c);
    text.char_indices().find(|(_, c)| !joined(*c)).map_or(text.len(), |(at, _)| at)
}
