//! Which entries the forms on screen hold, and keeping what is noted in one of them.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;
use satkarya_core::diary::Entry;
use satkarya_core::id::Id;
use satkarya_core::journal::Earlier;

use super::{AppState, Saving};
use crate::platform::timer::Timer;

/// How often a draft is kept while somebody types, in milliseconds.
pub const DRAFT_MS: u32 = 2_000;

impl AppState {
    /// Whether the form on screen holds something that no save has. Cheap enough for each key press.
    pub fn note_unsaved(self, is_unsaved: bool) {
        // The window may be gone by now.
        if self.is_unsaved.try_get_untracked() == Some(!is_unsaved) {
            self.is_unsaved.set(is_unsaved);
        }
    }

    /// What to say of the latest change. "Saved" of an earlier one would be read as said of the
    /// words that are being typed, so nothing is said until they are kept. Reactive.
    pub fn told(self) -> Saving {
        match self.saving.get() {
            Saving::Saved | Saving::SavedSlow if self.is_unsaved.get() => Saving::Idle,
            saving => saving,
        }
    }

    /// A form on screen holds this entry: the draft that it keeps is not offered.
    pub fn hold(self, id: Id) {
        self.holding.update(|holding| holding.push(id));
    }

    /// The form is gone. What it could only keep as a draft is offered from now on.
    pub fn release(self, id: Id) {
        // The window may be gone by now.
        _ = self.holding.try_update(|holding| {
            if let Some(place) = holding.iter().position(|held| *held == id) {
                holding.swap_remove(place);
            }
        });
        if self.has_draft(id) {
            self.find_drafts();
        }
    }
}

/// Notes new entries: a choice is saved at once, typing is kept as a draft every two seconds and
/// saved when the person stops. What cannot be saved now waits for the next occasion.
///
/// Lives as long as the page that made it. Copy it freely.
#[derive(Clone, Copy)]
pub struct Typing {
    app: AppState,
    open: StoredValue<Rc<Open>, LocalStorage>,
}

#[derive(Default)]
struct Open {
    /// What is not saved, the latest last.
    unsaved: RefCell<Vec<(Id, Entry)>>,
    /// The entries that were noted on this page.
    held: RefCell<Vec<Id>>,
    timer: RefCell<Option<Timer>>,
}

impl Typing {
    /// Begins to note on a page. What is not saved when the page goes away is saved then.
    pub fn begin(app: AppState) -> Self {
        let open = Rc::new(Open::default());
        let last = Rc::clone(&open);
        app.set_flush(Some(Rc::new(move || {
            last.save(app);
            last.unsaved.borrow().is_empty()
        })));
        let left = StoredValue::new_local(Rc::clone(&open));
        on_cleanup(move || {
            app.flush();
            app.set_flush(None);
            left.try_with_value(|open| open.held.take().into_iter().for_each(|id| app.release(id)));
        });
        Self { app, open: StoredValue::new_local(open) }
    }

    /// Something was chosen: saves.
    pub fn chosen(self, id: Id, entry: &Entry) {
        self.open.with_value(|open| {
            open.note(self.app, id, entry);
            open.save(self.app);
        });
    }

    /// Something was typed: keeps a draft soon.
    pub fn typed(self, id: Id, entry: &Entry) {
        let app = self.app;
        self.open.with_value(|open| {
            open.note(app, id, entry);
            let later = Rc::clone(open);
            open.timer.borrow_mut().get_or_insert_with(|| {
                Timer::after(DRAFT_MS, move || {
                    later.timer.take();
                    for (id, entry) in &*later.unsaved.borrow() {
                        app.keep_draft(*id, entry);
                    }
                })
            });
        });
    }

    /// Whether something of an entry is not saved.
    pub fn is_unsaved(self, id: Id) -> bool {
        self.open.with_value(|open| open.unsaved.borrow().iter().any(|(other, _)| *other == id))
    }

    /// The person stopped, or this tab may write again: saves. Where the page is gone it was saved
    /// already: a field that goes with its page is left once more, and tells so.
    pub fn save(self) {
        self.open.try_with_value(|open| open.save(self.app));
    }
}

impl Open {
    fn note(&self, app: AppState, id: Id, entry: &Entry) {
        if !self.held.borrow().contains(&id) {
            self.held.borrow_mut().push(id);
            app.hold(id);
        }
        let mut unsaved = self.unsaved.borrow_mut();
        unsaved.retain(|(other, _)| *other != id);
        unsaved.push((id, entry.clone()));
        app.note_unsaved(true);
    }

    fn save(&self, app: AppState) {
        self.timer.take();
        let mut unsaved = self.unsaved.take();
        // The draft goes only when there is a record in its place.
        unsaved.retain(|(id, entry)| {
            let is_saved = app.put_entry(*id, entry, Earlier::Replaced);
            if is_saved {
                app.drop_draft(*id);
            }
            !is_saved
        });
        app.note_unsaved(!unsaved.is_empty());
        *self.unsaved.borrow_mut() = unsaved;
    }
}
