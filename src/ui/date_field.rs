//! A day and a time, on the browser's own pickers.
//!
//! Values are `2026-11-24` and `20:40`, empty when nothing is chosen. Name: the label.
//! Keys: from the browser; every part can be typed.

use leptos::prelude::*;

use super::{
    field::{Field, describe, invalid},
    ident,
};

/// A labelled day.
#[component]
pub fn DateField(
    /// The visible name.
    #[prop(into)]
    label: Signal<String>,
    /// `YYYY-MM-DD`, or empty.
    #[prop(into)]
    value: Signal<String>,
    /// The last day that can be chosen, `YYYY-MM-DD`: today, for what has happened.
    #[prop(optional, into)]
    max: MaybeProp<String>,
    /// The first day that can be chosen.
    #[prop(optional, into)]
    min: MaybeProp<String>,
    /// Gives the new day; empty when it was cleared or is half typed.
    #[prop(into)]
    on_change: Callback<String>,
    /// One sentence of help.
    #[prop(optional, into)]
    hint: MaybeProp<String>,
    /// What is wrong and how to mend it.
    #[prop(optional, into)]
    error: MaybeProp<String>,
) -> impl IntoView {
    let id = ident::fresh("date");
    let described = describe(&id, hint, error);
    view! {
        <Field id=id.clone() label hint error>
            <input
                class="input input--short"
                id=id
                type="date"
                autocomplete="off"
                max=move || max.get()
                min=move || min.get()
                aria-describedby=described
                aria-invalid=invalid(error)
                prop:value=move || value.get()
                on:change:target=move |event| on_change.run(event.target().value())
            />
        </Field>
    }
}

/// A labelled time of day.
#[component]
pub fn TimeField(
    /// The visible name.
    #[prop(into)]
    label: Signal<String>,
    /// `HH:MM`, or empty.
    #[prop(into)]
    value: Signal<String>,
    /// Gives the new time; empty when it was cleared or is half typed.
    #[prop(into)]
    on_change: Callback<String>,
    /// One sentence of help.
    #[prop(optional, into)]
    hint: MaybeProp<String>,
    /// What is wrong and how to mend it.
    #[prop(optional, into)]
    error: MaybeProp<String>,
) -> impl IntoView {
    let id = ident::fresh("time");
    let described = describe(&id, hint, error);
    view! {
        <Field id=id.clone() label hint error>
            <input
                class="input input--short"
                id=id
                type="time"
                autocomplete="off"
                aria-describedby=described
                aria-invalid=invalid(error)
                prop:value=move || value.get()
                on:change:target=move |event| on_change.run(event.target().value())
            />
        </Field>
    }
}
