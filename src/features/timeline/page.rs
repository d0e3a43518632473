//! The timeline: the picture, what lay near the beginning, and the same as a list.

use leptos::prelude::*;
use satkarya_core::life::{LifeEvent, LowSpell, MoodBand};
use satkarya_core::pattern::{MonthMood, month_moods, span_of};
use satkarya_core::record::Body;
use satkarya_core::timeline::{self, Picture, Timeline, Years, picture};

use super::lines::{Line, began, lines, picture_labels, sign, sign_words};
use super::onset::OnsetCard;
use crate::i18n::dates::{self, DateStyle};
use crate::i18n::{Msg, msg, t};
use crate::platform::{address, dom};
use crate::route::Route;
use crate::state::AppState;
use crate::ui::button::{Button, Tone};
use crate::ui::data_table::{DataTable, TableData};
use crate::ui::icon::{Icon, IconName};
use crate::ui::keyed::Keyed;
use crate::ui::life_line::{LifeKey, LifeLine, Sign};
use crate::ui::page_head::PageHead;
use crate::ui::printed_on::PrintedOn;
use crate::ui::row_link::{RowLink, TitleBy};
use crate::ui::saveable::saveable;
use crate::ui::shown::Shown;

/// Up to how many rows of the picture and lines of the list stand on paper together: the list is
/// left out where it would need a second page.
const MOST_ON_PAPER: usize = 34;

/// The page.
#[component]
pub fn TimelinePage() -> impl IntoView {
    let app = AppState::expect();
    let found = Memo::new(move |_| app.journal.with(timeline::timeline));
    let months = Memo::new(move |_| app.journal.with(month_moods));
    // That of the sample diary is shown, and one's own is asked for.
    let current = Memo::new(move |_| app.journal.with(|it| Some(timeline::own(it)?.0)));
    let onset = Memo::new(move |_| app.journal.with(|it| timeline::own(it)?.1.when));
    let is_empty = Memo::new(move |_| found.with(|it| it.items.is_empty()));
    let lines =
        Memo::new(move |_| found.with(|found| app.journal.with(|journal| lines(found, journal))));
    let add_event = Callback::new(move |()| {
        add(app, Body::Event(LifeEvent::default()));
    });
    let add_band = move |()| add(app, Body::Band(MoodBand::default()));
    let add_spell = move |()| {
        let spell = LowSpell { earlier: true, ..LowSpell::default() };
        add(app, Body::Spell(spell));
    };
    let drawn = Memo::new(move |_| {
        found.with(|found| {
            months.with(|months| {
                picture(&found.items, found.window(), app.today(), months).unwrap_or_default()
            })
        })
    });
    let is_long = move || {
        let n_rows = usize::try_from(drawn.with(Picture::n_rows)).unwrap_or(usize::MAX);
        lines.with(Vec::len).saturating_add(n_rows) > MOST_ON_PAPER
    };
    view! {
        <div class="page timeline">
            <PageHead
                title=t(msg::line_title())
                back=(Route::Journey.href(), t(msg::journey_title()))
                note=t(msg::line_lead())
            >
                <Button tone=Tone::Primary on_click=add_event>
                    <Icon name=IconName::Add />
                    {t(msg::line_add())}
                </Button>
            </PageHead>
            <PrintedOn day=app.day_of_printing() />
            <OnsetCard onset current />
            <Shown
                when=move || !is_empty.get()
                fallback=|| view! { <p class="soft">{t(msg::line_empty())}</p> }
            >
                <Drawn found months drawn />
                <p class="serif">{move || found.with(near_words)}</p>
                <section
                    class="section timeline__list"
                    class:no-print=is_long
                    aria-labelledby="line-list"
                >
                    <h2 id="line-list">{t(msg::line_list())}</h2>
                    <ol class="rows" role="list">
                        <Keyed each=move || lines.get() key=Clone::clone children=row />
                    </ol>
                </section>
            </Shown>
            <section class="section no-print" aria-labelledby="line-more">
                <h2 id="line-more">{t(msg::line_more())}</h2>
                <p class="soft">{t(msg::line_more_body())}</p>
                <div class="cluster">
                    <Button on_click=Callback::new(add_band)>{t(msg::line_add_band())}</Button>
                    <Button on_click=Callback::new(add_spell)>{t(msg::line_add_spell())}</Button>
                    <Shown when=move || !is_empty.get()>
                        <Button tone=Tone::Quiet on_click=Callback::new(|()| dom::print())>
                            <Icon name=IconName::Print />
                            {t(msg::line_print())}
                        </Button>
                    </Shown>
                </div>
            </section>
        </div>
    }
}

/// Opens the page of something new.
fn add(app: AppState, body: Body) {
    if let Some(id) = app.open_blank(body) {
        address::go(&Route::LinePart(id).to_string());
    }
}

/// One thing of the list, to be opened.
fn row(line: Line) -> impl IntoView {
    let Line { href, title, note, is_near } = line;
    let below = is_near.then(|| {
        view! { <span class="tag timeline__near">{t(msg::line_near())}</span> }.into_any()
    });
    view! {
        <li>
            <RowLink href title note by=TitleBy::Person below />
        </li>
    }
}

