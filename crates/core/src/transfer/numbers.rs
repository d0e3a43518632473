//! The numbers alone as a table: moods by day and totals of measures. No word of the person's.

use super::table::{safe, written};
use crate::content::Measure;
use crate::journal::Journal;
use crate::measure::history;
use crate::pattern::{Middle, middle};
use crate::record::Origin;
use crate::time::Day;

/// The words of the table, in the reader's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberWords {
    /// The head of the column with the local day.
    pub day: String,
    /// The head of the column that says what was measured.
    pub what: String,
    /// The head of the column with the value.
    pub value: String,
    /// The head of the column that says on how many entries it rests.
    pub entries: String,
    /// What the middle mood of a day is called.
    pub mood: String,
}

/// One row for the middle mood (0 to 10) of each day that has one, with the number of its entries
/// that have a mood; then one for each complete filling in of a measure, with its total. As
/// comma-separated text that a spreadsheet takes, oldest first. Covered entries and the sample diary are left
/// out.
pub fn numbers_csv(
    journal: &Journal,
    guide: &[Measure],
    (first, last): (Day, Day),
    words: &NumberWords,
) -> String {
    let head = [&words.day, &words.what, &words.value, &words.entries].map(|it| safe(it.clone()));
    let mut rows = vec![head];
    let mut days: Vec<(Day, Vec<Middle>)> = Vec::new();
    let own = journal.entries_between(first, last).filter(|it| it.record.origin == Origin::Own);
    for it in own.filter(|it| !it.entry.covered) {
        let (day, mood) = (it.entry.when.day, it.entry.mood.map(Middle::from));
        match days.last_mut() {
            Some(last) if last.0 == day => last.1.extend(mood),
            _ => days.push((day, mood.into_iter().collect())),
        }
    }
    for (day, moods) in days {
        let n = moods.len().to_string();
        if let Some(tenths) = middle(moods).map(Middle::tenths) {
            let value = format!("{}.{}", tenths / 10, tenths % 10);
            rows.push([day.to_string(), safe(words.mood.clone()), value, n]);
        }
    }
    for measure in guide {
        let of_time = |day: Day| (first..=last).contains(&day);
        for it in history(journal, measure).iter().filter(|it| of_time(it.day())) {
            let (day, total) = (it.day().to_string(), it.total.to_string());
            rows.push([day, safe(measure.title.clone()), total, String::new()]);
        }
    }
    written(rows)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content;
    use crate::diary::{Entry, When};
    use crate::id::Id;
    use crate::measure::Filled;
    use crate::rating::Mood;
    use crate::record::{Body, Record};
    use crate::stamp::StampClock;
    use crate::time::{Now, Offset, Zone};

    #[test]
    fn days_and_totals_are_rows_and_no_word_of_the_persons_is() {
        let mut journal = Journal::new();
        let mut clock = StampClock::new(1);
        let mut load = |n: u8, body: Body, origin: Origin| {
            let record = Record::new(Id::from_bytes([n; 16]), clock.tick(u64::from(n)), body);
            journal.load(Record { origin, ..record });
        };
        let entry = |day: u64, mood: Option<u8>| {
            let ms = 1_795_953_600_000 + day * 86_400_000;
            let now = Now { ms, offset: Offset::UTC, zone: Zone::default() };
            let mut it = Entry::new(When::from(&now));
            it.mood = mood.map(Mood::nearest);
            Body::Entry(it)
        };
        load(1, entry(0, Some(3)), Origin::Own);
        load(2, entry(0, Some(6)), Origin::Own);
        load(3, entry(0, Some(10)), Origin::Sample);
        load(4, entry(1, None), Origin::Own);
        load(5, entry(2, Some(7)), Origin::Own);
        let Body::Entry(hidden) = entry(2, Some(0)) else { unreachable!("it is one") };
        load(8, Body::Entry(Entry { covered: true, ..hidden }), Origin::Own);
        let nine = content::measure("nine").expect("the measure");
        let day = "2026-11-30".parse().expect("a day");
        let mut filled = Filled { ended: true, ..Filled::new(nine.id.clone(), day) };
        for item in &nine.items {
            filled.answers.set(&item.id, Some(1));
        }
        load(6, Body::Filled(filled.clone()), Origin::Own);
        load(7, Body::Filled(Filled { ended: false, ..filled }), Origin::Own);
        let word = |text: &str| text.to_owned();
        let words = NumberWords {
            day: word("Day"),
            what: word("What"),
            value: word("=Value"),
            entries: word("Entries"),
            mood: word("Middle mood"),
        };
        let expected = [
            "\u{feff}Day,What,'=Value,Entries",
            "2026-11-29,Middle mood,4.5,2",
            "2026-12-01,Middle mood,7.0,1",
            "2026-11-30,PHQ-9,9,",
            "",
        ];
        let all = (Day::FIRST, Day::LAST);
        let table = |days| numbers_csv(&journal, content::measures(), days, &words);
        assert_eq!(table(all), expected.join("\r\n"));
        assert_eq!(numbers_csv(&journal, &[], all, &words).lines().count(), 3);
        let one = "2026-12-01".parse().expect("a day");
        assert_eq!(table((one, one)).lines().count(), 2);
    }
}
