//! How somebody is getting along: six statements, answered when they like, and six lines.
//!
//! Made for this app and tried by nobody, which the page says. No total, no band, no direction
//! that would be the right one.

use leptos::prelude::*;
use satkarya_core::along::{self, Along, Statement};
use satkarya_core::rating::Level;
use satkarya_core::record::Body;
use satkarya_core::time::Day;

use crate::i18n::dates::{self, DateStyle};
use crate::i18n::{labels, msg, t};
use crate::route::Route;
use crate::state::{AppState, Visit};
use crate::ui::button::{Button, Tone};
use crate::ui::data_table::{DataTable, TableData};
use crate::ui::disclosure::Disclosure;
use crate::ui::page_head::PageHead;
use crate::ui::scale::Scale;
use crate::ui::shown::Shown;

/// The page.
#[component]
pub fn AlongPage() -> impl IntoView {
    let app = AppState::expect();
    let today = app.today();
    let blank = Body::Along(Along::new(today));
    let visit = Visit::begin_or_make(app, Along::id_of(today), |_, _, _| true, blank);
    let looks: Memo<Vec<Along>> = Memo::new(move |_| {
        let answered =
            |all: Vec<&Along>| all.into_iter().filter(|it| it.is_answered()).cloned().collect();
        app.journal.with(|journal| answered(along::looks(journal)))
    });
    let has_earlier = move || looks.with(|all| all.iter().any(|it| it.day != today));
    let has_lines = Memo::new(move |_| looks.with(|all| all.len() > 1));
    let is_begun = Memo::new(move |_| looks.with(|all| !all.is_empty()));
    view! {
        <div class="page">
            <PageHead
                title=t(msg::along_title())
                back=(Route::Patterns.href(), t(msg::patterns_title()))
                note=t(msg::along_note())
            />
            <section class="stack no-print">
                <h2>
                    {move || t(if has_earlier() { msg::along_since() } else { msg::along_first() })}
                </h2>
                {Statement::ALL.iter().map(|it| question(visit, *it)).collect_view()}
            </section>
            <section class="section stack">
                <h2>{t(msg::along_lines())}</h2>
                <Shown
                    when=move || has_lines.get()
                    fallback=|| view! { <p class="soft">{t(msg::along_lines_none())}</p> }
                >
                    <p class="soft">{t(msg::along_lines_note())}</p>
                    <ul class="along" role="list">
                        {move || {
                            let looks = looks.get();
                            Statement::ALL.iter().map(|it| line(&looks, *it)).collect_view()
                        }}
                    </ul>
                </Shown>
                <Shown when=move || is_begun.get()>
                    <DataTable
                        summary=t(msg::along_table())
                        data=Signal::derive(move || looks.with(|all| table(all)))
                    />
                    <Earlier looks today />
                </Shown>
            </section>
        </div>
    }
}

fn question(visit: Visit, statement: Statement) -> AnyView {
    let answer = move || {
        visit.read(|body| {
            if let Body::Along(along) = body {
                along.answer(statement).map(Level::get)
            } else {
                None
            }
        })
    };
    let choose = move |level: Option<u8>| {
        visit.change(|body| {
            if let Body::Along(along) = body {
                along.set(statement, level.map(Level::nearest));
            }
        });
    };
    view! {
        <Scale
            legend=t(labels::statement(statement))
            words=Level::all().map(|level| t(labels::level(level))).collect()
            value=Signal::derive(answer)
            on_choose=Callback::new(choose)
        />
    }
    .into_any()
}

/// An answer and its day.
type Answer = (Day, Level);

/// How many answers a statement has, the first and the last.
fn ends(looks: &[Along], statement: Statement) -> Option<(i64, Answer, Answer)> {
    let answer = |it: &Along| Some((it.day, it.answer(statement)?));
    let answers: Vec<Answer> = looks.iter().filter_map(answer).collect();
    let n = i64::try_from(answers.len()).unwrap_or(i64::MAX);
    Some((n, *answers.first()?, *answers.last()?))
}

