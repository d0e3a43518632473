//! One field of a worksheet, by its kind.

use leptos::prelude::*;
use satkarya_core::content::{Field, Kind, SheetOption, SheetStep};
use satkarya_core::sheet::{Slot, latest_with};
use satkarya_core::step;

use super::entries::EntryField;
use super::panel::Panel;
use super::rows::Rows;
use super::when::{count, date, fuzzy, mark};
use super::who::{FeelingsField, people};
use super::work::Work;
use crate::i18n::{content_text, msg, t};
use crate::state::AppState;
use crate::ui::button::Button;
use crate::ui::chips::{ChipButton, ChipChoice, ChipSet, Choice};
use crate::ui::room_left::{MAX_NOTE, RoomLeft};
use crate::ui::scale::Scale;
use crate::ui::shown::Shown;
use crate::ui::text_area::TextArea;
use crate::ui::text_field::TextField;
use crate::ui::toggle_row::ToggleRow;

/// The most that can be chosen elsewhere.
pub(super) const MOST: usize = 100;
/// The most of a line that a field takes, in UTF-16 units.
const MAX_LINE: u32 = 300;

/// A field as it is asked: where its answer stands, and what is read beside it.
pub(super) struct Asked {
    /// The field, or the column.
    pub field: &'static Field,
    /// Where the answer stands.
    pub slot: Slot,
    /// What is asked.
    pub label: String,
    /// What helps with it.
    pub hint: Option<String>,
}

/// The fields of a step.
pub(super) fn fields(work: Work, step: &'static SheetStep) -> AnyView {
    let is_only = step.fields.len() == 1;
    let one = |field: &'static Field| {
        let label = if field.label.is_empty() { &step.title } else { &field.label };
        let hides = is_only && field.label.is_empty();
        let there = move || work.has_field(field);
        let slot = Slot::of(field.id.as_str());
        view! {
            <Shown when=there>
                <div class="sheet__field" class:sheet__field--only=hides data-field=field.id.as_str()>
                    {of_kind(work, field, slot, label)}
                </div>
            </Shown>
        }
    };
    step.fields.iter().map(one).collect_view().into_any()
}

/// A field, or a cell of a row.
pub(super) fn of_kind(
    work: Work,
    field: &'static Field,
    slot: Slot,
    label: &'static str,
) -> AnyView {
    let hint = (!field.hint.is_empty()).then(|| content_text(&field.hint));
    let asked = Asked { field, slot, label: content_text(label), hint };
    match field.kind {
        Kind::Text => text(work, asked),
        Kind::Line => line(work, asked),
        Kind::Choice => choice(work, asked),
        Kind::Several => several(work, asked),
        Kind::Scale => scale(work, asked),
        Kind::Tick => {
            let on = move || work.ask(|it| it.answers.is_filled_at(slot));
            view! {
                <ToggleRow
                    label=asked.label
                    hint=asked.hint
                    on=Signal::derive(on)
                    on_change=Callback::new(move |on: bool| work.set(slot, on.into()))
                />
            }
            .into_any()
        }
        Kind::Mark => mark(work, asked),
        Kind::Count => count(work, asked),
        Kind::Date => date(work, asked),
        Kind::Fuzzy => fuzzy(work, asked),
        Kind::Person | Kind::People => people(work, asked),
        Kind::Entry => view! { <EntryField work asked /> }.into_any(),
        Kind::Feelings => view! { <FeelingsField work asked /> }.into_any(),
        Kind::Rows => view! { <Rows work asked /> }.into_any(),
        Kind::Show => field.show.map(|panel| view! { <Panel work panel /> }).into_any(),
    }
}

/// Openings that can be put into a text by one tap.
fn starts(work: Work, field: &'static Field, slot: Slot, text: Memo<String>) -> AnyView {
    if field.starts.is_empty() {
        return ().into_any();
    }
    let type_in = work.type_in(slot);
    let one = move |start: &'static String| {
        let put = move |()| {
            let before = text.get_untracked();
            let gap = if before.trim().is_empty() { "" } else { "\n" };
            type_in.run(format!("{}{gap}{}", before.trim_end(), content_text(start)));
        };
        view! { <ChipButton on_click=Callback::new(put)>{content_text(start)}</ChipButton> }
    };
    view! { <div class="chips sheet__starts">{field.starts.iter().map(one).collect_view()}</div> }
        .into_any()
}

fn text(work: Work, asked: Asked) -> AnyView {
    let Asked { field, slot, label, hint } = asked;
    let value = work.text(slot);
    view! {
        <TextArea
            label
            hint
            value
            on_input=work.type_in(slot)
            rows=if slot.cell.is_some() { 2 } else { 4 }
            max_length=MAX_NOTE
        />
        <RoomLeft text=value />
        {starts(work, field, slot, value)}
    }
    .into_any()
}

fn line(work: Work, asked: Asked) -> AnyView {
    let Asked { field, slot, label, hint } = asked;
    let value = work.text(slot);
    view! {
        <TextField label hint value on_input=work.type_in(slot) max_length=MAX_LINE />
        {starts(work, field, slot, value)}
    }
    .into_any()
}

