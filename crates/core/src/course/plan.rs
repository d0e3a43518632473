//! The rule of the phases: which session belongs to the beginning, the middle or the ending.

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::rating::{OutOfRange, rating};

rating! {
    /// How many sessions a course has: 8 to 20.
    Total, 8..=20
}
rating! {
    /// How many sessions somebody gives to the beginning or the ending: 1 to 6.
    PhaseLength, 1..=6
}

/// The fewest sessions of the middle. Our own number.
const MIN_MIDDLE: u8 = 2;

/// A part of a course.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phase {
    /// Nothing has begun.
    Before,
    /// Looking at the mood and the people around it, and choosing one thing.
    Beginning,
    /// Changing something about it.
    Middle,
    /// Looking back, and saying goodbye.
    Ending,
    /// All sessions are done.
    After,
}

impl Phase {
    /// The three phases that have sessions, in order.
    pub const COURSE: [Self; 3] = [Self::Beginning, Self::Middle, Self::Ending];
}

/// The lengths leave too few sessions for the middle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("{left} sessions are left for the middle, which needs {MIN_MIDDLE}")]
pub struct ShortMiddle {
    /// How many are left; below zero where the others alone are more than there are sessions.
    pub left: i8,
}

/// How many sessions there are, and how they are shared out.
///
/// At least two are the middle.
///
/// # Source
/// The rule is our own. The beginning and the ending are a quarter each, which gives sessions
/// 1–4, 5–12 and 13–16 of 16, as IPT-UK and NHS Leeds describe them, and two sessions at each
/// end of 8, as in brief IPT (Swartz et al., 2014). Where the borders lie is a convention, so
/// everybody may move them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plan {
    total: u8,
    beginning: u8,
    ending: u8,
}

impl Plan {
    /// The plan by the rule: the first and the last quarter, never fewer than two sessions or
    /// more than four.
    pub fn usual(total: Total) -> Self {
        let total = total.get();
        let quarter = (total / 4).clamp(2, 4);
        Self { total, beginning: quarter, ending: quarter }
    }

    /// The plan with lengths of one's own; what is not given is as usual.
    ///
    /// # Errors
    /// [`ShortMiddle`] if fewer than two sessions are left for the middle.
    pub fn new(
        total: Total,
        beginning: Option<PhaseLength>,
        ending: Option<PhaseLength>,
    ) -> Result<Self, ShortMiddle> {
        let usual = Self::usual(total);
        let plan = Self {
            total: usual.total,
            beginning: beginning.map_or(usual.beginning, PhaseLength::get),
            ending: ending.map_or(usual.ending, PhaseLength::get),
        };
        let ends = plan.beginning + plan.ending;
        if ends + MIN_MIDDLE > plan.total {
            // All three are at most 20.
            return Err(ShortMiddle { left: plan.total.cast_signed() - ends.cast_signed() });
        }
        Ok(plan)
    }

    /// Number of sessions.
    pub const fn total(self) -> u8 {
        self.total
    }

    /// Number of sessions of the beginning.
    pub const fn beginning(self) -> u8 {
        self.beginning
    }

    /// Number of sessions of the ending.
    pub const fn ending(self) -> u8 {
        self.ending
    }

    /// The phase of a session; 0 is before the first one.
    pub const fn phase(self, n: u8) -> Phase {
        if n == 0 {
            Phase::Before
        } else if n <= self.beginning {
            Phase::Beginning
        } else if n <= self.last_of_middle() {
            Phase::Middle
        } else if n <= self.total {
            Phase::Ending
        } else {
            Phase::After
        }
    }

    /// The first and the last session of a phase; none of those that have no sessions.
    pub fn sessions(self, phase: Phase) -> Option<RangeInclusive<u8>> {
        match phase {
            Phase::Beginning => Some(1..=self.beginning),
            Phase::Middle => Some(self.beginning + 1..=self.last_of_middle()),
            Phase::Ending => Some(self.last_of_middle() + 1..=self.total),
            Phase::Before | Phase::After => None,
        }
    }

    /// The session at which to ask whether the focus is still the right one.
    pub const fn halfway(self) -> u8 {
        self.total.div_ceil(2)
    }

