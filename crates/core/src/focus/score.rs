//! From answers to points, bands and a suggestion.
//!
//! The points are a way of sorting somebody's own answers. Nobody has tested them, so they are
//! never added up over areas, never called high or low, and never decide: the person does.
//!
//! # Source
//! Items, points and bands are the project's own. That events go before connection follows IPT's
//! manuals, which keep that focus for where no event fits (Weissman, Markowitz and Klerman,
//! "The Guide to Interpersonal Psychotherapy", 2018).

use crate::diary::Area;
use crate::focus::answers::{Answers, Gate, Item, Reflection};
use crate::rating::{Much, Timing};

/// The most points that an area can have: five items of three, timing and leverage.
pub const MAX_POINTS: u8 = 20;
/// From how many skipped sentences of the five nothing is said of an area.
const TOO_MANY_SKIPPED: usize = 2;
/// From how many points an area can be suggested.
const SOMETHING: u8 = 7;
/// From how many points an area is clearly there: events go first from here on.
const CLEARLY: u8 = 10;
/// From how many points the highest band begins.
const A_LOT: u8 = 13;
/// Within how many points two areas are close.
const CLOSE: u8 = 2;
/// How many of somebody's own answers are told.
const MAX_REASONS: usize = 3;

/// How much of an area somebody's own answers told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Band {
    /// A little here.
    Little,
    /// Something here.
    Something,
    /// A lot here.
    Lot,
}

impl Band {
    /// The band of a number of points.
    pub const fn of(points: u8) -> Self {
        match points {
            ..SOMETHING => Self::Little,
            SOMETHING..A_LOT => Self::Something,
            A_LOT.. => Self::Lot,
        }
    }
}

/// What can be said of one area.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Score {
    /// It was not asked about yet.
    Open,
    /// It does not apply.
    DoesNotApply,
    /// Too many sentences were skipped.
    NotEnough,
    /// Somebody is not safe with that person. No points are shown, and it is never suggested.
    SafetyFirst,
    /// So many points of [`MAX_POINTS`].
    Points(u8),
}

impl Score {
    /// The points, where there are any to show.
    pub const fn points(self) -> Option<u8> {
        match self {
            Self::Points(points) => Some(points),
            Self::Open | Self::DoesNotApply | Self::NotEnough | Self::SafetyFirst => None,
        }
    }
}

/// The points of an area: what was skipped counts as nothing.
pub fn points(answers: &Answers) -> u8 {
    let items: u8 = answers.items.values().map(|it| it.get()).sum();
    let timing = answers.timing.map_or(0, Timing::get);
    items + timing + answers.leverage.map_or(0, Much::get)
}

/// What can be said of an area. For `is_unsafe` see [`Reflection::is_unsafe`].
pub fn score(reflection: &Reflection, area: Area, is_unsafe: bool) -> Score {
    let answers = reflection.of(area);
    match answers.gate {
        _ if area == Area::Dispute && is_unsafe => Score::SafetyFirst,
        None => Score::Open,
        Some(Gate::No) => Score::DoesNotApply,
        Some(Gate::Yes | Gate::Unsure) if answers.skipped().count() >= TOO_MANY_SKIPPED => {
            Score::NotEnough
        }
        Some(Gate::Yes | Gate::Unsure) => Score::Points(points(answers)),
    }
}

/// What somebody's answers point to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Suggestion {
    /// Nothing stands out.
    Nothing,
    /// One area.
    One(Area),
    /// Two or more that are too close to prefer one, in the order of [`Area::ALL`].
    Close(Vec<Area>),
}

impl Suggestion {
    /// The areas in it, in the order of [`Area::ALL`].
    pub fn areas(&self) -> &[Area] {
        match self {
            Self::Nothing => &[],
            Self::One(area) => std::slice::from_ref(area),
            Self::Close(areas) => areas,
        }
    }
}

