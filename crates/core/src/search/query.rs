//! What is looked for: words, and conditions on the entry.

use memchr::memmem::Finder;

use crate::diary::{Area, Entry, EventKind, FeelingId};
use crate::id::Id;
use crate::search::fold;
use crate::time::Day;

/// Words of which every one must be found, in any order and anywhere in a word.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// Folded, each once, longest first: the rarest fails soonest.
    words: Vec<String>,
}

impl Query {
    /// The words of a text as typed. Words beyond the sixteenth are left out.
    pub fn new(typed: &str) -> Self {
        const MAX_WORDS: usize = 16;
        let mut words: Vec<String> =
            fold(typed).split_whitespace().take(MAX_WORDS).map(str::to_owned).collect();
        words.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
        words.dedup();
        Self { words }
    }

    /// Whether there is no word, so that every entry matches.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// One prepared searcher per word.
    pub(super) fn finders(&self) -> Vec<Finder<'_>> {
        self.words.iter().map(|word| Finder::new(word.as_bytes())).collect()
    }

    /// The bytes of the first place in a folded text where any word stands; of several words
    /// at one place the longest.
    pub(super) fn first_in(&self, folded: &str) -> Option<(usize, usize)> {
        self.words
            .iter()
            .filter_map(|word| folded.find(word.as_str()).map(|at| (at, at + word.len())))
            .min_by_key(|(at, end)| (*at, std::cmp::Reverse(*end)))
    }
}

/// Conditions of which every one that is given must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// This person is concerned, or said something.
    pub person: Option<Id>,
    /// This feeling is named.
    pub feeling: Option<FeelingId>,
    /// It belongs to this problem area.
    pub area: Option<Area>,
    /// It is of this kind.
    pub kind: Option<EventKind>,
    /// It happened on this day or later.
    pub first: Option<Day>,
    /// It happened on this day or earlier.
    pub last: Option<Day>,
    /// It is starred.
    pub starred: bool,
}

impl Filter {
    /// Whether nothing is asked for, so that every entry matches.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether an entry meets every condition.
    pub fn matches(&self, entry: &Entry) -> bool {
        let day = entry.when.day;
        self.first.is_none_or(|first| first <= day)
            && self.last.is_none_or(|last| day <= last)
            && (!self.starred || entry.star)
            && self.kind.is_none_or(|kind| entry.kind == Some(kind))
            && self.area.is_none_or(|area| entry.areas.contains(&area))
            && self.person.is_none_or(|person| entry.mentions(person))
            && self
                .feeling
                .as_ref()
                .is_none_or(|id| entry.feelings.iter().any(|feeling| feeling.id == *id))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_folded_each_once_longest_first() {
        let query = Query::new("  MUM café\tmum ");
        assert_eq!(query.words, ["cafe", "mum"]);
        assert!(Query::new(" \n ").is_empty());
    }

    #[test]
    fn the_first_place_wins_and_then_the_longest_word() {
        let query = Query::new("ph phone");
        assert_eq!(query.first_in("my phone"), Some((3, 8)));
        assert_eq!(query.first_in("graph, phone"), Some((3, 5)));
        assert_eq!(query.first_in("none"), None);
    }
}
