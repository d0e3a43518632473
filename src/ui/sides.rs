//! Two groups beside each other, in words: harder days and others, support, sleep, an event. They stand
//! among the patterns, and on the page to show.
//!
//! Role: data for [`super::told`]. Keys: none.

use satkarya_core::journal::Journal;
use satkarya_core::pattern::{Compared, DaysWith, Group, HardDays, Middle, SleepMood};

use super::data_table::TableData;
use super::line_chart::Tick;
use super::strips::{Marks, Strip, Strips};
use super::told::{Part, Told, n, sample_words};
use crate::i18n::{Msg, dates, msg, names, t};

/// The marks of a scale of moods.
pub fn moods() -> Vec<Tick> {
    [0.0, 5.0, 10.0].into_iter().map(|at| Tick { at, label: dates::number(at) }).collect()
}

/// What is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sides {
    /// Days with a difficult moment and other days.
    HardDays,
    /// Entries with support and with little.
    Support,
    /// Days after shorter nights and after others.
    Sleep,
    /// Days before an event and after it.
    Around,
}

impl Sides {
    /// The title, the names of both sides, and what is counted.
    fn words(self) -> [Msg; 4] {
        let days = msg::day_times_days();
        match self {
            Self::HardDays => {
                [msg::hard_days_title(), msg::hard_days_hard(), msg::hard_days_other(), days]
            }
            Self::Support => [
                msg::support_mood_title(),
                msg::support_mood_much(),
                msg::support_mood_little(),
                msg::mood_line_entries(),
            ],
            Self::Sleep => {
                [msg::sleep_mood_title(), msg::sleep_mood_short(), msg::sleep_mood_long(), days]
            }
            Self::Around => [msg::around_title(), msg::around_before(), msg::around_after(), days],
        }
    }

    /// The sentence: number and middle of the one, then of the other.
    fn said(self, (n, mood): (i64, String), (others, other): (i64, String)) -> String {
        t(match self {
            Self::HardDays => msg::hard_days_said(n, mood, others, other),
            Self::Support => msg::support_mood_said(n, mood, others, other),
            Self::Sleep => msg::sleep_mood_said(n, mood, others, other),
            Self::Around => msg::around_said(mood, n, other, others),
        })
    }

    /// The sentence for screen readers: lowest and highest of the one, then of the other.
    fn summary(self, (low, high): Ends, (other_low, other_high): Ends) -> String {
        t(match self {
            Self::HardDays => msg::hard_days_summary(low, high, other_low, other_high),
            Self::Support => msg::support_mood_summary(low, high, other_low, other_high),
            Self::Sleep => msg::sleep_mood_summary(low, high, other_low, other_high),
            Self::Around => msg::around_summary(low, high, other_low, other_high),
        })
    }

    /// What the two groups say.
    fn told(self, days: &Compared) -> Told {
        let groups = match days {
            Compared::Enough(groups) => [&groups.one, &groups.other],
            Compared::NotYet { one, other, need } => {
                return Told::not_yet(*one.min(other), *need);
            }
        };
        let [title, one_name, other_name, counted] = self.words().map(t);
        let [one, other] = groups.map(|it| (n(it.n), value(it.middle)));
        let sentence = self.said(one, other);
        // Of many values each stands for others beside it, and the sentence says what there is to say.
        let summary = match groups.map(ends) {
            [Some(one), Some(other)] => self.summary(one, other),
            _ => sentence.clone(),
        };
        let names = [one_name, other_name];
        let strip = |(label, it): (&String, &Group)| Strip {
            label: label.clone(),
            note: sample_words(it.sample),
            marks: Some(marks(it)),
        };
        let row = |(label, it): (&String, &Group)| {
            vec![label.clone(), dates::count(it.n), value(it.middle)]
        };
        let table = TableData {
            caption: title,
            columns: vec![t(msg::counts_name()), counted, t(msg::mood_line_mood())],
            rows: names.iter().zip(groups).map(row).collect(),
        };
        let rows = names.iter().zip(groups).map(strip).collect();
        let strips = Strips { summary, rows, scale: moods(), ..Strips::default() };
        Told { table, ..Told::one(Part { said: vec![sentence], strips, ..Part::default() }) }
    }
}

/// The lowest and the highest value of a group.
type Ends = (String, String);

fn value(middle: Middle) -> String {
    dates::number(middle.value())
}

fn ends(it: &Group) -> Option<Ends> {
    Some((value(*it.dots.iter().min()?), value(*it.dots.iter().max()?)))
}

/// A dot for each value; of many values how many there are of each.
fn marks(it: &Group) -> Marks {
    let middle = it.middle.value();
    if it.dots.is_empty() {
        Marks::Counts(it.counts.clone(), middle)
    } else {
        Marks::Dots(it.dots.iter().map(|dot| dot.value()).collect(), middle)
    }
}

/// Days with a difficult moment and other days, and who was named on them.
pub fn hard_days(found: &HardDays, journal: &Journal) -> Told {
    let mut told = Sides::HardDays.told(&found.days);
    let person = |it: &DaysWith| {
        t(msg::hard_days_person(names::person(it.id, journal), n(it.n_hard), n(it.n_other)))
    };
    if !found.people.is_empty() {
        let said = found.people.iter().map(person).collect();
        told.parts.push(Part { heading: t(msg::hard_days_people()), said, ..Part::default() });
        told.notes.push(t(msg::hard_days_people_note()));
    }
    told
}

/// Days after shorter nights and after others, and what a shorter night is.
pub fn sleep(found: &SleepMood) -> Told {
    let mut told = Sides::Sleep.told(&found.days);
    told.notes.extend(found.hours.map(|hours| t(msg::sleep_mood_hours(value(hours)))));
    told
}

/// Entries with support and with little.
pub fn support(found: &Compared) -> Told {
    Sides::Support.told(found)
}

/// Days before an event and after it.
pub fn around(days: &Compared) -> Told {
    Sides::Around.told(days)
}
