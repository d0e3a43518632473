//! The running cost of every key of the origin.
//!
//! Job: know how full the store is without reading it again.
//! Must not: touch the store.

use std::collections::BTreeMap;

use super::key::PREFIX;
use super::quota::Measure;

/// The running cost of every key.
#[derive(Debug, Clone)]
pub(super) struct Ledger {
    measure: Measure,
    costs: BTreeMap<String, u64>,
    used: u64,
}

impl Ledger {
    pub(super) fn new(measure: Measure) -> Self {
        Self { measure, costs: BTreeMap::new(), used: 0 }
    }

    pub(super) fn measure(&self) -> Measure {
        self.measure
    }

    /// Notes the value of a key.
    pub(super) fn put(&mut self, key: &str, value: &str) {
        self.put_cost(key, self.measure.item(key, value));
    }

    /// Notes a value known only by its length, all of it outside Latin-1, that lies under another
    /// key or under its own.
    pub(super) fn put_wide(&mut self, key: &str, stored: &str, units: u64) {
        self.put_cost(key, self.measure.string(stored) + self.measure.wide(units));
    }

    fn put_cost(&mut self, key: &str, cost: u64) {
        let old = self.costs.insert(key.to_owned(), cost).unwrap_or(0);
        self.used = self.used - old + cost;
    }

    pub(super) fn remove(&mut self, key: &str) {
        self.used -= self.costs.remove(key).unwrap_or(0);
    }

    pub(super) fn cost(&self, key: &str) -> u64 {
        self.costs.get(key).copied().unwrap_or(0)
    }

    pub(super) fn used(&self) -> u64 {
        self.used
    }

    pub(super) fn foreign(&self) -> u64 {
        self.costs.iter().filter(|(key, _)| !key.starts_with(PREFIX)).map(|(_, cost)| cost).sum()
    }
}
