//! Small pictures, one row below the other: dots or bars along a scale, values in time, or a bar of
//! parts with numbers.
//!
//! Role: `figure`, named by one sentence for screen readers. The rows themselves are for the eye:
//! what they say stands in that sentence and in the table that the caller shows beside them. Values in
//! time are a `group` with the keys of a line chart, since each of them has words of its own.
//! Nothing is told by color.

use leptos::prelude::*;
use satkarya_core::chart;

use super::line_chart::{Tick, targets};
use super::line_chart_geometry::Dot;
use crate::i18n::dates;

/// How high a dot stands above the one below it, in pixels, while there is room.
const STEP: f64 = 9.0;
/// The most that the dots of one row may add to its height, in pixels.
const MOST_HEIGHT: f64 = 90.0;
/// The height of a row with one layer of dots, in pixels.
const ONE_ROW: f64 = 20.0;
/// The height of values in time, and of the room above and below them, in pixels. Above stand the
/// names of what lies behind.
const TIMES_HEIGHT: f64 = 104.0;
const ABOVE: f64 = 24.0;
const EDGE: f64 = 10.0;
/// The narrowest stretch behind that has room for its name, of a whole of 1.
const ROOM_FOR_NAME: f64 = 0.24;
/// The height of the highest bar of numbers, and of its number above it, in pixels.
const BAR: f64 = 48.0;
const ABOVE_BAR: f64 = 16.0;
/// How wide such a bar is, of the way from one whole value to the next.
const BAR_WIDTH: f64 = 0.6;
/// The narrowest part of a bar that has room for its number, of a whole of 1.
const ROOM_FOR_NUMBER: f64 = 0.07;

/// What is drawn in a row.
#[derive(Debug, Clone, PartialEq)]
pub enum Marks {
    /// A dot for each value, and the middle of them.
    Dots(Vec<f64>, f64),
    /// How many lie at each whole value of the scale, and the middle of them.
    Counts(Vec<usize>, f64),
    /// A value at each of some places in time, from 0 at the left edge to 1, with its words.
    Times(Vec<(f64, f64, String)>),
    /// The parts of a bar. The longest possible bar has `most`.
    Parts {
        /// How many each part has.
        counts: Vec<usize>,
        /// How many the longest bar has.
        most: usize,
    },
}

/// One row.
#[derive(Debug, Clone, PartialEq)]
pub struct Strip {
    /// What it is.
    pub label: String,
    /// A line about it.
    pub note: String,
    /// What is drawn, if there is anything to draw.
    pub marks: Option<Marks>,
}

/// The rows.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Strips {
    /// The sentence for screen readers.
    pub summary: String,
    /// The rows.
    pub rows: Vec<Strip>,
    /// The marks of the scale, the lowest first; none for bars.
    pub scale: Vec<Tick>,
    /// What lies behind values in time: where each stretch begins and how wide it is, of 1, and its
    /// name.
    pub behind: Vec<(f64, f64, String)>,
}

/// The figure; nothing where there is no row.
pub fn strips(it: Strips) -> AnyView {
    let Strips { summary, rows, scale, behind } = it;
    if rows.is_empty() {
        return ().into_any();
    }
    let (low, high) = scale.first().zip(scale.last()).map_or((0.0, 0.0), |(a, b)| (a.at, b.at));
    let is_along_scale =
        |row: &Strip| matches!(row.marks, Some(Marks::Dots(..) | Marks::Counts(..)));
    let axis = rows.iter().any(is_along_scale).then(|| axis(&scale, low, high));
    // Values in time are reached one by one, and their drawing has the name itself.
    let is_read = rows.iter().any(|row| matches!(row.marks, Some(Marks::Times(_))));
    let caption = (!summary.is_empty() && !is_read)
        .then(|| view! { <figcaption class="visually-hidden">{summary.clone()}</figcaption> });
    let rows = rows.into_iter().map(|row| {
        let marks = row.marks.map(|marks| match marks {
            Marks::Dots(values, middle) => dots(&values, middle, low, high),
            Marks::Counts(counts, middle) => bars(&counts, middle, low, high),
            Marks::Times(values) => times(values, &behind, &scale, &summary),
            Marks::Parts { counts, most } => parts(&counts, most),
        });
        view! {
            <p class="strips__label">
                <span>{row.label}</span>
                <span class="soft small">{row.note}</span>
            </p>
            {marks}
        }
    });
    view! {
        <figure class="strips">
            {caption} <div class="strips__rows" aria-hidden=(!is_read).then_some("true")>
                {rows.collect_view()}
                {axis}
            </div>
        </figure>
    }
    .into_any()
}

