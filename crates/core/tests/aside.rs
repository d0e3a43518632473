//! Years that are set aside: nothing but them goes, nothing is in neither place, and no other device
//! of the person loses or brings back anything by it.

use std::collections::BTreeSet;

use crate::common::{NOW, any_journal, day, entry, id, now, stamp, stamp_of};
use crate::sheet_journal::full_worksheet;
use proptest::prelude::*;
use satkarya_core::diary::{FeelingId, OwnFeeling, Unknown};
use satkarya_core::generate;
use satkarya_core::id::Id;
use satkarya_core::journal::{Earlier, Journal};
use satkarya_core::people::Person;
use satkarya_core::record::{Body, Origin, Record, Version};
use satkarya_core::stamp::Stamp;
use satkarya_core::text::{Name, Text};
use satkarya_core::time::Day;
use satkarya_core::transfer::{
    Fate, Import, OldYear, SetAside, away, export_json, n_missing, old_years, part_of, read_json,
    remember, settled, signature,
};

fn today() -> Day {
    day("2026-11-24")
}

fn none() -> BTreeSet<Id> {
    BTreeSet::new()
}

/// A diary of some years that ends today.
fn diary(n: usize) -> Journal {
    let mut journal = Journal::new();
    for record in generate::years(9, today(), n) {
        journal.load(record);
    }
    journal
}

fn file_of(journal: &Journal, ids: &BTreeSet<Id>) -> Import {
    let text = export_json(&part_of(journal, ids), &now(), "0.1.0");
    read_json(text.as_bytes()).expect("the file is good")
}

fn find(years: &[OldYear], year: i32) -> &OldYear {
    years.iter().find(|it| it.year == year).expect("the year is old")
}

/// Sets a year aside, as the app does, and remembers it.
fn set_aside(journal: &mut Journal, remembered: &mut Vec<SetAside>, old: &OldYear, at: Stamp) {
    let file = format!("notes-{}.age", old.year);
    remembered.push(remember(journal, remembered, old, at, file));
    assert_eq!(journal.set_aside(&old.goes).len(), old.goes.len());
}

fn own(journal: &Journal) -> Vec<Record> {
    let own = journal.records().filter(|record| record.origin == Origin::Own);
    own.map(|record| settled(record)).collect()
}

#[test]
fn only_entries_of_years_long_over_go() {
    let journal = diary(2_400);
    let years = old_years(&journal, today(), &none());
    let mut n_seen = 0;
    for old in &years {
        assert!(old.year <= 2024, "the present year and the one before stay");
        for id in &old.goes {
            let it = journal.entry(*id).expect("an entry that is there");
            assert!(it.entry.when.day.year() == old.year && !it.entry.star);
            assert!(!satkarya_core::sheet::named_in(&journal, *id).iter().any(|_| true));
        }
        n_seen += old.goes.len() + old.n_stays();
    }
    let old = journal.entries().filter(|it| it.entry.when.day.year() <= 2024).count();
    assert_eq!(n_seen, old, "each one goes or is said to stay");
    assert!(years.iter().map(|it| it.n_starred).sum::<usize>() > 0);
    assert!(years.windows(2).all(|pair| pair[0].year < pair[1].year));
    let goes: usize = years.iter().map(|it| it.goes.len()).sum();
    println!("{} years, {goes} entries go, {} stay, of {old}", years.len(), n_seen - goes);
    for (day_of_today, n) in [("2026-11-24", 1), ("2025-12-31", 0), ("2026-01-01", 1)] {
        let mut one = Journal::new();
        let it = entry("2024-12-31", "23:59", None, "the last of it");
        one.load(Record::new(id(1), stamp(NOW), Body::Entry(it)));
        assert_eq!(old_years(&one, day(day_of_today), &none()).len(), n, "{day_of_today}");
    }
    assert_eq!(old_years(&Journal::new(), today(), &none()), []);
}

#[test]
fn what_is_named_starred_open_in_the_bin_or_not_ours_stays() {
    let mut journal = Journal::new();
    let mut put = |n: u32, on: &str| {
        let body = Body::Entry(entry(on, "10:00", None, "words"));
        journal.put(id(n), body, stamp(NOW + u64::from(n)), Earlier::Kept);
    };
    for n in [1, 3, 4, 5, 6] {
        put(n, "2023-05-05");
    }
    put(7, "2025-01-01");
    // The sheet says that it came of record 42, whatever that is.
    put(42, "2023-05-06");
    let mut starred = entry("2023-05-05", "10:00", None, "words");
    starred.star = true;
    journal.put(id(3), Body::Entry(starred), stamp(NOW + 50), Earlier::Replaced);
    journal.remove(id(5), stamp(NOW + 60)).expect("removed");
    journal.put_sample(id(8), Body::Entry(entry("2023-05-05", "10:00", None, "s")), stamp(NOW));
    let sheet = Record::new(id(90), stamp(NOW), Body::Sheet(full_worksheet()));
    journal.load(sheet);
    let open = BTreeSet::from([id(4)]);
    let years = old_years(&journal, today(), &open);
    let old = find(&years, 2023);
    // The sheet also names record 1 as the one whom it is with.
    assert_eq!(old.goes, BTreeSet::from([id(6)]));
    assert_eq!((old.n_starred, old.n_named, old.n_open, years.len()), (1, 2, 1, 1));
    let mut without = journal.clone();
    without.remove(id(90), stamp(NOW + 90)).expect("removed");
    assert_eq!(find(&old_years(&without, today(), &none()), 2023).goes.len(), 4);
    println!("5 of 5 reasons to stay");
}

