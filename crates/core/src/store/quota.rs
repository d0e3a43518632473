//! How full the store is, counted as the engines count.
//!
//! Job: exact accounting without asking the browser.
//! Must not: touch the store.

/// Units that one origin may hold in localStorage, keys counted; measured in three engines.
pub const BUDGET: u64 = 5_242_880;

/// Size of the reserve block: enough to write a journal, or to save on, when the store is full.
pub const RESERVE: usize = 192 * 1024;

/// How an engine counts a stored string.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Measure {
    /// One per UTF-16 code unit (Chromium, Firefox).
    #[default]
    Units,
    /// One per unit for a string that fits Latin-1, two per unit for any other (WebKit).
    WebKitBytes,
}

impl Measure {
    /// Returns what one string costs.
    pub fn string(self, text: &str) -> u64 {
        let units = if text.is_ascii() { text.len() } else { text.encode_utf16().count() };
        let wide = self == Self::WebKitBytes && text.chars().any(|letter| letter > '\u{FF}');
        units as u64 * if wide { 2 } else { 1 }
    }

    /// Returns what a key and its value cost together.
    pub fn item(self, key: &str, value: &str) -> u64 {
        self.string(key) + self.string(value)
    }

    /// Returns what so many units outside Latin-1 cost.
    pub const fn wide(self, units: u64) -> u64 {
        match self {
            Self::Units => units,
            Self::WebKitBytes => units * 2,
        }
    }

    /// Returns what counted space is in bytes, to tell a person: a unit takes two.
    pub fn to_bytes(self, counted: u64) -> u64 {
        match self {
            Self::Units => counted * 2,
            Self::WebKitBytes => counted,
        }
    }
}

/// How near the store is to its budget.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Below 60 %: nothing to say.
    Calm,
    /// From 60 %: a quiet line in the settings.
    Notice,
    /// From 85 %: a banner that can be put away, and the offer to make a backup.
    Warning,
    /// From 95 %: a banner that stays; imports are refused.
    AlmostFull,
}

/// What the store holds, in the unit of the engine's [`Measure`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Usage {
    /// Everything on this origin, the reserve and foreign keys included.
    pub used: u64,
    /// Of which the reserve block, which the next full save may take.
    pub reserve: u64,
    /// Of which keys that are not ours.
    pub foreign: u64,
    /// What the engine allows.
    pub budget: u64,
}

impl Usage {
    /// Returns how near the store is to its budget.
    pub fn level(&self) -> Level {
        let part = |percent: u64| self.used * 100 >= self.budget * percent;
        match () {
            () if part(95) => Level::AlmostFull,
            () if part(85) => Level::Warning,
            () if part(60) => Level::Notice,
            () => Level::Calm,
        }
    }

    /// Returns what is left before the engine throws, the reserve not counted.
    pub fn free(&self) -> u64 {
        self.budget.saturating_sub(self.used)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn webkit_doubles_a_whole_value_for_one_letter_outside_latin_1() {
        assert_eq!(Measure::Units.string("abcé"), 4);
        assert_eq!(Measure::WebKitBytes.string("abcé"), 4);
        assert_eq!(Measure::WebKitBytes.string("abcक"), 8);
        assert_eq!(Measure::Units.string("😀"), 2);
        assert_eq!(Measure::WebKitBytes.string("😀"), 4);
        assert_eq!(Measure::WebKitBytes.item("key", "क"), 5);
    }

    #[test]
    fn bytes_are_not_counted_twice() {
        assert_eq!(Measure::Units.to_bytes(BUDGET), 10 * 1024 * 1024);
        assert_eq!(Measure::WebKitBytes.to_bytes(BUDGET), 5 * 1024 * 1024);
    }

    #[test]
    fn levels_change_at_the_stated_shares() {
        let level = |used| Usage { used, reserve: 0, foreign: 0, budget: 1000 }.level();
        assert_eq!(
            [level(599), level(600), level(849)],
            [Level::Calm, Level::Notice, Level::Notice]
        );
        assert_eq!(
            [level(850), level(949), level(950)],
            [Level::Warning, Level::Warning, Level::AlmostFull]
        );
    }
}
