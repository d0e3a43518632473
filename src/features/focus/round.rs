//! How it goes round: four sentences to finish, beside a ring on a wide screen.
//!
//! The ring says nothing that the list does not: it is hidden from screen readers.

use leptos::prelude::*;
use satkarya_core::focus::ring;

use super::goal::MAX_LINE;
use super::summary::{Field, text_of};
use crate::i18n::{Msg, msg, t};
use crate::state::Visit;
use crate::ui::text_field::TextField;

/// The four boxes: the field, its label and its hint.
type Box = (Field, fn() -> Msg, fn() -> Msg);

const BOXES: [Box; 4] = [
    (Field::When, msg::summary_round_when, msg::summary_round_when_hint),
    (Field::Feel, msg::summary_round_feel, msg::summary_round_feel_hint),
    (Field::Act, msg::summary_round_act_label, msg::summary_round_act_hint),
    (Field::Others, msg::summary_round_others, msg::summary_round_others_hint),
];

/// The helper.
#[component]
pub(super) fn Round(visit: Visit) -> impl IntoView {
    let step = move |(field, label, hint): Box| {
        view! {
            <li>
                <TextField
                    label=t(label())
                    hint=t(hint())
                    value=text_of(visit, field)
                    on_input=Callback::new(move |text| visit.type_in(field as usize, text))
                    max_length=MAX_LINE
                />
            </li>
        }
    };
    view! {
        <fieldset class="round">
            <legend class="field__label">{t(msg::summary_round())}</legend>
            <p class="field__hint">{t(msg::summary_round_lead())}</p>
            <div class="round__inner">
                <Ring />
                <ol class="round__steps" role="list">
                    {BOXES.into_iter().map(step).collect_view()}
                </ol>
            </div>
            <p class="soft small">{t(msg::summary_round_back())}</p>
        </fieldset>
    }
}

/// Four places on a ring, with arrows from each to the next and back to the first.
#[component]
fn Ring() -> impl IntoView {
    let arrow = |path: String| view! { <path d=path></path> };
    let place = |(n, (x, y)): (usize, (f64, f64))| {
        view! {
            <circle cx=x.to_string() cy=y.to_string() r=ring::DOT.to_string()></circle>
            <text x=x.to_string() y=y.to_string() dy="0.36em" text-anchor="middle">
                {n}
            </text>
        }
    };
    view! {
        <svg class="round__ring" viewBox=ring::VIEW aria-hidden="true">
            {ring::arrows().into_iter().map(arrow).collect_view()}
            {(1..).zip(ring::places()).map(place).collect_view()}
        </svg>
    }
}
