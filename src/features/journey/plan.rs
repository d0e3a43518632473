//! The plan: where somebody is, how many sessions there are, and how they are shared out.
//!
//! Every change is saved at once and can be undone. What does not fit is refused in one sentence,
//! and the plan stays as it was.

use leptos::prelude::*;
use satkarya_core::course::{Course, Mode, Pace, Phase, PhaseLength, Plan, ShortMiddle, Total};
use satkarya_core::journal::Earlier;
use satkarya_core::record::Body;

use super::modes::{Alone, Answers, meaning};
use super::phases::{PhaseLine, parts};
use super::place::change;
use crate::i18n::{Msg, labels, msg, t};
use crate::platform::dom;
use crate::route::Route;
use crate::state::{Access, AppState};
use crate::ui::button::{Button, LinkButton, Tone};
use crate::ui::chips::{ChipChoice, Choice};
use crate::ui::choices::{at, numbered, place};
use crate::ui::dialog::ConfirmDialog;
use crate::ui::page_head::PageHead;
use crate::ui::select::Select;
use crate::ui::shown::Shown;
use crate::ui::text_field::TextField;

/// The page.
#[component]
pub fn PlanPage() -> impl IntoView {
    let app = AppState::expect();
    let standing = app.standing();
    let mode = Memo::new(move |_| standing.with(|it| it.as_ref().map(|it| it.course.mode)));
    let asking = RwSignal::new(false);
    let take = move |mode: Mode| {
        if standing.with_untracked(Option::is_some) {
            change(app, |course| course.mode = mode);
        } else if let Some(id) = app.fresh_id() {
            app.put(id, Body::Course(Course::new(mode)), Earlier::Kept);
            app.show_undo(msg::plan_changed());
            dom::scroll_to_top();
            dom::focus_soon(["main h1"]);
        }
    };
    // Before somebody works alone, one thing is said.
    let choose = Callback::new(move |mode: Mode| match mode {
        Mode::SelfGuided => asking.set(true),
        Mode::InIpt | Mode::Waiting | Mode::KeepingWell => take(mode),
    });
    view! {
        <div class="page plan">
            <PageHead
                title=t(msg::plan_title())
                back=(Route::Journey.href(), t(msg::journey_title()))
                note=Signal::derive(move || mode.get().is_none().then(|| t(msg::plan_where_lead())))
            />
            <Shown
                when=move || mode.get().is_some()
                fallback=move || view! { <Answers on_choose=choose /> }
            >
                <ModeChoice mode on_choose=choose />
                <Shown when=move || mode.get().is_some_and(Mode::has_phases)>
                    <Lengths />
                </Shown>
                <Shown when=move || mode.get() == Some(Mode::KeepingWell)>
                    <PaceChoice />
                </Shown>
                <NewCourse />
            </Shown>
            <Alone open=asking on_go=Callback::new(move |()| take(Mode::SelfGuided)) />
        </div>
    }
}

/// Where somebody is, to be changed.
#[component]
fn ModeChoice(mode: Memo<Option<Mode>>, on_choose: Callback<Mode>) -> impl IntoView {
    view! {
        <section class="stack">
            <ChipChoice
                legend=t(msg::plan_mode())
                choices=numbered(Mode::ALL, labels::mode)
                // While something is asked first, the present answer holds.
                chosen=Signal::derive(move || place(Mode::ALL, &mode.get()?))
                on_choose=Callback::new(move |chosen: Option<String>| {
                    let chosen = chosen.and_then(|it| at(Mode::ALL, &it));
                    if let Some(chosen) = chosen.filter(|it| Some(*it) != mode.get_untracked()) {
                        on_choose.run(chosen);
                    }
                })
            />
            <div class="stack stack--tight">{move || mode.get().map(meaning)}</div>
        </section>
    }
}

/// Why a plan stays as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Refused {
    /// A number of sessions that no plan has.
    Total,
    /// The parts leave too little of the middle.
    Middle(ShortMiddle),
}

impl Refused {
    fn message(self) -> Msg {
        match self {
            Self::Total => msg::plan_total_range(),
            Self::Middle(ShortMiddle { .. }) => msg::plan_short_middle(),
        }
    }
}

/// What a plan becomes by a change, if it may.
fn changed(course: &Course, act: impl FnOnce(&mut Course)) -> Result<Course, Refused> {
    let mut course = course.clone();
    act(&mut course);
    course.checked_plan().map_err(Refused::Middle)?;
    Ok(course)
}

