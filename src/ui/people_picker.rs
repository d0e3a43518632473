//! Choosing people, and adding somebody by typing a name.
//!
//! Roles: a text field, then a `group` of checkboxes with those who are chosen and those who fit.
//! Keys: Enter in the field takes the one person who fits, or adds the name; the boxes as in `chips`.
//! Those who died or are put away are not offered by themselves, and are found by name.
//! A new name that looks like one that is there is added all the same, with a word about it.

use leptos::prelude::*;
use satkarya_core::id::Id;
use satkarya_core::journal::{Journal, PersonRef};
use satkarya_core::people::{is_visible, most_like};
use satkarya_core::record::Origin;
use satkarya_core::search::fold;
use satkarya_core::text::Name;

use super::button::{Button, Tone};
use super::chips::{ChipButton, ChipSet, Choice};
use super::icon::{Icon, IconName};
use super::text_field::TextField;
use crate::i18n::{labels, msg, names, t};

/// How many people are offered before anything is typed.
const OFFERED: usize = 12;
/// How many are offered while somebody types.
const FOUND: usize = 24;

/// Adds somebody new by the name that was typed.
#[component]
fn NewChip(name: Name, #[prop(into)] on_add: Callback<()>) -> impl IntoView {
    view! {
        <ChipButton on_click=on_add>
            <Icon name=IconName::Add size=1.0 />
            {t(msg::entry_people_new(name.to_string()))}
        </ChipButton>
    }
}

/// Chooses people.
#[component]
pub fn PeoplePicker(
    /// The question; the name of the group.
    #[prop(into)]
    legend: Signal<String>,
    /// Keep the legend for screen readers only, when a heading asks the same.
    #[prop(optional)]
    legend_hidden: bool,
    /// The records, for the people in them.
    #[prop(into)]
    journal: Signal<Journal>,
    /// Whom to offer first, the likeliest first.
    favorites: Vec<Id>,
    /// Who is chosen.
    #[prop(into)]
    chosen: Signal<Vec<Id>>,
    /// Gives the person who was tapped; the caller adds them or takes them away.
    #[prop(into)]
    on_toggle: Callback<Id>,
    /// Gives the name of somebody new; the caller adds and chooses them.
    #[prop(into)]
    on_add: Callback<Name>,
    /// For a picker in a dialog: the person is done. Who was typed is taken or added before.
    #[prop(optional, into)]
    on_done: Option<Callback<()>>,
) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let said = RwSignal::new(String::new());
    // Once chosen, a person keeps their place among the others: chips must not jump under a finger.
    let first = StoredValue::new(favorites);
    let shown = Memo::new(move |_| {
        let (typed, chosen) = (typed.get(), chosen.get());
        journal.with(|journal| first.with_value(|first| shown(journal, first, &chosen, &typed)))
    });
    let choices = Signal::derive(move || {
        let shown = shown.get();
        journal.with(|journal| shown.iter().map(|id| choice(*id, journal)).collect::<Vec<_>>())
    });
    let unknown = Memo::new(move |_| {
        let name = Name::cut(typed.get().trim());
        // Asked only when something is typed: it looks at everybody.
        let is_new = |name: &Name| journal.with(|journal| same(journal, name).next().is_none());
        Some(name).filter(|name| is_visible(name) && is_new(name))
    });
    let alike = move || {
        let name = unknown.get()?;
        journal.with(|journal| alike(journal, &name))
    };
    let add = move || {
        if let Some(name) = unknown.get_untracked() {
            said.set(t(msg::entry_person_added(name.to_string())));
            typed.set(String::new());
            on_add.run(name);
        }
    };
    let enter = move || {
        let name = typed.get_untracked();
        let exact = journal.with_untracked(|journal| exactly(journal, &name));
        let fits = if name.trim().is_empty() { Vec::new() } else { shown.get_untracked() };
        let fits = fits.into_iter().filter(|id| !chosen.with_untracked(|it| it.contains(id)));
        let fits: Vec<Id> = fits.collect();
        match (exact, fits.as_slice()) {
            (Some(id), _) | (None, &[id]) => {
                if !chosen.with_untracked(|chosen| chosen.contains(&id)) {
                    on_toggle.run(id);
                }
                typed.set(String::new());
            }
            _ => add(),
        }
    };
    let toggle = move |id: String| {
        if let Ok(id) = id.parse() {
            on_toggle.run(id);
        }
    };
    view! {
        <div class="people-picker">
            <ChipSet
                legend
                legend_hidden
                choices
                chosen=Signal::derive(move || {
                    chosen.get().iter().map(ToString::to_string).collect::<Vec<_>>()
                })
                on_toggle=Callback::new(toggle)
            >
                {move || unknown.get().map(|name| view! { <NewChip name on_add=move |()| add() /> })}
            </ChipSet>
            <div
                class="people-picker__field"
                on:keydown=move |event| {
                    if event.key() == "Enter" && !event.is_composing() && !event.ctrl_key()
                        && !event.meta_key()
                    {
                        event.prevent_default();
                        enter();
                    }
                }
            >
                <TextField
                    label=t(msg::entry_people_search())
                    value=typed
                    on_input=Callback::new(move |text: String| typed.set(text))
                    max_length=40
                />
                <p class="soft small people__said" role="status">
                    {alike}
                </p>
            </div>
            <p class="visually-hidden" role="status">
                {move || said.get()}
            </p>
        </div>
        {on_done
            .map(|on_done| {
                done_button(move || {
                    if typed.with_untracked(|typed| !typed.trim().is_empty()) {
                        enter();
                    }
                    on_done.run(());
                })
            })}
    }
}

