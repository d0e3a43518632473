//! The people in somebody's life.
//!
//! A person is never scored or ranked. Somebody who died or is out of touch keeps their page
//! and is never suggested as a contact.

mod alike;
mod initials;
mod inventory;

use serde::{Deserialize, Serialize};

use crate::diary::Unknown;
use crate::diary::choice::choice;
use crate::rating::Level;
use crate::text::{Answer, Name, Note, Text};
use crate::time::FuzzyDay;

pub use alike::{Likeness, is_visible, likeness, most_like};
pub use initials::{called_by_initials, initials, initials_apart};
pub use inventory::{CanTell, Contact, Disagree, Gives, KnowsLow, Ring, Safe, Shift, Spot, Way};

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
#[expect(clippy::struct_excessive_bools, reason = "each answers a question of its own")]
pub struct Person {
    /// Name, initials or nickname.
    pub name: Name,
    /// Who they are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub relation: Option<Relation>,
    /// Whether they are there.
    #[serde(default = "present", skip_serializing_if = "is_present")]
    pub status: Status,
    /// When they died, as exactly as it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub died_when: Option<FuzzyDay>,
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
    /// How near they stand; none while they are not placed yet. Ask [`Person::stands`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ring: Option<Ring>,
    /// Where on that ring they were put.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spot: Option<Spot>,
    /// How near the person would like them to be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ring_wish: Option<Ring>,
    /// How often the two are in touch.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<Contact>,
    /// How the two are in touch.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contact_ways: Vec<Way>,
    /// Whether the two live together.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub lives_with: bool,
    /// Whether the person could tell them how they really feel.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub can_tell: Option<CanTell>,
    /// Whether they know that the person has been struggling.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub knows_low: Option<KnowsLow>,
    /// What they give.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub support: Vec<Gives>,
    /// What the person gives them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub i_give: Vec<Gives>,
    /// What usually happens when the two disagree.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disagree: Option<Disagree>,
    /// What the relationship has become since the mood dropped.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed: Option<Shift>,
    /// What changed, and when.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub changed_what: Answer,
    /// Whether the person feels safe with them. Ask [`Person::feels_unsafe`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub safe: Option<Safe>,
    /// Whether the person wants the tools for a difficult relationship all the same, having talked
    /// it through with somebody who knows about this.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub wants_tools: bool,
    /// What they seem to expect of the person.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub they_expect: Answer,
    /// What the person expects or hopes for from them.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub i_expect: Answer,
    /// How well the two fit: 0 not at all, 4 very well.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expect_match: Option<Level>,
    /// What is good about the relationship.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub like: Answer,
    /// What is difficult or missing.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub hard: Answer,
    /// One thing that could be different.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub want: Answer,
    /// Fields of a newer version.
    #[serde(flatten)]
    pub unknown: Unknown,
}

impl Person {
    /// From how many answers on more than the quick facts are known of somebody.
    ///
    /// # Source
    /// Our own number: the guide asks only that some people are looked at more closely.
    pub const DESCRIBED_FROM: usize = 3;

    /// Somebody of whom only the name is known.
    pub fn new(name: Name) -> Self {
        Self {
            name,
            relation: None,
            status: Status::Present,
            died_when: None,
            trusted: false,
            phone: Text::default(),
            note: Note::default(),
            archived: false,
            ring: None,
            spot: None,
            ring_wish: None,
            contact: None,
            contact_ways: Vec::new(),
            lives_with: false,
            can_tell: None,
            knows_low: None,
            support: Vec::new(),
            i_give: Vec::new(),
            disagree: None,
            changed: None,
            changed_what: Text::default(),
            safe: None,
            wants_tools: false,
            they_expect: Text::default(),
            i_expect: Text::default(),
            expect_match: None,
            like: Text::default(),
            hard: Text::default(),
            want: Text::default(),
            unknown: Unknown::new(),
        }
    }

    /// Where they stand in the circle; none while they are not placed, or are put away.
    ///
    /// Somebody who died or is out of touch stands outside until they are put elsewhere, so that
    /// nobody is asked to decide that.
    pub fn stands(&self) -> Option<Ring> {
        if self.archived {
            return None;
        }
        self.ring.or_else(|| (self.status != Status::Present).then_some(Ring::Outside))
    }

    /// Whether they give support, as the person who writes said. Those who died are not counted on.
    pub fn is_supporter(&self) -> bool {
        let is_there = self.status != Status::Died && !self.feels_unsafe();
        is_there && (self.trusted || !self.support.is_empty())
    }

    /// Whether it is tense between the two, as the person who writes said.
    pub fn is_tense(&self) -> bool {
        self.status != Status::Died
            && (self.changed == Some(Shift::Tense) || self.disagree == Some(Disagree::BlowsUp))
    }

    /// Whether the person said that they do not, or not always, feel safe with them.
    pub fn feels_unsafe(&self) -> bool {
        matches!(self.safe, Some(Safe::NotAlways | Safe::No))
    }

    /// Whether what helps two people who are safe with each other is held back: talking it out can
    /// raise the danger where one frightens the other.
    ///
    /// # Source
    /// Practice in domestic abuse work; the project's guide to safety.
    pub fn holds_back(&self) -> bool {
        self.feels_unsafe() && !self.wants_tools
    }

    /// Where the person who writes would like them to be, if that is elsewhere than they stand.
    pub fn wished(&self) -> Option<Ring> {
        let wish = self.ring_wish.filter(|_| self.status != Status::Died)?;
        self.stands().filter(|ring| *ring != wish).map(|_| wish)
    }

