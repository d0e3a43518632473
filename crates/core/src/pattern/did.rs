//! What the person did, and what came of it.

use crate::diary::{Did, Got};
use crate::pattern::{Finding, Sample, Slice};

/// Entries that say both which the table needs. Our own number.
pub const MIN_DID: usize = 10;
/// Entries of a row before anything is said about it. Our own number.
pub const MIN_DID_ROW: usize = 5;

/// What came when the person did one thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DidRow {
    /// What was done.
    pub did: Did,
    /// Number of entries in which it was done.
    pub n: usize,
    /// How many of them ended in each way, in the order of [`Got::ALL`].
    pub got: [usize; 5],
}

impl DidRow {
    /// How many ended in this way.
    pub fn count(&self, got: Got) -> usize {
        Got::ALL.iter().zip(self.got).find(|(it, _)| **it == got).map_or(0, |(_, n)| n)
    }

    /// How many of how many ended as hoped or better; none below [`MIN_DID_ROW`].
    pub fn as_hoped(&self) -> Option<(usize, usize)> {
        let k = self.count(Got::Better) + self.count(Got::AsExpected);
        (self.n >= MIN_DID_ROW).then_some((k, self.n))
    }
}

/// The table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DidTable {
    /// The entries that say both and their days.
    pub sample: Sample,
    /// The rows in the order in which they are offered, without those that are empty.
    ///
    /// An entry stands in the row of each thing that was done, so the rows add up to more.
    pub rows: Vec<DidRow>,
}

/// Counts what was done against what came of it. Needs [`MIN_DID`] entries that say both.
pub fn did_got(slice: &Slice<'_>) -> Finding<DidTable> {
    let mut sample = None;
    let mut rows: Vec<DidRow> =
        Did::ALL.iter().map(|did| DidRow { did: *did, n: 0, got: [0; 5] }).collect();
    for it in &slice.entries {
        let Some(got) = it.entry.got.filter(|_| !it.entry.did.is_empty()) else { continue };
        Sample::add(&mut sample, it.entry.when.day, 1);
        for row in rows.iter_mut().filter(|row| it.entry.did.contains(&row.did)) {
            row.n += 1;
            for (n, _) in row.got.iter_mut().zip(Got::ALL).filter(|(_, it)| **it == got) {
                *n += 1;
            }
        }
    }
    rows.retain(|row| row.n > 0);
    match sample {
        Some(sample) if sample.n_entries >= MIN_DID => Finding::Enough(DidTable { sample, rows }),
        sample => Finding::NotYet { have: sample.map_or(0, |it| it.n_entries), need: MIN_DID },
    }
}
