//! Search against a slow and plain way to do the same, and against small stories.

use std::time::Duration;

use crate::common::{day, entry, id, journal_of, stamp, timed};
use proptest::prelude::*;
use satkarya_core::diary::{Entry, Feeling, FeelingId, OwnFeeling, SaidLine, Speaker};
use satkarya_core::id::Id;
use satkarya_core::journal::{Earlier, Journal};
use satkarya_core::people::Person;
use satkarya_core::record::Body;
use satkarya_core::search::{Filter, Haystack, Query, find, fold, snippet};
use satkarya_core::text::{Line, Name, Text};

const NO_LABELS: [(FeelingId, &str); 0] = [];

fn feeling(id: &str) -> Feeling {
    Feeling { id: id.try_into().expect("feeling"), strength: None }
}

fn hits(journal: &Journal, typed: &str) -> Vec<Id> {
    let labels = [("left_out".try_into().expect("id"), "Left out")];
    find(journal, &Haystack::new(journal, labels), &Query::new(typed), &Filter::default())
}

#[test]
fn finds_in_every_script_whatever_the_case_and_accents() {
    let texts = [
        "Mum CALLED about the Café",
        "आज आशा के साथ ज़िंदगी की बात हुई",
        "تحدثت مع أحمد اليوم، مُحَمَّد لم يأت",
        "👩‍👩‍👧 at the Straße 🎉",
        "Ёлка и μουσική ΟΔΥΣΣΕΥΣ",
    ];
    let journal = journal_of(texts.iter().map(|text| entry("2026-11-24", "10:00", None, text)));
    let cases = [
        ("called", 0),
        ("cafe", 0),
        ("CAFE\u{301}", 0),
        ("mum about", 0),
        ("about mum", 0),
        ("आशा", 1),
        ("जिंदगी", 1),
        ("احمد", 2),
        ("محمد", 2),
        ("STRASSE", 3),
        ("🎉", 3),
        ("елка", 4),
        ("οδυσσευς", 4),
        ("Μουσικη", 4),
    ];
    for (typed, n) in cases {
        assert_eq!(hits(&journal, typed), [id(n)], "{typed:?}");
    }
    for typed in ["dad", "mum dad", "कशआ", "calledabout"] {
        assert_eq!(hits(&journal, typed), [], "{typed:?}");
    }
    println!("words found in six scripts: {0}/{0}", cases.len());
}

#[test]
fn names_and_feelings_are_found_and_follow_their_changes() {
    let mut journal = journal_of([entry("2026-11-24", "10:00", None, "talk")]);
    let labels = || [("left_out".try_into().expect("id"), "Left out")];
    let (person, word) = (id(100), id(101));
    let put = |journal: &mut Journal, id: Id, body: Body, ms: u64| {
        journal.put(id, body, stamp(crate::common::NOW + ms), Earlier::Kept)
    };
    put(&mut journal, person, Body::Person(Person::new(Name::cut("Zoë"))), 10);
    let own = |word: &str| {
        Body::Feeling(OwnFeeling {
            word: Text::cut(word),
            family: "sad".try_into().expect("family"),
            unknown: std::collections::BTreeMap::default(),
        })
    };
    put(&mut journal, word, own("Wobbly"), 11);
    let mut changed = journal.entry(id(0)).expect("entry").entry.clone();
    changed.lines.push(SaidLine {
        who: Speaker::Person(person),
        text: Line::cut("Where were you?"),
        how: Text::default(),
    });
    changed.feelings = vec![feeling("left_out"), feeling(&word.to_string())];
    put(&mut journal, id(0), Body::Entry(changed), 12);

    let mut haystack = Haystack::new(&journal, labels());
    assert_eq!(haystack.fill(&journal, 100), 0);
    let find_now = |journal: &Journal, haystack: &Haystack, typed: &str| {
        find(journal, haystack, &Query::new(typed), &Filter::default()).len()
    };
    for typed in ["zoe", "wobbly", "left out", "where were", "talk"] {
        assert_eq!(find_now(&journal, &haystack, typed), 1, "{typed:?}");
    }
    let change = put(&mut journal, person, Body::Person(Person::new(Name::cut("Maya"))), 13);
    haystack.note(&journal, &change);
    let change = put(&mut journal, word, own("Shaky"), 14);
    haystack.note(&journal, &change);
    for (typed, expected) in [("zoe", 0), ("maya", 1), ("wobbly", 0), ("shaky", 1)] {
        assert_eq!(find_now(&journal, &haystack, typed), expected, "{typed:?} before filling");
    }
    haystack.fill(&journal, 100);
    for (typed, expected) in [("zoe", 0), ("maya", 1), ("wobbly", 0), ("shaky", 1)] {
        assert_eq!(find_now(&journal, &haystack, typed), expected, "{typed:?} after filling");
    }
    let change = journal.remove(id(0), stamp(crate::common::NOW + 15)).expect("remove");
    haystack.note(&journal, &change);
    assert_eq!(find_now(&journal, &haystack, "maya"), 0);
}

