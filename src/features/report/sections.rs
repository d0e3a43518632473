//! What can stand on the page, section by section. Every number has its count and its days.

use satkarya_core::circle;
use satkarya_core::content::{self, sheet};
use satkarya_core::course::standing_on;
use satkarya_core::diary::Entry;
use satkarya_core::focus::{self, Rated, formulations, goals};
use satkarya_core::id::Id;
use satkarya_core::journal::Journal;
use satkarya_core::measure::{Line, latest_totals};
use satkarya_core::pattern::{Finding, Middle, middle, named_feelings};
use satkarya_core::people::Ring;
use satkarya_core::rating::Mood;
use satkarya_core::record::Origin;
use satkarya_core::sheet::{Worksheet, worksheets};
use satkarya_core::time::Day;
use satkarya_core::transfer::NumberWords;

use super::patterns::Pattern;
use crate::i18n::dates::{self, DateStyle};
use crate::i18n::{Msg, content_text, labels, measures, msg, names, t};
use crate::ui::parts::Block;
use crate::ui::told::not_yet;

/// How many feelings are named.
const MOST_FEELINGS: usize = 6;
/// How many moments and outcomes are told.
const MOST: usize = 8;
/// How much of a text stands on the page, in characters.
const SOME: usize = 240;

/// A section that can be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Section {
    /// Where they are in their course, and what they work on.
    Course,
    /// The working summary.
    Summary,
    /// The goals.
    Goals,
    /// The moods of the time.
    Mood,
    /// The feelings that were named.
    Feelings,
    /// The patterns that were ticked, one by one.
    Patterns,
    /// Who stands in which ring.
    People,
    /// Starred entries.
    Moments,
    /// What was tried, and how it went.
    Tried,
    /// The latest totals of measures.
    Totals,
}

impl Section {
    /// Every section, in the order of the page.
    pub(super) const ALL: [Self; 10] = [
        Self::Course,
        Self::Summary,
        Self::Goals,
        Self::Mood,
        Self::Feelings,
        Self::Patterns,
        Self::People,
        Self::Moments,
        Self::Tried,
        Self::Totals,
    ];

    /// Its word, for choosing, and its name.
    pub(super) fn named(self) -> (&'static str, Msg) {
        match self {
            Self::Course => ("course", msg::report_course()),
            Self::Summary => ("summary", msg::report_summary()),
            Self::Goals => ("goals", msg::report_goals()),
            Self::Mood => ("mood", msg::report_mood()),
            Self::Feelings => ("feelings", msg::report_feelings()),
            Self::Patterns => ("patterns", msg::report_patterns()),
            Self::People => ("people", msg::report_people()),
            Self::Moments => ("moments", msg::report_moments()),
            Self::Tried => ("tried", msg::report_tried()),
            Self::Totals => ("totals", msg::report_totals()),
        }
    }

    /// Whether words of the person's are in it.
    const fn is_own(self) -> bool {
        matches!(self, Self::Summary | Self::Goals | Self::Moments | Self::Tried)
    }

    /// Whether it is on the page unless somebody takes it off. Totals are there only where somebody
    /// asks for them, and so is what tells most of other people.
    pub(super) const fn is_usual(self) -> bool {
        !matches!(self, Self::Summary | Self::Patterns | Self::People | Self::Totals)
    }
}

/// What is needed to write the page.
pub(super) struct Author<'a> {
    /// All records.
    pub journal: &'a Journal,
    /// The first day it is about.
    pub first: Day,
    /// The last.
    pub last: Day,
    /// Up to when it is told how things stand: the last day, or without an end where that is today.
    pub until: Day,
    /// The patterns that were ticked.
    pub patterns: Vec<Pattern>,
    /// Whether people have their whole names.
    pub in_full: bool,
    /// How a day is written.
    pub date: fn(Day) -> String,
    /// How a number is written.
    pub number: fn(f64) -> String,
}

/// A day as it stands on the page.
pub(super) fn date(day: Day) -> String {
    dates::day(day, DateStyle::Medium)
}

/// Two days, as in “1 Nov to 29 Nov”.
pub(super) fn from_to(first: Day, last: Day) -> String {
    t(msg::report_from_to(date(first), date(last)))
}

