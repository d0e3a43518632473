//! A date as exactly as somebody knows it: a day, a month, a season or only a year.
//!
//! What was said is kept as it was said, and nothing here makes it more exact. For putting dates
//! in order there is the middle of the time that is meant.
//!
//! A season is a word. The year that is named with it is the one in which the season begins, so
//! the winter of 2024 in the north goes from December 2024 to February 2025. Which months a word
//! means depends on the half of the world, and that is written down with it: a date must not move
//! when somebody does.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::{Day, Month, NotATime, numbers};

/// A year from 1900 to 9999. Printed and parsed as `2026`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Year(i32);

impl Year {
    /// A year.
    ///
    /// # Errors
    /// [`NotATime::Year`] outside the range.
    pub fn new(year: i32) -> Result<Self, NotATime> {
        Day::new(year, 1, 1).map(|_| Self(year)).map_err(|_| NotATime::Year)
    }

    /// The number.
    pub const fn get(self) -> i32 {
        self.0
    }

    /// Its first day and its last.
    fn span(self) -> (Day, Day) {
        let day = |month, day| Day::new(self.0, month, day).unwrap_or(Day::FIRST);
        (day(1, 1), day(12, 31))
    }
}

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.0)
    }
}

impl FromStr for Year {
    type Err = NotATime;

    fn from_str(text: &str) -> Result<Self, NotATime> {
        let [year] = numbers(text, '-', [4]).ok_or(NotATime::Year)?;
        Self::new(i32::try_from(year).map_err(|_| NotATime::Year)?)
    }
}

as_text!(Year);

/// A word for a quarter of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SeasonName {
    /// Spring.
    Spring,
    /// Summer.
    Summer,
    /// Autumn.
    Autumn,
    /// Winter.
    Winter,
}

impl SeasonName {
    /// The four, in the order of a year in the north.
    pub const ALL: [Self; 4] = [Self::Spring, Self::Summer, Self::Autumn, Self::Winter];

    /// The word in stored text.
    const fn word(self) -> &'static str {
        match self {
            Self::Spring => "spring",
            Self::Summer => "summer",
            Self::Autumn => "autumn",
            Self::Winter => "winter",
        }
    }
}

/// The half of the world by which a season is meant.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Half {
    /// Spring begins in March.
    #[default]
    North,
    /// Spring begins in September.
    South,
}

/// A season of a year, of three whole months.
///
/// Printed and parsed as `2024-spring`, or `2024-spring-south`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Season {
    /// The year in which it begins.
    pub year: Year,
    /// The word for it.
    pub name: SeasonName,
    /// Where that word is meant.
    pub half: Half,
}

impl Season {
    /// Its first month and its last. The last one that there is may be cut short.
    ///
    /// # Source
    /// Whole months, as weather services count (World Meteorological Organization).
    pub fn months(self) -> (Month, Month) {
        let first = match (self.name, self.half) {
            (SeasonName::Spring, Half::North) | (SeasonName::Autumn, Half::South) => 3,
            (SeasonName::Summer, Half::North) | (SeasonName::Winter, Half::South) => 6,
            (SeasonName::Autumn, Half::North) | (SeasonName::Spring, Half::South) => 9,
            (SeasonName::Winter, Half::North) | (SeasonName::Summer, Half::South) => 12,
        };
        let first = Month::new(self.year.get(), first).unwrap_or_else(|_| Day::FIRST.month());
        (first, first.plus_months(2).unwrap_or_else(|| Day::LAST.month()))
    }
}

impl Season {
    /// The season that a month lies in. None where that began before all calendars.
    pub fn of(month: Month, half: Half) -> Option<Self> {
        // January belongs to the season that began in the year before.
        let begins = month.plus_months(-i32::try_from(month.number() % 3).ok()?)?;
        let year = Year(begins.year());
        let all = SeasonName::ALL.map(|name| Self { year, name, half });
        all.into_iter().find(|season| season.months().0 == begins)
    }
}

