//! Chips: short words to choose from with one tap.
//!
//! One of many: `group` of radio buttons, arrow keys move and choose, Delete or a second tap takes the answer back.
//! Some of many: `group` of checkboxes, Tab moves, Space chooses. Name: the legend. A tick joins the color.

use leptos::prelude::*;

use super::ident;

/// Something that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What the callbacks give back. Unique within its group.
    pub value: String,
    /// What is read.
    pub label: String,
    /// A few words more, smaller. Empty for none.
    pub note: String,
}

impl Choice {
    /// A choice with a label and nothing more.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), note: String::new() }
    }

    /// The same choice with a few words more.
    #[must_use]
    pub fn noted(mut self, note: impl Into<String>) -> Self {
        self.note = note.into();
        self
    }
}

/// Choose one.
#[component]
pub fn ChipChoice(
    /// The question; the name of the group.
    #[prop(into)]
    legend: Signal<String>,
    /// Keep the legend for screen readers only, when a heading asks the same.
    #[prop(optional)]
    legend_hidden: bool,
    /// What can be chosen.
    #[prop(into)]
    choices: Signal<Vec<Choice>>,
    /// What is chosen.
    #[prop(into)]
    chosen: Signal<Option<String>>,
    /// Choosing the chosen one again takes the answer back.
    #[prop(optional)]
    clearable: bool,
    /// Gives the new answer.
    #[prop(into)]
    on_choose: Callback<Option<String>>,
    /// More chips at the end, for example one that opens a longer list.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let name = StoredValue::new(ident::fresh("chips"));
    view! {
        <fieldset class="chips-group">
            <legend class="chips__legend" class:visually-hidden=legend_hidden>
                {move || legend.get()}
            </legend>
            <div class="chips">
                <For
                    each=move || choices.get()
                    key=|choice| (choice.value.clone(), choice.label.clone())
                    children=move |choice| {
                        let value = StoredValue::new(choice.value.clone());
                        let is_chosen = move || value.with_value(|value| chosen.get().as_ref() == Some(value));
                        view! {
                            <label class="chip">
                                <input
                                    class="chip__input"
                                    type="radio"
                                    name=name.get_value()
                                    value=choice.value.clone()
                                    prop:checked=is_chosen
                                    on:change=move |_| on_choose.run(Some(value.get_value()))
                                    on:keydown=move |event| {
                                        // Browsers ignore Space on a chosen radio button.
                                        if matches!(event.key().as_str(), "Delete" | "Backspace") && clearable && is_chosen() {
                                            on_choose.run(None);
                                        }
                                    }
                                    on:click=move |_| {
                                        // A click that does not change the radio button lands on the chosen one.
                                        if clearable && is_chosen() {
                                            on_choose.run(None);
                                        }
                                    }
                                />
                                <Tick />
                                <span>{choice.label}</span>
                                <Note text=choice.note />
                            </label>
                        }
                    }
                />
                {children.map(|children| children())}
            </div>
        </fieldset>
    }
}

/// Choose some.
#[component]
pub fn ChipSet(
    /// The question; the name of the group.
    #[prop(into)]
    legend: Signal<String>,
    /// Keep the legend for screen readers only, when a heading asks the same.
    #[prop(optional)]
    legend_hidden: bool,
    /// What can be chosen.
    #[prop(into)]
    choices: Signal<Vec<Choice>>,
    /// What is chosen.
    #[prop(into)]
    chosen: Signal<Vec<String>>,
    /// Gives the value that was tapped; the caller adds it or takes it away.
    #[prop(into)]
    on_toggle: Callback<String>,
    /// More chips at the end, for example one that adds a person.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <fieldset class="chips-group">
            <legend class="chips__legend" class:visually-hidden=legend_hidden>
                {move || legend.get()}
            </legend>
            <div class="chips">
                <For
                    each=move || choices.get()
                    key=|choice| (choice.value.clone(), choice.label.clone())
                    children=move |choice| {
                        let value = StoredValue::new(choice.value.clone());
                        view! {
                            <label class="chip">
                                <input
                                    class="chip__input"
                                    type="checkbox"
                                    value=choice.value.clone()
                                    prop:checked=move || value.with_value(|value| chosen.get().contains(value))
                                    on:change=move |_| on_toggle.run(value.get_value())
                                />
                                <Tick />
                                <span>{choice.label}</span>
                                <Note text=choice.note />
                            </label>
                        }
                    }
                />
                {children.map(|children| children())}
            </div>
        </fieldset>
    }
}

/// A chip that does something, to stand among chips: "More feelings", "Someone new".
#[component]
pub fn ChipButton(
    /// What it does.
    #[prop(into)]
    on_click: Callback<()>,
    /// What stands on it.
    children: Children,
) -> impl IntoView {
    view! {
        <button class="chip chip--add" type="button" on:click=move |_| on_click.run(())>
            {children()}
        </button>
    }
}

/// The sign of being chosen that is not a color. Shown by the style sheet.
#[component]
pub(super) fn Tick() -> impl IntoView {
    view! {
        <svg class="chip__tick" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
            <path
                d="M2 6.5 5 9.5 10 3"
                fill="none"
                stroke="currentColor"
                stroke-width="2"
                stroke-linecap="round"
                stroke-linejoin="round"
            />
        </svg>
    }
}

#[component]
fn Note(text: String) -> impl IntoView {
    (!text.is_empty()).then(|| view! { <span class="chip__note">{text}</span> })
}
