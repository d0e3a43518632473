//! What the patterns say, against a slow and plain count and against small stories.

use std::collections::BTreeMap;

use crate::common::{day, entry, id, journal_of, stamp};
use proptest::prelude::*;
use satkarya_core::diary::{Entry, EventKind, Feeling, FeelingId};
use satkarya_core::id::Id;
use satkarya_core::journal::{Earlier, Journal};
use satkarya_core::pattern::{
    Counts, Filter, Finding, MoodLine, NamedFeelings, Slice, counts, day_mood, day_moods,
    mood_line, named_feelings,
};
use satkarya_core::people::Person;
use satkarya_core::record::Body;
use satkarya_core::text::Name;
use satkarya_core::time::{Day, Offset, Zone};

fn mood_on(on: &str, mood: u8) -> Entry {
    entry(on, "10:00", Some(mood), "")
}

fn line(journal: &Journal, first: &str, last: &str) -> MoodLine {
    match mood_line(journal, &Filter::between(day(first), day(last))) {
        Finding::Enough(line) => line,
        Finding::NotYet { have, need } => panic!("{have} of {need}"),
    }
}

#[test]
fn a_day_shows_its_middle_and_that_there_is_more() {
    let mut quiet = entry("2026-11-03", "10:00", None, "");
    quiet.quiet = true;
    let journal = journal_of([
        mood_on("2026-11-01", 4),
        mood_on("2026-11-02", 4),
        mood_on("2026-11-02", 7),
        entry("2026-11-02", "11:00", None, "no mood"),
        quiet,
        entry("2026-11-04", "10:00", None, "words only"),
    ]);
    let of = |on: &str| day_mood(&journal, day(on));
    let one = of("2026-11-01").expect("a day");
    assert_eq!((one.n_entries, one.is_several(), one.quiet), (1, false, false));
    let several = of("2026-11-02").expect("a day");
    assert_eq!((several.n_entries, several.n_moods, several.is_several()), (3, 2, true));
    let middle = several.middle.expect("a middle");
    assert_eq!((middle.tenths(), middle.mood().get()), (55, 6));
    assert!(of("2026-11-03").is_some_and(|it| it.quiet && it.middle.is_none()));
    assert!(of("2026-11-04").is_some_and(|it| !it.quiet && it.middle.is_none()));
    assert_eq!(of("2026-11-05"), None);
    assert_eq!(day_moods(&journal, day("2026-01-01"), day("2026-12-31")).len(), 4);
}

#[test]
fn the_line_waits_for_three_days_and_says_what_is_missing() {
    let mut entries = vec![mood_on("2026-11-01", 5), mood_on("2026-11-01", 6)];
    let range = Filter::between(day("2026-11-01"), day("2026-11-30"));
    let have = |entries: &[Entry]| mood_line(&journal_of(entries.to_vec()), &range);
    assert_eq!(have(&[]), Finding::NotYet { have: 0, need: 3 });
    assert_eq!(have(&entries), Finding::NotYet { have: 1, need: 3 });
    entries.push(mood_on("2026-11-08", 3));
    assert_eq!(have(&entries), Finding::NotYet { have: 2, need: 3 });
    entries.push(mood_on("2026-11-09", 3));
    let found = line(&journal_of(entries), "2026-11-01", "2026-11-30");
    assert_eq!((found.sample.n_entries, found.sample.n_days), (4, 3));
    assert_eq!((found.sample.first, found.sample.last), (day("2026-11-01"), day("2026-11-09")));
    assert_eq!(found.sample.n_missing_days(), 6);
    assert_eq!(found.points.len(), 9);
    assert!(found.points.iter().all(|point| point.week.is_none()));
}

#[test]
fn the_weekly_middle_needs_four_days_and_looks_back_beyond_the_window() {
    let journal = journal_of([
        mood_on("2026-11-01", 1),
        mood_on("2026-11-02", 2),
        mood_on("2026-11-03", 3),
        mood_on("2026-11-05", 8),
        mood_on("2026-11-12", 8),
    ]);
    let found = line(&journal, "2026-10-01", "2026-11-30");
    let week = |found: &MoodLine, on: &str| {
        let point = found.points.iter().find(|point| point.day == day(on)).expect("a point");
        point.week.map(satkarya_core::pattern::Middle::tenths)
    };
    assert_eq!(week(&found, "2026-11-04"), None, "three days");
    assert_eq!(week(&found, "2026-11-05"), Some(25), "1 2 3 8");
    assert_eq!(week(&found, "2026-11-07"), Some(25), "a day without, in a week with four");
    assert_eq!(week(&found, "2026-11-08"), None, "2 3 8");
    let piece = line(&journal, "2026-11-03", "2026-11-30");
    assert_eq!(week(&piece, "2026-11-05"), Some(25));
    assert_eq!(piece.sample.first, day("2026-11-03"));
}

fn family(id: &FeelingId) -> Option<&'static FeelingId> {
    static SAD: std::sync::OnceLock<FeelingId> = std::sync::OnceLock::new();
    let sad = SAD.get_or_init(|| "sad".try_into().expect("id"));
    ["sad", "longing"].contains(&id.as_str()).then_some(sad)
}

