//! Finding `@` and a beginning of a name before the caret, and putting the name in.
//!
//! Pure text work for the text area. Carets are counted in UTF-16 units, as browsers do.

use std::sync::Arc;

use satkarya_core::record::{Origin, Record};

use crate::i18n::names;

/// A person that can be named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// What the callback gives back.
    pub id: String,
    /// Their name, by which they are found.
    pub name: String,
    /// What is offered and put into the text.
    pub shown: String,
}

/// The people that `@` offers: one's own, not those of the sample diary, which would go with it.
pub fn own_people(people: &[Arc<Record>]) -> Vec<Mention> {
    let own = people.iter().filter(|record| record.origin == Origin::Own);
    own.filter_map(|record| {
        let person = record.person()?;
        let (name, shown) = (person.name.to_string(), names::shown(person));
        Some(Mention { id: record.id.to_string(), name, shown })
    })
    .collect()
}

/// What was typed after `@`.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Query {
    /// Where the `@` stands, in UTF-16 units.
    pub(super) start: usize,
    /// The letters between it and the caret.
    pub(super) text: String,
}

/// The longest beginning of a name that is looked for, in characters.
const LONGEST: usize = 30;
/// The most people that are offered at once.
const MOST: usize = 6;

/// Finds an `@` that begins a word, on the same line, with the caret still in the name.
pub(super) fn query_at(text: &str, caret: usize) -> Option<Query> {
    let before = text.get(..byte_at(text, caret))?;
    let at = before.rfind('@')?;
    let name = before.get(at + 1..)?;
    let begins_a_word =
        before.get(..at)?.chars().next_back().is_none_or(|sign| !sign.is_alphanumeric());
    let could_be_a_name = !name.contains('\n')
        && !name.starts_with(char::is_whitespace)
        && name.chars().count() <= LONGEST;
    (begins_a_word && could_be_a_name).then(|| Query {
        start: before.get(..at).map_or(0, |text| text.encode_utf16().count()),
        text: name.to_owned(),
    })
}

/// The people whose name has a word that begins so, those whose whole name does first.
pub(super) fn matching(people: &[Mention], typed: &str) -> Vec<Mention> {
    let typed = typed.to_lowercase();
    let begins = |person: &&Mention| person.name.to_lowercase().starts_with(&typed);
    let has_word = |person: &&Mention| {
        person.name.to_lowercase().split_whitespace().any(|word| word.starts_with(&typed))
    };
    people
        .iter()
        .filter(begins)
        .chain(people.iter().filter(|person| !begins(person) && has_word(person)))
        .take(MOST)
        .cloned()
        .collect()
}

/// The name of somebody who is not among the people yet, if what was typed could be one: at most
/// two words, since more of them are already the sentence.
pub(super) fn new_name(people: &[Mention], typed: &str) -> Option<String> {
    let name = typed.trim_end();
    let could_be_one = !name.is_empty()
        && name.split_whitespace().count() <= 2
        && !typed.ends_with(char::is_whitespace)
        && name
            .chars()
            .all(|sign| sign.is_alphanumeric() || " -'’.".contains(sign) || !sign.is_ascii());
    let is_known = people.iter().any(|person| person.name.to_lowercase() == name.to_lowercase());
    (could_be_one && !is_known).then(|| name.to_owned())
}

/// Puts the name and a space where `@` and its letters stood. Returns the text and the new caret.
pub(super) fn complete(text: &str, start: usize, caret: usize, name: &str) -> (String, usize) {
    let before = text.get(..byte_at(text, start)).unwrap_or_default();
    let after = text.get(byte_at(text, caret)..).unwrap_or_default();
    let gap = if after.starts_with(char::is_whitespace) { "" } else { " " };
    let caret = start + name.encode_utf16().count() + 1;
    (format!("{before}{name}{gap}{after}"), caret)
}

