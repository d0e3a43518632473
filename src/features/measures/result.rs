//! What is said of one that was ended, in the order of the core, and what can be done with it.

use leptos::prelude::*;
use satkarya_core::content::Measure;
use satkarya_core::measure::{Filled, Given, Line, lines};
use satkarya_core::record::Body;

use super::filled::{change, offer_support};
use crate::i18n::{content_text, measures, msg, t};
use crate::platform::{address, dom};
use crate::route::Route;
use crate::state::{Access, AppState, Visit};
use crate::ui::button::{Button, LinkButton, Tone};
use crate::ui::data_table::{DataTable, TableData, open_table};
use crate::ui::disclosure::Disclosure;
use crate::ui::shown::Shown;
use crate::ui::toggle_row::ToggleRow;
use crate::ui::versions::{Versions, different};

/// The result, and below it what can be done.
#[component]
pub(super) fn ResultView(
    visit: Visit,
    measure: &'static Measure,
    filled: Memo<Option<Filled>>,
    changing: RwSignal<bool>,
) -> impl IntoView {
    let app = AppState::expect();
    // In one that was left long ago nothing was ended: it has no total either.
    let said = move || {
        app.journal.with(|journal| {
            let said = lines(journal, measure, visit.id);
            match filled.get() {
                Some(it) if said.is_empty() => {
                    vec![line(Line::Unfinished { n: it.missing(measure).len() })]
                }
                _ => said.into_iter().map(line).collect(),
            }
        })
    };
    let is_complete = Memo::new(move |_| {
        filled.with(|it| it.as_ref().is_some_and(|it| it.ended && it.total(measure).is_some()))
    });
    let is_anew = move || filled.with(|it| it.as_ref().is_some_and(|it| it.anew));
    let set_anew = move |anew: bool| {
        change(visit, |it| it.anew = anew);
        app.show_undo(if anew { msg::measures_anew_on() } else { msg::measures_anew_off() });
    };
    let open = move |()| {
        changing.set(true);
        dom::scroll_to_top();
        dom::focus_soon(["#measure-stem"]);
    };
    let delete = move |()| {
        address::go(&Route::Measures.to_string());
        app.remove(visit.id, msg::measures_deleted());
    };
    let [anew, anew_note] = measures::anew();
    let (anew, anew_note) = (t(anew), t(anew_note));
    let versions = app.versions_of(visit.id);
    let earlier = move || {
        let now = filled.with(|it| it.as_ref().map(|it| it.answers.clone()));
        different(versions.get(), now, given)
    };
    // The answers come back; that it was ended, and where totals are compared from, stays as it is.
    let restore = move |body: Body| {
        let Some(earlier) = given(&body) else { return };
        visit.keep_version();
        change(visit, |it| it.answer_all(measure, earlier));
        visit.keep_version();
        let now = untrack(|| filled.get());
        let is_offered = now.as_ref().is_some_and(|it| it.support_owed)
            && offer_support(app, measure, now.as_ref());
        // Closing the panel changes the record once more, and the step would not fit any longer.
        if is_offered && app.access.get_untracked() == Access::Writer {
            app.notices.show(msg::versions_restored(), None);
        } else {
            app.show_undo(msg::versions_restored());
        }
        dom::scroll_to_top();
        dom::focus_soon(["dialog[open] h2", "main h1"]);
    };
    let answers = move || filled.get().map(|it| answers(measure, &it)).unwrap_or_default();
    view! {
        <div class="stack measure__result" aria-live="polite">
            {said}
        </div>
        <Disclosure summary=t(msg::measures_means())>{info(measure)}</Disclosure>
        <div class="no-print">
            <DataTable summary=t(msg::measures_answers()) data=Signal::derive(answers) />
        </div>
        <div class="no-print">
            <Versions
                versions=Signal::derive(earlier)
                now=app.now()
                said=answered
                on_restore=Callback::new(restore)
            />
        </div>
        <Shown when=move || is_complete.get()>
            <section class="section no-print">
                <ToggleRow
                    label=anew.clone()
                    hint=anew_note.clone()
                    on=Signal::derive(is_anew)
                    on_change=Callback::new(set_anew)
                />
            </section>
        </Shown>
        <div class="cluster no-print">
            <LinkButton href=Route::Measure(
                measure.id.as_str(),
            )
                .href()>{t(msg::measures_over_time())}</LinkButton>
            <Button on_click=Callback::new(open)>{t(msg::measures_change())}</Button>
            <Button tone=Tone::Danger on_click=Callback::new(delete)>
                {t(msg::measures_delete())}
            </Button>
        </div>
    }
}

/// What the numbers mean, sentence by sentence.
pub(super) fn info(measure: &'static Measure) -> AnyView {
    measures::info(measure).into_iter().map(|it| view! { <p>{t(it)}</p> }).collect_view().into_any()
}

/// One line; where things look harder, with the ways to somebody who can help.
fn line(line: Line<'_>) -> AnyView {
    let words = t(measures::line(line));
    match line {
        Line::Unfinished { .. } => view! {
            <p class="measure__total">{t(measures::unfinished())}</p>
            <p>{words}</p>
        }
        .into_any(),
        Line::Total { .. } => view! { <p class="measure__total">{words}</p> }.into_any(),
        Line::Harder => view! {
            <p>{words}</p>
            <div class="cluster">
                <LinkButton href=Route::Support.href()>{t(msg::quiet_lines())}</LinkButton>
                <LinkButton href=Route::Told.href()>{t(measures::gp())}</LinkButton>
            </div>
        }
        .into_any(),
        Line::NoDiagnosis | Line::Overlap { .. } => {
            view! { <p class="soft">{words}</p> }.into_any()
        }
        _ => view! { <p>{words}</p> }.into_any(),
    }
}

/// The answers of a version.
fn given(body: &Body) -> Option<Given> {
    if let Body::Filled(it) = body { Some(it.answers.clone()) } else { None }
}

/// What a version answered.
fn answered(body: &Body) -> Option<AnyView> {
    let Body::Filled(it) = body else { return None };
    Some(open_table(answers(it.asked()?, it)))
}

/// What was answered, question by question.
fn answers(measure: &'static Measure, filled: &Filled) -> TableData {
    let answer = |id: &str| {
        let value = filled.answers.get(id)?;
        let option = measure.options.iter().find(|it| it.value == value)?;
        Some(content_text(&option.text))
    };
    let row = |text: &str, answer: Option<String>| {
        vec![content_text(text), answer.unwrap_or_else(|| t(msg::measures_no_answer()))]
    };
    let items = measure.items.iter().map(|it| row(&it.text, answer(it.id.as_str())));
    let extra =
        measure.extra.iter().map(|it| row(&it.text, filled.extra(measure).map(content_text)));
    TableData {
        caption: t(msg::measures_answers()),
        columns: vec![t(msg::measures_question()), t(msg::measures_answer())],
        rows: items.chain(extra).collect(),
    }
}
