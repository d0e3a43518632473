//! What somebody may take along to a doctor, a therapist or a session: the latest totals, as data.

use super::{Change, Complete, baseline, change, history};
use crate::content::{Measure, PublishedBand};
use crate::journal::Journal;
use crate::time::Day;

/// The latest total of a measure with what belongs to it.
#[derive(Debug, Clone, Copy)]
pub struct Told<'a> {
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

/// A latest total for the page of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LatestTotal<'a> {
    /// The measure.
    pub measure: &'a str,
    /// The sum of the answers.
    pub total: u16,
    /// The highest there is.
    pub most: u16,
    /// The local day.
    pub day: Day,
}

/// What is to be told of each measure of a guide that has a total on or before `today`, in the order of
/// the guide.
pub fn told<'a>(journal: &'a Journal, guide: &'a [Measure], today: Day) -> Vec<Told<'a>> {
    guide.iter().filter_map(|measure| told_of(journal, measure, today)).collect()
}

fn told_of<'a>(journal: &'a Journal, measure: &'a Measure, today: Day) -> Option<Told<'a>> {
    let history = history(journal, measure);
    let nth = history.iter().rposition(|it| it.day() <= today)?;
    let latest = *history.get(nth)?;
    let start = baseline(journal, &history).filter(|start| *start < nth);
    let start = start.and_then(|start| history.get(start)).map(|it| (it.day(), it.total));
    Some(Told {
        measure,
        latest,
        band: measure.band(latest.total),
        start,
        change: start.map(|(_, total)| change(measure, total, latest.total)),
        extra: latest.filled.extra(measure),
    })
}

/// The latest totals on or before `today`, in the order of the guide, for a page that shows them where the
/// person ticked that.
pub fn latest_totals<'a>(
    journal: &'a Journal,
    guide: &'a [Measure],
    today: Day,
) -> Vec<LatestTotal<'a>> {
    let all = guide.iter().filter_map(|measure| {
        let latest = history(journal, measure).into_iter().rfind(|it| it.day() <= today)?;
        let (total, day) = (latest.total, latest.day());
        Some(LatestTotal { measure: &measure.title, total, most: measure.most(), day })
    });
    all.collect()
}
