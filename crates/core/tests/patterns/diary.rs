//! Diaries to count in: generated years, with every field that a pattern looks at.

use satkarya_core::diary::{Area, Did, Entry, EventKind, Feeling, Got, SaidLine, Speaker};
use satkarya_core::generate::{Random, years};
use satkarya_core::id::Id;
use satkarya_core::journal::Journal;
use satkarya_core::pattern::Filter;
use satkarya_core::rating::{Level, Mood, SleepHours};
use satkarya_core::record::{Body, Record};
use satkarya_core::text::Text;
use satkarya_core::time::Day;

use crate::common::day;

pub(super) const LAST: &str = "2026-11-24";

fn mood(dice: &mut Random) -> Option<Mood> {
    (!dice.one_in(4)).then(|| Mood::nearest(u8::try_from(dice.below(11)).expect("small")))
}

fn level(dice: &mut Random) -> Option<Level> {
    (!dice.one_in(3)).then(|| Level::nearest(u8::try_from(dice.below(5)).expect("small")))
}

/// Throws dice for what the generator leaves out.
fn season(entry: &mut Entry, dice: &mut Random, people: &[Id], words: &[Id]) {
    let person = |dice: &mut Random| people[dice.place(people.len())];
    entry.mood = mood(dice);
    (entry.before, entry.after) = (mood(dice), mood(dice));
    (entry.support, entry.connected) = (level(dice), level(dice));
    entry.kind = (!dice.one_in(3)).then(|| EventKind::ALL[dice.place(EventKind::ALL.len())]);
    entry.got = (!dice.one_in(3)).then(|| Got::ALL[dice.place(Got::ALL.len())]);
    entry.did = (0..dice.below(4)).map(|_| Did::ALL[dice.place(Did::ALL.len())]).collect();
    entry.outcome = Text::cut(if dice.one_in(3) { "We left it there." } else { "" });
    entry.areas = (0..dice.below(3)).map(|_| Area::ALL[dice.place(Area::ALL.len())]).collect();
    entry.people = (0..dice.below(4)).map(|_| person(dice)).collect();
    entry.lines.clear();
    if dice.one_in(5) {
        let who = Speaker::Person(person(dice));
        entry.lines.push(SaidLine { who, text: Text::cut("Well"), how: Text::default() });
    }
    if dice.one_in(2) {
        let hours = u8::try_from(4 + dice.below(7)).expect("small");
        entry.wellbeing.sleep_hours = Some(SleepHours::nearest(hours));
    }
    // Words of the vocabulary, an own one, one that nobody knows any more, and one twice.
    let known = ["sad", "longing", "lonely", "hurt", "angry", "calm", "close", "proud", "gone"];
    entry.feelings = (0..dice.below(4))
        .map(|_| match dice.place(known.len() + words.len()) {
            n if n < known.len() => known[n].try_into().expect("id"),
            n => words[n - known.len()].into(),
        })
        .map(|id| Feeling { id, strength: None })
        .collect();
    if dice.one_in(9) {
        let first = entry.feelings.first().cloned();
        entry.feelings.extend(first);
    }
    entry.covered = dice.one_in(12);
}

/// The records of a diary of `n` entries.
pub(super) fn records(seed: u64, n: usize) -> Vec<Record> {
    let mut records = years(seed, day(LAST), n);
    let of = |is: fn(&Record) -> bool| -> Vec<Id> {
        records.iter().filter(|it| is(it)).map(|it| it.id).collect()
    };
    let (people, words) = (of(|it| it.person().is_some()), of(|it| it.feeling().is_some()));
    // One of them is in the bin; what is written of them stays.
    let binned = people.last().copied();
    let mut dice = Random::new(seed ^ 0x5eed);
    for record in &mut records {
        if let Some(Body::Entry(entry)) = &mut record.body {
            season(entry, &mut dice, &people, &words);
        }
        if Some(record.id) == binned {
            record.removed = Some(record.changed);
        }
    }
    records
}

pub(super) fn journal(records: impl IntoIterator<Item = Record>) -> Journal {
    let mut journal = Journal::new();
    records.into_iter().for_each(|record| journal.load(record));
    journal
}

/// One filter of each sort, and some of several conditions.
pub(super) fn filters(journal: &Journal) -> Vec<Filter> {
    use satkarya_core::course::Phase;
    let all = Filter::everything();
    let back = |n: i64| day(LAST).plus_days(-n).expect("a day");
    let people: Vec<Id> = journal.people().iter().map(|it| it.record.id).collect();
    let some = |n: usize| people.iter().copied().take(n).collect::<Vec<Id>>();
    let phase = |phase| Filter { phase: Some(phase), ..all.clone() };
    vec![
        all.clone(),
        all.over(back(29), day(LAST)),
        all.over(back(200), back(20)),
        all.over(day(LAST), back(1)),
        all.over(Day::FIRST, back(5000)),
        Filter { people: some(1), ..all.clone() },
        Filter { people: some(3), ..all.over(back(90), day(LAST)) },
        Filter { area: Some(Area::Dispute), ..all.clone() },
        Filter { kind: Some(EventKind::Argument), ..all.clone() },
        phase(Phase::Before),
        phase(Phase::Beginning),
        phase(Phase::Middle),
        phase(Phase::After),
        Filter { without_covered: true, ..all.clone() },
        Filter { without_covered: true, people: some(2), area: Some(Area::Grief), ..all },
    ]
}