/// When something was, as exactly as somebody knows it.
///
/// Printed and parsed as `2024-05-17`, `2024-05`, `2024-spring` or `2024`. Dates are in the order
/// of their [`FuzzyDay::midpoint`]; of two with the same one the longer comes first.
///
/// ```
/// use satkarya_core::time::FuzzyDay;
/// let spring: FuzzyDay = "2024-spring".parse()?;
/// assert_eq!(spring.earliest().to_string(), "2024-03-01");
/// assert_eq!(spring.midpoint().to_string(), "2024-04-15");
/// assert!("2024-04".parse::<FuzzyDay>()? > spring);
/// # Ok::<(), satkarya_core::time::NotATime>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum FuzzyDay {
    /// The day.
    Day(Day),
    /// The month.
    Month(Month),
    /// The season.
    Season(Season),
    /// No more than the year.
    Year(Year),
}

impl FuzzyDay {
    fn span(self) -> (Day, Day) {
        match self {
            Self::Day(day) => (day, day),
            Self::Month(month) => (month.first(), month.last()),
            Self::Season(season) => {
                let (first, last) = season.months();
                (first.first(), last.last())
            }
            Self::Year(year) => year.span(),
        }
    }

    /// The first day that may be meant.
    pub fn earliest(self) -> Day {
        self.span().0
    }

    /// The last day that may be meant.
    pub fn latest(self) -> Day {
        self.span().1
    }

    /// The day in the middle of the time that is meant; of two, the earlier.
    pub fn midpoint(self) -> Day {
        let (first, last) = self.span();
        first.plus_days(last.days_since(first) / 2).unwrap_or(first)
    }

    /// The year that was named, or that the day or month lies in.
    pub fn year(self) -> Year {
        Year(match self {
            Self::Day(day) => day.year(),
            Self::Month(month) => month.year(),
            Self::Season(season) => season.year.get(),
            Self::Year(year) => year.get(),
        })
    }
}

impl PartialOrd for FuzzyDay {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for FuzzyDay {
    fn cmp(&self, other: &Self) -> Ordering {
        // Two words for the same months, one of the north and one of the south, differ in the word.
        let place = |it: Self| {
            let word = if let Self::Season(season) = it { Some(season.name) } else { None };
            (it.midpoint(), it.earliest(), word)
        };
        place(*self).cmp(&place(*other))
    }
}

impl fmt::Display for FuzzyDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => day.fmt(f),
            Self::Month(month) => month.fmt(f),
            Self::Season(Season { year, name, half }) => {
                let half = if *half == Half::South { "-south" } else { "" };
                write!(f, "{year}-{}{half}", name.word())
            }
            Self::Year(year) => year.fmt(f),
        }
    }
}

impl FromStr for FuzzyDay {
    type Err = NotATime;

    fn from_str(text: &str) -> Result<Self, NotATime> {
        let exact = text.parse().map(Self::Day).or_else(|_| text.parse().map(Self::Month));
        exact
            .or_else(|_| text.parse().map(Self::Year))
            .or_else(|_| season(text).map(Self::Season).ok_or(NotATime::Fuzzy))
    }
}

as_text!(FuzzyDay);