/// The byte where the given UTF-16 unit begins; the end of the text if there is none.
fn byte_at(text: &str, unit: usize) -> usize {
    let mut units = 0;
    for (byte, sign) in text.char_indices() {
        if units >= unit {
            return byte;
        }
        units += sign.len_utf16();
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use satkarya_core::id::Id;
    use satkarya_core::people::Person;
    use satkarya_core::record::Body;
    use satkarya_core::stamp::Stamp;
    use satkarya_core::text::Name;

    use super::{
        Arc, Mention, Origin, Query, Record, complete, matching, new_name, own_people, query_at,
    };

    #[track_caller]
    fn check(before_caret: &str, expected: Option<(usize, &str)>) {
        let caret = before_caret.encode_utf16().count();
        let text = format!("{before_caret} and after");
        let expected = expected.map(|(start, text)| Query { start, text: text.to_owned() });
        assert_eq!(query_at(&text, caret), expected);
    }

    #[test]
    fn finds_a_name_that_is_being_typed() {
        check("@", Some((0, "")));
        check("@Ma", Some((0, "Ma")));
        check("Saw @Ma", Some((4, "Ma")));
        check("(@Ma", Some((1, "Ma")));
        check("Saw @Mary An", Some((4, "Mary An")));
        check("😀 @मा", Some((3, "मा")));
        check("@Maya and @Th", Some((10, "Th")));
    }

    #[test]
    fn leaves_other_signs_alone() {
        check("", None);
        check("me@home", None);
        check("@ home", None);
        check("@Maya\nthen", None);
        check("@a name that is much longer than any name could be", None);
    }

    #[test]
    fn offers_nobody_of_the_sample_diary() {
        let person = |n: u8, name: &str, origin: Origin| {
            let body = Body::Person(Person::new(Name::cut(name)));
            let record = Record::new(Id::from_bytes([n; 16]), Stamp::FIRST, body);
            Arc::new(Record { origin, ..record })
        };
        let people = [person(1, "Ruth", Origin::Own), person(2, "Invented", Origin::Sample)];
        let names: Vec<_> = own_people(&people).into_iter().map(|it| it.name).collect();
        assert_eq!(names, ["Ruth"]);
    }

    #[test]
    fn offers_whole_names_before_later_words() {
        let people: Vec<_> = ["Theo Mann", "Maya", "Martin", "Dad"]
            .into_iter()
            .map(|name| Mention {
                id: name.to_owned(),
                name: name.to_owned(),
                shown: name.to_owned(),
            })
            .collect();
        let names = |typed| -> Vec<String> {
            matching(&people, typed).into_iter().map(|person| person.name).collect()
        };
        assert_eq!(names("ma"), ["Maya", "Martin", "Theo Mann"]);
        assert_eq!(names("x"), [""; 0]);
        assert_eq!(names("").len(), 4);
    }

    #[test]
    fn offers_to_add_a_name_that_nobody_has() {
        let maya = [Mention { id: "1".to_owned(), name: "Maya".to_owned(), shown: "M".to_owned() }];
        for (typed, expected) in [
            ("Ravi", Some("Ravi")),
            ("May", Some("May")),
            ("Mary Ann", Some("Mary Ann")),
            ("मीरा", Some("मीरा")),
            ("maya", None),
            ("", None),
            ("Ravi ", None),
            ("Ravi came home", None),
            ("Ravi, who", None),
        ] {
            assert_eq!(new_name(&maya, typed).as_deref(), expected, "{typed}");
        }
    }

    #[test]
    fn puts_the_name_in_with_one_space() {
        assert_eq!(complete("Saw @Ma", 4, 7, "Maya"), ("Saw Maya ".to_owned(), 9));
        assert_eq!(complete("Saw @Ma today", 4, 7, "Maya"), ("Saw Maya today".to_owned(), 9));
        assert_eq!(complete("😀@म!", 2, 4, "माया"), ("😀माया !".to_owned(), 7));
    }
}
