//! Being safe comes first: what is asked before a sheet for two people, and what stands in its
//! place where one of them is not safe.

use leptos::prelude::*;
use satkarya_core::content::{self, Questions};
use satkarya_core::diary::Area;
use satkarya_core::focus::Told;
use satkarya_core::id::Id;
use satkarya_core::journal::Earlier;
use satkarya_core::people::{Person, Safe};
use satkarya_core::record::Body;
use satkarya_core::sheet::{Slot, Worksheet};

use super::work::Work;
use crate::i18n::{content_text, msg, names, t};
use crate::platform::{address, dom};
use crate::route::Route;
use crate::state::AppState;
use crate::ui::button::{Button, LinkButton, Tone};
use crate::ui::chips::{ChipChoice, Choice};
use crate::ui::choices::{at, place};
use crate::ui::disclosure::Disclosure;
use crate::ui::keyed::Keyed;
use crate::ui::page_head::PageHead;
use crate::ui::people_picker::PeoplePicker;
use crate::ui::shown::Shown;

/// How many people are offered.
const OFFERED: usize = 8;

/// The questions about being safe with the person it is about.
#[component]
pub(super) fn Gate(work: Work) -> impl IntoView {
    let app = AppState::expect();
    let with = Memo::new(move |_| work.it.with(|it| it.as_ref().and_then(Worksheet::with)));
    let answers = RwSignal::new([None::<Told>; 3]);
    let texts = content::questions_of(Area::Dispute).map(Questions::safety);
    let can_go_on = Memo::new(move |_| {
        answers.with(|it| it.iter().all(Option::is_some) || it.contains(&Some(Told::Yes)))
    });
    let go_on = move |()| {
        let given = answers.get_untracked();
        let safe = if given.contains(&Some(Told::Yes)) {
            Safe::NotAlways
        } else if given.contains(&Some(Told::RatherNot)) {
            Safe::RatherNot
        } else {
            Safe::Yes
        };
        settle(app, work, with.get_untracked(), safe);
    };
    let ask = move |n: usize, text: &'static str| {
        let choices: Vec<Choice> = Told::ALL
            .iter()
            .enumerate()
            .map(|(n, it)| Choice::new(n.to_string(), told(*it)))
            .collect();
        let chosen = move || {
            let it = answers.with(|all| all.get(n).copied().flatten())?;
            place(Told::ALL, &it)
        };
        let choose = move |it: Option<String>| {
            let it = it.and_then(|it| at(Told::ALL, &it));
            answers.update(|all| {
                if let Some(slot) = all.get_mut(n) {
                    *slot = it;
                }
            });
        };
        view! {
            <ChipChoice
                legend=content_text(text)
                choices
                chosen=Signal::derive(chosen)
                clearable=true
                on_choose=Callback::new(choose)
            />
        }
    };
    let toggle = move |id: Id| {
        let slot = Slot::of("with");
        let is_same = with.get_untracked() == Some(id);
        let value = if is_same { String::new() } else { id.to_string() };
        work.answer(slot, |it| it.set_text(slot, &value));
        work.change(|it| (it.safe, it.safe_on) = (None, None));
        answers.set([None; 3]);
    };
    let add = move |name| {
        if let Some(id) = app.add_person(name) {
            toggle(id);
        }
    };
    view! {
        <PageHead
            title=t(msg::sheet_safe_title())
            back=(Route::Sheets.href(), t(msg::sheets_title()))
            note=t(msg::sheet_safe_lead())
        />
        <div class="stack stack--loose no-print">
            <PeoplePicker
                legend=content_text(texts.map_or("", |it| &it.who))
                journal=app.journal
                favorites=app.favorite_people(OFFERED)
                chosen=Signal::derive(move || with.get().into_iter().collect::<Vec<_>>())
                on_toggle=Callback::new(toggle)
                on_add=Callback::new(add)
            />
            {texts
                .into_iter()
                .flat_map(|it| &it.questions)
                .enumerate()
                .map(|(n, text)| ask(n, text))
                .collect_view()}
            <div class="cluster">
                <Button
                    tone=Tone::Primary
                    disabled=Signal::derive(move || !can_go_on.get())
                    on_click=Callback::new(go_on)
                >
                    {t(msg::sheet_next())}
                </Button>
                <LinkButton tone=Tone::Quiet href=Route::Sheets.href()>
                    {t(msg::sheet_stop())}
                </LinkButton>
            </div>
        </div>
    }
}

