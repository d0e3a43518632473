//! Adding somebody in place. A name is enough; the form stays open for the next one.
//!
//! What stands in it is kept when it is sent, and when the page is hidden, left or closed.

use crate::ui::not_kept::NotKept;
use crate::ui::shown::Shown;
use leptos::html;
use leptos::prelude::*;
use satkarya_core::circle;
use satkarya_core::id::Id;
use satkarya_core::journal::Earlier;
use satkarya_core::people::{Person, Relation, Ring, Status};
use satkarya_core::record::Body;
use satkarya_core::text::Name;

use super::edit::{RelationSelect, RingChoice, StatusChoice};
use super::naming::{self, NoName, name_of};
use crate::i18n::{msg, t};
use crate::platform::dom;
use crate::platform::page::{self, Told};
use crate::state::{Access, AppState};
use crate::ui::button::{Button, Tone};
use crate::ui::text_field::TextField;

/// Somebody who is being added: what stands in the form.
#[derive(Clone, Copy)]
struct Adding {
    name: RwSignal<String>,
    relation: RwSignal<Option<Relation>>,
    status: RwSignal<Status>,
    ring: RwSignal<Option<Ring>>,
    /// Who it is, and what stood in the form when it was kept, once that was done.
    kept: RwSignal<Option<(Id, Person)>>,
}

impl Adding {
    fn new() -> Self {
        Self {
            name: RwSignal::new(String::new()),
            relation: RwSignal::new(None),
            status: RwSignal::new(Status::Present),
            ring: RwSignal::new(None),
            kept: RwSignal::new(None),
        }
    }

    /// Keeps what stands in the form. Where this tab may not write, the state says so, and the
    /// words stay.
    fn keep(self, app: AppState) -> Result<Name, NoName> {
        let name = self.name.with_untracked(|name| name_of(name))?;
        let form = Person {
            relation: self.relation.get_untracked(),
            status: self.status.get_untracked(),
            ring: self.ring.get_untracked(),
            ..Person::new(name.clone())
        };
        let kept = self.kept.get_untracked();
        // Nothing was changed here since; on their page they may have been.
        if kept.as_ref().is_some_and(|(_, before)| *before == form) {
            return Ok(name);
        }
        let id = kept.as_ref().map(|(id, _)| *id).or_else(|| app.fresh_id());
        if let Some(id) = id {
            let known = app.journal.with_untracked(|it| it.person(id).map(|it| it.person.clone()));
            let Person { name, relation, status, ring, .. } = form.clone();
            let known = known.unwrap_or_else(|| Person::new(name.clone()));
            let mut person = Person { name, relation, status, ..known };
            if kept.is_none_or(|(_, before)| before.ring != ring) {
                app.journal.with_untracked(|journal| {
                    circle::put(&circle::people(journal), id, &mut person, ring, None);
                });
            }
            app.put(id, Body::Person(person), Earlier::Replaced);
            if app.access.get_untracked() == Access::Writer {
                self.kept.set(Some((id, form)));
            }
        }
        Ok(name)
    }

    /// The page is hidden or left, or the form closed: keeps a name that nobody has sent yet.
    fn leave(self, app: AppState) {
        if app.access.get_untracked() == Access::Writer {
            // What cannot be a name is nobody yet.
            drop(self.keep(app));
        }
    }

    /// Makes room for the next one.
    fn empty(self) {
        self.name.set(String::new());
        self.relation.set(None);
        self.status.set(Status::Present);
        self.ring.set(None);
        self.kept.set(None);
    }
}

