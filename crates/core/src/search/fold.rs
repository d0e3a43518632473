//! Brings text to the form that is searched: without case, accents and typographic variants.
//!
//! Folding is for comparing only and is never shown. What carries meaning stays: vowel signs
//! and the virama of Indic scripts, the voicing marks of kana, the tone marks of Thai.

use satkarya_normal::{combining_class, nfkd};

/// Folds a text.
///
/// ```
/// use satkarya_core::search::fold;
/// assert_eq!(fold("Straße, CAFÉ"), "strasse, cafe");
/// assert_eq!(fold("It’s"), "it's");
/// ```
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_apart(&nfkd(text), &mut folded);
    folded
}

/// Folds text whose letters and marks are apart.
fn fold_apart(text: &str, folded: &mut String) {
    let mut rest = text;
    loop {
        // A diary is folded as a whole at the start, and most of it is plain letters.
        let plain = rest.bytes().position(|byte| !byte.is_ascii()).unwrap_or(rest.len());
        let (plain, other) = rest.split_at(plain);
        folded.extend(plain.bytes().map(fold_ascii));
        let mut others = other.chars();
        let Some(c) = others.next() else { return };
        fold_other(c, folded);
        rest = others.as_str();
    }
}

fn fold_ascii(byte: u8) -> char {
    if byte.is_ascii_whitespace() { ' ' } else { char::from(byte.to_ascii_lowercase()) }
}

fn fold_other(c: char, folded: &mut String) {
    if is_dropped(c) {
        return;
    }
    for c in c.to_lowercase() {
        match c {
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            _ if c.is_whitespace() => folded.push(' '),
            _ => folded.push(plain(c)),
        }
    }
}

/// Where each folded segment came from: `(offset in the folded text, offset in the original)`.
pub(super) type Origins = Vec<(usize, usize)>;

/// Put between the segments of a text while they are taken apart together. [`crate::text::Text`]
/// never holds it.
const BREAK: char = '\u{ffff}';

/// Folds a text that a person wrote and tells where each piece of it came from.
///
/// The pieces are segments: a character that stands alone, with the marks that follow it.
/// Taking apart reorders marks within a segment and never across two.
pub(super) fn fold_with_origins(text: &str) -> (String, Origins) {
    let mut starts = Vec::new();
    let mut cut = String::with_capacity(text.len() * 4);
    for (at, c) in text.char_indices() {
        if at == 0 || combining_class(c) == 0 {
            starts.push(at);
            cut.push(BREAK);
        }
        cut.push(c);
    }
    let mut folded = String::with_capacity(text.len());
    let mut origins = Origins::new();
    // Before the first break is nothing.
    for (from, segment) in starts.into_iter().zip(nfkd(&cut).split(BREAK).skip(1)) {
        origins.push((folded.len(), from));
        fold_apart(segment, &mut folded);
    }
    (folded, origins)
}

/// The letter that people type where they mean this one.
fn plain(c: char) -> char {
    match c {
        'ø' => 'o',
        'ł' => 'l',
        'đ' => 'd',
        'ı' => 'i',
        'ς' => 'σ',
        '‘' | '’' | '‛' | 'ʼ' | '′' => '\'',
        '“' | '”' | '„' | '‟' | '″' => '"',
        '‐' | '‑' | '‒' | '–' | '—' | '−' => '-',
        // Arabic final letters that are written either way.
        'ى' | 'ی' => 'ي',
        'ة' => 'ه',
        'ک' => 'ك',
        // Hindi writes the nasal sign with or without the moon.
        'ँ' => 'ं',
        other => other,
    }
}

/// Accents, vowel points and characters without a shape of their own.
///
/// Combining classes: 1 overlays, 7 nukta, 10–36 Hebrew, Arabic and Syriac points, 202–240
/// accents placed around a letter. The others (8 kana voicing, 9 virama, 84 and 91 Telugu,
/// 103 and 107 Thai, 118 and 122 Lao, 129–132 Tibetan) make another letter or syllable.
/// Indic vowel signs have class 0.
fn is_dropped(c: char) -> bool {
    if c < '\u{ad}' {
        return false;
    }
    matches!(combining_class(c), 1 | 7 | 10..=36 | 202..=240)
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{640}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use satkarya_normal::nfc;

    use super::*;
    use crate::text::Note;

    fn check(given: &str, expected: &str) {
        assert_eq!(fold(given), expected, "{given:?}");
    }

    #[test]
    fn case_and_accents() {
        check("Mum CALLED", "mum called");
        check("Café Zoë ÅNGSTRÖM", "cafe zoe angstrom");
        check("cafe\u{301}", "cafe");
        check("Straße STRASSE ẞ", "strasse strasse ss");
        check("İstanbul ısı", "istanbul isi");
        check("Łódź Øre Œuvre", "lodz ore oeuvre");
        check("ﬁne ½ ２", "fine 1⁄2 2");
        check("Ёлка й", "елка и");
        check("Οδυσσεύς ΟΔΥΣΣΕΥΣ", "οδυσσευσ οδυσσευσ");
        check("tiếng Việt", "tieng viet");
    }

    #[test]
    fn typographic_variants() {
        check("don’t “go” – no", "don't \"go\" - no");
        check("a\u{a0}b\tc\nd\u{ad}e\u{200b}f", "a b c def");
        check("👩\u{200d}👧 ❤\u{fe0f}", "👩👧 ❤");
    }

    #[test]
    fn arabic_and_hebrew_lose_their_points() {
        check("مُحَمَّد", "محمد");
        check("أحمد إلى آخر", "احمد الي اخر");
        check("مدرسة مـــرحبا", "مدرسه مرحبا");
        check("می‌خواهم", "ميخواهم");
        check("שָׁלוֹם", "שלום");
    }

    #[test]
    fn indic_keeps_what_carries_meaning() {
        check("आशा की किताब", "आशा की किताब");
        check("हिन्दी", "हिन्दी");
        assert_ne!(fold("की"), fold("कि"), "vowel signs");
        assert_ne!(fold("कि"), fold("क"), "vowel signs");
        assert_ne!(fold("क्त"), fold("कत"), "the virama");
        assert_eq!(fold("ज़िंदगी"), fold("जिंदगी"), "the nukta is often left out");
        assert_eq!(fold("क़लम"), fold("क\u{93c}लम"), "one letter, two ways to store it");
        assert_eq!(fold("हँसी"), fold("हंसी"), "the moon is often left out");
        assert_ne!(fold("தமிழ்"), fold("தமழ்"));
    }

    #[test]
    fn other_scripts_keep_their_marks() {
        assert_ne!(fold("が"), fold("か"));
        assert_eq!(fold("ｶﾞ"), fold("ガ"));
        assert_ne!(fold("ไม้"), fold("ไม"));
        assert_eq!(fold("한"), fold("\u{1112}\u{1161}\u{11ab}"));
    }

    proptest! {
        #[test]
        fn origins_point_at_the_characters_they_came_from(text in "\\PC{0,40}|.{0,40}") {
            let text = Note::cut(&text);
            let (folded, origins) = fold_with_origins(&text);
            prop_assert_eq!(&folded, &fold(&text));
            prop_assert!(origins.is_sorted());
            for pair in origins.windows(2) {
                let ((at, from), (next_at, next_from)) = (pair[0], pair[1]);
                prop_assert_eq!(fold(&text[from..next_from]), &folded[at..next_at]);
            }
        }

        #[test]
        fn letters_fold_alike_however_they_are_stored(text in "\\p{L}{0,30}") {
            prop_assert_eq!(fold(&nfkd(&text)), fold(&nfc(&text)));
        }
    }
}
