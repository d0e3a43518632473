//! A page with nothing on it yet: the rings, what could be here, and one small thing to do.

use leptos::prelude::*;

use super::rings::Rings;

/// Fills an empty page.
#[component]
pub fn EmptyState(
    /// What could be here, in a few words.
    #[prop(into)]
    title: Signal<String>,
    /// One small thing to do, and why.
    #[prop(into)]
    text: Signal<String>,
    /// One button or link, if there is something to do.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty">
            <Rings />
            <p class="empty__title">{move || title.get()}</p>
            <p class="empty__text">{move || text.get()}</p>
            {children.map(|children| children())}
        </div>
    }
}