/// The form. Takes the focus when it opens.
#[component]
pub(super) fn AddForm(on_close: Callback<()>) -> impl IntoView {
    let app = AppState::expect();
    let people = app.people();
    let field = NodeRef::<html::Input>::new();
    let adding = Adding::new();
    let Adding { name, relation, status, ring, kept } = adding;
    let problem = RwSignal::new(None::<NoName>);
    let said = RwSignal::new(None::<String>);
    let taken = Memo::new(move |_| {
        let people = people.get();
        let own = kept.with(|kept| kept.as_ref().map(|(id, _)| *id));
        name.with(|name| naming::taken(people.iter().map(AsRef::as_ref), name, own)).map(t)
    });
    let blanked = page::on(Told::Leave, move || adding.leave(app));
    let hidden = dom::on_hide(move || adding.leave(app));
    StoredValue::new_local((blanked, hidden));
    on_cleanup(move || adding.leave(app));
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
    let add = move || match adding.keep(app) {
        Err(why) => {
            said.set(None);
            problem.set(Some(why));
            focus();
        }
        Ok(name)
            if app.access.get_untracked() == Access::Writer
                && kept.with_untracked(Option::is_some) =>
        {
            said.set(Some(t(msg::person_added(name.to_string()))));
            adding.empty();
            focus();
        }
        Ok(_) => {}
    };
    let note = move || taken.get();
    let is_typed = Memo::new(move |_| name.with(|name| !name.trim().is_empty()));
    // Done and every other way out keep a name that stands in the form.
    let cancel = move |()| {
        adding.empty();
        on_close.run(());
    };
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
            <NotKept when=app.is_read_only() />
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
            <RingChoice value=ring on_change=Callback::new(move |chosen| ring.set(chosen)) />
            <div class="cluster">
                <Button tone=Tone::Primary submit=true>
                    {t(msg::common_add())}
                </Button>
                <Button tone=Tone::Quiet on_click=on_close>
                    {t(msg::common_done())}
                </Button>
                <Shown when=move || is_typed.get()>
                    <Button tone=Tone::Quiet on_click=Callback::new(cancel)>
                        {t(msg::common_cancel())}
                    </Button>
                </Shown>
            </div>
        </form>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::testing::story;

    fn named(app: AppState, name: &str) -> Vec<Person> {
        app.journal.with_untracked(|journal| {
            let people = journal.people().into_iter().map(|it| it.person.clone());
            people.filter(|it| &*it.name == name).collect()
        })
    }

    #[test]
    fn a_name_in_the_form_is_kept_when_the_page_is_left_and_once_only() {
        story(|app| {
            let page = Owner::new();
            let adding = page.with(|| {
                let adding = Adding::new();
                on_cleanup(move || adding.leave(app));
                adding
            });
            adding.name.set("Asha".to_owned());
            adding.leave(app);
            assert_eq!(named(app, "Asha").len(), 1, "the page was hidden");
            adding.name.set("Asha K".to_owned());
            adding.status.set(Status::OutOfTouch);
            page.cleanup();
            assert_eq!(named(app, "Asha"), []);
            let [asha] = named(app, "Asha K").try_into().expect("one Asha");
            assert_eq!(asha.status, Status::OutOfTouch);
        });
    }

    #[test]
    fn what_was_changed_on_their_page_since_stays() {
        story(|app| {
            let adding = Adding::new();
            adding.name.set("Asha".to_owned());
            adding.leave(app);
            let id = adding.kept.with_untracked(|it| it.as_ref().map(|it| it.0)).expect("kept");
            let there = Person { trusted: true, ..Person::new(Name::cut("Ash")) };
            app.put(id, Body::Person(there.clone()), Earlier::Kept);
            adding.leave(app);
            assert_eq!(named(app, "Ash"), [there], "nothing was changed in the form");
            adding.relation.set(Some(Relation::Friend));
            adding.ring.set(Some(Ring::Close));
            adding.leave(app);
            let [asha] = named(app, "Asha").try_into().expect("one Asha");
            assert!(asha.trusted && asha.relation == Some(Relation::Friend));
            assert!(asha.ring == Some(Ring::Close) && asha.spot.is_some());
        });
    }

    #[test]
    fn a_tab_that_may_not_write_keeps_nothing_and_the_words_stay() {
        story(|app| {
            let adding = Adding::new();
            adding.name.set("Asha".to_owned());
            app.access.set(Access::Follower);
            adding.leave(app);
            assert!(adding.keep(app).is_ok() && adding.kept.get_untracked().is_none());
            assert_eq!(named(app, "Asha"), []);
            assert_eq!(adding.name.get_untracked(), "Asha");
            assert_eq!(
                app.notices.current().get_untracked().map(|it| it.message),
                Some(msg::other_tab_not_saved())
            );
        });
    }
}
