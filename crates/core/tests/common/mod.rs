//! What the tests of this folder share.

use proptest::prelude::*;
use satkarya_core::along::{Along, Statement};
use satkarya_core::circle::{Network, Placed, Snapshot};
use satkarya_core::course::{Attendance, Course, Mode, PhaseLength, Session};
use satkarya_core::diary::{Area, Entry, SaidLine, Speaker, Unknown};
use satkarya_core::focus::{Answers, Focus, Formulation, Gate, Goal, Item, Reflection, Told};
use satkarya_core::id::Id;
use satkarya_core::journal::{Earlier, Journal};
use satkarya_core::life::{EventSort, Impact, LifeEvent, LowSpell, MoodBand};
use satkarya_core::measure::{Filled, MeasureChoice, Often};
use satkarya_core::people::{Gives, Person, Ring, Safe, Spot};
use satkarya_core::rating::{Depth, Level, Mood, Much, Nearness, Turn};
use satkarya_core::record::{Body, Record};
use satkarya_core::sheet::{Slot, Worksheet};
use satkarya_core::stamp::{Stamp, StampClock};
use satkarya_core::text::{Line, Name, Note, Text};
use satkarya_core::time::{Day, FuzzyDay, Now, Offset, Zone};

/// 2026-11-24 01:30 UTC.
pub(crate) const NOW: u64 = 1_795_483_800_000;

pub(crate) fn now() -> Now {
    Now { ms: NOW, offset: Offset::UTC, zone: Zone::default() }
}

pub(crate) fn id(n: u32) -> Id {
    let mut bytes = [7; 16];
    bytes[12..].copy_from_slice(&n.to_be_bytes());
    Id::from_bytes(bytes)
}

pub(crate) fn day(text: &str) -> Day {
    text.parse().expect(text)
}

pub(crate) fn stamp(ms: u64) -> Stamp {
    StampClock::new(1).tick(ms)
}

pub(crate) fn stamp_of(device: u32, ms: u64) -> Stamp {
    StampClock::new(device).tick(ms)
}

pub(crate) fn entry(on: &str, time: &str, mood: Option<u8>, what: &str) -> Entry {
    let mut entry = Entry::new((&now()).into());
    entry.when.day = day(on);
    entry.when.time = time.parse().expect(time);
    entry.mood = mood.map(|mood| Mood::try_from(mood).expect("mood"));
    entry.what = Note::cut(what);
    entry
}

/// A journal of entries, made one after the other, with the ids 0, 1, 2 …
pub(crate) fn journal_of(entries: impl IntoIterator<Item = Entry>) -> Journal {
    let mut journal = Journal::new();
    for (n, entry) in entries.into_iter().enumerate() {
        let n = u32::try_from(n).expect("few");
        journal.load(Record::new(id(n), stamp(NOW + u64::from(n)), Body::Entry(entry)));
    }
    journal
}

/// So many random cases. A failing case is printed with its input, which belongs in a test.
pub(crate) fn cases(n: u32) -> proptest::test_runner::Config {
    proptest::test_runner::Config { cases: n, failure_persistence: None, ..Default::default() }
}

/// A step in the life of a journal.
#[derive(Debug, Clone)]
pub(crate) enum Step {
    Put { n: u32, body: Box<Body>, earlier: Earlier, ms: u64 },
    Remove(u32, u64),
    Restore(u32, u64),
    Erase(u32, u64),
}

/// Steps on six records, by a clock that jumps.
pub(crate) fn any_step() -> impl Strategy<Value = Step> {
    let ms = NOW..NOW + 10_000;
    prop_oneof![
        6 => (0..6_u32, any_body(), any::<bool>(), ms.clone()).prop_map(|(n, body, kept, ms)| {
            let earlier = if kept { Earlier::Kept } else { Earlier::Replaced };
            Step::Put { n, body: Box::new(body), earlier, ms }
        }),
        1 => (0..6_u32, ms.clone()).prop_map(|(n, ms)| Step::Remove(n, ms)),
        1 => (0..6_u32, ms.clone()).prop_map(|(n, ms)| Step::Restore(n, ms)),
        1 => (0..6_u32, ms).prop_map(|(n, ms)| Step::Erase(n, ms)),
    ]
}

/// Takes a step at the clock of a device. Steps that cannot be taken are passed over.
pub(crate) fn take(journal: &mut Journal, clock: &mut StampClock, step: Step) {
    match step {
        Step::Put { n, body, earlier, ms } => {
            journal.put(id(n), *body, clock.tick(ms), earlier);
        }
        Step::Remove(n, ms) => drop(journal.remove(id(n), clock.tick(ms))),
        Step::Restore(n, ms) => drop(journal.restore(id(n), clock.tick(ms))),
        Step::Erase(n, ms) => drop(journal.erase(id(n), clock.tick(ms))),
    }
}

