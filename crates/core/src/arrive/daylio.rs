//! Daylio: its table and its backup.
//!
//! The table has the mood as a word that the person may have renamed, and no number. The backup
//! has moods with a group from best to worst; which end of the numbers is the best, the five
//! moods that the app brings tell, because descriptions of the format disagree.
//!
//! # Source
//! Public parsers and importers: `MichaelCurrin/daylio-csv-parser`, `JoelOtter/dayligo`,
//! `journiv/journiv-app`, `Demizo/Daily_You`; format notes of `charistas/daylio-scribe`.

use base64ct::{Base64Unpadded, Encoding as _};
use serde_json::Value;

use crate::rating::Mood;
use crate::time::{Day, TimeOfDay};

use super::moment::{App, Arrival, Left, Moment, Why, of_steps};
use super::rows::{Rows, cell, line};
use super::tree::{self, list, text, whole};
use super::{Refused, plain, when};

/// The moods that the app brings, best first, in English and German.
const BROUGHT: [[&str; 2]; 5] =
    [["rad", "super"], ["good", "gut"], ["meh", "ok"], ["bad", "schlecht"], ["awful", "lausig"]];

/// The mood of a rank, 1 the best and 5 the worst.
fn of_rank(rank: i64) -> Option<Mood> {
    let rank = u8::try_from(rank).ok().filter(|rank| (1..=5).contains(rank))?;
    Some(of_steps(5 - rank, 5))
}

fn of_label(label: &str) -> Option<Mood> {
    let label = label.trim().to_lowercase();
    let rank = BROUGHT.iter().position(|words| words.contains(&&*label))?;
    of_rank(i64::try_from(rank + 1).ok()?)
}

/// Reads the table: of 2018, without scales, and of today.
pub(super) fn table(rows: &Rows) -> Arrival {
    let column = |name: &str| rows.column(&[name]);
    let (full, year, date) = (column("full_date"), column("year"), column("date"));
    let (time, mood, tags) = (column("time"), column("mood"), column("activities"));
    let (scales, title, note) = (column("scales"), column("note_title"), column("note"));
    let mut arrival = Arrival::new(App::Daylio);
    for row in &rows.rows {
        let day = if full.is_some() {
            cell(row, full).parse::<Day>().ok()
        } else {
            // The oldest table has the day and the month in words, and the year beside them.
            let date = format!("{} {}", cell(row, date), cell(row, year));
            match when::loose(&date, super::DayOrder::DayFirst) {
                Some(super::At::Local { day, .. }) => Some(day),
                _ => None,
            }
        };
        let Some(day) = day else {
            arrival.refuse(line(row), Why::NoDay);
            continue;
        };
        let mut moment = Moment::new(when::local(day, when::time(cell(row, time))));
        let label = cell(row, mood);
        arrival.mood(label, of_label(label), &mut moment);
        moment.title = plain::html(cell(row, title));
        moment.text = plain::html(cell(row, note));
        // An activity may be called like a mood: the two never meet.
        cell(row, tags).split('|').for_each(|tag| moment.tag(tag));
        cell(row, scales).split('|').for_each(|tag| moment.tag(&tag.replace('\u{a0}', " ")));
        arrival.push(line(row), moment);
    }
    arrival
}

/// Reads what is in the file `backup.daylio` of an archive: JSON in base 64.
pub(super) fn packed(bytes: &[u8]) -> Result<Arrival, Refused> {
    let json = if bytes.first() == Some(&b'{') { bytes.to_vec() } else { from_base64(bytes)? };
    let json = String::from_utf8(json).map_err(|_| Refused::NotText)?;
    Ok(backup(&tree::read(&json)?))
}

/// Base 64 in either alphabet, broken into lines or not, with its signs of the end or without.
fn from_base64(bytes: &[u8]) -> Result<Vec<u8>, Refused> {
    let letters = bytes.iter().filter(|it| !matches!(it, b'\r' | b'\n' | b' ' | b'='));
    let letters: Vec<u8> = letters
        .map(|it| match it {
            b'-' => b'+',
            b'_' => b'/',
            it => *it,
        })
        .collect();
    let text = str::from_utf8(&letters).map_err(|_| Refused::BadArchive)?;
    Base64Unpadded::decode_vec(text).map_err(|_| Refused::BadArchive)
}

