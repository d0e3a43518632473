//! The page of one person: who they are, what was written about them, and what can be done.

use leptos::prelude::*;
use satkarya_core::id::Id;
use satkarya_core::people::{Person, Status};

use super::edit::EditForm;
use super::entries::{Entries, naming};
use super::events::LifeEvents;
use super::fields::{self, Ask, change};
use super::finding::{Counted, PersonFinding};
use super::more::told;
use super::remove::Remove;
use super::worked::Worked;
use crate::i18n::{dates, labels, msg, names, t};
use crate::platform::dom;
use crate::route::Route;
use crate::state::{AppState, Visit};
use crate::ui::button::{Button, LinkButton, Tone};
use crate::ui::gone::Gone;
use crate::ui::icon::{Icon, IconName};
use crate::ui::not_kept::NotKept;
use crate::ui::page_head::PageHead;
use crate::ui::shown::Shown;
use crate::ui::text_field::TextField;
use crate::ui::toggle_row::ToggleRow;

/// The page.
#[component]
pub(super) fn PersonPage(
    /// Whose.
    id: Id,
) -> impl IntoView {
    let app = AppState::expect();
    let visit = Visit::begin(app, id, fields::fill);
    let is_there = Memo::new(move |_| fields::read(visit, |_| Some(())).is_some());
    let gone = || view! { <Gone back=Route::People.href() title=t(msg::people_title()) /> };
    view! {
        <Shown when=move || is_there.get() fallback=gone>
            <There visit />
        </Shown>
    }
}

/// The page of somebody who is there.
#[component]
fn There(visit: Visit) -> impl IntoView {
    let app = AppState::expect();
    let person = Memo::new(move |_| fields::read(visit, |it| Some(it.clone())));
    let read = move |read: fn(&Person) -> bool| person.with(|it| it.as_ref().is_some_and(read));
    let name =
        Memo::new(move |_| person.with(|it| it.as_ref().map(names::shown)).unwrap_or_default());
    let has_died = Memo::new(move |_| read(|it| it.status == Status::Died));
    // Nobody is asked to turn to somebody they are afraid of.
    let is_feared = Memo::new(move |_| read(Person::feels_unsafe));
    // What lies back is not put before anybody's eyes unasked.
    let is_past = Memo::new(move |_| read(Person::is_past));
    let entries = naming(app, visit.id);
    let is_archived = Memo::new(move |_| read(|it| it.archived));
    let editing = RwSignal::new(false);
    let about = move || person.with(|it| it.as_ref().map(about)).unwrap_or_default();
    let edited = Callback::new(move |()| {
        editing.set(false);
        dom::focus_soon([".person__edit-button"]);
    });
    // Somebody of the sample diary goes with it, and would leave a gap in an own entry.
    let is_sample = app.is_sample(visit.id);
    let write = move || {
        let tone = if has_died.get() { Tone::Plain } else { Tone::Primary };
        (!is_sample).then(|| {
            view! {
                <LinkButton
                    tone
                    href=Route::Write.href()
                    on:click=move |_| app.start_with.set(Some(visit.id))
                >
                    {move || t(msg::person_write(name.get()))}
                </LinkButton>
            }
        })
    };
    view! {
        <div class="page person">
            <PageHead
                title=name
                back=(Route::People.href(), t(msg::people_title()))
                note=Signal::derive(move || Some(about()))
            >
                {write}
                <button
                    class="button person__edit-button"
                    type="button"
                    aria-expanded=move || editing.get().to_string()
                    on:click=move |_| editing.update(|editing| *editing = !*editing)
                >
                    <Icon name=IconName::Edit />
                    {t(msg::common_edit())}
                </button>
            </PageHead>
            <Shown when=move || is_archived.get()>
                <div class="card cluster cluster--between">
                    <p>{move || t(msg::person_archived_note(name.get()))}</p>
                    <Button on_click=Callback::new(move |()| {
                        change(visit, |it| it.archived = false);
                        dom::focus_soon(["main h1"]);
                    })>{t(msg::person_unarchive())}</Button>
                </div>
            </Shown>
            <Shown when=move || editing.get()>
                <EditForm visit person on_done=edited />
            </Shown>
            {move || {
                let note = person.with(|it| it.as_ref().map(|it| it.note.to_string()));
                note.filter(|note| !editing.get() && !note.trim().is_empty())
                    .map(|note| {
                        view! {
                            <p class="own-words" translate="no" dir="auto">
                                {note}
                            </p>
                        }
                    })
            }}
            {move || {
                let told = person.with(|it| it.as_ref().map(told)).unwrap_or_default();
                (!editing.get() && !told.is_empty()).then(|| view! { <Told told /> })
            }}
            <Shown when=move || !has_died.get() && !is_archived.get() && !is_feared.get()>
                <Trust visit person />
            </Shown>
            <LifeEvents person=visit.id />
            <Worked person=visit.id />
            <PersonFinding counted=Counted::Feelings person=visit.id entries name folded=is_past />
            <PersonFinding counted=Counted::BeforeAfter person=visit.id entries name folded=is_past />
            <Entries
                ids=entries
                name
                says_last=Signal::derive(move || !has_died.get())
            />
            <Remove visit name archived=is_archived />
        </div>
    }
}

/// Who they are and whether they are there, in a few words.
fn about(person: &Person) -> String {
    let relation = person.relation.map(|relation| t(labels::relation(relation)));
    let died = person.died_when.filter(|_| person.status == Status::Died).map(dates::fuzzy);
    let words = relation.into_iter().chain([t(labels::status(person.status))]).chain(died);
    words.collect::<Vec<_>>().join(" · ")
}

/// What was answered about the relationship.
#[component]
fn Told(told: Vec<(String, String)>) -> impl IntoView {
    let facts = told
        .into_iter()
        .map(|(question, answer)| {
            view! {
                <dt>{question}</dt>
                <dd translate="no" dir="auto">{answer}</dd>
            }
        })
        .collect_view();
    view! { <dl class="person__told">{facts}</dl> }
}

/// Whether the person who writes could turn to them, and how.
#[component]
fn Trust(visit: Visit, person: Memo<Option<Person>>) -> impl IntoView {
    let trusted = Memo::new(move |_| person.with(|it| it.as_ref().is_some_and(|it| it.trusted)));
    view! {
        <section class="section" on:focusout=move |_| visit.save()>
            <ToggleRow
                label=t(msg::person_trusted())
                hint=t(msg::person_trusted_hint())
                on=trusted
                on_change=Callback::new(move |on| change(visit, |it| it.trusted = on))
            />
            <Shown when=move || trusted.get()>
                <TextField
                    label=t(msg::person_phone())
                    value=Ask::Phone.shown(visit)
                    on_input=Ask::Phone.type_in(visit)
                    hint=t(msg::person_phone_hint())
                    max_length=40
                    keys="tel"
                />
                <NotKept when=AppState::expect().is_read_only() />
            </Shown>
        </section>
    }
}
