//! Days stay the days that the person chose, whatever clocks and zones do.
//!
//! D-05 and D-06 stand beside the calendar itself. D-11 asks about streaks: there are none.

use crate::common::{NOW, day, entry, id, now};
use chrono::Weekday;
use satkarya_core::chart::{Scale, Step, day_ticks};
use satkarya_core::diary::{Entry, When};
use satkarya_core::journal::{Earlier, Journal};
use satkarya_core::pattern::day_mood;
use satkarya_core::record::{Body, Record};
use satkarya_core::stamp::StampClock;
use satkarya_core::time::{Day, Now, Offset, Zone};
use satkarya_core::transfer::{export_json, read_json};

const HOUR: u64 = 3_600_000;
const DAY: u64 = 24 * HOUR;

fn at(ms: u64, minutes: i16, zone: &str) -> Now {
    Now { ms, offset: Offset::try_from(minutes).expect("offset"), zone: Zone::cut(zone) }
}

fn days(journal: &Journal) -> Vec<String> {
    journal.entries().map(|it| format!("{} {}", it.entry.when.day, it.entry.when.time)).collect()
}

/// The journal as another browser in another zone would have it after reading the file.
fn elsewhere(journal: &Journal, minutes: i16) -> Journal {
    let there = at(NOW + DAY, minutes, "Nowhere/Else");
    let import = read_json(export_json(journal, &there, "0").as_bytes()).expect("file");
    let mut other = Journal::new();
    import.plan(&other, &there).apply(&mut other);
    other
}

#[test]
fn a_clock_set_back_keeps_the_order_of_changes() {
    for back in [HOUR, DAY, 5 * 365 * DAY] {
        let (mut journal, mut clock) = (Journal::new(), StampClock::new(1));
        for (n, ms) in [(0, NOW), (1, NOW - back), (2, NOW - back + 1)] {
            // The person chose the same day and minute each time.
            let body = Body::Entry(entry("2026-11-24", "10:00", None, ""));
            journal.put(id(n), body, clock.tick(ms), Earlier::Kept);
        }
        let order: Vec<_> = journal.entries().map(|it| it.record.id).collect();
        assert_eq!(order, [id(0), id(1), id(2)]);
        let before = journal.get(id(0)).expect("record").changed;
        let body = Body::Entry(entry("2026-11-24", "10:00", None, "changed"));
        journal.put(id(0), body, clock.tick(NOW - back + 2), Earlier::Kept);
        assert!(journal.get(id(0)).expect("record").changed > before);
        assert_eq!(days(&journal), ["2026-11-24 10:00"; 3]);
    }
    println!("D-01 clock set back by an hour, a day, five years: 3/3");
}

#[test]
fn hours_that_do_not_exist_and_hours_that_come_twice() {
    // The hour that is skipped, and the one that comes twice, with the offset of its first
    // and second coming, in minutes.
    let cases = [
        ("Europe/Berlin", "2026-03-29", "02:30", [60, 120]),
        ("Europe/Berlin", "2026-10-25", "01:30", [120, 60]),
        ("America/New_York", "2026-03-08", "02:30", [-300, -240]),
        ("America/New_York", "2026-11-01", "01:30", [-240, -300]),
        ("Australia/Lord_Howe", "2026-10-04", "02:15", [630, 660]),
        ("Australia/Lord_Howe", "2026-04-05", "01:45", [660, 630]),
    ];
    for (zone, on, time, offsets) in cases {
        let (mut journal, mut clock) = (Journal::new(), StampClock::new(1));
        for (n, offset) in (0..).zip(offsets) {
            let mut it = entry(on, time, Some(5), "");
            it.when.offset = Offset::try_from(offset).expect("offset");
            it.when.zone = Zone::cut(zone);
            journal.put(id(n), Body::Entry(it), clock.tick(NOW + u64::from(n)), Earlier::Kept);
        }
        let expected = format!("{on} {time}");
        assert_eq!(days(&journal), [expected.clone(), expected.clone()], "{zone}");
        assert_eq!(days(&elsewhere(&journal, -480)), days(&journal), "{zone}");
        let shown = day_mood(&journal, day(on)).expect("a day");
        assert_eq!(shown.n_entries, 2, "each once, {zone}");
    }
    println!("D-02 skipped and doubled hours: {0}/{0}", cases.len());
}

