//! Nomie 4, 5 and 6: a log of lines such as `lunch with @sue #coffee(2) +home`.
//!
//! The signs become plain words within the line. Values are shown as they were written; one that
//! is a sum is never worked out. A score of 0 is what every line has that nobody scored.
//!
//! # Source
//! The code of `open-nomie/nomie6-oss`.

use serde_json::{Map, Value};

use crate::rating::Mood;

use super::moment::{App, Arrival, At, Left, Moment, Why, of_steps};
use super::rows::{Rows, cell, line};
use super::tree::{self, list, number, text, to_whole, whole};
use super::when;

/// The mood of a score of −2 to 2, except 0.
fn of_score(score: f64) -> Option<Mood> {
    let step = to_whole(score.round().clamp(-2.0, 2.0))? + 2;
    u8::try_from(step).ok().map(|step| of_steps(step, 5))
}

/// What a name stands for: the label of a tracker, the display name of a person.
type Names = Vec<(String, String)>;

fn names(value: &Value, label: &str) -> Names {
    let name = |(key, value): (&String, &Value)| {
        let shown = text(value, label).trim();
        (!shown.is_empty()).then(|| (key.to_lowercase(), shown.to_owned()))
    };
    let mut names: Names = value.as_object().into_iter().flatten().filter_map(name).collect();
    names.sort_unstable();
    names
}

fn shown<'a>(names: &'a Names, key: &'a str) -> &'a str {
    let lower = key.to_lowercase();
    let nth = names.binary_search_by(|(name, _)| name.cmp(&lower)).ok();
    nth.and_then(|nth| names.get(nth)).map_or(key, |(_, shown)| shown)
}

/// Whether a letter belongs to the name after a sign.
fn is_of_name(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '-')
}

struct Reader {
    trackers: Names,
    people: Names,
    arrival: Arrival,
}

impl Reader {
    /// The line in plain words; who is in it goes into the moment.
    fn plain(&mut self, note: &str, moment: &mut Moment) -> String {
        let mut out = String::new();
        let mut rest = note;
        while let Some(at) = rest.find(['#', '@', '+']) {
            let (before, from) = rest.split_at(at);
            out.push_str(before);
            let name = from.get(1..).unwrap_or_default();
            let end = name.find(|c| !is_of_name(c)).unwrap_or(name.len());
            let (name, after) = name.split_at(end);
            let is_inside_word = before.ends_with(is_of_name);
            if name.is_empty() || is_inside_word {
                out.push_str(from.get(..1).unwrap_or_default());
                rest = from.get(1..).unwrap_or_default();
                continue;
            }
            rest = after;
            if from.starts_with('@') {
                let who = shown(&self.people, name).to_owned();
                out.push_str(&who);
                self.arrival.person(&who, moment);
                continue;
            }
            out.push_str(shown(&self.trackers, name));
            let value = after.strip_prefix('(').and_then(|it| Some((it, it.find([')', '\n'])?)));
            if let Some((inside, end)) = value {
                out.push_str(": ");
                out.push_str(inside.get(..end).unwrap_or_default());
                rest = inside.get(end + 1..).unwrap_or_default();
            }
        }
        out.push_str(rest);
        out.trim().to_owned()
    }

    fn log(&mut self, place: usize, log: &Value) {
        // The end is the time that counts.
        let at = ["end", "start"].iter().find_map(|name| match log.get(name)? {
            Value::String(text) => when::loose(text, super::DayOrder::DayFirst),
            _ => whole(log, name).and_then(when::instant),
        });
        let Some(mut at) = at else {
            return self.arrival.refuse(place, Why::NoDay);
        };
        if let At::Instant { offset, .. } = &mut at {
            *offset = whole(log, "offset").and_then(when::behind);
        }
        let key = text(log, "_id");
        let has_place = tree::has(log, "lat") && number(log, "lat") != Some(0.0);
        self.line(place, at, key, text(log, "note"), number(log, "score"), has_place);
    }

    fn line(
        &mut self,
        place: usize,
        at: At,
        key: &str,
        note: &str,
        score: Option<f64>,
        has_place: bool,
    ) {
        let mut moment = Moment::new(at);
        key.clone_into(&mut moment.key);
        moment.text = self.plain(note, &mut moment);
        if let Some(score) = score.filter(|it| *it != 0.0) {
            self.arrival.mood(&score.to_string(), of_score(score), &mut moment);
        }
        self.arrival.leave(Left::Places, usize::from(has_place));
        self.arrival.push(place, moment);
    }
}

/// What lies at a path: JSON, or text that holds it.
fn content(files: &Map<String, Value>, path: &str) -> Value {
    match files.get(path) {
        Some(Value::String(text)) => tree::read(text).unwrap_or_default(),
        Some(value) => value.clone(),
        None => Value::Null,
    }
}

/// Reads the file of Nomie 6 or of an older one.
pub(super) fn read(value: &Value) -> Arrival {
    let arrival = Arrival::new(App::Nomie);
    let Some(files) = value.get("files").and_then(Value::as_object) else {
        let of = |name| value.get(name).cloned().unwrap_or_default();
        let (trackers, people) =
            (names(&of("trackers"), "label"), names(&of("people"), "displayName"));
        let mut reader = Reader { trackers, people, arrival };
        for (nth, log) in list(value, "events").iter().enumerate() {
            reader.log(nth + 1, log);
        }
        reader.arrival.leave(Left::Goals, list(value, "goals").len());
        return reader.arrival;
    };
    let trackers = names(&content(files, "trackers.json"), "label");
    let people = names(&content(files, "people.json"), "displayName");
    let mut reader = Reader { trackers, people, arrival };
    let mut nth = 0;
    // The names of the books do not say what days are in them, so each is looked into.
    for path in files.keys().filter(|path| path.trim_start_matches('/').starts_with("data/books/"))
    {
        for log in content(files, path).as_array().into_iter().flatten() {
            nth += 1;
            reader.log(nth, log);
        }
    }
    let goals = content(files, "goals.json");
    let n_goals = goals.as_array().map(Vec::len).or(goals.as_object().map(Map::len));
    reader.arrival.leave(Left::Goals, n_goals.unwrap_or_default());
    reader.arrival
}

/// Reads the table of single lines.
pub(super) fn table(rows: &Rows) -> Arrival {
    let [epoch, end, offset, note, score, lat] =
        ["epoch", "end", "offset", "note", "score", "lat"].map(|name| rows.column(&[name]));
    let arrival = Arrival::new(App::Nomie);
    let mut reader = Reader { trackers: Names::new(), people: Names::new(), arrival };
    for row in &rows.rows {
        let at = [end, epoch]
            .iter()
            .find_map(|column| when::loose(cell(row, *column), super::DayOrder::DayFirst));
        let Some(mut at) = at else {
            reader.arrival.refuse(line(row), Why::NoDay);
            continue;
        };
        if let At::Instant { offset: ahead, .. } = &mut at {
            *ahead = cell(row, offset).parse().ok().and_then(when::behind);
        }
        let has_place = !matches!(cell(row, lat), "" | "0");
        let score = cell(row, score).parse().ok();
        reader.line(line(row), at, "", cell(row, note), score, has_place);
    }
    reader.arrival
}
