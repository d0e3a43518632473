//! Answers: what is taken, set, read, copied and refused.

use super::*;
use crate::text::Note;
use serde_json::from_value;

const A: Slot = Slot::of("a");

fn text_of(it: &Answers) -> String {
    serde_json::to_string(it).expect("json")
}

#[test]
fn only_the_shapes_of_answers_are_taken() {
    let long = "x".repeat(20_001);
    let (many, most) = (vec!["x"; MAX_ITEMS + 1], vec!["x"; MAX_ITEMS]);
    let wide: serde_json::Map<String, Value> =
        (0..=MAX_ITEMS).map(|n| (format!("c{n}"), json!(1))).collect();
    let good = [
        json!("a text"),
        json!(""),
        json!(0),
        json!(255),
        json!(true),
        json!([]),
        json!(["a", "b"]),
        json!(most),
        json!([{}]),
        json!([{"c": "x", "d": 3, "e": true, "f": ["x"]}, {"c": []}]),
    ];
    let bad = [
        json!(null),
        json!(false),
        json!(256),
        json!(-1),
        json!(1.5),
        json!(long),
        json!(many),
        json!({}),
        json!({"c": "x"}),
        json!([1]),
        json!([true]),
        json!([null]),
        json!(["a", {}]),
        json!([["a"]]),
        json!([{"c": {}}]),
        json!([{"c": [{}]}]),
        json!([{"c": [1]}]),
        json!([{"c": [["a"]]}]),
        json!([{"c": false}]),
        json!([{"c": null}]),
        json!([{"c": long}]),
        json!([wide]),
    ];
    for value in &good {
        let it: Answers = from_value(json!({"a": value})).expect("taken");
        assert_eq!(it.value("a"), Some(value));
    }
    for value in &bad {
        let told = from_value::<Answers>(json!({"a": value, "b": "kept"}));
        assert!(told.is_err(), "{}", value.to_string().chars().take(40).collect::<String>());
    }
    for other in [json!(null), json!([]), json!("a"), json!(1), json!(wide)] {
        assert!(from_value::<Answers>(other).is_err());
    }
    assert_eq!(
        from_value::<Answers>(json!({"a": false})).expect_err("none").to_string(),
        "no answer"
    );
    println!("shapes taken: {}, refused: {}", good.len(), bad.len());
}

#[test]
fn what_comes_in_is_cleaned_wherever_it_stands() {
    let dirty = "e\u{301}\r\n\u{7}b\u{fffe}";
    let clean = &*Note::new(dirty).expect("short");
    assert_ne!(clean, dirty);
    let it = answers(json!({"a": dirty, "b": [dirty], "c": [{"d": dirty, "e": [dirty]}]}));
    let expected = answers(json!({"a": clean, "b": [clean], "c": [{"d": clean, "e": [clean]}]}));
    assert!(it == expected);
    let mut set = Answers::default();
    set.set_text(A, dirty);
    assert_eq!(set.text("a"), clean);
    set.set_text(A, &"x".repeat(30_000));
    assert_eq!(set.text("a").len(), 20_000);
}

#[test]
fn nothing_of_the_words_stands_in_a_debug_line() {
    let it = answers(json!({"secret": "zebra-77", "b": [{"c": "zebra-78"}]}));
    let told =
        format!("{it:?} {:?}", Worksheet { answers: it.clone(), ..filled("week", json!({})) });
    assert!(
        told.contains("Answers(2)") && !told.contains("zebra") && !told.contains("secret"),
        "{told}"
    );
}

