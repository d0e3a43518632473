//! Which feelings were named in some entries, and in how many of them.

use crate::diary::FeelingId;
use crate::id::Id;
use crate::journal::Journal;

/// How often feelings were named in some entries. A count, and never a cause.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NamedFeelings {
    /// Number of entries that were looked at.
    pub n_entries: usize,
    /// In how many of them a feeling was named.
    pub n_named: usize,
    /// Each feeling with the number of entries that name it, the most frequent first.
    pub feelings: Vec<(FeelingId, usize)>,
}

/// Counts the feelings of these entries; those that are not there any more are passed over.
///
/// An entry counts once for each feeling, whatever its strength and however often it stands there.
pub fn named_feelings(journal: &Journal, entries: &[Id]) -> NamedFeelings {
    let mut found = NamedFeelings::default();
    // A few dozen words at most: lists are quick enough, and less to download than trees and a sort.
    let mut counts: Vec<(&FeelingId, usize)> = Vec::new();
    for it in entries.iter().filter_map(|id| journal.entry(*id)) {
        let feelings = &it.entry.feelings;
        found.n_entries += 1;
        found.n_named += usize::from(!feelings.is_empty());
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
    for (id, n) in counts {
        // Those named equally often stand in the order of their names.
        let is_after = |(other, m): &(FeelingId, usize)| *m < n || (*m == n && other > id);
        let place = found.feelings.iter().position(is_after).unwrap_or(found.feelings.len());
        found.feelings.insert(place, (id.clone(), n));
    }
    found
}