fn feeling(name: &str) -> Feeling {
    Feeling { id: name.try_into().expect("id"), strength: None }
}

/// Feelings with their counts, as words.
fn told(found: &NamedFeelings) -> Vec<(&str, usize)> {
    found.feelings.iter().map(|(id, n)| (id.as_str(), *n)).collect()
}

fn named(journal: &Journal, entries: &[Id]) -> NamedFeelings {
    match named_feelings(journal, entries) {
        Finding::Enough(found) => found,
        Finding::NotYet { have, need } => panic!("{have} of {need}"),
    }
}

/// Five entries with somebody, the fourth without a feeling.
fn five_with_somebody() -> [Entry; 5] {
    [1, 2, 3, 4, 5].map(|n| {
        let mut it = mood_on(&format!("2026-11-0{n}"), 5);
        it.people = vec![id(100)];
        it.feelings = match n {
            1 => vec![feeling("sad"), feeling("close")],
            2 => vec![feeling("sad"), feeling("sad")],
            3 => vec![feeling("angry"), feeling("sad"), feeling("close")],
            4 => vec![],
            _ => vec![feeling("proud"), feeling("sad")],
        };
        it
    })
}

#[test]
fn feelings_are_counted_once_an_entry_and_only_in_entries_that_are_there() {
    let mut journal = journal_of(five_with_somebody());
    let all: Vec<_> = (0..5).rev().map(id).collect();
    let found = named(&journal, &all);
    assert_eq!((found.n_entries, found.n_named, found.n_covered), (5, 4, 0));
    assert_eq!((found.first, found.last), (day("2026-11-01"), day("2026-11-05")));
    assert_eq!(told(&found), [("sad", 4), ("close", 2), ("angry", 1), ("proud", 1)]);

    journal.remove(id(4), stamp(crate::common::NOW + 100)).expect("an entry");
    let found = named(&journal, &all);
    assert_eq!((found.n_entries, found.n_named), (4, 3), "the one in the bin is left out");
    assert_eq!(found.last, day("2026-11-04"));
    assert_eq!(told(&found), [("sad", 3), ("close", 2), ("angry", 1)]);

    // An entry of the sample diary counts while it is in the journal, as everywhere.
    let mut sample = mood_on("2026-11-09", 5);
    sample.feelings = vec![feeling("angry")];
    journal.put_sample(id(50), Body::Entry(sample), stamp(crate::common::NOW + 200));
    let some = [id(50), id(0), id(1)];
    assert_eq!(told(&named(&journal, &some)), [("sad", 2), ("angry", 1), ("close", 1)]);
    journal.drop_sample();
    assert_eq!(named_feelings(&journal, &some), Finding::NotYet { have: 2, need: 3 });
    assert_eq!(named_feelings(&journal, &[]), Finding::NotYet { have: 0, need: 3 });
    let three = [id(0), id(1), id(3)];
    let without = named_feelings(&journal, &three);
    assert_eq!(without, Finding::NotYet { have: 2, need: 3 }, "one of three without a feeling");
}

#[test]
fn the_feelings_of_covered_entries_are_left_out_and_their_number_is_told() {
    let mut entries = five_with_somebody();
    entries[4].covered = true;
    let all: Vec<_> = (0..5).map(id).collect();
    let found = named(&journal_of(entries.clone()), &all);
    assert_eq!((found.n_entries, found.n_named, found.n_covered), (4, 3, 1));
    assert_eq!((found.first, found.last), (day("2026-11-01"), day("2026-11-04")));
    assert_eq!(told(&found), [("sad", 3), ("close", 2), ("angry", 1)], "nobody is proud");

    entries[0].covered = true;
    let found = named_feelings(&journal_of(entries), &all);
    assert_eq!(found, Finding::NotYet { have: 2, need: 3 }, "they do not help to be enough");
}

#[test]
fn people_are_counted_by_name_and_never_ranked() {
    let mut journal = journal_of((0..6).map(|n| {
        let mut it = mood_on(&format!("2026-11-0{}", n / 2 + 1), 5);
        it.people = if n == 0 { vec![id(100), id(100)] } else { vec![id(101), id(102)] };
        it.kind = Some(if n < 2 { EventKind::Argument } else { EventKind::Alone });
        it.feelings = ["sad", "longing", "gone"]
            .map(|name| Feeling { id: name.try_into().expect("id"), strength: None })
            .to_vec();
        it
    }));
    for (n, name) in [(100, "bea"), (101, "Carl"), (102, "Ada")] {
        let person = Body::Person(Person::new(Name::cut(name)));
        journal.put(id(n), person, stamp(crate::common::NOW + u64::from(n)), Earlier::Kept);
    }
    journal.remove(id(102), stamp(crate::common::NOW + 1000)).expect("remove");
    let of = |first, last| Slice::of(&journal, &Filter::between(day(first), day(last)));
    let found = counts(&of("2026-11-01", "2026-11-30"), family).expect("counts");
    let people: Vec<_> = found.people.iter().map(|it| (it.id, it.n)).collect();
    assert_eq!(people, [(id(100), 1), (id(101), 5)]);
    assert_eq!(found.kinds, BTreeMap::from([(EventKind::Argument, 2), (EventKind::Alone, 4)]));
    assert_eq!(found.families.values().copied().collect::<Vec<_>>(), [12]);
    assert_eq!(found.n_other_feelings, 6);
    let words: Vec<_> = found
        .feelings
        .iter()
        .map(|((family, word), n)| (family.as_ref().map(FeelingId::as_str), word.as_str(), *n))
        .collect();
    assert_eq!(words, [(None, "gone", 6), (Some("sad"), "longing", 6), (Some("sad"), "sad", 6)]);
    assert_eq!((found.sample.n_entries, found.sample.n_days), (6, 3));
    assert!(counts(&of("2027-01-01", "2027-01-31"), family).is_none());
}

