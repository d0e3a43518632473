//! Today: the check-in, and what is worth picking up again.
//!
//! At two in the morning somebody needs one thing here: to say how they are, with one tap, and to
//! know that it is kept. Everything else stands below and asks for nothing.

pub mod backup_line;
pub mod cards;
pub mod check_in;
pub mod folder_line;
pub mod kind_word;
pub mod lately;
pub mod pause;
pub mod place;
pub mod step;
pub mod unfinished;
pub mod worked;

use leptos::prelude::*;

use self::backup_line::BackupLine;
use self::cards::FirstCards;
use self::check_in::CheckIn;
use self::folder_line::FolderLine;
use self::kind_word::HeavyDay;
use self::lately::{EarlierToday, LastDays, Starred, WriteAbout};
use self::pause::PauseCard;
use self::place::PlaceLine;
use self::step::NextStep;
use self::unfinished::Unfinished;
use self::worked::{Asked, HardDate, HowItWent, LeftSheets};
use crate::i18n::{msg, t};
use crate::route::Route;
use crate::state::AppState;
use crate::ui::page_head::PageHead;
use crate::ui::shown::Shown;

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
            <Shown when=move || paused.get().is_some()>
                <PauseCard on_write=Callback::new(move |()| anyway.set(true)) />
            </Shown>
            <Shown when=asks>
                <CheckIn />
            </Shown>
            <FolderLine />
            <FirstCards />
            <HeavyDay />
            <HardDate />
            <Shown when=asks>
                <HowItWent />
            </Shown>
            <Shown when=asks>
                <Asked />
            </Shown>
            <EarlierToday />
            <Shown when=asks>
                <LeftSheets />
            </Shown>
            <Shown when=asks>
                <NextStep />
            </Shown>
            <Shown when=asks>
                <WriteAbout />
            </Shown>
            <PlaceLine />
            <Starred />
            <Shown when=asks>
                <LastDays />
            </Shown>
            <Shown when=asks>
                <BackupLine />
            </Shown>
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