/// The words of the table of numbers.
pub(super) fn number_words() -> NumberWords {
    NumberWords {
        day: t(msg::report_numbers_day()),
        what: t(msg::report_numbers_what()),
        value: t(msg::report_numbers_value()),
        entries: t(msg::report_numbers_entries()),
        mood: t(msg::report_numbers_mood()),
    }
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// A text in one line, cut where it is long.
fn short(text: &str) -> String {
    let text = text.trim().replace('\n', " ");
    let cut: String = text.chars().take(SOME).collect();
    if cut.len() < text.len() { format!("{cut}…") } else { cut }
}

impl Author<'_> {
    /// A section with its lines, or with the word that there is nothing.
    pub(super) fn told(&self, section: Section) -> Block {
        let mut lines = match section {
            Section::Course => self.course(),
            Section::Summary => self.summary(),
            Section::Goals => self.goals(),
            Section::Mood => self.mood(),
            Section::Feelings => self.feelings(),
            Section::Patterns => return self.patterns(),
            Section::People => self.people(),
            Section::Moments => self.moments(),
            Section::Tried => self.tried(),
            Section::Totals => self.totals(),
        };
        let is_own = section.is_own() && !lines.is_empty();
        if lines.is_empty() {
            let is_of_time = matches!(
                section,
                Section::Mood | Section::Feelings | Section::Moments | Section::Tried
            );
            let nothing = if is_of_time { msg::report_nothing() } else { msg::sheet_nothing_yet() };
            lines.push(t(nothing));
        }
        Block::new(t(section.named().1), lines, is_own)
    }

    fn name(&self, id: Id) -> String {
        match self.journal.person(id) {
            Some(it) if !self.in_full => names::mark(it.person),
            _ => names::person(id, self.journal),
        }
    }

    fn is_in(&self, day: Day) -> bool {
        (self.first..=self.last).contains(&day)
    }

    /// Own entries of the time that are not covered.
    fn entries(&self) -> impl Iterator<Item = (Id, &Entry)> {
        let all = self.journal.entries_between(self.first, self.last);
        let own = all.filter(|it| it.record.origin == Origin::Own && !it.entry.covered);
        own.map(|it| (it.record.id, it.entry))
    }

    fn patterns(&self) -> Block {
        let mut lines = Vec::new();
        for it in &self.patterns {
            let name = |id| self.name(id);
            let mut label = it.name(self.journal, name);
            for words in it.said(self.journal, name) {
                lines.push((std::mem::take(&mut label), words));
            }
        }
        // Titles of events and whole names are the person's own words.
        Block { title: t(Section::Patterns.named().1), lines, is_own: true }
    }

    fn course(&self) -> Vec<String> {
        let position = standing_on(self.journal, self.until).map(|it| t(labels::position(&it)));
        let works_on = focus::current_on(self.journal, self.until).map(|it| {
            let area = |area| t(labels::area(area));
            match it.second() {
                Some(second) => t(msg::report_focus_two(area(it.main), area(second))),
                None => t(msg::report_focus(area(it.main))),
            }
        });
        position.into_iter().chain(works_on).collect()
    }

    fn summary(&self) -> Vec<String> {
        let latest = formulations(self.journal).into_iter().map(|it| it.1);
        let told = latest.filter(|it| !it.words.is_blank() && it.day <= self.until).take(1);
        told.map(|it| it.words.trim().to_owned()).collect()
    }

    fn goals(&self) -> Vec<String> {
        let told = goals(self.journal, false).into_iter().map(|it| it.1);
        told.filter(|it| !it.text.is_blank() && it.day <= self.until)
            .map(|it| {
                let by_day = |one: &&Rated| one.day;
                let ratings = || it.ratings.iter().filter(|one| one.day <= self.until);
                let ends = ratings().min_by_key(by_day).zip(ratings().max_by_key(by_day));
                match ends.filter(|(first, last)| first.day < last.day) {
                    Some((first, last)) => t(msg::report_goal(
                        it.text.to_string(),
                        first.near.get().to_string(),
                        (self.date)(first.day),
                        last.near.get().to_string(),
                        (self.date)(last.day),
                    )),
                    None => it.text.to_string(),
                }
            })
            .collect()
    }

    fn mood(&self) -> Vec<String> {
        let moods: Vec<Mood> = self.entries().filter_map(|it| it.1.mood).collect();
        let (Some(low), Some(high)) = (moods.iter().min(), moods.iter().max()) else {
            return Vec::new();
        };
        let between = middle(moods.iter().map(|it| Middle::from(*it)));
        let between = between.map(|it| (self.number)(it.value())).unwrap_or_default();
        let (low, high) = (low.get().to_string(), high.get().to_string());
        vec![t(msg::report_mood_said(count(moods.len()), between, low, high))]
    }

    fn feelings(&self) -> Vec<String> {
        let ids: Vec<Id> = self.entries().map(|it| it.0).collect();
        let found = match named_feelings(self.journal, &ids) {
            Finding::Enough(found) => found,
            Finding::NotYet { have: 0, .. } => return Vec::new(),
            Finding::NotYet { have, need } => return vec![not_yet(have, need)],
        };
        let said = found
            .feelings
            .iter()
            .take(MOST_FEELINGS)
            .map(|(id, n)| t(msg::report_times(names::feeling(id, self.journal), count(*n))));
        vec![t(msg::report_feelings_said(
            count(found.n_named),
            said.collect::<Vec<_>>().join(", "),
        ))]
    }

    fn people(&self) -> Vec<String> {
        let all: Vec<(Id, Option<Ring>)> = circle::people(self.journal)
            .into_iter()
            .map(|(id, person)| (id, person.stands()))
            .collect();
        let of = |ring: &Ring| {
            let there = all.iter().filter(|it| it.1 == Some(*ring)).map(|it| self.name(it.0));
            let there = there.collect::<Vec<_>>().join(", ");
            let name = t(labels::ring(*ring));
            (!there.is_empty()).then(|| t(msg::sheet_told_part(name, there)))
        };
        let mut lines: Vec<String> = Ring::ALL.iter().filter_map(of).collect();
        // Where people stood on an earlier day is not kept for every day.
        if !lines.is_empty() && self.until != Day::LAST {
            lines.push(t(msg::report_people_now()));
        }
        lines
    }

    fn moments(&self) -> Vec<String> {
        let mut starred: Vec<&Entry> = self.entries().map(|it| it.1).filter(|it| it.star).collect();
        starred.drain(..starred.len().saturating_sub(MOST));
        let line = |it: &Entry| {
            let day = (self.date)(it.when.day);
            let words = it.texts().next().map(short).filter(|it| !it.is_empty());
            let mood = it.mood.map(|mood| t(labels::mood(mood)));
            let felt = it.feelings.iter().map(|it| names::feeling(&it.id, self.journal));
            let felt = Some(felt.collect::<Vec<_>>().join(", ")).filter(|it| !it.is_empty());
            let quiet = it.quiet.then(|| t(msg::entry_quiet()));
            let words = words.or(mood).or(felt).or(quiet).unwrap_or_default();
            let with = it.people.iter().map(|id| self.name(*id)).collect::<Vec<_>>().join(", ");
            let said = if words.is_empty() { day } else { t(msg::sheet_told_part(day, words)) };
            if with.is_empty() { said } else { format!("{said} · {}", t(msg::worked_with(with))) }
        };
        starred.into_iter().map(line).collect()
    }

    fn tried(&self) -> Vec<String> {
        let of_time = worksheets(self.journal).into_iter().filter(|(_, it)| {
            let is_review = matches!(it.sheet.as_str(), "after" | "contact");
            is_review && self.is_in(it.day) && !(it.mine || it.aside || it.is_held(self.journal))
        });
        let line = |it: &Worksheet| {
            let happened = short(it.answers.text("happened"));
            let field = sheet(it.sheet.as_str())?.field("compared")?;
            let compared = it.answers.text("compared");
            let option = field.options.iter().find(|it| it.id.as_str() == compared);
            let option = option.map(|it| content_text(&it.text));
            let parts = [Some(happened).filter(|it| !it.is_empty()), option];
            let said = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
            let day = (self.date)(it.day);
            (!said.is_empty()).then(|| t(msg::sheet_told_part(day, said)))
        };
        of_time.filter_map(|(_, it)| line(it)).take(MOST).collect()
    }

    fn totals(&self) -> Vec<String> {
        let latest = latest_totals(self.journal, content::measures(), self.until);
        let latest = latest.into_iter();
        latest
            .map(|it| {
                let total = t(measures::line(Line::Total {
                    total: it.latest.total,
                    most: it.measure.most(),
                }));
                let day = (self.date)(it.latest.day());
                let change = it.change.map(|change| t(measures::change(change)));
                let title = content_text(&it.measure.title);
                let head = t(msg::sheet_told_part(title, format!("{total} ({day})")));
                [Some(head), change].into_iter().flatten().collect::<Vec<_>>().join(" · ")
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use satkarya_core::content;
    use satkarya_core::diary::{Entry, Feeling, When};
    use satkarya_core::people::Person;
    use satkarya_core::record::{Body, Record};
    use satkarya_core::sheet::{Slot, Worksheet};
    use satkarya_core::stamp::StampClock;
    use satkarya_core::text::{Name, Note};
    use satkarya_core::time::{Now, Offset, Zone};

    use super::*;

    /// 29 November 2026, noon.
    const NOW: u64 = 1_795_953_600_000;

    fn load(journal: &mut Journal, n: u8, body: Body) -> Id {
        let id = Id::from_bytes([n; 16]);
        journal.load(Record::new(id, StampClock::new(1).tick(NOW + u64::from(n)), body));
        id
    }

    fn entry(ago: u64, mood: u8, words: &str) -> Entry {
        let ms = NOW - ago * 86_400_000;
        let mut it =
            Entry::new(When::from(&Now { ms, offset: Offset::UTC, zone: Zone::default() }));
        it.mood = Some(Mood::nearest(mood));
        it.what = Note::cut(words);
        it.star = true;
        it
    }

    fn author(journal: &Journal, in_full: bool) -> Author<'_> {
        let day = |text: &str| text.parse().expect("a day");
        let (first, last) = (day("2026-11-01"), day("2026-11-29"));
        let (date, number) = (|day: Day| day.to_string(), |n: f64| format!("{n}"));
        Author { journal, first, last, until: last, patterns: Vec::new(), in_full, date, number }
    }

    #[test]
    fn the_page_tells_what_is_in_its_time_and_nothing_that_is_covered() {
        let mut journal = Journal::new();
        let asha = load(&mut journal, 1, Body::Person(Person::new(Name::cut("Asha Kumar"))));
        let mut lunch = entry(2, 3, "Lunch was hard");
        lunch.people = vec![asha];
        let covered = Entry { covered: true, ..entry(3, 0, "Nobody knows") };
        let all = [lunch, entry(5, 6, "A walk"), covered, entry(40, 9, "Long ago")];
        for (n, mut it) in (2..).zip(all) {
            let hurt = content::vocabulary().words().next().expect("a word").id().clone();
            it.feelings = vec![Feeling { id: hurt, strength: None }];
            load(&mut journal, n, Body::Entry(it));
        }
        let mut made = Worksheet::new(
            "after".to_owned().try_into().expect("a sheet"),
            "2026-11-28".parse().expect("a day"),
        );
        made.answers.set_text(Slot::of("happened"), "She said Tuesday");
        made.answers.set_text(Slot::of("compared"), "better");
        load(&mut journal, 9, Body::Sheet(made.clone()));
        load(&mut journal, 10, Body::Sheet(Worksheet { mine: true, ..made }));
        let said = |section: Section, in_full: bool| {
            let told = author(&journal, in_full).told(section);
            told.lines.into_iter().map(|it| it.1).collect::<Vec<_>>()
        };
        assert_eq!(
            said(Section::Mood, false),
            ["2 entries with a mood: middle 4.5, lowest 3, highest 6."]
        );
        assert_eq!(
            said(Section::Moments, false),
            ["2026-11-24: A walk", "2026-11-27: Lunch was hard · with AK"]
        );
        assert_eq!(said(Section::Moments, true)[1], "2026-11-27: Lunch was hard · with Asha Kumar");
        assert_eq!(
            said(Section::Tried, false),
            ["2026-11-28: She said Tuesday · Better than I expected"]
        );
        assert_eq!(said(Section::Feelings, false), ["Not enough yet: 2 of 3"]);
        for section in [Section::Goals, Section::Totals, Section::People] {
            assert_eq!(said(section, false), ["Nothing there yet."], "{section:?}");
        }
        println!(
            "sections of a page to show, with what is covered, old or for oneself left out: 7"
        );
    }
}
