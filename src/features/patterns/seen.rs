//! Everything that the cards show, worked out in one pass over the entries that are looked at.

use satkarya_core::content;
use satkarya_core::focus::current;
use satkarya_core::journal::Journal;
use satkarya_core::pattern::{
    Filter, Sample, Slice, before_after, did_got as did_and_got, felt_with, focus_weeks,
    fortnights, goal_lines, hard_days, sleep_mood, support, times,
};
use satkarya_core::time::Day;

use super::card::Finding;
use super::counts::{Lists, lists};
use super::mood::{Line, line};
use super::{goals, say};
use crate::i18n::{dates, msg, t};
use crate::state::Prefs;
use crate::ui::told::{Part, Told, n, rests_on};
use crate::ui::{did_got, sides};

/// The findings that are data for a card, in the order in which they are kept.
pub(super) const SAID: [Finding; 10] = [
    Finding::HardDays,
    Finding::Support,
    Finding::BeforeAfter,
    Finding::FeltWith,
    Finding::Fortnights,
    Finding::DidGot,
    Finding::FocusWeeks,
    Finding::Goals,
    Finding::Times,
    Finding::Sleep,
];

/// What is not worked out, since nobody sees it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Hidden {
    /// Which of [`SAID`].
    said: [bool; 10],
    /// The mood line.
    line: bool,
    /// All lists of words, people and kinds; one of them alone costs no more than all.
    lists: bool,
}

impl Hidden {
    /// What the person put away, or did not turn on.
    pub(super) fn of(prefs: &Prefs) -> Self {
        let is_off = |it: Finding| it == Finding::Sleep && !prefs.sleep_mood().is_on();
        let lists = [Finding::People, Finding::Feelings, Finding::Kinds];
        Self {
            said: SAID.map(|it| it.is_hidden(prefs) || is_off(it)),
            line: Finding::Mood.is_hidden(prefs),
            lists: lists.iter().all(|it| it.is_hidden(prefs)),
        }
    }
}

/// What the cards show.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Seen {
    sample: Option<Sample>,
    n_covered: usize,
    /// The mood line.
    pub(super) line: Line,
    /// The lists of words, people and kinds.
    pub(super) lists: Lists,
    /// What each of [`SAID`] says.
    pub(super) told: Vec<Told>,
}

impl Default for Seen {
    fn default() -> Self {
        let line = Err((0, 0));
        Self { sample: None, n_covered: 0, line, lists: Lists::default(), told: Vec::new() }
    }
}

impl Seen {
    /// What the entries show that a filter lets through.
    pub(super) fn of(journal: &Journal, filter: &Filter, hidden: &Hidden) -> Self {
        let slice = Slice::of(journal, filter);
        let told = SAID.iter().zip(hidden.said).map(|(finding, is_hidden)| {
            if is_hidden { Told::default() } else { told(*finding, &slice, journal) }
        });
        Self {
            sample: slice.sample(),
            n_covered: slice.n_covered,
            told: told.collect(),
            line: if hidden.line { Line::Err((0, 0)) } else { line(journal, filter) },
            lists: if hidden.lists { Lists::default() } else { lists(&slice, journal) },
        }
    }

    /// How much is counted, where not everything is.
    pub(super) fn counted(&self, is_filtered: bool) -> Vec<String> {
        if !is_filtered {
            return Vec::new();
        }
        let counted = self.sample.map_or_else(
            || t(msg::patterns_filter_nothing()),
            |it| rests_on(it, msg::patterns_days_without),
        );
        let covered = (self.n_covered > 0).then(|| t(msg::patterns_covered(n(self.n_covered))));
        [counted].into_iter().chain(covered).collect()
    }
}

fn told(finding: Finding, slice: &Slice<'_>, journal: &Journal) -> Told {
    match finding {
        Finding::HardDays => sides::hard_days(&hard_days(slice), journal),
        Finding::Support => sides::support(&support(slice)),
        Finding::BeforeAfter => say::before_after(&before_after(slice), journal),
        Finding::FeltWith => say::felt_with(&felt_with(slice), journal),
        Finding::Fortnights => say::fortnights(&fortnights(slice)),
        Finding::DidGot => did_got::did_got(&did_and_got(slice)),
        Finding::FocusWeeks => match current(journal) {
            None => {
                let said = vec![t(msg::focus_weeks_no_focus())];
                Told::one(Part { said, ..Part::default() })
            }
            Some(focus) => {
                let start = week_start().weekday();
                say::focus_weeks(&focus_weeks(slice, focus.main, start), focus.main)
            }
        },
        Finding::Goals => goals::told(goal_lines(journal, content::measures()), journal),
        Finding::Times => say::times(&times(slice), dates::first_weekday()),
        Finding::Sleep => sides::sleep(&sleep_mood(slice)),
        Finding::Mood
        | Finding::People
        | Finding::Feelings
        | Finding::Kinds
        | Finding::Predictions => Told::default(),
    }
}

/// A day with which a week begins where the person lives. 1900 began with a Monday.
pub(super) fn week_start() -> Day {
    Day::FIRST.plus_days(i64::from(dates::first_weekday()) - 1).unwrap_or(Day::FIRST)
}
