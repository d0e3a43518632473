//! Names that depend on what the person made: their people and their own words for feelings.

use std::cell::Cell;

use satkarya_core::content;
use satkarya_core::diary::FeelingId;
use satkarya_core::id::Id;
use satkarya_core::journal::Journal;
use satkarya_core::people::Person;

use super::{Msg, content_text, msg, t};

thread_local! {
    /// Whether people are shown by their initials. One for all views, as the language is: the app
    /// is drawn anew when it changes.
    static INITIALS: Cell<bool> = const { Cell::new(false) };
}

/// Shows people by their initials from now on, or by their names again.
pub(crate) fn set_initials(on: bool) {
    INITIALS.set(on);
}

/// What a person is called on screen, on paper and in a table: their name, or its first letters
/// where the person who writes wants that.
pub(crate) fn shown(person: &Person) -> String {
    if INITIALS.get() { person.initials() } else { person.name.to_string() }
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

#[cfg(test)]
mod tests {
    use super::*;
    use satkarya_core::text::Name;

    #[test]
    fn initials_take_the_place_of_names_while_they_are_wanted() {
        let ruth = Person::new(Name::cut("Ruth Abel"));
        assert_eq!(shown(&ruth), "Ruth Abel");
        set_initials(true);
        assert_eq!(shown(&ruth), "RA");
        set_initials(false);
        assert_eq!(shown(&ruth), "Ruth Abel");
    }
}
