//! A backup held against a journal: every thing is counted once, and what is missing is told.

use std::collections::BTreeMap;

use crate::common::{NOW, any_journal, entry, id, journal_of, now, stamp, stamp_of};
use proptest::prelude::*;
use satkarya_core::journal::{Earlier, Journal};
use satkarya_core::record::{Body, Record};
use satkarya_core::transfer::{Comparison, export_json, read_json, settled};

fn compare(file: &Journal, here: &Journal) -> Comparison {
    let text = export_json(file, &now(), "0.1.0");
    read_json(text.as_bytes()).unwrap().plan(here, &now()).compare(here)
}

fn living(journal: &Journal) -> BTreeMap<String, Record> {
    let living = journal.records().filter(|it| it.body.is_some());
    living.map(|it| (it.id.to_string(), settled(it))).collect()
}

fn say(journal: &mut Journal, n: u32, what: &str, device: u32, ms: u64) {
    let body = Body::Entry(entry("2026-11-20", "10:00", Some(5), what));
    journal.put(id(n), body, stamp_of(device, NOW + ms), Earlier::Kept);
}

#[test]
fn every_way_to_differ_has_its_number() {
    let mut here =
        journal_of((0..7).map(|n| entry("2026-11-20", "10:00", Some(5), &format!("{n}"))));
    let mut there = here.clone();
    say(&mut there, 0, "newer there", 2, 100);
    say(&mut here, 1, "newer here", 1, 100);
    say(&mut here, 2, "both, here", 1, 100);
    say(&mut there, 2, "both, there", 2, 200);
    here.erase(id(3), stamp(NOW + 100)).unwrap();
    there.erase(id(4), stamp_of(2, NOW + 100)).unwrap();
    say(&mut there, 50, "new there", 2, 100);
    say(&mut here, 51, "new here", 1, 100);
    say(&mut there, 52, "gone there", 2, 100);
    there.erase(id(52), stamp_of(2, NOW + 200)).unwrap();
    let found = compare(&there, &here);
    let expected = Comparison {
        n_same: 2,
        n_only_here: 1,
        n_newer_here: 2,
        n_both: 1,
        n_newer_there: 2,
        n_only_there: 1,
    };
    assert_eq!(found, expected);
    assert_eq!((found.n_missing(), found.holds_everything()), (4, false));
    println!("ways to differ told apart: 6/6");
}

proptest! {
    #![proptest_config(crate::common::cases(500))]

    /// A file holds everything exactly if bringing it in where nothing is gives what is here.
    #[test]
    fn what_is_told_is_what_would_come_back(a in any_journal(), b in any_journal()) {
        let own = compare(&a, &a);
        prop_assert!(own.holds_everything());
        prop_assert_eq!(own.n_same, living(&a).len());
        prop_assert_eq!(own.n_only_there + own.n_newer_there, 0);
        let found = compare(&a, &b);
        let (mine, theirs) = (living(&b), living(&a));
        let n_only = mine.keys().filter(|id| a.get(id.parse().unwrap()).is_none()).count();
        prop_assert_eq!(found.n_only_here, n_only);
        if found.holds_everything() {
            for (id, record) in &mine {
                let there = theirs.get(id).map(|it| it.changed);
                prop_assert!(there >= Some(record.changed) || found.n_newer_there > 0);
            }
        }
    }

    /// One thing less in the file, or one changed here since, is exactly one that would not come back.
    #[test]
    fn one_thing_that_is_missing_is_one_that_is_told(journal in any_journal(), nth in 0_usize..40) {
        let mine = living(&journal);
        prop_assume!(!mine.is_empty());
        let one = mine.keys().nth(nth % mine.len()).unwrap().parse().unwrap();
        let mut without = Journal::new();
        for record in journal.records().filter(|it| it.id != one) {
            without.load((**record).clone());
        }
        let found = compare(&without, &journal);
        prop_assert_eq!((found.n_only_here, found.n_missing()), (1, 1));
        let mut changed = journal.clone();
        let body = journal.get(one).unwrap().body.clone().unwrap();
        let later = stamp_of(1, NOW + 900_000_000);
        changed.put(one, body, later, Earlier::Kept);
        let found = compare(&journal, &changed);
        let is_changed = changed.get(one).unwrap().changed == later;
        prop_assert_eq!((found.n_newer_here, found.n_missing()), (usize::from(is_changed), usize::from(is_changed)));
    }
}
