//! The quiet card after a very heavy entry: somebody to turn to, help lines, or not now.
//!
//! Role: `status`, so that it is read without taking the focus. It blocks nothing; the caller decides when it comes.

use leptos::prelude::*;

use super::button::{Button, LinkButton, Tone};
use crate::i18n::{msg, t};

/// The card.
#[component]
pub fn QuietCard(
    /// Where the Support page is.
    support: String,
    /// The person wants to see whom they trust.
    #[prop(into)]
    on_person: Callback<()>,
    /// The person does not want it now.
    #[prop(into)]
    on_close: Callback<()>,
) -> impl IntoView {
    view! {
        <div class="card" role="status">
            <h2>{t(msg::quiet_title())}</h2>
            <p>{t(msg::quiet_body())}</p>
            <div class="cluster">
                <Button on_click=on_person>{t(msg::quiet_person())}</Button>
                <LinkButton href=support>{t(msg::quiet_lines())}</LinkButton>
                <Button tone=Tone::Quiet on_click=on_close>
                    {t(msg::quiet_not_now())}
                </Button>
            </div>
            <p class="soft small">{t(msg::quiet_note())}</p>
        </div>
    }
}
