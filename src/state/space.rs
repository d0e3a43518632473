//! How much space the diary takes, said in entries.

use std::collections::BTreeMap;

use leptos::prelude::*;
use satkarya_core::journal::Change;
use satkarya_core::record::{Origin, Record};
use satkarya_core::store::{
    Frame, Kind, Level, Measure, PART_TARGET, PartName, ShardName, StorageKey, Usage,
};

use super::AppState;

/// How many entries there must be before their own average is used.
const ENOUGH: u64 = 30;
/// Units that an entry of some 300 characters takes, its share of its part included; measured
/// with seeded diaries (`docs/figures.md`).
const USUAL_COST: u64 = 300;

/// How much space is used and left. Units are those in which the browser counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Space {
    /// Used by everything on this origin.
    pub used: u64,
    /// What the browser allows.
    pub total: u64,
    /// How near that is.
    pub level: Level,
    /// About how many more entries fit.
    pub n_entries_left: u64,
    /// About how much an entry takes, in units.
    pub entry_units: u64,
    /// How the browser counts.
    pub measure: Measure,
}

impl Space {
    /// Counts the space with `n_entries` stored.
    pub fn new(usage: &Usage, n_entries: u64, measure: Measure) -> Self {
        let own = usage.used.saturating_sub(usage.reserve).saturating_sub(usage.foreign);
        let cost = if n_entries < ENOUGH { USUAL_COST } else { (own / n_entries).max(1) };
        // The reserve is what the last saves live on, so it is not promised to anybody.
        Self {
            used: usage.used,
            total: usage.budget,
            level: usage.level(),
            n_entries_left: usage.free() / cost,
            entry_units: cost,
            measure,
        }
    }

    /// What is used, in bytes.
    pub fn used_bytes(&self) -> u64 {
        self.measure.to_bytes(self.used)
    }

    /// What the browser allows, in bytes.
    pub fn total_bytes(&self) -> u64 {
        self.measure.to_bytes(self.total)
    }
}

impl AppState {
    /// The space, counted anew after each save. Reactive.
    pub fn space(self) -> Memo<Space> {
        Memo::new(move |_| {
            self.saving.track();
            self.loading.track();
            self.journal.track();
            self.space_now()
        })
    }

    pub(super) fn space_now(self) -> Space {
        let n_entries = self.journal.with_untracked(|journal| {
            let own = journal.records().filter(|it| it.origin == Origin::Own);
            own.filter(|it| it.entry().is_some()).count() as u64
        });
        // What is not here costs nothing here. Counted after each save, so by parts and not one by
        // one: some of it is not an entry.
        let n_cold = self.with_store(super::Store::n_cold).unwrap_or(0);
        let n_entries = n_entries.saturating_sub(n_cold as u64);
        let nothing = Usage { used: 0, reserve: 0, foreign: 0, budget: 0 };
        let usage = self.with_store(super::Store::usage).unwrap_or(nothing);
        let measure = self.with_store(super::Store::measure).unwrap_or_default();
        Space::new(&usage, n_entries, measure)
    }

    /// What a file may use: the store is not filled beyond 95 % by anything but writing.
    pub(super) fn free_for_import(self) -> u64 {
        self.with_store(|store| {
            let usage = store.usage();
            (usage.budget / 100 * 95).saturating_sub(usage.used)
        })
        .unwrap_or(0)
    }

    /// About what changes add to the store: the records after them, packed as they will be, less
    /// what stands there now.
    pub(super) fn cost(self, changes: &[Change]) -> u64 {
        let measure = self.with_store(super::Store::measure).unwrap_or_default();
        let after = packed(changes.iter().filter_map(|it| it.after.as_deref()), measure);
        let before = packed(changes.iter().filter_map(|it| it.before.as_deref()), measure);
        after.saturating_sub(before)
    }
}

/// What records take, packed into parts of their shards.
fn packed<'a>(records: impl Iterator<Item = &'a Record>, measure: Measure) -> u64 {
    let mut shards: BTreeMap<ShardName, String> = BTreeMap::new();
    let mut units = 0;
    for record in records {
        let (Some(shelf), Ok(json)) = (record.shelf(), serde_json::to_string(record)) else {
            continue;
        };
        let shard = ShardName::from(shelf);
        let part = shards.entry(shard).or_default();
        part.push_str(&json);
        if part.len() >= PART_TARGET {
            units += framed(shard, std::mem::take(part), measure);
        }
    }
    let rest = shards.into_iter().filter(|(_, part)| !part.is_empty());
    units + rest.map(|(shard, part)| framed(shard, part, measure)).sum::<u64>()
}

fn framed(shard: ShardName, part: String, measure: Measure) -> u64 {
    let key = StorageKey::Part(PartName { shard, number: 1 }).to_string();
    let frame = Frame::new(Kind::Shard, 1, part.into_bytes());
    measure.item(&key, &frame.print(&key))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn usage(used: u64) -> Usage {
        Usage { used, reserve: 100_000, foreign: 0, budget: 5_000_000 }
    }

    #[test]
    fn few_entries_do_not_make_an_average() {
        let space = Space::new(&usage(400_000), 3, Measure::Units);
        assert_eq!(space.n_entries_left, (5_000_000 - 400_000) / USUAL_COST);
    }

    #[test]
    fn many_entries_speak_for_themselves() {
        let space = Space::new(&usage(400_000), 1_000, Measure::Units);
        assert_eq!(space.n_entries_left, (5_000_000 - 400_000) / 300);
        assert_eq!(Space::new(&usage(5_000_000), 1_000, Measure::Units).n_entries_left, 0);
    }

    #[test]
    fn sizes_are_told_in_bytes_however_the_browser_counts() {
        let space = |measure| Space::new(&usage(1_000), 1, measure);
        let bytes = |space: Space| (space.used_bytes(), space.total_bytes());
        assert_eq!(bytes(space(Measure::Units)), (2_000, 10_000_000));
        assert_eq!(bytes(space(Measure::WebKitBytes)), (1_000, 5_000_000));
    }
}
