//! The points and the suggestion, against tables and against a second, slow way to work them out.

#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test may stop")]

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::journal::Earlier;
use crate::people::{Person, Safe};
use crate::rating::{Much, Timing};
use crate::record::Body;
use crate::stamp::StampClock;
use crate::text::Name;

fn on(text: &str) -> Day {
    text.parse().expect(text)
}

fn day() -> Day {
    on("2026-11-24")
}

fn much(n: u8) -> Option<Much> {
    Much::try_from(n).ok()
}

/// Answers with all five items, timing and leverage.
fn answers(items: [u8; 5], timing: u8, leverage: u8) -> Answers {
    Answers {
        gate: Some(Gate::Yes),
        items: Item::ALL.iter().copied().zip(items.map(Much::nearest)).collect(),
        timing: Timing::try_from(timing).ok(),
        leverage: much(leverage),
    }
}

/// Answers that come to a number of points.
fn worth(points: u8) -> Answers {
    let mut left = points;
    let mut take = |most: u8| {
        let part = left.min(most);
        left -= part;
        part
    };
    let items = [take(3), take(3), take(3), take(3), take(3)];
    answers(items, take(2), take(3))
}

fn no() -> Answers {
    Answers { gate: Some(Gate::No), ..Answers::default() }
}

/// A sitting with these points of grief, dispute, change and connection; none for "no".
fn sitting(points: [Option<u8>; 4]) -> Reflection {
    let mut sitting = Reflection { done: true, ..Reflection::new(day()) };
    for (area, points) in Area::ALL.iter().zip(points) {
        *sitting.of_mut(*area) = points.map_or_else(no, worth);
    }
    sitting
}

#[test]
fn the_latest_choice_holds_and_the_others_are_its_history() {
    let (mut journal, mut clock) = (Journal::new(), StampClock::new(1));
    assert!(current(&journal).is_none());
    let choices = [
        ("2026-11-02", Area::Change, None),
        ("2026-11-09", Area::Dispute, Some(Area::Change)),
        // Two of one day: the one made later.
        ("2026-11-09", Area::Dispute, None),
        // Brought in later, and older.
        ("2026-10-01", Area::Grief, None),
    ];
    for ((on, main, second), n) in choices.into_iter().zip(1..) {
        let body = Body::Focus(Focus::new(self::on(on), main, second));
        journal.put(Id::from_bytes([n; 16]), body, clock.tick(1), Earlier::Kept);
    }
    assert_eq!(current(&journal), Some(&Focus::new(on("2026-11-09"), Area::Dispute, None)));
    // On an earlier day it is what was chosen by then, and nothing before the first choice.
    let then = |day: &str| current_on(&journal, on(day)).map(|it| it.main);
    assert_eq!(then("2026-11-08"), Some(Area::Change));
    assert_eq!(then("2026-10-31"), Some(Area::Grief));
    assert_eq!(then("2026-09-30"), None);
    assert_eq!(current_on(&journal, on("2026-11-09")), current(&journal));
    let order: Vec<_> = history(&journal).into_iter().map(|(id, _)| id).collect();
    assert_eq!(order, [3, 2, 1, 4].map(|n| Id::from_bytes([n; 16])));
    assert_eq!(journal.remove(Id::from_bytes([3; 16]), clock.tick(2)).map(|_| ()), Ok(()));
    assert_eq!(current(&journal).and_then(Focus::second), Some(Area::Change));
    assert_eq!(since(&journal), Some(on("2026-11-09")));
    let kept = Body::Focus(Focus::new(on("2026-11-23"), Area::Dispute, None));
    journal.put(Id::from_bytes([5; 16]), kept, clock.tick(3), Earlier::Kept);
    assert_eq!(since(&journal), Some(on("2026-11-09")));
}

#[test]
fn the_second_is_another_one() {
    let twice = Focus::new(on("2026-11-09"), Area::Grief, Some(Area::Grief));
    assert_eq!(twice.second(), None);
    assert!(twice.has(Area::Grief) && !twice.has(Area::Change));
}

