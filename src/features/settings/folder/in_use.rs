//! The folder while it is used: how it stands, what came, what cannot be read, and the way out.

use leptos::prelude::*;
use satkarya_core::id::Id;
use satkarya_core::time::Now;

use super::SECTION;
use crate::i18n::{Msg, dates, msg, t};
use crate::platform::{dom, timer};
use crate::route::Route;
use crate::state::folder::{FolderIs, FolderTrouble, WhyUnread};
use crate::state::lock::Lock;
use crate::state::{Access, AppState};
use crate::ui::button::{Button, Tone};
use crate::ui::disclosure::Disclosure;
use crate::ui::entry_row::EntryRow;
use crate::ui::shown::Shown;

/// What is said of what is in the way: what happened, what is safe, what to do.
pub fn trouble(why: FolderTrouble) -> Msg {
    match why {
        FolderTrouble::Gone => msg::folder_gone(),
        FolderTrouble::Full => msg::folder_full(),
        FolderTrouble::ReadOnly => msg::folder_read_only(),
        FolderTrouble::NotWhole => msg::folder_not_whole(),
        FolderTrouble::NoMeans => msg::folder_no_means(),
        FolderTrouble::NoMemory => msg::folder_no_memory(),
        FolderTrouble::NotTheSame => msg::folder_not_same(),
        FolderTrouble::NoRoom => msg::folder_no_room(),
        FolderTrouble::NotNow => msg::folder_not_now(),
    }
}

fn unread(why: WhyUnread) -> Msg {
    match why {
        WhyUnread::Wrong => msg::folder_unread_wrong(),
        WhyUnread::Damaged => msg::folder_unread_damaged(),
        WhyUnread::NotOurs => msg::folder_unread_foreign(),
        WhyUnread::Newer => msg::folder_unread_newer(),
        WhyUnread::TooMuch => msg::folder_unread_much(),
    }
}