    /// The last session of the middle, at which the ending is spoken of.
    pub const fn last_of_middle(self) -> u8 {
        self.total - self.ending
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn total(n: u8) -> Total {
        Total::try_from(n).expect("a total")
    }

    fn length(n: u8) -> Option<PhaseLength> {
        PhaseLength::try_from(n).ok()
    }

    fn ranges(plan: Plan) -> Vec<(u8, u8)> {
        let of = |phase| plan.sessions(phase).expect("sessions").into_inner();
        Phase::COURSE.map(of).to_vec()
    }

    #[test]
    fn the_table_of_the_rule() {
        for (n, beginning, middle, ending, halfway) in [
            (8, (1, 2), (3, 6), (7, 8), 4),
            (9, (1, 2), (3, 7), (8, 9), 5),
            (10, (1, 2), (3, 8), (9, 10), 5),
            (11, (1, 2), (3, 9), (10, 11), 6),
            (12, (1, 3), (4, 9), (10, 12), 6),
            (13, (1, 3), (4, 10), (11, 13), 7),
            (14, (1, 3), (4, 11), (12, 14), 7),
            (15, (1, 3), (4, 12), (13, 15), 8),
            (16, (1, 4), (5, 12), (13, 16), 8),
            (17, (1, 4), (5, 13), (14, 17), 9),
            (18, (1, 4), (5, 14), (15, 18), 9),
            (19, (1, 4), (5, 15), (16, 19), 10),
            (20, (1, 4), (5, 16), (17, 20), 10),
        ] {
            let plan = Plan::usual(total(n));
            assert_eq!(ranges(plan), [beginning, middle, ending], "{n} sessions");
            assert_eq!(plan.halfway(), halfway, "{n} sessions");
            assert_eq!(plan.last_of_middle(), middle.1, "{n} sessions");
            assert_eq!(Plan::new(total(n), None, None), Ok(plan));
        }
    }

    #[test]
    fn fewer_than_eight_or_more_than_twenty_are_refused() {
        for n in [0, 1, 7, 21, 255] {
            assert_eq!(Total::try_from(n), Err(OutOfRange { value: n, min: 8, max: 20 }));
        }
        for n in [0, 7] {
            assert!(PhaseLength::try_from(n).is_err());
        }
    }

    #[test]
    fn own_lengths_leave_two_sessions_for_the_middle() {
        let twelve = Plan::new(total(12), length(4), length(2)).expect("it fits");
        assert_eq!(ranges(twelve), [(1, 4), (5, 10), (11, 12)]);
        assert_eq!(Plan::new(total(12), length(6), length(5)), Err(ShortMiddle { left: 1 }));
        assert_eq!(Plan::new(total(8), length(6), length(6)), Err(ShortMiddle { left: -4 }));
        assert_eq!(Plan::new(total(8), length(5), None), Err(ShortMiddle { left: 1 }));
        assert!(Plan::new(total(8), length(4), None).is_ok());
    }

    proptest! {
        #[test]
        fn every_session_has_one_phase_and_they_come_in_order(
            n in 8..=20_u8,
            beginning in prop::option::of(1..=6_u8),
            ending in prop::option::of(1..=6_u8),
        ) {
            let given = (beginning.and_then(length), ending.and_then(length));
            match Plan::new(total(n), given.0, given.1) {
                Ok(plan) => {
                    let phases: Vec<Phase> = (0..=n + 1).map(|at| plan.phase(at)).collect();
                    prop_assert!(phases.is_sorted());
                    prop_assert_eq!((phases[0], phases[1]), (Phase::Before, Phase::Beginning));
                    prop_assert_eq!(phases[usize::from(n)], Phase::Ending);
                    prop_assert_eq!(plan.phase(n + 1), Phase::After);
                    prop_assert_eq!(plan.phase(u8::MAX), Phase::After);
                    for phase in Phase::COURSE {
                        let sessions = plan.sessions(phase).expect("sessions");
                        let counted = phases.iter().filter(|it| **it == phase).count();
                        prop_assert_eq!(sessions.len(), counted);
                        prop_assert!(sessions.into_iter().all(|at| plan.phase(at) == phase));
                    }
                    prop_assert!(plan.sessions(Phase::Middle).expect("sessions").len() >= 2);
                    prop_assert_eq!(plan.beginning(), beginning.unwrap_or(plan.beginning()));
                    prop_assert_eq!(plan.ending(), ending.unwrap_or(plan.ending()));
                }
                Err(ShortMiddle { left }) => {
                    prop_assert!(left < 2);
                    prop_assert!(beginning.is_some() || ending.is_some());
                }
            }
        }
    }
}
