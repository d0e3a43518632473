//! Years of a plausible diary, the same for the same seed.
//!
//! For figures, journeys and tests. The days, moods and people of the sample diary are
//! shuffled and strung together, so nothing here is written by hand and nothing is new. Only
//! the beginning of an entry reads like sense.
//! Never mixed into anybody's journal by the app itself.

mod focus;
mod measures;
mod random;
mod sheets;

use crate::content;
use crate::course::{Attendance, Course, Mode, Session, Total};
use crate::diary::{Entry, FeelingId, OwnFeeling, Unknown, When};
use crate::id::Id;
use crate::rating::Mood;
use crate::record::{Body, Record, Version};
use crate::stamp::{Stamp, StampClock};
use crate::text::{Note, Text};
use crate::time::{Day, Now, Offset, TimeOfDay, Zone};

pub use random::Random;

/// Milliseconds of a day and of a minute.
const DAY_MS: u64 = 86_400_000;
const MINUTE_MS: u64 = 60_000;
/// The local time of the invented person, in minutes ahead of UTC.
const AHEAD: i16 = 330;

/// A diary of `n_entries` entries that are there, the latest on `last`.
///
/// It has people with their circle, own words, a timeline, a course with six sessions, now and then
/// a worksheet, measures every two weeks of the last year, quiet stretches, days with up to six entries, entries written days later, earlier
/// versions and stars; and beside the entries that are there about one in a hundred in the bin and
/// one in two hundred erased. About two entries a day, and on average
/// some 300 characters each.
pub fn years(seed: u64, last: Day, n_entries: usize) -> Vec<Record> {
    let mut random = Random::new(seed);
    let stock = Stock::new(&mut random, last);
    let mut slots = slots(&mut random, last, n_entries);
    slots.reverse();

    let mut clock = StampClock::new(u32::try_from(seed & 0xffff).unwrap_or(1));
    let born = clock.tick(slots.first().map_or(0, |(day, time)| instant(*day, *time)));
    let profile = stock.people.iter().chain(&stock.words).chain(&stock.later);
    let mut records: Vec<Record> =
        profile.map(|(id, body)| Record::new(*id, born, body.clone())).collect();
    let (mut mood, mut entries) = (50, Vec::new());
    for (day, time) in slots {
        mood = (mood + random.between(0, 24) - 12).clamp(10, 90);
        let late = if random.one_in(40) { random.below(4) } else { 0 };
        let stamp = clock.tick(instant(day, time) + late * DAY_MS);
        let entry = stock.entry(&mut random, day, time, mood / 10);
        let mut record = Record::new(random.id(), stamp, Body::Entry(entry));
        entries.push((record.id, day));
        if random.one_in(15) {
            revise(&mut record, clock.tick(stamp.ms() + 5 * MINUTE_MS));
        }
        records.push(record);
        if random.one_in(100) {
            records.push(removed(&stock, &mut random, &mut clock, day, time, true));
        }
        if random.one_in(200) {
            records.push(removed(&stock, &mut random, &mut clock, day, time, false));
        }
    }
    if n_entries > 0 {
        // With dice of its own, so that the entries of a seed stay as they are.
        records.extend(course(&stock, &mut Random::new(!seed), &mut clock, last));
        let dice = &mut Random::new(seed.rotate_left(32) ^ 1);
        records.extend(sheets::sheets(&stock, dice, &entries, last));
        let first = entries.first().map_or(last, |(_, day)| *day);
        records.extend(measures::measures(&mut Random::new(seed.rotate_left(32) ^ 2), first, last));
    }
    records
}

