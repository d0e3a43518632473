//! Keeping: files out and in, space, and what can be done so that nothing is lost.

mod bad_file;
pub mod bring_in;
pub mod preview;
pub mod save;
mod table_words;

use leptos::prelude::*;

use self::bring_in::BringIn;
use self::save::SaveFile;
use crate::i18n::{msg, t};

/// How the diary is kept.
#[component]
pub fn Keeping() -> impl IntoView {
    view! {
        <p class="settings-lead">{t(msg::settings_keeping_lead())}</p>
        <SaveFile />
        <BringIn />
    }
}
