//! The middle value of a list.

use crate::rating::{Level, Mood, SleepHours};

/// A middle value, exact to a quarter.
///
/// The middle of whole numbers is whole or a half; the middle of such middles is a quarter at
/// the finest. So no rounding happens before a value is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Middle {
    quarters: u16,
}

impl Middle {
    /// The value, for a chart.
    pub fn value(self) -> f64 {
        f64::from(self.quarters) / 4.0
    }

    /// The value in tenths, for showing with one decimal. A quarter rounds up.
    pub fn tenths(self) -> u16 {
        (self.quarters * 10 + 2) / 4
    }

    /// The nearest whole mood, for a colour and a word. A half rounds up.
    pub fn mood(self) -> Mood {
        let whole = u8::try_from((self.quarters + 2) / 4).unwrap_or(Mood::MAX);
        Mood::nearest(whole)
    }
}

impl From<Mood> for Middle {
    fn from(mood: Mood) -> Self {
        Self { quarters: u16::from(mood.get()) * 4 }
    }
}

impl From<Level> for Middle {
    fn from(level: Level) -> Self {
        Self { quarters: u16::from(level.get()) * 4 }
    }
}

impl From<SleepHours> for Middle {
    fn from(hours: SleepHours) -> Self {
        Self { quarters: u16::from(hours.get()) * 4 }
    }
}

/// How far a mood lies above another, or below it: −10 to 10, exact to a half.
///
/// The middle of whole differences is whole or a half.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Difference {
    /// Ten more than the difference, which is never below 0.
    above: Middle,
}

impl Difference {
    /// The difference of two moods.
    pub fn of(before: Mood, after: Mood) -> Self {
        let above = u16::from(after.get()) + u16::from(Mood::MAX - before.get());
        Self { above: Middle { quarters: above * 4 } }
    }

    /// The middle of differences; none if there are none.
    pub fn middle(all: &[Self]) -> Option<Self> {
        middle(all.iter().map(|it| it.above)).map(|above| Self { above })
    }

    /// The value in tenths, −100 to 100, for showing with one decimal.
    pub fn tenths(self) -> i16 {
        self.above.tenths().cast_signed() - i16::from(Mood::MAX) * 10
    }
}

/// The middle value; of an even number of values the mean of the two middle ones.
///
/// The values are whole, or are themselves middles of whole values.
pub fn middle(values: impl IntoIterator<Item = Middle>) -> Option<Middle> {
    let mut values: Vec<Middle> = values.into_iter().collect();
    values.sort_unstable();
    let upper = *values.get(values.len() / 2)?;
    let lower = *values.get((values.len() - 1) / 2)?;
    Some(Middle { quarters: u16::midpoint(lower.quarters, upper.quarters) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(moods: &[u8]) -> Option<Middle> {
        middle(moods.iter().map(|mood| Mood::try_from(*mood).expect("mood").into()))
    }

    #[test]
    fn middles() {
        for (moods, value, tenths, whole) in [
            (&[4][..], 4.0, 40, 4),
            (&[4, 5], 4.5, 45, 5),
            (&[9, 1, 5], 5.0, 50, 5),
            (&[0, 10], 5.0, 50, 5),
            (&[0, 0, 1, 1], 0.5, 5, 1),
            (&[10, 10, 10], 10.0, 100, 10),
            (&[7, 2, 2, 8], 4.5, 45, 5),
        ] {
            let found = of(moods).expect("a middle");
            assert!((found.value() - value).abs() < f64::EPSILON, "{moods:?}");
            assert_eq!((found.tenths(), found.mood().get()), (tenths, whole), "{moods:?}");
        }
        assert_eq!(of(&[]), None);
    }

    #[test]
    fn a_middle_of_middles_is_exact() {
        let found = middle([of(&[4, 5]), of(&[5])].into_iter().flatten()).expect("a middle");
        assert_eq!((found.tenths(), found.mood().get()), (48, 5), "4.75");
    }
}
