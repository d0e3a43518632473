//! Ratings from 0 to 10 over days, as a line with the same as a table.

use leptos::prelude::*;
use satkarya_core::time::Day;

use super::data_table::TableData;
use super::line_chart::{ChartPoint, LineChart, Tick, axis};
use crate::i18n::dates::{self, DateStyle};
use crate::i18n::{Msg, msg, t};

/// The line.
#[component]
pub fn RatingLine(
    /// What was rated; the caption of the table.
    #[prop(into)]
    caption: String,
    /// Each rating with its day, in the order of days.
    #[prop(into)]
    ratings: Signal<Vec<(Day, u8)>>,
    /// The picture in one sentence, from the number of ratings and their first and last day.
    summary: fn(i64, String, String) -> Msg,
) -> impl IntoView {
    let medium = |day: Day| dates::day(day, DateStyle::Medium);
    let point = move |(day, n): &(Day, u8)| ChartPoint {
        day: axis(*day),
        value: Some(f64::from(*n)),
        mood: None,
        label: format!("{}, {n}", medium(*day)),
    };
    let summary = move || {
        ratings.with(|all| {
            let n = i64::try_from(all.len()).unwrap_or(i64::MAX);
            let day = |it: Option<&(Day, u8)>| it.map(|it| medium(it.0)).unwrap_or_default();
            t(summary(n, day(all.first()), day(all.last())))
        })
    };
    let days = move || {
        ratings.with(|all| {
            let ends = [all.first(), all.last()].into_iter().flatten().map(|it| it.0);
            let mut ends: Vec<Day> = ends.collect();
            ends.dedup();
            let tick = |day| Tick { at: axis(day), label: dates::day(day, DateStyle::Short) };
            ends.into_iter().map(tick).collect::<Vec<_>>()
        })
    };
    let table = move || TableData {
        caption: caption.clone(),
        columns: vec![t(msg::goal_day()), t(msg::goal_value())],
        rows: ratings
            .with(|all| all.iter().map(|it| vec![medium(it.0), it.1.to_string()]).collect()),
    };
    let points = move || ratings.with(|all| all.iter().map(point).collect::<Vec<_>>());
    let across = |at| Tick { at, label: dates::number(at) };
    let values: Vec<Tick> = [0.0, 5.0, 10.0].into_iter().map(across).collect();
    view! {
        <LineChart
            summary=Signal::derive(summary)
            points=Signal::derive(points)
            values
            days=Signal::derive(days)
            table_summary=t(msg::goal_table())
            table=Signal::derive(table)
        />
    }
}
