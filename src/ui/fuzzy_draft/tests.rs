//! What the fields of a date mean together, whatever somebody does at them.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::*;

fn draft(date: &str) -> Draft {
    Draft::new(date.parse().ok(), Exactness::Month, Half::North)
}

#[test]
fn the_fields_of_a_date_give_it_back() {
    for text in ["2024-05-17", "2024-05", "2024-spring", "2024-winter-south", "2024"] {
        assert_eq!(draft(text).read().map(|it| it.to_string()).as_deref(), Ok(text));
        assert!(!draft(text).is_empty());
    }
    assert!(draft("").is_empty());
}

#[test]
fn says_what_is_still_wanted() {
    let mut it = draft("");
    assert_eq!(it.read(), Err(Wanted::Month));
    it.set_part("5");
    assert_eq!(it.read(), Err(Wanted::Year));
    for (typed, expected) in [
        ("20", Err(Wanted::Year)),
        ("1899", Err(Wanted::Year)),
        ("year", Err(Wanted::Year)),
        (" 2024 ", Ok("2024-05")),
        ("2190", Ok("2190-05")),
    ] {
        it.set_year(typed.to_owned());
        assert_eq!(it.read(), expected.map(|date| date.parse().expect(date)), "{typed}");
    }
    assert!(!it.has_bad_year());
    it.set_year("20".to_owned());
    assert!(it.has_bad_year());
    it.set_part("");
    assert_eq!(it.read(), Err(Wanted::Month));
    it.turn(Exactness::Season);
    assert_eq!(it.read(), Err(Wanted::Season));
    it.turn(Exactness::Day);
    it.set_day("2024-05-".to_owned());
    assert_eq!(it.read(), Err(Wanted::Day));
}

#[test]
fn what_is_known_is_carried_over_and_nothing_is_made_up() {
    for (from, to, expected) in [
        ("2024-05-17", Exactness::Month, Ok("2024-05")),
        ("2024-05-17", Exactness::Season, Ok("2024-spring")),
        ("2024-01-17", Exactness::Season, Ok("2023-winter")),
        ("2024-12", Exactness::Season, Ok("2024-winter")),
        ("1900-01", Exactness::Season, Err(Wanted::Season)),
        ("2024-05", Exactness::Year, Ok("2024")),
        ("2024-spring", Exactness::Year, Ok("2024")),
        ("2024-spring", Exactness::Month, Err(Wanted::Month)),
        ("2024-winter", Exactness::Year, Err(Wanted::Year)),
        ("2024-winter-south", Exactness::Year, Ok("2024")),
        ("2024", Exactness::Month, Err(Wanted::Month)),
        ("2024", Exactness::Day, Err(Wanted::Day)),
    ] {
        let mut it = draft(from);
        it.turn(to);
        assert_eq!(it.read(), expected.map(|date| date.parse().expect(date)), "{from}");
    }
}

/// One thing that somebody does at the fields.
#[derive(Debug, Clone)]
enum Step {
    Turn(Exactness),
    Day(String),
    Year(String),
    Part(String),
}

fn act(it: &mut Draft, step: &Step) {
    match step {
        Step::Turn(exactness) => it.turn(*exactness),
        Step::Day(day) => it.set_day(day.clone()),
        Step::Year(year) => it.set_year(year.clone()),
        Step::Part(part) => it.set_part(part),
    }
}

/// What the fields show, and nothing else of the draft.
fn shown(it: &Draft) -> (Exactness, String, String, String) {
    let (day, year) = match it.exactness() {
        Exactness::Day => (it.day().to_owned(), String::new()),
        Exactness::Month | Exactness::Season | Exactness::Year => {
            (String::new(), it.year().trim().to_owned())
        }
    };
    (it.exactness(), day, year, it.part())
}

#[test]
fn a_january_keeps_its_year_by_way_of_its_winter() {
    let mut it = draft("2024-01-17");
    for (to, expected) in [
        (Exactness::Season, "2023-winter"),
        (Exactness::Month, "2024-01"),
        (Exactness::Year, "2024"),
        (Exactness::Season, "2023-winter"),
        (Exactness::Day, "2024-01-17"),
    ] {
        it.turn(to);
        assert_eq!(it.read().map(|it| it.to_string()).as_deref(), Ok(expected));
    }
}

#[test]
fn what_no_longer_agrees_goes() {
    let mut it = draft("2024-05");
    it.turn(Exactness::Season);
    it.turn(Exactness::Month);
    it.set_part("11");
    it.turn(Exactness::Season);
    assert_eq!(it.read().map(|it| it.to_string()).as_deref(), Ok("2024-autumn"));

    let mut it = draft("2024-05-17");
    it.turn(Exactness::Month);
    it.set_part("6");
    it.turn(Exactness::Day);
    assert_eq!((it.read(), it.day()), (Err(Wanted::Day), ""));

    let mut it = draft("2024-05-17");
    it.turn(Exactness::Year);
    it.set_year("2023".to_owned());
    for (to, wanted) in [
        (Exactness::Day, Wanted::Day),
        (Exactness::Month, Wanted::Month),
        (Exactness::Season, Wanted::Season),
    ] {
        it.turn(to);
        assert_eq!(it.read(), Err(wanted));
    }

    let mut it = draft("2024-05-17");
    it.turn(Exactness::Season);
    it.set_part("3");
    it.turn(Exactness::Month);
    assert_eq!((it.read(), it.year()), (Err(Wanted::Month), "2024"));
}

