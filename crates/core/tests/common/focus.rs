//! One record of each kind that came with a focus, with every field. Each names all of them, so that
//! a new field does not compile here.

use satkarya_core::content::PresetId;
use satkarya_core::diary::{Area, Unknown};
use satkarya_core::focus::{
    Answers, Focus, Formulation, Gate, Goal, Item, Rated, Reflection, Safety, Told,
};
use satkarya_core::journal::Journal;
use satkarya_core::rating::{Much, Nearness, Timing};
use satkarya_core::record::{Body, Record};
use satkarya_core::text::{Note, Text};

use crate::common::{NOW, day, id, stamp};

pub(crate) fn full_reflection() -> Reflection {
    let answers = |gate| Answers {
        gate: Some(gate),
        items: Item::ALL.iter().copied().zip([0, 1, 2, 3, 3].map(Much::nearest)).collect(),
        timing: Timing::try_from(2).ok(),
        leverage: Much::try_from(3).ok(),
    };
    Reflection {
        day: day("2026-11-23"),
        grief: answers(Gate::Yes),
        dispute: answers(Gate::Unsure),
        change: Answers { gate: Some(Gate::No), ..Answers::default() },
        connection: answers(Gate::Yes),
        loss: "2024-spring".parse().ok(),
        other_loss: Some(Gate::No),
        who: Some(id(1)),
        safety: Safety {
            afraid: Some(Told::No),
            hurt: Some(Told::RatherNot),
            controlled: Some(Told::Yes),
        },
        changes: vec![PresetId::try_from("job-loss".to_owned()).expect("id")],
        done: true,
        unknown: Unknown::new(),
    }
}

pub(crate) fn full_formulation() -> Formulation {
    Formulation {
        day: day("2026-11-24"),
        feelings: vec!["left_out".try_into().expect("id"), id(2).into()],
        felt: Text::cut("grey"),
        since: "2026-05".parse().ok(),
        context: Text::cut("I lost my job\nand Sam paid for everything"),
        people: vec![id(1)],
        when: Text::cut("I feel useless"),
        feel: Text::cut("ashamed"),
        act: Text::cut("go quiet"),
        others: Text::cut("stop asking"),
        strengths: Text::cut("मेरी बहन"),
        words: Note::cut("Since May I’ve been feeling grey."),
        agreed: true,
        unknown: Unknown::new(),
    }
}

pub(crate) fn full_goal() -> Goal {
    let rated = |on: &str, near| Rated { day: day(on), near: Nearness::nearest(near) };
    Goal {
        day: day("2026-11-24"),
        text: Text::cut("Tell Sam what the job meant to me"),
        ratings: vec![rated("2026-11-24", 0), rated("2026-12-01", 10)],
        archived: true,
        unknown: Unknown::new(),
    }
}

/// What somebody works on, and what came with it.
pub(crate) fn focus_journal() -> Journal {
    let focus = Focus {
        day: day("2026-11-24"),
        main: Area::Dispute,
        second: Some(Area::Change),
        halfway: Some(id(11)),
        unknown: Unknown::new(),
    };
    let mut journal = Journal::new();
    for (n, body) in [
        (21, Body::Focus(focus)),
        (22, Body::Reflection(full_reflection())),
        (23, Body::Formulation(full_formulation())),
        (24, Body::Goal(full_goal())),
        (25, Body::Reflection(Reflection::new(day("2026-11-25")))),
        (26, Body::Formulation(Formulation::new(day("2026-11-25")))),
        (27, Body::Goal(Goal::new(day("2026-11-25")))),
    ] {
        journal.load(Record::new(id(n), stamp(NOW), body));
    }
    journal
}
