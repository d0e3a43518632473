//! The table for a spreadsheet: safe, whole, and one row per entry.

use crate::common::{NOW, entry, id, journal_of, stamp};
use satkarya_core::diary::{EventKind, Feeling, SaidLine, Speaker};
use satkarya_core::journal::{Earlier, Journal};
use satkarya_core::people::Person;
use satkarya_core::rating::Strength;
use satkarya_core::record::Body;
use satkarya_core::text::{Line, Name, Note, Text};
use satkarya_core::time::{Offset, Zone};
use satkarya_core::transfer::{Column, Label, export_csv};

fn label(label: Label<'_>) -> String {
    match label {
        Label::Feeling(id) => format!("<{id}>"),
        Label::Person(person) => person.name.to_string(),
        other => format!("{other:?}"),
    }
}

/// The rows without the head, read back by a reader of the same kind.
fn rows(journal: &Journal) -> Vec<Vec<String>> {
    let text = export_csv(journal, &label);
    assert!(text.starts_with("\u{feff}Column(Day),Column(Time),"));
    assert!(text.ends_with("\r\n"));
    let bytes = text.trim_start_matches('\u{feff}').as_bytes();
    let mut reader = csv::ReaderBuilder::new().has_headers(true).from_reader(bytes);
    reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect()
}

fn cell(row: &[String], column: Column) -> &str {
    let place = Column::ALL.iter().position(|other| *other == column).expect("a column");
    &row[place]
}

#[test]
fn cells_that_a_spreadsheet_could_run_are_defused() {
    let risky = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1", "\n=1"];
    let texts = risky.into_iter().chain(["plain", "a=1", "'quoted", "1-1"]);
    let journal = journal_of(texts.map(|text| entry("2026-11-24", "10:00", None, text)));
    let rows = rows(&journal);
    for (row, text) in rows.iter().zip(risky) {
        assert_eq!(cell(row, Column::What), format!("'{text}"));
    }
    let plain: Vec<&str> = rows[risky.len()..].iter().map(|row| cell(row, Column::What)).collect();
    assert_eq!(plain, ["plain", "a=1", "'quoted", "1-1"]);
    let starts = ['=', '+', '-', '@', '\t', '\r', '\n'];
    assert!(rows.concat().iter().all(|cell| !cell.starts_with(starts)), "in no column at all");
    println!("X-04 cells defused: {0}/{0}", risky.len());
}

#[test]
fn every_answer_has_its_column() {
    let mut it = entry("2026-11-24", "07:05", Some(0), "He said \"no\",\nthen left; 👩‍👧 आशा");
    it.when.offset = Offset::try_from(-210).expect("offset");
    it.when.zone = Zone::cut("America/St_Johns");
    it.kind = Some(EventKind::NoContact);
    it.people = vec![id(100), id(101)];
    it.feelings = vec![
        Feeling { id: "sad".try_into().expect("id"), strength: Strength::try_from(3).ok() },
        Feeling { id: "calm".try_into().expect("id"), strength: None },
    ];
    it.lines = vec![
        SaidLine { who: Speaker::Me, text: Line::cut("Why?"), how: Text::cut("quietly") },
        SaidLine { who: Speaker::Person(id(100)), text: Line::cut("No."), how: Text::default() },
    ];
    it.star = true;
    let mut journal = journal_of([it]);
    let person =
        Body::Person(Person { note: Note::cut("secret"), ..Person::new(Name::cut("=Asha")) });
    journal.put(id(100), person, stamp(NOW), Earlier::Kept);
    let sample = Body::Entry(entry("2026-11-24", "10:00", None, "sample"));
    journal.put_sample(id(7), sample, stamp(NOW));
    let rows = rows(&journal);
    let [row] = &rows[..] else { panic!("one row, and not the sample") };
    for (column, expected) in [
        (Column::Day, "2026-11-24"),
        (Column::Time, "07:05"),
        (Column::Zone, "UTC-03:30 America/St_Johns"),
        (Column::Mood, "0"),
        (Column::Before, ""),
        (Column::Feelings, "<sad> 3; <calm>"),
        (Column::People, "'=Asha; SomebodyElse"),
        (Column::Kind, "Kind(NoContact)"),
        (Column::What, "He said \"no\",\nthen left; 👩‍👧 आशा"),
        (Column::Said, "Me (quietly): Why?\n=Asha: No."),
        (Column::Star, "Yes"),
        (Column::Quiet, ""),
    ] {
        assert_eq!(cell(row, column), expected, "{column:?}");
    }
}

#[test]
fn the_document_names_every_column_in_order() {
    let document = include_str!("../../../docs/data-format.md");
    let table = document.split("## The table").nth(1).expect("a section");
    let listed: Vec<String> = table
        .lines()
        .filter_map(|line| line.strip_prefix("| `")?.split_once('`').map(|it| it.0.to_owned()))
        .collect();
    let columns: Vec<String> = Column::ALL.iter().map(|column| format!("{column:?}")).collect();
    assert_eq!(listed, columns);
}
