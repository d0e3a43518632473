//! The three phases as one line: a point for each session, and the words below it.
//!
//! The drawing is hidden from screen readers; the sentence beside it and the list say the same.
//! What is done is filled, where one is has a ring: shape tells it, not colour alone.

use leptos::prelude::*;
use satkarya_core::course::{Phase, Plan};

use crate::i18n::{Msg, msg, t};

/// From one session to the next, in the units of the drawing.
const STEP: u16 = 20;
/// Between two phases there is more room.
const GAP: u16 = 12;
/// Where the line runs.
const MIDDLE: u16 = 12;

/// The line and its words.
#[component]
pub(super) fn PhaseLine(
    /// The plan.
    plan: Plan,
    /// The session that somebody is on.
    n: u8,
) -> impl IntoView {
    let width = place(plan, plan.total()) + STEP / 2;
    let here = plan.phase(n);
    view! {
        <div class="phases">
            <svg
                class="phases__line"
                viewBox=format!("0 0 {width} 24")
                aria-hidden="true"
                focusable="false"
            >
                {Phase::COURSE.map(|phase| stretch(plan, phase)).collect_view()}
                {(1..=plan.total()).map(|at| point(plan, at, n)).collect_view()}
            </svg>
            <ol class="phases__names" role="list">
                {Phase::COURSE.map(|phase| name(plan, phase, phase == here)).collect_view()}
            </ol>
        </div>
    }
}

/// How far from the start a session stands.
fn place(plan: Plan, n: u8) -> u16 {
    let gaps = match plan.phase(n) {
        Phase::Before | Phase::Beginning => 0,
        Phase::Middle => 1,
        Phase::Ending | Phase::After => 2,
    };
    u16::from(n) * STEP - STEP / 2 + gaps * GAP
}

/// The line under the points of a phase.
fn stretch(plan: Plan, phase: Phase) -> impl IntoView {
    plan.sessions(phase).map(|sessions| {
        let (from, to) = (place(plan, *sessions.start()), place(plan, *sessions.end()));
        view! { <line x1=from x2=to y1=MIDDLE y2=MIDDLE /> }
    })
}

/// A session: filled when it is done, ringed when it is the present one.
fn point(plan: Plan, at: u8, n: u8) -> impl IntoView {
    let class = match at.cmp(&n) {
        std::cmp::Ordering::Less => "phases__done",
        std::cmp::Ordering::Equal => "phases__here",
        std::cmp::Ordering::Greater => "phases__ahead",
    };
    let radius = if at == n { 8 } else { 5 };
    let x = place(plan, at);
    view! {
        <circle class=class cx=x cy=MIDDLE r=radius />
        {(at == n).then(|| view! { <circle class="phases__done" cx=x cy=MIDDLE r=3 /> })}
    }
}

/// The name of a phase and its sessions.
fn name(plan: Plan, phase: Phase, is_here: bool) -> impl IntoView {
    view! {
        <li aria-current=is_here.then_some("step")>
            <span class="phases__name">{t(phase_name(phase))}</span>
            <span class="numbers">{from_to(plan, phase)}</span>
        </li>
    }
}

fn phase_name(phase: Phase) -> Msg {
    match phase {
        Phase::Before | Phase::Beginning => msg::phase_beginning(),
        Phase::Middle => msg::phase_middle(),
        Phase::Ending | Phase::After => msg::phase_ending(),
    }
}

/// The first and the last session of a phase, as in “4 to 9”.
fn from_to(plan: Plan, phase: Phase) -> String {
    let Some(sessions) = plan.sessions(phase) else { return String::new() };
    let (from, to) = sessions.into_inner();
    if from == to {
        from.to_string()
    } else {
        t(msg::plan_from_to(from.to_string(), to.to_string()))
    }
}

/// All three phases with their sessions, in one sentence.
pub(super) fn parts(plan: Plan) -> String {
    let [beginning, middle, ending] = Phase::COURSE.map(|phase| from_to(plan, phase));
    t(msg::plan_parts(beginning, middle, ending))
}

#[cfg(test)]
mod tests {
    use super::*;
    use satkarya_core::course::{PhaseLength, Total};

    #[test]
    fn points_stand_in_order_with_room_between_the_phases() {
        let plan = Plan::usual(Total::nearest(8));
        let places: Vec<u16> = (1..=8).map(|n| place(plan, n)).collect();
        assert_eq!(places, [10, 30, 62, 82, 102, 122, 154, 174]);
        assert_eq!(place(Plan::usual(Total::nearest(20)), 20), 414);
    }

    #[test]
    fn a_phase_of_one_session_is_one_number() {
        let one = PhaseLength::try_from(1).ok();
        let plan = Plan::new(Total::nearest(8), one, one).expect("it fits");
        assert_eq!(from_to(plan, Phase::Beginning), "1");
        assert_eq!(from_to(plan, Phase::After), "");
    }
}
