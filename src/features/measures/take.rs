//! What to tell a doctor or therapist: one page from what somebody ticks, on paper and as plain text.

use leptos::prelude::*;
use satkarya_core::content;
use satkarya_core::measure::{Told, told};
use satkarya_core::record::Body;
use satkarya_core::text::Note;

use super::choosing;
use crate::i18n::dates::{self, DateStyle};
use crate::i18n::{content_text, measures, msg, t};
use crate::platform::dom;
use crate::route::Route;
use crate::state::{AppState, Visit};
use crate::ui::button::{Button, Tone};
use crate::ui::icon::{Icon, IconName};
use crate::ui::not_kept::NotKept;
use crate::ui::page_head::PageHead;
use crate::ui::printed_on::PrintedOn;
use crate::ui::shown::Shown;
use crate::ui::text_area::TextArea;
use crate::ui::toggle_row::ToggleRow;

/// Puts somebody's own words beside what they chose.
pub(super) fn fill(body: &mut Body, _field: usize, text: &str) -> bool {
    if let Body::Measures(it) = body {
        it.words = Note::cut(text);
    }
    true
}

/// A heading and what stands below it.
type Part = (String, Vec<String>);

/// What is said of one measure.
fn part(told: &Told<'_>, totals: bool, difficulty: bool) -> Part {
    let day = |day| dates::day(day, DateStyle::Full);
    let latest = &told.latest;
    let mut lines = Vec::new();
    if totals {
        lines.push(t(msg::measures_take_total(
            latest.total.to_string(),
            told.measure.most().to_string(),
            day(latest.day()),
            told.band.map(|it| content_text(&it.word)).unwrap_or_default(),
        )));
        if let (Some((start, total)), Some(change)) = (told.start, told.change) {
            lines.push(t(msg::measures_take_since(day(start), total.to_string())));
            lines.push(t(measures::change(change)));
        }
    }
    if let (true, Some(extra), Some(answer)) = (difficulty, &told.measure.extra, told.extra) {
        lines.push(format!("{} {}", content_text(&extra.text), content_text(answer)));
    }
    (content_text(&told.measure.title), lines)
}

/// What is ticked, and somebody's own words.
#[derive(Clone, Copy)]
struct Take {
    app: AppState,
    visit: Visit,
    totals: RwSignal<bool>,
    difficulty: RwSignal<bool>,
    with_words: RwSignal<bool>,
}

impl Take {
    /// What was typed, or else what is kept. Reactive.
    fn words(self) -> String {
        let read = |body: &Body| {
            if let Body::Measures(it) = body { Some(it.words.to_string()) } else { None }
        };
        self.visit.typed(0).or_else(|| self.visit.read(read)).unwrap_or_default()
    }

    /// Whether this holds for the latest total of one measure. Reactive.
    fn any(self, is: fn(&Told<'_>) -> bool) -> bool {
        let today = self.app.today();
        self.app.journal.with(|it| told(it, content::measures(), today).iter().any(is))
    }

    /// What stands on the page. Reactive.
    fn parts(self) -> Vec<Part> {
        let today = self.app.today();
        let (totals, difficulty) = (self.totals.get(), self.difficulty.get());
        let mut parts: Vec<Part> = self.app.journal.with(|it| {
            let told = told(it, content::measures(), today);
            let parts = told.iter().map(|it| part(it, totals, difficulty));
            parts.filter(|it| !it.1.is_empty()).collect()
        });
        let own = self.words();
        if self.with_words.get() && !own.trim().is_empty() {
            parts.push((t(msg::measures_take_words()), vec![own.trim().to_owned()]));
        }
        parts
    }

    /// The page as plain text.
    fn plain(self) -> String {
        let mut blocks = vec![t(measures::gp())];
        let parts = untrack(|| self.parts()).into_iter();
        blocks.extend(parts.map(|(title, lines)| format!("{title}\n{}", lines.join("\n"))));
        if untrack(|| self.any(|_| true)) {
            blocks.push(t(msg::measures_no_diagnosis()));
        }
        format!("{}\n", blocks.join("\n\n"))
    }
}

/// The page.
#[component]
pub fn TakePage() -> impl IntoView {
    let app = AppState::expect();
    let take = Take {
        app,
        visit: choosing(app),
        totals: RwSignal::new(true),
        difficulty: RwSignal::new(false),
        with_words: RwSignal::new(true),
    };
    let save = move |()| {
        take.visit.save();
        app.save_text(&take.plain());
    };
    let print = move |()| {
        take.visit.save();
        dom::print();
    };
    let view_of = |(title, lines): Part| {
        let line = |it: String| view! { <p class="measure-take__line" dir="auto">{it}</p> };
        view! {
            <h3>{title}</h3>
            {lines.into_iter().map(line).collect_view()}
        }
    };
    view! {
        <div class="page measure-take">
            <PageHead
                title=t(measures::gp())
                back=(Route::Measures.href(), t(measures::title()))
                note=t(msg::measures_take_lead())
            />
            <Choosing take />
            <section class="section stack stack--tight" aria-labelledby="take-page">
                <h2 class="no-print" id="take-page">
                    {t(msg::measures_take_preview())}
                </h2>
                <div class="stack stack--tight">
                    {move || take.parts().into_iter().map(view_of).collect_view()}
                </div>
                <Shown when=move || take.any(|_| true)>
                    <p class="soft">{t(msg::measures_no_diagnosis())}</p>
                </Shown>
                <PrintedOn day=app.day_of_printing() />
            </section>
            <div class="cluster no-print">
                <Button tone=Tone::Primary on_click=Callback::new(print)>
                    <Icon name=IconName::Print />
                    {t(msg::sheet_print())}
                </Button>
                <Button on_click=Callback::new(save)>
                    <Icon name=IconName::Download />
                    {t(msg::sheet_text())}
                </Button>
            </div>
        </div>
    }
}

/// What can stand on the page.
#[component]
fn Choosing(take: Take) -> impl IntoView {
    let has_any = Memo::new(move |_| take.any(|_| true));
    let has_extra = Memo::new(move |_| take.any(|it| it.extra.is_some()));
    let tick = move |label: String, on: RwSignal<bool>| {
        view! { <ToggleRow label on on_change=Callback::new(move |is_on| on.set(is_on)) /> }
    };
    view! {
        <section class="stack no-print" aria-labelledby="take-choose">
            <h2 id="take-choose">{t(msg::measures_take_choose())}</h2>
            <Shown
                when=move || has_any.get()
                fallback=|| view! { <p class="soft">{t(msg::measures_take_none())}</p> }
            >
                {tick(t(msg::measures_take_totals()), take.totals)}
                <Shown when=move || has_extra.get()>
                    {tick(t(msg::measures_take_difficulty()), take.difficulty)}
                </Shown>
            </Shown>
            {tick(t(msg::measures_take_words()), take.with_words)}
            <Shown when=move || take.with_words.get()>
                <div on:focusout=move |_| take.visit.save()>
                    <TextArea
                        label=t(msg::measures_take_words())
                        hint=t(msg::measures_take_words_hint())
                        value=Signal::derive(move || take.words())
                        on_input=Callback::new(move |text| take.visit.type_in(0, text))
                    />
                    <NotKept when=take.app.is_read_only() />
                </div>
            </Shown>
        </section>
    }
}
