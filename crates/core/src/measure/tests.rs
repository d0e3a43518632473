//! The scenarios S6 to S10 worked by hand, and every border of the bands.

mod any;
mod course;

use super::*;
use crate::id::Id;
use crate::record::Body;
use crate::stamp::{Stamp, StampClock};

/// 2026-11-24 01:30 UTC.
const NOW: u64 = 1_795_483_800_000;

fn id(n: u8) -> Id {
    Id::from_bytes([n; 16])
}

fn day(text: &str) -> Day {
    text.parse().expect(text)
}

fn stamp(ms: u64) -> Stamp {
    StampClock::new(1).tick(NOW + ms)
}

fn measure(id: &str) -> &'static Measure {
    content::measure(id).expect(id)
}

/// One that was ended, with these answers to its first items.
fn ended(measure: &Measure, on: &str, values: &[u8]) -> Filled {
    let mut filled = Filled { ended: true, ..Filled::new(measure.id.clone(), day(on)) };
    for (item, value) in measure.items.iter().zip(values) {
        filled.answers.set(&item.id, Some(*value));
    }
    filled
}

/// Answers to all items that add up to a total, as high as can be from the first item on.
fn adding_up(measure: &Measure, total: u16) -> Vec<u8> {
    let most = measure.options.iter().map(|it| it.value).max().expect("some");
    let mut left = total;
    let mut next = || {
        let value = left.min(u16::from(most));
        left -= value;
        u8::try_from(value).expect("small")
    };
    measure.items.iter().map(|_| next()).collect()
}

fn load(journal: &mut Journal, n: u8, filled: Filled) {
    journal.load(Record::new(id(n), stamp(n.into()), Body::Filled(filled)));
}

/// A journal with these totals, four weeks apart, the first on 5 January.
fn journal_of(measure: &Measure, totals: &[u16]) -> Journal {
    let mut journal = Journal::new();
    for (n, total) in (1..).zip(totals) {
        let mut filled = ended(measure, "2026-01-05", &adding_up(measure, *total));
        filled.day = filled.day.plus_days(28 * i64::from(n - 1)).expect("a day");
        load(&mut journal, n, filled);
    }
    journal
}

fn last_lines(measure: &'static Measure, totals: &[u16]) -> Vec<Line<'static>> {
    let n = u8::try_from(totals.len()).expect("few");
    lines(&journal_of(measure, totals), measure, id(n))
}

const fn lower(k: u16) -> Line<'static> {
    Line::Change(Change::Lower { k })
}

const fn higher(k: u16) -> Line<'static> {
    Line::Change(Change::Higher { k })
}

const fn same(signed: i32) -> Line<'static> {
    Line::Change(Change::Same { signed })
}

#[test]
fn every_total_has_the_word_of_the_authors() {
    let mut n = 0;
    for (name, most, bands) in [
        (
            "nine",
            27,
            &[
                (0..=4, "minimal"),
                (5..=9, "mild"),
                (10..=14, "moderate"),
                (15..=19, "moderately severe"),
                (20..=27, "severe"),
            ][..],
        ),
        (
            "seven",
            21,
            &[(0..=4, "minimal"), (5..=9, "mild"), (10..=14, "moderate"), (15..=21, "severe")],
        ),
    ] {
        let measure = measure(name);
        assert_eq!((measure.least(), measure.most()), (0, most));
        for total in 0..=most {
            let filled = ended(measure, "2026-11-24", &adding_up(measure, total));
            assert_eq!(filled.total(measure), Some(total), "{name}");
            let word = bands.iter().find(|(from, _)| from.contains(&total)).map(|it| it.1);
            assert_eq!(measure.band(total).map(|it| &*it.word), word, "{name}: {total}");
            n += 1;
        }
    }
    println!("totals with their word: {n}");
}

#[test]
fn the_figures_are_those_of_their_sources() {
    let [nine, seven] = ["nine", "seven"].map(measure);
    let figures = |it: &Measure| {
        (it.items.len(), it.days, it.reliable, it.response_from, it.remission_below, it.case_from)
    };
    assert_eq!(figures(nine), (9, 14, 6, Some(10), Some(5), Some(10)));
    assert_eq!(figures(seven), (7, 14, 4, None, None, Some(8)));
    let safety: Vec<bool> = nine.items.iter().map(|it| it.safety).collect();
    assert_eq!(safety, [false, false, false, false, false, false, false, false, true]);
    assert!(seven.items.iter().all(|it| !it.safety) && seven.extra.is_none());
    for measure in content::measures() {
        assert!(!measure.licence.is_empty() && !measure.sources.is_empty());
        assert!(
            measure.notice.ends_with(
                "No permission required to reproduce, translate, display or distribute."
            )
        );
        let id = measure.id.as_str();
        let telling = ["phq", "gad", "mood", "depress", "anx", "worry"];
        assert!(!telling.iter().any(|word| id.contains(word)), "{id}");
    }
}