/// Every sequence up to a length, from every kind of date, in either half of the world: what is
/// shown is what is stored, and what a turn shows was said or follows.
fn check(half: Half, from: &str, steps: &[Step]) -> Result<(), TestCaseError> {
    let mut it = Draft::new(from.parse().ok(), Exactness::Month, half);
    // The last whole date that was said, as long as no edit has taken it back.
    let mut said = it.read().ok();
    let mut n_edits = 0;
    for step in steps {
        let before = shown(&it);
        act(&mut it, step);
        let read = it.read().ok();
        if let Some(date) = read {
            // The season of a half keeps to it.
            let again = shown(&Draft::new(Some(date), Exactness::Month, half));
            prop_assert_eq!(again, shown(&it), "what is stored shows the same, {:?}", date);
        }
        match step {
            Step::Turn(_) => {
                if let Some(date) = read {
                    let covers = said.is_some_and(|said| {
                        date.earliest() <= said.earliest() && said.latest() <= date.latest()
                    });
                    // Of half a date only the year that stood there can have been carried.
                    let is_year =
                        said.is_none() && matches!(date, FuzzyDay::Year(_)) && n_edits > 0;
                    prop_assert!(covers || is_year, "{:?} is made up of {:?}", date, said);
                }
            }
            Step::Day(_) | Step::Year(_) | Step::Part(_) => {
                if shown(&it) != before {
                    n_edits += 1;
                    said = read;
                }
            }
        }
    }
    Ok(())
}

fn steps() -> impl Strategy<Value = Step> {
    let days = ["2024-05-17", "2024-01-17", "2023-12-31", "2024-05-", ""];
    let years = ["2024", "2023", "202", " 2024 ", ""];
    let parts = ["", "1", "2", "3", "4", "5", "11", "12"];
    prop_oneof![
        4 => select(Exactness::ALL.to_vec()).prop_map(Step::Turn),
        1 => select(days.to_vec()).prop_map(|it| Step::Day(it.to_owned())),
        2 => select(years.to_vec()).prop_map(|it| Step::Year(it.to_owned())),
        2 => select(parts.to_vec()).prop_map(|it| Step::Part(it.to_owned())),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    #[test]
    fn what_is_shown_is_stored_and_nothing_is_made_up(
        south in any::<bool>(),
        from in select(FROM.to_vec()),
        steps in vec(steps(), 0..8),
    ) {
        check(if south { Half::South } else { Half::North }, from, &possible(from, steps))?;
    }
}

const FROM: [&str; 11] = [
    "",
    "2024-05-17",
    "2024-01-17",
    "2023-12-31",
    "1900-01",
    "2024-05",
    "2024-01",
    "2024-spring",
    "2024-winter",
    "2024-winter-south",
    "2024",
];

/// Those steps for which there is a field at the time.
fn possible(from: &str, steps: Vec<Step>) -> Vec<Step> {
    let mut now = draft(from).exactness();
    let has_field = |step: &Step| match step {
        Step::Turn(to) => {
            now = *to;
            true
        }
        Step::Day(_) => now == Exactness::Day,
        Step::Year(_) => now != Exactness::Day,
        Step::Part(_) => matches!(now, Exactness::Month | Exactness::Season),
    };
    steps.into_iter().filter(has_field).collect()
}

#[test]
fn all_sequences_of_three_turns_with_edits_between() {
    let edits = |to: Exactness| -> Vec<Vec<Step>> {
        let year = |year: &str| Step::Year(year.to_owned());
        let part = |part: &str| Step::Part(part.to_owned());
        let mut all = match to {
            Exactness::Day => ["2024-11-02", ""].map(|it| vec![Step::Day(it.to_owned())]).to_vec(),
            Exactness::Month => vec![
                vec![part("11")],
                vec![part("1")],
                vec![part("")],
                vec![year("2023")],
                vec![part("3"), year("202"), year("2025")],
            ],
            Exactness::Season => vec![
                vec![part("1")],
                vec![part("4")],
                vec![part("")],
                vec![year("2023")],
                vec![part("2"), year("")],
            ],
            Exactness::Year => vec![vec![year("2023")], vec![year("")]],
        };
        all.push(Vec::new());
        all
    };
    let mut n = 0_usize;
    let mut stories: Vec<Vec<Step>> = vec![Vec::new()];
    for _ in 0..3 {
        let mut longer = Vec::new();
        for story in &stories {
            for to in Exactness::ALL {
                for more in edits(to) {
                    let turn = std::iter::once(Step::Turn(to));
                    longer.push(story.iter().cloned().chain(turn).chain(more).collect());
                }
            }
        }
        stories = longer;
        for story in &stories {
            for from in FROM {
                for half in [Half::North, Half::South] {
                    check(half, from, story)
                        .unwrap_or_else(|e| panic!("{from} {half:?} {story:?}: {e}"));
                    n += 1;
                }
            }
        }
    }
    println!("sequences of up to three turns with edits between: {n}");
}
