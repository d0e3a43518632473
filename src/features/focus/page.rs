//! Your focus: what somebody works on, how to find it, and what it was before.

use leptos::prelude::*;
use satkarya_core::course::Milestone;
use satkarya_core::diary::Area;
use satkarya_core::focus::{Focus, current, goals, history, reflections};
use satkarya_core::id::Id;

use super::choose::{Chooser, Now, keep};
use super::worked::Worksheets;
use crate::i18n::dates::{self, DateStyle};
use crate::i18n::{labels, msg, t};
use crate::platform::dom;
use crate::route::Route;
use crate::state::AppState;
use crate::ui::button::{Button, LinkButton, Tone};
use crate::ui::disclosure::Disclosure;
use crate::ui::keyed::Keyed;
use crate::ui::page_head::PageHead;
use crate::ui::row_link::RowLink;
use crate::ui::shown::Shown;

/// The page.
#[component]
pub fn FocusPage() -> impl IntoView {
    let app = AppState::expect();
    let is_chosen = Memo::new(move |_| app.journal.with(|journal| current(journal).is_some()));
    let past = Memo::new(move |_| {
        let line = |(id, it): (Id, &Focus)| (id, history_words(it));
        app.journal.with(|journal| history(journal).into_iter().map(line).collect::<Vec<_>>())
    });
    view! {
        <div class="page">
            <PageHead
                title=t(msg::focus_title())
                back=(Route::Journey.href(), t(msg::journey_title()))
                note=t(msg::focus_lead())
            />
            <Shown
                when=move || is_chosen.get()
                fallback=|| view! { <p>{t(msg::focus_none())}</p> }
            >
                <Now />
                <Halfway />
            </Shown>
            <ul class="rows" role="list">
                {link(Route::Pinch, msg::pinch_title, msg::focus_journey_none)}
                {link(Route::Summary, msg::summary_title, msg::summary_label)}
                {link(Route::Goals, msg::goals_title, msg::goals_lead)}
            </ul>
            <Worksheets />
            <Chooser />
            <Shown when=move || { past.with(Vec::len) > 1 }>
                <Disclosure summary=t(msg::focus_history())>
                    <ul>
                        <Keyed
                            each=move || past.get()
                            key=Clone::clone
                            children=|(_, words): (Id, String)| view! { <li>{words}</li> }
                        />
                    </ul>
                </Disclosure>
            </Shown>
        </div>
    }
}

/// A choice with its day.
fn history_words(focus: &Focus) -> String {
    let area = |area: Area| t(labels::area(area));
    let what = match focus.second() {
        Some(second) => t(msg::focus_both(area(focus.main), area(second))),
        None => area(focus.main),
    };
    let day = dates::day(focus.day, DateStyle::Medium);
    let note = focus.halfway.map(|_| format!(" · {}", t(msg::focus_halfway_note())));
    format!("{day}: {what}{}", note.unwrap_or_default())
}

/// One of the pages that belong to it.
fn link(
    route: Route,
    title: fn() -> crate::i18n::Msg,
    note: fn() -> crate::i18n::Msg,
) -> impl IntoView {
    view! {
        <li>
            <RowLink href=route.href() title=t(title()) note=t(note()) />
        </li>
    }
}

/// Asked once, halfway through a course: is it still the right one?
#[component]
fn Halfway() -> impl IntoView {
    let app = AppState::expect();
    let standing = app.standing();
    let is_asked = Memo::new(move |_| {
        let course = standing.with(|it| {
            it.as_ref().filter(|it| it.milestone() == Some(Milestone::Halfway)).map(|it| it.id)
        });
        let is_open = |course: Id| {
            app.journal
                .with(|journal| history(journal).iter().all(|(_, it)| it.halfway != Some(course)))
        };
        course.is_some_and(is_open)
    });
    let names = Memo::new(move |_| {
        app.journal.with(|journal| {
            let goals = goals(journal, false).into_iter().filter(|(_, it)| !it.text.is_blank());
            goals.map(|(_, it)| it.text.to_string()).collect::<Vec<_>>()
        })
    });
    let latest = move || {
        let done = app.journal.with(|journal| {
            reflections(journal).into_iter().find(|(_, it)| it.done).map(|(id, _)| id)
        });
        done.map(|id| {
            view! {
                <LinkButton tone=Tone::Quiet href=Route::Sitting(id).href()>
                    {t(msg::outcome_title())}
                </LinkButton>
            }
        })
    };
    let keep_it = move || {
        let now = app.journal.with_untracked(|journal| current(journal).cloned());
        if let Some(now) = now {
            keep(app, now.main, now.second(), msg::focus_halfway_kept());
        }
    };
    let yes = move |()| {
        keep_it();
        dom::focus_soon(["main h1"]);
    };
    let adjust = move |()| {
        dom::scroll_to(".try");
        dom::focus_soon([".try .chip__input"]);
    };
    let has_talked = RwSignal::new(false);
    let talk = move |()| {
        has_talked.set(true);
        keep_it();
        dom::focus_soon([".halfway__talk a"]);
    };
    view! {
        <Shown when=move || is_asked.get()>
            <section class="card stack" aria-labelledby="focus-halfway">
                <h2 id="focus-halfway">{t(msg::focus_halfway())}</h2>
                <p>{t(msg::focus_halfway_body())}</p>
                <Shown when=move || names.with(|it| !it.is_empty())>
                    <ul class="own-words" translate="no" dir="auto">
                        {move || {
                            names.get().into_iter().map(|name| view! { <li>{name}</li> }).collect_view()
                        }}
                    </ul>
                </Shown>
                <div class="cluster">
                    <Button tone=Tone::Primary on_click=Callback::new(yes)>
                        {t(msg::focus_halfway_yes())}
                    </Button>
                    <Button on_click=Callback::new(adjust)>
                        {t(msg::focus_halfway_adjust())}
                    </Button>
                    <Button on_click=Callback::new(talk)>{t(msg::focus_halfway_talk())}</Button>
                    {latest}
                </div>
            </section>
        </Shown>
        <Shown when=move || has_talked.get()>
            <p class="halfway__talk">
                {t(msg::focus_halfway_talk_body())} " "
                <a href=Route::Summary.href()>{t(msg::summary_title())}</a>
            </p>
        </Shown>
    }
}
