//! Values over days, with honest gaps.
//!
//! Role: `group`, named by a one-sentence summary that is also shown; every point is an `img` with its own words.
//! Keys: Tab enters at the last point, arrows move point by point, Home and End. The table below says the same.
//! Positions are percentages, so that text and dots keep their size at every width.

use leptos::{ev, prelude::*, svg};
use satkarya_core::time::Day;

use super::{
    data_table::{DataTable, TableData},
    keys::Step,
    line_chart_geometry::{Dot, Scale, Stretch, dots, stretches},
};

pub use super::line_chart_geometry::{ChartPoint, Tick};

/// Where a day stands on the axis: days are counted from the first day of the calendar.
pub fn axis(day: Day) -> f64 {
    i32::try_from(day.days_since(Day::FIRST)).map_or(0.0, f64::from)
}

/// A part of a picture that is worked out in one piece, if there is one.
pub fn part<P: 'static, E: 'static, T>(
    picture: impl With<Value = Result<P, E>> + Send + Sync + 'static,
    take: fn(&P) -> T,
) -> Signal<T>
where
    T: Default + Send + Sync + 'static,
{
    Signal::derive(move || picture.with(|it| it.as_ref().map(take).unwrap_or_default()))
}

/// A line over time.
#[component]
pub fn LineChart(
    /// The picture in one sentence, with counts and days without a value.
    #[prop(into)]
    summary: Signal<String>,
    /// The points in order of days; a day without a value breaks the line.
    #[prop(into)]
    points: Signal<Vec<ChartPoint>>,
    /// A second, calmer line, for example the middle of a week.
    #[prop(optional, into)]
    trend: Signal<Vec<ChartPoint>>,
    /// The lowest and the highest value of the axis.
    #[prop(default = (0.0, 10.0))]
    range: (f64, f64),
    /// The lines across, with their words.
    values: Vec<Tick>,
    /// The stretches of values at the side: where each begins, with its word. None if left out.
    #[prop(optional)]
    zones: Vec<Tick>,
    /// The values between which the picture is shaded, if it is.
    #[prop(optional, into)]
    shade: MaybeProp<(f64, f64)>,
    /// The marks below, with their words: two to four.
    #[prop(into)]
    days: Signal<Vec<Tick>>,
    /// The words that open the table.
    #[prop(into)]
    table_summary: Signal<String>,
    /// The same as rows.
    #[prop(into)]
    table: Signal<TableData>,
) -> impl IntoView {
    let reading = RwSignal::new(String::new());
    let grid = values.into_iter().map(move |tick| grid_line(&tick, range)).collect_view();
    let has_zones = !zones.is_empty();
    let beside = zone_words(zones, range);
    let shaded = move || {
        let (y, height) = shade.get().map(|edges| Scale::new(&[], range).shade(edges))?;
        let (y, height) = (y.to_string(), height.to_string());
        Some(view! { <rect class="chart__shade" x="0" width="100%" y=y height=height /> })
    };
    let plot = move || {
        let points = points.get();
        let scale = Scale::new(&points, range);
        let below = days.get().into_iter().map(|tick| day_mark(tick, scale)).collect_view();
        let trend = trend.with(|trend| stretches(trend, scale));
        view! {
            {lines(stretches(&points, scale), "chart__line")}
            {lines(trend, "chart__line chart__line--trend")}
            {below}
            {targets(dots(&points, scale), reading)}
        }
    };
    view! {
        <figure class="chart">
            <figcaption class="chart__summary">{move || summary.get()}</figcaption>
            <div class="chart__frame" class:chart__frame--zones=has_zones>
                <svg class="chart__plot" role="group" aria-label=move || summary.get()>
                    {shaded}
                    {grid}
                    {beside}
                    {plot}
                </svg>
            </div>
            <p class="chart__readout" aria-hidden="true">
                {move || reading.get()}
            </p>
            <DataTable summary=table_summary data=table />
        </figure>
    }
}

