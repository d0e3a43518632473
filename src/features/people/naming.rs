//! What may be a name, and whether somebody has it already. Two people may share one.

use satkarya_core::id::Id;
use satkarya_core::people::{is_visible, most_like};
use satkarya_core::record::Record;
use satkarya_core::text::Name;

use crate::i18n::{Msg, labels, msg};

/// Why a text cannot be a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NoName {
    /// Nothing is to be seen in it.
    Blank,
    /// It is longer than a name can be.
    Long,
}

impl NoName {
    /// What to say about it.
    pub(super) fn message(self) -> Msg {
        match self {
            Self::Blank => msg::person_name_needed(),
            Self::Long => msg::person_name_long(),
        }
    }
}

/// The name in a text, without the white space around it.
pub(super) fn name_of(typed: &str) -> Result<Name, NoName> {
    let name = Name::new(typed.trim()).map_err(|_| NoName::Long)?;
    if is_visible(&name) { Ok(name) } else { Err(NoName::Blank) }
}

/// What to say of somebody else whose name reads the same or looks alike.
pub(super) fn taken<'a>(
    people: impl IntoIterator<Item = &'a Record>,
    typed: &str,
    own: Option<Id>,
) -> Option<Msg> {
    let others = people.into_iter().filter(|record| Some(record.id) != own);
    let names = others.filter_map(|record| Some(&*record.person()?.name));
    most_like(names, typed).map(|(likeness, name)| labels::likeness(likeness, name))
}

#[cfg(test)]
mod tests {
    use satkarya_core::people::Person;
    use satkarya_core::record::Body;
    use satkarya_core::stamp::Stamp;

    use super::*;
    use crate::i18n::t;

    #[test]
    fn one_letter_is_a_name_and_nothing_is_not() {
        for (typed, expected) in [
            (" R ", Ok("R")),
            ("👩‍👩‍👧", Ok("👩‍👩‍👧")),
            ("आशा कुमार", Ok("आशा कुमार")),
            ("", Err(NoName::Blank)),
            (" \t\n", Err(NoName::Blank)),
            ("\u{0}", Err(NoName::Blank)),
            ("\u{200b}\u{2060}", Err(NoName::Blank)),
        ] {
            let found = name_of(typed);
            assert_eq!(found.as_deref().map_err(|it| *it), expected, "{typed:?}");
        }
        assert!(name_of(&"a".repeat(40)).is_ok());
        assert_eq!(name_of(&"a".repeat(41)), Err(NoName::Long));
    }

    #[test]
    fn the_same_name_is_told_but_not_to_its_owner() {
        let record = |n: u8, name: &str| {
            let body = Body::Person(Person::new(Name::cut(name)));
            Record::new(Id::from_bytes([n; 16]), Stamp::FIRST, body)
        };
        let people = [record(1, "José"), record(2, "Ann")];
        let told = |typed: &str, own: Option<Id>| taken(&people, typed, own).map(t);
        assert_eq!(told(" jose ", None), Some(t(msg::person_name_taken("José"))));
        assert_eq!(told("\u{410}nn", None), Some(t(msg::person_name_alike("Ann"))));
        assert_eq!(told("Jo", None), None);
        assert_eq!(told("ANN", Some(people[1].id)), None);
        assert_eq!(told("  ", None), None);
    }
}
