//! Questionnaires of others, for whoever wants them: what each is, filling one in, and what may be
//! said of a total. None is asked for unless somebody chose it.

#![expect(unreachable_pub, reason = "the component macro makes every component public")]

mod filled;
mod over_time;
mod panel;
mod result;
mod take;

use leptos::prelude::*;
use satkarya_core::content::{self, Measure, Source};
use satkarya_core::measure::{
    Filled, MeasureChoice, Often, begun, choice, filled as all_of, history,
};
use satkarya_core::record::Body;

pub use self::filled::FilledPage;
pub use self::over_time::OverTimePage;
pub use self::panel::SupportPanel;
use self::result::info;
pub use self::take::TakePage;
use crate::i18n::dates::{self, DateStyle};
use crate::i18n::{content_text, measures, msg, t};
use crate::platform::address;
use crate::route::Route;
use crate::state::{AppState, Visit};
use crate::ui::button::{Button, LinkButton, Tone};
use crate::ui::chips::ChipChoice;
use crate::ui::choices::{at, numbered, place};
use crate::ui::disclosure::Disclosure;
use crate::ui::page_head::PageHead;
use crate::ui::shown::Shown;
use crate::ui::toggle_row::ToggleRow;

/// The page.
#[component]
pub fn MeasuresPage() -> impl IntoView {
    let app = AppState::expect();
    let visit = choosing(app);
    let is_any_asked = Memo::new(move |_| {
        app.journal.with(|it| choice(it).is_some_and(|it| !it.asked.is_empty()))
    });
    let often = move || app.journal.with(|it| choice(it).map(MeasureChoice::often));
    let chosen = move || place(Often::ALL, &often().unwrap_or(Often::Period));
    let choose = move |name: Option<String>| {
        let often = name.and_then(|it| at(Often::ALL, &it));
        choose(visit, |it| it.often = often);
    };
    let [how_often, note] = measures::how_often().map(t);
    view! {
        <div class="page measures">
            <PageHead
                title=t(measures::title())
                back=(Route::Patterns.href(), t(msg::patterns_title()))
                note=t(measures::lead())
            />
            {content::measures().iter().map(|it| view! { <One visit measure=it /> }).collect_view()}
            <Shown when=move || is_any_asked.get()>
                <section class="section stack">
                    <ChipChoice
                        legend=how_often.clone()
                        choices=Signal::stored(numbered(Often::ALL, measures::often))
                        chosen=Signal::derive(chosen)
                        on_choose=Callback::new(choose)
                    />
                    <p class="soft small">{note.clone()}</p>
                </section>
            </Shown>
            <p class="section">
                <LinkButton href=Route::Told.href()>{t(measures::gp())}</LinkButton>
            </p>
        </div>
    }
}

/// Begins a visit to what somebody chose about the measures.
fn choosing(app: AppState) -> Visit {
    let blank = Body::Measures(MeasureChoice::default());
    Visit::begin_or_make(app, MeasureChoice::ID, |_, _, _| true, blank)
}

fn choose(visit: Visit, act: impl FnOnce(&mut MeasureChoice)) {
    visit.change(|body| {
        if let Body::Measures(it) = body {
            act(it);
        }
    });
}

/// One measure: what it is, where one is with it, and whether it is asked for.
#[component]
fn One(visit: Visit, measure: &'static Measure) -> impl IntoView {
    let app = AppState::expect();
    let today = app.today();
    let id = measure.id.as_str();
    let open =
        Memo::new(move |_| app.journal.with(|it| begun(it, &measure.id, today).map(|it| it.0.id)));
    let has_any = Memo::new(move |_| app.journal.with(|it| !all_of(it, &measure.id).is_empty()));
    let latest = move || {
        let latest =
            app.journal.with(|it| history(it, measure).last().map(|it| (it.total, it.day())));
        let none = || {
            if has_any.get() || open.get().is_some() {
                msg::measures_none_whole()
            } else {
                msg::measures_none_yet()
            }
        };
        t(latest.map_or_else(none, |(total, day)| {
            let day = dates::day(day, DateStyle::Medium);
            msg::measures_latest(total.to_string(), measure.most().to_string(), day)
        }))
    };
    let begin = move |()| {
        let blank = Body::Filled(Filled::new(measure.id.clone(), app.today()));
        if let Some(id) = app.open_blank(blank) {
            address::go(&Route::Filled(id).to_string());
        }
    };
    let words =
        move || t(if has_any.get() { msg::measures_again() } else { msg::measures_begin() });
    let name = move |words: String| format!("{words}: {}", content_text(&measure.title));
    let button = move || match open.get() {
        Some(id) => view! {
            <a
                class="button button--primary"
                href=Route::Filled(id).href()
                aria-label=name(t(msg::measures_go_on()))
            >
                {t(msg::measures_go_on())}
            </a>
        }
        .into_any(),
        None => view! {
            <Button
                label=Signal::derive(move || name(words()))
                on_click=Callback::new(begin)
            >
                {words}
            </Button>
        }
        .into_any(),
    };
    let asks = move || app.journal.with(|it| choice(it).is_some_and(|it| it.asks(&measure.id)));
    let ask = move |on: bool| {
        choose(visit, |it| {
            it.asked.retain(|it| *it != measure.id);
            it.asked.extend(on.then(|| measure.id.clone()));
        });
    };
    let n = i64::try_from(measure.items.len());
    view! {
        <section class="section stack" aria-labelledby=format!("measure-{id}")>
            <h2 id=format!("measure-{id}")>{content_text(&measure.title)}</h2>
            <p>{content_text(&measure.lead)}</p>
            <p class="soft">{t(msg::measures_about(n.unwrap_or_default()))}</p>
            <p>{latest}</p>
            <div class="cluster">
                {button} <Shown when=move || has_any.get()>
                    <LinkButton
                        tone=Tone::Quiet
                        href=Route::Measure(id).href()
                    >
                        {t(msg::measures_over_time_of(content_text(&measure.title)))}
                    </LinkButton>
                </Shown>
            </div>
            <ToggleRow
                label=t(measures::ask(measure))
                on=Signal::derive(asks)
                on_change=Callback::new(ask)
            />
            <div>
                <Disclosure summary=t(msg::measures_means())>{info(measure)}</Disclosure>
                <Disclosure summary=t(msg::measures_terms())>
                    <p>{content_text(&measure.notice)}</p>
                    <p>{content_text(&measure.licence)}</p>
                    <ul>{measure.sources.iter().map(source).collect_view()}</ul>
                </Disclosure>
            </div>
        </section>
    }
}

fn source(source: &'static Source) -> impl IntoView {
    view! { <li>{content_text(source.citation())}</li> }
}
