//! What somebody works on, quietly, on Journey: since when, or one small invitation.

use leptos::prelude::*;
use satkarya_core::focus::{current, since};

use crate::i18n::dates::{self, DateStyle};
use crate::i18n::{labels, msg, t};
use crate::route::Route;
use crate::state::AppState;
use crate::ui::row_link::RowLink;

/// The section.
#[component]
pub(super) fn YourFocus() -> impl IntoView {
    let app = AppState::expect();
    let now = Memo::new(move |_| {
        app.journal.with(|journal| {
            let focus = current(journal)?;
            Some((focus.main, focus.second(), since(journal)?))
        })
    });
    let title = move || match now.get() {
        None => t(msg::focus_title()),
        Some((main, ..)) => t(labels::area(main)),
    };
    let note = move || match now.get() {
        None => t(msg::focus_journey_none()),
        Some((_, second, since)) => {
            let since = t(msg::focus_since(dates::day(since, DateStyle::Full)));
            let second = second.map(|area| t(msg::focus_second_is(t(labels::area(area)))));
            second.map_or(since.clone(), |second| format!("{since} · {second}"))
        }
    };
    view! {
        <section aria-labelledby="journey-focus">
            <h2 id="journey-focus">{t(msg::focus_title())}</h2>
            <ul class="rows" role="list">
                <li>
                    <RowLink
                        href=Route::Focus.href()
                        title=Signal::derive(title)
                        note=Signal::derive(note)
                    />
                </li>
            </ul>
        </section>
    }
}
