//! Copies in a folder: one file for each device, by which several keep in step.

pub mod by_hand;
pub mod choose;
pub mod in_use;

use leptos::prelude::*;

use self::by_hand::ByHand;
use self::choose::Choose;
use self::in_use::InUse;
use crate::i18n::{msg, t};
use crate::platform::folder;
use crate::route::{Route, SettingsPart};
use crate::state::folder::FolderIs;
use crate::state::{AppState, Home};
use crate::ui::disclosure::Disclosure;
use crate::ui::page_head::PageHead;
use crate::ui::shown::Shown;

/// The id of the section about the folder itself.
pub(super) const SECTION: &str = "folder";

/// The page.
#[component]
pub fn FolderPage() -> impl IntoView {
    let app = AppState::expect();
    let can_choose = folder::can_choose() && app.home == Home::Stored;
    let body = if can_choose {
        view! {
            <Own />
            <Disclosure summary=t(msg::folder_by_hand())>
                <ByHand />
            </Disclosure>
        }
        .into_any()
    } else {
        view! {
            <p>{t(msg::folder_cannot())}</p>
            <ByHand />
        }
        .into_any()
    };
    view! {
        <div class="page">
            <PageHead
                title=t(msg::folder_title())
                back=(
                    Route::SettingsPart(SettingsPart::Keeping).href(),
                    t(msg::settings_keeping()),
                )
            />
            <p class="settings-lead">{t(msg::folder_lead())}</p>
            {body}
        </div>
    }
}

/// The folder that is kept up by itself.
#[component]
fn Own() -> impl IntoView {
    let app = AppState::expect();
    let told = app.folder();
    let is_off = Memo::new(move |_| told.with(|told| told.is == FolderIs::Off));
    view! {
        <section class="section stack" id=SECTION>
            <h2 tabindex="-1">{t(msg::folder_own())}</h2>
            <Shown when=move || is_off.get() fallback=|| view! { <InUse /> }>
                <Choose />
            </Shown>
        </section>
    }
}
