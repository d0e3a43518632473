//! How often: entries, days, kinds, feelings and people.

use std::collections::{BTreeMap, BTreeSet};

use crate::diary::{EventKind, FeelingId};
use crate::id::Id;
use crate::journal::Journal;
use crate::pattern::{Sample, Slice};
use crate::time::Day;

/// How often a person is named. Never a score, and never a rank.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PersonCount {
    /// The record of the person.
    pub id: Id,
    /// Number of entries.
    pub n: usize,
}

/// Counts over some days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counts {
    /// The entries and their days.
    pub sample: Sample,
    /// Number of entries that say "nothing much".
    pub n_quiet: usize,
    /// Number of starred entries.
    pub n_starred: usize,
    /// Number of entries of each kind.
    pub kinds: BTreeMap<EventKind, usize>,
    /// Number of named feelings of each family.
    pub families: BTreeMap<FeelingId, usize>,
    /// Number of entries that name a word, by its family (none where nobody knows it) and itself.
    pub feelings: BTreeMap<(Option<FeelingId>, FeelingId), usize>,
    /// Number of named feelings whose family nobody knows any more.
    pub n_other_feelings: usize,
    /// Number of entries that name a person, by name. Those in the bin are left out.
    pub people: Vec<PersonCount>,
}

/// Counts the entries of a slice; none if there are none.
///
/// `family` tells the family of a feeling of the vocabulary. The family of an own word is
/// taken from the journal.
pub fn counts<'a>(
    slice: &Slice<'_>,
    family: impl Fn(&FeelingId) -> Option<&'a FeelingId>,
) -> Option<Counts> {
    let journal = slice.journal;
    let mut days: BTreeMap<Day, usize> = BTreeMap::new();
    let mut kinds = BTreeMap::new();
    let (mut families, mut feelings) = (BTreeMap::new(), BTreeMap::new());
    let mut people: BTreeMap<Id, usize> = BTreeMap::new();
    let (mut n_quiet, mut n_starred, mut n_other_feelings) = (0, 0, 0);
    for it in &slice.entries {
        let entry = it.entry;
        *days.entry(entry.when.day).or_default() += 1;
        n_quiet += usize::from(entry.quiet);
        n_starred += usize::from(entry.star);
        if let Some(kind) = entry.kind {
            *kinds.entry(kind).or_default() += 1;
        }
        for feeling in &entry.feelings {
            let family = family(&feeling.id).or_else(|| own_family(journal, &feeling.id));
            *feelings.entry((family.cloned(), feeling.id.clone())).or_default() += 1;
            match family {
                Some(family) => *families.entry(family.clone()).or_default() += 1,
                None => n_other_feelings += 1,
            }
        }
        for id in entry.people.iter().copied().collect::<BTreeSet<Id>>() {
            *people.entry(id).or_default() += 1;
        }
    }
    let named = journal.people().into_iter().filter_map(|it| {
        people.get(&it.record.id).map(|n| PersonCount { id: it.record.id, n: *n })
    });
    Some(Counts {
        sample: Sample::of(days.into_iter())?,
        n_quiet,
        n_starred,
        kinds,
        families,
        feelings,
        n_other_feelings,
        people: named.collect(),
    })
}

/// The family that the person chose for an own word.
pub(super) fn own_family<'a>(journal: &'a Journal, id: &FeelingId) -> Option<&'a FeelingId> {
    Some(&journal.get(id.as_str().parse().ok()?)?.feeling()?.family)
}
