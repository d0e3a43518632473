//! Something that opens in place, on the browser's `<details>`.
//!
//! Role: a disclosure button, named by the summary. Keys: Enter and Space.

use leptos::{html, prelude::*};

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
    /// Tells when it was opened or closed.
    #[prop(optional, into)]
    on_toggle: Option<Callback<bool>>,
    /// The contents.
    children: Children,
) -> impl IntoView {
    let details = NodeRef::<html::Details>::new();
    view! {
        <details
            class="disclosure"
            open=open
            node_ref=details
            on:toggle=move |_| {
                if let (Some(act), Some(details)) = (on_toggle, details.get_untracked()) {
                    act.run(details.has_attribute("open"));
                }
            }
        >
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
