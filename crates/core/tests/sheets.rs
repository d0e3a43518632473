//! When each worksheet of the guide is done: by what it needs, and by no less.

use serde_json::{Value, json};

use crate::common::{day, id};
use satkarya_core::content::{self, ConditionPart, Field, Kind, Sheet, Test};
use satkarya_core::journal::Journal;
use satkarya_core::sheet::{self, Answers, Slot, Worksheet};

pub(crate) const TODAY: &str = "2026-11-24";

pub(crate) fn asked(sheet: &str) -> &'static Sheet {
    content::sheet(sheet).expect(sheet)
}

pub(crate) fn answers(value: Value) -> Answers {
    serde_json::from_value(value).expect("answers")
}

pub(crate) fn filled(sheet: &str, value: Value) -> Worksheet {
    Worksheet { answers: answers(value), ..Worksheet::new(asked(sheet).id.clone(), day(TODAY)) }
}

pub(crate) fn is_done(it: &Worksheet) -> bool {
    it.is_done(&Journal::new())
}

/// What each kind of field says at the least.
pub(crate) fn least(field: &Field) -> Value {
    match field.kind {
        Kind::Text | Kind::Line => json!("x"),
        Kind::Choice => json!(field.options[0].id),
        Kind::Several if field.options.is_empty() => json!(["x"]),
        Kind::Several => json!([field.options[0].id]),
        Kind::Scale => json!(0),
        Kind::Count => json!(1),
        Kind::Tick => json!(true),
        Kind::Mark | Kind::Date => json!(TODAY),
        Kind::Fuzzy => json!("2026-spring"),
        Kind::Person | Kind::Entry => json!(id(1).to_string()),
        Kind::People => json!([id(1).to_string()]),
        Kind::Feelings => json!(["hurt"]),
        Kind::Rows => json!([{ field.columns[0].id.as_str(): least(&field.columns[0]) }]),
        Kind::Show => Value::Null,
    }
}

/// Adds the least that makes a part of a condition hold, without fields that must stay empty.
pub(crate) fn fill(it: &mut Worksheet, part: &'static ConditionPart, never: &[&str]) {
    let sheet = it.asked().expect("of the guide");
    if part.not {
        return;
    }
    if part.field == "steps" {
        let Test::AtLeast(n) = part.test else { panic!("{part:?}") };
        for step in &sheet.steps {
            let count = sheet.steps.iter().filter(|step| it.is_settled(step)).count();
            let fillable = step
                .fields
                .iter()
                .find(|it| it.kind != Kind::Show && !never.contains(&it.id.as_str()));
            if count < n
                && let Some(field) = fillable
            {
                it.answers.set(Slot::of(field.id.as_str()), least(field));
            }
        }
        return;
    }
    let field = sheet.field(&part.field).expect("a field");
    let slot = Slot::of(field.id.as_str());
    match &part.test {
        Test::Answered => it.answers.set(slot, least(field)),
        Test::Is(option) if field.kind == Kind::Several => it.answers.set(slot, json!([option])),
        Test::Is(option) => it.answers.set(slot, json!(option)),
        Test::AtLeast(n) if field.kind == Kind::Rows => {
            let first = vec![vec![(field.columns[0].id.to_string(), None)]];
            let filter = if part.filter.is_empty() { &first } else { &part.filter };
            let mut row = 0;
            while counted(it, field, filter) < *n {
                for (column, value) in &filter[0] {
                    let column = field.column(column).expect("a column");
                    let cell = slot.at(row, column.id.as_str());
                    if it.answers.at(cell).is_none() {
                        it.answers.set(
                            cell,
                            value.as_ref().map_or_else(|| least(column), |it| json!(it)),
                        );
                    }
                }
                row += 1;
            }
        }
        Test::AtLeast(n) if field.kind == Kind::Scale => it.answers.set(slot, json!(n)),
        Test::AtLeast(n) => {
            it.answers.set(slot, json!((0..*n).map(|n| n.to_string()).collect::<Vec<_>>()));
        }
        other => panic!("a sheet is done by {other:?}: teach this test"),
    }
}

type Filter = [Vec<(String, Option<String>)>];