/// A mood of the backup.
struct OwnMood<'a> {
    id: i64,
    label: &'a str,
    mood: Option<Mood>,
}

/// The moods, each with what it is taken for.
fn moods(value: &Value) -> Vec<OwnMood<'_>> {
    let all = list(value, "customMoods");
    let group_of = |rank: i64| {
        let brought = all.iter().find(|it| whole(it, "predefined_name_id") == Some(rank))?;
        whole(brought, "mood_group_id")
    };
    // Which end is the best: the moods that the app brings know.
    let is_best_first = match (group_of(1), group_of(5)) {
        (Some(best), Some(worst)) if best != worst => Some(best < worst),
        _ => None,
    };
    let read = |it| {
        let rank = whole(it, "predefined_name_id").filter(|rank| (1..=5).contains(rank));
        let group = whole(it, "mood_group_id");
        let by_group = match (is_best_first, group) {
            (Some(true), Some(group)) => of_rank(group),
            (Some(false), Some(group)) => of_rank(6_i64.saturating_sub(group)),
            _ => None,
        };
        let brought =
            rank.and_then(|rank| BROUGHT.get(usize::try_from(rank).ok()?.checked_sub(1)?));
        let label = match (text(it, "custom_name"), brought) {
            ("", Some([english, _])) => english,
            (name, _) => name,
        };
        Some(OwnMood { id: whole(it, "id")?, label, mood: by_group.or(rank.and_then(of_rank)) })
    };
    all.iter().filter_map(read).collect()
}

/// The day and time by the calendar fields, of which the month counts from zero.
fn at(entry: &Value) -> Option<super::At> {
    let field = |name| whole(entry, name);
    let part = |name| field(name).and_then(|it| u32::try_from(it).ok());
    let by_calendar = || {
        let month = part("month")?.checked_add(1)?;
        let day = Day::new(i32::try_from(field("year")?).ok()?, month, part("day")?).ok()?;
        let time = part("hour").zip(part("minute"));
        let time = time.and_then(|(hour, minute)| TimeOfDay::new(hour, minute).ok());
        let ahead = field("timeZoneOffset").and_then(|ms| i16::try_from(ms / 60_000).ok());
        let offset = ahead.and_then(|minutes| minutes.try_into().ok());
        Some(super::At::Local { day, time, offset })
    };
    by_calendar().or_else(|| when::instant(field("datetime")?))
}

/// Reads the backup. A PIN, settings and reminders are not even looked at.
pub(super) fn backup(value: &Value) -> Arrival {
    let mut arrival = Arrival::new(App::Daylio);
    let moods = moods(value);
    let mut tags: Vec<(i64, &str)> = list(value, "tags")
        .iter()
        .filter_map(|tag| Some((whole(tag, "id")?, text(tag, "name"))))
        .collect();
    tags.sort_unstable();
    for (nth, entry) in list(value, "dayEntries").iter().enumerate() {
        let Some(at) = at(entry) else {
            arrival.refuse(nth + 1, Why::NoDay);
            continue;
        };
        let mut moment = Moment::new(at);
        if let (Some(id), Some(ms)) = (whole(entry, "id"), whole(entry, "datetime")) {
            moment.key = format!("{id} {ms}");
        }
        let mood = moods.iter().find(|mood| Some(mood.id) == whole(entry, "mood"));
        if let Some(mood) = mood {
            arrival.mood(mood.label, mood.mood, &mut moment);
        }
        moment.title = plain::html(text(entry, "note_title"));
        moment.text = plain::html(text(entry, "note"));
        moment.star = tree::is(entry, "isFavorite");
        for id in list(entry, "tags") {
            let id = id.as_i64().unwrap_or_default();
            let nth = tags.binary_search_by_key(&id, |(tag, _)| *tag).ok();
            moment.tag(nth.and_then(|nth| tags.get(nth)).map_or("", |(_, name)| name));
        }
        arrival.push(nth + 1, moment);
    }
    let is_there = |name: &&str| tree::has(value, name);
    let settings = ["pin", "prefs", "reminders", "writingTemplates"];
    arrival.leave(Left::Settings, settings.iter().filter(|name| is_there(name)).count());
    arrival.leave(Left::Goals, list(value, "goals").len() + list(value, "goalEntries").len());
    arrival
}
