//! Nothing is at this address, or no longer: what to say, and the way back.
//!
//! Role: a page with its heading. Keys: the link's own.

use leptos::prelude::*;

use super::button::LinkButton;
use super::page_head::PageHead;
use crate::i18n::{msg, t};

/// The page in place of one that is gone.
#[component]
pub fn Gone(
    /// Where the way back leads.
    back: String,
    /// The name of that page.
    title: String,
) -> impl IntoView {
    view! {
        <div class="page">
            <PageHead title=t(msg::page_not_found_title()) back=(back.clone(), title.clone()) />
            <p>{t(msg::page_not_found_body())}</p>
            <LinkButton href=back>{title}</LinkButton>
        </div>
    }
}
