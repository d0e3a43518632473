//! Where somebody started, when a measure is due, and what is told of the latest total.

use super::*;
use crate::course::{Attendance, Course, Mode, Session};

fn put_course(journal: &mut Journal, n: u8, ms: u64, archived: bool) {
    let course = Course { archived, ..Course::new(Mode::InIpt) };
    journal.load(Record::new(id(n), stamp(ms), Body::Course(course)));
}

#[test]
fn the_baseline_is_the_first_total_of_the_course_or_the_last_new_start() {
    let nine = measure("nine");
    let total = |journal: &Journal| baseline_total(journal, nine);
    assert_eq!(total(&Journal::new()), None);
    let mut journal = Journal::new();
    // Made when the stamps say, and for the days they say.
    for (n, on, sum) in [(1, "2026-11-20", 20), (2, "2026-11-23", 18), (3, "2026-11-26", 15)] {
        load(&mut journal, n, ended(nine, on, &adding_up(nine, sum)));
    }
    assert_eq!(total(&journal), Some(20), "without a course the first of all");
    // A course made after the second of them.
    put_course(&mut journal, 100, 3, false);
    assert_eq!(total(&journal), Some(15));
    // What was filled in on paper long before and typed in now belongs to the time before.
    load(&mut journal, 4, ended(nine, "2026-10-01", &adding_up(nine, 25)));
    assert_eq!(total(&journal), Some(15));
    // A session that was before the course was typed in makes it begin then.
    let session = |on: &str| Session::new(id(100), day(on), Attendance::Attended);
    journal.load(Record::new(id(101), stamp(50), Body::Session(session("2026-11-23"))));
    assert_eq!(total(&journal), Some(18));
    // A new start holds from there, and the last of two.
    load(&mut journal, 5, Filled { anew: true, ..ended(nine, "2026-12-01", &adding_up(nine, 9)) });
    assert_eq!(total(&journal), Some(9));
    load(&mut journal, 6, Filled { anew: true, ..ended(nine, "2026-12-20", &adding_up(nine, 7)) });
    load(&mut journal, 7, ended(nine, "2026-12-24", &adding_up(nine, 14)));
    assert_eq!(total(&journal), Some(7));
    // What came before the new start is not compared with it, nor the new start with itself.
    let has_change = |n: u8| {
        let all = lines(&journal, nine, id(n));
        all.iter().any(|it| matches!(it, Line::Change(_)))
    };
    assert_eq!([3, 5, 6, 7].map(has_change), [false, false, false, true]);
    // A new course begins anew, whatever was marked before it; nothing is compared until its first.
    put_course(&mut journal, 100, 3, true);
    put_course(&mut journal, 102, 90 * 86_400_000, false);
    assert_eq!(total(&journal), None);
    let late = ended(nine, "2027-02-25", &adding_up(nine, 6));
    journal.load(Record::new(id(8), stamp(91 * 86_400_000), Body::Filled(late)));
    assert_eq!(total(&journal), Some(6));
}

#[test]
fn on_the_day_of_a_new_course_the_zone_makes_no_difference() {
    let nine = measure("nine");
    // 01:30 UTC on the 24th is still the 23rd in New York.
    for on in ["2026-11-23", "2026-11-24"] {
        let mut journal = Journal::new();
        put_course(&mut journal, 100, 0, false);
        load(&mut journal, 1, ended(nine, on, &adding_up(nine, 12)));
        assert_eq!(baseline_total(&journal, nine), Some(12), "{on}");
    }
}

#[test]
fn two_within_a_week_overlap() {
    let nine = measure("nine");
    let mut n = 0;
    for (days, expected) in
        [(0, Some(0)), (1, Some(1)), (6, Some(6)), (7, Some(7)), (8, None), (14, None)]
    {
        let mut journal = Journal::new();
        let first = ended(nine, "2026-11-01", &adding_up(nine, 12));
        let mut second = first.clone();
        second.day = first.day.plus_days(days).expect("a day");
        load(&mut journal, 1, first);
        load(&mut journal, 2, second);
        let history = history(&journal, nine);
        assert_eq!((overlap(&history, 0), overlap(&history, 1)), (None, expected), "{days}");
        let said = lines(&journal, nine, id(2)).into_iter().find_map(|it| match it {
            Line::Overlap { days } => Some(days),
            _ => None,
        });
        assert_eq!(said, expected);
        n += 1;
    }
    println!("days between two: {n}");
}