fn grid_line(tick: &Tick, range: (f64, f64)) -> impl IntoView + use<> {
    let y = Scale::new(&[], range).y(tick.at);
    view! {
        <line class="chart__grid" x1="0" x2="100%" y1=y.to_string() y2=y.to_string() />
        <text class="chart__tick chart__tick--value" x="0" y=y.to_string() dx="-8" dy="4">
            {tick.label.clone()}
        </text>
    }
}

/// The word of each stretch, beside its middle.
fn zone_words(zones: Vec<Tick>, range: (f64, f64)) -> impl IntoView {
    let ends: Vec<f64> = zones.iter().skip(1).map(|it| it.at).chain([range.1]).collect();
    let word = |(zone, end): (Tick, f64)| {
        let y = Scale::new(&[], range).y(f64::midpoint(zone.at, end));
        view! {
            <text class="chart__tick" x="100%" y=y.to_string() dx="8" dy="4">
                {zone.label}
            </text>
        }
    };
    zones.into_iter().zip(ends).map(word).collect_view()
}

fn day_mark(tick: Tick, scale: Scale) -> impl IntoView {
    let x = scale.x(tick.at);
    // The words at the edges must not leave the picture.
    let anchor = match x {
        ..15.0 => "start",
        85.0.. => "end",
        _ => "middle",
    };
    view! {
        <text class="chart__tick" x=format!("{x}%") y=Scale::BELOW.to_string() text-anchor=anchor>
            {tick.label}
        </text>
    }
}

fn lines(stretches: Vec<Stretch>, class: &'static str) -> impl IntoView {
    stretches
        .into_iter()
        .map(move |stretch| {
            let class = if stretch.over_gap { "chart__gap" } else { class };
            view! {
                <line
                    class=class
                    x1=format!("{}%", stretch.from.0)
                    y1=stretch.from.1.to_string()
                    x2=format!("{}%", stretch.to.0)
                    y2=stretch.to.1.to_string()
                />
            }
        })
        .collect_view()
}

/// The dots, of which one is in the Tab order; what is read of one is told.
pub(super) fn targets(dots: Vec<Dot>, reading: RwSignal<String>) -> impl IntoView {
    let elements: Vec<NodeRef<svg::G>> = dots.iter().map(|_| NodeRef::new()).collect();
    let reachable = RwSignal::new(dots.len().saturating_sub(1));
    let marks = dots
        .into_iter()
        .zip(elements.clone())
        .enumerate()
        .map(|(place, (dot, element))| {
            let label = StoredValue::new(dot.label.clone());
            let x = format!("{}%", dot.x);
            view! {
                <g
                    node_ref=element
                    class="chart__target"
                    role="img"
                    aria-label=dot.label
                    data-mood=dot.mood.map(|mood| mood.to_string())
                    tabindex=move || if reachable.get() == place { "0" } else { "-1" }
                    on:focus=move |_| {
                        reachable.set(place);
                        reading.set(label.get_value());
                    }
                    on:pointerenter=move |_| reading.set(label.get_value())
                >
                    <circle class="chart__hit" cx=x.clone() cy=dot.y.to_string() r="12" />
                    <circle class="chart__point" cx=x cy=dot.y.to_string() r="4" />
                </g>
            }
        })
        .collect_view();
    let on_key = move |event: ev::KeyboardEvent| {
        // Time runs from left to right here in every language.
        let step = match Step::of(&event.key(), false) {
            None | Some(Step::Up | Step::Down) => return,
            Some(step) => step,
        };
        event.prevent_default();
        let place = step.from(reachable.get_untracked(), elements.len(), 1);
        if let Some(dot) = elements.get(place).and_then(NodeRef::get_untracked) {
            let _ = dot.focus();
        }
    };
    view! { <g on:keydown=on_key>{marks}</g> }
}