/// What came out of a sitting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// What is said of each area, in the order of [`Area::ALL`].
    pub scores: Vec<(Area, Score)>,
    /// What to look at first.
    pub suggestion: Suggestion,
    /// What is worth keeping in mind beside it.
    pub also: Vec<Area>,
}

impl Outcome {
    /// Sorts the answers of a sitting. For `is_unsafe` see [`Reflection::is_unsafe`].
    pub fn of(reflection: &Reflection, is_unsafe: bool) -> Self {
        let all = Area::ALL.iter().map(|area| (*area, score(reflection, *area, is_unsafe)));
        let scores: Vec<(Area, Score)> = all.collect();
        let known = || scores.iter().filter_map(|(area, it)| Some((*area, it.points()?)));
        let events = || known().filter(|(area, _)| *area != Area::Connection);
        let connection = known().find(|(area, _)| *area == Area::Connection).map_or(0, |it| it.1);
        let has_clear_event = events().any(|(_, points)| points >= CLEARLY);
        let is_candidate = |area: Area| match area {
            Area::Connection => !has_clear_event,
            _ => has_clear_event || connection < CLEARLY,
        };
        let candidates = || known().filter(|it| it.1 >= SOMETHING && is_candidate(it.0));
        let top = candidates().map(|(_, points)| points).max().unwrap_or_default();
        let near: Vec<Area> = candidates()
            .filter(|(_, points)| points + CLOSE >= top)
            .map(|(area, _)| area)
            .collect();
        let suggestion = match *near {
            [] => Suggestion::Nothing,
            [area] => Suggestion::One(area),
            _ => Suggestion::Close(near),
        };
        let also = if has_clear_event {
            Some(Area::Connection).filter(|_| connection >= CLEARLY).into_iter().collect()
        } else if connection >= CLEARLY {
            events().filter(|(_, points)| *points >= SOMETHING).map(|(area, _)| area).collect()
        } else {
            Vec::new()
        };
        Self { scores, suggestion, also }
    }

    /// What is said of an area.
    pub fn score(&self, area: Area) -> Score {
        self.scores.iter().find(|it| it.0 == area).map_or(Score::Open, |it| it.1)
    }

    /// The areas of which nothing can be said, since nobody answered, or too little.
    pub fn unanswered(&self) -> Vec<Area> {
        let is_open = |score: Score| matches!(score, Score::Open | Score::NotEnough);
        self.scores.iter().filter(|it| is_open(it.1)).map(|it| it.0).collect()
    }

    /// What else it could be: of the areas that are not suggested, the one with the most points,
    /// and how many more or fewer than the suggestion it has.
    pub fn else_be(&self) -> Option<(Area, i8)> {
        let top = self.suggestion.areas().iter().filter_map(|it| self.score(*it).points()).max()?;
        let others = self.scores.iter().filter(|it| !self.suggestion.areas().contains(&it.0));
        let mut best: Option<(Area, u8)> = None;
        for (area, points) in others.filter_map(|(area, it)| Some((*area, it.points()?))) {
            if best.is_none_or(|(_, most)| points > most) {
                best = Some((area, points));
            }
        }
        // Both are at most 20.
        best.map(|(area, points)| (area, points.cast_signed() - top.cast_signed()))
    }
}

/// Somebody's own answers that brought an area up: quite a bit or a great deal, the strongest
/// first, three at most.
pub fn reasons(answers: &Answers) -> Vec<(Item, Much)> {
    let mut reasons: Vec<_> = answers.items.iter().map(|(item, much)| (*item, *much)).collect();
    reasons.retain(|(_, much)| much.get() >= 2);
    reasons.sort_by_key(|(item, much)| (std::cmp::Reverse(*much), *item));
    reasons.truncate(MAX_REASONS);
    reasons
}

/// The answer about time, where it points to the area.
pub fn reason_of_time(answers: &Answers) -> Option<Timing> {
    answers.timing.filter(|it| it.get() > 0)
}
