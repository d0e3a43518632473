//! A course of IPT: where somebody is with it, its sessions, and which phase they are in.
//!
//! Phases guide and never lock: nothing here decides what may be opened. What is counted is what
//! the person marked, and a session that was missed counts only if they say so.
//! [`Plan`] is the rule of the phases, [`standing`] puts a plan and its sessions together.

mod calendar;
mod phases;
mod plan;
mod standing;

use serde::{Deserialize, Serialize};

use crate::diary::Unknown;
use crate::diary::choice::choice;
use crate::id::Id;
use crate::text::Note;
use crate::time::Day;

pub use calendar::{Again, calendar};
pub use phases::{PhaseStart, phase_on, phases};
pub use plan::{Phase, PhaseLength, Plan, ShortMiddle, Total};
pub use standing::{Milestone, Numbered, Standing, numbered, standing, standing_on};

choice! {
    /// Where somebody is with IPT.
    Mode {
        /// Meeting a therapist.
        InIpt,
        /// Waiting for the first session.
        Waiting,
        /// Working alone.
        SelfGuided,
        /// A course is over, and what got better is tended.
        KeepingWell,
    }
}
choice! {
    /// How often somebody who keeps well looks at how things are.
    Pace {
        /// Every week.
        Weekly,
        /// Every two weeks.
        TwoWeeks,
        /// Every month.
        Monthly,
        /// Every three months.
        ThreeMonths,
    }
}
choice! {
    /// What became of a session.
    Attendance {
        /// It is still to come.
        Planned,
        /// It took place.
        Attended,
        /// It did not take place.
        Missed,
    }
}

impl Mode {
    /// Whether sessions are counted and phases shown.
    pub const fn has_phases(self) -> bool {
        match self {
            Self::InIpt | Self::SelfGuided => true,
            Self::Waiting | Self::KeepingWell => false,
        }
    }

    /// How many sessions a plan has unless the person says otherwise.
    pub fn usual_total(self) -> Total {
        Total::nearest(match self {
            Self::SelfGuided => 8,
            Self::InIpt | Self::Waiting | Self::KeepingWell => 16,
        })
    }
}

impl Pace {
    /// The day to look again, after one on which that was done.
    ///
    /// A month on is the same day of a later month, or its last day if it has no such day.
    pub fn after(self, day: Day) -> Option<Day> {
        let months = match self {
            Self::Weekly => return day.plus_days(7),
            Self::TwoWeeks => return day.plus_days(14),
            Self::Monthly => 1,
            Self::ThreeMonths => 3,
        };
        day.plus_months(months)
    }
}

/// A course, or the time before or after one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Course {
    /// Where the person is with IPT.
    pub mode: Mode,
    /// How many sessions are planned; none for as many as is usual.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total: Option<Total>,
    /// How many of them are the beginning; none for as many as is usual.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub beginning: Option<PhaseLength>,
    /// How many of them are the ending; none for as many as is usual.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ending: Option<PhaseLength>,
    /// How often to look while keeping well; none for monthly.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pace: Option<Pace>,
    /// Put away because a new course began.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub archived: bool,
    /// Fields of a newer version.
    #[serde(flatten)]
    pub unknown: Unknown,
}

impl Course {
    /// A course as it is when somebody has said no more than where they are.
    pub fn new(mode: Mode) -> Self {
        Self {
            mode,
            total: None,
            beginning: None,
            ending: None,
            pace: None,
            archived: false,
            unknown: Unknown::new(),
        }
    }

    /// How many sessions are planned.
    pub fn total(&self) -> Total {
        self.total.unwrap_or_else(|| self.mode.usual_total())
    }

    /// How often to look while keeping well.
    pub fn pace(&self) -> Pace {
        self.pace.unwrap_or(Pace::Monthly)
    }

    /// The plan as the person set it.
    ///
    /// # Errors
    /// [`ShortMiddle`] if the lengths leave too few sessions for the middle.
    pub fn checked_plan(&self) -> Result<Plan, ShortMiddle> {
        Plan::new(self.total(), self.beginning, self.ending)
    }

    /// The plan; the usual one where the lengths do not fit, as a file of somebody else may have
    /// them.
    pub fn plan(&self) -> Plan {
        self.checked_plan().unwrap_or_else(|_| Plan::usual(self.total()))
    }

