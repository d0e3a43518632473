//! Names with their numbers, and a quiet bar for the eye that says nothing more.
//!
//! Role: a table; each name is the head of its row. The bars are hidden from screen readers, and
//! their length says what the number beside them says.

use leptos::prelude::*;

use super::disclosure::Disclosure;
use super::shown::Shown;
use crate::i18n::{dates, msg, t};

/// A word with its number, and where it leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountRow {
    /// The word.
    pub name: String,
    /// How often.
    pub n: usize,
    /// Where a tap on the name leads.
    pub href: Option<String>,
    /// What it belongs to; told once above the rows that share it.
    pub group: Option<String>,
}

impl CountRow {
    /// A word that leads nowhere and belongs to nothing.
    pub const fn new(name: String, n: usize) -> Self {
        Self { name, n, href: None, group: None }
    }
}

/// The rows as a table, those after the first so many folded away under words made of their
/// number. What is open stays open when the rows change.
pub fn count_table(
    rows: Signal<Vec<CountRow>>,
    n_shown: usize,
    more: fn(usize) -> String,
) -> AnyView {
    let most = move || rows.with(|rows| rows.iter().map(|row| row.n).max()).unwrap_or(1).max(1);
    let n_rest = move || rows.with(|rows| rows.len().saturating_sub(n_shown));
    let part = move |is_rest: bool| {
        let mut shown = rows.get();
        let rest = shown.split_off(n_shown.min(shown.len()));
        table(if is_rest { rest } else { shown }, most())
    };
    view! {
        {move || part(false)}
        <Shown when=move || n_rest() != 0>
            <Disclosure summary=Signal::derive(move || more(n_rest()))>
                {move || part(true)}
            </Disclosure>
        </Shown>
    }
    .into_any()
}

/// The rows as a table. The longest bar is that of `most`.
fn table(rows: Vec<CountRow>, most: usize) -> AnyView {
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
                <td class="counts__n">{dates::count(row.n)}</td>
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
    .into_any()
}
