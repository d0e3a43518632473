//! The feelings in entries with a person: how often each was named, and no more than that.

use leptos::prelude::*;
use satkarya_core::id::Id;
use satkarya_core::journal::Journal;
use satkarya_core::pattern::{Finding, NamedFeelings, named_feelings};

use crate::i18n::dates::{self, DateStyle};
use crate::i18n::{msg, names, t};
use crate::state::AppState;
use crate::ui::count_table::{CountRow, count_table};
use crate::ui::disclosure::Disclosure;
use crate::ui::shown::Shown;

/// How many feelings are in sight before the rest is folded away.
const SHOWN: usize = 3;

/// What the counts say, in words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Told {
    /// What they rest on, or how much is still needed for them.
    counted: String,
    /// How many entries were left out; empty if none.
    left_out: String,
    /// The feelings; none while there is not enough.
    rows: Vec<CountRow>,
}

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
    let found =
        Memo::new(move |_| entries.with(|ids| app.of_entries(|it| named_feelings(it, ids))));
    let told = Memo::new(move |_| app.journal.with(|journal| told(found.get(), journal)));
    let counted = Signal::derive(move || told.with(|it| it.counted.clone()));
    let is_folded = move || folded.get() && told.with(|it| !it.rows.is_empty());
    view! {
        // While older months still come in, the numbers would be too small.
        <Shown when=move || app.loading.get().is_complete() && !entries.with(Vec::is_empty)>
            <section class="section" aria-labelledby="person-feelings">
                <h2 id="person-feelings">{move || t(msg::person_feelings_title(name.get()))}</h2>
                // What is open stays open: only what is inside changes with the entries.
                <Shown
                    when=is_folded
                    fallback=move || {
                        view! {
                            <p class="soft">{counted}</p>
                            {list(told, name)}
                        }
                    }
                >
                    <Disclosure summary=counted>{list(told, name)}</Disclosure>
                </Shown>
            </section>
        </Shown>
    }
}

/// What was found, in words.
fn told(found: Finding<NamedFeelings>, journal: &Journal) -> Told {
    let found = match found {
        Finding::Enough(found) => found,
        Finding::NotYet { have, need } => {
            let (have, need) = (dates::count(have), dates::count(need));
            return Told {
                counted: t(msg::person_feelings_not_enough(have, need)),
                ..Told::default()
            };
        }
    };
    let date = |day| dates::day(day, DateStyle::Medium);
    let (n, named) = (dates::count(found.n_entries), dates::count(found.n_named));
    let left_out = || {
        let n = i64::try_from(found.n_covered).unwrap_or(i64::MAX);
        t(msg::person_feelings_covered(n))
    };
    let row = |(id, n)| CountRow::new(names::feeling(&id, journal), n);
    Told {
        counted: t(msg::person_feelings_counted(date(found.first), date(found.last), n, named)),
        left_out: if found.n_covered > 0 { left_out() } else { String::new() },
        rows: found.feelings.into_iter().map(row).collect(),
    }
}

/// The most frequent feelings, the others folded away, and what the numbers do not say.
fn list(told: Memo<Told>, name: Signal<String>) -> AnyView {
    let rows = Signal::derive(move || told.with(|it| it.rows.clone()));
    let left_out = move || {
        let words = told.with(|it| it.left_out.clone());
        (!words.is_empty()).then(|| view! { <p class="soft small">{words}</p> })
    };
    view! {
        <Shown when=move || told.with(|it| !it.rows.is_empty())>
            <p>{move || t(msg::person_feelings_most(name.get()))}</p>
            {count_table(rows, SHOWN, |n| t(msg::person_feelings_more(dates::count(n))))}
            {left_out}
            <p class="soft small">{t(msg::person_feelings_note())}</p>
        </Shown>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn below_three_entries_with_a_feeling_only_their_number_is_said() {
        let said = told(Finding::NotYet { have: 2, need: 3 }, &Journal::new());
        assert_eq!(said.counted, "Not enough yet: 2 of 3 entries with a feeling");
        assert_eq!(said, Told { counted: said.counted.clone(), ..Told::default() });
    }

    #[test]
    fn what_is_left_out_is_said() {
        assert_eq!(t(msg::person_feelings_covered(1)), "1 covered entry is left out.");
        assert_eq!(t(msg::person_feelings_covered(2)), "2 covered entries are left out.");
    }
}