fn any_area() -> impl Strategy<Value = Area> {
    prop::sample::select(Area::ALL)
}

/// A sitting with a few answers.
fn any_sitting() -> impl Strategy<Value = Body> {
    (
        any_area(),
        prop::sample::select(Gate::ALL),
        0..=3_u8,
        prop::sample::select(Told::ALL),
        0..6_u32,
    )
        .prop_map(|(area, gate, much, told, who)| {
            let mut sitting = Reflection::new(Day::FIRST.plus_days(40_000).expect("day"));
            let much = Much::nearest(much);
            *sitting.of_mut(area) = Answers {
                gate: Some(gate),
                items: [(Item::Third, much)].into(),
                timing: None,
                leverage: Some(much),
            };
            sitting.safety.hurt = Some(told);
            sitting.who = Some(id(who));
            Body::Reflection(sitting)
        })
}

/// A worksheet with answers of each shape, to fields that the guide has and to others.
fn any_worksheet() -> impl Strategy<Value = Body> {
    let sheet = prop::sample::select(vec!["slowly", "week", "of-a-newer-guide"]);
    ("\\PC{0,20}", sheet, any::<u8>(), 0..6_u32, 0..40_000_i64).prop_map(
        |(text, sheet, n, who, day)| {
            let sheet = sheet.to_owned().try_into().expect("id");
            let mut it = Worksheet::new(sheet, Day::FIRST.plus_days(day).expect("day"));
            it.answers.set_text(Slot::of("with"), &id(who).to_string());
            it.answers.set_text(Slot::of("hoped"), &text);
            it.answers.set(Slot::of("mood"), n.into());
            if n % 2 == 0 {
                it.answers.set_text(Slot::of("lines").at(usize::from(n % 4), "said"), &text);
                it.answers.set(Slot::of("lines").at(0, "felt"), vec!["hurt"].into());
                it.later = vec!["gap".to_owned().try_into().expect("id")];
                it.from = Some(id(who));
                it.safe = Some(Safe::RatherNot);
            }
            it.aside = n % 3 == 0;
            it.mine = n % 5 == 0;
            Body::Sheet(it)
        },
    )
}

/// A measure with a few answers, some of which it does not offer, or the choice of measures.
fn any_measure() -> impl Strategy<Value = Body> {
    let measure = prop::sample::select(vec!["nine", "seven", "of-a-newer-guide"]);
    let answers = prop::collection::vec(prop::option::of(0..5_u8), 9);
    (measure, answers, any::<bool>(), any::<bool>(), 0..40_000_i64).prop_map(
        |(measure, answers, ended, anew, day)| {
            let measure: satkarya_core::content::MeasureId =
                measure.to_owned().try_into().expect("id");
            if day % 4 == 0 {
                let often = anew.then_some(Often::Session);
                return Body::Measures(MeasureChoice {
                    asked: vec![measure],
                    often,
                    ..MeasureChoice::default()
                });
            }
            let day = Day::FIRST.plus_days(day).expect("day");
            let mut it = Filled { ended, anew, ..Filled::new(measure, day) };
            for (n, value) in (1..).zip(answers) {
                it.answers.set(&format!("q{n}").try_into().expect("id"), value);
            }
            Body::Filled(it)
        },
    )
}

