//! One entry: writing, reading, changing.

use leptos::prelude::*;
use satkarya_core::id::Id;

use crate::i18n::{msg, t};
use crate::ui::page_head::PageHead;

/// The page.
#[component]
pub fn WritePage() -> impl IntoView {
    view! {
        <div class="page">
            <PageHead title=t(msg::entry_new_title()) />
        </div>
    }
}

/// The page.
#[component]
pub fn EntryPage(
    /// Which one.
    id: Id,
) -> impl IntoView {
    let _ = id;
    view! {
        <div class="page">
            <PageHead title=t(msg::entry_view_title()) />
        </div>
    }
}

/// The page.
#[component]
pub fn EditPage(
    /// Which one.
    id: Id,
) -> impl IntoView {
    let _ = id;
    view! {
        <div class="page">
            <PageHead title=t(msg::entry_edit_title()) />
        </div>
    }
}
