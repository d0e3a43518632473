//! The list of people below a text field after `@`.
//!
//! Role: `listbox` of `option`s. The focus stays in the text; the text field's keys move the chosen line.

use leptos::prelude::*;

use super::mention::Mention;

/// What the list offers right now. Nobody: the list is closed.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Offer {
    /// Where the `@` stands, in UTF-16 units.
    pub(super) start: usize,
    /// Who can be named.
    pub(super) people: Vec<Mention>,
    /// Which line is chosen.
    pub(super) active: usize,
}

impl Offer {
    pub(super) fn is_open(&self) -> bool {
        !self.people.is_empty()
    }

    /// One line down, from the last to the first.
    pub(super) fn next(&mut self) {
        self.active = if self.active + 1 < self.people.len() { self.active + 1 } else { 0 };
    }

    /// One line up, from the first to the last.
    pub(super) fn previous(&mut self) {
        self.active = self.active.checked_sub(1).unwrap_or(self.people.len().saturating_sub(1));
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
        let Offer { people, active, .. } = offer.get();
        people
            .into_iter()
            .enumerate()
            .map(|(index, person)| {
                view! {
                    <li
                        class="mention__option"
                        role="option"
                        id=id.with_value(|id| option_id(id, index))
                        aria-selected=(index == active).to_string()
                        // Before the text loses the focus, so that a phone's keyboard stays.
                        on:pointerdown=move |event| event.prevent_default()
                        on:click=move |_| on_take.run(index)
                    >
                        {person.name}
                    </li>
                }
            })
            .collect_view()
    };
    view! {
        <Show when=move || offer.with(Offer::is_open)>
            <ul
                class="mention__list"
                role="listbox"
                id=id.get_value()
                aria-label=move || label.get()
            >
                {options}
            </ul>
        </Show>
    }
}

#[cfg(test)]
mod tests {
    use super::{Mention, Offer};

    #[test]
    fn lines_go_round() {
        let person = |name: &str| Mention { id: name.to_owned(), name: name.to_owned() };
        let mut offer = Offer { start: 0, people: vec![person("a"), person("b")], active: 0 };
        offer.previous();
        assert_eq!(offer.active, 1);
        offer.next();
        assert_eq!(offer.active, 0);
        offer.next();
        assert_eq!(offer.active, 1);
    }
}
