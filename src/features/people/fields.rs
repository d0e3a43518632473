//! The fields of a person, for the forms on a visit to their page.

use leptos::prelude::*;
use satkarya_core::people::Person;
use satkarya_core::record::Body;
use satkarya_core::text::{Answer, Note, Text};

use super::naming::name_of;
use crate::state::Visit;

/// A field that holds words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ask {
    /// Their name.
    Name,
    /// How they are reached.
    Phone,
    /// What else is to be known.
    Note,
    /// What they expect.
    TheyExpect,
    /// What the person expects of them.
    IExpect,
    /// What is good.
    Like,
    /// What is difficult.
    Hard,
    /// What could be different.
    Want,
    /// What changed since the mood dropped.
    ChangedWhat,
}

const ALL: [Ask; 9] = [
    Ask::Name,
    Ask::Phone,
    Ask::Note,
    Ask::TheyExpect,
    Ask::IExpect,
    Ask::Like,
    Ask::Hard,
    Ask::Want,
    Ask::ChangedWhat,
];

impl Ask {
    /// What is stored.
    pub(super) fn of(self, person: &Person) -> &str {
        match self {
            Self::Name => &person.name,
            Self::Phone => &person.phone,
            Self::Note => &person.note,
            Self::TheyExpect => &person.they_expect,
            Self::IExpect => &person.i_expect,
            Self::Like => &person.like,
            Self::Hard => &person.hard,
            Self::Want => &person.want,
            Self::ChangedWhat => &person.changed_what,
        }
    }

    /// Notes what is being typed in it.
    pub(super) fn type_in(self, visit: Visit) -> Callback<String> {
        Callback::new(move |text| visit.type_in(self as usize, text))
    }

    /// What the field shows: what is being typed, or else what is stored.
    pub(super) fn shown(self, visit: Visit) -> Memo<String> {
        Memo::new(move |_| {
            let stored = || read(visit, |person| Some(self.of(person).to_owned()));
            visit.typed(self as usize).or_else(stored).unwrap_or_default()
        })
    }
}

/// Puts words into a field. What cannot be a name is not one.
pub(super) fn fill(body: &mut Body, field: usize, text: &str) -> bool {
    let (Body::Person(person), Some(ask)) = (body, ALL.get(field)) else { return true };
    match ask {
        Ask::Name => {
            let Ok(name) = name_of(text) else { return false };
            person.name = name;
        }
        Ask::Phone => person.phone = Text::cut(text),
        Ask::Note => person.note = Note::cut(text),
        Ask::TheyExpect => person.they_expect = Answer::cut(text),
        Ask::IExpect => person.i_expect = Answer::cut(text),
        Ask::Like => person.like = Answer::cut(text),
        Ask::Hard => person.hard = Answer::cut(text),
        Ask::Want => person.want = Answer::cut(text),
        Ask::ChangedWhat => person.changed_what = Answer::cut(text),
    }
    true
}

/// What is known of the person. Followed by whatever view reads it.
pub(super) fn read<T>(visit: Visit, read: impl FnOnce(&Person) -> Option<T>) -> Option<T> {
    visit.read(|body| if let Body::Person(person) = body { read(person) } else { None })
}

/// Changes the person and saves them, if anything is different afterwards.
pub(super) fn change(visit: Visit, act: impl FnOnce(&mut Person)) {
    visit.change(|body| {
        if let Body::Person(person) = body {
            act(person);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use satkarya_core::text::Name;

    #[test]
    fn words_go_where_they_are_read_and_a_name_must_be_one() {
        let mut body = Body::Person(Person::new(Name::cut("Ruth")));
        for ask in ALL {
            let words = format!("words {}", ask as usize);
            assert!(fill(&mut body, ask as usize, &words));
            let Body::Person(person) = &body else { panic!("a person") };
            assert_eq!(ask.of(person), words);
        }
        assert!(!fill(&mut body, Ask::Name as usize, " "));
        assert!(fill(&mut body, ALL.len(), "no such field"), "nothing to hold on to");
        let Body::Person(person) = &body else { panic!("a person") };
        assert_eq!(&*person.name, "words 0");
    }
}
