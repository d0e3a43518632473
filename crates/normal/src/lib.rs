//! Unicode normalization, by whoever has the tables at hand.
//!
//! They are 45 KB of a download, and every browser has them: the app asks the browser, and
//! everything native asks the crate. Both follow the same standard, so the functions here depend
//! on their arguments only. The journey `text-in-one-form` compares the two.
//!
//! The browser is asked once for each text, and not at all for most: what is known to stay as it
//! is, is left alone here.

use std::borrow::Cow;

include!(concat!(env!("OUT_DIR"), "/marks.rs"));

/// Which form to bring text to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// Letters and marks in one character where there is one.
    Composed,
    /// Letters, marks and variants taken apart.
    Apart,
}

/// Text with each letter and its marks in one character where there is one (NFC).
///
/// ```
/// assert_eq!(satkarya_normal::nfc("cafe\u{301}"), "caf\u{e9}");
/// ```
pub fn nfc(text: &str) -> Cow<'_, str> {
    if text.chars().all(stays_composed) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(normalize(text, Form::Composed))
}

/// Text with letters and their marks apart, and variants of a letter as the letter (NFKD).
///
/// ```
/// assert_eq!(satkarya_normal::nfkd("\u{fb01}ne caf\u{e9}"), "fine cafe\u{301}");
/// ```
pub fn nfkd(text: &str) -> Cow<'_, str> {
    if text.chars().all(stays_apart) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(normalize(text, Form::Apart))
}

/// The canonical combining class: 0 for what begins a letter, and for some marks.
pub fn combining_class(c: char) -> u8 {
    mark(c).unwrap_or(0)
}

/// Whether it belongs to the character before it.
pub fn is_mark(c: char) -> bool {
    mark(c).is_some()
}

/// The combining class of a mark.
fn mark(c: char) -> Option<u8> {
    // Spares the look-up for nearly every letter of Latin text.
    if c < '\u{300}' {
        return None;
    }
    let code = u32::from(c);
    let at = MARKS.partition_point(|(_, last, _)| *last < code);
    let (first, _, class) = MARKS.get(at)?;
    (*first <= code).then_some(*class)
}

/// Whether text of only such characters is composed.
///
/// Letters of the most used scripts, some signs and most emoji; among marks only one, since two
/// could stand in the wrong order.
fn stays_composed(c: char) -> bool {
    matches!(c,
        '\0'..='\u{2ff}' | '\u{388}'..='\u{482}' | '\u{5d0}'..='\u{5ea}' | '\u{621}'..='\u{64a}'
        | '\u{904}'..='\u{93b}' | '\u{93d}'..='\u{950}' | '\u{200c}'..='\u{2027}'
        | '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}' | '\u{4e00}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7a3}' | '\u{fe0f}' | '\u{1f300}'..='\u{1faff}')
}

/// Whether text of only such characters has nothing to take apart.
fn stays_apart(c: char) -> bool {
    matches!(c,
        '\0'..='\u{7f}' | '\u{200b}'..='\u{2010}' | '\u{2012}'..='\u{2016}' | '\u{2018}'..='\u{2023}'
        | '\u{4e00}'..='\u{9fff}' | '\u{fe0f}' | '\u{ffff}' | '\u{1f300}'..='\u{1faff}')
}

#[cfg(target_family = "wasm")]
fn normalize(text: &str, form: Form) -> String {
    let name = match form {
        Form::Composed => "NFC",
        Form::Apart => "NFKD",
    };
    js_sys::JsString::from(text).normalize(name).into()
}

#[cfg(not(target_family = "wasm"))]
fn normalize(text: &str, form: Form) -> String {
    use unicode_normalization::UnicodeNormalization as _;

    match form {
        Form::Composed => text.nfc().collect(),
        Form::Apart => text.nfkd().collect(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_normalization::char::{canonical_combining_class, is_combining_mark};
    use unicode_normalization::{IsNormalized, UnicodeNormalization as _, is_nfc_quick};

    use super::*;

    #[test]
    fn every_mark_is_known() {
        for c in '\0'..=char::MAX {
            assert_eq!(combining_class(c), canonical_combining_class(c), "{c:?}");
            // The crate counts two variation selectors of Duployan to neither.
            assert_eq!(is_mark(c), is_combining_mark(c) || combining_class(c) != 0, "{c:?}");
        }
    }

    #[test]
    fn what_stays_as_it_is_stays_as_it_is() {
        for c in ('\0'..=char::MAX).filter(|c| stays_composed(*c)) {
            assert_eq!(is_nfc_quick([c].into_iter()), IsNormalized::Yes, "{c:?}");
            assert!([0, 9].contains(&combining_class(c)), "{c:?} could stand in the wrong order");
        }
        for c in ('\0'..=char::MAX).filter(|c| stays_apart(*c)) {
            assert!([c].into_iter().nfkd().eq([c]), "{c:?}");
            assert_eq!(combining_class(c), 0, "{c:?} could stand in the wrong order");
        }
    }

    proptest! {
        #[test]
        fn the_short_cut_leads_to_the_same(text in "\\PC{0,40}|[a-zé’\u{900}-\u{97f}]{0,40}") {
            prop_assert_eq!(&*nfc(&text), text.nfc().collect::<String>());
            prop_assert_eq!(&*nfkd(&text), text.nfkd().collect::<String>());
        }
    }
}
