//! Safety with somebody: what to know, who to call, and what is held back.
//!
//! It opens where somebody said that they do not feel safe with a person. It neither asks nor
//! advises anything about that person, and its address and title say nothing.

use leptos::prelude::*;
use satkarya_core::content::{self, LineGroup, Region, RegionId};
use satkarya_core::focus::reflections;
use satkarya_core::id::Id;
use satkarya_core::journal::Journal;
use satkarya_core::people::Person;
use satkarya_core::record::Body;
use satkarya_core::sheet::{tells_unsafe, worksheets};

use super::known;
use super::lines::{directory_list, line_list};
use super::place::{Emergency, RegionPicker};
use super::shown::Shown as Lines;
use crate::i18n::help::checked;
use crate::i18n::{msg, names, t};
use crate::platform::dom;
use crate::route::Route;
use crate::state::{AppState, Visit};
use crate::ui::button::{Button, LinkButton, Tone};
use crate::ui::dialog::ConfirmDialog;
use crate::ui::icon::{Icon, IconName};
use crate::ui::page_head::PageHead;
use crate::ui::shown::Shown;

/// The page.
#[component]
pub fn SafetyPage(
    /// With whom, if somebody was named.
    person: Option<Id>,
) -> impl IntoView {
    let app = AppState::expect();
    let chosen = Memo::new(move |_| app.prefs.with(|prefs| prefs.region().and_then(known)));
    let choose = move |id: &'static RegionId| {
        app.set_prefs(|prefs| prefs.set_region(id.as_str()));
        dom::focus("main h1");
    };
    let said = Memo::new(move |_| {
        person.and_then(|id| {
            app.journal.with(|journal| journal.person(id).map(|it| names::shown(it.person)))
        })
    });
    // Whoever said nothing has described nothing.
    let told = Memo::new(move |_| {
        let in_questions = |journal: &Journal| {
            let sittings = reflections(journal);
            sittings.first().is_some_and(|(_, it)| it.tells_unsafe() && it.who == person)
        };
        let on_page = |journal: &Journal| {
            let person = person.and_then(|id| journal.person(id));
            person.is_some_and(|it| it.person.feels_unsafe())
        };
        let in_sheets = |journal: &Journal| {
            let mut all = worksheets(journal).into_iter();
            all.any(|(_, it)| it.with() == person && it.safe.is_some_and(tells_unsafe))
        };
        app.journal.with(|journal| {
            on_page(journal) || in_questions(journal) || (person.is_none() && in_sheets(journal))
        })
    });
    let body = move || t(if told.get() { msg::safety_body() } else { msg::safety_rather_not() });
    let back = move || {
        let id = person?;
        let name = said.get()?;
        Some(
            view! { <LinkButton href=Route::Person(id).href()>{t(msg::safety_more_person(name))}</LinkButton> },
        )
    };
    // Whoever came here from the questions can go on with them.
    let questions = move || {
        let open = app.journal.with(|journal| {
            reflections(journal).first().filter(|(_, it)| !it.done).map(|(id, _)| *id)
        })?;
        Some(view! {
            <LinkButton href=Route::Sitting(open).href()>{t(msg::safety_more_questions())}</LinkButton>
        })
    };
    view! {
        <div class="page support no-print">
            <PageHead title=t(msg::safety_title()) back=(Route::People.href(), t(msg::people_title())) />
            <p class="serif">{body}</p>
            <div class="cluster">
                <button class="button" type="button" data-sk-leave="">
                    <Icon name=IconName::Leave />
                    {t(msg::support_leave())}
                </button>
                {questions}
            </div>
            {move || match chosen.get().and_then(content::region) {
                Some(region) => view! { <Numbers region /> }.into_any(),
                None => {
                    view! { <RegionPicker chosen=None on_choose=Callback::new(choose) /> }.into_any()
                }
            }}
            <section class="section stack">
                <h2>{t(msg::safety_device_title())}</h2>
                <ul>
                    <li>{t(msg::safety_device_write())}</li>
                    <li>{t(msg::safety_device_leave())}</li>
                    <li>{t(msg::safety_device_other())}</li>
                    <li>{t(msg::safety_device_code())}</li>
                </ul>
            </section>
            <section class="section stack">
                <h2>{t(msg::safety_more_title())}</h2>
                <div class="cluster">
                    <LinkButton href=Route::Support.href()>{t(msg::safety_more_support())}</LinkButton>
                    {back}
                </div>
            </section>
            {person.map(|id| view! { <Held id /> })}
        </div>
    }
}

/// Who to call, not folded away: somebody asked for it by coming here.
#[component]
fn Numbers(region: &'static Region) -> impl IntoView {
    let shown = Lines::of(region, LineGroup::Abuse);
    view! {
        <Emergency region />
        <section class="stack">
            <h2>{t(msg::support_lines_title())}</h2>
            {line_list(shown.first)}
            {line_list(shown.more)}
            {directory_list(shown.directories)}
            <p class="soft small">{t(msg::support_checked(checked(region)))}</p>
            <p>{t(msg::support_tap_note())}" "{t(msg::support_no_answer())}</p>
        </section>
    }
}

/// What is held back for a person, and having it all the same, which is asked twice.
#[component]
fn Held(id: Id) -> impl IntoView {
    let visit = Visit::begin(AppState::expect(), id, |_, _, _| true);
    let person = Memo::new(move |_| {
        visit.read(|body| if let Body::Person(person) = body { Some(person.clone()) } else { None })
    });
    let name = move || person.with(|it| it.as_ref().map(names::shown).unwrap_or_default());
    let asking = RwSignal::new(false);
    let want = move |wants: bool| {
        asking.set(false);
        visit.change(|body| {
            if let Body::Person(person) = body {
                person.wants_tools = wants;
            }
        });
        dom::focus_soon([".support__held button"]);
    };
    let is_unsafe =
        Memo::new(move |_| person.with(|it| it.as_ref().is_some_and(Person::feels_unsafe)));
    let is_held = Memo::new(move |_| person.with(|it| it.as_ref().is_some_and(Person::holds_back)));
    view! {
        <Shown when=move || is_unsafe.get()>
            <section class="section stack support__held">
                <h2>{t(msg::safety_tools_title())}</h2>
                <Shown
                    when=move || is_held.get()
                    fallback=move || {
                        view! {
                            <p>{move || t(msg::safety_tools_shown(name()))}</p>
                            <div>
                                <Button on_click=Callback::new(move |()| want(false))>
                                    {t(msg::safety_tools_hold())}
                                </Button>
                            </div>
                        }
                    }
                >
                    <p>{move || t(msg::safety_held(name()))}</p>
                    <div>
                        <Button tone=Tone::Quiet on_click=Callback::new(move |()| asking.set(true))>
                            {t(msg::safety_tools_want())}
                        </Button>
                    </div>
                </Shown>
                <ConfirmDialog
                    open=asking
                    title=Signal::derive(move || t(msg::safety_tools_sure_title(name())))
                    text=Signal::derive(move || t(msg::safety_tools_sure()))
                    confirm=t(msg::safety_tools_confirm())
                    cancel=t(msg::common_cancel())
                    on_confirm=Callback::new(move |()| want(true))
                    on_cancel=Callback::new(move |()| asking.set(false))
                />
            </section>
        </Shown>
    }
}
