//! Trying an area on, and choosing it: one to work on, and at most a second one.
//!
//! Nothing is chosen before somebody chooses it, and every choice can be undone and changed.

use leptos::prelude::*;
use satkarya_core::content;
use satkarya_core::course::Milestone;
use satkarya_core::diary::Area;
use satkarya_core::focus::{Focus, choose, current, formulations, goals, safety_first};
use satkarya_core::journal::{Earlier, Journal};
use satkarya_core::record::Body;

use super::make;
use crate::i18n::{Msg, content_text, labels, msg, t};
use crate::platform::dom;
use crate::route::Route;
use crate::state::{Access, AppState};
use crate::ui::button::{Button, LinkButton, Tone};
use crate::ui::chips::{ChipChoice, Choice};
use crate::ui::choices::{at, place};

/// The area that is tried on, and the first of all.
const CHOSEN: &str = ".try .chip__input:checked";
const FIRST: &str = ".try .chip__input";

/// Keeps a choice. Several of one day are one in the history.
pub(super) fn keep(app: AppState, main: Area, second: Option<Area>, said: Msg) {
    let today = app.today();
    let standing = untrack(|| app.standing().get());
    let halfway = standing.filter(|it| it.milestone() == Some(Milestone::Halfway)).map(|it| it.id);
    let (there, focus) =
        app.journal.with_untracked(|journal| choose(journal, today, main, second, halfway));
    let is_kept = match there {
        Some(id) => {
            app.put(id, Body::Focus(focus), Earlier::Kept);
            app.access.get_untracked() == Access::Writer
        }
        None => make(app, Body::Focus(focus)).is_some(),
    };
    if is_kept {
        app.show_undo(said);
    }
}

/// The four areas to try on.
#[component]
pub(super) fn Chooser(
    /// What somebody's answers point to. One alone is tried on at once; of several, none.
    #[prop(optional)]
    suggested: Vec<Area>,
    /// Say here what is chosen at present.
    #[prop(optional)]
    with_now: bool,
) -> impl IntoView {
    let app = AppState::expect();
    let alone = if let [area] = *suggested { Some(area) } else { None };
    let trying = RwSignal::new(alone);
    let now = Memo::new(move |_| app.journal.with(|journal| current(journal).cloned()));
    let safety = Memo::new(move |_| app.journal.with(safety_first));
    let choice = move |area: &Area| {
        let choice =
            Choice::new(place(Area::ALL, area).unwrap_or_default(), t(labels::area(*area)));
        if suggested.contains(area) { choice.noted(t(msg::try_suggested())) } else { choice }
    };
    let choices: Vec<Choice> = Area::ALL.iter().map(choice).collect();
    let confirm = move |()| {
        let Some(area) = trying.get_untracked() else { return };
        let second = now.with_untracked(|it| it.as_ref().and_then(Focus::second));
        let chosen = t(labels::area(area));
        keep(app, area, second.filter(|it| *it != area), msg::focus_chosen(chosen));
        // The button goes.
        dom::focus_soon([CHOSEN]);
    };
    let second = move |()| {
        let main = now.with_untracked(|it| it.as_ref().map(|it| it.main));
        let (Some(area), Some(main)) = (trying.get_untracked(), main) else { return };
        keep(app, main, Some(area), msg::focus_second_chosen(t(labels::area(area))));
        dom::focus_soon([CHOSEN]);
    };
    let other = move |()| {
        trying.set(None);
        dom::focus_soon([FIRST]);
    };
    let preview = move || {
        let area = trying.get()?;
        let questions = content::questions_of(area)?;
        let about = match safety.get() {
            Some(who) if area == Area::Dispute => view! {
                <p>{t(msg::try_held())}</p>
                <p><a href=Route::Safety(who).href()>{t(msg::outcome_safe_link())}</a></p>
            }
            .into_any(),
            _ => view! { <p class="serif">{content_text(questions.preview())}</p> }.into_any(),
        };
        let (is_main, can_be_second) = now.with(|it| {
            let is_main = it.as_ref().is_some_and(|it| it.main == area);
            (is_main, it.as_ref().is_some_and(|it| !it.has(area)))
        });
        // Being safe is the one thing that is put forward there.
        let is_held = safety.get().is_some() && area == Area::Dispute;
        let tone = if is_held { Tone::Plain } else { Tone::Primary };
        let confirm = (!is_main).then(|| {
            view! {
                <Button tone on_click=Callback::new(confirm)>
                    {t(msg::try_confirm())}
                </Button>
            }
        });
        let onwards = is_main.then(|| view! { <Onwards /> });
        let second = can_be_second.then(|| {
            view! {
                <Button on_click=Callback::new(second)>{t(msg::try_second())}</Button>
            }
        });
        let read = content::page_of_area(area).map(|page| {
            view! {
                <LinkButton tone=Tone::Quiet href=Route::Article(page.id().as_str()).href()>
                    {t(msg::try_read())}
                </LinkButton>
            }
        });
        Some(view! {
            <div class="card stack">
                <h3>{t(labels::area(area))}</h3>
                {about}
                <div class="cluster">
                    {confirm}
                    {onwards}
                    {second}
                    <Button tone=Tone::Quiet on_click=Callback::new(other)>
                        {t(msg::try_other())}
                    </Button>
                    {read}
                </div>
            </div>
        })
    };
    view! {
        <section class="section stack stack--tight try no-print" aria-labelledby="try-title">
            <h2 id="try-title">{t(msg::try_title())}</h2>
            <p class="soft">{t(msg::try_lead())}</p>
            <ChipChoice
                legend=t(msg::try_choose())
                legend_hidden=true
                choices=Signal::stored(choices)
                chosen=Signal::derive(move || place(Area::ALL, &trying.get()?))
                clearable=true
                on_choose=Callback::new(move |chosen: Option<String>| {
                    trying.set(chosen.and_then(|it| at(Area::ALL, &it)));
                })
            />
            {preview}
            {with_now.then(|| view! { <Now /> })}
        </section>
    }
}

