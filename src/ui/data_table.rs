//! The numbers behind a picture, as a table that opens below it.
//!
//! Every chart has one: a chart without a table does not exist.

use leptos::prelude::*;

use super::disclosure::Disclosure;

/// What a table says. Every row has as many cells as there are columns; the first cell names the row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableData {
    /// What the table holds.
    pub caption: String,
    /// The heads of the columns.
    pub columns: Vec<String>,
    /// The rows, as text.
    pub rows: Vec<Vec<String>>,
}

/// A table behind a disclosure.
#[component]
pub fn DataTable(
    /// The words that open it.
    #[prop(into)]
    summary: Signal<String>,
    /// The table.
    #[prop(into)]
    data: Signal<TableData>,
) -> impl IntoView {
    let is_open = RwSignal::new(false);
    let table = move || {
        // Rows that nobody looks at need not be in the document.
        if !is_open.get() {
            return None;
        }
        Some(open_table(data.get()))
    };
    view! {
        <Disclosure summary on_toggle=Callback::new(move |open| is_open.set(open))>
            {table}
        </Disclosure>
    }
}

/// The same table in sight, where it is the picture itself.
pub fn open_table(data: TableData) -> AnyView {
    let TableData { caption, columns, rows } = data;
    let name = caption.clone();
    let head =
        columns.into_iter().map(|column| view! { <th scope="col">{column}</th> }).collect_view();
    let body = rows.into_iter().map(row).collect_view();
    view! {
        // Reachable by keyboard, so that it can be scrolled.
        <div class="table-scroll" tabindex="0" role="region" aria-label=name>
            <table class="chart__table">
                <caption class="visually-hidden">{caption}</caption>
                <thead>
                    <tr>{head}</tr>
                </thead>
                <tbody>{body}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row(cells: Vec<String>) -> impl IntoView {
    let mut cells = cells.into_iter();
    let name = cells.next().map(|name| view! { <th scope="row">{name}</th> });
    let rest = cells.map(|cell| view! { <td>{cell}</td> }).collect_view();
    view! { <tr>{name} {rest}</tr> }
}