    /// Whether the lengths of the phases are those of the rule.
    pub fn is_usual(&self) -> bool {
        self.beginning.is_none() && self.ending.is_none()
    }
}

/// One session: with a therapist, or a quiet time with the work alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    /// Which course it belongs to.
    pub course: Id,
    /// The local day.
    pub day: Day,
    /// What became of it.
    #[serde(default = "planned")]
    pub state: Attendance,
    /// Of one that was missed: whether the count moves on all the same.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub moves_on: bool,
    /// What was talked about.
    #[serde(default, skip_serializing_if = "Note::is_empty")]
    pub talked: Note,
    /// What to try before the next one.
    #[serde(default, skip_serializing_if = "Note::is_empty")]
    pub to_try: Note,
    /// The day of the next one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<Day>,
    /// Fields of a newer version.
    #[serde(flatten)]
    pub unknown: Unknown,
}

impl Session {
    /// A session of which only the day is known.
    pub fn new(course: Id, day: Day, state: Attendance) -> Self {
        Self {
            course,
            day,
            state,
            moves_on: false,
            talked: Note::default(),
            to_try: Note::default(),
            next: None,
            unknown: Unknown::new(),
        }
    }

    /// Whether the count of sessions moves on by it.
    pub fn counts(&self) -> bool {
        match self.state {
            Attendance::Attended => true,
            Attendance::Missed => self.moves_on,
            Attendance::Planned => false,
        }
    }
}

fn planned() -> Attendance {
    Attendance::Planned
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().expect(text)
    }

    #[test]
    fn a_pace_keeps_to_the_calendar() {
        for (pace, from, to) in [
            (Pace::Weekly, "2026-12-28", "2027-01-04"),
            (Pace::TwoWeeks, "2026-02-20", "2026-03-06"),
            (Pace::Monthly, "2026-01-31", "2026-02-28"),
            (Pace::Monthly, "2028-01-31", "2028-02-29"),
            (Pace::Monthly, "2026-12-05", "2027-01-05"),
            (Pace::ThreeMonths, "2026-11-30", "2027-02-28"),
        ] {
            assert_eq!(pace.after(day(from)), Some(day(to)), "{pace:?} after {from}");
        }
        assert_eq!(Pace::Weekly.after(Day::LAST), None);
        assert_eq!(Pace::ThreeMonths.after(Day::LAST), None);
    }

    #[test]
    fn what_is_not_said_is_as_usual_and_is_not_written() {
        let course = Course::new(Mode::SelfGuided);
        assert_eq!(course.total().get(), 8);
        assert_eq!(Course { mode: Mode::InIpt, ..course.clone() }.total().get(), 16);
        assert_eq!(course.pace(), Pace::Monthly);
        assert_eq!(
            serde_json::to_string(&course).ok().as_deref(),
            Some(r#"{"mode":"self_guided"}"#)
        );
        for bad in [
            r#"{"mode":"in_ipt","total":7}"#,
            r#"{"mode":"in_ipt","total":21}"#,
            r#"{"mode":"in_ipt","beginning":0}"#,
            r#"{"mode":"in_ipt","ending":7}"#,
            "{}",
        ] {
            assert!(serde_json::from_str::<Course>(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn lengths_that_do_not_fit_fall_back_and_are_kept() {
        let long = PhaseLength::try_from(6).ok();
        let course = Course {
            total: Total::try_from(8).ok(),
            beginning: long,
            ending: long,
            ..Course::new(Mode::InIpt)
        };
        assert!(course.checked_plan().is_err());
        assert_eq!(course.plan(), Plan::usual(course.total()));
        assert_eq!(course.beginning, long);
    }

    #[test]
    fn a_missed_session_counts_only_if_the_person_says_so() {
        let session = |state, moves_on| Session {
            moves_on,
            ..Session::new(Id::from_bytes([1; 16]), Day::FIRST, state)
        };
        for (state, moves_on, counts) in [
            (Attendance::Attended, false, true),
            (Attendance::Missed, false, false),
            (Attendance::Missed, true, true),
            (Attendance::Planned, true, false),
        ] {
            assert_eq!(session(state, moves_on).counts(), counts, "{state:?} {moves_on}");
        }
    }
}
