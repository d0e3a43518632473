//! Calendar days, times of day and the moment a change is made.
//!
//! A day is the local date that the person chose. It is stored as a date and never worked out
//! again from an instant, so nothing that was written moves when a clock or a zone does.
//! This module never asks what time it is.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Datelike as _, Days, NaiveDate, Timelike as _, Weekday};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A text or number that is not a day, month or time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum NotATime {
    /// Not a real date between 1900-01-01 and 9999-12-31.
    #[error("not a day between 1900-01-01 and 9999-12-31")]
    Day,
    /// Not a month between 1900-01 and 9999-12.
    #[error("not a month between 1900-01 and 9999-12")]
    Month,
    /// Not a time between 00:00 and 23:59.
    #[error("not a time between 00:00 and 23:59")]
    TimeOfDay,
    /// Not a year between 1900 and 9999.
    #[error("not a year between 1900 and 9999")]
    Year,
    /// Not a day, month, season or year.
    #[error("not a day, a month, a season such as 2024-spring, or a year")]
    Fuzzy,
    /// Not an offset between −12:00 and +14:00.
    #[error("not an offset from UTC in minutes, −720 to 840")]
    Offset,
}

macro_rules! as_text {
    ($name:ident) => {
        impl TryFrom<String> for $name {
            type Error = NotATime;

            fn try_from(text: String) -> Result<Self, NotATime> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(value: $name) -> Self {
                value.to_string()
            }
        }
    };
}

mod fuzzy;

pub use fuzzy::{FuzzyDay, Half, Season, SeasonName, Year};

/// A calendar day from 1900-01-01 to 9999-12-31, as the person chose it.
///
/// Printed and parsed as `2026-11-24`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Day(NaiveDate);

impl Day {
    /// The first day that there is: 1900-01-01.
    pub const FIRST: Self = Self(match NaiveDate::from_ymd_opt(1900, 1, 1) {
        Some(date) => date,
        None => NaiveDate::MIN,
    });
    /// The last day that there is: 9999-12-31.
    pub const LAST: Self = Self(match NaiveDate::from_ymd_opt(9999, 12, 31) {
        Some(date) => date,
        None => NaiveDate::MAX,
    });

    /// The day of a year, month (1–12) and day of the month (1–31).
    ///
    /// # Errors
    /// [`NotATime::Day`] if there is no such day or it lies outside the range.
    pub fn new(year: i32, month: u32, day: u32) -> Result<Self, NotATime> {
        NaiveDate::from_ymd_opt(year, month, day).and_then(Self::within).ok_or(NotATime::Day)
    }

    fn within(date: NaiveDate) -> Option<Self> {
        (1900..=9999).contains(&date.year()).then_some(Self(date))
    }

    /// The day `n` days later, or earlier if negative; none outside the range.
    pub fn plus_days(self, n: i64) -> Option<Self> {
        let steps = Days::new(n.unsigned_abs());
        let date =
            if n < 0 { self.0.checked_sub_days(steps) } else { self.0.checked_add_days(steps) };
        date.and_then(Self::within)
    }

    /// The same day `n` months later, or earlier if negative; the last day of a month that has no
    /// such day. None outside the range.
    pub fn plus_months(self, n: i32) -> Option<Self> {
        let month = self.month().plus_months(n)?;
        Some(Self::new(month.year, month.month, self.0.day()).unwrap_or_else(|_| month.last()))
    }

    /// How many days after `earlier` this day comes; negative if before.
    pub fn days_since(self, earlier: Self) -> i64 {
        self.0.signed_duration_since(earlier.0).num_days()
    }

    /// The days from this one to `last`, both included; none if `last` comes before.
    pub fn to(self, last: Self) -> impl Iterator<Item = Self> {
        std::iter::successors((self <= last).then_some(self), move |day| {
            day.plus_days(1).filter(|next| *next <= last)
        })
    }

    /// The same day of another year; none for 29 February where there is none.
    pub fn in_year(self, year: i32) -> Option<Self> {
        self.0.with_year(year).and_then(Self::within)
    }

    /// The month it lies in.
    pub fn month(self) -> Month {
        Month { year: self.0.year(), month: self.0.month() }
    }

    /// The year, 1900 to 9999.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The day of the month, 1 to 31.
    pub fn day_of_month(self) -> u32 {
        self.0.day()
    }

    /// The day of the week.
    pub fn weekday(self) -> Weekday {
        self.0.weekday()
    }

    /// The first day of its week, for weeks that begin on `start`; none before 1900.
    pub fn start_of_week(self, start: Weekday) -> Option<Self> {
        self.plus_days(-i64::from(self.0.weekday().days_since(start)))
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.0.year(), self.0.month(), self.0.day())
    }
}

