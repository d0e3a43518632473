//! The words of the interface in the language of the moment.
//!
//! Texts live in `content/en/ui/*.ftl`; the build turns each into a function of [`msg`].
//! [`t`] gives the text, without reactivity: when the locale changes, the whole app is mounted again.
//! Dates and numbers are written by the browser, through `platform::intl`.

pub(crate) mod dates;
pub(crate) mod labels;
mod locale;
pub(crate) mod msg;
pub(crate) mod names;
pub(crate) mod sizes;

use std::cell::RefCell;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};

pub use self::locale::Locale;

/// A text of the interface before it is put into words: a key and what goes into its gaps.
///
/// Made by the functions of [`msg`]; a key cannot be misspelt and a gap cannot be forgotten.
#[derive(Clone, Debug, PartialEq)]
pub struct Msg {
    key: &'static str,
    gaps: Vec<(&'static str, Gap)>,
}

/// What goes into a gap of a text.
#[derive(Clone, Debug, PartialEq)]
enum Gap {
    Text(String),
    Count(i64),
    Number(f64),
}

#[expect(dead_code, reason = "until the first view speaks")]
impl Msg {
    const fn new(key: &'static str) -> Self {
        Self { key, gaps: Vec::new() }
    }

    fn text(self, name: &'static str, value: impl Into<String>) -> Self {
        self.with(name, Gap::Text(value.into()))
    }

    fn count(self, name: &'static str, value: i64) -> Self {
        self.with(name, Gap::Count(value))
    }

    fn number(self, name: &'static str, value: f64) -> Self {
        self.with(name, Gap::Number(value))
    }

    fn with(mut self, name: &'static str, gap: Gap) -> Self {
        self.gaps.push((name, gap));
        self
    }
}

/// The messages of one locale, ready to be formatted.
struct Speaker {
    locale: Locale,
    bundle: FluentBundle<FluentResource>,
}

impl Speaker {
    fn new(locale: Locale) -> Self {
        // The build has parsed this very text, so the parts that could not be read are none.
        let resource =
            FluentResource::try_new(include_str!(concat!(env!("OUT_DIR"), "/ui.ftl")).to_owned())
                .unwrap_or_else(|(readable, _)| readable);
        let mut bundle = FluentBundle::new(vec![unic_langid::LanguageIdentifier::default()]);
        bundle.add_resource_overriding(resource);
        // Gaps are isolated below, and only where it matters, so that plain text stays plain.
        bundle.set_use_isolating(false);
        bundle.set_transform(locale.transform());
        Self { locale, bundle }
    }

    fn say(&self, message: Msg) -> Option<String> {
        let pattern = self.bundle.get_message(message.key)?.value()?;
        let mut gaps = FluentArgs::with_capacity(message.gaps.len());
        for (name, gap) in message.gaps {
            let value = match gap {
                Gap::Text(text) => FluentValue::from(self.locale.isolate(text)),
                Gap::Count(count) => FluentValue::from(count),
                Gap::Number(number) => FluentValue::from(number),
            };
            gaps.set(name, value);
        }
        let text = self.bundle.format_pattern(pattern, Some(&gaps), &mut Vec::new()).into_owned();
        Some(text)
    }
}

thread_local! {
    static SPEAKER: RefCell<Option<Speaker>> = const { RefCell::new(None) };
}

/// Chooses the language of everything that is said from now on. Texts already on screen stay as they are.
pub fn set_locale(locale: Locale) {
    SPEAKER.with_borrow_mut(|speaker| *speaker = Some(Speaker::new(locale)));
}

/// The locale of the moment.
pub fn locale() -> Locale {
    SPEAKER.with_borrow(|speaker| speaker.as_ref().map_or(Locale::En, |speaker| speaker.locale))
}

/// The text of a message in the locale of the moment.
pub fn t(message: Msg) -> String {
    SPEAKER.with_borrow_mut(|speaker| {
        let speaker = speaker.get_or_insert_with(|| Speaker::new(Locale::En));
        let key = message.key;
        let text = speaker.say(message);
        debug_assert!(text.is_some(), "no text for {key}");
        text.unwrap_or_else(|| key.to_owned())
    })
}

/// A text of the guide as the locale of the moment shows it.
///
/// Guide content is not Fluent; this lets the pseudo-locales change it like everything else.
pub fn content_text(text: &str) -> String {
    locale().transform().map_or_else(|| text.to_owned(), |transform| transform(text).into_owned())
}

#[cfg(test)]
mod tests;