/// S6 and S8.
#[test]
fn a_first_result_is_a_total_a_word_and_no_diagnosis() {
    let nine = measure("nine");
    let mut n = 0;
    for (values, safety, total, word) in [
        ([2, 2, 2, 2, 1, 1, 1, 1, 0], SafetyAnswer::NotAtAll, 12, "moderate"),
        ([0, 0, 0, 0, 0, 0, 0, 0, 1], SafetyAnswer::SomeDays, 1, "minimal"),
        ([0, 0, 0, 0, 0, 0, 0, 0, 2], SafetyAnswer::MoreDays, 2, "minimal"),
        ([3, 3, 3, 3, 3, 3, 3, 3, 3], SafetyAnswer::MoreDays, 27, "severe"),
        ([0, 0, 0, 0, 0, 0, 0, 0, 0], SafetyAnswer::NotAtAll, 0, "minimal"),
    ] {
        let filled = ended(nine, "2026-11-24", &values);
        assert_eq!(safety_answer(nine, &filled), Some(safety), "{values:?}");
        let opens = safety > SafetyAnswer::NotAtAll;
        assert_eq!(safety.opens_support(), opens);
        assert_eq!(safety.asks_to_tell(), safety == SafetyAnswer::MoreDays);
        let mut journal = Journal::new();
        load(&mut journal, 1, filled);
        let mut expected = Vec::new();
        expected.extend(opens.then_some(Line::SafetyMatters));
        expected.extend([Line::Total { total, most: 27 }, Line::Band { word }, Line::NoDiagnosis]);
        assert_eq!(lines(&journal, nine, id(1)), expected, "{values:?}");
        n += 1;
    }
    assert_eq!(
        Door::ALL,
        [Door::Danger, Door::Talk, Door::People, Door::Plan, Door::OkForNow],
        "five buttons"
    );
    println!("first results: {n}");
}

/// S7, and the answer about hurting oneself in one that was left.
#[test]
fn one_with_something_left_out_has_no_total() {
    let nine = measure("nine");
    let mut journal = journal_of(nine, &[17, 11]);
    let (before, line) = (history(&journal, nine).len(), baseline_total(&journal, nine));
    for (place, item) in nine.items.iter().enumerate() {
        let mut filled = ended(nine, "2026-12-01", &[3; 9]);
        filled.answers.set(&item.id, None);
        let n = u8::try_from(place).expect("few") + 10;
        assert_eq!((filled.total(nine), filled.state(nine)), (None, State::Unfinished));
        assert_eq!(filled.missing(nine), [&item.id]);
        let safety = (!item.safety).then_some(SafetyAnswer::MoreDays);
        assert_eq!(safety_answer(nine, &filled), safety, "also of an unfinished one");
        load(&mut journal, n, filled);
        assert_eq!(lines(&journal, nine, id(n)), [Line::Unfinished { n: 1 }]);
    }
    // An answer that the measure does not offer is none.
    let mut odd = ended(nine, "2026-12-02", &[3, 3, 3, 3, 3, 3, 3, 3, 4]);
    assert_eq!((odd.total(nine), safety_answer(nine, &odd)), (None, None));
    load(&mut journal, 30, odd.clone());
    // One that was not ended is not counted even if all is answered, and nothing is said of it.
    let [.., last] = &*nine.items else { panic!("items") };
    odd.answers.set(&last.id, Some(3));
    odd.ended = false;
    assert_eq!((odd.state(nine), odd.total(nine)), (State::Begun, Some(27)));
    load(&mut journal, 31, odd);
    assert_eq!(lines(&journal, nine, id(31)), []);
    assert_eq!(history(&journal, nine).len(), before);
    assert_eq!(baseline_total(&journal, nine), line);
    assert_eq!(latest_totals(&journal, content::measures(), day("2026-12-31"))[0].latest.total, 11);
}

/// 8.5: also where the form was left by closing the window, once, and anew for another answer.
#[test]
fn the_panel_is_owed_from_the_answer_on_until_it_was_closed() {
    let nine = measure("nine");
    let [.., last] = &*nine.items else { panic!("items") };
    let [first, ..] = &*nine.items else { panic!("items") };
    let mut it = Filled::new(nine.id.clone(), day("2026-12-01"));
    let mut n = 0;
    for (item, value, expected) in [
        (&first.id, Some(3), false),
        (&last.id, Some(0), false),
        (&last.id, Some(2), true),
        (&first.id, Some(1), true),
        // The lowest answer, or none, takes it back.
        (&last.id, Some(0), false),
        (&last.id, Some(1), true),
        (&last.id, None, false),
        (&last.id, Some(3), true),
    ] {
        it.answer(nine, item, value);
        assert_eq!(it.support_owed, expected, "{item:?} {value:?}");
        n += 1;
    }
    let owed_on = |it: &Filled, today: &str| {
        let mut journal = Journal::new();
        load(&mut journal, 1, it.clone());
        let owed = support_owed(&journal, day(today));
        owed.into_iter().map(|it| (it.answer, it.is_open)).collect::<Vec<_>>()
    };
    let more = SafetyAnswer::MoreDays;
    assert_eq!(owed_on(&it, "2026-12-02"), [(more, true)]);
    assert_eq!(owed_on(&it, "2026-12-03"), [(more, false)], "too old to go on with");
    assert_eq!(owed_on(&Filled { ended: true, ..it.clone() }, "2026-12-01"), [(more, false)]);
    // Closed; the same answer again owes nothing, and another one does.
    it.support_owed = false;
    assert_eq!(owed_on(&it, "2026-12-01"), []);
    it.answer(nine, &last.id, Some(3));
    assert!(!it.support_owed);
    it.answer(nine, &last.id, Some(1));
    assert_eq!(owed_on(&it, "2026-12-01"), [(SafetyAnswer::SomeDays, true)]);
    println!("answers that owe the panel, or take it back: {n}");
}

