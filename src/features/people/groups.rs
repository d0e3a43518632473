//! The people in groups, each by name. Nobody stands before another for any other reason.

use satkarya_core::id::Id;
use satkarya_core::people::{Person, Status};
use satkarya_core::record::Record;
use satkarya_core::search::fold;

use crate::i18n::{Msg, msg};

/// The most rows in the document at once; the search finds the others.
const MOST_ROWS: usize = 120;

/// Where somebody stands in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Group {
    /// In my life.
    Present,
    /// Out of touch.
    OutOfTouch,
    /// Died.
    Died,
    /// Put away.
    PutAway,
}

impl Group {
    /// Every group, in the order of the list.
    const ALL: [Self; 4] = [Self::Present, Self::OutOfTouch, Self::Died, Self::PutAway];

    fn of(person: &Person) -> Self {
        match person.status {
            _ if person.archived => Self::PutAway,
            Status::Present => Self::Present,
            Status::OutOfTouch => Self::OutOfTouch,
            Status::Died => Self::Died,
        }
    }

    /// Its heading.
    pub(super) fn title(self) -> Msg {
        match self {
            Self::Present => msg::people_present(),
            Self::OutOfTouch => msg::people_out_of_touch(),
            Self::Died => msg::people_died(),
            Self::PutAway => msg::people_archived(),
        }
    }
}

/// The people that fit what is searched.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Grouped {
    /// Those to show, without empty groups.
    pub(super) groups: Vec<(Group, Vec<Id>)>,
    /// Number of those who fit, shown or not.
    pub(super) n_found: usize,
}

impl Grouped {
    /// Groups people who come by name; with words, only those in whose name every word stands.
    pub(super) fn new<'a>(people: impl IntoIterator<Item = &'a Record>, typed: &str) -> Self {
        let typed = fold(typed);
        let words: Vec<&str> = typed.split_whitespace().collect();
        let mut groups = Group::ALL.map(|group| (group, Vec::new()));
        let mut n_found = 0;
        for (id, person) in people.into_iter().filter_map(|it| Some((it.id, it.person()?))) {
            let name = fold(&person.name);
            if !words.iter().all(|word| name.contains(word)) {
                continue;
            }
            n_found += 1;
            let group = Group::of(person);
            groups.iter_mut().filter(|it| it.0 == group).for_each(|it| it.1.push(id));
        }
        let mut room = MOST_ROWS;
        for (_, ids) in &mut groups {
            ids.truncate(room);
            room -= ids.len();
        }
        let groups = groups.into_iter().filter(|(_, ids)| !ids.is_empty()).collect();
        Self { groups, n_found }
    }

    /// Number of those who are shown.
    pub(super) fn n_shown(&self) -> usize {
        self.groups.iter().map(|(_, ids)| ids.len()).sum()
    }

    /// Whether more fit than are shown.
    pub(super) fn is_cut(&self) -> bool {
        self.n_shown() < self.n_found
    }
}

#[cfg(test)]
mod tests {
    use satkarya_core::record::Body;
    use satkarya_core::stamp::Stamp;
    use satkarya_core::text::Name;

    use super::*;

    fn record(n: u8, name: &str, change: impl FnOnce(&mut Person)) -> Record {
        let mut person = Person::new(Name::cut(name));
        change(&mut person);
        Record::new(Id::from_bytes([n; 16]), Stamp::FIRST, Body::Person(person))
    }

    fn groups(people: &[Record], typed: &str) -> Vec<(Group, usize)> {
        Grouped::new(people, typed)
            .groups
            .into_iter()
            .map(|(group, ids)| (group, ids.len()))
            .collect()
    }

    #[test]
    fn everybody_stands_in_one_group_and_search_forgives_accents() {
        let people = [
            record(1, "Ann", |_| {}),
            record(2, "José María", |_| {}),
            record(3, "Jo", |it| it.status = Status::OutOfTouch),
            record(4, "Grandad", |it| it.status = Status::Died),
            record(5, "Old boss", |it| it.archived = true),
            record(6, "Late friend", |it| {
                it.archived = true;
                it.status = Status::Died;
            }),
        ];
        let expected =
            [(Group::Present, 2), (Group::OutOfTouch, 1), (Group::Died, 1), (Group::PutAway, 2)];
        assert_eq!(groups(&people, ""), expected);
        assert_eq!(groups(&people, " maria JOSE "), [(Group::Present, 1)]);
        assert_eq!(groups(&people, "jo"), [(Group::Present, 1), (Group::OutOfTouch, 1)]);
        assert_eq!(groups(&people, "zz"), []);
    }

    #[test]
    fn a_very_long_list_is_cut_and_says_so() {
        let people: Vec<Record> =
            (0..=255).map(|n| record(n, "x", |it| it.archived = n > 200)).collect();
        let grouped = Grouped::new(&people, "");
        assert_eq!(groups(&people, ""), [(Group::Present, MOST_ROWS)]);
        assert_eq!((grouped.n_found, grouped.is_cut()), (256, true));
        assert!(!Grouped::new(&people[..10], "").is_cut());
    }
}
