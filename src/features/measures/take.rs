//! What to tell a doctor or therapist: one page from what somebody ticks, on paper and as plain text.

use leptos::prelude::*;
use satkarya_core::content;
use satkarya_core::measure::{LatestTotal, MeasureChoice, choice, latest_totals, own_words};
use satkarya_core::record::Body;
use satkarya_core::text::Note;

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
use crate::ui::versions::{Versions, different};

/// Begins a visit to somebody's own words, which have a record of their own.
fn words(app: AppState) -> Visit {
    let words = app.journal.with_untracked(own_words);
    let blank = Body::Measures(MeasureChoice { words, ..MeasureChoice::default() });
    let visit = Visit::begin_or_make(app, MeasureChoice::WORDS, fill, blank);
    visit.before_making(leave_old_place);
    visit
}

/// Takes the words from where they stood at first, in one step with making the place of their own.
fn leave_old_place(app: AppState, _: &Body) {
    let old =
        app.journal.with_untracked(|it| choice(it).filter(|it| !it.words.is_empty()).cloned());
    if let Some(old) = old {
        let body = Body::Measures(MeasureChoice { words: Note::default(), ..old });
        app.put_along(MeasureChoice::ID, body);
    }
}

/// Puts somebody's own words into their record.
fn fill(body: &mut Body, _field: usize, text: &str) -> bool {
    if let Body::Measures(it) = body {
        it.words = Note::cut(text);
    }
    true
}

/// The words of a version, or of what is there now.
fn read(body: &Body) -> Option<String> {
    if let Body::Measures(it) = body { Some(it.words.to_string()) } else { None }
}

/// What a version said.
fn said(body: &Body) -> Option<AnyView> {
    let words = read(body).filter(|it| !it.trim().is_empty())?;
    let words = view! { <p class="own-words" translate="no" dir="auto">{words}</p> };
    Some(words.into_any())
}

/// A heading and what stands below it.
type Part = (String, Vec<String>);

/// What is said of one measure.
fn part(it: &LatestTotal<'_>, totals: bool, difficulty: bool) -> Part {
    let day = |day| dates::day(day, DateStyle::Full);
    let latest = &it.latest;
    let mut lines = Vec::new();
    if totals {
        lines.push(t(msg::measures_take_total(
            latest.total.to_string(),
            it.measure.most().to_string(),
            day(latest.day()),
            it.band.map(|band| content_text(&band.word)).unwrap_or_default(),
        )));
        if let (Some((start, total)), Some(change)) = (it.start, it.change) {
            lines.push(t(msg::measures_take_since(day(start), total.to_string())));
            lines.push(t(measures::change(change)));
        }
    }
    if let (true, Some(extra), Some(answer)) = (difficulty, &it.measure.extra, it.extra) {
        lines.push(format!("{} {}", content_text(&extra.text), content_text(answer)));
    }
    (content_text(&it.measure.title), lines)
}

/// What is ticked, and somebody's own words.
#[derive(Clone, Copy)]
struct Take {
    app: AppState,
    visit: Visit,
    totals: RwSignal<bool>,
    difficulty: RwSignal<bool>,
    with_words: RwSignal<bool>,
    /// What stands on the page of the measures. Put together anew when one of them changes, and not at
    /// each key press.
    of_measures: Memo<Vec<Part>>,
}

impl Take {
    fn begin(app: AppState) -> Self {
        let (totals, difficulty) = (RwSignal::new(true), RwSignal::new(false));
        let of_measures = Memo::new(move |_| {
            let (totals, difficulty) = (totals.get(), difficulty.get());
            app.journal.with(|it| {
                let latest = latest_totals(it, content::measures(), app.today());
                let parts = latest.iter().map(|it| part(it, totals, difficulty));
                parts.filter(|it| !it.1.is_empty()).collect::<Vec<Part>>()
            })
        });
        let visit = words(app);
        Self { app, visit, totals, difficulty, with_words: RwSignal::new(true), of_measures }
    }

    /// What was typed, or else what is kept. Reactive.
    fn words(self) -> String {
        self.visit.typed(0).or_else(|| self.visit.read(read)).unwrap_or_default()
    }

    /// Whether this holds for the latest total of one measure. Reactive.
    fn any(self, is: fn(&LatestTotal<'_>) -> bool) -> bool {
        let today = self.app.today();
        self.app.journal.with(|it| latest_totals(it, content::measures(), today).iter().any(is))
    }

    /// What stands on the page of somebody's own words, if they are to stand there. Reactive.
    fn of_words(self) -> Option<Part> {
        if !self.with_words.get() {
            return None;
        }
        let own = self.words();
        let own = own.trim();
        (!own.is_empty()).then(|| (t(msg::measures_take_words()), vec![own.to_owned()]))
    }

    /// The page as plain text.
    fn plain(self) -> String {
        let mut blocks = vec![t(measures::gp())];
        let (of_measures, of_words) = untrack(|| (self.of_measures.get(), self.of_words()));
        let parts = of_measures.into_iter().chain(of_words);
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
    let take = Take::begin(app);
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
                    {move || take.of_measures.get().into_iter().map(view_of).collect_view()}
                    {move || take.of_words().map(view_of)}
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
    let versions = take.app.versions_of(MeasureChoice::WORDS);
    let earlier = move || {
        let mut all = different(versions.get(), take.visit.read(read), read);
        all.retain(|it| read(&it.body).is_some_and(|words| !words.trim().is_empty()));
        all
    };
    let restore = move |body: Body| {
        take.visit.save();
        take.app.bring_back(MeasureChoice::WORDS, body);
    };
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
                <Versions
                    versions=Signal::derive(earlier)
                    now=take.app.now()
                    said=said
                    on_restore=Callback::new(restore)
                />
            </Shown>
        </section>
    }
}
