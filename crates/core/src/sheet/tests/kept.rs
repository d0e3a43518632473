//! What holds for any answers.

use proptest::prelude::*;

use super::*;
use crate::content::Condition;
use crate::text::Note;

const NAMES: &[&str] =
    &["lines", "with", "retry", "hopes", "rungs", "dates", "people", "moments", "mood", "a"];
const COLUMNS: &[&str] =
    &["said", "felt", "action", "tries", "hard", "day", "remind", "mine", "sort", "c"];

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        prop::sample::select(vec!["yes", "no", "2024-02-29", " \n", "never", "e\u{301}\u{0}"])
            .prop_map(str::to_owned),
        Just(id(1).to_string()),
        "\\PC{0,12}",
    ]
}

/// What can stand in a cell.
fn any_cell() -> impl Strategy<Value = Value> {
    prop_oneof![
        any_text().prop_map(Value::from),
        any::<u8>().prop_map(Value::from),
        Just(Value::Bool(true)),
        prop::collection::vec(any_text(), 0..4).prop_map(Value::from),
    ]
}

fn any_row() -> impl Strategy<Value = Value> {
    prop::collection::hash_map(prop::sample::select(COLUMNS), any_cell(), 0..4).prop_map(|cells| {
        cells
            .into_iter()
            .map(|(name, it)| (name.to_owned(), it))
            .collect::<serde_json::Map<_, _>>()
            .into()
    })
}

fn any_value() -> impl Strategy<Value = Value> {
    prop_oneof![2 => any_cell(), 1 => prop::collection::vec(any_row(), 0..5).prop_map(Value::from)]
}

fn any_answers() -> impl Strategy<Value = Answers> {
    prop::collection::hash_map(prop::sample::select(NAMES), any_value(), 0..6).prop_map(|all| {
        let all: serde_json::Map<_, _> =
            all.into_iter().map(|(name, it)| (name.to_owned(), it)).collect();
        answers(all.into())
    })
}

fn any_worksheet() -> impl Strategy<Value = Worksheet> {
    (prop::sample::select(content::sheets()), any_answers()).prop_map(|(sheet, answers)| {
        Worksheet { answers, ..Worksheet::new(sheet.id.clone(), day("2026-11-24")) }
    })
}

fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn any_answers_survive_json_and_back(it in any_worksheet()) {
        let json = serde_json::to_string(&it).expect("json");
        let again: Worksheet = serde_json::from_str(&json).expect("reads");
        prop_assert!(again == it);
        prop_assert_eq!(serde_json::to_string(&again).expect("json"), json);
    }

    #[test]
    fn what_is_set_is_read(
        mut it in any_answers(),
        name in prop::sample::select(NAMES),
        cell in prop::option::of((0..MAX_ITEMS, prop::sample::select(COLUMNS))),
        value in any_cell(),
        text in any_text(),
    ) {
        let slot = cell.map_or(Slot::of(name), |(row, column)| Slot::of(name).at(row, column));
        it.set(slot, value.clone());
        let nothing = value == json!("") || value == json!([]);
        prop_assert_eq!(it.at(slot), Some(&value).filter(|_| !nothing));
        it.set_text(slot, &text);
        prop_assert_eq!(it.text_at(slot), &*Note::cut(&text));
        // Whatever was set can be kept and read again.
        let json = serde_json::to_value(&it).expect("json");
        prop_assert!(answers(json) == it);
    }

    #[test]
    fn nothing_that_asks_for_answers_stops(it in any_worksheet(), written in "[a-z!=<>~\\[\\]&|/0-9 -]{0,24}") {
        let mut desk = Desk::new();
        desk.person(1, Some(Safe::No));
        let sheet = it.asked().expect("of the guide");
        if let Ok(condition) = Condition::try_from(written) {
            it.holds(&condition);
        }
        for sheet in content::sheets() {
            let steps = sheet.steps.iter().flat_map(|step| step.when.iter().chain(step.notes.iter().filter_map(|it| it.when.as_ref())));
            let fields = sheet.fields().flat_map(|field| field.when.iter().chain(field.suggest.iter().filter_map(|it| it.when.as_ref())));
            for condition in sheet.done.iter().chain(steps).chain(fields).chain(sheet.then.iter().filter_map(|it| it.when.as_ref())) {
                it.holds(condition);
            }
        }
        for field in sheet.fields() {
            it.suggested(field);
        }
        let today = day("2026-11-24");
        let own = desk.sheet(2, it.clone());
        let journal = &desk.journal;
        for then in &sheet.then {
            prop_assert!(copied(journal, (own, &it), then, today).is_some());
        }
        for other in content::sheets() {
            begin(journal, other, today);
        }
        let figures = (unsaid(&it).len(), next_rung(&it).map(|it| it.0), said_lines(&it), repeated(journal).len());
        let links = (about(journal, id(1)).len(), hard_dates(journal, today).len(), how_it_went(journal, today), predictions(journal, None));
        let asked = (asks_safety(journal, own, &it, today), it.progress(journal));
        std::hint::black_box((figures, links, asked));
    }
}