/// How many sessions somebody typed.
fn read_total(typed: &str) -> Result<Total, Refused> {
    let n: u8 = typed.trim().parse().map_err(|_| Refused::Total)?;
    Total::try_from(n).map_err(|_| Refused::Total)
}

/// How many sessions there are, and how long the parts are.
#[component]
fn Lengths() -> impl IntoView {
    let app = AppState::expect();
    let standing = app.standing();
    let course = Memo::new(move |_| standing.with(|it| it.as_ref().map(|it| it.course.clone())));
    let typed = RwSignal::new(None::<String>);
    let refused = RwSignal::new(None::<Refused>);
    // The parts before the latest change and after it.
    let moved = RwSignal::new(None::<(Plan, Plan)>);
    let try_change = move |act: &dyn Fn(&mut Course)| {
        let Some(before) = course.get_untracked() else { return };
        match changed(&before, act) {
            Ok(after) => {
                refused.set(None);
                let plans = (before.plan(), after.plan());
                change(app, |course| *course = after);
                let is_other = plans.0 != plans.1 && app.access.get_untracked() == Access::Writer;
                moved.set(is_other.then_some(plans));
            }
            Err(why) => {
                moved.set(None);
                refused.set(Some(why));
            }
        }
    };
    let set_total = move || {
        // The field is left once more when it goes with its page, and nobody waits for it then.
        let Some(text) = typed.try_get_untracked().flatten() else { return };
        match read_total(&text) {
            Ok(total) => {
                try_change(&|course| course.total = Some(total));
                // What was refused stays in its field, beside the reason.
                if refused.with_untracked(Option::is_none) {
                    typed.set(None);
                }
            }
            Err(why) => {
                moved.set(None);
                refused.set(Some(why));
            }
        }
    };
    let total = move || {
        let stored = move || course.with(|it| it.as_ref().map(|it| it.total().get().to_string()));
        typed.get().or_else(stored).unwrap_or_default()
    };
    let of_total = move || refused.get().filter(|why| *why == Refused::Total);
    let of_parts = move || refused.get().filter(|why| *why != Refused::Total);
    let length = move |phase: Phase| course.get().and_then(|mut it| *part_of(&mut it, phase));
    let part = move |phase: Phase, label: Msg| {
        let on_choose = move |chosen: String| {
            let chosen = chosen.parse().ok().and_then(|n: u8| PhaseLength::try_from(n).ok());
            try_change(&|course| *part_of(course, phase) = chosen);
        };
        view! {
            <Select
                label=t(label)
                choices=length_choices()
                chosen=Signal::derive(move || {
                    length(phase).map(|it| it.get().to_string()).unwrap_or_default()
                })
                on_choose=Callback::new(on_choose)
            />
        }
    };
    // Taken back, it is no news any more.
    let news = move || {
        let now = course.with(|it| it.as_ref().map(Course::plan));
        moved.get().filter(|(_, after)| now == Some(*after))
    };
    let is_own = move || course.with(|it| it.as_ref().is_some_and(|it| !it.is_usual()));
    let reset = move |()| {
        try_change(&|course| (course.beginning, course.ending) = (None, None));
        dom::focus_soon([".plan__parts select"]);
    };
    view! {
        <section class="section" aria-labelledby="plan-lengths">
            <h2 id="plan-lengths">{t(msg::plan_lengths())}</h2>
            {move || {
                standing
                    .get()
                    .and_then(|it| it.plan.map(|plan| view! { <PhaseLine plan n=it.n /> }))
            }}
            <form
                on:submit=move |event| {
                    event.prevent_default();
                    set_total();
                }
                on:focusout=move |_| set_total()
            >
                <TextField
                    label=t(msg::plan_total())
                    value=Signal::derive(total)
                    on_input=Callback::new(move |text: String| typed.set(Some(text)))
                    hint=t(msg::plan_total_hint())
                    error=Signal::derive(move || of_total().map(|why| t(why.message())))
                    keys="numeric"
                    max_length=2
                />
            </form>
            <div class="fields-row plan__parts">
                {part(Phase::Beginning, msg::plan_beginning())}
                {part(Phase::Ending, msg::plan_ending())}
            </div>
            <div role="alert" class="field__alert">
                {move || {
                    of_parts()
                        .map(|why| view! { <p class="field__error"><span>{t(why.message())}</span></p> })
                }}
            </div>
            <Shown when=is_own>
                <div>
                    <Button on_click=Callback::new(reset)>{t(msg::plan_reset())}</Button>
                </div>
            </Shown>
            <p role="status">
                {move || {
                    news().map(|(before, after)| t(msg::plan_moved(parts(before), parts(after))))
                }}
            </p>
            <p class="soft small">{t(msg::plan_rule())}</p>
            <p class="soft small">{t(msg::plan_not_held())}</p>
        </section>
    }
}