#[test]
fn s11_a_clear_suggestion() {
    let told = Some(Told::No);
    let sitting = Reflection {
        grief: no(),
        safety: Safety { afraid: told, hurt: told, controlled: told },
        dispute: answers([3, 3, 2, 2, 1], 2, 3),
        change: answers([2, 1, 1, 1, 1], 1, 1),
        connection: answers([1, 1, 0, 1, 0], 0, 1),
        ..Reflection::new(day())
    };
    let outcome = Outcome::of(&sitting, false);
    let scores: Vec<_> = Area::ALL.iter().map(|area| outcome.score(*area)).collect();
    let [grief, dispute, change, connection] = *scores else { panic!("four areas") };
    assert_eq!(grief, Score::DoesNotApply);
    for (score, points, band) in
        [(dispute, 16, Band::Lot), (change, 8, Band::Something), (connection, 4, Band::Little)]
    {
        assert_eq!(score, Score::Points(points));
        assert_eq!(Band::of(points), band);
    }
    assert_eq!(outcome.suggestion, Suggestion::One(Area::Dispute));
    assert_eq!(outcome.also, []);
    assert_eq!(outcome.else_be(), Some((Area::Change, -8)));
    let told: Vec<_> =
        reasons(&sitting.dispute).into_iter().map(|(item, much)| (item, much.get())).collect();
    assert_eq!(told, [(Item::First, 3), (Item::Second, 3), (Item::Third, 2)]);
    // “Close together” and “within a year” point to it; “no” does not.
    let times = [&sitting.dispute, &sitting.change, &sitting.connection].map(reason_of_time);
    assert_eq!(times.map(|it| it.map(Timing::get)), [Some(2), Some(1), None]);
    assert_eq!(outcome.unanswered(), []);
}

#[test]
fn an_area_that_nobody_answered_is_told_as_such() {
    let mut sitting = sitting([Some(4), Some(18), Some(6), None]);
    let told = |sitting: &Reflection, is_unsafe| Outcome::of(sitting, is_unsafe).unanswered();
    assert_eq!(told(&sitting, false), []);
    sitting.change = Answers::default();
    sitting.grief.items = BTreeMap::from([(Item::First, Much::nearest(3))]);
    assert_eq!(told(&sitting, false), [Area::Grief, Area::Change]);
    // Of what was put behind being safe nothing is missing.
    sitting.dispute = Answers::default();
    assert_eq!(told(&sitting, false), [Area::Grief, Area::Dispute, Area::Change]);
    assert_eq!(told(&sitting, true), [Area::Grief, Area::Change]);
    assert_eq!(Outcome::of(&sitting, true).suggestion, Suggestion::Nothing);
    assert_eq!(told(&Reflection::new(day()), false), Area::ALL);
}

