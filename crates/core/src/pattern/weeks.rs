//! What somebody works on, week by week.

use chrono::Weekday;

use crate::diary::Area;
use crate::pattern::{Finding, Middle, Sample, Slice, middle};
use crate::time::Day;

/// Weeks with an entry about it that are needed. Our own number.
pub const MIN_FOCUS_WEEKS: usize = 4;

/// One week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FocusWeek {
    /// Its first day.
    pub first: Day,
    /// Number of entries about the area.
    pub n: usize,
    /// How supported the person felt in them, 0 to 4: how many say so, and the middle.
    pub support: Option<(usize, Middle)>,
    /// How connected they felt in them, 0 to 4: how many say so, and the middle.
    pub connected: Option<(usize, Middle)>,
}

/// An area over the weeks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FocusWeeks {
    /// The entries about the area and their days.
    pub sample: Sample,
    /// Every week from the first with such an entry to the last, those without one included.
    pub weeks: Vec<FocusWeek>,
}

/// Entries about an area by week, for weeks that begin on `start`.
///
/// Needs [`MIN_FOCUS_WEEKS`] weeks with at least one.
pub fn focus_weeks(slice: &Slice<'_>, area: Area, start: Weekday) -> Finding<FocusWeeks> {
    let week_of = |day: Day| day.start_of_week(start).unwrap_or(Day::FIRST);
    let entries: Vec<_> =
        slice.entries.iter().map(|it| it.entry).filter(|it| it.areas.contains(&area)).collect();
    let mut weeks: Vec<FocusWeek> = Vec::new();
    let mut n_used = 0;
    for of_week in entries.chunk_by(|one, other| week_of(one.when.day) == week_of(other.when.day)) {
        let Some(first) = of_week.first().map(|it| week_of(it.when.day)) else { continue };
        while let Some(next) = weeks.last().and_then(|it| it.first.plus_days(7))
            && next < first
        {
            weeks.push(FocusWeek { first: next, n: 0, support: None, connected: None });
        }
        let told = |levels: Vec<Middle>| Some((levels.len(), middle(levels)?));
        weeks.push(FocusWeek {
            first,
            n: of_week.len(),
            support: told(of_week.iter().filter_map(|it| it.support).map(Middle::from).collect()),
            connected: told(
                of_week.iter().filter_map(|it| it.connected).map(Middle::from).collect(),
            ),
        });
        n_used += 1;
    }
    match Sample::of(entries.iter().map(|it| (it.when.day, 1))) {
        Some(sample) if n_used >= MIN_FOCUS_WEEKS => Finding::Enough(FocusWeeks { sample, weeks }),
        _ => Finding::NotYet { have: n_used, need: MIN_FOCUS_WEEKS },
    }
}
