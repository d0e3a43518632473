//! The file that holds everything and loses nothing.

use crate::focus::{Focus, Formulation, Goal, Reflection};
use crate::journal::Journal;
use crate::measure::Filled;
use crate::record::{Body, Origin, Record};
use crate::sheet::Worksheet;
use crate::stamp::Stamp;
use crate::time::{Day, Now, TimeOfDay};
use crate::transfer::{FORMAT, VERSION, settled};

/// Everything that the person made, as JSON with one record on each line.
///
/// People come first, then own words, courses and what to work on, sessions and entries from the oldest, then what
/// was erased. The bin and earlier versions are in it; the sample diary is not. `version` is the app's own.
///
/// The same records at the same moment always give the same bytes.
pub fn export_json(journal: &Journal, now: &Now, version: &str) -> String {
    let mut records: Vec<Record> = journal
        .records()
        .filter(|record| record.origin == Origin::Own)
        .map(|record| settled(record))
        .collect();
    records.sort_by_cached_key(place);
    // Neither can fail: every key of a record is text, and so is a string.
    let lines = records.iter().filter_map(|record| serde_json::to_string(record).ok());
    let app = serde_json::to_string(version).unwrap_or_default();

    let mut file = format!(
        "{{\"format\":\"{FORMAT}\",\"version\":{VERSION},\"app\":{app},\"made\":\"{}\",\"n_records\":{},\"records\":[",
        moment(now),
        records.len(),
    );
    for (n, line) in lines.enumerate() {
        file.push_str(if n == 0 { "\n" } else { ",\n" });
        file.push_str(&line);
    }
    file.push_str("\n]}\n");
    file
}

/// A local moment with its offset, such as `2026-11-24T07:00+05:30`.
fn moment(now: &Now) -> String {
    let minutes = now.offset.minutes();
    let sign = if minutes < 0 { '-' } else { '+' };
    let ahead = minutes.unsigned_abs();
    format!("{}T{}{sign}{:02}:{:02}", now.day(), now.time(), ahead / 60, ahead % 60)
}

type Place = (u8, Option<(Day, TimeOfDay)>, Stamp, crate::id::Id);

fn place(record: &Record) -> Place {
    let (group, when) = match &record.body {
        Some(Body::Person(_)) => (0, None),
        Some(
            Body::Feeling(_)
            | Body::Snapshot(_)
            | Body::Network(_)
            | Body::Measures(_)
            | Body::Event(_)
            | Body::Band(_)
            | Body::Spell(_),
        ) => (1, None),
        Some(Body::Along(it)) => (1, Some((it.day, TimeOfDay::MIDNIGHT))),
        Some(Body::Course(_)) => (2, None),
        Some(
            Body::Reflection(Reflection { day, .. })
            | Body::Focus(Focus { day, .. })
            | Body::Formulation(Formulation { day, .. })
            | Body::Goal(Goal { day, .. })
            | Body::Sheet(Worksheet { day, .. })
            | Body::Filled(Filled { day, .. }),
        ) => (2, Some((*day, TimeOfDay::MIDNIGHT))),
        Some(Body::Session(session)) => (3, Some((session.day, TimeOfDay::MIDNIGHT))),
        Some(Body::Entry(entry)) => (4, Some((entry.when.day, entry.when.time))),
        None => (5, None),
    };
    (group, when, record.created, record.id)
}
