//! Dates and numbers in the person's way of writing, through the browser's `Intl`.
//!
//! Storage speaks ISO dates; only what is shown passes here. A calendar day is formatted as
//! midnight UTC in the zone UTC, so that no zone can move it.

use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use satkarya_core::time::{Day, Month, Offset, TimeOfDay};
use wasm_bindgen::{JsCast as _, JsValue};

/// How a date is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateStyle {
    /// Tuesday, 24 November 2026.
    Full,
    /// Tue 24 Nov.
    Short,
    /// 24 Nov 2026.
    Medium,
    /// Tuesday.
    Weekday,
    /// T, for the head of a calendar column.
    WeekdayNarrow,
    /// November 2026.
    Month,
    /// November.
    MonthName,
    /// Nov.
    MonthShort,
    /// N, for a small grid.
    MonthNarrow,
}

impl DateStyle {
    const fn options(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Full => {
                &[("weekday", "long"), ("day", "numeric"), ("month", "long"), ("year", "numeric")]
            }
            Self::Short => &[("weekday", "short"), ("day", "numeric"), ("month", "short")],
            Self::Medium => &[("day", "numeric"), ("month", "short"), ("year", "numeric")],
            Self::Weekday => &[("weekday", "long")],
            Self::WeekdayNarrow => &[("weekday", "narrow")],
            Self::Month => &[("month", "long"), ("year", "numeric")],
            Self::MonthName => &[("month", "long")],
            Self::MonthShort => &[("month", "short")],
            Self::MonthNarrow => &[("month", "narrow")],
        }
    }
}

/// The locales the browser prefers; the interface's own language comes first.
fn locales(language: &str) -> Array {
    let preferred = super::window::window().and_then(|window| window.navigator().language());
    // The browser's region decides how dates are written if it speaks the interface's language.
    match preferred {
        Some(tag) if tag.split('-').next() == language.split('-').next() => {
            Array::of2(&tag.into(), &language.into())
        }
        _ => Array::of1(&language.into()),
    }
}

fn utc(year: i32, month: u32, day: u32, minutes: u16) -> JsValue {
    let date = Date::new(&JsValue::from_f64(0.0));
    date.set_utc_full_year_with_month_date(
        u32::try_from(year).unwrap_or(1970),
        i32::try_from(month).unwrap_or(1) - 1,
        i32::try_from(day).unwrap_or(1),
    );
    date.set_utc_hours(u32::from(minutes / 60));
    date.set_utc_minutes(u32::from(minutes % 60));
    date.into()
}

/// The formatter of this name. Making one costs far more than using it, so each is made once.
fn formatter(name: String, build: impl FnOnce() -> Option<Function>) -> Option<Function> {
    thread_local! {
        static MADE: std::cell::RefCell<Vec<(String, Function)>> =
            const { std::cell::RefCell::new(Vec::new()) };
    }
    let made = MADE.with_borrow(|made| {
        made.iter().find(|(other, _)| *other == name).map(|(_, function)| function.clone())
    });
    if made.is_some() {
        return made;
    }
    let function = build()?;
    MADE.with_borrow_mut(|made| made.push((name, function.clone())));
    Some(function)
}

fn options(pairs: &[(&str, JsValue)]) -> Option<Object> {
    let options = Object::new();
    for (key, value) in pairs {
        Reflect::set(&options, &(*key).into(), value).ok()?;
    }
    Some(options)
}

fn format(language: &str, pairs: &[(&str, &str)], date: &JsValue) -> Option<String> {
    let words = pairs.iter().flat_map(|(key, value)| [*key, *value]);
    let name = [language].into_iter().chain(words).collect::<Vec<_>>().join(" ");
    let function = formatter(name, || {
        let all = pairs.iter().chain(&[("timeZone", "UTC"), ("calendar", "gregory")]);
        let options =
            options(&all.map(|(key, value)| (*key, (*value).into())).collect::<Vec<_>>())?;
        Some(Intl::DateTimeFormat::new(&locales(language), &options).format())
    })?;
    function.call1(&JsValue::UNDEFINED, date).ok()?.as_string()
}

/// A day in words; its ISO form where the browser cannot.
pub fn day(language: &str, day: Day, style: DateStyle) -> String {
    let date = utc(day.year(), day.month().number(), day.day_of_month(), 0);
    format(language, style.options(), &date).unwrap_or_else(|| day.to_string())
}

