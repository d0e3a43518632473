//! When the folder with the copies is looked at: at the start, when the page comes back or goes behind
//! others, and half a minute after the last change. Never at a key press, and never while locked.

use std::rc::Rc;

use leptos::prelude::*;

use super::Session;
use crate::platform::timer::{self, Timer};
use crate::state::{AppState, Saving};

/// How long nothing has changed before the copy is written, in milliseconds.
const REST_MS: u32 = 30_000;

impl Session {
    /// Waits for changes, for as long as this app is mounted.
    pub(super) fn follow_changes(self: &Rc<Self>, app: AppState) {
        app.remember_folder();
        let session = Rc::downgrade(self);
        Effect::new(move || {
            let is_saved = matches!(app.saving.get(), Saving::Saved | Saving::SavedSlow);
            if let Some(session) = session.upgrade().filter(|_| is_saved) {
                session.look_later();
            }
        });
    }

    /// Looks when nothing has changed for a while; each change begins that anew.
    fn look_later(self: &Rc<Self>) {
        let session = Rc::downgrade(self);
        let timer = Timer::after(REST_MS, move || {
            if let Some(session) = session.upgrade() {
                session.look_at_folder();
            }
        });
        self.resting.replace(Some(timer));
    }

    /// Looks now, if the diary is open.
    pub(super) fn look_at_folder(&self) {
        if let Some(app) = self.open_app() {
            timer::spawn(app.follow_folder());
        }
    }
}
