//! The next small step: what Today offers somebody, by where they are and what they have done.
//!
//! The rules stand in `content/en/steps.toml`; here is only what they ask for. A step is offered
//! and never due: whatever was agreed with a therapist comes before it, and another one is a tap
//! away.

use crate::along;
use crate::circle::{self, Figures, Network};
use crate::content::{self, Fact, SheetId, Step, StepMode, StepPhase};
use crate::course::{Milestone, Mode, Pace, Phase, Standing, numbered, standing};
use crate::diary::Area;
use crate::focus;
use crate::id::Id;
use crate::journal::Journal;
use crate::people::Status;
use crate::record::Origin;
use crate::sheet::{self, Progress, Worksheet};
use crate::text::Note;
use crate::time::Day;

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
    /// The worksheets that were finished or put aside: they are not offered anew.
    pub settled: Vec<SheetId>,
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
        let focus = focus::current(journal).map(|it| it.main);
        let sheets = Sheets::of(journal, focus);
        let facts = Fact::ALL
            .into_iter()
            .filter(|fact| is_so(*fact, journal, standing.as_ref(), &sheets, today))
            .collect();
        let is_settled = |it: &&Worksheet| it.progress(journal) != Progress::Begun;
        let settled = sheets.all.iter().copied().filter(is_settled);
        let settled = settled.map(|it| it.sheet.clone()).collect();
        Self { mode, phase, focus, facts, settled }
    }

    /// The steps to offer, the first first. Those that take turns begin with another one each day.
    pub fn steps(&self, today: Day) -> Vec<&'static Step> {
        let is_settled = |step: &Step| {
            !step.is_again() && step.sheet().is_some_and(|it| self.settled.contains(it))
        };
        let suits = |step: &&Step| {
            step.suits(self.mode, self.phase, self.focus, |fact| self.facts.contains(&fact))
                && !is_settled(step)
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

/// Somebody's own worksheets, the latest first, and the group of what they work on.
struct Sheets<'a> {
    journal: &'a Journal,
    all: Vec<&'a Worksheet>,
    group: Option<&'static str>,
}

impl<'a> Sheets<'a> {
    fn of(journal: &'a Journal, focus: Option<Area>) -> Self {
        let all = sheet::worksheets(journal).into_iter().map(|it| it.1).collect();
        Self { journal, all, group: focus.map(sheet::group_of) }
    }

    fn latest(&self, name: &str) -> Option<&'a Worksheet> {
        self.all.iter().copied().find(|it| it.sheet.as_str() == name)
    }

    fn is_done(&self, name: &str) -> bool {
        let mut of_name = self.all.iter().filter(|it| it.sheet.as_str() == name);
        of_name.any(|it| it.progress(self.journal) == Progress::Done)
    }

    /// Whether one of the group of what they work on was begun.
    fn has_area(&self) -> bool {
        let mut groups = self.all.iter().filter_map(|it| it.asked()).map(|it| it.group.as_str());
        self.group.is_some_and(|group| groups.any(|it| it == group))
    }
}