/// The options that are not held back: with the person of the sheet, or, in one that is about
/// nobody, with anybody.
fn options(work: Work, field: &'static Field) -> Signal<Vec<Choice>> {
    let app = AppState::expect();
    let names_nobody = work.sheet.gate.is_none() && work.sheet.field("with").is_none();
    let has_held = field.options.iter().any(|it| it.hold);
    let held = Memo::new(move |_| {
        let anywhere = names_nobody && has_held && app.journal.with(step::is_held);
        work.held.get() || anywhere
    });
    Signal::derive(move || {
        let held = held.get();
        let there = field.options.iter().filter(|it| !(it.hold && held));
        there.map(|it| Choice::new(it.id.as_str(), content_text(&it.text))).collect()
    })
}

fn option(field: &'static Field, id: &str) -> Option<&'static SheetOption> {
    field.options.iter().find(|it| it.id.as_str() == id)
}

fn choice(work: Work, asked: Asked) -> AnyView {
    let Asked { field, slot, label, hint } = asked;
    let given = Memo::new(move |_| work.ask(|it| it.answers.text_at(slot).to_owned()));
    let suggested = Memo::new(move |_| work.ask(|it| it.suggested(field)));
    let chosen = move || Some(given.get()).filter(|it| !it.is_empty());
    let choose = move |it: Option<String>| work.set(slot, it.into());
    let more = move || {
        let option = option(field, &given.get())?;
        (!option.more.is_empty()).then(|| content_text(&option.more))
    };
    // Offered until somebody agrees or chooses another one.
    let offer = move || {
        let option = option(field, suggested.get()?)?;
        (given.get() != option.id.as_str()).then(|| {
            let take = move |()| work.set(slot, option.id.as_str().into());
            let words = content_text(&option.text);
            view! {
                <div class="sheet__offer stack stack--tight" role="status">
                    <p>{t(msg::sheet_looks_like(words))}</p>
                    {(!option.more.is_empty())
                        .then(|| view! { <p class="soft">{content_text(&option.more)}</p> })}
                    <div>
                        <Button on_click=Callback::new(take)>{t(msg::sheet_fits())}</Button>
                    </div>
                </div>
            }
        })
    };
    view! {
        {offer}
        <ChipChoice
            legend=label
            choices=options(work, field)
            chosen=Signal::derive(chosen)
            clearable=true
            on_choose=Callback::new(choose)
        />
        {hint.map(|hint| view! { <p class="soft small">{hint}</p> })}
        {move || more().map(|more| view! { <p class="soft" role="status">{more}</p> })}
    }
    .into_any()
}

fn several(work: Work, asked: Asked) -> AnyView {
    let Asked { field, slot, label, hint } = asked;
    let app = AppState::expect();
    let choices = if field.from.is_empty() {
        options(work, field)
    } else {
        // What somebody wrote in another sheet, in their words; what was chosen once stays.
        Signal::derive(move || {
            let chosen =
                work.ask(|it| it.answers.list_at(slot).map(str::to_owned).collect::<Vec<_>>());
            let mut there = app.journal.with(|journal| first_cells(journal, &field.from));
            there.extend(chosen);
            let mut seen = Vec::new();
            there.retain(|it| {
                let is_new = !seen.contains(it);
                seen.push(it.clone());
                is_new
            });
            there.into_iter().map(|it| Choice::new(it.clone(), it)).collect()
        })
    };
    let chosen =
        move || work.ask(|it| it.answers.list_at(slot).map(str::to_owned).collect::<Vec<_>>());
    let toggle = move |it: String| work.answer(slot, |answers| answers.toggle(slot, &it, MOST));
    let is_empty = move || choices.with(Vec::is_empty);
    let legend = StoredValue::new(label);
    let none = move || {
        view! {
            <p class="field__label">{legend.get_value()}</p>
            <p class="soft">{t(msg::sheet_nothing_yet())}</p>
        }
    };
    view! {
        <Shown when=move || !is_empty() fallback=none>
            <ChipSet
                legend=legend.get_value()
                choices
                chosen=Signal::derive(chosen)
                on_toggle=Callback::new(toggle)
            />
        </Shown>
        {hint.map(|hint| view! { <p class="soft small">{hint}</p> })}
    }
    .into_any()
}

/// What stands in the first column of the rows of the latest sheet of a kind.
pub(super) fn first_cells(journal: &satkarya_core::journal::Journal, from: &str) -> Vec<String> {
    let Some((of, name)) = from.split_once('.') else { return Vec::new() };
    let Some((_, it)) = latest_with(journal, of, name) else { return Vec::new() };
    let column = it.asked().and_then(|it| it.field(name)?.columns.first());
    let Some(column) = column.map(|it| it.id.as_str()) else { return Vec::new() };
    let cells = it.answers.rows(name).map(|row| row.text(column).trim().to_owned());
    cells.filter(|it| !it.is_empty()).collect()
}

fn scale(work: Work, asked: Asked) -> AnyView {
    let Asked { field, slot, label, hint } = asked;
    let top = field.top();
    let words = (0..=top)
        .map(|n| match n {
            0 => content_text(&field.low),
            n if n == top => content_text(&field.high),
            _ => String::new(),
        })
        .collect::<Vec<_>>();
    let value = move || work.ask(|it| it.answers.number_at(slot));
    let from = field.hint_from;
    let is_asked = move || from == 0 || value().is_some_and(|n| n >= from);
    let hint = move || {
        let hint = hint.clone().filter(|_| is_asked());
        hint.map(|hint| view! { <p class="soft small">{hint}</p> })
    };
    view! {
        <Scale
            legend=label
            words
            value=Signal::derive(value)
            on_choose=Callback::new(move |n: Option<u8>| work.set(slot, n.into()))
        />
        <div role="status">{hint}</div>
    }
    .into_any()
}
