//! One visit to the page of a session: what is being typed, and how it is saved.
//!
//! The first change keeps what was there before as a version, the later ones only replace it. A
//! field shows what is stored until somebody types in it, so that an undo is seen at once.

use std::rc::Rc;

use leptos::prelude::*;
use satkarya_core::course::Session;
use satkarya_core::id::Id;
use satkarya_core::journal::Earlier;
use satkarya_core::record::Body;
use satkarya_core::text::Note;

use crate::platform::timer::Timer;
use crate::state::{Access, AppState};

/// How long something typed may wait to be saved, in milliseconds.
const KEEP_MS: u32 = 2_000;

/// What was typed and is not saved; none of a field in which nothing was.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Typed {
    pub(super) talked: Option<String>,
    pub(super) to_try: Option<String>,
}

/// A visit. Lives as long as the page, and saves what was typed when the page goes.
#[derive(Clone, Copy)]
pub(super) struct Sitting {
    /// Which session.
    pub(super) id: Id,
    /// What is being typed.
    pub(super) typed: RwSignal<Typed>,
    has_changed: StoredValue<bool>,
    timer: StoredValue<Option<Timer>, LocalStorage>,
}

impl Sitting {
    pub(super) fn new(app: AppState, id: Id) -> Self {
        let typed = RwSignal::new(Typed::default());
        let (has_changed, timer) = (StoredValue::new(false), StoredValue::new_local(None));
        let sitting = Self { id, typed, has_changed, timer };
        app.set_flush(Some(Rc::new(move || {
            sitting.save(app);
            typed.try_with_untracked(|typed| *typed == Typed::default()).unwrap_or(true)
        })));
        on_cleanup(move || {
            app.flush();
            app.set_flush(None);
        });
        sitting
    }

    /// The session as it is now. Followed by whatever view reads it.
    pub(super) fn session(self, app: AppState) -> Option<Session> {
        app.journal.with(|journal| journal.session(self.id).map(|it| it.session.clone()))
    }

    /// Changes the session and saves it, if anything is different afterwards.
    pub(super) fn change(self, app: AppState, act: impl FnOnce(&mut Session)) {
        let Some(before) = untrack(|| self.session(app)) else { return };
        let mut session = before.clone();
        act(&mut session);
        if session == before {
            return;
        }
        let is_first = !self.has_changed.get_value();
        self.has_changed.set_value(true);
        let earlier = if is_first { Earlier::Kept } else { Earlier::Replaced };
        app.put(self.id, Body::Session(session), earlier);
    }

    fn note(self, app: AppState, note: impl FnOnce(&mut Typed)) {
        self.typed.update(note);
        app.note_unsaved(true);
    }

    /// Notes what was typed, and keeps it in two seconds at the latest.
    pub(super) fn type_in(self, app: AppState, note: impl FnOnce(&mut Typed)) {
        self.note(app, note);
        self.timer.update_value(|timer| {
            timer.get_or_insert_with(|| {
                Timer::after(KEEP_MS, move || {
                    // Without trimming, which would take the space from under the caret.
                    self.keep(app, str::to_owned);
                    self.timer.try_update_value(Option::take);
                })
            });
        });
    }

    /// Saves what was typed, when a field is left or the page goes.
    pub(super) fn save(self, app: AppState) {
        self.timer.try_update_value(Option::take);
        self.keep(app, |text| text.trim_end().to_owned());
        // A tab that may not write has said so, and the words stay in their fields.
        if app.access.get_untracked() == Access::Writer {
            self.typed.try_update(|typed| {
                *typed = Typed::default();
                app.note_unsaved(false);
            });
        }
    }

    fn keep(self, app: AppState, clean: fn(&str) -> String) {
        let Some(Typed { talked, to_try }) = self.typed.try_get_untracked() else { return };
        if talked.is_none() && to_try.is_none() {
            return;
        }
        self.change(app, |session| {
            if let Some(talked) = talked {
                session.talked = Note::cut(&clean(&talked));
            }
            if let Some(to_try) = to_try {
                session.to_try = Note::cut(&clean(&to_try));
            }
        });
    }
}

#[cfg(test)]
mod tests;
