//! How somebody is getting along with people and days: six statements that each can be answered.
//!
//! Made for this app and tried by nobody. They are six lines side by side; nothing adds them up,
//! and no line says what is good.

use serde::{Deserialize, Serialize};

use crate::diary::Unknown;
use crate::diary::choice::choice;
use crate::id::Id;
use crate::journal::Journal;
use crate::rating::Level;
use crate::stamp::Stamp;
use crate::time::Day;

choice! {
    /// One of the six statements about the time since the last look.
    Statement {
        /// I had someone to talk to.
        Talk,
        /// I said what I needed.
        Needs,
        /// I dealt with friction without shutting down or blowing up.
        Friction,
        /// I kept up with people I care about.
        KeepUp,
        /// I managed my everyday roles.
        Roles,
        /// I felt part of something.
        Belong,
    }
}

/// One look at how somebody is getting along.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Along {
    /// The local day.
    pub day: Day,
    /// I had someone to talk to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub talk: Option<Level>,
    /// I said what I needed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub needs: Option<Level>,
    /// I dealt with friction without shutting down or blowing up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub friction: Option<Level>,
    /// I kept up with people I care about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub keep_up: Option<Level>,
    /// I managed my everyday roles.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub roles: Option<Level>,
    /// I felt part of something.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub belong: Option<Level>,
    /// Fields of a newer version.
    #[serde(flatten)]
    pub unknown: Unknown,
}

impl Along {
    /// A look on a day, with nothing answered yet.
    pub fn new(day: Day) -> Self {
        Self {
            day,
            talk: None,
            needs: None,
            friction: None,
            keep_up: None,
            roles: None,
            belong: None,
            unknown: Unknown::new(),
        }
    }

    /// The record that holds the look of a day. It has the same name on every device: of two looks of
    /// one day the later holds as a whole, and the other is a version.
    pub fn id_of(day: Day) -> Id {
        let mut bytes = *b"along on a day  ";
        let n = day.days_since(Day::FIRST).to_be_bytes();
        for (byte, n) in bytes.iter_mut().rev().zip(n.iter().rev()) {
            *byte = *n;
        }
        Id::from_bytes(bytes)
    }

    /// What was answered to a statement.
    pub fn answer(&self, statement: Statement) -> Option<Level> {
        match statement {
            Statement::Talk => self.talk,
            Statement::Needs => self.needs,
            Statement::Friction => self.friction,
            Statement::KeepUp => self.keep_up,
            Statement::Roles => self.roles,
            Statement::Belong => self.belong,
        }
    }

    /// Answers a statement, or takes the answer back.
    pub fn set(&mut self, statement: Statement, level: Option<Level>) {
        let answer = match statement {
            Statement::Talk => &mut self.talk,
            Statement::Needs => &mut self.needs,
            Statement::Friction => &mut self.friction,
            Statement::KeepUp => &mut self.keep_up,
            Statement::Roles => &mut self.roles,
            Statement::Belong => &mut self.belong,
        };
        *answer = level;
    }

    /// Whether anything was answered.
    pub fn is_answered(&self) -> bool {
        Statement::ALL.iter().any(|it| self.answer(*it).is_some())
    }
}

/// The answers to a statement as a line, from its first day to its last: how far along, 0 to 1, and
/// how much, 0 to 1. Looks without an answer are left out; of a single day there is no line.
pub fn line(looks: &[&Along], statement: Statement) -> Vec<(f64, f64)> {
    let answers: Vec<(Day, Level)> =
        looks.iter().filter_map(|it| Some((it.day, it.answer(statement)?))).collect();
    let (Some(first), Some(last)) = (looks.first(), looks.last()) else { return Vec::new() };
    let days = last.day.days_since(first.day);
    if days <= 0 || answers.len() < 2 {
        return Vec::new();
    }
    #[expect(clippy::cast_precision_loss, reason = "days of a life are few")]
    let share = |day: Day| day.days_since(first.day) as f64 / days as f64;
    let much = |level: Level| f64::from(level.get()) / f64::from(Level::MAX);
    answers.into_iter().map(|(day, level)| (share(day), much(level))).collect()
}

/// Every look that is there, the earliest first; of one day, the one made later comes later.
pub fn looks(journal: &Journal) -> Vec<&Along> {
    let mut all: Vec<(Day, Stamp, &Along)> = journal
        .others()
        .filter_map(|it| it.along().map(|along| (along.day, it.created, along)))
        .collect();
    all.sort_by_key(|(day, created, _)| (*day, *created));
    all.into_iter().map(|(.., it)| it).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_begins_with_the_second_day_and_stays_inside() {
        let look = |day: &str, talk: Option<u8>| {
            let mut along = Along::new(day.parse().expect("a day"));
            along.set(Statement::Talk, talk.and_then(|it| Level::try_from(it).ok()));
            along
        };
        let looks = [look("2026-11-01", Some(0)), look("2026-11-06", None)];
        let [first, second] = &looks;
        assert_eq!(line(&[first], Statement::Talk), []);
        assert_eq!(line(&[first, second], Statement::Talk), [], "one answer");
        let third = look("2026-11-11", Some(4));
        assert_eq!(line(&[first, second, &third], Statement::Talk), [(0.0, 0.0), (1.0, 1.0)]);
        assert_eq!(line(&[first, second, &third], Statement::Roles), []);
        assert_eq!(line(&[], Statement::Talk), []);
    }

    #[test]
    fn of_two_looks_of_one_day_the_later_holds_whole() {
        use crate::record::{Body, Record};
        use crate::stamp::StampClock;

        let day = Day::FIRST;
        let look = |device: u32, statement: Statement| {
            let mut along = Along::new(day);
            along.set(statement, Level::try_from(4).ok());
            let stamp = StampClock::new(device).tick(device.into());
            Record::new(Along::id_of(day), stamp, Body::Along(along))
        };
        let (one, other) = (look(1, Statement::Talk), look(2, Statement::Roles));
        let merged = crate::transfer::merge(&one, &other);
        assert_eq!(merged.body, other.body, "whole, without the answer of the other");
        let versions: Vec<_> = merged.versions.into_iter().map(|it| Some(it.body)).collect();
        assert_eq!(versions, [one.body]);
    }

    #[test]
    fn each_statement_has_its_own_answer() {
        let mut along = Along::new(Day::FIRST);
        assert!(!along.is_answered());
        for (n, statement) in (0..).zip(Statement::ALL) {
            along.set(*statement, Level::try_from(n % 5).ok());
            assert!(along.is_answered());
        }
        for (n, statement) in (0..).zip(Statement::ALL) {
            assert_eq!(along.answer(*statement).map(Level::get), Some(n % 5));
            along.set(*statement, None);
        }
        assert!(!along.is_answered());
    }
}
