//! Days and times in the ways in which apps write them.

use crate::time::{Day, NotATime, Offset, TimeOfDay, Zone};

use super::At;
use super::table::DayOrder;

/// Milliseconds of a day.
const DAY_MS: i64 = 86_400_000;

/// The moment of a local day and time as if the clock showed UTC, in milliseconds since 1970.
pub(super) fn as_utc(day: Day, time: TimeOfDay) -> Option<i64> {
    let epoch = Day::new(1970, 1, 1).ok()?;
    Some(day.days_since(epoch) * DAY_MS + i64::from(time.minutes()) * 60_000)
}

/// Milliseconds since 1970, if they lie within the calendar.
pub(super) fn instant(ms: i64) -> Option<At> {
    let last = as_utc(Day::LAST, TimeOfDay::MIDNIGHT)?;
    let ms = u64::try_from(ms).ok().filter(|_| ms < last)?;
    Some(At::Instant { ms, offset: None, zone: Zone::default() })
}

/// A day alone.
pub(super) const fn day(day: Day) -> At {
    At::Local { day, time: None, offset: None }
}

/// A day and a time.
pub(super) const fn local(day: Day, time: Option<TimeOfDay>) -> At {
    At::Local { day, time, offset: None }
}

/// An ISO date, with a time and a zone if they follow: `2026-05-17`, `2026-05-17 15:39`,
/// `2026-05-17T15:39:02.123Z`, `2026-05-17T15:39+05:30`.
///
/// With a `Z` it is a moment. With another offset the clock on the wall counts.
pub(super) fn iso(text: &str) -> Option<At> {
    let text = text.trim();
    let date: Day = text.get(..10)?.parse().ok()?;
    let rest = text.get(10..)?.trim_start_matches(['T', 't', ' ', ',']);
    if rest.is_empty() {
        return Some(day(date));
    }
    let end = rest.find(['Z', 'z', '+', '-']).unwrap_or(rest.len());
    let (clock, zone) = rest.split_at(end);
    let time = time(clock)?;
    if zone.eq_ignore_ascii_case("z") {
        let ms = as_utc(date, time)? + seconds(clock) * 1000;
        return instant(ms);
    }
    let offset = if zone.is_empty() { None } else { Some(offset(zone)?) };
    Some(At::Local { day: date, time: Some(time), offset })
}

/// The seconds of `15:39:02.123`.
fn seconds(clock: &str) -> i64 {
    let part = clock.split(':').nth(2).and_then(|part| part.get(..2));
    part.and_then(|part| part.parse().ok()).filter(|part| (0..60).contains(part)).unwrap_or(0)
}

/// An offset such as `+05:30` or `-0800`.
fn offset(text: &str) -> Option<Offset> {
    let sign = if text.starts_with('-') { -1 } else { 1 };
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let hours: i16 = digits.get(..2)?.parse().ok()?;
    let minutes: i16 = digits.get(2..4).unwrap_or("0").parse().ok()?;
    (sign * (hours * 60 + minutes)).try_into().ok()
}

/// Minutes as JavaScript's `getTimezoneOffset` tells them: how far UTC is ahead.
pub(super) fn behind(minutes: i64) -> Option<Offset> {
    i16::try_from(minutes).ok()?.checked_neg()?.try_into().ok()
}

/// A time on the wall: `20:39`, `8:30 pm`, `8.30`, with any white space, with seconds or without.
pub(super) fn time(text: &str) -> Option<TimeOfDay> {
    let text = text.trim().to_lowercase();
    let digits_end = text
        .find(|c: char| !c.is_ascii_digit() && !matches!(c, ':' | '.' | 'h'))
        .unwrap_or(text.len());
    let (clock, rest) = text.split_at(digits_end);
    let mut parts = clock.split([':', '.', 'h']);
    let hour: u32 = parts.next()?.parse().ok()?;
    let minute = parts.next().filter(|part| !part.is_empty());
    // `8 pm` needs no minutes, `8` alone is no time.
    let half: String = rest.chars().filter(char::is_ascii_alphabetic).collect();
    let hour = match half.as_str() {
        "" => {
            minute?;
            hour
        }
        "am" if (1..=12).contains(&hour) => hour % 12,
        "pm" if (1..=12).contains(&hour) => hour % 12 + 12,
        _ => return None,
    };
    let minute = minute.map_or(Some(0), |part| part.parse().ok())?;
    TimeOfDay::new(hour, minute).ok()
}

/// The month of an English name of three letters or more.
pub(super) fn month(name: &str) -> Option<u32> {
    const NAMES: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let name = name.trim_matches(['.', ',']).to_lowercase();
    if name.len() < 3 {
        return None;
    }
    let nth = NAMES
        .iter()
        .position(|full| full.starts_with(&*name) || (name == "sept" && *full == "september"))?;
    u32::try_from(nth + 1).ok()
}

