//! Goals: small, about people, and how near they are from time to time.

use serde::{Deserialize, Serialize};

use crate::content;
use crate::diary::Unknown;
use crate::id::Id;
use crate::journal::Journal;
use crate::rating::Nearness;
use crate::text::Line;
use crate::time::Day;

/// How near a goal was on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rated {
    /// The local day.
    pub day: Day,
    /// How near it was.
    pub near: Nearness,
}

/// A goal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Goal {
    /// The local day on which it was written down.
    pub day: Day,
    /// What it is.
    #[serde(default, skip_serializing_if = "Line::is_empty")]
    pub text: Line,
    /// How near it was, at most once a day, in the order of days.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ratings: Vec<Rated>,
    /// Put away: reached, or no longer wanted. Nobody asks which.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub archived: bool,
    /// Fields of a newer version.
    #[serde(flatten)]
    pub unknown: Unknown,
}

impl Goal {
    /// How many there can be at one time.
    pub const MOST: usize = 3;

    /// A goal without words.
    pub fn new(day: Day) -> Self {
        Self {
            day,
            text: Line::default(),
            ratings: Vec::new(),
            archived: false,
            unknown: Unknown::new(),
        }
    }

    /// Whether there are as many as there can be at one time.
    pub fn is_full(journal: &Journal) -> bool {
        goals(journal, false).len() >= Self::MOST
    }

    /// How near it is on a day; none takes the answer of that day back.
    pub fn rate(&mut self, day: Day, near: Option<Nearness>) {
        self.ratings.retain(|it| it.day != day);
        self.ratings.extend(near.map(|near| Rated { day, near }));
        self.ratings.sort_by_key(|it| it.day);
    }

    /// How near it was on a day.
    pub fn rated(&self, day: Day) -> Option<Nearness> {
        self.ratings.iter().find(|it| it.day == day).map(|it| it.near)
    }
}

/// The goals that are not put away, or those that are, in the order in which they were made.
pub fn goals(journal: &Journal, archived: bool) -> Vec<(Id, &Goal)> {
    let records = journal.others();
    let mut all: Vec<_> = records.filter_map(|it| Some((it.created, it.id, it.goal()?))).collect();
    all.retain(|(.., goal)| goal.archived == archived);
    all.sort_by_key(|(created, id, _)| (*created, *id));
    all.into_iter().map(|(_, id, goal)| (id, goal)).collect()
}

/// Whether words name a feeling and nothing that somebody else could notice, as in "I want to
/// feel less sad". A list in the guide decides; whatever it does not know counts as more.
pub fn names_a_feeling_only(text: &str) -> bool {
    let words = content::goal_words();
    let mut has_feeling = false;
    let parts = text.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’');
    for word in parts.filter(|word| !word.is_empty()) {
        let word = word.to_lowercase().replace('\'', "’");
        if words.is_feeling(&word) {
            has_feeling = true;
        } else if !words.is_filler(&word) {
            return false;
        }
    }
    has_feeling
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_goal_that_names_a_feeling_only_is_seen() {
        for (text, only) in [
            ("Be happy", true),
            ("I want to feel less sad.", true),
            ("not be so anxious and tired any more", true),
            ("I’d like to be calm", true),
            ("Feel better", true),
            ("Tell Sam what the job meant to me", false),
            ("Be happy with Sam on Sundays", false),
            ("See one old colleague a fortnight", false),
            ("I want to", false),
            ("", false),
            ("खुश रहना", false),
        ] {
            assert_eq!(names_a_feeling_only(text), only, "{text}");
        }
    }

    #[test]
    fn one_rating_a_day_in_the_order_of_days() {
        let day = |text: &str| text.parse::<Day>().expect(text);
        let near = |n| Nearness::try_from(n).ok();
        let mut goal = Goal::new(day("2026-11-01"));
        for (on, n) in [("2026-11-09", 3), ("2026-11-02", 1), ("2026-11-09", 4), ("2026-11-16", 4)]
        {
            goal.rate(day(on), near(n));
        }
        let told: Vec<_> = goal.ratings.iter().map(|it| it.near.get()).collect();
        assert_eq!(told, [1, 4, 4]);
        goal.rate(day("2026-11-09"), None);
        assert_eq!(goal.rated(day("2026-11-09")), None);
        assert_eq!(goal.ratings.len(), 2);
    }
}
