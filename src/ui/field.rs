//! What stands around every input: a visible label, a hint, an error.
//!
//! The label names the input; hint and error are its description (`aria-describedby`),
//! and the error is announced once when it appears.

use leptos::{
    attr::{Attribute, custom::custom_attribute},
    prelude::*,
};

/// Label, hint and error around one input. The input must carry `id` and [`describe`].
#[component]
pub fn Field(
    /// The id of the input inside.
    id: String,
    /// The visible name.
    #[prop(into)]
    label: Signal<String>,
    /// One sentence of help, under the label.
    #[prop(optional, into)]
    hint: MaybeProp<String>,
    /// What is wrong and how to mend it, under the input.
    #[prop(optional, into)]
    error: MaybeProp<String>,
    /// The input.
    children: Children,
) -> impl IntoView {
    let (hint_id, error_id) = (hint_id(&id), error_id(&id));
    view! {
        <div class="field">
            <label class="field__label" for=id>
                {move || label.get()}
            </label>
            {move || {
                hint.get().map(|text| view! { <p class="field__hint" id=hint_id.clone()>{text}</p> })
            }}
            {children()}
            <div role="alert" class="field__alert">
                {move || {
                    error
                        .get()
                        .map(|text| {
                            view! {
                                <p class="field__error" id=error_id.clone()>
                                    <span>{text}</span>
                                </p>
                            }
                        })
                }}
            </div>
        </div>
    }
}

/// The value of `aria-describedby` for the input with this id.
pub(super) fn describe(
    id: &str,
    hint: MaybeProp<String>,
    error: MaybeProp<String>,
) -> impl Fn() -> Option<String> + Clone + Send + Sync + 'static {
    let (hint_id, error_id) = (hint_id(id), error_id(id));
    move || match (hint.get().is_some(), error.get().is_some()) {
        (true, true) => Some(format!("{hint_id} {error_id}")),
        (true, false) => Some(hint_id.clone()),
        (false, true) => Some(error_id.clone()),
        (false, false) => None,
    }
}

/// The value of `aria-invalid`.
pub(super) fn invalid(error: MaybeProp<String>) -> impl Fn() -> Option<&'static str> + Copy {
    move || error.get().is_some().then_some("true")
}

/// The five attributes that every field for a person's words carries.
///
/// Spell check, writing suggestions, correction, completion and translation may send the words to a server.
pub(super) fn unhelped() -> impl Attribute + Clone + 'static {
    (
        custom_attribute("spellcheck", "false"),
        custom_attribute("writingsuggestions", "false"),
        custom_attribute("autocorrect", "off"),
        custom_attribute("autocomplete", "off"),
        custom_attribute("translate", "no"),
    )
}

fn hint_id(id: &str) -> String {
    format!("{id}-hint")
}

fn error_id(id: &str) -> String {
    format!("{id}-error")
}
