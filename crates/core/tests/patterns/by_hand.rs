//! Numbers worked out by hand, the ones of the paper that governs the patterns among them.

use chrono::Weekday;
use satkarya_core::diary::{Area, Did, Entry, EventKind, Feeling, Got};
use satkarya_core::journal::{Earlier, Journal};
use satkarya_core::life::LifeEvent;
use satkarya_core::pattern::{
    Compared, Filter, Finding, Middle, Slice, around, before_after, did_got, felt_with,
    focus_weeks, fortnights, hard_days, mood_line, sleep_mood, support, times,
};
use satkarya_core::people::Person;
use satkarya_core::rating::{Level, Mood, SleepHours};
use satkarya_core::record::Body;
use satkarya_core::text::{Name, Text};
use satkarya_core::time::Day;

use crate::common::{NOW, day, entry, id, journal_of, stamp};

fn mood(n: u8) -> Mood {
    Mood::try_from(n).expect("mood")
}

pub(super) fn on(n: i64) -> Day {
    // A Monday, with which a fortnight begins: 46,326 days, or 3,309 fortnights, after 1 January 1900.
    day("2026-11-02").plus_days(n).expect("day")
}

pub(super) fn at(n: i64, time: &str, mood: Option<u8>) -> Entry {
    entry(&on(n).to_string(), time, mood, "")
}

pub(super) fn named(words: &[&str]) -> Vec<Feeling> {
    let id = |word: &str| word.try_into().expect("id");
    words.iter().map(|word| Feeling { id: id(word), strength: None }).collect()
}

/// A journal with Asha (100), Binod (101) and chandra (102).
pub(super) fn with_people(entries: Vec<Entry>) -> Journal {
    let mut journal = journal_of(entries);
    for (n, name) in [(102, "chandra"), (101, "Binod"), (100, "Asha")] {
        let who = Body::Person(Person::new(Name::cut(name)));
        journal.put(id(n), who, stamp(NOW + u64::from(n)), Earlier::Kept);
    }
    journal
}

fn everything(journal: &Journal) -> Slice<'_> {
    Slice::of(journal, &Filter::everything())
}

fn tenths(it: Middle) -> u16 {
    it.tenths()
}

/// The sizes and middles of both groups in tenths, or the smaller number and what is needed.
fn told(it: &Compared) -> Result<(usize, u16, usize, u16), (usize, usize)> {
    match it {
        Compared::Enough(it) => {
            Ok((it.one.n, tenths(it.one.middle), it.other.n, tenths(it.other.middle)))
        }
        Compared::NotYet { .. } => Err(it.not_yet().expect("not yet")),
    }
}

fn with_asha(pairs: &[(u8, u8)]) -> Vec<Entry> {
    let one = |(n, (before, after)): (i64, &(u8, u8))| Entry {
        before: Some(mood(*before)),
        after: Some(mood(*after)),
        people: vec![id(100)],
        ..at(n, "10:00", None)
    };
    (0..).zip(pairs).map(one).collect()
}

#[test]
fn s18_a_person_needs_five_entries() {
    let pairs = [(6, 4), (5, 4), (7, 4), (5, 5), (6, 3)];
    let four = with_people(with_asha(&pairs[..4]));
    let found = before_after(&everything(&four));
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].id, &found[0].found), (id(100), &Finding::NotYet { have: 4, need: 5 }));

    let five = with_people(with_asha(&pairs));
    let found = before_after(&everything(&five));
    let [who] = &found[..] else { panic!("one person") };
    let Finding::Enough(it) = &who.found else { panic!("enough") };
    assert_eq!((it.sample.n_entries, it.lower, it.same, it.higher), (5, 4, 1, 0));
    assert_eq!((it.middle.tenths(), it.is_small()), (-20, true));
    let dots: Vec<i16> = it.dots.iter().map(|it| it.tenths() / 10).collect();
    assert_eq!(dots, [-2, -1, -3, 0, -3]);
    assert!(it.counts.is_empty());

    // With more than thirty entries each size of change has its number: 8 × −3, 7 × −2, 8 × −1, 8 × 0.
    let many: Vec<(u8, u8)> = (0..31).map(|n| [(6, 3), (5, 4), (4, 4), (7, 5)][n % 4]).collect();
    let found = before_after(&everything(&with_people(with_asha(&many))));
    let Finding::Enough(it) = &found[0].found else { panic!("enough") };
    assert!(it.dots.is_empty());
    let counts = [0, 0, 0, 0, 0, 0, 0, 8, 7, 8, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    assert_eq!(it.counts, counts);
    println!("31 entries with a person: 8 lower by three, 7 by two, 8 by one, 8 the same");
    println!("S18: 4 of 5, and 5 entries: lower 4, same 1, higher 0, middle −2, small");
}