/// The end of a dialog.
fn done_button(done: impl Fn() + Send + Sync + 'static) -> impl IntoView {
    view! {
        <div class="dialog__actions">
            <Button tone=Tone::Primary on_click=Callback::new(move |()| done())>
                {t(msg::common_done())}
            </Button>
        </div>
    }
}

fn choice(id: Id, journal: &Journal) -> Choice {
    let relation = journal.person(id).and_then(|it| it.person.relation);
    Choice::new(id.to_string(), names::person(id, journal))
        .noted(relation.map(|relation| t(labels::relation(relation))).unwrap_or_default())
}

/// Somebody whose name is exactly this, but for case and accents; of several the one who is
/// written so, and nobody where that does not tell them apart.
fn exactly(journal: &Journal, name: &str) -> Option<Id> {
    let same: Vec<_> = same(journal, name).collect();
    let so = || {
        let mut so = same.iter().filter(|it| &*it.person.name == name.trim());
        so.next().filter(|_| so.next().is_none())
    };
    let found = if let [one] = same.as_slice() { Some(one) } else { so() };
    found.map(|it| it.record.id)
}

/// Those whose name is this one, but for case and accents.
fn same<'a>(journal: &'a Journal, name: &str) -> impl Iterator<Item = PersonRef<'a>> + use<'a> {
    let folded = fold(name.trim());
    own(journal).filter(move |it| fold(&it.person.name) == folded)
}

/// What to say of somebody whose name looks like a new one.
fn alike(journal: &Journal, name: &str) -> Option<String> {
    let names = own(journal).map(|it| &*it.person.name);
    most_like(names, name).map(|(likeness, name)| t(labels::likeness(likeness, name)))
}

/// The people who are not of the sample diary.
fn own(journal: &Journal) -> impl Iterator<Item = PersonRef<'_>> {
    journal.people().into_iter().filter(|it| it.record.origin == Origin::Own)
}

/// Whose chips are shown: the chosen, with the likely ones while no name is typed, and with those who fit once one is.
fn shown(journal: &Journal, first: &[Id], chosen: &[Id], typed: &str) -> Vec<Id> {
    let typed = fold(typed.trim());
    if typed.is_empty() {
        let first = first.iter().copied().filter(|id| journal.person(*id).is_some()).take(OFFERED);
        return joined(first, chosen.iter().copied());
    }
    let fits = |it: &PersonRef<'_>| {
        let name = fold(&it.person.name);
        name.starts_with(&typed) || name.split_whitespace().any(|it| it.starts_with(&typed))
    };
    let found = own(journal).filter(fits).map(|it| it.record.id).take(FOUND);
    joined(chosen.iter().copied(), found)
}

fn joined(some: impl Iterator<Item = Id>, more: impl Iterator<Item = Id>) -> Vec<Id> {
    let mut all = Vec::new();
    for id in some.chain(more) {
        if !all.contains(&id) {
            all.push(id);
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use satkarya_core::journal::Earlier;
    use satkarya_core::people::{Person, Status};
    use satkarya_core::record::Body;
    use satkarya_core::stamp::Stamp;

    use super::*;

    fn id(n: u8) -> Id {
        Id::from_bytes([n; 16])
    }

    fn journal() -> Journal {
        let mut journal = Journal::new();
        for (n, name, status) in [
            (1, "Maya", Status::Present),
            (2, "Grandma Édith", Status::Died),
            (3, "Martin", Status::Present),
        ] {
            let person = Person { status, ..Person::new(Name::cut(name)) };
            journal.put(id(n), Body::Person(person), Stamp::FIRST, Earlier::Kept);
        }
        journal
    }

    #[test]
    fn the_likely_and_the_chosen_are_shown_before_a_name_is_typed() {
        let journal = journal();
        assert_eq!(shown(&journal, &[id(3), id(9)], &[id(2)], ""), [id(3), id(2)]);
        assert_eq!(shown(&journal, &[id(3)], &[id(3)], " "), [id(3)]);
    }

    #[test]
    fn a_name_finds_everybody_even_those_who_died() {
        let journal = journal();
        assert_eq!(shown(&journal, &[], &[], "ma"), [id(3), id(1)]);
        assert_eq!(shown(&journal, &[], &[id(1)], "edi"), [id(1), id(2)]);
        assert_eq!(exactly(&journal, " MAYA "), Some(id(1)));
        assert_eq!(exactly(&journal, "may"), None);
    }

    #[test]
    fn of_two_who_read_the_same_nobody_is_taken_for_the_other() {
        let mut journal = journal();
        for (n, name) in [(4, "maya"), (5, "Martin")] {
            let body = Body::Person(Person::new(Name::cut(name)));
            journal.put(id(n), body, Stamp::FIRST, Earlier::Kept);
        }
        assert_eq!(exactly(&journal, "maya"), Some(id(4)));
        assert_eq!(exactly(&journal, "Maya "), Some(id(1)));
        assert_eq!(exactly(&journal, "MAYA"), None);
        assert_eq!(exactly(&journal, "Martin"), None);
    }

    #[test]
    fn a_new_name_that_looks_like_one_that_is_there_is_told() {
        let journal = journal();
        let told = |name: &str| alike(&journal, name);
        assert_eq!(told("M\u{430}ya"), Some(t(msg::person_name_alike("Maya"))));
        assert_eq!(told("Mia"), None);
    }
}