/// The points of the four areas, what is suggested, and what else to keep in mind.
type Case = ([Option<u8>; 4], Suggestion, &'static [Area]);

#[test]
fn the_table_of_suggestions() {
    use Area::{Change, Connection, Dispute, Grief};
    let one = Suggestion::One;
    let close = |areas: &[Area]| Suggestion::Close(areas.to_vec());
    let cases: [Case; 19] = [
        // S12: two are close.
        ([Some(5), Some(14), Some(13), Some(6)], close(&[Dispute, Change]), &[]),
        ([None, Some(14), Some(12), None], close(&[Dispute, Change]), &[]),
        ([None, Some(14), Some(11), None], one(Dispute), &[]),
        ([Some(14), Some(14), Some(14), None], close(&[Grief, Dispute, Change]), &[]),
        // S13: connection comes last.
        ([None, None, Some(11), Some(15)], one(Change), &[Connection]),
        ([Some(6), Some(6), Some(6), Some(12)], one(Connection), &[]),
        ([None, None, Some(9), Some(12)], one(Connection), &[Change]),
        ([Some(7), Some(8), Some(9), Some(10)], one(Connection), &[Grief, Dispute, Change]),
        ([None, None, Some(10), Some(20)], one(Change), &[Connection]),
        ([None, None, Some(10), Some(9)], one(Change), &[]),
        // Neither is clearly there: all that are something.
        ([None, None, Some(7), Some(9)], close(&[Change, Connection]), &[]),
        ([None, None, Some(7), None], one(Change), &[]),
        ([None, None, Some(6), Some(9)], one(Connection), &[]),
        ([Some(9), None, Some(7), Some(7)], close(&[Grief, Change, Connection]), &[]),
        // An event below 7 is not a candidate, even within two points.
        ([Some(6), None, None, Some(7)], one(Connection), &[]),
        // S14: nothing stands out.
        ([Some(6), Some(6), Some(6), Some(6)], Suggestion::Nothing, &[]),
        ([None; 4], Suggestion::Nothing, &[]),
        ([Some(0), None, None, None], Suggestion::Nothing, &[]),
        ([Some(20), Some(20), Some(20), Some(20)], close(&[Grief, Dispute, Change]), &[Connection]),
    ];
    let n = cases.len();
    for (points, suggestion, also) in cases {
        let outcome = Outcome::of(&sitting(points), false);
        assert_eq!(outcome.suggestion, suggestion, "{points:?}");
        assert_eq!(outcome.also, also, "{points:?}");
    }
    println!("{n} sets of points");
}

#[test]
fn s15_where_somebody_is_not_safe_it_is_never_suggested() {
    let unsafe_by =
        |safety: Safety| Reflection { safety, ..sitting([None, Some(18), Some(8), Some(4)]) };
    let yes = Some(Told::Yes);
    for safety in [
        Safety { afraid: yes, ..Safety::default() },
        Safety { hurt: yes, ..Safety::default() },
        Safety { controlled: yes, ..Safety::default() },
    ] {
        let sitting = unsafe_by(safety);
        let outcome = Outcome::of(&sitting, sitting.is_unsafe(&Journal::new()));
        assert_eq!(points(&sitting.dispute), 18);
        assert_eq!(outcome.score(Area::Dispute), Score::SafetyFirst);
        assert_eq!(outcome.suggestion, Suggestion::One(Area::Change));
        assert_eq!(outcome.else_be(), Some((Area::Connection, -4)));
        assert!(Reflection::parts(true).all(|part| part != Part::Dispute));
    }
    // What their page says counts as a yes; "prefer not to say" does not.
    let silent = Safety { afraid: Some(Told::RatherNot), ..Safety::default() };
    let ravi = Id::from_bytes([7; 16]);
    let sitting = Reflection { who: Some(ravi), ..unsafe_by(silent) };
    for (safe, is_unsafe) in [
        (None, false),
        (Some(Safe::Yes), false),
        (Some(Safe::RatherNot), false),
        (Some(Safe::NotAlways), true),
        (Some(Safe::No), true),
    ] {
        let person = Person { safe, ..Person::new(Name::cut("Ravi")) };
        let mut journal = Journal::new();
        journal.put(ravi, Body::Person(person), StampClock::new(1).tick(1), Earlier::Kept);
        assert_eq!(sitting.is_unsafe(&journal), is_unsafe, "{safe:?}");
        let outcome = Outcome::of(&sitting, is_unsafe);
        let suggested = if is_unsafe { Area::Change } else { Area::Dispute };
        assert_eq!(outcome.suggestion, Suggestion::One(suggested));
        assert_eq!(outcome.score(Area::Dispute) == Score::SafetyFirst, is_unsafe);
    }
    // Even where the area would not apply, safety stands there.
    let none = Reflection { dispute: no(), ..sitting };
    assert_eq!(Outcome::of(&none, true).score(Area::Dispute), Score::SafetyFirst);
}

#[test]
fn one_skipped_sentence_counts_as_nothing_and_two_are_too_many() {
    let mut sitting = sitting([Some(20), None, None, None]);
    sitting.grief.gate = Some(Gate::Unsure);
    sitting.grief.items.remove(&Item::Second);
    assert_eq!(score(&sitting, Area::Grief, false), Score::Points(17));
    assert_eq!(sitting.grief.skipped().collect::<Vec<_>>(), [Item::Second]);
    sitting.grief.items.remove(&Item::Fifth);
    assert_eq!(score(&sitting, Area::Grief, false), Score::NotEnough);
    assert_eq!(Outcome::of(&sitting, false).suggestion, Suggestion::Nothing);
    sitting.grief = Answers::default();
    assert_eq!(score(&sitting, Area::Grief, false), Score::Open);
}

#[test]
fn the_bands_of_every_number() {
    for points in 0..=MAX_POINTS {
        let band = match points {
            0..=6 => Band::Little,
            7..=12 => Band::Something,
            _ => Band::Lot,
        };
        assert_eq!(Band::of(points), band, "{points}");
        assert_eq!(super::points(&worth(points)), points);
    }
}

#[test]
fn a_sitting_is_taken_up_where_it_stopped() {
    let mut it = Reflection::new(day());
    assert_eq!(it.resume(it.tells_unsafe()), Part::Grief);
    it.grief.gate = Some(Gate::Yes);
    assert_eq!(it.resume(it.tells_unsafe()), Part::Grief);
    it.grief = no();
    assert_eq!(it.resume(it.tells_unsafe()), Part::Safety);
    it.safety = Safety { afraid: Some(Told::No), hurt: Some(Told::No), controlled: None };
    assert_eq!(it.resume(it.tells_unsafe()), Part::Safety);
    it.safety.controlled = Some(Told::No);
    assert_eq!(it.resume(it.tells_unsafe()), Part::Dispute);
    it.safety = Safety { hurt: Some(Told::Yes), ..Safety::default() };
    assert_eq!(it.resume(it.tells_unsafe()), Part::Change);
    it.change = worth(3);
    assert_eq!(it.resume(it.tells_unsafe()), Part::Connection);
    it.connection = worth(20);
    assert_eq!(it.resume(it.tells_unsafe()), Part::Connection);
    // What was passed over is not insisted on.
    it.safety = Safety::default();
    assert_eq!(it.resume(it.tells_unsafe()), Part::Connection);
}

fn any_answers() -> impl Strategy<Value = Answers> {
    let gate = prop::option::weighted(0.9, prop::sample::select(Gate::ALL));
    let items = prop::collection::vec(prop::option::weighted(0.9, 0..=3_u8), 5);
    let timing = prop::option::weighted(0.9, 0..=2_u8);
    let leverage = prop::option::weighted(0.9, 0..=3_u8);
    (gate, items, timing, leverage).prop_map(|(gate, items, timing, leverage)| Answers {
        gate,
        items: Item::ALL
            .iter()
            .zip(items)
            .filter_map(|(item, it)| Some((*item, much(it?)?)))
            .collect(),
        timing: timing.and_then(|it| Timing::try_from(it).ok()),
        leverage: leverage.and_then(much),
    })
}

fn any_sitting() -> impl Strategy<Value = Reflection> {
    let told =
        || prop::option::of(prop::sample::select(&[Told::No, Told::RatherNot, Told::Yes][..]));
    let safety = prop_oneof![
        4 => Just(Safety::default()),
        1 => (told(), told(), told())
            .prop_map(|(afraid, hurt, controlled)| Safety { afraid, hurt, controlled }),
    ];
    (any_answers(), any_answers(), any_answers(), any_answers(), safety).prop_map(
        |(grief, dispute, change, connection, safety)| Reflection {
            grief,
            dispute,
            change,
            connection,
            safety,
            ..Reflection::new(day())
        },
    )
}

/// The rule once more, word by word as it is written down: with maps and without cleverness.
fn slowly(sitting: &Reflection, is_unsafe: bool) -> (Vec<Area>, Vec<Area>) {
    let mut eligible: BTreeMap<Area, i32> = BTreeMap::new();
    for area in [Area::Connection, Area::Change, Area::Dispute, Area::Grief] {
        let it = sitting.of(area);
        let gate_is_open = it.gate == Some(Gate::Yes) || it.gate == Some(Gate::Unsure);
        let yes = [sitting.safety.afraid, sitting.safety.hurt, sitting.safety.controlled]
            .iter()
            .filter(|told| **told == Some(Told::Yes))
            .count();
        let flagged = area == Area::Dispute && (is_unsafe || yes > 0);
        if !gate_is_open || it.items.len() < 4 || flagged {
            continue;
        }
        let mut total = 0;
        for item in Item::ALL {
            total += it.items.get(item).map_or(0, |much| i32::from(much.get()));
        }
        total += it.timing.map_or(0, |timing| i32::from(timing.get()));
        total += it.leverage.map_or(0, |much| i32::from(much.get()));
        eligible.insert(area, total);
    }
    let nothing = (vec![], vec![]);
    if eligible.values().all(|points| *points < 7) {
        return nothing;
    }
    let sensitivity = eligible.get(&Area::Connection).copied().unwrap_or(-1);
    let mut events = eligible.clone();
    events.remove(&Area::Connection);
    let mut also = vec![];
    let candidates: Vec<(Area, i32)> = if events.values().any(|points| *points >= 10) {
        if sensitivity >= 10 {
            also.push(Area::Connection);
        }
        events.into_iter().filter(|it| it.1 >= 7).collect()
    } else if sensitivity >= 10 {
        also = events.into_iter().filter(|it| it.1 >= 7 && it.1 <= 9).map(|it| it.0).collect();
        vec![(Area::Connection, sensitivity)]
    } else {
        eligible.into_iter().filter(|it| it.1 >= 7).collect()
    };
    let mut by_points = candidates.clone();
    by_points.sort_by_key(|it| -it.1);
    let Some((_, top)) = by_points.first() else { return nothing };
    (candidates.iter().filter(|it| top - it.1 <= 2).map(|it| it.0).collect(), also)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, failure_persistence: None, ..Default::default() })]

    #[test]
    fn as_a_second_way_works_it_out(sitting in any_sitting(), is_unsafe in prop::bool::weighted(0.1)) {
        let outcome = Outcome::of(&sitting, is_unsafe || sitting.tells_unsafe());
        let (suggested, also) = slowly(&sitting, is_unsafe);
        prop_assert_eq!(outcome.suggestion.areas(), &suggested[..]);
        prop_assert_eq!(&outcome.also, &also);
        // Never a flagged, closed or hardly answered area, and never one twice.
        for area in outcome.suggestion.areas().iter().chain(&outcome.also) {
            prop_assert!(outcome.score(*area).points().is_some_and(|it| it >= 7));
        }
        prop_assert!(outcome.also.iter().all(|area| !outcome.suggestion.areas().contains(area)));
        prop_assert_eq!(outcome.scores.len(), 4);
        if let Some((area, more)) = outcome.else_be() {
            prop_assert!(!outcome.suggestion.areas().contains(&area));
            // Only connection can have more points than what is suggested.
            prop_assert!(more <= 0 || area == Area::Connection || outcome.suggestion.areas() == [Area::Connection]);
        }
        for area in Area::ALL {
            let told = reasons(sitting.of(*area));
            prop_assert!(told.len() <= 3 && told.iter().all(|(_, much)| much.get() >= 2));
            prop_assert!(points(sitting.of(*area)) <= MAX_POINTS);
        }
    }

    /// The three event areas are treated alike: exchanging their answers exchanges the result.
    #[test]
    fn no_event_area_is_preferred(sitting in any_sitting(), first in 0..3_usize, second in 0..3_usize) {
        let sitting = Reflection { safety: Safety::default(), ..sitting };
        let (a, b) = (Area::ALL[first], Area::ALL[second]);
        let mut other = sitting.clone();
        *other.of_mut(a) = sitting.of(b).clone();
        *other.of_mut(b) = sitting.of(a).clone();
        let exchange = |area: &Area| if *area == a { b } else if *area == b { a } else { *area };
        let sorted = |mut areas: Vec<Area>| {
            areas.sort();
            areas
        };
        let (one, two) = (Outcome::of(&sitting, false), Outcome::of(&other, false));
        let exchanged = one.suggestion.areas().iter().map(exchange).collect();
        prop_assert_eq!(sorted(exchanged), sorted(two.suggestion.areas().to_vec()));
        prop_assert_eq!(sorted(one.also.iter().map(exchange).collect()), sorted(two.also));
    }
}
