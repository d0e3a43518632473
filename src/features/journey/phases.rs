//! The three phases side by side: a point for each session, and the words below the points.
//!
//! The drawings are hidden from screen readers; the sentence beside them and the list say the same.
//! What is done is filled, where one is has a ring: shape tells it, not colour alone.

use leptos::prelude::*;
use satkarya_core::course::{Phase, Plan};

use crate::i18n::{labels, msg, t};

/// From one session to the next, in the units of the drawing.
const STEP: u16 = 20;
/// The same where there is room for it: narrower pages make all three smaller alike.
const WIDE: u16 = 24;
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
    let here = plan.phase(n);
    let part = |phase| view! { <Part plan phase n is_here=phase == here /> };
    view! {
        <div class="phases">
            <ol class="phases__parts" role="list">
                {Phase::COURSE.map(part).collect_view()}
            </ol>
        </div>
    }
}

/// A phase: its points, and its name where the first of them stands.
#[component]
fn Part(plan: Plan, phase: Phase, n: u8, is_here: bool) -> impl IntoView {
    let sessions = plan.sessions(phase)?;
    let (first, last) = (*sessions.start(), *sessions.end());
    let n_points = u16::from(last - first) + 1;
    Some(view! {
        <li aria-current=is_here.then_some("step")>
            <svg
                class="phases__line"
                viewBox=format!("3 0 {} 24", n_points * STEP)
                width=n_points * WIDE
                preserveAspectRatio="xMinYMid"
                aria-hidden="true"
                focusable="false"
            >
                <line x1=place(0) x2=place(last - first) y1=MIDDLE y2=MIDDLE />
                {sessions.map(|at| point(at, place(at - first), n)).collect_view()}
            </svg>
            <span class="phases__name">{t(labels::phase(phase))}</span>
            <span class="numbers">{from_to(plan, phase)}</span>
        </li>
    })
}

/// How far from the start of its phase a session stands.
fn place(nth: u8) -> u16 {
    u16::from(nth) * STEP + STEP / 2
}

/// A session: filled when it is done, ringed when it is the present one.
fn point(at: u8, x: u16, n: u8) -> impl IntoView {
    let class = match at.cmp(&n) {
        std::cmp::Ordering::Less => "phases__done",
        std::cmp::Ordering::Equal => "phases__here",
        std::cmp::Ordering::Greater => "phases__ahead",
    };
    let radius = if at == n { 8 } else { 5 };
    view! {
        <circle class=class cx=x cy=MIDDLE r=radius />
        {(at == n).then(|| view! { <circle class="phases__done" cx=x cy=MIDDLE r=3 /> })}
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
    fn points_of_a_phase_stand_in_order_from_its_edge() {
        assert_eq!([0, 1, 2, 17].map(place), [10, 30, 50, 350]);
    }

    #[test]
    fn a_phase_of_one_session_is_one_number() {
        let one = PhaseLength::try_from(1).ok();
        let plan = Plan::new(Total::nearest(8), one, one).expect("it fits");
        assert_eq!(from_to(plan, Phase::Beginning), "1");
        assert_eq!(from_to(plan, Phase::After), "");
    }
}
