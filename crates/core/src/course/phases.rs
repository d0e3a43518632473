//! Which phase a day of the past lay in.

use crate::course::{Mode, Phase};
use crate::id::Id;
use crate::journal::Journal;
use crate::time::Day;

/// From which day on somebody was in a phase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PhaseStart {
    /// The first day of it.
    pub day: Day,
    /// The phase.
    pub phase: Phase,
    /// The record of the course.
    pub course: Id,
}

/// Where phases began, oldest first.
///
/// A day belongs to the session that is to come next, and the day of a session to that session:
/// of 16, the day of the fourth is still the beginning, and the day after it the middle. A course
/// begins with its first session that counts, and lasts until the next course does. What was
/// before the first is [`Phase::Before`]. While waiting nothing begins, and while keeping well all
/// is [`Phase::After`] from the first look on.
pub fn phases(journal: &Journal) -> Vec<PhaseStart> {
    let mut courses: Vec<Vec<PhaseStart>> = Vec::new();
    for it in journal.courses() {
        let (course, mode) = (it.record.id, it.course.mode);
        let plan = mode.has_phases().then(|| it.course.plan());
        if mode == Mode::Waiting {
            continue;
        }
        let days = journal.sessions_of(course).filter(|it| it.session.counts());
        let mut starts: Vec<PhaseStart> = Vec::new();
        for (n, session) in (1_u8..=u8::MAX).zip(days) {
            let phase = |n: u8| plan.map_or(Phase::After, |plan| plan.phase(n));
            let day = session.session.day;
            if n == 1 {
                starts.push(PhaseStart { day, phase: phase(1), course });
            }
            let next = phase(n.saturating_add(1));
            if starts.last().is_some_and(|it| it.phase != next) {
                starts.extend(day.plus_days(1).map(|day| PhaseStart { day, phase: next, course }));
            }
        }
        // Of two that began on one day the one made later holds; here it comes first.
        let begins = |starts: &[PhaseStart]| starts.first().map(|it| it.day);
        let place = courses.iter().position(|other| begins(other) >= begins(&starts));
        if !starts.is_empty() {
            courses.insert(place.unwrap_or(courses.len()), starts);
        }
    }
    let mut all: Vec<PhaseStart> = Vec::new();
    for starts in courses {
        if let Some(first) = starts.first() {
            all.retain(|it| it.day < first.day);
        }
        all.extend(starts);
    }
    all
}

/// The phase that a day lay in, by where phases began.
pub fn phase_on(starts: &[PhaseStart], day: Day) -> Phase {
    starts.iter().rfind(|it| it.day <= day).map_or(Phase::Before, |it| it.phase)
}
