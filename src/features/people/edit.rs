//! What is known of a person, to be changed. Everything is saved as it is left; Done only closes.

use leptos::html;
use leptos::prelude::*;
use satkarya_core::people::{Person, Relation, Ring, Status};

use super::fields::{Ask, change};
use super::more::{MoreAbout, put};
use super::naming::{self, NoName, name_of};
use crate::i18n::{labels, msg, t};
use crate::state::{AppState, Prefs, Visit};
use crate::ui::button::{Button, Tone};
use crate::ui::chips::{ChipChoice, Choice};
use crate::ui::choices::{at, numbered, place};
use crate::ui::fuzzy_field::FuzzyField;
use crate::ui::not_kept::NotKept;
use crate::ui::room_left::{MAX_NOTE, RoomLeft};
use crate::ui::select::Select;
use crate::ui::shown::Shown;
use crate::ui::text_area::TextArea;
use crate::ui::text_field::TextField;

/// The form for somebody who is there already.
#[component]
pub(super) fn EditForm(
    visit: Visit,
    person: Memo<Option<Person>>,
    on_done: Callback<()>,
) -> impl IntoView {
    let app = AppState::expect();
    let people = app.people();
    let (name, note) = (Ask::Name.shown(visit), Ask::Note.shown(visit));
    let problem = Memo::new(move |_| name.with(|name| name_of(name)).err());
    let taken = Memo::new(move |_| {
        let people = people.get();
        let own = Some(visit.id);
        name.with(|name| naming::taken(people.iter().map(AsRef::as_ref), name, own)).map(t)
    });
    let relation = move || person.with(|it| it.as_ref().and_then(|it| it.relation));
    let status = move || person.with(|it| it.as_ref().map_or(Status::Present, |it| it.status));
    let died_when = Memo::new(move |_| person.with(|it| it.as_ref()?.died_when));
    let half = app.prefs.with_untracked(Prefs::half);
    let done = move |()| {
        visit.save();
        if problem.get_untracked().is_none() {
            on_done.run(());
        }
    };
    let field = NodeRef::<html::Input>::new();
    // Whoever opens the form is about to type.
    Effect::new(move || {
        if let Some(field) = field.get() {
            // A field that cannot take the focus leaves it where it was.
            drop(field.focus());
        }
    });
    view! {
        <section
            class="stack person__edit"
            aria-label=move || t(msg::person_edit_title(name.get()))
            on:focusout=move |_| visit.save()
        >
            <NotKept when=app.is_read_only() />
            <div>
            <TextField
                label=t(msg::person_name())
                value=name
                on_input=Ask::Name.type_in(visit)
                hint=t(msg::person_name_hint())
                error=Signal::derive(move || problem.get().map(|why: NoName| t(why.message())))
                node_ref=field
            />
            <p class="soft small people__said" role="status">
                {move || taken.get()}
            </p>
            </div>
            <RelationSelect
                value=Signal::derive(relation)
                on_change=Callback::new(move |chosen| change(visit, |it| it.relation = chosen))
            />
            <StatusChoice
                value=Signal::derive(status)
                on_change=Callback::new(move |chosen| change(visit, |it| it.status = chosen))
            />
            <Shown when=move || status() == Status::Died>
                <FuzzyField
                    legend=t(msg::person_died_when())
                    value=died_when
                    on_change=Callback::new(move |date| change(visit, |it| it.died_when = date))
                    half
                    last_year=app.last_year()
                />
            </Shown>
            <RingChoice
                value=Signal::derive(move || person.with(|it| it.as_ref().and_then(Person::stands)))
                on_change=Callback::new(move |ring| put(app, visit, ring))
            />
            <div>
            <TextArea
                label=t(msg::person_note())
                value=note
                on_input=Ask::Note.type_in(visit)
                max_length=MAX_NOTE
            />
            <RoomLeft text=note />
            </div>
            <MoreAbout visit person />
            <div>
                <Button tone=Tone::Primary on_click=Callback::new(done)>
                    {t(msg::common_done())}
                </Button>
            </div>
        </section>
    }
}

/// Who somebody is, or nothing.
#[component]
pub(super) fn RelationSelect(
    #[prop(into)] value: Signal<Option<Relation>>,
    on_change: Callback<Option<Relation>>,
) -> impl IntoView {
    let mut choices = vec![Choice::new("", t(msg::common_none_chosen()))];
    choices.extend(numbered(Relation::ALL, labels::relation));
    view! {
        <Select
            label=t(msg::person_relation())
            choices
            chosen=Signal::derive(move || {
                value.get().and_then(|it| place(Relation::ALL, &it)).unwrap_or_default()
            })
            on_choose=Callback::new(move |word: String| on_change.run(at(Relation::ALL, &word)))
        />
    }
}

/// How near somebody stands, to be tapped.
#[component]
pub(super) fn RingChoice(
    #[prop(into)] value: Signal<Option<Ring>>,
    on_change: Callback<Option<Ring>>,
) -> impl IntoView {
    view! {
        <ChipChoice
            legend=t(msg::person_ring())
            choices=numbered(Ring::ALL, labels::ring)
            clearable=true
            chosen=Signal::derive(move || place(Ring::ALL, &value.get()?))
            on_choose=Callback::new(move |word: Option<String>| {
                on_change.run(word.and_then(|word| at(Ring::ALL, &word)));
            })
        />
    }
}

/// How near somebody stands, or not placed yet.
#[component]
pub(super) fn RingSelect(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] value: Signal<Option<Ring>>,
    on_change: Callback<Option<Ring>>,
) -> impl IntoView {
    let mut choices = vec![Choice::new("", t(msg::circle_waiting()))];
    choices.extend(numbered(Ring::ALL, labels::ring));
    view! {
        <Select
            label
            choices
            chosen=Signal::derive(move || {
                value.get().and_then(|it| place(Ring::ALL, &it)).unwrap_or_default()
            })
            on_choose=Callback::new(move |word: String| on_change.run(at(Ring::ALL, &word)))
        />
    }
}

/// Whether somebody is there.
#[component]
pub(super) fn StatusChoice(
    #[prop(into)] value: Signal<Status>,
    on_change: Callback<Status>,
) -> impl IntoView {
    view! {
        <ChipChoice
            legend=t(msg::person_status())
            choices=numbered(Status::ALL, labels::status)
            chosen=Signal::derive(move || place(Status::ALL, &value.get()))
            on_choose=Callback::new(move |word: Option<String>| {
                if let Some(status) = word.and_then(|word| at(Status::ALL, &word)) {
                    on_change.run(status);
                }
            })
        />
    }
}
