//! Every form of a condition, and what the answers suggest.

use super::*;
use crate::content::Condition;

fn condition(text: &str) -> Condition {
    Condition::try_from(text.to_owned()).expect(text)
}

/// Each condition with the answers for which it holds, and those for which it does not.
#[test]
fn every_form_of_a_condition_holds_where_it_says() {
    let cases: &[(&str, &[&str], &[&str])] = &[
        (
            "a",
            &[
                r#"{"a":"x"}"#,
                r#"{"a":0}"#,
                r#"{"a":true}"#,
                r#"{"a":["x"]}"#,
                r#"{"a":[{"c":"x"}]}"#,
            ],
            &[
                "{}",
                r#"{"a":""}"#,
                r#"{"a":" \n "}"#,
                r#"{"a":[]}"#,
                r#"{"a":[""]}"#,
                r#"{"a":[{}]}"#,
                r#"{"a":[{"c":" "}]}"#,
                r#"{"b":"x"}"#,
            ],
        ),
        ("!a", &["{}", r#"{"a":" "}"#, r#"{"a":[{}]}"#], &[r#"{"a":"x"}"#, r#"{"a":0}"#]),
        (
            "a=x",
            &[r#"{"a":"x"}"#, r#"{"a":["y","x"]}"#],
            &["{}", r#"{"a":"xy"}"#, r#"{"a":["y"]}"#, r#"{"a":1}"#],
        ),
        (
            "a!=x",
            &[r#"{"a":"y"}"#, r#"{"a":["y"]}"#],
            &["{}", r#"{"a":""}"#, r#"{"a":"x"}"#, r#"{"a":["y","x"]}"#],
        ),
        ("!a=x", &["{}", r#"{"a":"y"}"#], &[r#"{"a":"x"}"#]),
        (
            "a>=3",
            &[
                r#"{"a":3}"#,
                r#"{"a":10}"#,
                r#"{"a":["x","y","z"]}"#,
                r#"{"a":[{"c":"1"},{},{"c":"2"},{"c":0}]}"#,
            ],
            &[
                "{}",
                r#"{"a":2}"#,
                r#"{"a":"3"}"#,
                r#"{"a":["x","y",""]}"#,
                r#"{"a":[{"c":"1"},{},{"c":"2"}]}"#,
            ],
        ),
        (
            "a<=2",
            &[r#"{"a":0}"#, r#"{"a":2}"#, r#"{"a":["x"]}"#],
            &["{}", r#"{"a":3}"#, r#"{"a":["x","y","z"]}"#],
        ),
        ("a>=0", &["{}", r#"{"a":0}"#], &[]),
        (
            "a[c]>=2",
            &[r#"{"a":[{"c":"1"},{"d":"x"},{"c":["y"]}]}"#],
            &["{}", r#"{"a":[{"c":"1"},{"c":" "}]}"#, r#"{"a":2}"#],
        ),
        ("a[c]", &[r#"{"a":[{},{"c":"1"}]}"#], &[r#"{"a":[{"d":"1"}]}"#, r#"{"a":"c"}"#]),
        ("!a[c]", &["{}", r#"{"a":[{"d":"1"}]}"#], &[r#"{"a":[{"c":"1"}]}"#]),
        ("a[c&d]>=1", &[r#"{"a":[{"c":"1","d":0}]}"#], &[r#"{"a":[{"c":"1"},{"d":"1"}]}"#]),
        (
            "a[c/d]>=2",
            &[r#"{"a":[{"c":"1"},{"d":"1"}]}"#],
            &[r#"{"a":[{"c":"1","d":"1"},{"e":"1"}]}"#],
        ),
        (
            "a[c&d/e]>=1",
            &[r#"{"a":[{"e":"1"}]}"#, r#"{"a":[{"c":"1","d":"1"}]}"#],
            &[r#"{"a":[{"c":"1"}]}"#],
        ),
        (
            "a[c=x]>=1",
            &[r#"{"a":[{"c":"y"},{"c":"x"}]}"#],
            &[r#"{"a":[{"c":"y"}]}"#, r#"{"a":[{"d":"x"}]}"#],
        ),
        ("a[c=x&d]>=1", &[r#"{"a":[{"c":"x","d":"1"}]}"#], &[r#"{"a":[{"c":"x"},{"d":"1"}]}"#]),
        (
            "a[c]<=1",
            &[r#"{"a":[{"c":"1"}]}"#, r#"{"a":[{"d":"1"}]}"#],
            &["{}", r#"{"a":[{"c":"1"},{"c":"2"}]}"#],
        ),
        (
            "a~always,never",
            &[r#"{"a":"You NEVER call."}"#, r#"{"a":"always"}"#],
            &["{}", r#"{"a":"nevertheless"}"#, r#"{"a":["never"]}"#],
        ),
        ("a~immer,jamais", &[r#"{"a":"Tu n’as jamais …"}"#], &[r#"{"a":"never"}"#]),
        ("a & b", &[r#"{"a":"1","b":"1"}"#], &[r#"{"a":"1"}"#, r#"{"b":"1"}"#]),
        ("a | b", &[r#"{"a":"1"}"#, r#"{"b":"1"}"#], &["{}"]),
        // And binds tighter than or.
        ("a & b | c", &[r#"{"c":"1"}"#, r#"{"a":"1","b":"1"}"#], &[r#"{"a":"1"}"#]),
        ("c | a & b", &[r#"{"c":"1"}"#, r#"{"a":"1","b":"1"}"#], &[r#"{"b":"1"}"#]),
        (
            "a=x & !b | a=y & b>=2",
            &[r#"{"a":"x"}"#, r#"{"a":"y","b":2}"#],
            &[r#"{"a":"x","b":2}"#, r#"{"a":"y","b":1}"#],
        ),
    ];
    let mut n = 0;
    for (text, holds, fails) in cases {
        let written = condition(text);
        assert_eq!(String::from(written.clone()), *text);
        for (all, expected) in [(holds, true), (fails, false)] {
            for json in *all {
                let it = filled("of-no-guide", serde_json::from_str(json).expect(json));
                assert_eq!(it.holds(&written), expected, "{text} of {json}");
                n += 1;
            }
        }
    }
    println!("conditions: {} forms, {n} sets of answers", cases.len());
}

#[test]
fn steps_count_once_they_say_something_or_were_put_off() {
    let mut it = filled("story", json!({"before": "We had tea.", "weeks": "  ", "with": ""}));
    let n = |it: &Worksheet, n: usize| it.holds(&condition(&format!("steps>={n}")));
    assert!(n(&it, 1) && !n(&it, 2));
    it.later.push("card-day".to_owned().try_into().expect("id"));
    assert!(n(&it, 2) && !n(&it, 3));
    // What was put off and then answered counts once.
    it.answers.set_text(Slot::of("day"), "It rained.");
    assert!(n(&it, 2) && !n(&it, 3));
    it.later.push("no-such-step".to_owned().try_into().expect("id"));
    assert!(!n(&it, 3));
}

#[test]
fn what_is_no_condition_is_refused() {
    let wrong = [
        "", " ", "a &", "a & & b", "| a", "a&b", "a|b", "A", "a b", "a>2", "a>=", "a>=x", "a>=-1",
        "a<=1.5", "a=", "a!=", "a=X", "a==x", "!", "!!a", "a[", "a[b", "a[]", "a[b]>=", "a[b=C]x",
        "[b]>=1", "a~", "a~x,", "a~,",
    ];
    for text in wrong {
        let told = Condition::try_from(text.to_owned()).expect_err(text).to_string();
        assert_eq!(told, format!("not a condition: {text}"));
    }
    println!("texts that are no condition: {}", wrong.len());
}

#[test]
fn a_choice_is_suggested_only_once_everything_is_answered() {
    let stage = field_of("stand", "stage");
    let full = json!({"talk": "no", "tried": "no", "cold": "mostly", "over": "no", "fair": "yes"});
    assert_eq!(filled("stand", full.clone()).suggested(stage), Some("impasse"));
    for name in ["talk", "tried", "cold", "over", "fair"] {
        let mut part = full.clone();
        part.as_object_mut().expect("answers").remove(name);
        assert_eq!(filled("stand", part).suggested(stage), None, "without {name}");
    }
    // What was chosen stays beside what is suggested.
    let mut chosen = filled("stand", full);
    chosen.answers.set_text(Slot::of("stage"), "dissolution");
    assert_eq!(chosen.suggested(stage), Some("impasse"));
    assert_eq!(chosen.suggested(field_of("stand", "talk")), None);
    assert_eq!(filled("of-no-guide", json!({})).suggested(stage), None);
}

/// What is named as open is what keeps a worksheet from being done, and nothing is named once it is.
#[test]
fn what_is_still_open_is_named() {
    let journal = Journal::new();
    let left = |it: &Worksheet| -> Vec<&str> {
        it.left(&journal).into_iter().map(|it| it.id.as_str()).collect()
    };
    let cases = [
        ("goodbye", json!({}), false),
        ("goodbye", json!({"note": "Thank you"}), true),
        ("check", json!({"mood": 6}), false),
        ("check", json!({"mood": 6, "rhythm": "month"}), true),
    ];
    for (name, answers, done) in cases {
        let it = filled(name, answers);
        assert_eq!((it.is_done(&journal), left(&it).is_empty()), (done, done), "{name}");
    }
    assert_eq!(left(&filled("check", json!({"mood": 6}))), ["rhythm"]);
    // Every sheet that can be done names something before anything is answered.
    let mut n = 0;
    for sheet in content::sheets() {
        let asks_fields =
            sheet.done.iter().flat_map(Condition::parts).any(|it| it.field != "steps");
        let it = Worksheet::new(sheet.id.clone(), day("2026-11-24"));
        assert_eq!(!left(&it).is_empty(), asks_fields, "{}", sheet.id);
        n += 1;
    }
    // What is held back is not waited for.
    let mut desk = Desk::new();
    desk.person(1, Some(Safe::No));
    let it = filled("after", json!({"with": id(1).to_string()}));
    let held = it.left(&desk.journal).iter().filter(|it| it.hold).count();
    assert_eq!(held, 0);
    println!("worksheets that say what is still open: {n}");
}
