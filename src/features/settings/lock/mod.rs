//! The lock: turning it on, what it does and does not do, and what opens it.

#![expect(unreachable_pub, reason = "the component macro makes every component public")]

mod code;
mod first;
mod present;

use leptos::prelude::*;
use satkarya_core::vault::Passphrase;

use self::code::Code;
use self::first::TurnOn;
use self::present::{Change, NewKey, TurnOff};
use super::secret::{NewSecret, Secret};
use crate::i18n::{Msg, msg, t};
use crate::platform::timer;
use crate::state::lock::{Lock, Wish};
use crate::state::{AppState, Home, Idle, Prefs, Word as _};
use crate::ui::button::{Button, Tone};
use crate::ui::chips::Choice;
use crate::ui::icon::{Icon, IconName};
use crate::ui::secret_field::SecretField;
use crate::ui::select::Select;
use crate::ui::toggle_row::ToggleRow;

/// The page.
#[component]
pub fn LockSettings() -> impl IntoView {
    let (app, lock) = (AppState::expect(), Lock::expect());
    let body = if app.home == Home::MemoryOnly {
        view! { <p>{t(msg::lock_memory_only())}</p> }.into_any()
    } else if lock.is_on {
        view! { <Kept /> }.into_any()
    } else {
        view! { <TurnOn /> }.into_any()
    };
    view! {
        <p class="settings-lead">{t(msg::lock_lead())}</p>
        {body}
        <Honest />
    }
}

/// What it protects, and what it does not.
#[component]
fn Honest() -> impl IntoView {
    let is_on = Lock::expect().is_on;
    let list = |lines: &[fn() -> Msg]| {
        let lines: Vec<_> = lines.iter().map(|line| view! { <li>{t(line())}</li> }).collect();
        view! { <ul class="settings-list">{lines}</ul> }
    };
    view! {
        <section class="section">
            <h2>{t(msg::lock_does())}</h2>
            {list(&[msg::lock_does_1, msg::lock_does_2])}
        </section>
        <section class="section">
            <h2>{t(msg::lock_not())}</h2>
            {list(&[msg::lock_not_1, msg::lock_not_2, msg::lock_not_3, msg::lock_not_4])}
            {is_on.then(|| view! { <p>{t(msg::lock_forget())}</p> })}
        </section>
    }
}

/// While it is on.
#[component]
fn Kept() -> impl IntoView {
    let lock = Lock::expect();
    view! {
        <section class="section stack">
            <p>
                <strong>{t(msg::lock_is_on())}</strong>
            </p>
            <div>
                <Button
                    tone=Tone::Primary
                    on_click=Callback::new(move |()| lock.smith().lock())
                >
                    <Icon name=IconName::Lock />
                    {t(msg::lock_now())}
                </Button>
            </div>
        </section>
        <ByItself />
        <OpenPlan />
        <section class="section">
            <Change />
            <Code />
            <NewKey />
            <TurnOff />
        </section>
    }
}

/// When it shuts by itself.
#[component]
fn ByItself() -> impl IntoView {
    let app = AppState::expect();
    let choices: Vec<Choice> = Idle::ALL
        .into_iter()
        .map(|idle| {
            let minutes = i64::try_from(idle.minutes()).unwrap_or(i64::MAX);
            Choice::new(idle.word(), t(msg::lock_minutes(minutes)))
        })
        .collect();
    let chosen = Signal::derive(move || app.prefs.with(Prefs::idle).word().to_owned());
    let choose = move |word: String| {
        if let Some(idle) = Idle::ALL.into_iter().find(|idle| idle.word() == word) {
            app.set_prefs(|prefs| prefs.set_idle(idle));
        }
    };
    view! {
        <section class="section">
            <Select
                label=t(msg::lock_idle())
                hint=t(msg::lock_idle_hint())
                choices=Signal::stored(choices)
                chosen
                on_choose=Callback::new(choose)
            />
        </section>
    }
}

/// Whether the staying-safe plan can be read without opening it.
#[component]
fn OpenPlan() -> impl IntoView {
    let app = AppState::expect();
    let on = Signal::derive(move || app.prefs.with(Prefs::plan_open).is_on());
    let choose = move |on: bool| {
        app.set_prefs(|prefs| {
            if on {
                prefs.set_plan_open(on.into());
            } else {
                // The copy goes at once, whatever this tab may do.
                prefs.close_plan();
            }
        });
    };
    view! {
        <section class="section">
            <ToggleRow
                label=t(msg::lock_plan())
                hint=t(msg::lock_plan_hint())
                on
                on_change=Callback::new(choose)
            />
        </section>
    }
}

/// The two fields of a new passphrase.
#[component]
fn Chosen(secret: Secret) -> impl IntoView {
    view! {
        <NewSecret secret label=t(msg::lock_first()) hint=t(msg::lock_first_hint()) />
    }
}

/// Something that is asked of the lock, and what became of it.
#[derive(Clone, Copy)]
struct Asking {
    lock: Lock,
    busy: RwSignal<bool>,
    said: RwSignal<Option<String>>,
}

impl Asking {
    fn new() -> Self {
        Self { lock: Lock::expect(), busy: RwSignal::new(false), said: RwSignal::new(None) }
    }

    /// Asks, and does `then` once it is done, if this page still stands.
    fn ask(
        self,
        passphrase: Option<Passphrase>,
        wish: Wish,
        done: fn() -> Msg,
        then: impl FnOnce() + 'static,
    ) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.said.set(Some(t(msg::lock_working())));
        // Asked for now, so that whatever shuts the window from here on is before it.
        let asking = self.lock.smith().ask(passphrase, wish);
        timer::spawn(async move {
            let asked = asking.await;
            if self.busy.try_set(false).is_some() {
                return;
            }
            if asked.is_ok() {
                then();
            }
            let said = asked.map_or_else(crate::state::lock::Trouble::words, |()| done());
            self.said.try_set(Some(t(said)));
        });
    }
}

/// What became of it.
#[component]
fn Said(asking: Asking) -> impl IntoView {
    view! {
        <p role="status" class="settings-said">
            {move || asking.said.get()}
        </p>
    }
}

/// The present passphrase, which every change asks for.
#[component]
fn Present(typed: RwSignal<String>) -> impl IntoView {
    view! {
        <SecretField
            label=t(msg::lock_present())
            value=typed
            on_input=Callback::new(move |text| typed.set(text))
        />
    }
}
