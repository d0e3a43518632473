//! How often feelings, kinds of moments and people were named. People stand by name, never by
//! number: more often does not mean more important.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use leptos::prelude::*;
use satkarya_core::content::{Family, vocabulary};
use satkarya_core::diary::FeelingId;
use satkarya_core::journal::Journal;
use satkarya_core::pattern::{Counts, Slice, counts};

use crate::i18n::{content_text, labels, msg, names, t};
use crate::route::Route;
use crate::ui::count_table::{CountRow, count_table};
use crate::ui::told::{n, rests_on};

/// The three lists and what they rest on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Lists {
    rests_on: String,
    /// The words that were named.
    pub(super) feelings: Vec<CountRow>,
    /// The kinds of moments.
    pub(super) kinds: Vec<CountRow>,
    /// Who was named.
    pub(super) people: Vec<CountRow>,
}

/// The words that were named, under their families: the family with the most first, and in it the
/// word with the most.
fn words(counts: &Counts, journal: &Journal) -> Vec<CountRow> {
    // A family of a newer version is shown under a name that promises nothing.
    let name_of = |family: &Option<FeelingId>| {
        let known = family.as_ref().and_then(|id| vocabulary().family(id));
        known.map(|family| content_text(family.name()))
    };
    let mut of_family: BTreeMap<Option<String>, BTreeMap<String, usize>> = BTreeMap::new();
    for ((family, word), n) in &counts.feelings {
        let words = of_family.entry(name_of(family)).or_default();
        *words.entry(names::feeling(word, journal)).or_default() += n;
    }
    let mut families: Vec<_> = of_family.into_iter().collect();
    families.sort_by_key(|(name, words)| (name.is_none(), Reverse(words.values().sum::<usize>())));
    let rows = families.into_iter().flat_map(|(family, words)| {
        let family = family.unwrap_or_else(|| t(msg::counts_no_family()));
        let mut words: Vec<_> = words.into_iter().collect();
        words.sort_by_key(|(_, n)| Reverse(*n));
        let row =
            move |(word, n)| CountRow { group: Some(family.clone()), ..CountRow::new(word, n) };
        words.into_iter().map(row).collect::<Vec<_>>()
    });
    rows.collect()
}

/// The lists of the entries that are looked at; empty ones where there are none.
pub(super) fn lists(slice: &Slice<'_>, journal: &Journal) -> Lists {
    let family = |word: &FeelingId| vocabulary().family_of(word).map(Family::id);
    let Some(counts) = counts(slice, family) else { return Lists::default() };
    let mut kinds: Vec<CountRow> =
        counts.kinds.iter().map(|(kind, n)| CountRow::new(t(labels::kind(*kind)), *n)).collect();
    kinds.sort_by_key(|row| Reverse(row.n));
    if counts.n_quiet > 0 {
        kinds.push(CountRow::new(t(msg::entry_quiet()), counts.n_quiet));
    }
    let feelings = words(&counts, journal);
    let people = counts.people.iter().map(|it| CountRow {
        name: names::person(it.id, journal),
        n: it.n,
        href: Some(Route::Person(it.id).href()),
        group: None,
    });
    let rests_on = rests_on(counts.sample, msg::patterns_days_without);
    Lists { rests_on, feelings, kinds, people: people.collect() }
}

/// How many rows a table shows before the rest is folded away.
const SHOWN: usize = 12;
/// The most rows of a table in the document.
const MOST: usize = 50;

/// One table: names, numbers, and a quiet bar for the eye.
pub(super) fn shown(lists: Signal<Lists>, take: fn(&Lists) -> &Vec<CountRow>) -> AnyView {
    let table = move || {
        let mut rows = lists.with(|it| take(it).clone());
        if rows.is_empty() {
            return view! { <p class="soft">{t(msg::counts_none())}</p> }.into_any();
        }
        let n_left_out = rows.len().saturating_sub(MOST);
        rows.truncate(MOST);
        let left_out = (n_left_out > 0)
            .then(|| view! { <p class="soft small">{t(msg::counts_left_out(n(n_left_out)))}</p> });
        view! {
            <p class="soft small">{lists.with(|it| it.rests_on.clone())}</p>
            {count_table(Signal::stored(rows), SHOWN, |_| t(msg::common_show_all()))}
            {left_out}
        }
        .into_any()
    };
    table.into_any()
}
