//! Tests of the order, the window and the picture.

use proptest::prelude::*;

use super::*;
use crate::diary::{Entry, When};
use crate::journal::Earlier;
use crate::life::{LifeEvent, LowSpell, MoodBand};
use crate::pattern::{Middle, MonthMood};
use crate::record::Body;
use crate::stamp::StampClock;
use crate::time::{Half, Month, Offset, Season, SeasonName, TimeOfDay, Year, Zone};

fn day(text: &str) -> Day {
    text.parse().expect(text)
}

fn fuzzy(text: &str) -> Option<FuzzyDay> {
    text.parse().ok()
}

fn id(n: u8) -> Id {
    Id::from_bytes([n; 16])
}

fn event(when: &str) -> Body {
    Body::Event(LifeEvent { when: fuzzy(when), ..LifeEvent::default() })
}

fn spell(when: &str, earlier: bool) -> Body {
    Body::Spell(LowSpell { when: fuzzy(when), earlier, ..LowSpell::default() })
}

fn band(when: &str, until: &str, level: u8) -> Body {
    let level = Mood::try_from(level).ok();
    Body::Band(MoodBand { when: fuzzy(when), until: fuzzy(until), level, ..MoodBand::default() })
}

fn journal(bodies: impl IntoIterator<Item = Body>) -> Journal {
    let (mut journal, mut clock) = (Journal::new(), StampClock::new(1));
    for (body, n) in bodies.into_iter().zip(1..) {
        journal.put(id(n), body, clock.tick(n.into()), Earlier::Kept);
    }
    journal
}

fn order(journal: &Journal) -> Vec<Id> {
    timeline(journal).items.iter().map(|it| it.id).collect()
}

fn drawn(journal: &Journal, today: &str) -> Option<Picture> {
    let found = timeline(journal);
    picture(&found.items, found.window(), day(today), &[])
}

/// The axis as text, such as `2020+2 2021-2024`: years with their rows, and folds.
fn axis(picture: &Picture) -> String {
    let block = |it: &Block| match it.years {
        Years { first, last } if first == last => format!("{first}+{}", it.height),
        Years { first, last } => format!("{first}-{last}"),
    };
    picture.blocks.iter().map(block).collect::<Vec<_>>().join(" ")
}

#[test]
fn the_sample_diary_never_takes_the_place_of_an_own_low_spell() {
    let mut journal = journal([spell("2024-05", false)]);
    let stamp = StampClock::new(1).tick(9_000);
    journal.put_sample(id(8), spell("2026-02", false), stamp);
    assert_eq!(current(&journal).map(|it| it.0), Some(id(1)));
    assert_eq!(timeline(&journal).onset, fuzzy("2024-05"));
    assert_eq!(own(&journal), current(&journal));
    journal.remove(id(1), stamp).expect("there");
    assert_eq!(current(&journal).map(|it| it.0), Some(id(8)), "to be looked at");
    assert_eq!(own(&journal), None, "and not to be written to");
}

#[test]
fn dates_stand_by_their_middle_and_what_has_none_at_the_end() {
    let journal = journal([
        event("2024"),
        event(""),
        event("2024-05-17"),
        event("2024-spring"),
        event("2023-winter"),
        event("2024-autumn"),
        event(""),
    ]);
    assert_eq!(order(&journal), [5, 4, 3, 1, 6, 2, 7].map(id));
}

#[test]
fn the_window_is_exact_at_its_edges() {
    for (onset, first, last) in [
        ("2024-05-17", "2023-11-17", "2024-07-17"),
        ("2024-08-31", "2024-02-29", "2024-10-31"),
        ("2024-12-31", "2024-06-30", "2025-02-28"),
        ("2024-05", "2023-11-01", "2024-07-31"),
        ("2024-spring", "2023-09-01", "2024-07-31"),
        ("2024", "2023-07-01", "2025-02-28"),
        ("1900", "1900-01-01", "1901-02-28"),
        ("9999", "9998-07-01", "9999-12-31"),
    ] {
        let window = Window::of(fuzzy(onset).expect(onset));
        assert_eq!(
            (window.first.to_string(), window.last.to_string()),
            (first.into(), last.into())
        );
        for (date, n, holds) in
            [(first, 0, true), (last, 0, true), (first, -1, false), (last, 1, false)]
        {
            let Some(date) = day(date).plus_days(n) else { continue };
            assert_eq!(window.holds(FuzzyDay::Day(date)), holds, "{date} of {onset}");
        }
    }
    // By the middle: 1 July 2024.
    assert!(Window::of(fuzzy("2024-12-31").expect("onset")).holds(fuzzy("2024").expect("year")));
    assert!(!Window::of(fuzzy("2025-01-02").expect("onset")).holds(fuzzy("2024").expect("year")));
}

