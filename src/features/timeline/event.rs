//! What happened: a word is enough, and every other question may be left out.

use leptos::prelude::*;
use satkarya_core::diary::toggle;
use satkarya_core::id::Id;
use satkarya_core::life::{EventSort, Impact, LifeEvent};
use satkarya_core::record::Body;
use satkarya_core::text::Name;

use super::date::{DatePart, Which};
use super::part::{NoteField, TitleField};
use crate::i18n::{labels, msg, names, t};
use crate::route::Route;
use crate::state::{AppState, Visit};
use crate::ui::chips::ChipChoice;
use crate::ui::choices::{at, numbered, place};
use crate::ui::disclosure::Disclosure;
use crate::ui::keyed::Keyed;
use crate::ui::people_picker::PeoplePicker;
use crate::ui::shown::Shown;

/// How many people are offered first.
const N_PEOPLE: usize = 6;

fn read<T>(visit: Visit, read: impl FnOnce(&LifeEvent) -> Option<T>) -> Option<T> {
    visit.read(|body| if let Body::Event(event) = body { read(event) } else { None })
}

fn change(visit: Visit, act: impl FnOnce(&mut LifeEvent)) {
    visit.change(|body| {
        if let Body::Event(event) = body {
            act(event);
        }
    });
}

/// The questions.
#[component]
pub(super) fn EventForm(visit: Visit) -> impl IntoView {
    let app = AppState::expect();
    let people = Memo::new(move |_| read(visit, |it| Some(it.people.clone())).unwrap_or_default());
    let add_person = move |name: Name| {
        if let Some(id) = app.add_person(name) {
            change(visit, |it| it.people.push(id));
        }
    };
    let has_more = untrack(|| read(visit, |it| Some(it.until.is_some() || !it.note.is_blank())));
    let link = move |id: Id| {
        let name = move || app.journal.with(|journal| names::person(id, journal));
        view! {
            <li>
                <a class="tag tag--person" translate="no" href=Route::Person(id).href()>
                    {name}
                </a>
            </li>
        }
    };
    // Somebody who was deleted has no page.
    let known = move || {
        let people = people.get();
        app.journal
            .with(|it| people.into_iter().filter(|id| it.person(*id).is_some()).collect::<Vec<_>>())
    };
    view! {
        <TitleField visit label=msg::event_title() hint=msg::event_title_hint() />
        <DatePart visit which=Which::When legend=msg::event_when() />
        <ChipChoice
            legend=t(msg::event_sort())
            choices=numbered(EventSort::ALL, labels::sort)
            clearable=true
            chosen=Signal::derive(move || read(visit, |it| place(EventSort::ALL, &it.sort?)))
            on_choose=Callback::new(move |word: Option<String>| {
                change(visit, |it| it.sort = word.and_then(|word| at(EventSort::ALL, &word)));
            })
        />
        <div class="stack stack--tight">
            <PeoplePicker
                legend=t(msg::event_people())
                journal=app.journal
                favorites=app.favorite_people(N_PEOPLE)
                chosen=people
                on_toggle=Callback::new(move |id| change(visit, |it| toggle(&mut it.people, id)))
                on_add=Callback::new(add_person)
            />
            <Shown when=move || !known().is_empty()>
                <div class="cluster">
                    <span class="soft small">{t(msg::event_people_pages())}</span>
                    <ul class="tags" role="list">
                        <Keyed each=known key=|id| *id children=link />
                    </ul>
                </div>
            </Shown>
        </div>
        <ChipChoice
            legend=t(msg::event_impact())
            choices=numbered(Impact::ALL, labels::impact)
            clearable=true
            chosen=Signal::derive(move || read(visit, |it| place(Impact::ALL, &it.impact?)))
            on_choose=Callback::new(move |word: Option<String>| {
                change(visit, |it| it.impact = word.and_then(|word| at(Impact::ALL, &word)));
            })
        />
        <p class="soft small">{t(msg::event_impact_note())}</p>
        <Disclosure summary=t(msg::event_more()) open=has_more.unwrap_or_default()>
            <div class="stack">
                <DatePart
                    visit
                    which=Which::Until
                    legend=msg::event_until()
                    hint=msg::event_until_hint()
                />
                <NoteField visit />
            </div>
        </Disclosure>
    }
}
