//! How much space the diary takes, and whether the browser has promised to keep it.

use leptos::prelude::*;
use satkarya_core::store::Level;

use super::older::OlderEntries;
use crate::i18n::{msg, sizes, t};
use crate::platform::dom;
use crate::state::AppState;
use crate::ui::button::Button;
use crate::ui::shown::Shown;

/// Space and protection.
#[component]
pub fn SpaceAndProtection() -> impl IntoView {
    view! {
        <section class="section">
            <h2>{t(msg::settings_space())}</h2>
            <SpaceMeter />
            <Protection />
            <OlderEntries />
        </section>
    }
}

/// How much is used, in entries first.
#[component]
pub fn SpaceMeter() -> impl IntoView {
    let app = AppState::expect();
    let space = app.space();
    let left = move || {
        t(msg::storage_space_entries(i64::try_from(space.get().n_entries_left).unwrap_or(i64::MAX)))
    };
    let used = move || {
        let space = space.get();
        t(msg::storage_space_used(
            sizes::bytes(space.used_bytes()),
            sizes::bytes(space.total_bytes()),
        ))
    };
    let level = Memo::new(move |_| space.get().level);
    let word = move || match level.get() {
        Level::Calm | Level::Notice => None,
        Level::Warning => Some(t(msg::storage_filling_title())),
        Level::AlmostFull => Some(t(msg::storage_nearly_full())),
    };
    let is_noticed = move || level.get() == Level::Notice;
    view! {
        <div class="stack stack--tight">
            <p>
                {left} {move || word().map(|word| view! { " " <strong>{word}</strong> })}
            </p>
            <progress
                class="settings-meter"
                aria-label=t(msg::settings_space())
                max=move || space.get().total.to_string()
                prop:value=move || space.get().used.to_string()
            ></progress>
            <p class="soft small numbers">{used}</p>
            <Shown when=is_noticed>
                <p class="soft small">{t(msg::storage_over_half())}</p>
            </Shown>
        </div>
    }
}

/// Whether the browser has promised not to clear the data by itself.
#[component]
fn Protection() -> impl IntoView {
    let kept = RwSignal::new(None::<bool>);
    let asked = RwSignal::new(false);
    dom::is_persisted(move |answer| {
        // The page may have been left meanwhile.
        _ = kept.try_set(answer);
    });
    let ask = move |()| {
        asked.set(true);
        dom::ask_to_persist(move |answer| {
            _ = kept.try_set(answer);
        });
    };
    let words = move || match kept.get()? {
        true => Some(t(msg::persist_yes())),
        false if asked.get() => Some(t(msg::persist_refused())),
        false => Some(t(msg::persist_not_yet())),
    };
    view! {
        <Shown when=move || kept.get().is_some()>
            <div class="stack stack--tight">
                <p role="status">{words}</p>
                <Shown when=move || kept.get() == Some(false) && !asked.get()>
                    <p class="soft small">{t(msg::persist_hint())}</p>
                    <div>
                        <Button on_click=Callback::new(ask)>{t(msg::persist_ask())}</Button>
                    </div>
                </Shown>
            </div>
        </Shown>
    }
}
