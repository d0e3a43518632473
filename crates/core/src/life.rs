//! What happened in a life, how the mood was over longer times, and when a low spell began.
//!
//! Everything is as exact as somebody knows it, and everything but the record itself may be left
//! out: a title of one word is an event. Nothing here says that one thing came from another.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::diary::Unknown;
use crate::diary::choice::choice;
use crate::id::Id;
use crate::rating::Mood;
use crate::text::{Note, Text};
use crate::time::FuzzyDay;

/// A few words that name something.
pub type Title = Text<60>;

choice! {
    /// What kind of thing happened.
    EventSort {
        /// A loss.
        Loss,
        /// A conflict.
        Conflict,
        /// A change.
        Change,
        /// Being cut off from people.
        Isolation,
        /// Health.
        Health,
        /// Work or money.
        Work,
        /// A good thing.
        Good,
        /// Something else.
        Other,
    }
}

/// How something felt: −3 very hard, 0 neither, 3 very good.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "i8", into = "i8")]
pub struct Impact(i8);

/// A number outside −3 to 3.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("not a number from −3 to 3")]
pub struct NotAnImpact;

impl Impact {
    /// Every value, the hardest first.
    pub const ALL: &'static [Self] =
        &[Self(-3), Self(-2), Self(-1), Self(0), Self(1), Self(2), Self(3)];

    /// The number.
    pub const fn get(self) -> i8 {
        self.0
    }
}

impl TryFrom<i8> for Impact {
    type Error = NotAnImpact;

    fn try_from(value: i8) -> Result<Self, NotAnImpact> {
        if (-3..=3).contains(&value) { Ok(Self(value)) } else { Err(NotAnImpact) }
    }
}

impl From<Impact> for i8 {
    fn from(impact: Impact) -> Self {
        impact.0
    }
}

/// Something that happened.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LifeEvent {
    /// What it is called.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub title: Title,
    /// When it was, or began.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<FuzzyDay>,
    /// When it ended, if it went on for a time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<FuzzyDay>,
    /// What kind of thing it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sort: Option<EventSort>,
    /// The people concerned.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<Id>,
    /// How it felt.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub impact: Option<Impact>,
    /// Anything worth adding.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub note: Note,
    /// Fields of a newer version.
    #[serde(flatten)]
    pub unknown: Unknown,
}

/// How the mood was over a longer time, looking back.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MoodBand {
    /// When it was, or began.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<FuzzyDay>,
    /// When it ended; none for no longer than `when` says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<FuzzyDay>,
    /// The mood.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Mood>,
    /// What it is called.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub label: Title,
    /// Fields of a newer version.
    #[serde(flatten)]
    pub unknown: Unknown,
}

/// A low spell.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LowSpell {
    /// When it began.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<FuzzyDay>,
    /// When it ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<FuzzyDay>,
    /// Whether it is one before the present one.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub earlier: bool,
    /// Anything worth adding.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub note: Note,
    /// Fields of a newer version.
    #[serde(flatten)]
    pub unknown: Unknown,
}

/// Whether something may end when it does, as far as the two dates tell: not before it began.
///
/// ```
/// use satkarya_core::life::is_in_order;
/// let date = |text: &str| text.parse().ok();
/// assert!(is_in_order(date("2024-spring"), date("2024")));
/// assert!(!is_in_order(date("2024-05"), date("2024-04")));
/// assert!(is_in_order(date("2024"), None) && is_in_order(None, date("2024")));
/// ```
pub fn is_in_order(when: Option<FuzzyDay>, until: Option<FuzzyDay>) -> bool {
    when.zip(until).is_none_or(|(when, until)| when.earliest() <= until.latest())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_said_is_not_written() {
        let json = |value: Result<String, _>| value.expect("json");
        assert_eq!(json(serde_json::to_string(&LifeEvent::default())), "{}");
        assert_eq!(json(serde_json::to_string(&MoodBand::default())), "{}");
        assert_eq!(json(serde_json::to_string(&LowSpell::default())), "{}");
        let written = r#"{"title":"Moved","when":"2024-spring","impact":-2}"#;
        let event: LifeEvent = serde_json::from_str(written).expect("an event");
        assert_eq!(event.impact.map(Impact::get), Some(-2));
        assert_eq!(json(serde_json::to_string(&event)), written);
    }

    #[test]
    fn an_impact_is_from_minus_three_to_three() {
        for value in i8::MIN..=i8::MAX {
            let made = Impact::try_from(value);
            assert_eq!(made.is_ok(), (-3..=3).contains(&value), "{value}");
        }
        assert!(Impact::ALL.iter().map(|it| it.get()).eq(-3..=3));
    }
}
