//! What others keep at the same address, and why that matters: one origin has one store.

use leptos::prelude::*;

use crate::i18n::{msg, sizes, t};
use crate::state::{AppState, Others as Found};
use crate::ui::disclosure::Disclosure;

/// The most characters that are shown of a key.
const MOST: usize = 60;

/// What others keep here.
#[component]
pub fn Others() -> impl IntoView {
    let app = AppState::expect();
    // Looked at once: it reads every value of theirs.
    let found = app.stored_by_others();
    let said = match i64::try_from(found.count) {
        Ok(0) => view! { <p>{t(msg::privacy_others_none())}</p> }.into_any(),
        n => {
            let total = msg::privacy_others_some(n.unwrap_or(i64::MAX), sizes::bytes(found.bytes));
            view! {
                <p>
                    <strong>{t(total)}</strong>
                </p>
                <p>{t(msg::privacy_others_why())}</p>
                <Names found />
            }
            .into_any()
        }
    };
    view! {
        <section class="section">
            <h2>{t(msg::privacy_others())}</h2>
            {said}
        </section>
    }
}

/// The largest of them by name.
#[component]
fn Names(found: Found) -> impl IntoView {
    let line = |(name, bytes): (String, u64)| {
        let name: String = name.chars().take(MOST).collect();
        view! {
            <li>
                <code translate="no">{name}</code>
                " "
                <span class="numbers">{sizes::bytes(bytes)}</span>
            </li>
        }
    };
    view! {
        <Disclosure summary=t(msg::privacy_others_list())>
            <ul class="settings-list">{found.largest.into_iter().map(line).collect_view()}</ul>
        </Disclosure>
    }
}
