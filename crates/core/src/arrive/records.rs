//! From what was found and what the person chose to records.

use std::collections::BTreeSet;

use sha2::{Digest as _, Sha256};

use crate::diary::{Entry, Feeling, When};
use crate::id::Id;
use crate::journal::Journal;
use crate::people::{Likeness, Person, likeness};
use crate::rating::Mood;
use crate::record::{Body, Origin, Record};
use crate::search::fold;
use crate::stamp::Stamp;
use crate::text::Note;
use crate::time::{Day, Now, Offset, TimeOfDay, Zone};

use super::moment::{Arrival, At, Left, Moment};
use super::when;

/// How far the clocks of a zone are from UTC at a moment in milliseconds since 1970. An empty name
/// is the zone of this device. None where the zone is not known.
pub type Zones<'a> = &'a dyn Fn(&str, u64) -> Option<Offset>;

/// What the person chose, and what the app knows.
pub struct Choices<'a> {
    /// The mood for each of [`Arrival::moods`]; none leaves it to the words.
    pub moods: &'a [Option<Mood>],
    /// Which of [`Arrival::people`] become people. The names of the others stay as words.
    pub people: &'a [bool],
    /// The time zones.
    pub zones: Zones<'a>,
    /// The zone of this device by its name.
    pub device: Zone,
    /// The words that keep what has no field of its own: the mood as it was called, and tags.
    pub words: &'a dyn Fn(Option<&str>, &[String]) -> String,
}

/// What would be brought in.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// Records that are not in the journal yet, people first.
    pub records: Vec<Record>,
    /// How many of them are entries.
    pub n_entries: usize,
    /// How many entries of the file are there already, in the bin or erased.
    pub n_here: usize,
    /// What is left out on the way.
    pub left: Vec<(Left, usize)>,
    /// The first and the last day of the entries of the file.
    pub span: Option<(Day, Day)>,
}

/// Makes records of an arrival. The ids follow from the content of the file alone, so the same
/// file makes the same ids whatever is chosen, and what the journal has or had is not made again.
pub fn records(
    arrival: &Arrival,
    choices: &Choices<'_>,
    journal: &Journal,
    stamp: &mut dyn FnMut() -> Stamp,
) -> Found {
    let mut found =
        Found { records: Vec::new(), n_entries: 0, n_here: 0, left: Vec::new(), span: None };
    let people = people(arrival, choices, journal, stamp, &mut found.records);
    let mut seen: BTreeSet<Id> = BTreeSet::new();
    let mut counts = Arrival::new(arrival.app);
    for moment in &arrival.moments {
        let id = identity(arrival, moment);
        if !seen.insert(id) {
            counts.leave(Left::Twice, 1);
            continue;
        }
        let when = settle(&moment.at, choices);
        let day = when.day;
        found.span = Some(found.span.map_or((day, day), |it| (it.0.min(day), it.1.max(day))));
        if is_known(journal, id) {
            found.n_here += 1;
            continue;
        }
        let entry = entry(arrival, moment, when, choices, &people, &mut counts);
        found.records.push(Record::new(id, stamp(), Body::Entry(entry)));
        found.n_entries += 1;
    }
    found.left = counts.left;
    found
}

/// Whether the journal has a record of this id of the person's own, or had one.
fn is_known(journal: &Journal, id: Id) -> bool {
    journal.get(id).is_some_and(|record| record.origin == Origin::Own)
}

/// An id of what is said in these parts.
fn hashed(parts: &[&str]) -> Id {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part.as_bytes());
        // No text holds it, so that two parts are never one.
        hash.update([0xff]);
    }
    let mut bytes = [0; 16];
    for (to, from) in bytes.iter_mut().zip(hash.finalize()) {
        *to = from;
    }
    Id::from_bytes(bytes)
}

fn identity(arrival: &Arrival, moment: &Moment) -> Id {
    let app = arrival.app.word();
    if !moment.key.is_empty() {
        return hashed(&[app, &moment.key]);
    }
    let at = match &moment.at {
        At::Local { day, time, .. } => {
            format!("{day} {}", time.map(|it| it.to_string()).unwrap_or_default())
        }
        At::Instant { ms, .. } => ms.to_string(),
    };
    let mood = moment.mood.and_then(|nth| arrival.moods.get(nth));
    let mood = mood.map_or("", |mood| &*mood.label);
    let names = moment.people.iter().filter_map(|nth| arrival.people.get(*nth));
    let tags = moment.tags.iter().map(|it| &**it).chain(names.map(|it| &*it.name));
    let tags = tags.collect::<Vec<_>>().join("\n");
    hashed(&[app, "", &at, mood, &moment.title, &moment.text, &tags])
}

