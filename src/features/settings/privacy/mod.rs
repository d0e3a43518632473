//! Privacy: everything that is stored, everything that was asked for, and a way to try it out.

pub mod leaves;
pub mod others;
pub mod stored;

use leptos::prelude::*;

use self::leaves::Leaves;
use self::others::Others;
use self::stored::Stored;
use super::about::Version;
use crate::i18n::{msg, t};
use crate::platform::errand::{self, Looked};

/// What is stored, and what leaves this device.
#[component]
pub fn Privacy() -> impl IntoView {
    let looked = RwSignal::new(None::<Looked>);
    errand::look(move |found| {
        // The page may have been left meanwhile.
        _ = looked.try_set(found);
    });
    view! {
        <p class="settings-lead">{t(msg::privacy_lead())}</p>
        <Leaves looked />
        <Stored looked />
        <Others />
        <section class="section">
            <h2>{t(msg::privacy_who())}</h2>
            <p>{t(msg::privacy_who_body())}</p>
        </section>
        <section class="section">
            <h2>{t(msg::settings_leave())}</h2>
            <p>{t(msg::settings_leave_body())}</p>
            <p class="soft">{t(msg::settings_leave_limits())}</p>
        </section>
        <section class="section">
            <Version />
        </section>
    }
}
