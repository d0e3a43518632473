//! The mood line: the middle of each day, week or month, with gaps where nothing was given.

use leptos::prelude::*;
use satkarya_core::chart::Piece;
use satkarya_core::journal::Journal;
use satkarya_core::pattern::{self, Filter, LinePoint, Middle, MoodLine, middle, mood_line};
use satkarya_core::rating::Mood;
use satkarya_core::time::Day;

use crate::i18n::dates::{self, DateStyle};
use crate::i18n::{labels, msg, t};
use crate::ui::data_table::TableData;
use crate::ui::line_chart::{ChartPoint, LineChart, Tick, axis, part};
use crate::ui::nearer::{looked_at, nearer};
use crate::ui::saveable::saveable;
use crate::ui::shown::Shown;
use crate::ui::sides::moods;
use crate::ui::told::rests_on;

/// Up to this many days a dot is a day; beyond, a week.
const MOST_DAYS: usize = 120;
/// Up to this many days a dot is a week; beyond, a month.
const MOST_DAYS_BY_WEEK: usize = 750;
/// Up to this many days a dot is a month; beyond, a year.
const MOST_DAYS_BY_MONTH: usize = 3_660;

/// What one dot stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Day,
    Week,
    Month,
    Year,
}

impl Step {
    /// The step that keeps the number of dots readable.
    fn for_days(n: usize) -> Self {
        match n {
            n if n <= MOST_DAYS => Self::Day,
            n if n <= MOST_DAYS_BY_WEEK => Self::Week,
            n if n <= MOST_DAYS_BY_MONTH => Self::Month,
            _ => Self::Year,
        }
    }

    /// The first day of the step that a day lies in.
    fn start(self, day: Day, first_weekday: u8) -> Day {
        match self {
            Self::Day => day,
            Self::Week => {
                let weekday = i64::from(day.weekday().num_days_from_monday());
                let back = (weekday + 8 - i64::from(first_weekday)) % 7;
                day.plus_days(-back).unwrap_or(day)
            }
            Self::Month => day.month().first(),
            Self::Year => Day::new(day.year(), 1, 1).unwrap_or(day),
        }
    }

    fn words(self, day: Day) -> String {
        match self {
            Self::Day => dates::day(day, DateStyle::Medium),
            Self::Week => t(msg::patterns_week_of(dates::day(day, DateStyle::Medium))),
            Self::Month => dates::month(day.month(), DateStyle::Month),
            Self::Year => day.year().to_string(),
        }
    }

    /// What a dot is, to be said beside the picture.
    fn said(self) -> String {
        t(match self {
            Self::Day => msg::mood_line_by_day(),
            Self::Week => msg::mood_line_by_week(),
            Self::Month => msg::mood_line_by_month(),
            Self::Year => msg::mood_line_by_year(),
        })
    }
}

/// One dot: where it begins, how many moods are in it, and their middle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Dot {
    day: Day,
    n: usize,
    middle: Option<Middle>,
    week: Option<Middle>,
}

/// Gathers the days of a line into dots. A dot of several days is the middle of their middles.
fn gather(points: &[LinePoint], step: Step, first_weekday: u8) -> Vec<Dot> {
    points
        .chunk_by(|a, b| step.start(a.day, first_weekday) == step.start(b.day, first_weekday))
        .filter_map(|days| {
            let first = days.first()?;
            Some(Dot {
                day: step.start(first.day, first_weekday),
                n: days.iter().map(|day| day.n).sum(),
                middle: middle(days.iter().filter_map(|day| day.middle)),
                week: if step == Step::Day { first.week } else { None },
            })
        })
        .collect()
}

fn value(middle: Option<Middle>) -> String {
    middle.map_or_else(|| t(msg::common_none()), |it| dates::number(it.value()))
}

/// Everything the picture shows, worked out once.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Picture {
    /// What it is, with its days.
    said: String,
    /// Which days and entries it rests on.
    rests_on: String,
    summary: String,
    /// What the dots and the second line are.
    legend: String,
    points: Vec<ChartPoint>,
    trend: Vec<ChartPoint>,
    days: Vec<Tick>,
    table: TableData,
    /// From the first day with a mood to the last.
    pub(super) whole: Option<Piece>,
}

