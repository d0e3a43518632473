//! What a backup holds beside what is here, for somebody who wants to know whether it is good.

use crate::journal::Journal;
use crate::record::{Origin, Record};
use crate::transfer::{Fate, MergePlan};

/// How many things a file and the journal have in common, and how many not. What was erased for
/// good counts in none of them, unless the other side still holds it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Comparison {
    /// The same in both.
    pub n_same: usize,
    /// Here, and not in the file.
    pub n_only_here: usize,
    /// In both, and changed or erased here since the file was made.
    pub n_newer_here: usize,
    /// Changed in both places.
    pub n_both: usize,
    /// In both, and changed or erased elsewhere after the last change here.
    pub n_newer_there: usize,
    /// In the file, and not here.
    pub n_only_there: usize,
}

impl Comparison {
    /// Whether the file holds everything that is here as it is.
    pub fn holds_everything(&self) -> bool {
        self.n_missing() == 0
    }

    /// Number of things that would not come back from the file as they are here.
    pub fn n_missing(&self) -> usize {
        self.n_only_here + self.n_newer_here + self.n_both
    }
}

impl MergePlan {
    /// Compares the file that the plan was made of with the journal it was made for.
    pub fn compare(&self, journal: &Journal) -> Comparison {
        let living = |record: &Record| record.origin == Origin::Own && record.body.is_some();
        let mine = || journal.records().filter(|record| living(record));
        let same = self.ids(Fate::Same);
        Comparison {
            n_same: same.filter(|id| journal.get(*id).is_some_and(|it| living(it))).count(),
            n_only_here: mine().filter(|record| !self.holds(record.id)).count(),
            n_newer_here: self.count(Fate::Older),
            n_both: self.count(Fate::Conflict),
            n_newer_there: self.count(Fate::Newer)
                + self.count(Fate::Erased)
                + self.count(Fate::Revived),
            n_only_there: self.count(Fate::New),
        }
    }
}
