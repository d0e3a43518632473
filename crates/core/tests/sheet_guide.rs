//! The worksheets as they are embedded: all there, easy to read, by the rules of their guide, and held
//! back where somebody is not safe.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::common::{day, id, stamp};
use crate::content::grade;
use crate::sheets::{TODAY, asked, fill, filled, is_done, least};
use satkarya_core::content::{self, Condition, FieldId, Kind, Sheet, SheetGate, SheetStep};
use satkarya_core::journal::Journal;
use satkarya_core::people::{Person, Safe};
use satkarya_core::record::{Body, Record};
use satkarya_core::sheet::{self, Slot, Worksheet};
use satkarya_core::text::Name;

/// The rule of the guide to disputes, written out.
fn stage(talk: &str, tried: &str, cold: &str, over: &str, fair: &str) -> &'static str {
    if over != "no" && fair == "no" {
        return "dissolution";
    }
    let talks = talk == "yes" || (talk == "sometimes" && tried == "yes");
    if talks && cold != "mostly" { "renegotiation" } else { "impasse" }
}

/// Scenario S16, and every other set of answers.
#[test]
fn where_a_dispute_stands_follows_its_rule_for_all_answers() {
    let sheet = asked("stand");
    let field = sheet.field("stage").expect("the stage");
    let options =
        |field: &str| sheet.field(field).expect(field).options.iter().map(|it| it.id.as_str());
    let leaving = sheet
        .steps
        .iter()
        .flat_map(|it| &it.notes)
        .find(|it| it.text.starts_with("One of you may be leaving"));
    let leaving = leaving.and_then(|it| it.when.as_ref()).expect("the note about leaving");
    let told = |[talk, tried, cold, over, fair]: [&str; 5]| {
        let it = filled(
            "stand",
            json!({"talk": talk, "tried": tried, "cold": cold, "over": over, "fair": fair}),
        );
        (it.suggested(field), it.holds(leaving))
    };
    let mut counts = [0, 0, 0];
    for talk in options("talk") {
        for tried in options("tried") {
            for cold in options("cold") {
                for over in options("over") {
                    for fair in options("fair") {
                        let all = [talk, tried, cold, over, fair];
                        let expected = stage(talk, tried, cold, over, fair);
                        assert_eq!(
                            told(all),
                            (Some(expected), over != "no" && fair != "no"),
                            "{all:?}"
                        );
                        let stages = ["renegotiation", "impasse", "dissolution"];
                        counts
                            [stages.iter().position(|it| *it == expected).expect("one of them")] +=
                            1;
                    }
                }
            }
        }
    }
    assert_eq!(counts.iter().sum::<usize>(), 3 * 2 * 3 * 4 * 3);
    // As the scenario names them.
    assert_eq!(told(["no", "no", "mostly", "no", "yes"]), (Some("impasse"), false));
    for tried in ["yes", "no"] {
        for fair in ["yes", "unsure", "no"] {
            assert_eq!(told(["yes", tried, "partly", "no", fair]), (Some("renegotiation"), false));
        }
    }
    assert_eq!(told(["yes", "yes", "no", "both", "no"]), (Some("dissolution"), false));
    assert_eq!(told(["sometimes", "no", "no", "them", "yes"]), (Some("impasse"), true));
    // Each of them can be changed, and the sheet is done by what the person says.
    for stage in options("stage") {
        assert!(is_done(&filled("stand", json!({"stage": stage}))));
    }
    println!("S16: renegotiation, impasse, dissolution: {counts:?}");
}

/// Scenario S17: with three cards, one of them put off, the story is done.
#[test]
fn three_cards_of_the_story_are_enough_and_one_may_be_put_off() {
    let put_off = |cards: Value, later: &[&str]| Worksheet {
        later: later.iter().map(|it| FieldId::try_from((*it).to_owned()).expect("id")).collect(),
        ..filled("story", cards)
    };
    let with = id(1).to_string();
    for (cards, later, expected) in [
        (json!({"before": "x", "weeks": "y"}), &["card-rituals"][..], true),
        (json!({"before": "x"}), &["card-rituals"], false),
        (json!({"before": "x", "weeks": "y"}), &[], false),
        (json!({}), &["card-before", "card-day", "card-told"], true),
        // Whom it is about is no card.
        (json!({"with": with, "before": "x"}), &["card-rituals"], false),
        (json!({"with": with, "before": "x", "weeks": "y"}), &["card-rituals"], true),
        // A card that was put off and then written is one.
        (json!({"before": "x", "weeks": "y"}), &["card-before"], false),
    ] {
        assert_eq!(is_done(&put_off(cards.clone(), later)), expected, "{cards} {later:?}");
    }
    let cards = asked("story").steps.iter().filter(|it| it.later).count();
    assert_eq!(cards, 7);
}

