//! The next small step, for every place somebody can be: never nothing, never more than fits.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::common::{day, id, stamp};
use proptest::prelude::*;
use satkarya_core::circle::{Asking, Network};
use satkarya_core::content::{self, Fact, Goes, SheetId, Step, StepMode, StepPhase};
use satkarya_core::course::{Attendance, Course, Mode, Session};
use satkarya_core::diary::Area;
use satkarya_core::focus::{Focus, Reflection, Told};
use satkarya_core::journal::Journal;
use satkarya_core::people::{Person, Ring, Safe, Status};
use satkarya_core::record::{Body, Origin, Record};
use satkarya_core::sheet::Worksheet;
use satkarya_core::step::{Situation, to_try};
use satkarya_core::text::{Name, Note, Text};

/// The first step of everybody who has done nothing, and all that are offered to everybody who has
/// done everything.
const LISTED: &str = include_str!("golden/steps.txt");

/// Every place there is: of those without phases one, of the others all five.
fn places() -> impl Iterator<Item = (StepMode, StepPhase)> {
    let phases = |mode| match mode {
        StepMode::Unsaid | StepMode::Waiting => vec![StepPhase::Before],
        StepMode::KeepingWell => vec![StepPhase::After],
        StepMode::InIpt | StepMode::SelfGuided => StepPhase::ALL.to_vec(),
    };
    StepMode::ALL
        .into_iter()
        .flat_map(move |mode| phases(mode).into_iter().map(move |it| (mode, it)))
}

fn focuses() -> impl Iterator<Item = Option<Area>> {
    std::iter::once(None).chain(Area::ALL.iter().copied().map(Some))
}

fn offered(
    mode: StepMode,
    phase: StepPhase,
    focus: Option<Area>,
    facts: &[Fact],
) -> Vec<&'static Step> {
    let mut facts = facts.to_vec();
    facts.retain(|it| *it != Fact::Focus);
    facts.extend(focus.map(|_| Fact::Focus));
    let settled = Vec::new();
    Situation { mode, phase, focus, facts, settled }.steps(day("2026-11-24"))
}

/// What is so of everybody who has done everything.
fn done() -> Vec<Fact> {
    let is_done = |it: &Fact| !matches!(it, Fact::Halfway | Fact::EndingNext | Fact::Held);
    Fact::ALL.into_iter().filter(is_done).collect()
}

fn word(value: impl serde::Serialize) -> String {
    serde_json::to_value(value)
        .ok()
        .and_then(|it| it.as_str().map(str::to_owned))
        .unwrap_or_default()
}

#[test]
fn every_combination_has_its_step() {
    let done = done();
    let mut list = String::new();
    let mut n = 0;
    for (mode, phase) in places() {
        for focus in focuses() {
            let first = offered(mode, phase, focus, &[]).first().map(|it| it.id().to_string());
            let mut later: Vec<_> =
                offered(mode, phase, focus, &done).iter().map(|it| it.id().to_string()).collect();
            later.sort();
            let area = focus.map_or_else(|| "none".to_owned(), word);
            let _ = writeln!(
                list,
                "{} {} {area}: {} | {}",
                word(mode),
                word(phase),
                first.expect("a step"),
                later.join(" ")
            );
            n += 1;
        }
    }
    assert_eq!(list, LISTED, "\n{list}");
    println!("combinations of mode, phase and focus with a step: {n}/{n}");
}

#[test]
fn who_waits_is_offered_little() {
    let allowed_pages = ["about", "weather", "lighter-bag", "back-and-forth", "four-doors"];
    for facts in Fact::ALL.into_iter().map(|it| vec![it]).chain([vec![], Fact::ALL.to_vec()]) {
        for step in offered(StepMode::Waiting, StepPhase::Before, None, &facts) {
            let fits = match step.goes() {
                Goes::Circle | Goes::Timeline | Goes::Write => true,
                Goes::Page => step.page().is_some_and(|it| allowed_pages.contains(&it.as_str())),
                _ => false,
            };
            assert!(fits, "{}", step.id());
        }
    }
}

