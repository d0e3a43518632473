//! Today: the check-in and what is left from before.

use leptos::prelude::*;

use crate::i18n::{msg, t};
use crate::ui::page_head::PageHead;

/// The page.
#[component]
pub fn TodayPage() -> impl IntoView {
    view! {
        <div class="page">
            <PageHead title=t(msg::today_title()) />
        </div>
    }
}

/// The page.
#[component]
pub fn CheckInPage() -> impl IntoView {
    view! {
        <div class="page">
            <PageHead title=t(msg::checkin_title()) />
        </div>
    }
}
