//! A setting that is on or off.
//!
//! Role: `switch`. Name: the label; the hint is its description. Keys: Space.

use leptos::prelude::*;

use super::{held::hold, ident};

/// A row with a switch.
#[component]
pub fn ToggleRow(
    /// What is on or off.
    #[prop(into)]
    label: Signal<String>,
    /// What it changes, in one sentence.
    #[prop(optional, into)]
    hint: MaybeProp<String>,
    /// Whether it is on.
    #[prop(into)]
    on: Signal<bool>,
    /// Gives the new state.
    #[prop(into)]
    on_change: Callback<bool>,
) -> impl IntoView {
    let id = ident::fresh("switch");
    let label_id = format!("{id}-label");
    let hint_id = StoredValue::new(format!("{id}-hint"));
    let tapped = RwSignal::new(());
    view! {
        <label class="toggle">
            <span class="toggle__text">
                <span class="toggle__label" id=label_id.clone()>
                    {move || label.get()}
                </span>
                {move || {
                    hint.get()
                        .map(|hint| {
                            view! {
                                <span class="toggle__hint" id=hint_id.get_value()>
                                    {hint}
                                </span>
                            }
                        })
                }}
            </span>
            <input
                node_ref=hold(move || on.get(), tapped)
                class="toggle__switch"
                type="checkbox"
                role="switch"
                aria-labelledby=label_id
                aria-describedby=move || hint.get().map(|_| hint_id.get_value())
                on:change:target=move |event| {
                    on_change.run(event.target().checked());
                    tapped.set(());
                }
            />
        </label>
    }
}