#[test]
fn the_signs_that_mean_help_now_are_there_and_stay() {
    let field = asked("signs").field("third").expect("the third");
    assert!(field.keep);
    let made = sheet::begin(&Journal::new(), asked("signs"), day(TODAY));
    let signs: Vec<&str> = made.answers.rows("third").map(|row| row.text("sign")).collect();
    assert_eq!(signs, field.start);
    assert_eq!(signs.len(), 3);
}

/// Somebody with whom the person who writes is not safe.
fn unsafe_journal() -> Journal {
    let person = Person { safe: Some(Safe::NotAlways), ..Person::new(Name::cut("Ravi")) };
    let mut journal = Journal::new();
    journal.load(Record::new(id(1), stamp(1), Body::Person(person)));
    journal
}

#[test]
fn what_is_held_back_where_somebody_is_not_safe_is_never_needed() {
    let journal = unsafe_journal();
    let gated: Vec<&Sheet> =
        content::sheets().iter().filter(|it| it.gate == Some(SheetGate::Safety)).collect();
    let mut whole = Vec::new();
    for sheet in &gated {
        let held = |field: &str| {
            let step = sheet.step_of(field).expect(field);
            step.hold || sheet.field(field).expect(field).hold
        };
        let mut it =
            Worksheet { safe: Some(Safe::No), ..Worksheet::new(sheet.id.clone(), day(TODAY)) };
        for condition in &sheet.done {
            let part = condition.any().first().expect("a way").iter();
            part.filter(|it| it.field == "steps" || !held(&it.field))
                .for_each(|part| fill(&mut it, part, &[]));
        }
        if sheet.is_held_whole() {
            whole.push(sheet.id.as_str());
            assert!(!it.is_done(&journal), "{}", sheet.id);
            continue;
        }
        assert!(it.is_done(&journal), "{} needs what it holds back", sheet.id);
        // The same where the person is named, who holds it back.
        it.safe = None;
        it.answers.set_text(Slot::of("with"), &id(1).to_string());
        assert!(it.is_done(&journal), "{}", sheet.id);
    }
    let slow = json!({
        "with": id(1).to_string(), "hoped": "x", "heard": "y",
        "lines": [{"felt": ["hurt"]}, {"felt": ["sad"]}],
    });
    let slow = filled("slowly", slow);
    assert!(slow.is_done(&journal) && !is_done(&slow));
    assert_eq!(whole, ["words", "stand"]);
    println!("sheets that ask about being safe: {}, held back as a whole: {whole:?}", gated.len());
}

