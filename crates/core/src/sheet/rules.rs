//! Rules about worksheets that are more than conditions: pacing, safety, the ladder, what is asked
//! again later.

use std::collections::BTreeSet;

use super::{Row, Worksheet, latest, links_to, worksheets};
use crate::content::{SheetGate, sheet_groups};
use crate::diary::Area;
use crate::focus;
use crate::id::Id;
use crate::journal::Journal;
use crate::pattern::{Middle, middle};
use crate::people::{Safe, Status};
use crate::rating::Mood;
use crate::record::Origin;
use crate::time::{Day, FuzzyDay};

/// Months after a loss in which it is early.
///
/// # Source
/// The project's guide to bereavement: strong grief in the first half year is natural.
const EARLY_MONTHS: i32 = 6;
/// After so many days a relationship that is taken up again is asked about anew.
const ASK_AGAIN_DAYS: i64 = 60;
/// Tries of a rung until the next one is suggested.
pub const ENOUGH_TRIES: u8 = 2;
/// How many days after a plan was rehearsed or tried it is asked about. Our own number.
const ASK_DAYS: i64 = 42;
/// Days before a hard date on which it is spoken of.
const DAYS_BEFORE: i64 = 7;
/// In how many answers a word must be to be a thread.
const SEVERAL: usize = 2;
/// How many entries are brought to a session.
const MOST_BROUGHT: usize = 3;
/// The most such words.
const MOST_WORDS: usize = 8;

/// Whether a loss is so young that strong grief needs no tool: of a person who died; where nobody
/// is named, of the loss in the latest questions, or of whoever died last.
pub fn is_early_grief(journal: &Journal, person: Option<Id>, today: Day) -> bool {
    let died = |id| journal.person(id).and_then(|it| it.person.died_when);
    let told = || focus::reflections(journal).first().and_then(|(_, it)| it.loss);
    let when = match person {
        Some(id) => died(id),
        None => told().or_else(|| {
            let all = journal.others().filter(|it| it.origin == Origin::Own);
            all.filter_map(|it| it.person()?.died_when).max_by_key(|it| it.latest())
        }),
    };
    // Whoever knows only the year may be near it: the latest day that may be meant counts.
    let is_near =
        |when: FuzzyDay| when.latest().plus_months(EARLY_MONTHS).is_some_and(|end| today < end);
    when.is_some_and(is_near)
}

/// Whether being safe with a person must be asked before a worksheet about a difficult relationship,
/// or any that is for two while somebody works on one: once for each person, and anew where the two
/// have not been worked on for a while.
pub fn asks_safety(journal: &Journal, id: Id, it: &Worksheet, today: Day) -> bool {
    let Some(sheet) = it.asked().filter(|it| it.gate == Some(SheetGate::Safety)) else {
        return false;
    };
    let works_on_one = || {
        let now = focus::current(journal);
        now.is_some_and(|it| it.main == Area::Dispute || it.second() == Some(Area::Dispute))
    };
    // Also where the questions told of fear, whoever it is of.
    let is_asked = sheet.group.as_str() == "dispute"
        || works_on_one()
        || focus::safety_first(journal).is_some();
    if !is_asked {
        return false;
    }
    let Some(person) = it.with() else { return it.safe.is_none() };
    let Some(found) = journal.person(person) else { return false };
    // What was said once holds until it is taken back on purpose, and is not asked away.
    if found.person.feels_unsafe() {
        return false;
    }
    if found.person.safe.is_none() {
        return true;
    }
    let is_gated = |it: &Worksheet| it.asked().is_some_and(|it| it.gate.is_some());
    let is_long_ago = |day: Day| today.days_since(day) > ASK_AGAIN_DAYS;
    // The days on which the two were worked on: that this sheet was begun today is none of them.
    let own = it
        .safe
        .map(|_| it.safe_on.unwrap_or(it.day))
        .or(Some(it.day).filter(|it| is_long_ago(*it)));
    let others = worksheets(journal)
        .into_iter()
        .filter(|(other, it)| *other != id && it.with() == Some(person) && is_gated(it))
        .map(|(_, it)| it.safe_on.map_or(it.day, |on| on.max(it.day)));
    others.chain(own).max().is_some_and(is_long_ago)
}

/// The rung to try next: of those with less than two tries the lowest, by how hard it is.
pub fn next_rung(it: &Worksheet) -> Option<(usize, Row<'_>)> {
    let rungs = it.answers.rows("rungs").enumerate();
    let open = rungs.filter(|(_, row)| {
        !row.text("action").trim().is_empty() && row.number("tries").unwrap_or(0) < ENOUGH_TRIES
    });
    open.min_by_key(|(n, row)| (row.number("hard").unwrap_or(u8::MAX), *n))
}

