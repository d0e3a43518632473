//! The languages SatKarya can be shown in, and the two invented ones that prove nothing is hard-coded.
//!
//! A pseudo-locale changes every English text while it is being formatted:
//! one makes it longer and accented, the other makes it run from right to left.

use std::borrow::Cow;

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Locale {
    /// English.
    #[default]
    En,
    /// English with accents and about two fifths longer, to find hard-coded words and tight layouts.
    PseudoLong,
    /// English running from right to left, to find layouts that assume a direction.
    PseudoRtl,
}

impl Locale {
    /// All locales, the real ones first.
    pub const ALL: [Self; 3] = [Self::En, Self::PseudoLong, Self::PseudoRtl];

    /// The language tag for the `lang` attribute, and the name under which a preference is kept.
    ///
    /// The pseudo-locales use the region codes XA and XB, which no country will ever have.
    pub const fn lang(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::PseudoLong => "en-XA",
            Self::PseudoRtl => "en-XB",
        }
    }

    /// The locale of a language tag, English when it is unknown.
    pub fn from_lang(lang: &str) -> Self {
        Self::ALL.into_iter().find(|locale| locale.lang() == lang).unwrap_or_default()
    }

    /// The value of the `dir` attribute: `ltr` or `rtl`.
    pub const fn dir(self) -> &'static str {
        match self {
            Self::En | Self::PseudoLong => "ltr",
            Self::PseudoRtl => "rtl",
        }
    }

    /// A text as this locale shows it.
    pub(super) fn shown(self, text: &str) -> Cow<'_, str> {
        match self {
            Self::En => Cow::Borrowed(text),
            Self::PseudoLong => Cow::Owned(lengthen(text)),
            Self::PseudoRtl => Cow::Owned(reverse(text)),
        }
    }

    /// Keeps the direction of a name from disturbing the text around it.
    ///
    /// Adds the invisible isolate marks only where directions mix, so that most texts stay free of them.
    pub(super) fn isolate(self, text: &str) -> Cow<'_, str> {
        let foreign = match self {
            Self::En | Self::PseudoLong => text.chars().any(|c| is_right_to_left(c) || is_order(c)),
            Self::PseudoRtl => text.chars().any(|c| c.is_alphanumeric() || is_order(c)),
        };
        if foreign {
            Cow::Owned(["\u{2068}", &balanced(text), "\u{2069}"].concat())
        } else {
            Cow::Borrowed(text)
        }
    }
}

/// Whether a character has no shape and turns the direction of what follows.
fn is_order(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A text that cannot end an isolation around it: each mark that begins one has its end, and no
/// end is without a beginning. Overrides need none, since they end with the isolation.
fn balanced(text: &str) -> String {
    let mut open = 0_usize;
    let mut kept = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{2066}'..='\u{2068}' => open += 1,
            '\u{2069}' if open == 0 => continue,
            '\u{2069}' => open -= 1,
            _ => {}
        }
        kept.push(c);
    }
    kept.extend(std::iter::repeat_n('\u{2069}', open));
    kept
}

/// Whether a letter belongs to a script written from right to left (Hebrew, Arabic, Syriac, Thaana, `NKo` and their kin).
fn is_right_to_left(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// Accents every letter and doubles the vowels, which adds about two fifths.
fn lengthen(text: &str) -> String {
    const PLAIN: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    const ACCENTED: &str = "åƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ";
    let mut long = String::with_capacity(text.len() * 2);
    for letter in text.chars() {
        let accented = PLAIN.chars().zip(ACCENTED.chars()).find(|(plain, _)| *plain == letter);
        let accented = accented.map_or(letter, |(_, accented)| accented);
        long.push(accented);
        if "aeiouyAEIOUY".contains(letter) {
            long.push(accented);
        }
    }
    long
}

/// Makes every word run from right to left, as the letters of Hebrew or Arabic would.
fn reverse(text: &str) -> String {
    let mut reversed = String::with_capacity(text.len() * 2);
    for word in text.split_inclusive(char::is_whitespace) {
        let letters = word.trim_end();
        if !letters.is_empty() {
            // Right-to-left mark, override, the word, end of override, mark: the marks hold the place of punctuation.
            reversed.extend(["\u{200f}\u{202e}", letters, "\u{202c}\u{200f}"]);
        }
        reversed.push_str(word.get(letters.len()..).unwrap_or_default());
    }
    reversed
}
