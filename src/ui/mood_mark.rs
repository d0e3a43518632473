//! A mood from 0 to 10 as a small dial: number, arc, color, and the word for screen readers.
//!
//! The arc grows with the number, so that the mark is understood without color and without reading.

use leptos::prelude::*;

/// The path of the open circle on a square of 40 units: 240 degrees, the gap below.
const ARC: &str = "M5.28 28.5A17 17 0 1 1 34.72 28.5";

/// How large the mark is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MarkSize {
    /// 32 px: inside a calendar or a line of text.
    Small,
    /// 44 px: in a list.
    #[default]
    Medium,
    /// 72 px: at the head of a page.
    Large,
}

impl MarkSize {
    const fn class(self) -> &'static str {
        match self {
            Self::Small => "mood-mark mood-mark--small",
            Self::Medium => "mood-mark",
            Self::Large => "mood-mark mood-mark--large",
        }
    }
}

/// Shows one mood.
#[component]
pub fn MoodMark(
    /// 0 to 10.
    value: u8,
    /// What screen readers say, for example "6 of 10, all right". Empty when the words stand beside the mark.
    #[prop(optional, into)]
    label: String,
    /// How large.
    #[prop(optional)]
    size: MarkSize,
) -> impl IntoView {
    // A dash of no length draws nothing, and a mood of 0 must still be seen.
    let dash = format!("{} 20", f32::from(value.min(10)).max(0.01));
    view! {
        <span class=size.class() data-mood=value.to_string()>
            <svg viewBox="0 0 40 40" aria-hidden="true" focusable="false">
                <path class="mood-mark__track" d=ARC />
                <path class="mood-mark__arc" d=ARC pathLength="10" stroke-dasharray=dash />
            </svg>
            <span class="mood-mark__number" aria-hidden="true">
                {value}
            </span>
            {(!label.is_empty()).then(|| view! { <span class="visually-hidden">{label}</span> })}
        </span>
    }
}
