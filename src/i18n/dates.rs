//! Dates, times and numbers in the language of the moment.

use satkarya_core::time::{Day, FuzzyDay, Month, TimeOfDay};

use super::{Locale, labels, locale, msg, t};
use crate::platform::intl;
pub(crate) use crate::platform::intl::DateStyle;

/// A day.
pub(crate) fn day(value: Day, style: DateStyle) -> String {
    intl::day(locale().lang(), value, style)
}

/// A day as one would say it on `today`: today, yesterday, or the date.
pub(crate) fn near_day(value: Day, today: Day) -> String {
    match today.days_since(value) {
        0 => t(msg::common_today()),
        1 => t(msg::common_yesterday()),
        _ if value.year() == today.year() => day(value, DateStyle::Short),
        _ => day(value, DateStyle::Medium),
    }
}

/// A month.
pub(crate) fn month(value: Month, style: DateStyle) -> String {
    intl::month(locale().lang(), value, style)
}

/// A date as exactly as it is known, to stand inside a sentence: 17 May 2024, May 2024, spring 2024, 2024.
pub(crate) fn fuzzy(value: FuzzyDay) -> String {
    match value {
        FuzzyDay::Day(it) => day(it, DateStyle::Medium),
        FuzzyDay::Month(it) => month(it, DateStyle::Month),
        FuzzyDay::Season(it) => {
            t(msg::fuzzy_season_of(t(labels::season(it.name)), it.year.to_string()))
        }
        FuzzyDay::Year(it) => it.to_string(),
    }
}

/// A time of day.
pub(crate) fn time(value: TimeOfDay) -> String {
    intl::time(locale().lang(), value)
}

/// A number with at most one digit after the point.
pub(crate) fn number(value: f64) -> String {
    intl::number(locale().lang(), value)
}

/// A whole number: from 10,000 on with the separators of the language.
pub(crate) fn count(n: usize) -> String {
    count_in(locale(), i64::try_from(n).unwrap_or(i64::MAX))
}

/// The same in a given locale.
#[expect(clippy::cast_precision_loss, reason = "nobody has 2^52 of anything")]
pub(super) fn count_in(locale: Locale, value: i64) -> String {
    match value {
        -9_999..=9_999 => value.to_string(),
        _ => intl::number(locale.lang(), value as f64),
    }
}

/// The first day of the week: 1 is Monday, 7 Sunday.
pub(crate) fn first_weekday() -> u8 {
    intl::first_weekday(locale().lang())
}
