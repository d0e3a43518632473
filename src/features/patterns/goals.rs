//! How near each goal was, all on one piece of time, with the parts of the sessions behind.

use satkarya_core::chart::Scale;
use satkarya_core::focus::Rated;
use satkarya_core::journal::Journal;
use satkarya_core::pattern::{GoalLine, GoalLines};
use satkarya_core::time::Day;

use crate::i18n::dates::{self, DateStyle};
use crate::i18n::{labels, msg, t};
use crate::ui::data_table::TableData;
use crate::ui::line_chart::Tick;
use crate::ui::strips::{Marks, Strip, Strips};
use crate::ui::told::{Part, Told, n};

fn day(day: Day) -> String {
    dates::day(day, DateStyle::Medium)
}

/// What the card says.
pub(super) fn told(found: Option<GoalLines>, journal: &Journal) -> Told {
    let Some(found) = found else {
        let said = vec![t(msg::goal_lines_none())];
        return Told::one(Part { said, ..Part::default() });
    };
    let scale = Scale { first: found.first, last: found.last, low: 0.0, high: 10.0 };
    let words = |it: &GoalLine| {
        let goal = journal.get(it.id).and_then(|record| record.goal());
        goal.map_or_else(String::new, |goal| goal.text.trim().to_owned())
    };
    let number = |it: &Rated| dates::count(usize::from(it.near.get()));
    let sentence = |it: &GoalLine| match it.ratings.first().zip(it.ratings.last()) {
        None => t(msg::goal_lines_unrated(words(it))),
        Some((first, last)) => t(msg::goal_lines_now(
            words(it),
            number(first),
            day(first.day),
            number(last),
            day(last.day),
        )),
    };
    let behind = found.phases.iter().map(|it| {
        let from = scale.x(it.first);
        // A stretch ends where the day after it begins.
        let end = it.last.plus_days(1).map_or(1.0, |day| scale.x(day));
        (from, end - from)
    });
    let behind: Vec<(f64, f64)> = behind.collect();
    let phase = |it: &satkarya_core::pattern::PhaseSpan| {
        let days = t(msg::review_of(day(it.first), day(it.last)));
        format!("{}: {days}", t(labels::phase(it.phase)))
    };
    let rows = found.goals.iter().flat_map(|goal| {
        let row = |it: &Rated| vec![words(goal), day(it.day), number(it)];
        goal.ratings.iter().map(row).collect::<Vec<_>>()
    });
    let columns = [msg::goal_lines_goal(), msg::mood_line_day(), msg::goal_lines_value()];
    let tick = |at: f64| Tick { at, label: dates::number(at) };
    let part = |it: &GoalLine| {
        let value = |rated: &Rated| (scale.x(rated.day), f64::from(rated.near.get()));
        let values: Vec<(f64, f64)> = it.ratings.iter().map(value).collect();
        let marks = (!values.is_empty()).then_some(Marks::Times(values));
        let strips = Strips {
            summary: String::new(),
            rows: vec![Strip { label: String::new(), note: String::new(), marks }],
            scale: vec![tick(0.0), tick(10.0)],
            behind: behind.clone(),
        };
        Part { said: vec![sentence(it)], strips, ..Part::default() }
    };
    let parts = found.goals.iter().map(part).collect();
    let (first, last) = (day(found.first), day(found.last));
    let summary = t(msg::goal_lines_summary(n(found.goals.len()), first, last));
    let table = TableData {
        caption: t(msg::goal_lines_title()),
        columns: columns.map(t).to_vec(),
        rows: rows.collect(),
    };
    let phases = found.phases.iter().map(phase);
    Told { parts, table, notes: [summary].into_iter().chain(phases).collect(), ..Told::default() }
}