#[test]
fn people_stand_by_name_each_enough_or_with_what_is_missing() {
    let mut entries = with_asha(&[(6, 4), (5, 4), (7, 4), (5, 5), (6, 3), (4, 6)]);
    for it in &mut entries[..2] {
        it.people.push(id(102));
    }
    for n in 0..10 {
        let one =
            Entry { people: vec![id(101), id(101)], ..with_asha(&[(2, 2 + n % 3)])[0].clone() };
        entries.push(one);
    }
    // Without both moods it does not count.
    entries.push(Entry { people: vec![id(102)], before: Some(mood(3)), ..at(0, "10:00", Some(4)) });
    let journal = with_people(entries);
    let found = before_after(&everything(&journal));
    assert_eq!(found.iter().map(|it| it.id).collect::<Vec<_>>(), [id(100), id(101), id(102)]);
    let middles: Vec<_> = found
        .iter()
        .map(|it| match &it.found {
            Finding::Enough(it) => Ok((it.middle.tenths(), it.is_small())),
            Finding::NotYet { have, .. } => Err(*have),
        })
        .collect();
    // Asha −3 −3 −2 −1 0 2: between −2 and −1. Binod 0 0 0 0 1 1 1 2 2 2.
    assert_eq!(middles, [Ok((-15, true)), Ok((10, false)), Err(2)]);
    println!("three people, 18 entries: −1.5 of six, 1 of ten, and 2 of 5");
}

fn s19(n_other: usize) -> Journal {
    let argument = |(n, value): (i64, &u8)| Entry {
        kind: Some(EventKind::Argument),
        people: vec![id(100)],
        ..at(n, "10:00", Some(*value))
    };
    let hard = (0..).zip(&[3, 4, 3, 2, 5, 4]).map(argument);
    let other = (20..).zip([6, 7, 5, 6, 7]).take(n_other).map(|(n, it)| at(n, "10:00", Some(it)));
    with_people(hard.chain(other).collect())
}

#[test]
fn s19_harder_days_and_other_days() {
    let found = hard_days(&everything(&s19(5)));
    assert_eq!(told(&found.days), Ok((6, 35, 5, 60)));
    let people: Vec<_> = found.people.iter().map(|it| (it.id, it.n_hard, it.n_other)).collect();
    assert_eq!(people, [(id(100), 6, 0)]);
    let found = hard_days(&everything(&s19(4)));
    assert_eq!(found.days, Compared::NotYet { one: 6, other: 4, need: 5 });
    assert_eq!((told(&found.days), found.people.len()), (Err((4, 5)), 0));
    println!("S19: 3.5 on 6 days, 6 on 5; with 4 other days 4 of 5");
}

