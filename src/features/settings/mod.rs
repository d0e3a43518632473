//! Settings, files and what is stored.

use leptos::prelude::*;

use crate::i18n::{msg, t};
use crate::route::SettingsPart;
use crate::ui::page_head::PageHead;

/// The page.
#[component]
pub fn SettingsPage() -> impl IntoView {
    view! {
        <div class="page">
            <PageHead title=t(msg::settings_title()) />
        </div>
    }
}

/// The page.
#[component]
pub fn SettingsPartPage(
    /// Which one.
    part: SettingsPart,
) -> impl IntoView {
    let _ = part;
    view! {
        <div class="page">
            <PageHead title=t(msg::settings_title()) />
        </div>
    }
}
