//! The sample diary, placed in the three months before today.

use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

use super::{
    SAMPLE,
    model::{SampleDate, SampleEntry, SampleExactness, SampleLife, SampleSnapshot},
};
use crate::{
    diary::{Entry, When},
    id::Id,
    people::Person,
    record::Body,
    time::{FuzzyDay, Half, Now, Season, Year},
};

/// Every record of the sample diary, people first, for [`Journal::put_sample`](crate::journal::Journal::put_sample).
///
/// The ids are always the same, so that showing the sample twice shows it once.
/// Nothing lies in the future, and the last entry is a day old.
pub fn sample(now: &Now) -> Vec<(Id, Body)> {
    let people = SAMPLE.people.iter().zip(0..).filter_map(|(person, n)| {
        let mut fields: Map<String, Value> = person.fields.clone().into_iter().collect();
        fields.insert("name".into(), person.name.clone().into());
        let person: Person = read(fields)?;
        Some((id(b'p', n), Body::Person(person)))
    });
    let entries = SAMPLE
        .entries
        .iter()
        .zip(0..)
        .filter_map(|(sample, n)| Some((id(b'e', n), entry(sample, now)?)));
    let snapshots = SAMPLE
        .snapshots
        .iter()
        .zip(0..)
        .filter_map(|(sample, n)| Some((id(b's', n), snapshot(sample, now)?)));
    let life = SAMPLE
        .life
        .iter()
        .zip(0..)
        .filter_map(|(sample, n)| Some((id(b'l', n), life(sample, now)?)));
    people.chain(entries).chain(snapshots).chain(life).collect()
}

/// Something on the timeline, with its dates counted back from today and its people looked up.
fn life(sample: &SampleLife, now: &Now) -> Option<Body> {
    let mut fields: Map<String, Value> = sample.fields.clone().into_iter().collect();
    fields.insert("when".into(), json!(date(sample.when, now)?));
    if let Some(until) = sample.until {
        fields.insert("until".into(), json!(date(until, now)?));
    }
    let people: Vec<Id> = people(&sample.people).collect();
    if !people.is_empty() {
        fields.insert("people".into(), json!(people));
    }
    read(Map::from_iter([(sample.is.clone(), fields.into())]))
}

/// A date as exactly as the file says.
fn date(sample: SampleDate, now: &Now) -> Option<FuzzyDay> {
    let day = now.day().plus_days(-i64::from(sample.ago))?;
    Some(match sample.to {
        SampleExactness::Day => FuzzyDay::Day(day),
        SampleExactness::Month => FuzzyDay::Month(day.month()),
        SampleExactness::Season => FuzzyDay::Season(Season::of(day.month(), Half::North)?),
        SampleExactness::Year => FuzzyDay::Year(Year::new(day.year()).ok()?),
    })
}

/// The people of some names.
fn people(names: &[String]) -> impl Iterator<Item = Id> {
    let all = SAMPLE.people.iter().zip(0..);
    all.filter(|(person, _)| names.contains(&person.name)).map(|(_, n)| id(b'p', n))
}

/// A snapshot with its day counted back from today and its people looked up.
fn snapshot(sample: &SampleSnapshot, now: &Now) -> Option<Body> {
    let day = now.day().plus_days(-i64::from(sample.ago))?;
    let places = SAMPLE.people.iter().zip(0..).filter_map(|(person, n)| {
        let ring = sample.rings.get(&person.name)?;
        Some(json!({ "person": id(b'p', n), "ring": ring }))
    });
    let places: Vec<Value> = places.collect();
    let fields = [("day".to_owned(), json!(day)), ("places".to_owned(), json!(places))];
    Some(Body::Snapshot(read(Map::from_iter(fields))?))
}

/// An entry with its day counted back from today and its people looked up.
fn entry(sample: &SampleEntry, now: &Now) -> Option<Body> {
    let when = When {
        day: now.day().plus_days(-i64::from(sample.ago))?,
        time: sample.time.parse().ok()?,
        ..When::from(now)
    };
    let mut fields: Map<String, Value> = sample.fields.clone().into_iter().collect();
    fields.insert("when".into(), serde_json::to_value(when).ok()?);
    fields.insert("feelings".into(), serde_json::to_value(&sample.feelings).ok()?);
    let mut entry: Entry = read(fields)?;
    entry.people = people(&sample.people).collect();
    Some(Body::Entry(entry))
}

/// Reads from text like everything else, which keeps the app smaller than a second way.
fn read<T: DeserializeOwned>(fields: Map<String, Value>) -> Option<T> {
    serde_json::from_str(&Value::from(fields).to_string()).ok()
}

/// An id that no random one will ever equal in practice, and that is the same each time.
fn id(kind: u8, n: u8) -> Id {
    let mut bytes = *b"a sample diary..";
    let [.., last_but_one, last] = &mut bytes;
    *last_but_one = kind;
    *last = n;
    Id::from_bytes(bytes)
}
