//! How near each goal was and what the questionnaires add up to, all on one piece of time, with the
//! parts of the sessions behind.

use satkarya_core::chart::Scale;
use satkarya_core::focus::Rated;
use satkarya_core::journal::Journal;
use satkarya_core::pattern::{GoalLine, GoalLines, MeasureLine, PhaseSpan};
use satkarya_core::time::Day;

use crate::i18n::dates::{self, DateStyle};
use crate::i18n::{content_text, labels, msg, t};
use crate::ui::data_table::TableData;
use crate::ui::line_chart::Tick;
use crate::ui::strips::{Marks, Strip, Strips};
use crate::ui::told::{Part, Told, n};

fn day(day: Day) -> String {
    dates::day(day, DateStyle::Medium)
}

/// One line of the picture: what it is called, from where to where it can go, and its values.
struct Line {
    name: String,
    range: (u16, u16),
    values: Vec<(Day, u16)>,
    /// A value in words.
    words: fn(u16, u16) -> String,
}

impl Line {
    fn of_goal(it: &GoalLine, journal: &Journal) -> Self {
        let goal = journal.get(it.id).and_then(|record| record.goal());
        let value = |it: &Rated| (it.day, u16::from(it.near.get()));
        Self {
            name: goal.map_or_else(String::new, |goal| goal.text.trim().to_owned()),
            range: (0, 10),
            values: it.ratings.iter().map(value).collect(),
            words: |value, _| dates::count(usize::from(value)),
        }
    }

    fn of_measure(it: &MeasureLine<'_>) -> Self {
        Self {
            name: content_text(&it.measure.title),
            range: (it.measure.least(), it.measure.most()),
            values: it.totals.clone(),
            words: |value, most| t(msg::goal_lines_total(value.to_string(), most.to_string())),
        }
    }

    fn said(&self, value: u16) -> String {
        (self.words)(value, self.range.1)
    }

    fn sentence(&self) -> String {
        match self.values.first().zip(self.values.last()) {
            None => t(msg::goal_lines_unrated(&*self.name)),
            Some((first, last)) => t(msg::goal_lines_now(
                &*self.name,
                self.said(first.1),
                day(first.0),
                self.said(last.1),
                day(last.0),
            )),
        }
    }

    fn rows(&self) -> impl Iterator<Item = Vec<String>> + '_ {
        self.values.iter().map(|it| vec![self.name.clone(), day(it.0), self.said(it.1)])
    }

    fn part(&self, scale: &Scale, behind: &[(f64, f64, String)]) -> Part {
        let value = |it: &(Day, u16)| {
            (scale.x(it.0), f64::from(it.1), format!("{}, {}", day(it.0), self.said(it.1)))
        };
        let values: Vec<_> = self.values.iter().map(value).collect();
        let marks = (!values.is_empty()).then_some(Marks::Times(values));
        let tick = |at: u16| Tick { at: f64::from(at), label: dates::number(f64::from(at)) };
        let sentence = self.sentence();
        let strips = Strips {
            summary: sentence.clone(),
            rows: vec![Strip { label: String::new(), note: String::new(), marks }],
            scale: vec![tick(self.range.0), tick(self.range.1)],
            behind: behind.to_vec(),
        };
        Part { said: vec![sentence], strips, ..Part::default() }
    }
}

/// What the card says.
pub(super) fn told(found: Option<GoalLines<'_>>, journal: &Journal) -> Told {
    let Some(found) = found else {
        let said = vec![t(msg::goal_lines_none())];
        return Told::one(Part { said, ..Part::default() });
    };
    let scale = Scale { first: found.first, last: found.last, low: 0.0, high: 1.0 };
    let behind = found.phases.iter().map(|it| {
        let from = scale.x(it.first);
        // A stretch ends where the day after it begins.
        let end = it.last.plus_days(1).map_or(1.0, |day| scale.x(day));
        (from, end - from, t(labels::phase(it.phase)))
    });
    let behind: Vec<_> = behind.collect();
    let phase = |it: &PhaseSpan| {
        let days = t(msg::review_of(day(it.first), day(it.last)));
        format!("{}: {days}", t(labels::phase(it.phase)))
    };
    let goals = found.goals.iter().map(|it| Line::of_goal(it, journal));
    let lines: Vec<Line> = goals.chain(found.measures.iter().map(Line::of_measure)).collect();
    let (n_goals, n_measures) = (n(found.goals.len()), n(found.measures.len()));
    let goals = (n_goals > 0).then(|| t(msg::goal_lines_goals(n_goals)));
    let measures = (n_measures > 0).then(|| t(msg::goal_lines_measures(n_measures)));
    let counted = [goals, measures].into_iter().flatten().collect::<Vec<_>>().join("; ");
    let summary = t(msg::goal_lines_summary(day(found.first), day(found.last), counted));
    // Totals never stand without it, nor in a file.
    let rests_on = if n_measures > 0 { t(msg::measures_no_diagnosis()) } else { String::new() };
    let parts = [Part { said: vec![summary], rests_on, ..Part::default() }]
        .into_iter()
        .chain(lines.iter().map(|it| it.part(&scale, &behind)));
    let columns = [msg::goal_lines_goal(), msg::mood_line_day(), msg::goal_lines_value()];
    let table = TableData {
        caption: t(msg::goal_lines_title()),
        columns: columns.map(t).to_vec(),
        rows: lines.iter().flat_map(Line::rows).collect(),
    };
    let notes = found.phases.iter().map(phase).collect();
    Told { parts: parts.collect(), table, notes, ..Told::default() }
}
