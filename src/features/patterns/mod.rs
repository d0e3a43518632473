//! Patterns: what was written, seen from further away. Counts and middles, never a cause.

#![expect(unreachable_pub, reason = "the component macro makes every component public")]

mod along;
pub mod card;
pub mod counts;
pub mod mood;
mod predictions;

use leptos::prelude::*;
use satkarya_core::journal::Journal;
use satkarya_core::pattern::Sample;
use satkarya_core::sheet::predicted_between;
use satkarya_core::time::Day;

pub use self::along::AlongPage;
use self::counts::CountCards;
use self::mood::MoodCard;
use self::predictions::PredictionCard;
use crate::i18n::dates::{self, DateStyle};
use crate::i18n::{Msg, measures, msg, t};
use crate::route::{DiaryView, Route};
use crate::state::{AppState, Unread};
use crate::ui::button::{LinkButton, Tone};
use crate::ui::chips::{ChipChoice, Choice};
use crate::ui::empty_state::EmptyState;
use crate::ui::page_head::PageHead;
use crate::ui::rings::Waiting;
use crate::ui::row_link::RowLink;
use crate::ui::shown::Shown;

/// How far back is looked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Range {
    /// 30 days.
    Month,
    /// 90 days.
    #[default]
    Quarter,
    /// 365 days.
    Year,
    /// From the first entry on.
    All,
}

impl Range {
    const ALL: [Self; 4] = [Self::Month, Self::Quarter, Self::Year, Self::All];

    const fn word(self) -> &'static str {
        match self {
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
            Self::All => "all",
        }
    }

    /// The first day of the range that ends today.
    fn first(self, today: Day) -> Day {
        let back = |days: i64| today.plus_days(1 - days).unwrap_or(Day::FIRST);
        match self {
            Self::Month => back(30),
            Self::Quarter => back(90),
            Self::Year => back(365),
            Self::All => Day::FIRST,
        }
    }
}

fn choices() -> Vec<Choice> {
    vec![
        Choice::new(Range::Month.word(), t(msg::patterns_range_month())),
        Choice::new(Range::Quarter.word(), t(msg::patterns_range_quarter())),
        Choice::new(Range::Year.word(), t(msg::patterns_range_year())),
        Choice::new(Range::All.word(), t(msg::patterns_range_all())),
    ]
}

/// What a finding rests on, in words: its days, its entries, and the days between that have none.
fn rests_on(sample: Sample, days_without: fn(i64) -> Msg) -> String {
    let date = |day: Day| dates::day(day, DateStyle::Medium);
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let first = t(msg::patterns_rests_on(
        date(sample.first),
        date(sample.last),
        count(sample.n_entries),
        count(sample.n_days),
    ));
    format!("{first} {}", t(days_without(count(sample.n_missing_days()))))
}

/// The page.
#[component]
pub fn PatternsPage() -> impl IntoView {
    let app = AppState::expect();
    let today = app.today();
    let range = RwSignal::new(Range::default());
    let days = Memo::new(move |_| (range.get().first(today), today));
    let is_empty = Memo::new(move |_| {
        let is_bare = |it: &Journal| it.n_entries() == 0 && predicted_between(it, None).is_none();
        app.loading.get().is_complete() && app.journal.with(is_bare)
    });
    let choose = move |word: Option<String>| {
        let chosen = Range::ALL.into_iter().find(|it| Some(it.word()) == word.as_deref());
        range.set(chosen.unwrap_or_default());
    };
    view! {
        <div class="page patterns">
            <PageHead title=t(msg::patterns_title()) note=t(msg::patterns_lead()) />
            <Shown
                when=move || !is_empty.get()
                fallback=|| {
                    view! {
                        <EmptyState
                            title=t(msg::patterns_empty_title())
                            text=t(msg::patterns_empty_body())
                        >
                            <LinkButton href=Route::CheckIn.href() tone=Tone::Primary>
                                {t(msg::patterns_empty_action())}
                            </LinkButton>
                        </EmptyState>
                    }
                }
            >
                <ChipChoice
                    legend=t(msg::patterns_range())
                    choices=choices()
                    chosen=Signal::derive(move || Some(range.get().word().to_owned()))
                    on_choose=Callback::new(choose)
                />
                // Older months come in while the app is open; a finding over half of them would
                // be another one a moment later.
                <Shown
                    when=move || app.loading.get().is_complete()
                    fallback=|| view! { <Waiting label=t(msg::app_loading()) /> }
                >
                    <MoodCard days />
                    <CountCards days />
                    <PredictionCard />
                </Shown>
                <p class="cluster section">
                    <LinkButton href=Route::Diary(DiaryView::Month).href()>
                        {t(msg::patterns_open_month())}
                    </LinkButton>
                    <LinkButton href=Route::Diary(DiaryView::Year).href()>
                        {t(msg::patterns_open_year())}
                    </LinkButton>
                </p>
                <Shown when=move || app.left_out() != Unread::default()>
                    <p class="soft">{t(msg::patterns_excludes_quarantined())}</p>
                </Shown>
            </Shown>
            <RowLink
                class="section"
                href=Route::Along.href()
                title=t(msg::along_open())
                note=t(msg::along_note())
            />
            <RowLink
                href=Route::Measures.href()
                title=t(measures::title())
                note=t(msg::measures_open_note())
            />
            <RowLink
                href=Route::Report.href()
                title=t(msg::report_open())
                note=t(msg::report_open_note())
            />
        </div>
    }
}
