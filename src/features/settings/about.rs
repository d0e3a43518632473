//! About: what the app is and is not, for whom, and what it is made of.

use leptos::prelude::*;

use crate::i18n::{Msg, msg, t};
use crate::platform::page;
use crate::route::Route;
use crate::ui::button::LinkButton;

/// When somebody should talk to a person first.
const CARE: [fn() -> Msg; 8] = [
    msg::care_item_life,
    msg::care_item_mind,
    msg::care_item_body,
    msg::care_item_care,
    msg::care_item_substances,
    msg::care_item_safe,
    msg::care_item_age,
    msg::care_item_birth,
];

/// What the app is and is not.
#[component]
pub fn About() -> impl IntoView {
    view! {
        <div class="prose">
            <p>{t(msg::about_what())}</p>
            <p>{t(msg::about_not())}</p>
            <p>{t(msg::about_evidence())}</p>
            <p>{t(msg::about_adults())}</p>
        </div>
        <section class="section">
            <h2>{t(msg::care_title())}</h2>
            <p>{t(msg::care_body())}</p>
            <ul class="settings-list">
                {CARE.iter().map(|item| view! { <li>{t(item())}</li> }).collect_view()}
            </ul>
            <LinkButton href=Route::Support.href()>{t(msg::care_show_help())}</LinkButton>
        </section>
        <section class="section">
            <h2>{t(msg::about_made())}</h2>
            <Version />
            <p class="soft">{t(msg::about_licence())}</p>
            <p class="soft">{t(msg::about_icons())}</p>
        </section>
    }
}

/// Version and build.
#[component]
pub fn Version() -> impl IntoView {
    view! {
        <p>
            {t(msg::about_version(env!("CARGO_PKG_VERSION")))} <br />
            <span class="soft small">
                {t(msg::about_build())} " " <code translate="no">{page::build()}</code>
            </span>
        </p>
    }
}
