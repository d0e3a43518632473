//! One sitting at one entry: what stands in the form, and keeping it.
//!
//! A choice is saved at once. Typing is kept as a draft every two seconds and saved when the
//! person stops: on leaving a field, on Done, and when the page is hidden, left or taken over.
//! A new entry with nothing in it is never stored, and an entry that was only looked at is not
//! touched. Nothing here draws anything.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::prelude::*;
use satkarya_core::diary::{Entry, FeelingId, OwnFeeling, SaidLine, When, is_in_future};
use satkarya_core::id::Id;
use satkarya_core::journal::Earlier;
use satkarya_core::record::Record;
use satkarya_core::text::{Name, Note};
use satkarya_core::time::{Day, TimeOfDay};

use crate::i18n::msg;
use crate::platform::timer::Timer;
use crate::state::{Access, AppState, DRAFT_MS, Draft};

/// A handle on the sitting. Copy it freely.
#[derive(Clone, Copy)]
pub(super) struct Sitting {
    /// Which entry.
    pub(super) id: Id,
    /// Whether the entry did not exist when the sitting began.
    pub(super) is_new: bool,
    /// The entry as it stands in the form, but for `what`.
    entry: RwSignal<Entry>,
    /// "What happened" as it is being typed. Cleaned only when it is kept, since that costs
    /// more than a key press may.
    what: RwSignal<String>,
    /// The time that a new entry began with.
    began: StoredValue<(Day, TimeOfDay)>,
    keeper: StoredValue<Rc<Keeper>, LocalStorage>,
}

/// What outlives the signals of the page, so that a page that goes away can still save.
struct Keeper {
    app: AppState,
    id: Id,
    is_new: bool,
    entry: ArcRwSignal<Entry>,
    what: ArcRwSignal<String>,
    /// The entry as it was last saved, or found.
    kept: RefCell<Entry>,
    /// Whether something was saved in this sitting.
    has_kept: Cell<bool>,
    /// Whether something was changed and not saved.
    is_unsaved: Cell<bool>,
    /// Whether the entry was given up: nothing more is kept.
    is_over: Cell<bool>,
    timer: RefCell<Option<Timer>>,
    /// Called at the first change.
    on_begun: Box<dyn Fn()>,
    has_begun: Cell<bool>,
}

impl Sitting {
    /// Begins a sitting at an entry as it is now. What stands in it is saved when the owner
    /// of the page goes away. `on_begun` is called at the first change.
    pub(super) fn begin(
        app: AppState,
        id: Id,
        entry: Entry,
        is_new: bool,
        on_begun: impl Fn() + 'static,
    ) -> Self {
        let what = ArcRwSignal::new(entry.what.to_string());
        let began = StoredValue::new((entry.when.day, entry.when.time));
        let keeper = Rc::new(Keeper {
            app,
            id,
            is_new,
            kept: RefCell::new(entry.clone()),
            entry: ArcRwSignal::new(entry),
            what,
            has_kept: Cell::new(false),
            is_unsaved: Cell::new(false),
            is_over: Cell::new(false),
            timer: RefCell::new(None),
            on_begun: Box::new(on_begun),
            has_begun: Cell::new(false),
        });
        let sitting = Self {
            id,
            is_new,
            entry: keeper.entry.clone().into(),
            what: keeper.what.clone().into(),
            began,
            keeper: StoredValue::new_local(Rc::clone(&keeper)),
        };
        app.hold(id);
        app.set_flush(Some(Rc::new(move || {
            keeper.save();
            keeper.is_over.get() || !keeper.is_unsaved.get()
        })));
        on_cleanup(move || {
            app.flush();
            app.set_flush(None);
            app.release(id);
        });
        sitting
    }

