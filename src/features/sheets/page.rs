//! The page of a worksheet: what is asked before it, or the worksheet itself.

use leptos::prelude::*;
use satkarya_core::content::{Sheet, SheetPace};
use satkarya_core::id::Id;
use satkarya_core::sheet::asks_safety;

use super::gate::{Gate, HeldBack};
use super::pause::Opening;
use super::runner::Runner;
use super::work::{Work, fill, read};
use crate::i18n::{content_text, msg, t};
use crate::platform::dom;
use crate::route::Route;
use crate::state::{AppState, Visit};
use crate::ui::gone::Gone;
use crate::ui::shown::Shown;

/// The page.
#[component]
pub fn SheetPage(
    /// Which worksheet.
    id: Id,
) -> impl IntoView {
    let app = AppState::expect();
    let visit = Visit::begin(app, id, fill);
    let sheet = Memo::new(move |_| read(visit).and_then(|it| it.asked()).map(|it| it.id.as_str()));
    let gone = move || view! { <Gone back=Route::Sheets.href() title=t(msg::sheets_title()) /> };
    move || {
        let found = sheet.get().and_then(satkarya_core::content::sheet);
        match found {
            Some(sheet) => view! { <There visit sheet /> }.into_any(),
            None => gone().into_any(),
        }
    }
}

/// A worksheet that is there.
#[component]
fn There(visit: Visit, sheet: &'static Sheet) -> impl IntoView {
    let app = AppState::expect();
    let work = Work::begin(app, visit, sheet);
    let today = app.today();
    let asks = Memo::new(move |_| {
        let it = work.it.get();
        app.journal.with(|journal| it.is_some_and(|it| asks_safety(journal, visit.id, &it, today)))
    });
    // Where all of a sheet is for two who are safe with each other, nothing of it is left.
    let is_closed = Memo::new(move |_| work.held.get() && sheet.is_held_whole());
    // Whoever chose a person here may find something else in place of the worksheet.
    Effect::new(move |before: Option<(bool, bool)>| {
        let now = (asks.get(), is_closed.get());
        if before.is_some_and(|before| before != now) {
            dom::focus_soon(["main h1"]);
        }
        now
    });
    let opened = RwSignal::new(sheet.pace != Some(SheetPace::Gentle));
    let with_gate = move || {
        view! {
            <Shown when=move || is_closed.get() fallback=move || view! { <Runner work /> }>
                <HeldBack work />
            </Shown>
        }
    };
    view! {
        <div class="page sheet" data-pace=(sheet.pace.is_some()).then_some("gentle")>
            <Shown
                when=move || opened.get()
                fallback=move || view! { <Opening work opened title=content_text(&sheet.title) /> }
            >
                <Shown when=move || asks.get() fallback=with_gate>
                    <Gate work />
                </Shown>
            </Shown>
        </div>
    }
}
