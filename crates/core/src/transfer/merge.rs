//! Merging two copies of one record, so that every order of merging ends the same.
//!
//! A record is seen as a set of facts, each a body with its stamp, and a line before which
//! everything was erased. Merging unites the sets and takes the later line. The latest fact is
//! the record; the next ones, each body once, are its versions. Because all that follows from
//! the united set, merging is commutative, associative and idempotent.
//!
//! The same merge serves a file from another device, a backup, and two tabs.
//!
//! # Source
//! Shapiro, Preguiça, Baquero, Zawirski, "Conflict-free Replicated Data Types", SSS 2011
//! (state-based merging as the join of a semilattice).

use std::cmp::Ordering;

use crate::record::{Body, MAX_VERSIONS, Origin, Record, Version};
use crate::stamp::Stamp;

/// A body, when it was written, and when it went to the bin.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Fact<'a> {
    changed: Stamp,
    removed: Option<Stamp>,
    body: &'a Body,
}

impl Fact<'_> {
    /// Latest first. Two bodies under one stamp do not happen; if they do, their text decides,
    /// and never the bin, of which a version knows nothing.
    fn order(&self, other: &Self) -> Ordering {
        let by_text = || {
            let text = |fact: &Self| serde_json::to_string(fact.body).unwrap_or_default();
            if self.body == other.body { Ordering::Equal } else { text(other).cmp(&text(self)) }
        };
        other
            .changed
            .cmp(&self.changed)
            .then_with(by_text)
            .then_with(|| other.removed.cmp(&self.removed))
    }
}

/// Merges two copies of one record.
///
/// The later change wins. What the other copy held is kept as an earlier version, unless the
/// same body was written later or [`MAX_VERSIONS`] later ones exist. A record that was erased
/// stays erased, unless it was changed after that somewhere else.
pub fn merge(a: &Record, b: &Record) -> Record {
    join(a, Some(b))
}

/// A record with its versions in the form in which merging leaves them: none later than the
/// record, none that says what a later one says, none from before an erasure.
pub fn settled(record: &Record) -> Record {
    join(record, None)
}

/// Up to when the content of a record is erased.
fn erased_until(record: &Record) -> Option<Stamp> {
    let tombstone = || record.removed.map_or(record.changed, |it| it.max(record.changed));
    record.erased.max(record.body.is_none().then(tombstone))
}

fn facts(record: &Record) -> impl Iterator<Item = Fact<'_>> {
    let present = record.body.as_ref().map(|body| Fact {
        changed: record.changed,
        removed: record.removed,
        body,
    });
    let earlier = record.versions.iter().map(|version| Fact {
        changed: version.changed,
        removed: None,
        body: &version.body,
    });
    present.into_iter().chain(earlier)
}

fn join(one: &Record, other: Option<&Record>) -> Record {
    let copies = || std::iter::once(one).chain(other);
    let erased = copies().filter_map(erased_until).max();
    let mut all: Vec<Fact<'_>> = copies()
        .flat_map(facts)
        .filter(|fact| erased.is_none_or(|erased| fact.changed > erased))
        .collect();
    all.sort_by(Fact::order);
    let mut kept: Vec<Fact<'_>> = Vec::new();
    for fact in all {
        if !kept.iter().any(|later| later.body == fact.body) {
            kept.push(fact);
        }
    }
    let (present, earlier) = match kept.split_first() {
        Some((present, earlier)) => (Some(present), earlier),
        None => (None, &[][..]),
    };
    let gone = erased.unwrap_or(Stamp::FIRST);
    Record {
        id: one.id,
        created: copies().map(|copy| copy.created).fold(one.created, Stamp::min),
        changed: present.map_or(gone, |it| it.changed),
        removed: present.map_or(Some(gone), |it| it.removed),
        erased: present.and(erased),
        body: present.map(|it| it.body.clone()),
        versions: earlier
            .iter()
            .take(MAX_VERSIONS)
            .map(|it| Version { changed: it.changed, body: it.body.clone() })
            .collect(),
        origin: Origin::Own,
    }
}