fn picture(line: &MoodLine, first_weekday: u8) -> Picture {
    let step = Step::for_days(line.points.len());
    let dots = gather(&line.points, step, first_weekday);
    let sample = line.sample;
    let all: Vec<Middle> = line.points.iter().filter_map(|point| point.middle).collect();
    let has_trend = dots.iter().any(|dot| dot.week.is_some());
    let legend = if has_trend {
        format!("{} {}", step.said(), t(msg::mood_line_trend()))
    } else {
        step.said()
    };
    let summary = t(msg::mood_line_summary(
        value(middle(all.iter().copied())),
        value(all.iter().copied().min()),
        value(all.iter().copied().max()),
    ));
    let label = |dot: &Dot| {
        format!(
            "{}, {}",
            step.words(dot.day),
            match dot.middle {
                Some(middle) => format!(
                    "{}, {}",
                    dates::number(middle.value()),
                    t(labels::mood_word(middle.mood()))
                ),
                None => t(msg::mood_none()),
            }
        )
    };
    let point = |dot: &Dot, middle: Option<Middle>| ChartPoint {
        day: axis(dot.day),
        value: middle.map(Middle::value),
        mood: middle.map(Middle::mood).map(Mood::get),
        label: label(dot),
    };
    let tick = |day: Day| {
        // The day of a month that is one dot says nothing, and a short day has no year.
        let label = match step {
            Step::Day | Step::Week => dates::day(day, DateStyle::Short),
            Step::Month | Step::Year => step.words(day),
        };
        Tick { at: axis(day), label }
    };
    let ends = [dots.first(), dots.last()].into_iter().flatten();
    let date = |day: Day| dates::day(day, DateStyle::Medium);
    Picture {
        whole: Some(Piece { first: sample.first, last: sample.last }),
        said: t(msg::mood_line_entries_of(date(sample.first), date(sample.last))),
        rests_on: rests_on(sample, msg::mood_line_days_without),
        summary,
        legend,
        points: dots.iter().map(|dot| point(dot, dot.middle)).collect(),
        trend: dots.iter().map(|dot| point(dot, dot.week)).collect(),
        days: ends.map(|dot| tick(dot.day)).collect(),
        table: TableData {
            caption: t(msg::mood_line_table()),
            columns: vec![
                t(msg::mood_line_day()),
                t(msg::mood_line_mood()),
                t(msg::mood_line_entries()),
            ],
            rows: dots
                .iter()
                .filter(|dot| dot.n > 0)
                .map(|dot| vec![step.words(dot.day), value(dot.middle), dates::count(dot.n)])
                .collect(),
        },
    }
}

/// The picture of the line, or how many days there are of those that are needed.
pub(super) type Line = Result<Picture, (usize, usize)>;

/// The line of the entries that a filter lets through.
pub(super) fn line(journal: &Journal, filter: &Filter) -> Line {
    match mood_line(journal, filter) {
        pattern::Finding::Enough(line) => Ok(picture(&line, dates::first_weekday())),
        pattern::Finding::NotYet { have, need } => Err((have, need)),
    }
}

/// The line with its words, or how much is still needed for one. `all` is that of all days that are
/// chosen, and `line_of` works out that of some of them.
pub(super) fn shown(
    all: Signal<Line>,
    line_of: impl Fn(Piece) -> Line + Send + Sync + 'static,
) -> AnyView {
    let near = RwSignal::new(None::<Piece>);
    let whole = part(all, |it| it.whole);
    let piece = Memo::new(move |_| {
        looked_at(whole.get(), near.get()).filter(|it| Some(*it) != whole.get())
    });
    let finding = Memo::new(move |_| piece.get().map_or_else(|| all.get(), &line_of));
    // The chart is made anew only when there is one where there was none.
    let has_line = Memo::new(move |_| finding.with(Result::is_ok));
    let not_yet = move || {
        finding
            .get()
            .err()
            .map(|(have, need)| t(msg::patterns_not_enough(have.to_string(), need.to_string())))
    };
    let said = part(finding, |it| it.said.clone());
    let rests_on = part(finding, |it| it.rests_on.clone());
    let legend = part(finding, |it| it.legend.clone());
    let picture = move || {
        let chart = view! {
            <div class="stack">
                <p>{said}</p>
                <p class="soft small">{rests_on}</p>
                <LineChart
                    summary=part(finding, |it| it.summary.clone())
                    points=part(finding, |it| it.points.clone())
                    trend=part(finding, |it| it.trend.clone())
                    values=moods()
                    days=part(finding, |it| it.days.clone())
                    table_summary=t(msg::patterns_as_table())
                    table=part(finding, |it| it.table.clone())
                />
                <p class="soft small">{legend}</p>
            </div>
        };
        saveable(chart.into_any(), Signal::stored(true))
    };
    view! {
        // Above the picture, so that they stay where they are when there is none.
        {nearer(whole, near)}
        <Shown
            when=move || has_line.get()
            fallback=move || {
                view! {
                    <p>{not_yet}</p>
                    <p class="soft">{t(msg::patterns_not_enough_hint())}</p>
                }
            }
        >
            {picture()}
        </Shown>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn points(first: &str, n: i64) -> Vec<LinePoint> {
        let first: Day = first.parse().expect("day");
        (0..n)
            .filter_map(|day| first.plus_days(day))
            .map(|day| LinePoint {
                day,
                n: usize::from(day.day_of_month() % 2 == 0),
                middle: (day.day_of_month() % 2 == 0)
                    .then(|| Mood::try_from(6).map(Middle::from).expect("mood")),
                week: None,
            })
            .collect()
    }

    #[test]
    fn long_lines_are_gathered_and_never_exceed_what_a_page_holds() {
        for (n, step) in
            [(90, Step::Day), (365, Step::Week), (3650, Step::Month), (20_000, Step::Year)]
        {
            let points = points("1970-11-24", n);
            assert_eq!(Step::for_days(points.len()), step);
            let dots = gather(&points, step, 1);
            assert!(dots.len() <= 125, "{n} days make {} dots", dots.len());
            let n_moods: usize = points.iter().map(|point| point.n).sum();
            assert_eq!(dots.iter().map(|dot| dot.n).sum::<usize>(), n_moods, "nothing is left out");
        }
    }

    #[test]
    fn weeks_begin_where_the_person_says() {
        let tuesday: Day = "2026-11-24".parse().expect("day");
        assert_eq!(Step::Week.start(tuesday, 1).to_string(), "2026-11-23");
        assert_eq!(Step::Week.start(tuesday, 7).to_string(), "2026-11-22");
        assert_eq!(Step::Week.start(tuesday, 6).to_string(), "2026-11-21");
    }
}
