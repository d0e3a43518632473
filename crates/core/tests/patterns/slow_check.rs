//! The patterns said in the words of the slow count, and compared with it.

use std::fmt::Write as _;

use chrono::Weekday;
use satkarya_core::diary::Area;
use satkarya_core::journal::Journal;
use satkarya_core::pattern::{self, Compared, Difference, Filter, Finding, Group, Middle, Slice};
use satkarya_core::time::Day;

use super::diary::{LAST, filters, journal, records};
use super::slow;
use crate::common::day;

fn tenths(it: Middle) -> String {
    format!("{:.1}", f64::from(it.tenths()) / 10.0)
}

fn difference(it: Difference) -> String {
    format!("{:.1}", f64::from(it.tenths()) / 10.0)
}

fn not_yet(have: usize, need: usize) -> String {
    format!("not yet {have} of {need}")
}

pub(super) fn compared(it: &Compared) -> String {
    let group = |it: &Group| {
        let dots: Vec<String> = it.dots.iter().map(|it| tenths(*it)).collect();
        let (first, last) = (it.sample.first, it.sample.last);
        let bars: Vec<String> = it.counts.iter().map(ToString::to_string).collect();
        let (dots, bars) = (dots.join(" "), bars.join(" "));
        format!("{} {} {first} {last} [{dots}] [{bars}]", it.n, tenths(it.middle))
    };
    match it {
        Compared::Enough(it) => format!("{} | {}", group(&it.one), group(&it.other)),
        Compared::NotYet { one, other, need } => format!("not yet {one} and {other} of {need}"),
    }
}

fn hard_days(slice: &Slice<'_>, journal: &Journal) -> String {
    let found = pattern::hard_days(slice);
    let mut said = compared(&found.days);
    for it in found.people {
        let name = journal.person(it.id).expect("a person").person.name.to_lowercase();
        write!(said, "; {name} {} {}", it.n_hard, it.n_other).expect("a string");
    }
    said
}

pub(super) fn before_after(slice: &Slice<'_>, journal: &Journal) -> String {
    let lines = pattern::before_after(slice).into_iter().map(|who| {
        let name = journal.person(who.id).expect("a person").person.name.to_lowercase();
        match who.found {
            Finding::NotYet { have, need } => format!("{name} {}", not_yet(have, need)),
            Finding::Enough(it) => {
                assert_eq!(
                    it.dots.len(),
                    if it.sample.n_entries > 30 { 0 } else { it.sample.n_entries }
                );
                let at_each: Vec<String> = it.counts.iter().map(ToString::to_string).collect();
                format!(
                    "{name} {} lower {} same {} higher {} middle {}{}{}",
                    it.sample.n_entries,
                    it.lower,
                    it.same,
                    it.higher,
                    difference(it.middle),
                    if it.is_small() { " small" } else { "" },
                    if at_each.is_empty() {
                        String::new()
                    } else {
                        format!(" at {}", at_each.join(" "))
                    }
                )
            }
        }
    });
    lines.collect::<Vec<_>>().join("; ")
}

fn families(all: &[pattern::FamilyCount]) -> String {
    let name = |it: &pattern::FamilyCount| {
        format!("{} {}", it.family.as_ref().map_or("none", |it| it.as_str()), it.n)
    };
    all.iter().map(name).collect::<Vec<_>>().join(", ")
}

fn felt_with(slice: &Slice<'_>, journal: &Journal) -> String {
    let lines = pattern::felt_with(slice).into_iter().map(|who| {
        let name = journal.person(who.id).expect("a person").person.name.to_lowercase();
        let found = match who.found {
            Finding::NotYet { have, need } => {
                return format!("{name} ({}) {}", who.n_covered, not_yet(have, need));
            }
            Finding::Enough(it) => it,
        };
        assert!(found.most().count() <= 3);
        format!(
            "{name} ({}) {}: {}",
            who.n_covered,
            found.sample.n_entries,
            families(&found.families)
        )
    });
    lines.collect::<Vec<_>>().join("; ")
}

fn fortnights(slice: &Slice<'_>) -> String {
    match pattern::fortnights(slice) {
        Finding::NotYet { have, need } => not_yet(have, need),
        Finding::Enough(it) => {
            let line = |it: &pattern::Fortnight| format!("{} {}", it.first, families(&it.families));
            let lines: Vec<String> = it.fortnights.iter().map(line).collect();
            format!("{}: {}", it.n, lines.join("; "))
        }
    }
}

fn did_got(slice: &Slice<'_>) -> String {
    match pattern::did_got(slice) {
        Finding::NotYet { have, need } => not_yet(have, need),
        Finding::Enough(it) => {
            let mut said = it.sample.n_entries.to_string();
            for row in it.rows {
                let list: Vec<String> = row.got.iter().map(ToString::to_string).collect();
                write!(said, "; {:?} {}", row.did, list.join(" ")).expect("a string");
                if let Some((k, n)) = row.as_hoped() {
                    write!(said, " ({k} of {n})").expect("a string");
                }
            }
            said
        }
    }
}

fn times(slice: &Slice<'_>) -> String {
    match pattern::times(slice) {
        Finding::NotYet { have, need } => not_yet(have, need),
        Finding::Enough(it) => {
            let cell = |it: &pattern::Cell| {
                format!("{} {}", it.n_days, it.middle.map_or("none".to_owned(), tenths))
            };
            it.parts.iter().chain(&it.weekdays).map(cell).collect::<Vec<_>>().join(" | ")
        }
    }
}

