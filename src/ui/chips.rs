//! Chips: short words to choose from with one tap.
//!
//! One of many: `group` of radio buttons, arrow keys move and choose, Delete or a second tap takes the answer back.
//! Some of many: `group` of checkboxes, Tab moves, Space chooses. Name: the legend. A tick joins the color.

use leptos::prelude::*;

use super::held::hold;
use super::ident;
use super::keyed::Keyed;
use super::said::{Said, Saying};

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
    let tapped = RwSignal::new(());
    let chip = move |choice: Choice| {
        let value = StoredValue::new(choice.value.clone());
        let is_chosen = move || value.with_value(|value| chosen.get().as_ref() == Some(value));
        let clear = move || {
            if clearable && untrack(is_chosen) {
                on_choose.run(None);
            }
        };
        let input = view! {
            <input
                node_ref=hold(is_chosen, tapped)
                class="chip__input"
                type="radio"
                name=name.get_value()
                value=choice.value.clone()
                on:change=move |_| {
                    on_choose.run(Some(value.get_value()));
                    tapped.set(());
                }
                on:keydown=move |event| {
                    // Browsers ignore Space on a chosen radio button.
                    if matches!(event.key().as_str(), "Delete" | "Backspace") {
                        clear();
                    }
                }
                // A click that does not change the radio button lands on the chosen one.
                on:click=move |_| clear()
            />
        };
        view! { <Chip choice>{input}</Chip> }.into_any()
    };
    group(legend, legend_hidden, choices, chip, children, None)
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
    /// What is said where a tap adds nothing, because there is no room for more.
    #[prop(optional, into)]
    full: Option<String>,
    /// More chips at the end, for example one that adds a person.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let tapped = RwSignal::new(());
    let saying = Saying::default();
    let full = StoredValue::new(full);
    let toggle = move |value: String| {
        let before = chosen.get_untracked();
        on_toggle.run(value);
        tapped.set(());
        match full.get_value() {
            Some(full) if chosen.get_untracked() == before => saying.say(full),
            _ => saying.hush(),
        }
    };
    let chip = move |choice: Choice| {
        let value = StoredValue::new(choice.value.clone());
        let is_chosen = move || value.with_value(|value| chosen.with(|it| it.contains(value)));
        let input = view! {
            <input
                node_ref=hold(is_chosen, tapped)
                class="chip__input"
                type="checkbox"
                value=choice.value.clone()
                on:change=move |_| toggle(value.get_value())
            />
        };
        view! { <Chip choice>{input}</Chip> }.into_any()
    };
    let saying = full.with_value(Option::is_some).then_some(saying);
    group(legend, legend_hidden, choices, chip, children, saying)
}

/// The question with its chips, and the place where it is said that there is no room for more.
fn group(
    legend: Signal<String>,
    legend_hidden: bool,
    choices: Signal<Vec<Choice>>,
    chip: impl Fn(Choice) -> AnyView + Clone + Send + 'static,
    children: Option<Children>,
    saying: Option<Saying>,
) -> impl IntoView {
    view! {
        <fieldset class="chips-group">
            <legend class="chips__legend" class:visually-hidden=legend_hidden>
                {move || legend.get()}
            </legend>
            <div class="chips">
                <Keyed
                    each=move || choices.get()
                    key=|choice| (choice.value.clone(), choice.label.clone())
                    children=chip
                />
                {children.map(|children| children())}
            </div>
            {saying.map(|saying| view! { <Said saying class="chips__said soft small" /> })}
        </fieldset>
    }
}

/// One chip around its box.
#[component]
fn Chip(choice: Choice, children: Children) -> impl IntoView {
    let Choice { label, note, .. } = choice;
    view! {
        <label class="chip">
            {children()} <Tick /> <span>{label}</span>
            {(!note.is_empty()).then(|| view! { <span class="chip__note">{note}</span> })}
        </label>
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
