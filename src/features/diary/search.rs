//! The search field over the list, with its filters.

use leptos::html;
use leptos::prelude::*;
use satkarya_core::id::Id;

use super::filters::Filters;
use crate::i18n::{msg, t};
use crate::state::AppState;
use crate::ui::search_field::SearchField;
use crate::ui::shown::Shown;

/// Searches everything that was written.
#[component]
pub fn Search(
    /// The entries that fit, newest first.
    found: Memo<Vec<Id>>,
) -> impl IntoView {
    let app = AppState::expect();
    let looking = app.looking;
    let field = NodeRef::<html::Input>::new();
    Effect::new(move || {
        if app.wants_search.get()
            && let Some(field) = field.get()
        {
            // A field that cannot take the focus leaves it where it was.
            drop(field.focus());
            // tidy: allow(effect-write) because the wish is taken, and moving the focus is the effect
            app.wants_search.set(false);
        }
    });
    let count = Signal::derive(move || {
        looking.is_searching().then(|| t(msg::search_found(count(found.with(Vec::len)))))
    });
    let covers = app.covers_in_search();
    let leaves_out = move || {
        covers.get() && app.of_entries(|journal| journal.entries().any(|it| it.entry.covered))
    };
    view! {
        <search class="stack stack--tight">
            <SearchField
                label=t(msg::search_label())
                value=looking.typed
                on_input=Callback::new(move |typed: String| {
                    looking.page.set(0);
                    looking.typed.set(typed);
                })
                clear_label=t(msg::search_clear())
                found=count
                node_ref=field
            />
            <Filters />
            <Shown when=leaves_out>
                <p class="soft small">{t(msg::search_covered_left())}</p>
            </Shown>
        </search>
    }
}

/// A count for a message.
pub(super) fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}
