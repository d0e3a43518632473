//! Where everything lies in the picture: time goes down, in rows of one line of text.
//!
//! A year is as high as what is named in it needs, and a run of years in which nothing changes is
//! folded into one row. Within a year, and within a fold, time goes evenly. So sixty events of
//! twenty years have a line each, and nothing is drawn over a name.

use std::ops::Range;

use super::{Item, Sort, Window};
use crate::pattern::MonthMood;
use crate::rating::Mood;
use crate::time::{Day, Month};

/// How many dots can stand beside each other.
pub const LANES: u8 = 4;
/// The least room between two dots of a lane, in rows.
const ROOM: f64 = 0.6;
/// From how many quiet years in a row on they are folded.
const FOLD_FROM: usize = 3;
/// How many rows a picture has that is nearly empty.
const FEWEST_ROWS: u32 = 8;
/// The most rows that a year has which does not need them.
const MOST_IDLE: u32 = 4;
/// The least height of a mood band, in rows.
const LEAST_BAND: f64 = 0.4;

/// A year, or folded years, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Years {
    /// The first.
    pub first: i32,
    /// The last: the same, unless years are folded.
    pub last: i32,
}

/// A piece of the axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    /// Which years.
    pub years: Years,
    /// Its first row.
    pub top: u32,
    /// How many rows it has.
    pub height: u32,
}

/// Something that has a line in the picture.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dot {
    /// Its place among the items.
    pub item: usize,
    /// The row of its name.
    pub row: u32,
    /// Where its midpoint lies, in rows from the top.
    pub y: f64,
    /// The time that is meant, in rows from the top.
    pub span: (f64, f64),
    /// In which lane it stands, below [`LANES`].
    pub lane: u8,
}

/// A mood band.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Band {
    /// Its place among the items.
    pub item: usize,
    /// From where to where it goes, in rows from the top.
    pub span: (f64, f64),
    /// The mood.
    pub level: Mood,
}

/// The picture.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Picture {
    /// The axis from its top to its bottom.
    pub blocks: Vec<Block>,
    /// One for each item that is named, top to bottom.
    pub dots: Vec<Dot>,
    /// The mood bands.
    pub bands: Vec<Band>,
    /// The window, in rows from the top.
    pub window: Option<(f64, f64)>,
    /// The pieces of the mood line: share of the lane's width, and rows from the top.
    pub mood: Vec<Vec<(f64, f64)>>,
}

impl Picture {
    /// How many rows there are.
    pub fn n_rows(&self) -> u32 {
        self.blocks.last().map_or(0, |block| block.top + block.height)
    }

    /// Where a day lies, in rows from the top.
    pub fn y(&self, day: Day) -> f64 {
        let holds = |block: &&Block| day.year() <= block.years.last;
        let Some(block) = self.blocks.iter().find(holds) else {
            return f64::from(self.n_rows());
        };
        f64::from(block.top) + f64::from(block.height) * block.years.share(day)
    }

    fn rows(&self, span: (Day, Day)) -> (f64, f64) {
        (self.y(span.0), self.y(span.1))
    }
}

impl Years {
    /// Which share of the years has passed on a day.
    #[expect(clippy::cast_precision_loss, reason = "the calendar has fewer than 2^52 days")]
    fn share(self, day: Day) -> f64 {
        let begin = Day::new(self.first, 1, 1).unwrap_or(Day::FIRST);
        let end = Day::new(self.last, 12, 31).unwrap_or(Day::LAST);
        let length = end.days_since(begin) + 1;
        (day.days_since(begin) as f64 / length as f64).clamp(0.0, 1.0)
    }
}

/// Whether an item has a line of its own in the picture.
fn is_named(item: &Item) -> bool {
    item.sort != Sort::Band
}

/// Draws what is dated; none if nothing is. `items` come in the order of the timeline.
pub fn picture(
    items: &[Item],
    window: Option<Window>,
    today: Day,
    months: &[MonthMood],
) -> Option<Picture> {
    let blocks = axis(items, window, today, months)?;
    let mut picture = Picture { blocks, ..Picture::default() };
    picture.dots = dots(&picture, items);
    picture.bands = items
        .iter()
        .enumerate()
        .filter(|(_, it)| it.sort == Sort::Band)
        .filter_map(|(item, it)| {
            let (top, bottom) = picture.rows(it.span()?);
            let bottom = bottom.max(top + LEAST_BAND).min(f64::from(picture.n_rows()));
            Some(Band { item, span: (top.min(bottom - LEAST_BAND), bottom), level: it.level? })
        })
        .collect();
    picture.window = window.map(|it| picture.rows((it.first, it.last)));
    picture.mood = mood(&picture, months);
    Some(picture)
}

