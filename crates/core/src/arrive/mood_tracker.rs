//! `MoodTracker` (benji6): moods and nights; JSON or a table, one file for each kind.
//!
//! # Source
//! The export code of `benji6/moodtracker`.

use serde_json::Value;

use crate::rating::{Mood, SleepHours};
use crate::time::TimeOfDay;

use super::moment::{App, Arrival, Left, Moment, Why};
use super::rows::{Rows, cell, line};
use super::tree::{self, number, text, to_whole};
use super::when;

/// The mood nearest to a number of 0 to 10.
fn nearest(number: f64) -> Option<Mood> {
    let whole = to_whole(number.round())?;
    u8::try_from(whole).ok().and_then(|it| Mood::try_from(it).ok())
}

/// Whole hours of a night.
fn hours(minutes: f64) -> Option<SleepHours> {
    let hours = to_whole((minutes / 60.0).round())?;
    u8::try_from(hours).ok().map(SleepHours::nearest)
}

/// What one entry says, from JSON or from a row.
#[derive(Default)]
struct Said<'a> {
    created: &'a str,
    experienced: &'a str,
    awoke: &'a str,
    mood: Option<f64>,
    minutes: Option<f64>,
    words: &'a str,
    tags: &'a str,
    has_place: bool,
    has_weather: bool,
}

fn take(place: usize, said: &Said<'_>, arrival: &mut Arrival) {
    let when = if said.experienced.is_empty() { said.created } else { said.experienced };
    let at = match said.awoke.parse() {
        // A night is known by the day on which it ended.
        Ok(day) => Some(when::local(day, TimeOfDay::new(8, 0).ok())),
        Err(_) => when::iso(when),
    };
    let Some(at) = at else {
        return arrival.refuse(place, Why::NoDay);
    };
    let mut moment = Moment::new(at);
    said.created.clone_into(&mut moment.key);
    if let Some(mood) = said.mood {
        arrival.mood(&mood.to_string(), nearest(mood), &mut moment);
    }
    moment.sleep = said.minutes.and_then(hours);
    moment.add_text(said.words);
    said.tags.split_whitespace().for_each(|tag| moment.tag(tag));
    arrival.leave(Left::Places, usize::from(said.has_place));
    arrival.leave(Left::Weather, usize::from(said.has_weather));
    if said.mood.is_none() && said.minutes.is_none() && said.words.is_empty() {
        // A run, a weight, push-ups: not what a diary of moods and people is about.
        return arrival.leave(Left::Numbers, 1);
    }
    arrival.push(place, moment);
}

/// Reads the list of a file.
pub(super) fn list(list: &[Value]) -> Arrival {
    let mut arrival = Arrival::new(App::MoodTracker);
    for (nth, entry) in list.iter().enumerate() {
        let said = Said {
            created: text(entry, "createdAt"),
            experienced: text(entry, "experiencedAt"),
            awoke: text(entry, "dateAwoke"),
            mood: number(entry, "mood"),
            minutes: number(entry, "minutesSlept"),
            words: text(entry, "exploration"),
            tags: text(entry, "description"),
            has_place: tree::has(entry, "location"),
            has_weather: tree::has(entry, "weather"),
        };
        take(nth + 1, &said, &mut arrival);
    }
    arrival
}

/// Reads the table, whose columns are in the order of the alphabet.
pub(super) fn table(rows: &Rows) -> Arrival {
    let mut arrival = Arrival::new(App::MoodTracker);
    let columns =
        ["createdat", "experiencedat", "dateawoke", "mood", "minutesslept", "exploration"];
    let [created, experienced, awoke, mood, minutes, words] =
        columns.map(|name| rows.column(&[name]));
    let (tags, place) = (rows.column(&["description"]), rows.column(&["location:latitude"]));
    let weather = rows.head.iter().position(|it| it.starts_with("weather:"));
    for row in &rows.rows {
        let said = Said {
            created: cell(row, created),
            experienced: cell(row, experienced),
            awoke: cell(row, awoke),
            mood: cell(row, mood).parse().ok(),
            minutes: cell(row, minutes).parse().ok(),
            words: cell(row, words),
            tags: cell(row, tags),
            has_place: !cell(row, place).is_empty(),
            has_weather: !cell(row, weather).is_empty(),
        };
        take(line(row), &said, &mut arrival);
    }
    arrival
}
