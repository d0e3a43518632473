//! Follows the recipe of ADR 17: a page, a worksheet, a measure, a question and a rule are added as it says,
//! without Rust.

#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a test may stop and tells its figures"
)]

#[path = "../build/check.rs"]
mod check;
#[path = "../build/compile.rs"]
mod compile;
#[path = "../build/measures.rs"]
mod measures;
#[allow(dead_code, unused_imports, unreachable_pub, reason = "the core uses all of it")]
#[path = "../src/content/model/mod.rs"]
mod model;
#[path = "../build/sheets.rs"]
mod sheets;
#[path = "../build/wording.rs"]
mod wording;

use std::fs;
use std::path::{Path, PathBuf};

use satkarya_core::content::{Condition, Measure};
use satkarya_core::id::Id;
use satkarya_core::journal::Journal;
use satkarya_core::measure::{
    Change, Filled, Line, SafetyAnswer, latest_totals, lines, safety_answer,
};
use satkarya_core::record::{Body, Record};
use satkarya_core::sheet::Worksheet;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

const RECIPE: &str = include_str!("../../../docs/adr/0017-recipe-for-content.md");

/// Stands in for the core's checked id, as in the build script.
type FeelingId = String;

/// The areas under their names in files, as in the build script.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Area {
    Grief,
    Dispute,
    Change,
    Connection,
}

/// The blocks of the recipe: the file of each, and what goes into it.
fn blocks() -> Vec<(&'static str, &'static str)> {
    let fenced = RECIPE.split("```toml ").skip(1);
    fenced.filter_map(|it| it.split_once("```")?.0.split_once('\n')).collect()
}

/// A copy of the guide in a folder of its own, which goes with it.
struct Guide(PathBuf);

impl Guide {
    fn copy(name: &str) -> Self {
        let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content/en");
        let there = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        // What a broken-off run left.
        drop(fs::remove_dir_all(&there));
        copy(&here, &there);
        Self(there)
    }

    fn add(&self, file: &str, text: &str) {
        let file = self.0.join(file);
        let before = fs::read_to_string(&file).unwrap_or_default();
        fs::write(file, format!("{before}\n{text}")).expect("the copy can be written");
    }

    fn build(&self) -> Result<String, Vec<String>> {
        let files = compile::compile(&self.0)?;
        let told: Vec<_> = files
            .iter()
            .map(|(name, it)| format!("{name}: {}", String::from_utf8_lossy(it)))
            .collect();
        Ok(told.join("\n"))
    }
}

impl Drop for Guide {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("the guide") {
        let from = entry.expect("an entry").path();
        let to = to.join(from.file_name().expect("a name"));
        if from.is_dir() {
            copy(&from, &to);
        } else {
            fs::copy(from, to).expect("a copy");
        }
    }
}

#[test]
fn what_the_recipe_adds_is_in_the_guide() {
    let guide = Guide::copy("recipe-followed");
    let before = guide.build().expect("the guide as it is");
    for (file, text) in blocks() {
        guide.add(file, text);
    }
    let after = guide.build().expect("the guide with what was added");
    let added = [
        "Asking in your own words",
        "Whom could you ask for one small thing this week?",
        "Read about asking in your own words",
        "Small things to ask for",
        "Three questions about rest",
    ];
    for text in added {
        assert!(!before.contains(text) && after.contains(text), "{text}");
    }
    println!("blocks of the recipe followed: {}/{}", blocks().len(), added.len());
}