/// The rows that a filter counts.
fn counting(it: &Worksheet, field: &Field, filter: &Filter) -> Vec<usize> {
    let counts = |row: &sheet::Row<'_>| {
        filter.iter().any(|all| {
            all.iter().all(|(column, value)| {
                value
                    .as_ref()
                    .map_or_else(|| row.value(column).is_some(), |it| row.text(column) == it)
            })
        })
    };
    let rows = it.answers.rows(field.id.as_str()).enumerate();
    rows.filter(|(_, row)| counts(row)).map(|(n, _)| n).collect()
}

fn counted(it: &Worksheet, field: &Field, filter: &Filter) -> usize {
    counting(it, field, filter).len()
}

/// The worksheet without what makes a part hold.
fn without(it: &Worksheet, part: &'static ConditionPart) -> Worksheet {
    let mut it = it.clone();
    let sheet = it.asked().expect("of the guide");
    if part.field == "steps" {
        let step = sheet.steps.iter().rev().find(|step| it.is_answered(step)).expect("a step");
        for field in &step.fields {
            it.answers.set(Slot::of(field.id.as_str()), Value::Null);
        }
        return it;
    }
    let field = sheet.field(&part.field).expect("a field");
    let slot = Slot::of(field.id.as_str());
    match (&part.test, field.kind) {
        (Test::AtLeast(n), Kind::Rows) => {
            let any: Vec<_> =
                field.columns.iter().map(|it| vec![(it.id.to_string(), None)]).collect();
            let filter = if part.filter.is_empty() { &any } else { &part.filter };
            while let [.., row] = *counting(&it, field, filter)
                && counted(&it, field, filter) >= *n
            {
                for column in &field.columns {
                    if filter.iter().flatten().any(|(name, _)| name == column.id.as_str()) {
                        it.answers.set(slot.at(row, column.id.as_str()), Value::Null);
                    }
                }
            }
        }
        _ => it.answers.set(slot, Value::Null),
    }
    it
}

