//! What came to format 1 after the circle: safety, what one gives, the answers about all people
//! together, and looks at how one gets along.

use satkarya_core::along::Along;
use satkarya_core::circle::{Asking, Network};
use satkarya_core::diary::Unknown;
use satkarya_core::journal::Journal;
use satkarya_core::people::{Gives, Person, Safe, Way};
use satkarya_core::rating::Level;
use satkarya_core::record::{Body, Record};
use satkarya_core::text::{Name, Text};
use satkarya_core::transfer::{export_json, read_json};

use crate::common::{NOW, day, id, now, stamp};

const GOLDEN: &str = include_str!("../golden/v1/people.json");

fn person() -> Person {
    Person {
        contact_ways: vec![Way::InPerson, Way::Online],
        i_give: vec![Gives::Listening, Gives::Purpose],
        changed_what: Text::cut("Since spring we write less"),
        safe: Some(Safe::NotAlways),
        wants_tools: true,
        ..Person::new(Name::cut("Ravi"))
    }
}

/// One record of each, with every field.
pub(crate) fn journal() -> Journal {
    let network = Network {
        everyone: true,
        call: Text::cut("Asha"),
        easier: Text::cut("The neighbour"),
        was_close: Text::cut("Binod"),
        belong: Text::cut("Choir"),
        asking: Some(Asking::Hint),
        pattern: Text::cut("I wait too long"),
        unknown: Unknown::new(),
    };
    let along = Along {
        day: day("2026-11-24"),
        talk: Some(Level::nearest(0)),
        needs: Some(Level::nearest(1)),
        friction: Some(Level::nearest(2)),
        keep_up: Some(Level::nearest(3)),
        roles: Some(Level::nearest(4)),
        belong: Some(Level::nearest(2)),
        unknown: Unknown::new(),
    };
    let mut journal = Journal::new();
    for (n, body) in
        [(31, Body::Person(person())), (32, Body::Network(network)), (33, Body::Along(along))]
    {
        journal.load(Record::new(id(n), stamp(NOW), body));
    }
    journal
}

#[test]
fn what_is_known_of_all_people_opens_for_ever() {
    let import = read_json(GOLDEN.as_bytes()).expect("the golden file");
    let report = &import.report;
    assert_eq!((report.n_records, report.n_dropped, report.n_cut), (3, 0, 0));
    let mut journal = Journal::new();
    import.plan(&journal, &now()).apply(&mut journal);
    for record in self::journal().records() {
        assert_eq!(journal.get(record.id), Some(record));
    }
    assert_eq!(export_json(&journal, &now(), "0.1.0"), GOLDEN);
    assert_eq!(crate::schema::validate(GOLDEN), [""; 0]);
}