#[test]
fn one_hard_moment_makes_a_day_hard_and_a_day_without_a_mood_counts_nowhere() {
    for (kind, is_hard) in EventKind::ALL.iter().map(|it| {
        use EventKind::{Argument, NoContact, Silence};
        (*it, matches!(it, Argument | Silence | NoContact))
    }) {
        let mut entries: Vec<Entry> = (0..5).map(|n| at(n, "10:00", Some(2))).collect();
        entries.extend((0..5).map(|n| Entry { kind: Some(kind), ..at(n, "12:00", Some(5)) }));
        entries.extend((10..15).map(|n| at(n, "10:00", Some(8))));
        entries.push(Entry { kind: Some(kind), ..at(30, "10:00", None) });
        let journal = journal_of(entries);
        let expected = if is_hard { Ok((5, 35, 5, 80)) } else { Err((0, 5)) };
        assert_eq!(told(&hard_days(&everything(&journal)).days), expected, "{kind:?}");
    }
    println!("eleven kinds of moments, three of them hard");
}

#[test]
fn feelings_with_a_person_are_counted_by_family() {
    let felt = |n, words: &[&str]| Entry {
        people: vec![id(100)],
        feelings: named(words),
        ..at(n, "10:00", None)
    };
    let mut entries =
        vec![felt(0, &["sad", "disappointed", "calm", "calm"]), felt(1, &["sad", "hurt"])];
    entries.push(felt(2, &[]));
    let found = |entries: &[Entry]| felt_with(&everything(&with_people(entries.to_vec())));
    assert_eq!(found(&entries)[0].found, Finding::NotYet { have: 2, need: 3 });
    entries.push(felt(3, &["proud", "hurt", "of_a_newer_guide", "happy"]));
    entries.push(Entry { covered: true, ..felt(4, &["furious"]) });
    let found = found(&entries);
    let Finding::Enough(it) = &found[0].found else { panic!("enough") };
    let all: Vec<_> = it
        .families
        .iter()
        .map(|it| (it.family.as_ref().map_or("none", |it| it.as_str()), it.n))
        .collect();
    let expected =
        [("sad", 3), ("hurt", 2), ("calm", 1), ("joyful", 1), ("strong", 1), ("none", 1)];
    assert_eq!(all, expected);
    let most: Vec<_> = it.most().map(|(it, n)| (it.as_str(), n)).collect();
    assert_eq!((most, found[0].n_covered), (expected[..3].to_vec(), 1));
    assert_eq!((it.sample.n_entries, it.sample.last), (3, on(3)));
    println!("2 of 3, then Sad 3, Hurt 2, Calm 1 of 9 words in 3 entries");
}

#[test]
fn feelings_over_time_need_ten_tags_and_two_fortnights() {
    let felt = |n: i64, words: &[&str]| Entry { feelings: named(words), ..at(n, "10:00", None) };
    let five = ["sad", "hurt", "angry", "calm", "happy"];
    let found = |entries: Vec<Entry>| fortnights(&everything(&journal_of(entries)));
    let not_yet = |have, need| Finding::NotYet { have, need };
    assert_eq!(found(vec![]), not_yet(0, 10));
    assert_eq!(found(vec![felt(0, &five), felt(30, &five[..4])]), not_yet(9, 10));
    assert_eq!(found(vec![felt(0, &five), felt(13, &five)]), not_yet(1, 2));
    let Finding::Enough(it) = found(vec![felt(13, &five), felt(28, &five), felt(41, &["sad"])])
    else {
        panic!("enough")
    };
    let lines: Vec<_> = it.fortnights.iter().map(|it| (it.first, it.n)).collect();
    assert_eq!(lines, [(on(0), 5), (on(14), 0), (on(28), 6)]);
    let sad = |nth: usize| it.fortnights[nth].families.iter().map(|it| it.n).collect::<Vec<_>>();
    assert_eq!((sad(0), sad(1), sad(2)), (vec![1; 5], vec![], vec![2, 1, 1, 1, 1]));
    assert_eq!((it.n, it.sample.n_entries, it.sample.n_days), (11, 3, 3));
    println!("0 and 9 of 10, 1 of 2, then 5, 0 and 6 in three fortnights");
}

