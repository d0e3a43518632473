//! What belongs to the working summary and stands elsewhere: the focus, the goals, earlier versions.

use leptos::prelude::*;
use satkarya_core::focus::{current, formulations};
use satkarya_core::id::Id;

use super::goals::{lines, row};
use super::paragraph::words;
use crate::i18n::dates::{self, DateStyle};
use crate::i18n::{labels, msg, t};
use crate::route::Route;
use crate::state::AppState;
use crate::ui::button::LinkButton;
use crate::ui::disclosure::Disclosure;
use crate::ui::keyed::Keyed;
use crate::ui::shown::Shown;

/// What somebody works on, and where to choose it.
#[component]
pub(super) fn Area() -> impl IntoView {
    let app = AppState::expect();
    let focus = Memo::new(move |_| app.journal.with(|journal| current(journal).cloned()));
    let words = move || match focus.get() {
        None => t(msg::summary_area_none()),
        Some(focus) => {
            let area = |area| t(labels::area(area));
            let main = area(focus.main);
            focus.second().map_or(main.clone(), |second| t(msg::focus_both(main, area(second))))
        }
    };
    view! {
        <div class="stack stack--tight">
            <h2>{t(msg::summary_area())}</h2>
            <p>{words}</p>
            <div>
                <LinkButton href=Route::Focus.href()>{t(msg::summary_area_choose())}</LinkButton>
            </div>
        </div>
    }
}

/// The goals, and where to write them down.
#[component]
pub(super) fn Goals() -> impl IntoView {
    let app = AppState::expect();
    let all = Memo::new(move |_| lines(app, false));
    view! {
        <div class="stack stack--tight">
            <h2>{t(msg::summary_goals())}</h2>
            <Shown
                when=move || all.with(|it| !it.is_empty())
                fallback=|| view! { <p>{t(msg::summary_goals_none())}</p> }
            >
                <ul class="rows" role="list">
                    <Keyed each=move || all.get() key=Clone::clone children=row />
                </ul>
            </Shown>
            <div>
                <LinkButton href=Route::Goals.href()>{t(msg::summary_goals_open())}</LinkButton>
            </div>
        </div>
    }
}

/// The goals on paper, each with how it was rated.
#[component]
pub(super) fn PrintedGoals() -> impl IntoView {
    let app = AppState::expect();
    let goal = |(_, title, note): (Id, String, String)| {
        view! {
            <li>
                <span class="own-words" translate="no" dir="auto">
                    {title}
                </span>
                " "
                <span class="soft small">{note}</span>
            </li>
        }
    };
    view! {
        <div class="print-only">
            <h2>{t(msg::summary_goals())}</h2>
            <ul>{move || lines(app, false).into_iter().map(goal).collect_view()}</ul>
        </div>
    }
}

/// Earlier versions, to read.
#[component]
pub(super) fn Versions(latest: Memo<Option<Id>>) -> impl IntoView {
    let app = AppState::expect();
    let today = app.today();
    let earlier = Memo::new(move |_| {
        let latest = latest.get();
        app.journal.with(|journal| {
            let all = formulations(journal).into_iter().filter(|(id, _)| Some(*id) != latest);
            all.map(|(id, it)| (id, it.day, words(it, journal, today))).collect::<Vec<_>>()
        })
    });
    let version = |(_, day, words): (Id, _, String)| {
        view! {
            <li>
                <h3>{t(msg::summary_of(dates::day(day, DateStyle::Full)))}</h3>
                <p class="own-words" translate="no" dir="auto">
                    {words}
                </p>
            </li>
        }
    };
    view! {
        <Shown when=move || earlier.with(|it| !it.is_empty())>
            <div class="no-print">
                <Disclosure summary=t(msg::summary_versions())>
                    <ul class="stack" role="list">
                        <Keyed each=move || earlier.get() key=Clone::clone children=version />
                    </ul>
                </Disclosure>
            </div>
        </Shown>
    }
}
