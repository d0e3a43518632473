//! The letters of a drawing: elements, attributes and words as XML takes them.

use std::fmt::Write as _;

use web_sys::{CssStyleDeclaration, DomRect, Element, Node, Range};

/// The attributes that say where a shape lies.
pub(super) const PLACE: [&str; 16] = [
    "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "rx", "width", "height", "d", "points",
    "dx", "dy",
];
/// How a shape looks, each with what needs not be said; a group has the first alone.
pub(super) const LOOK: [(&str, &str); 7] = [
    ("opacity", "1"),
    ("stroke-width", "1px"),
    ("stroke-dasharray", "none"),
    ("stroke-linecap", "butt"),
    ("stroke-linejoin", "miter"),
    ("paint-order", "normal"),
    ("vector-effect", "none"),
];
/// How letters look, first those of any text and then those of a text in a drawing.
pub(super) const LETTERS: [(&str, &str); 6] = [
    ("font-family", ""),
    ("font-size", ""),
    ("font-weight", "400"),
    ("font-style", "normal"),
    ("text-anchor", "start"),
    ("dominant-baseline", "auto"),
];

/// What a style says of something; empty where it says nothing.
pub(super) fn value(style: &CssStyleDeclaration, name: &str) -> String {
    style.get_property_value(name).unwrap_or_default()
}

/// Whether nothing of it is seen.
pub(super) fn is_unseen(style: &CssStyleDeclaration) -> bool {
    value(style, "display") == "none" || value(style, "visibility") == "hidden"
}

/// A length in pixels; 0 for one of another unit.
pub(super) fn pixels(length: &str) -> f64 {
    length.strip_suffix("px").and_then(|it| it.parse().ok()).unwrap_or_default()
}

/// A number with two digits after the point, which is finer than any screen.
pub(super) fn short(number: f64) -> String {
    ((number * 100.0).round() / 100.0).to_string()
}

/// Attributes that are numbers.
pub(super) fn attributes(out: &mut String, all: &[(&str, f64)]) {
    for (name, number) in all {
        attribute(out, name, &short(*number));
    }
}

/// One attribute.
pub(super) fn attribute(out: &mut String, name: &str, value: &str) {
    let _written = write!(out, " {name}=\"");
    escape(out, value);
    out.push('"');
}

/// The attributes of these names as they are.
pub(super) fn copied(out: &mut String, element: &Element, names: &[&str]) {
    for name in names {
        if let Some(value) = element.get_attribute(name) {
            attribute(out, name, &value);
        }
    }
}

/// How something looks, where it must be said.
pub(super) fn look(out: &mut String, style: &CssStyleDeclaration, names: &[(&str, &str)]) {
    for (name, usual) in names {
        let value = value(style, name);
        if !value.is_empty() && value != *usual {
            attribute(out, name, &value);
        }
    }
}

/// Words as XML takes them, without the signs of direction that only a page needs.
pub(super) fn escape(out: &mut String, words: &str) {
    for sign in words.chars() {
        match sign {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '"' => out.push_str("&quot;"),
            '\u{2066}'..='\u{2069}'
            | '\u{0}'..='\u{8}'
            | '\u{b}'
            | '\u{c}'
            | '\u{e}'..='\u{1f}' => {}
            _ => out.push(sign),
        }
    }
}

/// Words without spaces and signs of direction, so that they are the same on one line and on two.
pub(super) fn bare(words: &str) -> String {
    let is_between = |it: char| it.is_whitespace() || matches!(it, '\u{2066}'..='\u{2069}');
    words.chars().filter(|it| !is_between(*it)).collect()
}

/// As many letters of a word as end before an edge to the right and one below, with the mark of
/// what is cut off, and their frame; none where not even the first does. `from` is where the word
/// begins.
pub(super) fn cut(
    range: &Range,
    text: &Node,
    from: u32,
    word: &str,
    (right, mut bottom): (f64, f64),
) -> Option<(String, DomRect)> {
    let (mut kept, mut seen, mut end) = (String::new(), None, from);
    for letter in word.chars() {
        end += u32::try_from(letter.len_utf16()).ok()?;
        range.set_end(text, end).ok()?;
        let frame = range.get_bounding_client_rect();
        if frame.right() > right || frame.bottom() > bottom {
            break;
        }
        // A word of several lines ends with the first.
        bottom = bottom.min(frame.bottom() + 2.0);
        kept.push(letter);
        seen = Some(frame);
    }
    kept.push('…');
    seen.map(|frame| (kept, frame))
}

#[cfg(test)]
mod tests {
    use super::{bare, escape, pixels, short};

    #[test]
    fn words_are_safe_in_a_file() {
        let mut out = String::new();
        escape(&mut out, "\u{2068}A & B\u{2069} <b> \"c\"\u{7} 7 < 8 ’");
        assert_eq!(out, "A &amp; B &lt;b> &quot;c&quot; 7 &lt; 8 ’");
    }

    #[test]
    fn words_are_the_same_on_one_line_and_on_two() {
        assert_eq!(bare("3 days with \u{2068}Asha\u{2069}."), bare("3 days\nwithAsha."));
        assert_ne!(bare("3 days"), bare("4 days"));
    }

    #[test]
    fn lengths_are_short_and_those_of_another_unit_none() {
        assert_eq!((pixels("12.5px"), pixels("auto"), pixels("50%")), (12.5, 0.0, 0.0));
        assert_eq!((short(1.0 / 3.0), short(-2.0)), ("0.33".to_owned(), "-2".to_owned()));
    }
}
