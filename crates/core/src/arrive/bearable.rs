//! Bearable: a long table, one row for each rating.
//!
//! Its description is thin: mood, energy, sleep and notes are read, everything else becomes a tag.
//! The scale of its mood is the person's own choice there, so that none is guessed here.
//!
//! # Source
//! One public reader of the table. The columns `weekday` and `notes` are taken where they are.

use crate::rating::{Level, SleepHours};
use crate::time::TimeOfDay;

use super::moment::{App, Arrival, Moment, Why};
use super::rows::{Rows, cell, line};
use super::{DayOrder, when};

/// The hour that stands for a part of the day, which is all that some rows say.
fn time(part: &str) -> Option<TimeOfDay> {
    let hour = match part.to_lowercase().as_str() {
        "am" | "morning" => 9,
        "mid" | "midday" | "noon" => 12,
        "pm" | "afternoon" => 15,
        "evening" => 19,
        "night" => 22,
        _ => return when::time(part),
    };
    TimeOfDay::new(hour, 0).ok()
}

fn level(words: &[(&str, u8)], word: &str) -> Option<Level> {
    let word = word.to_lowercase();
    words.iter().find(|(name, _)| *name == word).map(|(_, level)| Level::nearest(*level))
}

const ENERGY: [(&str, u8); 5] = [("v. low", 0), ("low", 1), ("ok", 2), ("high", 3), ("v. high", 4)];
const QUALITY: [(&str, u8); 4] = [("poor", 0), ("ok", 2), ("good", 3), ("great", 4)];

/// Reads the table. The rows of one part of a day are one entry.
pub(super) fn read(rows: &Rows) -> Arrival {
    let [date, part, category, amount, detail, notes] =
        ["date formatted", "time of day", "category", "rating/amount", "detail", "notes"]
            .map(|name| rows.column(&[name]));
    let mut arrival = Arrival::new(App::Bearable);
    // Rows of one part of a day follow each other.
    let mut open: Option<(usize, Moment)> = None;
    for row in &rows.rows {
        let cell = |column| cell(row, column);
        let day = when::loose(cell(date), DayOrder::DayFirst).and_then(|at| match at {
            super::At::Local { day, .. } => Some(day),
            super::At::Instant { .. } => None,
        });
        let Some(day) = day else {
            arrival.refuse(line(row), Why::NoDay);
            continue;
        };
        let at = when::local(day, time(cell(part)));
        if open.as_ref().is_none_or(|(_, moment)| moment.at != at)
            && let Some((place, moment)) = open.replace((line(row), Moment::new(at)))
        {
            arrival.push(place, moment);
        }
        if let Some((_, moment)) = &mut open {
            rating(
                &cell(category).to_lowercase(),
                cell(amount),
                cell(detail),
                moment,
                &mut arrival,
            );
            moment.add_text(cell(notes));
        }
    }
    if let Some((place, moment)) = open {
        arrival.push(place, moment);
    }
    arrival
}

fn rating(category: &str, amount: &str, detail: &str, moment: &mut Moment, arrival: &mut Arrival) {
    match category {
        "mood" => {
            // Of several ratings in one part of a day the first stands, the others become tags.
            if moment.mood.is_none() {
                arrival.mood(amount, None, moment);
            } else {
                moment.tag(&format!("{category}: {amount}"));
            }
            moment.tag(detail);
        }
        "energy" => moment.energy = level(&ENERGY, amount),
        "sleep" => {
            let minutes = when::time(amount).map(TimeOfDay::minutes);
            moment.sleep =
                minutes.and_then(|it| u8::try_from((it + 30) / 60).ok()).map(SleepHours::nearest);
        }
        "sleep quality" => moment.sleep_quality = level(&QUALITY, amount),
        "note" | "notes" => moment.add_text(if detail.is_empty() { amount } else { detail }),
        "symptom" => moment.tag(detail),
        _ => {
            let parts = [category, detail, amount];
            let parts: Vec<&str> = parts.into_iter().filter(|it| !it.is_empty()).collect();
            moment.tag(&parts.join(": "));
        }
    }
}