/// A course of twelve sessions: one a week until `last`, the fourth of them missed, and one more
/// agreed. What it works on was changed once.
fn course(stock: &Stock, random: &mut Random, clock: &mut StampClock, last: Day) -> Vec<Record> {
    let id = random.id();
    let total = Total::try_from(12).ok();
    let body = Body::Course(Course { total, ..Course::new(Mode::InIpt) });
    let mut records = vec![Record::new(id, clock.tick(instant(last, TimeOfDay::NOON)), body)];
    for n in 0..6 {
        let Some(day) = last.plus_days(7 * n - 36) else { continue };
        let state = if n == 3 { Attendance::Missed } else { Attendance::Attended };
        let session = Session {
            talked: Note::cut(&stock.piece(random, n > 0)),
            to_try: Note::cut(&stock.piece(random, true)),
            next: day.plus_days(7),
            ..Session::new(id, day, state)
        };
        let stamp = clock.tick(instant(last, TimeOfDay::NOON));
        records.push(Record::new(random.id(), stamp, Body::Session(session)));
    }
    records.extend(focus::focus(stock, random, clock, last));
    records
}

/// The days and times of the entries, the latest first.
fn slots(random: &mut Random, last: Day, n: usize) -> Vec<(Day, TimeOfDay)> {
    let mut slots = Vec::with_capacity(n);
    let mut day = last;
    while slots.len() < n {
        let n_today =
            if slots.is_empty() { 1 } else { random.one_of([0, 1, 1, 2, 2, 2, 3, 3, 4, 6]) };
        let mut times: Vec<TimeOfDay> = (0..n_today)
            .filter_map(|_| {
                TimeOfDay::new(
                    random.between(6, 23).unsigned_abs(),
                    random.between(0, 59).unsigned_abs(),
                )
                .ok()
            })
            .collect();
        times.sort_unstable_by(|a, b| b.cmp(a));
        slots.extend(times.into_iter().map(|time| (day, time)));
        let gap = if random.one_in(60) { random.between(4, 20) } else { 1 };
        match day.plus_days(-i64::from(gap)) {
            Some(earlier) => day = earlier,
            None => break,
        }
    }
    slots.truncate(n);
    slots
}

/// Milliseconds since 1970 at a local time of the invented person.
fn instant(day: Day, time: TimeOfDay) -> u64 {
    let days = day.days_since(Day::FIRST) - 25_567;
    let minutes = days * 1440 + i64::from(time.minutes()) - i64::from(AHEAD);
    u64::try_from(minutes).unwrap_or(0) * MINUTE_MS
}

/// Says the same a little differently, and keeps what was said before.
fn revise(record: &mut Record, stamp: Stamp) {
    if let Some(Body::Entry(entry)) = &mut record.body {
        let earlier = Version { changed: record.changed, body: Body::Entry(entry.clone()) };
        entry.star = !entry.star;
        entry.what = Note::cut(entry.what.split_inclusive(". ").skip(1).collect::<String>().trim());
        record.versions.push(earlier);
        record.changed = stamp;
    }
}

/// An entry in the bin, or erased.
fn removed(
    stock: &Stock,
    random: &mut Random,
    clock: &mut StampClock,
    day: Day,
    time: TimeOfDay,
    in_bin: bool,
) -> Record {
    let created = clock.tick(instant(day, time));
    let removed = clock.tick(created.ms() + MINUTE_MS);
    let entry = stock.entry(random, day, time, 5);
    let body = in_bin.then_some(Body::Entry(entry));
    let record = Record::new(random.id(), created, Body::Entry(Entry::new(when(day, time))));
    Record { body, changed: removed, removed: Some(removed), ..record }
}

fn when(day: Day, time: TimeOfDay) -> When {
    let offset = Offset::try_from(AHEAD).unwrap_or(Offset::UTC);
    When { day, time, offset, zone: Zone::cut("Asia/Kolkata") }
}

/// What the entries are made of.
struct Stock {
    people: Vec<(Id, Body)>,
    words: Vec<(Id, Body)>,
    /// What came later to the profile: snapshots, and what stands on the timeline.
    later: Vec<(Id, Body)>,
    moments: Vec<Entry>,
    texts: Vec<String>,
    /// Every word of the texts, as often as it comes.
    pool: Vec<String>,
}

