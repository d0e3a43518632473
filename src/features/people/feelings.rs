//! The feelings in entries with a person: how often each was named, and no more than that.

use leptos::prelude::*;
use satkarya_core::id::Id;
use satkarya_core::pattern::named_feelings;

use crate::i18n::{msg, names, t};
use crate::state::AppState;
use crate::ui::count_table::{CountRow, count_table};
use crate::ui::disclosure::Disclosure;
use crate::ui::shown::Shown;

/// How many feelings are in sight before the rest is folded away.
const SHOWN: usize = 8;

/// The part of the page; nothing where there is no entry.
#[component]
pub(super) fn Feelings(
    /// The entries that name the person.
    entries: Memo<Vec<Id>>,
    #[prop(into)] name: Signal<String>,
    /// Whether the counts are folded away at first.
    #[prop(into)]
    folded: Signal<bool>,
) -> impl IntoView {
    let app = AppState::expect();
    let found = Memo::new(move |_| {
        let found = entries.with(|ids| app.journal.with(|it| named_feelings(it, ids)));
        let row = |(id, n)| CountRow::new(app.journal.with(|it| names::feeling(&id, it)), n);
        let rows: Vec<CountRow> = found.feelings.into_iter().map(row).collect();
        (counted(found.n_entries, found.n_named), rows)
    });
    let body = move || {
        let (counted, rows) = found.get();
        if folded.get() && !rows.is_empty() {
            return view! { <Disclosure summary=counted>{list(rows)}</Disclosure> }.into_any();
        }
        let list = (!rows.is_empty()).then(|| list(rows));
        view! {
            <p class="soft">{counted}</p>
            {list}
        }
        .into_any()
    };
    view! {
        // While older months still come in, the numbers would be too small.
        <Shown when=move || app.loading.get().is_complete() && !entries.with(Vec::is_empty)>
            <section class="section" aria-labelledby="person-feelings">
                <h2 id="person-feelings">{move || t(msg::person_feelings_title(name.get()))}</h2>
                {body}
            </section>
        </Shown>
    }
}

/// What the counts rest on.
fn counted(n_entries: usize, n_named: usize) -> String {
    let number = |n| i64::try_from(n).unwrap_or(i64::MAX);
    match (n_entries, n_named) {
        (1, 1) => t(msg::person_feelings_counted_one()),
        _ => t(msg::person_feelings_counted(number(n_entries), number(n_named))),
    }
}

/// The most frequent feelings, the others folded away, and what the numbers do not say.
fn list(rows: Vec<CountRow>) -> AnyView {
    view! {
        {count_table(rows, SHOWN, |n| t(msg::person_feelings_more(n.to_string())))}
        <p class="soft small">{t(msg::person_feelings_note())}</p>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_counts_rest_on_is_said() {
        assert_eq!(counted(12, 9), "Counted in 12 entries, in 9 of them a feeling was named");
        assert_eq!(counted(3, 1), "Counted in 3 entries, in one of them a feeling was named");
        assert_eq!(counted(1, 1), "Counted in one entry");
        assert_eq!(counted(1, 0), "Counted in one entry, no feeling was named");
        assert_eq!(counted(4, 0), "Counted in 4 entries, no feeling was named");
    }
}
