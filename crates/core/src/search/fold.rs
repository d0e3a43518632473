//! Brings text to the form that is searched: without case, accents and typographic variants.
//!
//! Folding is for comparing only and is never shown. What carries meaning stays: vowel signs
//! and the virama of Indic scripts, the voicing marks of kana, the tone marks of Thai.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::canonical_combining_class;

/// Folds a text.
///
/// ```
/// use satkarya_core::search::fold;
/// assert_eq!(fold("Straße, CAFÉ"), "strasse, cafe");
/// assert_eq!(fold("It’s"), "it's");
/// ```
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        // A diary is folded as a whole at the start, and most of it is plain letters.
        let (plain, other) = rest.split_at(plain_run(rest));
        folded.extend(plain.bytes().map(fold_ascii));
        let (segment, after) = other.split_at(segment_len(other));
        fold_segments(segment, &mut folded, |_, _| {});
        rest = after;
    }
    folded
}

/// Bytes of ASCII that stand alone at the beginning of a text: a mark may follow the last one.
fn plain_run(text: &str) -> usize {
    match text.bytes().position(|byte| !byte.is_ascii()) {
        Some(n) => n.saturating_sub(1),
        None => text.len(),
    }
}

fn fold_ascii(byte: u8) -> char {
    if byte.is_ascii_whitespace() { ' ' } else { char::from(byte.to_ascii_lowercase()) }
}

/// Where each folded segment came from: `(offset in the folded text, offset in the original)`.
pub(super) type Origins = Vec<(usize, usize)>;

/// Folds a text and tells where each piece of it came from.
pub(super) fn fold_with_origins(text: &str) -> (String, Origins) {
    let mut folded = String::with_capacity(text.len());
    let mut origins = Origins::new();
    fold_segments(text, &mut folded, |at, from| origins.push((at, from)));
    (folded, origins)
}

/// Folds segment by segment: a character that stands alone, with the marks that follow it.
///
/// Decomposition reorders marks within a segment and never across two, so the segments can be
/// folded one by one. `started` is told where each begins, in the folded text and in `text`.
fn fold_segments(text: &str, folded: &mut String, mut started: impl FnMut(usize, usize)) {
    let mut rest = text;
    let mut from = 0;
    while !rest.is_empty() {
        started(folded.len(), from);
        let len = segment_len(rest);
        let (segment, after) = rest.split_at(len);
        match segment.as_bytes() {
            [byte] => folded.push(fold_ascii(*byte)),
            _ => fold_segment(segment, folded),
        }
        rest = after;
        from += len;
    }
}

/// Bytes of the first segment of a text that is not empty.
fn segment_len(text: &str) -> usize {
    text.char_indices()
        .skip(1)
        // The quick test spares a table look-up for nearly every letter of Latin text.
        .find(|(_, c)| *c < '\u{300}' || canonical_combining_class(*c) == 0)
        .map_or(text.len(), |(at, _)| at)
}

fn fold_segment(segment: &str, folded: &mut String) {
    let letters = segment.nfkd().filter(|c| !is_dropped(*c)).flat_map(char::to_lowercase);
    for c in letters {
        match c {
            // Some capitals have a lower case with a mark of its own.
            _ if is_dropped(c) => {}
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            _ if c.is_whitespace() => folded.push(' '),
            _ => folded.push(plain(c)),
        }
    }
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
    matches!(canonical_combining_class(c), 1 | 7 | 10..=36 | 202..=240)
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{640}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

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
            let decomposed: String = text.nfd().collect();
            let composed: String = text.nfc().collect();
            prop_assert_eq!(fold(&decomposed), fold(&composed));
        }
    }
}
