//! Pages that stand in the place of every other while nothing can be shown or changed: what
//! happened, what is safe, what to do. Support stays open.

use leptos::prelude::*;

use crate::i18n::{Msg, dates, msg, t};
use crate::platform::errand::{self, Left};
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
    let counted = match calm {
        Calm::Erased(Erased::All) => Some(view! { <Counted is_all=true /> }),
        Calm::Erased(Erased::Some) => Some(view! { <Counted is_all=false /> }),
        _ => None,
    };
    view! {
        <div class="page">
            <PageHead title=t(title) />
            <p class="prose">{t(body)}</p>
            {counted}
            <div>{act}</div>
        </div>
    }
}

/// What was found when everything was counted once more after an erasure.
#[component]
fn Counted(
    /// Whether nothing of the diary is left, so that a database holds the note of that alone.
    is_all: bool,
) -> impl IntoView {
    let left = RwSignal::new(None::<Left>);
    errand::count(move |counted| {
        // The page may have been left meanwhile.
        left.try_set(counted);
    });
    let lines = move || {
        let left = left.get()?;
        let lines = [
            (msg::erase_left_keys(), Some(left.keys)),
            (msg::erase_left_databases(), left.databases),
            (msg::erase_left_caches(), left.caches),
            (msg::erase_left_workers(), left.workers),
        ];
        let lines = lines.map(|(name, n)| {
            let n = n.map_or_else(|| t(msg::erase_left_unknown()), |n| dates::number(f64::from(n)));
            view! {
                <dt>{t(name)}</dt>
                <dd>{n}</dd>
            }
        });
        Some(view! {
            <p>{t(msg::erase_counted())}</p>
            <dl class="settings-facts numbers">{lines.into_iter().collect_view()}</dl>
            {(is_all && left.databases == Some(1))
                .then(|| view! { <p class="soft small">{t(msg::erase_left_note())}</p> })}
            {left
                .caches
                .is_some_and(|n| n > 0)
                .then(|| view! { <p class="soft small">{t(msg::erase_left_files())}</p> })}
        })
    };
    view! {
        <div class="stack stack--tight" role="status">
            {lines}
        </div>
    }
}
