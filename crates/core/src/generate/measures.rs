//! What the invented person filled in of each measure: every two weeks in the last year, now and then with
//! an answer left out.

use super::{Random, instant};
use crate::content;
use crate::measure::{Filled, MeasureChoice};
use crate::record::{Body, Record};
use crate::stamp::StampClock;
use crate::time::{Day, TimeOfDay};

/// How long they have been filling in, in days.
const SPAN: i64 = 365;
/// How many days lie between two.
const GAP: i64 = 14;

/// All that was filled in from the first entry on, but for a year at most, the oldest first, and the choice
/// to be asked.
///
/// With a clock of their own as well, so that the stamps of the entries stay as they are.
pub(super) fn measures(random: &mut Random, first: Day, last: Day) -> Vec<Record> {
    let mut clock = StampClock::new(3);
    let times = last.days_since(first).min(SPAN) / GAP;
    let mut records = Vec::new();
    // Tenths of an answer: from often to seldom over the year, with better and worse weeks.
    let mut level = 19;
    for n in (0..=times).rev() {
        let Some(day) = last.plus_days(-n * GAP) else { continue };
        level = (level + random.between(0, 6) - 4).clamp(4, 26);
        for measure in content::measures() {
            let mut it = Filled { ended: true, ..Filled::new(measure.id.clone(), day) };
            for item in &measure.items {
                let much = if item.safety { level - 14 } else { level };
                let tenths = (much + random.between(0, 14) - 4).max(0);
                let nth = usize::try_from(tenths / 10).unwrap_or(0).min(measure.options.len() - 1);
                let value = measure.options.get(nth).map(|option| option.value);
                it.answers.set(&item.id, value.filter(|_| !random.one_in(120)));
            }
            if let Some(extra) = measure.extra.as_ref().filter(|_| !random.one_in(6)) {
                let place = random.place(extra.options.len());
                it.answers.set(&extra.id, extra.options.get(place).map(|option| option.value));
            }
            let stamp = clock.tick(instant(day, TimeOfDay::NOON));
            records.push(Record::new(random.id(), stamp, Body::Filled(it)));
        }
    }
    let asked = content::measures().iter().map(|it| it.id.clone()).collect();
    let choice = Body::Measures(MeasureChoice { asked, ..MeasureChoice::default() });
    let stamp = clock.tick(instant(last, TimeOfDay::NOON));
    records.push(Record::new(MeasureChoice::ID, stamp, choice));
    records
}
