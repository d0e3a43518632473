//! How We Feel: a table in two variants, of 22 and of 10 columns.
//!
//! Its moods are words for feelings. Those that our vocabulary has become feelings; which mood a
//! word stands for is the person's to say.
//!
//! # Source
//! Public converters and sample heads of both variants. That several words are parted by
//! semicolons one reader alone says.

use crate::content;
use crate::rating::SleepHours;
use crate::search::fold;

use super::moment::{App, Arrival, Left, Moment, Why};
use super::rows::{Rows, cell, line};
use super::{DayOrder, tree, when};

/// What stands where nobody was there.
const NOBODY: [&str; 2] = ["by myself", "alone"];

/// The columns of numbers that are not taken over.
const NUMBERS: [&str; 8] = [
    "exercise",
    "menstrual",
    "steps",
    "meditation",
    "weather",
    "water (cups)",
    "caffeine (mg)",
    "alcoholic drinks",
];

/// Reads either variant.
pub(super) fn read(rows: &Rows) -> Arrival {
    let mut arrival = Arrival::new(App::HowWeFeel);
    let [date, mood, people, places, events, sleep] =
        ["date", "mood", "tags (people)", "tags (places)", "tags (events)", "sleep"]
            .map(|name| rows.column(&[name]));
    let words = ["notes", "reflections", "takeaways"].map(|name| rows.column(&[name]));
    let numbers = NUMBERS.map(|name| rows.column(&[name]));
    // Folded once: the words are compared with each row.
    let known: Vec<(String, _)> =
        content::vocabulary().words().map(|word| (fold(word.word()), word.id())).collect();
    for row in &rows.rows {
        let Some(at) = when::loose(cell(row, date), DayOrder::MonthFirst) else {
            arrival.refuse(line(row), Why::NoDay);
            continue;
        };
        let mut moment = Moment::new(at);
        let label = cell(row, mood);
        arrival.mood(label, None, &mut moment);
        for word in parts(label) {
            let word = fold(word);
            if let Some((_, id)) = known.iter().find(|(known, _)| *known == word) {
                moment.feelings.push((*id).clone());
            }
        }
        for name in parts(cell(row, people)) {
            if !NOBODY.contains(&&*name.to_lowercase()) {
                arrival.person(name, &mut moment);
            }
        }
        for tag in parts(cell(row, places)).chain(parts(cell(row, events))) {
            moment.tag(tag);
        }
        for column in words {
            moment.add_text(&joined(cell(row, column)));
        }
        let hours =
            cell(row, sleep).parse().ok().and_then(|hours: f64| tree::to_whole(hours.round()));
        moment.sleep = hours
            .filter(|it| *it > 0)
            .and_then(|it| u8::try_from(it).ok())
            .map(SleepHours::nearest);
        let is_there = |column: &&Option<usize>| !matches!(cell(row, **column), "" | "0");
        arrival.leave(Left::Numbers, numbers.iter().filter(is_there).count());
        arrival.push(line(row), moment);
    }
    arrival
}

fn parts(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(';').map(str::trim).filter(|part| !part.is_empty())
}

/// The texts of a cell that may hold a list of them as JSON.
fn joined(cell: &str) -> String {
    let list = if cell.starts_with('[') { tree::read(cell).ok() } else { None };
    let Some(list) = list.as_ref().and_then(serde_json::Value::as_array) else {
        return cell.to_owned();
    };
    let texts: Vec<&str> = list.iter().filter_map(serde_json::Value::as_str).collect();
    texts.join("\n\n")
}
