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
    /// What is done before it is made.
    before_making: Option<fn(AppState, &Body)>,
    has_changed: bool,
    timer: Option<Timer>,
}

impl Visit {
    /// Begins a visit, on the page of the record: of one that is there, or of one that
    /// [`AppState::open_blank`] named and the first change makes.
    pub fn begin(app: AppState, id: Id, fill: Fill) -> Self {
        Self::new(app, id, fill, app.blank_of(id))
    }

    /// Begins a visit to a record that the first change makes, if it is not there.
    pub fn begin_or_make(app: AppState, id: Id, fill: Fill, blank: Body) -> Self {
        Self::new(app, id, fill, Some(blank))
    }

    fn new(app: AppState, id: Id, fill: Fill, blank: Option<Body>) -> Self {
        let typed = RwSignal::new(Vec::new());
        let rest = Rest { app, fill, blank, before_making: None, has_changed: false, timer: None };
        let rest = StoredValue::new_local(rest);
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

    /// What stands in the record, or what it will be made of. Followed by whatever view reads it;
    /// none once it is gone, and one that was deleted stays so.
    pub fn read<T>(self, read: impl FnOnce(&Body) -> Option<T>) -> Option<T> {
        self.app()?.journal.with(|journal| match journal.get(self.id) {
            Some(record) => record.live().and_then(read),
            None => self.rest.try_with_value(|rest| rest.blank.as_ref().and_then(read))?,
        })
    }

    /// Whether the record was made. Reactive.
    pub fn is_made(self) -> bool {
        self.app().is_some_and(|app| app.journal.with(|it| it.get(self.id).is_some()))
    }

    /// Says what is done before the record is made, with what it is made of.
    pub fn before_making(self, act: fn(AppState, &Body)) {
        self.rest.try_update_value(|rest| rest.before_making = Some(act));
    }

    /// Keeps what is there now as a version by the next change, for what should be found again.
    pub fn keep_version(self) {
        self.rest.try_update_value(|rest| rest.has_changed = false);
    }

    /// The state; none once the page is gone.
    fn app(self) -> Option<AppState> {
        self.rest.try_with_value(|rest| rest.app)
    }

    /// What was typed in a field and is not saved. Reactive.
    pub fn typed(self, field: usize) -> Option<String> {
        self.typed.with(|typed| typed.iter().find(|it| it.0 == field).map(|it| it.1.clone()))
    }

    /// Whether something was typed that is not saved: after a save, what cannot stand there.
    pub fn has_unfit(self) -> bool {
        self.typed.try_with_untracked(|typed| !typed.is_empty()).unwrap_or(false)
    }

    /// Changes the record and saves it, if anything is different afterwards.
    pub fn change(self, act: impl FnOnce(&mut Body)) {
        self.change_once(act, false);
    }

    /// As [`Self::change`], for an answer that makes the record even where it begins with the same.
    pub fn answer(self, act: impl FnOnce(&mut Body)) {
        self.change_once(act, true);
    }

    fn change_once(self, act: impl FnOnce(&mut Body), makes: bool) {
        let mut act = Some(act);
        let act = &mut |body: &mut Body| {
            if let Some(act) = act.take() {
                act(body);
            }
        };
        self.change_by(act, makes);
    }

    fn change_by(self, act: &mut dyn FnMut(&mut Body), makes: bool) {
        let (there, is_made) = untrack(|| (self.read(|body| Some(body.clone())), self.is_made()));
        let Some(before) = there else { return };
        let mut body = before.clone();
        act(&mut body);
        if body == before && (is_made || !makes) {
            return;
        }
        let begun = self.rest.try_update_value(|rest| {
            let before_making = rest.before_making.filter(|_| !is_made);
            (rest.app, std::mem::replace(&mut rest.has_changed, true), before_making)
        });
        if let Some((app, has_changed, before_making)) = begun {
            if let Some(act) = before_making {
                act(app, &body);
            }
            let earlier = if has_changed { Earlier::Replaced } else { Earlier::Kept };
            app.put(self.id, body, earlier);
        }
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
            let act = &mut |body: &mut Body| {
                // Twice: what stands in one field may fit only once another one is filled.
                for _ in 0..2 {
                    unfit.retain(|(field, text)| !fill(body, *field, clean(text)));
                }
            };
            self.change_by(act, false);
        }
        unfit
    }
}

#[cfg(test)]
mod tests;
