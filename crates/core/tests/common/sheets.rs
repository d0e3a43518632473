//! Worksheets with every member and every shape of an answer. The first names all members, so that a new
//! one does not compile here.

use satkarya_core::diary::Unknown;
use satkarya_core::journal::Journal;
use satkarya_core::people::Safe;
use satkarya_core::record::{Body, Record};
use satkarya_core::sheet::{Slot, Worksheet};

use crate::common::{NOW, day, id, stamp};

pub(crate) fn full_worksheet() -> Worksheet {
    let answers = serde_json::json!({
        "with": id(1).to_string(),
        "day": "2026-11-22",
        "described": "Eid lunch\nसाथ में \"चाय\"",
        "lines": [
            { "who": "me", "said": "Fine. As you like.", "felt": ["hurt", id(2).to_string()], "strong": 8 },
            { "who": "other", "how": "by text" },
        ],
        "gap": ["hinted", "text"],
        // A scale at its lowest is an answer, and a field that this guide does not have is kept.
        "of_another_guide": 0,
        "ticked": true,
    });
    let named = |text: &str| text.to_owned().try_into().expect("id");
    Worksheet {
        sheet: "slowly".to_owned().try_into().expect("id"),
        day: day("2026-11-24"),
        answers: serde_json::from_value(answers).expect("answers"),
        later: vec![named("heard"), named("retry")],
        at: Some(named("gap")),
        from: Some(id(42)),
        safe: Some(Safe::RatherNot),
        safe_on: None,
        aside: true,
        open: true,
        bring: true,
        mine: true,
        unknown: Unknown::new(),
    }
}

/// What came to worksheets after the first file with them.
pub(crate) fn later_sheet_journal() -> Journal {
    let sheet = "stand".to_owned().try_into().expect("id");
    let it = Worksheet {
        safe: Some(Safe::Yes),
        safe_on: Some(day("2026-11-29")),
        ..Worksheet::new(sheet, day("2026-09-14"))
    };
    let mut journal = Journal::new();
    journal.load(Record::new(id(44), stamp(NOW), Body::Sheet(it)));
    journal
}

pub(crate) fn sheet_journal() -> Journal {
    let sheet = |text: &str| text.to_owned().try_into().expect("id");
    let mut short = Worksheet::new(sheet("week"), day("2026-11-23"));
    short.answers.set_text(Slot::of("bring"), "The lunch");
    let mut journal = Journal::new();
    for (n, it) in [
        (41, full_worksheet()),
        (42, short),
        (43, Worksheet::new(sheet("of-a-newer-guide"), day("1900-01-01"))),
    ] {
        journal.load(Record::new(id(n), stamp(NOW), Body::Sheet(it)));
    }
    journal
}