/// The picture with its key, and the numbers of its line.
#[component]
fn Drawn(
    found: Memo<Timeline>,
    months: Memo<Vec<MonthMood>>,
    drawn: Memo<Picture>,
) -> impl IntoView {
    let app = AppState::expect();
    let labels = Memo::new(move |_| {
        found.with(|found| app.journal.with(|journal| picture_labels(found, journal)))
    });
    let summary = Memo::new(move |_| found.with(|found| drawn.with(|it| summary(found, it))));
    let onset = move || {
        let when = found.with(|it| it.onset)?;
        Some(drawn.with(|it| it.y(when.midpoint())))
    };
    let signs = move || {
        let there = |sign: Sign| {
            let is_it = |it: &timeline::Item| it.when.is_some() && sign_of(it) == Some(sign);
            found.with(|found| found.items.iter().any(is_it))
        };
        let signs = Sign::ALL.into_iter().filter(|sign| there(*sign));
        signs.map(|sign| (sign, t(sign_words(sign)))).collect::<Vec<_>>()
    };
    let has_months = Memo::new(move |_| months.with(|it| !it.is_empty()));
    let has_window = Memo::new(move |_| drawn.with(|it| it.window.is_some()));
    let picture = move || {
        let figure = view! {
            <figure class="stack">
                <LifeLine
                    summary
                    picture=drawn
                    labels
                    heads=(t(msg::line_head_mood()), t(msg::line_head_events()))
                    ends=t(msg::line_mood_ends())
                    fold=fold
                    onset=Signal::derive(onset)
                />
                <LifeKey signs=Signal::derive(signs) />
                <figcaption class="stack stack--tight">
                    <p>{move || summary.get()}</p>
                    <Shown when=move || has_window.get()>
                        <p class="soft small">{t(msg::line_window_key())}</p>
                    </Shown>
                    <Shown when=move || has_months.get()>
                        <p class="soft small">{move || months.with(|it| month_words(it))}</p>
                    </Shown>
                </figcaption>
                <Shown when=move || has_months.get()>
                    <DataTable
                        summary=t(msg::line_months_table())
                        data=Signal::derive(move || months.with(|it| table(it)))
                    />
                </Shown>
            </figure>
        };
        saveable(figure.into_any(), Signal::stored(true))
    };
    view! {
        <Shown when=move || drawn.with(|it| it.n_rows() > 0)>
            {picture()}
        </Shown>
    }
}

/// What stands for it in the picture; a band has no sign.
fn sign_of(item: &timeline::Item) -> Option<Sign> {
    (item.sort != timeline::Sort::Band).then(|| sign(item))
}

/// Years in which nothing changes.
fn fold(years: Years) -> String {
    t(msg::line_fold(years.first.to_string(), years.last.to_string()))
}

/// The picture in one sentence, or three.
fn summary(found: &Timeline, drawn: &Picture) -> String {
    let counts = found.counts();
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let year = |years: Option<i32>| years.map(|it| it.to_string()).unwrap_or_default();
    let first = year(drawn.blocks.first().map(|it| it.years.first));
    let last = year(drawn.blocks.last().map(|it| it.years.last));
    let mut said = vec![t(msg::line_span(first, last))];
    said.extend(found.onset.map(|onset| t(began(onset))));
    said.push(t(msg::line_events(count(counts.n_events))));
    if found.onset.is_some() && counts.n_events > 0 {
        said.push(t(msg::line_n_near(count(counts.n_near))));
    }
    let more =
        [(counts.n_bands, msg::line_bands as fn(i64) -> Msg), (counts.n_pins, msg::line_pins)];
    said.extend(more.into_iter().filter(|it| it.0 > 0).map(|(n, words)| t(words(count(n)))));
    said.join(" ")
}

/// What is said of the time round the beginning.
fn near_words(found: &Timeline) -> Option<String> {
    found.onset?;
    let counts = found.counts();
    Some(t(if counts.n_near > 0 { msg::line_window() } else { msg::line_window_none() }))
}

/// What the line of the mood rests on.
fn month_words(months: &[MonthMood]) -> Option<String> {
    let (first, last) = span_of(months)?;
    let n: usize = months.iter().map(|it| it.n_moods).sum();
    let month = |day: satkarya_core::time::Day| dates::month(day.month(), DateStyle::Month);
    Some(t(msg::line_months(i64::try_from(n).unwrap_or(i64::MAX), month(first), month(last))))
}

/// The months of the line as a table.
fn table(months: &[MonthMood]) -> TableData {
    let row = |it: &MonthMood| {
        vec![
            dates::month(it.month, DateStyle::Month),
            dates::number(f64::from(it.middle.tenths()) / 10.0),
            dates::count(it.n_moods),
            dates::count(it.n_days),
        ]
    };
    TableData {
        caption: t(msg::line_months_table()),
        columns: [
            msg::fuzzy_month(),
            msg::line_months_middle(),
            msg::line_months_entries(),
            msg::line_months_days(),
        ]
        .map(t)
        .into(),
        rows: months.iter().map(row).collect(),
    }
}
