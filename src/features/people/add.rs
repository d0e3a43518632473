//! Adding somebody in place. A name is enough; the form stays open for the next one.

use leptos::html;
use leptos::prelude::*;
use satkarya_core::journal::Earlier;
use satkarya_core::people::{Person, Relation, Status};
use satkarya_core::record::Body;

use super::edit::{RelationSelect, StatusChoice};
use super::naming::{self, NoName, name_of};
use crate::i18n::{msg, t};
use crate::state::{Access, AppState};
use crate::ui::button::{Button, Tone};
use crate::ui::text_field::TextField;

/// The form. Takes the focus when it opens.
#[component]
pub(super) fn AddForm(on_close: Callback<()>) -> impl IntoView {
    let app = AppState::expect();
    let people = app.people();
    let field = NodeRef::<html::Input>::new();
    let name = RwSignal::new(String::new());
    let relation = RwSignal::new(None::<Relation>);
    let status = RwSignal::new(Status::Present);
    let problem = RwSignal::new(None::<NoName>);
    let said = RwSignal::new(None::<String>);
    let taken = Memo::new(move |_| {
        let people = people.get();
        name.with(|name| naming::taken(people.iter().map(AsRef::as_ref), name, None)).map(t)
    });
    let focus = move || {
        if let Some(field) = field.get_untracked() {
            // An input on screen takes the focus.
            _ = field.focus();
        }
    };
    let is_ready = Memo::new(move |_| field.get().is_some());
    Effect::new(move || {
        if is_ready.get() {
            focus();
        }
    });
    let add = move || match name.with_untracked(|name| name_of(name)) {
        Err(why) => {
            said.set(None);
            problem.set(Some(why));
            focus();
        }
        Ok(new_name) => {
            let Some(id) = app.fresh_id() else { return };
            let person = Person {
                relation: relation.get_untracked(),
                status: status.get_untracked(),
                ..Person::new(new_name.clone())
            };
            app.put(id, Body::Person(person), Earlier::Kept);
            // In a tab that does not write, the state has said so, and the words stay.
            if app.access.get_untracked() == Access::Writer {
                said.set(Some(t(msg::person_saved(new_name.to_string()))));
                name.set(String::new());
                relation.set(None);
                status.set(Status::Present);
                focus();
            }
        }
    };
    let note = move || taken.get();
    view! {
        <form
            class="card people__add"
            aria-labelledby="people-add"
            on:submit=move |event| {
                event.prevent_default();
                add();
            }
        >
            <h2 id="people-add">{t(msg::person_new_title())}</h2>
            <div>
            <TextField
                label=t(msg::person_name())
                value=name
                on_input=Callback::new(move |text: String| {
                    problem.set(name_of(&text).err().filter(|why| *why == NoName::Long));
                    if !text.is_empty() {
                        said.set(None);
                    }
                    name.set(text);
                })
                hint=t(msg::person_name_hint())
                error=Signal::derive(move || problem.get().map(|why| t(why.message())))
                node_ref=field
            />
            <p class="soft small people__said" role="status">
                {move || note().or_else(|| said.get())}
            </p>
            </div>
            <RelationSelect
                value=relation
                on_change=Callback::new(move |chosen| relation.set(chosen))
            />
            <StatusChoice value=status on_change=Callback::new(move |chosen| status.set(chosen)) />
            <div class="cluster">
                <Button tone=Tone::Primary submit=true>
                    {t(msg::common_add())}
                </Button>
                <Button tone=Tone::Quiet on_click=on_close>
                    {t(msg::common_done())}
                </Button>
            </div>
        </form>
    }
}