    /// A slice of the entry, told again only when it differs.
    pub(super) fn slice<T>(self, read: impl Fn(&Entry) -> T + Send + Sync + 'static) -> Memo<T>
    where
        T: PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| self.entry.with(&read))
    }

    /// Whether the entry was given a time before the one it began with.
    pub(super) fn is_past(self) -> Memo<bool> {
        self.slice(move |entry| {
            let when = (entry.when.day, entry.when.time);
            self.began.try_get_value().is_some_and(|began| when < began)
        })
    }

    /// "What happened" as it is being typed.
    pub(super) fn what(self) -> Signal<String> {
        self.what.into()
    }

    /// A choice was made: changes the entry and saves it.
    pub(super) fn choose(self, change: impl FnOnce(&mut Entry)) {
        self.entry.update(change);
        self.with(|keeper| {
            keeper.changed();
            keeper.save();
        });
    }

    /// Something short was typed: changes the entry and keeps a draft soon.
    pub(super) fn typed(self, change: impl FnOnce(&mut Entry)) {
        self.entry.update(change);
        self.with(Keeper::keep_draft_soon);
    }

    /// "What happened" was typed.
    pub(super) fn typed_what(self, text: String) {
        self.what.set(text);
        self.with(Keeper::keep_draft_soon);
    }

    /// The person stopped typing for now: saves.
    pub(super) fn save(self) {
        self.with(|keeper| keeper.save());
    }

    /// Whether something was changed and is not saved.
    pub(super) fn is_unsaved(self) -> bool {
        self.keeper.try_with_value(|keeper| keeper.is_unsaved.get()).unwrap_or(false)
    }

    /// Whether there is anything in the entry but its time.
    pub(super) fn is_blank(self) -> bool {
        self.keeper.try_with_value(|keeper| keeper.current().is_blank()).unwrap_or(true)
    }

    /// Deletes the entry and keeps nothing more of it.
    pub(super) fn delete(self) {
        self.with(|keeper| {
            keeper.is_over.set(true);
            keeper.timer.take();
            keeper.app.drop_draft(keeper.id);
        });
    }

    /// Puts the text of a draft in the form, and saves it. The draft is forgotten only then: as
    /// long as that is not possible it may be the only copy.
    pub(super) fn take_draft(self, draft: &Draft) {
        self.with(|keeper| {
            keeper.show(&draft.entry);
            keeper.changed();
            keeper.save();
            if !keeper.is_unsaved.get() {
                keeper.app.drop_old_draft(draft);
            }
        });
    }

    /// Follows a change from outside the form, such as an undo, unless something is unsaved.
    pub(super) fn follow(self, record: Option<&Record>) {
        self.with(|keeper| {
            if let Some(entry) = record.and_then(Record::entry)
                && !keeper.is_unsaved.get()
                && *keeper.kept.borrow() != *entry
            {
                *keeper.kept.borrow_mut() = entry.clone();
                keeper.show(entry);
            }
        });
    }

    /// Adds somebody new and says that they were part of it.
    pub(super) fn add_person(self, app: AppState, name: Name) {
        if let Some(id) = app.add_person(name) {
            self.choose(|entry| entry.people.push(id));
        }
    }

    /// Keeps an own word and chooses it.
    pub(super) fn add_own_feeling(self, app: AppState, own: OwnFeeling) -> Option<FeelingId> {
        let id = app.add_own_feeling(own)?;
        self.choose(|entry| entry.toggle_feeling(&id));
        Some(id)
    }

    /// Chooses a feeling or takes it away.
    pub(super) fn toggle_feeling(self, id: &FeelingId) {
        self.choose(|entry| entry.toggle_feeling(id));
    }

    fn with(self, act: impl FnOnce(&Rc<Keeper>)) {
        self.keeper.try_with_value(act);
    }
}

impl Keeper {
    /// The entry as it would be saved.
    fn current(&self) -> Entry {
        let mut entry = self.entry.get_untracked();
        self.what.with_untracked(|what| {
            if *entry.what != **what {
                entry.what = Note::cut(what);
            }
        });
        entry.lines.retain(|line: &SaidLine| !line.text.is_blank() || !line.how.is_blank());
        entry
    }

    fn show(&self, entry: &Entry) {
        self.what.set(entry.what.to_string());
        self.entry.set(entry.clone());
    }

    /// Saves what was changed. Where that is not possible now, a draft stays.
    fn save(&self) {
        self.timer.take();
        if !self.is_unsaved.get() || self.is_over.get() {
            return;
        }
        // The clock may have been set back since the form was opened.
        let now = self.app.now();
        if self.is_new && self.entry.with_untracked(|entry| is_in_future(&entry.when, &now)) {
            self.entry.update(|entry| entry.when = When::from(&now));
        }
        let entry = self.current();
        let is_first = !self.has_kept.get();
        let never_stored = self.is_new && is_first;
        if *self.kept.borrow() == entry || (never_stored && entry.is_blank()) {
            self.is_unsaved.set(false);
            self.app.note_unsaved(false);
            self.app.drop_draft(self.id);
            return;
        }
        if self.is_new && entry.is_blank() && self.app.access.get_untracked() == Access::Writer {
            // Everything was taken back: what is in the bin comes back with the next word.
            self.app.remove(self.id, msg::entry_empty());
            self.app.drop_draft(self.id);
            *self.kept.borrow_mut() = entry;
            self.is_unsaved.set(false);
            return;
        }
        let earlier = if is_first && !self.is_new { Earlier::Kept } else { Earlier::Replaced };
        let (app, id) = (self.app, self.id);
        if !never_stored {
            // After another tab wrote, the months come in anew, and this one may not be there yet.
            app.load_until(id);
        }
        if !app.put_entry(id, &entry, earlier) {
            // The next occasion tries again; until then the draft is what there is.
            return;
        }
        *self.kept.borrow_mut() = entry;
        self.has_kept.set(true);
        self.is_unsaved.set(false);
        app.drop_draft(id);
    }

    fn changed(&self) {
        self.is_unsaved.set(true);
        self.app.note_unsaved(true);
        if !self.has_begun.replace(true) {
            (self.on_begun)();
        }
    }

    fn keep_draft_soon(self: &Rc<Self>) {
        self.changed();
        if self.timer.borrow().is_some() {
            return;
        }
        let keeper = Rc::clone(self);
        let timer = Timer::after(DRAFT_MS, move || {
            keeper.timer.take();
            keeper.keep_draft();
        });
        self.timer.replace(Some(timer));
    }

    fn keep_draft(&self) {
        if !self.is_unsaved.get() || self.is_over.get() || self.app.is_sample(self.id) {
            return;
        }
        let entry = self.current();
        if !entry.is_blank() {
            self.app.keep_draft(self.id, &entry);
        }
    }
}

#[cfg(test)]
mod tests;
