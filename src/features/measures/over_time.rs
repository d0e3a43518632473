//! A measure over time: the totals as a line round where somebody started, a table, and each time
//! that it was filled in.

use leptos::prelude::*;
use satkarya_core::chart::Piece;
use satkarya_core::content::{self, Measure};
use satkarya_core::id::Id;
use satkarya_core::journal::Journal;
use satkarya_core::measure::{
    Complete, MIN_FOR_LINE, baseline, change, chart_band, filled, history,
};

use crate::i18n::dates::{self, DateStyle};
use crate::i18n::{content_text, measures, msg, t};
use crate::route::Route;
use crate::state::AppState;
use crate::ui::data_table::TableData;
use crate::ui::gone::Gone;
use crate::ui::keyed::Keyed;
use crate::ui::line_chart::{ChartPoint, LineChart, Tick, axis, part};
use crate::ui::nearer::{looked_at, nearer};
use crate::ui::page_head::PageHead;
use crate::ui::row_link::RowLink;
use crate::ui::saveable::saveable;
use crate::ui::shown::Shown;

/// The page.
#[component]
pub fn OverTimePage(
    /// Which measure, by its name in `content/`.
    name: &'static str,
) -> impl IntoView {
    match content::measure(name) {
        Some(measure) => view! { <There measure /> }.into_any(),
        None => {
            view! { <Gone back=Route::Measures.href() title=t(measures::title()) /> }.into_any()
        }
    }
}

/// Everything that the picture shows, worked out once.
#[derive(Debug, Clone, Default, PartialEq)]
struct Picture {
    /// From the day of the first total to that of the latest.
    whole: Option<Piece>,
    summary: String,
    shaded: Option<(f64, f64)>,
    said: Option<String>,
    points: Vec<ChartPoint>,
    days: Vec<Tick>,
    table: TableData,
}

/// The picture of the totals of some days, or of all; how many totals there are where those are too few.
fn picture(journal: &Journal, measure: &Measure, near: Option<Piece>) -> Result<Picture, usize> {
    let history = history(journal, measure);
    let (Some(first), Some(latest)) = (history.first(), history.last()) else { return Err(0) };
    if history.len() < MIN_FOR_LINE {
        return Err(history.len());
    }
    let start = baseline(journal, &history);
    let start_total = start.and_then(|nth| history.get(nth)).map(|it| it.total);
    let day = |it: &Complete<'_>| dates::day(it.day(), DateStyle::Medium);
    let point = |it: &Complete<'_>| ChartPoint {
        day: axis(it.day()),
        value: Some(f64::from(it.total)),
        mood: None,
        label: t(msg::measures_point(day(it), it.total.to_string())),
    };
    let tick = |it: &Complete<'_>| Tick {
        at: axis(it.day()),
        label: dates::day(it.day(), DateStyle::Short),
    };
    let row = |(nth, it): (usize, &Complete<'_>)| {
        let since = match (start, start_total) {
            (Some(start), _) if start == nth => t(msg::measures_start()),
            (Some(start), Some(total)) if start < nth => {
                t(measures::change(change(measure, total, it.total)))
            }
            _ => t(msg::common_none()),
        };
        let band = measure.band(it.total).map(|it| content_text(&it.word)).unwrap_or_default();
        vec![day(it), it.total.to_string(), band, since]
    };
    let whole = Piece { first: first.day(), last: latest.day() };
    let piece = looked_at(Some(whole), near).unwrap_or(whole);
    let seen: Vec<&Complete<'_>> = history.iter().filter(|it| piece.has(it.day())).collect();
    let summary = |first: &Complete<'_>, latest: &Complete<'_>| {
        t(msg::measures_summary(
            i64::try_from(seen.len()).unwrap_or(i64::MAX),
            day(first),
            day(latest),
            first.total.to_string(),
            latest.total.to_string(),
            measure.most().to_string(),
        ))
    };
    let ends = seen.first().zip(seen.last());
    let mut days: Vec<Tick> = ends.into_iter().flat_map(|(a, b)| [tick(a), tick(b)]).collect();
    days.dedup();
    Ok(Picture {
        whole: Some(whole),
        summary: ends.map_or_else(|| t(msg::measures_none_here()), |(a, b)| summary(a, b)),
        shaded: start_total.map(|total| {
            let (low, high) = chart_band(measure, total);
            (f64::from(low), f64::from(high))
        }),
        said: start_total
            .map(|total| t(msg::measures_shaded(total.to_string(), measure.reliable.to_string()))),
        points: seen.iter().map(|it| point(it)).collect(),
        days,
        table: TableData {
            caption: content_text(&measure.title),
            columns: vec![
                t(msg::measures_day()),
                t(msg::measures_total_head()),
                t(msg::measures_band_head()),
                t(msg::measures_change_head()),
            ],
            rows: history.iter().enumerate().rev().map(row).collect(),
        },
    })
}

