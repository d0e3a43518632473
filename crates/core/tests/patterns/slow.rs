//! The patterns again, slowly: plain lists and sums over all records, in the order of their ids,
//! without anything of `pattern`. Each gives a line of words.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use satkarya_core::content::vocabulary;
use satkarya_core::course::Phase;
use satkarya_core::diary::{Area, Did, Entry, EventKind, FeelingId, Got, Speaker};
use satkarya_core::id::Id;
use satkarya_core::journal::Journal;
use satkarya_core::pattern::Filter;
use satkarya_core::time::Day;

/// An entry with what it is ordered by.
pub(super) type Page = ((Day, u16, satkarya_core::stamp::Stamp, Id), Entry);

/// Strikes off the smallest and the largest until one or two are left, and shows one decimal; a
/// quarter is shown as the tenth above it.
pub(super) fn middle(mut values: Vec<f64>) -> Option<f64> {
    values.sort_by(|a, b| a.partial_cmp(b).expect("numbers"));
    while values.len() > 2 {
        values.pop();
        values.remove(0);
    }
    let n = values.len() as f64;
    (n > 0.0).then(|| values.iter().sum::<f64>() / n)
}

pub(super) fn shown(value: Option<f64>) -> String {
    value.map_or("none".to_owned(), |it| format!("{:.1}", (it * 10.0 + 0.5).floor() / 10.0))
}

fn mood(it: &Entry) -> Option<f64> {
    it.mood.map(|it| f64::from(it.get()))
}

fn people_of(it: &Entry) -> BTreeSet<Id> {
    let said = it.lines.iter().filter_map(|line| match line.who {
        Speaker::Person(id) => Some(id),
        _ => None,
    });
    it.people.iter().copied().chain(said).collect()
}

pub(super) fn words_of(it: &Entry) -> BTreeSet<FeelingId> {
    it.feelings.iter().map(|it| it.id.clone()).collect()
}

fn phase_of(journal: &Journal, day: Day) -> Phase {
    let mut best: Option<(Day, Phase)> = None;
    for record in journal.records() {
        let Some(course) = record.course() else { continue };
        let mut days: Vec<Day> = journal
            .records()
            .filter_map(|it| it.session())
            .filter(|it| it.course == record.id && it.counts())
            .map(|it| it.day)
            .collect();
        days.sort();
        let Some(first) = days.first().copied().filter(|first| *first <= day) else { continue };
        let done = u8::try_from(days.iter().filter(|it| **it < day).count()).expect("few");
        if best.is_none_or(|(other, _)| other < first) {
            best = Some((first, course.plan().phase(done + 1)));
        }
    }
    best.map_or(Phase::Before, |it| it.1)
}

pub(super) fn pages(journal: &Journal, filter: &Filter) -> Vec<Page> {
    let mut pages = Vec::new();
    for record in journal.records() {
        let Some(it) = record.entry() else { continue };
        let people = people_of(it);
        let keep = it.when.day >= filter.first
            && it.when.day <= filter.last
            && (filter.people.is_empty() || filter.people.iter().any(|id| people.contains(id)))
            && (filter.area.is_none() || it.areas.iter().any(|area| Some(*area) == filter.area))
            && (filter.kind.is_none() || it.kind == filter.kind)
            && (filter.phase.is_none() || filter.phase == Some(phase_of(journal, it.when.day)))
            && !(filter.without_covered && it.covered);
        if keep {
            let place = (it.when.day, it.when.time.minutes(), record.created, record.id);
            pages.push((place, it.clone()));
        }
    }
    pages.sort_by_key(|it| it.0);
    pages
}

/// Moods by day.
fn by_day(pages: &[Page]) -> BTreeMap<Day, Vec<f64>> {
    let mut days: BTreeMap<Day, Vec<f64>> = BTreeMap::new();
    for (_, it) in pages {
        if let Some(mood) = mood(it) {
            days.entry(it.when.day).or_default().push(mood);
        }
    }
    days
}

/// Two groups of daily moods as words.
fn two(one: &[(Day, f64)], other: &[(Day, f64)], need: usize) -> String {
    if one.len() < need || other.len() < need {
        return format!("not yet {} and {} of {need}", one.len(), other.len());
    }
    let told = |group: &[(Day, f64)]| {
        let values: Vec<f64> = group.iter().map(|it| it.1).collect();
        let dots = if values.len() > 30 {
            String::new()
        } else {
            values.iter().map(|it| shown(Some(*it))).collect::<Vec<_>>().join(" ")
        };
        let (first, last) = (group.first().expect("one").0, group.last().expect("one").0);
        // Beyond thirty: how many lie nearest to each whole mood, a half to the one above.
        let bars: Vec<String> = (0..=10)
            .map(f64::from)
            .map(|whole| {
                values.iter().filter(|it| (whole - 0.5..whole + 0.5).contains(*it)).count()
            })
            .map(|n| n.to_string())
            .collect();
        let bars = if values.len() > 30 { bars.join(" ") } else { String::new() };
        let middle = shown(middle(values.clone()));
        format!("{} {middle} {first} {last} [{dots}] [{bars}]", group.len())
    };
    format!("{} | {}", told(one), told(other))
}

