//! What stands on the timeline, on stores in memory: kept as exactly as it was given, and taken back.

use crate::browser::{Browser, id, story};
use leptos::prelude::*;
use satkarya::state::AppState;
use satkarya_core::journal::Earlier;
use satkarya_core::life::{LifeEvent, LowSpell};
use satkarya_core::record::Body;
use satkarya_core::store::Role;
use satkarya_core::text::Text;
use satkarya_core::time::FuzzyDay;
use satkarya_core::timeline::{self, Timeline, timeline};

fn fuzzy(text: &str) -> Option<FuzzyDay> {
    text.parse().ok()
}

fn spell(when: &str) -> Body {
    Body::Spell(LowSpell { when: fuzzy(when), ..LowSpell::default() })
}

fn event(title: &str, when: &str) -> Body {
    Body::Event(LifeEvent { title: Text::cut(title), when: fuzzy(when), ..LifeEvent::default() })
}

fn found(app: AppState) -> Timeline {
    app.journal.with_untracked(timeline)
}

fn dates(app: AppState) -> Vec<String> {
    let dates = found(app).items.into_iter().filter_map(|it| it.when);
    dates.map(|it| it.to_string()).collect()
}

#[test]
fn dates_are_kept_as_exactly_as_they_were_given() {
    story(|| {
        let browser = Browser::default();
        let app = browser.window(Role::Writer);
        for (n, when) in
            ["2024", "2024-spring", "2024-05", "2024-05-17", "2024-summer-south"].iter().enumerate()
        {
            let n = u8::try_from(n).expect("a few") + 1;
            app.put(id(n), event("Moved", when), Earlier::Kept);
        }
        let expected = ["2024-spring", "2024-05", "2024-05-17", "2024", "2024-summer-south"]
            .map(str::to_owned);
        assert_eq!(dates(app), expected);
        assert_eq!(dates(browser.window(Role::Writer)), expected, "opened again");
    });
}

#[test]
fn a_mark_can_be_moved_and_taken_back() {
    story(|| {
        let browser = Browser::default();
        let app = browser.window(Role::Writer);
        app.put(id(1), event("Moved", "2024-02"), Earlier::Kept);
        app.put(id(2), spell("2024-05"), Earlier::Kept);
        assert_eq!(found(app).counts().n_near, 1);
        app.put(id(2), spell("2025"), Earlier::Kept);
        assert_eq!((found(app).onset, found(app).counts().n_near), (fuzzy("2025"), 0));
        app.undo();
        assert_eq!((found(app).onset, found(app).counts().n_near), (fuzzy("2024-05"), 1));
        assert_eq!(found(browser.window(Role::Writer)).onset, fuzzy("2024-05"), "opened again");
    });
}

#[test]
fn the_timeline_of_the_sample_diary_is_never_stored() {
    story(|| {
        let browser = Browser::default();
        let app = browser.window(Role::Writer);
        app.put(id(1), event("Mine", "2024"), Earlier::Kept);
        app.show_sample();
        let counts = found(app).counts();
        assert_eq!((counts.n_events, counts.n_bands, counts.n_pins), (10, 3, 2));
        assert!(counts.n_near > 0 && found(app).onset.is_some(), "there to be looked at");
        assert!(app.journal.with_untracked(|it| timeline::own(it).is_none()), "and nobody's own");
        app.put(id(2), spell("2020"), Earlier::Kept);
        app.remove_sample();
        app.show_sample();
        assert_eq!((found(app).current, found(app).onset), (Some(id(2)), fuzzy("2020")));
        app.remove_sample();
        assert_eq!(found(app).items.len(), 2);
    });
}
