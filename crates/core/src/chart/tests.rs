//! Geometry by hand, and over every window of a long calendar.

use proptest::prelude::*;

use super::*;

fn day(text: &str) -> Day {
    text.parse().expect(text)
}

fn scale(first: &str, last: &str) -> Scale {
    Scale { first: day(first), last: day(last), low: 0.0, high: 10.0 }
}

#[test]
fn the_line_breaks_at_gaps() {
    let points = [
        (day("2026-11-01"), Some(5.0)),
        (day("2026-11-02"), Some(10.0)),
        (day("2026-11-03"), None),
        (day("2026-11-04"), Some(0.0)),
        (day("2026-11-06"), Some(f64::NAN)),
        (day("2026-11-11"), Some(5.0)),
    ];
    let found = segments(&points, &scale("2026-11-01", "2026-11-11"));
    assert_eq!(found, [vec![(0.0, 0.5), (0.1, 0.0)], vec![(0.3, 1.0)], vec![(1.0, 0.5)]]);
    let value = |on: &str, value: f64| Row::Value { day: day(on), value };
    let gap = |first: &str, last: &str| Row::Gap { first: day(first), last: day(last) };
    assert_eq!(
        rows(&points),
        [
            value("2026-11-01", 5.0),
            value("2026-11-02", 10.0),
            gap("2026-11-03", "2026-11-03"),
            value("2026-11-04", 0.0),
            gap("2026-11-05", "2026-11-10"),
            value("2026-11-11", 5.0),
        ]
    );
}

#[test]
fn one_day_and_one_value_lie_in_the_middle() {
    let one = Scale { low: 4.0, high: 4.0, ..scale("2026-11-01", "2026-11-01") };
    assert_eq!(segments(&[(one.first, Some(4.0))], &one), [[(0.5, 0.5)]]);
    assert_eq!(segments(&[], &one), Vec::<Vec<_>>::new());
}

#[test]
fn ticks_across_the_year_and_the_week_that_is_both_53_and_1() {
    let texts = |first: &str, last: &str, start: Weekday, most: usize| {
        let (step, ticks) = day_ticks(&scale(first, last), start, most);
        (step, ticks.iter().map(|(day, _)| day.to_string()).collect::<Vec<_>>())
    };
    let (step, days) = texts("2026-12-20", "2027-01-12", Weekday::Mon, 6);
    assert_eq!(
        (step, days),
        (
            Step::Week,
            ["2026-12-21", "2026-12-28", "2027-01-04", "2027-01-11"].map(String::from).to_vec()
        )
    );
    let (_, days) = texts("2026-12-20", "2027-01-12", Weekday::Sun, 6);
    assert_eq!(days, ["2026-12-20", "2026-12-27", "2027-01-03", "2027-01-10"]);
    let (step, days) = texts("2026-11-24", "2027-02-01", Weekday::Mon, 5);
    assert_eq!(
        (step, days),
        (Step::Month, ["2026-12-01", "2027-01-01", "2027-02-01"].map(String::from).to_vec())
    );
    let (step, days) = texts("2026-02-02", "2027-01-31", Weekday::Mon, 5);
    assert_eq!(
        (step, days),
        (
            Step::Quarter,
            ["2026-04-01", "2026-07-01", "2026-10-01", "2027-01-01"].map(String::from).to_vec()
        )
    );
    assert_eq!(texts("2020-06-01", "2026-11-24", Weekday::Mon, 8).0, Step::Year);
    assert_eq!(texts("1900-01-01", "9999-12-31", Weekday::Mon, 8).1.len(), 8);
    assert_eq!(
        texts("1900-01-01", "1900-01-03", Weekday::Wed, 2),
        (Step::Week, vec!["1900-01-03".to_owned()])
    );
}

#[test]
fn equal_values_stand_on_each_other() {
    let found = dots(&[5.0, 0.0, 5.0, 10.0, 5.0, f64::NAN, 12.0], 0.0, 10.0);
    assert_eq!(found, [(0.5, 0), (0.0, 0), (0.5, 1), (1.0, 0), (0.5, 2), (1.0, 1)]);
    assert_eq!(dots(&[3.0, 4.0], 3.0, 3.0), [(0.5, 0), (0.5, 1)], "a scale of one value");
    assert_eq!(dots(&[-10.0, 0.0, 5.0], -10.0, 10.0), [(0.0, 0), (0.5, 0), (0.75, 0)]);
}

#[test]
fn parts_of_a_bar_follow_each_other() {
    assert_eq!(parts(&[1, 0, 3], 8), [(0.0, 0.125), (0.125, 0.0), (0.125, 0.375)]);
    assert_eq!(parts(&[2, 2], 1), [(0.0, 0.5), (0.5, 0.5)], "never wider than the whole");
    assert_eq!(parts(&[0], 0), [(0.0, 0.0)]);
    assert_eq!(parts(&[], 5), []);
}

