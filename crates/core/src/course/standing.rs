//! Where somebody stands: what follows from a course and its sessions.

use crate::course::{Attendance, Course, Mode, Phase, Plan, Session};
use crate::id::Id;
use crate::journal::{CourseRef, Journal, SessionRef};
use crate::time::{Day, Now, Offset, Zone};

/// Something to be said once, calmly, at one session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Milestone {
    /// Half of the sessions: is the focus still the right one?
    Halfway,
    /// The ending begins after this session.
    EndingNext,
    /// All sessions are done.
    Done,
}

/// Where somebody stands in their course.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The record of the course.
    pub id: Id,
    /// The course.
    pub course: Course,
    /// The plan; none where no sessions are counted.
    pub plan: Option<Plan>,
    /// The session they are on, from 1; one more than there are when all are done; 0 before
    /// anything began.
    pub n: u8,
    /// The phase of that session.
    pub phase: Phase,
    /// The day of the next session, or of the next look while keeping well.
    pub next: Option<Day>,
}

impl Standing {
    /// What is to be said at this session, if anything.
    pub fn milestone(&self) -> Option<Milestone> {
        let plan = self.plan?;
        // With a long ending both can fall on one session: the ending is the nearer thing.
        if self.phase == Phase::After {
            Some(Milestone::Done)
        } else if self.n == plan.last_of_middle() {
            Some(Milestone::EndingNext)
        } else {
            (self.n == plan.halfway()).then_some(Milestone::Halfway)
        }
    }
}

/// Tells where somebody stands in the course that is under way; none if there is none.
pub fn standing(journal: &Journal, today: Day) -> Option<Standing> {
    journal.course().map(|it| stand(journal, it, today, Day::LAST))
}

/// Tells where somebody stood at the end of an earlier day: in the newest course that had begun by then
/// and is not put away, with the sessions up to that day. None if there is none.
///
/// When a plan was changed has no day, so it is taken as it is now.
pub fn standing_on(journal: &Journal, day: Day) -> Option<Standing> {
    let had_begun = |it: &CourseRef<'_>| {
        let made = Now { ms: it.record.created.ms(), offset: Offset::UTC, zone: Zone::default() };
        let first = journal.sessions_of(it.record.id).next().map(|it| it.session.day);
        // A stamp knows no zone, so the local day of the making may be the one before.
        first.is_some_and(|first| first <= day) || day.days_since(made.day()) >= -1
    };
    let it = journal.courses().find(|it| !it.course.archived && had_begun(it))?;
    Some(stand(journal, it, day, day))
}

/// Where somebody stands in a course by their sessions up to a day.
fn stand(journal: &Journal, it: CourseRef<'_>, today: Day, until: Day) -> Standing {
    let (id, course) = (it.record.id, it.course.clone());
    let sessions = || journal.sessions_of(id).filter(|it| it.session.day <= until);
    let next = next_day(journal, id, today);
    if !course.mode.has_phases() {
        let phase = if course.mode == Mode::KeepingWell { Phase::After } else { Phase::Before };
        let look = || {
            let last = sessions().rfind(|it| it.session.counts())?.session.day;
            // A look that did not take place is not counted against anybody: it can be today.
            course.pace().after(last).map(|day| day.max(today))
        };
        let next = next.or_else(|| look().filter(|_| phase == Phase::After));
        return Standing { id, course, plan: None, n: 0, phase, next };
    }
    let plan = course.plan();
    let n = current(sessions().map(|it| it.session), plan);
    Standing { id, course, plan: Some(plan), n, phase: plan.phase(n), next }
}

/// The session somebody is on: one more than those that count, and at most one more than there
/// are.
fn current<'a>(sessions: impl Iterator<Item = &'a Session>, plan: Plan) -> u8 {
    let done = sessions.filter(|it| it.counts()).count();
    u8::try_from(done).map_or(plan.total(), |done| done.min(plan.total())) + 1
}

/// The first day from today on for which a session is planned or was agreed, unless what became
/// of it is known already.
fn next_day(journal: &Journal, course: Id, today: Day) -> Option<Day> {
    let sessions = || journal.sessions_of(course).map(|it| it.session);
    let is_settled =
        |day: Day| sessions().any(|it| it.day == day && it.state != Attendance::Planned);
    sessions()
        .flat_map(|it| {
            let planned = (it.state == Attendance::Planned).then_some(it.day);
            it.next.into_iter().chain(planned)
        })
        .filter(|day| *day >= today && !is_settled(*day))
        .min()
}

