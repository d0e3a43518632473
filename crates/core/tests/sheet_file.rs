//! Worksheets in a file: they open for ever, and what is wrong in one is mended.
//! See the head of `schema.rs`.

use crate::common::{NOW, id, now, stamp_of};
use crate::schema::validate;
use crate::sheet_journal::{full_worksheet, later_sheet_journal, sheet_journal};
use satkarya_core::journal::Journal;
use satkarya_core::people::Safe;
use satkarya_core::record::{Body, Record, Version};
use satkarya_core::sheet::{MAX_ITEMS, Slot, Worksheet};
use satkarya_core::transfer::{export_json, read_json};

const GOLDEN_LATER: &str = include_str!("golden/v1/sheets-later.json");
const GOLDEN_SHEETS: &str = include_str!("golden/v1/sheets.json");

fn read(text: &str) -> (Journal, usize, usize) {
    let import = read_json(text.as_bytes()).expect("a file");
    assert!(import.report.refused.is_empty(), "{:?}", import.report.refused);
    let (n_dropped, n_cut) = (import.report.n_dropped, import.report.n_cut);
    let mut journal = Journal::new();
    import.plan(&journal, &now()).apply(&mut journal);
    (journal, n_dropped, n_cut)
}

fn first(journal: &Journal) -> &Worksheet {
    journal.get(id(41)).and_then(|it| it.sheet()).expect("the worksheet")
}

#[test]
fn the_first_file_with_worksheets_opens_for_ever() {
    let (journal, n_dropped, n_cut) = read(GOLDEN_SHEETS);
    assert_eq!((journal.records().count(), n_dropped, n_cut), (3, 0, 0));
    for record in sheet_journal().records() {
        assert_eq!(journal.get(record.id), Some(record));
    }
    assert_eq!(export_json(&journal, &now(), "0.1.0"), GOLDEN_SHEETS);
    assert_eq!(validate(GOLDEN_SHEETS), [""; 0]);
}

#[test]
fn what_came_to_worksheets_later_opens_for_ever() {
    let (journal, n_dropped, n_cut) = read(GOLDEN_LATER);
    assert_eq!((journal.records().count(), n_dropped, n_cut), (1, 0, 0));
    for record in later_sheet_journal().records() {
        assert_eq!(journal.get(record.id), Some(record));
    }
    assert_eq!(export_json(&journal, &now(), "0.1.0"), GOLDEN_LATER);
    assert_eq!(validate(GOLDEN_LATER), [""; 0]);
    // A day that is none goes, and the answer stays.
    let (journal, n_dropped, _) = read(&GOLDEN_LATER.replacen("2026-11-29", "2026-11-31", 1));
    let it = journal.get(id(44)).and_then(|it| it.sheet()).expect("the worksheet");
    assert_eq!((n_dropped, it.safe_on, it.safe), (1, None, Some(Safe::Yes)));
}

