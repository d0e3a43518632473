//! Turning the lock on.

use leptos::{ev, prelude::*};

use super::{Asking, Chosen, Said, Secret};
use crate::i18n::{msg, t};
use crate::state::lock::Wish;
use crate::ui::button::{Button, Tone};

/// Turning it on.
#[component]
pub fn TurnOn() -> impl IntoView {
    let (asking, secret) = (Asking::new(), Secret::default());
    let send = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if let Some(passphrase) = secret.take() {
            asking.ask(Some(passphrase), Wish::TurnOn, msg::lock_turned_on, move || secret.clear());
        }
    };
    view! {
        <form class="section stack" on:submit=send>
            <p>{t(msg::lock_forget())}</p>
            <Chosen secret />
            <p class="soft">{t(msg::lock_turn_on_hint())}</p>
            <div>
                <Button tone=Tone::Primary submit=true busy=asking.busy>
                    {t(msg::lock_turn_on())}
                </Button>
            </div>
            <Said asking />
        </form>
    }
}
