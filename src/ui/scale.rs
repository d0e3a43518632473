//! A short scale: a few numbered steps in a row, for example 0 to 4.
//!
//! Role: `group` of radio buttons. Name: the legend; each step is named by number and word.
//! Keys: Tab enters, arrow keys move and choose, Delete or a second tap takes the answer back.

use leptos::prelude::*;

use super::ident;

/// Asks for a step. Every scale may be left empty.
#[component]
pub fn Scale(
    /// The question; the name of the group.
    #[prop(into)]
    legend: Signal<String>,
    /// The number of the first step.
    #[prop(default = 0)]
    first: u8,
    /// The words for the steps, from the first to the last: there are as many steps as words.
    words: Vec<String>,
    /// What is chosen.
    #[prop(into)]
    value: Signal<Option<u8>>,
    /// Gives the new answer; nothing when the chosen step was chosen again.
    #[prop(into)]
    on_choose: Callback<Option<u8>>,
) -> impl IntoView {
    let name = ident::fresh("scale");
    let low = words.first().cloned().unwrap_or_default();
    let high = words.last().cloned().unwrap_or_default();
    let ends = StoredValue::new((low, high));
    let words = StoredValue::new(words);
    let word = move |number: u8| {
        words.with_value(|words| words.get(usize::from(number.saturating_sub(first))).cloned())
    };
    // Not every step has a word of its own.
    let said = move |number: u8| match word(number).filter(|it| !it.is_empty()) {
        Some(word) => format!("{number}, {word}"),
        None => number.to_string(),
    };
    let last = first
        .saturating_add(words.with_value(|words| u8::try_from(words.len()).unwrap_or(u8::MAX)));
    let steps = (first..last)
        .map(|number| {
            view! {
                <label class="scale__choice">
                    <input
                        class="scale__input"
                        type="radio"
                        name=name.clone()
                        value=number.to_string()
                        prop:checked=move || value.get() == Some(number)
                        on:change=move |_| on_choose.run(Some(number))
                        on:keydown=move |event| {
                            // Browsers ignore Space on a chosen radio button.
                            if matches!(event.key().as_str(), "Delete" | "Backspace") && value.get_untracked() == Some(number) {
                                on_choose.run(None);
                            }
                        }
                        on:click=move |_| {
                            // A click that does not change the radio button lands on the chosen one.
                            if value.get() == Some(number) {
                                on_choose.run(None);
                            }
                        }
                    />
                    <span aria-hidden="true">{number}</span>
                    <span class="visually-hidden">{said(number)}</span>
                </label>
            }
        })
        .collect_view();
    // The two ends, and between them the word of the chosen step if it is neither.
    let below = move || {
        let chosen = value.get();
        let (low, high) = ends.get_value();
        let (is_low, is_high) =
            (chosen == Some(first), chosen.is_some_and(|number| number + 1 == last));
        let between = chosen.filter(|_| !is_low && !is_high).and_then(word);
        view! {
            <span class:scale__word=is_low>{low}</span>
            {between.map(|word| view! { <span class="scale__word">{word}</span> })}
            <span class:scale__word=is_high>{high}</span>
        }
    };
    view! {
        <fieldset class="scale">
            <legend class="scale__legend">{move || legend.get()}</legend>
            <div class="scale__row">{steps}</div>
            <div class="scale__ends" aria-hidden="true">
                {below}
            </div>
        </fieldset>
    }
}
