//! Short messages that come and go, with at most one thing to do.

use leptos::prelude::*;

use crate::i18n::Msg;

/// What the button of a notice does.
#[derive(Debug, Clone, PartialEq)]
pub enum NoticeAct {
    /// Undoes the step with this number, whatever was changed since.
    Undo(u64),
    /// Goes to the bin.
    OpenBin,
}

/// A short message.
#[derive(Debug, Clone, PartialEq)]
pub struct Notice {
    /// Tells this message from the next one with the same words.
    pub number: u32,
    /// The words.
    pub message: Msg,
    /// What its button does, if it has one.
    pub act: Option<NoticeAct>,
}

/// The message on screen, if any: a new one takes the place of the old.
#[derive(Debug, Clone, Copy)]
pub struct Notices {
    current: RwSignal<Option<Notice>>,
    count: StoredValue<u32>,
}

impl Notices {
    pub(super) fn new() -> Self {
        Self { current: RwSignal::new(None), count: StoredValue::new(0) }
    }

    /// The message on screen.
    pub fn current(self) -> Signal<Option<Notice>> {
        self.current.into()
    }

    /// Shows a message.
    pub fn show(self, message: Msg, act: Option<NoticeAct>) {
        self.count.update_value(|count| *count = count.wrapping_add(1));
        let number = self.count.get_value();
        self.current.set(Some(Notice { number, message, act }));
    }

    /// Takes the message away, whichever it is.
    pub(super) fn clear(self) {
        self.current.set(None);
    }

    /// Takes a message away, unless another has come since.
    pub fn close(self, number: u32) {
        if self.current.with_untracked(|it| it.as_ref().is_some_and(|it| it.number == number)) {
            self.current.set(None);
        }
    }
}
