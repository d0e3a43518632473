//! Support: help lines and my people.

use leptos::prelude::*;

use crate::i18n::{msg, t};
use crate::ui::page_head::PageHead;

/// The page.
#[component]
pub fn SupportPage() -> impl IntoView {
    view! {
        <div class="page">
            <PageHead title=t(msg::support_title()) />
        </div>
    }
}
