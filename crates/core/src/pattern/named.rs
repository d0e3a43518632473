//! Which feelings were named in some entries, and in how many of them.

use super::Finding;
use crate::diary::FeelingId;
use crate::id::Id;
use crate::journal::Journal;
use crate::time::Day;

/// The fewest entries with a feeling that are counted.
pub const MIN_NAMED: usize = 3;

/// How often feelings were named in some entries. A count, and never a cause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedFeelings {
    /// Number of entries that were counted, with a feeling and without.
    pub n_entries: usize,
    /// In how many of them a feeling was named.
    pub n_named: usize,
    /// Number of covered entries. They were left out.
    pub n_covered: usize,
    /// The first day that was counted.
    pub first: Day,
    /// The last day that was counted.
    pub last: Day,
    /// Each feeling with the number of entries that name it, the most frequent first.
    pub feelings: Vec<(FeelingId, usize)>,
}

/// Counts the feelings of these entries; those that are not there any more are passed over, and
/// those that are covered tell nothing but that they are covered.
///
/// An entry counts once for each feeling, whatever its strength and however often it stands there.
pub fn named_feelings(journal: &Journal, entries: &[Id]) -> Finding<NamedFeelings> {
    let (mut n_entries, mut n_named, mut n_covered) = (0, 0, 0);
    let (mut first, mut last) = (Day::LAST, Day::FIRST);
    // A few dozen words at most: lists are quick enough, and less to download than trees and a sort.
    let mut counts: Vec<(&FeelingId, usize)> = Vec::new();
    for it in entries.iter().filter_map(|id| journal.entry(*id)) {
        if it.entry.covered {
            n_covered += 1;
            continue;
        }
        let feelings = &it.entry.feelings;
        n_entries += 1;
        n_named += usize::from(!feelings.is_empty());
        first = first.min(it.entry.when.day);
        last = last.max(it.entry.when.day);
        for (at, feeling) in feelings.iter().enumerate() {
            if feelings.iter().take(at).any(|other| other.id == feeling.id) {
                continue;
            }
            match counts.iter_mut().find(|(id, _)| *id == &feeling.id) {
                Some((_, n)) => *n += 1,
                None => counts.push((&feeling.id, 1)),
            }
        }
    }
    if n_named < MIN_NAMED {
        return Finding::NotYet { have: n_named, need: MIN_NAMED };
    }
    let mut feelings: Vec<(FeelingId, usize)> = Vec::new();
    for (id, n) in counts {
        // Those named equally often stand in the order of their names.
        let is_after = |(other, m): &(FeelingId, usize)| *m < n || (*m == n && other > id);
        let place = feelings.iter().position(is_after).unwrap_or(feelings.len());
        feelings.insert(place, (id.clone(), n));
    }
    Finding::Enough(NamedFeelings { n_entries, n_named, n_covered, first, last, feelings })
}
