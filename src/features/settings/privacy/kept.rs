//! How safely what is stored is kept: by this browser, in a file, and by which version.

use leptos::prelude::*;

use crate::features::settings::about::Version;
use crate::i18n::dates::{self, DateStyle};
use crate::i18n::{msg, t};
use crate::platform::dom;
use crate::state::AppState;

/// How safely it is kept, and how to check the version that keeps it.
#[component]
pub fn Kept() -> impl IntoView {
    let app = AppState::expect();
    let persisted = RwSignal::new(None::<bool>);
    dom::is_persisted(move |answer| {
        // The page may have been left meanwhile.
        _ = persisted.try_set(answer);
    });
    let promise = move || {
        t(match persisted.get() {
            Some(true) => msg::persist_yes(),
            Some(false) => msg::persist_not_yet(),
            None => msg::privacy_persist_unknown(),
        })
    };
    let backup = move || match app.prefs.with(crate::state::Prefs::backup) {
        Some(mark) => t(msg::privacy_backup_last(dates::day(mark.day, DateStyle::Medium))),
        None => t(msg::privacy_backup_none()),
    };
    view! {
        <section class="section">
            <h2>{t(msg::privacy_kept())}</h2>
            <ul class="settings-list">
                <li>{promise}</li>
                <li>{backup}</li>
            </ul>
            <h3>{t(msg::privacy_version())}</h3>
            <Version />
            <p class="soft">{t(msg::privacy_compare())}</p>
        </section>
    }
}