pub(super) fn names(journal: &Journal) -> Vec<(String, Id)> {
    let mut names: Vec<(String, Id)> = journal
        .records()
        .filter_map(|it| Some((it.person()?.name.to_lowercase(), it.id)))
        .collect();
    names.sort();
    names
}

pub(super) fn hard_days(journal: &Journal, pages: &[Page]) -> String {
    let hard = [EventKind::Argument, EventKind::Silence, EventKind::NoContact];
    let is_hard = |day: Day| {
        pages
            .iter()
            .any(|(_, it)| it.when.day == day && it.kind.is_some_and(|it| hard.contains(&it)))
    };
    let days = by_day(pages);
    let daily = days.iter().map(|(day, moods)| (*day, middle(moods.clone()).expect("moods")));
    let (one, other): (Vec<_>, Vec<_>) = daily.partition(|(day, _)| is_hard(*day));
    let mut said = two(&one, &other, 5);
    if !said.starts_with("not yet") {
        for (name, id) in names(journal) {
            let with = |days: &[(Day, f64)]| {
                let is_with = |day: Day| {
                    pages.iter().any(|(_, it)| it.when.day == day && people_of(it).contains(&id))
                };
                days.iter().filter(|it| is_with(it.0)).count()
            };
            if with(&one) + with(&other) >= 5 {
                write!(said, "; {name} {} {}", with(&one), with(&other)).expect("a string");
            }
        }
    }
    said
}

pub(super) fn before_after(journal: &Journal, pages: &[Page]) -> String {
    let mut said = Vec::new();
    for (name, id) in names(journal) {
        let all: Vec<f64> = pages
            .iter()
            .filter(|(_, it)| people_of(it).contains(&id))
            .filter_map(|(_, it)| Some(f64::from(it.after?.get()) - f64::from(it.before?.get())))
            .collect();
        let count = |is: fn(f64) -> bool| all.iter().filter(|it| is(**it)).count();
        let n = all.len();
        match n {
            0 => {}
            1..5 => said.push(format!("{name} not yet {n} of 5")),
            _ => said.push(format!(
                "{name} {n} lower {} same {} higher {} middle {:.1}{}{}",
                count(|it| it < 0.0),
                count(|it| it == 0.0),
                count(|it| it > 0.0),
                middle(all.clone()).expect("some"),
                if n < 10 { " small" } else { "" },
                if n > 30 {
                    let each = (-10..=10).map(|at: i32| {
                        let n = all.iter().filter(|it| (**it - f64::from(at)).abs() < 0.5).count();
                        format!(" {n}")
                    });
                    format!(" at{}", each.collect::<String>())
                } else {
                    String::new()
                }
            )),
        }
    }
    said.join("; ")
}

/// The place of a family among the twelve, and its name; what has none comes last.
pub(super) fn family(journal: &Journal, word: &FeelingId) -> (usize, String) {
    for (at, family) in vocabulary().families().iter().enumerate() {
        if family.words().iter().any(|it| it.id() == word) {
            return (at, family.id().to_string());
        }
    }
    for record in journal.records() {
        if let (true, Some(own)) = (record.id.to_string() == word.as_str(), record.feeling()) {
            let at = vocabulary().families().iter().position(|it| *it.id() == own.family);
            return (at.unwrap_or(50), own.family.to_string());
        }
    }
    (99, "none".to_owned())
}

pub(super) fn felt_with(journal: &Journal, pages: &[Page]) -> String {
    let mut said = Vec::new();
    for (name, id) in names(journal) {
        let with: Vec<&Entry> =
            pages.iter().map(|it| &it.1).filter(|it| people_of(it).contains(&id)).collect();
        if with.is_empty() {
            continue;
        }
        let covered = with.iter().filter(|it| it.covered).count();
        let open: Vec<&&Entry> =
            with.iter().filter(|it| !it.covered && !it.feelings.is_empty()).collect();
        if open.len() < 3 {
            said.push(format!("{name} ({covered}) not yet {} of 3", open.len()));
            continue;
        }
        let mut counts: BTreeMap<(usize, String), i64> = BTreeMap::new();
        for word in open.iter().flat_map(|it| words_of(it)) {
            *counts.entry(family(journal, &word)).or_default() += 1;
        }
        let mut counts: Vec<_> =
            counts.into_iter().map(|((at, it), n)| (at == 99, -n, at, it)).collect();
        counts.sort();
        let told: Vec<String> = counts.iter().map(|(_, n, _, it)| format!("{it} {}", -n)).collect();
        said.push(format!("{name} ({covered}) {}: {}", open.len(), told.join(", ")));
    }
    said.join("; ")
}