#[test]
fn what_was_done_and_what_came_of_it() {
    use Got::{AsExpected, Better, Less, Opposite, Unsure};
    let one = |did: &[Did], got| Entry { did: did.to_vec(), got, ..at(0, "10:00", None) };
    let mut entries: Vec<Entry> = [Better, Better, AsExpected, Less, Unsure]
        .map(|got| one(&[Did::SaidClearly], Some(got)))
        .to_vec();
    entries.extend([Opposite, Opposite, Less].map(|got| one(&[Did::StayedQuiet], Some(got))));
    entries.push(one(&[Did::StayedQuiet, Did::Left], Some(AsExpected)));
    entries.push(one(&[], Some(Better)));
    entries.push(one(&[Did::Asked], None));
    let found = |entries: &[Entry]| did_got(&everything(&journal_of(entries.to_vec())));
    assert_eq!(found(&entries), Finding::NotYet { have: 9, need: 10 });
    entries.push(one(&[Did::Left, Did::Left], Some(Less)));
    let Finding::Enough(it) = found(&entries) else { panic!("enough") };
    let rows: Vec<_> = it.rows.iter().map(|it| (it.did, it.n, it.got, it.as_hoped())).collect();
    assert_eq!(
        rows,
        [
            (Did::SaidClearly, 5, [2, 1, 1, 0, 1], Some((3, 5))),
            (Did::StayedQuiet, 4, [0, 1, 1, 2, 0], None),
            (Did::Left, 2, [0, 1, 1, 0, 0], None),
        ]
    );
    assert_eq!((it.rows[0].count(Better), it.rows[1].count(Opposite)), (2, 2));
    println!("9 of 10, then 3 of 5 for one row and only numbers for two");
}

#[test]
fn support_is_compared_by_entry_and_somewhat_is_left_out() {
    let one = |level, value: u8| Entry {
        support: Some(Level::nearest(level)),
        ..at(0, "10:00", Some(value))
    };
    let much = [(3, 6), (4, 7), (4, 8), (3, 5), (3, 7)].map(|(level, it)| one(level, it));
    let little = [(1, 3), (0, 4), (0, 2), (1, 3), (1, 6), (0, 5)].map(|(level, it)| one(level, it));
    let rest = [one(2, 10), Entry { mood: None, ..one(4, 0) }, at(0, "10:00", Some(10))];
    let all = [&much[..], &little[..], &rest[..]].concat();
    assert_eq!(told(&support(&everything(&journal_of(all)))), Ok((5, 70, 6, 35)));
    let few = [&much[1..], &little[..]].concat();
    assert_eq!(told(&support(&everything(&journal_of(few)))), Err((4, 5)));
    println!("7 of five entries and 3.5 of six; then 4 of 5");
}

#[test]
fn times_need_fourteen_days_over_three_weeks_and_four_in_a_cell() {
    let found = |entries: &[Entry]| times(&everything(&journal_of(entries.to_vec())));
    let on_days = |days: &[i64]| days.iter().map(|n| at(*n, "11:59", Some(4))).collect::<Vec<_>>();
    let all: Vec<i64> = (0..14).collect();
    assert_eq!(found(&on_days(&all[..13])), Finding::NotYet { have: 13, need: 14 });
    assert_eq!(found(&on_days(&all)), Finding::NotYet { have: 2, need: 3 });
    // A week, a week without, a week; then three Mondays more.
    let apart: Vec<i64> = (0..7).chain(14..21).chain([21, 28, 35]).collect();
    let mut entries = on_days(&apart);
    for (n, time, value) in [(0, "12:00", 6), (1, "16:59", 7), (2, "12:00", 6), (2, "13:00", 9)] {
        entries.push(at(n, time, Some(value)));
    }
    for (n, time) in [(0, "22:00"), (1, "04:59"), (3, "00:00"), (14, "23:59"), (14, "23:10")] {
        entries.push(at(n, time, Some(1)));
    }
    entries.push(at(4, "17:00", None));
    let Finding::Enough(it) = found(&entries) else { panic!("enough") };
    let told = |cells: &[satkarya_core::pattern::Cell]| {
        cells.iter().map(|it| (it.n_days, it.middle.map(tenths))).collect::<Vec<_>>()
    };
    // The afternoons have three days, the nights four, whatever the number of entries.
    assert_eq!(told(&it.parts), [(17, Some(40)), (3, None), (0, None), (4, Some(10))]);
    // Mondays: 4 6 1 → 4, 4 1 1 → 1, 4, 4, 4; the other weekdays have two.
    let mut weekdays = [(2, None); 7];
    weekdays[0] = (5, Some(40));
    assert_eq!(told(&it.weekdays), weekdays);
    println!("13 of 14, 2 of 3, then 4 parts and 7 weekdays, of which 3 have enough");
}

