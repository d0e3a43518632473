//! Help lines in words: when they answer, how they are reached, when they were last checked.

use satkarya_core::content::{HelpLine, Region, Way};

use super::dates::{self, DateStyle};
use super::{content_text, msg, t};

/// The month in which the lines of a region were last checked, in words.
pub(crate) fn checked(region: &Region) -> String {
    region
        .checked()
        .parse()
        .map_or_else(|_| region.checked().to_owned(), |month| dates::month(month, DateStyle::Month))
}

/// When a line answers and whether it costs nothing, in one short line.
pub(crate) fn when(line: &HelpLine) -> String {
    let hours = match line.hours() {
        "" => t(msg::support_hours_unknown()),
        hours => content_text(hours),
    };
    if line.is_free() { format!("{hours} · {}", t(msg::support_free())) } else { hours }
}

/// The numbers of a line, as they are written on paper.
pub(crate) fn numbers(line: &HelpLine) -> String {
    let written = line.ways().iter().map(|way| match way {
        Way::Call(number) => number.clone(),
        Way::Text { number, word } if word.is_empty() => t(msg::support_text(number.clone())),
        Way::Text { number, word } => t(msg::support_text_word(word.clone(), number.clone())),
        Way::Chat(chat) => site(chat).to_owned(),
    });
    written.collect::<Vec<_>>().join(" · ")
}

/// The name of a website as people say it.
pub(crate) fn site(link: &str) -> &str {
    let (_, site) = link.split_once("//").unwrap_or(("", link));
    site.trim_end_matches('/')
}
