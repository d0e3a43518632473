//! Pacing, safety, the ladder, and what is asked again later.

use super::*;
use crate::diary::Area;
use crate::focus::{Focus, Reflection};

#[test]
fn grief_is_early_for_half_a_year_to_the_day() {
    let mut n = 0;
    for (died, today, is_early) in [
        // A day: its six months end on the same day of the month.
        ("2026-05-24", "2026-05-24", true),
        ("2026-05-24", "2026-11-23", true),
        ("2026-05-24", "2026-11-24", false),
        ("2025-08-31", "2026-02-27", true),
        ("2025-08-31", "2026-02-28", false),
        ("2023-08-31", "2024-02-28", true),
        ("2023-08-31", "2024-02-29", false),
        // Two months ago, as in scenario S17.
        ("2026-09-24", "2026-11-24", true),
        // Less exact: the latest day that may be meant counts.
        ("2026-05", "2026-11-29", true),
        ("2026-05", "2026-11-30", false),
        ("2025", "2026-06-29", true),
        ("2025", "2026-06-30", false),
        ("2026-spring", "2026-11-29", true),
        ("2026-spring", "2026-11-30", false),
        // Never said.
        ("", "2026-11-24", false),
    ] {
        let mut desk = Desk::new();
        let person = desk.dead(1, died);
        assert_eq!(
            is_early_grief(&desk.journal, Some(person), day(today)),
            is_early,
            "{died} {today}"
        );
        // Where nobody is named, whoever died last tells, or the latest answers about the loss.
        assert_eq!(is_early_grief(&desk.journal, None, day(today)), is_early, "{died} {today}");
        for (nth, on, loss) in [(2, "2026-01-01", "1999"), (3, "2026-01-02", died)] {
            let sat = Reflection { loss: loss.parse().ok(), ..Reflection::new(day(on)) };
            desk.put(nth, Body::Reflection(sat));
        }
        assert_eq!(is_early_grief(&desk.journal, None, day(today)), is_early, "{died} {today}");
        assert!(!is_early_grief(&desk.journal, Some(id(9)), day(today)));
        n += 1;
    }
    println!("dates of a loss: {n}");
}

/// Works on a difficult relationship, or on something else.
fn work_on(desk: &mut Desk, n: u8, main: Area, second: Option<Area>) {
    desk.put(n, Body::Focus(Focus::new(day("2026-11-01"), main, second)));
}

#[test]
fn being_safe_is_asked_once_for_each_person_and_anew_after_sixty_days() {
    let today = day("2026-11-24");
    let with = |sheet: &str, ago: i64| {
        let it = filled(sheet, json!({"with": id(1).to_string()}));
        Worksheet { day: today.plus_days(-ago).expect("day"), ..it }
    };
    // What was answered of the person, other sheets about them, and whether a new one asks.
    let cases: &[(Option<Safe>, &[(&str, i64)], bool)] = &[
        (None, &[], true),
        (None, &[("slowly", 1)], true),
        (Some(Safe::Yes), &[], false),
        (Some(Safe::RatherNot), &[], false),
        (Some(Safe::No), &[("slowly", 1)], false),
        (Some(Safe::Yes), &[("slowly", 60)], false),
        (Some(Safe::Yes), &[("slowly", 61)], true),
        (Some(Safe::Yes), &[("slowly", 200), ("hopes", 60)], false),
        (Some(Safe::Yes), &[("slowly", 200), ("hopes", 61)], true),
        // What needs no such question is no work on the two.
        (Some(Safe::Yes), &[("slowly", 200), ("ask", 3)], true),
    ];
    for (safe, others, asks) in cases {
        let mut desk = Desk::new();
        desk.person(1, *safe);
        for (n, (sheet, ago)) in (10..).zip(*others) {
            desk.sheet(n, with(sheet, *ago));
        }
        let (stand, slow) = (with("stand", 0), with("slowly", 0));
        let own = desk.sheet(2, slow.clone());
        // A sheet about a difficult relationship always asks; one for any time only while
        // somebody works on such a relationship.
        for (n, main, second, asks_any_time) in [
            (3, None, None, false),
            (4, Some(Area::Grief), Some(Area::Change), false),
            (5, Some(Area::Grief), Some(Area::Dispute), *asks),
            (6, Some(Area::Dispute), None, *asks),
        ] {
            if let Some(main) = main {
                work_on(&mut desk, n, main, second);
            }
            let journal = &desk.journal;
            assert_eq!(asks_safety(journal, own, &stand, today), *asks, "{safe:?} {others:?}");
            assert_eq!(
                asks_safety(journal, own, &slow, today),
                asks_any_time,
                "{safe:?} {others:?}"
            );
            assert!(!asks_safety(journal, own, &with("ask", 0), today), "it has no such question");
        }
        // Answered in this sheet, it is not asked again in it; unless nobody knows it of the person.
        let answered = Worksheet { safe: Some(Safe::Yes), ..slow };
        assert_eq!(asks_safety(&desk.journal, own, &answered, today), safe.is_none());
    }
    // One that is taken up again after as long asks again, and once: the answer has its own day.
    let mut desk = Desk::new();
    desk.person(1, Some(Safe::Yes));
    let ago = |days: i64| today.plus_days(-days);
    for (begun, answered, asks) in [
        (0, None, false),
        (60, None, false),
        (61, None, true),
        (61, Some(None), true),
        (200, Some(ago(61)), true),
        (200, Some(ago(60)), false),
        (200, Some(ago(0)), false),
    ] {
        let it = Worksheet {
            safe: answered.map(|_| Safe::Yes),
            safe_on: answered.flatten(),
            ..with("stand", begun)
        };
        let own = desk.sheet(2, it.clone());
        assert_eq!(asks_safety(&desk.journal, own, &it, today), asks, "{begun} {answered:?}");
    }
    let (journal, own) = (Journal::new(), id(2));
    let alone = filled("stand", json!({}));
    assert!(asks_safety(&journal, own, &alone, today));
    let answered = Worksheet { safe: Some(Safe::RatherNot), ..alone };
    assert!(!asks_safety(&journal, own, &answered, today));
    // What was said of somebody holds, however long ago: it is not asked away.
    for safe in [Safe::No, Safe::NotAlways] {
        let mut desk = Desk::new();
        desk.person(1, Some(safe));
        desk.sheet(3, with("stand", 61));
        assert!(!asks_safety(&desk.journal, own, &with("stand", 0), today), "{safe:?}");
    }
    // Somebody who was deleted since cannot be asked about.
    assert!(!asks_safety(&journal, own, &with("stand", 0), today));
    let holds: Vec<bool> = Safe::ALL.iter().map(|it| tells_unsafe(*it)).collect();
    let expected = Safe::ALL.iter().map(|it| matches!(it, Safe::NotAlways | Safe::No));
    assert!(holds.into_iter().eq(expected));
    println!("people asked about: {}", cases.len());
}

