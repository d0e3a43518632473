//! One visit to a person's page: what is being typed, and how it is saved.
//!
//! The first change keeps what was there before as a version, the later ones only replace it. A
//! field shows what is stored until somebody types in it, so that an undo is seen at once.

use std::rc::Rc;

use leptos::prelude::*;
use satkarya_core::id::Id;
use satkarya_core::journal::Earlier;
use satkarya_core::people::Person;
use satkarya_core::record::Body;
use satkarya_core::text::{Note, Text};

use super::naming::name_of;
use crate::state::{Access, AppState};

/// What was typed and is not saved; none of a field in which nothing was.
#[derive(Debug, Clone, Default)]
pub(super) struct Typed {
    pub(super) name: Option<String>,
    pub(super) phone: Option<String>,
    pub(super) note: Option<String>,
}

/// A visit. Lives as long as the page, and saves what was typed when the page goes.
#[derive(Clone, Copy)]
pub(super) struct Sitting {
    /// Whose page it is.
    pub(super) id: Id,
    /// What is being typed.
    pub(super) typed: RwSignal<Typed>,
    has_changed: StoredValue<bool>,
}

impl Sitting {
    pub(super) fn new(app: AppState, id: Id) -> Self {
        let typed = RwSignal::new(Typed::default());
        let sitting = Self { id, typed, has_changed: StoredValue::new(false) };
        app.set_flush(Some(Rc::new(move || sitting.save(app))));
        on_cleanup(move || {
            app.flush();
            app.set_flush(None);
        });
        sitting
    }

    /// The person as they are now. Followed by whatever view reads it.
    pub(super) fn person(self, app: AppState) -> Option<Person> {
        app.journal.with(|journal| journal.person(self.id).map(|it| it.person.clone()))
    }

    /// Changes the person and saves them, if anything is different afterwards.
    pub(super) fn change(self, app: AppState, act: impl FnOnce(&mut Person)) {
        let Some(before) = untrack(|| self.person(app)) else { return };
        let mut person = before.clone();
        act(&mut person);
        if person == before {
            return;
        }
        let is_first = !self.has_changed.get_value();
        self.has_changed.set_value(true);
        let earlier = if is_first { Earlier::Kept } else { Earlier::Replaced };
        app.put(self.id, Body::Person(person), earlier);
    }

    /// Saves what was typed. A text that cannot be a name stays in its field and is not saved.
    pub(super) fn save(self, app: AppState) {
        let Some(Typed { name, phone, note }) = self.typed.try_get_untracked() else { return };
        let name = name.and_then(|text| name_of(&text).ok());
        if name.is_none() && phone.is_none() && note.is_none() {
            return;
        }
        let has_name = name.is_some();
        self.change(app, |person| {
            if let Some(name) = name {
                person.name = name;
            }
            if let Some(phone) = phone {
                person.phone = Text::cut(phone.trim());
            }
            if let Some(note) = note {
                person.note = Note::cut(note.trim_end());
            }
        });
        // A tab that may not write has said so, and the words stay in their fields.
        if app.access.get_untracked() == Access::Writer {
            self.typed.update(|typed| {
                let name = typed.name.take().filter(|_| !has_name);
                *typed = Typed { name, ..Typed::default() };
            });
        }
    }
}