#[test]
fn a_flight_over_the_date_line() {
    let stops = [
        (NOW, 330, "Asia/Kolkata", "2026-11-24 07:00"),
        (NOW + 16 * HOUR, -480, "America/Los_Angeles", "2026-11-24 09:30"),
        (NOW + 32 * HOUR, 780, "Pacific/Auckland", "2026-11-25 22:30"),
    ];
    let (mut journal, mut clock) = (Journal::new(), StampClock::new(1));
    for (n, (ms, minutes, zone, _)) in (0..).zip(stops) {
        let it = Entry::new(When::from(&at(ms, minutes, zone)));
        journal.put(id(n), Body::Entry(it), clock.tick(ms), Earlier::Kept);
    }
    let expected = stops.map(|stop| stop.3);
    for minutes in [330, -480, 780] {
        assert_eq!(days(&elsewhere(&journal, minutes)), expected);
    }
    println!("D-03 local days after a flight, seen from three zones: 3/3");
}

#[test]
fn leap_days() {
    for real in ["2024-02-29", "2028-02-29"] {
        assert!(real.parse::<Day>().is_ok());
    }
    assert!("2100-02-29".parse::<Day>().is_err());
    // "A year ago" from 29 February is offered for no day, rather than for a wrong one.
    assert_eq!(day("2028-02-29").in_year(2027), None);
    println!("D-04 leap days: 4/4");
}

#[test]
fn weeks_and_charts_over_the_new_year() {
    let cases = [
        // 2026-12-31 lies in week 53 of its year by ISO. Weeks are named by their first day
        // and never numbered, so there is nothing to get wrong.
        ("2026-12-31", Weekday::Mon, "2026-12-28"),
        ("2027-01-03", Weekday::Mon, "2026-12-28"),
        ("2027-01-03", Weekday::Sun, "2027-01-03"),
        ("2027-01-02", Weekday::Sat, "2027-01-02"),
        ("2024-03-01", Weekday::Mon, "2024-02-26"),
    ];
    for (on, start, expected) in cases {
        assert_eq!(day(on).start_of_week(start), Some(day(expected)), "{on}");
    }
    let scale = Scale { first: day("2026-12-21"), last: day("2027-01-10"), low: 0.0, high: 10.0 };
    let (step, ticks) = day_ticks(&scale, Weekday::Mon, 5);
    let shown: Vec<String> = ticks.iter().map(|(day, x)| format!("{day} {x:.2}")).collect();
    assert_eq!(
        (step, shown),
        (
            Step::Week,
            ["2026-12-21 0.00", "2026-12-28 0.35", "2027-01-04 0.70"].map(str::to_owned).to_vec()
        )
    );
    println!("D-07 weeks and ticks over the new year: {0}/{0}", cases.len() + 1);
}

#[test]
fn every_offset_and_any_zone_name_is_kept() {
    let cases = [
        (-720, "Etc/GMT+12"),
        (840, "Pacific/Kiritimati"),
        (345, "Asia/Kathmandu"),
        (0, "Moon/Base_1"),
        (0, ""),
    ];
    for (minutes, zone) in cases {
        let mut journal = Journal::new();
        let it = Entry::new(When::from(&at(NOW, minutes, zone)));
        let when = it.when.clone();
        journal.put(id(0), Body::Entry(it), StampClock::new(1).tick(NOW), Earlier::Kept);
        let other = elsewhere(&journal, 60);
        assert_eq!(other.entry(id(0)).map(|it| it.entry.when.clone()), Some(when));
    }
    println!("D-09 offsets and zone names kept: {0}/{0}", cases.len());
}

#[test]
fn rules_of_a_zone_that_change_later_move_nothing() {
    // Written when the zone was at +02:00. Today's rules say +03:00: nobody asks them.
    let mut it = entry("2026-11-24", "23:30", Some(4), "before midnight");
    it.when.offset = Offset::try_from(120).expect("offset");
    it.when.zone = Zone::cut("Europe/Kyiv");
    let mut journal = Journal::new();
    journal.load(Record::new(id(0), StampClock::new(1).tick(NOW), Body::Entry(it)));
    let later = elsewhere(&journal, 180);
    assert_eq!(days(&later), ["2026-11-24 23:30"]);
    assert!(day_mood(&later, day("2026-11-24")).is_some());
    assert!(day_mood(&later, now().day().plus_days(1).expect("day")).is_none());
    println!("D-12 a day after its zone changed its rules: 1/1");
}
