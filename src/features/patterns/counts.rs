//! How often feelings, kinds of moments and people were named. People stand by name, never by
//! number: more often does not mean more important.

use leptos::prelude::*;
use satkarya_core::content::{Family, vocabulary};
use satkarya_core::diary::FeelingId;
use satkarya_core::pattern::counts;
use satkarya_core::time::Day;

use crate::i18n::dates::{self, DateStyle};
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
}

/// The three lists and what they rest on.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Lists {
    period: String,
    feelings: Vec<Row>,
    kinds: Vec<Row>,
    people: Vec<Row>,
}

fn lists(app: AppState, first: Day, last: Day) -> Option<Lists> {
    let family = |word: &FeelingId| vocabulary().family_of(word).map(Family::id);
    app.journal.with(|journal| {
        let counts = counts(journal, first, last, family)?;
        let date = |day: Day| dates::day(day, DateStyle::Medium);
        let n_entries = i64::try_from(counts.sample.n_entries).unwrap_or(i64::MAX);
        let mut feelings: Vec<Row> = counts
            .families
            .iter()
            .filter_map(|(id, n)| {
                let name = content_text(vocabulary().family(id)?.name());
                Some(Row { name, n: *n, href: None })
            })
            .collect();
        feelings.sort_by_key(|row| std::cmp::Reverse(row.n));
        let mut kinds: Vec<Row> = counts
            .kinds
            .iter()
            .map(|(kind, n)| Row { name: t(labels::kind(*kind)), n: *n, href: None })
            .collect();
        kinds.sort_by_key(|row| std::cmp::Reverse(row.n));
        let people = counts.people.iter().map(|it| Row {
            name: names::person(it.id, journal),
            n: it.n,
            href: Some(Route::Person(it.id).href()),
        });
        Some(Lists {
            period: format!(
                "{}. {}.",
                t(msg::patterns_period(date(counts.sample.first), date(counts.sample.last))),
                t(msg::common_entries(n_entries))
            ),
            feelings,
            kinds,
            people: people.collect(),
        })
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
        lists(app, first, last)
    });
    move || {
        found.get().map(|lists| {
            view! {
                <section class="section" aria-labelledby="counts-title">
                    <h2 id="counts-title">{t(msg::counts_title())}</h2>
                    <p class="soft small">{lists.period}</p>
                    <div class="columns">
                        <CountList title=t(msg::counts_feelings()) rows=lists.feelings />
                        <CountList title=t(msg::counts_kinds()) rows=lists.kinds />
                        <CountList title=t(msg::counts_people()) rows=lists.people />
                    </div>
                    <Disclosure summary=t(msg::common_why())>
                        <p>{t(msg::counts_why())}</p>
                    </Disclosure>
                </section>
            }
        })
    }
}

/// How many rows a list shows before the rest is folded away.
const SHOWN: usize = 12;
/// The most rows in the document.
const MOST: usize = 60;

/// One list: names, numbers, and a quiet bar for the eye.
#[component]
fn CountList(title: String, rows: Vec<Row>) -> impl IntoView {
    let most = rows.iter().map(|row| row.n).max().unwrap_or(1).max(1);
    let is_empty = rows.is_empty();
    let mut rows = rows.into_iter().take(MOST);
    let first: Vec<Row> = rows.by_ref().take(SHOWN).collect();
    let rest: Vec<Row> = rows.collect();
    view! {
        <section class="stack stack--tight">
            <h3>{title}</h3>
            {is_empty.then(|| view! { <p class="soft">{t(msg::counts_none())}</p> })}
            <ul class="counts" role="list">{rows_view(first, most)}</ul>
            {(!rest.is_empty())
                .then(|| {
                    view! {
                        <Disclosure summary=t(msg::common_show_all())>
                            <ul class="counts" role="list">{rows_view(rest, most)}</ul>
                        </Disclosure>
                    }
                })}
        </section>
    }
}

fn rows_view(rows: Vec<Row>, most: usize) -> impl IntoView {
    rows.into_iter()
        .map(|row| {
            let width = row.n * 100 / most;
            let name = match row.href {
                Some(href) => view! { <a href=href>{row.name}</a> }.into_any(),
                None => view! { <span>{row.name}</span> }.into_any(),
            };
            view! {
                <li class="count">
                    <span class="count__name">{name}</span>
                    <span class="count__n numbers">{row.n}</span>
                    <svg class="count__bar" aria-hidden="true" preserveAspectRatio="none" viewBox="0 0 100 1">
                        <rect width=width.to_string() height="1" />
                    </svg>
                </li>
            }
        })
        .collect_view()
}
