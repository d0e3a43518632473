//! A table that no reader knows: the person says what its columns are.

use std::sync::Arc;

use leptos::prelude::*;
use satkarya_core::arrive::{Column, DayOrder, Mapping, Table};

use super::words;
use crate::i18n::{Msg, msg, t};
use crate::ui::button::{Button, Tone};
use crate::ui::chips::ChipChoice;
use crate::ui::choices;
use crate::ui::select::Select;

/// How many letters of a value are shown as an example.
const LONGEST_EXAMPLE: usize = 80;

const ORDERS: &[DayOrder] = &[DayOrder::DayFirst, DayOrder::MonthFirst];

fn order(order: DayOrder) -> Msg {
    match order {
        DayOrder::DayFirst => msg::arrive_order_day(),
        DayOrder::MonthFirst => msg::arrive_order_month(),
    }
}

/// Asks what is in the columns.
#[expect(clippy::needless_pass_by_value, reason = "a component owns what it is given")]
#[component]
pub fn Explain(
    /// The table.
    table: Arc<Table>,
    /// The person has said it.
    on_go_on: Callback<Mapping>,
    /// The person does not want it.
    on_cancel: Callback<()>,
) -> impl IntoView {
    let mapping = RwSignal::new(table.guess());
    let lacks_day = RwSignal::new(false);
    let column = |(nth, head): (usize, &String)| {
        let name = match head.as_str() {
            "" => t(msg::arrive_column_unnamed((nth + 1).to_string())),
            head => head.to_owned(),
        };
        let example: String = table.example(nth).chars().take(LONGEST_EXAMPLE).collect();
        let chosen = move || {
            mapping.with(|it| it.columns.get(nth).and_then(|it| choices::place(Column::ALL, it)))
        };
        let choose = move |name: String| {
            let Some(column) = choices::at(Column::ALL, &name) else { return };
            mapping.update(|it| {
                if let Some(old) = it.columns.get_mut(nth) {
                    *old = column;
                }
            });
            lacks_day.set(false);
        };
        view! {
            <Select
                label=name
                hint=example
                choices=choices::numbered(Column::ALL, words::column)
                chosen=Signal::derive(move || chosen().unwrap_or_default())
                on_choose=choose
            />
        }
    };
    let columns = table.heads().iter().enumerate().map(column).collect_view();
    let go_on = move |()| {
        let mapping = mapping.get_untracked();
        if mapping.columns.contains(&Column::Day) {
            on_go_on.run(mapping);
        } else {
            lacks_day.set(true);
        }
    };
    let chosen_order = move || mapping.with(|it| choices::place(ORDERS, &it.order));
    let choose_order = move |name: Option<String>| {
        if let Some(order) = name.and_then(|name| choices::at(ORDERS, &name)) {
            mapping.update(|it| it.order = order);
        }
    };
    view! {
        <div class="card stack">
            <h2 class="settings-import__head" tabindex="-1">
                {t(msg::arrive_table(words::n(table.n_rows())))}
            </h2>
            <p class="soft">{t(msg::arrive_table_hint())}</p>
            <div class="arrive__columns">{columns}</div>
            <ChipChoice
                legend=t(msg::arrive_order())
                choices=choices::numbered(ORDERS, order)
                chosen=Signal::derive(chosen_order)
                on_choose=choose_order
            />
            <p role="alert" class="settings-said">
                {move || lacks_day.get().then(|| t(msg::arrive_needs_day()))}
            </p>
            <div class="cluster">
                <Button tone=Tone::Primary on_click=Callback::new(go_on)>
                    {t(msg::arrive_go_on())}
                </Button>
                <Button on_click=on_cancel>{t(msg::common_cancel())}</Button>
            </div>
        </div>
    }
}
