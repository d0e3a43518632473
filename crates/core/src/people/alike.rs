//! Names that look alike: two people may share one, and the eye cannot tell `Maya` from `Mаya`
//! with a Cyrillic letter in it.
//!
//! Nothing is ever merged by a name. The answer is for a quiet hint where somebody is added.
//!
//! The table is our own and small: the scripts whose letters are drawn alike in ordinary fonts
//! are Latin, Cyrillic and Greek, and names are short. Unicode's list of confusable characters
//! has 6,000 lines, most of them signs that no keyboard writes; it would cost more bytes than all
//! of this module's neighbours, and answer the same for names.

use crate::search::fold;

/// How one name is like another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Likeness {
    /// The same, but for case, accents and what cannot be seen.
    Same,
    /// Other letters that look the same.
    Alike,
}

/// How alike two names are to a reader; none if they can be told apart.
///
/// ```
/// use satkarya_core::people::{Likeness, likeness};
/// assert_eq!(likeness("José", " jose"), Some(Likeness::Same));
/// assert_eq!(likeness("Maya", "M\u{430}ya"), Some(Likeness::Alike));
/// assert_eq!(likeness("Maya", "Mia"), None);
/// ```
pub fn likeness(one: &str, other: &str) -> Option<Likeness> {
    let (one, other) = (one.trim(), other.trim());
    let folded = (bare(&fold(one)), bare(&fold(other)));
    if folded.0.is_empty() || folded.1.is_empty() {
        None
    } else if folded.0 == folded.1 {
        Some(Likeness::Same)
    } else {
        // Capitals look like other letters than their small forms do.
        let is_alike = shape(one) == shape(other) || shape(&folded.0) == shape(&folded.1);
        is_alike.then_some(Likeness::Alike)
    }
}

/// Which of these names is the most like the one typed, and how; the same before the similar.
pub fn most_like<'a>(
    names: impl IntoIterator<Item = &'a str>,
    typed: &str,
) -> Option<(Likeness, &'a str)> {
    let like = names.into_iter().filter_map(|name| Some((likeness(name, typed)?, name)));
    like.min_by_key(|(likeness, _)| *likeness == Likeness::Alike)
}

/// Whether there is anything to be seen in a name.
pub fn is_visible(name: &str) -> bool {
    !bare(&fold(name)).is_empty()
}

