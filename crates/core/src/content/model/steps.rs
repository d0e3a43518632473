//! The next small steps, and for whom each is.

use serde::{Deserialize, Serialize};

use super::super::Area;
use super::{PageId, SheetId, StepId};

/// Where somebody is with IPT, as far as a step cares.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepMode {
    /// They have not said.
    Unsaid,
    /// Meeting a therapist.
    InIpt,
    /// Waiting for the first session.
    Waiting,
    /// Working alone.
    SelfGuided,
    /// Tending what got better.
    KeepingWell,
}

impl StepMode {
    /// Every one.
    pub const ALL: [Self; 5] =
        [Self::Unsaid, Self::InIpt, Self::Waiting, Self::SelfGuided, Self::KeepingWell];
}

/// The part of a course somebody is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepPhase {
    /// No session is counted yet.
    Before,
    /// The beginning.
    Beginning,
    /// The middle.
    Middle,
    /// The ending.
    Ending,
    /// All sessions are done, or somebody keeps well.
    After,
}

impl StepPhase {
    /// Every one.
    pub const ALL: [Self; 5] =
        [Self::Before, Self::Beginning, Self::Middle, Self::Ending, Self::After];
}

/// Something that is so or not, which a step asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    /// Somebody stands in the circle.
    People,
    /// The circle is enough to start with.
    Circle,
    /// All questions about everybody together are answered.
    Network,
    /// The beginning of the low spell is marked.
    Onset,
    /// Two events are on the timeline.
    Events,
    /// "Where does it pinch?" was answered.
    Asked,
    /// Whether they are safe with somebody was asked and answered.
    Safety,
    /// What to work on is chosen.
    Focus,
    /// The summary sounds right enough.
    Summary,
    /// There is a goal.
    Goals,
    /// There are three entries in the last seven days.
    Wrote,
    /// The day of the next session is noted.
    Next,
    /// They looked at how they are getting along lately.
    Looked,
    /// They are at the session in the middle.
    Halfway,
    /// The ending begins after this session.
    EndingNext,
    /// Somebody is not safe, and what is meant for two who are is held back.
    Held,
    /// A worksheet of the area they work on was begun.
    Worked,
    /// An exchange was looked at in slow motion.
    Analysed,
    /// The words for a talk were begun to be found.
    Planned,
    /// How something went was noted.
    Tried,
    /// What was learned in the course is written down.
    Learned,
    /// The early signs are written down.
    Signs,
    /// There is a plan to stay well.
    Well,
    /// There was a keeping-well check-in lately.
    Checked,
}

impl Fact {
    /// Every one.
    pub const ALL: [Self; 24] = [
        Self::People,
        Self::Circle,
        Self::Network,
        Self::Onset,
        Self::Events,
        Self::Asked,
        Self::Safety,
        Self::Focus,
        Self::Summary,
        Self::Goals,
        Self::Wrote,
        Self::Next,
        Self::Looked,
        Self::Halfway,
        Self::EndingNext,
        Self::Held,
        Self::Worked,
        Self::Analysed,
        Self::Planned,
        Self::Tried,
        Self::Learned,
        Self::Signs,
        Self::Well,
        Self::Checked,
    ];
}

/// Where a step leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Goes {
    /// The plan of the course.
    Plan,
    /// The log of sessions.
    Sessions,
    /// The form for a new entry.
    Write,
    /// The people.
    People,
    /// The circle.
    Circle,
    /// The questions about everybody together.
    Network,
    /// The timeline.
    Timeline,
    /// "Where does it pinch?".
    Questions,
    /// What to work on.
    Focus,
    /// The summary.
    Summary,
    /// The goals.
    Goals,
    /// The six lines of getting along.
    Along,
    /// Support.
    Support,
    /// The worksheets.
    Sheets,
    /// One of them.
    Sheet,
    /// A reading page.
    Page,
}

/// A small step that Today can offer.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    id: StepId,
    #[serde(default)]
    mode: Vec<StepMode>,
    #[serde(default)]
    phase: Vec<StepPhase>,
    #[serde(default)]
    focus: Vec<Area>,
    #[serde(default)]
    when: Vec<Fact>,
    #[serde(default)]
    unless: Vec<Fact>,
    #[serde(default)]
    rest: bool,
    #[serde(default)]
    safe: bool,
    #[serde(default)]
    again: bool,
    goes: Goes,
    #[serde(default)]
    page: Option<PageId>,
    #[serde(default)]
    sheet: Option<SheetId>,
    title: String,
    why: String,
}

impl Step {
    /// The step's id.
    pub fn id(&self) -> &StepId {
        &self.id
    }

    /// What to do, in a few words.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// Why, in a sentence or two.
    pub fn why(&self) -> &str {
        &self.why
    }

    /// Where it leads.
    pub fn goes(&self) -> Goes {
        self.goes
    }

    /// The reading page, if it leads to one.
    pub fn page(&self) -> Option<&PageId> {
        self.page.as_ref()
    }

    /// The worksheet, if it leads to one.
    pub fn sheet(&self) -> Option<&SheetId> {
        self.sheet.as_ref()
    }

    /// Whether it is offered also where its worksheet was finished or put aside.
    pub fn is_again(&self) -> bool {
        self.again
    }

    /// Whether it comes after all others and takes turns.
    pub fn is_rest(&self) -> bool {
        self.rest
    }

    /// The areas it is for; none for all.
    pub fn focus(&self) -> &[Area] {
        &self.focus
    }

    /// Whether it is offered only after safety was asked about and not to somebody who is not safe,
    /// or is made for them.
    pub fn minds_safety(&self) -> bool {
        self.safe || (self.unless.contains(&Fact::Held) && self.when.contains(&Fact::Safety))
    }

    /// Whether it is not offered to somebody who is not safe with another person.
    pub fn is_held_back(&self) -> bool {
        self.unless.contains(&Fact::Held)
    }

    /// Whether it fits somebody there, of whom these facts are so.
    pub fn suits(
        &self,
        mode: StepMode,
        phase: StepPhase,
        focus: Option<Area>,
        is_so: impl Fn(Fact) -> bool,
    ) -> bool {
        (self.mode.is_empty() || self.mode.contains(&mode))
            && (self.phase.is_empty() || self.phase.contains(&phase))
            && (self.focus.is_empty() || focus.is_some_and(|area| self.focus.contains(&area)))
            && self.when.iter().all(|fact| is_so(*fact))
            && !self.unless.iter().any(|fact| is_so(*fact))
    }
}
