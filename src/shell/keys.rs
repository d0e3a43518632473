//! Keyboard shortcuts, and the sheet that lists them.
//!
//! They act only while nobody is typing and no other key is held, and can be turned off.

use leptos::prelude::*;

use crate::i18n::{Msg, msg, t};
use crate::platform::{address, dom};
use crate::route::{DiaryView, Route};
use crate::state::AppState;
use crate::ui::dialog::Dialog;
use crate::ui::key_help::{KeyHelp, KeyRow};

/// What a shortcut does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shortcut {
    Go(Route),
    Search,
    Undo,
    Help,
}

/// A key, what it does, and its words.
type Entry = (&'static str, Shortcut, fn() -> Msg);

/// Every shortcut.
const SHORTCUTS: &[Entry] = &[
    ("n", Shortcut::Go(Route::CheckIn), msg::keys_new),
    ("/", Shortcut::Search, msg::keys_search),
    ("t", Shortcut::Go(Route::Today), msg::keys_today),
    ("d", Shortcut::Go(Route::Diary(DiaryView::List)), msg::keys_diary),
    ("p", Shortcut::Go(Route::People), msg::keys_people),
    ("j", Shortcut::Go(Route::Journey), msg::keys_journey),
    ("m", Shortcut::Go(Route::Patterns), msg::keys_patterns),
    ("h", Shortcut::Go(Route::Support), msg::keys_support),
    ("z", Shortcut::Undo, msg::keys_undo),
    ("?", Shortcut::Help, msg::keys_help),
];

/// Listens for shortcuts and holds the sheet that lists them.
#[component]
pub fn ShortcutSheet() -> impl IntoView {
    let app = AppState::expect();
    let open = RwSignal::new(false);
    let listener = dom::on_key(move |key| {
        let off = app.prefs.with_untracked(|prefs| prefs.no_keys().is_on());
        if off || key.modified || dom::is_typing() {
            return false;
        }
        let found = SHORTCUTS.iter().find(|(name, ..)| *name == key.name);
        match found.map(|(_, shortcut, _)| *shortcut) {
            Some(Shortcut::Go(route)) => address::go(&route.to_string()),
            Some(Shortcut::Search) => {
                app.wants_search.set(true);
                address::go(&Route::Diary(DiaryView::List).to_string());
            }
            Some(Shortcut::Undo) => {
                if app.undo() {
                    app.notices.show(msg::common_undone(), None);
                }
            }
            Some(Shortcut::Help) => open.set(true),
            None => return false,
        }
        true
    });
    StoredValue::new_local(listener);
    view! {
        <Dialog
            open
            title=t(msg::keys_title())
            close_label=t(msg::common_close())
            on_close=move |()| open.set(false)
        >
            <p class="soft">{t(msg::keys_hint())}</p>
            <ShortcutTable />
        </Dialog>
    }
}

/// The shortcuts as a list.
#[component]
pub fn ShortcutTable() -> impl IntoView {
    let row = |keys: Vec<String>, words: Msg| KeyRow { keys, does: t(words) };
    let mut rows: Vec<KeyRow> =
        SHORTCUTS.iter().map(|(key, _, words)| row(vec![(*key).to_owned()], words())).collect();
    rows.push(row(vec![t(msg::key_control()), t(msg::key_enter())], msg::keys_save()));
    rows.push(row(vec![t(msg::key_escape()); 3], msg::keys_leave()));
    view! { <KeyHelp rows /> }
}
