//! Pages that stand in the place of every other while nothing can be shown or changed: what
//! happened, what is safe, what to do. Support stays open.

use leptos::prelude::*;

use crate::i18n::{Msg, msg, t};
use crate::platform::page::{self, Tell};
use crate::route::Route;
use crate::state::{Access, AppState, Erased};
use crate::ui::button::{Button, Tone};
use crate::ui::page_head::PageHead;

/// Why no page can be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Calm {
    /// Everything was erased.
    Erased(Erased),
    /// A newer version is needed to read.
    NeedsNewer,
    /// Not one part can be read.
    AllUnreadable,
}

impl Calm {
    /// What holds now; none where pages can be shown. Reactive.
    pub(super) fn now(app: AppState) -> Option<Self> {
        if let Some(erased) = app.erased.get() {
            return Some(Self::Erased(erased));
        }
        match app.access.get() {
            Access::NeedsNewer => Some(Self::NeedsNewer),
            Access::AllUnreadable => Some(Self::AllUnreadable),
            Access::Writer
            | Access::Follower
            | Access::Moved
            | Access::Erasing
            | Access::NoStore
            | Access::NewerData => None,
        }
    }

    /// Whether something stands in the place of a page. Support is always open.
    pub(super) fn covers(route: Route) -> bool {
        route != Route::Support
    }

    fn words(self) -> (Msg, Msg) {
        match self {
            Self::Erased(Erased::All) => (msg::erase_done_title(), msg::erase_done()),
            Self::Erased(Erased::Elsewhere) => (msg::erase_done_title(), msg::erase_elsewhere()),
            Self::Erased(Erased::Some) => (msg::erase_incomplete_title(), msg::erase_incomplete()),
            Self::NeedsNewer => (msg::needs_newer_title(), msg::needs_newer_body()),
            Self::AllUnreadable => (msg::unreadable_title(), msg::unreadable_body()),
        }
    }
}

/// The page.
#[component]
pub fn CalmPage(
    /// Why.
    calm: Calm,
) -> impl IntoView {
    let (title, body) = calm.words();
    let act = match calm {
        Calm::Erased(_) => view! {
            <Button tone=Tone::Primary on_click=Callback::new(|()| page::tell(Tell::Afresh))>
                {t(msg::erase_again())}
            </Button>
        }
        .into_any(),
        Calm::NeedsNewer | Calm::AllUnreadable => view! {
            <Button tone=Tone::Primary on_click=Callback::new(|()| page::tell(Tell::RawData))>
                {t(msg::unreadable_save())}
            </Button>
        }
        .into_any(),
    };
    view! {
        <div class="page">
            <PageHead title=t(title) />
            <p class="prose">{t(body)}</p>
            <div>{act}</div>
        </div>
    }
}
