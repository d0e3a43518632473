//! What came out of a sitting: four bars, why, what else, and trying one on.

use leptos::prelude::*;
use satkarya_core::content;
use satkarya_core::diary::Area;
use satkarya_core::focus::{
    Band, Item, MAX_POINTS, Outcome, Part, Reflection, Remark, Score, Suggestion, Told,
    reason_of_time, reasons, remarks,
};

use super::asks::{item_text, much, skipped as skipped_asks, timing};
use super::beside::Beside;
use super::choose::Chooser;
use crate::i18n::{Msg, content_text, labels, msg, t};
use crate::platform::address;
use crate::route::Route;
use crate::state::{AppState, Visit};
use crate::ui::button::{Button, Tone};

/// What is said of an area in words.
pub(super) fn score_words(score: Score) -> String {
    match score {
        Score::Open => t(msg::outcome_open()),
        Score::DoesNotApply => t(msg::outcome_not_apply()),
        Score::NotEnough => t(msg::outcome_not_enough()),
        Score::SafetyFirst => content::questions_of(Area::Dispute)
            .map(|it| content_text(&it.safety().first))
            .unwrap_or_default(),
        Score::Points(points) => {
            format!("{} · {}", t(msg::outcome_points(points.into())), t(band(Band::of(points))))
        }
    }
}

fn band(band: Band) -> Msg {
    match band {
        Band::Little => msg::band_little(),
        Band::Something => msg::band_something(),
        Band::Lot => msg::band_lot(),
    }
}

fn name(area: Area) -> String {
    t(labels::area(area))
}

/// The view.
#[component]
pub(super) fn OutcomeView(
    visit: Visit,
    sitting: Memo<Option<Reflection>>,
    is_unsafe: Memo<bool>,
    /// Somebody wants to change an answer, or to give one that is missing.
    on_again: Callback<Part>,
) -> impl IntoView {
    let app = AppState::expect();
    let id = visit.id;
    let view = move || {
        let sitting = sitting.get()?;
        let outcome = Outcome::of(&sitting, is_unsafe.get());
        let suggested = outcome.suggestion.areas().to_vec();
        Some(view! {
            <Bars outcome=outcome.clone() sitting=sitting.clone() />
            <Reasons outcome sitting on_again />
            <Chooser suggested with_now=true />
        })
    };
    let delete = move |()| {
        address::go(&Route::Pinch.to_string());
        app.remove(id, msg::pinch_deleted());
    };
    view! {
        <div class="stack stack--tight">
            <p>{t(msg::outcome_not_diagnosis())}" "{t(msg::pinch_way())}</p>
        </div>
        {view}
        <Beside id />
        <p class="section">{t(msg::outcome_footer())}</p>
        <div class="cluster cluster--between no-print">
            <Button on_click=Callback::new(move |()| on_again.run(Part::Grief))>{t(msg::outcome_change())}</Button>
            <Button tone=Tone::Danger on_click=Callback::new(delete)>
                {t(msg::pinch_delete())}
            </Button>
        </div>
    }
}

/// One bar for each area, with its words. Never sorted or colored by how much there is.
#[component]
fn Bars(outcome: Outcome, sitting: Reflection) -> impl IntoView {
    let bar = move |&(area, score): &(Area, Score)| {
        let picture = score.points().map(|points| {
            view! {
                <svg
                    class="bars__bar"
                    viewBox=format!("0 0 {MAX_POINTS} 1")
                    preserveAspectRatio="none"
                    aria-hidden="true"
                >
                    <rect class="bars__part" width=points.to_string() height="1"></rect>
                </svg>
            }
        });
        let skipped = score.points().and_then(|_| skipped(area, &sitting));
        let quiet = area == Area::Dispute && sitting.safety.has(Told::RatherNot);
        let safe = (score == Score::SafetyFirst || quiet).then(|| {
            view! { <p><a href=Route::Safety(sitting.who).href()>{t(msg::outcome_safe_link())}</a></p> }
        });
        view! {
            <li class="bars__area">
                <span class="bars__name">{name(area)}</span>
                <span class="bars__words">{score_words(score)}</span>
                {picture}
                {skipped.map(|words| view! { <p class="soft small">{words}</p> })}
                {safe}
            </li>
        }
    };
    let bars = outcome.scores.iter().map(bar).collect_view();
    view! {
        <ul class="bars" role="list">
            {bars}
        </ul>
    }
}

/// Which questions were skipped.
fn skipped(area: Area, sitting: &Reflection) -> Option<String> {
    let questions = content::questions_of(area)?;
    let items: Vec<String> = skipped_asks(area, sitting)
        .into_iter()
        .map(|ask| format!("“{}”", ask.text(questions)))
        .collect();
    let n = i64::try_from(items.len()).ok().filter(|n| *n > 0)?;
    Some(t(msg::outcome_skipped(n, items.join(" "))))
}

