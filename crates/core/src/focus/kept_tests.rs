//! What is chosen, said and agreed with, and that it stays where and as it was.

#![allow(clippy::expect_used, reason = "a test may stop")]

use super::*;
use crate::diary::{Entry, Feeling, FeelingId};
use crate::journal::Earlier;
use crate::people::{Person, Safe};
use crate::record::Body;
use crate::stamp::StampClock;
use crate::text::Name;
use crate::time::{Now, Offset, Zone};

fn on(text: &str) -> Day {
    text.parse().expect(text)
}

fn day() -> Day {
    on("2026-11-24")
}

#[test]
fn a_choice_made_today_is_the_current_one() {
    let (mut journal, mut clock) = (Journal::new(), StampClock::new(1));
    let (course, newer) = (Id::from_bytes([9; 16]), || Unknown::from([("newer".into(), 1.into())]));
    // Each with the day on which it is made; one is made after a journey west.
    for (today, main, halfway, lies_on, is_new) in [
        ("2026-11-02", Area::Change, None, "2026-11-02", true),
        ("2026-11-09", Area::Grief, Some(course), "2026-11-09", true),
        ("2026-11-09", Area::Dispute, None, "2026-11-09", false),
        ("2026-11-08", Area::Connection, None, "2026-11-09", false),
        ("2026-11-10", Area::Change, None, "2026-11-10", true),
    ] {
        let before = current(&journal).cloned();
        let (there, focus) = choose(&journal, on(today), main, None, halfway);
        assert_eq!((focus.day, there.is_none()), (on(lies_on), is_new), "{today}");
        if let (Some(before), false) = (before, is_new) {
            assert_eq!((&focus.unknown, focus.halfway), (&before.unknown, Some(course)));
        }
        let n = u8::try_from(history(&journal).len()).expect("few");
        let id = there.unwrap_or(Id::from_bytes([n + 1; 16]));
        let focus = Focus { unknown: newer(), ..focus };
        journal.put(id, Body::Focus(focus.clone()), clock.tick(1), Earlier::Kept);
        assert_eq!(current(&journal), Some(&focus));
    }
    assert_eq!(history(&journal).len(), 3);
}

#[test]
fn safety_stands_first_by_the_latest_sitting() {
    let (mut journal, mut clock) = (Journal::new(), StampClock::new(1));
    let ravi = Id::from_bytes([1; 16]);
    assert_eq!(safety_first(&journal), None);
    let mut sat = |n: u8, safety: Safety, person: Person| {
        let sitting = Reflection { who: Some(ravi), safety, ..Reflection::new(day()) };
        journal.put(ravi, Body::Person(person), clock.tick(1), Earlier::Kept);
        let id = Id::from_bytes([n; 16]);
        journal.put(id, Body::Reflection(sitting), clock.tick(1), Earlier::Kept);
        safety_first(&journal)
    };
    let yes = Safety { controlled: Some(Told::Yes), ..Safety::default() };
    let person = Person::new(Name::cut("Ravi"));
    let held = Person { safe: Some(Safe::No), ..person.clone() };
    let wanted = Person { wants_tools: true, ..held.clone() };
    assert_eq!(sat(2, yes, person.clone()), Some(Some(ravi)));
    assert_eq!(sat(3, Safety::default(), person), None);
    assert_eq!(sat(4, Safety::default(), held), Some(Some(ravi)));
    assert_eq!(sat(5, Safety::default(), wanted), None);
}

#[test]
fn sittings_of_one_day_are_counted_in_their_order() {
    let (mut journal, mut clock) = (Journal::new(), StampClock::new(1));
    let id = |n| Id::from_bytes([n; 16]);
    for (n, of) in [(7, "2026-11-24"), (3, "2026-11-24"), (5, "2026-11-23"), (1, "2026-11-24")] {
        let body = Body::Reflection(Reflection::new(on(of)));
        journal.put(id(n), body, clock.tick(1), Earlier::Kept);
    }
    let nth = |n| nth_of_day(&journal, id(n), day());
    assert_eq!([7, 3, 1].map(nth), [1, 2, 3]);
    assert_eq!(nth(9), 4, "not kept yet");
    assert_eq!(nth_of_day(&journal, id(5), on("2026-11-23")), 1);
}