fn baseline_total(journal: &Journal, measure: &Measure) -> Option<u16> {
    let history = history(journal, measure);
    baseline(journal, &history).map(|nth| history[nth].total)
}

/// S9 and S10, and the borders round them. Totals from the first to the one that is told of.
#[test]
fn changes_are_told_against_where_somebody_started() {
    let [nine, seven] = ["nine", "seven"].map(measure);
    let below = Line::Below { below: 5 };
    let mut n = 0;
    for (measure, totals, expected) in [
        (nine, &[17, 11][..], &[lower(6)][..]),
        (nine, &[17, 11, 8], &[lower(9), Line::Half]),
        (nine, &[17, 11, 8, 4], &[lower(13), Line::Half, below]),
        (nine, &[12, 8], &[same(-4)]),
        (nine, &[9, 15], &[higher(6), Line::Harder]),
        (seven, &[11, 7], &[lower(4)]),
        // 5 is chance and 6 is not; of the GAD-7, 3 and 4.
        (nine, &[17, 12], &[same(-5)]),
        (nine, &[9, 14], &[same(5)]),
        (nine, &[9, 9], &[same(0)]),
        (seven, &[11, 8], &[same(-3)]),
        (seven, &[7, 10], &[same(3)]),
        (seven, &[7, 11], &[higher(4), Line::Harder]),
        // Half or less from a baseline of 10 on; the two facts stand side by side.
        (nine, &[10, 5], &[same(-5), Line::Half]),
        (nine, &[10, 6], &[same(-4)]),
        (nine, &[9, 4], &[same(-5), below]),
        (nine, &[11, 5], &[lower(6), Line::Half]),
        (nine, &[16, 8], &[lower(8), Line::Half]),
        (nine, &[17, 9], &[lower(8)]),
        // 5 is not below 5; and who started below it has not come to it.
        (nine, &[18, 5], &[lower(13), Line::Half]),
        (nine, &[3, 1], &[same(-2)]),
        (nine, &[5, 4], &[same(-1), below]),
        // The GAD-7 has neither.
        (seven, &[20, 0], &[lower(20)]),
        (nine, &[0, 27], &[higher(27), Line::Harder]),
        (nine, &[27, 0], &[lower(27), Line::Half, below]),
    ] {
        let total = *totals.last().expect("one");
        let all = last_lines(measure, totals);
        let word = &*measure.band(total).expect("a word").word;
        let first = [Line::Total { total, most: measure.most() }, Line::Band { word }];
        // The item about hurting oneself is the last, so only the highest totals reach it.
        let skip = usize::from(all.first() == Some(&Line::SafetyMatters));
        assert_eq!(all[skip..skip + 2], first, "{totals:?}");
        assert_eq!(&all[skip + 2..all.len() - 1], expected, "{} {totals:?}", measure.title);
        assert_eq!(all.last(), Some(&Line::NoDiagnosis));
        n += 1;
    }
    println!("changes worked by hand: {n}");
}

#[test]
fn the_functions_agree_with_the_definitions_for_every_pair_of_totals() {
    let mut n = 0;
    for measure in content::measures() {
        let most = i32::from(measure.most());
        let reliable = i32::from(measure.reliable);
        for from in 0..=measure.most() {
            let (low, high) = chart_band(measure, from);
            assert_eq!(
                (i32::from(low), i32::from(high)),
                ((i32::from(from) - reliable).max(0), (i32::from(from) + reliable).min(most))
            );
            for to in 0..=measure.most() {
                let signed = i32::from(to) - i32::from(from);
                let told = change(measure, from, to);
                let expected = if signed <= -reliable {
                    Change::Lower { k: from - to }
                } else if signed >= reliable {
                    Change::Higher { k: to - from }
                } else {
                    Change::Same { signed }
                };
                assert_eq!(told, expected);
                // A change lies on the edge of the shaded band or beyond it, and nothing else does.
                let is_inside = low < to && to < high
                    || (to == 0 && from < measure.reliable)
                    || (to == measure.most() && most - i32::from(from) < reliable);
                assert_eq!(matches!(told, Change::Same { .. }), is_inside, "{from} to {to}");
                let speaks = measure.id.as_str() == "nine" && from >= 10;
                let half = f64::from(to) <= f64::from(from) / 2.0;
                assert_eq!(response(measure, from, to), speaks.then_some(half));
                n += 1;
            }
        }
        for total in 0..=measure.most() {
            let speaks = measure.id.as_str() == "nine";
            assert_eq!(remission(measure, total), speaks.then_some(total < 5));
        }
    }
    println!("pairs of totals: {n}");
}
