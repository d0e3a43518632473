//! One day as a file for somebody's own calendar.

use crate::id::Id;
use crate::time::{Day, Now, Offset};

/// A calendar file with one whole day in it.
///
/// `title` is seen by whoever sees the calendar, and must say nothing of what the day is for; it
/// is one short line. The same `id` and day always give the same event, so that a calendar
/// that is given the file twice has it once.
///
/// # Source
/// RFC 5545, iCalendar. Lines end in CRLF, and none is long enough to be folded.
pub fn calendar(id: Id, day: Day, title: &str, now: &Now) -> String {
    let now = Now { offset: Offset::UTC, ..now.clone() };
    let plain = |day: Day| day.to_string().replace('-', "");
    let (made, time) = (plain(now.day()), now.time().to_string().replace(':', ""));
    let day = plain(day);
    let title: String = title
        .chars()
        .filter(|c| !c.is_control())
        .flat_map(|c| matches!(c, '\\' | ';' | ',').then_some('\\').into_iter().chain([c]))
        .collect();
    [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Notes//Notes//EN",
        "BEGIN:VEVENT",
        &format!("UID:{id}-{day}"),
        &format!("DTSTAMP:{made}T{time}00Z"),
        &format!("DTSTART;VALUE=DATE:{day}"),
        &format!("SUMMARY:{title}"),
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]
    .join("\r\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Zone;

    #[test]
    fn a_day_in_a_calendar_says_no_more_than_its_title() {
        let now = Now {
            ms: 1_795_483_800_000,
            offset: 345.try_into().expect("offset"),
            zone: Zone::cut("Asia/Kathmandu"),
        };
        let day = "2026-12-01".parse().expect("day");
        let text = calendar(Id::from_bytes([0; 16]), day, "Meet; at 3, \\ or\n4", &now);
        let lines: Vec<&str> = text.split("\r\n").collect();
        assert_eq!(
            lines,
            [
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//Notes//Notes//EN",
                "BEGIN:VEVENT",
                "UID:00000000000000000000000000-20261201",
                "DTSTAMP:20261124T013000Z",
                "DTSTART;VALUE=DATE:20261201",
                "SUMMARY:Meet\\; at 3\\, \\\\ or4",
                "END:VEVENT",
                "END:VCALENDAR",
                "",
            ]
        );
        assert!(lines.iter().all(|line| line.len() <= 75));
    }
}
