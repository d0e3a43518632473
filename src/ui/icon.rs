//! An icon beside a word. Icons never stand alone for a meaning: the words are always there, on screen or as a label.
//!
//! The drawings are picked and prepared by `build/icons.rs`.

use leptos::prelude::*;

include!(concat!(env!("OUT_DIR"), "/icons.rs"));

/// Draws an icon in the color of the text around it. Hidden from screen readers, which read the words instead.
#[component]
pub fn Icon(
    /// Which icon.
    name: IconName,
    /// Width and height in rem; follows the person's text size.
    #[prop(default = 1.25)]
    size: f32,
) -> impl IntoView {
    let size = format!("{size}rem");
    view! {
        <svg
            class="icon"
            width=size.clone()
            height=size
            viewBox="0 0 24 24"
            fill="none"
            stroke="currentColor"
            stroke-width="1.75"
            stroke-linecap="round"
            stroke-linejoin="round"
            aria-hidden="true"
            focusable="false"
        >
            <path d=name.path() />
        </svg>
    }
}
