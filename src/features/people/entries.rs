//! What was written about a person, newest first.

use leptos::prelude::*;
use satkarya_core::id::Id;

use super::window::Window;
use crate::i18n::dates::{self, DateStyle};
use crate::i18n::{msg, t};
use crate::route::Route;
use crate::state::AppState;
use crate::ui::button::Button;
use crate::ui::entry_row::EntryRow;
use crate::ui::keyed::Keyed;
use crate::ui::shown::Shown;

/// The entries that name a person, newest first. Worked out once for all that is said of them.
pub(super) fn naming(app: AppState, person: Id) -> Memo<Vec<Id>> {
    Memo::new(move |_| {
        app.of_entries(|journal| {
            let naming = journal.entries().rev().filter(|it| it.entry.mentions(person));
            naming.map(|it| it.record.id).collect()
        })
    })
}

/// The list of them.
#[component]
pub(super) fn Entries(
    /// The entries, newest first.
    ids: Memo<Vec<Id>>,
    #[prop(into)] name: Signal<String>,
    /// Whether to say when they were last written about: not of somebody who died.
    #[prop(into)]
    says_last: Signal<bool>,
) -> impl IntoView {
    let app = AppState::expect();
    let window = RwSignal::new(Window::default());
    let shown = Memo::new(move |_| {
        let window = window.get();
        ids.with(|ids| ids.get(window.rows(ids.len())).map(<[Id]>::to_vec).unwrap_or_default())
    });
    let last = Memo::new(move |_| {
        let id = ids.with(|ids| ids.first().copied())?;
        app.journal.with(|journal| journal.entry(id).map(|it| it.entry.when.day))
    });
    let last = move || last.get().filter(|_| says_last.get());
    let is_empty = Memo::new(move |_| ids.with(Vec::is_empty));
    let is_loaded = move || app.loading.get().is_complete();
    let today = app.today();
    view! {
        <section class="section" aria-labelledby="person-entries">
            <h2 id="person-entries">{move || t(msg::person_entries_title(name.get()))}</h2>
            {move || {
                last()
                    .map(|day| {
                        let day = dates::day(day, DateStyle::Medium);
                        view! { <p class="soft">{t(msg::person_last(day))}</p> }
                    })
            }}
            <Shown when=move || is_empty.get() && is_loaded()>
                <p>{move || t(msg::person_entries_none(name.get()))}</p>
            </Shown>
            <Shown when=move || window.get().has_newer()>
                <Button on_click=Callback::new(move |()| {
                    window.update(|it| *it = it.newer());
                })>{t(msg::person_newer())}</Button>
            </Shown>
            <ul class="entries" role="list">
                <Keyed each=move || shown.get() key=|id| *id let:id>
                    <EntryRow id href=Route::Entry(id).href() journal=app.journal today />
                </Keyed>
            </ul>
            <Shown when=move || ids.with(|ids| window.get().has_older(ids.len()))>
                <Button on_click=Callback::new(move |()| {
                    window.update(|it| *it = it.older());
                })>{t(msg::person_older())}</Button>
            </Shown>
        </section>
    }
}
