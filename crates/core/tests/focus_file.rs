//! What somebody works on, in a file: it opens for ever, and what is wrong in it is mended.
//! See the head of `schema.rs`.

use crate::common::{id, now};
use crate::focus::{focus_journal, full_formulation, full_reflection};
use satkarya_core::diary::Area;
use satkarya_core::focus::{Safety, Told};
use satkarya_core::journal::Journal;
use satkarya_core::transfer::{export_json, read_json};

const GOLDEN_FOCUS: &str = include_str!("golden/v1/focus.json");

#[test]
fn the_first_file_with_a_focus_opens_for_ever() {
    let import = read_json(GOLDEN_FOCUS.as_bytes()).expect("the golden file");
    let report = &import.report;
    assert_eq!((report.n_records, report.n_dropped, report.n_cut), (7, 0, 0));
    let mut journal = Journal::new();
    import.plan(&journal, &now()).apply(&mut journal);
    for record in focus_journal().records() {
        assert_eq!(journal.get(record.id), Some(record));
    }
    assert_eq!(export_json(&journal, &now(), "0.1.0"), GOLDEN_FOCUS);
}

#[test]
fn what_is_wrong_in_a_focus_goes_and_the_rest_stays() {
    let newer = GOLDEN_FOCUS
        .replacen("\"first\":0", "\"first\":4", 1)
        .replacen("\"controlled\":\"yes\"", "\"controlled\":\"maybe\"", 1)
        .replacen("\"near\":10", "\"near\":11", 1)
        .replacen("\"since\":\"2026-05\"", "\"since\":\"in May\",\"weather\":{\"sun\":1}", 1)
        .replacen("\"second\":\"change\"", "\"second\":\"weather\"", 1);
    let import = read_json(newer.as_bytes()).expect("a file");
    assert!(import.report.n_dropped >= 5 && import.report.refused.is_empty());
    let mut journal = Journal::new();
    import.plan(&journal, &now()).apply(&mut journal);
    let focus = journal.get(id(21)).and_then(|it| it.focus()).expect("the focus");
    assert_eq!((focus.main, focus.second), (Area::Dispute, None));
    let sitting = journal.get(id(22)).and_then(|it| it.reflection()).expect("the sitting");
    let full = full_reflection();
    assert_eq!(sitting.grief.items.len(), 4);
    // An answer about safety that cannot be read is not taken for none: nothing unsafe is offered.
    assert_eq!(sitting.safety, Safety { controlled: Some(Told::RatherNot), ..full.safety });
    assert_eq!(sitting.connection, full.connection);
    let summary = journal.get(id(23)).and_then(|it| it.formulation()).expect("the summary");
    assert_eq!((summary.since, &summary.words), (None, &full_formulation().words));
    assert!(summary.unknown.contains_key("weather"));
    let goal = journal.get(id(24)).and_then(|it| it.goal()).expect("the goal");
    assert_eq!(goal.ratings.len(), 1);
    let none = GOLDEN_FOCUS.replace("\"main\":\"dispute\"", "\"main\":\"weather\"");
    assert_eq!(read_json(none.as_bytes()).expect("a file").report.refused.len(), 1);
}