#[test]
fn a_block_that_is_spoiled_is_refused_by_file_and_key() {
    let spoiled = [
        ("journey/99-recipe.toml", "\"2026-11\"", "\"lately\"", "reviewed"),
        ("journey/99-recipe.toml", "\"loop\"", "\"spiral\"", "sections.drawing"),
        ("journey/99-recipe.toml", "santini-2015", "nobody-2015", "sources"),
        ("journey/99-recipe.toml", "Plain ones will do.", "You will feel better.", "lead"),
        ("prompts.toml", "Whom could you ask", "Have you failed to ask", "recipe-ask"),
        ("steps.toml", "page = \"recipe\"", "page = \"nowhere\"", "recipe"),
        ("steps.toml", "rest = true", "focus = [\"dispute\"]", "recipe"),
        ("steps.toml", "goes = \"page\"", "goes = \"somewhere\"", "steps.toml"),
    ];
    let guide = Guide::copy("recipe-spoiled");
    for (file, right, wrong, key) in spoiled {
        let original: Vec<_> = blocks()
            .iter()
            .map(|(file, _)| (*file, fs::read_to_string(guide.0.join(file)).ok()))
            .collect();
        for (at, text) in blocks() {
            assert!(at != file || text.contains(right), "{right} is not in the block of {file}");
            guide.add(at, &if at == file { text.replace(right, wrong) } else { text.to_owned() });
        }
        let told = guide.build().expect_err(wrong);
        assert!(told.iter().any(|it| it.contains(key)), "{wrong}: {told:?}");
        for (at, text) in original {
            match text {
                Some(text) => fs::write(guide.0.join(at), text).expect("written back"),
                None => fs::remove_file(guide.0.join(at)).expect("taken away"),
            }
        }
    }
    println!("spoiled blocks refused: {n}/{n}", n = spoiled.len());
}

const SHEET: &str = "sheets/99-recipe.toml";

/// The worksheet of the recipe.
fn sheet_block() -> &'static str {
    blocks().into_iter().find(|(file, _)| *file == SHEET).expect("it has one").1
}

#[test]
fn a_worksheet_of_one_file_alone_is_offered_and_can_be_done() {
    let guide = Guide::copy("recipe-sheet");
    let packed = |guide: &Guide, name: &str| {
        let files = compile::compile(&guide.0).expect("the guide");
        files.into_iter().find(|it| it.0 == name).expect(name).1
    };
    let read = |guide: &Guide| -> Vec<model::Sheet> {
        postcard::from_bytes(&packed(guide, "sheets.bin")).expect("the sheets")
    };
    let before = read(&guide).len();
    guide.add(SHEET, sheet_block());
    let sheets = read(&guide);
    assert_eq!(sheets.len(), before + 1);
    let sheet = sheets.last().expect("the last");
    assert_eq!(sheet.id.as_str(), "small-ask");
    let groups: Vec<model::SheetGroup> =
        postcard::from_bytes(&packed(&guide, "sheet-groups.bin")).expect("the groups");
    assert!(groups.iter().any(|it| it.id == sheet.group), "a place to find it");
    let to = &sheet.then.first().expect("it leads on").to;
    assert!(sheets.iter().any(|it| it.id == *to));

    // The conditions of the file, held against answers as the app keeps them.
    let is_done = |answers: Value| {
        let id = satkarya_core::content::SheetId::try_from(sheet.id.to_string()).expect("id");
        let mut it = Worksheet::new(id, "2026-11-24".parse().expect("day"));
        it.answers = serde_json::from_value(answers).expect("answers");
        let mut done = sheet.done.iter().map(|it| Condition::try_from(String::from(it.clone())));
        done.all(|condition| it.holds(&condition.expect("a condition")))
    };
    let two = json!([{"what": "Sit with me"}, {"what": "Ring on Sunday"}]);
    for (answers, expected) in [
        (json!({"asks": two, "first": "easiest"}), true),
        (json!({"asks": two}), false),
        (json!({"asks": [two[0]], "first": "easiest"}), false),
        (json!({"asks": [two[0], {"what": " "}], "first": "easiest"}), false),
        (json!({}), false),
    ] {
        assert_eq!(is_done(answers.clone()), expected, "{answers}");
    }
    println!("worksheets with one more: {}", sheets.len());
}