/// Whether a fact is so. Of the sample diary nothing counts: it is not what somebody did.
fn is_so(
    fact: Fact,
    journal: &Journal,
    standing: Option<&Standing>,
    sheets: &Sheets<'_>,
    today: Day,
) -> bool {
    let own = || journal.others().filter(|it| it.origin == Origin::Own);
    let placed = || own().filter_map(|it| it.person()).filter(|it| !it.archived);
    let milestone = standing.and_then(Standing::milestone);
    // Whether what is looked at now and then was looked at lately.
    let is_lately = |day: Day| {
        let pace = standing.map(|it| it.course.pace());
        pace.and_then(|pace| pace.after(day)).is_none_or(|again| today < again)
    };
    match fact {
        Fact::People => placed().any(|it| it.stands().is_some()),
        Fact::Circle => Figures::of(placed()).with_network(circle::network(journal)).is_enough(),
        Fact::Network => {
            own().filter_map(|it| it.network()).any(|it| it.n_answered() == Network::N_QUESTIONS)
        }
        Fact::Onset => own().filter_map(|it| it.spell()).any(|it| it.when.is_some()),
        Fact::Events => {
            let told = own().filter_map(|it| it.event()).filter(|it| !it.title.is_blank());
            told.count() >= SOME_EVENTS
        }
        Fact::Asked => focus::reflections(journal)
            .iter()
            .any(|(_, it)| it.done || Area::ALL.iter().any(|area| !it.of(*area).is_empty())),
        Fact::Safety => {
            let by_questions =
                || focus::reflections(journal).iter().any(|it| !it.1.safety.is_empty());
            own().filter_map(|it| it.person()).any(|it| it.safe.is_some()) || by_questions()
        }
        Fact::Focus => focus::current(journal).is_some(),
        Fact::Summary => focus::formulations(journal).first().is_some_and(|it| it.1.agreed),
        Fact::Goals => focus::goals(journal, false).iter().any(|it| !it.1.text.is_blank()),
        Fact::Wrote => {
            let first = today.plus_days(-6).unwrap_or(Day::FIRST);
            let week = journal.entries_between(first, today);
            week.filter(|it| it.record.origin == Origin::Own).count() >= SOME_ENTRIES
        }
        Fact::Next => standing.is_some_and(|it| it.next.is_some()),
        Fact::Looked => {
            let last = along::looks(journal).into_iter().rfind(|it| it.is_answered());
            last.is_some_and(|it| is_lately(it.day))
        }
        Fact::Halfway => {
            let course = standing.map(|it| it.id);
            let is_settled = focus::history(journal).iter().any(|it| it.1.halfway == course);
            milestone == Some(Milestone::Halfway) && !is_settled
        }
        Fact::EndingNext => milestone == Some(Milestone::EndingNext),
        Fact::Held => is_held(journal),
        Fact::Worked => sheets.has_area(),
        Fact::Analysed => sheets.is_done("slowly"),
        Fact::Planned => sheets.latest("words").is_some(),
        Fact::Tried => sheets.latest("after").is_some(),
        Fact::Learned => sheets.is_done("learned"),
        Fact::Signs => sheets.is_done("signs"),
        Fact::Well => sheets.is_done("well"),
        Fact::Checked => sheets.latest("check").is_some_and(|it| match next_check(it) {
            Some(next) => today < next,
            None => is_lately(it.day),
        }),
    }
}

/// The day of the next keeping-well check-in, as somebody chose it in their last one: the day they
/// named, or else by their rhythm.
fn next_check(it: &Worksheet) -> Option<Day> {
    let named = it.answers.text("next").parse::<Day>().ok().filter(|next| *next > it.day);
    named.or_else(|| {
        let pace = match it.answers.text("rhythm") {
            "week" => Pace::Weekly,
            "fortnight" => Pace::TwoWeeks,
            "month" => Pace::Monthly,
            "quarter" => Pace::ThreeMonths,
            _ => return None,
        };
        pace.after(it.day)
    })
}

/// Whether somebody is not safe with anybody, as their page or the latest questions say, and does
/// not want all the same what is meant for two people who are safe with each other. Somebody who
/// was put away may still be feared; somebody who died is not.
pub fn is_held(journal: &Journal) -> bool {
    let mut people = journal.others().filter_map(|it| it.person());
    let wants_tools = |id: Id| journal.person(id).is_some_and(|it| it.person.wants_tools);
    people.any(|it| it.status != Status::Died && it.holds_back())
        || focus::reflections(journal)
            .first()
            .is_some_and(|(_, it)| it.tells_unsafe() && !it.who.is_some_and(wants_tools))
}

/// What somebody wanted to try before the next session, in their own words, with the session: of
/// the latest that took place in the present course, if it says something.
pub fn to_try(journal: &Journal) -> Option<(Id, &Note)> {
    let course = journal.course()?.record.id;
    let last = numbered(journal, course).into_iter().rfind(|it| it.session.session.counts())?;
    let session = last.session;
    (!session.session.to_try.is_blank()).then_some((session.record.id, &session.session.to_try))
}
