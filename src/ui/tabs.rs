//! Views of the same thing, one at a time.
//!
//! Roles: `tablist`, `tab`, `tabpanel`. Name of the list: `label`. Keys: arrows move and choose, Home and End.
//! Only the chosen tab is in the Tab order.

use leptos::{ev, html, prelude::*};

use super::{chips::Choice, ident, keys::Step};

/// A row of tabs and the panel below.
#[component]
pub fn Tabs(
    /// What the tabs are views of, for screen readers.
    #[prop(into)]
    label: Signal<String>,
    /// The tabs.
    tabs: Vec<Choice>,
    /// The value of the chosen tab.
    #[prop(into)]
    chosen: Signal<String>,
    /// Gives the value of the new tab.
    #[prop(into)]
    on_choose: Callback<String>,
    /// What the chosen tab shows; the caller looks at the same value.
    children: Children,
) -> impl IntoView {
    let id = StoredValue::new(ident::fresh("tabs"));
    let panel_id = StoredValue::new(format!("{}-panel", id.get_value()));
    let tab_id = move |value: &str| format!("{}-{value}", id.get_value());
    let elements: StoredValue<Vec<(String, NodeRef<html::Button>)>> =
        StoredValue::new(tabs.iter().map(|tab| (tab.value.clone(), NodeRef::new())).collect());

    let on_key = move |event: ev::KeyboardEvent| {
        let tabs = elements.get_value();
        let place =
            tabs.iter().position(|(value, _)| *value == chosen.get_untracked()).unwrap_or_default();
        let rtl = tabs
            .get(place)
            .and_then(|(_, tab)| tab.get_untracked())
            .is_some_and(|tab| tab.closest("[dir=rtl]").ok().flatten().is_some());
        let step = match Step::of(&event.key(), rtl) {
            None | Some(Step::Up | Step::Down) => return,
            Some(step) => step,
        };
        event.prevent_default();
        if let Some((value, tab)) = tabs.get(step.from(place, tabs.len(), 1)) {
            on_choose.run(value.clone());
            if let Some(tab) = tab.get_untracked() {
                let _ = tab.focus();
            }
        }
    };

    let row = tabs
        .into_iter()
        .enumerate()
        .map(|(place, tab)| {
            let element =
                elements.with_value(|all| all.get(place).map(|(_, tab)| *tab)).unwrap_or_default();
            let value = StoredValue::new(tab.value.clone());
            let is_chosen = move || value.with_value(|value| *value == chosen.get());
            view! {
                <button
                    node_ref=element
                    class="tabs__tab"
                    type="button"
                    role="tab"
                    id=tab_id(&tab.value)
                    aria-selected=move || is_chosen().to_string()
                    aria-controls=panel_id.get_value()
                    tabindex=move || if is_chosen() { "0" } else { "-1" }
                    on:click=move |_| on_choose.run(value.get_value())
                >
                    {tab.label}
                </button>
            }
        })
        .collect_view();

    view! {
        <div class="tabs">
            <div class="tabs__list" role="tablist" aria-label=move || label.get() on:keydown=on_key>
                {row}
            </div>
            <div
                class="tabs__panel"
                role="tabpanel"
                id=panel_id.get_value()
                aria-labelledby=move || tab_id(&chosen.get())
            >
                {children()}
            </div>
        </div>
    }
}
