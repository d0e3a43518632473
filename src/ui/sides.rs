//! Two groups beside each other, in words: harder days and others, support, sleep, an event. They stand
//! among the patterns, and on the page to show.
//!
//! Role: data for [`super::told`]. Keys: none.

use satkarya_core::journal::Journal;
use satkarya_core::pattern::{Compared, Group, HardDays, Middle, SleepMood};

use super::data_table::TableData;
use super::line_chart::Tick;
use super::strips::{Marks, Strip, Strips};
use super::told::{Part, Told, n, sample_words};
use crate::i18n::{Msg, dates, msg, names, t};

/// The marks of a scale of moods.
pub fn moods() -> Vec<Tick> {
    [0.0, 5.0, 10.0].into_iter().map(|at| Tick { at, label: dates::number(at) }).collect()
}

/// The words of a comparison.
struct Words {
    title: Msg,
    /// The sentence: number and middle of the one, then of the other.
    said: fn(i64, String, i64, String) -> Msg,
    /// The sentence for screen readers: lowest and highest of the one, then of the other.
    summary: fn(String, String, String, String) -> Msg,
    one: Msg,
    other: Msg,
    /// What is counted.
    counted: Msg,
}

fn value(middle: Middle) -> String {
    dates::number(middle.value())
}

fn told(days: &Compared, words: Words) -> Told {
    let groups = match days {
        Compared::Enough(groups) => groups,
        Compared::NotYet { one, other, need } => return Told::not_yet(*one.min(other), *need),
    };
    let (one, other) = (&groups.one, &groups.other);
    let ends = |it: &Group| {
        let end = |it: Option<&Middle>| it.map(|it| value(*it));
        end(it.dots.iter().min()).zip(end(it.dots.iter().max()))
    };
    // Beyond thirty values single dots say nothing more: the numbers alone do.
    let dots = ends(one).zip(ends(other));
    let sentence = t((words.said)(n(one.n), value(one.middle), n(other.n), value(other.middle)));
    // Where only one side has its dots, the sentence says what there is to say of both.
    let summary = dots.map_or_else(
        || sentence.clone(),
        |((low, high), (other_low, other_high))| {
            t((words.summary)(low, high, other_low, other_high))
        },
    );
    let (one_name, other_name) = (t(words.one), t(words.other));
    let strip = |label: &str, it: &Group| Strip {
        label: label.to_owned(),
        note: sample_words(it.sample),
        marks: (!it.dots.is_empty()).then(|| {
            Marks::Dots(it.dots.iter().map(|dot| dot.value()).collect(), it.middle.value())
        }),
    };
    let row =
        |label: &str, it: &Group| vec![label.to_owned(), dates::count(it.n), value(it.middle)];
    let said = vec![sentence];
    let rows = vec![strip(&one_name, one), strip(&other_name, other)];
    let table = TableData {
        caption: t(words.title),
        columns: vec![t(msg::counts_name()), t(words.counted), t(msg::mood_line_mood())],
        rows: vec![row(&one_name, one), row(&other_name, other)],
    };
    let strips = Strips { summary, rows, scale: moods(), ..Strips::default() };
    Told { table, ..Told::one(Part { said, strips, ..Part::default() }) }
}

/// Days with a difficult moment and other days, and who was named on them.
pub fn hard_days(found: &HardDays, journal: &Journal) -> Told {
    let mut told = told(
        &found.days,
        Words {
            title: msg::hard_days_title(),
            said: |n, mood, others, other| msg::hard_days_said(n, mood, others, other),
            summary: |low, high, other_low, other_high| {
                msg::hard_days_summary(low, high, other_low, other_high)
            },
            one: msg::hard_days_hard(),
            other: msg::hard_days_other(),
            counted: msg::day_times_days(),
        },
    );
    let person = |it: &satkarya_core::pattern::DaysWith| {
        t(msg::hard_days_person(names::person(it.id, journal), n(it.n_hard), n(it.n_other)))
    };
    if !found.people.is_empty() {
        let said = found.people.iter().map(person).collect();
        told.parts.push(Part { heading: t(msg::hard_days_people()), said, ..Part::default() });
        told.notes.push(t(msg::hard_days_people_note()));
    }
    told
}

/// Entries with support and with little.
pub fn support(found: &Compared) -> Told {
    told(
        found,
        Words {
            title: msg::support_mood_title(),
            said: |n, mood, others, other| msg::support_mood_said(n, mood, others, other),
            summary: |low, high, other_low, other_high| {
                msg::support_mood_summary(low, high, other_low, other_high)
            },
            one: msg::support_mood_much(),
            other: msg::support_mood_little(),
            counted: msg::mood_line_entries(),
        },
    )
}

/// Days after shorter nights and after others.
pub fn sleep(found: &SleepMood) -> Told {
    let mut told = told(
        &found.days,
        Words {
            title: msg::sleep_mood_title(),
            said: |n, mood, others, other| msg::sleep_mood_said(n, mood, others, other),
            summary: |low, high, other_low, other_high| {
                msg::sleep_mood_summary(low, high, other_low, other_high)
            },
            one: msg::sleep_mood_short(),
            other: msg::sleep_mood_long(),
            counted: msg::day_times_days(),
        },
    );
    told.notes.extend(found.hours.map(|hours| t(msg::sleep_mood_hours(value(hours)))));
    told
}

/// Days before an event and after it.
pub fn around(days: &Compared) -> Told {
    told(
        days,
        Words {
            title: msg::around_title(),
            said: |n, mood, others, other| msg::around_said(mood, n, other, others),
            summary: |low, high, other_low, other_high| {
                msg::around_summary(low, high, other_low, other_high)
            },
            one: msg::around_before(),
            other: msg::around_after(),
            counted: msg::day_times_days(),
        },
    )
}
