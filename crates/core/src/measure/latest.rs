//! What somebody may take along to a doctor, a therapist or a session: the latest totals, as data.

use super::{Change, Complete, baseline, change, history};
use crate::content::{Measure, PublishedBand};
use crate::journal::Journal;
use crate::time::Day;

/// The latest total of a measure with what belongs to it.
#[derive(Debug, Clone, Copy)]
pub struct LatestTotal<'a> {
    /// The measure.
    pub measure: &'a Measure,
    /// The latest complete one.
    pub latest: Complete<'a>,
    /// The authors' word for its total.
    pub band: Option<&'a PublishedBand>,
    /// Where they started: the day and the total. None if that is the latest itself.
    pub start: Option<(Day, u16)>,
    /// How the two differ.
    pub change: Option<Change>,
    /// The answer to the question beside the items, in the words of the measure.
    pub extra: Option<&'a str>,
}

/// The latest total of each measure of a guide that has one on or before `today`, in the order of the
/// guide.
pub fn latest_totals<'a>(
    journal: &'a Journal,
    guide: &'a [Measure],
    today: Day,
) -> Vec<LatestTotal<'a>> {
    guide.iter().filter_map(|measure| latest_total(journal, measure, today)).collect()
}

fn latest_total<'a>(
    journal: &'a Journal,
    measure: &'a Measure,
    today: Day,
) -> Option<LatestTotal<'a>> {
    let history = history(journal, measure);
    let nth = history.iter().rposition(|it| it.day() <= today)?;
    let latest = *history.get(nth)?;
    let start = baseline(journal, &history).filter(|start| *start < nth);
    let start = start.and_then(|start| history.get(start)).map(|it| (it.day(), it.total));
    Some(LatestTotal {
        measure,
        latest,
        band: measure.band(latest.total),
        start,
        change: start.map(|(_, total)| change(measure, total, latest.total)),
        extra: latest.filled.extra(measure),
    })
}