#[test]
fn nothing_suggests_talking_it_out_with_somebody_one_is_afraid_of() {
    for (mode, phase) in places() {
        let asked = [Fact::Safety, Fact::Held];
        let steps = offered(mode, phase, Some(Area::Dispute), &asked);
        for id in ["dispute-words", "dispute-expect", "dispute-plain", "dispute-page"] {
            assert!(steps.iter().all(|it| it.id().as_str() != id), "{id}");
            let unasked = offered(mode, phase, Some(Area::Dispute), &[]);
            assert!(unasked.iter().all(|it| it.id().as_str() != id), "{id} before it was asked");
        }
        // Whatever was done so far, and whatever they work on.
        let gated = |step: &Step| {
            let sheet = step.sheet().and_then(|it| content::sheet(it.as_str()));
            sheet.is_some_and(|it| it.gate.is_some())
        };
        for focus in focuses() {
            let held = offered(mode, phase, focus, &Fact::ALL);
            assert!(!held.iter().any(|it| gated(it)), "in {}", word(mode));
        }
        let unasked: Vec<Fact> = done().into_iter().filter(|it| *it != Fact::Safety).collect();
        let steps = offered(mode, phase, Some(Area::Dispute), &unasked);
        assert!(!steps.iter().any(|it| gated(it)), "before it was asked");
    }
    let gated = content::steps().iter().filter_map(Step::sheet).collect::<Vec<_>>();
    println!(
        "steps to worksheets, none of those about two people where one is not safe: {}",
        gated.len()
    );
}

#[test]
fn steps_that_take_turns_begin_with_another_each_day() {
    let situation = Situation {
        mode: StepMode::InIpt,
        phase: StepPhase::Middle,
        focus: Some(Area::Grief),
        facts: vec![Fact::Focus],
        settled: Vec::new(),
    };
    let rest = |on: &str| -> Vec<_> {
        situation.steps(day(on)).into_iter().filter(|it| it.is_rest()).map(Step::id).collect()
    };
    let (first, next) = (rest("2026-11-24"), rest("2026-11-25"));
    assert_ne!(first.first(), next.first());
    let all = |list: Vec<_>| list.into_iter().collect::<BTreeSet<_>>();
    assert_eq!(all(first), all(next));
}

#[test]
fn what_was_agreed_is_told_until_the_next_session_says_otherwise() {
    let mut journal = Journal::new();
    let mut load = |n: u32, body| journal.load(Record::new(id(n), stamp(1), body));
    load(1, Body::Course(Course::new(Mode::InIpt)));
    let session = |on: &str, state, words: &str| {
        let to_try = Note::cut(words);
        Body::Session(Session { to_try, ..Session::new(id(1), day(on), state) })
    };
    load(2, session("2026-11-10", Attendance::Attended, "Call Ruth"));
    load(3, session("2026-11-17", Attendance::Missed, "not this"));
    assert_eq!(to_try(&journal).map(|it| it.0), Some(id(2)));
    journal.load(Record::new(id(4), stamp(1), session("2026-11-24", Attendance::Attended, " ")));
    assert_eq!(to_try(&journal), None);
}

#[test]
fn a_journal_tells_the_situation() {
    let mut journal = Journal::new();
    let today = day("2026-11-24");
    assert_eq!(Situation::of(&journal, today).mode, StepMode::Unsaid);
    let unsafe_with =
        Person { ring: Some(Ring::Close), safe: Some(Safe::No), ..Person::new(Name::cut("R")) };
    let bodies = [
        Body::Course(Course::new(Mode::SelfGuided)),
        Body::Person(unsafe_with),
        Body::Focus(Focus::new(today, Area::Dispute, None)),
    ];
    for (n, body) in (1..).zip(bodies) {
        journal.load(Record::new(id(n), stamp(1), body));
    }
    let found = Situation::of(&journal, today);
    assert_eq!(found.mode, StepMode::SelfGuided);
    assert_eq!((found.phase, found.focus), (StepPhase::Beginning, Some(Area::Dispute)));
    assert_eq!(found.facts, [Fact::People, Fact::Safety, Fact::Focus, Fact::Held]);
}

/// Once all six questions about everybody together are answered, they are not offered any more.
#[test]
fn the_questions_about_everybody_are_offered_until_all_are_answered() {
    let today = day("2026-11-24");
    let word = || Text::cut("my sister");
    let all = Network {
        call: word(),
        easier: word(),
        was_close: word(),
        belong: word(),
        asking: Some(Asking::ALL[0]),
        pattern: word(),
        ..Network::default()
    };
    let five = Network { pattern: Text::cut(" "), ..all.clone() };
    for (network, is_offered) in [(Network::default(), true), (five, true), (all, false)] {
        let placed = Person { ring: Some(Ring::Close), ..Person::new(Name::cut("R")) };
        let mut journal = Journal::new();
        journal.load(Record::new(id(1), stamp(1), Body::Course(Course::new(Mode::SelfGuided))));
        journal.load(Record::new(id(2), stamp(1), Body::Person(placed)));
        journal.load(Record::new(Network::ID, stamp(1), Body::Network(network)));
        let steps = Situation::of(&journal, today).steps(today);
        assert_eq!(steps.iter().any(|it| it.id().as_str() == "network"), is_offered);
    }
}