#[test]
fn what_is_set_can_be_read_and_what_says_nothing_is_left_out() {
    let mut it = Answers::default();
    assert!(it.is_empty() && !it.is_filled() && it.text("a").is_empty());
    it.set(A, json!(7));
    assert_eq!((it.number_at(A), it.text_at(A), it.is_filled_at(A)), (Some(7), "", true));
    it.set_text(A, "x");
    assert_eq!((it.number_at(A), it.text_at(A), it.text("a")), (None, "x", "x"));
    for nothing in [json!(""), json!([]), json!(null), json!(false)] {
        it.set_text(A, "x");
        it.set(A, nothing);
        assert!(it.is_empty());
    }
    // A cell makes the rows up to it.
    let cell = A.at(2, "c");
    it.set(cell, json!(["x"]));
    assert_eq!((it.n_rows("a"), it.rows("a").count()), (3, 3));
    assert_eq!(it.list_at(cell).collect::<Vec<_>>(), ["x"]);
    let row = it.rows("a").nth(2).expect("a row");
    assert!(row.is_filled() && row.text("c").is_empty() && row.number("c").is_none());
    assert_eq!(row.value("c"), Some(&json!(["x"])));
    it.set(cell, json!(false));
    assert_eq!((text_of(&it).as_str(), it.is_filled()), (r#"{"a":[{},{},{}]}"#, false));
    assert!(it.at(A.at(3, "c")).is_none() && it.at(A.at(0, "d")).is_none());
    // What no longer is rows, as a file may bring it, gives way to them.
    for other in [json!("text"), json!(3), json!(["x", "y"])] {
        it.set(A, other);
        it.set(cell, json!(4));
        assert_eq!(it.number_at(cell), Some(4));
    }
}

#[test]
fn rows_are_added_changed_about_and_taken_away() {
    let losses = field_of("farewell", "losses");
    let first = losses.columns.first().expect("a column").id.as_str();
    let mut it = Answers::default();
    let told = |it: &Answers| -> Vec<String> {
        it.rows("losses").map(|row| row.text(first).to_owned()).collect()
    };
    it.add_row(losses, "one");
    it.add_row(losses, "");
    assert_eq!(told(&it), ["one", ""]);
    // Into the first row with nothing in it.
    it.add_row(losses, "two");
    it.add_row(losses, "three");
    assert_eq!(told(&it), ["one", "two", "three"]);
    it.swap_rows("losses", 0);
    it.swap_rows("losses", 2);
    it.swap_rows("losses", 9);
    it.swap_rows("nothing", 0);
    assert_eq!(told(&it), ["two", "one", "three"]);
    it.remove_row("losses", 1);
    it.remove_row("losses", 9);
    it.remove_row("nothing", 0);
    assert_eq!(told(&it), ["two", "three"]);
    it.remove_row("losses", 0);
    it.remove_row("losses", 0);
    assert!(it.is_empty());
    for n in 0..MAX_ITEMS + 5 {
        it.add_row(losses, &n.to_string());
    }
    it.make_rows("losses", usize::MAX);
    it.set(Slot::of("losses").at(MAX_ITEMS, first), json!("too many"));
    assert_eq!(
        (it.n_rows("losses"), told(&it).last().map(String::as_str)),
        (MAX_ITEMS, Some("199"))
    );
    assert!(from_value::<Answers>(serde_json::to_value(&it).expect("json")).is_ok());
}

#[test]
fn a_thing_is_chosen_and_taken_back_up_to_the_most() {
    let mut it = Answers::default();
    for (item, expected) in
        [("x", "x"), ("y", "x y"), ("z", "x y"), ("x", "y"), ("z", "y z"), ("y", "z"), ("z", "")]
    {
        it.toggle(A, item, 2);
        assert_eq!(it.list_at(A).collect::<Vec<_>>().join(" "), expected, "{item}");
    }
    assert!(it.is_empty());
    it.toggle(A.at(1, "c"), "x", 5);
    assert_eq!(text_of(&it), r#"{"a":[{},{"c":["x"]}]}"#);
}

fn field(kind: &str, columns: &[&str]) -> &'static Field {
    let columns: Vec<Value> = columns.iter().map(|id| json!({"id": id, "kind": "line"})).collect();
    let field = json!({"id": kind, "kind": kind, "columns": columns});
    Box::leak(Box::new(from_value(field).expect("a field")))
}

#[test]
fn an_answer_is_copied_between_the_kinds_that_fit_and_no_others() {
    let rows = json!([{"a": "one", "b": "x"}, {}, {"a": "two"}]);
    let cases: &[(&str, &[&str], &str, &[&str], Value, Value)] = &[
        ("text", &[], "text", &[], json!("x"), json!("x")),
        ("line", &[], "text", &[], json!("x"), json!("x")),
        ("choice", &[], "choice", &[], json!("x"), json!("x")),
        ("scale", &[], "scale", &[], json!(0), json!(0)),
        ("tick", &[], "tick", &[], json!(true), json!(true)),
        ("several", &[], "several", &[], json!(["x", "y"]), json!(["x", "y"])),
        ("person", &[], "person", &[], json!("p"), json!("p")),
        ("people", &[], "person", &[], json!("p"), json!(["p"])),
        ("person", &[], "people", &[], json!(["p", "q"]), json!("p")),
        ("feelings", &[], "feelings", &[], json!(["hurt"]), json!(["hurt"])),
        // Lines become rows, and rows lines.
        ("rows", &["a", "b"], "text", &[], json!("x"), json!([{"a": "x"}])),
        ("text", &[], "rows", &["a", "b"], rows.clone(), json!("one\ntwo")),
        (
            "rows",
            &["a", "b"],
            "rows",
            &["a", "b"],
            rows.clone(),
            json!([{"a": "one", "b": "x"}, {"a": "two"}]),
        ),
        ("rows", &["a"], "rows", &["a", "b"], rows.clone(), json!([{"a": "one"}, {"a": "two"}])),
        // Without a column in common the first columns are.
        ("rows", &["z"], "rows", &["a", "b"], rows, json!([{"z": "one"}, {"z": "two"}])),
        // An id, a choice or a day is no text, and no text an id.
        ("text", &[], "person", &[], json!("p"), Value::Null),
        ("line", &[], "choice", &[], json!("x"), Value::Null),
        ("text", &[], "date", &[], json!("2026-11-24"), Value::Null),
        ("rows", &["a"], "person", &[], json!("p"), Value::Null),
        ("person", &[], "line", &[], json!("x"), Value::Null),
        ("people", &[], "line", &[], json!("x"), Value::Null),
        ("person", &[], "feelings", &[], json!(["hurt"]), Value::Null),
        ("people", &[], "several", &[], json!(["x"]), Value::Null),
        ("scale", &[], "text", &[], json!("3"), Value::Null),
        ("text", &[], "scale", &[], json!(3), Value::Null),
    ];
    for (to, theirs, from, ours, value, expected) in cases {
        let mut made = Answers::default();
        made.copy(field(to, theirs), field(from, ours), value);
        assert_eq!(made.value(to).unwrap_or(&Value::Null), expected, "{from} to {to}");
    }
    println!("copies between kinds: {}", cases.len());
}
