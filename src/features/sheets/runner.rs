//! The runner: one prompt after the other on a phone, all on one calm page on a desk.
//!
//! Which of the two is for the style sheet to say; every step is there, and one of them is `here`.

use leptos::prelude::*;
use satkarya_core::content::{Field, Kind, Sheet, SheetPace, SheetStep};
use satkarya_core::people::Safe;
use satkarya_core::sheet::{Progress, Worksheet, is_early_grief};

use super::end::{End, Note};
use super::field::fields;
use super::hub::clinical;
use super::paper::Paper;
use super::pause::{Early, Landing};
use super::start::example;
use super::work::Work;
use crate::i18n::{content_text, msg, t};
use crate::platform::{address, dom};
use crate::route::Route;
use crate::state::AppState;
use crate::ui::button::{Button, Tone};
use crate::ui::keyed::Keyed;
use crate::ui::not_kept::NotKept;
use crate::ui::page_head::PageHead;
use crate::ui::shown::Shown;

/// What comes after the last step.
pub(super) const END: &str = "";

/// The worksheet.
#[component]
pub(super) fn Runner(work: Work) -> impl IntoView {
    let app = AppState::expect();
    let today = app.today();
    let sheet = work.sheet;
    let steps = work.steps();
    let first = work.it.with_untracked(|it| it.as_ref().map(|it| resumed(app, sheet, it)));
    let start = steps.with_untracked(|steps| steps.first().copied().unwrap_or(END));
    work.here.set(first.flatten().unwrap_or(start));
    let is_gentle = sheet.pace == Some(SheetPace::Gentle);
    let is_early = Memo::new(move |_| {
        let with = work.it.with(|it| it.as_ref().and_then(Worksheet::with));
        is_gentle && app.journal.with(|journal| is_early_grief(journal, with, today))
    });
    let landing = RwSignal::new(false);
    // After a card in which something was written, whatever is pressed then: a minute to land.
    let lands = move |from: &'static str| {
        let step = sheet.steps.iter().find(|it| it.id.as_str() == from);
        let is_said = || untrack(|| step.is_some_and(|step| work.ask(|it| it.is_answered(step))));
        let lands = is_gentle && work.wrote.get_untracked() && is_said();
        work.wrote.set(false);
        if lands {
            landing.set(true);
            dom::focus_soon([".sheet__landing h2"]);
        }
        lands
    };
    let go = move |to: &'static str| {
        work.visit.save();
        work.here.set(to);
        dom::scroll_to_top();
        dom::focus_soon([".sheet__step[data-here] h2"]);
    };
    let next = Callback::new(move |from: &'static str| {
        work.visit.save();
        let at = steps.with_untracked(|steps| steps.iter().position(|it| *it == from));
        let to = at.and_then(|at| steps.with_untracked(|steps| steps.get(at + 1).copied()));
        go(to.unwrap_or(END));
        lands(from);
    });
    let back = Callback::new(move |from: &'static str| {
        let at = steps
            .with_untracked(|steps| steps.iter().position(|it| *it == from).unwrap_or(steps.len()));
        let to =
            at.checked_sub(1).and_then(|at| steps.with_untracked(|steps| steps.get(at).copied()));
        if let Some(to) = to {
            go(to);
        }
        lands(from);
    });
    let stop = Callback::new(move |()| {
        work.visit.save();
        if !landing.get_untracked() && lands(work.here.get_untracked()) {
            return;
        }
        let is_made = untrack(|| work.visit.is_made());
        address::go(&Route::Sheets.to_string());
        // What was only opened is not there to go on with.
        if is_made {
            app.notices.show(msg::sheet_stopped(), None);
        }
    });
    let go_on = Callback::new(move |()| {
        landing.set(false);
        dom::focus_soon([".sheet__step[data-here] h2"]);
    });
    let one = move |id: &'static str| {
        let found = sheet.steps.iter().find(|it| it.id.as_str() == id);
        found.map(|step| view! { <Step work step steps on_next=next on_back=back on_stop=stop /> })
    };
    view! {
        <PageHead
            title=content_text(&sheet.title)
            back=(Route::Sheets.href(), t(msg::sheets_title()))
            note=clinical(&sheet.clinical).unwrap_or_default()
        />
        <Early is_early />
        <SafetyNotes work />
        <NotKept when=app.is_read_only() />
        <Shown when=move || landing.get()>
            <Landing on_go=go_on on_stop=stop />
        </Shown>
        <div
            class="sheet__steps no-print"
            on:focusout=move |_| work.visit.save()
            hidden=move || landing.get()
        >
            {(!sheet.example.is_empty()).then(|| example(&sheet.example))}
            <Keyed each=move || steps.get() key=|id: &&'static str| *id children=one />
            <End work on_back=back on_stop=stop on_go=Callback::new(go) />
        </div>
        <Paper work />
    }
}

