//! Words for screen readers only, where the page says the same by its form.

use leptos::prelude::*;

/// Hides its children from the eye and from nobody else.
#[component]
pub fn VisuallyHidden(
    /// The words.
    children: Children,
) -> impl IntoView {
    view! { <span class="visually-hidden">{children()}</span> }
}