#[test]
fn only_events_near_the_present_spell_are_marked() {
    let journal = journal([
        spell("2024-spring", false),
        spell("2019", true),
        event("2024-02"),
        event("2019-07"),
        event("2022"),
        event(""),
        band("2024-01", "2024-12", 3),
    ]);
    let found = timeline(&journal);
    let near: Vec<Id> = found.items.iter().filter(|it| it.is_near).map(|it| it.id).collect();
    assert_eq!(
        (near, found.current, found.onset),
        (vec![id(3)], Some(id(1)), fuzzy("2024-spring"))
    );
    let counts = Counts { n_events: 4, n_near: 1, n_bands: 1, n_pins: 0 };
    assert_eq!(found.counts(), counts);
}

#[test]
fn of_two_present_spells_the_newer_is_it_and_the_other_stays() {
    let journal = journal([spell("2024", false), spell("2023", false), spell("2025", true)]);
    let found = timeline(&journal);
    assert_eq!((found.current, found.onset), (Some(id(2)), fuzzy("2023")));
    let sorts: Vec<Sort> = found.items.iter().map(|it| it.sort).collect();
    assert_eq!(sorts, [Sort::Onset, Sort::Earlier, Sort::Earlier]);
}

#[test]
fn what_is_left_stays_in_its_order_when_the_present_spell_goes() {
    // Of one date, so that only the kind and the order of making tell them apart.
    let mut journal = journal([spell("2024", true), spell("2024", false), spell("2024", false)]);
    assert_eq!(order(&journal), [1, 2, 3].map(id));
    assert_eq!(timeline(&journal).current, Some(id(3)));
    journal.remove(id(3), StampClock::new(2).tick(1000)).expect("it is there");
    assert_eq!(order(&journal), [1, 2].map(id));
    assert_eq!(timeline(&journal).current, Some(id(2)));
}

#[test]
fn a_pinned_entry_stands_on_its_day() {
    let when = |on: &str| When {
        day: day(on),
        time: TimeOfDay::NOON,
        offset: Offset::UTC,
        zone: Zone::default(),
    };
    let pinned = Entry { star: true, pinned: true, ..Entry::new(when("2024-05-17")) };
    let starred = Entry { star: true, ..Entry::new(when("2024-05-18")) };
    let journal = journal([Body::Entry(starred), Body::Entry(pinned), spell("2024-05", false)]);
    assert_eq!(order(&journal), [3, 2].map(id));
    assert_eq!(timeline(&journal).counts().n_pins, 1);
}

#[test]
fn years_are_as_high_as_they_need_and_quiet_ones_are_folded() {
    for (bodies, expected) in [
        (vec![event("2026-05")], "2026+8"),
        (vec![event("2025-05")], "2025+4 2026+4"),
        (vec![event("2015")], "2015+3 2016-2025 2026+3"),
        (vec![event("2023"), event("2026")], "2023+2 2024+2 2025+2 2026+2"),
        (vec![event("2030")], "2026+3 2027-2029 2030+3"),
        // A fold ends where a band begins or ends.
        (
            vec![event("2006"), band("2010", "2015", 3)],
            "2006+2 2007-2009 2010+2 2011-2014 2015+2 2016-2025 2026+2",
        ),
        (vec![event("2026"); 12], "2026+12"),
        (vec![event("1900"), event("9999")], "1900+2 1901-2025 2026+2 2027-9998 9999+2"),
    ] {
        let picture = drawn(&journal(bodies), "2026-11-29").expect("a picture");
        assert_eq!(axis(&picture), expected);
    }
    assert_eq!(drawn(&journal([event("")]), "2026-11-29"), None);
    assert_eq!(drawn(&journal([]), "2026-11-29"), None);
}

#[test]
fn sixty_events_of_twenty_years_have_a_line_each() {
    let event_of = |n: i32| event(&format!("{}-{:02}", 2006 + n % 20, 1 + n % 12));
    let picture = drawn(&journal((0..60).map(event_of)), "2026-11-29").expect("a picture");
    println!("rows of a picture with 60 events of 20 years: {}", picture.n_rows());
    assert_eq!(picture.dots.len(), 60);
    assert!(picture.n_rows() <= 64, "{}", picture.n_rows());
}

#[test]
fn the_mood_line_breaks_where_a_month_is_missing() {
    let mood = |month: &str, level: u8| MonthMood {
        month: month.parse().expect(month),
        middle: Middle::from(Mood::nearest(level)),
        n_days: 5,
        n_moods: 5,
    };
    let months = [mood("2026-01", 2), mood("2026-02", 4), mood("2026-04", 10)];
    let found = timeline(&journal([event("2026-03")]));
    let picture = picture(&found.items, None, day("2026-11-29"), &months).expect("a picture");
    let widths: Vec<Vec<f64>> =
        picture.mood.iter().map(|piece| piece.iter().map(|it| it.0).collect()).collect();
    assert_eq!(widths, [vec![0.2, 0.4], vec![1.0]]);
}

