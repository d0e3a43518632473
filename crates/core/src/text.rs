//! Text that a person wrote, cleaned and of bounded length.
//!
//! Cleaning changes nothing that can be seen: it brings letters to one form (NFC)
//! and drops control characters, which no keyboard writes but files may carry.

use std::fmt;
use std::ops::Deref;

use satkarya_normal::nfc;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Text of at most `MAX` characters (Unicode scalar values), in NFC, without control characters.
///
/// Line feed and tab are kept. Empty is allowed and is the default.
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Text<const MAX: usize>(String);

/// The name of a person, initials or a nickname.
pub type Name = Text<40>;
/// A short answer of one or a few lines.
pub type Line = Text<300>;
/// An answer of some lines.
pub type Answer = Text<1000>;
/// A long answer.
pub type Note = Text<20_000>;

/// A text longer than its field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("{found} characters, but the field holds {max}")]
pub struct TooLong {
    /// The number of characters given, after cleaning.
    pub found: usize,
    /// The number of characters that the field holds.
    pub max: usize,
}

impl<const MAX: usize> Text<MAX> {
    /// The largest number of characters.
    pub const MAX: usize = MAX;

    /// Cleans a text.
    ///
    /// # Errors
    /// [`TooLong`] if more than `MAX` characters are left.
    pub fn new(text: &str) -> Result<Self, TooLong> {
        let clean = clean(text);
        let found = clean.chars().count();
        if found > MAX { Err(TooLong { found, max: MAX }) } else { Ok(Self(clean)) }
    }

    /// Cleans a text and cuts it to `MAX` characters.
    pub fn cut(text: &str) -> Self {
        Self(clean(text).chars().take(MAX).collect())
    }

    /// Whether nothing but white space is in it.
    pub fn is_blank(&self) -> bool {
        self.0.trim().is_empty()
    }

    /// Whether it is empty. For `skip_serializing_if`.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Drops what cannot be seen and cannot be typed and brings letters to NFC.
fn clean(text: &str) -> String {
    if is_plain(text) {
        return text.to_owned();
    }
    if text.chars().any(is_dropped) {
        // What is dropped may have stood between a letter and its mark.
        let kept: String = text.chars().filter(|c| !is_dropped(*c)).collect();
        return nfc(&kept).into_owned();
    }
    nfc(text).into_owned()
}

/// Whether [`Text`] takes a text in without changing a character.
pub fn is_clean(text: &str) -> bool {
    is_plain(text) || (!text.chars().any(is_dropped) && nfc(text) == text)
}

/// Whether it is of the plain characters that most text is made of.
fn is_plain(text: &str) -> bool {
    // A stored diary is read anew at every start.
    text.bytes().all(|byte| matches!(byte, b'\n' | b'\t' | b' '..=b'~'))
}

/// Control characters but for line feed and tab, and Unicode's noncharacters.
fn is_dropped(c: char) -> bool {
    let code = u32::from(c);
    (c.is_control() && c != '\n' && c != '\t')
        || (0xfdd0..=0xfdef).contains(&code)
        || code & 0xfffe == 0xfffe
}

impl<const MAX: usize> Deref for Text<MAX> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl<const MAX: usize> fmt::Display for Text<MAX> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<const MAX: usize> fmt::Debug for Text<MAX> {
    /// Tells the length only: what a person wrote must not reach a log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Text({} characters)", self.0.chars().count())
    }
}

impl<const MAX: usize> TryFrom<String> for Text<MAX> {
    type Error = TooLong;

    fn try_from(text: String) -> Result<Self, TooLong> {
        Self::new(&text)
    }
}

impl<const MAX: usize> From<Text<MAX>> for String {
    fn from(text: Text<MAX>) -> Self {
        text.0
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(given: &str, expected: &str) {
        assert_eq!(&*Text::<40>::cut(given), expected, "{given:?}");
    }

    #[test]
    fn cleans_what_cannot_be_seen() {
        check("plain", "plain");
        check("cafe\u{301}", "caf\u{e9}");
        check("a\u{0}b\u{7f}c\u{85}d", "abcd");
        check("cafe\u{0}\u{301}", "caf\u{e9}");
        check("two\nlines\tand a tab", "two\nlines\tand a tab");
        check("\u{fdd0}\u{fffe}\u{1ffff}x", "x");
        check("नमस्ते 👩‍👩‍👧 مرحبا", "नमस्ते 👩‍👩‍👧 مرحبا");
    }

    #[test]
    fn says_how_much_too_long() {
        assert_eq!(Text::<3>::new("abcd"), Err(TooLong { found: 4, max: 3 }));
        assert_eq!(Text::<3>::new("ab\u{0}c").map(String::from), Ok("abc".to_owned()));
        assert!(serde_json::from_str::<Text<3>>("\"abcd\"").is_err());
    }

    #[test]
    fn never_prints_itself_into_a_log() {
        assert_eq!(format!("{:?}", Note::cut("zebra-77")), "Text(8 characters)");
    }

    proptest! {
        #[test]
        fn cleaning_twice_changes_nothing(text in "\\PC{0,60}|.{0,60}") {
            let once = Note::cut(&text);
            prop_assert_eq!(is_clean(&text), *text == *once);
            prop_assert_eq!(Note::cut(&once), once);
        }
    }
}
