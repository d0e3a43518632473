//! The log: the sessions of the present course, newest first, and those of earlier courses.

use leptos::prelude::*;
use satkarya_core::course::{Attendance, Numbered, numbered};
use satkarya_core::id::Id;
use satkarya_core::journal::Journal;

use super::place::log_session;
use crate::i18n::dates::{self, DateStyle};
use crate::i18n::{labels, msg, t};
use crate::route::Route;
use crate::state::AppState;
use crate::ui::button::{Button, LinkButton, Tone};
use crate::ui::disclosure::Disclosure;
use crate::ui::empty_state::EmptyState;
use crate::ui::keyed::Keyed;
use crate::ui::page_head::PageHead;
use crate::ui::row_link::RowLink;
use crate::ui::shown::Shown;

/// One line of the log.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Line {
    id: Id,
    title: String,
    note: String,
    words: String,
}

/// The name of a session.
pub(super) fn title(journal: &Journal, course: Id, id: Id) -> String {
    let all = numbered(journal, course);
    name(all.iter().find(|it| it.session.record.id == id).and_then(|it| it.n))
}

/// The name of the session with a number, or of one that is not counted.
fn name(n: Option<u8>) -> String {
    t(n.map_or_else(msg::session_plain, |n| msg::session_numbered(n.to_string())))
}

/// The sessions of a course, newest first.
fn lines(journal: &Journal, course: Id) -> Vec<Line> {
    let line = |it: Numbered<'_>| {
        let session = it.session.session;
        let title = name(it.n);
        let day = dates::day(session.day, DateStyle::Medium);
        let note = match session.state {
            Attendance::Attended => day,
            state => format!("{day} · {}", t(labels::attendance(state))),
        };
        let words = session.talked.chars().take(120).collect();
        Line { id: it.session.record.id, title, note, words }
    };
    numbered(journal, course).into_iter().rev().map(line).collect()
}

/// The log.
#[component]
pub fn SessionsPage() -> impl IntoView {
    let app = AppState::expect();
    let standing = app.standing();
    let course = Memo::new(move |_| standing.with(|it| it.as_ref().map(|it| it.id)));
    let present = Memo::new(move |_| {
        let course = course.get();
        app.journal.with(|journal| course.map(|id| lines(journal, id)).unwrap_or_default())
    });
    let earlier = Memo::new(move |_| {
        let course = course.get();
        app.journal.with(|journal| {
            let ids = journal.courses().map(|it| it.record.id).filter(|id| Some(*id) != course);
            ids.map(|id| (id, lines(journal, id))).collect::<Vec<_>>()
        })
    });
    let log = move |()| {
        if let Some(id) = course.get_untracked() {
            log_session(app, id);
        }
    };
    view! {
        <div class="page">
            <PageHead
                title=t(msg::sessions_title())
                back=(Route::Journey.href(), t(msg::journey_title()))
            >
                <Shown
                    when=move || course.get().is_some()
                    fallback=|| {
                        view! {
                            <LinkButton href=Route::Plan.href()>
                                {t(msg::plan_invite_action())}
                            </LinkButton>
                        }
                    }
                >
                    <Button tone=Tone::Primary on_click=Callback::new(log)>
                        {t(msg::sessions_log())}
                    </Button>
                </Shown>
            </PageHead>
            <Shown
                when=move || !present.with(Vec::is_empty)
                fallback=|| {
                    view! {
                        <EmptyState
                            title=t(msg::sessions_empty_title())
                            text=t(msg::sessions_empty_body())
                        />
                    }
                }
            >
                <ul class="rows" role="list">
                    <Keyed each=move || present.get() key=Clone::clone children=row />
                </ul>
            </Shown>
            <div>
                <LinkButton href=Route::SheetKind("bring").href()>
                    {t(msg::sheet_bring_open())}
                </LinkButton>
            </div>
            <Keyed
                each=move || earlier.get()
                key=Clone::clone
                children=|(_, lines): (Id, Vec<Line>)| {
                    let n = i64::try_from(lines.len()).unwrap_or(i64::MAX);
                    view! {
                        <Disclosure summary=t(msg::sessions_earlier(n))>
                            <ul class="rows" role="list">
                                {lines.into_iter().map(row).collect_view()}
                            </ul>
                        </Disclosure>
                    }
                }
            />
        </div>
    }
}

/// A session to open.
fn row(line: Line) -> impl IntoView {
    let Line { id, title, note, words } = line;
    let below = (!words.is_empty()).then(|| {
        view! {
            <span class="own-words clamp" translate="no" dir="auto">
                {words}
            </span>
        }
        .into_any()
    });
    view! {
        <li>
            <RowLink href=Route::Session(id).href() title note below />
        </li>
    }
}
