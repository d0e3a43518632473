//! The first letters of a name, and how two people with the same ones are told apart.

use std::collections::{BTreeMap, BTreeSet};

use crate::journal::Journal;
use crate::record::Body;

/// Between the letters and the number: a narrow space at which no line breaks.
const SPACE: char = '\u{202f}';

/// The first letters of the first two words of a name, for a round mark.
pub fn initials(name: &str) -> String {
    name.split_whitespace().take(2).filter_map(|word| word.chars().next()).collect()
}

/// What each name is called where people are shown by their first letters.
///
/// The names come in the order in which they were added. The first of those that share their
/// letters keeps them plain, and each later one has a number more: whoever is added leaves the
/// others as they are. Large and small letters are the same here.
///
/// ```
/// use satkarya_core::people::initials_apart;
/// let called = initials_apart(["Dora", "Ruth Abel", "dan"]);
/// assert_eq!(called["Dora"], "D");
/// assert_eq!(called["dan"], "d\u{202f}2");
/// ```
pub fn initials_apart<'a>(names: impl IntoIterator<Item = &'a str>) -> BTreeMap<String, String> {
    let mut called = BTreeMap::new();
    let mut taken = BTreeSet::new();
    for name in names {
        if called.contains_key(name) {
            continue;
        }
        let letters = initials(name);
        let numbered = (2_usize..).map(|n| format!("{letters}{SPACE}{n}"));
        let mut ways = std::iter::once(letters.clone()).chain(numbered);
        if let Some(free) = ways.find(|way| taken.insert(looks(way))) {
            called.insert(name.to_owned(), free);
        }
    }
    called
}

/// The same for everybody in a journal. Whoever is in the bin keeps their number.
pub fn called_by_initials(journal: &Journal) -> BTreeMap<String, String> {
    let name = |body: &'_ Body| match body {
        Body::Person(person) => Some(person.name.to_string()),
        _ => None,
    };
    let records = journal.records();
    let mut all: Vec<_> = records
        .filter_map(|it| Some((it.created, it.id, it.body.as_ref().and_then(name)?)))
        .collect();
    all.sort();
    initials_apart(all.iter().map(|(_, _, name)| &**name))
}

/// The same for whatever looks the same: “D 2” may also be somebody's own name.
fn looks(letters: &str) -> String {
    letters.chars().filter(|c| *c != SPACE).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn called(names: &[&str]) -> Vec<String> {
        let called = initials_apart(names.iter().copied());
        names.iter().filter_map(|name| called.get(*name)).map(|it| it.replace(SPACE, "_")).collect()
    }

    #[test]
    fn initials_of_any_script() {
        for (name, expected) in
            [("Asha", "A"), ("Mary Ann Lee", "MA"), ("आशा कुमार", "आक"), ("", ""), ("👩 x", "👩x")]
        {
            assert_eq!(initials(name), expected);
        }
    }

    #[test]
    fn the_first_keeps_the_plain_letters_and_the_others_have_a_number() {
        assert_eq!(called(&["Dora", "Dan", "Ruth Abel", "Dev"]), ["D", "D_2", "RA", "D_3"]);
        assert_eq!(called(&["Ruth Abel", "rosa azur"]), ["RA", "ra_2"]);
        assert_eq!(called(&["Sam", "Sam"]), ["S", "S"], "one name is one name");
        assert_eq!(called(&["D 2", "Dora", "Dan"]), ["D2", "D", "D_3"], "D2 is taken");
    }

    #[test]
    fn whoever_is_added_leaves_the_others_as_they_are() {
        let names = ["Dora", "Dan", "Ruth", "Rosa", "Dev", "Ravi"];
        for n in 1..names.len() {
            let before = initials_apart(names.iter().take(n).copied());
            let after = initials_apart(names);
            assert!(before.iter().all(|(name, it)| after.get(name) == Some(it)), "{n}");
        }
        let all: BTreeSet<_> = called(&names).into_iter().collect();
        assert_eq!(all.len(), names.len(), "everybody can be told apart");
    }
}