/// Splits `text` at its dashes into exactly `N` numbers of the widths given.
fn numbers<const N: usize>(text: &str, separator: char, widths: [usize; N]) -> Option<[u32; N]> {
    let mut out = [0; N];
    let mut parts = text.split(separator);
    for (slot, width) in out.iter_mut().zip(widths) {
        let part = parts.next()?;
        if part.len() != width || !part.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        *slot = part.parse().ok()?;
    }
    parts.next().is_none().then_some(out)
}

impl FromStr for Day {
    type Err = NotATime;

    fn from_str(text: &str) -> Result<Self, NotATime> {
        let [year, month, day] = numbers(text, '-', [4, 2, 2]).ok_or(NotATime::Day)?;
        Self::new(i32::try_from(year).map_err(|_| NotATime::Day)?, month, day)
    }
}

as_text!(Day);

/// A calendar month from 1900-01 to 9999-12. Printed and parsed as `2026-11`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Month {
    year: i32,
    month: u32,
}

impl Month {
    /// A month (1–12) of a year.
    ///
    /// # Errors
    /// [`NotATime::Month`] outside the range.
    pub fn new(year: i32, month: u32) -> Result<Self, NotATime> {
        Day::new(year, month, 1).map(Day::month).map_err(|_| NotATime::Month)
    }

    /// The year, 1900 to 9999.
    pub fn year(self) -> i32 {
        self.year
    }

    /// The month of the year, 1 to 12.
    pub fn number(self) -> u32 {
        self.month
    }

    /// The month `n` months later, or earlier if negative; none outside the range.
    pub fn plus_months(self, n: i32) -> Option<Self> {
        let index = self.year * 12 + i32::try_from(self.month).ok()? - 1 + n;
        Self::new(index.div_euclid(12), u32::try_from(index.rem_euclid(12)).ok()? + 1).ok()
    }

    /// Its first day.
    pub fn first(self) -> Day {
        Day(NaiveDate::from_ymd_opt(self.year, self.month, 1).unwrap_or_default())
    }

    /// Its last day.
    pub fn last(self) -> Day {
        self.days().next_back().unwrap_or(self.first())
    }

