//! Names that depend on what the person made: their people and their own words for feelings.

use std::cell::Cell;
use std::collections::BTreeMap;

use leptos::prelude::*;
use satkarya_core::content;
use satkarya_core::diary::FeelingId;
use satkarya_core::id::Id;
use satkarya_core::journal::Journal;
use satkarya_core::people::Person;
use satkarya_core::sheet::Worksheet;

use super::{Msg, content_text, msg, t};

thread_local! {
    /// By which initials people are told apart, and whether these stand for their names. One for
    /// all views, as the language is: the app is drawn anew when that changes.
    static INITIALS: Cell<(Option<Called>, bool)> = const { Cell::new((None, false)) };
}

/// What each name is called by its initials.
pub(crate) type Called = Memo<BTreeMap<String, String>>;

/// Marks people with these initials from now on, and shows them by these alone or by their names.
pub(crate) fn set_initials(called: Called, in_place_of_names: bool) {
    INITIALS.set((Some(called), in_place_of_names));
}

/// What a person is called on screen, on paper and in a table: their name, or its first letters
/// where the person who writes wants that.
pub(crate) fn shown(person: &Person) -> String {
    if INITIALS.get().1 { mark(person) } else { person.name.to_string() }
}

/// The first letters of somebody for a round mark, with a number where two people share them.
pub(crate) fn mark(person: &Person) -> String {
    let (called, _) = INITIALS.get();
    // Followed, since one's own can change when somebody else is renamed or goes for good.
    let own = called.and_then(|it| it.with(|all| all.get(&*person.name).cloned()));
    own.unwrap_or_else(|| person.initials())
}

/// The word of a feeling: of the vocabulary, or the person's own, even one they removed.
pub(crate) fn feeling(id: &FeelingId, journal: &Journal) -> String {
    if let Some(word) = content::vocabulary().word(id) {
        return content_text(word.word());
    }
    let own = id.as_str().parse().ok().and_then(|id| journal.get(id));
    own.and_then(|record| match record.body.as_ref()? {
        satkarya_core::record::Body::Feeling(own) => Some(own.word.to_string()),
        _ => None,
    })
    .unwrap_or_else(|| t(msg::common_unknown()))
}

/// A title, or what stands where there is none.
pub(crate) fn titled(title: &str, otherwise: Msg) -> String {
    let title = title.trim();
    if title.is_empty() { t(otherwise) } else { title.to_owned() }
}

/// The name of a person; "someone" if they were deleted.
pub(crate) fn person(id: Id, journal: &Journal) -> String {
    journal.person(id).map_or_else(|| t(msg::person_gone()), |it| shown(it.person))
}

/// The name of a worksheet, or what stands where the guide does not know it.
pub(crate) fn sheet(it: &Worksheet) -> String {
    it.asked().map_or_else(|| t(msg::common_unknown()), |sheet| content_text(&sheet.title))
}

#[cfg(test)]
mod tests {
    use super::*;
    use satkarya_core::people::initials_apart;
    use satkarya_core::text::Name;

    #[test]
    fn initials_take_the_place_of_names_while_they_are_wanted() {
        Owner::new().with(|| {
            let [ruth, rosa] = ["Ruth Abel", "Rosa Azur"].map(|it| Person::new(Name::cut(it)));
            let all = || [shown(&ruth), shown(&rosa), mark(&rosa)];
            assert_eq!(all(), ["Ruth Abel", "Rosa Azur", "RA"]);
            let called = Memo::new(|_| initials_apart(["Ruth Abel", "Rosa Azur"]));
            set_initials(called, true);
            assert_eq!(all(), ["RA", "RA\u{202f}2", "RA\u{202f}2"]);
            assert_eq!(shown(&Person::new(Name::cut("Just Now"))), "JN");
            set_initials(called, false);
            assert_eq!(all(), ["Ruth Abel", "Rosa Azur", "RA\u{202f}2"]);
        });
    }
}
