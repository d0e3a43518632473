//! Small rules about one entry or one day: when to offer a kind word, and what is refused.
//!
//! They never block saving, and they never look at what was written in words.

use crate::diary::{Entry, When};
use crate::time::Now;

/// From this many entries on one day the app asks once whether something else would help more.
///
/// # Source
/// Our own number. Monitoring helps most people, but about 4 % report an adverse effect
/// (Astill Wright et al., JMIR Ment Health 2025;12:e79500).
pub const HEAVY_DAY_ENTRIES: usize = 8;

/// Moods up to this one count as very low. Our own number.
const VERY_LOW: u8 = 2;
/// A feeling from this strength on counts as strong. Our own number.
const STRONG: u8 = 4;
/// Feelings that weigh at any strength.
const HEAVY_ALWAYS: &[&str] = &["unsafe"];
/// Feelings that weigh when they are strong.
const HEAVY_WHEN_STRONG: &[&str] = &["hopeless", "a_burden"];

/// Whether an entry is one after which the quiet card is offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heaviness {
    /// Nothing is offered.
    Ordinary,
    /// The quiet card is offered, once for this entry.
    Heavy,
}

/// Tells whether the quiet card is offered after an entry.
///
/// It looks at the mood and the named feelings only, never at the text: grief is written
/// about with words that would set off any alarm.
pub fn heaviness(entry: &Entry) -> Heaviness {
    if is_very_low(entry) || weighs(entry) { Heaviness::Heavy } else { Heaviness::Ordinary }
}

/// Whether the mood alone calls for the quiet card.
pub fn is_very_low(entry: &Entry) -> bool {
    entry.mood.is_some_and(|mood| mood.get() <= VERY_LOW)
}

/// Whether the feelings alone call for the quiet card.
pub fn weighs(entry: &Entry) -> bool {
    entry.feelings.iter().any(|feeling| {
        let id = feeling.id.as_str();
        HEAVY_ALWAYS.contains(&id)
            || (HEAVY_WHEN_STRONG.contains(&id)
                && feeling.strength.is_some_and(|strength| strength.get() >= STRONG))
    })
}

/// Whether a moment lies after the present one on the person's own clock.
pub fn is_in_future(when: &When, now: &Now) -> bool {
    (when.day, when.time) > (now.day(), now.time())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diary::Feeling;
    use crate::rating::Strength;
    use crate::time::{Offset, Zone};

    fn now() -> Now {
        Now { ms: 1_795_483_800_000, offset: Offset::UTC, zone: Zone::default() }
    }

    #[test]
    fn the_quiet_card_follows_mood_and_named_feelings() {
        use Heaviness::{Heavy, Ordinary};
        for (mood, feeling, strength, expected) in [
            (Some(0), None, None, Heavy),
            (Some(2), None, None, Heavy),
            (Some(3), None, None, Ordinary),
            (None, Some("unsafe"), None, Heavy),
            (Some(9), Some("unsafe"), Some(1), Heavy),
            (Some(5), Some("hopeless"), Some(3), Ordinary),
            (Some(5), Some("hopeless"), None, Ordinary),
            (Some(5), Some("hopeless"), Some(4), Heavy),
            (Some(5), Some("a_burden"), Some(5), Heavy),
            (Some(5), Some("grieving"), Some(5), Ordinary),
            (None, None, None, Ordinary),
        ] {
            let mut entry = Entry::new((&now()).into());
            entry.mood = mood.map(|mood: u8| mood.try_into().expect("mood"));
            entry.feelings.extend(feeling.map(|id| Feeling {
                id: id.try_into().expect("id"),
                strength: strength.map(|n: u8| Strength::try_from(n).expect("strength")),
            }));
            assert_eq!(heaviness(&entry), expected, "{mood:?} {feeling:?} {strength:?}");
        }
    }

    #[test]
    fn the_future_is_refused_to_the_minute() {
        let now = now();
        let mut when = When::from(&now);
        assert!(!is_in_future(&when, &now));
        when.time = "01:31".parse().expect("time");
        assert!(is_in_future(&when, &now));
        when.day = "2026-11-23".parse().expect("day");
        assert!(!is_in_future(&when, &now));
    }
}
