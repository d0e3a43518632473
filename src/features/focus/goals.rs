//! The goals: up to three at one time, and those that were put away.

use leptos::prelude::*;
use satkarya_core::focus::{Goal, goals};
use satkarya_core::id::Id;
use satkarya_core::record::Body;

use crate::i18n::dates::{self, DateStyle};
use crate::i18n::{msg, t};
use crate::platform::address;
use crate::route::Route;
use crate::state::AppState;
use crate::ui::button::{Button, Tone};
use crate::ui::disclosure::Disclosure;
use crate::ui::keyed::Keyed;
use crate::ui::page_head::PageHead;
use crate::ui::row_link::{RowLink, TitleBy};
use crate::ui::shown::Shown;

/// A goal as it stands in a list.
type Line = (Id, String, String);

/// The goals in words, each with how it was rated.
pub(super) fn lines(app: AppState, archived: bool) -> Vec<Line> {
    app.journal.with(|journal| {
        goals(journal, archived).into_iter().map(|(id, it)| (id, title(it), rated(it))).collect()
    })
}

fn title(goal: &Goal) -> String {
    if goal.text.is_blank() { t(msg::goals_unwritten()) } else { goal.text.to_string() }
}

/// How often a goal was rated, and the last time.
pub(super) fn rated(goal: &Goal) -> String {
    let Some(last) = goal.ratings.last() else { return t(msg::goal_not_rated()) };
    let n = i64::try_from(goal.ratings.len()).unwrap_or(i64::MAX);
    let day = dates::day(last.day, DateStyle::Medium);
    t(msg::goal_rated(n, last.near.get().to_string(), day))
}

/// The page.
#[component]
pub fn GoalsPage() -> impl IntoView {
    let app = AppState::expect();
    let present = Memo::new(move |_| lines(app, false));
    let put_away = Memo::new(move |_| lines(app, true));
    let add = move |()| {
        if let Some(id) = app.open_blank(Body::Goal(Goal::new(app.today()))) {
            address::go(&Route::Goal(id).to_string());
        }
    };
    view! {
        <div class="page">
            <PageHead
                title=t(msg::goals_title())
                back=(Route::Focus.href(), t(msg::focus_title()))
                note=t(msg::goals_lead())
            >
                <Shown when=move || { present.with(Vec::len) < Goal::MOST }>
                    <Button tone=Tone::Primary on_click=Callback::new(add)>
                        {t(msg::goals_add())}
                    </Button>
                </Shown>
            </PageHead>
            <Shown
                when=move || present.with(|it| !it.is_empty())
                fallback=|| view! { <p class="soft">{t(msg::goals_empty())}</p> }
            >
                <ul class="rows" role="list">
                    <Keyed each=move || present.get() key=Clone::clone children=row />
                </ul>
            </Shown>
            <Shown when=move || { present.with(Vec::len) >= Goal::MOST }>
                <p class="soft">{t(msg::goals_full())}</p>
            </Shown>
            <Shown when=move || put_away.with(|it| !it.is_empty())>
                <Disclosure summary=t(msg::goals_put_away())>
                    <ul class="rows" role="list">
                        <Keyed each=move || put_away.get() key=Clone::clone children=row />
                    </ul>
                </Disclosure>
            </Shown>
        </div>
    }
}

/// A goal to open.
pub(super) fn row((id, title, note): Line) -> impl IntoView {
    view! {
        <li>
            <RowLink href=Route::Goal(id).href() title note by=TitleBy::Words />
        </li>
    }
}
