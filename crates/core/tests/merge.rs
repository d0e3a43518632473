//! Merging: the same end in every order, nothing lost, and no clock believed.

use std::collections::BTreeSet;

use crate::common::{NOW, Step, any_step, entry, id, now, stamp, stamp_of, take, timed};
use proptest::prelude::*;
use satkarya_core::generate;
use satkarya_core::journal::{Earlier, Journal, TOMBSTONE_MS};
use satkarya_core::people::Person;
use satkarya_core::record::{Body, MAX_VERSIONS, Origin, Record, Version};
use satkarya_core::stamp::{MAX_DRIFT_MS, StampClock};
use satkarya_core::text::{Name, Note};
use satkarya_core::transfer::{Fate, MergePlan, export_json, merge, read_json, settled};

const DEVICES: usize = 3;

/// What three devices do: a step on one of them, or one reads the records of another.
#[derive(Debug, Clone)]
enum Event {
    Step(usize, Step),
    Sync { from: usize, to: usize },
}

fn any_event() -> impl Strategy<Value = Event> {
    prop_oneof![
        5 => (0..DEVICES, any_step()).prop_map(|(device, step)| Event::Step(device, step)),
        1 => (0..DEVICES, 0..DEVICES).prop_map(|(from, to)| Event::Sync { from, to }),
    ]
}

fn bring(from: &Journal, to: &mut Journal) -> usize {
    let records: Vec<Record> = from.records().map(|it| Record::clone(it)).collect();
    MergePlan::new(to, records, &now()).apply(to).len()
}

/// Three devices that live through events. Also every text that was ever on one of them, by
/// record, unless the record was erased somewhere.
fn live(events: Vec<Event>) -> Vec<Journal> {
    let mut journals = vec![Journal::new(); DEVICES];
    let mut clocks: Vec<StampClock> = (0..3).map(|n| StampClock::new(n + 1)).collect();
    for event in events {
        match event {
            Event::Step(device, step) => take(&mut journals[device], &mut clocks[device], step),
            Event::Sync { from, to } => {
                let from = journals[from].clone();
                bring(&from, &mut journals[to]);
                if let Some(latest) = from.latest() {
                    clocks[to].observe(latest, NOW);
                }
            }
        }
    }
    journals
}

fn copies(journals: &[Journal], n: u32) -> Vec<&Record> {
    journals.iter().filter_map(|journal| journal.get(id(n)).map(AsRef::as_ref)).collect()
}

/// Any record at all, also one that no app writes: with stamps in any order.
fn any_record() -> impl Strategy<Value = Record> {
    let small = || (0..6_u64).prop_map(|ms| stamp(NOW + ms));
    let body = || {
        prop::sample::select(vec!["a", "b", "c", "d"])
            .prop_map(|what| Body::Entry(entry("2026-11-24", "10:00", None, what)))
    };
    let version = (small(), body()).prop_map(|(changed, body)| Version { changed, body });
    (
        (small(), small(), prop::option::of(small()), prop::option::of(small())),
        prop::option::weighted(0.8, body()),
        prop::collection::vec(version, 0..14),
    )
        .prop_map(|((created, changed, removed, erased), body, versions)| Record {
            id: id(0),
            created,
            changed,
            removed,
            erased,
            body,
            versions,
            origin: Origin::Own,
        })
}

fn laws(a: &Record, b: &Record, c: &Record) -> Result<(), TestCaseError> {
    prop_assert_eq!(merge(a, b), merge(b, a), "commutative");
    prop_assert_eq!(merge(&merge(a, b), c), merge(a, &merge(b, c)), "associative");
    prop_assert_eq!(merge(&merge(a, b), b), merge(a, b), "idempotent");
    prop_assert_eq!(merge(a, a), settled(a), "idempotent");
    prop_assert_eq!(settled(&settled(a)), settled(a), "settled");
    Ok(())
}

