//! The frame: doors first in the document, so that the keyboard meets Leave before anything else.

use crate::ui::shown::Shown;
use leptos::prelude::*;

use super::banners::Banners;
use super::keys::ShortcutSheet;
use super::notices::NoticeArea;
use super::open_plan;
use super::outlet::Outlet;
use super::save_status::SaveStatus;
use super::storage_dialog::StorageDialog;
use crate::features::measures::SupportPanel;
use crate::i18n::{Msg, msg, t};
use crate::platform::dom;
use crate::route::{Place, Route};
use crate::state::AppState;
use crate::state::lock::Lock;
use crate::ui::icon::{Icon, IconName};
use crate::ui::rings::Rings;

/// The whole window: doors, places, banners and the page.
#[component]
pub fn Frame() -> impl IntoView {
    let app = AppState::expect();
    open_plan::follow(app);
    view! {
        <button class="skip-link" type="button" on:click=|_| dom::focus("main h1")>
            {t(msg::app_skip_to_content())}
        </button>
        <div class="frame">
            <Doors />
            // After an erasure no place has anything to show; Support and Leave stay.
            <Shown when=move || app.erased.get().is_none()>
                <Places />
            </Shown>
            <Banners />
            <main class="frame__main" id="main" tabindex="-1">
                <Outlet />
            </main>
            <NoticeArea />
        </div>
        <ShortcutSheet />
        <SupportPanel />
        <StorageDialog />
    }
}

/// The head of the window. Leave and Hide are handled by the page itself, app or no app.
#[component]
pub(super) fn Doors() -> impl IntoView {
    let app = AppState::expect();
    let lock = Lock::expect();
    let here = move |route: Route| (app.route.get() == route).then_some("page");
    view! {
        <header class="frame__top">
            <button
                class="door door--leave frame__leave"
                type="button"
                data-sk-leave=""
                aria-describedby="leave-hint"
            >
                <Icon name=IconName::Leave />
                <span>{t(msg::nav_leave())}</span>
            </button>
            <span class="visually-hidden" id="leave-hint">
                {t(msg::nav_leave_hint())}
            </span>
            <button
                class="door door--leave frame__hide"
                type="button"
                data-sk-hide=""
                aria-describedby="hide-hint"
            >
                <Icon name=IconName::Hide />
                <span>{t(msg::nav_hide())}</span>
            </button>
            <span class="visually-hidden" id="hide-hint">
                {t(msg::nav_hide_hint())}
            </span>
            <a
                class="door frame__support"
                href=Route::Support.href()
                aria-current=move || here(Route::Support)
            >
                <Icon name=IconName::Support />
                <span>{t(msg::nav_support())}</span>
            </a>
            // Where there is a rail, Settings stand at its foot; elsewhere behind the mark.
            <Shown when=move || app.erased.get().is_none() && !lock.is_closed()>
                <a
                    class="mark frame__mark frame__settings"
                    href=Route::Settings.href()
                    aria-current=move || in_settings(app)
                >
                    <Rings />
                    <Icon name=IconName::Settings />
                    <span class="visually-hidden">{t(msg::nav_settings())}</span>
                </a>
            </Shown>
            <a class="mark frame__mark frame__home" href=Route::Today.href()>
                <Rings />
                <span class="mark__name">{t(msg::app_name())}</span>
            </a>
            <SaveStatus />
        </header>
    }
}

/// Whether the settings are open.
fn in_settings(app: AppState) -> Option<&'static str> {
    matches!(app.route.get(), Route::Settings | Route::SettingsPart(_)).then_some("page")
}

fn label(place: Place) -> Msg {
    match place {
        Place::Today => msg::nav_today(),
        Place::Diary => msg::nav_diary(),
        Place::People => msg::nav_people(),
        Place::Journey => msg::nav_journey(),
        Place::Patterns => msg::nav_patterns(),
    }
}

const fn icon(place: Place) -> IconName {
    match place {
        Place::Today => IconName::Today,
        Place::Diary => IconName::Pages,
        Place::People => IconName::People,
        Place::Journey => IconName::Journey,
        Place::Patterns => IconName::Patterns,
    }
}

/// The five places; and in the rail of a wide window, Settings at its foot.
#[component]
fn Places() -> impl IntoView {
    let (app, lock) = (AppState::expect(), Lock::expect());
    let link = move |place: Place| {
        let current = move || (app.route.get().place() == Some(place)).then_some("page");
        view! {
            <li>
                <a class="place" href=place.route().href() aria-current=current>
                    <Icon name=icon(place) size=1.5 />
                    <span>{t(label(place))}</span>
                </a>
            </li>
        }
    };
    view! {
        <nav class="places" aria-label=t(msg::nav_label())>
            <ul>
                {Place::ALL.into_iter().map(link).collect_view()}
                {lock
                    .is_on
                    .then(|| {
                        view! {
                            <li class="places__settings places__lock">
                                <button
                                    class="place"
                                    type="button"
                                    on:click=move |_| lock.smith().lock()
                                >
                                    <Icon name=IconName::Lock size=1.5 />
                                    <span>{t(msg::lock_now())}</span>
                                </button>
                            </li>
                        }
                    })}
                <li class="places__settings">
                    <a
                        class="place"
                        href=Route::Settings.href()
                        aria-current=move || in_settings(app)
                    >
                        <Icon name=IconName::Settings size=1.5 />
                        <span>{t(msg::nav_settings())}</span>
                    </a>
                </li>
            </ul>
        </nav>
    }
}