#[test]
fn the_file_holds_the_entries_with_their_versions_and_whom_they_name() {
    let mut journal = Journal::new();
    for n in 1..=4 {
        let person = Person::new(Name::new(&format!("Person {n}")).expect("a name"));
        journal.load(Record::new(id(n), stamp(NOW), Body::Person(person)));
    }
    let word = OwnFeeling {
        word: Text::cut("Fizzy"),
        family: "joyful".try_into().expect("a family"),
        unknown: Unknown::default(),
    };
    journal.load(Record::new(id(5), stamp(NOW), Body::Feeling(word)));
    let mut first = entry("2023-05-05", "10:00", None, "as it was");
    first.people = vec![id(2)];
    let mut later = entry("2023-05-05", "10:00", None, "as it is");
    later.people = vec![id(1)];
    later.feelings =
        vec![satkarya_core::diary::Feeling { id: FeelingId::from(id(5)), strength: None }];
    let mut record = Record::new(id(10), stamp(NOW + 5), Body::Entry(later));
    record.versions = vec![Version { changed: stamp(NOW), body: Body::Entry(first) }];
    journal.load(record);
    let mut other = entry("2022-05-05", "10:00", None, "another year");
    other.people = vec![id(3)];
    journal.load(Record::new(id(11), stamp(NOW), Body::Entry(other)));
    let goes = find(&old_years(&journal, today(), &none()), 2023).goes.clone();
    let file = file_of(&journal, &goes);
    let ids: Vec<Id> = file.records.keys().copied().collect();
    assert_eq!(ids, [id(1), id(2), id(5), id(10)], "two people, one word, one entry");
    assert_eq!(file.records[&id(10)].versions.len(), 1);
    assert_eq!(n_missing(&journal, &goes, &file), 0);
}

#[test]
fn a_file_that_lacks_or_changes_anything_is_found_out() {
    let journal = diary(2_400);
    let years = old_years(&journal, today(), &none());
    let goes = &find(&years, 2024).goes;
    let good = file_of(&journal, goes);
    assert_eq!(n_missing(&journal, goes, &good), 0);
    assert_eq!(n_missing(&journal, goes, &Import::default()), goes.len());
    let other = &find(&years, 2023).goes;
    assert_eq!(n_missing(&journal, goes, &file_of(&journal, other)), goes.len());
    let mut n_tried = 0;
    for id in goes {
        let mut without = good.clone();
        without.records.remove(id);
        assert_eq!(n_missing(&journal, goes, &without), 1);
        let mut changed = good.clone();
        let record = changed.records.get_mut(id).expect("it is in the file");
        if let Some(Body::Entry(entry)) = &mut record.body {
            entry.quiet = !entry.quiet;
        }
        assert_eq!(n_missing(&journal, goes, &changed), 1);
        let mut older = good.clone();
        older.records.get_mut(id).expect("it is in the file").changed = Stamp::FIRST;
        assert_eq!(n_missing(&journal, goes, &older), 1);
        n_tried += 3;
    }
    println!("files that lack or change one entry: {n_tried} of {n_tried} found out");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn the_file_and_what_stays_are_everything(mut journal in any_journal(), gap in 2..6_i32) {
        let present = journal.span().map_or(2026, |(_, last)| last.year()) + gap;
        let today = Day::new(present, 6, 1).expect("a day");
        for old in old_years(&journal, today, &none()) {
            let before = own(&journal);
            let file = file_of(&journal, &old.goes);
            prop_assert_eq!(n_missing(&journal, &old.goes, &file), 0);
            let is_signed = signature(&journal);
            let changes = journal.set_aside(&old.goes);
            let mut both = journal.clone();
            // Brought in again, everything is as it was.
            file.clone().plan(&both, &now()).apply(&mut both);
            prop_assert_eq!(&own(&both), &before);
            prop_assert_eq!(signature(&both), is_signed);
            let n_left = own(&journal).len();
            prop_assert_eq!(n_left + old.goes.len(), before.len(), "nothing else went");
            // Undone, everything is as it was.
            let mut undone = journal.clone();
            for change in changes.iter().rev() {
                prop_assert!(undone.put_back(change).is_some());
                prop_assert!(undone.put_back(change).is_none(), "once");
            }
            prop_assert_eq!(&own(&undone), &before);
        }
    }
}

