//! Diaries with few fields: Mini Diary and Mini Diarium, jrnl, Daily You, Pixels.
//!
//! # Source
//! The code of `fjrevoredo/mini-diarium`, `jrnl-org/jrnl` and `Demizo/Daily_You`; samples of the
//! two shapes of Pixels.

use serde_json::{Map, Value};

use super::moment::{App, Arrival, At, Left, Moment, Why, of_steps};
use super::tree::{list, number, text, to_whole, whole};
use super::{DayOrder, plain, when};

/// Reads Mini Diary: one entry for each day.
pub(super) fn mini_diary(days: &Map<String, Value>) -> Arrival {
    let mut arrival = Arrival::new(App::MiniDiary);
    for (nth, (day, entry)) in days.iter().enumerate() {
        match day.parse() {
            Ok(day) => titled(nth + 1, when::day(day), "", entry, "text", &mut arrival),
            Err(_) => arrival.refuse(nth + 1, Why::NoDay),
        }
    }
    arrival
}

/// Reads Mini Diarium: several entries for a day.
pub(super) fn mini_diarium(entries: &[Value]) -> Arrival {
    let mut arrival = Arrival::new(App::MiniDiary);
    for (nth, entry) in entries.iter().enumerate() {
        match when::iso(text(entry, "date")) {
            Some(at) => {
                let id = entry.get("id").filter(|id| !id.is_null());
                let key = id.map(ToString::to_string).unwrap_or_default();
                titled(nth + 1, at, &key, entry, "text", &mut arrival);
            }
            None => arrival.refuse(nth + 1, Why::NoDay),
        }
    }
    arrival
}

/// Reads jrnl.
pub(super) fn jrnl(entries: &[Value]) -> Arrival {
    let mut arrival = Arrival::new(App::Jrnl);
    for (nth, entry) in entries.iter().enumerate() {
        match text(entry, "date").parse() {
            Ok(day) => {
                let at = when::local(day, when::time(text(entry, "time")));
                titled(nth + 1, at, "", entry, "body", &mut arrival);
            }
            Err(_) => arrival.refuse(nth + 1, Why::NoDay),
        }
    }
    arrival
}

/// An entry with a title, a text, and perhaps tags and a star.
fn titled(place: usize, at: At, key: &str, entry: &Value, words: &str, arrival: &mut Arrival) {
    let mut moment = Moment::new(at);
    key.clone_into(&mut moment.key);
    moment.title = plain::html(text(entry, "title"));
    moment.text = plain::html(text(entry, words));
    for tag in list(entry, "tags") {
        moment.tag(tag.as_str().unwrap_or_default());
    }
    moment.star = super::tree::is(entry, "starred");
    arrival.push(place, moment);
}

/// Reads Daily You: moods of −2 to 2.
pub(super) fn daily_you(entries: &[Value]) -> Arrival {
    let mut arrival = Arrival::new(App::DailyYou);
    for (nth, entry) in entries.iter().enumerate() {
        let created = text(entry, "timeCreated");
        let at = match whole(entry, "timeCreated") {
            Some(ms) => when::instant(ms),
            None => when::iso(created),
        };
        let Some(at) = at else {
            arrival.refuse(nth + 1, Why::NoDay);
            continue;
        };
        let mut moment = Moment::new(at);
        moment.text = plain::markdown(text(entry, "text")).0;
        if let Some(mood) = whole(entry, "mood") {
            let step = u8::try_from(mood.saturating_add(2)).ok().filter(|step| *step < 5);
            arrival.mood(&mood.to_string(), step.map(|step| of_steps(step, 5)), &mut moment);
        }
        arrival.push(nth + 1, moment);
    }
    arrival
}

/// Reads Pixels: one to five for a day. Of several scores no one number is made: the person says
/// what they come to.
pub(super) fn pixels(entries: &[Value]) -> Arrival {
    let mut arrival = Arrival::new(App::Pixels);
    for (nth, entry) in entries.iter().enumerate() {
        if !matches!(text(entry, "type"), "" | "Mood") {
            arrival.leave(Left::Numbers, 1);
            continue;
        }
        let Some(at) = when::loose(text(entry, "date"), DayOrder::DayFirst) else {
            arrival.refuse(nth + 1, Why::NoDay);
            continue;
        };
        let mut moment = Moment::new(at);
        moment.text = plain::html(text(entry, "notes"));
        let mut scores: Vec<f64> =
            list(entry, "scores").iter().filter_map(Value::as_f64).take(5).collect();
        scores.extend(number(entry, "mood"));
        let step = match *scores {
            [one] => to_whole(one).and_then(|it| u8::try_from(it).ok()),
            _ => None,
        };
        let step = step.filter(|step| (1..=5).contains(step));
        let label: Vec<String> = scores.iter().map(ToString::to_string).collect();
        let mood = step.map(|step| of_steps(step - 1, 5));
        arrival.mood(&label.join(", "), mood, &mut moment);
        for emotion in list(entry, "emotions").iter().chain(list(entry, "tags")) {
            moment.tag(emotion.as_str().unwrap_or_default());
            // Newer files group what was ticked under a name.
            for inside in list(emotion, "entries") {
                moment.tag(inside.as_str().unwrap_or_default());
            }
        }
        arrival.push(nth + 1, moment);
    }
    arrival
}
