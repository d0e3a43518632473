//! What stands on the timeline and names a person, oldest first.

use leptos::prelude::*;
use satkarya_core::id::Id;
use satkarya_core::timeline;

use crate::i18n::{dates, labels, msg, names, t};
use crate::route::Route;
use crate::state::AppState;
use crate::ui::keyed::Keyed;
use crate::ui::row_link::{RowLink, TitleBy};
use crate::ui::shown::Shown;

/// An event to open: its title, and when and what it was.
type Line = (Id, String, String);

/// The events that name the person; nothing where there are none.
#[component]
pub(super) fn LifeEvents(
    /// Who.
    person: Id,
) -> impl IntoView {
    let app = AppState::expect();
    let lines = Memo::new(move |_| {
        app.journal.with(|journal| {
            let line = |id: Id| {
                let event = journal.get(id)?.event()?;
                let when = event.when.map_or_else(|| t(msg::line_undated()), dates::fuzzy);
                let sort = event.sort.map(|it| t(labels::sort(it)));
                let note = std::iter::once(when).chain(sort).collect::<Vec<_>>().join(" · ");
                Some((id, names::titled(&event.title, msg::event_untitled()), note))
            };
            timeline::events_with(journal, person).into_iter().filter_map(line).collect::<Vec<_>>()
        })
    });
    let row = |(id, title, note): Line| {
        view! {
            <li>
                <RowLink href=Route::LinePart(id).href() title note by=TitleBy::Person />
            </li>
        }
    };
    view! {
        <Shown when=move || !lines.with(Vec::is_empty)>
            <section class="section" aria-labelledby="person-line">
                <h2 id="person-line">{t(msg::person_line_title())}</h2>
                <ul class="rows" role="list">
                    <Keyed each=move || lines.get() key=Clone::clone children=row />
                </ul>
            </section>
        </Shown>
    }
}
