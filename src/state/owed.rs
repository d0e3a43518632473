//! The support panel that is owed: an answer about hurting oneself opens it, however the form is left.

use leptos::prelude::*;
use satkarya_core::content::{FieldId, Measure};
use satkarya_core::journal::Earlier;
use satkarya_core::measure::{Filled, Owed, SafetyAnswer, safety_answer, support_owed};
use satkarya_core::record::Body;

use super::{Access, AppState};
use crate::route::Route;

impl AppState {
    /// The answer for which the support panel is open: one for which a form opened it, or one for which
    /// it is owed. Reactive.
    pub fn support_shown(self) -> Option<SafetyAnswer> {
        self.support_panel.get().max(self.owed_support())
    }

    /// The answer for which the support panel is owed and no form here opens it: the form was left by
    /// closing the window, or the browser ended, in this window or in another one, or a file had it.
    /// What was answered here since the store was opened is left to its own form. Reactive.
    ///
    /// It waits while the person is on Support, which is where it leads, or on the form itself, whose
    /// leaving opens it; until everything is in memory; and until this window may write, so that what it
    /// shows is noted and does not come again.
    pub fn owed_support(self) -> Option<SafetyAnswer> {
        let is_ready = self.loading.get().is_complete() && self.access.get() == Access::Writer;
        let route = self.route.get();
        if !is_ready || route == Route::Support {
            return None;
        }
        let today = self.today();
        let owed = self.journal.with(|journal| support_owed(journal, today));
        if owed.iter().any(|it| it.is_open && route == Route::Filled(it.id)) {
            return None;
        }
        // It never changes but with the journal, which is followed.
        let is_of_here = |it: &Owed| {
            self.inner.try_with_value(|inner| inner.put_lately.contains(&it.id)).unwrap_or_default()
        };
        owed.into_iter().filter(|it| !is_of_here(it)).map(|it| it.answer).max()
    }

    /// Opens the support panel for an answer that this window could not keep, since it may not write:
    /// no leaving of the form finds it. Nothing comes of any other answer.
    pub fn offer_unkept_support(self, measure: &Measure, item: &FieldId, value: Option<u8>) {
        if self.access.get_untracked() == Access::Writer {
            return;
        }
        let mut alone = Filled::new(measure.id.clone(), self.today());
        alone.answer(measure, item, value);
        let answer = safety_answer(measure, &alone).filter(|it| it.opens_support());
        if answer.is_some() {
            self.support_panel.set(answer);
        }
    }