#[test]
fn the_next_rung_is_the_lowest_with_less_than_two_tries() {
    for (rungs, expected) in [
        (json!([]), None),
        (json!([{"action": " ", "hard": 0}]), None),
        (json!([{"action": "a", "hard": 4}, {"action": "b", "hard": 2}]), Some(1)),
        (json!([{"action": "a", "hard": 2}, {"action": "b", "hard": 2}]), Some(0)),
        (json!([{"action": "a", "hard": 2, "tries": 1}, {"action": "b", "hard": 3}]), Some(0)),
        (json!([{"action": "a", "hard": 2, "tries": 2}, {"action": "b", "hard": 9}]), Some(1)),
        (json!([{"action": "a", "hard": 2, "tries": 9}]), None),
        // What was not rated comes last.
        (json!([{"action": "a"}, {"action": "b", "hard": 10}]), Some(1)),
        (json!([{"action": "a"}, {"action": "b"}]), Some(0)),
    ] {
        let it = filled("ladder", json!({"rungs": rungs}));
        assert_eq!(next_rung(&it).map(|it| it.0), expected, "{rungs}");
    }
}

#[test]
fn what_was_not_said_aloud_is_listed() {
    let hopes = json!([
        {"topic": "Money", "mine": "half each", "said": "yes"},
        {"topic": "Evenings", "mine": "one a week", "said": "hinted"},
        {"topic": "Chores", "said": "no"},
        {"topic": "Faith", "mine": "his choice"},
        {"theirs": "all of it"},
        {},
    ]);
    let it = filled("hopes", json!({"hopes": hopes}));
    assert_eq!(unsaid(&it), ["one a week", "Chores", "his choice"]);
    let lines = filled("slowly", json!({"lines": [{"said": "Hm."}, {}, {"who": "me"}]}));
    assert_eq!(said_lines(&lines), 2);
}

