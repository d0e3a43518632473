//! The week in words, phases and goals, worked out by hand.

use proptest::prelude::*;
use satkarya_core::content::{self, Measure};
use satkarya_core::course::{Attendance, Course, Mode, Phase, Session, Total, phase_on, phases};
use satkarya_core::diary::{Did, Entry, Got};
use satkarya_core::focus::Goal;
use satkarya_core::journal::{Earlier, Journal};
use satkarya_core::measure::Filled;
use satkarya_core::pattern::{goal_lines, review};
use satkarya_core::rating::Nearness;
use satkarya_core::record::Body;
use satkarya_core::text::Text;

use super::by_hand::{at, named, on, with_people};
use crate::common::{NOW, id, stamp};

#[test]
fn the_week_in_words_leaves_what_is_covered_out() {
    let mut entries = vec![
        Entry {
            people: vec![id(101)],
            feelings: named(&["hurt", "sad"]),
            ..at(0, "10:00", Some(2))
        },
        Entry { people: vec![id(100)], feelings: named(&["hurt"]), ..at(1, "10:00", Some(7)) },
        Entry { did: vec![Did::Asked], got: Some(Got::Better), ..at(1, "12:00", Some(7)) },
        Entry { outcome: Text::cut("We hugged."), ..at(5, "12:00", None) },
        Entry { covered: true, people: vec![id(102)], ..at(6, "12:00", Some(0)) },
        at(7, "12:00", Some(10)),
    ];
    let journal = with_people(entries.clone());
    let it = review(&journal, on(0), on(6)).expect("a week");
    assert_eq!((it.sample.n_entries, it.sample.n_days, it.n_covered), (4, 3, 1));
    assert_eq!((it.best, it.worst), (vec![id(1), id(2)], vec![id(0)]));
    let people: Vec<_> = it.people.iter().map(|it| (it.id, it.n)).collect();
    assert_eq!(people, [(id(100), 1), (id(101), 1)]);
    let words: Vec<_> = it.feelings.iter().map(|(it, n)| (it.as_str(), *n)).collect();
    assert_eq!(words, [("hurt", 2), ("sad", 1)]);
    let ended: Vec<_> = it.ended.iter().map(|it| (it.id, it.got, it.has_words)).collect();
    assert_eq!(ended, [(id(2), Some(Got::Better), false), (id(3), None, true)]);
    assert!(review(&journal, on(6), on(6)).is_none(), "only what is covered");

    entries.truncate(1);
    let alone = review(&with_people(entries), on(0), on(6)).expect("a week");
    assert!(alone.best.is_empty() && alone.worst.is_empty(), "one mood is neither");
    println!("a week of four entries and a covered one; one of a single mood; an empty one");
}

fn course(journal: &mut Journal, n: u32, mode: Mode, total: u8, days: &[i64]) {
    let body = Course { total: Total::try_from(total).ok(), ..Course::new(mode) };
    journal.put(id(n), Body::Course(body), stamp(NOW + u64::from(n)), Earlier::Kept);
    for (at, day) in (1..).zip(days) {
        let session = Session::new(id(n), on(*day), Attendance::Attended);
        journal.put(id(n + at), Body::Session(session), stamp(NOW), Earlier::Kept);
    }
}

#[test]
fn a_day_belongs_to_the_session_that_comes_next() {
    let mut journal = Journal::new();
    course(&mut journal, 200, Mode::Waiting, 8, &[-60]);
    assert!(phases(&journal).is_empty());
    let weekly: Vec<i64> = (0..8).map(|n| 7 * n).collect();
    course(&mut journal, 300, Mode::InIpt, 8, &weekly);
    course(&mut journal, 400, Mode::SelfGuided, 8, &[100]);
    course(&mut journal, 500, Mode::KeepingWell, 8, &[200]);
    let starts = phases(&journal);
    for (n, phase) in [
        (-1, Phase::Before),
        (0, Phase::Beginning),
        (7, Phase::Beginning),
        (8, Phase::Middle),
        (35, Phase::Middle),
        (36, Phase::Ending),
        (49, Phase::Ending),
        (50, Phase::After),
        (99, Phase::After),
        (100, Phase::Beginning),
        (199, Phase::Beginning),
        (200, Phase::After),
    ] {
        assert_eq!(phase_on(&starts, on(n)), phase, "day {n}");
    }
    println!("{} starts of phases in four courses", starts.len());
}

