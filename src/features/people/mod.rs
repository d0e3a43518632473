//! The people and a page for each.

use leptos::prelude::*;
use satkarya_core::id::Id;

use crate::i18n::{msg, t};
use crate::ui::page_head::PageHead;

/// The page.
#[component]
pub fn PeoplePage() -> impl IntoView {
    view! {
        <div class="page">
            <PageHead title=t(msg::people_title()) />
        </div>
    }
}

/// The page.
#[component]
pub fn PersonPage(
    /// Which one.
    id: Id,
) -> impl IntoView {
    let _ = id;
    view! {
        <div class="page">
            <PageHead title=t(msg::people_title()) />
        </div>
    }
}
