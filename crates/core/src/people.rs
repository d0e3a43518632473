//! The people in somebody's life.
//!
//! A person is never scored or ranked. Somebody who died or is out of touch keeps their page
//! and is never suggested as a contact.

mod alike;

use serde::{Deserialize, Serialize};

use crate::diary::Unknown;
use crate::diary::choice::choice;
use crate::text::{Name, Note, Text};

pub use alike::{Likeness, is_visible, likeness, most_like};

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

    /// Whether the person who writes could turn to them on a bad evening.
    ///
    /// It is what that person marked, not a suggestion: somebody out of touch may be on it.
    pub fn is_turned_to(&self) -> bool {
        self.trusted && !self.archived && self.status != Status::Died
    }

    /// What a telephone would dial, if how to reach them is a phone number and nothing else.
    pub fn dial(&self) -> Option<String> {
        dial(&self.phone)
    }

    /// The first letters of the first two words of the name, for a round mark.
    pub fn initials(&self) -> String {
        self.name.split_whitespace().take(2).filter_map(|word| word.chars().next()).collect()
    }
}

/// The digits of a phone number as people write it, with a leading `+` if there is one.
///
/// Digits of other scripts become those that a telephone knows. Anything that is not part of a
/// plain number makes it none: signs such as `*` and `#` give orders to a telephone.
fn dial(written: &str) -> Option<String> {
    /// The shortest numbers have three digits, the longest fifteen (ITU-T E.164).
    const DIGITS: std::ops::RangeInclusive<usize> = 3..=15;
    let mut number = String::new();
    for c in written.trim().chars() {
        match c {
            '+' if number.is_empty() => number.push('+'),
            // What stands between digits.
            ' ' | '\u{a0}' | '\u{202f}' | '-' | '\u{2010}'..='\u{2013}' | '.' | '(' | ')' | '/'
            // The marks of direction that copying brings along.
            | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {}
            _ => number.push(digit(c)?),
        }
    }
    let n_digits = number.trim_start_matches('+').len();
    DIGITS.contains(&n_digits).then_some(number)
}

/// A decimal digit of one of the scripts that phones and keyboards write, as `0` to `9`.
fn digit(c: char) -> Option<char> {
    /// The zeros of Latin, Arabic, Persian, Devanagari, Bengali, Tamil and full-width digits.
    const ZEROS: [u32; 7] = [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xbe6, 0xff10];
    let value = ZEROS.iter().find_map(|zero| u32::from(c).checked_sub(*zero).filter(|n| *n < 10));
    char::from_digit(value?, 10)
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
    fn only_a_plain_phone_number_is_dialed() {
        for (written, expected) in [
            ("0123 456 789", Some("0123456789")),
            (" +44 (0) 20-7946 0018", Some("+4402079460018")),
            ("\u{202a}+91 98765 43210\u{202c}", Some("+919876543210")),
            ("٠١٢ ٣٤٥", Some("012345")),
            ("९८७ ६५४", Some("987654")),
            ("112", Some("112")),
            ("12", None),
            ("", None),
            ("1234567890123456", None),
            ("*21*0123#", None),
            ("12+34", None),
            ("knock at number 7", None),
            ("ruth@example.org", None),
        ] {
            let person = Person { phone: Text::cut(written), ..Person::new(Name::cut("R")) };
            assert_eq!(person.dial().as_deref(), expected, "{written}");
        }
    }

    #[test]
    fn those_marked_are_turned_to_unless_they_died_or_are_put_away() {
        let marked = Person { trusted: true, ..Person::new(Name::cut("R")) };
        assert!(marked.is_turned_to());
        assert!(Person { status: Status::OutOfTouch, ..marked.clone() }.is_turned_to());
        assert!(!Person { status: Status::Died, ..marked.clone() }.is_turned_to());
        assert!(!Person { archived: true, ..marked }.is_turned_to());
        assert!(!Person::new(Name::cut("R")).is_turned_to());
    }

    #[test]
    fn those_who_are_gone_are_not_suggested() {
        let mut person = Person::new(Name::cut("Asha"));
        assert!(person.is_suggested());
        person.status = Status::Died;
        assert!(!person.is_suggested());
    }
}