/// A season as it is printed.
fn season(text: &str) -> Option<Season> {
    let (year, word) = text.split_once('-')?;
    let (word, half) = match word.split_once('-') {
        Some((word, "south")) => (word, Half::South),
        Some(_) => return None,
        None => (word, Half::North),
    };
    let name = SeasonName::ALL.into_iter().find(|name| name.word() == word)?;
    Some(Season { year: year.parse().ok()?, name, half })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn fuzzy(text: &str) -> FuzzyDay {
        text.parse().expect(text)
    }

    /// Any date of any exactness.
    fn any() -> impl Strategy<Value = FuzzyDay> {
        let year = (1900..=9999_i32).prop_map(|year| Year::new(year).expect("year"));
        let name = prop::sample::select(&SeasonName::ALL[..]);
        let half = prop::sample::select(&[Half::North, Half::South][..]);
        prop_oneof![
            (0..2_958_464_i64).prop_map(|n| FuzzyDay::Day(Day::FIRST.plus_days(n).expect("a day"))),
            (1900..=9999_i32, 1..=12_u32)
                .prop_map(|(year, month)| FuzzyDay::Month(Month::new(year, month).expect("month"))),
            (year.clone(), name, half).prop_map(|(year, name, half)| FuzzyDay::Season(Season {
                year,
                name,
                half
            })),
            year.prop_map(FuzzyDay::Year),
        ]
    }

    #[test]
    fn what_is_meant_goes_from_a_first_day_to_a_last() {
        for (text, first, middle, last) in [
            ("2024-05-17", "2024-05-17", "2024-05-17", "2024-05-17"),
            ("2024-05", "2024-05-01", "2024-05-16", "2024-05-31"),
            ("2024-02", "2024-02-01", "2024-02-15", "2024-02-29"),
            ("2024-spring", "2024-03-01", "2024-04-15", "2024-05-31"),
            ("2024-summer", "2024-06-01", "2024-07-16", "2024-08-31"),
            ("2024-autumn", "2024-09-01", "2024-10-16", "2024-11-30"),
            ("2024-winter", "2024-12-01", "2025-01-14", "2025-02-28"),
            ("2024-spring-south", "2024-09-01", "2024-10-16", "2024-11-30"),
            ("2024-summer-south", "2024-12-01", "2025-01-14", "2025-02-28"),
            ("2024-autumn-south", "2024-03-01", "2024-04-15", "2024-05-31"),
            ("2024-winter-south", "2024-06-01", "2024-07-16", "2024-08-31"),
            ("2024", "2024-01-01", "2024-07-01", "2024-12-31"),
            ("9999-winter", "9999-12-01", "9999-12-16", "9999-12-31"),
            ("1900", "1900-01-01", "1900-07-02", "1900-12-31"),
        ] {
            let it = fuzzy(text);
            let days = [it.earliest(), it.midpoint(), it.latest()].map(|day| day.to_string());
            assert_eq!(days, [first, middle, last], "{text}");
        }
    }

    #[test]
    fn the_seasons_of_a_year_follow_each_other() {
        let mut north: Vec<_> =
            ["2024-winter", "2024", "2024-summer", "2024-autumn", "2024-spring"].map(fuzzy).into();
        north.sort();
        assert_eq!(
            north.iter().map(ToString::to_string).collect::<Vec<_>>(),
            ["2024-spring", "2024", "2024-summer", "2024-autumn", "2024-winter"]
        );
    }

    #[test]
    fn refuses_what_is_no_date_at_any_exactness() {
        for bad in [
            "",
            "24",
            "1899",
            "10000",
            "2024-",
            "2024-13",
            "2024-02-30",
            "2024-Spring",
            "2024-fall",
            "2024-spring-north",
            "2024-spring-south-x",
            "1899-spring",
            "spring-2024",
            "spring",
            " 2024",
        ] {
            assert!(bad.parse::<FuzzyDay>().is_err(), "{bad:?}");
            assert!(serde_json::from_value::<FuzzyDay>(bad.into()).is_err(), "{bad:?}");
        }
    }

    #[test]
    fn every_month_lies_in_one_season() {
        for half in [Half::North, Half::South] {
            let months = (0..97_000).filter_map(|n| Day::FIRST.month().plus_months(n));
            for month in months.skip(2).take(12 * 8000) {
                let (first, last) = Season::of(month, half).expect("a season").months();
                assert!((first..=last).contains(&month), "{month}");
            }
            assert_eq!(Season::of(Day::FIRST.month(), half), None);
        }
    }

    proptest! {
        #[test]
        fn is_kept_at_the_exactness_that_was_given(it in any()) {
            prop_assert_eq!(it.to_string().parse(), Ok(it));
            let json = serde_json::to_string(&it).expect("json");
            prop_assert_eq!(json.trim_matches('"'), it.to_string());
            prop_assert_eq!(serde_json::from_str::<FuzzyDay>(&json).ok(), Some(it));
        }

        #[test]
        fn the_middle_lies_in_what_is_meant(it in any()) {
            let (first, middle, last) = (it.earliest(), it.midpoint(), it.latest());
            prop_assert!(first <= middle && middle <= last);
            let (before, after) = (middle.days_since(first), last.days_since(middle));
            prop_assert!((0..=1).contains(&(after - before)), "{before} {after}");
            prop_assert!(last.days_since(first) < 366);
        }

        #[test]
        fn is_in_one_order_by_the_middle(a in any(), b in any(), c in any()) {
            if a.midpoint() != b.midpoint() {
                prop_assert_eq!(a.cmp(&b), a.midpoint().cmp(&b.midpoint()));
            }
            prop_assert_eq!(a.cmp(&b), b.cmp(&a).reverse());
            prop_assert_eq!(a == b, a.cmp(&b) == Ordering::Equal);
            prop_assert!(!(a <= b && b <= c) || a <= c);
        }
    }
}
