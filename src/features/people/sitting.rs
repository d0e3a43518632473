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
use satkarya_core::text::{Answer, Note, Text};

use super::naming::name_of;
use crate::platform::timer::Timer;
use crate::state::{Access, AppState};

/// How long something typed may wait to be saved, in milliseconds.
const KEEP_MS: u32 = 2_000;

/// A question that is answered in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ask {
    /// What they expect.
    TheyExpect,
    /// What the person expects of them.
    IExpect,
    /// What is good.
    Like,
    /// What is difficult.
    Hard,
    /// What could be different.
    Want,
}

impl Ask {
    /// The answer that is stored.
    pub(super) fn of(self, person: &Person) -> &Answer {
        match self {
            Self::TheyExpect => &person.they_expect,
            Self::IExpect => &person.i_expect,
            Self::Like => &person.like,
            Self::Hard => &person.hard,
            Self::Want => &person.want,
        }
    }

    fn field(self, person: &mut Person) -> &mut Answer {
        match self {
            Self::TheyExpect => &mut person.they_expect,
            Self::IExpect => &mut person.i_expect,
            Self::Like => &mut person.like,
            Self::Hard => &mut person.hard,
            Self::Want => &mut person.want,
        }
    }
}

/// What was typed and is not saved; none of a field in which nothing was.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Typed {
    pub(super) name: Option<String>,
    pub(super) phone: Option<String>,
    pub(super) note: Option<String>,
    answers: Vec<(Ask, String)>,
}

impl Typed {
    /// What was typed for a question.
    pub(super) fn answer(&self, ask: Ask) -> Option<String> {
        self.answers.iter().find(|it| it.0 == ask).map(|it| it.1.clone())
    }

    /// Notes what was typed for a question.
    pub(super) fn set_answer(&mut self, ask: Ask, text: String) {
        self.answers.retain(|it| it.0 != ask);
        self.answers.push((ask, text));
    }
}

/// A visit. Lives as long as the page, and saves what was typed when the page goes.
#[derive(Clone, Copy)]
pub(super) struct Sitting {
    /// Whose page it is.
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

    /// Saves what was typed, when a field is left or the page goes. A text that cannot be a name
    /// stays in its field and is not saved.
    pub(super) fn save(self, app: AppState) {
        self.timer.try_update_value(Option::take);
        self.keep(app, |text| text.trim_end().to_owned());
        // A tab that may not write has said so, and the words stay in their fields.
        if app.access.get_untracked() == Access::Writer {
            self.typed.try_update(|typed| {
                let name = typed.name.take().filter(|text| name_of(text).is_err());
                *typed = Typed { name, ..Typed::default() };
                app.note_unsaved(*typed != Typed::default());
            });
        }
    }

    fn keep(self, app: AppState, clean: fn(&str) -> String) {
        let Some(Typed { name, phone, note, answers }) = self.typed.try_get_untracked() else {
            return;
        };
        let name = name.and_then(|text| name_of(&text).ok());
        if name.is_none() && phone.is_none() && note.is_none() && answers.is_empty() {
            return;
        }
        self.change(app, |person| {
            if let Some(name) = name {
                person.name = name;
            }
            if let Some(phone) = phone {
                person.phone = Text::cut(&clean(&phone));
            }
            if let Some(note) = note {
                person.note = Note::cut(&clean(&note));
            }
            for (ask, text) in answers {
                *ask.field(person) = Answer::cut(&clean(&text));
            }
        });
    }
}

#[cfg(test)]
pub(super) mod tests;
