//! Lists of a record that was read, brought to their length.

use crate::diary::Entry;
use crate::record::{Body, MAX_VERSIONS, Record};

/// The largest number of people in an entry.
const MAX_NAMED: usize = 200;
/// The largest size of the unknown fields of one body, in bytes of JSON.
const MAX_UNKNOWN: usize = 20_000;

/// Brings lists to their length and to one of each. Returns how many items went.
pub(super) fn trim(record: &mut Record) -> usize {
    let before = record.versions.len();
    record.versions.truncate(MAX_VERSIONS);
    let bodies = record.body.iter_mut().chain(record.versions.iter_mut().map(|it| &mut it.body));
    before.saturating_sub(MAX_VERSIONS) + bodies.map(trim_body).sum::<usize>()
}

fn trim_body(body: &mut Body) -> usize {
    let (unknown, n) = match body {
        Body::Entry(entry) => {
            let n = distinct(&mut entry.feelings, Entry::MAX_FEELINGS, |a, b| a.id == b.id)
                + distinct(&mut entry.people, MAX_NAMED, |a, b| a == b)
                + distinct(&mut entry.lines, Entry::MAX_LINES, |_, _| false)
                + distinct(&mut entry.did, usize::MAX, |a, b| a == b)
                + distinct(&mut entry.areas, usize::MAX, |a, b| a == b);
            (&mut entry.unknown, n)
        }
        Body::Person(person) => {
            let n = distinct(&mut person.support, usize::MAX, |a, b| a == b)
                + distinct(&mut person.i_give, usize::MAX, |a, b| a == b)
                + distinct(&mut person.contact_ways, usize::MAX, |a, b| a == b);
            (&mut person.unknown, n)
        }
        Body::Feeling(feeling) => (&mut feeling.unknown, 0),
        Body::Course(course) => (&mut course.unknown, 0),
        Body::Session(session) => (&mut session.unknown, 0),
        Body::Snapshot(snapshot) => {
            let n = distinct(&mut snapshot.places, usize::MAX, |a, b| a.person == b.person);
            (&mut snapshot.unknown, n)
        }
        Body::Focus(focus) => (&mut focus.unknown, 0),
        Body::Network(network) => (&mut network.unknown, 0),
        Body::Along(along) => (&mut along.unknown, 0),
        Body::Filled(filled) => (&mut filled.unknown, 0),
        Body::Measures(choice) => {
            let n = distinct(&mut choice.asked, MAX_NAMED, |a, b| a == b);
            (&mut choice.unknown, n)
        }
        Body::Event(event) => {
            let n = distinct(&mut event.people, MAX_NAMED, |a, b| a == b);
            (&mut event.unknown, n)
        }
        Body::Band(band) => (&mut band.unknown, 0),
        Body::Spell(spell) => (&mut spell.unknown, 0),
        Body::Reflection(it) => {
            let n = distinct(&mut it.changes, MAX_NAMED, |a, b| a == b);
            (&mut it.unknown, n)
        }
        Body::Formulation(it) => {
            let n = distinct(&mut it.feelings, MAX_NAMED, |a, b| a == b)
                + distinct(&mut it.people, MAX_NAMED, |a, b| a == b);
            (&mut it.unknown, n)
        }
        Body::Goal(it) => {
            let n = distinct(&mut it.ratings, usize::MAX, |a, b| a.day == b.day);
            it.ratings.sort_by_key(|rated| rated.day);
            (&mut it.unknown, n)
        }
        Body::Sheet(it) => {
            let n = distinct(&mut it.later, MAX_NAMED, |a, b| a == b);
            (&mut it.unknown, n)
        }
    };
    let size: usize = unknown.iter().map(|(key, value)| key.len() + value.to_string().len()).sum();
    if size > MAX_UNKNOWN {
        let dropped = unknown.len();
        unknown.clear();
        return n + dropped;
    }
    n
}

fn distinct<T>(list: &mut Vec<T>, most: usize, same: impl Fn(&T, &T) -> bool) -> usize {
    let before = list.len();
    let mut kept: Vec<T> = Vec::with_capacity(before.min(most));
    for item in list.drain(..) {
        if kept.len() < most && !kept.iter().any(|other| same(other, &item)) {
            kept.push(item);
        }
    }
    *list = kept;
    before - list.len()
}