impl Stock {
    fn new(random: &mut Random, last: Day) -> Self {
        let now =
            Now { ms: instant(last, TimeOfDay::NOON), offset: Offset::UTC, zone: Zone::default() };
        let mut stock = Self {
            people: Vec::new(),
            words: Vec::new(),
            later: Vec::new(),
            moments: Vec::new(),
            texts: Vec::new(),
            pool: Vec::new(),
        };
        // The sample's own ids stay with the sample.
        let mut renamed: Vec<(Id, Id)> = Vec::new();
        for (id, body) in content::sample(&now) {
            match body {
                Body::Entry(mut entry) => {
                    for person in &mut entry.people {
                        let new = renamed.iter().find(|(old, _)| old == person);
                        *person = new.map_or(*person, |(_, new)| *new);
                    }
                    entry.pinned = false;
                    stock.texts.extend((!entry.what.is_empty()).then(|| entry.what.to_string()));
                    stock.moments.push(entry);
                }
                Body::Snapshot(mut snapshot) => {
                    for placed in &mut snapshot.places {
                        let new = renamed.iter().find(|(old, _)| *old == placed.person);
                        placed.person = new.map_or(placed.person, |(_, new)| *new);
                    }
                    stock.keep(random, Body::Snapshot(snapshot));
                }
                Body::Event(mut event) => {
                    for person in &mut event.people {
                        let new = renamed.iter().find(|(old, _)| old == person);
                        *person = new.map_or(*person, |(_, new)| *new);
                    }
                    stock.keep(random, Body::Event(event));
                }
                body @ (Body::Band(_) | Body::Spell(_)) => stock.keep(random, body),
                body => {
                    let new = random.id();
                    renamed.push((id, new));
                    stock.people.push((new, body));
                }
            }
        }
        let words = stock.texts.iter().flat_map(|text| text.split(' '));
        stock.pool = words.map(str::to_owned).collect();
        for (word, family) in [("wobbly", "afraid"), ("sunny", "joyful")] {
            let own = family.try_into().ok().map(|family: FeelingId| OwnFeeling {
                word: Text::cut(word),
                family,
                unknown: Unknown::new(),
            });
            stock.words.extend(own.map(|own| (random.id(), Body::Feeling(own))));
        }
        stock
    }

    /// Keeps a record of the profile. Its id is not from the dice of the entries: the diary of a
    /// seed stays the same.
    fn keep(&mut self, random: &Random, body: Body) {
        let nth = u64::try_from(self.later.len()).unwrap_or_default();
        self.later.push((Random::new(random.clone().bits() ^ nth).id(), body));
    }

    /// A text of the sample diary. If `mixed`, six words in ten are drawn from all of them:
    /// whole sentences that come again and again would pack far smaller than what people
    /// write, and figures of space would flatter.
    fn piece(&self, random: &mut Random, mixed: bool) -> String {
        let text = self.texts.get(random.place(self.texts.len())).map_or("", String::as_str);
        if !mixed {
            return text.to_owned();
        }
        let mut word = |word| {
            let drawn = if random.below(10) < 6 {
                self.pool.get(random.place(self.pool.len()))
            } else {
                None
            };
            drawn.map_or(word, String::as_str)
        };
        text.split(' ').map(&mut word).collect::<Vec<&str>>().join(" ")
    }