    /// Its days in order.
    pub fn days(self) -> impl DoubleEndedIterator<Item = Day> {
        (1..=31).filter_map(move |day| Day::new(self.year, self.month, day).ok())
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

impl FromStr for Month {
    type Err = NotATime;

    fn from_str(text: &str) -> Result<Self, NotATime> {
        let [year, month] = numbers(text, '-', [4, 2]).ok_or(NotATime::Month)?;
        Self::new(i32::try_from(year).map_err(|_| NotATime::Month)?, month)
    }
}

as_text!(Month);

/// A time on the wall clock, to the minute. Printed and parsed as `23:05`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct TimeOfDay(u16);

impl TimeOfDay {
    /// The first minute of a day.
    pub const MIDNIGHT: Self = Self(0);
    /// The middle of a day.
    pub const NOON: Self = Self(12 * 60);
    /// The last minute of a day.
    pub const LAST: Self = Self(24 * 60 - 1);

    /// A time of an hour (0–23) and a minute (0–59).
    ///
    /// # Errors
    /// [`NotATime::TimeOfDay`] outside the range.
    pub fn new(hour: u32, minute: u32) -> Result<Self, NotATime> {
        if hour > 23 || minute > 59 {
            return Err(NotATime::TimeOfDay);
        }
        u16::try_from(hour * 60 + minute).map(Self).map_err(|_| NotATime::TimeOfDay)
    }

    /// Minutes since midnight, 0 to 1439.
    pub fn minutes(self) -> u16 {
        self.0
    }

    /// The hour, 0 to 23.
    pub fn hour(self) -> u16 {
        self.0 / 60
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

impl FromStr for TimeOfDay {
    type Err = NotATime;

    fn from_str(text: &str) -> Result<Self, NotATime> {
        let [hour, minute] = numbers(text, ':', [2, 2]).ok_or(NotATime::TimeOfDay)?;
        Self::new(hour, minute)
    }
}

as_text!(TimeOfDay);

/// Minutes that the local clock is ahead of UTC: −720 to 840.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "i16", into = "i16")]
pub struct Offset(i16);

impl Offset {
    /// UTC itself.
    pub const UTC: Self = Self(0);

    /// The minutes.
    pub fn minutes(self) -> i16 {
        self.0
    }
}

impl TryFrom<i16> for Offset {
    type Error = NotATime;

    fn try_from(minutes: i16) -> Result<Self, NotATime> {
        if (-720..=840).contains(&minutes) { Ok(Self(minutes)) } else { Err(NotATime::Offset) }
    }
}

impl From<Offset> for i16 {
    fn from(offset: Offset) -> Self {
        offset.0
    }
}

/// The name of a time zone as the browser gives it, such as `Asia/Kolkata`.
///
/// Kept as it was at the time of writing and never looked up.
pub type Zone = crate::text::Text<64>;

/// The present moment, as the shell saw it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Now {
    /// Milliseconds since 1970, UTC.
    pub ms: u64,
    /// How far the local clock is from UTC.
    pub offset: Offset,
    /// The zone's name, empty if unknown.
    pub zone: Zone,
}

impl Now {
    fn local(&self) -> Option<chrono::NaiveDateTime> {
        let ms = i64::try_from(self.ms).ok()?.checked_add(i64::from(self.offset.0) * 60_000)?;
        DateTime::from_timestamp_millis(ms).map(|instant| instant.naive_utc())
    }

    /// The local calendar day; 1 January 1970 if the clock is beyond all calendars.
    pub fn day(&self) -> Day {
        self.local()
            .and_then(|local| Day::within(local.date()))
            .unwrap_or(Day(NaiveDate::default()))
    }

    /// The local time of day.
    pub fn time(&self) -> TimeOfDay {
        self.local()
            .and_then(|local| TimeOfDay::new(local.hour(), local.minute()).ok())
            .unwrap_or(TimeOfDay(0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().expect(text)
    }

    fn now(ms: u64, offset: i16) -> Now {
        Now { ms, offset: offset.try_into().expect("offset"), zone: Zone::default() }
    }

    #[test]
    fn refuses_what_is_not_a_day() {
        for bad in [
            "",
            "2026-11-31",
            "2023-02-29",
            "1899-12-31",
            "10000-01-01",
            "0000-01-01",
            "2026-1-01",
            "2026-11-24x",
            "+026-11-24",
            "tomorrow",
            "2026-04-31",
            "2026-00-10",
        ] {
            assert_eq!(bad.parse::<Day>(), Err(NotATime::Day), "{bad:?}");
        }
    }

    #[test]
    fn the_calendar_ends_where_it_says() {
        assert_eq!((Day::FIRST, Day::LAST), (day("1900-01-01"), day("9999-12-31")));
        assert_eq!(day("9999-12-31").plus_days(1), None);
        assert_eq!(day("1900-01-01").plus_days(-1), None);
        assert_eq!(day("1900-01-01").plus_days(1), Some(day("1900-01-02")));
        assert_eq!(day("2026-11-24").plus_days(i64::MIN), None);
    }

    #[test]
    fn leap_days() {
        assert!("2024-02-29".parse::<Day>().is_ok() && "2028-02-29".parse::<Day>().is_ok());
        assert!("2100-02-29".parse::<Day>().is_err());
        assert_eq!(day("2024-02-29").in_year(2025), None);
        assert_eq!(day("2024-02-29").in_year(2028), Some(day("2028-02-29")));
    }

    #[test]
    fn days_and_months_are_one_to_one_over_the_whole_calendar() {
        let mut n_days = 0_u32;
        let mut expected = day("1900-01-01");
        let mut month = Month::new(1900, 1).ok();
        while let Some(this) = month {
            for day in this.days() {
                assert_eq!(day, expected);
                assert_eq!(day.month(), this);
                n_days += 1;
                expected = day.plus_days(1).unwrap_or(day);
            }
            assert_eq!(this.to_string().parse(), Ok(this));
            month = this.plus_months(1);
        }
        println!("days mapped to their month and back: {n_days}");
        assert_eq!(n_days, 2_958_464);
    }

    #[test]
    fn months_step_over_the_year() {
        let november: Month = "2026-11".parse().expect("month");
        assert_eq!(november.plus_months(2).map(|m| m.to_string()), Some("2027-01".to_owned()));
        assert_eq!(november.plus_months(-11).map(|m| m.to_string()), Some("2025-12".to_owned()));
        assert!("2026-13".parse::<Month>().is_err());
    }

    #[test]
    fn weeks_begin_where_the_person_says() {
        let tuesday = day("2026-11-24");
        assert_eq!(tuesday.start_of_week(Weekday::Mon), Some(day("2026-11-23")));
        assert_eq!(tuesday.start_of_week(Weekday::Sun), Some(day("2026-11-22")));
    }

    #[test]
    fn one_instant_is_another_day_elsewhere() {
        // 2026-11-24 01:30 UTC, from Los Angeles to Auckland.
        let ms = 1_795_483_800_000;
        for (offset, date, time) in [
            (-480, "2026-11-23", "17:30"),
            (0, "2026-11-24", "01:30"),
            (345, "2026-11-24", "07:15"),
            (780, "2026-11-24", "14:30"),
            (840, "2026-11-24", "15:30"),
            (-720, "2026-11-23", "13:30"),
        ] {
            let now = now(ms, offset);
            assert_eq!(now.day().to_string(), date);
            assert_eq!(now.time().to_string(), time);
        }
        assert!(Offset::try_from(841).is_err() && Offset::try_from(-721).is_err());
    }

    #[test]
    fn a_clock_beyond_all_calendars_still_gives_a_day() {
        assert_eq!(now(u64::MAX, 0).day().to_string(), "1970-01-01");
    }
}