/// One statement with its line; the sentence says the same.
fn line(looks: &[Along], statement: Statement) -> AnyView {
    let all: Vec<&Along> = looks.iter().collect();
    let name = t(labels::statement(statement));
    let said = ends(looks, statement).map(|(n, first, last)| {
        let day = |(day, _)| dates::day(day, DateStyle::Medium);
        let level = |(_, level)| t(labels::level(level));
        let name = name.clone();
        if n == 1 {
            t(msg::along_summary_one(name, day(first), level(first)))
        } else {
            t(msg::along_summary(name, n, day(first), day(last), level(first), level(last)))
        }
    });
    let points = along::line(&all, statement);
    let at = |(x, y): &(f64, f64)| (4.0 + 192.0 * x, 44.0 - 40.0 * y);
    let path: Vec<String> = points.iter().map(at).map(|(x, y)| format!("{x:.1},{y:.1}")).collect();
    let dots = points
        .iter()
        .map(at)
        .map(|(x, y)| view! { <circle cx=x.to_string() cy=y.to_string() r="3" /> })
        .collect_view();
    view! {
        <li class="along__line">
            <p>{said.unwrap_or(name)}</p>
            <svg class="along__plot" viewBox="0 0 200 48" aria-hidden="true">
                <line class="along__edge" x1="0" x2="200" y1="44" y2="44" />
                <line class="along__edge" x1="0" x2="200" y1="4" y2="4" />
                <polyline points=path.join(" ") />
                {dots}
            </svg>
        </li>
    }
    .into_any()
}

fn table(looks: &[Along]) -> TableData {
    let columns = std::iter::once(t(msg::along_day()))
        .chain(Statement::ALL.iter().map(|it| t(labels::statement(*it))))
        .collect();
    let cell = |along: &Along, statement: Statement| {
        along
            .answer(statement)
            .map_or_else(|| t(msg::along_no_answer()), |level| t(labels::level(level)))
    };
    let row = |along: &Along| {
        std::iter::once(dates::day(along.day, DateStyle::Full))
            .chain(Statement::ALL.iter().map(|it| cell(along, *it)))
            .collect()
    };
    TableData {
        caption: t(msg::along_title()),
        columns,
        rows: looks.iter().rev().map(row).collect(),
    }
}

/// Letting an earlier look go. That of today is changed above.
#[component]
fn Earlier(looks: Memo<Vec<Along>>, today: Day) -> impl IntoView {
    let app = AppState::expect();
    let button = move |along: &Along| {
        let day = along.day;
        let words = dates::day(day, DateStyle::Full);
        let said = words.clone();
        let delete = move |()| {
            let id = app.journal.with_untracked(|journal| {
                let mut all = journal.others();
                all.find(|it| it.along().is_some_and(|it| it.day == day)).map(|it| it.id)
            });
            if let Some(id) = id {
                app.remove(id, msg::along_deleted(said.clone()));
            }
        };
        (day != today).then(|| {
            view! {
                <li>
                    <Button tone=Tone::Quiet on_click=Callback::new(delete)>
                        {t(msg::along_delete(words))}
                    </Button>
                </li>
            }
        })
    };
    view! {
        <Shown when=move || looks.with(|all| all.iter().any(|it| it.day != today))>
            <div class="no-print">
                <Disclosure summary=t(msg::along_earlier())>
                    <ul role="list">
                        {move || {
                            looks.with(|all| all.iter().rev().filter_map(button).collect_view())
                        }}
                    </ul>
                </Disclosure>
            </div>
        </Shown>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_comes_with_the_days_that_it_goes_over() {
        let look = |day: &str, talk: Option<u8>| {
            let mut along = Along::new(day.parse().expect(day));
            along.set(Statement::Talk, talk.map(Level::nearest));
            along
        };
        let looks = [
            look("2026-11-01", None),
            look("2026-11-03", Some(1)),
            look("2026-11-24", Some(3)),
            look("2026-11-25", None),
        ];
        let told = ends(&looks, Statement::Talk).map(|(n, first, last)| {
            let plain = |(day, level): Answer| (day.to_string(), level.get());
            (n, plain(first), plain(last))
        });
        let expected = (2, ("2026-11-03".to_owned(), 1), ("2026-11-24".to_owned(), 3));
        assert_eq!(told, Some(expected));
        assert_eq!(ends(&looks, Statement::Roles), None);
    }
}
