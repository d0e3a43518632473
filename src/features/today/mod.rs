//! Today: the check-in, and what is worth picking up again.
//!
//! At two in the morning somebody needs one thing here: to say how they are, with one tap, and to
//! know that it is kept. Everything else stands below and asks for nothing.

pub mod cards;
pub mod check_in;
pub mod kind_word;
pub mod lately;
pub mod pause;
pub mod unfinished;

use leptos::prelude::*;

use self::cards::FirstCards;
use self::check_in::CheckIn;
use self::kind_word::HeavyDay;
use self::lately::{EarlierToday, LastDays, Starred, WriteAbout};
use self::pause::PauseCard;
use self::unfinished::Unfinished;
use crate::i18n::{msg, t};
use crate::route::{Route, SettingsPart};
use crate::state::AppState;
use crate::ui::button::{LinkButton, Tone};
use crate::ui::page_head::PageHead;

/// The page that the app opens on.
#[component]
pub fn TodayPage() -> impl IntoView {
    let app = AppState::expect();
    // Somebody who takes a break is not asked how they are until they say so.
    let anyway = RwSignal::new(false);
    let paused = Memo::new(move |_| app.prefs.with(|prefs| prefs.pause(app.today())));
    let asks = move || paused.get().is_none() || anyway.get();
    view! {
        <div class="page">
            <PageHead title=t(msg::today_title()) />
            <Unfinished />
            <Show when=move || paused.get().is_some()>
                <PauseCard on_write=Callback::new(move |()| anyway.set(true)) />
            </Show>
            <Show when=asks>
                <CheckIn />
            </Show>
            <FirstCards />
            <HeavyDay />
            <EarlierToday />
            <WriteAbout />
            <Starred />
            <LastDays />
            <BackupReminder />
        </div>
    }
}

/// The check-in alone, where the shortcut of the installed app leads.
#[component]
pub fn CheckInPage() -> impl IntoView {
    view! {
        <div class="page">
            <PageHead
                title=t(msg::checkin_title())
                back=(Route::Today.href(), t(msg::today_title()))
            />
            <CheckIn />
        </div>
    }
}

/// From this many changes on that are in no file, the reminder is shown. Our own number.
const REMIND_FROM: usize = 10;

/// How much is in no backup file yet. Quiet, without a badge, and it can be turned off.
#[component]
fn BackupReminder() -> impl IntoView {
    let app = AppState::expect();
    let n_unsaved = Memo::new(move |_| {
        let off = app.prefs.with(|prefs| prefs.no_reminder().is_on());
        let since = app.prefs.with(|prefs| prefs.backup().map_or(0, |mark| mark.ms));
        if off { 0 } else { app.journal.with(|journal| n_changed_since(journal, since)) }
    });
    view! {
        <Show when=move || { n_unsaved.get() >= REMIND_FROM }>
            <aside class="section stack stack--tight">
                <p class="soft">{move || t(msg::backup_reminder(i64::try_from(n_unsaved.get()).unwrap_or(i64::MAX)))}</p>
                <div class="cluster">
                    <LinkButton href=Route::SettingsPart(SettingsPart::Keeping).href()>
                        {t(msg::backup_reminder_action())}
                    </LinkButton>
                    <crate::ui::button::Button
                        tone=Tone::Quiet
                        on_click=Callback::new(move |()| {
                            app.set_prefs(|prefs| prefs.set_no_reminder(true.into()));
                        })
                    >
                        {t(msg::backup_reminder_off())}
                    </crate::ui::button::Button>
                </div>
            </aside>
        </Show>
    }
}

/// Number of own records changed after an instant in milliseconds.
fn n_changed_since(journal: &satkarya_core::journal::Journal, ms: u64) -> usize {
    journal.records().filter(|record| record.shelf().is_some() && record.changed.ms() > ms).count()
}
