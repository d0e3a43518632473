//! Journey (journey.cloud): JSON, one file for each entry.
//!
//! Its mood and its sentiment are known by name only; no scale is guessed for them.
//!
//! # Source
//! Converters that are public: `k-robertson/journey-to-evernote`, `alxhslm/journey2dayone`.

use serde_json::Value;

use crate::time::Zone;

use super::moment::{Arrival, At, Left, Moment, Why};
use super::tree::{self, list, number, text, whole};
use super::{plain, when};

/// From here on a coordinate says that there is none.
const NO_PLACE: f64 = 1e6;
/// From here on a temperature says that there is none.
const NO_WEATHER: f64 = 1e5;

/// Reads one entry.
pub(super) fn entry(entry: &Value, arrival: &mut Arrival) {
    let nth = arrival.moments.len() + arrival.n_bad + 1;
    let at = whole(entry, "date_journal").and_then(when::instant);
    let Some(At::Instant { ms, offset, .. }) = at else {
        return arrival.refuse(nth, Why::NoDay);
    };
    let zone = Zone::cut(text(entry, "timezone"));
    let mut moment = Moment::new(At::Instant { ms, offset, zone });
    text(entry, "id").clone_into(&mut moment.key);
    moment.text = plain::html(text(entry, "text"));
    for tag in list(entry, "tags") {
        moment.tag(tag.as_str().unwrap_or_default());
    }
    moment.star = tree::is(entry, "favourite") || tree::is(entry, "favorite");
    let has_place = number(entry, "lat").is_some_and(|it| it.abs() < NO_PLACE);
    arrival.leave(Left::Places, usize::from(has_place || !text(entry, "address").is_empty()));
    let weather = entry.get("weather");
    let degrees = weather.and_then(|it| number(it, "degree_c"));
    arrival.leave(Left::Weather, usize::from(degrees.is_some_and(|it| it.abs() < NO_WEATHER)));
    arrival.push(nth, moment);
}