/// What was expected and not said aloud, by its topic.
pub fn unsaid(it: &Worksheet) -> Vec<&str> {
    let rows = it.answers.rows("hopes");
    let unsaid = rows.filter(|row| row.is_filled() && row.text("said") != "yes");
    unsaid
        .map(
            |row| {
                if row.text("mine").trim().is_empty() {
                    row.text("topic")
                } else {
                    row.text("mine")
                }
            },
        )
        .filter(|text| !text.trim().is_empty())
        .collect()
}

/// Words that come up in several rows of the latest review, the most frequent first: somebody's own
/// words, of five letters or more, counted once a row.
pub fn repeated(journal: &Journal) -> Vec<(String, usize)> {
    let Some((_, review)) = latest(journal, "review") else { return Vec::new() };
    let mut counts: Vec<(String, usize)> = Vec::new();
    for row in review.answers.rows("people") {
        let columns = ["wrong", "did", "they", "ended", "good"];
        let text = columns.map(|it| row.text(it).to_lowercase()).join(" ");
        let words = text.split(|c: char| !c.is_alphanumeric());
        let words: BTreeSet<&str> = words.filter(|it| it.chars().count() >= 5).collect();
        for word in words {
            match counts.iter_mut().find(|it| it.0 == word) {
                Some(known) => known.1 += 1,
                None => counts.push((word.to_owned(), 1)),
            }
        }
    }
    counts.retain(|it| it.1 >= SEVERAL);
    counts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    counts.truncate(MOST_WORDS);
    counts
}

/// Lines of speech that stand in a worksheet.
pub fn said_lines(it: &Worksheet) -> usize {
    it.answers.rows("lines").filter(|row| row.is_filled()).count()
}

/// Something that was tried, and of which nobody has said yet how it went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ask {
    /// The plan of the conversation.
    pub plan: Id,
    /// With whom.
    pub with: Option<Id>,
    /// The entry after it in which that person is, if there is one.
    pub entry: Option<Id>,
}

/// What to ask about: the latest plan that was tried, or that was rehearsed and after which the
/// diary tells of a contact, and that has no review.
///
/// Somebody who died or was put away is not asked about, nor anything older than six weeks.
pub fn how_it_went(journal: &Journal, today: Day) -> Option<Ask> {
    worksheets(journal).into_iter().filter(|(_, it)| it.sheet.as_str() == "words").find_map(
        |(plan, it)| {
            let says = |it: &Worksheet| {
                let told = ["happened", "asked", "compared", "response", "learned"];
                told.iter().any(|field| !it.answers.text(field).trim().is_empty())
            };
            let is_reviewed = links_to(journal, plan)
                .iter()
                .any(|(_, it)| it.sheet.as_str() == "after" && (says(it) || it.aside));
            let is_past = it
                .with()
                .and_then(|id| journal.person(id))
                .is_some_and(|it| it.person.archived || it.person.status == Status::Died);
            if is_reviewed || is_past || it.aside || it.is_held(journal) {
                return None;
            }
            let tried: Option<Day> = it.answers.text("tried").parse().ok();
            let since = tried.or_else(|| it.answers.text("rehearsed").parse().ok())?;
            if today.days_since(since) > ASK_DAYS {
                return None;
            }
            let with = it.with();
            let entry = with.and_then(|person| {
                let after = journal.entries_between(since, Day::LAST);
                let is_with = |it: &crate::journal::EntryRef<'_>| {
                    it.entry.people.contains(&person)
                        && journal.get(plan).is_some_and(|plan| it.record.created > plan.created)
                };
                after.filter(is_with).map(|it| it.record.id).next_back()
            });
            (tried.is_some() || entry.is_some()).then_some(Ask { plan, with, entry })
        },
    )
}

/// How predictions turned out, of the reviews that say so.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Prediction {
    /// Better than expected.
    pub better: usize,
    /// About as expected.
    pub same: usize,
    /// Worse than expected.
    pub worse: usize,
}

impl Prediction {
    /// How many reviews there are before anything is said.
    pub const LEAST: usize = 5;

    /// How many reviews say how it turned out.
    pub fn n(self) -> usize {
        self.better + self.same + self.worse
    }
}

/// The reviews that say how something turned out, the latest first, with their days: all of them,
/// or those that are about a person.
fn reviews(journal: &Journal, person: Option<Id>) -> impl Iterator<Item = (Day, &str)> {
    let is_review = |it: &Worksheet| matches!(it.sheet.as_str(), "after" | "contact");
    let is_about = move |it: &Worksheet| person.is_none_or(|id| it.with() == Some(id));
    worksheets(journal)
        .into_iter()
        .filter(move |(_, it)| is_review(it) && is_about(it))
        .map(|(_, it)| (it.day, it.answers.text("compared")))
        .filter(|(_, compared)| matches!(*compared, "better" | "same" | "worse"))
}

/// Counts how predictions turned out, of all reviews or of those that name a person.
pub fn predictions(journal: &Journal, person: Option<Id>) -> Prediction {
    let mut counts = Prediction::default();
    for (_, compared) in reviews(journal, person) {
        match compared {
            "better" => counts.better += 1,
            "same" => counts.same += 1,
            _ => counts.worse += 1,
        }
    }
    counts
}