proptest! {
    #![proptest_config(crate::common::cases(10_000))]

    #[test]
    fn merging_obeys_its_laws_on_lives(events in prop::collection::vec(any_event(), 1..20)) {
        let journals = live(events);
        for n in 0..6 {
            if let [a, b, c] = copies(&journals, n)[..] {
                laws(a, b, c)?;
            }
        }
    }

    #[test]
    fn merging_obeys_its_laws_on_anything(a in any_record(), b in any_record(), c in any_record()) {
        laws(&a, &b, &c)?;
    }

    #[test]
    fn no_text_is_lost(events in prop::collection::vec(any_event(), 1..20)) {
        let journals = live(events);
        for n in 0..6 {
            let copies = copies(&journals, n);
            let Some(merged) = copies.iter().map(|it| settled(it)).reduce(|a, b| merge(&a, &b)) else {
                continue;
            };
            let erased = merged.erased.or(merged.body.is_none().then_some(merged.changed));
            let bodies = |record: &Record| {
                let present = record.body.iter().map(|body| (record.changed, body.clone()));
                let earlier = record.versions.iter().map(|it| (it.changed, it.body.clone()));
                present.chain(earlier).collect::<Vec<_>>()
            };
            let kept = bodies(&merged);
            for (changed, body) in copies.iter().flat_map(|it| bodies(it)) {
                let found = kept.iter().any(|(_, other)| *other == body);
                let is_erased = erased.is_some_and(|erased| changed <= erased);
                let is_beyond_the_cap = kept.len() == MAX_VERSIONS + 1
                    && kept.iter().all(|(later, _)| *later >= changed);
                prop_assert!(found || is_erased || is_beyond_the_cap);
            }
        }
    }
}

proptest! {
    #![proptest_config(crate::common::cases(300))]

    #[test]
    fn three_devices_end_with_the_same_bytes(
        events in prop::collection::vec(any_event(), 1..60),
        order in prop::collection::vec((0..DEVICES, 0..DEVICES), 30),
    ) {
        let mut journals = live(events);
        // Thirty meetings in any order, and then each device once with each other one.
        let closing = [(0, 1), (1, 2), (2, 0), (0, 1)];
        for (from, to) in order.into_iter().chain(closing) {
            let source = journals[from].clone();
            bring(&source, &mut journals[to]);
        }
        let files: BTreeSet<String> =
            journals.iter().map(|journal| export_json(journal, &now(), "0.1.0")).collect();
        prop_assert_eq!(files.len(), 1);
    }
}

#[test]
fn an_erasure_against_older_newer_and_equal() {
    let written = |device: u32, ms: u64, what: &str| {
        Record::new(
            id(1),
            stamp_of(device, ms),
            Body::Entry(entry("2026-11-24", "10:00", None, what)),
        )
    };
    let erased = |device: u32, ms: u64| {
        let mut journal = Journal::new();
        journal.load(written(1, NOW, "before"));
        journal.erase(id(1), stamp_of(device, ms)).expect("erase");
        Record::clone(journal.get(id(1)).expect("tombstone"))
    };
    let older = merge(&erased(1, NOW + 10), &written(2, NOW + 5, "older"));
    assert!(older.body.is_none() && older.versions.is_empty(), "gone");
    let newer = merge(&erased(1, NOW + 10), &written(2, NOW + 20, "newer"));
    assert!(newer.entry().is_some_and(|it| &*it.what == "newer") && newer.versions.is_empty());
    assert_eq!(newer.erased, Some(stamp_of(1, NOW + 10)), "what was erased stays so");
    let again = merge(&newer, &written(1, NOW, "before"));
    assert_eq!(again, newer, "the text from before the erasure does not come back");
    let equal = merge(&erased(1, NOW + 10), &written(2, NOW + 10, "same moment"));
    assert!(equal.body.is_some(), "the greater device wins");
    let equal = merge(&erased(3, NOW + 10), &written(2, NOW + 10, "same moment"));
    assert!(equal.body.is_none(), "the greater device wins");
    println!("M-04 erasure against older, newer, equal: 3/3");
}

#[test]
fn an_edit_after_the_bin_survives_the_sweep_elsewhere() {
    let mut a = Journal::new();
    a.load(Record::new(
        id(1),
        stamp(NOW),
        Body::Entry(entry("2026-11-24", "10:00", None, "first")),
    ));
    let mut b = a.clone();
    a.remove(id(1), stamp_of(1, NOW + 10)).expect("remove");
    let edited = Body::Entry(entry("2026-11-24", "10:00", None, "edited after"));
    b.put(id(1), edited, stamp_of(2, NOW + 20), Earlier::Kept);
    assert_eq!(a.sweep(stamp_of(1, NOW + TOMBSTONE_MS / 2)).len(), 1, "erased by age");
    bring(&b, &mut a);
    assert!(a.entry(id(1)).is_some_and(|it| &*it.entry.what == "edited after"));
}