#[test]
fn words_that_come_again_are_counted_once_a_row() {
    let mut desk = Desk::new();
    assert!(repeated(&desk.journal).is_empty());
    let row =
        |wrong: &str, did: &str| json!({"who": "Distance Silence", "wrong": wrong, "did": did});
    let old = Worksheet {
        day: day("2020-01-01"),
        ..filled("review", json!({"people": [row("older", ""), row("older", "")]}))
    };
    desk.sheet(1, old);
    let people = json!([
        row("Distance, silence and distance", "waited"),
        row("silence", "WAITED for a call"),
        row("Silence. पुरानी", "went away"),
        row("पुरानी", "call"),
    ]);
    desk.sheet(2, filled("review", json!({"people": people})));
    let told: Vec<(String, usize)> = repeated(&desk.journal);
    let told: Vec<(&str, usize)> = told.iter().map(|(word, n)| (word.as_str(), *n)).collect();
    assert_eq!(told.first(), Some(&("silence", 3)));
    assert!(
        told.contains(&("waited", 2))
            && !told.iter().any(|it| matches!(it.0, "distance" | "call" | "older")),
        "{told:?}"
    );
    let many: Vec<Value> = (0..2)
        .map(|_| json!({"good": "aaaaa bbbbb ccccc ddddd eeeee fffff ggggg hhhhh iiiii"}))
        .collect();
    desk.sheet(3, filled("review", json!({"people": many})));
    assert_eq!(repeated(&desk.journal).len(), 8);
}

#[test]
fn how_it_went_is_asked_until_it_is_told() {
    let mut desk = Desk::new();
    let noor = desk.person(1, None);
    let plan = |value: Value| {
        let mut it = filled("words", value);
        it.answers.set_text(Slot::of("with"), &noor.to_string());
        it
    };
    let asks = |desk: &Desk| {
        how_it_went(&desk.journal, day("2026-11-29")).map(|it| (it.plan, it.with, it.entry))
    };
    // Only planned.
    desk.sheet(2, plan(json!({})));
    desk.entry(3, "2026-11-25", &[noor]);
    assert_eq!(asks(&desk), None);
    // Rehearsed: only once the diary tells of a contact since, written after the plan.
    let rehearsed = desk.sheet(4, plan(json!({"rehearsed": "2026-11-24"})));
    assert_eq!(asks(&desk), None);
    desk.entry(5, "2026-11-23", &[noor]);
    desk.entry(6, "2026-11-25", &[]);
    assert_eq!(asks(&desk), None);
    desk.entry(7, "2026-11-24", &[noor]);
    let told = desk.entry(8, "2026-11-26", &[noor]);
    assert_eq!(asks(&desk), Some((rehearsed, Some(noor), Some(told))));
    // Tried: also without an entry. The latest plan comes first.
    let tried =
        desk.sheet(9, Worksheet { day: day("2026-11-27"), ..plan(json!({"tried": "2026-11-28"})) });
    assert_eq!(asks(&desk), Some((tried, Some(noor), None)));
    let nobody =
        Worksheet { day: day("2026-11-28"), ..filled("words", json!({"tried": "2026-11-28"})) };
    let nobody = desk.sheet(10, nobody);
    assert_eq!(asks(&desk), Some((nobody, None, None)));
    // Put aside, or held back since: no more.
    let aside = Worksheet { aside: true, ..filled("words", json!({"tried": "2026-11-28"})) };
    desk.sheet(10, aside);
    assert_eq!(asks(&desk).map(|it| it.0), Some(tried));
    let mut held = Desk { journal: desk.journal.clone(), clock: StampClock::new(1) };
    held.clock = desk.clock.clone();
    held.person(1, Some(Safe::No));
    assert_eq!(asks(&held), None);
    // Reviewed: no more; the one before is asked about until it is reviewed as well.
    for (n, plan) in [(11, tried), (12, rehearsed)] {
        assert_eq!(asks(&desk).map(|it| it.0), Some(plan));
        desk.sheet(n, Worksheet { from: Some(plan), ..filled("ask", json!({})) });
        assert_eq!(asks(&desk).map(|it| it.0), Some(plan), "another sheet is no review");
        let bare = json!({"planned": "Six in December"});
        desk.sheet(n + 10, Worksheet { from: Some(plan), ..filled("after", bare) });
        assert_eq!(asks(&desk).map(|it| it.0), Some(plan), "one that says nothing is no review");
        let told = json!({"happened": "We agreed on six."});
        desk.sheet(n + 10, Worksheet { from: Some(plan), ..filled("after", told) });
    }
    assert_eq!(asks(&desk), None);
}

#[test]
fn predictions_are_counted_of_all_reviews_or_of_those_with_a_person() {
    let mut desk = Desk::new();
    let noor = desk.person(1, None);
    let with = noor.to_string();
    for (n, sheet, value) in [
        (2, "after", json!({"with": with, "compared": "better"})),
        (3, "contact", json!({"with": with, "compared": "better"})),
        (4, "after", json!({"compared": "same"})),
        (5, "contact", json!({"compared": "worse"})),
        (6, "after", json!({"with": with})),
        (7, "trying", json!({"with": with, "compared": "better"})),
        (8, "after", json!({"compared": "someday"})),
    ] {
        desk.sheet(n, filled(sheet, value));
    }
    let all = predictions(&desk.journal, None);
    assert_eq!((all, all.n()), (Prediction { better: 2, same: 1, worse: 1 }, 4));
    assert!(all.n() < Prediction::LEAST);
    assert_eq!(
        predictions(&desk.journal, Some(noor)),
        Prediction { better: 2, ..Prediction::default() }
    );
}

