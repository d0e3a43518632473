//! The people in somebody's life.
//!
//! A person is never scored or ranked. Somebody who died or is out of touch keeps their page
//! and is never suggested as a contact.

use serde::{Deserialize, Serialize};

use crate::diary::Unknown;
use crate::diary::choice::choice;
use crate::text::{Name, Note, Text};

choice! {
    /// Who somebody is to the person who writes.
    Relation {
        /// Partner.
        Partner,
        /// Former partner.
        ExPartner,
        /// Parent.
        Parent,
        /// Child.
        Child,
        /// Brother or sister.
        Sibling,
        /// Other family.
        Family,
        /// Friend.
        Friend,
        /// Colleague.
        Colleague,
        /// Manager.
        Manager,
        /// Neighbour.
        Neighbor,
        /// Community or faith.
        Community,
        /// Doctor, therapist or another professional.
        Professional,
        /// Friend known online.
        OnlineFriend,
        /// A pet.
        Pet,
        /// Somebody else.
        Other,
    }
}
choice! {
    /// Whether somebody is there.
    Status {
        /// In my life.
        Present,
        /// Out of touch.
        OutOfTouch,
        /// Died.
        Died,
    }
}

/// A person, an animal or a group that matters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Name, initials or nickname.
    pub name: Name,
    /// Who they are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub relation: Option<Relation>,
    /// Whether they are there.
    #[serde(default = "present", skip_serializing_if = "is_present")]
    pub status: Status,
    /// Whether the person could turn to them on a bad evening: shown on the Support page.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub trusted: bool,
    /// How to reach them, for the Support page.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub phone: Text<40>,
    /// Anything worth remembering.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub note: Note,
    /// Put away: not offered in check-ins, kept everywhere else.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub archived: bool,
    /// Fields of a newer version.
    #[serde(flatten)]
    pub unknown: Unknown,
}

impl Person {
    /// Somebody of whom only the name is known.
    pub fn new(name: Name) -> Self {
        Self {
            name,
            relation: None,
            status: Status::Present,
            trusted: false,
            phone: Text::default(),
            note: Note::default(),
            archived: false,
            unknown: Unknown::new(),
        }
    }

    /// Whether to offer them when somebody says who an entry is about.
    ///
    /// Those who died can be written about, and are found by name, but are not suggested.
    pub fn is_suggested(&self) -> bool {
        !self.archived && self.status == Status::Present
    }

    /// The first letters of the first two words of the name, for a round mark.
    pub fn initials(&self) -> String {
        self.name.split_whitespace().take(2).filter_map(|word| word.chars().next()).collect()
    }
}

fn present() -> Status {
    Status::Present
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for this shape")]
fn is_present(status: &Status) -> bool {
    *status == Status::Present
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_of_any_script() {
        for (name, expected) in
            [("Asha", "A"), ("Mary Ann Lee", "MA"), ("आशा कुमार", "आक"), ("", ""), ("👩 x", "👩x")]
        {
            assert_eq!(Person::new(Name::cut(name)).initials(), expected);
        }
    }

    #[test]
    fn those_who_are_gone_are_not_suggested() {
        let mut person = Person::new(Name::cut("Asha"));
        assert!(person.is_suggested());
        person.status = Status::Died;
        assert!(!person.is_suggested());
    }
}
