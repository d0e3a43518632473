//! Keyboard shortcuts, and the sheet that lists them.
//!
//! They act only while nobody is typing and no other key is held, and can be turned off.

use leptos::prelude::*;

use crate::i18n::{msg, t};
use crate::platform::{address, dom};
use crate::route::{DiaryView, Route};
use crate::state::AppState;
use crate::state::lock::Lock;
use crate::state::shortcut::{Shortcut, lines};
use crate::ui::dialog::Dialog;
use crate::ui::key_help::{KeyHelp, KeyRow};

fn rows() -> Vec<KeyRow> {
    lines().map(|(keys, does)| KeyRow { keys, does: t(does) }).collect()
}

/// Listens for shortcuts and holds the sheet that lists them.
#[component]
pub fn ShortcutSheet() -> impl IntoView {
    let (app, lock) = (AppState::expect(), Lock::expect());
    let open = RwSignal::new(false);
    let listener = dom::on_key(move |key| {
        let off = app.prefs.with_untracked(|prefs| prefs.no_keys().is_on());
        if off || key.modified || dom::is_typing() {
            return false;
        }
        match Shortcut::of(&key.name) {
            Some(Shortcut::Go(route)) => address::go(&route.to_string()),
            Some(Shortcut::Search) => {
                app.wants_search.set(true);
                address::go(&Route::Diary(DiaryView::List).to_string());
            }
            Some(Shortcut::Undo) => {
                if let Some(what) = app.undo_and_say() {
                    app.notices.show(what, None);
                }
            }
            Some(Shortcut::Lock) if lock.is_on => lock.smith().lock(),
            Some(Shortcut::Help) => open.set(true),
            Some(Shortcut::Lock) | None => return false,
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
            <KeyHelp rows=rows() />
        </Dialog>
    }
}
