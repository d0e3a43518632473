//! Keeping: files out and in, space, and what can be done so that nothing is lost.

pub mod arrived;
pub mod ask;
pub mod backup;
pub mod bad_file;
pub mod bring_in;
pub mod bringing;
pub mod check;
pub mod damaged;
pub mod erase;
pub mod install;
pub mod older;
pub mod open_file;
pub mod page_file;
mod page_guide;
mod page_words;
pub mod preview;
pub mod save;
pub mod space;
mod table_words;

use leptos::prelude::*;

use self::bring_in::BringIn;
use self::check::TestBackup;
use self::damaged::Damaged;
use self::erase::Erase;
use self::install::Install;
use self::save::SaveFile;
use self::space::SpaceAndProtection;
use super::writing::Toggle;
use super::years;
use crate::i18n::{msg, t};
use crate::route::Route;
use crate::state::{AppState, Prefs};
use crate::ui::row_link::RowLink;

/// How the diary is kept.
#[component]
pub fn Keeping() -> impl IntoView {
    let app = AppState::expect();
    view! {
        <p class="settings-lead">{t(msg::settings_keeping_lead())}</p>
        <Damaged />
        <SaveFile />
        <BringIn />
        <TestBackup />
        <ul class="rows" role="list">
            <li>
                <RowLink
                    href=Route::Folder.href()
                    title=t(msg::folder_title())
                    note=t(msg::folder_note())
                />
            </li>
            <li>
                <RowLink
                    href=Route::Years.href()
                    title=t(msg::aside_title())
                    note=Signal::derive(move || years::note(app))
                />
            </li>
            <li>
                <RowLink
                    href=Route::Arriving.href()
                    title=t(msg::arrive_title())
                    note=t(msg::arrive_note())
                />
            </li>
        </ul>
        <SpaceAndProtection />
        <Install />
        <section class="section">
            <Toggle
                label=t(msg::settings_reminder())
                hint=t(msg::settings_reminder_hint())
                get=Prefs::no_reminder
                set=Prefs::set_no_reminder
                opposite=true
            />
        </section>
        <Erase />
    }
}
