//! One time that a measure is filled in: the form, and what is said once it is ended.

use leptos::prelude::*;
use satkarya_core::content::{FieldId, Measure, MeasureOption};
use satkarya_core::id::Id;
use satkarya_core::measure::{Filled, begun, safety_answer};
use satkarya_core::record::Body;

use super::result::ResultView;
use crate::i18n::dates::{self, DateStyle};
use crate::i18n::{content_text, measures, msg, t};
use crate::platform::{address, dom};
use crate::route::Route;
use crate::state::{AppState, Energy, Visit};
use crate::ui::button::{Button, Tone};
use crate::ui::chips::{ChipChoice, Choice};
use crate::ui::gone::Gone;
use crate::ui::keyed::Keyed;
use crate::ui::not_kept::NotKept;
use crate::ui::page_head::PageHead;
use crate::ui::shown::Shown;

/// What was filled in; none once it is gone. Reactive.
pub(super) fn read(visit: Visit) -> Option<Filled> {
    visit.read(|body| if let Body::Filled(it) = body { Some(it.clone()) } else { None })
}

/// Changes what was filled in.
pub(super) fn change(visit: Visit, act: impl FnOnce(&mut Filled)) {
    visit.change(|body| {
        if let Body::Filled(it) = body {
            act(it);
        }
    });
}

/// The page.
#[component]
pub fn FilledPage(
    /// Which time.
    id: Id,
) -> impl IntoView {
    let app = AppState::expect();
    let visit = Visit::begin(app, id, |_, _, _| true);
    let measure = Memo::new(move |_| read(visit)?.asked().map(|it| it.id.as_str()));
    move || match measure.get().and_then(satkarya_core::content::measure) {
        Some(measure) => view! { <There visit measure /> }.into_any(),
        None => {
            view! { <Gone back=Route::Measures.href() title=t(measures::title()) /> }.into_any()
        }
    }
}

/// Opens the support panel where the answer asks for it, and says whether it does.
pub(super) fn offer_support(app: AppState, measure: &Measure, filled: Option<&Filled>) -> bool {
    let answer = filled.and_then(|it| safety_answer(measure, it));
    let answer = answer.filter(|it| it.opens_support());
    if answer.is_some() {
        app.support_panel.set(answer);
    }
    answer.is_some()
}

/// One that is there: asked while it is not ended, or while its answers are changed.
#[component]
fn There(visit: Visit, measure: &'static Measure) -> impl IntoView {
    let app = AppState::expect();
    let today = app.today();
    let filled = Memo::new(move |_| read(visit));
    let changing = RwSignal::new(false);
    // What it asks about moves on with the days: one that was left long ago is only looked at. Where
    // nothing is left out, it can still be ended.
    let is_open = Memo::new(move |_| {
        let Some(it) = filled.get().filter(|it| !it.ended) else { return false };
        let is_latest = || {
            app.journal.with(|journal| begun(journal, &it.measure, today).map(|it| it.0.id))
                == Some(visit.id)
        };
        !visit.is_made() || it.missing(measure).is_empty() || is_latest()
    });
    let asks = Memo::new(move |_| changing.get() || is_open.get());
    // Whoever goes elsewhere with the form open is met by the panel there; on Support they are where
    // it leads.
    on_cleanup(move || {
        let is_left = asks.try_get_untracked().unwrap_or(false);
        if is_left && app.route.get_untracked() != Route::Support {
            let now = app.journal.with_untracked(|it| it.get(visit.id)?.filled().cloned());
            offer_support(app, measure, now.as_ref());
        }
    });
    let finish = move |()| {
        if !untrack(|| visit.is_made()) {
            // Nothing was answered, so there is nothing to keep.
            return address::go(&Route::Measures.to_string());
        }
        let was_ended = untrack(|| filled.with(|it| it.as_ref().is_some_and(|it| it.ended)));
        change(visit, |it| it.ended = true);
        changing.set(false);
        // What is changed later leaves this as a version.
        visit.keep_version();
        if untrack(|| asks.get()) {
            // This tab may not write, which was said. What it shows opens the panel all the same.
            offer_support(app, measure, untrack(|| filled.get()).as_ref());
            return;
        }
        let now = untrack(|| filled.get());
        let is_whole = now.as_ref().is_some_and(|it| it.total(measure).is_some());
        let words =
            if is_whole { msg::measures_finished() } else { msg::measures_finished_unfinished() };
        let is_offered = offer_support(app, measure, now.as_ref());
        // Where it was ended before, the last change is another one; and so it is once the panel was
        // closed.
        if was_ended || is_offered {
            app.notices.show(words, None);
        } else {
            app.show_undo(words);
        }
        dom::scroll_to_top();
        dom::focus_soon(["dialog[open] h2", "main h1"]);
    };
    let day = move || {
        let it = filled.get()?;
        let day = dates::day(it.day, DateStyle::Full);
        let is_old = it.day != today;
        match asks.get() {
            true if is_old => Some(t(msg::measures_of_day(day))),
            true => None,
            false if it.total(measure).is_none() => Some(t(msg::measures_of_day(day))),
            false => Some(t(msg::measures_filled_on(day))),
        }
    };
    view! {
        <div class="page measure">
            <PageHead
                title=content_text(&measure.title)
                back=(Route::Measures.href(), t(measures::title()))
                note=Signal::derive(day)
            />
            <Shown
                when=move || asks.get()
                fallback=move || view! { <ResultView visit measure filled changing /> }
            >
                <Form visit measure filled on_finish=Callback::new(finish) />
            </Shown>
        </div>
    }
}