fn percent(share: f64) -> String {
    format!("{}%", share * 100.0)
}

fn dots(values: &[f64], middle: f64, low: f64, high: f64) -> AnyView {
    let placed = chart::dots(values, low, high);
    let n_above = placed.iter().map(|(_, n)| *n).max().unwrap_or(0);
    let n_above = u32::try_from(n_above).map_or(0.0, f64::from);
    let step = if n_above > 0.0 { STEP.min(MOST_HEIGHT / n_above) } else { STEP };
    let height = ONE_ROW + step * n_above;
    let circles = placed.into_iter().map(|(x, n)| {
        let y = height - ONE_ROW / 2.0 - step * u32::try_from(n).map_or(0.0, f64::from);
        view! { <circle class="strips__dot" cx=percent(x) cy=y.to_string() r="4.5" /> }
    });
    let at = chart::dots(&[middle], low, high).first().map(|(x, _)| percent(*x));
    let [whole, from, to, bottom] = [height; 4].map(|it| it.to_string());
    view! {
        <div class="strips__frame">
            <svg class="strips__plot" height=whole>
                <line class="strips__axis" x1="0" x2="100%" y1=from y2=to />
                <line class="strips__middle" x1=at.clone() x2=at y1="0" y2=bottom />
                {circles.collect_view()}
            </svg>
        </div>
    }
    .into_any()
}

fn axis(scale: &[Tick], low: f64, high: f64) -> AnyView {
    let ticks = scale.iter().flat_map(|tick| {
        let place = chart::dots(&[tick.at], low, high);
        place.into_iter().map(|(x, _)| {
            view! {
                <text class="chart__tick" x=percent(x) y="12" text-anchor="middle">
                    {tick.label.clone()}
                </text>
            }
        })
    });
    view! {
        <div class="strips__frame">
            <svg class="strips__plot" height="18">
                {ticks.collect_view()}
            </svg>
        </div>
    }
    .into_any()
}

/// A bar for each whole value with its number above it, and the middle of all values.
fn bars(counts: &[usize], middle: f64, low: f64, high: f64) -> AnyView {
    let most = counts.iter().copied().max().unwrap_or(0);
    let whole = (ABOVE_BAR + BAR).to_string();
    let wide = BAR_WIDTH * 100.0 / (high - low).max(1.0);
    let steps = (0u32..).map(|step| low + f64::from(step));
    let (mut bars, mut numbers) = (Vec::new(), Vec::new());
    for (value, n) in steps.zip(counts).filter(|(_, n)| **n > 0) {
        // A single part tells how high the bar is of the highest.
        let tall = chart::parts(&[*n], most).first().map_or(0.0, |it| it.1 * BAR).max(2.0);
        let top = ABOVE_BAR + BAR - tall;
        let Some((x, _)) = chart::dots(&[value], low, high).first().copied() else { continue };
        let left = format!("{}%", x * 100.0 - wide / 2.0);
        let (width, height) = (format!("{wide}%"), tall.to_string());
        bars.push(view! {
            <rect class="strips__part" x=left width=width y=top.to_string() height=height />
        });
        numbers.push(view! {
            <text class="strips__number strips__number--bar" x=percent(x) y=(top - 4.0).to_string()>
                {dates::count(*n)}
            </text>
        });
    }
    let at = chart::dots(&[middle], low, high).first().map(|(x, _)| percent(*x));
    let [height, from, to, bottom] = [(); 4].map(|()| whole.clone());
    view! {
        <div class="strips__frame">
            <svg class="strips__plot" height=height>
                {bars}
                <line class="strips__axis" x1="0" x2="100%" y1=from y2=to />
                <line class="strips__middle" x1=at.clone() x2=at y1="0" y2=bottom />
                {numbers}
            </svg>
        </div>
    }
    .into_any()
}

