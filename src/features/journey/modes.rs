//! The four answers to where somebody is with IPT, each with its limits and first steps, and what
//! is asked before somebody works alone.

use leptos::prelude::*;
use satkarya_core::course::Mode;

use crate::i18n::{Msg, labels, msg, t};
use crate::route::Route;
use crate::ui::button::{Button, LinkButton, Tone};
use crate::ui::dialog::Dialog;

/// What an answer means, and what to do first.
fn words(mode: Mode) -> (Msg, Msg) {
    match mode {
        Mode::InIpt => (msg::mode_in_ipt_limits(), msg::mode_in_ipt_steps()),
        Mode::Waiting => (msg::mode_waiting_limits(), msg::mode_waiting_steps()),
        Mode::SelfGuided => (msg::mode_self_guided_limits(), msg::mode_self_guided_steps()),
        Mode::KeepingWell => (msg::mode_keeping_well_limits(), msg::mode_keeping_well_steps()),
    }
}

/// The limits and first steps of an answer.
pub(super) fn meaning(mode: Mode) -> impl IntoView {
    let (limits, steps) = words(mode);
    let medicine = (mode == Mode::KeepingWell).then(|| view! { <p>{t(msg::plan_medicine())}</p> });
    view! {
        <p>{t(limits)}</p>
        {medicine}
        <p class="soft">
            <strong>{t(msg::plan_steps())}</strong>
            " "
            {t(steps)}
        </p>
    }
}

/// All four answers, for somebody who has not given one.
#[component]
pub(super) fn Answers(on_choose: Callback<Mode>) -> impl IntoView {
    let answer = move |mode: &Mode| {
        let mode = *mode;
        let name = t(labels::mode(mode));
        view! {
            <section class="section">
                <h2>{name.clone()}</h2>
                {meaning(mode)}
                <div>
                    <Button on_click=Callback::new(move |()| on_choose.run(mode))>
                        {t(msg::plan_choose(name))}
                    </Button>
                </div>
            </section>
        }
    };
    Mode::ALL.iter().map(answer).collect_view()
}

/// When somebody should have a person at their side first. It stops nobody.
const FIRST: [fn() -> Msg; 8] = [
    msg::alone_life,
    msg::alone_senses,
    msg::alone_eating,
    msg::alone_low,
    msg::alone_drink,
    msg::alone_safe,
    msg::alone_young,
    msg::alone_baby,
];

/// What is said before somebody works alone, with help as near as going on.
#[component]
pub(super) fn Alone(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// The person has read it and goes on.
    on_go: Callback<()>,
) -> impl IntoView {
    let close = Callback::new(move |()| open.set(false));
    view! {
        <Dialog open title=t(msg::alone_title()) close_label=t(msg::common_close()) on_close=close>
            <p>{t(msg::alone_lead())}</p>
            <ul class="stack stack--tight">
                {FIRST.map(|words| view! { <li>{t(words())}</li> }).collect_view()}
            </ul>
            <p>{t(msg::alone_note())}</p>
            <div class="dialog__actions">
                <LinkButton href=Route::Support.href()>{t(msg::alone_help())}</LinkButton>
                <Button
                    tone=Tone::Primary
                    on_click=Callback::new(move |()| {
                        open.set(false);
                        on_go.run(());
                    })
                >
                    {t(msg::alone_understand())}
                </Button>
            </div>
        </Dialog>
    }
}
