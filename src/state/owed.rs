//! The support panel that is owed: an answer about hurting oneself opens it, however the form is left.

use leptos::prelude::*;
use satkarya_core::journal::Earlier;
use satkarya_core::measure::{Filled, Owed, support_owed};
use satkarya_core::record::Body;

use super::{Access, AppState};
use crate::route::Route;

impl AppState {
    /// Opens the support panel at the opening of the app, once, where one is owed: the form was left by
    /// closing the window, or the browser ended. Not over Support, which is where it leads, and not over
    /// the form itself, whose leaving opens it.
    ///
    /// # Returns
    /// Whether this was looked at: everything is in memory, and this window may write, so that what it
    /// shows is noted and does not come again.
    pub fn open_owed_support(self) -> bool {
        let is_ready = self.loading.get().is_complete() && self.access.get() == Access::Writer;
        if is_ready {
            let today = self.today();
            let owed = self.journal.with_untracked(|journal| support_owed(journal, today));
            let route = self.route.get_untracked();
            let is_form = |it: &Owed| it.is_open && route == Route::Filled(it.id);
            let is_elsewhere = route != Route::Support && !owed.iter().any(is_form);
            if let Some(answer) = owed.iter().map(|it| it.answer).max().filter(|_| is_elsewhere) {
                self.support_panel.set(Some(answer));
            }
        }
        is_ready
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
    use satkarya_core::measure::SafetyAnswer;
    use satkarya_core::store::Role;

    use super::super::testing::Shared;
    use super::*;

    fn id() -> Id {
        Id::from_bytes([1; 16])
    }

    /// One answer to the question about hurting oneself, and the window is gone.
    fn answer(app: AppState, value: u8) {
        let nine = content::measure("nine").expect("the first");
        let item = nine.items.last().expect("nine");
        let mut filled = Filled::new(nine.id.clone(), app.today());
        filled.answer(nine, &item.id, Some(value));
        app.put(id(), Body::Filled(filled), Earlier::Kept);
    }

    /// What the panel answers in a window that was just opened here.
    fn opened(shared: &Shared, route: Route) -> (AppState, Option<SafetyAnswer>) {
        let app = shared.window(Role::Writer);
        app.route.set(route);
        while !app.loading.get_untracked().is_complete() {
            assert!(!untrack(|| app.open_owed_support()), "not before everything is in memory");
            app.load_next();
        }
        assert!(untrack(|| app.open_owed_support()));
        (app, app.support_panel.get_untracked())
    }

    #[test]
    fn a_window_that_was_closed_on_the_form_owes_the_panel_once() {
        let owner = Owner::new();
        owner.with(|| {
            let mut n = 0;
            for (value, expected) in [
                (0, None),
                (1, Some(SafetyAnswer::SomeDays)),
                (2, Some(SafetyAnswer::MoreDays)),
                (3, Some(SafetyAnswer::MoreDays)),
            ] {
                let shared = Shared::default();
                answer(shared.window(Role::Writer), value);
                // The form itself, and Support, are not covered; and it stays owed.
                for route in [Route::Filled(id()), Route::Support] {
                    assert_eq!(opened(&shared, route).1, None, "{value} {route:?}");
                }
                // Seen and not closed, for the window was closed again.
                assert_eq!(opened(&shared, Route::Today).1, expected, "{value}");
                let (app, again) = opened(&shared, Route::People);
                assert_eq!(again, expected, "{value}");
                app.close_support();
                assert_eq!(app.support_panel.get_untracked(), None);
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
        owner.cleanup();
    }
}
