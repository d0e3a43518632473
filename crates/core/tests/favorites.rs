//! What is offered first, as somebody who writes would expect it.

use crate::common::{entry, id, stamp};
use satkarya_core::content::vocabulary;
use satkarya_core::diary::{Entry, FeelingId, OwnFeeling, Unknown};
use satkarya_core::journal::{Earlier, Journal, favorites};
use satkarya_core::people::{Person, Status};
use satkarya_core::record::Body;
use satkarya_core::text::{Name, Text};

fn feeling(id: &str) -> FeelingId {
    id.try_into().expect("id")
}

/// A journal with entries of the given feelings and people, oldest first, all on one day.
fn journal_of(entries: &[(&[&str], &[u8])]) -> Journal {
    let mut journal = Journal::new();
    for (n, (feelings, people)) in entries.iter().enumerate() {
        let time = format!("10:{n:02}");
        let mut entry: Entry = entry("2026-11-24", &time, None, "");
        feelings.iter().for_each(|id| entry.toggle_feeling(&feeling(id)));
        people.iter().for_each(|n| entry.toggle_person(id(u32::from(*n))));
        let n = u32::try_from(n).expect("small");
        journal.put(id(100 + n), Body::Entry(entry), stamp(u64::from(n) + 1), Earlier::Kept);
    }
    journal
}

fn put_person(journal: &mut Journal, n: u32, name: &str, status: Status) {
    let person = Person { status, ..Person::new(Name::cut(name)) };
    journal.put(id(n), Body::Person(person), stamp(1), Earlier::Kept);
}

#[test]
fn an_empty_diary_offers_the_first_words_and_nobody() {
    let first = vocabulary().first();
    let found = favorites(&Journal::new(), first);
    assert_eq!(found.feelings, first);
    assert!(found.people.is_empty());
    assert!(first.len() >= 6, "the check-in offers six");
    assert!(first.iter().all(|id| vocabulary().word(id).is_some()));
}

#[test]
fn the_most_used_come_first_and_among_equals_the_latest() {
    let journal = journal_of(&[(&["proud"], &[]), (&["sad", "torn"], &[]), (&["sad"], &[])]);
    let found = favorites(&journal, &[feeling("calm"), feeling("sad")]);
    assert_eq!(found.feelings, ["sad", "torn", "proud", "calm"].map(feeling));
}

#[test]
fn an_own_word_is_offered_until_it_is_removed() {
    let word = FeelingId::from(id(7));
    let mut journal = journal_of(&[(&[word.as_str()], &[])]);
    assert!(favorites(&journal, &[]).feelings.is_empty());
    let own =
        OwnFeeling { word: Text::cut("fizzy"), family: feeling("mixed"), unknown: Unknown::new() };
    journal.put(id(7), Body::Feeling(own), stamp(9), Earlier::Kept);
    assert_eq!(favorites(&journal, &[]).feelings, [word]);
    journal.remove(id(7), stamp(10)).expect("was there");
    assert!(favorites(&journal, &[]).feelings.is_empty());
}

#[test]
fn people_named_most_come_first_and_the_dead_are_not_suggested() {
    let mut journal = journal_of(&[(&[], &[1, 3]), (&[], &[1, 2]), (&[], &[2, 4])]);
    put_person(&mut journal, 1, "Zoe", Status::Present);
    put_person(&mut journal, 2, "Maya", Status::Died);
    put_person(&mut journal, 3, "Ann", Status::Present);
    put_person(&mut journal, 5, "Bob", Status::Present);
    assert_eq!(favorites(&journal, &[]).people, [id(1), id(3), id(5)]);
}
