//! A line for a passphrase, which is not shown.
//!
//! Role: none, as browsers have it for passwords. Name: the label. The browser is asked to offer nothing and to keep
//! nothing.

use leptos::prelude::*;

use super::{
    field::{Field, describe, invalid, unhelped},
    ident,
};

/// A labelled line for a passphrase.
#[component]
pub fn SecretField(
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
) -> impl IntoView {
    let id = ident::fresh("secret");
    let described = describe(&id, hint, error);
    view! {
        <Field id=id.clone() label hint error>
            <input
                class="input"
                {..unhelped()}
                id=id
                type="password"
                aria-describedby=described
                aria-invalid=invalid(error)
                prop:value=move || value.get()
                on:input:target=move |event| on_input.run(event.target().value())
            />
        </Field>
    }
}
