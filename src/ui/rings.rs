//! Three rings and a dot: the mark of the app, the sign of waiting, the drawing of empty pages.
//!
//! Decoration: hidden from screen readers. The words beside it carry the meaning.

use leptos::prelude::*;

/// The three rings. Sized by the class of its surroundings.
#[component]
pub fn Rings(
    /// Breathes while something is being done; stands still when the person asked for less movement.
    #[prop(optional)]
    waiting: bool,
) -> impl IntoView {
    let class = if waiting { "rings rings--loading" } else { "rings" };
    view! {
        <svg class=class viewBox="0 0 48 48" stroke-width="2" aria-hidden="true" focusable="false">
            <circle cx="24" cy="24" r="22" />
            <circle cx="24" cy="24" r="14.5" />
            <circle cx="24" cy="24" r="7" />
            <circle class="rings__dot" cx="36.6" cy="16.8" r="3.2" />
        </svg>
    }
}

/// Says that something is being fetched or worked out. Announced politely.
#[component]
pub fn Waiting(
    /// What the person is waiting for.
    #[prop(into)]
    label: Signal<String>,
) -> impl IntoView {
    view! {
        <div class="loading" role="status">
            <Rings waiting=true />
            <p>{move || label.get()}</p>
        </div>
    }
}
