//! The pages that explain IPT.

use leptos::prelude::*;

use crate::i18n::{msg, t};
use crate::ui::page_head::PageHead;

/// The page.
#[component]
pub fn JourneyPage() -> impl IntoView {
    view! {
        <div class="page">
            <PageHead title=t(msg::journey_title()) />
        </div>
    }
}

/// The page.
#[component]
pub fn ArticlePage(
    /// Which one.
    name: &'static str,
) -> impl IntoView {
    let _ = name;
    view! {
        <div class="page">
            <PageHead title=t(msg::journey_title()) />
        </div>
    }
}
