//! The first stop of the keyboard: over the navigation, to the page. Seen only while it has the focus.

use leptos::prelude::*;

/// Moves the focus to the page. The target is a button's work and not an address, since addresses are routes here.
#[component]
pub fn SkipLink(
    /// What it does.
    #[prop(into)]
    label: Signal<String>,
    /// Moves the focus to the main part of the page.
    #[prop(into)]
    on_skip: Callback<()>,
) -> impl IntoView {
    view! {
        <button class="skip-link" type="button" on:click=move |_| on_skip.run(())>
            {move || label.get()}
        </button>
    }
}
