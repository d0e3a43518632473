//! How often feelings, kinds of moments and people were named. People stand by name, never by
//! number: more often does not mean more important.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use leptos::prelude::*;
use satkarya_core::content::{Family, vocabulary};
use satkarya_core::diary::FeelingId;
use satkarya_core::journal::Journal;
use satkarya_core::pattern::{Counts, counts};
use satkarya_core::time::Day;

use super::card::{Card, Finding};
use super::rests_on;
use crate::i18n::{content_text, labels, msg, names, t};
use crate::route::Route;
use crate::state::AppState;
use crate::ui::disclosure::Disclosure;

/// A word with its number, and where it leads.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Row {
    name: String,
    n: usize,
    href: Option<String>,
    /// What it belongs to; told once above the rows that share it.
    group: Option<String>,
}

impl Row {
    const fn new(name: String, n: usize) -> Self {
        Self { name, n, href: None, group: None }
    }
}

/// The three lists and what they rest on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Lists {
    rests_on: String,
    feelings: Vec<Row>,
    kinds: Vec<Row>,
    people: Vec<Row>,
}

/// The words that were named, under their families: the family with the most first, and in it the
/// word with the most.
fn words(counts: &Counts, journal: &Journal) -> Vec<Row> {
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
        let row = move |(word, n)| Row { group: Some(family.clone()), ..Row::new(word, n) };
        words.into_iter().map(row).collect::<Vec<_>>()
    });
    rows.collect()
}

fn lists(journal: &Journal, first: Day, last: Day) -> Option<Lists> {
    let family = |word: &FeelingId| vocabulary().family_of(word).map(Family::id);
    let counts = counts(journal, first, last, family)?;
    let mut kinds: Vec<Row> =
        counts.kinds.iter().map(|(kind, n)| Row::new(t(labels::kind(*kind)), *n)).collect();
    kinds.sort_by_key(|row| Reverse(row.n));
    if counts.n_quiet > 0 {
        kinds.push(Row::new(t(msg::entry_quiet()), counts.n_quiet));
    }
    let feelings = words(&counts, journal);
    let people = counts.people.iter().map(|it| Row {
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
    let card = move |finding: Finding, take: fn(&Lists) -> &Vec<Row>| {
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
fn CountTable(rests_on: Signal<String>, rows: Signal<Vec<Row>>) -> impl IntoView {
    move || {
        let mut rows = rows.get();
        if rows.is_empty() {
            return view! { <p class="soft">{t(msg::counts_none())}</p> }.into_any();
        }
        let most = rows.iter().map(|row| row.n).max().unwrap_or(1).max(1);
        let n_left_out = rows.len().saturating_sub(MOST);
        rows.truncate(MOST);
        let rest = rows.split_off(SHOWN.min(rows.len()));
        let folded = (!rest.is_empty()).then(|| {
            view! { <Disclosure summary=t(msg::common_show_all())>{table(rest, most)}</Disclosure> }
        });
        let left_out = (n_left_out > 0).then(|| {
            let n = i64::try_from(n_left_out).unwrap_or(i64::MAX);
            view! { <p class="soft small">{t(msg::counts_left_out(n))}</p> }
        });
        view! {
            <p class="soft small">{rests_on.get()}</p>
            {table(rows, most)}
            {folded}
            {left_out}
        }
        .into_any()
    }
}

fn table(rows: Vec<Row>, most: usize) -> impl IntoView {
    let mut group = None;
    let rows = rows.into_iter().map(|row| {
        let begins = row.group.is_some() && row.group != group;
        group.clone_from(&row.group);
        let head = row.group.filter(|_| begins).map(|name| {
            view! {
                <tr class="counts__group">
                    <th scope="rowgroup">{name}</th>
                </tr>
            }
        });
        let width = (row.n * 100 / most).max(1);
        let name = match row.href {
            Some(href) => view! { <a href=href translate="no">{row.name}</a> }.into_any(),
            None => view! { <span>{row.name}</span> }.into_any(),
        };
        view! {
            {head}
            <tr>
                <th scope="row">{name}</th>
                <td class="counts__n">{row.n}</td>
                <td class="counts__bar" aria-hidden="true">
                    <svg preserveAspectRatio="none" viewBox="0 0 100 1">
                        <rect width=width.to_string() height="1" />
                    </svg>
                </td>
            </tr>
        }
    });
    view! {
        <table class="counts">
            <thead class="visually-hidden">
                <tr>
                    <th scope="col">{t(msg::counts_name())}</th>
                    <th scope="col">{t(msg::counts_number())}</th>
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}
