//! A sitting on stores in memory: what is kept, what is a draft, and what is never touched.

use satkarya_core::diary::Feeling;
use satkarya_core::port::Clock;
use satkarya_core::rating::Mood;
use satkarya_core::record::Body;
use satkarya_core::store::Role;
use satkarya_core::time::Now;

use super::*;
use crate::state::Saving;
use crate::state::testing::{Fixed, Shared};

fn window(role: Role) -> AppState {
    Shared::default().window(role)
}

/// Runs a story inside an owner, as a page does. Whatever it holds is cleaned up at the end.
fn story(tell: impl FnOnce()) {
    let owner = Owner::new();
    owner.with(tell);
}

fn id() -> Id {
    Id::from_bytes([1; 16])
}

fn blank() -> Entry {
    Entry::new(When::from(&Fixed.now()))
}

fn with_mood(mood: u8) -> Entry {
    Entry { mood: Mood::try_from(mood).ok(), ..blank() }
}

fn begin(app: AppState, entry: Entry, is_new: bool) -> Sitting {
    Sitting::begin(app, id(), entry, is_new, || ())
}

fn stored(app: AppState) -> Option<Record> {
    app.journal.with_untracked(|journal| journal.get(id()).map(|record| Record::clone(record)))
}

fn n_versions(app: AppState) -> usize {
    stored(app).map_or(0, |record| record.versions.len())
}

fn n_drafts(app: AppState) -> usize {
    app.with_store(|store| store.drafts().map_or(0, |drafts| drafts.len())).unwrap_or_default()
}

/// Typing without the timer, which only a browser has.
fn type_what(sitting: Sitting, text: &str) {
    sitting.what.set(text.to_owned());
    sitting.with(|keeper| keeper.changed());
}

#[test]
fn a_blank_new_entry_is_never_stored() {
    story(|| {
        let app = window(Role::Writer);
        let sitting = begin(app, blank(), true);
        sitting.save();
        type_what(sitting, "a word");
        type_what(sitting, "");
        sitting.save();
        assert!(stored(app).is_none() && sitting.is_blank());
    });
}

#[test]
fn a_choice_is_saved_at_once_and_leaves_no_version_of_a_new_entry() {
    story(|| {
        let app = window(Role::Writer);
        let sitting = begin(app, blank(), true);
        sitting.choose(|entry| entry.mood = Mood::try_from(3).ok());
        sitting.choose(|entry| entry.star = true);
        let record = stored(app).expect("saved");
        assert!(record.entry().is_some_and(|entry| entry.star && entry.mood.is_some()));
        assert_eq!(record.versions, []);
    });
}

#[test]
fn a_new_entry_from_which_everything_is_taken_back_goes_and_comes_again_with_the_next_word() {
    story(|| {
        let app = window(Role::Writer);
        let sitting = begin(app, blank(), true);
        sitting.choose(|entry| entry.mood = Mood::try_from(3).ok());
        sitting.choose(|entry| entry.mood = None);
        assert!(stored(app).is_some_and(|record| record.removed.is_some()));
        type_what(sitting, "after all");
        sitting.save();
        assert!(stored(app).is_some_and(|record| record.entry().is_some()));
    });
}

#[test]
fn the_first_change_of_a_sitting_keeps_what_was_there_and_the_rest_does_not() {
    story(|| {
        let app = window(Role::Writer);
        app.put(id(), Body::Entry(with_mood(3)), Earlier::Kept);
        let sitting = begin(app, with_mood(3), false);
        for mood in 4..8 {
            sitting.choose(|entry| entry.mood = Mood::try_from(mood).ok());
        }
        assert_eq!(n_versions(app), 1);
    });
}

#[test]
fn looking_at_an_entry_changes_nothing() {
    story(|| {
        let app = window(Role::Writer);
        app.put(id(), Body::Entry(with_mood(3)), Earlier::Kept);
        let before = stored(app);
        let sitting = begin(app, with_mood(3), false);
        sitting.save();
        sitting.choose(|_| ());
        app.flush();
        assert_eq!(stored(app), before);
    });
}

#[test]
fn what_was_typed_is_saved_when_the_page_goes_away() {
    let app_owner = Owner::new();
    app_owner.with(|| {
        let app = window(Role::Writer);
        let page = Owner::new();
        page.with(|| type_what(begin(app, blank(), true), "what happened"));
        assert!(stored(app).is_none());
        page.cleanup();
        let record = stored(app).expect("saved on the way out");
        assert_eq!(
            record.entry().map(|entry| entry.what.to_string()),
            Some("what happened".into())
        );
        assert_eq!(n_drafts(app), 0);
    });
}

