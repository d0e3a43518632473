//! Which measures somebody wants to be asked for, how often, and when that is.

use serde::{Deserialize, Serialize};

use super::filled;
use crate::content::{self, Measure, MeasureId};
use crate::course::{Attendance, standing};
use crate::diary::Unknown;
use crate::diary::choice::choice;
use crate::id::Id;
use crate::journal::Journal;
use crate::text::Note;
use crate::time::Day;

/// How many are offered at one time.
///
/// # Source
/// Our own number: more than two at a sitting is a burden.
pub const MAX_AT_ONCE: usize = 2;

choice! {
    /// How often a measure is asked for.
    Often {
        /// When the days that it asks about have gone by: every two weeks.
        Period,
        /// Before each session.
        Session,
    }
}

/// Which measures somebody chose to be asked for. Without this record none is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeasureChoice {
    /// The measures.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub asked: Vec<MeasureId>,
    /// How often; none for [`Often::Period`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub often: Option<Often>,
    /// What they want to tell a doctor or therapist beside the totals, in their own words. In a record
    /// of its own, [`MeasureChoice::WORDS`]; in that of the choice it stood at first: see [`own_words`].
    #[serde(default, skip_serializing_if = "Note::is_empty")]
    pub words: Note,
    /// Fields of a newer version.
    #[serde(flatten)]
    pub unknown: Unknown,
}

impl MeasureChoice {
    /// The record that holds the choice; no other is read. It has the same name on every device. Of the
    /// choices of two devices the later one holds as a whole, and the other is a version.
    pub const ID: Id = Id::from_bytes(*b"measures chosen.");
    /// The record that holds the words beside the totals, and nothing else: they have versions of their
    /// own, and a switch that another device turned does not replace them.
    pub const WORDS: Id = Id::from_bytes(*b"words beside it.");

    /// Whether a measure is asked for.
    pub fn asks(&self, measure: &MeasureId) -> bool {
        self.asked.contains(measure)
    }

    /// How often.
    pub fn often(&self) -> Often {
        self.often.unwrap_or(Often::Period)
    }
}

/// What was chosen; none if nothing was.
pub fn choice(journal: &Journal) -> Option<&MeasureChoice> {
    journal.get(MeasureChoice::ID)?.measures()
}

/// What somebody wants to tell a doctor or therapist beside the totals; from the record of the choice for
/// as long as the words have none of their own.
pub fn own_words(journal: &Journal) -> Note {
    let record = journal.get(MeasureChoice::WORDS).or_else(|| journal.get(MeasureChoice::ID));
    record.and_then(|it| it.measures()).map(|it| it.words.clone()).unwrap_or_default()
}

/// Whether it is time to offer a measure.
///
/// Only one that was chosen is offered, and never again on the day on which it was ended, finished or not.
/// By periods it is offered when the days that it asks about have gone by since. By sessions it is
/// offered once for each: after a session has taken place, from the day before the next one if that day
/// is known. Where no session is counted, periods are used.
pub fn is_due(journal: &Journal, measure: &Measure, today: Day) -> bool {
    let Some(choice) = choice(journal).filter(|it| it.asks(&measure.id)) else { return false };
    let ended = filled(journal, &measure.id).into_iter().rfind(|(_, it)| it.ended);
    let Some((_, last)) = ended else { return true };
    let days = today.days_since(last.day);
    if days <= 0 {
        return false;
    }
    let course = journal.course().filter(|it| it.course.mode.has_phases());
    match (choice.often(), course) {
        (Often::Session, Some(course)) => {
            let mut sessions = journal.sessions_of(course.record.id).map(|it| it.session);
            let was_since =
                sessions.any(|it| it.state == Attendance::Attended && it.day >= last.day);
            let next = standing(journal, today).and_then(|it| it.next);
            was_since && next.is_none_or(|next| next.days_since(today) <= 1)
        }
        (Often::Period, _) | (Often::Session, None) => days >= i64::from(measure.days),
    }
}

/// The measures that it is time to offer, in their order, at most [`MAX_AT_ONCE`].
pub fn due(journal: &Journal, today: Day) -> Vec<&'static Measure> {
    let due = content::measures().iter().filter(|it| is_due(journal, it, today));
    due.take(MAX_AT_ONCE).collect()
}
