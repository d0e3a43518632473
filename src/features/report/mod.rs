//! A page for somebody who helps: its sections are chosen, it is seen as it will be printed, and
//! nothing is on it that was not asked for.

mod sections;

use leptos::prelude::*;
use satkarya_core::time::Day;

use self::sections::{Author, Section};
use crate::i18n::{dates, msg, t};
use crate::platform::dom;
use crate::route::Route;
use crate::state::AppState;
use crate::ui::button::{Button, Tone};
use crate::ui::chips::{ChipChoice, ChipSet, Choice};
use crate::ui::icon::{Icon, IconName};
use crate::ui::page_head::PageHead;
use crate::ui::parts::{Parts, Told, plain};
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
    let told: Memo<Vec<Told>> = Memo::new(move |_| {
        let (first, last) = span.get().days(today);
        let is_chosen = |it: &Section| chosen.with(|all| all.iter().any(|id| id == it.named().0));
        app.journal.with(|journal| {
            let (in_full, date, number) = (in_full.get(), sections::date, dates::number);
            let author = Author { journal, first, last, today, in_full, date, number };
            Section::ALL.into_iter().filter(is_chosen).map(|it| author.told(it)).collect()
        })
    });
    let toggle = move |id: String| {
        chosen.update(|all| {
            let n = all.len();
            all.retain(|it| *it != id);
            if all.len() == n {
                all.push(id);
            }
        });
    };
    let choose = move |word: Option<String>| {
        let of = |it: &Span| Some(it.word()) == word.as_deref();
        span.set(Span::ALL.into_iter().find(of).unwrap_or_default());
    };
    let spans = Span::ALL.map(|it| Choice::new(it.word(), it.name())).to_vec();
    let choice = |it: Section| Choice::new(it.named().0, t(it.named().1));
    let sections = Section::ALL.map(choice).to_vec();
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
                    on_toggle=Callback::new(toggle)
                />
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

/// What can be done with the page: printing it, saving it as text, and saving the numbers alone.
#[component]
fn Acts(
    span: RwSignal<Span>,
    chosen: RwSignal<Vec<String>>,
    told: Memo<Vec<Told>>,
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
