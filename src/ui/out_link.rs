//! A link to another website. It opens beside the app, gives no address away, and says that it leaves.
//!
//! Role: `link`. Name: the words, then the note for screen readers; the eye has the arrow.
//! Keys: Enter, from the browser.

use leptos::prelude::*;

use super::icon::{Icon, IconName};

/// A link out of the app.
#[component]
pub fn OutLink(
    /// An `https` address.
    href: String,
    /// What stands on it.
    label: String,
    /// Says that it leaves the app, for screen readers.
    note: String,
) -> impl IntoView {
    view! {
        <a
            class="out-link"
            href=href
            target="_blank"
            rel="noopener noreferrer"
            referrerpolicy="no-referrer"
        >
            <span>{label}</span>
            <Icon name=IconName::External size=0.9 />
            <span class="visually-hidden">{note}</span>
        </a>
    }
}