    /// Closes the support panel. It is owed no more, for whichever answer it came.
    pub fn close_support(self) {
        self.support_panel.set(None);
        if self.access.get_untracked() != Access::Writer {
            return;
        }
        let today = self.today();
        let owed = self.journal.with_untracked(|journal| support_owed(journal, today));
        for Owed { id, .. } in owed {
            let filled = self.journal.with_untracked(|journal| journal.get(id)?.filled().cloned());
            let Some(filled) = filled else { continue };
            let was_own = self.is_own(id);
            let body = Body::Filled(Filled { support_owed: false, ..filled });
            // No step of its own to undo, and no version: nobody changed an answer.
            self.write(|journal, stamp| vec![journal.put(id, body, stamp, Earlier::Replaced)]);
            if was_own {
                self.note_own(id);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use satkarya_core::content;
    use satkarya_core::id::Id;
    use satkarya_core::journal::Journal;
    use satkarya_core::store::Role;

    use super::super::testing::Shared;
    use super::*;

    fn id() -> Id {
        Id::from_bytes([1; 16])
    }

    fn nine() -> &'static Measure {
        content::measure("nine").expect("the first")
    }

    /// One answer to the question about hurting oneself.
    fn answer(app: AppState, value: u8) {
        let item = nine().items.last().expect("nine");
        let mut filled = Filled::new(nine().id.clone(), app.today());
        filled.answer(nine(), &item.id, Some(value));
        app.put(id(), Body::Filled(filled), Earlier::Kept);
    }

    /// What the panel answers.
    fn shown(app: AppState) -> Option<SafetyAnswer> {
        untrack(|| app.support_shown())
    }

    /// A window that was just opened here, and what the panel answers in it.
    fn opened(shared: &Shared, route: Route) -> (AppState, Option<SafetyAnswer>) {
        let app = shared.window(Role::Writer);
        app.route.set(route);
        while !app.loading.get_untracked().is_complete() {
            assert_eq!(shown(app), None, "not before everything is in memory");
            app.load_next();
        }
        (app, shown(app))
    }

    /// Goes on in a window in which another one wrote meanwhile.
    fn go_on(shared: &Shared, app: AppState) {
        let (store, report) = shared.open(Role::Writer);
        app.reopen(store, report);
        while app.load_next() {}
    }

    fn story(tell: impl FnOnce()) {
        let owner = Owner::new();
        owner.with(tell);
        owner.cleanup();
    }

    #[test]
    fn a_window_that_was_closed_on_the_form_owes_the_panel_once() {
        story(|| {
            let mut n = 0;
            for (value, expected) in [
                (0, None),
                (1, Some(SafetyAnswer::SomeDays)),
                (2, Some(SafetyAnswer::MoreDays)),
                (3, Some(SafetyAnswer::MoreDays)),
            ] {
                let shared = Shared::default();
                answer(shared.window(Role::Writer), value);
                // The form itself, and Support, are not covered; it comes once they are left.
                for route in [Route::Filled(id()), Route::Support] {
                    let (app, there) = opened(&shared, route);
                    assert_eq!(there, None, "{value} {route:?}");
                    app.route.set(Route::Today);
                    assert_eq!(shown(app), expected, "{value} {route:?}");
                }
                // Seen and not closed, for the window was closed again.
                assert_eq!(opened(&shared, Route::Today).1, expected, "{value}");
                let (app, again) = opened(&shared, Route::People);
                assert_eq!(again, expected, "{value}");
                app.close_support();
                assert_eq!(shown(app), None);
                let filled = |app: AppState| {
                    let filled = |it: &Journal| it.get(id()).and_then(|it| it.filled()).cloned();
                    app.journal.with_untracked(filled).expect("there")
                };
                assert!(!filled(app).ended, "it is as unfinished as before");
                let (app, after) = opened(&shared, Route::Today);
                assert_eq!(after, None, "{value}");
                let versions =
                    app.journal.with_untracked(|it| it.get(id()).map(|it| it.versions.len()));
                assert_eq!(versions, Some(0), "nobody changed an answer");
                n += 1;
            }
            println!("answers after which the window was closed: {n}");
        });
    }

    #[test]
    fn a_window_that_writes_again_looks_for_what_is_owed_again() {
        story(|| {
            let shared = Shared::default();
            let (first, before) = opened(&shared, Route::Today);
            assert_eq!(before, None);
            first.give_way();
            let (second, _) = opened(&shared, Route::Today);
            answer(second, 3);
            assert_eq!(shown(second), None, "its own form opens it there");
            // The second window is killed.
            go_on(&shared, first);
            assert_eq!(shown(first), Some(SafetyAnswer::MoreDays));
            first.close_support();
            assert_eq!(shown(first), None);
            // What it answered itself is owed as well, once it comes back to it.
            answer(first, 1);
            assert_eq!(shown(first), None, "its own form opens it here");
            first.give_way();
            assert_eq!(shown(first), None, "it could not be noted that it was closed");
            go_on(&shared, first);
            assert_eq!(shown(first), Some(SafetyAnswer::SomeDays));
        });
    }

    #[test]
    fn what_a_file_owes_is_shown_when_it_was_brought_in() {
        story(|| {
            let other = Shared::default().window(Role::Writer);
            answer(other, 2);
            let file = other.backup_text();
            let (app, before) = opened(&Shared::default(), Route::Today);
            assert_eq!(before, None);
            let incoming = app.look_into(file.as_bytes()).expect("the file is good");
            assert_eq!(app.bring_in(incoming), Ok(1));
            assert_eq!(shown(app), Some(SafetyAnswer::MoreDays));
            app.close_support();
            assert_eq!(shown(app), None);
        });
    }

    #[test]
    fn an_answer_that_cannot_be_kept_opens_the_panel_at_once() {
        story(|| {
            let mut n = 0;
            for (role, value, expected) in [
                (Role::Writer, Some(3), None),
                (Role::Follower, None, None),
                (Role::Follower, Some(0), None),
                (Role::Follower, Some(1), Some(SafetyAnswer::SomeDays)),
                (Role::Follower, Some(2), Some(SafetyAnswer::MoreDays)),
                (Role::Follower, Some(3), Some(SafetyAnswer::MoreDays)),
            ] {
                let shared = Shared::default();
                answer(shared.window(Role::Writer), 0);
                let app = shared.window(role);
                let [first, .., last] = nine().items.as_slice() else { panic!("nine of them") };
                app.offer_unkept_support(nine(), &first.id, value);
                assert_eq!(shown(app), None, "{value:?} to another question");
                app.offer_unkept_support(nine(), &last.id, value);
                assert_eq!(shown(app), expected, "{value:?}");
                app.close_support();
                assert_eq!(shown(app), None, "{value:?}");
                n += 1;
            }
            println!("answers that could or could not be kept: {n}");
        });
    }
}