#[test]
fn a_worksheet_that_is_spoiled_is_refused_by_file_and_key() {
    let spoiled = [
        ("asks[what]>=2", "asks[when]>=2", "done"),
        ("asks[what]>=2", "asks[what]>>2", "asks[what]>>2"),
        ("\"first\"]", "\"last\"]", "done"),
        ("\"first\"]", "\"first=hardest\"]", "done"),
        ("group = \"care\"", "group = \"cares\"", "group"),
        ("order = 99", "order = 1", "order"),
        ("minutes = [3, 5]", "minutes = [5, 3]", "minutes"),
        ("santini-2015", "nobody-2015", "sources"),
        ("It need not be asked today.", "You will feel better.", "why"),
        ("What small thing", "Didn't anybody", "asks"),
        ("kind = \"line\"", "kind = \"lime\"", "kind"),
        ("add = \"Add one\"\n", "", "asks"),
        ("id = \"dearest\"", "id = \"easiest\"", "first"),
        ("to = \"ask\"", "to = \"asks\"", "then"),
        ("when = \"asks\"", "when = \"ask\"", "then"),
        ("need = true\npresets", "needed = true\npresets", "needed"),
        ("need = true\npresets", "need = true\nhint_from = 8\npresets", "asks"),
    ];
    let guide = Guide::copy("recipe-sheet-spoiled");
    let file = guide.0.join(SHEET);
    for (right, wrong, key) in spoiled {
        assert!(sheet_block().contains(right), "{right}");
        fs::write(&file, sheet_block().replacen(right, wrong, 1)).expect("written");
        let told = guide.build().expect_err(wrong);
        let names = |it: &&String| it.contains("99-recipe.toml") && it.contains(key);
        assert!(told.iter().any(|it| names(&it)), "{wrong}: {told:?}");
    }
    println!("spoiled worksheets refused: {n}/{n}", n = spoiled.len());
}

const MEASURE: &str = "measures/99-recipe.toml";

/// The measure of the recipe.
fn measure_block() -> &'static str {
    blocks().into_iter().find(|(file, _)| *file == MEASURE).expect("it has one").1
}

#[test]
fn a_measure_of_one_file_alone_is_offered_and_adds_up() {
    let guide = Guide::copy("recipe-measure");
    let packed = |guide: &Guide| {
        let files = compile::compile(&guide.0).expect("the guide");
        files.into_iter().find(|it| it.0 == "measures.bin").expect("the measures").1
    };
    let before: Vec<Measure> = postcard::from_bytes(&packed(&guide)).expect("the measures");
    guide.add(MEASURE, measure_block());
    // Read as the app reads it, and held against answers as the app keeps them.
    let measures: Vec<Measure> = postcard::from_bytes(&packed(&guide)).expect("the measures");
    assert_eq!(measures.len(), before.len() + 1);
    let three = measures.last().expect("the last");
    assert_eq!((three.id.as_str(), three.least(), three.most(), three.days), ("three", 0, 6, 7));
    let day = |text: &str| text.parse().expect("day");
    let filled = |on: &str, answers: Value| Filled {
        answers: serde_json::from_value(answers).expect("answers"),
        ended: true,
        ..Filled::new(three.id.clone(), day(on))
    };
    let mut journal = Journal::new();
    let mut n = 0;
    for (on, answers, total, band, safety) in [
        ("2026-10-01", json!({"q1": 2, "q2": 2, "q3": 1}), Some(5), Some("much"), true),
        ("2026-10-06", json!({"q1": 1, "q2": 1, "q3": 0}), Some(2), Some("little"), false),
        ("2026-10-20", json!({"q1": 2, "q2": 2}), None, None, false),
        ("2026-10-27", json!({"q1": 3, "q2": 2, "q3": 2}), None, None, true),
    ] {
        n += 1;
        let it = filled(on, answers);
        assert_eq!(it.total(three), total, "{on}");
        assert_eq!(total.and_then(|it| three.band(it)).map(|it| &*it.word), band, "{on}");
        let opens = safety_answer(three, &it).is_some_and(SafetyAnswer::opens_support);
        assert_eq!(opens, safety, "{on}");
        let stamp = satkarya_core::stamp::StampClock::new(1).tick(n.into());
        journal.load(Record::new(Id::from_bytes([n; 16]), stamp, Body::Filled(it)));
    }
    // Said of it is what its file has: no half and no remission, and the change by its own figure.
    let expected = [
        Line::Total { total: 2, most: 6 },
        Line::Band { word: "little" },
        Line::Change(Change::Lower { k: 3 }),
        Line::Overlap { days: 5 },
        Line::NoDiagnosis,
    ];
    assert_eq!(lines(&journal, three, Id::from_bytes([2; 16])), expected);
    assert_eq!(lines(&journal, three, Id::from_bytes([3; 16])), [Line::Unfinished { n: 1 }]);
    let told = latest_totals(&journal, &measures, day("2026-11-24"));
    let told: Vec<_> = told
        .into_iter()
        .map(|it| (&*it.measure.title, it.latest.total, it.measure.most()))
        .collect();
    assert_eq!(told, [("Three questions about rest", 2, 6)]);
    println!("measures with one more: {}", measures.len());
}