/// The years from the first that is named to the last, and which of them are folded.
fn axis(
    items: &[Item],
    window: Option<Window>,
    today: Day,
    months: &[MonthMood],
) -> Option<Vec<Block>> {
    let spans: Vec<(Day, Day)> = items.iter().filter_map(Item::span).collect();
    let first = spans.iter().map(|it| it.0).min()?;
    let last = spans.iter().map(|it| it.1).max()?;
    let named: Vec<i32> = items
        .iter()
        .filter(|it| is_named(it))
        .filter_map(|it| it.when)
        .map(|when| when.midpoint().year())
        .collect();
    // In these years something begins, ends or is told.
    let mut busy: Vec<i32> = spans
        .iter()
        .copied()
        .chain(window.map(|it| (it.first, it.last)))
        .flat_map(|(first, last)| [first.year(), last.year()])
        .chain(months.iter().map(|it| it.month.year()))
        .chain(named.iter().copied())
        .chain([first.year(), last.year(), today.year()])
        .collect();
    busy.sort_unstable();
    busy.dedup();
    let mut pieces: Vec<Years> = Vec::new();
    let mut next: Option<i32> = None;
    for year in busy {
        let quiet = next.map_or(0..0, |next| next..year);
        pieces.extend(quiet_years(quiet));
        pieces.push(Years { first: year, last: year });
        next = Some(year + 1);
    }
    let n_pieces = u32::try_from(pieces.len()).unwrap_or(u32::MAX).max(1);
    let idle = FEWEST_ROWS.div_ceil(n_pieces).clamp(1, if n_pieces == 1 { 8 } else { MOST_IDLE });
    let mut top = 0;
    let block = |years: Years| {
        let is_in = |year: &&i32| (years.first..=years.last).contains(*year);
        let n_named = u32::try_from(named.iter().filter(is_in).count()).unwrap_or(u32::MAX);
        let height = if years.first == years.last { n_named.max(idle) } else { 1 };
        let block = Block { years, top, height };
        top += height;
        block
    };
    Some(pieces.into_iter().map(block).collect())
}

/// Years in which nothing changes: each by itself, or folded where there are many.
fn quiet_years(years: Range<i32>) -> Vec<Years> {
    if years.len() < FOLD_FROM {
        return years.map(|year| Years { first: year, last: year }).collect();
    }
    vec![Years { first: years.start, last: years.end - 1 }]
}

/// A dot, a lane and a row for everything that is named.
fn dots(picture: &Picture, items: &[Item]) -> Vec<Dot> {
    let mut dots: Vec<Dot> = Vec::new();
    for (item, it) in items.iter().enumerate().filter(|(_, it)| is_named(it)) {
        let (Some(when), Some(span)) = (it.when, it.span()) else { continue };
        let y = picture.y(when.midpoint());
        let lane = free_lane(&dots, y);
        dots.push(Dot { item, row: 0, y, span: picture.rows(span), lane });
    }
    for block in &picture.blocks {
        let (top, bottom) = (f64::from(block.top), f64::from(block.top + block.height));
        let is_in = |dot: &Dot| {
            items.get(dot.item).and_then(|it| it.when).is_some_and(|when| {
                (block.years.first..=block.years.last).contains(&when.midpoint().year())
            })
        };
        let mut inside: Vec<&mut Dot> = dots.iter_mut().filter(|dot| is_in(dot)).collect();
        debug_assert!(inside.iter().all(|dot| (top..=bottom).contains(&dot.y)));
        // Down from the top, each below the one before it; then up from the bottom, where that
        // went too far. There are as many rows as names.
        let mut free = block.top;
        for dot in &mut inside {
            dot.row = row_at(dot.y).max(free);
            free = dot.row + 1;
        }
        let mut end = block.top + block.height;
        for dot in inside.iter_mut().rev() {
            dot.row = dot.row.min(end.saturating_sub(1));
            end = dot.row;
        }
    }
    dots
}

/// The row that a place lies in.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "never below zero")]
fn row_at(y: f64) -> u32 {
    y.floor() as u32
}

/// The first lane with room, or the one with the most of it.
fn free_lane(dots: &[Dot], y: f64) -> u8 {
    let latest = |lane: u8| {
        let of_lane = dots.iter().filter(|dot| dot.lane == lane);
        of_lane.map(|dot| dot.y).fold(f64::NEG_INFINITY, f64::max)
    };
    let free = (0..LANES).find(|lane| y - latest(*lane) >= ROOM);
    let widest = || (0..LANES).min_by(|a, b| latest(*a).total_cmp(&latest(*b)));
    free.or_else(widest).unwrap_or_default()
}

/// The mood line: a point in the middle of each month, and a gap where a month is missing.
fn mood(picture: &Picture, months: &[MonthMood]) -> Vec<Vec<(f64, f64)>> {
    let mut pieces: Vec<Vec<(f64, f64)>> = Vec::new();
    let mut before: Option<Month> = None;
    for it in months {
        let middle = crate::time::FuzzyDay::Month(it.month).midpoint();
        let point = (it.middle.value() / f64::from(Mood::MAX), picture.y(middle));
        let goes_on = before.and_then(|month| month.plus_months(1)) == Some(it.month);
        match pieces.last_mut().filter(|_| goes_on) {
            Some(piece) => piece.push(point),
            None => pieces.push(vec![point]),
        }
        before = Some(it.month);
    }
    pieces
}