#[test]
fn a_tab_that_may_not_write_keeps_a_draft_until_it_may() {
    story(|| {
        let app = window(Role::Follower);
        let sitting = begin(app, blank(), true);
        sitting.choose(|entry| entry.mood = Mood::try_from(6).ok());
        type_what(sitting, "from the other tab");
        sitting.save();
        assert!(stored(app).is_none());
        assert_eq!((n_drafts(app), app.saving.get_untracked()), (1, Saving::Follower));
    });
}

#[test]
fn saved_is_never_said_of_words_that_no_save_has() {
    type End = fn(AppState, Sitting);
    let ends: [(&str, End); 4] = [
        ("left the field", |_, sitting| sitting.save()),
        ("chose something", |_, sitting| {
            sitting.choose(|entry| entry.mood = Mood::try_from(6).ok());
        }),
        ("took it back", |_, sitting| {
            type_what(sitting, "");
            sitting.save();
        }),
        ("the page was hidden", |app, _| _ = app.flush()),
    ];
    for (end, act) in ends {
        story(|| {
            let app = window(Role::Writer);
            let told = move || untrack(|| app.told());
            let sitting = begin(app, blank(), true);
            sitting.choose(|entry| entry.mood = Mood::try_from(5).ok());
            assert_eq!(told(), Saving::SavedSlow, "the mood is saved");
            for text in ["m", "mo", "mor"] {
                type_what(sitting, text);
                assert_eq!(told(), Saving::Idle, "{text} is not");
            }
            act(app, sitting);
            assert_eq!(told(), Saving::SavedSlow, "{end}");
            type_what(sitting, "more");
            assert_eq!(told(), Saving::Idle, "{end}, and went on");
        });
    }
}

#[test]
fn saved_is_not_said_when_an_earlier_save_ends_while_words_are_typed() {
    story(|| {
        let app = window(Role::Writer);
        let sitting = begin(app, blank(), true);
        sitting.choose(|entry| entry.mood = Mood::try_from(5).ok());
        app.saving.set(Saving::Saving);
        type_what(sitting, "m");
        assert_eq!(untrack(|| app.told()), Saving::Saving, "the mood is being saved");
        for ended in [Saving::Saved, Saving::SavedSlow] {
            app.saving.set(ended);
            assert_eq!(untrack(|| app.told()), Saving::Idle);
        }
        app.saving.set(Saving::Full);
        assert_eq!(untrack(|| app.told()), Saving::Full, "a trouble is told of");
    });
}

#[test]
fn what_is_typed_on_a_page_that_is_gone_silences_nothing() {
    let app_owner = Owner::new();
    app_owner.with(|| {
        let app = window(Role::Writer);
        app.put(id(), Body::Entry(with_mood(3)), Earlier::Kept);
        let page = Owner::new();
        page.with(|| {
            let sitting = begin(app, with_mood(3), false);
            type_what(sitting, "given up");
            sitting.delete();
        });
        page.cleanup();
        assert_eq!(untrack(|| app.told()), Saving::SavedSlow);
    });
}

#[test]
fn a_deleted_entry_does_not_come_back_by_itself() {
    story(|| {
        let app = window(Role::Writer);
        app.put(id(), Body::Entry(with_mood(3)), Earlier::Kept);
        let sitting = begin(app, with_mood(3), false);
        type_what(sitting, "half a sentence");
        sitting.delete();
        app.remove(id(), crate::i18n::msg::entry_deleted());
        app.flush();
        assert!(stored(app).is_some_and(|record| record.removed.is_some()));
    });
}

#[test]
fn an_undo_elsewhere_shows_in_the_form_but_never_over_unsaved_words() {
    story(|| {
        let app = window(Role::Writer);
        app.put(id(), Body::Entry(with_mood(3)), Earlier::Kept);
        let sitting = begin(app, with_mood(3), false);
        sitting.choose(|entry| entry.mood = Mood::try_from(9).ok());
        app.undo();
        sitting.follow(stored(app).as_ref());
        assert_eq!(sitting.entry.with_untracked(|entry| entry.mood), Mood::try_from(3).ok());
        type_what(sitting, "being typed");
        let mut other = stored(app).expect("there");
        other.body = Some(Body::Entry(with_mood(5)));
        sitting.follow(Some(&other));
        assert_eq!(sitting.what.get_untracked(), "being typed");
    });
}

/// A draft that an earlier window left.
fn left_behind(app: AppState) -> Draft {
    untrack(|| app.open_drafts()).pop().expect("a draft is offered")
}

