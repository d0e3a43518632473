//! What can be done while the lock is on, each with the passphrase.

use leptos::{ev, prelude::*};
use satkarya_core::vault::Passphrase;

use super::{Asking, Chosen, Present, Said, Secret};
use crate::i18n::{Msg, msg, t};
use crate::state::lock::{Lock, Wish};
use crate::ui::button::{Button, Tone};
use crate::ui::disclosure::Disclosure;
use crate::ui::shown::Shown;

/// Another passphrase.
#[component]
pub fn Change() -> impl IntoView {
    let lock = Lock::expect();
    let (asking, secret, typed) = (Asking::new(), Secret::default(), RwSignal::new(String::new()));
    let by_code = lock.by_code;
    let send = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let Some(passphrase) = secret.take() else { return };
        let present = typed.with_untracked(|text| Passphrase::typed(text));
        let present = (!by_code.get_untracked()).then_some(present);
        asking.ask(present, Wish::Passphrase(passphrase), msg::lock_changed, move || {
            secret.clear();
            _ = typed.try_set(String::new());
        });
    };
    view! {
            <Disclosure summary=t(msg::lock_change()) open=by_code.get_untracked()>
                <form class="stack" on:submit=send>
                    <Shown
                        when=move || by_code.get()
                        fallback=move || view! { <Present typed /> }
                    >
                        <p>{t(msg::lock_change_by_code())}</p>
                    </Shown>
                    <Chosen secret />
                    <p class="soft">{t(msg::lock_change_hint())}</p>
                    <div>
                        <Button submit=true busy=asking.busy>
                            {t(msg::lock_change_action())}
                        </Button>
                    </div>
                    <Said asking />
                </form>
            </Disclosure>
    }
}

/// A new key.
#[component]
pub fn NewKey() -> impl IntoView {
    view! {
        <ByPassphrase
            title=msg::lock_key_title
            body=msg::lock_key_body
            action=msg::lock_key_action
            wish=|| Wish::NewKey
            done=msg::lock_new_key_done
        />
    }
}

/// Turning it off.
#[component]
pub fn TurnOff() -> impl IntoView {
    view! {
        <ByPassphrase
            title=msg::lock_off_title
            body=msg::lock_off_body
            action=msg::lock_off_action
            wish=|| Wish::TurnOff
            done=msg::lock_turned_off
        />
    }
}

/// One thing that is done with the passphrase alone.
#[component]
pub fn ByPassphrase(
    title: fn() -> Msg,
    body: fn() -> Msg,
    action: fn() -> Msg,
    wish: fn() -> Wish,
    done: fn() -> Msg,
) -> impl IntoView {
    let (asking, typed) = (Asking::new(), RwSignal::new(String::new()));
    let send = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let present = typed.with_untracked(|text| Passphrase::typed(text));
        asking.ask(Some(present), wish(), done, move || _ = typed.try_set(String::new()));
    };
    view! {
            <Disclosure summary=t(title())>
                <form class="stack" on:submit=send>
                    <p>{t(body())}</p>
                    <Present typed />
                    <div>
                        <Button tone=Tone::Danger submit=true busy=asking.busy>
                            {t(action())}
                        </Button>
                    </div>
                    <Said asking />
                </form>
            </Disclosure>
    }
}
