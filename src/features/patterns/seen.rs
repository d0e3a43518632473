//! Everything that the cards show, worked out in one pass over the entries that are looked at.

use satkarya_core::focus::current;
use satkarya_core::journal::Journal;
use satkarya_core::pattern::{
    Filter, Sample, Slice, before_after, did_got, felt_with, focus_weeks, fortnights, goal_lines,
    hard_days, sleep_mood, support, times,
};
use satkarya_core::time::Day;

use super::card::Finding;
use super::counts::{Lists, lists};
use super::mood::{Line, line};
use super::{goals, say, sides};
use crate::i18n::{dates, msg, t};
use crate::state::Prefs;
use crate::ui::told::{Part, Told, n, rests_on};

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

/// Which of [`SAID`] are not worked out, since nobody sees them.
pub(super) fn hidden(prefs: &Prefs) -> [bool; 10] {
    SAID.map(|it| it.is_hidden(prefs) || (it == Finding::Sleep && !prefs.sleep_mood().is_on()))
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
    pub(super) fn of(journal: &Journal, filter: &Filter, hidden: &[bool; 10]) -> Self {
        let slice = Slice::of(journal, filter);
        let told = SAID.iter().zip(hidden).map(|(finding, is_hidden)| {
            if *is_hidden { Told::default() } else { told(*finding, &slice, journal) }
        });
        Self {
            sample: slice.sample(),
            n_covered: slice.n_covered,
            line: line(journal, filter),
            lists: lists(&slice, journal),
            told: told.collect(),
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
        Finding::DidGot => say::did_got(&did_got(slice)),
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
        Finding::Goals => goals::told(goal_lines(journal), journal),
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