#[test]
fn an_old_file_after_the_tombstone_is_flagged() {
    let mut here = crate::common::journal_of([
        entry("2025-01-01", "10:00", None, "stays"),
        entry("2025-01-02", "10:00", None, "goes"),
    ]);
    let file = export_json(&here, &now(), "0.1.0");
    here.erase(id(1), stamp(NOW + 10)).expect("erase");
    let later = NOW + TOMBSTONE_MS + 1000;
    here.sweep(stamp(later));
    assert!(here.get(id(1)).is_none(), "the tombstone has expired");
    let at = satkarya_core::time::Now { ms: later, ..now() };
    let plan = read_json(file.as_bytes()).expect("file").plan(&here, &at);
    assert_eq!(plan.ids(Fate::New).collect::<Vec<_>>(), [id(1)]);
    assert!(plan.from_old_file().iter().eq([&id(1)]));
    let fresh = read_json(file.as_bytes()).expect("file").plan(&Journal::new(), &at);
    assert_eq!((fresh.count(Fate::New), fresh.from_old_file().len()), (2, 0));
    println!("M-05 an entry from an old file is flagged: 1/1");
}

#[test]
fn a_clock_far_ahead_is_flagged_and_does_not_win_for_ever() {
    let far = NOW + 365 * 24 * 3_600_000;
    let mut here = Journal::new();
    let record =
        Record::new(id(1), stamp_of(9, far), Body::Entry(entry("2026-11-24", "10:00", None, "x")));
    let plan = MergePlan::new(&here, [record.clone()], &now());
    assert!(plan.ahead().contains(&id(1)));
    let mut clock = StampClock::new(1);
    clock.observe(plan.latest().expect("stamp"), NOW);
    plan.apply(&mut here);
    let next = clock.tick(NOW);
    assert!(next.ms() <= NOW + MAX_DRIFT_MS, "the clock is not dragged");
    let edited = Body::Entry(entry("2026-11-24", "10:00", None, "edited here"));
    here.put(id(1), edited, next, Earlier::Kept);
    let again = MergePlan::new(&here, [record], &now());
    assert_eq!(again.n_changes(), 0);
    again.apply(&mut here);
    assert!(here.entry(id(1)).is_some_and(|it| &*it.entry.what == "edited here"));
    println!("M-07 a stamp from the future: flagged, not dragging, not winning: 1/1");
}

#[test]
fn a_person_renamed_here_and_removed_there() {
    let mut here = Journal::new();
    let person = |name: &str| Body::Person(Person::new(Name::cut(name)));
    here.put(id(1), person("Asha"), stamp(NOW), Earlier::Kept);
    let mut about = entry("2026-11-24", "10:00", None, "with her");
    about.toggle_person(id(1));
    here.put(id(2), Body::Entry(about), stamp(NOW + 1), Earlier::Kept);
    let mut there = here.clone();
    here.put(id(1), person("Asha K"), stamp_of(1, NOW + 10), Earlier::Kept);
    there.remove(id(1), stamp_of(2, NOW + 20)).expect("remove");
    for (mut one, other) in [(here.clone(), there.clone()), (there, here)] {
        bring(&other, &mut one);
        assert!(one.person(id(1)).is_none(), "removed later");
        let linked = one.entry(id(2)).expect("entry").entry.people.clone();
        assert_eq!(linked, [id(1)], "the entry still names them");
        one.restore(id(1), stamp(NOW + 30)).expect("restore");
        let names: Vec<String> = one.get(id(1)).map_or_else(Vec::new, |it| {
            let versions = it.versions.iter().map(|version| version.body.clone());
            it.body
                .clone()
                .into_iter()
                .chain(versions)
                .filter_map(|body| match body {
                    Body::Person(person) => Some(person.name.to_string()),
                    _ => None,
                })
                .collect()
        });
        assert_eq!(names, ["Asha", "Asha K"], "both names are kept");
    }
    println!("M-08 renamed here, removed there: 1/1");
}

#[test]
fn a_great_merge() {
    let base = generate::years(1, crate::common::day("2026-11-24"), 50_000);
    let mut here = Journal::new();
    for record in generate::years(2, crate::common::day("2026-11-24"), 50_000)
        .into_iter()
        .chain(base.iter().take(25_000).cloned())
    {
        here.load(record);
    }
    let mut edited = base;
    for record in edited.iter_mut().step_by(7) {
        if let Some(Body::Entry(entry)) = &mut record.body {
            entry.what = Note::cut("edited elsewhere");
            record.changed = stamp(record.changed.ms() + 1);
        }
    }
    let n_before = here.records().count();
    let (mut n_changes, mut n_new, mut n_gone) = (0, 0, 0);
    let took = timed(|| {
        let plan = MergePlan::new(&here, edited.clone(), &now());
        n_new = plan.count(Fate::New);
        n_gone = plan.count(Fate::Gone);
        n_changes = plan.apply(&mut here).len();
    });
    println!(
        "M-10 {n_before} records merged with {}: {n_new} new, {n_changes} changed, {took:?}",
        edited.len()
    );
    assert_eq!(here.records().count(), n_before + n_new + n_gone);
    assert!(n_changes > n_new);
}