#[test]
fn goals_stand_on_one_timeline_with_the_phases_behind() {
    let mut journal = Journal::new();
    assert!(goal_lines(&journal, content::measures()).is_none());
    let add = |journal: &mut Journal, n: u32, archived, ratings: &[(i64, u8)]| {
        let mut goal = Goal { archived, ..Goal::new(on(i64::from(n))) };
        for (n, near) in ratings {
            goal.rate(on(*n), Some(Nearness::nearest(*near)));
        }
        journal.put(id(n), Body::Goal(goal), stamp(NOW + u64::from(n)), Earlier::Kept);
    };
    add(&mut journal, 3, true, &[(20, 8), (10, 2)]);
    add(&mut journal, 5, false, &[(12, 4)]);
    add(&mut journal, 6, false, &[]);
    let it = goal_lines(&journal, content::measures()).expect("goals");
    assert_eq!((it.first, it.last, it.phases.len()), (on(3), on(20), 0));
    let told: Vec<_> = it.goals.iter().map(|it| (it.id, it.ratings.len(), it.archived)).collect();
    assert_eq!(told, [(id(5), 1, false), (id(6), 0, false), (id(3), 2, true)]);
    assert!(it.goals[2].ratings.is_sorted_by_key(|it| it.day));

    course(&mut journal, 300, Mode::InIpt, 8, &[4, 11, 18]);
    let spans = goal_lines(&journal, content::measures()).expect("goals").phases;
    let told: Vec<_> = spans.iter().map(|it| (it.first, it.last, it.phase)).collect();
    assert_eq!(
        told,
        [
            (on(3), on(3), Phase::Before),
            (on(4), on(11), Phase::Beginning),
            (on(12), on(20), Phase::Middle),
        ]
    );
    println!("three goals, three stretches of phases");
}

/// One of a measure on a day, with the first answers all of one value; ended or not.
fn filled(measure: &Measure, n: i64, n_answers: usize, value: u8, ended: bool) -> Body {
    let mut it = Filled { ended, ..Filled::new(measure.id.clone(), on(n)) };
    for item in measure.items.iter().take(n_answers) {
        it.answers.set(&item.id, Some(value));
    }
    Body::Filled(it)
}

proptest! {
    /// Goals and totals on one timeline against a slow count: every record looked at for each line.
    #[test]
    fn goals_and_totals_share_one_timeline(
        goals in prop::collection::vec(
            (0..200_i64, prop::collection::vec((0..200_i64, 0..=10_u8), 0..6)), 0..4),
        given in prop::collection::vec(
            (0..2_usize, 0..200_i64, 0..30_usize, 1..=3_u8, any::<bool>()), 0..14),
    ) {
        let mut journal = Journal::new();
        let (mut days, mut n_lines) = (Vec::new(), 0);
        for (n, (made, ratings)) in (1..).zip(&goals) {
            let mut goal = Goal::new(on(*made));
            for (day, near) in ratings {
                goal.rate(on(*day), Some(Nearness::nearest(*near)));
            }
            days.push(on(*made));
            days.extend(ratings.iter().map(|(day, _)| on(*day)));
            journal.put(id(n), Body::Goal(goal), stamp(NOW + u64::from(n)), Earlier::Kept);
        }
        for (n, (which, day, n_answers, value, ended)) in (100..).zip(&given) {
            let body = filled(&content::measures()[*which], *day, *n_answers, *value, *ended);
            journal.put(id(n), body, stamp(NOW + u64::from(n)), Earlier::Kept);
        }
        let mut expected = Vec::new();
        for (at, measure) in content::measures().iter().take(2).enumerate() {
            let mut totals: Vec<(_, u32, u16)> = (100..)
                .zip(&given)
                .filter(|(_, it)| it.0 == at && it.4 && it.2 >= measure.items.len())
                .map(|(n, it)| {
                    let n_items = u16::try_from(measure.items.len()).expect("few");
                    (on(it.1), n, n_items * u16::from(it.3))
                })
                .collect();
            totals.sort_unstable();
            if totals.len() >= 2 {
                n_lines += 1;
                days.extend(totals.iter().map(|it| it.0));
                let totals: Vec<_> = totals.into_iter().map(|(day, _, total)| (day, total)).collect();
                expected.push((measure.id.clone(), totals));
            }
        }
        let Some(it) = goal_lines(&journal, content::measures()) else {
            prop_assert!(days.is_empty(), "nothing is shown of {} days", days.len());
            return Ok(());
        };
        prop_assert_eq!(Some(&it.first), days.iter().min());
        prop_assert_eq!(Some(&it.last), days.iter().max());
        prop_assert_eq!(it.goals.len(), goals.len());
        prop_assert_eq!(it.measures.len(), n_lines);
        let found: Vec<_> =
            it.measures.iter().map(|it| (it.measure.id.clone(), it.totals.clone())).collect();
        prop_assert_eq!(found, expected);
        for line in &it.measures {
            let (least, most) = (line.measure.least(), line.measure.most());
            prop_assert!(line.totals.iter().all(|(_, total)| (least..=most).contains(total)));
        }
    }
}
