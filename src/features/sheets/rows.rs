//! Rows: a list, lines of speech, a table, a ladder. Each row is a card with its columns.

use leptos::prelude::*;
use satkarya_core::content::{Field, Kind, Layout};
use satkarya_core::sheet::{Answers, Row, Slot};

use super::field::{Asked, of_kind};
use super::work::Work;
use crate::i18n::{content_text, msg, t};
use crate::platform::dom;
use crate::state::AppState;
use crate::ui::button::{Button, Tone};
use crate::ui::chips::ChipButton;
use crate::ui::icon::{Icon, IconName};
use crate::ui::keyed::Keyed;
use crate::ui::shown::Shown;

/// The rows of a field.
#[component]
pub(super) fn Rows(
    work: Work,
    /// What is asked.
    asked: Asked,
) -> impl IntoView {
    let Asked { field, label, hint, .. } = asked;
    let id = field.id.as_str();
    let least = usize::from(field.min.unwrap_or(1).max(1));
    let most = usize::from(field.max.unwrap_or(30));
    let n =
        Memo::new(move |_| work.ask(|it| it.answers.n_rows(id)).max(least).min(most.max(least)));
    let layout = match field.layout.unwrap_or_default() {
        Layout::List => "list",
        Layout::Lines => "lines",
        Layout::Table => "table",
        Layout::Ladder => "ladder",
    };
    let add = move |text: &str| {
        work.visit.save();
        let rows = untrack(|| n.get());
        work.answer(Slot::of(id), |answers| {
            if text.is_empty() {
                answers.make_rows(id, rows + 1);
            } else {
                answers.add_row(field, text);
            }
        });
        // A preset fills the first row that is empty, which need not be the last one.
        let column = field.columns.first().map_or("", |it| it.id.as_str());
        let has_it = |it: &Answers| {
            let same = it.rows(id).enumerate().filter(|(_, row)| row.text(column) == text);
            same.last().map(|it| it.0)
        };
        let at = if text.is_empty() {
            rows
        } else {
            untrack(|| work.ask(|it| has_it(&it.answers))).unwrap_or(rows)
        };
        dom::focus_soon([format!("{} :is(input, textarea)", row_of(id, at))]);
    };
    let presets = move || {
        let held = work.held.get();
        let there = work.ask(|it| {
            let column = field.columns.first().map_or("", |it| it.id.as_str());
            it.answers.rows(id).map(|row| row.text(column).to_owned()).collect::<Vec<_>>()
        });
        let open = field
            .presets
            .iter()
            .filter(|it| !(it.hold && held || there.contains(&content_text(&it.text))));
        open.map(|it| {
            let text = content_text(&it.text);
            let put = {
                let text = text.clone();
                move |()| add(&text)
            };
            view! {
                <ChipButton on_click=Callback::new(put)>
                    <Icon name=IconName::Add size=1.0 />
                    {text}
                </ChipButton>
            }
        })
        .collect_view()
    };
    view! {
        <fieldset class="sheet__rows" data-layout=layout>
            <legend class="field__label">{label}</legend>
            {hint.map(|hint| view! { <p class="field__hint">{hint}</p> })}
            <ol class="sheet__list" role="list">
                <Keyed
                    each=move || 0..n.get()
                    key=|row: &usize| *row
                    children=move |row| view! { <RowOf work field row n least /> }
                />
            </ol>
            {(!field.presets.is_empty()).then(|| view! { <div class="chips sheet__starts">{presets}</div> })}
            <div class="sheet__add">
                <Button
                    disabled=Signal::derive(move || { n.get() >= most })
                    on_click=Callback::new(move |()| add(""))
                >
                    <Icon name=IconName::Add />
                    {content_text(&field.add)}
                </Button>
            </div>
        </fieldset>
    }
}

/// The row with a number, as the document knows it.
fn row_of(field: &str, row: usize) -> String {
    format!("[data-field=\"{field}\"] [data-row=\"{row}\"]")
}