fn number(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// When the last copy was written and for how many devices.
fn state_line(app: AppState) -> String {
    let now = app.now();
    app.folder().with(|told| {
        let devices = t(msg::folder_devices(number(told.n_devices)));
        match told.last {
            None => t(msg::folder_state_none(devices)),
            Some(ms) => {
                let at = Now { ms, ..now.clone() };
                let time = dates::time(at.time());
                if at.day() == now.day() {
                    return t(msg::folder_state_today(time, devices));
                }
                let day = dates::near_day(at.day(), now.day());
                t(msg::folder_state(day, time, devices))
            }
        }
    })
}

/// The folder while it is used.
#[component]
pub fn InUse() -> impl IntoView {
    let app = AppState::expect();
    let told = app.folder();
    let is = Memo::new(move |_| told.with(|told| told.is));
    let is_working = Signal::derive(move || is.get() == FolderIs::Working);
    let said = move || match is.get() {
        FolderIs::Resting => Some(t(msg::folder_resting())),
        FolderIs::Trouble(why) => Some(t(trouble(why))),
        FolderIs::Off | FolderIs::Waiting | FolderIs::Working | FolderIs::Fine => None,
    };
    let look = move |()| timer::spawn(app.follow_folder());
    let allow = move |()| timer::spawn(app.allow_folder());
    let is_locked = Lock::expect().is_on;
    let may_write = Memo::new(move |_| app.access.get() == Access::Writer);
    view! {
        <div>
            <p class="numbers">{move || state_line(app)}</p>
            <p class="soft">
                {t(msg::folder_own_name())} " "
                <code translate="no">{move || told.with(|told| told.own.clone())}</code>
            </p>
        </div>
        <p role="status" class="settings-said">
            {said}
        </p>
        <div class="cluster">
            <Shown
                when=move || is.get() == FolderIs::Resting
                fallback=move || {
                    view! {
                        <Button
                            busy=is_working
                            disabled=Signal::derive(move || !may_write.get())
                            on_click=Callback::new(look)
                        >
                            {move || {
                                t(if is_working.get() {
                                    msg::folder_working()
                                } else {
                                    msg::folder_now()
                                })
                            }}
                        </Button>
                    }
                }
            >
                <Button tone=Tone::Primary on_click=Callback::new(allow)>
                    {t(msg::folder_allow())}
                </Button>
            </Shown>
        </div>
        <Unread />
        <WhatCame />
        <p class="soft small">
            {t(if is_locked { msg::folder_key_sealed() } else { msg::folder_key_plain() })}
        </p>
        <Shown
            when=move || may_write.get()
            fallback=|| view! { <p class="soft">{t(msg::folder_not_writer())}</p> }
        >
            <Stop />
        </Shown>
    }
}

/// The copies that are not read, and why.
#[component]
fn Unread() -> impl IntoView {
    let told = AppState::expect().folder();
    let all = Memo::new(move |_| told.with(|told| told.unread.clone()));
    let lines = move || {
        let line = |(name, why): (String, WhyUnread)| {
            view! {
                <li>
                    <strong translate="no" dir="auto">
                        {name}
                    </strong>
                    ": "
                    {t(unread(why))}
                </li>
            }
        };
        all.get().into_iter().map(line).collect_view()
    };
    view! {
        <Shown when=move || !all.with(Vec::is_empty)>
            <div class="card settings-bad">
                <h3>{t(msg::folder_unread())}</h3>
                <ul>{lines}</ul>
            </div>
        </Shown>
    }
}

/// What came the last time, where two texts met, and the way back.
#[component]
fn WhatCame() -> impl IntoView {
    let app = AppState::expect();
    let told = app.folder();
    let came = Memo::new(move |_| told.with(|told| told.came.clone()));
    let words = move || came.get().map(|came| t(msg::folder_came(number(came.n))));
    let n_met = move || came.with(|came| came.as_ref().map_or(0, |came| came.met.len()));
    let met = move || {
        let met = came.get().map(|came| came.met).unwrap_or_default();
        met.into_iter().map(|id: Id| view! { <Met id /> }).collect_view()
    };
    let said = RwSignal::new(None::<String>);
    let undo = move |()| {
        if app.undo_came() {
            said.set(Some(t(msg::folder_undone())));
            dom::focus_soon([format!("#{SECTION} h2")]);
        }
    };
    view! {
        <Shown when=move || came.with(Option::is_some)>
            <div class="card stack stack--tight">
                <p role="status">{words}</p>
                <Shown when=move || n_met() != 0>
                    <p class="soft">{move || t(msg::folder_met(number(n_met())))}</p>
                    <ul class="rows" role="list">
                        {met}
                    </ul>
                </Shown>
                <div class="cluster">
                    <Button on_click=Callback::new(move |()| app.put_away_came())>
                        {t(msg::common_close())}
                    </Button>
                    <Button tone=Tone::Quiet on_click=Callback::new(undo)>
                        {t(msg::import_undo())}
                    </Button>
                </div>
            </div>
        </Shown>
        <p role="status" class="settings-said">
            {move || said.get()}
        </p>
    }
}

/// An entry in which two texts met.
#[component]
fn Met(id: Id) -> impl IntoView {
    let app = AppState::expect();
    let href = Route::Entry(id).href();
    view! {
        <li>
            <EntryRow id href journal=app.journal today=app.today() />
        </li>
    }
}

/// Stops using the folder.
#[component]
fn Stop() -> impl IntoView {
    let app = AppState::expect();
    let stop = move |()| {
        app.stop_folder();
        dom::focus_soon([format!("#{SECTION} h2")]);
    };
    view! {
        <Disclosure summary=t(msg::folder_stop())>
            <p>{t(msg::folder_stop_body())}</p>
            <Button tone=Tone::Danger on_click=Callback::new(stop)>
                {t(msg::folder_stop_action())}
            </Button>
        </Disclosure>
    }
}