fn event(title: &str, when: &str) -> Body {
    let when = Some(when.parse().expect(when));
    Body::Event(LifeEvent { title: Text::cut(title), when, ..LifeEvent::default() })
}

#[test]
fn around_an_event_fourteen_days_and_never_the_day_itself() {
    let value = |n: i64| match n {
        ..0 => 3,
        0 => 10,
        1.. => 6,
    };
    // Seven before, of which two lie too far away; the day itself; five after, and one too far.
    let days = [-16, -15, -14, -10, -3, -2, -1, 0, 1, 2, 3, 13, 14, 15];
    let mut journal = journal_of(days.map(|n| at(n, "10:00", Some(value(n)))));
    for (n, when) in [(50, "2026-11-02"), (51, "2026-11"), (52, "2026"), (53, "2026-autumn")] {
        journal.put(id(n), event("Moved", when), stamp(NOW), Earlier::Kept);
    }
    let all = Filter::everything();
    let found_in = |journal: &Journal, filter: &Filter| {
        around(journal, filter, id(50)).map(|it| told(&it.days))
    };
    let found = |n| around(&journal, &all, id(n)).map(|it| told(&it.days));
    assert_eq!(found(50), Some(Ok((5, 30, 5, 60))));
    // All of November is left out, so before it are the days from 18 October on.
    assert_eq!(found(51), Some(Err((0, 5))));
    assert_eq!((found(52), found(53), found(54)), (None, None, None));
    let dated: Vec<_> = satkarya_core::pattern::dated_events(&journal);
    assert_eq!(dated.iter().map(|it| it.id).collect::<Vec<_>>(), [id(51), id(50)]);
    // A page about a month that ended 13 days after counts none of the days that came later.
    let until = all.over(Day::FIRST, "2026-11-15".parse().expect("a day"));
    let until = around(&journal, &until, id(50)).map(|it| told(&it.days));
    assert_eq!(until, Some(Err((4, 5))), "the days hold");
    let sample = Body::Entry(at(-5, "10:00", Some(value(-5))));
    journal.put_sample(id(60), sample, stamp(NOW));
    assert_eq!(found_in(&journal, &all), Some(Ok((6, 30, 5, 60))));
    let own = Filter { own_only: true, ..all.clone() };
    assert_eq!(found_in(&journal, &own), Some(Ok((5, 30, 5, 60))), "the sample diary is left out");
    let few = Filter { kind: Some(EventKind::Argument), ..all };
    let few = around(&journal, &few, id(50)).map(|it| told(&it.days));
    assert_eq!(few, Some(Err((0, 5))), "the filter holds");
    println!("3 of five days before, 6 of five after; a month, a year, a season, nothing");
}