/// Middle of whole numbers in tenths, the long way round.
fn slow_tenths(mut values: Vec<u32>) -> Option<u32> {
    values.sort_unstable();
    while values.len() > 2 {
        values.pop();
        values.remove(0);
    }
    let n = u32::try_from(values.len()).expect("few");
    (n > 0).then(|| values.iter().sum::<u32>() * 10 / n)
}

fn slow_days(moods: &[(u32, Option<u8>)]) -> BTreeMap<u32, Vec<u32>> {
    let mut days: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for (n, mood) in moods {
        days.entry(*n).or_default().extend(mood.map(u32::from));
    }
    days.retain(|_, moods| !moods.is_empty());
    days
}

fn on(n: u32) -> Day {
    day("2026-12-20").plus_days(n.into()).expect("day")
}

fn made(moods: &[(u32, Option<u8>)], offset: i16) -> Vec<Entry> {
    let with_zone = |(n, mood): &(u32, Option<u8>)| {
        let mut entry = entry(&on(*n).to_string(), "23:30", *mood, "");
        entry.when.offset = Offset::try_from(offset).expect("offset");
        entry.when.zone = Zone::cut("Nowhere/Else");
        entry
    };
    moods.iter().map(with_zone).collect()
}

fn all(journal: &Journal) -> (Finding<MoodLine>, Option<Counts>) {
    let days = Filter::between(day("2026-12-01"), day("2027-03-01"));
    (mood_line(journal, &days), counts(&Slice::of(journal, &days), family))
}

proptest! {
    #![proptest_config(crate::common::cases(1000))]

    #[test]
    fn the_line_is_what_a_slow_count_says(
        moods in prop::collection::vec((0..30_u32, prop::option::of(0..11_u8)), 0..60),
    ) {
        let days = slow_days(&moods);
        let journal = journal_of(made(&moods, 0));
        match mood_line(&journal, &Filter::between(day("2026-12-01"), day("2027-03-01"))) {
            Finding::NotYet { have, need } => {
                prop_assert_eq!((have, need), (days.len(), 3));
                prop_assert!(days.len() < 3);
            }
            Finding::Enough(line) => {
                let n: usize = days.values().map(Vec::len).sum();
                prop_assert_eq!((line.sample.n_entries, line.sample.n_days), (n, days.len()));
                for (n, point) in (days.keys().min().copied().unwrap_or(0)..).zip(&line.points) {
                    prop_assert_eq!(point.day, on(n));
                    let tenths = point.middle.map(|it| u32::from(it.tenths()));
                    prop_assert_eq!(tenths, days.get(&n).cloned().and_then(slow_tenths));
                    let window: Vec<u32> = (n.saturating_sub(6)..=n)
                        .filter_map(|n| days.get(&n).cloned().and_then(slow_tenths))
                        .collect();
                    let week = (window.len() >= 4).then(|| slow_tenths(window)).flatten();
                    // The slow middle of tenths is in hundredths; a quarter rounds up.
                    let shown = point.week.map(|it| u32::from(it.tenths()));
                    prop_assert_eq!(shown, week.map(|hundredths| (hundredths + 5) / 10));
                }
            }
        }
    }

    #[test]
    fn order_and_zone_do_not_matter(
        moods in prop::collection::vec((0..30_u32, prop::option::of(0..11_u8)), 0..40),
        turn in 0..40_usize,
        offset in -720..=840_i16,
    ) {
        let mut turned = moods.clone();
        turned.rotate_left(turn % moods.len().max(1));
        turned.reverse();
        prop_assert_eq!(all(&journal_of(made(&moods, 0))), all(&journal_of(made(&turned, offset))));
    }

    #[test]
    fn a_day_written_twice_has_the_same_middle(
        moods in prop::collection::vec((0..30_u32, prop::option::of(0..11_u8)), 0..40),
    ) {
        let twice = [&moods[..], &moods[..]].concat();
        let middles = |moods: &[(u32, Option<u8>)]| {
            let days = day_moods(&journal_of(made(moods, 0)), day("2026-12-01"), day("2027-03-01"));
            days.into_iter().map(|(day, found)| (day, found.middle)).collect::<Vec<_>>()
        };
        prop_assert_eq!(middles(&moods), middles(&twice));
    }
}
