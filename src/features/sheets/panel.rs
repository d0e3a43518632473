//! What the app works out for a worksheet: it lists what somebody wrote, and never what it means.

use leptos::prelude::*;
use satkarya_core::circle::{self, moves, snapshots};
use satkarya_core::content::{self, Field, Kind, Panel as Which, SheetStep};
use satkarya_core::course::{Attendance, Session, standing};
use satkarya_core::focus::{formulations, goals};
use satkarya_core::id::Id;
use satkarya_core::journal::{Earlier, Journal};
use satkarya_core::measure::{Change, LatestTotal, latest_totals};
use satkarya_core::rating::Nearness;
use satkarya_core::record::Body;
use satkarya_core::sheet::{
    self, Slot, Worksheet, next_rung, repeated, since_last_session, unsaid,
};
use satkarya_core::text::Note;
use satkarya_core::time::Day;

use super::rehearse::Rehearse;
use super::told::help;
use super::work::Work;
use crate::i18n::dates::{self, DateStyle};
use crate::i18n::help::checked;
use crate::i18n::{content_text, labels, measures, msg, names, t};
use crate::platform::address;
use crate::route::Route;
use crate::state::AppState;
use crate::ui::button::Button;
use crate::ui::rating_line::RatingLine;
use crate::ui::rings::Rings;
use crate::ui::shown::Shown;

/// How much of a worksheet stands in its line, in characters.
const SOME: usize = 120;
/// Tries that a line of confidence needs.
const ENOUGH_POINTS: usize = 3;
/// From which rung on a smaller step is worth a thought.
const HARD: u8 = 8;

/// The panel.
#[component]
pub(super) fn Panel(work: Work, panel: Which) -> impl IntoView {
    let app = AppState::expect();
    let today = app.today();
    let own = move |words: Vec<String>| {
        if words.is_empty() {
            return view! { <p class="soft">{t(msg::sheet_nothing_yet())}</p> }.into_any();
        }
        let item = |text: String| view! { <li translate="no" dir="auto">{text}</li> };
        view! { <ul class="sheet__own">{words.into_iter().map(item).collect_view()}</ul> }
            .into_any()
    };
    match panel {
        Which::Unsaid => {
            let words = move || {
                work.ask(|it| unsaid(it).into_iter().map(str::to_owned).collect::<Vec<_>>())
            };
            (move || own(words())).into_any()
        }
        Which::Repeated => {
            let words = move || app.journal.with(repeated);
            let line = |(said, n): (String, usize)| {
                t(msg::sheet_word_times(said, i64::try_from(n).unwrap_or_default()))
            };
            (move || own(words().into_iter().map(line).collect())).into_any()
        }
        Which::ThenAndNow => {
            (move || own(app.journal.with(|journal| then_and_now(journal, today)))).into_any()
        }
        Which::Confidence => view! { <Confidence work /> }.into_any(),
        Which::NextRung => {
            let next = move || {
                work.ask(|it| {
                    next_rung(it).map(|(_, row)| {
                        (
                            row.text("action").to_owned(),
                            row.number("hard").is_some_and(|n| n >= HARD),
                        )
                    })
                })
            };
            (move || {
                next().map(|(action, is_hard)| {
                    view! {
                        <div class="sheet__offer stack stack--tight" role="status">
                            <p>{t(msg::sheet_rung_next(action))}</p>
                            {is_hard.then(|| view! { <p>{t(msg::sheet_rung_smaller())}</p> })}
                        </div>
                    }
                })
            })
            .into_any()
        }
        Which::Lines => {
            let region = move || app.prefs.with(|prefs| prefs.region().and_then(region_of));
            (move || match region() {
                Some(region) => {
                    let lines = help(region).into_iter().map(|(name, numbers)| {
                        view! {
                            <li>
                                {(!name.is_empty()).then(|| view! { <strong>{name} " "</strong> })}
                                <bdi>{numbers}</bdi>
                            </li>
                        }
                    });
                    view! {
                        <ul class="sheet__own">{lines.collect_view()}</ul>
                        <p class="soft small">{t(msg::support_checked(checked(region)))}</p>
                    }
                    .into_any()
                }
                None => view! {
                    <p>
                        {t(msg::sheet_no_region())} " "
                        <a href=Route::Support.href()>{t(msg::safety_more_support())}</a>
                    </p>
                }
                .into_any(),
            })
            .into_any()
        }
        Which::Brought => {
            (move || own(app.journal.with(|journal| brought(journal, today)))).into_any()
        }
        Which::Totals => {
            (move || own(app.journal.with(|journal| totals(journal, today)))).into_any()
        }
        Which::Log => view! { <Log work /> }.into_any(),
        Which::Rehearse => view! { <Rehearse work /> }.into_any(),
        Which::Boxes => boxes(work),
        Which::Session => (move || {
            let words = app.journal.with(|journal| session(journal, today));
            words.map(|words| view! { <p>{words}</p> })
        })
        .into_any(),
        Which::Week => (move || {
            let words = app.journal.with(|journal| week(journal, today));
            view! { <p>{words}</p> }
        })
        .into_any(),
    }
}

