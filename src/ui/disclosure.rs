//! Something that opens in place, on the browser's `<details>`.
//!
//! Role: a disclosure button, named by the summary. Keys: Enter and Space.

use leptos::prelude::*;

/// Opens in place.
#[component]
pub fn Disclosure(
    /// What is inside.
    #[prop(into)]
    summary: Signal<String>,
    /// A few words at the end of the line, for example a count.
    #[prop(optional, into)]
    note: MaybeProp<String>,
    /// Open from the start.
    #[prop(optional)]
    open: bool,
    /// The contents.
    children: Children,
) -> impl IntoView {
    view! {
        <details class="disclosure" open=open>
            <summary>
                {move || summary.get()}
                {move || {
                    note.get().map(|note| view! { <span class="disclosure__note">{note}</span> })
                }}
            </summary>
            <div class="disclosure__body">{children()}</div>
        </details>
    }
}
