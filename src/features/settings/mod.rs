//! Settings: how it looks, how one writes, how the diary is kept, and what is stored.
//!
//! Every preference is applied at once and kept on this device. Nothing here changes an entry,
//! except bringing in a file, deleting own words and erasing everything, each on the person's
//! word.

pub mod about;
pub mod arriving;
pub mod folder;
pub mod keeping;
pub mod keys;
pub mod lock;
pub mod look;
mod phrase;
pub mod privacy;
pub mod secret;
pub mod writing;
pub mod years;

use leptos::prelude::*;

use self::about::About;
use self::keeping::Keeping;
use self::keys::Keys;
use self::lock::LockSettings;
use self::look::Look;
use self::privacy::Privacy;
use self::writing::Writing;
use crate::i18n::{Msg, msg, t};
use crate::route::{Route, SettingsPart};
use crate::state::AppState;
use crate::state::lock::Lock;
use crate::ui::button::Button;
use crate::ui::icon::{Icon, IconName};
use crate::ui::page_head::PageHead;
use crate::ui::row_link::RowLink;

/// The name of a part, and what is in it.
fn words(part: SettingsPart) -> (Msg, Msg) {
    match part {
        SettingsPart::Look => (msg::settings_look(), msg::settings_look_note()),
        SettingsPart::Writing => (msg::settings_writing(), msg::settings_writing_note()),
        SettingsPart::Keeping => (msg::settings_keeping(), msg::settings_keeping_note()),
        SettingsPart::Lock => (msg::lock_title(), msg::lock_note()),
        SettingsPart::Privacy => (msg::settings_privacy(), msg::settings_privacy_note()),
        SettingsPart::Keys => (msg::settings_shortcuts(), msg::settings_shortcuts_note()),
        SettingsPart::About => (msg::settings_about(), msg::settings_about_note()),
    }
}

const fn icon(part: SettingsPart) -> IconName {
    match part {
        SettingsPart::Look => IconName::ThemeSystem,
        SettingsPart::Writing => IconName::Edit,
        SettingsPart::Keeping => IconName::Archive,
        SettingsPart::Lock => IconName::Lock,
        SettingsPart::Privacy => IconName::Shield,
        SettingsPart::Keys => IconName::Keyboard,
        SettingsPart::About => IconName::Info,
    }
}

/// The parts, the bin and the sample diary.
#[component]
pub fn SettingsPage() -> impl IntoView {
    let lock = Lock::expect();
    let part = |part: SettingsPart| {
        let (title, note) = words(part);
        view! {
            <SettingsRow route=Route::SettingsPart(part) icon=icon(part) title=t(title) note=t(note) />
        }
    };
    view! {
        <div class="page">
            <PageHead title=t(msg::settings_title()) />
            {lock
                .is_on
                .then(|| {
                    view! {
                        <div>
                            <Button on_click=Callback::new(move |()| lock.smith().lock())>
                                <Icon name=IconName::Lock />
                                {t(msg::lock_now())}
                            </Button>
                        </div>
                    }
                })}
            <ul class="rows" role="list">
                {SettingsPart::ALL.into_iter().map(part).collect_view()}
                <SettingsRow
                    route=Route::Bin
                    icon=IconName::Delete
                    title=t(msg::settings_bin())
                    note=t(msg::settings_bin_note())
                />
            </ul>
            <SampleDiary />
        </div>
    }
}

/// A row that leads somewhere.
#[component]
fn SettingsRow(route: Route, icon: IconName, title: String, note: String) -> impl IntoView {
    let before = Some(view! { <Icon name=icon /> }.into_any());
    view! {
        <li>
            <RowLink href=route.href() title note before />
        </li>
    }
}

/// Shows the sample diary, or takes it away.
#[component]
fn SampleDiary() -> impl IntoView {
    let app = AppState::expect();
    let shown = move || app.prefs.with(|prefs| prefs.sample().is_some());
    view! {
        <section class="section">
            <h2>{t(msg::sample_title())}</h2>
            <p class="soft">{t(msg::sample_body())}</p>
            <Button on_click=Callback::new(move |()| {
                if shown() { app.remove_sample() } else { app.show_sample() }
            })>
                {move || t(if shown() { msg::sample_remove() } else { msg::sample_add() })}
            </Button>
        </section>
    }
}

/// One part of the settings.
#[component]
pub fn SettingsPartPage(
    /// Which one.
    part: SettingsPart,
) -> impl IntoView {
    let (title, _) = words(part);
    let body = match part {
        SettingsPart::Look => view! { <Look /> }.into_any(),
        SettingsPart::Keeping => view! { <Keeping /> }.into_any(),
        SettingsPart::Writing => view! { <Writing /> }.into_any(),
        SettingsPart::Lock => view! { <LockSettings /> }.into_any(),
        SettingsPart::Privacy => view! { <Privacy /> }.into_any(),
        SettingsPart::Keys => view! { <Keys /> }.into_any(),
        SettingsPart::About => view! { <About /> }.into_any(),
    };
    view! {
        <div class="page">
            <PageHead
                title=t(title)
                back=(Route::Settings.href(), t(msg::settings_title()))
            />
            {body}
        </div>
    }
}
