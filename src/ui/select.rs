//! One of a longer list, where chips would fill the screen.
//!
//! Role: `combobox` (native). Name: the label. Keys: arrows, first letters, from the browser.

use leptos::prelude::*;

use super::keyed::Keyed;
use super::{
    chips::Choice,
    field::{Field, describe},
    ident,
};

/// A labelled native list.
#[component]
pub fn Select(
    /// The visible name.
    #[prop(into)]
    label: Signal<String>,
    /// What can be chosen.
    #[prop(into)]
    choices: Signal<Vec<Choice>>,
    /// The value that is chosen.
    #[prop(into)]
    chosen: Signal<String>,
    /// Gives the new value.
    #[prop(into)]
    on_choose: Callback<String>,
    /// One sentence of help.
    #[prop(optional, into)]
    hint: MaybeProp<String>,
) -> impl IntoView {
    let id = ident::fresh("select");
    let described = describe(&id, hint, MaybeProp::default());
    view! {
        <Field id=id.clone() label hint>
            <select
                class="input input--short select"
                id=id
                autocomplete="off"
                aria-describedby=described
                on:change:target=move |event| {
                    on_choose.run(event.target().value());
                    // Where that was refused, the list must not show it: see `held`.
                    event.target().set_value(&chosen.get_untracked());
                }
            >
                <Keyed
                    each=move || choices.get()
                    key=|choice| (choice.value.clone(), choice.label.clone())
                    children=move |choice| {
                        let value = choice.value.clone();
                        view! {
                            <option value=choice.value prop:selected=move || chosen.get() == value>
                                {choice.label}
                            </option>
                        }
                    }
                />
            </select>
        </Field>
    }
}
