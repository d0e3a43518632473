//! Calm messages above the page that stay while they are true.

use leptos::prelude::*;

use super::store_banners::StoreBanners;
use crate::i18n::{msg, t};
use crate::platform::page::{self, Tell, Told};
use crate::route::{Route, SettingsPart};
use crate::state::{Access, AppState, Home, OnlyHere, Saving};
use crate::ui::banner::{Banner, BannerTone};
use crate::ui::button::{Button, LinkButton, Tone};
use crate::ui::shown::Shown;

/// All banners that hold now.
#[component]
pub fn Banners() -> impl IntoView {
    let app = AppState::expect();
    let memory_only = app.home == Home::MemoryOnly;
    view! {
        // Of several messages only the one that comes is announced.
        <div class="frame__banner" role="status" aria-atomic="false">
            <Shown when=move || app.erased.get().is_none()>
                {memory_only.then(|| view! { <MemoryOnly /> })} <OtherTab /> <Erasing /> <NoStore />
                <Newer />
                <StoreBanners /> <Sample />
            </Shown> <Update />
        </div>
    }
}

/// Nothing can be stored.
#[component]
fn MemoryOnly() -> impl IntoView {
    view! {
        <Banner
            tone=BannerTone::Grave
            text=format!("{} {}", t(msg::memory_only_body()), t(msg::memory_only_why()))
        >
            <LinkButton href=Route::SettingsPart(SettingsPart::Keeping).href() tone=Tone::Quiet>
                {t(msg::memory_only_save())}
            </LinkButton>
        </Banner>
    }
}

/// Another tab writes.
#[component]
fn OtherTab() -> impl IntoView {
    let app = AppState::expect();
    let here = move || matches!(app.access.get(), Access::Follower | Access::Moved);
    view! {
        <Shown when=here>
            <ContinueHere />
        </Shown>
    }
}

/// Says so and offers to continue here, again where that was refused.
#[component]
fn ContinueHere() -> impl IntoView {
    let app = AppState::expect();
    let taking = app.taking;
    let text = Signal::derive(move || match app.access.get() {
        _ if taking.get() => t(msg::other_tab_taking()),
        Access::Moved => {
            let is_all = app.only_here.with(OnlyHere::is_nothing);
            let body = if is_all { msg::moved_tab_body() } else { msg::moved_tab_rest() };
            format!("{} {}", t(msg::moved_tab_title()), t(body))
        }
        _ => format!("{} {}", t(msg::other_tab_body()), t(msg::other_tab_hint())),
    });
    let take = move |()| app.take_over();
    view! {
        <Banner text>
            <Button busy=taking on_click=Callback::new(take)>
                {t(msg::other_tab_take())}
            </Button>
        </Banner>
    }
}

/// Everything was erased, and the browser has not confirmed all of it.
#[component]
fn Erasing() -> impl IntoView {
    let app = AppState::expect();
    view! {
        <Shown when=move || app.access.get() == Access::Erasing>
            <Banner
                tone=BannerTone::Care
                text=format!("{} {}", t(msg::erasing_title()), t(msg::erasing_body()))
            />
        </Shown>
    }
}

/// The browser stopped giving the store.
#[component]
fn NoStore() -> impl IntoView {
    let app = AppState::expect();
    view! {
        <Shown when=move || app.access.get() == Access::NoStore>
            <Banner
                tone=BannerTone::Grave
                text=format!("{} {}", t(msg::no_store_title()), t(msg::no_store_body()))
            >
                <LinkButton href=Route::SettingsPart(SettingsPart::Keeping).href() tone=Tone::Quiet>
                    {t(msg::memory_only_save())}
                </LinkButton>
            </Banner>
        </Shown>
    }
}

/// A newer version wrote here, and what it wrote can be read.
#[component]
fn Newer() -> impl IntoView {
    let app = AppState::expect();
    let newer = move || app.access.get() == Access::NewerData;
    view! {
        <Shown when=newer>
            <Banner tone=BannerTone::Care text=t(msg::newer_body())>
                <LinkButton href=Route::SettingsPart(SettingsPart::Keeping).href() tone=Tone::Quiet>
                    {t(msg::newer_save())}
                </LinkButton>
            </Banner>
        </Shown>
    }
}

/// The sample diary is shown.
#[component]
fn Sample() -> impl IntoView {
    let app = AppState::expect();
    let shown = move || app.prefs.with(|prefs| prefs.sample().is_some());
    view! {
        <Shown when=shown>
            <Banner tone=BannerTone::Care text=t(msg::sample_banner())>
                <Button on_click=Callback::new(move |()| {
                    app.remove_sample();
                })>{t(msg::sample_remove())}</Button>
            </Banner>
        </Shown>
    }
}

/// Whether the page can be loaded anew without losing a word: what was typed is kept somewhere
/// that outlives it. `None` while that is being done.
fn is_kept(saving: Saving) -> Option<bool> {
    match saving {
        Saving::Saving => None,
        Saving::Idle | Saving::Saved | Saving::SavedSlow | Saving::Draft => Some(true),
        _ => Some(false),
    }
}

/// A new version waits, and goes on waiting until nothing can be lost by it.
#[component]
fn Update() -> impl IntoView {
    let app = AppState::expect();
    let waits = RwSignal::new(page::state("update").as_deref() == Some("ready"));
    let listener = page::on(Told::UpdateReady, move || waits.set(true));
    StoredValue::new_local(listener);
    let is_asked = StoredValue::new(false);
    let kept = Memo::new(move |_| is_kept(app.saving.get()));
    Effect::new(move || {
        let kept = kept.get();
        // Once only: what could not be kept is asked about again by the person.
        if kept.is_some() && is_asked.get_value() {
            is_asked.set_value(false);
            if kept == Some(true) && app.flush() {
                page::tell(Tell::UpdateNow);
            }
        }
    });
    let update = move |()| {
        // A form knows of more than the latest save: of a name that cannot be one, or of words
        // about a person in a tab that may not write.
        let is_all_saved = app.flush();
        match is_kept(app.saving.get_untracked()) {
            _ if !is_all_saved => app.notices.show(msg::update_wait(), None),
            Some(true) => page::tell(Tell::UpdateNow),
            // Begins by itself once it is kept.
            None => is_asked.set_value(true),
            Some(false) => app.notices.show(msg::update_wait(), None),
        }
    };
    let text = move || {
        let is_safe = kept.get() != Some(false);
        let body = if is_safe { msg::update_body() } else { msg::update_wait() };
        format!("{} {}", t(msg::update_title()), t(body))
    };
    view! {
        <Shown when=move || waits.get()>
            <Banner text=Signal::derive(text)>
                <Button on_click=Callback::new(update)>{t(msg::update_action())}</Button>
                <Button tone=Tone::Quiet on_click=Callback::new(move |()| waits.set(false))>
                    {t(msg::update_later())}
                </Button>
            </Banner>
        </Shown>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_update_begins_only_when_a_new_page_would_find_everything() {
        for saving in [Saving::Idle, Saving::Saved, Saving::SavedSlow, Saving::Draft] {
            assert_eq!(is_kept(saving), Some(true), "{saving:?}");
        }
        assert_eq!(is_kept(Saving::Saving), None, "it waits");
        for saving in [
            Saving::MemoryOnly,
            Saving::Full,
            Saving::FullHereOnly,
            Saving::Refused,
            Saving::Follower,
            Saving::HereOnly,
            Saving::Cleared,
        ] {
            assert_eq!(is_kept(saving), Some(false), "{saving:?}");
        }
    }
}
