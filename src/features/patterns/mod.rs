//! Patterns: what was written, seen from further away. Counts and middles, never a cause.

#![expect(unreachable_pub, reason = "the component macro makes every component public")]

mod along;
mod around;
mod card;
mod counts;
mod filter;
mod goals;
mod mood;
mod predictions;
mod say;
mod seen;
mod week;

use leptos::prelude::*;
use satkarya_core::chart::Piece;
use satkarya_core::journal::Journal;
use satkarya_core::pattern::Filter;
use satkarya_core::sheet::predicted_between;
use satkarya_core::time::Day;

pub use self::along::AlongPage;
pub use self::around::AroundPage;
use self::card::{Card, Finding};
use self::filter::{filters, n_set};
use self::predictions::PredictionCard;
use self::seen::{Hidden, SAID, Seen};
pub use self::week::WeekPage;
use crate::i18n::{Msg, measures, msg, t};
use crate::route::{DiaryView, Route};
use crate::state::{AppState, Switch, Unread};
use crate::ui::button::{LinkButton, Tone};
use crate::ui::chips::{ChipChoice, Choice};
use crate::ui::empty_state::EmptyState;
use crate::ui::page_head::PageHead;
use crate::ui::rings::Waiting;
use crate::ui::row_link::RowLink;
use crate::ui::shown::Shown;
use crate::ui::toggle_row::ToggleRow;
use crate::ui::told;

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

/// The page.
#[component]
pub fn PatternsPage() -> impl IntoView {
    let app = AppState::expect();
    let is_empty = Memo::new(move |_| {
        let is_bare = |it: &Journal| it.n_entries() == 0 && predicted_between(it, None).is_none();
        app.loading.get().is_complete() && app.journal.with(is_bare)
    });
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
                <RowLink
                    class="no-print"
                    href=Route::Week.href()
                    title=t(msg::review_title())
                    note=t(msg::review_lead())
                />
                <Findings />
                <RowLink
                    class="section"
                    href=Route::Around(None).href()
                    title=t(msg::around_title())
                    note=t(msg::around_note())
                />
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

/// What is looked at, and what it shows.
#[component]
fn Findings() -> impl IntoView {
    let app = AppState::expect();
    let today = app.today();
    let range = RwSignal::new(Range::default());
    let filter = RwSignal::new(Filter::everything());
    let choose = move |word: Option<String>| {
        let chosen = Range::ALL.into_iter().find(|it| Some(it.word()) == word.as_deref());
        range.set(chosen.unwrap_or_default());
    };
    let hidden = Memo::new(move |_| app.prefs.with(Hidden::of));
    // One pass over the entries for all cards. Older months come in while the app is open; a
    // finding over half of them would be another one a moment later.
    let found = Memo::new(move |_| {
        if !app.loading.get().is_complete() {
            return Seen::default();
        }
        let filter = filter.with(|it| it.over(range.get().first(today), today));
        hidden.with(|hidden| app.journal.with(|journal| Seen::of(journal, &filter, hidden)))
    });
    let n_conditions = Memo::new(move |_| filter.with(n_set));
    let note = Signal::derive(move || {
        let is_filtered = n_conditions.get() > 0;
        let first = is_filtered.then(|| t(msg::patterns_filtered()));
        found.with(|it| first.into_iter().chain(it.counted(is_filtered)).collect::<Vec<_>>())
    });
    view! {
        <ChipChoice
            legend=t(msg::patterns_range())
            choices=choices()
            chosen=Signal::derive(move || Some(range.get().word().to_owned()))
            on_choose=Callback::new(choose)
        />
        {filters(filter, n_conditions, note)}
        <Shown
            when=move || app.loading.get().is_complete()
            fallback=|| view! { <Waiting label=t(msg::app_loading()) /> }
        >
            {cards(app, filter, found)}
        </Shown>
    }
}

/// A group of cards under a heading.
fn group(title: Msg, cards: Vec<AnyView>) -> AnyView {
    view! {
        <section class="section findings">
            <h2>{t(title)}</h2>
            {cards}
        </section>
    }
    .into_any()
}

/// All cards, in an order that begins with the mood and ends with the clock.
fn cards(app: AppState, filter: RwSignal<Filter>, found: Memo<Seen>) -> AnyView {
    let said = move |finding: Finding| {
        let place = SAID.iter().position(|it| *it == finding);
        let told = Memo::new(move |_| {
            let told = |it: &Seen| it.told.get(place?).cloned();
            found.with(told).unwrap_or_default()
        });
        view! { <Card finding>{told::shown(told.into())}</Card> }.into_any()
    };
    let counted = move |finding: Finding, take: fn(&counts::Lists) -> &Vec<_>| {
        let lists = Memo::new(move |_| found.with(|it| it.lists.clone()));
        view! { <Card finding>{counts::shown(lists.into(), take)}</Card> }.into_any()
    };
    let line = Memo::new(move |_| found.with(|it| it.line.clone()));
    let of = move |piece: Piece| {
        let filter = filter.with(|it| it.over(piece.first, piece.last));
        app.journal.with(|journal| mood::line(journal, &filter))
    };
    let mood =
        view! { <Card finding=Finding::Mood>{mood::shown(line.into(), of)}</Card> }.into_any();
    let is_sleep_on = Memo::new(move |_| app.prefs.with(|it| it.sleep_mood().is_on()));
    let sleep = view! {
        <div class="finding">
            <ToggleRow
                label=t(msg::sleep_mood_turn_on())
                hint=t(msg::sleep_mood_turn_on_note())
                on=is_sleep_on
                on_change=Callback::new(move |on: bool| {
                    app.set_prefs(|it| it.set_sleep_mood(Switch::from(on)));
                })
            />
        </div>
        <Shown when=move || is_sleep_on.get()>{said(Finding::Sleep)}</Shown>
    };
    let predictions = view! { <PredictionCard /> }.into_any();
    view! {
        {group(
            msg::patterns_group_mood(),
            vec![mood, said(Finding::HardDays), said(Finding::Support)],
        )}
        {group(
            msg::patterns_group_people(),
            vec![
                said(Finding::BeforeAfter),
                said(Finding::FeltWith),
                counted(Finding::People, |it| &it.people),
            ],
        )}
        {group(
            msg::patterns_group_feelings(),
            vec![
                counted(Finding::Feelings, |it| &it.feelings),
                said(Finding::Fortnights),
            ],
        )}
        {group(
            msg::patterns_group_did(),
            vec![
                counted(Finding::Kinds, |it| &it.kinds),
                said(Finding::DidGot),
                predictions,
                said(Finding::FocusWeeks),
                said(Finding::Goals),
            ],
        )}
        {group(msg::patterns_group_times(), vec![said(Finding::Times), sleep.into_any()])}
    }
    .into_any()
}