#[component]
fn There(measure: &'static Measure) -> impl IntoView {
    let app = AppState::expect();
    let near = RwSignal::new(None::<Piece>);
    let found =
        Memo::new(move |_| app.journal.with(|journal| picture(journal, measure, near.get())));
    let has_line = Memo::new(move |_| found.with(Result::is_ok));
    let too_few = move || {
        let n = found.with(|it| it.as_ref().err().copied().unwrap_or_default());
        view! { <p>{t(measures::not_enough(n))}</p> }
    };
    let range = (f64::from(measure.least()), f64::from(measure.most()));
    let mark = move |at: f64| Tick { at, label: dates::number(at) };
    let starts = move || measure.bands.iter().map(|it| f64::from(it.from));
    let values = move || starts().chain([range.1]).map(mark).collect::<Vec<_>>();
    let zones = move || {
        let zone = |it: &content::PublishedBand| Tick {
            at: f64::from(it.from),
            label: content_text(&it.word),
        };
        measure.bands.iter().map(zone).collect::<Vec<_>>()
    };
    let rows: Memo<Vec<(Id, String, String)>> = Memo::new(move |_| {
        app.journal.with(|journal| {
            let row = |(record, it): (&std::sync::Arc<satkarya_core::record::Record>, _)| {
                let it: &satkarya_core::measure::Filled = it;
                let note = match it.total(measure).filter(|_| it.ended) {
                    Some(total) => {
                        t(msg::measures_line_total(total.to_string(), measure.most().to_string()))
                    }
                    None => t(measures::unfinished()),
                };
                (record.id, dates::day(it.day, DateStyle::Full), note)
            };
            filled(journal, &measure.id).into_iter().rev().map(row).collect()
        })
    });
    let row = |(id, day, note): (Id, String, String)| {
        view! {
            <li>
                <RowLink href=Route::Filled(id).href() title=day note />
            </li>
        }
    };
    let chart = move || {
        let chart = view! {
            <div class="stack">
                <LineChart
                    summary=part(found, |it| it.summary.clone())
                    points=part(found, |it| it.points.clone())
                    range
                    values=values()
                    zones=zones()
                    shade=part(found, |it| it.shaded)
                    days=part(found, |it| it.days.clone())
                    table_summary=t(msg::measures_table())
                    table=part(found, |it| it.table.clone())
                />
                <p class="soft small">{part(found, |it| it.said.clone())}</p>
                <p class="soft small">{t(msg::measures_info_words())}</p>
            </div>
        };
        saveable(chart.into_any(), Signal::stored(true))
    };
    view! {
        <div class="page">
            <PageHead
                title=t(msg::measures_over_time_of(content_text(&measure.title)))
                back=(Route::Measures.href(), t(measures::title()))
            />
            <Shown when=move || has_line.get() fallback=too_few>
                {nearer(part(found, |it| it.whole), near)}
                {chart()}
            </Shown>
            <Shown when=move || !rows.with(Vec::is_empty)>
                <section class="section" aria-labelledby="measure-each">
                    <h2 id="measure-each">{t(msg::measures_each())}</h2>
                    <ul class="rows" role="list">
                        <Keyed each=move || rows.get() key=Clone::clone children=row />
                    </ul>
                </section>
            </Shown>
        </div>
    }
}