pub(super) fn fortnights(journal: &Journal, pages: &[Page]) -> String {
    // Weeks since a Monday, two by two.
    let fortnight = |day: Day| day.days_since(Day::FIRST) / 14;
    let mut tags = 0;
    let mut all: BTreeMap<i64, BTreeMap<(usize, String), usize>> = BTreeMap::new();
    for (_, it) in pages {
        for word in words_of(it) {
            tags += 1;
            let it = all.entry(fortnight(it.when.day)).or_default();
            *it.entry(family(journal, &word)).or_default() += 1;
        }
    }
    if tags < 10 {
        return format!("not yet {tags} of 10");
    }
    if all.len() < 2 {
        return format!("not yet {} of 2", all.len());
    }
    let (first, last) = (*all.keys().next().expect("one"), *all.keys().last().expect("one"));
    let line = |n: i64| {
        let counts = all.get(&n).cloned().unwrap_or_default();
        let told: Vec<String> = counts.iter().map(|((_, it), n)| format!("{it} {n}")).collect();
        format!("{} {}", Day::FIRST.plus_days(n * 14).expect("day"), told.join(", "))
    };
    format!("{tags}: {}", (first..=last).map(line).collect::<Vec<_>>().join("; "))
}

pub(super) fn did_got(pages: &[Page]) -> String {
    let both: Vec<(&Vec<Did>, Got)> = pages
        .iter()
        .filter_map(|(_, it)| Some((&it.did, it.got?)))
        .filter(|it| !it.0.is_empty())
        .collect();
    if both.len() < 10 {
        return format!("not yet {} of 10", both.len());
    }
    let mut said = format!("{}", both.len());
    for did in Did::ALL {
        let row: Vec<Got> = both.iter().filter(|it| it.0.contains(did)).map(|it| it.1).collect();
        if row.is_empty() {
            continue;
        }
        let n = |got: Got| row.iter().filter(|it| **it == got).count();
        let list: Vec<String> = Got::ALL.iter().map(|got| n(*got).to_string()).collect();
        write!(said, "; {did:?} {}", list.join(" ")).expect("a string");
        if row.len() >= 5 {
            write!(said, " ({} of {})", n(Got::Better) + n(Got::AsExpected), row.len())
                .expect("a string");
        }
    }
    said
}

pub(super) fn support(pages: &[Page]) -> String {
    let of = |is: fn(u8) -> bool| -> Vec<(Day, f64)> {
        let found = pages.iter().filter(|(_, it)| it.support.is_some_and(|it| is(it.get())));
        found.filter_map(|(_, it)| Some((it.when.day, mood(it)?))).collect()
    };
    two(&of(|it| it >= 3), &of(|it| it <= 1), 5)
}

pub(super) fn times(pages: &[Page]) -> String {
    let days = by_day(pages);
    if days.len() < 14 {
        return format!("not yet {} of 14", days.len());
    }
    let (first, last) = (*days.keys().next().expect("one"), *days.keys().last().expect("one"));
    let weeks = (last.days_since(first) + 1) / 7;
    if weeks < 3 {
        return format!("not yet {weeks} of 3");
    }
    let cell = |moods: Vec<f64>| {
        let n = moods.len();
        format!("{n} {}", shown(if n < 4 { None } else { middle(moods) }))
    };
    let mut said = Vec::new();
    for (from, to) in [(300, 720), (720, 1020), (1020, 1320), (1320, 1440 + 300)] {
        let is_in =
            |minutes: u16| (from..to).contains(&minutes) || (from..to).contains(&(minutes + 1440));
        let part: Vec<Page> =
            pages.iter().filter(|(_, it)| is_in(it.when.time.minutes())).cloned().collect();
        said.push(cell(by_day(&part).into_values().filter_map(middle).collect()));
    }
    for weekday in ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] {
        let of = days.iter().filter(|(day, _)| day.weekday().to_string() == weekday);
        said.push(cell(of.filter_map(|(_, moods)| middle(moods.clone())).collect()));
    }
    said.join(" | ")
}