/// The worksheets that are marked for the next session, each with how it begins.
pub(super) fn brought(journal: &Journal, today: Day) -> Vec<String> {
    let line = |(_, it): (Id, &Worksheet)| {
        let name = names::sheet(it);
        match it.texts().first() {
            Some(text) => {
                t(msg::sheet_told_part(name, text.chars().take(SOME).collect::<String>()))
            }
            None => name,
        }
    };
    sheet::brought(journal, today).into_iter().map(line).collect()
}

/// The latest totals of the measures, each with its day.
pub(super) fn totals(journal: &Journal, today: Day) -> Vec<String> {
    let line = |it: LatestTotal<'_>| {
        let day = dates::day(it.latest.day(), DateStyle::Full);
        let (title, total) = (content_text(&it.measure.title), it.latest.total.to_string());
        t(msg::measures_told_latest(title, total, it.measure.most().to_string(), day))
    };
    latest_totals(journal, content::measures(), today).into_iter().map(line).collect()
}

/// The first and the latest total of each measure, with how they differ; and where none is lower, that
/// this says something of the treatment and nothing of the person.
fn measured(journal: &Journal, today: Day) -> Vec<String> {
    let mut said = Vec::new();
    let (mut is_lower, mut is_higher, mut was_high) = (false, false, false);
    for it in latest_totals(journal, content::measures(), today) {
        let (Some((first, from)), Some(change)) = (it.start, it.change) else { continue };
        is_lower |= matches!(change, Change::Lower { .. });
        is_higher |= matches!(change, Change::Higher { .. });
        // Whoever began below the line that services use had little to lower.
        was_high |= it.measure.case_from.is_some_and(|line| from >= line);
        said.push(t(msg::measures_told_change(
            content_text(&it.measure.title),
            from.to_string(),
            dates::near_day(first, today),
            it.latest.total.to_string(),
            dates::near_day(it.latest.day(), today),
            t(measures::change(change)),
        )));
    }
    if is_higher {
        said.push(t(msg::measures_harder()));
    } else if !is_lower && was_high {
        said.push(t(msg::measures_not_moved()));
    }
    said
}

/// Puts what was talked about into the log of sessions.
#[component]
fn Log(work: Work) -> impl IntoView {
    let app = AppState::expect();
    let today = app.today();
    let has_course = Memo::new(move |_| app.journal.with(|journal| journal.course().is_some()));
    let says = Memo::new(move |_| work.ask(|it| !it.answers.text("talked").trim().is_empty()));
    let put = move |()| {
        work.visit.save();
        let text = untrack(|| work.ask(|it| it.answers.text("talked").to_owned()));
        let found = app.journal.with_untracked(|journal| {
            let course = journal.course()?.record.id;
            let of_today = journal.sessions_of(course).find(|it| it.session.day == today);
            Some((course, of_today.map(|it| (it.record.id, it.session.clone()))))
        });
        let Some((course, of_today)) = found else { return };
        let id = if let Some((id, session)) = of_today {
            let before = session.talked.trim_end();
            let gap = if before.is_empty() { "" } else { "\n" };
            // The same words are not put there twice.
            if !before.ends_with(text.trim()) {
                let talked = Note::cut(&format!("{before}{gap}{text}"));
                app.put(id, Body::Session(Session { talked, ..session }), Earlier::Kept);
            }
            Some(id)
        } else {
            let session = Session::new(course, today, Attendance::Attended);
            app.open_blank(Body::Session(Session { talked: Note::cut(&text), ..session }))
        };
        if let Some(id) = id {
            address::go(&Route::Session(id).to_string());
        }
    };
    let none = move || view! { <p class="soft">{t(msg::sheet_log_none())}</p> };
    view! {
        <Shown when=move || has_course.get() fallback=none>
            <div>
                <Button
                    disabled=Signal::derive(move || !says.get())
                    on_click=Callback::new(put)
                >
                    {t(msg::sheet_log())}
                </Button>
            </div>
        </Shown>
    }
}

/// The region of an id in somebody's settings.
pub(super) fn region_of(id: &str) -> Option<&'static content::Region> {
    content::regions().iter().find(|it| it.id().as_str() == id)
}

