//! A page for somebody who helps: its sections are chosen, it is seen as it will be printed, and
//! nothing is on it that was not asked for.

mod patterns;
mod sections;

use leptos::prelude::*;
use satkarya_core::diary::toggle;
use satkarya_core::journal::Journal;
use satkarya_core::time::Day;

use self::patterns::Pattern;
use self::sections::{Author, Section};
use crate::i18n::{dates, msg, names, t};
use crate::platform::dom;
use crate::route::Route;
use crate::state::AppState;
use crate::ui::button::{Button, Tone};
use crate::ui::chips::{ChipChoice, ChipSet, Choice};
use crate::ui::icon::{Icon, IconName};
use crate::ui::page_head::PageHead;
use crate::ui::parts::{Block, Parts, plain};
use crate::ui::printed_on::PrintedOn;
use crate::ui::rings::Waiting;
use crate::ui::shown::Shown;
use crate::ui::toggle_row::ToggleRow;

/// The time a page is about.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Span {
    /// The last 30 days.
    #[default]
    Days30,
    /// The last 90 days.
    Days90,
    /// The month of today, up to today.
    Month,
    /// The month before.
    LastMonth,
}

impl Span {
    const ALL: [Self; 4] = [Self::Days30, Self::Days90, Self::Month, Self::LastMonth];

    const fn word(self) -> &'static str {
        match self {
            Self::Days30 => "30",
            Self::Days90 => "90",
            Self::Month => "month",
            Self::LastMonth => "last",
        }
    }

    fn name(self) -> String {
        t(match self {
            Self::Days30 => msg::report_span_30(),
            Self::Days90 => msg::report_span_90(),
            Self::Month => msg::report_span_month(),
            Self::LastMonth => msg::report_span_last(),
        })
    }

    /// Its first and last day in words.
    fn said(self, today: Day) -> String {
        let (first, last) = self.days(today);
        sections::from_to(first, last)
    }

    /// Its first and last day.
    fn days(self, today: Day) -> (Day, Day) {
        let back = |days: i64| today.plus_days(-days).unwrap_or(Day::FIRST);
        let first = today.month().first();
        match self {
            Self::Days30 => (back(29), today),
            Self::Days90 => (back(89), today),
            Self::Month => (first, today),
            Self::LastMonth => {
                let last = first.plus_days(-1).unwrap_or(Day::FIRST);
                (last.month().first(), last)
            }
        }
    }
}

/// The page.
#[component]
pub fn ReportPage() -> impl IntoView {
    let app = AppState::expect();
    let today = app.today();
    let span = RwSignal::new(Span::default());
    let usual = Section::ALL.into_iter().filter(|it| it.is_usual());
    let usual = usual.map(|it| it.named().0.to_owned()).collect::<Vec<_>>();
    let chosen = RwSignal::new(usual);
    let in_full = RwSignal::new(false);
    let patterns = RwSignal::new(Vec::<String>::new());
    let has_enough = Memo::new(move |_| {
        let (first, last) = span.get().days(today);
        let is_loaded = app.loading.get().is_complete();
        app.journal
            .with(|it| if is_loaded { patterns::all_of(it, first, last) } else { Vec::new() })
    });
    let told: Memo<Vec<Block>> = Memo::new(move |_| {
        let (first, last) = span.get().days(today);
        let ticked = |it: &Pattern| patterns.with(|all| all.contains(&it.word()));
        let patterns: Vec<Pattern> =
            has_enough.with(|all| all.iter().filter(|it| ticked(it)).cloned().collect());
        let has_patterns = !patterns.is_empty();
        let is_chosen = |it: &Section| match it {
            Section::Patterns => has_patterns,
            it => chosen.with(|all| all.iter().any(|id| id == it.named().0)),
        };
        app.journal.with(|journal| {
            // Whoever came from the east today may have chosen something tomorrow.
            let until = if last == today { Day::LAST } else { last };
            let (in_full, date, number) = (in_full.get(), sections::date, dates::number);
            let author = Author { journal, first, last, until, patterns, in_full, date, number };
            Section::ALL.into_iter().filter(is_chosen).map(|it| author.told(it)).collect()
        })
    });
    let choose = move |word: Option<String>| {
        let of = |it: &Span| Some(it.word()) == word.as_deref();
        span.set(Span::ALL.into_iter().find(of).unwrap_or_default());
    };
    let spans = Span::ALL.map(|it| Choice::new(it.word(), it.name())).to_vec();
    let choice = |it: Section| Choice::new(it.named().0, t(it.named().1));
    // Which patterns are there is chosen one by one.
    let sections = Section::ALL.into_iter().filter(|it| *it != Section::Patterns);
    let sections: Vec<Choice> = sections.map(choice).collect();
    let lead = move || span.get().said(today);
    let is_empty = move || told.with(Vec::is_empty);
    view! {
        <div class="page report">
            <PageHead
                title=t(msg::report_title())
                back=(Route::Patterns.href(), t(msg::patterns_title()))
                note=t(msg::report_lead())
            />
            <div class="stack no-print">
                <ChipChoice
                    legend=t(msg::report_span())
                    choices=spans
                    chosen=Signal::derive(move || Some(span.get().word().to_owned()))
                    on_choose=Callback::new(choose)
                />
                <ChipSet
                    legend=t(msg::report_sections())
                    choices=sections
                    chosen
                    on_toggle=Callback::new(move |id| chosen.update(|all| toggle(all, id)))
                />
                <PatternsPart has_enough chosen=patterns />
                <ToggleRow
                    label=t(msg::report_names())
                    hint=t(msg::report_names_hint())
                    on=in_full
                    on_change=Callback::new(move |on| in_full.set(on))
                />
                <Acts span chosen told />
                <h2 class="article__small">{t(msg::report_preview())}</h2>
            </div>
            <Shown
                when=move || app.loading.get().is_complete()
                fallback=|| view! { <Waiting label=t(msg::app_loading()) /> }
            >
                <div class="report__paper">
                    <p>{lead}</p>
                    <Parts parts=told />
                    <Shown when=is_empty>
                        <p class="soft">{t(msg::report_none())}</p>
                    </Shown>
                    <p class="sheet__foot">{t(msg::sheet_foot())}</p>
                </div>
            </Shown>
            <PrintedOn day=app.day_of_printing() />
        </div>
    }
}

