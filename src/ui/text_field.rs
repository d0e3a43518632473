//! A line of text.
//!
//! Role: `textbox`. Name: the label. The browser is asked to keep its helpers away from the words:
//! no spell check, no suggestions, no correction, no completion, no translation, since some of them send text away.

use leptos::prelude::*;

use super::{
    field::{Field, describe, invalid, unhelped},
    ident,
};

/// A labelled line of text.
#[component]
pub fn TextField(
    /// The visible name.
    #[prop(into)]
    label: Signal<String>,
    /// What stands in it.
    #[prop(into)]
    value: Signal<String>,
    /// Gives the text at every change.
    #[prop(into)]
    on_input: Callback<String>,
    /// One sentence of help.
    #[prop(optional, into)]
    hint: MaybeProp<String>,
    /// What is wrong and how to mend it.
    #[prop(optional, into)]
    error: MaybeProp<String>,
    /// The most UTF-16 units that can be typed.
    #[prop(optional)]
    max_length: Option<u32>,
    /// Which keys a phone shows: "text", "tel", "numeric", "decimal".
    #[prop(default = "text")]
    keys: &'static str,
    /// Where to find the element, for moving the focus to it.
    #[prop(optional)]
    node_ref: NodeRef<leptos::html::Input>,
) -> impl IntoView {
    let id = ident::fresh("field");
    let described = describe(&id, hint, error);
    view! {
        <Field id=id.clone() label hint error>
            <input
                node_ref=node_ref
                class="input"
                {..unhelped()}
                id=id
                type="text"
                inputmode=keys
                maxlength=max_length.map(|length| length.to_string())
                aria-describedby=described
                aria-invalid=invalid(error)
                prop:value=move || value.get()
                on:input:target=move |event| on_input.run(event.target().value())
            />
        </Field>
    }
}