/// One row.
#[component]
fn RowOf(
    work: Work,
    field: &'static Field,
    row: usize,
    n: Memo<usize>,
    least: usize,
) -> impl IntoView {
    let id = field.id.as_str();
    let name = if field.one.is_empty() { t(msg::sheet_row()) } else { content_text(&field.one) };
    let name = t(msg::sheet_row_name(name, (row + 1).to_string()));
    let name_id = format!("sheet-row-{id}-{row}");
    let (down, away) =
        (t(msg::sheet_row_down(name.clone())), t(msg::sheet_row_remove(name.clone())));
    let up = t(msg::sheet_row_up(name.clone()));
    let is_only = field.columns.len() == 1;
    // What the sheet says must stay, stays.
    let n_kept = if field.keep { field.start.len() } else { 0 };
    let is_kept = row < n_kept;
    let app = AppState::expect();
    let is_there = Memo::new(move |_| work.ask(|it| it.answers.n_rows(id)) > row);
    let remove = move |()| {
        work.visit.save();
        let had_words =
            untrack(|| work.ask(|it| it.answers.rows(id).nth(row).is_some_and(Row::is_filled)));
        if had_words {
            // An undo lasts until something else is typed; the version that is kept lasts longer.
            work.visit.keep_version();
        }
        work.answer(Slot::of(id), |answers| answers.remove_row(id, row));
        if had_words {
            app.show_undo(msg::sheet_row_removed());
        }
        dom::focus_soon([
            format!("[data-field=\"{id}\"] .sheet__add button"),
            "main h1".to_owned(),
        ]);
    };
    // One place up or down, and the focus goes along with the row.
    let swap = move |upper: usize| {
        work.visit.save();
        work.answer(Slot::of(id), |answers| {
            answers.make_rows(id, upper + 2);
            answers.swap_rows(id, upper);
        });
        // Where the row cannot go on, the button is the one for the way back.
        let (there, button) =
            if upper == row { (row + 1, "nth-last-of-type(2)") } else { (upper, "first-of-type") };
        let there = row_of(id, there);
        dom::focus_soon([
            format!("{there} .sheet__row-acts button:{button}"),
            format!("{there} :is(input, textarea)"),
        ]);
    };
    // Those that stay are the first ones.
    let is_last = Memo::new(move |_| is_kept || row + 1 >= n.get());
    let above = row.checked_sub(1).filter(|above| *above >= n_kept);
    let cells = field.columns.iter().map(|column| {
        let slot = Slot::of(id).at(row, column.id.as_str());
        let label = if column.label.is_empty() { &field.label } else { &column.label };
        // Every row says the same beside its own name.
        let hides = is_only && column.kind != Kind::Rows;
        let there = move || work.has_field(column);
        view! {
            <Shown when=there>
                <div class="sheet__cell" class:sheet__field--only=hides data-column=column.id.as_str()>
                    {of_kind(work, column, slot, label)}
                </div>
            </Shown>
        }
    });
    view! {
        <li class="sheet__row" class:sheet__row--one=is_only data-row=row.to_string()>
            <div class="sheet__row-head">
                <span class="sheet__row-name soft small" id=name_id.clone()>
                    {name.clone()}
                </span>
                <span class="sheet__row-acts">
                    {above
                        .map(|above| {
                            view! {
                                <Button
                                    tone=Tone::Quiet
                                    icon_only=true
                                    label=up
                                    on_click=Callback::new(move |()| swap(above))
                                >
                                    <Icon name=IconName::ChevronUp />
                                </Button>
                            }
                        })}
                    <Shown when=move || !is_last.get()>
                        <Button
                            tone=Tone::Quiet
                            icon_only=true
                            label=down.clone()
                            on_click=Callback::new(move |()| swap(row))
                        >
                            <Icon name=IconName::ChevronDown />
                        </Button>
                    </Shown>
                    <Shown when={
                        let kept = is_kept;
                        move || !kept && is_there.get() && (n.get() > least || row > 0)
                    }>
                        <Button
                            tone=Tone::Quiet
                            icon_only=true
                            label=away.clone()
                            on_click=Callback::new(remove)
                        >
                            <Icon name=IconName::Close />
                        </Button>
                    </Shown>
                </span>
            </div>
            <div class="sheet__cells" role="group" aria-labelledby=name_id>
                {cells.collect_view()}
            </div>
        </li>
    }
}
