//! The eleven steps of the mood ramp with their numbers, under a picture that uses them.
//!
//! Decoration: hidden from screen readers, since every mark says its own number.

use leptos::prelude::*;

/// The ramp from 0 to 10.
#[component]
pub fn MoodKey(
    /// What 0 means.
    #[prop(into)]
    low: Signal<String>,
    /// What 10 means.
    #[prop(into)]
    high: Signal<String>,
) -> impl IntoView {
    let steps = (0..=10u8)
        .map(|mood| {
            view! {
                <span class="mood-key__step" data-mood=mood.to_string()>
                    {mood}
                </span>
            }
        })
        .collect_view();
    view! {
        <div class="mood-key" aria-hidden="true">
            <span>{move || low.get()}</span>
            <span class="mood-key__steps">{steps}</span>
            <span>{move || high.get()}</span>
        </div>
    }
}
