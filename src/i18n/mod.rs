//! The words of the interface in the language of the moment.
//!
//! Texts live in `content/en/ui/*.ftl`; the build turns each into a function of [`msg`].
//! [`t`] gives the text, without reactivity: when the locale changes, the whole app is mounted again.
//! Dates and numbers are written by the browser, through `platform::intl`.

pub(crate) mod dates;
pub(crate) mod help;
pub(crate) mod labels;
mod locale;
#[path = "../../crates/build/src/marks.rs"]
mod marks;
pub mod measures;
#[expect(clippy::doc_markdown, reason = "the texts stand in the documentation as they are written")]
pub(crate) mod msg;
pub(crate) mod names;
pub(crate) mod sizes;

use std::borrow::Cow;
use std::cell::RefCell;

pub use self::locale::Locale;
use self::marks::{CHOICE, END, FORM, GAP};

/// A text of the interface before it is put into words: its number and what goes into its gaps.
///
/// Made by the functions of [`msg`]; a key cannot be misspelt and a gap cannot be forgotten.
#[derive(Clone, Debug, PartialEq)]
pub struct Msg {
    number: usize,
    gaps: Vec<Gap>,
}

/// What goes into a gap of a text.
#[derive(Clone, Debug, PartialEq)]
enum Gap {
    Text(String),
    Count(i64),
}

impl Msg {
    const fn new(number: usize) -> Self {
        Self { number, gaps: Vec::new() }
    }

    fn text(self, value: impl Into<String>) -> Self {
        self.with(Gap::Text(value.into()))
    }

    fn count(self, value: i64) -> Self {
        self.with(Gap::Count(value))
    }

    fn with(mut self, gap: Gap) -> Self {
        self.gaps.push(gap);
        self
    }

    fn gap(&self, number: &str) -> Option<&Gap> {
        self.gaps.get(number.parse::<usize>().ok()?)
    }

    /// The form of a choice that fits the count it is made by.
    fn form<'a>(&self, choice: &'a str) -> Option<&'a str> {
        let mut pieces = choice.split(FORM);
        let count = match self.gap(pieces.next()?)? {
            Gap::Count(count) => *count,
            Gap::Text(_) => return None,
        };
        loop {
            let (key, form) = (pieces.next()?, pieces.next()?);
            let fits = match key {
                "one" => count == 1,
                "other" => true,
                exactly => exactly.parse() == Ok(count),
            };
            if fits {
                return Some(form);
            }
        }
    }
}

/// The messages of one locale, ready to be formatted.
struct Speaker {
    locale: Locale,
    texts: Vec<&'static str>,
    is_plain: bool,
}

impl Speaker {
    fn new(locale: Locale) -> Self {
        let texts = include_str!(concat!(env!("OUT_DIR"), "/ui.txt"));
        Self { locale, texts: texts.split_terminator(END).collect(), is_plain: false }
    }

    /// A text as it is shown: in this locale, and under the name that is wanted.
    fn shown<'a>(&self, text: &'a str) -> Cow<'a, str> {
        if self.is_plain {
            let name = |message: Msg| self.texts.get(message.number).copied().unwrap_or_default();
            let usual = name(msg::app_name());
            if text.contains(usual) {
                let plain = text.replace(usual, name(msg::app_plain()));
                return Cow::Owned(self.locale.shown(&plain).into_owned());
            }
        }
        self.locale.shown(text)
    }

    /// The text of a message; `None` where the build was wrong.
    fn say(&self, message: &Msg) -> Option<String> {
        let mut said = String::new();
        // What stands between two marks of a pair is every second piece.
        for (at, part) in self.texts.get(message.number)?.split(CHOICE).enumerate() {
            let part = if at % 2 == 0 { part } else { message.form(part)? };
            for (at, piece) in part.split(GAP).enumerate() {
                if at % 2 == 0 {
                    said.push_str(&self.shown(piece));
                    continue;
                }
                match message.gap(piece)? {
                    Gap::Text(text) => said.push_str(&self.locale.isolate(text)),
                    Gap::Count(count) => said.push_str(&dates::count_in(self.locale, *count)),
                }
            }
        }
        Some(said)
    }
}

thread_local! {
    static SPEAKER: RefCell<Option<Speaker>> = const { RefCell::new(None) };
}

/// Chooses the language of everything that is said from now on. Texts already on screen stay as they are.
pub fn set_locale(locale: Locale) {
    SPEAKER.with_borrow_mut(|speaker| *speaker = Some(Speaker::new(locale)));
}

/// Lets the app go by its plain name, or by its own again. What a person wrote keeps its words.
/// Texts already on screen stay as they are, and [`set_locale`] takes it back.
pub fn set_plain(is_plain: bool) {
    SPEAKER.with_borrow_mut(|speaker| {
        speaker.get_or_insert_with(|| Speaker::new(Locale::En)).is_plain = is_plain;
    });
}

/// The locale of the moment.
pub fn locale() -> Locale {
    SPEAKER.with_borrow(|speaker| speaker.as_ref().map_or(Locale::En, |speaker| speaker.locale))
}

/// The text of a message in the locale of the moment.
#[expect(clippy::needless_pass_by_value, reason = "made where it is said, and needed once")]
pub fn t(message: Msg) -> String {
    SPEAKER.with_borrow_mut(|speaker| {
        let speaker = speaker.get_or_insert_with(|| Speaker::new(Locale::En));
        let text = speaker.say(&message);
        debug_assert!(text.is_some(), "no text for {message:?}");
        text.unwrap_or_default()
    })
}

/// A text of the guide as the locale of the moment shows it.
///
/// Guide content is not Fluent; this lets the pseudo-locales change it like everything else.
pub fn content_text(text: &str) -> String {
    SPEAKER.with_borrow_mut(|speaker| {
        speaker.get_or_insert_with(|| Speaker::new(Locale::En)).shown(text).into_owned()
    })
}

#[cfg(test)]
mod tests;
