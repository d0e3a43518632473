//! What may be a name, and whether somebody has it already. Two people may share one.

use satkarya_core::id::Id;
use satkarya_core::record::Record;
use satkarya_core::search::fold;
use satkarya_core::text::Name;

use crate::i18n::{Msg, msg};

/// Why a text cannot be a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NoName {
    /// Nothing is in it.
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
    if name.is_blank() { Err(NoName::Blank) } else { Ok(name) }
}

/// The name of somebody else that reads the same, without regard to case and accents.
pub(super) fn taken<'a>(
    people: impl IntoIterator<Item = &'a Record>,
    typed: &str,
    own: Option<Id>,
) -> Option<String> {
    let wanted = fold(typed.trim());
    if wanted.is_empty() {
        return None;
    }
    people
        .into_iter()
        .filter(|record| Some(record.id) != own)
        .filter_map(Record::person)
        .find(|person| fold(&person.name) == wanted)
        .map(|person| person.name.to_string())
}

#[cfg(test)]
mod tests {
    use satkarya_core::people::Person;
    use satkarya_core::record::Body;
    use satkarya_core::stamp::Stamp;

    use super::*;

    #[test]
    fn one_letter_is_a_name_and_nothing_is_not() {
        for (typed, expected) in [
            (" R ", Ok("R")),
            ("👩‍👩‍👧", Ok("👩‍👩‍👧")),
            ("आशा कुमार", Ok("आशा कुमार")),
            ("", Err(NoName::Blank)),
            (" \t\n", Err(NoName::Blank)),
            ("\u{0}", Err(NoName::Blank)),
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
        assert_eq!(taken(&people, " jose ", None).as_deref(), Some("José"));
        assert_eq!(taken(&people, "Jo", None), None);
        assert_eq!(taken(&people, "ANN", Some(people[1].id)), None);
        assert_eq!(taken(&people, "  ", None), None);
    }
}
