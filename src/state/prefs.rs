//! How the person wants the app to look and behave on this device.
//!
//! Kept under a plain key that the page reads before the app runs. Nothing that was written and
//! nobody's name is in it, but for the staying-safe plan where the person asked for that. Each preference is one word, so that the page can turn it into an
//! attribute; what a newer version adds survives.

use std::collections::BTreeMap;

use satkarya_core::time::{Day, Half};

use crate::i18n::Locale;

/// The storage key of the preferences.
pub const KEY: &str = "sk1.u";

/// A text that stands for a value of a preference.
pub trait Word: Sized + Copy + PartialEq + 'static {
    /// The value when nothing was chosen.
    const DEFAULT: Self;
    /// Every value with its word.
    const WORDS: &'static [(Self, &'static str)];

    /// The word of a value.
    fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(value, _)| *value == self).map_or("", |(_, word)| word)
    }
}

macro_rules! words {
    ($(#[$doc:meta])* $name:ident {
        $(#[$fdoc:meta])* $first:ident = $fword:literal,
        $($(#[$vdoc:meta])* $variant:ident = $word:literal),+ $(,)?
    }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $name { $(#[$fdoc])* $first, $($(#[$vdoc])* $variant),+ }

        impl Word for $name {
            const DEFAULT: Self = Self::$first;
            const WORDS: &'static [(Self, &'static str)] =
                &[(Self::$first, $fword), $((Self::$variant, $word)),+];
        }
    };
}

words! {
    /// Light or dark.
    Theme {
        /// Like the device.
        System = "system",
        /// Light.
        Light = "light",
        /// Dark.
        Dark = "dark",
    }
}
words! {
    /// How large the text is, on top of the browser's own setting.
    TextSize {
        /// As the browser says.
        Usual = "m",
        /// Larger.
        Large = "l",
        /// Largest.
        Largest = "xl",
    }
}
words! {
    /// Whether things move.
    Motion {
        /// Like the device.
        System = "system",
        /// Less.
        Less = "off",
    }
}
words! {
    /// How much is on one screen.
    Energy {
        /// As designed.
        Usual = "usual",
        /// One question at a time, larger text.
        Low = "low",
    }
}
words! {
    /// Where older entries are kept.
    Older {
        /// In the second store those that are older than two years, once the first is more than
        /// half full.
        WhenFilling = "filling",
        /// In the second store all but those of the last three months.
        Large = "large",
        /// In the first store.
        Here = "here",
    }
}
words! {
    /// After how long the lock shuts by itself.
    Idle {
        /// Five minutes.
        Five = "5",
        /// One minute.
        One = "1",
        /// Two minutes.
        Two = "2",
        /// A quarter of an hour.
        Fifteen = "15",
        /// Half an hour.
        Thirty = "30",
    }
}

impl Idle {
    /// Every time, the shortest first.
    pub const ALL: [Self; 5] = [Self::One, Self::Two, Self::Five, Self::Fifteen, Self::Thirty];

    /// In minutes.
    pub const fn minutes(self) -> u64 {
        match self {
            Self::One => 1,
            Self::Two => 2,
            Self::Five => 5,
            Self::Fifteen => 15,
            Self::Thirty => 30,
        }
    }

    /// In milliseconds.
    pub const fn ms(self) -> u64 {
        self.minutes() * 60_000
    }
}

words! {
    /// A thing that is off or on; off is the default.
    Switch {
        /// Off.
        Off = "off",
        /// On.
        On = "on",
    }
}

impl Switch {
    /// Whether it is on.
    pub fn is_on(self) -> bool {
        self == Self::On
    }
}

impl From<bool> for Switch {
    fn from(on: bool) -> Self {
        if on { Self::On } else { Self::Off }
    }
}

/// A break from tracking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Break {
    /// Until the person says.
    Open,
    /// Up to and including a day.
    Until(Day),
}

/// When the last backup file was saved, and how much there was to save.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BackupMark {
    /// The day.
    pub day: Day,
    /// The instant in milliseconds since 1970: what changed later is not in the file.
    pub ms: u64,
}

/// The preferences of this device: words by name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Prefs(BTreeMap<String, String>);

impl Prefs {
    /// Reads the stored form. What cannot be read is as if it had not been set.
    pub(super) fn read(text: &str) -> Self {
        let words: BTreeMap<String, serde_json::Value> =
            serde_json::from_str(text).unwrap_or_default();
        let words = words
            .into_iter()
            .filter_map(|(name, value)| Some((name, value.as_str()?.to_owned())))
            .collect();
        Self(words)
    }

    /// The stored form.
    pub(super) fn write(&self) -> String {
        serde_json::to_string(&self.0).unwrap_or_default()
    }

    fn get<T: Word>(&self, name: &str) -> Option<T> {
        let stored = self.0.get(name)?;
        T::WORDS.iter().find(|(_, word)| word == stored).map(|(value, _)| *value)
    }

    fn set<T: Word>(&mut self, name: &str, value: T) {
        self.set_text(name, (value != T::DEFAULT).then(|| value.word().to_owned()));
    }

    pub(super) fn words_of(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    pub(super) fn set_text(&mut self, name: &str, value: Option<String>) {
        match value {
            Some(value) => self.0.insert(name.to_owned(), value),
            None => self.0.remove(name),
        };
    }
}

macro_rules! preferences {
    ($($(#[$doc:meta])* $get:ident, $set:ident: $kind:ident = $name:literal;)+) => {
        impl Prefs {
            $(
                $(#[$doc])*
                pub fn $get(&self) -> $kind {
                    self.get($name).unwrap_or($kind::DEFAULT)
                }

                #[doc = concat!("Sets [`Prefs::", stringify!($get), "`].")]
                pub fn $set(&mut self, value: $kind) {
                    self.set($name, value);
                }
            )+
        }
    };
}

preferences! {
    /// Light or dark.
    theme, set_theme: Theme = "theme";
    /// How large the text is.
    text, set_text_size: TextSize = "text";
    /// Whether things move.
    motion, set_motion: Motion = "motion";
    /// How much is on one screen.
    energy, set_energy: Energy = "energy";
    /// After how long the lock shuts by itself.
    idle, set_idle: Idle = "idle";
    /// Where older entries are kept.
    older, set_older: Older = "older";
    /// Whether the form asks about sleep, energy and appetite.
    body_panel, set_body_panel: Switch = "body";
    /// Whether the form asks about the daily rhythm.
    rhythm_panel, set_rhythm_panel: Switch = "rhythm";
    /// Whether Today leaves out something to write about.
    no_prompts, set_no_prompts: Switch = "noprompts";
    /// Whether people are shown by their initials.
    initials, set_initials: Switch = "initials";
    /// Whether the staying-safe plan can be read while the diary is locked.
    plan_open, set_plan_open: Switch = "planopen";
    /// Whether the app goes by a plain name and icon.
    plain, set_plain: Switch = "plain";
    /// Whether keyboard shortcuts are off.
    no_keys, set_no_keys: Switch = "nokeys";
    /// Whether the reminder to save a backup file is off.
    no_reminder, set_no_reminder: Switch = "noreminder";
    /// Whether the three cards after the first save were seen or skipped.
    cards_seen, set_cards_seen: Switch = "cards";
    /// Whether Patterns puts sleep beside the mood of the day after.
    sleep_mood, set_sleep_mood: Switch = "sleepmood";
}

impl Prefs {
    /// The language of the interface.
    pub fn locale(&self) -> Locale {
        self.0.get("lang").map_or_else(Locale::default, |lang| Locale::from_lang(lang))
    }

    /// Sets the language of the interface, and with it the direction of the page.
    pub fn set_locale(&mut self, locale: Locale) {
        let own = (locale != Locale::default()).then(|| locale.lang().to_owned());
        self.set_text("dir", own.as_ref().map(|_| locale.dir().to_owned()));
        self.set_text("lang", own);
    }

    /// The region whose help lines are shown, by its name in `content/`.
    pub fn region(&self) -> Option<&str> {
        self.0.get("region").map(String::as_str)
    }

    /// Which months a word for a season means where the person lives, as far as they said where.
    pub fn half(&self) -> Half {
        match self.region() {
            Some("au" | "nz" | "za") => Half::South,
            _ => Half::North,
        }
    }

    /// Sets [`Prefs::region`]; an empty name takes the choice back.
    pub fn set_region(&mut self, region: &str) {
        self.set_text("region", (!region.is_empty()).then(|| region.to_owned()));
    }

    /// The break from tracking, if one was begun and has not ended by `today`.
    pub fn pause(&self, today: Day) -> Option<Break> {
        match self.0.get("pause")?.as_str() {
            "open" => Some(Break::Open),
            day => day.parse().ok().filter(|last| *last >= today).map(Break::Until),
        }
    }

    /// Begins a break, or ends it.
    pub fn set_pause(&mut self, pause: Option<Break>) {
        let word = pause.map(|pause| match pause {
            Break::Open => "open".to_owned(),
            Break::Until(day) => day.to_string(),
        });
        self.set_text("pause", word);
    }

    /// The day on which the sample diary was asked for, if it is shown.
    pub fn sample(&self) -> Option<Day> {
        self.0.get("sample")?.parse().ok()
    }

    /// Shows the sample diary as it would have been on a day, or removes it.
    pub fn set_sample(&mut self, day: Option<Day>) {
        self.set_text("sample", day.map(|day| day.to_string()));
    }

    /// When the last backup file was saved.
    pub fn backup(&self) -> Option<BackupMark> {
        let (day, ms) = self.0.get("backup")?.split_once('.')?;
        Some(BackupMark { day: day.parse().ok()?, ms: ms.parse().ok()? })
    }

    /// Notes that a backup file was saved.
    pub fn set_backup(&mut self, mark: BackupMark) {
        self.set_text("backup", Some(format!("{}.{}", mark.day, mark.ms)));
    }

    /// Whether Patterns leaves out a finding. `finding` is a word of a–z.
    pub fn is_hidden(&self, finding: &str) -> bool {
        self.get(&format!("no{finding}")).is_some_and(Switch::is_on)
    }

    /// The word of before and after with people, which is hidden on Patterns and on a person's page
    /// alike. Never changed.
    pub const BEFORE_AFTER: &str = "beforeafter";
    /// The word of the feelings with people, the same way.
    pub const FELT_WITH: &str = "feltwith";

    /// Sets [`Prefs::is_hidden`].
    pub fn set_hidden(&mut self, finding: &str, hidden: bool) {
        self.set(&format!("no{finding}"), Switch::from(hidden));
    }

    /// The day on which a card that comes once a day was last put away.
    pub fn put_away(&self, card: &str) -> Option<Day> {
        self.0.get(card)?.parse().ok()
    }

    /// Notes that a card that comes once a day was put away. `card` is a word of a–z.
    pub fn set_put_away(&mut self, card: &str, day: Day) {
        self.set_text(card, Some(day.to_string()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_set_is_read_back_and_defaults_leave_no_trace() {
        let mut prefs = Prefs::default();
        prefs.set_theme(Theme::Dark);
        prefs.set_energy(Energy::Low);
        prefs.set_pause(Some(Break::Open));
        prefs.set_region("in");
        let mark = BackupMark { day: "2026-11-24".parse().expect("day"), ms: 1_795_483_800_000 };
        prefs.set_backup(mark);
        let read = Prefs::read(&prefs.write());
        assert_eq!(read, prefs);
        assert_eq!((read.theme(), read.backup()), (Theme::Dark, Some(mark)));
        prefs.set_theme(Theme::System);
        assert!(!prefs.write().contains("theme"));
    }

    #[test]
    fn a_break_ends_by_itself() {
        let mut prefs = Prefs::default();
        let day = |text: &str| text.parse::<Day>().expect("day");
        prefs.set_pause(Some(Break::Until(day("2026-11-24"))));
        assert_eq!(prefs.pause(day("2026-11-24")), Some(Break::Until(day("2026-11-24"))));
        assert_eq!(prefs.pause(day("2026-11-25")), None);
    }

    #[test]
    fn what_cannot_be_read_is_as_if_not_set_and_the_rest_survives() {
        for bad in ["", "null", "[]", "{", "{\"theme\":3}", "{\"theme\":\"<b>\"}"] {
            assert_eq!(Prefs::read(bad).theme(), Theme::System, "{bad}");
        }
        let prefs = Prefs::read("{\"newer\":\"x\",\"theme\":\"dark\"}");
        assert!(prefs.write().contains("\"newer\":\"x\""));
    }
}