/// One yes, on a page or in the questions, is enough, whoever it is about and wherever they are now.
#[test]
fn a_yes_holds_back_wherever_it_was_said() {
    let today = day("2026-11-24");
    let sitting = |who, told| {
        let mut sitting = Reflection { who, ..Reflection::new(today) };
        sitting.safety.afraid = Some(told);
        sitting
    };
    let somebody = |safe| Person { safe, ..Person::new(Name::cut("R")) };
    let feared = somebody(Some(Safe::NotAlways));
    let cases: Vec<(&str, Person, Option<Reflection>, bool)> = vec![
        ("nothing said", somebody(None), None, false),
        ("on the page", feared.clone(), None, true),
        ("put away", Person { archived: true, ..feared.clone() }, None, true),
        ("died", Person { status: Status::Died, ..feared.clone() }, None, false),
        ("wanted all the same", Person { wants_tools: true, ..feared.clone() }, None, false),
        ("rather not say", somebody(Some(Safe::RatherNot)), None, false),
        ("nobody named", somebody(None), Some(sitting(None, Told::Yes)), true),
        ("about them", somebody(None), Some(sitting(Some(id(2)), Told::Yes)), true),
        ("no", somebody(None), Some(sitting(Some(id(2)), Told::No)), false),
        (
            "about them, and wanted all the same",
            Person { wants_tools: true, ..feared },
            Some(sitting(Some(id(2)), Told::Yes)),
            false,
        ),
    ];
    for (name, person, sitting, expected) in &cases {
        let mut journal = Journal::new();
        journal.load(Record::new(id(2), stamp(1), Body::Person(person.clone())));
        if let Some(sitting) = sitting {
            journal.load(Record::new(id(3), stamp(1), Body::Reflection(sitting.clone())));
        }
        let facts = Situation::of(&journal, today).facts;
        assert_eq!(facts.contains(&Fact::Held), *expected, "{name}");
    }
    println!("ways to say that one is not safe, and not: {n}/{n}", n = cases.len());
}

/// Of the sample diary nothing counts as done.
#[test]
fn the_sample_is_not_what_somebody_did() {
    let today = day("2026-11-24");
    let mut journal = Journal::new();
    let now = crate::common::now();
    for (n, (id, body)) in (1..).zip(content::sample(&now)) {
        let record = Record::new(id, stamp(n), body);
        journal.load(Record { origin: Origin::Sample, ..record });
    }
    assert!(journal.n_entries() > 10);
    let facts = Situation::of(&journal, today).facts;
    for fact in [Fact::People, Fact::Circle, Fact::Onset, Fact::Events, Fact::Wrote] {
        assert!(!facts.contains(&fact), "{}", word(fact));
    }
}

/// All sets of up to three facts: few at a time are enough to reach each rule.
fn few() -> Vec<Vec<Fact>> {
    let mut sets = vec![Vec::new()];
    let mut from = 0;
    for _ in 0..3 {
        let to = sets.len();
        for at in from..to {
            let set = sets[at].clone();
            let later =
                Fact::ALL.into_iter().skip_while(|it| set.last().is_some_and(|last| it != last));
            let later = later.skip(usize::from(!set.is_empty()));
            sets.extend(later.map(|it| [&set[..], &[it]].concat()));
        }
        from = to;
    }
    sets
}

#[test]
fn every_rule_is_of_use_to_somebody() {
    let mut used = BTreeSet::new();
    for facts in few() {
        for (mode, phase) in places() {
            for focus in focuses() {
                used.extend(offered(mode, phase, focus, &facts).into_iter().map(Step::id));
            }
        }
    }
    let all: BTreeSet<_> = content::steps().iter().map(Step::id).collect();
    let idle: Vec<_> = all.difference(&used).collect();
    assert!(idle.is_empty(), "nobody is ever offered {idle:?}");
    println!("rules that somebody is offered: {}/{}", used.len(), all.len());
}

/// A journal with these worksheets, made one after the other, each with what it takes to be done.
fn worked(focus: Area, sheets: &[(&str, serde_json::Value)]) -> Journal {
    let mut journal = Journal::new();
    let today = day("2026-11-24");
    journal.load(Record::new(id(1), stamp(1), Body::Course(Course::new(Mode::SelfGuided))));
    journal.load(Record::new(id(2), stamp(1), Body::Focus(Focus::new(today, focus, None))));
    for (n, (name, answers)) in (10..).zip(sheets) {
        let name = (*name).to_owned().try_into().expect("a sheet");
        let mut made = Worksheet::new(name, today);
        made.answers = serde_json::from_value(answers.clone()).expect("answers");
        journal.load(Record::new(id(n), stamp(u64::from(n)), Body::Sheet(made)));
    }
    journal
}

