//! One visit to the page of a record: what is being typed in its fields, and how it is saved.
//!
//! The first change keeps what was there before as a version, the later ones only replace it. A
//! field shows what is stored until somebody types in it, so that an undo is seen at once.

use std::rc::Rc;

use leptos::prelude::*;
use satkarya_core::id::Id;
use satkarya_core::journal::Earlier;
use satkarya_core::record::Body;

use super::{Access, AppState};
use crate::platform::timer::Timer;

/// How long something typed may wait to be saved, in milliseconds.
const KEEP_MS: u32 = 2_000;

/// Puts words into a field, which each form numbers for itself. Says false where they cannot
/// stand there: they are not saved and stay on screen.
pub type Fill = fn(&mut Body, usize, &str) -> bool;

/// A visit. Lives as long as the page, and saves what was typed when the page goes.
#[derive(Clone, Copy)]
pub struct Visit {
    /// Whose page it is.
    pub id: Id,
    /// What was typed and is not saved, field by field.
    typed: RwSignal<Vec<(usize, String)>>,
    /// Kept apart, so that a visit is small to hand on.
    rest: StoredValue<Rest, LocalStorage>,
}

/// What only the visit itself needs.
struct Rest {
    app: AppState,
    fill: Fill,
    /// What the record is made of by the first change, if there is none yet.
    blank: Option<Body>,
    has_changed: bool,
    timer: Option<Timer>,
}

impl Visit {
    /// Begins a visit, on the page of the record.
    pub fn begin(app: AppState, id: Id, fill: Fill) -> Self {
        Self::new(app, id, fill, None)
    }

    /// Begins a visit to a record that the first change makes, if it is not there.
    pub fn begin_or_make(app: AppState, id: Id, fill: Fill, blank: Body) -> Self {
        Self::new(app, id, fill, Some(blank))
    }

    fn new(app: AppState, id: Id, fill: Fill, blank: Option<Body>) -> Self {
        let typed = RwSignal::new(Vec::new());
        let rest =
            StoredValue::new_local(Rest { app, fill, blank, has_changed: false, timer: None });
        let visit = Self { id, typed, rest };
        app.set_flush(Some(Rc::new(move || {
            visit.save();
            typed.try_with_untracked(Vec::is_empty).unwrap_or(true)
        })));
        on_cleanup(move || {
            app.flush();
            app.set_flush(None);
        });
        visit
    }

    /// What stands in the record. Followed by whatever view reads it; none once it is gone.
    pub fn read<T>(self, read: impl FnOnce(&Body) -> Option<T>) -> Option<T> {
        self.app()?.journal.with(|journal| journal.get(self.id)?.live().and_then(read))
    }

    /// The state; none once the page is gone.
    fn app(self) -> Option<AppState> {
        self.rest.try_with_value(|rest| rest.app)
    }

    /// What was typed in a field and is not saved. Reactive.
    pub fn typed(self, field: usize) -> Option<String> {
        self.typed.with(|typed| typed.iter().find(|it| it.0 == field).map(|it| it.1.clone()))
    }

    /// Changes the record and saves it, if anything is different afterwards.
    pub fn change(self, act: impl FnOnce(&mut Body)) {
        let mut act = Some(act);
        self.change_by(&mut |body| {
            if let Some(act) = act.take() {
                act(body);
            }
        });
    }

    fn change_by(self, act: &mut dyn FnMut(&mut Body)) {
        let there = untrack(|| self.read(|body| Some(body.clone())));
        let Some(before) = there.or_else(|| self.blank()) else { return };
        let mut body = before.clone();
        act(&mut body);
        if body == before {
            return;
        }
        let begun = self
            .rest
            .try_update_value(|rest| (rest.app, std::mem::replace(&mut rest.has_changed, true)));
        if let Some((app, has_changed)) = begun {
            let earlier = if has_changed { Earlier::Replaced } else { Earlier::Kept };
            app.put(self.id, body, earlier);
        }
    }

    /// What a record that was never there begins as. One that was deleted stays so.
    fn blank(self) -> Option<Body> {
        let was_there =
            self.app()?.journal.with_untracked(|journal| journal.get(self.id).is_some());
        self.rest.try_with_value(|rest| rest.blank.clone()).flatten().filter(|_| !was_there)
    }

    /// Notes what was typed in a field, and keeps it in two seconds at the latest.
    pub fn type_in(self, field: usize, text: String) {
        self.note(field, text);
        self.rest.try_update_value(|rest| {
            rest.timer.get_or_insert_with(|| {
                Timer::after(KEEP_MS, move || {
                    // Without trimming, which would take the space from under the caret.
                    self.keep(|text| text);
                    self.take_timer();
                })
            });
        });
    }

    /// Notes what was typed in a field, to be kept by the next save.
    pub fn note(self, field: usize, text: String) {
        self.typed.update(|typed| {
            typed.retain(|it| it.0 != field);
            typed.push((field, text));
        });
        if let Some(app) = self.app() {
            app.note_unsaved(true);
        }
    }

    fn take_timer(self) -> Option<Timer> {
        self.rest.try_update_value(|rest| rest.timer.take()).flatten()
    }

    /// Saves what was typed, when a field is left or the page goes.
    pub fn save(self) {
        drop(self.take_timer());
        let unfit = self.keep(str::trim_end);
        // A tab that may not write has said so, and the words stay in their fields.
        if let Some(app) = self.app().filter(|app| app.access.get_untracked() == Access::Writer) {
            app.note_unsaved(!unfit.is_empty());
            self.typed.try_set(unfit);
        }
    }

    /// Puts what was typed into the record, and returns what cannot stand there.
    fn keep(self, clean: fn(&str) -> &str) -> Vec<(usize, String)> {
        let mut unfit = self.typed.try_get_untracked().unwrap_or_default();
        let fill = self.rest.try_with_value(|rest| rest.fill);
        if let Some(fill) = fill.filter(|_| !unfit.is_empty()) {
            self.change_by(&mut |body| {
                unfit.retain(|(field, text)| !fill(body, *field, clean(text)));
            });
        }
        unfit
    }
}

#[cfg(test)]
mod tests;