/// A month in words.
pub fn month(language: &str, month: Month, style: DateStyle) -> String {
    day(language, month.first(), style)
}

/// A time of day in words, such as 14:05 or 2:05 pm.
pub fn time(language: &str, time: TimeOfDay) -> String {
    let pairs = [("hour", "numeric"), ("minute", "2-digit")];
    format(language, &pairs, &utc(2000, 1, 1, time.minutes())).unwrap_or_else(|| time.to_string())
}

/// A number with at most one digit after the point.
pub fn number(language: &str, value: f64) -> String {
    let function = formatter(format!("{language} number"), || {
        let options = options(&[("maximumFractionDigits", 1.into())])?;
        Some(Intl::NumberFormat::new(&locales(language), &options).format())
    });
    function
        .and_then(|function| function.call1(&JsValue::UNDEFINED, &value.into()).ok())
        .and_then(|text| text.as_string())
        .unwrap_or_else(|| format!("{value:.1}"))
}

/// The first day of the week where the browser knows it, else Monday. 1 is Monday, 7 Sunday.
pub fn first_weekday(language: &str) -> u8 {
    let locale = locales(language).get(0);
    let known = || {
        let class = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
        let class = Reflect::get(&class, &"Locale".into()).ok()?.dyn_into::<Function>().ok()?;
        let made = Reflect::construct(&class, &Array::of1(&locale)).ok()?;
        // A method in newer engines, a plain property in older ones.
        let info = match Reflect::get(&made, &"getWeekInfo".into()).ok()?.dyn_into::<Function>() {
            Ok(method) => method.call0(&made).ok()?,
            Err(_) => Reflect::get(&made, &"weekInfo".into()).ok()?,
        };
        Reflect::get(&info, &"firstDay".into()).ok()?.as_f64()
    };
    match known() {
        Some(7.0) => 7,
        Some(6.0) => 6,
        _ => 1,
    }
}

/// How far the clocks of a zone are from UTC at a moment in milliseconds since 1970. An empty name
/// is the zone of this device. None where the browser does not know the zone.
pub fn offset(zone: &str, ms: u64) -> Option<Offset> {
    // A moment of the calendar is far below 2^53.
    #[expect(clippy::cast_precision_loss, reason = "see above")]
    let date = Date::new(&JsValue::from_f64(ms as f64));
    if zone.is_empty() {
        #[expect(clippy::cast_possible_truncation, reason = "whole minutes of less than a day")]
        let behind = date.get_timezone_offset() as i16;
        return Offset::try_from(-behind).ok();
    }
    let function = formatter(format!("{zone} offset"), || {
        let pairs = [("day", "2-digit"), ("month", "2-digit"), ("year", "numeric")];
        let clock = [("hour", "2-digit"), ("minute", "2-digit"), ("hourCycle", "h23")];
        let all = pairs.into_iter().chain(clock).chain([("timeZone", zone)]);
        let options = options(&all.map(|(key, value)| (key, value.into())).collect::<Vec<_>>())?;
        let class = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
        let class = Reflect::get(&class, &"DateTimeFormat".into()).ok()?;
        // Made in this way, a name that the browser does not know is no more than an error.
        let class = class.dyn_into::<Function>().ok()?;
        let made = Reflect::construct(&class, &Array::of2(&"en-US".into(), &options));
        Some(made.ok()?.unchecked_into::<Intl::DateTimeFormat>().format())
    })?;
    let text = function.call1(&JsValue::UNDEFINED, &date).ok()?.as_string()?;
    // 05/17/2026, 21:09
    let mut numbers = text.split(|c: char| !c.is_ascii_digit()).filter_map(|it| it.parse().ok());
    let (month, day, year) = (numbers.next()?, numbers.next()?, numbers.next()?);
    let time = TimeOfDay::new(numbers.next()?, numbers.next()?).ok()?;
    let day = Day::new(i32::try_from(year).ok()?, month, day).ok()?;
    let days = day.days_since(Day::new(1970, 1, 1).ok()?);
    let local = days * 24 * 60 + i64::from(time.minutes());
    let ahead = local - i64::try_from(ms / 60_000).ok()?;
    i16::try_from(ahead).ok()?.try_into().ok()
}
