//! Ratings with a checked range.
//!
//! Each is a whole number; a rating that was not given is an `Option::None`, never a zero.

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A number outside the range of a rating.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("{value} is outside {min} to {max}")]
pub struct OutOfRange {
    /// The number that was given.
    pub value: u8,
    /// The smallest number allowed.
    pub min: u8,
    /// The largest number allowed.
    pub max: u8,
}

macro_rules! rating {
    ($(#[$doc:meta])* $name:ident, $min:literal ..= $max:literal) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "u8", into = "u8")]
        pub struct $name(u8);

        impl $name {
            /// The smallest value.
            pub const MIN: u8 = $min;
            /// The largest value.
            pub const MAX: u8 = $max;

            /// The number.
            pub const fn get(self) -> u8 {
                self.0
            }

            /// The value of that number, or the nearest to it.
            pub fn nearest(value: u8) -> Self {
                Self(value.clamp(Self::MIN, Self::MAX))
            }

            /// Every value, smallest first.
            pub fn all() -> impl DoubleEndedIterator<Item = Self> {
                (Self::MIN..=Self::MAX).map(Self)
            }
        }

        impl TryFrom<u8> for $name {
            type Error = OutOfRange;

            fn try_from(value: u8) -> Result<Self, OutOfRange> {
                if (Self::MIN..=Self::MAX).contains(&value) {
                    Ok(Self(value))
                } else {
                    Err(OutOfRange { value, min: Self::MIN, max: Self::MAX })
                }
            }
        }

        impl From<$name> for u8 {
            fn from(rating: $name) -> Self {
                rating.0
            }
        }
    };
}
pub(crate) use rating;

rating! {
    /// How one feels: 0 is the lowest I get, 10 the best I get.
    Mood, 0..=10
}
rating! {
    /// How strong a feeling is: 1 a touch, 5 as strong as it gets.
    Strength, 1..=5
}
rating! {
    /// How much of something: 0 not at all, 4 very much.
    Level, 0..=4
}
rating! {
    /// Hours slept, rounded: 0 to 16.
    SleepHours, 0..=16
}

rating! {
    /// A direction from the middle of the circle: 120 steps of three degrees, clockwise from the top.
    Turn, 0..=119
}
rating! {
    /// How far out within a ring: 0 at its inner edge, 9 at its outer.
    Depth, 0..=9
}

rating! {
    /// How much something is so: 0 not at all, 3 a great deal.
    Much, 0..=3
}
rating! {
    /// How near something lies to when the mood dropped: 2 close together, 0 not.
    Timing, 0..=2
}
rating! {
    /// How near a goal is: 0 not at all, 10 it is there.
    Nearness, 0..=10
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_in_range_and_no_other() {
        fn check<T: TryFrom<u8, Error = OutOfRange> + Into<u8> + Copy>(min: u8, max: u8) {
            for value in 0..=u8::MAX {
                let made = T::try_from(value);
                assert_eq!(made.is_ok(), (min..=max).contains(&value), "{value}");
                if let Ok(made) = made {
                    assert_eq!(made.into(), value);
                }
            }
        }
        check::<Mood>(0, 10);
        check::<Strength>(1, 5);
        check::<Level>(0, 4);
        check::<SleepHours>(0, 16);
        check::<Turn>(0, 119);
        check::<Depth>(0, 9);
        check::<Much>(0, 3);
        check::<Timing>(0, 2);
        check::<Nearness>(0, 10);
        assert_eq!(Mood::all().count(), 11);
    }
}