fn focus_weeks(slice: &Slice<'_>, area: Area) -> String {
    match pattern::focus_weeks(slice, area, Weekday::Mon) {
        Finding::NotYet { have, need } => not_yet(have, need),
        Finding::Enough(it) => {
            let told = |it: Option<(usize, Middle)>| {
                it.map_or("0 none".to_owned(), |(n, it)| format!("{n} {}", tenths(it)))
            };
            let line = |it: &pattern::FocusWeek| {
                format!("{} {} / {} / {}", it.first, it.n, told(it.support), told(it.connected))
            };
            it.weeks.iter().map(line).collect::<Vec<_>>().join("; ")
        }
    }
}

fn sleep(slice: &Slice<'_>) -> String {
    let found = pattern::sleep_mood(slice);
    let said = compared(&found.days);
    found.hours.map_or(said.clone(), |hours| format!("{}: {said}", tenths(hours)))
}

fn review(journal: &Journal, first: Day, last: Day) -> String {
    let Some(it) = pattern::review(journal, first, last) else { return "nothing".to_owned() };
    let ids = |all: &[satkarya_core::id::Id]| {
        all.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
    };
    let name = |it: &pattern::PersonCount| {
        let who = journal.person(it.id).expect("a person");
        format!("{} {}", who.person.name.to_lowercase(), it.n)
    };
    let people: Vec<String> = it.people.iter().map(name).collect();
    let words: Vec<String> = it.feelings.iter().map(|(it, n)| format!("{it} {n}")).collect();
    let ended: Vec<String> = it
        .ended
        .iter()
        .map(|it| format!("{} {:?} {:?} {}", it.id, it.did, it.got, it.has_words))
        .collect();
    format!(
        "{} on {}, {} covered; best {}; worst {}; {}; {}; {}",
        it.sample.n_entries,
        it.sample.n_days,
        it.n_covered,
        ids(&it.best),
        ids(&it.worst),
        people.join(", "),
        words.join(", "),
        ended.join(", ")
    )
}

/// How often a pattern said something, and how often that there is not enough.
#[derive(Default)]
struct Seen {
    names: Vec<(&'static str, usize, usize)>,
}

impl Seen {
    fn check(&mut self, name: &'static str, fast: &str, slow: &str, about: &str) {
        assert_eq!(fast, slow, "{name}: {about}");
        let at = self.names.iter().position(|it| it.0 == name).unwrap_or_else(|| {
            self.names.push((name, 0, 0));
            self.names.len() - 1
        });
        let is_enough = !(fast.is_empty() || fast == "nothing" || fast.starts_with("not yet"));
        self.names[at].1 += usize::from(is_enough);
        self.names[at].2 += usize::from(!is_enough);
    }
}

#[test]
fn every_pattern_is_what_a_slow_count_says() {
    let (mut seen, mut n_slices, mut n_entries) = (Seen::default(), 0, 0);
    for (seed, n) in (1..).zip([0, 1, 3, 7, 12, 20, 33, 60, 90, 140, 200, 320, 500, 500]) {
        let journal = journal(records(seed, n));
        for filter in filters(&journal) {
            let about = format!("seed {seed}, {n} entries, {filter:?}");
            let slice = Slice::of(&journal, &filter);
            let pages = slow::pages(&journal, &filter);
            let order: Vec<_> = slice.entries.iter().map(|it| it.record.id).collect();
            assert_eq!(order, pages.iter().map(|it| it.0.3).collect::<Vec<_>>(), "{about}");
            let with_covered = Filter { without_covered: false, ..filter.clone() };
            let n_covered = if filter.without_covered {
                slow::pages(&journal, &with_covered).iter().filter(|it| it.1.covered).count()
            } else {
                0
            };
            assert_eq!(slice.n_covered, n_covered, "{about}");
            n_slices += 1;
            n_entries += pages.len();
            let (journal, pages) = (&journal, &pages[..]);
            let mut check =
                |name, fast: String, slow: String| seen.check(name, &fast, &slow, &about);
            check("hard days", hard_days(&slice, journal), slow::hard_days(journal, pages));
            check(
                "before after",
                before_after(&slice, journal),
                slow::before_after(journal, pages),
            );
            check("felt with", felt_with(&slice, journal), slow::felt_with(journal, pages));
            check("fortnights", fortnights(&slice), slow::fortnights(journal, pages));
            check("did and got", did_got(&slice), slow::did_got(pages));
            check("support", compared(&pattern::support(&slice)), slow::support(pages));
            check("times", times(&slice), slow::times(pages));
            check("sleep", sleep(&slice), slow::sleep(pages));
            for area in Area::ALL {
                check("focus weeks", focus_weeks(&slice, *area), slow::focus_weeks(pages, *area));
            }
            let events = journal.records().filter(|it| it.event().is_some());
            for event in events {
                let fast = pattern::around(journal, &filter, event.id).map(|it| compared(&it.days));
                let slow = slow::around(journal, &filter, event.id);
                assert_eq!(fast.is_some(), slow.is_some(), "{about}");
                if let (Some(fast), Some(slow)) = (fast, slow) {
                    check("around", fast, slow);
                }
            }
        }
        for weeks in 0..8 {
            let last = day(LAST).plus_days(-7 * weeks).expect("day");
            let week = Filter::between(last.plus_days(-6).expect("day"), last);
            let all = slow::pages(&journal, &week);
            let n_covered = all.iter().filter(|it| it.1.covered).count();
            let open = slow::pages(&journal, &Filter { without_covered: true, ..week.clone() });
            let about = format!("seed {seed}, {n} entries, week to {last}");
            let fast = review(&journal, week.first, week.last);
            seen.check("review", &fast, &slow::review(&journal, &open, n_covered), &about);
        }
    }
    println!("{n_slices} slices of 14 diaries, {n_entries} entries read");
    for (name, enough, not_yet) in seen.names {
        println!("{name}: {enough} with something to say, {not_yet} without");
        assert!(enough > 5 && not_yet > 5, "{name} was not tried both ways");
    }
}
