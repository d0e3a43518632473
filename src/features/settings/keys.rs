//! Keys: the list of shortcuts, and the switch that turns them off.

use leptos::prelude::*;

use super::writing::Toggle;
use crate::i18n::{msg, t};
use crate::state::{Prefs, shortcut};
use crate::ui::key_help::{KeyHelp, KeyRow};

/// Keyboard shortcuts.
#[component]
pub fn Keys() -> impl IntoView {
    let rows: Vec<KeyRow> =
        shortcut::lines().map(|(keys, does)| KeyRow { keys, does: t(does) }).collect();
    view! {
        <Toggle
            label=t(msg::settings_shortcuts_on())
            hint=t(msg::keys_hint())
            get=Prefs::no_keys
            set=Prefs::set_no_keys
            opposite=true
        />
        <KeyHelp rows />
    }
}
