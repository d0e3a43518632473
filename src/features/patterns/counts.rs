//! How often feelings, kinds of moments and people were named. People stand by name, never by
//! number: more often does not mean more important.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use leptos::prelude::*;
use satkarya_core::content::{Family, vocabulary};
use satkarya_core::diary::FeelingId;
use satkarya_core::journal::Journal;
use satkarya_core::pattern::{Counts, Filter, Slice, counts};
use satkarya_core::time::Day;

use super::card::{Card, Finding};
use super::rests_on;
use crate::i18n::{content_text, labels, msg, names, t};
use crate::route::Route;
use crate::state::AppState;
use crate::ui::count_table::{CountRow, count_table};

/// The three lists and what they rest on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Lists {
    rests_on: String,
    feelings: Vec<CountRow>,
    kinds: Vec<CountRow>,
    people: Vec<CountRow>,
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

fn lists(journal: &Journal, first: Day, last: Day) -> Option<Lists> {
    let family = |word: &FeelingId| vocabulary().family_of(word).map(Family::id);
    let counts = counts(&Slice::of(journal, &Filter::between(first, last)), family)?;
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
    Some(Lists {
        rests_on: rests_on(counts.sample, msg::patterns_days_without),
        feelings,
        kinds,
        people: people.collect(),
    })
}

/// What was written about.
#[component]
pub fn CountCards(
    /// The first and the last day that are looked at.
    days: Memo<(Day, Day)>,
) -> impl IntoView {
    let app = AppState::expect();
    let found = Memo::new(move |_| {
        let (first, last) = days.get();
        app.journal.with(|journal| lists(journal, first, last))
    });
    let rests_on = Signal::derive(move || {
        found.with(|found| found.as_ref().map(|it| it.rests_on.clone()).unwrap_or_default())
    });
    let why = Signal::derive(|| vec![t(msg::counts_why()), t(msg::patterns_missing())]);
    let card = move |finding: Finding, take: fn(&Lists) -> &Vec<CountRow>| {
        let rows = Signal::derive(move || {
            found.with(|found| found.as_ref().map(take).cloned().unwrap_or_default())
        });
        view! {
            <Card finding why>
                <CountTable rests_on rows />
            </Card>
        }
    };
    view! {
        {card(Finding::Feelings, |it| &it.feelings)}
        {card(Finding::Kinds, |it| &it.kinds)}
        {card(Finding::People, |it| &it.people)}
    }
}

/// How many rows a table shows before the rest is folded away.
const SHOWN: usize = 12;
/// The most rows of a table in the document.
const MOST: usize = 50;

/// One table: names, numbers, and a quiet bar for the eye.
#[component]
fn CountTable(rests_on: Signal<String>, rows: Signal<Vec<CountRow>>) -> impl IntoView {
    move || {
        let mut rows = rows.get();
        if rows.is_empty() {
            return view! { <p class="soft">{t(msg::counts_none())}</p> }.into_any();
        }
        let n_left_out = rows.len().saturating_sub(MOST);
        rows.truncate(MOST);
        let left_out = (n_left_out > 0).then(|| {
            let n = i64::try_from(n_left_out).unwrap_or(i64::MAX);
            view! { <p class="soft small">{t(msg::counts_left_out(n))}</p> }
        });
        view! {
            <p class="soft small">{rests_on.get()}</p>
            {count_table(Signal::stored(rows), SHOWN, |_| t(msg::common_show_all()))}
            {left_out}
        }
        .into_any()
    }
}
