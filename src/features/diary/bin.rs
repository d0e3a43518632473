//! What was deleted in the last thirty days: to be put back, or deleted for good.

use std::sync::Arc;

use leptos::prelude::*;
use satkarya_core::id::Id;
use satkarya_core::journal::{BIN_MS, Journal};
use satkarya_core::record::{Body, Record};
use satkarya_core::stamp::Stamp;

use super::search::count;
use crate::i18n::dates;
use crate::i18n::{labels, measures, msg, names, t};
use crate::platform::dom;
use crate::route::{DiaryView, Route};
use crate::state::AppState;
use crate::ui::button::{Button, Tone};
use crate::ui::dialog::ConfirmDialog;
use crate::ui::keyed::Keyed;
use crate::ui::page_head::PageHead;
use crate::ui::shown::Shown;

/// The most rows that are shown; what is older comes up as others go.
const MOST: usize = 100;
/// One day in milliseconds.
const DAY_MS: u64 = 24 * 60 * 60 * 1000;

/// What is about to be deleted for good.
type Asked = RwSignal<Option<Vec<Id>>>;

/// The bin.
#[component]
pub fn BinPage() -> impl IntoView {
    let app = AppState::expect();
    let asked: Asked = RwSignal::new(None);
    let items = Memo::new(move |_| {
        app.journal.with(|journal| journal.bin().into_iter().cloned().collect::<Vec<Arc<Record>>>())
    });
    let all = move || items.with(|items| items.iter().map(|it| it.id).collect::<Vec<_>>());
    let n_asked = move || asked.with(|ids| ids.as_ref().map_or(0, Vec::len));
    let title = Signal::derive(move || {
        t(if n_asked() > 1 { msg::bin_empty_title() } else { msg::bin_erase_title() })
    });
    let text = Signal::derive(move || match n_asked() {
        0 | 1 => t(msg::bin_erase_body()),
        n => format!("{} {}", t(msg::bin_empty_body(count(n))), t(msg::bin_erase_body())),
    });
    let place = move |id: Id| items.with_untracked(|items| items.iter().position(|it| it.id == id));
    let erase = move |()| {
        let ids = asked.get_untracked().unwrap_or_default();
        let place = ids.first().and_then(|id| place(*id));
        if app.erase(&ids) {
            app.notices.show(msg::bin_erased(), None);
            focus_after(place);
        }
        asked.set(None);
    };
    let restore = Callback::new(move |id: Id| {
        let place = place(id);
        if app.restore(id) {
            app.notices.show(msg::bin_restored(), None);
            focus_after(place);
        }
    });
    view! {
        <div class="page">
            <PageHead
                title=t(msg::bin_title())
                back=(Route::Diary(DiaryView::List).href(), t(msg::diary_title()))
                note=t(msg::bin_body())
            />
            <Shown
                when=move || !items.with(Vec::is_empty)
                fallback=|| view! { <p class="soft">{t(msg::bin_empty())}</p> }
            >
                <ul class="rows" role="list">
                    <Keyed
                        each=move || items.get().into_iter().take(MOST)
                        key=|it| (it.id, it.changed)
                        let:record
                    >
                        <BinItem record asked on_restore=restore />
                    </Keyed>
                </ul>
                <Button
                    tone=Tone::Danger
                    on_click=Callback::new(move |()| asked.set(Some(all())))
                >
                    {t(msg::bin_empty_all())}
                </Button>
            </Shown>
            <ConfirmDialog
                open=Signal::derive(move || asked.with(Option::is_some))
                title
                text
                confirm=Signal::derive(move || {
                    t(if n_asked() > 1 { msg::bin_empty_confirm() } else { msg::bin_erase_confirm() })
                })
                cancel=t(msg::common_cancel())
                tone=Tone::Danger
                on_confirm=Callback::new(erase)
                on_cancel=Callback::new(move |()| asked.set(None))
            />
        </div>
    }
}