#[test]
fn filters_combine() {
    let mut entries: Vec<Entry> = (0..4)
        .map(|n| entry(&format!("2026-11-2{n}"), "10:00", Some(5), &format!("walk {n}")))
        .collect();
    entries[1].star = true;
    entries[1].toggle_person(id(9));
    entries[2].feelings.push(feeling("calm"));
    entries[3].star = true;
    entries[3].feelings.push(feeling("calm"));
    let journal = journal_of(entries);
    let haystack = Haystack::new(&journal, NO_LABELS);
    let calm = Filter { feeling: "calm".try_into().ok(), ..Filter::default() };
    let found =
        |typed: &str, filter: &Filter| find(&journal, &haystack, &Query::new(typed), filter);
    assert_eq!(found("", &Filter::default()), [id(3), id(2), id(1), id(0)], "newest first");
    assert_eq!(found("", &calm), [id(3), id(2)]);
    assert_eq!(found("", &Filter { starred: true, ..calm.clone() }), [id(3)]);
    assert_eq!(found("walk 2", &calm), [id(2)]);
    assert_eq!(found("", &Filter { person: Some(id(9)), ..Filter::default() }), [id(1)]);
    let days = |first: &str, last: &str| Filter {
        first: Some(day(first)),
        last: Some(day(last)),
        ..Filter::default()
    };
    assert_eq!(found("", &days("2026-11-21", "2026-11-22")), [id(2), id(1)]);
    assert_eq!(found("", &days("2026-11-22", "2026-11-21")), []);
}

#[test]
fn a_snippet_shows_the_match_as_it_was_written() {
    let long = format!("{} Then ZOË said “Straße”. {}", "before ".repeat(30), "after ".repeat(60));
    let shown = snippet(&entry("2026-11-24", "10:00", None, &long), &Query::new("zoe"));
    assert_eq!(shown.matched, "ZOË");
    assert!(
        shown.cut_before && shown.before.starts_with("before ") && shown.before.ends_with("Then ")
    );
    assert!(
        shown.cut_after
            && shown.after.starts_with(" said “Straße”. after")
            && shown.after.ends_with("after")
    );
    for (text, typed, matched) in [
        ("Straße", "ss", "ß"),
        ("ﬁne", "i", "ﬁ"),
        ("cafe\u{301}s", "cafe", "caf\u{e9}"),
        ("की", "क", "क"),
        ("ज़िंदगी", "ज", "ज\u{93c}"),
        ("a\u{200b}b", "b", "b"),
        ("एक हँसी", "हंसी", "हँसी"),
    ] {
        let shown = snippet(&entry("2026-11-24", "10:00", None, text), &Query::new(typed));
        assert_eq!(shown.matched, matched, "{text:?} {typed:?}");
    }
    let plain = snippet(&entry("2026-11-24", "10:00", None, "short text"), &Query::new("zzz"));
    assert_eq!((&*plain.matched, &*plain.after, plain.cut_after), ("", "short text", false));
}

/// A word of few letters, so that words meet, with capitals and accents.
fn word() -> impl Strategy<Value = String> {
    prop::collection::vec(
        prop::sample::select(vec!["a", "B", "é", "ß", "c", "क", "ि", " ", "E\u{301}", "\n"]),
        0..12,
    )
    .prop_map(|letters| letters.concat())
}

proptest! {
    #![proptest_config(crate::common::cases(256))]

    #[test]
    fn finds_exactly_what_a_slow_look_finds(
        texts in prop::collection::vec(word(), 0..12),
        typed in word(),
        filled in 0..12_usize,
    ) {
        let journal = journal_of(texts.iter().enumerate().map(|(n, text)| {
            entry(&format!("2026-11-{:02}", n % 5 + 1), "10:00", None, text)
        }));
        let mut haystack = Haystack::new(&journal, NO_LABELS);
        haystack.fill(&journal, filled);
        let found = find(&journal, &haystack, &Query::new(&typed), &Filter::default());
        let folded = fold(&typed);
        let expected: Vec<Id> = journal
            .entries()
            .filter(|it| {
                let text = fold(&it.entry.what);
                folded.split_whitespace().all(|word| text.contains(word))
            })
            .map(|it| it.record.id)
            .collect();
        prop_assert_eq!(found.into_iter().rev().collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_snippet_is_a_piece_of_the_text(text in "\\PC{0,200}", typed in "\\PC{1,4}") {
        let entry = entry("2026-11-24", "10:00", None, &text);
        let shown = snippet(&entry, &Query::new(&typed));
        let piece = format!("{}{}{}", shown.before, shown.matched, shown.after);
        prop_assert!(entry.what.contains(&piece));
        prop_assert_eq!(shown.cut_before || shown.cut_after, piece.len() < entry.what.len());
    }
}

#[test]
fn a_key_press_over_ten_thousand_entries() {
    let mut journal = Journal::new();
    for record in satkarya_core::generate::years(1, day("2026-11-24"), 10_000) {
        journal.load(record);
    }
    let mut haystack = Haystack::new(&journal, NO_LABELS);
    let filling = timed(|| assert_eq!(haystack.fill(&journal, usize::MAX), 0));
    let mut worst = Duration::ZERO;
    for typed in ["w", "we", "wee", "weekend 99", "zzz", "mum kitchen dev"] {
        worst = worst.max(timed(|| {
            find(&journal, &haystack, &Query::new(typed), &Filter::default());
        }));
    }
    println!(
        "10,000 entries of 300 characters: folded in {filling:?}, slowest key press {worst:?}"
    );
}