/// The way to be safe: where something is held back, and for whoever would rather not say.
#[component]
fn SafetyNotes(work: Work) -> impl IntoView {
    let app = AppState::expect();
    let says_nothing = Memo::new(move |_| {
        let it = work.it.get();
        work.sheet.gate.is_some()
            && app.journal.with(|journal| {
                let of_person = |id| journal.person(id).and_then(|it| it.person.safe);
                let safe = it.as_ref().and_then(|it| it.with().map_or(it.safe, of_person));
                safe == Some(Safe::RatherNot)
            })
    });
    let words = move || {
        if work.held.get() {
            Some(t(msg::sheet_safe_first()))
        } else {
            says_nothing.get().then(|| t(msg::sheet_safe_said_nothing()))
        }
    };
    move || {
        let words = words()?;
        let href = Route::Safety(work.it.with(|it| it.as_ref().and_then(Worksheet::with))).href();
        Some(view! {
            <p class="sheet__note no-print">
                {words} " " <a href=href>{t(msg::sheet_safe_open())}</a>
            </p>
        })
    }
}

/// Where somebody goes on in a worksheet that is not done: at the step of the field where they were.
fn resumed(app: AppState, sheet: &'static Sheet, it: &Worksheet) -> Option<&'static str> {
    let progress = app.journal.with_untracked(|journal| it.progress(journal));
    if progress == Progress::Done {
        return Some(END);
    }
    let at = it.at.as_ref()?;
    sheet.step_of(at.as_str()).map(|step| step.id.as_str())
}

/// One step.
#[component]
fn Step(
    work: Work,
    step: &'static SheetStep,
    steps: Memo<Vec<&'static str>>,
    on_next: Callback<&'static str>,
    on_back: Callback<&'static str>,
    on_stop: Callback<()>,
) -> impl IntoView {
    let id = step.id.as_str();
    let is_here = move || work.here.get() == id;
    let place = move || {
        steps.with(|steps| {
            let at = steps.iter().position(|it| *it == id)?;
            Some(t(msg::sheet_place((at + 1).to_string(), steps.len().to_string())))
        })
    };
    let is_first = move || steps.with(|steps| steps.first() == Some(&id));
    let is_later = Memo::new(move |_| work.ask(|it| it.later.contains(&step.id)));
    let put_off = move |()| {
        work.visit.save();
        let on = !is_later.get_untracked();
        work.change(|it| {
            it.later.retain(|it| *it != step.id);
            if on {
                it.later.push(step.id.clone());
            }
        });
        if on {
            on_next.run(id);
        }
    };
    // Whom it is about, and what is only shown, is no card to save.
    let is_written = |it: &Field| it.id.as_str() != "with" && it.kind != Kind::Show;
    let is_card = work.sheet.pace.is_some() && step.fields.iter().all(is_written);
    let next_words = move || t(if is_card { msg::sheet_save_card() } else { msg::sheet_next() });
    let text = step.text.iter().map(|it| view! { <p class="soft">{content_text(it)}</p> });
    let heading = format!("sheet-step-{id}");
    let heading_id = heading.clone();
    view! {
        <section
            class="sheet__step"
            data-here=move || is_here().then_some("")
            aria-labelledby=heading
        >
            <p class="sheet__place soft small">{place}</p>
            <h2 class="serif" id=heading_id tabindex="-1">
                {content_text(&step.title)}
            </h2>
            {text.collect_view()}
            {(!step.example.is_empty()).then(|| example(&step.example))}
            {fields(work, step)}
            <div class="sheet__go cluster">
                <Button tone=Tone::Primary on_click=Callback::new(move |()| on_next.run(id))>
                    {next_words}
                </Button>
                {step
                    .later
                    .then(|| {
                        view! {
                            <Button
                                pressed=Signal::derive(move || Some(is_later.get()))
                                on_click=Callback::new(put_off)
                            >
                                {t(msg::sheet_not_today())}
                            </Button>
                        }
                    })}
                <Shown when=move || !is_first()>
                    <Button tone=Tone::Quiet on_click=Callback::new(move |()| on_back.run(id))>
                        {t(msg::sheet_back())}
                    </Button>
                </Shown>
                <Button tone=Tone::Quiet on_click=on_stop>
                    {t(msg::sheet_stop())}
                </Button>
            </div>
            // Below the buttons: they come as a field is left, and must not move what is pressed.
            {(!step.notes.is_empty())
                .then(|| {
                    let notes = step.notes.iter().map(|note| view! { <Note work note /> });
                    view! { <div class="stack" role="status">{notes.collect_view()}</div> }
                })}
        </section>
    }
}