/// Where to go on from the focus: what is not there yet, one thing at a time.
#[component]
fn Onwards() -> impl IntoView {
    let app = AppState::expect();
    let next = Memo::new(move |_| app.journal.with(onwards));
    move || {
        let (route, words) = match next.get()? {
            Next::Summary => (Route::Summary, msg::focus_next_summary()),
            Next::Goals => (Route::Goals, msg::focus_next_goals()),
        };
        let href = route.href();
        Some(view! { <LinkButton tone=Tone::Primary href>{t(words)}</LinkButton> })
    }
}

/// What comes after the focus.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Next {
    Summary,
    Goals,
}

fn onwards(journal: &Journal) -> Option<Next> {
    let has_goal = goals(journal, false).iter().any(|(_, it)| !it.text.is_blank());
    if formulations(journal).is_empty() {
        Some(Next::Summary)
    } else {
        (!has_goal).then_some(Next::Goals)
    }
}

/// What is chosen at present, with its date.
#[component]
pub(super) fn Now() -> impl IntoView {
    use satkarya_core::focus::since;
    let app = AppState::expect();
    let now = Memo::new(move |_| {
        app.journal.with(|journal| Some((current(journal)?.clone(), since(journal)?)))
    });
    let drop_second = move |()| {
        if let Some((focus, _)) = now.get_untracked() {
            keep(app, focus.main, None, msg::focus_second_dropped());
            dom::focus_soon([CHOSEN, FIRST]);
        }
    };
    move || {
        let (focus, since) = now.get()?;
        let since = crate::i18n::dates::day(since, crate::i18n::dates::DateStyle::Full);
        let second = focus.second().map(|area| {
            view! {
                <p>{t(msg::focus_second_is(t(labels::area(area))))}</p>
                <div class="no-print">
                    <Button tone=Tone::Quiet on_click=Callback::new(drop_second)>
                        {t(msg::focus_second_drop())}
                    </Button>
                </div>
            }
        });
        Some(view! {
            <div class="next-step">
                <p class="next-step__label">{t(msg::focus_since(since))}</p>
                <p class="serif place__at">{t(labels::area(focus.main))}</p>
                {second}
            </div>
        })
    }
}

#[cfg(test)]
mod tests {
    use satkarya_core::focus::{Formulation, Goal};
    use satkarya_core::id::Id;
    use satkarya_core::stamp::StampClock;
    use satkarya_core::text::Text;

    use super::*;

    #[test]
    fn after_the_focus_come_the_summary_and_then_the_goals() {
        let day = "2026-11-24".parse().expect("a day");
        let (mut journal, mut clock) = (Journal::new(), StampClock::new(1));
        let mut put = |n: u8, body| {
            journal.put(Id::from_bytes([n; 16]), body, clock.tick(1), Earlier::Kept);
            onwards(&journal)
        };
        assert_eq!(onwards(&Journal::new()), Some(Next::Summary));
        assert_eq!(put(1, Body::Goal(Goal::new(day))), Some(Next::Summary));
        assert_eq!(put(2, Body::Formulation(Formulation::new(day))), Some(Next::Goals));
        let goal = Goal { text: Text::cut("call Sam"), ..Goal::new(day) };
        assert_eq!(put(1, Body::Goal(goal)), None);
    }
}