fn any_date() -> impl Strategy<Value = FuzzyDay> {
    let year = prop_oneof![8 => 1990..2040_i32, 1 => 1900..=9999_i32];
    (year, 1..=12_u32, 1..=28_u32, 0..5_u8, any::<bool>()).prop_map(
        |(year, month, on, exactness, is_south)| {
            let half = if is_south { Half::South } else { Half::North };
            let year = Year::new(year).expect("a year");
            match exactness {
                0 => FuzzyDay::Year(year),
                1 => FuzzyDay::Month(Month::new(year.get(), month).expect("a month")),
                2 => {
                    let name = SeasonName::ALL[on as usize % 4];
                    FuzzyDay::Season(Season { year, name, half })
                }
                _ => FuzzyDay::Day(Day::new(year.get(), month, on).expect("a day")),
            }
        },
    )
}

fn any_body() -> impl Strategy<Value = Body> {
    let dates =
        || (prop::option::weighted(0.9, any_date()), prop::option::weighted(0.2, any_date()));
    prop_oneof![
        6 => dates().prop_map(|(when, until)| {
            Body::Event(LifeEvent { when, until, ..LifeEvent::default() })
        }),
        1 => (dates(), 0..=10_u8).prop_map(|((when, until), level)| {
            let level = Mood::try_from(level).ok();
            Body::Band(MoodBand { when, until, level, ..MoodBand::default() })
        }),
        1 => (dates(), any::<bool>()).prop_map(|((when, until), earlier)| {
            Body::Spell(LowSpell { when, until, earlier, ..LowSpell::default() })
        }),
    ]
}

proptest! {
    #[test]
    fn any_life_is_drawn_whole(
        bodies in prop::collection::vec(any_body(), 0..80),
        today in 36_500..50_000_i64,
        other in 0..80_usize,
    ) {
        let today = Day::FIRST.plus_days(today).expect("a day");
        let journal = journal(bodies);
        let found = timeline(&journal);
        prop_assert_eq!(&timeline(&journal), &found);
        let dated: Vec<&Item> = found.items.iter().filter(|it| it.when.is_some()).collect();
        prop_assert!(dated.windows(2).all(|two| two[0].when <= two[1].when));
        let n_undated = found.items.len() - dated.len();
        prop_assert!(found.items.iter().rev().take(n_undated).all(|it| it.when.is_none()));

        // Taking one away moves nobody before another.
        let gone = found.items.get(other).map(|it| it.id);
        let mut fewer = journal.clone();
        if let Some(id) = gone {
            fewer.remove(id, StampClock::new(2).tick(1000)).expect("it is there");
        }
        let left: Vec<Id> = order(&journal).into_iter().filter(|id| Some(*id) != gone).collect();
        prop_assert_eq!(order(&fewer), left);

        let Some(picture) = picture(&found.items, found.window(), today, &[]) else {
            prop_assert!(dated.is_empty());
            return Ok(());
        };
        let height = f64::from(picture.n_rows());
        let inside = |y: f64| (0.0..=height).contains(&y);
        let n_named = dated.iter().filter(|it| it.sort != Sort::Band).count();
        prop_assert_eq!(picture.dots.len(), n_named);
        // A line each, in order, in the year that it belongs to, and no dot beyond the picture.
        prop_assert!(picture.dots.windows(2).all(|two| two[0].row < two[1].row));
        for dot in &picture.dots {
            let when = found.items[dot.item].when.expect("a date");
            let block = picture.blocks.iter().find(|it| when.midpoint().year() <= it.years.last);
            let block = block.expect("its years");
            prop_assert!((block.top..block.top + block.height).contains(&dot.row));
            prop_assert!((f64::from(block.top)..=f64::from(block.top + block.height)).contains(&dot.y));
            prop_assert!(inside(dot.span.0) && inside(dot.span.1) && dot.span.0 <= dot.span.1);
            prop_assert!(dot.span.0 <= dot.y && dot.y <= dot.span.1 && dot.lane < LANES);
        }
        for band in &picture.bands {
            prop_assert!(inside(band.span.0) && inside(band.span.1) && band.span.0 < band.span.1);
        }
        if let Some((top, bottom)) = picture.window {
            prop_assert!(inside(top) && inside(bottom) && top <= bottom);
        }
        // The axis has no hole, and time goes down.
        let mut years = picture.blocks.iter().map(|it| it.years);
        let first = years.next().expect("a year");
        years.try_fold(first.last, |last, it| (it.first == last + 1).then_some(it.last)).expect("no hole");
        let days: Vec<Day> = dated.iter().filter_map(|it| it.span()).flat_map(|it| [it.0, it.1]).collect();
        for a in &days {
            for b in &days {
                prop_assert!(a > b || picture.y(*a) <= picture.y(*b));
            }
        }
        // As high as what is named, and a few rows for each year in which something changes.
        prop_assert!(picture.n_rows() as usize <= n_named + 8 + 2 * picture.blocks.len());
    }
}
