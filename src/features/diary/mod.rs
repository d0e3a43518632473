//! The diary: looking back, searching, the bin.

use leptos::prelude::*;

use crate::i18n::{msg, t};
use crate::ui::page_head::PageHead;

/// The page.
#[component]
pub fn DiaryPage() -> impl IntoView {
    view! {
        <div class="page">
            <PageHead title=t(msg::diary_title()) />
        </div>
    }
}

/// The page.
#[component]
pub fn BinPage() -> impl IntoView {
    view! {
        <div class="page">
            <PageHead title=t(msg::bin_title()) />
        </div>
    }
}