/// A day in words or numbers with a time after it if there is one: all that [`iso`] reads,
/// `17/05/2026`, `5.17.26`, `2026-5-7`, `17 May 2026 3:39 PM`, `2026 Sun May 17 3:39 PM`,
/// milliseconds and seconds since 1970. `order` decides where numbers alone do not.
pub(super) fn loose(text: &str, order: DayOrder) -> Option<At> {
    let text = text.trim();
    if let Some(at) = iso(text) {
        return Some(at);
    }
    if text.len() >= 9 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        let n: i64 = text.parse().ok()?;
        return instant(if text.len() > 11 { n } else { n * 1000 });
    }
    let is_space = |c: char| c.is_whitespace() || matches!(c, ',' | 'T');
    let words: Vec<&str> = text.split(is_space).filter(|word| !word.is_empty()).collect();
    let first = words.first()?;
    let (day, rest) = match numbers(first, order) {
        Some(day) => (day, words.get(1..)?),
        None => worded(&words)?,
    };
    let time = if rest.is_empty() { None } else { Some(time(&rest.join(" "))?) };
    Some(local(day, time))
}

/// The three numbers of a date.
pub(super) fn three(word: &str) -> Option<[(u32, usize); 3]> {
    let mut parts = word.trim_end_matches('.').split(['-', '/', '.']);
    let mut next = || {
        let part = parts.next()?;
        Some((part.parse().ok()?, part.len()))
    };
    let three = [next()?, next()?, next()?];
    parts.next().is_none().then_some(three)
}

fn numbers(word: &str, order: DayOrder) -> Option<Day> {
    let [(a, width), (b, _), (c, last)] = three(word)?;
    let (year, month, day) = match order {
        _ if width == 4 => (a, b, c),
        DayOrder::DayFirst => (c, b, a),
        DayOrder::MonthFirst => (c, a, b),
    };
    let year = if width != 4 && last == 2 { year + 2000 } else { year };
    new_day(year, month, day).ok()
}

fn new_day(year: u32, month: u32, day: u32) -> Result<Day, NotATime> {
    Day::new(i32::try_from(year).map_err(|_| NotATime::Day)?, month, day)
}

/// A date with the month as a word among the first four words, and what follows it.
fn worded<'a, 'b>(words: &'b [&'a str]) -> Option<(Day, &'b [&'a str])> {
    let (mut year, mut month_n, mut day) = (None, None, None);
    for (nth, word) in words.iter().enumerate().take(4) {
        let bare = word.trim_end_matches(|c: char| !c.is_ascii_digit());
        if word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit()) {
            year = word.parse().ok();
        } else if !bare.is_empty() && bare.len() <= 2 && !word.contains(':') {
            // `17`, `17.`, `17th`
            day = bare.parse().ok();
        } else if month_n.is_none() {
            month_n = month(word);
        }
        if let (Some(year), Some(month), Some(day)) = (year, month_n, day) {
            return Some((new_day(year, month, day).ok()?, words.get(nth + 1..)?));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str, order: DayOrder) -> String {
        match loose(text, order) {
            None => "none".to_owned(),
            Some(At::Local { day, time, offset }) => {
                let time = time.map(|time| format!(" {time}")).unwrap_or_default();
                let offset = offset.map(|it| format!(" {}", it.minutes())).unwrap_or_default();
                format!("{day}{time}{offset}")
            }
            Some(At::Instant { ms, .. }) => format!("@{ms}"),
        }
    }

    #[test]
    fn days_and_times_are_read_in_the_ways_in_which_apps_write_them() {
        let cases = [
            ("2026-05-17", "2026-05-17"),
            ("2026-05-17 15:39", "2026-05-17 15:39"),
            ("2026-05-17T15:39:02.123Z", "@1779032342000"),
            ("2026-05-17T15:39:00+05:30", "2026-05-17 15:39 330"),
            ("2026-05-17T15:39-0800", "2026-05-17 15:39 -480"),
            ("2026-5-7", "2026-05-07"),
            ("17/05/2026", "2026-05-17"),
            ("17.05.26 8:30", "2026-05-17 08:30"),
            ("2026 Sun May 17 3:39 PM", "2026-05-17 15:39"),
            ("2026 Sun May 17 12:00\u{202f}AM", "2026-05-17 00:00"),
            ("17 May 2026", "2026-05-17"),
            ("May 17th, 2026 8 pm", "2026-05-17 20:00"),
            ("1779032342000", "@1779032342000"),
            ("1779032342", "@1779032342000"),
            ("2023-02-29", "none"),
            ("31/04/2026", "none"),
            ("0000-01-01", "none"),
            ("tomorrow", "none"),
            ("2026 So Mai 17 15:39", "none"),
            ("99999999999999999999", "none"),
            ("2026-05-17T99:99Z", "none"),
            ("é026-05-17", "none"),
            ("", "none"),
        ];
        for (given, expected) in cases {
            assert_eq!(said(given, DayOrder::DayFirst), expected, "{given:?}");
        }
        assert_eq!(said("5/17/2026", DayOrder::MonthFirst), "2026-05-17");
        println!("days and times read: {} ways", cases.len() + 1);
    }

    #[test]
    fn times_are_read_with_halves_of_the_day_and_any_space() {
        let cases = [
            ("20:39", Some("20:39")),
            ("8:30 pm", Some("20:30")),
            ("8:30\u{202f}PM", Some("20:30")),
            ("12:05 a.m.", Some("00:05")),
            ("12:05 pm", Some("12:05")),
            ("8.30", Some("08:30")),
            ("23:59:59", Some("23:59")),
            ("24:00", None),
            ("13:00 pm", None),
            ("8", None),
            ("abends", None),
            ("", None),
        ];
        for (given, expected) in cases {
            assert_eq!(time(given).map(|it| it.to_string()).as_deref(), expected, "{given:?}");
        }
        println!("times read: {} ways", cases.len());
    }
}