#[test]
fn the_focus_by_week_needs_four_weeks_and_keeps_gaps() {
    let one = |n: i64, support: Option<u8>| Entry {
        areas: vec![Area::Grief, Area::Change],
        support: support.map(Level::nearest),
        connected: Some(Level::nearest(1)),
        ..at(n, "10:00", None)
    };
    let mut entries = vec![one(0, Some(1)), one(6, Some(4)), one(7, None), one(21, Some(2))];
    let found = |entries: &[Entry], area| {
        focus_weeks(&everything(&journal_of(entries.to_vec())), area, Weekday::Mon)
    };
    assert_eq!(found(&entries, Area::Grief), Finding::NotYet { have: 3, need: 4 });
    entries.push(one(34, Some(3)));
    assert_eq!(found(&entries, Area::Dispute), Finding::NotYet { have: 0, need: 4 });
    let Finding::Enough(it) = found(&entries, Area::Grief) else { panic!("enough") };
    let weeks: Vec<_> = it
        .weeks
        .iter()
        .map(|it| (it.first, it.n, it.support.map(|(n, it)| (n, tenths(it)))))
        .collect();
    assert_eq!(
        weeks,
        [
            (on(0), 2, Some((2, 25))),
            (on(7), 1, None),
            (on(14), 0, None),
            (on(21), 1, Some((1, 20))),
            (on(28), 1, Some((1, 30))),
        ]
    );
    assert_eq!(it.weeks[2].connected, None);
    assert_eq!(it.weeks[0].connected.map(|(n, it)| (n, tenths(it))), Some((2, 10)));
    println!("3 and 0 of 4, then five weeks with one empty");
}

#[test]
fn sleep_is_compared_with_the_persons_own_middle() {
    let night = |n: i64, hours: u8, value: Option<u8>| {
        let mut it = at(n, "10:00", value);
        it.wellbeing.sleep_hours = Some(SleepHours::nearest(hours));
        it
    };
    let short = (0..10).map(|n| night(n, 5, Some(4)));
    let long = (20..30).map(|n| night(n, 8, Some(if n < 25 { 6 } else { 7 })));
    let all: Vec<Entry> = short.chain(long).collect();
    let found = sleep_mood(&everything(&journal_of(all.clone())));
    assert_eq!(told(&found.days), Ok((10, 40, 10, 65)));
    assert_eq!(found.hours.map(tenths), Some(65), "between 5 and 8");
    // A night without a mood counts for the middle of hours and for no group.
    let mut without = all.clone();
    without[0].mood = None;
    let found = sleep_mood(&everything(&journal_of(without)));
    assert_eq!((told(&found.days), found.hours), (Err((9, 10)), None));
    // Where all nights are alike none is shorter.
    let alike = (0..30).map(|n| night(n, 7, Some(5)));
    assert_eq!(told(&sleep_mood(&everything(&journal_of(alike))).days), Err((0, 10)));
    println!("4 after ten nights below 6.5 hours, 6.5 after ten others; 9 and 0 of 10");
}

#[test]
fn every_dot_is_there_up_to_thirty_and_none_beyond() {
    for (n, dots) in [(5, 5), (30, 30), (31, 0)] {
        let mut entries: Vec<Entry> = (0..n).map(|n| at(n, "10:00", Some(5))).collect();
        let hard = |n| Entry { kind: Some(EventKind::Silence), ..at(n, "10:00", Some(3)) };
        entries.extend((100..105).map(hard));
        let Compared::Enough(it) = hard_days(&everything(&journal_of(entries))).days else {
            panic!("enough")
        };
        assert_eq!((it.other.dots.len(), it.one.dots.len()), (dots, 5), "{n}");
    }
    println!("5, 30 and 31 days");
}

#[test]
fn the_mood_line_reads_what_the_filter_lets_through() {
    let entries = (0..6).map(|n| Entry {
        areas: if n % 2 == 0 { vec![Area::Grief] } else { vec![] },
        covered: n == 4,
        ..at(n, "10:00", Some(5))
    });
    let journal = journal_of(entries);
    let grief = Filter { area: Some(Area::Grief), ..Filter::everything() };
    let Finding::Enough(it) = mood_line(&journal, &grief) else { panic!("enough") };
    assert_eq!((it.sample.n_entries, it.points.len()), (3, 5));
    let open = Filter { without_covered: true, ..grief };
    assert_eq!(mood_line(&journal, &open), Finding::NotYet { have: 2, need: 3 });
    assert_eq!(Slice::of(&journal, &open).n_covered, 1);
    println!("three of six entries, then 2 of 3");
}