/// Moves the focus to the row that came up to this place, or the last one, or the heading: the row
/// with the button that was pressed has gone.
fn focus_after(place: Option<usize>) {
    let next = format!(".bin-item:nth-child({}) button", place.map_or(1, |place| place + 1));
    dom::focus_soon([next, ".bin-item:last-child button".to_owned(), "main h1".to_owned()]);
}

/// What a record in the bin is called, and its first words.
fn words(record: &Record, journal: &Journal, app: AppState) -> (String, String) {
    match &record.body {
        Some(Body::Entry(entry)) => {
            let day = dates::near_day(entry.when.day, app.today());
            let title = format!("{day}, {}", dates::time(entry.when.time));
            let text = match entry.texts().next() {
                Some(text) if !entry.covered => text.chars().take(120).collect(),
                _ => entry.mood.map(|mood| t(labels::mood(mood))).unwrap_or_default(),
            };
            (title, text)
        }
        Some(Body::Person(person)) => (names::shown(person), t(msg::people_title())),
        Some(Body::Feeling(own)) => (own.word.to_string(), t(msg::entry_feelings_own())),
        Some(Body::Course(_)) => (t(msg::bin_plan()), String::new()),
        Some(Body::Session(session)) => {
            let day = dates::near_day(session.day, app.today());
            (t(msg::bin_session(day)), session.talked.chars().take(120).collect())
        }
        Some(Body::Snapshot(it)) => (dates::near_day(it.day, app.today()), t(msg::circle_title())),
        Some(Body::Network(_)) => (t(msg::network_title()), String::new()),
        Some(Body::Along(it)) => (dates::near_day(it.day, app.today()), t(msg::along_title())),
        Some(Body::Reflection(it)) => (dates::near_day(it.day, app.today()), t(msg::pinch_title())),
        Some(Body::Formulation(it)) => {
            (dates::near_day(it.day, app.today()), t(msg::summary_title()))
        }
        Some(Body::Goal(it)) => (it.text.to_string(), t(msg::goals_title())),
        Some(Body::Sheet(it)) => (names::sheet(it), dates::near_day(it.day, app.today())),
        Some(Body::Filled(it)) => (dates::near_day(it.day, app.today()), measures::name(it)),
        Some(Body::Measures(_)) => (t(measures::title()), String::new()),
        Some(Body::Focus(it)) => (dates::near_day(it.day, app.today()), t(labels::area(it.main))),
        Some(Body::Event(it)) => {
            (names::titled(&it.title, msg::event_untitled()), t(msg::line_title()))
        }
        Some(Body::Band(it)) => {
            (names::titled(&it.label, msg::band_untitled()), t(msg::line_title()))
        }
        Some(Body::Spell(it)) => (t(labels::spell(it)), t(msg::line_title())),
        None => (names::person(record.id, journal), String::new()),
    }
}

/// One thing in the bin.
#[component]
fn BinItem(record: Arc<Record>, asked: Asked, on_restore: Callback<Id>) -> impl IntoView {
    let app = AppState::expect();
    let id = record.id;
    let (title, text) = app.journal.with_untracked(|journal| words(&record, journal, app));
    let age = app.now().ms.saturating_sub(record.removed.map_or(0, Stamp::ms));
    // A day that has begun counts: what was just deleted has all its days before it.
    let left = BIN_MS.saturating_sub(age).div_ceil(DAY_MS);
    view! {
        <li class="bin-item">
            <div class="row__body">
                <span class="row__title">{title}</span>
                <span class="own-words clamp" translate="no" dir="auto">{text}</span>
                <span class="row__note">
                    {t(msg::bin_item_left(i64::try_from(left).unwrap_or(30)))}
                </span>
            </div>
            <div class="cluster">
                <Button on_click=Callback::new(move |()| on_restore.run(id))>
                    {t(msg::bin_restore())}
                </Button>
                <Button
                    tone=Tone::Quiet
                    on_click=Callback::new(move |()| asked.set(Some(vec![id])))
                >
                    {t(msg::bin_erase())}
                </Button>
            </div>
        </li>
    }
}