#[test]
fn a_year_is_looked_at_closer_and_from_further_away() {
    let piece = |first: &str, last: &str| Piece { first: day(first), last: day(last) };
    let whole = piece("2026-01-01", "2026-12-31");
    let half = whole.step(Zoom::Closer, whole).expect("closer");
    assert_eq!(half, piece("2026-07-02", "2026-12-31"));
    let before = half.step(Zoom::Earlier, whole).expect("earlier");
    assert_eq!(before, piece("2026-04-01", "2026-09-30"));
    assert_eq!(before.step(Zoom::Later, whole), Some(half));
    assert_eq!(half.step(Zoom::Later, whole), None, "there is nothing after it");
    assert_eq!(half.step(Zoom::Further, whole), Some(whole));
    assert_eq!(whole.step(Zoom::Further, whole), None);
    let short = piece("2026-12-18", "2026-12-31");
    assert_eq!(short.step(Zoom::Closer, whole), None, "never below two weeks");
    assert_eq!(short.step(Zoom::Closer, short), None);
}

proptest! {
    #[test]
    fn a_piece_never_leaves_the_whole_and_every_day_can_be_reached(
        start in 0..40_000_i64,
        width in 0..4_000_i64,
        steps in prop::collection::vec(0..4_usize, 0..40),
    ) {
        let first = Day::FIRST.plus_days(start).expect("day");
        let whole = Piece { first, last: first.plus_days(width).expect("day") };
        let mut piece = whole;
        for step in steps {
            let zoom = Zoom::ALL[step];
            let Some(next) = piece.step(zoom, whole) else { continue };
            prop_assert!(whole.holds(next) && next.first <= next.last, "{:?} left", zoom);
            prop_assert!(next.n_days() >= LEAST_DAYS.min(whole.n_days()));
            match zoom {
                Zoom::Closer => prop_assert!(next.n_days() < piece.n_days() && piece.holds(next)),
                Zoom::Further => prop_assert!(next.n_days() > piece.n_days() && next.holds(piece)),
                Zoom::Earlier => {
                    prop_assert!(next.n_days() == piece.n_days() && next.first < piece.first);
                    prop_assert!(next.last.plus_days(1) >= Some(piece.first), "a day is left out");
                }
                Zoom::Later => {
                    prop_assert!(next.n_days() == piece.n_days() && next.last > piece.last);
                    prop_assert!(next.first <= piece.last.plus_days(1).expect("day"));
                }
            }
            piece = next;
        }
        // From wherever somebody stands, a few steps lead back to everything.
        for _ in 0..12 {
            piece = piece.step(Zoom::Further, whole).unwrap_or(piece);
        }
        prop_assert_eq!(piece, whole);
    }

    #[test]
    fn no_two_dots_stand_in_one_place(
        values in prop::collection::vec(0..=40_u8, 0..40),
        counts in prop::collection::vec(0..60_usize, 0..13),
        most in 0..200_usize,
    ) {
        let of_quarters: Vec<f64> = values.iter().map(|it| f64::from(*it) / 4.0).collect();
        let found = dots(&of_quarters, 0.0, 10.0);
        prop_assert_eq!(found.len(), values.len());
        for (at, one) in found.iter().enumerate() {
            prop_assert!((0.0..=1.0).contains(&one.0));
            prop_assert!(!found[..at].contains(one), "{:?} twice", one);
            let is_held =
                |other: &(f64, usize)| (other.0 - one.0).abs() < 1e-9 && other.1 + 1 == one.1;
            prop_assert!(one.1 == 0 || found[..at].iter().any(is_held), "{:?} hangs", one);
        }
        let found = parts(&counts, most);
        prop_assert_eq!(found.len(), counts.len());
        let mut end = 0.0;
        for ((from, width), n) in found.iter().zip(&counts) {
            prop_assert!((from - end).abs() < 1e-9, "a gap, or one part over another");
            prop_assert_eq!(*width == 0.0, *n == 0);
            end = from + width;
        }
        prop_assert!(end <= 1.0 + 1e-9);
    }

    #[test]
    fn everything_lies_inside_and_in_order(
        start in 0..40_000_i64,
        width in 0..4_000_i64,
        values in prop::collection::vec(prop::option::of(-20.0..20.0_f64), 0..60),
        most in 1..12_usize,
    ) {
        let first = Day::FIRST.plus_days(start).expect("day");
        let last = first.plus_days(width).expect("day");
        let scale = Scale { first, last, low: 0.0, high: 10.0 };
        let points: Vec<(Day, Option<f64>)> = values
            .iter()
            .enumerate()
            .filter_map(|(n, value)| Some((first.plus_days(i64::try_from(n).ok()?)?, *value)))
            .collect();
        let drawn = segments(&points, &scale).concat();
        let inside = points.iter().filter(|(day, value)| *day <= last && value.is_some()).count();
        prop_assert_eq!(drawn.len(), inside);
        let unit = 0.0..=1.0;
        prop_assert!(drawn.iter().all(|(x, y)| unit.contains(x) && unit.contains(y)));
        prop_assert!(drawn.is_sorted_by(|a, b| a.0 <= b.0));
        let values = rows(&points).iter().filter(|row| matches!(row, Row::Value { .. })).count();
        prop_assert_eq!(values, points.iter().filter(|(_, value)| value.is_some()).count());

        let (_, ticks) = day_ticks(&scale, Weekday::Mon, most);
        prop_assert!(ticks.len() <= most);
        prop_assert!(ticks.iter().all(|(day, x)| first <= *day && *day <= last && unit.contains(x)));
        prop_assert!(ticks.is_sorted_by(|a, b| a.0 < b.0));
    }
}
