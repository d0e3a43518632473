//! A day as a file for somebody's own calendar, once or coming again.

use std::num::NonZeroU8;

use crate::id::Id;
use crate::time::{Day, Now, Offset};

/// A year without a 29th of February.
const A_USUAL_YEAR: i32 = 2001;

/// How a day comes again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Again {
    /// Every year.
    Yearly,
    /// Every so many months.
    Months(NonZeroU8),
}

impl Again {
    /// Every `n` months; none for 0.
    pub fn months(n: u8) -> Option<Self> {
        NonZeroU8::new(n).map(Self::Months)
    }

    /// The rule by which a calendar repeats a day.
    ///
    /// A calendar passes over a date that a month does not have, so that the 29th of February
    /// would come every fourth year, and the 31st not in every month. Where that can be, the rule
    /// asks for the latest day there is up to that date.
    fn rule(self, day: Day) -> String {
        match self {
            Self::Yearly if day.in_year(A_USUAL_YEAR).is_none() => {
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1".to_owned()
            }
            Self::Yearly => "FREQ=YEARLY".to_owned(),
            Self::Months(n) => {
                let near = match day.day_of_month() {
                    29 => ";BYMONTHDAY=28,29;BYSETPOS=-1",
                    30 => ";BYMONTHDAY=28,29,30;BYSETPOS=-1",
                    31 => ";BYMONTHDAY=-1",
                    _ => "",
                };
                format!("FREQ=MONTHLY;INTERVAL={n}{near}")
            }
        }
    }
}

/// A calendar file with one whole day in it, which may come again.
///
/// `title` is seen by whoever sees the calendar, and must say nothing of what the day is for; it
/// is one short line. The same `id` and day always give the same event, so that a calendar
/// that is given the file twice has it once.
///
/// # Source
/// RFC 5545, iCalendar. Lines end in CRLF, and none is long enough to be folded.
pub fn calendar(id: Id, day: Day, again: Option<Again>, title: &str, now: &Now) -> String {
    let now = Now { offset: Offset::UTC, ..now.clone() };
    let plain = |day: Day| day.to_string().replace('-', "");
    let (made, time) = (plain(now.day()), now.time().to_string().replace(':', ""));
    let rule = again.map(|again| format!("RRULE:{}\r\n", again.rule(day))).unwrap_or_default();
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
        &format!("{rule}SUMMARY:{title}"),
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

    fn now() -> Now {
        Now {
            ms: 1_795_483_800_000,
            offset: 345.try_into().expect("offset"),
            zone: Zone::cut("Asia/Kathmandu"),
        }
    }

    fn day(text: &str) -> Day {
        text.parse().expect("day")
    }

    #[test]
    fn a_day_in_a_calendar_says_no_more_than_its_title() {
        let title = "Meet; at 3, \\ or\n4";
        let text = calendar(Id::from_bytes([0; 16]), day("2026-12-01"), None, title, &now());
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

    #[test]
    fn a_day_comes_again_also_where_a_month_does_not_have_it() {
        let months = |n| Again::months(n).expect("more than 0");
        let cases = [
            (Again::Yearly, "2026-11-15", "RRULE:FREQ=YEARLY"),
            (Again::Yearly, "2026-02-28", "RRULE:FREQ=YEARLY"),
            (Again::Yearly, "2024-02-29", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"),
            (Again::Yearly, "2026-03-31", "RRULE:FREQ=YEARLY"),
            (months(1), "2026-12-01", "RRULE:FREQ=MONTHLY;INTERVAL=1"),
            (months(3), "2026-12-28", "RRULE:FREQ=MONTHLY;INTERVAL=3"),
            (months(1), "2026-12-29", "RRULE:FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=28,29;BYSETPOS=-1"),
            (
                months(255),
                "2026-11-30",
                "RRULE:FREQ=MONTHLY;INTERVAL=255;BYMONTHDAY=28,29,30;BYSETPOS=-1",
            ),
            (months(6), "2026-12-31", "RRULE:FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=-1"),
        ];
        for (again, on, rule) in cases {
            let id = Id::from_bytes([0; 16]);
            let text = calendar(id, day(on), Some(again), "Check-in", &now());
            let lines: Vec<&str> = text.split("\r\n").collect();
            let start = format!("DTSTART;VALUE=DATE:{}", on.replace('-', ""));
            assert_eq!(lines.get(6..9), Some(&[&*start, rule, "SUMMARY:Check-in"][..]));
            assert!(lines.iter().all(|line| line.len() <= 75));
        }
        assert_eq!(Again::months(0), None);
        println!("ways in which a day comes again, line by line: {n}/{n}", n = cases.len());
    }
}
