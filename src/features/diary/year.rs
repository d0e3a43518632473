//! A year in pixels: one cell a day, with the middle mood of the day as number and color.

use std::collections::BTreeMap;

use leptos::prelude::*;
use satkarya_core::id::Id;
use satkarya_core::pattern::{DayMood, Middle, day_moods};
use satkarya_core::rating::Mood;
use satkarya_core::time::{Day, Month};

use super::month::day_label;
use super::search::count;
use crate::i18n::dates::{self, DateStyle};
use crate::i18n::{msg, names, t};
use crate::platform::{address, dom, timer};
use crate::route::{DiaryView, Route};
use crate::state::AppState;
use crate::ui::button::{Button, Tone};
use crate::ui::chips::Choice;
use crate::ui::data_table::TableData;
use crate::ui::icon::{Icon, IconName};
use crate::ui::mood_key::MoodKey;
use crate::ui::saveable::saveable;
use crate::ui::select::Select;
use crate::ui::shown::Shown;
use crate::ui::year_pixels::{YearDay, YearPixels};

/// The months of a year.
fn months(year: i32) -> impl Iterator<Item = Month> {
    (1..=12).filter_map(move |month| Month::new(year, month).ok())
}

/// A day of the picture. `with`: the name of the person whose day it is.
fn cell(day: Day, mood: &DayMood, with: Option<&str>) -> Option<YearDay> {
    let label = day_label(day, Some(mood));
    Some(YearDay {
        month: u8::try_from(day.month().number()).ok()?,
        day: u8::try_from(day.day_of_month()).ok()?,
        mood: mood.middle.map(Middle::mood).map(Mood::get),
        several: mood.is_several(),
        marked: with.is_some(),
        label: match with {
            Some(name) => t(msg::diary_year_with_day(label, name)),
            None => label,
        },
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
    let person = RwSignal::new(None::<Id>);
    let marked = Memo::new(move |_| marked(app, person.get()?));
    let days = Signal::derive(move || {
        moods.with(|moods| {
            marked.with(|marked| {
                let with = |day: &Day| {
                    let (name, days) = marked.as_ref()?;
                    days.binary_search(day).ok().map(|_| &**name)
                };
                let days = moods.iter().filter_map(|(day, mood)| cell(*day, mood, with(day)));
                days.collect::<Vec<_>>()
            })
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
    let open = move |month: Month, day: Option<Day>| {
        looking.month.set(month);
        looking.day.set(day);
        address::go(&Route::Diary(DiaryView::Month).to_string());
        // What was pressed is gone; the day, or the month, goes on.
        timer::spawn(async move {
            timer::pause(0).await;
            let place =
                if day.is_some() { ".diary__day .day-head" } else { ".month__day[tabindex='0']" };
            dom::focus(place);
            dom::scroll_near(place);
        });
    };
    let choose = move |(month, day): (u8, u8)| {
        let day = Day::new(looking.year.get_untracked(), u32::from(month), u32::from(day));
        if let Ok(day) = day {
            open(day.month(), Some(day));
        }
    };
    let letters = months(this_year)
        .map(|month| dates::month(month, DateStyle::MonthNarrow))
        .collect::<Vec<_>>();
    let picture = view! {
        <div class="stack">
            <YearPixels
                summary
                months=letters
                days
                on_choose=Callback::new(choose)
                table_summary=t(msg::diary_year_table())
                table
            />
            <MoodKey low=t(msg::checkin_mood_lowest()) high=t(msg::checkin_mood_highest()) />
            <Round marked />
        </div>
    };
    view! {
        <section class="stack">
            <YearHead />
            <With person marked />
            {saveable(picture.into_any(), Signal::stored(true))}
            <p class="soft small">{t(msg::diary_year_hint())}</p>
            <MonthButtons on_choose=Callback::new(move |month| open(month, None)) />
        </section>
    }
}

/// The name of somebody, and the days of a year on which an entry names them.
type Marked = (String, Vec<Day>);

/// The days of the year that is shown on which an entry names a person.
fn marked(app: AppState, person: Id) -> Option<Marked> {
    let year = app.looking.year.get();
    let (first, last) = Day::new(year, 1, 1).ok().zip(Day::new(year, 12, 31).ok())?;
    app.journal.with(|journal| {
        let with = journal.entries_between(first, last).filter(|it| it.entry.mentions(person));
        let mut days: Vec<Day> = with.map(|it| it.entry.when.day).collect();
        days.dedup();
        Some((names::person(person, journal), days))
    })
}

/// Choosing whose days are marked, and how many there are.
#[component]
fn With(person: RwSignal<Option<Id>>, marked: Memo<Option<Marked>>) -> impl IntoView {
    let app = AppState::expect();
    let people = Signal::derive(move || {
        let nobody = Choice::new("", t(msg::diary_year_with_nobody()));
        let people = app.people().get();
        let named = people
            .iter()
            .filter_map(|it| Some(Choice::new(it.id.to_string(), names::shown(it.person()?))));
        std::iter::once(nobody).chain(named).collect::<Vec<_>>()
    });
    let n_marked = move || {
        let (name, days) = marked.get()?;
        let n = i64::try_from(days.len()).unwrap_or(i64::MAX);
        Some(t(msg::diary_year_with_days(n, app.looking.year.get().to_string(), name)))
    };
    view! {
        <Shown when=move || people.with(|it| it.len() > 1)>
            <Select
                label=t(msg::diary_year_with())
                choices=people
                chosen=Signal::derive(move || {
                    person.get().map_or_else(String::new, |id| id.to_string())
                })
                on_choose=Callback::new(move |id: String| person.set(id.parse().ok()))
            />
        </Shown>
        <p class="soft small" role="status">
            {n_marked}
        </p>
    }
}

/// What the round days are: a part of the picture, which is saved without what stands around it.
#[component]
fn Round(marked: Memo<Option<Marked>>) -> impl IntoView {
    let words = Memo::new(move |_| {
        let (name, days) = marked.get()?;
        (!days.is_empty()).then(|| t(msg::diary_year_round(name)))
    });
    view! {
        <Shown when=move || words.with(Option::is_some)>
            <p class="soft small">{move || words.get()}</p>
        </Shown>
    }
}

/// The year, with the ways to the one before and the one after.
#[component]
fn YearHead() -> impl IntoView {
    let app = AppState::expect();
    let looking = app.looking;
    let this_year = app.today().year();
    let is_first = move || {
        let first = app.journal.with(|journal| journal.span().map(|(first, _)| first.year()));
        looking.year.get() <= first.unwrap_or(this_year)
    };
    view! {
        <div class="diary__year-head">
            <Button
                tone=Tone::Quiet
                icon_only=true
                label=t(msg::diary_year_previous())
                disabled=Signal::derive(is_first)
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
    }
}

/// The months of the year that have begun: by keyboard, and for fingers that miss a mark, a
/// month is the way to its days.
#[component]
fn MonthButtons(
    /// Opens a month.
    on_choose: Callback<Month>,
) -> impl IntoView {
    let app = AppState::expect();
    let this_month = app.today().month();
    let buttons = move || {
        months(app.looking.year.get())
            .filter(|month| *month <= this_month)
            .map(|month| {
                view! {
                    <li>
                        <button
                            class="chip chip--small"
                            type="button"
                            on:click=move |_| on_choose.run(month)
                        >
                            {dates::month(month, DateStyle::MonthShort)}
                        </button>
                    </li>
                }
            })
            .collect_view()
    };
    view! {
        <section class="stack stack--tight" aria-labelledby="year-months">
            <h3 class="small" id="year-months">
                {t(msg::diary_year_months())}
            </h3>
            <ul class="cluster" role="list">{buttons}</ul>
        </section>
    }
}
