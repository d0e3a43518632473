//! Privacy: everything that is stored, everything that was asked for, and a way to try it out.

pub mod kept;
pub mod leaves;
pub mod others;
pub mod stored;

use leptos::prelude::*;

use self::kept::Kept;
use self::leaves::Leaves;
use self::others::Others;
use self::stored::Stored;
use crate::i18n::{msg, t};
use crate::platform::dom;
use crate::platform::errand::{self, Looked};
use crate::state::AppState;
use crate::state::lock::Lock;
use crate::ui::toggle_row::ToggleRow;

/// What is stored, and what leaves this device.
#[component]
pub fn Privacy() -> impl IntoView {
    let is_locked = Lock::expect().is_on;
    let hide = if is_locked { msg::settings_hide_locks() } else { msg::settings_hide_body() };
    let looked = RwSignal::new(None::<Looked>);
    errand::look(move |found| {
        // The page may have been left meanwhile.
        _ = looked.try_set(found);
    });
    view! {
        <p class="settings-lead">{t(msg::privacy_lead())}</p>
        <Initials />
        <PlainName />
        <Leaves looked />
        <Stored looked />
        <Others />
        <section class="section">
            <h2>{t(msg::privacy_who())}</h2>
            <p>{t(msg::privacy_who_body())}</p>
        </section>
        <section class="section">
            <h2>{t(msg::settings_leave())}</h2>
            <p>{t(hide)}</p>
            <p>{t(msg::settings_leave_body())}</p>
            <p class="soft">{t(msg::settings_leave_limits())}</p>
        </section>
        <Kept />
    }
}

/// Whether the app goes by a plain name.
#[component]
fn PlainName() -> impl IntoView {
    let app = AppState::expect();
    let on = Memo::new(move |_| app.prefs.with(|prefs| prefs.plain().is_on()));
    let change = move |on: bool| {
        app.set_prefs(|prefs| prefs.set_plain(on.into()));
        // Everything is drawn anew.
        dom::focus_soon([".settings-plain input, .settings-plain button"]);
    };
    view! {
        <section class="section settings-plain">
            <h2>{t(msg::settings_plain())}</h2>
            <ToggleRow
                label=t(msg::settings_plain_switch())
                hint=t(msg::settings_plain_hint())
                on
                on_change=Callback::new(change)
            />
            <p class="soft small">{t(msg::settings_plain_home())}</p>
        </section>
    }
}

/// Whether people are shown by their initials.
#[component]
fn Initials() -> impl IntoView {
    let app = AppState::expect();
    let on = Memo::new(move |_| app.prefs.with(|prefs| prefs.initials().is_on()));
    let change = move |on: bool| {
        app.set_prefs(|prefs| prefs.set_initials(on.into()));
        // Everything is drawn anew.
        dom::focus_soon([".settings-initials input, .settings-initials button"]);
    };
    view! {
        <section class="section settings-initials">
            <h2>{t(msg::initials_title())}</h2>
            <ToggleRow
                label=t(msg::initials_switch())
                hint=t(msg::initials_hint())
                on
                on_change=Callback::new(change)
            />
        </section>
    }
}
