//! Looking back in counts and pictures.

use leptos::prelude::*;

use crate::i18n::{msg, t};
use crate::ui::page_head::PageHead;

/// The page.
#[component]
pub fn PatternsPage() -> impl IntoView {
    view! {
        <div class="page">
            <PageHead title=t(msg::patterns_title()) />
        </div>
    }
}
