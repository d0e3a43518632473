//! What a card shows, as data: sentences, small pictures, grids and a table, and how it is drawn.

use leptos::prelude::*;

use crate::i18n::{msg, t};
use crate::ui::data_table::{DataTable, TableData, open_table};
use crate::ui::disclosure::Disclosure;
use crate::ui::shown::Shown;
use crate::ui::strips::{Strips, strips};

/// How many parts are in sight before the rest is folded away.
const SHOWN: usize = 6;

/// What a card shows.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Told {
    /// What is said, one part for each person where there are several.
    pub(super) parts: Vec<Part>,
    /// Tables in sight, where they are the picture themselves.
    pub(super) grids: Vec<TableData>,
    /// The numbers behind the picture; without rows there is none.
    pub(super) table: TableData,
    /// What must be known to read it.
    pub(super) notes: Vec<String>,
}

/// A part of it.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Part {
    /// Its heading; empty for none.
    pub(super) heading: String,
    /// Where a tap on the heading leads, if it is somebody's name.
    pub(super) person: Option<String>,
    /// The sentences.
    pub(super) said: Vec<String>,
    /// The small picture.
    pub(super) strips: Strips,
    /// What it rests on; empty where the rows of the picture say so themselves.
    pub(super) rests_on: String,
}

impl Told {
    /// One part without a heading.
    pub(super) fn one(part: Part) -> Self {
        Self { parts: vec![part], ..Self::default() }
    }

    /// How much there is of what is needed, and nothing else.
    pub(super) fn not_yet(have: usize, need: usize) -> Self {
        Self::one(Part { said: vec![not_yet(have, need)], ..Part::default() })
    }
}

/// How much there is of what is needed.
pub(super) fn not_yet(have: usize, need: usize) -> String {
    t(msg::patterns_not_enough_of(have.to_string(), need.to_string()))
}

/// The parts, the grids, the table and the notes.
pub(super) fn shown(told: Signal<Told>) -> AnyView {
    let parts = move || {
        let mut first = told.with(|it| it.parts.clone());
        let rest = first.split_off(SHOWN.min(first.len()));
        let more = (!rest.is_empty()).then(|| {
            view! {
                <Disclosure summary=t(msg::common_show_all())>
                    {rest.into_iter().map(part).collect_view()}
                </Disclosure>
            }
        });
        view! {
            {first.into_iter().map(part).collect_view()}
            {more}
        }
    };
    let grids = move || told.with(|it| it.grids.clone()).into_iter().map(open_table).collect_view();
    let notes = move || {
        let notes = told.with(|it| it.notes.clone()).into_iter();
        notes.map(|note| view! { <p class="soft small">{note}</p> }).collect_view()
    };
    view! {
        {parts}
        {grids}
        // What is open stays open: only what is inside changes with the entries.
        <Shown when=move || told.with(|it| !it.table.rows.is_empty())>
            <DataTable
                summary=t(msg::patterns_as_table())
                data=Signal::derive(move || told.with(|it| it.table.clone()))
            />
        </Shown>
        {notes}
    }
    .into_any()
}

fn part(it: Part) -> AnyView {
    let Part { heading, person, said, strips: rows, rests_on } = it;
    let heading = match (heading.is_empty(), person) {
        (true, _) => ().into_any(),
        (_, None) => view! { <h4>{heading}</h4> }.into_any(),
        (_, Some(href)) => view! {
            <h4>
                <a href=href translate="no" dir="auto">
                    {heading}
                </a>
            </h4>
        }
        .into_any(),
    };
    let said = said.into_iter().map(|words| view! { <p>{words}</p> }).collect_view();
    let rests_on = (!rests_on.is_empty()).then(|| view! { <p class="soft small">{rests_on}</p> });
    view! {
        <div class="stack stack--tight finding__part">
            {heading} {said} {strips(rows)} {rests_on}
        </div>
    }
    .into_any()
}