#[test]
fn it_is_due_only_where_it_was_chosen() {
    let [nine, seven] = ["nine", "seven"].map(measure);
    let today = day("2026-11-24");
    let mut journal = Journal::new();
    load(&mut journal, 1, ended(nine, "2026-01-01", &[1; 9]));
    assert!(due(&journal, today).is_empty(), "off until chosen");
    let choose = |journal: &mut Journal, all: &[&Measure], often| {
        let asked = all.iter().map(|it| it.id.clone()).collect();
        let choice = MeasureChoice { asked, often, ..MeasureChoice::default() };
        let stamp = stamp(1000 + journal.records().count() as u64);
        journal.load(Record::new(MeasureChoice::ID, stamp, Body::Measures(choice)));
    };
    choose(&mut journal, &[seven], None);
    let titles = |journal: &Journal, on| -> Vec<&str> {
        due(journal, on).into_iter().map(|it| &*it.title).collect()
    };
    assert_eq!(titles(&journal, today), ["GAD-7"], "never filled in");
    choose(&mut journal, &[seven, nine], None);
    assert_eq!(titles(&journal, today), ["PHQ-9", "GAD-7"], "in their order");

    let mut n = 0;
    for (last, is_expected) in [
        ("2026-11-09", true),
        ("2026-11-10", true),
        ("2026-11-11", false),
        ("2026-11-23", false),
        ("2026-11-24", false),
        ("2026-11-25", false),
    ] {
        let mut journal = journal.clone();
        load(&mut journal, 2, ended(nine, last, &[1; 9]));
        assert_eq!(is_due(&journal, nine, today), is_expected, "{last}");
        // Ended with something left out, it is not asked for again at once either.
        load(&mut journal, 2, ended(nine, last, &[1; 4]));
        assert_eq!(is_due(&journal, nine, today), is_expected, "{last}, unfinished");
        // One that was only begun does not count as asked.
        load(&mut journal, 3, Filled { ended: false, ..ended(nine, "2026-11-24", &[1; 9]) });
        assert_eq!(is_due(&journal, nine, today), is_expected, "{last}, and begun again");
        n += 1;
    }

    // Before each session: once for each, whatever the days.
    choose(&mut journal, &[nine], Some(Often::Session));
    load(&mut journal, 2, ended(nine, "2026-11-17", &[1; 9]));
    assert!(!is_due(&journal, nine, today), "without a course it goes by days");
    put_course(&mut journal, 100, 0, false);
    assert!(!is_due(&journal, nine, today), "no session since");
    let session = |on: &str, state| Session::new(id(100), day(on), state);
    for (held, next, is_expected) in [
        ("2026-11-16", None, false),
        ("2026-11-17", None, true),
        ("2026-11-20", None, true),
        ("2026-11-17", Some("2026-11-24"), true),
        ("2026-11-17", Some("2026-11-25"), true),
        ("2026-11-17", Some("2026-11-26"), false),
        ("2026-11-16", Some("2026-11-24"), false),
    ] {
        let mut journal = journal.clone();
        let held = Session { next: next.map(day), ..session(held, Attendance::Attended) };
        journal.load(Record::new(id(101), stamp(5), Body::Session(held.clone())));
        assert_eq!(is_due(&journal, nine, today), is_expected, "{held:?}");
        assert!(!is_due(&journal, nine, day("2026-11-17")), "never twice on one day");
        n += 1;
    }
    println!("times it is due or not: {n}");
}

#[test]
fn of_two_choices_the_later_one_holds_and_no_other_record_is_read() {
    let nine = measure("nine");
    let choose = |often| {
        let asked = vec![nine.id.clone()];
        Body::Measures(MeasureChoice { asked, often, ..MeasureChoice::default() })
    };
    let mut journal = Journal::new();
    journal.load(Record::new(id(9), stamp(1), choose(None)));
    assert_eq!(choice(&journal), None, "a record of another name");
    let one = Record::new(MeasureChoice::ID, stamp(2), choose(None));
    let other = Record::new(MeasureChoice::ID, stamp(3), choose(Some(Often::Session)));
    let merged = crate::transfer::merge(&one, &other);
    assert_eq!(merged.versions.len(), 1);
    journal.load(merged);
    let it = choice(&journal).expect("the choice");
    assert_eq!((it.often(), it.asks(&nine.id)), (Often::Session, true));
    assert!(!it.asks(&measure("seven").id));
    assert_eq!(MeasureChoice::default().often(), Often::Period, "every two weeks unless said");
}

#[test]
fn one_that_was_begun_is_gone_on_with_until_the_next_day() {
    let nine = measure("nine");
    let mut journal = Journal::new();
    let today = day("2026-11-24");
    let mut n = 0;
    for (on, ended, is_there) in [
        ("2026-11-22", false, false),
        ("2026-11-23", false, true),
        ("2026-11-24", false, true),
        ("2026-11-24", true, false),
        ("2026-11-25", false, false),
    ] {
        load(&mut journal, 1, Filled { ended, ..Filled::new(nine.id.clone(), day(on)) });
        assert_eq!(begun(&journal, &nine.id, today).is_some(), is_there, "{on} {ended}");
        n += 1;
    }
    println!("begun: {n}");
}

#[test]
fn what_is_told_is_the_latest_total_with_what_belongs_to_it() {
    let nine = measure("nine");
    let guide = content::measures();
    let mut journal = journal_of(nine, &[17, 11]);
    assert!(latest_totals(&Journal::new(), guide, Day::LAST).is_empty());
    let mut latest = ended(nine, "2026-03-02", &adding_up(nine, 8));
    let extra = nine.extra.as_ref().expect("it has one");
    latest.answers.set(&extra.id, Some(1));
    assert_eq!(latest.total(nine), Some(8), "the question beside them does not count");
    load(&mut journal, 9, latest);
    let all = latest_totals(&journal, guide, day("2026-12-31"));
    let [it] = &*all else { panic!("one measure has a total") };
    assert_eq!((it.latest.total, it.latest.day()), (8, day("2026-03-02")));
    assert_eq!(it.band.map(|it| &*it.word), Some("mild"));
    assert_eq!(it.start, Some((day("2026-01-05"), 17)));
    assert_eq!(it.change, Some(Change::Lower { k: 9 }));
    assert_eq!(it.extra, Some("Somewhat difficult"));
    // On an earlier day it is what was there then.
    let then = latest_totals(&journal, guide, day("2026-02-10"));
    assert_eq!(then.iter().map(|it| it.latest.total).collect::<Vec<_>>(), [11]);
    let first = latest_totals(&journal, guide, day("2026-01-05"));
    let first = first.first().expect("the first");
    assert_eq!((first.start, first.change, first.extra), (None, None, None));
}
