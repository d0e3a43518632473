//! Goals and the totals of measures on one timeline, with the phases behind them.

use crate::content::Measure;
use crate::course::{Phase, phase_on, phases};
use crate::focus::{Goal, Rated, goals};
use crate::id::Id;
use crate::journal::Journal;
use crate::measure::{MIN_FOR_LINE, history};
use crate::time::Day;

/// One goal over time. Its words are in the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoalLine {
    /// The record of the goal.
    pub id: Id,
    /// Whether it was put away.
    pub archived: bool,
    /// The day on which it was written down.
    pub day: Day,
    /// How near it was, in the order of days; days without an answer are gaps.
    pub ratings: Vec<Rated>,
}

/// The totals of one measure over time, each on its own scale.
#[derive(Debug, Clone)]
pub struct MeasureLine<'a> {
    /// The measure, which says from where to where a total can be.
    pub measure: &'a Measure,
    /// The total of each complete one with its day, in the order of days: [`MIN_FOR_LINE`] or more.
    pub totals: Vec<(Day, u16)>,
}

/// A stretch of days in one phase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PhaseSpan {
    /// Its first day in the picture.
    pub first: Day,
    /// Its last day in the picture.
    pub last: Day,
    /// The phase.
    pub phase: Phase,
}

/// All goals and measures over time.
#[derive(Debug, Clone)]
pub struct GoalLines<'a> {
    /// The first day on which a goal was written down or rated, or a measure filled in.
    pub first: Day,
    /// The last one.
    pub last: Day,
    /// The goals: first those that are not put away, each sort in the order of its making.
    pub goals: Vec<GoalLine>,
    /// The measures that have enough totals for a line, in the order of the guide.
    pub measures: Vec<MeasureLine<'a>>,
    /// The phases from the first day to the last, without a gap. Empty while no course has begun.
    pub phases: Vec<PhaseSpan>,
}

/// The goals and what was said of them over time, and the totals of these measures; none if there
/// is neither.
pub fn goal_lines<'a>(journal: &Journal, measures: &'a [Measure]) -> Option<GoalLines<'a>> {
    let line = |(id, it): (Id, &Goal)| {
        // A file of somebody else may have them in another order.
        let mut ratings = it.ratings.clone();
        ratings.sort_by_key(|it| it.day);
        GoalLine { id, archived: it.archived, day: it.day, ratings }
    };
    let all = [false, true].into_iter().flat_map(|archived| goals(journal, archived));
    let goals: Vec<GoalLine> = all.map(line).collect();
    let rated = |it: &GoalLine| it.ratings.iter().map(|it| it.day).collect::<Vec<Day>>();
    let totals = |measure: &'a Measure| {
        let all = history(journal, measure);
        let totals: Vec<(Day, u16)> = all.iter().map(|it| (it.day(), it.total)).collect();
        (totals.len() >= MIN_FOR_LINE).then_some(MeasureLine { measure, totals })
    };
    let measures: Vec<MeasureLine<'a>> = measures.iter().filter_map(totals).collect();
    let mut days: Vec<Day> = goals.iter().flat_map(rated).collect();
    days.extend(goals.iter().map(|it| it.day));
    days.extend(measures.iter().flat_map(|it| &it.totals).map(|it| it.0));
    let (first, last) = (*days.iter().min()?, *days.iter().max()?);

    let starts = phases(journal);
    let mut phases = Vec::new();
    if !starts.is_empty() {
        let later = starts.iter().filter(|it| first < it.day && it.day <= last);
        let mut open = PhaseSpan { first, last, phase: phase_on(&starts, first) };
        for start in later {
            if start.phase != open.phase {
                let until = start.day.plus_days(-1).unwrap_or(first);
                phases.push(PhaseSpan { last: until, ..open });
                open = PhaseSpan { first: start.day, last, phase: start.phase };
            }
        }
        phases.push(open);
    }
    Some(GoalLines { first, last, goals, measures, phases })
}
