//! A field to search in.
//!
//! Role: `searchbox`. Name: the label, for screen readers; the eye has the glass. Keys: Escape clears it.
//! How much was found is announced politely.

use leptos::{html, prelude::*};

use super::shown::Shown;
use super::{
    field::unhelped,
    icon::{Icon, IconName},
    ident,
};

/// A search field.
#[component]
pub fn SearchField(
    /// What is searched; also shown inside while it is empty.
    #[prop(into)]
    label: Signal<String>,
    /// What stands in it.
    #[prop(into)]
    value: Signal<String>,
    /// Gives the text at every change.
    #[prop(into)]
    on_input: Callback<String>,
    /// The name of the cross that empties it.
    #[prop(into)]
    clear_label: Signal<String>,
    /// How much was found, in words; nothing while nothing is searched.
    #[prop(optional, into)]
    found: MaybeProp<String>,
    /// Where to find the element, for moving the focus to it.
    #[prop(optional)]
    node_ref: NodeRef<html::Input>,
) -> impl IntoView {
    let id = ident::fresh("search");
    let clear = move || {
        on_input.run(String::new());
        if let Some(field) = node_ref.get_untracked() {
            let _ = field.focus();
        }
    };
    view! {
        <div role="search">
            <div class="search">
                <label class="visually-hidden" for=id.clone()>
                    {move || label.get()}
                </label>
                <span class="search__icon">
                    <Icon name=IconName::Search />
                </span>
                <input
                    node_ref=node_ref
                    class="input"
                    {..unhelped()}
                    id=id
                    type="search"
                    enterkeyhint="search"
                    placeholder=move || label.get()
                    prop:value=move || value.get()
                    on:input:target=move |event| on_input.run(event.target().value())
                    on:keydown=move |event| {
                        if event.key() == "Escape" && !value.get_untracked().is_empty() {
                            event.prevent_default();
                            clear();
                        }
                    }
                />
                <Shown when=move || !value.get().is_empty()>
                    <button
                        class="search__clear"
                        type="button"
                        aria-label=move || clear_label.get()
                        on:click=move |_| clear()
                    >
                        <Icon name=IconName::Close />
                    </button>
                </Shown>
            </div>
            <p class="search__found" role="status">
                {move || found.get()}
            </p>
        </div>
    }
}
