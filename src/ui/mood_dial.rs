//! The mood from 0 to 10: eleven places around three rings, one tap chooses.
//!
//! Role: `group` of eleven radio buttons. Name: the legend; each place is named by number and word.
//! Keys: Tab enters, arrow keys move and choose, Space chooses. Number, word and place say what color says.

use leptos::prelude::*;

use super::ident;

/// How the eleven places are laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DialShape {
    /// Around the rings, with the word in the middle: the check-in.
    #[default]
    Ring,
    /// In a row that wraps, with the word below: where several moods are asked.
    Row,
}

/// Asks for a mood.
#[component]
pub fn MoodDial(
    /// The question; the name of the group.
    #[prop(into)]
    legend: Signal<String>,
    /// Keep the legend for screen readers only, when a heading asks the same.
    #[prop(optional)]
    legend_hidden: bool,
    /// What stands in the middle before a choice.
    #[prop(optional, into)]
    prompt: Signal<String>,
    /// What 0 means, under the low end.
    #[prop(into)]
    low: Signal<String>,
    /// What 10 means, under the high end.
    #[prop(into)]
    high: Signal<String>,
    /// The word for each number, from 0 to 10.
    words: Vec<String>,
    /// What is chosen.
    #[prop(into)]
    value: Signal<Option<u8>>,
    /// Gives the number that was tapped.
    #[prop(into)]
    on_choose: Callback<u8>,
    /// Ring or row.
    #[prop(optional)]
    shape: DialShape,
) -> impl IntoView {
    let name = ident::fresh("mood");
    let words = StoredValue::new(words);
    let word = move |value: u8| {
        words.with_value(|words| words.get(usize::from(value)).cloned()).unwrap_or_default()
    };
    let places = (0..=10u8)
        .map(|number| {
            view! {
                <label class="mood-dial__choice" data-mood=number.to_string()>
                    <input
                        class="mood-dial__input"
                        type="radio"
                        name=name.clone()
                        value=number.to_string()
                        prop:checked=move || value.get() == Some(number)
                        on:change=move |_| on_choose.run(number)
                    />
                    <span aria-hidden="true">{number}</span>
                    <span class="visually-hidden">{format!("{number}, {}", word(number))}</span>
                </label>
            }
        })
        .collect_view();
    let centre = move || match value.get() {
        None => view! { <span class="mood-dial__prompt">{prompt.get()}</span> }.into_any(),
        Some(number) => view! {
            <span class="mood-dial__number">{number}</span>
            <span class="mood-dial__word">{word(number)}</span>
        }
        .into_any(),
    };
    let class = match shape {
        DialShape::Ring => "mood-dial",
        DialShape::Row => "mood-dial mood-dial--row",
    };
    view! {
        <fieldset class="mood-dial__frame">
            <legend class="mood-dial__legend" class:visually-hidden=legend_hidden>
                {move || legend.get()}
            </legend>
            <div class=class>
                <div class="mood-dial__face">
                    <svg class="mood-dial__rings" viewBox="0 0 100 100" stroke-width="0.35" aria-hidden="true">
                        <path d="M12.67 71.55A43.1 43.1 0 1 1 87.33 71.55" />
                        <circle cx="50" cy="50" r="32" />
                        <circle cx="50" cy="50" r="21" />
                    </svg>
                    {places}
                    <div class="mood-dial__centre" aria-hidden="true">
                        {centre}
                    </div>
                </div>
                <div class="mood-dial__ends" aria-hidden="true">
                    <span>{move || low.get()}</span>
                    <span>{move || high.get()}</span>
                </div>
            </div>
        </fieldset>
    }
}