#[test]
fn what_was_agreed_with_never_changes_by_itself() {
    let made = "Since 2026 I’ve been feeling sad.";
    let mut old = Formulation { agreed: true, ..Formulation::new(day()) };
    let next = old.next(on("2026-11-30"), made);
    old.freeze(made);
    assert_eq!((&*old.words, old.agreed), (made, true));
    old.freeze("Something else.");
    assert_eq!(&*old.words, made);
    assert!(next.words.is_blank() && !next.agreed && next.day == on("2026-11-30"));
    // What was frozen follows the answers again; what was written does not.
    assert!(old.next(day(), made).words.is_blank());
    assert_eq!(&*old.next(day(), "Something else.").words, made);
    assert_eq!(old.next(on("2026-11-01"), made).day, day());
}

#[test]
fn the_sample_diary_is_not_mixed_into_ones_own_feelings() {
    let (mut journal, mut clock) = (Journal::new(), StampClock::new(1));
    let entry = |feeling: &str| {
        let now = Now { ms: 0, offset: Offset::UTC, zone: Zone::default() };
        let mut entry = Entry::new((&now).into());
        entry.when.day = day();
        let id = FeelingId::try_from(feeling).expect(feeling);
        entry.feelings.push(Feeling { id, strength: None });
        Body::Entry(entry)
    };
    let noted = |journal: &Journal| {
        let noted = noted_feelings(journal, day(), day(), 8);
        noted.into_iter().map(|(id, n)| (id.to_string(), n)).collect::<Vec<_>>()
    };
    journal.put_sample(Id::from_bytes([1; 16]), entry("sad"), clock.tick(1));
    assert_eq!(noted(&journal), [("sad".to_owned(), 1)]);
    journal.put(Id::from_bytes([2; 16]), entry("calm"), clock.tick(1), Earlier::Kept);
    assert_eq!(noted(&journal), [("calm".to_owned(), 1)]);
}

#[test]
fn three_goals_are_enough_at_one_time() {
    let (mut journal, mut clock) = (Journal::new(), StampClock::new(1));
    for n in 1..=4 {
        let goal = Goal { archived: n == 1, ..Goal::new(day()) };
        assert!(!Goal::is_full(&journal));
        journal.put(Id::from_bytes([n; 16]), Body::Goal(goal), clock.tick(1), Earlier::Kept);
    }
    assert!(Goal::is_full(&journal));
}

#[test]
fn what_was_said_about_being_safe_stays_with_whom_it_was_said_of() {
    let [ravi, sam] = [1, 2].map(|n| Some(Id::from_bytes([n; 16])));
    let told = Safety { afraid: Some(Told::Yes), hurt: Some(Told::No), controlled: None };
    for (before, after, is_kept) in [
        (ravi, ravi, true),
        (None, None, true),
        (ravi, None, false),
        (ravi, sam, false),
        (None, sam, false),
    ] {
        let mut it = Reflection { who: before, safety: told, ..Reflection::new(day()) };
        it.set_who(after);
        assert_eq!((it.who, it.safety == told, it.tells_unsafe()), (after, is_kept, is_kept));
    }
}

#[test]
fn a_yes_is_noted_on_a_page_that_does_not_say_so() {
    for (safe, noted) in [
        (None, Some(Safe::NotAlways)),
        (Some(Safe::Yes), Some(Safe::NotAlways)),
        (Some(Safe::RatherNot), Some(Safe::NotAlways)),
        (Some(Safe::NotAlways), None),
        (Some(Safe::No), None),
    ] {
        let person = Person { safe, wants_tools: true, ..Person::new(Name::cut("Ravi")) };
        let after = noted_unsafe(&person);
        assert_eq!(after.as_ref().and_then(|it| it.safe), noted);
        assert!(after.is_none_or(|it| it.holds_back() && it.name == person.name));
    }
}
