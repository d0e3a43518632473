//! A year in pixels: one cell a day, with the middle mood of the day as number and color.

use std::collections::BTreeMap;

use leptos::prelude::*;
use satkarya_core::pattern::{DayMood, Middle, day_moods};
use satkarya_core::rating::Mood;
use satkarya_core::time::{Day, Month};

use super::search::count;
use crate::i18n::dates::{self, DateStyle};
use crate::i18n::{msg, t};
use crate::platform::address;
use crate::route::{DiaryView, Route};
use crate::state::AppState;
use crate::ui::button::{Button, Tone};
use crate::ui::data_table::TableData;
use crate::ui::icon::{Icon, IconName};
use crate::ui::year_pixels::{YearDay, YearPixels};

/// The months of a year.
fn months(year: i32) -> impl Iterator<Item = Month> {
    (1..=12).filter_map(move |month| Month::new(year, month).ok())
}

fn cell(day: Day, mood: &DayMood) -> Option<YearDay> {
    Some(YearDay {
        month: u8::try_from(day.month().number()).ok()?,
        day: u8::try_from(day.day_of_month()).ok()?,
        mood: mood.middle.map(Middle::mood).map(Mood::get),
        several: mood.is_several(),
    })
}

/// The year.
#[component]
pub fn YearView() -> impl IntoView {
    let app = AppState::expect();
    let looking = app.looking;
    let this_year = app.today().year();
    let moods = Memo::new(move |_| {
        let year = looking.year.get();
        let span = Day::new(year, 1, 1).ok().zip(Day::new(year, 12, 31).ok());
        app.journal.with(|journal| {
            span.map(|(first, last)| day_moods(journal, first, last)).unwrap_or_default()
        })
    });
    let days = Signal::derive(move || {
        moods.with(|moods| {
            moods.iter().filter_map(|(day, mood)| cell(*day, mood)).collect::<Vec<_>>()
        })
    });
    let summary = Signal::derive(move || {
        let n = moods.with(BTreeMap::len);
        t(msg::diary_year_summary(count(n), looking.year.get().to_string()))
    });
    let table = Signal::derive(move || {
        let year = looking.year.get();
        let rows = months(year).map(|month| {
            moods.with(|moods| {
                let of_month: Vec<&DayMood> =
                    moods.range(month.first()..=month.last()).map(|(_, mood)| mood).collect();
                let middle =
                    satkarya_core::pattern::middle(of_month.iter().filter_map(|m| m.middle));
                vec![
                    dates::month(month, DateStyle::MonthName),
                    of_month.len().to_string(),
                    middle.map_or_else(|| t(msg::mood_none()), |it| dates::number(it.value())),
                ]
            })
        });
        TableData {
            caption: t(msg::diary_year_label(year.to_string())),
            columns: vec![
                t(msg::diary_view_month()),
                t(msg::diary_year_days()),
                t(msg::mood_line_mood()),
            ],
            rows: rows.collect(),
        }
    });
    let choose = move |(month, day): (u8, u8)| {
        let day = Day::new(looking.year.get_untracked(), u32::from(month), u32::from(day));
        if let Ok(day) = day {
            looking.month.set(day.month());
            looking.day.set(Some(day));
            address::go(&Route::Diary(DiaryView::Month).to_string());
        }
    };
    let letters = months(this_year)
        .map(|month| dates::month(month, DateStyle::MonthNarrow))
        .collect::<Vec<_>>();
    view! {
        <section class="stack">
            <div class="cluster cluster--between">
                <Button
                    tone=Tone::Quiet
                    icon_only=true
                    label=t(msg::diary_year_previous())
                    on_click=Callback::new(move |()| looking.year.update(|year| *year -= 1))
                >
                    <Icon name=IconName::ChevronLeft />
                </Button>
                <h2 class="numbers">{move || t(msg::diary_year_label(looking.year.get().to_string()))}</h2>
                <Button
                    tone=Tone::Quiet
                    icon_only=true
                    label=t(msg::diary_year_next())
                    disabled=Signal::derive(move || looking.year.get() >= this_year)
                    on_click=Callback::new(move |()| looking.year.update(|year| *year += 1))
                >
                    <Icon name=IconName::ChevronRight />
                </Button>
            </div>
            <YearPixels
                summary
                months=letters
                days
                on_choose=Callback::new(choose)
                table_summary=t(msg::diary_year_table())
                table
            />
            <p class="soft small">{t(msg::diary_year_hint())}</p>
        </section>
    }
}