#[test]
fn another_device_loses_nothing_and_brings_nothing_back() {
    let mut here = diary(2_400);
    let mut there = here.clone();
    let years = old_years(&here, today(), &none());
    let old = find(&years, 2024).clone();
    let at = stamp(NOW);
    let file = file_of(&here, &old.goes);
    let mut remembered = Vec::new();
    set_aside(&mut here, &mut remembered, &old, at);
    let gone = away(&here, &remembered);
    assert_eq!((gone.len(), gone[0].year, gone[0].n), (1, 2024, old.goes.len()));

    // This device's copy lacks them, which takes nothing away there.
    let before = own(&there);
    let copy = |journal: &Journal| {
        read_json(export_json(journal, &now(), "0.1.0").as_bytes()).expect("a copy")
    };
    let plan = copy(&here).plan(&there, &now());
    assert_eq!((plan.n_changes(), plan.count(Fate::Erased)), (0, 0));
    plan.apply(&mut there);
    assert_eq!(own(&there), before);

    // The other one's copy brings nothing back, however often it is read.
    let signed = signature(&here);
    for _ in 0..3 {
        let (rest, n_out) = copy(&there).without(&here, &gone);
        assert_eq!(n_out, old.goes.len());
        let plan = rest.plan(&here, &now());
        assert_eq!(plan.n_changes(), 0);
        plan.apply(&mut here);
        assert_eq!(signature(&here), signed, "so nothing is written for it");
    }

    // What is changed or written there from now on comes, in that year too.
    let changed = *old.goes.first().expect("one");
    let later = stamp_of(2, NOW + 1_000);
    let body = Body::Entry(entry("2024-05-05", "10:00", None, "changed there"));
    there.put(changed, body.clone(), later, Earlier::Kept);
    there.put(id(5_000), body, later, Earlier::Kept);
    let erased = *old.goes.last().expect("one");
    there.erase(erased, later).expect("erased");
    let (rest, n_out) = copy(&there).without(&here, &gone);
    assert_eq!(n_out, old.goes.len() - 2);
    rest.plan(&here, &now()).apply(&mut here);
    assert!(here.entry(changed).is_some() && here.entry(id(5_000)).is_some());
    assert_eq!(away(&here, &remembered)[0].n, old.goes.len() - 1, "one of them is back");

    // By hand everything comes back, but for what was erased elsewhere; then the year is away no more.
    file.plan(&here, &now()).apply(&mut here);
    assert!(here.entry(erased).is_none(), "what was erased stays erased");
    assert_eq!(away(&here, &remembered).first().map_or(0, |it| it.n), 1);
    let (_, n_out) = copy(&there).without(&here, &away(&here, &remembered));
    assert_eq!(n_out, 0);
    here.load(there.get(erased).map(|it| Record::clone(it)).expect("its tombstone"));
    assert_eq!(signature(&here), signature(&there), "both devices fall silent");
    println!("{} entries: there all stayed, here none came back by itself", old.goes.len());
}

#[test]
fn a_year_can_go_in_two_files() {
    let mut journal = diary(2_400);
    let whole = journal.clone();
    let starred: Vec<Id> = journal
        .entries()
        .filter(|it| it.entry.when.day.year() == 2024 && it.entry.star)
        .map(|it| it.record.id)
        .collect();
    let first = find(&old_years(&journal, today(), &none()), 2024).clone();
    let one = file_of(&journal, &first.goes);
    let mut remembered = Vec::new();
    set_aside(&mut journal, &mut remembered, &first, stamp(NOW));
    for id in &starred {
        let mut it = journal.entry(*id).expect("it stayed").entry.clone();
        it.star = false;
        journal.put(*id, Body::Entry(it), stamp(NOW + 10), Earlier::Replaced);
    }
    let second = find(&old_years(&journal, today(), &none()), 2024).clone();
    assert_eq!(second.goes.len(), starred.len());
    let n = second.goes.len();
    set_aside(&mut journal, &mut remembered, &second, stamp(NOW + 20));
    let n_first = first.goes.len();
    let told = |journal: &Journal| {
        let all = away(journal, &remembered);
        (all.len(), all.first().map_or(0, |it| it.n), all.first().map_or(0, |it| it.files.len()))
    };
    assert_eq!(told(&journal), (1, n_first + n, 2));
    one.plan(&journal, &now()).apply(&mut journal);
    assert_eq!(told(&journal), (1, n, 2), "those of the second file are away still");
    let rest: BTreeSet<Id> = starred.into_iter().collect();
    file_of(&whole, &rest).plan(&journal, &now()).apply(&mut journal);
    assert_eq!(told(&journal), (0, 0, 0));
}

#[test]
fn what_a_newer_version_remembers_of_it_survives() {
    let text = r#"{"year":2019,"at":"0000000000a-0000-00000001","n":5,"whole":7,"file":"notes-2019.age","lent":true}"#;
    let it: SetAside = serde_json::from_str(text).expect("it can be read");
    assert_eq!(serde_json::to_string(&it).expect("json"), text);
}