#[test]
fn worksheets_tell_what_comes_next() {
    let today = day("2026-11-24");
    let slowly = serde_json::json!({
        "lines": [
            { "said": "a", "felt": ["hurt"] },
            { "said": "b", "felt": ["sad"] },
        ],
        "hoped": "h", "heard": "x", "retry": "y",
    });
    let none = serde_json::json!({});
    let learned = serde_json::json!({ "better": "a", "helped": "b", "mine": "c" });
    let cases = [
        (Area::Change, "turn", none.clone(), vec![Fact::Worked]),
        (Area::Grief, "turn", none.clone(), vec![]),
        (Area::Dispute, "slowly", none.clone(), vec![]),
        (Area::Dispute, "slowly", slowly, vec![Fact::Analysed]),
        (Area::Dispute, "words", none.clone(), vec![Fact::Planned]),
        (Area::Dispute, "after", none.clone(), vec![Fact::Tried]),
        (Area::Change, "learned", none.clone(), vec![]),
        (Area::Change, "learned", learned, vec![Fact::Learned]),
        (Area::Change, "check", none, vec![Fact::Checked]),
    ];
    for (focus, name, answers, expected) in &cases {
        let journal = worked(*focus, &[(name, answers.clone())]);
        let mut facts = Situation::of(&journal, today).facts;
        facts.retain(|it| *it != Fact::Focus);
        assert_eq!(facts, *expected, "{name}");
    }
    println!("what a worksheet says of where somebody is: {n}/{n}", n = cases.len());
}

/// Whoever keeps well looks again when they chose to, and not by the rhythm of their course.
#[test]
fn a_check_in_comes_again_when_it_was_chosen() {
    let made = day("2026-11-24");
    let json = |text: &str| serde_json::from_str::<serde_json::Value>(text).expect("answers");
    let cases = [
        ("{}", 29, 30),
        (r#"{"rhythm":"week"}"#, 6, 7),
        (r#"{"rhythm":"fortnight"}"#, 13, 14),
        (r#"{"rhythm":"month"}"#, 29, 30),
        (r#"{"rhythm":"quarter"}"#, 91, 92),
        (r#"{"rhythm":"quarter","next":"2026-12-01"}"#, 6, 7),
        // A day that lies behind names no next one.
        (r#"{"rhythm":"week","next":"2026-11-24"}"#, 6, 7),
        (r#"{"rhythm":"week","next":"some day"}"#, 6, 7),
    ];
    for (answers, quiet, again) in cases {
        let journal = worked(Area::Change, &[("check", json(answers))]);
        let is_checked = |days: i64| {
            let day = made.plus_days(days).expect("a day");
            Situation::of(&journal, day).facts.contains(&Fact::Checked)
        };
        assert_eq!((is_checked(quiet), is_checked(again)), (true, false), "{answers}");
    }
    println!("rhythms of a check-in: {n}/{n}", n = cases.len());
}

/// A worksheet that was finished is not offered anew, but for those that are made for more than once.
#[test]
fn what_was_finished_is_not_offered_anew() {
    let facts = [Fact::Focus, Fact::Worked];
    let settled: Vec<_> = content::steps().iter().filter_map(Step::sheet).cloned().collect();
    let situation = Situation {
        mode: StepMode::SelfGuided,
        phase: StepPhase::Middle,
        focus: Some(Area::Connection),
        facts: facts.to_vec(),
        settled,
    };
    let steps = situation.steps(day("2026-11-24"));
    let sheets: Vec<_> = steps.iter().filter(|it| it.sheet().is_some()).collect();
    assert!(sheets.iter().all(|it| it.is_again()));
    assert!(sheets.iter().any(|it| it.id().as_str() == "connection-weekly"));
    let journal = worked(
        Area::Change,
        &[(
            "turn",
            serde_json::json!({
                "change": "a", "wanted": "wanted", "old_role": "b", "new_role": "c",
            }),
        )],
    );
    let found = Situation::of(&journal, day("2026-11-24"));
    assert_eq!(found.settled.iter().map(SheetId::as_str).collect::<Vec<_>>(), ["turn"]);
    println!("worksheets that are offered again and again in one place: {}", sheets.len());
}

proptest! {
    #![proptest_config(crate::common::cases(500))]

    #[test]
    fn there_is_always_a_step_and_no_step_twice(
        at in 0_usize..13,
        focus in prop::option::of(prop::sample::select(Area::ALL)),
        facts in prop::sample::subsequence(Fact::ALL.to_vec(), 0..Fact::ALL.len()),
    ) {
        let (mode, phase) = places().nth(at).expect("a place");
        let steps = offered(mode, phase, focus, &facts);
        prop_assert!(!steps.is_empty());
        let ids: BTreeSet<_> = steps.iter().map(|it| it.id()).collect();
        prop_assert_eq!(ids.len(), steps.len());
    }
}