fn told(told: Told) -> String {
    t(match told {
        Told::Yes => msg::gate_yes(),
        Told::No => msg::gate_no(),
        Told::RatherNot => msg::told_rather_not(),
    })
}

/// Keeps what was answered: on the person's page, or in the worksheet where nobody is named.
fn settle(app: AppState, work: Work, with: Option<Id>, safe: Safe) {
    work.visit.save();
    let is_unsafe = safe == Safe::NotAlways;
    // Whoever is not safe leaves no worksheet behind that was only opened.
    if with.is_none() || !is_unsafe || untrack(|| work.visit.is_made()) {
        work.change(|it| (it.safe, it.safe_on) = (Some(safe), Some(app.today())));
    }
    if let Some(id) = with {
        let person = app.journal.with_untracked(|it| it.person(id).map(|it| it.person.clone()));
        // What was said before is made no milder here: it is taken back on their page alone.
        if let Some(person) = person.filter(|it| !it.feels_unsafe()) {
            let wants_tools = person.wants_tools && !is_unsafe;
            let next = Person { safe: Some(safe), wants_tools, ..person };
            app.put(id, Body::Person(next), Earlier::Kept);
        }
    }
    if is_unsafe {
        address::go(&Route::Safety(with).to_string());
    } else {
        dom::focus_soon(["main h1"]);
    }
}

/// In place of a sheet that is for two people who are safe with each other.
#[component]
pub(super) fn HeldBack(work: Work) -> impl IntoView {
    let app = AppState::expect();
    let with = move || work.it.with(|it| it.as_ref().and_then(Worksheet::with));
    let name = move || {
        let id = with()?;
        app.journal.with(|journal| journal.person(id).map(|it| names::shown(it.person)))
    };
    // What somebody wrote before stays theirs: to be read, and to be deleted.
    let words = Memo::new(move |_| {
        work.ask(|it| it.texts().into_iter().map(str::to_owned).collect::<Vec<_>>())
    });
    let has_words = move || !words.with(Vec::is_empty);
    let delete = move |()| {
        address::go(&Route::Sheets.to_string());
        app.remove(work.visit.id, msg::sheet_deleted());
    };
    let body = move || match name() {
        Some(name) => t(msg::safety_held(name)),
        None => t(msg::sheet_held()),
    };
    view! {
        <PageHead
            title=content_text(&work.sheet.title)
            back=(Route::Sheets.href(), t(msg::sheets_title()))
        />
        <div class="stack no-print">
        <p class="serif">{t(msg::sheet_safe_first())}</p>
        <p>{body}</p>
        <div class="cluster">
            {move || {
                view! {
                    <LinkButton tone=Tone::Primary href=Route::Safety(with()).href()>
                        {t(msg::sheet_safe_open())}
                    </LinkButton>
                }
            }}
            <LinkButton href=Route::Support.href()>{t(msg::safety_more_support())}</LinkButton>
            <LinkButton href=Route::SheetKind("ask").href()>{t(msg::sheet_safe_ask())}</LinkButton>
        </div>
        <Shown when=has_words>
            <Disclosure summary=t(msg::sheet_own_words())>
                <ul class="sheet__own">
                    <Keyed
                        each=move || words.get().into_iter().enumerate()
                        key=Clone::clone
                        children=|(_, text): (usize, String)| {
                            view! {
                                <li translate="no" dir="auto">
                                    {text}
                                </li>
                            }
                        }
                    />
                </ul>
                <Button tone=Tone::Danger on_click=Callback::new(delete)>
                    {t(msg::sheet_delete())}
                </Button>
            </Disclosure>
        </Shown>
        </div>
    }
}