/// A folded text without fillers, and with single spaces.
fn bare(folded: &str) -> String {
    let seen: String = folded.chars().filter(|c| !is_filler(*c)).collect();
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What shows nothing and is kept by folding, since it means something in a text.
fn is_filler(c: char) -> bool {
    matches!(c,
        '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{180b}'..='\u{180f}' | '\u{206a}'..='\u{206f}'
        | '\u{2800}' | '\u{3164}' | '\u{ffa0}' | '\u{e0000}'..='\u{e0fff}')
}

/// A name as it looks: each letter is the Latin one that is drawn so.
fn shape(name: &str) -> String {
    bare(&fold(&name.chars().map(drawn_as).collect::<String>()))
}

fn drawn_as(c: char) -> char {
    match c {
        // Cyrillic, then Greek where a letter of it is drawn so too
        'а' | 'α' => 'a',
        'ԁ' => 'd',
        'е' => 'e',
        'һ' => 'h',
        'і' | 'ι' => 'i',
        'ј' => 'j',
        'к' | 'κ' => 'k',
        'о' | 'ο' => 'o',
        'р' | 'ρ' => 'p',
        'ԛ' => 'q',
        'с' => 'c',
        'ѕ' => 's',
        'υ' => 'u',
        'у' => 'y',
        'ѵ' | 'ν' => 'v',
        'ԝ' => 'w',
        'х' | 'χ' => 'x',
        // Capitals of both
        'А' | 'Α' => 'A',
        'В' | 'Β' => 'B',
        'С' => 'C',
        'Е' | 'Ε' => 'E',
        'Н' | 'Η' => 'H',
        'Ј' => 'J',
        'К' | 'Κ' => 'K',
        'М' | 'Μ' => 'M',
        'Ν' => 'N',
        'О' | 'Ο' | '0' => 'O',
        'Р' | 'Ρ' => 'P',
        'Ѕ' => 'S',
        'Т' | 'Τ' => 'T',
        'У' | 'Υ' => 'Y',
        'Х' | 'Χ' => 'X',
        'Ζ' => 'Z',
        // A stroke, whoever draws it.
        'І' | 'Ι' | 'Ӏ' | 'ӏ' | 'I' | '1' | '|' => 'l',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization as _;

    use super::*;

    /// Prints how many pairs of names were looked at, for the catalogue of tests.
    #[test]
    fn names_that_a_reader_cannot_tell_apart() {
        let pairs = [
            ("Maya", "maya", Some(Likeness::Same)),
            ("José", "Jose", Some(Likeness::Same)),
            ("José", "Jose\u{301}", Some(Likeness::Same)),
            ("Ma\u{200d}ya", "Maya", Some(Likeness::Same)),
            ("Maya\u{200b}", "Maya", Some(Likeness::Same)),
            ("\u{202e}Maya\u{202c}", "Maya", Some(Likeness::Same)),
            ("Maya\u{3164}", "Maya", Some(Likeness::Same)),
            ("Mary\u{a0} Ann", "Mary Ann", Some(Likeness::Same)),
            ("Łucja", "Lucja", Some(Likeness::Same)),
            ("❤\u{fe0f}", "❤", Some(Likeness::Same)),
            ("M\u{430}ya", "Maya", Some(Likeness::Alike)),
            ("Ann", "\u{391}nn", Some(Likeness::Alike)),
            ("Ann", "\u{410}nn", Some(Likeness::Alike)),
            ("Нelen", "Helen", Some(Likeness::Alike)),
            ("ЯН", "ЯH", Some(Likeness::Alike)),
            ("Ian", "lan", Some(Likeness::Alike)),
            ("0tto", "Otto", Some(Likeness::Alike)),
            ("J\u{43e}s\u{435}\u{301}", "José", Some(Likeness::Alike)),
            ("рара", "papa", Some(Likeness::Alike)),
            ("M\u{430}\u{200d}ya", "Maya", Some(Likeness::Alike)),
            ("Maya", "Mayra", None),
            ("Ian", "Jan", None),
            ("Вова", "Bob", None),
            ("आशा", "आशी", None),
            ("अनिल", "अनील", None),
            ("👩", "👩‍👧", None),
            ("", "", None),
            ("\u{200b}", "\u{200d}", None),
            ("山田", "山本", None),
        ];
        for (one, other, expected) in pairs {
            assert_eq!(likeness(one, other), expected, "{one:?} {other:?}");
            assert_eq!(likeness(other, one), expected, "{other:?} {one:?}");
            let (one, other): (String, String) = (one.nfd().collect(), other.nfc().collect());
            assert_eq!(likeness(&one, &other), expected, "{one:?} {other:?}, decomposed");
        }
        println!("names that look alike or not: {0} of {0} pairs as expected", pairs.len());
    }

    #[test]
    fn the_same_name_is_told_of_before_a_similar_one() {
        let names = ["M\u{430}ya", "Maya", "Ann"];
        assert_eq!(most_like(names, "maya"), Some((Likeness::Same, "Maya")));
        assert_eq!(most_like(names, "\u{410}nn"), Some((Likeness::Alike, "Ann")));
        assert_eq!(most_like(names, "Jo"), None);
    }

    #[test]
    fn what_cannot_be_seen_is_no_name() {
        for (name, expected) in
            [("M", true), ("👩", true), ("\u{200b}", false), ("\u{3164} \u{200d}", false)]
        {
            assert_eq!(is_visible(name), expected, "{name:?}");
        }
    }
}
