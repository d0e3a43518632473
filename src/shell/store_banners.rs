//! Calm messages about the store itself: what was mended, what is gone, what cannot be read, how
//! full it is.

use leptos::prelude::*;
use satkarya_core::store::Level;

use crate::i18n::{msg, t};
use crate::platform::connection;
use crate::route::{Route, SettingsPart};
use crate::state::AppState;
use crate::ui::banner::{Banner, BannerTone};
use crate::ui::button::{Button, LinkButton, Tone};
use crate::ui::shown::Shown;

fn keeping() -> String {
    Route::SettingsPart(SettingsPart::Keeping).href()
}

/// All messages about the store that hold now.
#[component]
pub fn StoreBanners() -> impl IntoView {
    view! {
        <Cleared />
        <Mended />
        <Damaged />
        <Unreached />
        <Filling />
        <Offline />
    }
}

/// The browser's data was cleared since the last visit.
#[component]
fn Cleared() -> impl IntoView {
    let app = AppState::expect();
    let was_cleared = app.report.with_value(|report| report.cleared);
    // What the second copy held is back; the rest is listed and gone, or nothing ever was there.
    let some_is_back = app.report.with_value(|report| !report.replayed.is_empty());
    let some_is_gone = move || app.damaged_parts().with(|parts| !parts.is_empty());
    let dismissed = RwSignal::new(false);
    let is_shown = move || was_cleared && !dismissed.get() && (!some_is_back || some_is_gone());
    let (title, body) = if some_is_back {
        (msg::cleared_part_title(), msg::cleared_part_body())
    } else {
        (msg::cleared_title(), msg::cleared_body())
    };
    let (title, body) = (StoredValue::new(t(title)), StoredValue::new(t(body)));
    let leave = if some_is_back { msg::common_close } else { msg::cleared_start };
    view! {
        <Shown when=is_shown>
            <section class="card card--accent store-card">
                <h2>{title.get_value()}</h2>
                <p>{body.get_value()}</p>
                <div class="cluster">
                    <LinkButton href=keeping()>{t(msg::cleared_restore())}</LinkButton>
                    <Button
                        tone=Tone::Quiet
                        on_click=Callback::new(move |()| dismissed.set(true))
                    >
                        {t(leave())}
                    </Button>
                </div>
            </section>
        </Shown>
    }
}

/// Older entries are in the second store, and that is out of reach.
#[component]
fn Unreached() -> impl IntoView {
    let app = AppState::expect();
    let is_unreached = Memo::new(move |_| app.left_out().n_unreached > 0);
    let dismissed = RwSignal::new(false);
    view! {
        <Shown when=move || is_unreached.get() && !dismissed.get()>
            <Banner tone=BannerTone::Care text=t(msg::storage_unreached())>
                <Button tone=Tone::Quiet on_click=Callback::new(move |()| dismissed.set(true))>
                    {t(msg::common_close())}
                </Button>
            </Banner>
        </Shown>
    }
}

/// What was brought back at the start. Said once.
#[component]
fn Mended() -> impl IntoView {
    let app = AppState::expect();
    let dismissed = RwSignal::new(false);
    let damaged = app.damaged_parts();
    let text = Memo::new(move |_| {
        app.loading.track();
        let (is_back, was_cleared) =
            app.report.with_value(|report| (!report.replayed.is_empty(), report.cleared));
        // Where something is gone, that is told instead.
        let is_whole = app.report.with_value(|report| report.missing.is_empty())
            && damaged.with(Vec::is_empty);
        let repaired = app.with_store(|store| store.repaired().len()).unwrap_or(0);
        if is_back && !was_cleared {
            Some(format!("{}. {}", t(msg::recovered_title()), t(msg::recovered_body())))
        } else if is_back && is_whole {
            Some(format!("{}. {}", t(msg::cleared_back_title()), t(msg::cleared_back_body())))
        } else if repaired > 0 {
            Some(t(msg::quarantine_mended(i64::try_from(repaired).unwrap_or(i64::MAX))))
        } else {
            None
        }
    });
    view! {
        <Shown when=move || text.get().is_some() && !dismissed.get()>
            <Banner text=Signal::derive(move || text.get().unwrap_or_default())>
                <Button tone=Tone::Quiet on_click=Callback::new(move |()| dismissed.set(true))>
                    {t(msg::common_close())}
                </Button>
            </Banner>
        </Shown>
    }
}

/// A part cannot be read.
#[component]
fn Damaged() -> impl IntoView {
    let app = AppState::expect();
    let parts = app.damaged_parts();
    // What is gone after a clearing has a message of its own.
    let some_unreadable = move || parts.with(|parts| parts.iter().any(|part| part.has_bytes));
    // The page itself says more.
    let elsewhere = move || app.route.get() != Route::SettingsPart(SettingsPart::Keeping);
    view! {
        <Shown when=move || some_unreadable() && elsewhere()>
            <Banner
                tone=BannerTone::Care
                text=format!("{}. {}", t(msg::quarantine_title()), t(msg::quarantine_what()))
            >
                <LinkButton href=keeping() tone=Tone::Quiet>
                    {t(msg::quarantine_look())}
                </LinkButton>
            </Banner>
        </Shown>
    }
}

/// The space is running out.
#[component]
fn Filling() -> impl IntoView {
    let app = AppState::expect();
    let space = app.space();
    let level = Memo::new(move |_| space.get().level);
    let dismissed = RwSignal::new(false);
    // Almost full is said for as long as it is true.
    let is_shown = move || match level.get() {
        Level::Calm | Level::Notice => false,
        Level::Warning => !dismissed.get(),
        Level::AlmostFull => true,
    };
    // The page itself needs no way to it.
    let has_old = move || app.has_old_years() && app.route.get() != Route::Years;
    let text = Signal::derive(move || {
        let n = i64::try_from(space.get().n_entries_left).unwrap_or(i64::MAX);
        let title = match level.get() {
            Level::AlmostFull => t(msg::storage_nearly_full()),
            _ => t(msg::storage_filling_title()),
        };
        format!("{title}. {}", t(msg::storage_filling_body(n)))
    });
    view! {
        <Shown when=is_shown>
            <Banner tone=BannerTone::Care text>
                <LinkButton href=keeping() tone=Tone::Quiet>
                    {t(msg::storage_full_backup())}
                </LinkButton>
                <Shown when=has_old>
                    <LinkButton href=Route::Years.href() tone=Tone::Quiet>
                        {t(msg::aside_title())}
                    </LinkButton>
                </Shown>
                <Shown when=move || level.get() == Level::Warning>
                    <Button tone=Tone::Quiet on_click=Callback::new(move |()| dismissed.set(true))>
                        {t(msg::common_not_now())}
                    </Button>
                </Shown>
            </Banner>
        </Shown>
    }
}

/// Says once when the connection goes that nothing changes.
#[component]
fn Offline() -> impl IntoView {
    let app = AppState::expect();
    let say = move |online: bool| {
        // Support has words of its own for it.
        if !online && app.route.get_untracked() != Route::Support {
            app.notices.show(msg::offline_note(), None);
        }
    };
    say(connection::is_online());
    StoredValue::new_local(connection::on_change(say));
}
