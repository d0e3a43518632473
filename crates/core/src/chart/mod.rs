//! The geometry of a line over days: where points, ticks and gaps lie.
//!
//! Pure numbers: no colour, no text and no drawing. Places are shares of the drawing area,
//! from 0 to 1, `x` to the right and `y` downward, as drawings on a screen have it.

mod piece;
mod strip;

use chrono::Weekday;

pub use self::piece::{LEAST_DAYS, Piece, Zoom};
pub use self::strip::{dots, parts};
use crate::time::{Day, Month};

/// What a saved picture is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureFile {
    /// Lines and letters, as large as one likes.
    Svg,
    /// Points, which every program shows.
    Png,
}

impl PictureFile {
    /// The end of its name.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
        }
    }

    /// What a browser calls it.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Svg => "image/svg+xml",
            Self::Png => "image/png",
        }
    }
}

/// A value for each of some days, in order; none where there is a gap.
pub type Points<'a> = &'a [(Day, Option<f64>)];

/// Which days and values the drawing area shows.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    /// The day at the left edge.
    pub first: Day,
    /// The day at the right edge.
    pub last: Day,
    /// The value at the lower edge.
    pub low: f64,
    /// The value at the upper edge.
    pub high: f64,
}

impl Scale {
    /// Where a day lies: 0 at the left edge, 1 at the right, the middle if there is one day only.
    #[expect(clippy::cast_precision_loss, reason = "the calendar has fewer than 2^52 days")]
    pub fn x(&self, day: Day) -> f64 {
        let width = self.last.days_since(self.first);
        if width <= 0 {
            return 0.5;
        }
        (day.days_since(self.first) as f64 / width as f64).clamp(0.0, 1.0)
    }

    /// Where a value lies: 0 at the upper edge, 1 at the lower.
    pub fn y(&self, value: f64) -> f64 {
        let height = self.high - self.low;
        if height <= 0.0 {
            return 0.5;
        }
        ((self.high - value) / height).clamp(0.0, 1.0)
    }
}

/// The pieces of the line, each without a gap. A piece of one point is a dot.
///
/// A day that is missing from `points` is a gap too, and so is a value that is not finite.
/// Days outside the scale are left out.
pub fn segments(points: Points<'_>, scale: &Scale) -> Vec<Vec<(f64, f64)>> {
    let mut segments: Vec<Vec<(f64, f64)>> = Vec::new();
    let mut previous: Option<Day> = None;
    for (day, value) in points {
        let inside = scale.first <= *day && *day <= scale.last;
        let Some(value) = value.filter(|value| inside && value.is_finite()) else {
            previous = None;
            continue;
        };
        let place = (scale.x(*day), scale.y(value));
        let goes_on = previous.is_some_and(|previous| day.days_since(previous) == 1);
        match segments.last_mut().filter(|_| goes_on) {
            Some(segment) => segment.push(place),
            None => segments.push(vec![place]),
        }
        previous = Some(*day);
    }
    segments
}

/// How far apart the ticks of the days are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Every day.
    Day,
    /// The first day of each week.
    Week,
    /// The first day of each month.
    Month,
    /// The first day of each quarter.
    Quarter,
    /// The first day of each year.
    Year,
    /// The first day of each tenth year.
    Decade,
}

/// The ticks of the days: the finest step that makes at most `most` of them.
///
/// A place with too little room for the decades of the calendar gets fewer ticks than there
/// are decades: none beyond `most`.
pub fn day_ticks(scale: &Scale, week_start: Weekday, most: usize) -> (Step, Vec<(Day, f64)>) {
    let steps = [Step::Day, Step::Week, Step::Month, Step::Quarter, Step::Year];
    let fitting =
        steps.into_iter().find(|step| ticks_of(*step, scale, week_start).nth(most).is_none());
    let step = fitting.unwrap_or(Step::Decade);
    let ticks = ticks_of(step, scale, week_start).take(most);
    (step, ticks.map(|day| (day, scale.x(day))).collect())
}

/// The days of a step that lie on the scale.
fn ticks_of(step: Step, scale: &Scale, week_start: Weekday) -> impl Iterator<Item = Day> {
    let (first, last) = (scale.first, scale.last);
    let months = |n: i32| move |day: &Day| day.month().plus_months(n).map(Month::first);
    let start = match step {
        Step::Day => Some(first),
        Step::Week => first.to(last).find(|day| day.weekday() == week_start),
        Step::Month => Some(first.month().first()),
        Step::Quarter => back_to_multiple(first, 3),
        Step::Year => back_to_multiple(first, 12),
        Step::Decade => Day::new(first.year() / 10 * 10, 1, 1).ok(),
    };
    std::iter::successors(start, move |day| match step {
        Step::Day => day.plus_days(1),
        Step::Week => day.plus_days(7),
        Step::Month => months(1)(day),
        Step::Quarter => months(3)(day),
        Step::Year => months(12)(day),
        Step::Decade => months(120)(day),
    })
    .skip_while(move |day| *day < first)
    .take_while(move |day| *day <= last)
}

/// The first day of the part of the year, `n` months long, that a day lies in.
fn back_to_multiple(day: Day, n: u32) -> Option<Day> {
    let month = day.month();
    let back = i32::try_from((month.number() - 1) % n).ok()?;
    month.plus_months(-back).map(Month::first)
}

/// One row of the table that says the same as the line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Row {
    /// A day with a value.
    Value {
        /// The day.
        day: Day,
        /// Its value.
        value: f64,
    },
    /// Days without a value, both included.
    Gap {
        /// The first of them.
        first: Day,
        /// The last of them.
        last: Day,
    },
}

/// The rows of the table: one per value, and one per gap between two values.
pub fn rows(points: Points<'_>) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for (day, value) in points {
        let Some(value) = value.filter(|value| value.is_finite()) else { continue };
        if let Some(Row::Value { day: before, .. }) = rows.last()
            && let (Some(first), Some(last)) = (before.plus_days(1), day.plus_days(-1))
            && first <= last
        {
            rows.push(Row::Gap { first, last });
        }
        rows.push(Row::Value { day: *day, value });
    }
    rows
}

#[cfg(test)]
mod tests;
