//! The middle mood of whole months.

use crate::journal::Journal;
use crate::pattern::{Middle, day_moods, middle};
use crate::time::{Day, Month};

/// Days with a mood that a month needs. Our own number.
pub const MIN_MONTH_DAYS: usize = 5;

/// One month with enough days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MonthMood {
    /// The month.
    pub month: Month,
    /// The middle of its daily middles.
    pub middle: Middle,
    /// Number of days with a mood.
    pub n_days: usize,
    /// Number of entries with a mood.
    pub n_moods: usize,
}

/// The months with at least [`MIN_MONTH_DAYS`] days that have a mood, oldest first.
pub fn month_moods(journal: &Journal) -> Vec<MonthMood> {
    let of_month = |month: Month| {
        let days = day_moods(journal, month.first(), month.last());
        let n_days = days.values().filter(|day| day.n_moods > 0).count();
        let n_moods = days.values().map(|day| day.n_moods).sum();
        let middle = middle(days.values().filter_map(|day| day.middle))?;
        (n_days >= MIN_MONTH_DAYS).then_some(MonthMood { month, middle, n_days, n_moods })
    };
    journal.months().into_iter().filter_map(of_month).collect()
}

/// The days from the first of those months to the last; none if there are none.
pub fn span_of(months: &[MonthMood]) -> Option<(Day, Day)> {
    Some((months.first()?.month.first(), months.last()?.month.last()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diary::{Entry, When};
    use crate::id::Id;
    use crate::journal::Earlier;
    use crate::rating::Mood;
    use crate::record::Body;
    use crate::stamp::StampClock;
    use crate::time::{Offset, TimeOfDay, Zone};

    #[test]
    fn a_month_needs_five_days_and_says_what_it_rests_on() {
        let (mut journal, mut clock) = (Journal::new(), StampClock::new(1));
        let mut n = 0;
        let mut write = |day: &str, mood: Option<u8>| {
            n += 1;
            let when = When {
                day: day.parse().expect(day),
                time: TimeOfDay::NOON,
                offset: Offset::UTC,
                zone: Zone::default(),
            };
            let mood = mood.map(Mood::nearest);
            let entry = Body::Entry(Entry { mood, ..Entry::new(when) });
            journal.put(Id::from_bytes([n; 16]), entry, clock.tick(1), Earlier::Kept);
        };
        for day in ["2026-09-01", "2026-09-02", "2026-09-03", "2026-09-30"] {
            write(day, Some(3));
        }
        write("2026-09-29", None);
        for (day, mood) in [(1, 3), (2, 4), (3, 5), (4, 6), (31, 9), (31, 7)] {
            write(&format!("2026-10-{day:02}"), Some(mood));
        }
        let found = month_moods(&journal);
        let told: Vec<_> = found
            .iter()
            .map(|it| (it.month.to_string(), it.middle.tenths(), it.n_days, it.n_moods))
            .collect();
        assert_eq!(told, [("2026-10".to_owned(), 50, 5, 6)]);
        let span = span_of(&found).map(|(first, last)| (first.to_string(), last.to_string()));
        assert_eq!(span, Some(("2026-10-01".to_owned(), "2026-10-31".to_owned())));
        assert_eq!(span_of(&[]), None);
    }
}