/// Values in time, a line between them, over the stretches behind.
fn times(
    values: Vec<(f64, f64, String)>,
    behind: &[(f64, f64, String)],
    scale: &[Tick],
    name: &str,
) -> AnyView {
    let (low, high) = scale.first().zip(scale.last()).map_or((0.0, 0.0), |(a, b)| (a.at, b.at));
    let above = if behind.is_empty() { EDGE } else { ABOVE };
    let down = |value: f64| {
        let share = chart::dots(&[value], low, high).first().map_or(0.5, |(x, _)| *x);
        TIMES_HEIGHT - EDGE - share * (TIMES_HEIGHT - EDGE - above)
    };
    let y = |value: f64| down(value).to_string();
    let ground = behind.iter().map(|(from, width, name)| {
        let height = TIMES_HEIGHT.to_string();
        let name = (*width >= ROOM_FOR_NAME).then(|| {
            view! {
                <text class="chart__tick" x=percent(*from) y="14" dx="6">
                    {name.clone()}
                </text>
            }
        });
        view! {
            <rect class="strips__ground" x=percent(*from) width=percent(*width) height=height />
            {name}
        }
    });
    let lines = values.windows(2).filter_map(|pair| {
        let [(from, one, _), (to, other, _)] = pair else { return None };
        let (x1, x2) = (percent(*from), percent(*to));
        Some(view! { <line class="chart__line" x1=x1 x2=x2 y1=y(*one) y2=y(*other) /> })
    });
    let lines = lines.collect_view();
    let ticks = scale.iter().map(|tick| {
        let (top, bottom, beside) = (y(tick.at), y(tick.at), y(tick.at));
        view! {
            <line class="chart__grid" x1="0" x2="100%" y1=top y2=bottom />
            <text class="chart__tick chart__tick--value" x="0" y=beside dx="-8" dy="4">
                {tick.label.clone()}
            </text>
        }
    });
    let reading = RwSignal::new(String::new());
    let dot = |(x, value, label): (f64, f64, String)| Dot {
        x: x * 100.0,
        y: down(value),
        mood: None,
        label,
    };
    let dots = values.into_iter().map(dot).collect();
    view! {
        <div class="strips__frame strips__frame--times">
            <svg
                class="strips__plot"
                height=TIMES_HEIGHT.to_string()
                role="group"
                aria-label=name.to_owned()
            >
                {ground.collect_view()}
                {ticks.collect_view()}
                {lines}
                {targets(dots, reading)}
            </svg>
        </div>
        <p class="chart__readout" aria-hidden="true">
            {move || reading.get()}
        </p>
    }
    .into_any()
}

fn parts(counts: &[usize], most: usize) -> AnyView {
    let parts = chart::parts(counts, most).into_iter().zip(counts).map(|((from, width), n)| {
        let number = (width >= ROOM_FOR_NUMBER).then(|| {
            view! {
                <text class="strips__number" x=percent(from + width / 2.0) y="12" dy="4">
                    {dates::count(*n)}
                </text>
            }
        });
        view! {
            <rect class="strips__part" x=percent(from) width=percent(width) y="1" height="22" />
            {number}
        }
    });
    view! {
        <div class="strips__frame">
            <svg class="strips__plot" height="24">
                {parts.collect_view()}
            </svg>
        </div>
    }
    .into_any()
}