/// The person of each candidate, if they become one or are one; new ones go to the records.
fn people(
    arrival: &Arrival,
    choices: &Choices<'_>,
    journal: &Journal,
    stamp: &mut dyn FnMut() -> Stamp,
    records: &mut Vec<Record>,
) -> Vec<Option<Id>> {
    let here: Vec<(Id, &str)> = journal
        .people()
        .into_iter()
        .filter(|it| it.record.origin == Origin::Own)
        .map(|it| (it.record.id, &*it.person.name))
        .collect();
    let mut person = |nth: usize| {
        if choices.people.get(nth) != Some(&true) {
            return None;
        }
        let name = &arrival.people.get(nth)?.name;
        let same = |(_, other): &&(Id, &str)| likeness(other, name) == Some(Likeness::Same);
        if let Some((id, _)) = here.iter().find(same) {
            return Some(*id);
        }
        let id = hashed(&["person", &fold(name)]);
        match journal.get(id) {
            // Renamed since, or put away: still the same person.
            Some(record) if record.person().is_some() => return Some(id),
            // Deleted here: the name stays a word.
            Some(record) if record.origin == Origin::Own => return None,
            _ => {}
        }
        if !records.iter().any(|record| record.id == id) {
            records.push(Record::new(id, stamp(), Body::Person(Person::new(name.clone()))));
        }
        Some(id)
    };
    (0..arrival.people.len()).map(&mut person).collect()
}

/// When it was by the clock on the wall: what the file says of it, else the clock of its zone, else
/// the one of this device. A day without a time stands at noon.
fn settle(at: &At, choices: &Choices<'_>) -> When {
    let of_device = |ms| (choices.zones)("", ms).unwrap_or(Offset::UTC);
    match at {
        At::Instant { ms, offset, zone } => {
            let by_name = if zone.is_empty() { None } else { (choices.zones)(zone, *ms) };
            let (offset, zone) = match (by_name, offset) {
                (Some(by_name), _) => (by_name, zone.clone()),
                (None, Some(said)) => (*said, Zone::default()),
                (None, None) => (of_device(*ms), choices.device.clone()),
            };
            When::from(&Now { ms: *ms, offset, zone })
        }
        At::Local { day, time, offset } => {
            let time = time.unwrap_or(TimeOfDay::NOON);
            let as_utc = when::as_utc(*day, time).and_then(|ms| u64::try_from(ms).ok());
            let offset = offset.unwrap_or_else(|| of_device(as_utc.unwrap_or_default()));
            When { day: *day, time, offset, zone: Zone::default() }
        }
    }
}

/// The entry of a moment.
fn entry(
    arrival: &Arrival,
    moment: &Moment,
    when: When,
    choices: &Choices<'_>,
    people: &[Option<Id>],
    counts: &mut Arrival,
) -> Entry {
    let mut entry = Entry::new(when);
    let mut words = moment.tags.clone();
    for nth in &moment.people {
        match people.get(*nth).copied().flatten() {
            Some(id) if entry.people.contains(&id) => {}
            Some(id) => entry.people.push(id),
            None => words.extend(arrival.people.get(*nth).map(|it| it.name.to_string())),
        }
    }
    let label = moment.mood.and_then(|nth| arrival.moods.get(nth)).map(|mood| &*mood.label);
    entry.mood = moment.mood.and_then(|nth| choices.moods.get(nth).copied()).flatten();
    let has_words = label.is_some() || !words.is_empty();
    let kept = if has_words { (choices.words)(label, &words) } else { String::new() };
    let texts = [&*moment.title, &moment.text, &kept];
    let texts: Vec<&str> = texts.into_iter().filter(|text| !text.is_empty()).collect();
    let text = texts.join("\n\n");
    entry.what = Note::new(&text).unwrap_or_else(|_| {
        counts.leave(Left::Cut, 1);
        Note::cut(&text)
    });
    for id in &moment.feelings {
        let is_there = entry.feelings.iter().any(|feeling| feeling.id == *id);
        if !is_there && entry.feelings.len() < Entry::MAX_FEELINGS {
            entry.feelings.push(Feeling { id: id.clone(), strength: None });
        }
    }
    entry.star = moment.star;
    entry.wellbeing.sleep_hours = moment.sleep;
    entry.wellbeing.sleep_quality = moment.sleep_quality;
    entry.wellbeing.energy = moment.energy;
    entry
}
