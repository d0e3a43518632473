//! The list: everybody by group and name, a search once there are many, and adding in place.

use leptos::prelude::*;
use satkarya_core::id::Id;
use satkarya_core::people::{Person, Status};
use satkarya_core::record::Record;

use super::Pane;
use super::add::AddForm;
use super::groups::{Group, Grouped};
use crate::i18n::{labels, msg, names, t};
use crate::platform::dom;
use crate::route::Route;
use crate::state::AppState;
use crate::ui::button::{Button, Tone};
use crate::ui::empty_state::EmptyState;
use crate::ui::icon::{Icon, IconName};
use crate::ui::keyed::Keyed;
use crate::ui::page_head::PageHead;
use crate::ui::rings::Rings;
use crate::ui::search_field::SearchField;
use crate::ui::shown::Shown;

/// From how many people on there is a search.
const SEARCH_FROM: usize = 9;

/// The list.
#[component]
pub(super) fn PeopleList(
    /// Whose page is open.
    current: Memo<Option<Id>>,
    /// Whether the circle has the page.
    is_circle: Memo<bool>,
    /// Where somebody is being added.
    adding: RwSignal<Option<Pane>>,
) -> impl IntoView {
    let app = AppState::expect();
    let people = app.people();
    let typed = RwSignal::new(String::new());
    let n_people = Memo::new(move |_| people.with(Vec::len));
    let has_search = Memo::new(move |_| n_people.get() >= SEARCH_FROM);
    let grouped = Memo::new(move |_| {
        let typed = if has_search.get() { typed.get() } else { String::new() };
        people.with(|people| Grouped::new(people.iter().map(AsRef::as_ref), &typed))
    });
    let n_found = Memo::new(move |_| grouped.with(|it| it.n_found));
    let found = move || {
        let is_searching = typed.with(|text| !text.trim().is_empty());
        is_searching.then(|| t(msg::people_search_found(count(n_found.get()))))
    };
    // The form below the circle goes with its page.
    let here = move || adding.get().filter(|it| *it == Pane::List || is_circle.get());
    let start_adding = Callback::new(move |()| adding.set(Some(Pane::List)));
    let is_open = Memo::new(move |_| current.get().is_some() || is_circle.get());
    let n_placed = Memo::new(move |_| {
        let placed = |it: &Record| it.person().is_some_and(|it| it.stands().is_some());
        people.with(|people| people.iter().filter(|it| placed(it)).count())
    });
    let can_add = Memo::new(move |_| n_people.get() > 0 && here().is_none());
    view! {
        <div class="page">
            {move || head(is_open.get(), can_add, start_adding)}
            <Shown when=move || here() == Some(Pane::List)>
                <AddForm on_close=Callback::new(move |()| {
                    adding.set(None);
                    dom::focus_soon(["main h1"]);
                }) />
            </Shown>
            // The empty circle says the same, and has the page.
            <Shown when=move || n_people.get() == 0 && here().is_none() && !is_circle.get()>
                <EmptyState title=t(msg::people_empty_title()) text=t(msg::people_empty_body())>
                    <Button tone=Tone::Primary on_click=start_adding>
                        {t(msg::people_empty_action())}
                    </Button>
                </EmptyState>
            </Shown>
            <Shown when=move || { n_people.get() > 0 }>
                <a
                    class="row people__row people__circle"
                    href=Route::Circle.href()
                    aria-current=move || is_circle.get().then_some("page")
                >
                    <Rings />
                    <span class="row__body">
                        <span class="row__title">{t(msg::circle_title())}</span>
                        <span class="row__note">
                            {move || t(msg::circle_open_note(count(n_placed.get())))}
                        </span>
                    </span>
                    <span class="row__go" aria-hidden="true"></span>
                </a>
            </Shown>
            <Shown when=move || has_search.get()>
                <SearchField
                    label=t(msg::people_search())
                    value=typed
                    on_input=Callback::new(move |text: String| typed.set(text))
                    clear_label=t(msg::common_clear())
                    found=Signal::derive(found)
                />
            </Shown>
            <Groups grouped current />
            {move || {
                grouped
                    .with(Grouped::is_cut)
                    .then(|| {
                        let n = grouped.with(Grouped::n_shown);
                        view! { <p class="soft">{t(msg::people_many(n.to_string()))}</p> }
                    })
            }}
        </div>
    }
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// The head of the list: the one heading of the page, unless somebody's page is open beside it.
fn head(is_open: bool, can_add: Memo<bool>, on_add: Callback<()>) -> AnyView {
    let tone = if is_open { Tone::Plain } else { Tone::Primary };
    let button = move || {
        view! {
            <Shown when=move || can_add.get()>
                <Button tone on_click=on_add>
                    <Icon name=IconName::Add />
                    {t(msg::people_add())}
                </Button>
            </Shown>
        }
    };
    if is_open {
        view! {
            <div class="page-head">
                <h2 class="page-head__title">
                    <a class="people__all" href=Route::People.href()>
                        {t(msg::people_title())}
                    </a>
                </h2>
                <div class="page-head__action">{button()}</div>
            </div>
        }
        .into_any()
    } else {
        view! { <PageHead title=t(msg::people_title())>{button()}</PageHead> }.into_any()
    }
}

/// The groups with their people.
#[component]
fn Groups(grouped: Memo<Grouped>, current: Memo<Option<Id>>) -> impl IntoView {
    let shown = Memo::new(move |_| {
        grouped.with(|it| it.groups.iter().map(|(group, _)| *group).collect::<Vec<_>>())
    });
    let group = move |group: Group| {
        let ids = Memo::new(move |_| {
            grouped.with(|it| {
                let found = it.groups.iter().find(|(other, _)| *other == group);
                found.map(|(_, ids)| ids.clone()).unwrap_or_default()
            })
        });
        view! {
            <section class="people__group">
                <h2 class="day-head">{t(group.title())}</h2>
                <ul class="rows" role="list">
                    <Keyed each=move || ids.get() key=|id| *id let:id>
                        <PersonRow id current />
                    </Keyed>
                </ul>
            </section>
        }
    };
    view! { <Keyed each=move || shown.get() key=|group| *group children=group /> }
}

/// One person in the list.
#[component]
fn PersonRow(id: Id, current: Memo<Option<Id>>) -> impl IntoView {
    let app = AppState::expect();
    let record = app.record(id);
    let is_current = move || (current.get() == Some(id)).then_some("page");
    let words = move || record.get().and_then(|record| record.person().map(row));
    view! {
        <li>
            <a class="row people__row" href=Route::Person(id).href() aria-current=is_current>
                {words}
            </a>
        </li>
    }
}

/// What stands in a row: a mark with the first letters, the name, and who they are.
fn row(person: &Person) -> impl IntoView + use<> {
    let relation = person.relation.map(|relation| t(labels::relation(relation)));
    let is_trusted = person.is_turned_to();
    view! {
        <span
            class="people__mark"
            class:people__mark--died=person.status == Status::Died
            aria-hidden="true"
            translate="no"
        >
            {names::mark(person)}
        </span>
        <span class="row__body">
            <span class="row__title" translate="no">
                {names::shown(person)}
            </span>
            {relation.map(|words| view! { <span class="row__note">{words}</span> })}
        </span>
        {is_trusted
            .then(|| {
                view! {
                    <span class="people__trusted">
                        <Icon name=IconName::Heart />
                        <span class="visually-hidden">{t(msg::people_trusted())}</span>
                    </span>
                }
            })}
        <span class="row__go" aria-hidden="true"></span>
    }
}