/// A body of any kind, with few texts so that they meet and many characters that are awkward.
pub(crate) fn any_body() -> impl Strategy<Value = Body> {
    let text = prop_oneof![
        3 => prop::sample::select(vec!["", "a", "b", "क्षमा\n\"\\", "👩‍👧 مُ"]).prop_map(str::to_owned),
        1 => "\\PC{0,20}",
    ];
    let day = (0..40_000_i64).prop_map(|n| Day::FIRST.plus_days(n).expect("day"));
    let entry =
        (text.clone(), text.clone(), prop::option::of(0..11_u8), day, any::<bool>(), 0..6_u32)
            .prop_map(|(what, said, mood, day, star, person)| {
                let mut entry = entry("2026-11-24", "10:00", mood, &what);
                entry.when.day = day;
                entry.star = star;
                entry.people = vec![id(person)];
                entry.lines = vec![SaidLine {
                    who: Speaker::Person(id(person)),
                    text: Line::cut(&said),
                    how: Text::default(),
                }];
                entry.unknown.extend(
                    star.then(|| ("weather".to_owned(), serde_json::json!([1, { "x": null }]))),
                );
                Body::Entry(entry)
            });
    let course = (prop::sample::select(Mode::ALL), prop::option::of(1..7_u8), any::<bool>())
        .prop_map(|(mode, length, archived)| {
            let ending = length.and_then(|it| PhaseLength::try_from(it).ok());
            Body::Course(Course { ending, archived, ..Course::new(mode) })
        });
    let session = (text.clone(), prop::sample::select(Attendance::ALL), 0..40_000_i64, 0..6_u32)
        .prop_map(|(talked, state, day, course)| {
            let day = Day::FIRST.plus_days(day).expect("day");
            let talked = Note::cut(&talked);
            Body::Session(Session { talked, ..Session::new(id(course), day, state) })
        });
    prop_oneof![
        8 => entry,
        1 => (text.clone(), any::<bool>()).prop_map(|(text, everyone)| {
            Body::Network(Network { everyone, call: Text::cut(&text), ..Network::default() })
        }),
        1 => (0..6_usize, 0..5_u8).prop_map(|(nth, level)| {
            let mut along = Along::new(Day::FIRST.plus_days(40_002).expect("day"));
            along.set(Statement::ALL[nth], Level::try_from(level).ok());
            Body::Along(along)
        }),
        2 => (text, prop::option::of(prop::sample::select(Ring::ALL)), any::<bool>()).prop_map(
            |(name, ring, is_described)| {
                let mut person = Person { ring, ..Person::new(Name::cut(&name)) };
                if is_described {
                    person.support = vec![Gives::Listening];
                    person.like = Text::cut(&name);
                    person.spot = Some(Spot { turn: Turn::nearest(7), depth: Depth::nearest(1) });
                }
                Body::Person(person)
            }
        ),
        1 => (0..6_u32, prop::sample::select(Ring::ALL)).prop_map(|(person, ring)| {
            let day = Day::FIRST.plus_days(40_000).expect("day");
            let places = vec![Placed { person: id(person), ring }];
            Body::Snapshot(Snapshot { day, places, unknown: Unknown::new() })
        }),
        1 => any_sitting(),
        1 => any_worksheet(),
        1 => any_measure(),
        1 => (any_area(), any_area(), any::<bool>()).prop_map(|(word, area, agreed)| {
            let day = Day::FIRST.plus_days(40_000).expect("day");
            let words = Text::cut(if agreed { "अपने शब्द \"\\" } else { "" });
            let feelings = vec![format!("{area:?}").to_lowercase().try_into().expect("id")];
            let since = agreed.then_some(FuzzyDay::Day(day));
            let when = Text::cut(&format!("{word:?}"));
            let new = Formulation::new(day);
            Body::Formulation(Formulation { words, feelings, since, when, agreed, ..new })
        }),
        1 => (0..=10_u8, 0..40_000_i64).prop_map(|(near, ago)| {
            let day = Day::FIRST.plus_days(ago).expect("day");
            let mut goal = Goal::new(day);
            goal.rate(day, Nearness::try_from(near).ok());
            Body::Goal(goal)
        }),
        1 => (any_area(), prop::option::of(any_area())).prop_map(|(main, second)| {
            Body::Focus(Focus::new(Day::FIRST.plus_days(40_001).expect("day"), main, second))
        }),
        1 => course,
        1 => session,
        2 => any_of_a_life(),
    ]
}

/// What stands on a timeline.
fn any_of_a_life() -> impl Strategy<Value = Body> {
    const DATES: &[&str] =
        &["2024-05-17", "2024-05", "2024-spring", "2023-winter-south", "2024", ""];
    let date = || prop::sample::select(DATES).prop_map(|it| it.parse::<FuzzyDay>().ok());
    ("\\PC{0,20}", date(), date(), 0..=10_u8, 0..6_u32).prop_map(|(title, when, until, n, who)| {
        let title = Text::cut(&title);
        match n % 3 {
            0 => Body::Event(LifeEvent {
                title,
                when,
                until,
                sort: EventSort::ALL.get(usize::from(n)).copied(),
                people: vec![id(who)],
                impact: Impact::try_from(3 - n.cast_signed()).ok(),
                ..LifeEvent::default()
            }),
            1 => Body::Band(MoodBand {
                when,
                until,
                level: Mood::try_from(n).ok(),
                label: title,
                unknown: Unknown::new(),
            }),
            _ => Body::Spell(LowSpell { when, until, earlier: n > 5, ..LowSpell::default() }),
        }
    })
}

/// A journal with a life behind it.
pub(crate) fn any_journal() -> impl Strategy<Value = Journal> {
    (prop::collection::vec(any_step(), 0..30), 1..4_u32).prop_map(|(steps, device)| {
        let (mut journal, mut clock) = (Journal::new(), StampClock::new(device));
        for step in steps {
            take(&mut journal, &mut clock, step);
        }
        journal
    })
}

/// How long some work takes, for a figure and never for a decision.
#[expect(clippy::disallowed_methods, reason = "a figure needs a clock")]
pub(crate) fn timed(work: impl FnOnce()) -> std::time::Duration {
    let start = std::time::Instant::now();
    work();
    start.elapsed()
}