/// What the answers point to, and why.
#[component]
fn Reasons(outcome: Outcome, sitting: Reflection, on_again: Callback<Part>) -> impl IntoView {
    let areas = outcome.suggestion.areas().to_vec();
    let unanswered = outcome.unanswered();
    let is_unsafe = outcome.score(Area::Dispute) == Score::SafetyFirst;
    let heading = match &outcome.suggestion {
        Suggestion::Nothing if !unanswered.is_empty() => msg::outcome_part(),
        Suggestion::Nothing if is_unsafe => msg::outcome_nothing_else(),
        Suggestion::Nothing => msg::outcome_nothing(),
        Suggestion::One(area) => msg::outcome_one(name(*area)),
        Suggestion::Close(areas) if areas.len() == 2 => msg::outcome_close(),
        Suggestion::Close(_) => msg::outcome_close_many(),
    };
    let nothing = areas.is_empty().then(|| view! { <p>{t(msg::outcome_nothing_body())}</p> });
    let names = (areas.len() > 1).then(|| names(&areas));
    let why = areas.iter().map(|area| why(*area, &sitting)).collect_view();
    let other = outcome.else_be().map(|(area, more)| {
        let n = i64::from(more.unsigned_abs());
        let words = if more > 0 {
            msg::outcome_else_more(n, name(area))
        } else {
            msg::outcome_else_less(n, name(area))
        };
        view! {
            <h3>{t(msg::outcome_else())}</h3>
            <p>{t(words)}</p>
        }
    });
    let also = outcome
        .also
        .iter()
        .map(|area| view! { <p>{t(msg::outcome_also(name(*area)))}</p> })
        .collect_view();
    let first =
        (!areas.is_empty()).then(|| view! { <p class="soft">{t(msg::outcome_events_first())}</p> });
    let missing = missing(&unanswered, on_again);
    let said = remarks(&sitting).into_iter().map(remark).collect_view();
    view! {
        <section class="section stack stack--tight" aria-labelledby="outcome-first">
            <h2 id="outcome-first">{t(heading)}</h2>
            {nothing}
            {names}
            {why}
            {other}
            {also}
            {first}
            {said}
            {missing}
        </section>
    }
}

fn names(areas: &[Area]) -> impl IntoView + use<> {
    view! { <ul>{areas.iter().map(|area| view! { <li>{name(*area)}</li> }).collect_view()}</ul> }
}

/// Of which areas nothing can be said, and the way to their questions.
fn missing(areas: &[Area], on_again: Callback<Part>) -> Option<AnyView> {
    let first = *areas.first()?;
    // Of a difficult relationship that is the page about being safe.
    let part = Part::ALL.iter().copied().find(|it| it.area() == first)?;
    let go_on = move |()| on_again.run(part);
    Some(
        view! {
            <p>{t(msg::outcome_missing())}</p>
            {names(areas)}
            <div class="no-print">
                <Button on_click=Callback::new(go_on)>{t(msg::outcome_go_on())}</Button>
            </div>
        }
        .into_any(),
    )
}

/// Somebody's own answers that brought an area up, three at most, and the one about time where it
/// points there too.
fn why(area: Area, sitting: &Reflection) -> Option<AnyView> {
    let questions = content::questions_of(area)?;
    let answers = sitting.of(area);
    let told = reasons(answers);
    let none = told.is_empty().then(|| view! { <p>{t(msg::outcome_no_own())}</p> });
    let line = |(item, answer): (Item, _)| {
        let words = msg::outcome_own(item_text(questions, item), much(answer));
        view! { <li>{t(words)}</li> }
    };
    let time = reason_of_time(answers).map(|it| {
        let asked = content_text(questions.timing().question());
        view! { <li>{format!("{asked} {}.", timing(questions, it))}</li> }
    });
    let list = (!told.is_empty() || time.is_some()).then(|| {
        view! { <ul class="reasons">{told.into_iter().map(line).collect_view()} {time}</ul> }
    });
    Some(
        view! {
            <h3>{t(msg::outcome_why(name(area)))}</h3>
            {none}
            {list}
        }
        .into_any(),
    )
}

/// What is said beside the points.
fn remark(remark: Remark) -> Option<AnyView> {
    let grief = content::questions_of(Area::Grief)?.loss();
    let text = match remark {
        Remark::OtherLoss => &grief.door,
        Remark::EarlyGrief => &grief.early,
        Remark::LongGrief => &grief.long,
        Remark::Withdrawal => &content::questions_of(Area::Connection)?.recent().withdrawal,
    };
    let link = (remark == Remark::OtherLoss).then(|| {
        content::page_of_area(Area::Grief).map(|page| {
            view! {
                <a href=Route::Article(page.id().as_str()).href()>{t(msg::outcome_read_grief())}</a>
            }
        })
    });
    Some(view! { <p class="next-step">{content_text(text)} " " {link}</p> }.into_any())
}
