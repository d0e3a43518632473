//! A life from its top to its bottom: how the mood was on one side, what happened on the other.
//!
//! Role: `img`, named by one spoken sentence. The names beside it can be tapped; for keyboard and screen reader the
//! page has a list that says the same. Where everything lies is the core's; shapes, never colors alone.

use std::fmt::Write as _;

use leptos::prelude::*;
use satkarya_core::timeline::{Dot, Picture, Years};

/// Units of one row, sixteen to the size of the text, and the class of lanes with such rows: on a
/// narrow screen a row has two lines of text, and the lanes are drawn for both.
const ROWS: [(f64, &str); 2] = [(28.0, "life__lanes"), (46.0, "life__lanes life__lanes--tall")];
/// How wide the two lanes are in these units.
const WIDTH: f64 = 120.0;
/// Where the lane of the mood lies.
const MOOD: (f64, f64) = (2.0, 64.0);
/// Where the first dot stands, and the steps between dots.
const DOTS: (f64, f64) = (76.0, 9.0);

/// What stands at a place of the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// Something that was hard.
    Hard,
    /// Something that was good.
    Good,
    /// Something of which nobody said how it felt.
    Plain,
    /// An entry of the diary.
    Pin,
    /// The beginning of the present low spell.
    Onset,
    /// The beginning of an earlier one.
    Earlier,
}

impl Sign {
    /// Every sign, in the order of the key.
    pub const ALL: [Self; 6] =
        [Self::Onset, Self::Earlier, Self::Hard, Self::Good, Self::Plain, Self::Pin];

    /// Its drawing round the middle, and whether it is hollow.
    const fn drawing(self) -> (&'static str, bool) {
        const DISC: &str = "M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0z";
        const DIAMOND: &str = "M0-6.5 6.5 0 0 6.5-6.5 0z";
        match self {
            Self::Hard => (DISC, false),
            Self::Good => (DISC, true),
            Self::Plain => ("M-2.5 0a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0z", false),
            Self::Pin => ("M-4-4H4V4H-4z", true),
            Self::Onset => (DIAMOND, false),
            Self::Earlier => (DIAMOND, true),
        }
    }
}

/// The words at a place of the line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Where a tap leads.
    pub href: String,
    /// What it is called.
    pub title: String,
    /// When it was.
    pub when: String,
    /// What stands there.
    pub sign: Sign,
    /// Whether it is outlined.
    pub is_near: bool,
}

/// The picture.
#[component]
pub fn LifeLine(
    /// The picture in one sentence.
    #[prop(into)]
    summary: Signal<String>,
    /// Where everything lies.
    #[prop(into)]
    picture: Signal<Picture>,
    /// The words of each item that the picture was made of.
    #[prop(into)]
    labels: Signal<Vec<Label>>,
    /// The heads of the two lanes.
    heads: (String, String),
    /// What the two ends of the lane of the mood mean.
    ends: String,
    /// The words for folded years.
    fold: fn(Years) -> String,
    /// Where the present low spell began, in rows from the top.
    #[prop(into)]
    onset: Signal<Option<f64>>,
) -> impl IntoView {
    let drawing = move || {
        let picture = picture.get();
        let labels = labels.get();
        let n_rows = picture.n_rows();
        let onset = onset.get();
        let lanes = ROWS.map(|(row, class)| {
            view! {
                <svg
                    class=class
                    viewBox=format!("0 0 {WIDTH} {}", f64::from(n_rows) * row)
                    role="img"
                    aria-label=move || summary.get()
                >
                    {mood(&picture, row)}
                    {edges(&picture, onset, row)}
                    {dots(&picture, &labels, row)}
                </svg>
            }
        });
        let size = match n_rows {
            ..=26 => "s",
            27..=44 => "m",
            45..=66 => "l",
            67.. => "xl",
        };
        view! {
            <div class="life__plot" data-size=size>
                {ground(&picture)}
                {lanes.collect_view()}
                <ol class="life__rows" role="list" aria-hidden="true">
                    {rows(&picture, &labels, fold)}
                </ol>
            </div>
        }
    };
    let (mood, events) = heads;
    view! {
        <div class="life">
            <div class="life__heads" aria-hidden="true">
                <span class="life__head">
                    {mood}
                    <span class="life__ends">{ends}</span>
                </span>
                <span>{events}</span>
            </div>
            {drawing}
        </div>
    }
}

fn line(width: f64, y: f64, class: &'static str) -> impl IntoView {
    view! { <line class=class x1="0" x2=width.to_string() y1=y.to_string() y2=y.to_string() /> }
}

/// Behind everything, as wide as the page: the years and the window.
fn ground(picture: &Picture) -> impl IntoView + use<> {
    let years = picture
        .blocks
        .iter()
        .map(|block| line(1.0, block.top.into(), "life__year-line"))
        .collect_view();
    let window = picture.window.map(|(top, bottom)| {
        let (top, tall) = (top.to_string(), (bottom - top).to_string());
        view! { <rect class="life__window" x="0" width="1" y=top height=tall /> }
    });
    view! {
        <svg
            class="life__ground"
            viewBox=format!("0 0 1 {}", picture.n_rows())
            preserveAspectRatio="none"
            aria-hidden="true"
            focusable="false"
        >
            {window}
            {years}
        </svg>
    }
}

/// Across the lanes, and never over a name: the edges of the window, and the beginning.
fn edges(picture: &Picture, onset: Option<f64>, row: f64) -> impl IntoView + use<> {
    let window = picture.window.map(|(top, bottom)| {
        [top, bottom].map(|y| line(WIDTH, y * row, "life__window-edge")).collect_view()
    });
    view! {
        {window}
        {onset.map(|y| line(DOTS.0 + DOTS.1 * 3.6, y * row, "life__onset"))}
    }
}