#[test]
fn what_is_wrong_in_a_worksheet_goes_and_the_rest_stays() {
    let full = full_worksheet();
    let mut n = 0;
    for (right, wrong, is_gone) in [
        // One answer, and not the others.
        (r#""of_another_guide":0"#, r#""of_another_guide":-1"#, "of_another_guide"),
        (r#""of_another_guide":0"#, r#""of_another_guide":{"x":1}"#, "of_another_guide"),
        (r#""ticked":true"#, r#""ticked":false"#, "ticked"),
        (r#""day":"2026-11-22""#, r#""day":null"#, "day"),
    ] {
        assert!(GOLDEN_SHEETS.contains(right), "{right}");
        let (journal, n_dropped, _) = read(&GOLDEN_SHEETS.replacen(right, wrong, 1));
        let it = first(&journal);
        assert!(it.answers.value(is_gone).is_none() && (1..=2).contains(&n_dropped), "{wrong}");
        let mut rest = full.clone();
        rest.answers.set(Slot { field: is_gone, cell: None }, serde_json::Value::Null);
        assert_eq!(*it, rest, "{wrong}");
        n += 1;
    }
    // Several at once, also in a row and in a list.
    let newer = GOLDEN_SHEETS
        .replacen(r#""strong":8"#, r#""strong":800"#, 1)
        .replacen(r#"["hinted","text"]"#, r#"["hinted",7,"text"]"#, 1)
        .replacen(r#""ticked":true"#, r#""ticked":null"#, 1)
        .replacen(r#""later":["heard","retry"]"#, r#""later":["Heard","retry","retry"]"#, 1)
        .replacen(r#""safe":"rather_not""#, r#""safe":"perhaps","weather":{"sun":1}"#, 1);
    let (journal, n_dropped, _) = read(&newer);
    let it = first(&journal);
    assert!(n_dropped >= 5, "{n_dropped}");
    assert_eq!(it.answers.list_at(Slot::of("gap")).collect::<Vec<_>>(), ["hinted", "text"]);
    assert_eq!(it.answers.text_at(Slot::of("lines").at(0, "said")), "Fine. As you like.");
    assert_eq!(it.answers.text("described"), full.answers.text("described"));
    assert_eq!((it.later.len(), it.safe, it.unknown.contains_key("weather")), (1, None, true));
    // A text that is too long is cut, wherever it stands.
    let long = "x".repeat(30_000);
    for right in ["Fine. As you like.", "Eid lunch"] {
        let (journal, n_dropped, n_cut) = read(&GOLDEN_SHEETS.replacen(right, &long, 1));
        assert_eq!((n_dropped, n_cut), (0, 1), "{right}");
        let there = serde_json::to_string(&first(&journal).answers).expect("json");
        assert!(there.contains(&"x".repeat(19_000)) && there.contains("hinted"));
        n += 1;
    }
    // Without a sheet it is no worksheet.
    let none = GOLDEN_SHEETS.replacen(r#""sheet":"slowly""#, r#""sheet":"Slow motion""#, 1);
    assert_eq!(read_json(none.as_bytes()).expect("a file").report.refused.len(), 1);
    println!("worksheets with something wrong: {}", n + 2);
}

#[test]
fn the_deepest_file_of_ours_is_as_deep_as_the_document_says() {
    let all = sheet_journal();
    let whole = all.get(id(41)).expect("there").as_ref().clone();
    let body = Body::Sheet(Worksheet { aside: false, ..full_worksheet() });
    let mut journal = Journal::new();
    let earlier = Version { changed: stamp_of(1, NOW - 5), body };
    journal.load(Record { versions: vec![earlier], ..whole });
    let (mut depth, mut deepest) = (0_usize, 0);
    for c in export_json(&journal, &now(), "0.1.0").chars() {
        match c {
            '{' | '[' => depth += 1,
            '}' | ']' => depth -= 1,
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    let told = format!("32 levels. Ours have {deepest} |");
    assert!(include_str!("../../../docs/data-format.md").contains(&told), "{told}");
}

#[test]
fn a_worksheet_of_two_devices_keeps_what_the_other_one_said() {
    let (mut here, mut there) = (sheet_journal(), sheet_journal());
    let write = |journal: &mut Journal, ms: u64, text: &str| {
        let mut it = first(journal).clone();
        it.answers.set_text(Slot::of("hoped"), text);
        let stamp = stamp_of(u32::try_from(ms).expect("few"), NOW + ms);
        journal.put(id(41), Body::Sheet(it), stamp, satkarya_core::journal::Earlier::Replaced);
    };
    write(&mut here, 5, "here");
    write(&mut there, 9, "there");
    let file = export_json(&there, &now(), "0.1.0");
    let import = read_json(file.as_bytes()).expect("a file");
    import.plan(&here, &now()).apply(&mut here);
    assert_eq!(first(&here).answers.text("hoped"), "there");
    let record = here.get(id(41)).expect("the record");
    let kept = record.versions.iter().filter_map(|it| {
        if let Body::Sheet(it) = &it.body { Some(it.answers.text("hoped")) } else { None }
    });
    assert_eq!(kept.collect::<Vec<_>>(), ["here"]);
    assert_eq!(MAX_ITEMS, 200, "as the schema says");
}
