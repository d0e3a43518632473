//! What a finding says, as data: sentences, small pictures, grids and a table, and how it is drawn.
//!
//! Role: paragraphs, each part under its heading. What is about one person is put into words here,
//! since it stands on their page and among the patterns.

use leptos::prelude::*;
use satkarya_core::content::vocabulary;
use satkarya_core::pattern::{BeforeAfter, Difference, FamilyCount, FeltWithOne, Finding, Sample};
use satkarya_core::time::Day;

use super::data_table::{DataTable, TableData, open_table};
use super::disclosure::Disclosure;
use super::line_chart::Tick;
use super::saveable::saveable;
use super::shown::Shown;
use super::strips::{Marks, Strip, Strips, strips};
use crate::i18n::dates::{self, DateStyle};
use crate::i18n::{Msg, content_text, msg, t};

/// How many parts are in sight before the rest is folded away.
const SHOWN: usize = 6;
/// How many rows of a table are shown, the latest: a page stays light however long the diary is.
const MOST_ROWS: usize = 60;

/// What a card shows.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Told {
    /// What is said, one part for each person where there are several.
    pub parts: Vec<Part>,
    /// Tables in sight, where they are the picture themselves.
    pub grids: Vec<TableData>,
    /// The numbers behind the picture; without rows there is none.
    pub table: TableData,
    /// What must be known to read it.
    pub notes: Vec<String>,
}

/// A part of it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Part {
    /// Its heading; empty for none.
    pub heading: String,
    /// Where a tap on the heading leads, if it is somebody's name.
    pub person: Option<String>,
    /// The sentences.
    pub said: Vec<String>,
    /// The small picture.
    pub strips: Strips,
    /// What it rests on; empty where the rows of the picture say so themselves.
    pub rests_on: String,
}

impl Part {
    fn has_picture(&self) -> bool {
        self.strips.rows.iter().any(|it| it.marks.is_some())
    }
}

impl Told {
    /// One part without a heading.
    pub fn one(part: Part) -> Self {
        Self { parts: vec![part], ..Self::default() }
    }

    /// How much there is of what is needed, and nothing else.
    pub fn not_yet(have: usize, need: usize) -> Self {
        Self::one(Part { said: vec![not_yet(have, need)], ..Part::default() })
    }
}

/// How much there is of what is needed.
pub fn not_yet(have: usize, need: usize) -> String {
    t(msg::patterns_not_enough_of(have.to_string(), need.to_string()))
}

/// A count as texts take it.
pub fn n(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// The days, the entries and the days with them, in words.
pub fn sample_words(sample: Sample) -> String {
    let date = |day: Day| dates::day(day, DateStyle::Medium);
    let (first, last) = (date(sample.first), date(sample.last));
    t(msg::patterns_rests_on(first, last, n(sample.n_entries), n(sample.n_days)))
}

/// What a finding rests on, in words: its days, its entries, and the days between that have none.
pub fn rests_on(sample: Sample, days_without: fn(i64) -> Msg) -> String {
    format!("{} {}", sample_words(sample), t(days_without(n(sample.n_missing_days()))))
}

/// A change of mood with a real minus, and a plus where it went up.
pub fn change(it: Difference) -> String {
    let tenths = it.tenths();
    signed(dates::number(f64::from(tenths.unsigned_abs()) / 10.0), tenths)
}

fn signed(number: String, value: i16) -> String {
    match value {
        ..0 => format!("−{number}"),
        0 => number,
        _ => format!("+{number}"),
    }
}

/// Before and after in entries with somebody of this name, under no heading.
pub fn before_after(found: &Finding<BeforeAfter>, name: &str) -> Part {
    let found = match found {
        Finding::Enough(found) => found,
        Finding::NotYet { have, need } => {
            return Part { said: vec![not_yet(*have, *need)], ..Part::default() };
        }
    };
    let (n_all, middle) = (n(found.sample.n_entries), change(found.middle));
    let (lower, same, higher) = (n(found.lower), n(found.same), n(found.higher));
    let mut said = t(msg::before_after_said(n_all, name, lower, same, higher, middle));
    if found.is_small() {
        said = format!("{said} {}", t(msg::before_after_small()));
    }
    let strips = changes(found, name).unwrap_or_default();
    let rests_on = sample_words(found.sample);
    Part { said: vec![said], strips, rests_on, ..Part::default() }
}

/// A dot for each change, or a bar for all of one size where they are many. Large changes are rare:
/// without any, the small ones get the room.
fn changes(found: &BeforeAfter, name: &str) -> Option<Strips> {
    const SMALL: i16 = 5;
    const LARGE: i16 = 10;
    let tenths = |it: &Difference| f64::from(it.tenths()) / 10.0;
    let whole = |it: i16| tick(it).label;
    let at_each = || (-LARGE..).zip(&found.counts).filter(|(_, n)| **n > 0).map(|(at, _)| at);
    let is_bars = !found.counts.is_empty();
    let (low, high) = if is_bars {
        (at_each().next()?, at_each().last()?)
    } else {
        let of = |it: &Difference| it.tenths() / 10;
        (found.dots.iter().min().map(of)?, found.dots.iter().max().map(of)?)
    };
    let is_small = low >= -SMALL && high <= SMALL;
    let (from, to) = (whole(low), whole(high));
    let (summary, marks) = if is_bars {
        let left_out = if is_small { usize::from((LARGE - SMALL).unsigned_abs()) } else { 0 };
        let counts = found.counts.get(left_out..found.counts.len() - left_out)?;
        let marks = Marks::Counts(counts.to_vec(), tenths(&found.middle));
        (msg::before_after_summary_bars(name, from, to), marks)
    } else {
        let marks = Marks::Dots(found.dots.iter().map(tenths).collect(), tenths(&found.middle));
        (msg::before_after_summary(name, from, to), marks)
    };
    let scale: &[i16] =
        if is_small { &[-SMALL, 0, SMALL] } else { &[-LARGE, -SMALL, 0, SMALL, LARGE] };
    Some(Strips {
        summary: t(summary),
        rows: vec![Strip { label: String::new(), note: String::new(), marks: Some(marks) }],
        scale: scale.iter().copied().map(tick).collect(),
        ..Strips::default()
    })
}

/// The name of a family; of a newer version it is shown under a name that promises nothing.
pub fn family(it: &FamilyCount) -> String {
    let known = it.family.as_ref().and_then(|id| vocabulary().family(id));
    known.map_or_else(|| t(msg::counts_no_family()), |family| content_text(family.name()))
}

/// Families with their numbers, one after the other.
pub fn families<'a>(all: impl IntoIterator<Item = &'a FamilyCount>) -> String {
    let one = |it: &FamilyCount| t(msg::felt_with_one(family(it), dates::count(it.n)));
    all.into_iter().map(one).collect::<Vec<_>>().join(", ")
}

