//! The list of people below a text field after `@`.
//!
//! Role: `listbox` of `option`s. The focus stays in the text; the text field's keys move the chosen line.

use leptos::prelude::*;

use super::mention::Mention;
use super::shown::Shown;
use crate::i18n::{msg, t};

/// What the list offers right now. Nobody: the list is closed.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Offer {
    /// Where the `@` stands, in UTF-16 units.
    pub(super) start: usize,
    /// Who can be named.
    pub(super) people: Vec<Mention>,
    /// The name of somebody who could be added; the last line.
    pub(super) new: Option<String>,
    /// Which line is chosen. None while only somebody new is offered: Enter and Tab are then what
    /// they are in any text.
    pub(super) active: Option<usize>,
}

impl Offer {
    pub(super) fn is_open(&self) -> bool {
        self.n_lines() > 0
    }

    fn n_lines(&self) -> usize {
        self.people.len() + usize::from(self.new.is_some())
    }

    /// One line down, from the last to the first.
    pub(super) fn next(&mut self) {
        let next = self.active.map_or(0, |active| active + 1);
        self.active = Some(if next < self.n_lines() { next } else { 0 });
    }

    /// One line up, from the first to the last.
    pub(super) fn previous(&mut self) {
        let before = self.active.and_then(|active| active.checked_sub(1));
        self.active = Some(before.unwrap_or(self.n_lines().saturating_sub(1)));
    }
}

/// The id of a line, for `aria-activedescendant`.
pub(super) fn option_id(list: &str, index: usize) -> String {
    format!("{list}-{index}")
}

/// The list. Drawn only while somebody is offered; `on_take` gives the line that was tapped.
pub(super) fn mention_list(
    id: String,
    offer: RwSignal<Offer>,
    label: Signal<String>,
    on_take: Callback<usize>,
) -> impl IntoView {
    let id = StoredValue::new(id);
    let options = move || {
        let Offer { people, new, active, .. } = offer.get();
        let names = people.into_iter().map(|person| person.shown);
        names
            .chain(new.map(|name| t(msg::entry_people_new(name))))
            .enumerate()
            .map(|(index, name)| {
                view! {
                    <li
                        class="mention__option"
                        role="option"
                        id=id.with_value(|id| option_id(id, index))
                        aria-selected=(Some(index) == active).to_string()
                        // Before the text loses the focus, so that a phone's keyboard stays.
                        on:pointerdown=move |event| event.prevent_default()
                        on:click=move |_| on_take.run(index)
                    >
                        {name}
                    </li>
                }
            })
            .collect_view()
    };
    view! {
        <Shown when=move || offer.with(Offer::is_open)>
            <ul
                class="mention__list"
                role="listbox"
                id=id.get_value()
                aria-label=move || label.get()
            >
                {options}
            </ul>
        </Shown>
    }
}

#[cfg(test)]
mod tests {
    use super::{Mention, Offer};

    #[test]
    fn lines_go_round() {
        let person = |name: &str| Mention {
            id: name.to_owned(),
            name: name.to_owned(),
            shown: name.to_owned(),
        };
        let mut offer =
            Offer { start: 0, people: vec![person("a"), person("b")], new: None, active: Some(0) };
        offer.previous();
        assert_eq!(offer.active, Some(1));
        offer.next();
        assert_eq!(offer.active, Some(0));
        offer.next();
        assert_eq!(offer.active, Some(1));
        offer.new = Some("c".to_owned());
        offer.next();
        assert_eq!(offer.active, Some(2));
    }

    #[test]
    fn somebody_new_alone_is_chosen_only_by_the_arrows() {
        let mut offer = Offer { new: Some("c".to_owned()), ..Offer::default() };
        assert!(offer.is_open() && offer.active.is_none());
        offer.previous();
        assert_eq!(offer.active, Some(0));
    }
}
