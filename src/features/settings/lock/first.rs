//! Turning the lock on.

use leptos::{ev, prelude::*};

use super::{Asking, Chosen, ChosenFields, Said, phrase};
use crate::i18n::{msg, t};
use crate::platform::entropy::BrowserEntropy;
use crate::state::lock::{Trouble, Wish};
use crate::ui::button::{Button, Tone};

/// Turning it on.
#[component]
pub fn TurnOn() -> impl IntoView {
    let (asking, chosen) = (Asking::new(), Chosen::default());
    let send = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if let Some(passphrase) = chosen.take() {
            asking.ask(Some(passphrase), Wish::TurnOn, msg::lock_turned_on, move || chosen.clear());
        }
    };
    view! {
        <form class="section stack" on:submit=send>
            <p>{t(msg::lock_forget())}</p>
            <Suggest asking />
            <ChosenFields chosen />
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

/// Draws a phrase for whoever wants one.
#[component]
pub fn Suggest(asking: Asking) -> impl IntoView {
    let drawn = RwSignal::new(None::<String>);
    let draw = move |()| match phrase::draw(&BrowserEntropy) {
        Ok(phrase) => drawn.set(Some(phrase)),
        Err(_) => asking.said.set(Some(t(Trouble::NoRandom.words()))),
    };
    view! {
        <div class="stack stack--tight">
            <div>
                <Button on_click=Callback::new(draw)>{t(msg::lock_suggest())}</Button>
            </div>
            <div role="status">
                {move || {
                    drawn
                        .get()
                        .map(|phrase| {
                            view! {
                                <p class="lock-phrase" translate="no">
                                    {phrase}
                                </p>
                                <p class="soft">{t(msg::lock_suggest_hint())}</p>
                            }
                        })
                }}
            </div>
        </div>
    }
}
