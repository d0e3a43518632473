//! The pace of grief: a question before, and a quiet minute after each card.

use leptos::prelude::*;
use satkarya_core::sheet::{Worksheet, is_early_grief};

use super::work::Work;
use crate::i18n::{content_text, msg, t};
use crate::platform::{address, dom};
use crate::route::Route;
use crate::state::AppState;
use crate::ui::button::{Button, LinkButton, Tone};
use crate::ui::chips::{ChipSet, Choice};
use crate::ui::page_head::PageHead;
use crate::ui::quiet_card::QuietCard;
use crate::ui::scale::Scale;
use crate::ui::shown::Shown;

/// Up to which mood help is shown.
const LOW: u8 = 2;

/// Whether now is a good time.
#[component]
pub(super) fn Opening(work: Work, opened: RwSignal<bool>, title: String) -> impl IntoView {
    let app = AppState::expect();
    let today = app.today();
    let reading = RwSignal::new(false);
    let is_early = Memo::new(move |_| {
        let with = work.it.with(|it| it.as_ref().and_then(Worksheet::with));
        app.journal.with(|journal| is_early_grief(journal, with, today))
    });
    let now = move |()| {
        opened.set(true);
        dom::focus_soon([".sheet__step[data-here] h2", "main h1"]);
    };
    let later = move |()| {
        address::go(&Route::Sheets.to_string());
        app.notices.show(msg::sheet_later_said(), None);
    };
    let cards = work.sheet.steps.iter();
    let card = |step: &'static satkarya_core::content::SheetStep| {
        let text = step.text.iter().map(|it| view! { <p>{content_text(it)}</p> }).collect_view();
        view! {
            <section class="stack stack--tight">
                <h2>{content_text(&step.title)}</h2>
                {text}
            </section>
        }
    };
    let cards = StoredValue::new(cards.collect::<Vec<_>>());
    view! {
        <PageHead title back=(Route::Sheets.href(), t(msg::sheets_title())) />
        <Early is_early />
        <section class="section stack" aria-labelledby="sheet-now">
            <h2 id="sheet-now">{t(msg::sheet_now_title())}</h2>
            <div class="cluster">
                <Button tone=Tone::Primary on_click=Callback::new(now)>
                    {t(msg::sheet_now())}
                </Button>
                <Button on_click=Callback::new(later)>{t(msg::sheet_later())}</Button>
                <Button
                    tone=Tone::Quiet
                    pressed=Signal::derive(move || Some(reading.get()))
                    on_click=Callback::new(move |()| reading.update(|it| *it = !*it))
                >
                    {t(msg::sheet_just_read())}
                </Button>
            </div>
        </section>
        <Shown when=move || reading.get()>
            <div class="stack stack--loose sheet__reading">
                {cards.with_value(|all| all.iter().copied().map(card).collect_view())}
            </div>
        </Shown>
    }
}

/// That it is early, where it is.
#[component]
pub(super) fn Early(is_early: Memo<bool>) -> impl IntoView {
    view! {
        <Shown when=move || is_early.get()>
            <p class="serif sheet__early no-print" role="status">
                {t(msg::sheet_early())}
            </p>
        </Shown>
    }
}

/// After a card: a minute to land, and how one is now.
#[component]
pub(super) fn Landing(on_go: Callback<()>, on_stop: Callback<()>) -> impl IntoView {
    let app = AppState::expect();
    let mood = RwSignal::new(None::<u8>);
    let is_unsafe = RwSignal::new(false);
    let wants_help = Memo::new(move |_| mood.get().is_some_and(|it| it <= LOW) || is_unsafe.get());
    let closed = RwSignal::new(false);
    let words = (0..=10)
        .map(|n| match n {
            0 => t(msg::sheet_now_low()),
            10 => t(msg::sheet_now_high()),
            _ => String::new(),
        })
        .collect::<Vec<_>>();
    let chosen = move || if is_unsafe.get() { vec!["unsafe".to_owned()] } else { Vec::new() };
    view! {
        <section class="stack stack--loose sheet__landing no-print" aria-labelledby="sheet-landing">
            <h2 id="sheet-landing" tabindex="-1">
                {t(msg::sheet_landing_title())}
            </h2>
            <ul class="sheet__ground">
                <li>{t(msg::sheet_landing_feet())}</li>
                <li>{t(msg::sheet_landing_five())}</li>
                <li>{t(msg::sheet_landing_who())}</li>
            </ul>
            <Scale
                legend=t(msg::sheet_how_now())
                words
                value=mood
                on_choose=Callback::new(move |it| {
                    mood.set(it);
                    closed.set(false);
                })
            />
            <ChipSet
                legend=t(msg::sheet_how_now())
                legend_hidden=true
                choices=vec![Choice::new("unsafe", t(msg::sheet_unsafe()))]
                chosen=Signal::derive(chosen)
                on_toggle=Callback::new(move |_| {
                    is_unsafe.update(|it| *it = !*it);
                    closed.set(false);
                })
            />
            <Shown when=move || wants_help.get() && !closed.get()>
                <QuietCard
                    support=Route::Support.href()
                    on_person=Callback::new(move |()| app.go_to_my_people())
                    on_close=Callback::new(move |()| closed.set(true))
                />
            </Shown>
            <div class="cluster">
                // Where it is heavy, to stop is the first thing, and going on is still there.
                <Shown
                    when=move || wants_help.get()
                    fallback=move || {
                        view! {
                            <Button tone=Tone::Primary on_click=on_go>
                                {t(msg::sheet_go_on())}
                            </Button>
                            <Button on_click=on_stop>{t(msg::sheet_stop())}</Button>
                        }
                    }
                >
                    <Button tone=Tone::Primary on_click=on_stop>
                        {t(msg::sheet_stop())}
                    </Button>
                    <Button on_click=on_go>{t(msg::sheet_go_on())}</Button>
                </Shown>
                <LinkButton tone=Tone::Quiet href=Route::SheetKind("ask").href()>
                    {t(msg::sheet_landing_ask())}
                </LinkButton>
            </div>
        </section>
    }
}