#[test]
fn a_hard_date_is_spoken_of_in_the_week_before_each_year() {
    let mut n = 0;
    for (date, today, next) in [
        ("2020-12-24", "2026-12-16", None),
        ("2020-12-24", "2026-12-17", Some("2026-12-24")),
        ("2020-12-24", "2026-12-24", Some("2026-12-24")),
        ("2020-12-24", "2026-12-25", None),
        // Over the end of the year.
        ("2020-01-03", "2026-12-26", None),
        ("2020-01-03", "2026-12-27", Some("2027-01-03")),
        ("2020-12-31", "2026-12-31", Some("2026-12-31")),
        ("2020-01-01", "2026-12-31", Some("2027-01-01")),
        // 29 February is spoken of on the 28th where there is none.
        ("2020-02-29", "2026-02-21", Some("2026-02-28")),
        ("2020-02-29", "2026-02-28", Some("2026-02-28")),
        ("2020-02-29", "2026-03-01", None),
        ("2020-02-29", "2028-02-22", Some("2028-02-29")),
        ("2020-02-29", "2028-02-21", None),
        ("2020-02-29", "2028-02-29", Some("2028-02-29")),
        // A day to come is not one of this year already.
        ("2027-03-01", "2026-02-27", None),
        ("2027-03-01", "2027-02-27", Some("2027-03-01")),
        ("2031-12-30", "2030-12-28", None),
        ("9999-12-31", "9999-12-30", Some("9999-12-31")),
        ("", "2026-11-24", None),
        ("every year", "2026-11-24", None),
    ] {
        let mut desk = Desk::new();
        let row = json!({"what": "x", "day": date, "remind": true});
        let it = desk.sheet(1, filled("dates", json!({"dates": [{"what": "y"}, row]})));
        let expected: Vec<(Id, Day)> = next.map(|next| (it, day(next))).into_iter().collect();
        assert_eq!(hard_dates(&desk.journal, day(today)), expected, "{date} {today}");
        // Nobody is reminded who did not ask for it.
        desk.sheet(1, filled("dates", json!({"dates": [{"what": "x", "day": date}]})));
        assert!(hard_dates(&desk.journal, day(today)).is_empty());
        n += 1;
    }
    let mut desk = Desk::new();
    let row = |date: &str| json!({"day": date, "remind": true});
    let first =
        desk.sheet(1, filled("dates", json!({"dates": [row("2020-11-30"), row("2019-11-25")]})));
    let second = desk.sheet(2, filled("dates", json!({"dates": [row("2019-11-27")]})));
    let told = hard_dates(&desk.journal, day("2026-11-24"));
    assert_eq!(
        told,
        [(first, day("2026-11-25")), (second, day("2026-11-27")), (first, day("2026-11-30"))]
    );
    println!("hard dates: {n}");
}

#[test]
fn a_round_is_done_once_each_of_its_sheets_was() {
    let mut desk = Desk::new();
    let felt = json!([{"felt": ["hurt"]}, {"felt": ["sad"]}]);
    let options = json!([{"option": "a", "pros": "x", "cons": "y"}, {"option": "b", "pros": "x", "cons": "y"}]);
    let hopes = json!([{"mine": "a", "theirs": "b", "must": "nice"}, {"mine": "a", "theirs": "b", "must": "must"}]);
    let round = [
        ("stand", json!({"stage": "impasse"})),
        ("hopes", json!({"hopes": hopes, "biggest": "x", "check": "y"})),
        ("slowly", json!({"lines": felt, "hoped": "x", "heard": "y", "retry": "z"})),
        ("roads", json!({"decision": "x", "options": options, "pick": "later"})),
        (
            "after",
            json!({"happened": "x", "asked": "no", "before": 4, "after": 0, "compared": "worse", "learned": "y"}),
        ),
    ];
    for (n, (sheet, value)) in (1..).zip(round) {
        assert!(!is_cycle_done(&desk.journal, "dispute"), "before {sheet}");
        let id = desk.sheet(n, filled(sheet, value));
        let there = desk.journal.get(id).and_then(|it| it.sheet()).expect("there");
        assert!(there.is_done(&desk.journal), "{sheet}");
    }
    assert!(is_cycle_done(&desk.journal, "dispute"));
    // A later one that is only begun takes nothing away.
    desk.sheet(9, filled("stand", json!({})));
    assert!(is_cycle_done(&desk.journal, "dispute"));
    assert!(!is_cycle_done(&desk.journal, "any") && !is_cycle_done(&desk.journal, "no-group"));
}
