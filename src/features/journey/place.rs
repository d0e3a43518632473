//! Where somebody is with IPT, at the head of Journey: one sentence, one line, the next session.
//!
//! Nothing here is locked, late or scored. Who has not said where they are is asked once, quietly.

use leptos::prelude::*;
use satkarya_core::circle::{self, Snapshot};
use satkarya_core::course::{
    Attendance, Course, Milestone, Mode, Phase, Session, Standing, standing,
};
use satkarya_core::id::Id;
use satkarya_core::journal::Earlier;
use satkarya_core::record::Body;
use satkarya_core::time::Day;

use super::phases::PhaseLine;
use crate::i18n::dates::{self, DateStyle};
use crate::i18n::{labels, msg, t};
use crate::platform::{address, dom};
use crate::route::Route;
use crate::state::AppState;
use crate::ui::button::{Button, LinkButton, Tone};
use crate::ui::calendar_button::CalendarButton;

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
                {next
                    .map(|day| {
                        let save = move |()| save_day(app, id, day);
                        view! { <CalendarButton on_save=Callback::new(save) /> }
                    })}
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

/// Keeps the circle as it is before a session counts that ends the beginning or the middle, to look
/// back at later. Nothing is kept where nobody stands in it, or where today's is kept already.
pub(super) fn keep_circle(app: AppState) {
    let today = app.today();
    let snapshot = app.journal.with_untracked(|journal| {
        let standing = standing(journal, today)?;
        let plan = standing.plan?;
        let next = plan.phase(standing.n.saturating_add(1));
        let ends_part = next != standing.phase && next != Phase::After;
        let is_kept = circle::snapshots(journal).iter().any(|it| it.1.day == today);
        let snapshot = Snapshot::of(journal, today);
        (ends_part && !is_kept && !snapshot.places.is_empty()).then_some(snapshot)
    });
    if let Some(snapshot) = snapshot
        && let Some(id) = app.fresh_id()
    {
        app.put(id, Body::Snapshot(snapshot), Earlier::Kept);
    }
}

/// Opens the session that was to be by today, or a new one of today, which is there once anything is
/// said of it or it is done.
pub(super) fn log_session(app: AppState, course: Id) {
    let today = app.today();
    let due = app.journal.with_untracked(|journal| {
        let is_due = |it: &Session| it.state == Attendance::Planned && it.day <= today;
        journal.sessions_of(course).find(|it| is_due(it.session)).map(|it| it.record.id)
    });
    if let Some(due) = due {
        return address::go(&Route::Session(due).to_string());
    }
    let mode = app.journal.with_untracked(|it| Some(it.get(course)?.course()?.mode));
    let state =
        if mode == Some(Mode::Waiting) { Attendance::Planned } else { Attendance::Attended };
    if let Some(id) = app.open_blank(Body::Session(Session::new(course, today, state))) {
        address::go(&Route::Session(id).to_string());
    }
}

/// Saves the day of a session, or of the next one of a course, for somebody's own calendar.
pub(super) fn save_day(app: AppState, id: Id, day: Day) {
    app.save_day(id, day, None, t(msg::plan_calendar_title()));
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
    use crate::state::Access;
    use crate::state::testing::story;
    use satkarya_core::course::Total;
    use satkarya_core::people::{Person, Ring};
    use satkarya_core::text::Name;

    fn course() -> Id {
        Id::from_bytes([1; 16])
    }

    fn begin(app: AppState) {
        app.put(course(), Body::Course(Course::new(Mode::InIpt)), Earlier::Kept);
    }

    #[test]
    fn the_circle_is_kept_at_the_end_of_the_beginning_and_of_the_middle() {
        story(|app| {
            begin(app);
            change(app, |it| it.total = Total::try_from(8).ok());
            let kept = || app.journal.with_untracked(|it| circle::snapshots(it).len());
            let close = Person { ring: Some(Ring::Close), ..Person::new(Name::cut("Ruth")) };
            for (n, expected) in (1_u8..=8).zip([0, 1, 1, 1, 1, 2, 2, 2]) {
                if n == 2 {
                    app.put(Id::from_bytes([2; 16]), Body::Person(close.clone()), Earlier::Kept);
                }
                keep_circle(app);
                let session = Session::new(course(), app.today(), Attendance::Attended);
                app.put(Id::from_bytes([10 + n; 16]), Body::Session(session), Earlier::Kept);
                assert_eq!(kept(), expected, "after session {n}");
                // The days go by: what was kept is of an earlier one.
                age_snapshots(app);
            }
        });
    }

    /// Moves what was kept a week back.
    fn age_snapshots(app: AppState) {
        let all: Vec<(Id, Snapshot)> = app.journal.with_untracked(|journal| {
            circle::snapshots(journal).into_iter().map(|(id, it)| (id, it.clone())).collect()
        });
        for (id, mut snapshot) in all {
            snapshot.day = snapshot.day.plus_days(-7).expect("a day");
            app.put(id, Body::Snapshot(snapshot), Earlier::Kept);
        }
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
            let said = app.notices.current().get_untracked();
            assert!(said.is_some(), "nothing is said of it");
        });
    }
}