/// A step, a field or a way on that hangs on what is held back, or leads to what is held back as a
/// whole, is held back itself.
#[test]
fn nothing_that_is_held_back_comes_in_by_another_door() {
    let mut n = 0;
    for sheet in content::sheets() {
        let step_is_held = |field: &str| sheet.step_of(field).is_some_and(|it| it.hold);
        let is_held =
            |field: &str| step_is_held(field) || sheet.field(field).is_some_and(|it| it.hold);
        let hangs = |when: &Option<Condition>| {
            when.iter().flat_map(Condition::parts).any(|part| !part.not && is_held(&part.field))
        };
        for step in &sheet.steps {
            let SheetStep { id, when, hold, .. } = step;
            assert!(
                !hangs(when) || *hold,
                "{}: the step {id} hangs on what is held back",
                sheet.id
            );
            for field in &step.fields {
                let is_kept = field.hold || *hold || !hangs(&field.when);
                assert!(is_kept, "{}: the field {} hangs on what is held back", sheet.id, field.id);
            }
            n += usize::from(*hold) + step.fields.iter().filter(|it| it.hold).count();
            let options = step.fields.iter().flat_map(|it| &it.options);
            n += options.filter(|it| it.hold).count();
        }
        for then in &sheet.then {
            let is_whole = asked(then.to.as_str()).is_held_whole();
            assert!(then.hold || !is_whole, "{} leads to {}", sheet.id, then.to);
            n += usize::from(then.hold);
        }
    }
    // What the guide to safety names.
    let held_presets = |sheet: &str, field: &str| {
        let presets = &asked(sheet).field(field).expect(field).presets;
        presets.iter().filter(|it| it.hold).map(|it| it.text.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(
        held_presets("roads", "options"),
        ["Talk at a calm time", "Ask a third person", "Plan to step back or leave"]
    );
    let bend = asked("hopes").field("hopes").and_then(|it| it.column("bend")).expect("bending");
    assert!(bend.hold && asked("slowly").step_of("retry").is_some_and(|it| it.hold));
    println!("things held back: {n}");
}

#[test]
fn every_sheet_of_the_guide_is_there_and_may_be_named_in_an_address() {
    let groups = [
        ("any", "week slowly ways words after ask bring"),
        ("dispute", "stand hopes roads parting"),
        ("grief", "story moments both-sides letter telling threads dates"),
        ("change", "turn old farewell new skills backing trying"),
        ("connection", "review thread ladder weekly contact cards"),
        ("ending", "ending learned then-now signs well check goodbye"),
        ("care", "harbour"),
    ];
    for (group, ids) in groups {
        let there = content::sheets().iter().filter(|it| it.group.as_str() == group);
        let there: Vec<&str> = there.map(|it| it.id.as_str()).collect();
        assert_eq!(there.join(" "), ids, "{group}");
    }
    let named: Vec<&str> = content::sheet_groups().iter().map(|it| it.id.as_str()).collect();
    assert_eq!(named, groups.map(|it| it.0));
    let orders: Vec<u16> = content::sheets().iter().map(|it| it.order).collect();
    assert!(orders.is_sorted(), "{orders:?}");
    let telling = [
        "grief", "loss", "dispute", "lonel", "therap", "depress", "ipt", "mood", "safe", "help",
        "abuse",
    ];
    for sheet in content::sheets() {
        assert!(!telling.iter().any(|it| sheet.id.as_str().contains(it)), "{}", sheet.id);
        let (from, to) = sheet.minutes;
        assert!(
            (1..=30).contains(&from) && (from..=30).contains(&to),
            "{}: {from} to {to}",
            sheet.id
        );
        assert!(!sheet.sources.is_empty() && !sheet.why.is_empty(), "{}", sheet.id);
    }
    println!("sheets: {} in {} groups", content::sheets().len(), groups.len());
}

/// Scales are of eleven or five numbers, and a name of an answer is never used for another kind of it.
#[test]
fn fields_are_of_sane_sizes() {
    let mut n = BTreeSet::new();
    for sheet in content::sheets() {
        for field in sheet.fields().flat_map(|it| [it].into_iter().chain(&it.columns)) {
            let at = format!("{} {}", sheet.id, field.id);
            match field.kind {
                Kind::Scale => assert!(matches!(field.top(), 4 | 10), "{at}"),
                Kind::Rows => assert!(
                    field.min.unwrap_or(0) <= field.max.unwrap_or(u8::MAX)
                        && field.start.len() <= 200,
                    "{at}"
                ),
                _ => {}
            }
            n.insert(at);
        }
    }
    println!("fields and columns: {}", n.len());
}

/// What a sheet hands on arrives: the two fields fit.
#[test]
fn what_a_sheet_hands_on_arrives() {
    let journal = Journal::new();
    let (mut n_ways, mut n_fields) = (0, 0);
    for sheet in content::sheets() {
        for then in &sheet.then {
            n_ways += 1;
            let mut it = Worksheet::new(sheet.id.clone(), day(TODAY));
            for (_, ours) in &then.copy {
                let field = sheet.field(ours.as_str()).expect("ours");
                it.answers.set(Slot::of(field.id.as_str()), least(field));
            }
            let made =
                sheet::copied(&journal, (id(9), &it), then, day(TODAY)).expect("the other sheet");
            assert_eq!(made.from, Some(id(9)));
            for (theirs, ours) in &then.copy {
                assert!(
                    made.answers.is_filled_at(Slot::of(theirs.as_str())),
                    "{ours} of {} does not fit {theirs} of {}",
                    sheet.id,
                    then.to
                );
                n_fields += 1;
            }
        }
        for field in sheet.fields().filter(|it| !it.from.is_empty() && it.kind != Kind::Several) {
            let (of, name) = field.from.split_once('.').expect("sheet.field");
            let Some(source) = content::sheet(of) else { continue };
            let source_field = source.field(name).expect("a field");
            let mut before = Worksheet::new(source.id.clone(), day(TODAY));
            before.answers.set(Slot::of(source_field.id.as_str()), least(source_field));
            let mut journal = Journal::new();
            journal.load(Record::new(id(9), stamp(1), Body::Sheet(before)));
            let made = sheet::begin(&journal, sheet, day(TODAY));
            assert!(
                made.answers.is_filled_at(Slot::of(field.id.as_str())),
                "{} of {}",
                field.from,
                sheet.id
            );
            n_fields += 1;
        }
    }
    println!("ways on: {n_ways}, fields that go along: {n_fields}");
}

/// Prints a line for each sheet.
#[test]
fn sheets_can_be_read_at_eleven() {
    let mut grades = Vec::new();
    println!("{:<12}{:>7}{:>9}{:>7}", "sheet", "words", "minutes", "grade");
    for sheet in content::sheets() {
        // Names and labels are no sentences, and would make it look easier than it is.
        let texts = sheet.texts().into_iter().map(|it| it.1);
        let texts: Vec<&str> = texts.filter(|it| it.contains(['.', '?', '!'])).collect();
        let text = texts.join("\n");
        let (grade, words) = (grade(&text), text.split_whitespace().count());
        println!(
            "{:<12}{words:>7}{:>6}–{:<2}{grade:>7.1}",
            sheet.id, sheet.minutes.0, sheet.minutes.1
        );
        assert!(grade <= 7.5, "{} has grade {grade:.1}", sheet.id);
        grades.push(grade);
    }
    let mean = grades.iter().sum::<f64>() / grades.len() as f64;
    println!("{:<12}{mean:>26.1}", "mean");
    assert!(mean <= 6.0, "mean grade {mean:.1}");
}