/// The patterns that can be on the page, to be ticked one by one.
#[component]
fn PatternsPart(has_enough: Memo<Vec<Pattern>>, chosen: RwSignal<Vec<String>>) -> impl IntoView {
    let app = AppState::expect();
    let choices = Signal::derive(move || {
        let name = |journal: &Journal, it: &Pattern| {
            Choice::new(it.word(), it.name(journal, |id| names::person(id, journal)))
        };
        app.journal.with(|journal| {
            has_enough.with(|all| all.iter().map(|it| name(journal, it)).collect::<Vec<_>>())
        })
    });
    let has_none = move || has_enough.with(Vec::is_empty);
    view! {
        <ChipSet
            legend=t(msg::report_patterns_pick())
            choices
            chosen
            on_toggle=Callback::new(move |id| chosen.update(|all| toggle(all, id)))
        />
        <Shown when=has_none>
            <p class="soft small">{t(msg::report_patterns_none())}</p>
        </Shown>
    }
}

/// What can be done with the page: printing it, saving it as text, and saving the numbers alone.
#[component]
fn Acts(
    span: RwSignal<Span>,
    chosen: RwSignal<Vec<String>>,
    told: Memo<Vec<Block>>,
) -> impl IntoView {
    let app = AppState::expect();
    let today = app.today();
    let is_empty = move || told.with(Vec::is_empty);
    let save = move |()| {
        let title = format!("{}\n{}", t(msg::report_title()), span.get_untracked().said(today));
        let text = plain(&title, &told.get_untracked(), &t(msg::sheet_foot()));
        app.save_text(&text);
    };
    let save_numbers = move |()| {
        let days = span.get_untracked().days(today);
        let totals = Section::Totals.named().0;
        let with_totals = chosen.with_untracked(|all| all.iter().any(|id| id == totals));
        app.save_numbers(days, with_totals, &sections::number_words());
    };
    view! {
        <div class="cluster">
            <Button
                tone=Tone::Primary
                disabled=Signal::derive(is_empty)
                on_click=Callback::new(|()| dom::print())
            >
                <Icon name=IconName::Print />
                {t(msg::sheet_print())}
            </Button>
            <Button disabled=Signal::derive(is_empty) on_click=Callback::new(save)>
                <Icon name=IconName::Download />
                {t(msg::sheet_text())}
            </Button>
            <Button on_click=Callback::new(save_numbers)>
                <Icon name=IconName::Download />
                {t(msg::report_numbers())}
            </Button>
        </div>
        <p class="soft small">{t(msg::report_numbers_hint())}</p>
    }
}
