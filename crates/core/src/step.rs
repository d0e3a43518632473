//! The next small step: what Today offers somebody, by where they are and what they have done.
//!
//! The rules stand in `content/en/steps.toml`; here is only what they ask for. A step is offered
//! and never due: whatever was agreed with a therapist comes before it, and another one is a tap
//! away.

use crate::along;
use crate::circle::{self, Figures};
use crate::content::{self, Fact, Step, StepMode, StepPhase};
use crate::course::{Milestone, Mode, Phase, Standing, numbered, standing};
use crate::diary::Area;
use crate::focus;
use crate::id::Id;
use crate::journal::Journal;
use crate::text::Note;
use crate::time::Day;
use crate::timeline;

/// How many events on the timeline are a beginning.
const SOME_EVENTS: usize = 2;
/// How many entries in seven days show a week.
const SOME_ENTRIES: usize = 3;

/// Where somebody is, as far as a step cares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Situation {
    /// Where they are with IPT.
    pub mode: StepMode,
    /// The part of their course.
    pub phase: StepPhase,
    /// What they work on.
    pub focus: Option<Area>,
    /// What is so.
    pub facts: Vec<Fact>,
}

impl Situation {
    /// What a journal says on a day.
    pub fn of(journal: &Journal, today: Day) -> Self {
        let standing = standing(journal, today);
        let mode = standing.as_ref().map_or(StepMode::Unsaid, |it| match it.course.mode {
            Mode::InIpt => StepMode::InIpt,
            Mode::Waiting => StepMode::Waiting,
            Mode::SelfGuided => StepMode::SelfGuided,
            Mode::KeepingWell => StepMode::KeepingWell,
        });
        let phase = standing.as_ref().map_or(StepPhase::Before, |it| match it.phase {
            Phase::Before => StepPhase::Before,
            Phase::Beginning => StepPhase::Beginning,
            Phase::Middle => StepPhase::Middle,
            Phase::Ending => StepPhase::Ending,
            Phase::After => StepPhase::After,
        });
        let facts = Fact::ALL
            .into_iter()
            .filter(|fact| is_so(*fact, journal, standing.as_ref(), today))
            .collect();
        Self { mode, phase, focus: focus::current(journal).map(|it| it.main), facts }
    }

    /// The steps to offer, the first first. Those that take turns begin with another one each day.
    pub fn steps(&self, today: Day) -> Vec<&'static Step> {
        let suits = |step: &&Step| {
            step.suits(self.mode, self.phase, self.focus, |fact| self.facts.contains(&fact))
        };
        let (mut rest, mut steps): (Vec<_>, Vec<_>) =
            content::steps().iter().filter(suits).partition(|step| step.is_rest());
        let n = i64::try_from(rest.len()).unwrap_or(i64::MAX).max(1);
        let turn = today.days_since(Day::FIRST).rem_euclid(n);
        let turn = usize::try_from(turn).unwrap_or_default().min(rest.len());
        rest.rotate_left(turn);
        steps.extend(rest);
        steps
    }
}

fn is_so(fact: Fact, journal: &Journal, standing: Option<&Standing>, today: Day) -> bool {
    let people = || circle::people(journal).into_iter().map(|it| it.1);
    let milestone = standing.and_then(Standing::milestone);
    match fact {
        Fact::People => people().any(|it| it.stands().is_some()),
        Fact::Circle => Figures::of(people()).with_network(circle::network(journal)).is_enough(),
        Fact::Onset => timeline::current(journal).is_some_and(|it| it.1.when.is_some()),
        Fact::Events => {
            let events = journal.records().filter(|it| it.event().is_some());
            events.count() >= SOME_EVENTS
        }
        Fact::Asked => !focus::reflections(journal).is_empty(),
        Fact::Focus => focus::current(journal).is_some(),
        Fact::Summary => focus::formulations(journal).first().is_some_and(|it| it.1.agreed),
        Fact::Goals => !focus::goals(journal, false).is_empty(),
        Fact::Wrote => {
            let first = today.plus_days(-6).unwrap_or(Day::FIRST);
            journal.entries_between(first, today).count() >= SOME_ENTRIES
        }
        Fact::Next => standing.is_some_and(|it| it.next.is_some()),
        Fact::Looked => {
            let last = along::looks(journal).into_iter().rfind(|it| it.is_answered());
            last.is_some_and(|it| {
                let pace = standing.map(|it| it.course.pace());
                pace.and_then(|pace| pace.after(it.day)).is_none_or(|again| today < again)
            })
        }
        Fact::Halfway => milestone == Some(Milestone::Halfway),
        Fact::EndingNext => milestone == Some(Milestone::EndingNext),
        Fact::Held => people().any(crate::people::Person::holds_back),
    }
}

/// What somebody wanted to try before the next session, in their own words, with the session: of
/// the latest that took place in the present course, if it says something.
pub fn to_try(journal: &Journal) -> Option<(Id, &Note)> {
    let course = journal.course()?.record.id;
    let last = numbered(journal, course).into_iter().rfind(|it| it.session.session.counts())?;
    let session = last.session;
    (!session.session.to_try.is_blank()).then_some((session.record.id, &session.session.to_try))
}