#[test]
fn a_draft_of_an_entry_that_was_never_saved_is_saved_and_only_then_forgotten() {
    story(|| {
        let shared = Shared::default();
        let draft = Entry { what: Note::cut("half a sentence"), ..blank() };
        shared.window(Role::Writer).keep_draft(id(), &draft);

        let follower = shared.window(Role::Follower);
        let sitting = begin(follower, blank(), true);
        sitting.take_draft(&left_behind(follower));
        assert_eq!(sitting.what.get_untracked(), "half a sentence");
        assert_eq!(n_drafts(follower), 2, "the old one and that of this window");
        sitting.delete();

        let app = shared.window(Role::Writer);
        let sitting = begin(app, blank(), true);
        sitting.take_draft(&left_behind(app));
        assert_eq!(stored(app).and_then(|record| record.entry().cloned()), Some(draft));
        assert_eq!((stored(app).map(|it| it.versions), n_drafts(app)), (Some(vec![]), 0));
    });
}

#[test]
fn a_form_that_stands_while_the_months_come_in_anew_changes_what_is_stored() {
    story(|| {
        let shared = Shared::default();
        let app = shared.window(Role::Writer);
        let on = |day: &str, mood: u8| {
            let when = When { day: day.parse().expect("a day"), ..When::from(&Fixed.now()) };
            Entry { when, ..with_mood(mood) }
        };
        for (n, day) in [(7, "2026-11-01"), (8, "2026-10-01"), (9, "2026-09-01")] {
            app.put(Id::from_bytes([n; 16]), Body::Entry(on(day, 1)), Earlier::Kept);
        }
        app.put(id(), Body::Entry(on("2026-05-01", 3)), Earlier::Kept);
        app.put(id(), Body::Entry(on("2026-05-01", 4)), Earlier::Kept);
        let before = stored(app).expect("there");
        let sitting = begin(app, on("2026-05-01", 4), false);
        let (store, report) = shared.open(Role::Writer);
        app.reopen(store, report);
        assert!(stored(app).is_none(), "its month is not in memory");
        sitting.choose(|entry| entry.mood = Mood::try_from(5).ok());
        let after = stored(app).expect("there");
        assert_eq!((after.created, after.versions.len()), (before.created, 2));
    });
}

#[test]
fn a_draft_that_is_taken_up_is_saved_and_what_was_there_is_kept() {
    story(|| {
        let shared = Shared::default();
        shared.window(Role::Writer).put(id(), Body::Entry(with_mood(3)), Earlier::Kept);
        let draft = Entry { what: Note::cut("from the draft"), ..with_mood(4) };
        shared.window(Role::Writer).keep_draft(id(), &draft);
        let app = shared.window(Role::Writer);
        let sitting = begin(app, with_mood(3), false);
        sitting.take_draft(&left_behind(app));
        assert_eq!(stored(app).and_then(|record| record.entry().cloned()), Some(draft));
        assert_eq!((sitting.what.get_untracked().as_str(), n_versions(app)), ("from the draft", 1));
    });
}

#[test]
fn empty_lines_are_left_out_and_no_sixth_feeling_gets_in() {
    story(|| {
        let app = window(Role::Writer);
        let sitting = begin(app, blank(), true);
        let line = |text: &str| SaidLine {
            who: satkarya_core::diary::Speaker::Me,
            text: satkarya_core::text::Line::cut(text),
            how: satkarya_core::text::Text::default(),
        };
        sitting.choose(|entry| entry.lines = vec![line("  "), line("said")]);
        for feeling in ["sad", "lonely", "hurt", "angry", "afraid", "calm"] {
            sitting.toggle_feeling(&feeling.try_into().expect("id"));
        }
        let entry = stored(app).and_then(|record| record.entry().cloned()).expect("saved");
        assert_eq!(entry.lines, [line("said")]);
        let names: Vec<_> = entry.feelings.iter().map(|Feeling { id, .. }| id.as_str()).collect();
        assert_eq!(names, ["sad", "lonely", "hurt", "angry", "afraid"]);
    });
}

#[test]
fn a_clock_set_back_meanwhile_dates_a_new_entry_and_no_older_one() {
    let tomorrow = Now { ms: Fixed.now().ms + 86_400_000, ..Fixed.now() };
    let ahead = || Entry { when: When::from(&tomorrow), ..with_mood(5) };
    let kept = |is_new: bool| {
        let app = window(Role::Writer);
        let sitting = begin(app, ahead(), is_new);
        sitting.choose(|entry| entry.star = true);
        app.journal.with_untracked(|journal| journal.entry(id()).map(|it| it.entry.when.clone()))
    };
    story(|| {
        assert_eq!(kept(true), Some(When::from(&Fixed.now())));
        assert_eq!(kept(false), Some(When::from(&tomorrow)));
    });
}
