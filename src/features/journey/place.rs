//! Where somebody is with IPT, at the head of Journey: one sentence, one line, the next session.
//!
//! Nothing here is locked, late or scored. Who has not said where they are is asked once, quietly.

use leptos::prelude::*;
use satkarya_core::course::{Attendance, Course, Milestone, Mode, Session, Standing};
use satkarya_core::id::Id;
use satkarya_core::journal::Earlier;
use satkarya_core::record::Body;
use satkarya_core::time::Day;

use super::calendar::CalendarButton;
use super::phases::PhaseLine;
use crate::i18n::dates::{self, DateStyle};
use crate::i18n::{labels, msg, t};
use crate::platform::{address, dom};
use crate::route::Route;
use crate::state::{Access, AppState};
use crate::ui::button::{Button, LinkButton, Tone};

/// The first section of Journey.
#[component]
pub(super) fn PlaceInCourse() -> impl IntoView {
    let app = AppState::expect();
    let standing = app.standing();
    move || match standing.get() {
        Some(standing) => view! { <Here standing /> }.into_any(),
        None => view! { <Invitation /> }.into_any(),
    }
}

/// Nobody has said yet where they are.
#[component]
fn Invitation() -> impl IntoView {
    view! {
        <section class="card" aria-labelledby="journey-here">
            <h2 id="journey-here">{t(msg::plan_where())}</h2>
            <p>{t(msg::plan_invite())}</p>
            <LinkButton href=Route::Plan.href()>{t(msg::plan_invite_action())}</LinkButton>
        </section>
    }
}

/// Where somebody is who has said so.
#[component]
fn Here(standing: Standing) -> impl IntoView {
    let app = AppState::expect();
    let Standing { id, plan, n, next, .. } = standing;
    let position = t(labels::position(&standing));
    let counts = standing.course.mode != Mode::Waiting;
    let log = (counts || standing.next.is_some()).then(|| {
        let act = move |()| log_session(app, id);
        view! {
            <Button tone=Tone::Primary on_click=Callback::new(act)>
                {t(msg::sessions_log())}
            </Button>
        }
    });
    let next_words = next_words(&standing);
    let milestone = standing.milestone().map(|it| view! { <Said milestone=it /> });
    view! {
        <section aria-labelledby="journey-here">
            <h2 id="journey-here">{t(msg::plan_now())}</h2>
            <p class="serif place__at">{position}</p>
            {plan.map(|plan| view! { <PhaseLine plan n /> })}
            {milestone}
            {next_words.map(|words| view! { <p>{words}</p> })}
            <div class="cluster no-print">
                {log}
                <LinkButton tone=Tone::Quiet href=Route::Sessions.href()>
                    {t(msg::sessions_title())}
                </LinkButton>
                <LinkButton tone=Tone::Quiet href=Route::Plan.href()>
                    {t(msg::plan_open())}
                </LinkButton>
                {next.map(|day| view! { <CalendarButton id day /> })}
            </div>
        </section>
    }
}

/// When the next session or look back is; nothing where none is to be expected.
fn next_words(standing: &Standing) -> Option<String> {
    let day = |day: Day| dates::day(day, DateStyle::Full);
    Some(match (standing.next, standing.course.mode) {
        (Some(next), Mode::KeepingWell) => t(msg::plan_next_look(day(next))),
        (Some(next), _) => t(msg::plan_next(day(next))),
        (None, Mode::InIpt | Mode::SelfGuided) if standing.milestone() != Some(Milestone::Done) => {
            t(msg::plan_next_none())
        }
        (None, _) => return None,
    })
}

/// Something said once, calmly, at one session.
#[component]
fn Said(milestone: Milestone) -> impl IntoView {
    let app = AppState::expect();
    let (title, body) = labels::milestone(milestone);
    let keep_well = (milestone == Milestone::Done).then(|| {
        let act = move |()| {
            change(app, |course| course.mode = Mode::KeepingWell);
            dom::focus_soon(["main h1"]);
        };
        view! {
            <div>
                <Button on_click=Callback::new(act)>{t(msg::milestone_done_action())}</Button>
            </div>
        }
    });
    let look = (milestone == Milestone::Halfway).then(|| {
        view! {
            <div>
                <LinkButton href=Route::Focus.href()>{t(msg::focus_title())}</LinkButton>
            </div>
        }
    });
    view! {
        <div class="next-step">
            <p class="next-step__label">{t(title)}</p>
            <p class="serif">{t(body)}</p>
            {look}
            {keep_well}
        </div>
    }
}

/// Opens the session that was to be by today, or logs a new one for today.
pub(super) fn log_session(app: AppState, course: Id) {
    let today = app.today();
    let due = app.journal.with_untracked(|journal| {
        let is_due = |it: &Session| it.state == Attendance::Planned && it.day <= today;
        journal.sessions_of(course).find(|it| is_due(it.session)).map(|it| it.record.id)
    });
    if let Some(due) = due {
        return address::go(&Route::Session(due).to_string());
    }
    let Some(id) = app.fresh_id() else { return };
    let mode = app.journal.with_untracked(|it| Some(it.get(course)?.course()?.mode));
    let state =
        if mode == Some(Mode::Waiting) { Attendance::Planned } else { Attendance::Attended };
    let session = Session::new(course, today, state);
    app.put(id, Body::Session(session), Earlier::Kept);
    // A tab that may not write has said so.
    if app.access.get_untracked() == Access::Writer {
        app.show_undo(msg::session_added());
        address::go(&Route::Session(id).to_string());
    }
}

/// Changes the course that is under way, if anything is different afterwards.
pub(super) fn change(app: AppState, act: impl FnOnce(&mut Course)) {
    let now = app
        .journal
        .with_untracked(|journal| journal.course().map(|it| (it.record.id, it.course.clone())));
    let Some((id, before)) = now else { return };
    let mut course = before.clone();
    act(&mut course);
    if course != before {
        app.put(id, Body::Course(course), Earlier::Kept);
        app.show_undo(msg::plan_changed());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::testing::story;

    fn course() -> Id {
        Id::from_bytes([1; 16])
    }

    fn begin(app: AppState) {
        app.put(course(), Body::Course(Course::new(Mode::InIpt)), Earlier::Kept);
    }

    #[test]
    fn a_change_of_the_plan_is_one_step_that_can_be_undone() {
        story(|app| {
            begin(app);
            let mode = || app.journal.with_untracked(|it| it.course().map(|it| it.course.mode));
            change(app, |it| it.mode = Mode::Waiting);
            assert_eq!(mode(), Some(Mode::Waiting));
            assert!(app.undo());
            assert_eq!(mode(), Some(Mode::InIpt));
            change(app, |it| it.archived = true);
            assert_eq!(mode(), None);
            change(app, |it| it.mode = Mode::Waiting);
            assert_eq!(mode(), None, "there is no course to be changed");
            assert!(app.undo());
            assert_eq!(mode(), Some(Mode::InIpt));
        });
    }

    #[test]
    fn a_tab_that_may_not_write_logs_nothing() {
        story(|app| {
            begin(app);
            app.access.set(Access::Follower);
            log_session(app, course());
            assert_eq!(app.journal.with_untracked(|it| it.sessions_of(course()).count()), 0);
        });
    }
}