/// The length that somebody gave to a phase: the ending, or else the beginning.
fn part_of(course: &mut Course, phase: Phase) -> &mut Option<PhaseLength> {
    if phase == Phase::Ending { &mut course.ending } else { &mut course.beginning }
}

/// The lengths that a part can have.
fn length_choices() -> Vec<Choice> {
    let usual = Choice::new("", t(msg::plan_usual()));
    let lengths = PhaseLength::all().map(|it| it.get().to_string());
    std::iter::once(usual).chain(lengths.map(|n| Choice::new(n.clone(), n))).collect()
}

/// How often somebody who keeps well looks back.
#[component]
fn PaceChoice() -> impl IntoView {
    let app = AppState::expect();
    let standing = app.standing();
    let pace = move || standing.with(|it| place(Pace::ALL, &it.as_ref()?.course.pace()));
    view! {
        <section class="section">
            <ChipChoice
                legend=t(msg::plan_pace())
                choices=numbered(Pace::ALL, labels::pace)
                chosen=Signal::derive(pace)
                on_choose=Callback::new(move |chosen: Option<String>| {
                    if let Some(pace) = chosen.and_then(|it| at(Pace::ALL, &it)) {
                        change(app, |course| course.pace = Some(pace));
                    }
                })
            />
        </section>
    }
}

/// Putting the present course away for a new one. Nothing of it is deleted.
#[component]
fn NewCourse() -> impl IntoView {
    let app = AppState::expect();
    let asking = RwSignal::new(false);
    let begin = move |()| {
        asking.set(false);
        change(app, |course| course.archived = true);
        if app.access.get_untracked() == Access::Writer {
            app.show_undo(msg::plan_new_done());
            dom::scroll_to_top();
            dom::focus_soon(["main h1"]);
        }
    };
    view! {
        <section class="section" aria-labelledby="plan-new">
            <h2 id="plan-new">{t(msg::plan_new())}</h2>
            <p class="soft">{t(msg::plan_new_body())}</p>
            <div class="cluster">
                <Button on_click=Callback::new(move |()| asking.set(true))>
                    {t(msg::plan_new_action())}
                </Button>
                <LinkButton tone=Tone::Quiet href=Route::Sessions.href()>
                    {t(msg::sessions_title())}
                </LinkButton>
            </div>
            <ConfirmDialog
                open=asking
                title=t(msg::plan_new_title())
                text=t(msg::plan_new_body())
                confirm=t(msg::plan_new_confirm())
                cancel=t(msg::common_cancel())
                tone=Tone::Primary
                on_confirm=Callback::new(begin)
                on_cancel=Callback::new(move |()| asking.set(false))
            />
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_of_sessions_is_read_or_refused() {
        for (typed, expected) in [
            ("12", Ok(12)),
            (" 8 ", Ok(8)),
            ("20", Ok(20)),
            ("7", Err(Refused::Total)),
            ("21", Err(Refused::Total)),
            ("", Err(Refused::Total)),
            ("-8", Err(Refused::Total)),
            ("twelve", Err(Refused::Total)),
            ("999", Err(Refused::Total)),
        ] {
            assert_eq!(read_total(typed).map(Total::get), expected, "{typed}");
        }
    }

    #[test]
    fn what_leaves_no_middle_is_refused_and_the_plan_stays() {
        let length = |n| PhaseLength::try_from(n).ok();
        let twelve = Course {
            total: Total::try_from(12).ok(),
            beginning: length(4),
            ending: length(2),
            ..Course::new(Mode::InIpt)
        };
        let long = changed(&twelve, |it| (it.beginning, it.ending) = (length(6), length(5)));
        assert_eq!(long, Err(Refused::Middle(ShortMiddle { left: 1 })));
        let usual = changed(&twelve, |it| (it.beginning, it.ending) = (None, None));
        assert_eq!(usual.map(|it| it.plan()), Ok(Plan::usual(twelve.total())));
    }
}