/// Something that is asked: an item, or the question beside them.
#[derive(Clone, Copy)]
struct Ask {
    id: &'static FieldId,
    text: &'static str,
    options: &'static [MeasureOption],
    /// Whether it counts in the total.
    counts: bool,
}

/// What a measure asks, in its order.
fn asks_of(measure: &'static Measure) -> Vec<Ask> {
    let options = &*measure.options;
    let item = |id, text, options, counts| Ask { id, text, options, counts };
    let items = measure.items.iter().map(|it| item(&it.id, &*it.text, options, true));
    items
        .chain(measure.extra.iter().map(|it| item(&it.id, &*it.text, &*it.options, false)))
        .collect()
}

/// The form: all at once, or one at a time for somebody with little energy.
#[component]
fn Form(
    visit: Visit,
    measure: &'static Measure,
    filled: Memo<Option<Filled>>,
    on_finish: Callback<()>,
) -> impl IntoView {
    let app = AppState::expect();
    let is_low = Memo::new(move |_| app.prefs.with(|prefs| prefs.energy() == Energy::Low));
    let n_asks = asks_of(measure).len();
    // Whoever goes on does so at the first question without an answer.
    let first = filled.with_untracked(|it| {
        let has =
            |ask: &Ask| it.as_ref().is_some_and(|it| it.answers.get(ask.id.as_str()).is_some());
        asks_of(measure).iter().position(|ask| !has(ask)).unwrap_or(0)
    });
    let at = RwSignal::new(first);
    let shown = move || {
        let one = is_low.get().then(|| at.get());
        let all = asks_of(measure).into_iter().enumerate();
        all.filter(|it| one.is_none_or(|n| n == it.0)).collect::<Vec<_>>()
    };
    let go = move |to: usize| {
        at.set(to);
        dom::scroll_to_top();
        dom::focus_soon(["#measure-stem"]);
    };
    let is_last = move || !is_low.get() || at.get() + 1 >= n_asks;
    let next = move |()| {
        if untrack(is_last) { on_finish.run(()) } else { go(at.get_untracked() + 1) }
    };
    let back = move |()| go(at.get_untracked().saturating_sub(1));
    view! {
        <section class="stack stack--loose" aria-labelledby="measure-stem">
            <div class="stack stack--tight">
                <h2 class="measure__stem" id="measure-stem" tabindex="-1">
                    {content_text(&measure.stem)}
                </h2>
                <p class="soft small">{t(msg::measures_keeps())}</p>
                <NotKept when=app.is_read_only() />
            </div>
            <Shown when=move || is_low.get()>
                <div class="cluster cluster--between">
                    <p class="soft small">
                        {move || {
                            t(msg::measures_nth((at.get() + 1).to_string(), n_asks.to_string()))
                        }}
                    </p>
                    <Shown when=move || { at.get() > 0 }>
                        <Button tone=Tone::Quiet on_click=Callback::new(back)>
                            {t(msg::common_back())}
                        </Button>
                    </Shown>
                </div>
            </Shown>
            <Keyed
                each=shown
                key=|it| it.0
                children=move |(_, ask)| question(app, visit, measure, filled, ask)
            />
            <div class="form-actions">
                <Button tone=Tone::Primary on_click=Callback::new(next)>
                    {move || t(if is_last() { msg::measures_finish() } else { msg::common_next() })}
                </Button>
                <a class="button button--quiet" href=Route::Measures.href()>
                    {t(msg::measures_stop())}
                </a>
            </div>
        </section>
    }
}

fn question(
    app: AppState,
    visit: Visit,
    measure: &'static Measure,
    filled: Memo<Option<Filled>>,
    ask: Ask,
) -> AnyView {
    // One that counts keeps counting: an answer is changed, and not taken away by a second tap.
    let is_open = untrack(|| filled.with(|it| it.as_ref().is_none_or(|it| !it.ended)));
    let choice = |it: &MeasureOption| Choice::new(it.value.to_string(), content_text(&it.text));
    let choices: Vec<Choice> = ask.options.iter().map(choice).collect();
    let chosen = move || {
        filled.with(|it| it.as_ref()?.answers.get(ask.id.as_str())).map(|it| it.to_string())
    };
    let choose = move |value: Option<String>| {
        let value = value.and_then(|it| it.parse().ok());
        change(visit, |it| it.answer(measure, ask.id, value));
        app.offer_unkept_support(measure, ask.id, value);
    };
    view! {
        <div class="measure__question">
            {(!ask.counts)
                .then(|| view! { <p class="soft small">{t(msg::measures_not_counted())}</p> })}
            <ChipChoice
                legend=content_text(ask.text)
                choices=Signal::stored(choices)
                chosen=Signal::derive(chosen)
                clearable=is_open
                on_choose=Callback::new(choose)
            />
        </div>
    }
    .into_any()
}