/// The lane of the mood: its edges, the bands with their numbers, and the line of the diary.
fn mood(picture: &Picture, row: f64) -> impl IntoView + use<> {
    let (left, width) = MOOD;
    let bands = picture
        .bands
        .iter()
        .map(|band| {
            let level = band.level.get();
            let long = (width * f64::from(level) / 10.0).max(3.0);
            let (top, tall) = (band.span.0 * row, (band.span.1 - band.span.0) * row);
            let middle = top + tall / 2.0;
            // The number stands in a long bar and beside a short one.
            let (x, class) = if level < 3 {
                (left + long + 8.0, "life__level life__level--beside")
            } else {
                (left + long - 8.0, "life__level")
            };
            view! {
                <g data-mood=level.to_string()>
                    <rect
                        class="life__band"
                        x=left.to_string()
                        y=(top + 1.0).to_string()
                        width=long.to_string()
                        height=(tall - 2.0).max(2.0).to_string()
                        rx="3"
                    />
                    <g transform=format!("translate({x:.1} {middle:.1})")>
                        <text class=class>{level.to_string()}</text>
                    </g>
                </g>
            }
        })
        .collect_view();
    let lines = picture
        .mood
        .iter()
        .map(|piece| {
            let points = piece.iter().fold(String::new(), |mut points, (share, y)| {
                // Writing to a text cannot fail.
                let _written = write!(points, "{:.1},{:.1} ", left + width * share, y * row);
                points
            });
            let ends = piece.iter().map(|(share, y)| {
                let (x, y) = (left + width * share, y * row);
                view! { <circle class="life__month" cx=x.to_string() cy=y.to_string() r="1.6" /> }
            });
            view! {
                <polyline class="life__mood" points=points />
                {ends.collect_view()}
            }
        })
        .collect_view();
    let tall = f64::from(picture.n_rows()) * row;
    let edges = [left, left + width / 2.0, left + width]
        .map(|x| {
            let x = x.to_string();
            view! { <line class="life__scale" x1=x.clone() x2=x y1="0" y2=tall.to_string() /> }
        })
        .collect_view();
    view! {
        {edges}
        {bands}
        {lines}
    }
}

/// The dots, each with the time that is meant and a line to its name.
fn dots(picture: &Picture, labels: &[Label], row: f64) -> impl IntoView + use<> {
    let dot = |dot: &Dot, label: &Label| {
        let x = DOTS.0 + DOTS.1 * f64::from(dot.lane);
        let (y, name) = (dot.y * row, (f64::from(dot.row) + 0.5) * row);
        let (from, to) = (dot.span.0 * row, dot.span.1 * row);
        let is_long = to - from > 10.0;
        let span = is_long.then(|| {
            let x = x.to_string();
            view! { <line class="life__span" x1=x.clone() x2=x y1=from.to_string() y2=to.to_string() /> }
        });
        let way = format!("M{x:.1} {y:.1}L{:.1} {name:.1}H{WIDTH}", DOTS.0 + DOTS.1 * 3.6);
        let (drawing, is_hollow) = label.sign.drawing();
        view! {
            {span}
            <path class="life__way" d=way />
            <g transform=format!("translate({x:.1} {y:.1})")>
                <path class="life__sign" class:life__sign--hollow=is_hollow d=drawing />
            </g>
        }
    };
    picture.dots.iter().filter_map(|it| Some(dot(it, labels.get(it.item)?))).collect_view()
}

/// The rows with the years and the names.
fn rows(picture: &Picture, labels: &[Label], fold: fn(Years) -> String) -> impl IntoView + use<> {
    let row = |row: u32| {
        let block = picture.blocks.iter().find(|block| block.top == row);
        let years = block.map(|block| block.years);
        let year = years.filter(|it| it.first == it.last).map(|it| it.first.to_string());
        let folded = years.filter(|it| it.first != it.last).map(|years| {
            view! { <span class="life__fold">{fold(years)}</span> }
        });
        let dot = picture.dots.iter().find(|dot| dot.row == row);
        let name = dot.and_then(|dot| labels.get(dot.item)).cloned().map(|label| {
            view! {
                <a
                    class="life__name"
                    class:life__name--near=label.is_near
                    class:life__name--onset=label.sign == Sign::Onset
                    href=label.href
                    tabindex="-1"
                >
                    <span translate="no" dir="auto">
                        {label.title}
                    </span>
                    " "
                    <span class="life__when">{label.when}</span>
                </a>
            }
        });
        view! {
            <li class="life__row">
                <span class="life__year">{year}</span>
                {folded}
                {name}
            </li>
        }
    };
    (0..picture.n_rows()).map(row).collect_view()
}

/// The key to the signs that are in the picture.
#[component]
pub fn LifeKey(
    /// The signs with their words.
    #[prop(into)]
    signs: Signal<Vec<(Sign, String)>>,
) -> impl IntoView {
    let item = |(sign, words): (Sign, String)| {
        let (drawing, is_hollow) = sign.drawing();
        view! {
            <li>
                <svg class="life__key-sign" viewBox="-8 -8 16 16" aria-hidden="true" focusable="false">
                    <path class="life__sign" class:life__sign--hollow=is_hollow d=drawing />
                </svg>
                <span>{words}</span>
            </li>
        }
    };
    view! {
        <ul class="life__key soft small" role="list">
            {move || signs.get().into_iter().map(item).collect_view()}
        </ul>
    }
}