#[test]
fn a_measure_that_is_spoiled_is_refused_by_file_and_key() {
    let spoiled = [
        // Without licence, notice and source it does not ship.
        ("licence = \"Made for this page. Anybody may use it.\"\n", "", "licence"),
        ("\"Made for this page. Anybody may use it.\"", "\" \"", "licence"),
        ("notice = \"Invented for a test.\"\n", "", "notice"),
        ("\"Invented for a test.\"", "\"\"", "notice"),
        ("sources = [\"santini-2015\"]\n", "", "sources"),
        ("[\"santini-2015\"]", "[]", "sources"),
        ("santini-2015", "nobody-2015", "sources"),
        // Ids and places are used once.
        ("id = \"three\"", "id = \"nine\"", "id"),
        ("order = 99", "order = 10", "id"),
        ("id = \"q2\"", "id = \"q1\"", "q1"),
        // Bands begin at the lowest total, rise and end within the range.
        ("from = 0, word", "from = 1, word", "bands"),
        ("from = 3, word", "from = 0, word", "bands"),
        ("from = 3, word", "from = 7, word", "bands"),
        ("word = \"much\"", "word = \"little\"", "bands"),
        // Figures are totals of the measure.
        ("reliable = 2", "reliable = 7", "reliable"),
        ("reliable = 2", "reliable = 0", "reliable"),
        ("reliable = 2", "reliable = 2\nremission_below = 9", "remission_below"),
        ("reliable = 2\n", "", "reliable"),
        ("days = 7", "days = 0", "days"),
        ("value = 2, text", "value = 1, text", "options"),
        // Examples come out, and every band has one.
        ("answers = [2, 1, 0]", "answers = [2, 1]", "examples 2"),
        ("answers = [2, 1, 0]", "answers = [3, 0, 0]", "examples 2"),
        ("total = 3", "total = 4", "examples 2"),
        ("total = 2\nband = \"little\"", "total = 2\nband = \"much\"", "examples 1"),
        ("from = 3, word", "from = 4, word", "examples 2"),
        ("{ from = 3", "{ from = 1, word = \"some\" },\n  { from = 3", "examples"),
        ("safety = true", "saftey = true", "saftey"),
        ("I woke up tired", "", "items"),
        ("I woke up tired", "I couldn't sleep", "items"),
    ];
    let guide = Guide::copy("recipe-measure-spoiled");
    let file = guide.0.join(MEASURE);
    for (right, wrong, key) in spoiled {
        assert!(measure_block().contains(right), "{right}");
        fs::write(&file, measure_block().replacen(right, wrong, 1)).expect("written");
        let told = guide.build().expect_err(wrong);
        let names = |it: &&String| it.contains("99-recipe.toml") && it.contains(key);
        assert!(told.iter().any(|it| names(&it)), "{wrong}: {told:?}");
    }
    fs::write(&file, measure_block().split("[[examples]]").next().expect("text")).expect("written");
    let told = guide.build().expect_err("no examples");
    assert!(told.iter().any(|it| it.contains("examples: missing")), "{told:?}");
    println!("spoiled measures refused: {n}/{n}", n = spoiled.len() + 1);
}
