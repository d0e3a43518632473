//! Goals on one timeline, with the phases behind them.

use crate::course::{Phase, phase_on, phases};
use crate::focus::{Goal, Rated, goals};
use crate::id::Id;
use crate::journal::Journal;
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

/// All goals over time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoalLines {
    /// The first day on which a goal was written down or rated.
    pub first: Day,
    /// The last one.
    pub last: Day,
    /// The goals: first those that are not put away, each sort in the order of its making.
    pub goals: Vec<GoalLine>,
    /// The phases from the first day to the last, without a gap. Empty while no course has begun.
    pub phases: Vec<PhaseSpan>,
}

/// The goals and what was said of them over time; none if there is no goal.
pub fn goal_lines(journal: &Journal) -> Option<GoalLines> {
    let line = |(id, it): (Id, &Goal)| {
        // A file of somebody else may have them in another order.
        let mut ratings = it.ratings.clone();
        ratings.sort_by_key(|it| it.day);
        GoalLine { id, archived: it.archived, day: it.day, ratings }
    };
    let all = [false, true].into_iter().flat_map(|archived| goals(journal, archived));
    let goals: Vec<GoalLine> = all.map(line).collect();
    let rated = |it: &GoalLine| it.ratings.iter().map(|it| it.day).collect::<Vec<Day>>();
    let days = || goals.iter().flat_map(|it| std::iter::once(it.day).chain(rated(it)));
    let (first, last) = (days().min()?, days().max()?);

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
    Some(GoalLines { first, last, goals, phases })
}