/// The first and the last day of the reviews that [`predictions`] counts.
pub fn predicted_between(journal: &Journal, person: Option<Id>) -> Option<(Day, Day)> {
    let days: Vec<Day> = reviews(journal, person).map(|it| it.0).collect();
    Some((*days.iter().min()?, *days.iter().max()?))
}

/// The hard dates that somebody asked to be reminded of and that come within a week: the worksheet
/// and the next day on which each is.
pub fn hard_dates(journal: &Journal, today: Day) -> Vec<(Id, Day)> {
    let mut found = Vec::new();
    for (id, it) in worksheets(journal) {
        for row in it.answers.rows("dates") {
            let wanted = row.value("remind").and_then(serde_json::Value::as_bool) == Some(true);
            let Some(day) = row.text("day").parse::<Day>().ok().filter(|_| wanted) else {
                continue;
            };
            // 29 February is spoken of on the 28th where there is none; and a day to come is not
            // one of this year already.
            let in_year = |year: i32| day.plus_months(12 * (year - day.year()));
            let next = [today.year(), today.year() + 1, day.year()].into_iter().filter_map(in_year);
            let next = next.filter(|it| *it >= today.max(day)).min();
            if let Some(next) = next.filter(|it| it.days_since(today) <= DAYS_BEFORE) {
                found.push((id, next));
            }
        }
    }
    found.sort_by_key(|(_, day)| *day);
    found
}

/// Whether every sheet of the round of a group was done once.
pub fn is_cycle_done(journal: &Journal, group: &str) -> bool {
    let Some(group) = sheet_groups().iter().find(|it| it.id.as_str() == group) else {
        return false;
    };
    let all = worksheets(journal);
    let is_done = |id: &crate::content::SheetId| {
        all.iter().any(|(_, it)| it.sheet == *id && it.is_done(journal))
    };
    !group.cycle.is_empty() && group.cycle.iter().all(is_done)
}

/// Whether an answer about being safe holds back what is for two who are safe.
pub fn tells_unsafe(safe: Safe) -> bool {
    matches!(safe, Safe::NotAlways | Safe::No)
}

/// The mood of the entries since the last session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Since {
    /// The first day that counts.
    pub from: Day,
    /// Whether that is the day of a session; otherwise it is a week ago.
    pub is_session: bool,
    /// How many entries have a mood.
    pub n: usize,
    /// The lowest, the middle and the highest; none without such an entry.
    pub moods: Option<(Mood, Middle, Mood)>,
}

/// The mood since the last session that took place, or of the last week where there was none.
pub fn since_last_session(journal: &Journal, today: Day) -> Since {
    let last = journal.course().and_then(|course| {
        let mut sessions = journal.sessions_of(course.record.id);
        sessions.rfind(|it| it.session.counts() && it.session.day <= today)
    });
    let week = today.plus_days(-7).unwrap_or(Day::FIRST);
    let from = last.as_ref().map_or(week, |it| it.session.day);
    let own = journal.entries_between(from, today).filter(|it| it.record.origin == Origin::Own);
    let moods: Vec<Mood> = own.filter_map(|it| it.entry.mood).collect();
    let ends = moods.iter().min().copied().zip(moods.iter().max().copied());
    let between = middle(moods.iter().map(|it| Middle::from(*it)));
    let moods_told = ends.zip(between).map(|((low, high), middle)| (low, middle, high));
    Since { from, is_session: last.is_some(), n: moods.len(), moods: moods_told }
}

/// The entries to bring to a session: starred since the last one, not covered, the latest three,
/// oldest first.
pub fn to_bring(journal: &Journal, today: Day) -> Vec<Id> {
    let from = since_last_session(journal, today).from;
    let starred = journal
        .entries_between(from, today)
        .filter(|it| it.entry.star && !it.entry.covered && it.record.origin == Origin::Own);
    let mut ids: Vec<Id> = starred.map(|it| it.record.id).collect();
    ids.drain(..ids.len().saturating_sub(MOST_BROUGHT));
    ids
}

/// The worksheets to bring to the next session: marked, and begun or changed since the last one.
/// What is for nobody else, or held back, is not among them.
pub fn brought(journal: &Journal, today: Day) -> Vec<(Id, &Worksheet)> {
    let from = since_last_session(journal, today).from;
    let is_of_now = |id: Id, it: &Worksheet| {
        it.day >= from
            || journal.get(id).is_some_and(|it| changed_on(it.changed.ms()) >= Some(from))
    };
    let marked = worksheets(journal).into_iter();
    marked
        .filter(|(id, it)| it.bring && !it.mine && !it.is_held(journal) && is_of_now(*id, it))
        .collect()
}

/// The day of a moment, in the middle of the world: near enough for what is of now.
fn changed_on(ms: u64) -> Option<Day> {
    let days = i64::try_from(ms / 86_400_000).ok()?;
    "1970-01-01".parse::<Day>().ok()?.plus_days(days)
}
