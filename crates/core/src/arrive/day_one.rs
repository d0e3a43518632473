//! Day One: JSON, one file for each journal.
//!
//! # Source
//! Importers of `diaryx` and `journiv/journiv-app`, readers of `fjrevoredo/mini-diarium`.

use serde_json::Value;

use crate::time::Zone;

use super::moment::{Arrival, At, Left, Moment, Why};
use super::tree::{self, list, text};
use super::{plain, when};

/// Lists of what is beside the words.
const MEDIA: [&str; 4] = ["photos", "videos", "audios", "pdfAttachments"];

/// Reads the entries of a journal.
pub(super) fn read(entries: &[Value], arrival: &mut Arrival) {
    for (nth, entry) in entries.iter().enumerate() {
        // A moment in UTC; the zone tells what the clock on the wall showed.
        let at = match when::iso(text(entry, "creationDate")) {
            Some(At::Instant { ms, offset, .. }) => {
                let zone = Some(text(entry, "timeZone")).filter(|zone| !zone.is_empty());
                let zone = zone.or_else(|| Some(text(entry.get("location")?, "timeZoneName")));
                At::Instant { ms, offset, zone: Zone::cut(zone.unwrap_or_default()) }
            }
            Some(at) => at,
            None => {
                arrival.refuse(nth + 1, Why::NoDay);
                continue;
            }
        };
        let mut moment = Moment::new(at);
        text(entry, "uuid").clone_into(&mut moment.key);
        let rich = if text(entry, "text").is_empty() { rich(entry) } else { String::new() };
        let words = if rich.is_empty() { text(entry, "text") } else { &rich };
        let (words, n_pictures) = plain::markdown(words);
        moment.text = words;
        for tag in list(entry, "tags") {
            moment.tag(tag.as_str().unwrap_or_default());
        }
        moment.star = tree::is(entry, "starred");
        let n_media: usize = MEDIA.iter().map(|name| list(entry, name).len()).sum();
        arrival.leave(Left::Media, n_media.max(n_pictures));
        arrival.leave(Left::Places, usize::from(tree::has(entry, "location")));
        arrival.leave(Left::Weather, usize::from(tree::has(entry, "weather")));
        arrival.push(nth + 1, moment);
    }
}

/// The words of the rich text, which is JSON within a string.
fn rich(entry: &Value) -> String {
    let rich = tree::read(text(entry, "richText")).unwrap_or_default();
    list(&rich, "contents").iter().map(|part| text(part, "text")).collect()
}