/// Every text of the sheet in its box, the four of them round the rings.
fn boxes(work: Work) -> AnyView {
    let is_text = |field: &Field| field.kind == Kind::Text;
    let steps = work.sheet.steps.iter().filter(|it| it.fields.iter().any(is_text));
    let one = |step: &'static SheetStep| {
        let texts = step.fields.iter().filter(|it| is_text(it)).map(|field| {
            let text = work.text(Slot::of(field.id.as_str()));
            view! {
                <p class="own-words" translate="no" dir="auto">
                    {move || text.get()}
                </p>
            }
        });
        view! {
            <li>
                <h3>{content_text(&step.title)}</h3>
                {texts.collect_view()}
            </li>
        }
    };
    view! {
        <div class="sheet__boxes">
            <Rings />
            <ul role="list">{steps.map(one).collect_view()}</ul>
        </div>
    }
    .into_any()
}

/// Which session is next, and which part of the course that is; nothing where none are counted or
/// all have been.
pub(super) fn session(journal: &Journal, today: Day) -> Option<String> {
    let standing = standing(journal, today)?;
    let total = standing.plan?.total();
    let phase = t(labels::phase(standing.phase));
    (standing.n <= total)
        .then(|| t(msg::sheet_session(standing.n.to_string(), total.to_string(), phase)))
}

/// The mood since the last session, with how many entries tell of it.
pub(super) fn week(journal: &Journal, today: Day) -> String {
    let since = since_last_session(journal, today);
    let from = dates::day(since.from, DateStyle::Medium);
    let n = i64::try_from(since.n).unwrap_or_default();
    match since.moods {
        None => t(msg::sheet_week_none(from)),
        Some((low, middle, high)) => {
            let middle = dates::number(middle.value());
            t(msg::sheet_week(n, from, middle, low.get().to_string(), high.get().to_string()))
        }
    }
}

/// Circle, measures, goals and summary, first and latest: as they were written down, without a verdict.
fn then_and_now(journal: &Journal, today: Day) -> Vec<String> {
    let mut said = Vec::new();
    if let Some((_, first)) = snapshots(journal).into_iter().min_by_key(|it| it.1.day) {
        let day = dates::near_day(first.day, today);
        let all = moves(first, circle::people(journal));
        let moved = all.iter().filter(|it| it.is_nearer() || it.is_further());
        let moved: Vec<String> = moved
            .map(|it| {
                let ring = |ring| t(labels::ring(ring));
                let (then, now) = (it.then.map(ring), it.now.map(ring));
                let place = |it: Option<String>| it.unwrap_or_default();
                t(msg::sheet_then_moved(names::person(it.id, journal), place(then), place(now)))
            })
            .collect();
        said.push(if moved.is_empty() {
            t(msg::sheet_then_circle_same(day))
        } else {
            t(msg::sheet_then_circle(day, moved.join(", ")))
        });
    }
    said.extend(measured(journal, today));
    for (_, goal) in goals(journal, false).into_iter().chain(goals(journal, true)) {
        let (first, last) = (goal.ratings.first(), goal.ratings.last());
        if let (Some(first), Some(last)) = (first, last)
            && !goal.text.is_blank()
        {
            let near = |it: Nearness| it.get().to_string();
            said.push(t(msg::sheet_then_goal(
                goal.text.to_string(),
                near(first.near),
                near(last.near),
            )));
        }
    }
    let versions = formulations(journal);
    if let (Some((_, now)), Some((_, then))) = (versions.first(), versions.last())
        && versions.len() > 1
    {
        let day = |day| dates::near_day(day, today);
        said.push(t(msg::sheet_then_summary(day(then.day), day(now.day))));
    }
    said
}

/// Confidence after each try, from three tries on.
#[component]
fn Confidence(work: Work) -> impl IntoView {
    let tries = Memo::new(move |_| {
        work.ask(|it| {
            let rows = it.answers.rows("tries");
            let tries = rows.filter_map(|row| {
                Some((row.text("day").parse::<Day>().ok()?, row.number("after")?))
            });
            let mut tries: Vec<(Day, u8)> = tries.collect();
            tries.sort_by_key(|it| it.0);
            tries
        })
    });
    let n = move || tries.with(Vec::len);
    let too_few = move || {
        view! {
            <p class="soft">
                {t(msg::sheet_points_few(n().to_string(), ENOUGH_POINTS.to_string()))}
            </p>
        }
    };
    view! {
        <Shown when=move || { n() >= ENOUGH_POINTS } fallback=too_few>
            <RatingLine caption=t(msg::sheet_try_sure()) ratings=tries summary=msg::sheet_confidence />
        </Shown>
    }
}
