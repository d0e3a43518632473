//! The week in words, phases and goals, worked out by hand.

use satkarya_core::course::{Attendance, Course, Mode, Phase, Session, Total, phase_on, phases};
use satkarya_core::diary::{Did, Entry, Got};
use satkarya_core::focus::Goal;
use satkarya_core::journal::{Earlier, Journal};
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
    assert_eq!(goal_lines(&journal), None);
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
    let it = goal_lines(&journal).expect("goals");
    assert_eq!((it.first, it.last, it.phases.len()), (on(3), on(20), 0));
    let told: Vec<_> = it.goals.iter().map(|it| (it.id, it.ratings.len(), it.archived)).collect();
    assert_eq!(told, [(id(5), 1, false), (id(6), 0, false), (id(3), 2, true)]);
    assert!(it.goals[2].ratings.is_sorted_by_key(|it| it.day));

    course(&mut journal, 300, Mode::InIpt, 8, &[4, 11, 18]);
    let spans = goal_lines(&journal).expect("goals").phases;
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
