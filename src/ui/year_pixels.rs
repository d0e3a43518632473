//! A whole year on one phone screen: months across, days down, one cell a day with its mood as color and number.
//!
//! Role: `img`, named by a sentence; the months stand below as a table, which says the same in words.
//! Tapping a cell opens its day; by keyboard the same days are reached through the table's links or the month view.

use leptos::prelude::*;

use super::data_table::{DataTable, TableData};

const CELL_WIDTH: u32 = 22;
const CELL_HEIGHT: u32 = 13;
const GAP: u32 = 2;
const LEFT: u32 = 16;
const TOP: u32 = 14;
const WIDTH: u32 = LEFT + 12 * (CELL_WIDTH + GAP);
const HEIGHT: u32 = TOP + 31 * (CELL_HEIGHT + GAP);

/// A day of the year that is over or today. Days to come are left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearDay {
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
    /// The mood of the day, 0 to 10, rounded by the caller; none on a day of rest.
    pub mood: Option<u8>,
    /// More than one mood went into it: told by a dot.
    pub several: bool,
}

/// A year.
#[component]
pub fn YearPixels(
    /// The whole picture in one sentence.
    #[prop(into)]
    summary: Signal<String>,
    /// Twelve letters or short names.
    months: Vec<String>,
    /// The days up to today.
    #[prop(into)]
    days: Signal<Vec<YearDay>>,
    /// Opens a day: gives month and day.
    #[prop(into)]
    on_choose: Callback<(u8, u8)>,
    /// The words that open the table.
    #[prop(into)]
    table_summary: Signal<String>,
    /// One row a month.
    #[prop(into)]
    table: Signal<TableData>,
) -> impl IntoView {
    let heads = (1..=12u8)
        .zip(months)
        .map(|(month, name)| {
            let x = column(month) + CELL_WIDTH / 2;
            view! {
                <text class="year__label" x=x.to_string() y="9">
                    {name}
                </text>
            }
        })
        .collect_view();
    let lines = [1u8, 5, 10, 15, 20, 25, 30]
        .into_iter()
        .map(|day| {
            let y = line(day) + CELL_HEIGHT - 4;
            view! {
                <text class="year__label" x="7" y=y.to_string()>
                    {day}
                </text>
            }
        })
        .collect_view();
    let cells = move || days.get().into_iter().map(|day| cell(day, on_choose)).collect_view();
    view! {
        <figure class="year">
            <svg viewBox=format!("0 0 {WIDTH} {HEIGHT}") role="img" aria-label=move || summary.get()>
                {heads}
                {lines}
                {cells}
            </svg>
            <DataTable summary=table_summary data=table />
        </figure>
    }
}

fn cell(day: YearDay, on_choose: Callback<(u8, u8)>) -> AnyView {
    let (x, y) = (column(day.month), line(day.day));
    let (width, height) = (CELL_WIDTH.to_string(), CELL_HEIGHT.to_string());
    let Some(mood) = day.mood else {
        return view! {
            <rect
                class="year__cell--rest"
                x=x.to_string()
                y=y.to_string()
                width=width
                height=height
                rx="2.5"
            />
        }
        .into_any();
    };
    let several = day.several.then(|| {
        view! {
            <circle
                class="year__more"
                cx=(x + CELL_WIDTH - 4).to_string()
                cy=(y + 4).to_string()
                r="1.3"
            />
        }
    });
    view! {
        <g
            class="year__hit"
            data-mood=mood.to_string()
            on:click=move |_| on_choose.run((day.month, day.day))
        >
            <rect
                class="year__cell"
                x=x.to_string()
                y=y.to_string()
                width=width
                height=height
                rx="2.5"
            />
            <text
                class="year__number"
                x=(x + CELL_WIDTH / 2).to_string()
                y=(y + CELL_HEIGHT - 4).to_string()
            >
                {mood}
            </text>
            {several}
        </g>
    }
    .into_any()
}

fn column(month: u8) -> u32 {
    LEFT + u32::from(month.saturating_sub(1)) * (CELL_WIDTH + GAP)
}

fn line(day: u8) -> u32 {
    TOP + u32::from(day.saturating_sub(1)) * (CELL_HEIGHT + GAP)
}

#[cfg(test)]
mod tests {
    use super::{CELL_HEIGHT, CELL_WIDTH, GAP, HEIGHT, WIDTH, column, line};

    #[test]
    fn every_day_lies_inside() {
        assert_eq!(column(12) + CELL_WIDTH + GAP, WIDTH);
        assert_eq!(line(31) + CELL_HEIGHT + GAP, HEIGHT);
        assert!(column(2) >= column(1) + CELL_WIDTH);
        assert!(line(2) >= line(1) + CELL_HEIGHT);
    }
}