/// The feelings in entries with somebody of this name, under no heading.
pub fn felt_with(it: &FeltWithOne, name: &str) -> Part {
    let found = match &it.found {
        Finding::Enough(found) => found,
        Finding::NotYet { have, need } => {
            return Part { said: vec![not_yet(*have, *need)], ..Part::default() };
        }
    };
    let is_named = |it: &&FamilyCount| it.family.is_some();
    let most = families(found.families.iter().filter(is_named).take(found.most().count()));
    let counts: Vec<usize> = found.families.iter().map(|it| it.n).collect();
    let all = families(&found.families);
    let strips = Strips {
        summary: t(msg::felt_with_summary(name, &*all)),
        rows: vec![Strip {
            label: String::new(),
            note: all,
            marks: Some(Marks::Parts { most: counts.iter().sum(), counts }),
        }],
        ..Strips::default()
    };
    let day = |day: Day| dates::day(day, DateStyle::Medium);
    let sample = found.sample;
    let mut rests_on =
        t(msg::felt_with_rests_on(n(sample.n_entries), day(sample.first), day(sample.last)));
    if it.n_covered > 0 {
        rests_on = format!("{rests_on}. {}", t(msg::patterns_covered(n(it.n_covered))));
    }
    let said = vec![t(msg::felt_with_said(name, most))];
    Part { said, strips, rests_on, ..Part::default() }
}

/// A mark on the scale of changes.
fn tick(at: i16) -> Tick {
    let number = dates::number(f64::from(at.unsigned_abs()));
    Tick { at: f64::from(at), label: signed(number, at) }
}

/// The rows of a table that are shown: the latest, where there are many.
fn latest(table: &TableData) -> TableData {
    let from = table.rows.len().saturating_sub(MOST_ROWS);
    let rows = table.rows.get(from..).map(<[_]>::to_vec).unwrap_or_default();
    TableData { rows, ..table.clone() }
}

/// The parts, the grids, the table and the notes.
pub fn shown(told: Signal<Told>) -> AnyView {
    let parts = move || {
        let mut first = told.with(|it| it.parts.clone());
        let rest = first.split_off(SHOWN.min(first.len()));
        let more = (!rest.is_empty()).then(|| {
            view! {
                <Disclosure summary=t(msg::common_show_all())>
                    {rest.into_iter().map(part).collect_view()}
                </Disclosure>
            }
        });
        view! {
            {first.into_iter().map(part).collect_view()}
            {more}
        }
    };
    let grids = move || told.with(|it| it.grids.clone()).into_iter().map(open_table).collect_view();
    let notes = move || {
        let notes = told.with(|it| it.notes.clone()).into_iter();
        notes.map(|note| view! { <p class="soft small">{note}</p> }).collect_view()
    };
    let has_picture = Memo::new(move |_| told.with(|it| it.parts.iter().any(Part::has_picture)));
    view! {
        {saveable(view! { <div class="stack">{parts}</div> }.into_any(), has_picture.into())}
        {grids}
        // What is open stays open: only what is inside changes with the entries.
        <Shown when=move || told.with(|it| !it.table.rows.is_empty())>
            <DataTable
                summary=t(msg::patterns_as_table())
                data=Signal::derive(move || told.with(|it| latest(&it.table)))
            />
        </Shown>
        <Shown when=move || told.with(|it| it.table.rows.len() > MOST_ROWS)>
            <p class="soft small">
                {move || t(msg::counts_left_out(told.with(|it| n(it.table.rows.len() - MOST_ROWS))))}
            </p>
        </Shown>
        {notes}
    }
    .into_any()
}

fn part(it: Part) -> AnyView {
    let Part { heading, person, said, strips: rows, rests_on } = it;
    let heading = match (heading.is_empty(), person) {
        (true, _) => ().into_any(),
        (_, None) => view! { <h4>{heading}</h4> }.into_any(),
        (_, Some(href)) => view! {
            <h4>
                <a href=href translate="no" dir="auto">
                    {heading}
                </a>
            </h4>
        }
        .into_any(),
    };
    let said = said.into_iter().map(|words| view! { <p>{words}</p> }).collect_view();
    let rests_on = (!rests_on.is_empty()).then(|| view! { <p class="soft small">{rests_on}</p> });
    view! {
        <div class="stack stack--tight finding__part">
            {heading} {said} {strips(rows)} {rests_on}
        </div>
    }
    .into_any()
}