/// Every way of meeting all conditions: one alternative of each.
fn ways(sheet: &'static Sheet) -> Vec<Vec<&'static Vec<ConditionPart>>> {
    let mut ways: Vec<Vec<_>> = vec![Vec::new()];
    for condition in &sheet.done {
        let longer = |way: &Vec<_>| {
            condition.any().iter().map(|all| [way.clone(), vec![all]].concat()).collect::<Vec<_>>()
        };
        ways = ways.iter().flat_map(longer).collect();
    }
    ways
}

#[test]
fn every_sheet_is_done_by_the_least_that_it_needs_and_by_no_less() {
    let (mut n_ways, mut n_taken) = (0, 0);
    for sheet in content::sheets() {
        let empty = sheet::begin(&Journal::new(), sheet, day(TODAY));
        assert!(!is_done(&empty), "{} is done when it begins", sheet.id);
        for way in ways(sheet) {
            let mut it = empty.clone();
            let parts = way.iter().copied().flatten();
            let never: Vec<&str> =
                parts.clone().filter(|it| it.not).map(|it| it.field.as_str()).collect();
            for part in parts {
                fill(&mut it, part, &never);
            }
            assert!(is_done(&it), "{}: {way:?}", sheet.id);
            n_ways += 1;
            for (condition, all) in sheet.done.iter().zip(&way) {
                for part in all.iter().filter(|it| !it.not) {
                    let less = without(&it, part);
                    // What was filled in for one need may meet another way of the next.
                    assert!(!less.holds(condition) || condition.any().len() > 1, "{part:?}");
                    assert!(
                        !is_done(&less) || less.holds(condition),
                        "{} without {part:?}",
                        sheet.id
                    );
                    n_taken += usize::from(!is_done(&less));
                }
            }
        }
    }
    println!(
        "sheets: {}, ways to be done: {n_ways}, needed things taken away: {n_taken}",
        content::sheets().len()
    );
}

/// The worked sentences of the guide's own rules, beside the walk through all conditions.
#[test]
fn sheets_are_done_as_their_guide_says() {
    let felt = |n: usize| {
        json!((0..n).map(|_| json!({"said": "x", "felt": ["hurt"]})).collect::<Vec<_>>())
    };
    let rows = |n: usize, row: Value| json!((0..n).map(|_| row.clone()).collect::<Vec<_>>());
    let way = json!({"option": "x", "pros": "y", "cons": "z"});
    let hope = json!({"mine": "x", "theirs": "y", "must": "nice"});
    let moment = |sort: &str| json!({"title": "x", "sort": sort});
    let slow = |lines: Value| json!({"lines": lines, "hoped": "x", "heard": "x", "retry": "x"});
    let ways = |pick: &str, step: &str| json!({"decision": "x", "options": rows(2, way.clone()), "pick": pick, "step": step});
    let plan = json!({"with": id(1).to_string(), "aim": "x", "opening": "x", "limit": "x", "fact": "x", "feeling": "x", "ask": "x", "place": "x"});
    let rehearsed = |mut it: Value| {
        it["rehearsed"] = json!(TODAY);
        it
    };
    let hopes = |n: usize, check: &str| json!({"hopes": rows(n, hope.clone()), "biggest": "x", "check": check});
    let rung = |tries: u8| json!({"action": "x", "tries": tries});
    let ladder = |n: usize, tried: usize| json!({"rungs": (0..n).map(|nth| if nth < tried { rung(1) } else { json!({"action": "x"}) }).collect::<Vec<_>>()});
    let moments =
        |sorts: &[&str]| json!({"moments": sorts.iter().map(|it| moment(it)).collect::<Vec<_>>()});
    let no_hard = |mut it: Value| {
        it["no_hard"] = json!(true);
        it
    };
    let old = |good: usize, key: &str, value: Value| json!({"good": rows(good, json!({"what": "x"})), key: value});
    let sign = |n: usize| rows(n, json!({"sign": "x"}));
    let well = |green: Value, contact: &str, review: &str| json!({"green": green, "amber_contact": contact, "review": review});
    let green = rows(1, json!({"what": "x"}));
    let mut n = 0;
    for (sheet, value, expected) in [
        ("slowly", slow(felt(2)), true),
        ("slowly", slow(felt(1)), false),
        ("slowly", slow(rows(3, json!({"said": "x"}))), false),
        ("ways", ways("try", "x"), true),
        ("ways", ways("later", ""), true),
        ("ways", ways("try", ""), false),
        (
            "ways",
            json!({"decision": "x", "options": [way, {"option": "x", "pros": "y"}], "pick": "later"}),
            false,
        ),
        ("words", rehearsed(plan.clone()), true),
        ("words", plan, false),
        ("hopes", hopes(2, "x"), true),
        ("hopes", hopes(1, "x"), false),
        ("hopes", hopes(2, " "), false),
        ("ladder", ladder(5, 2), true),
        ("ladder", ladder(4, 2), false),
        ("ladder", ladder(5, 1), false),
        ("moments", moments(&["good", "hard", "good", "good"]), true),
        ("moments", moments(&["both", "", "", ""]), true),
        ("moments", moments(&["good", "good", "good", "good"]), false),
        ("moments", no_hard(moments(&["good", "good", "good", "good"])), true),
        ("moments", no_hard(moments(&["hard", "hard", "hard", "hard"])), false),
        ("moments", moments(&["good", "hard", "good"]), false),
        ("old", old(2, "hard", rows(1, json!({"what": "x"}))), true),
        ("old", old(2, "cost", rows(1, json!({"what": "x"}))), true),
        ("old", old(2, "nothing", json!(true)), true),
        ("old", old(2, "about_me", json!("x")), false),
        ("old", old(1, "nothing", json!(true)), false),
        ("signs", json!({"first": sign(3), "second": sign(1)}), true),
        ("signs", json!({"first": sign(2), "second": sign(1)}), false),
        ("signs", json!({"first": sign(3), "second": []}), false),
        ("well", well(green.clone(), "Dr Novak", TODAY), true),
        ("well", well(green.clone(), "", TODAY), false),
        ("well", well(green, "Dr Novak", ""), false),
        ("well", well(json!([{}]), "Dr Novak", TODAY), false),
    ] {
        assert_eq!(is_done(&filled(sheet, value.clone())), expected, "{sheet} of {value}");
        n += 1;
    }
    println!("sheets held against their guide: {n}");
}