    /// Whether more than the quick facts are known of them.
    pub fn is_described(&self) -> bool {
        let texts = [
            &self.they_expect,
            &self.i_expect,
            &self.like,
            &self.hard,
            &self.want,
            &self.changed_what,
        ];
        let n_texts = texts.iter().filter(|text| !text.is_blank()).count();
        let chosen = [
            self.contact.is_some(),
            self.can_tell.is_some(),
            self.knows_low.is_some(),
            !self.support.is_empty(),
            !self.i_give.is_empty(),
            !self.contact_ways.is_empty(),
            self.disagree.is_some(),
            self.changed.is_some(),
            self.expect_match.is_some(),
        ];
        let n_chosen = chosen.iter().filter(|is_chosen| **is_chosen).count();
        n_texts + n_chosen >= Self::DESCRIBED_FROM
    }

    /// Whether to offer them when somebody says who an entry is about.
    ///
    /// Those who died can be written about, and are found by name, but are not suggested.
    pub fn is_suggested(&self) -> bool {
        !self.archived && self.status == Status::Present
    }

    /// Whether what was between the two lies back: they died, are out of touch, or were a partner.
    pub fn is_past(&self) -> bool {
        self.status != Status::Present || self.relation == Some(Relation::ExPartner)
    }

    /// Whether the person who writes could turn to them on a bad evening.
    ///
    /// It is what that person marked, not a suggestion: somebody out of touch may be on it.
    pub fn is_turned_to(&self) -> bool {
        let is_there = !self.archived && self.status != Status::Died;
        self.trusted && is_there && !self.feels_unsafe()
    }

    /// What a telephone would dial, if how to reach them is a phone number and nothing else.
    pub fn dial(&self) -> Option<String> {
        dial(&self.phone)
    }

    /// The first letters of the first two words of the name, for a round mark.
    pub fn initials(&self) -> String {
        initials::initials(&self.name)
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
        let feared = Person { safe: Some(Safe::NotAlways), ..marked.clone() };
        assert!(!feared.is_turned_to() && !feared.is_supporter());
        assert!(!Person { archived: true, ..marked }.is_turned_to());
        assert!(!Person::new(Name::cut("R")).is_turned_to());
    }

    #[test]
    fn those_who_are_gone_stand_outside_until_they_are_put_elsewhere() {
        let ruth = Person::new(Name::cut("Ruth"));
        assert_eq!(ruth.stands(), None);
        assert!(!ruth.is_past());
        let parted = Person { relation: Some(Relation::ExPartner), ..ruth.clone() };
        assert!(parted.is_past());
        let died = Person { status: Status::Died, ..ruth.clone() };
        assert_eq!(died.stands(), Some(Ring::Outside));
        assert!(died.is_past());
        let kept_near = Person { ring: Some(Ring::VeryClose), ..died };
        assert_eq!(kept_near.stands(), Some(Ring::VeryClose));
        assert_eq!(Person { archived: true, ..kept_near }.stands(), None);
    }

    #[test]
    fn marks_say_only_what_was_said() {
        let ruth = Person { ring: Some(Ring::Around), ..Person::new(Name::cut("Ruth")) };
        assert!(!ruth.is_supporter() && !ruth.is_tense() && ruth.wished().is_none());
        let near = Person {
            ring_wish: Some(Ring::Close),
            support: vec![Gives::Company],
            disagree: Some(Disagree::BlowsUp),
            ..ruth.clone()
        };
        assert!(near.is_supporter() && near.is_tense());
        assert_eq!(near.wished(), Some(Ring::Close));
        assert_eq!(Person { ring_wish: Some(Ring::Around), ..near.clone() }.wished(), None);
        let died = Person { status: Status::Died, ..near };
        assert!(!died.is_supporter() && !died.is_tense() && died.wished().is_none());
        assert!(Person { changed: Some(Shift::Tense), ..ruth }.is_tense());
    }

    #[test]
    fn tools_are_held_back_where_somebody_is_not_safe_until_they_are_wanted_all_the_same() {
        let ravi = Person::new(Name::cut("Ravi"));
        assert!(!ravi.holds_back());
        for (safe, unsafe_said) in [
            (Safe::Yes, false),
            (Safe::NotAlways, true),
            (Safe::No, true),
            (Safe::RatherNot, false),
        ] {
            let asked = Person { safe: Some(safe), ..ravi.clone() };
            assert_eq!((asked.feels_unsafe(), asked.holds_back()), (unsafe_said, unsafe_said));
            let wanted = Person { wants_tools: true, ..asked };
            assert!(wanted.feels_unsafe() == unsafe_said && !wanted.holds_back());
        }
    }

    #[test]
    fn three_answers_describe_somebody() {
        let some = Person { contact: Some(Contact::Weekly), ..Person::new(Name::cut("R")) };
        let two = Person { like: Text::cut("laughs"), ..some };
        assert!(!two.is_described());
        assert!(!Person { hard: Text::cut("  "), ..two.clone() }.is_described());
        assert!(Person { can_tell: Some(CanTell::No), ..two }.is_described());
    }

    #[test]
    fn those_who_are_gone_are_not_suggested() {
        let mut person = Person::new(Name::cut("Asha"));
        assert!(person.is_suggested());
        person.status = Status::Died;
        assert!(!person.is_suggested());
    }
}