/// A session with its number in the course.
#[derive(Debug, Clone, Copy)]
pub struct Numbered<'a> {
    /// Its number, if it counts and the course has so many.
    pub n: Option<u8>,
    /// The session.
    pub session: SessionRef<'a>,
}

/// The sessions of a course with their numbers, oldest first.
pub fn numbered(journal: &Journal, course: Id) -> Vec<Numbered<'_>> {
    let mut n = 0_u8;
    journal
        .sessions_of(course)
        .map(|session| {
            let counts = session.session.counts();
            n = n.saturating_add(u8::from(counts));
            Numbered { n: counts.then_some(n), session }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::course::{Pace, PhaseLength, Total};
    use crate::journal::Earlier;
    use crate::record::Body;
    use crate::stamp::StampClock;

    fn id(n: u8) -> Id {
        Id::from_bytes([n; 16])
    }

    fn day(text: &str) -> Day {
        text.parse().expect(text)
    }

    /// Makes one course and sessions of it, the first with the id 1.
    fn journal(course: Course, sessions: impl IntoIterator<Item = Session>) -> Journal {
        let (mut journal, mut clock) = (Journal::new(), StampClock::new(1));
        journal.put(id(0), Body::Course(course), clock.tick(1), Earlier::Kept);
        for (session, n) in sessions.into_iter().zip(1..) {
            journal.put(id(n), Body::Session(session), clock.tick(1), Earlier::Kept);
        }
        journal
    }

    fn of_total(total: u8) -> Course {
        Course { total: Total::try_from(total).ok(), ..Course::new(Mode::InIpt) }
    }

    fn attended(on: &str) -> Session {
        Session::new(id(0), day(on), Attendance::Attended)
    }

    fn weekly(n: u8) -> impl Iterator<Item = Session> {
        let day = |n| day("2026-09-01").plus_days(7 * i64::from(n)).expect("a day");
        (0..n).map(move |n| Session::new(id(0), day(n), Attendance::Attended))
    }

    /// The session and phase after so many were attended, and what is said.
    fn after(course: &Course, n: u8) -> (u8, Phase, Option<Milestone>) {
        let journal = journal(course.clone(), weekly(n));
        let standing = standing(&journal, day("2026-11-24")).expect("a course");
        (standing.n, standing.phase, standing.milestone())
    }

    #[test]
    fn sixteen_sessions_one_after_the_other() {
        let course = of_total(16);
        for n in 0..16 {
            let phase = match n + 1 {
                1..=4 => Phase::Beginning,
                5..=12 => Phase::Middle,
                _ => Phase::Ending,
            };
            let said = match n + 1 {
                8 => Some(Milestone::Halfway),
                12 => Some(Milestone::EndingNext),
                _ => None,
            };
            assert_eq!(after(&course, n), (n + 1, phase, said));
        }
        for n in [16, 17, 40] {
            assert_eq!(after(&course, n), (17, Phase::After, Some(Milestone::Done)));
        }
    }

    #[test]
    fn other_totals_and_own_lengths() {
        let own = Course {
            beginning: PhaseLength::try_from(4).ok(),
            ending: PhaseLength::try_from(2).ok(),
            ..of_total(12)
        };
        let guided = Course::new(Mode::SelfGuided);
        for (course, n, phase, said) in [
            (&of_total(12), 3, Phase::Beginning, None),
            (&of_total(12), 4, Phase::Middle, None),
            (&of_total(12), 6, Phase::Middle, Some(Milestone::Halfway)),
            (&of_total(12), 9, Phase::Middle, Some(Milestone::EndingNext)),
            (&of_total(12), 10, Phase::Ending, None),
            (&own, 4, Phase::Beginning, None),
            (&own, 10, Phase::Middle, Some(Milestone::EndingNext)),
            (&own, 11, Phase::Ending, None),
            (&guided, 2, Phase::Beginning, None),
            (&guided, 4, Phase::Middle, Some(Milestone::Halfway)),
            (&guided, 6, Phase::Middle, Some(Milestone::EndingNext)),
            (&guided, 7, Phase::Ending, None),
            (&of_total(20), 5, Phase::Middle, None),
            (&of_total(20), 17, Phase::Ending, None),
        ] {
            assert_eq!(after(course, n - 1), (n, phase, said));
        }
    }

    #[test]
    fn waiting_and_keeping_well_count_nothing() {
        for (mode, phase) in [(Mode::Waiting, Phase::Before), (Mode::KeepingWell, Phase::After)] {
            assert_eq!(after(&Course::new(mode), 3), (0, phase, None));
        }
        assert!(standing(&Journal::new(), Day::FIRST).is_none());
    }

    #[test]
    fn missed_sessions_move_the_count_only_if_asked() {
        let missed = |moves_on| Session {
            moves_on,
            ..Session::new(id(0), day("2026-09-03"), Attendance::Missed)
        };
        for (moves_on, n, numbers) in
            [(false, 3, [Some(1), None, Some(2)]), (true, 4, [Some(1), Some(2), Some(3)])]
        {
            let sessions = [attended("2026-09-01"), missed(moves_on), attended("2026-09-09")];
            let journal = journal(of_total(12), sessions);
            let standing = standing(&journal, day("2026-09-10")).expect("a course");
            assert_eq!(standing.n, n);
            let listed: Vec<_> =
                super::numbered(&journal, standing.id).into_iter().map(|it| it.n).collect();
            assert_eq!(listed, numbers);
        }
    }

    #[test]
    fn the_next_session_is_the_first_that_is_agreed_and_not_settled() {
        let planned = |on: &str| Session::new(id(0), day(on), Attendance::Planned);
        let missed = |on: &str| Session::new(id(0), day(on), Attendance::Missed);
        let leads_to = |on: &str, next: &str| Session { next: Some(day(next)), ..attended(on) };
        let cases: [(Vec<Session>, Option<&str>); 7] = [
            (vec![], None),
            (vec![attended("2026-09-08")], None),
            (vec![leads_to("2026-09-01", "2026-09-08")], Some("2026-09-08")),
            (vec![leads_to("2026-08-20", "2026-08-27")], None),
            (vec![leads_to("2026-09-01", "2026-09-08"), planned("2026-09-05")], Some("2026-09-05")),
            (vec![leads_to("2026-09-01", "2026-09-08"), missed("2026-09-08")], None),
            (vec![leads_to("2026-09-01", "2026-09-02"), planned("2026-09-08")], Some("2026-09-02")),
        ];
        for (sessions, expected) in cases {
            let journal = journal(of_total(12), sessions.clone());
            let standing = standing(&journal, day("2026-09-02")).expect("a course");
            assert_eq!(standing.next, expected.map(day), "{sessions:?}");
        }
    }

    #[test]
    fn keeping_well_looks_again_in_its_pace_and_is_never_late() {
        let course = Course { pace: Some(Pace::TwoWeeks), ..Course::new(Mode::KeepingWell) };
        let journal = journal(course, [attended("2026-09-01")]);
        for (today, next) in [("2026-09-02", "2026-09-15"), ("2026-12-01", "2026-12-01")] {
            let standing = standing(&journal, day(today)).expect("a course");
            assert_eq!(standing.next, Some(day(next)));
        }
    }

    #[test]
    fn a_new_course_begins_at_one_and_the_old_one_keeps_its_sessions() {
        let mut journal = journal(of_total(12), [attended("2026-09-01")]);
        let mut clock = StampClock::new(1);
        let old = Course { archived: true, ..of_total(12) };
        journal.put(id(0), Body::Course(old), clock.tick(5), Earlier::Kept);
        assert!(standing(&journal, day("2026-09-02")).is_none());
        journal.put(id(9), Body::Course(of_total(8)), clock.tick(6), Earlier::Kept);
        let standing = standing(&journal, day("2026-09-02")).expect("a course");
        assert_eq!((standing.n, standing.id), (1, id(9)));
        assert_eq!(journal.courses().map(|it| it.record.id).collect::<Vec<_>>(), [id(9), id(0)]);
        assert_eq!(journal.sessions_of(id(0)).count(), 1);
        assert_eq!(journal.sessions_of(id(9)).count(), 0);
    }

    /// A page about last month does not know what came after it.
    #[test]
    fn where_somebody_stood_is_told_from_the_sessions_up_to_that_day() {
        let days = ["2026-09-01", "2026-09-08", "2026-10-06", "2026-10-13"];
        let journal = journal(of_total(8), days.map(attended));
        let n_on = |text: &str| standing_on(&journal, day(text)).map(|it| it.n);
        for (text, expected) in [
            ("1969-12-30", None),
            ("2026-08-31", Some(1)),
            ("2026-09-01", Some(2)),
            ("2026-09-30", Some(3)),
            ("2026-10-06", Some(4)),
            ("2026-10-31", Some(5)),
        ] {
            assert_eq!(n_on(text), expected, "{text}");
        }
        let today = day("2026-10-31");
        assert_eq!(standing_on(&journal, today), standing(&journal, today));
        println!("days on which somebody stood somewhere: 6");
    }
}