pub(super) fn around(journal: &Journal, filter: &Filter, event: Id) -> Option<String> {
    let when = journal.get(event)?.event()?.when?;
    let (first, last) = (when.earliest(), when.latest());
    if last.days_since(first) > 30 {
        return None;
    }
    let days = by_day(&pages(journal, filter));
    let within = |from: Day, distance: i64| {
        let gap = days.iter().filter(move |(day, _)| {
            let after = day.days_since(from) * distance;
            (1..=14).contains(&after)
        });
        gap.map(|(day, moods)| (*day, middle(moods.clone()).expect("moods"))).collect::<Vec<_>>()
    };
    Some(two(&within(first, -1), &within(last, 1), 5))
}

pub(super) fn focus_weeks(pages: &[Page], area: Area) -> String {
    let week = |day: Day| day.days_since(Day::FIRST) / 7;
    let of_area: Vec<&Entry> =
        pages.iter().map(|it| &it.1).filter(|it| it.areas.contains(&area)).collect();
    let weeks: BTreeSet<i64> = of_area.iter().map(|it| week(it.when.day)).collect();
    if weeks.len() < 4 {
        return format!("not yet {} of 4", weeks.len());
    }
    let line = |n: i64| {
        let of: Vec<&&Entry> = of_area.iter().filter(|it| week(it.when.day) == n).collect();
        let told = |levels: Vec<f64>| format!("{} {}", levels.len(), shown(middle(levels)));
        let support = of.iter().filter_map(|it| Some(f64::from(it.support?.get()))).collect();
        let connected = of.iter().filter_map(|it| Some(f64::from(it.connected?.get()))).collect();
        let first = Day::FIRST.plus_days(n * 7).expect("day");
        format!("{first} {} / {} / {}", of.len(), told(support), told(connected))
    };
    let (first, last) = (*weeks.first().expect("one"), *weeks.last().expect("one"));
    (first..=last).map(line).collect::<Vec<_>>().join("; ")
}

pub(super) fn sleep(pages: &[Page]) -> String {
    let mut nights: BTreeMap<Day, Vec<f64>> = BTreeMap::new();
    for (_, it) in pages {
        if let Some(hours) = it.wellbeing.sleep_hours {
            nights.entry(it.when.day).or_default().push(f64::from(hours.get()));
        }
    }
    let nights: BTreeMap<Day, f64> =
        nights.into_iter().map(|(day, it)| (day, middle(it).expect("hours"))).collect();
    let own = middle(nights.values().copied().collect());
    let days = by_day(pages);
    let of = |is_short: bool| -> Vec<(Day, f64)> {
        nights
            .iter()
            .filter(|(_, hours)| (**hours < own.expect("nights")) == is_short)
            .filter_map(|(day, _)| Some((*day, middle(days.get(day)?.clone())?)))
            .collect()
    };
    let said = two(&of(true), &of(false), 10);
    if said.starts_with("not yet") { said } else { format!("{}: {said}", shown(own)) }
}

pub(super) fn review(journal: &Journal, pages: &[Page], n_covered: usize) -> String {
    if pages.is_empty() {
        return "nothing".to_owned();
    }
    let moods: Vec<u8> = pages.iter().filter_map(|(_, it)| Some(it.mood?.get())).collect();
    let (low, high) = (moods.iter().min(), moods.iter().max());
    let with = |wanted: Option<&u8>| {
        let is_it = |it: &&Page| {
            low != high && it.1.mood.map(satkarya_core::rating::Mood::get).as_ref() == wanted
        };
        let found = pages.iter().filter(is_it).map(|it| it.0.3.to_string());
        found.take(3).collect::<Vec<_>>().join(" ")
    };
    let people = names(journal).into_iter().filter_map(|(name, id)| {
        let n = pages.iter().filter(|it| people_of(&it.1).contains(&id)).count();
        (n > 0).then(|| format!("{name} {n}"))
    });
    let mut words: BTreeMap<FeelingId, i64> = BTreeMap::new();
    for word in pages.iter().flat_map(|it| words_of(&it.1)) {
        *words.entry(word).or_default() += 1;
    }
    let mut words: Vec<(i64, FeelingId)> = words.into_iter().map(|(it, n)| (-n, it)).collect();
    words.sort();
    let words = words.iter().take(3).map(|(n, it)| format!("{it} {}", -n));
    let ended = pages.iter().filter_map(|(place, it)| {
        let says = it.got.is_some() || !it.did.is_empty() || !it.outcome.is_empty();
        says.then(|| format!("{} {:?} {:?} {}", place.3, it.did, it.got, !it.outcome.is_empty()))
    });
    let days: BTreeSet<Day> = pages.iter().map(|it| it.1.when.day).collect();
    format!(
        "{} on {}, {n_covered} covered; best {}; worst {}; {}; {}; {}",
        pages.len(),
        days.len(),
        with(high),
        with(low),
        people.collect::<Vec<_>>().join(", "),
        words.collect::<Vec<_>>().join(", "),
        ended.collect::<Vec<_>>().join(", ")
    )
}
