//! The keyboard shortcuts: what each key does. The shell listens for them, the settings list them.

use crate::i18n::{Msg, msg, t};
use crate::route::{DiaryView, Route};

/// What a shortcut does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shortcut {
    /// Goes somewhere.
    Go(Route),
    /// Opens the diary with the search field in focus.
    Search,
    /// Undoes the last change.
    Undo,
    /// Locks, where there is a lock.
    Lock,
    /// Lists the shortcuts.
    Help,
}

/// A key, what it does, and its words.
type Line = (&'static str, Shortcut, fn() -> Msg);

/// Every shortcut, the most useful first.
const SHORTCUTS: &[Line] = &[
    ("n", Shortcut::Go(Route::CheckIn), msg::keys_new),
    ("/", Shortcut::Search, msg::keys_search),
    ("t", Shortcut::Go(Route::Today), msg::keys_today),
    ("d", Shortcut::Go(Route::Diary(DiaryView::List)), msg::keys_diary),
    ("p", Shortcut::Go(Route::People), msg::keys_people),
    ("j", Shortcut::Go(Route::Journey), msg::keys_journey),
    ("m", Shortcut::Go(Route::Patterns), msg::keys_patterns),
    ("h", Shortcut::Go(Route::Support), msg::keys_support),
    ("z", Shortcut::Undo, msg::keys_undo),
    ("l", Shortcut::Lock, msg::keys_lock),
    ("?", Shortcut::Help, msg::keys_help),
];

/// The words of some keys, pressed one after the other, and what they do.
type Always = (&'static [fn() -> Msg], fn() -> Msg);

/// What works everywhere, also while shortcuts are off.
const ALWAYS: &[Always] = &[
    (&[msg::key_control, msg::key_enter], msg::keys_save),
    (&[msg::key_escape], msg::keys_close),
    (&[msg::key_alt, msg::key_h], msg::keys_hide),
    (&[msg::key_escape, msg::key_escape, msg::key_escape], msg::keys_leave),
];

impl Shortcut {
    /// The shortcut of a key.
    pub fn of(key: &str) -> Option<Self> {
        SHORTCUTS.iter().find(|(name, ..)| *name == key).map(|(_, shortcut, _)| *shortcut)
    }
}

/// All keys with what they do, for a list: the shortcuts, then what works always.
pub fn lines() -> impl Iterator<Item = (Vec<String>, Msg)> {
    let shortcuts = SHORTCUTS.iter().map(|(key, _, words)| (vec![(*key).to_owned()], words()));
    let always =
        ALWAYS.iter().map(|(keys, words)| (keys.iter().map(|key| t(key())).collect(), words()));
    shortcuts.chain(always)
}
