//! The mood just before and just after, with each person.

use crate::diary::Entry;
use crate::id::Id;
use crate::pattern::{Difference, Finding, MOST_DOTS, Sample, Slice};
use crate::rating::Mood;

/// Entries with both moods that a person needs. Our own number.
pub const MIN_BEFORE_AFTER: usize = 5;
/// Below so many entries it is said that the number is small. Our own number.
pub const SMALL_BEFORE_AFTER: usize = 10;

/// How the mood was after entries with somebody, next to before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BeforeAfter {
    /// The entries with both moods and their days.
    pub sample: Sample,
    /// In how many it was lower afterwards.
    pub lower: usize,
    /// In how many it was the same.
    pub same: usize,
    /// In how many it was higher.
    pub higher: usize,
    /// The middle of after less before.
    pub middle: Difference,
    /// Every difference in the order of time, if there are at most 30; otherwise none.
    pub dots: Vec<Difference>,
    /// If there are more than 30: how many lie at each of the 21 differences from −10 to 10.
    pub counts: Vec<usize>,
}

impl BeforeAfter {
    /// Whether there are so few that it must be said: fewer than [`SMALL_BEFORE_AFTER`].
    pub fn is_small(&self) -> bool {
        self.sample.n_entries < SMALL_BEFORE_AFTER
    }
}

/// A person, with what there is to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BeforeAfterWith {
    /// The record of the person.
    pub id: Id,
    /// What was found, or how much is needed for it.
    pub found: Finding<BeforeAfter>,
}

/// The differences of one person so far.
struct Tally {
    id: Id,
    sample: Option<Sample>,
    all: Vec<Difference>,
}

/// After less before in the entries with each person who has at least one with both moods. By name,
/// and never by number. Those in the bin are left out; those who were put away are not.
pub fn before_after(slice: &Slice<'_>) -> Vec<BeforeAfterWith> {
    let mut tallies: Vec<Tally> = Vec::new();
    for it in &slice.entries {
        let Entry { before: Some(before), after: Some(after), .. } = it.entry else { continue };
        let difference = Difference::of(*before, *after);
        for id in it.entry.named_people() {
            let at = tallies.iter().position(|it| it.id == id).unwrap_or_else(|| {
                tallies.push(Tally { id, sample: None, all: Vec::new() });
                tallies.len() - 1
            });
            if let Some(tally) = tallies.get_mut(at) {
                Sample::add(&mut tally.sample, it.entry.when.day, 1);
                tally.all.push(difference);
            }
        }
    }
    let by_name = slice.journal.people().into_iter();
    let mut tally_of = |id: Id| {
        let at = tallies.iter().position(|it| it.id == id)?;
        Some(tallies.swap_remove(at))
    };
    by_name
        .filter_map(|who| {
            let tally = tally_of(who.record.id)?;
            Some(BeforeAfterWith { id: tally.id, found: found(tally) })
        })
        .collect()
}

fn found(tally: Tally) -> Finding<BeforeAfter> {
    let n = tally.all.len();
    let (Some(sample), Some(middle), true) =
        (tally.sample, Difference::middle(&tally.all), n >= MIN_BEFORE_AFTER)
    else {
        return Finding::NotYet { have: n, need: MIN_BEFORE_AFTER };
    };
    let lower = tally.all.iter().filter(|it| it.tenths() < 0).count();
    let higher = tally.all.iter().filter(|it| it.tenths() > 0).count();
    let (dots, counts) =
        if n <= MOST_DOTS { (tally.all, Vec::new()) } else { (Vec::new(), at_each(&tally.all)) };
    let same = n - lower - higher;
    Finding::Enough(BeforeAfter { sample, lower, same, higher, middle, dots, counts })
}

/// How many lie at each difference, the lowest possible one first.
fn at_each(all: &[Difference]) -> Vec<usize> {
    let most = i16::from(Mood::MAX);
    let is_at = |whole: i16| all.iter().filter(|it| it.tenths() == whole * 10).count();
    (-most..=most).map(is_at).collect()
}