    fn entry(&self, random: &mut Random, day: Day, time: TimeOfDay, mood: i32) -> Entry {
        let when = when(day, time);
        let Some(moment) = self.moments.get(random.place(self.moments.len())) else {
            return Entry::new(when);
        };
        let mut entry = Entry { when, star: random.one_in(12), ..moment.clone() };
        if entry.quiet {
            return entry;
        }
        entry.mood = u8::try_from(mood).ok().map(Mood::nearest);
        if let (true, Some((word, _))) = (random.one_in(20), self.words.get(random.place(2))) {
            entry.toggle_feeling(&FeelingId::from(*word));
        }
        // One in eight is a check-in without words; the others go up to a good page.
        if !random.one_in(8) {
            let n = random.one_of([2, 3, 4, 4, 5, 5, 7, 10]);
            let pieces: Vec<String> = (0..n).map(|nth| self.piece(random, nth > 0)).collect();
            entry.what = Note::cut(&pieces.join(" "));
        }
        entry
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::Journal;
    use crate::time::Month;

    fn day(text: &str) -> Day {
        text.parse().expect(text)
    }

    #[test]
    fn a_seed_gives_one_diary_and_another_seed_another() {
        let last = day("2026-11-24");
        assert_eq!(years(7, last, 200), years(7, last, 200));
        assert_ne!(years(7, last, 200), years(8, last, 200));
        assert_eq!(instant(day("1970-01-02"), TimeOfDay::NOON), DAY_MS + (720 - 330) * MINUTE_MS);
    }

    #[test]
    fn ten_thousand_entries_look_like_a_life() {
        let mut journal = Journal::new();
        let records = years(1, day("2026-11-24"), 10_000);
        let versions = records.iter().filter(|it| !it.versions.is_empty()).count();
        for record in records {
            journal.load(record);
        }
        assert_eq!(journal.n_entries(), 10_000);
        assert_eq!(journal.span().map(|it| it.1), Some(day("2026-11-24")));
        let letters: usize = journal
            .entries()
            .map(|it| it.entry.texts().map(|text| text.chars().count()).sum::<usize>())
            .sum();
        let days = crate::pattern::day_moods(&journal, Day::FIRST, Day::LAST);
        let most = days.values().map(|it| it.n_entries).max();
        let months: Vec<Month> = journal.months();
        let late = journal.entries().filter(|it| {
            it.record.created.ms() > instant(it.entry.when.day, it.entry.when.time) + DAY_MS / 2
        });
        println!(
            "10,000 entries: {} characters each, {} days in {} months, at most {most:?} a day, \
             {} in the bin, {versions} with versions, {} written later",
            letters / 10_000,
            days.len(),
            months.len(),
            journal.bin().len(),
            late.count(),
        );
        let month: Vec<String> = journal
            .entries_of(months[100])
            .filter_map(|it| serde_json::to_string(&**it.record).ok())
            .collect();
        let (n, plain) = (month.len(), month.concat());
        let packed = miniz_oxide::deflate::compress_to_vec(plain.as_bytes(), 6).len();
        println!("a month of {n}: {} bytes each, {} packed", plain.len() / n, packed / n);
        assert!(packed * 4 > plain.len(), "packs about as real diaries do");
        assert!((250..350).contains(&(letters / 10_000)));
        assert!(journal.bin().len() > 50 && versions > 300 && journal.people().len() > 4);
        let sheets = crate::sheet::worksheets(&journal);
        let n_done = sheets.iter().filter(|(_, it)| it.is_done(&journal)).count();
        let kinds: std::collections::BTreeSet<_> = sheets.iter().map(|it| &it.1.sheet).collect();
        println!("worksheets: {} of {} sheets, {n_done} done", sheets.len(), kinds.len());
        assert!((55..70).contains(&sheets.len()) && n_done > 5 && kinds.len() > 20);
        let with: Vec<_> = sheets.iter().filter_map(|(_, it)| it.with()).collect();
        let linked: Vec<_> =
            sheets.iter().flat_map(|(_, it)| crate::sheet::entries_of(it)).collect();
        println!("with somebody: {}, entries in them: {}", with.len(), linked.len());
        assert!(with.len() > 10 && with.iter().all(|id| journal.person(*id).is_some()));
        assert!(!linked.is_empty() && linked.iter().all(|id| journal.entry(*id).is_some()));
        for measure in crate::content::measures() {
            let all = crate::measure::filled(&journal, &measure.id).len();
            let totals: Vec<u16> =
                crate::measure::history(&journal, measure).iter().map(|it| it.total).collect();
            println!("{}: {all} times, totals {totals:?}", measure.title);
            assert!(all == 27 && totals.len() < all && totals.len() > 18);
            let apart = totals.iter().max().zip(totals.iter().min());
            assert!(apart.is_some_and(|(most, least)| most - least > measure.reliable));
        }
        let standing = crate::course::standing(&journal, day("2026-11-24")).expect("a course");
        assert_eq!((standing.n, standing.next), (6, Some(day("2026-11-30"))));
        let stamps: Vec<_> = journal.records().map(|it| (it.changed, it.id)).collect();
        assert!(
            stamps
                .iter()
                .all(|(stamp, _)| stamp.ms() < instant(day("2026-12-01"), TimeOfDay::NOON))
        );
    }
}
