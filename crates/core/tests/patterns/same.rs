//! What must not matter: the order in which records come, the zone they were written in, a record
//! that comes twice, and, but for dates, a gap.

use proptest::prelude::*;
use satkarya_core::content;
use satkarya_core::diary::Area;
use satkarya_core::generate::Random;
use satkarya_core::journal::Journal;
use satkarya_core::pattern::{
    Filter, Finding, Slice, around, before_after, dated_events, did_got, felt_with, focus_weeks,
    fortnights, goal_lines, hard_days, mood_line, review, sleep_mood, support, times,
};
use satkarya_core::record::{Body, Record};
use satkarya_core::time::{Day, Offset, Zone};

use super::diary::{LAST, filters, journal, records};
use super::slow_check;
use crate::common::day;

/// Everything that every pattern says, to the last field.
fn all(journal: &Journal) -> Vec<String> {
    let mut said = Vec::new();
    for filter in filters(journal) {
        let slice = Slice::of(journal, &filter);
        said.push(format!("{:?}", mood_line(journal, &filter)));
        said.push(format!("{:?}", hard_days(&slice)));
        said.push(format!("{:?}", before_after(&slice)));
        said.push(format!("{:?}", felt_with(&slice)));
        said.push(format!("{:?}", fortnights(&slice)));
        said.push(format!("{:?}", did_got(&slice)));
        said.push(format!("{:?}", support(&slice)));
        said.push(format!("{:?}", times(&slice)));
        said.push(format!("{:?}", sleep_mood(&slice)));
        said.push(format!("{:?}", focus_weeks(&slice, Area::Change, chrono::Weekday::Sun)));
        let events = dated_events(journal);
        said.extend(events.iter().map(|it| format!("{:?}", around(journal, &filter, it.id))));
    }
    said.push(format!("{:?}", review(journal, day("2026-11-18"), day(LAST))));
    said.push(format!("{:?}", goal_lines(journal, content::measures())));
    said
}

/// What says how much there is, without the dates.
fn without_dates(journal: &Journal) -> Vec<String> {
    let slice = Slice::of(journal, &Filter::everything());
    let groups = |it: &satkarya_core::pattern::Compared| {
        let said = slow_check::compared(it);
        said.split(' ').filter(|word| word.len() != 10).collect::<Vec<_>>().join(" ")
    };
    let mut said = vec![
        groups(&hard_days(&slice).days),
        format!("{:?}", hard_days(&slice).people),
        slow_check::before_after(&slice, journal),
        groups(&support(&slice)),
        groups(&sleep_mood(&slice).days),
    ];
    if let Finding::Enough(it) = did_got(&slice) {
        said.push(format!("{:?}", it.rows));
    }
    if let Finding::Enough(it) = times(&slice) {
        said.push(format!("{:?} {:?}", it.parts, it.weekdays));
    }
    said
}

fn changed(records: &[Record], mut change: impl FnMut(&mut Record)) -> Vec<Record> {
    let mut records = records.to_vec();
    records.iter_mut().for_each(&mut change);
    records
}

proptest! {
    #![proptest_config(crate::common::cases(40))]

    /// The page of a person has their entries at hand, and need not look for them among all.
    #[test]
    fn the_entries_with_somebody_at_hand_say_the_same(seed in 0..1000_u64, n in 0..250_usize) {
        let journal = journal(records(seed, n));
        let mut n_said = 0;
        for person in journal.people().into_iter().map(|it| it.record.id) {
            let of_person = |slice: &Slice<'_>| {
                let all = before_after(slice);
                all.into_iter().find(|it| it.id == person).map(|it| it.found)
            };
            let filter = Filter { people: vec![person], ..Filter::everything() };
            let expected = of_person(&Slice::of(&journal, &filter));
            let ids = journal.entries().filter(|it| it.entry.mentions(person));
            let ids: Vec<_> = ids.map(|it| it.record.id).collect();
            prop_assert_eq!(of_person(&Slice::of_these(&journal, ids.into_iter())), expected.clone());
            n_said += usize::from(expected.is_some());
        }
        println!("seed {seed}, {n} entries: {n_said} people with before and after");
    }

    #[test]
    fn order_zone_and_copies_do_not_matter(seed in 0..1000_u64, n in 0..250_usize, dice: u64) {
        let records = records(seed, n);
        let expected = all(&journal(records.clone()));
        println!("seed {seed}, {n} entries: {} findings, by four orders and zones", expected.len());

        let mut dice = Random::new(dice);
        let mut mixed = records.clone();
        for at in (1..mixed.len()).rev() {
            mixed.swap(at, dice.place(at + 1));
        }
        prop_assert_eq!(&all(&journal(mixed)), &expected, "order");

        let twice = records.iter().rev().chain(&records).cloned();
        prop_assert_eq!(&all(&journal(twice)), &expected, "twice");

        let elsewhere = changed(&records, |it| {
            if let Some(Body::Entry(entry)) = &mut it.body {
                entry.when.offset = Offset::try_from(
                    i16::try_from(dice.between(-720, 840)).expect("small"),
                ).expect("offset");
                entry.when.zone = Zone::cut("Nowhere/Else");
            }
        });
        prop_assert_eq!(&all(&journal(elsewhere)), &expected, "zone");
    }

    #[test]
    fn a_gap_changes_dates_and_nothing_else(seed in 0..1000_u64, n in 0..400_usize, weeks in 1..60_i64) {
        let records = records(seed, n);
        let here = without_dates(&journal(records.clone()));
        let cut = day(LAST).plus_days(-i64::try_from(n / 4).expect("small")).expect("day");
        let apart = changed(&records, |it| {
            if let Some(Body::Entry(entry)) = &mut it.body
                && entry.when.day < cut
            {
                entry.when.day = entry.when.day.plus_days(-7 * weeks).unwrap_or(Day::FIRST);
            }
        });
        let there = without_dates(&journal(apart));
        println!("seed {seed}, {n} entries, a gap of {weeks} weeks: {} findings", here.len());
        // With a gap the days can be spread over enough weeks for one more; the others stay.
        let common = here.len().min(6);
        prop_assert_eq!(&here[..common], &there[..common]);
        prop_assert!(there.len() >= here.len());
        prop_assert!(here.get(6).is_none_or(|it| there.get(6) == Some(it)));
    }
}
