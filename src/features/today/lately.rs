//! What was noted lately: earlier today, the last seven days in one sentence, what was starred,
//! and one thing to write about.

use leptos::prelude::*;
use satkarya_core::content::{self, PromptPhase};
use satkarya_core::id::Id;
use satkarya_core::journal::EntryRef;
use satkarya_core::record::Origin;
use satkarya_core::time::Day;

use crate::i18n::{content_text, msg, t};
use crate::route::Route;
use crate::state::AppState;
use crate::ui::button::{Button, Tone};
use crate::ui::entry_row::EntryRow;
use crate::ui::keyed::Keyed;
use crate::ui::shown::Shown;

/// How many starred entries are shown.
const N_STARRED: usize = 3;
/// The word under which the day is kept on which the prompt was put away.
const PROMPT: &str = "prompt";

/// A heading with rows of entries under it.
#[component]
fn Rows(title: String, #[prop(into)] ids: Signal<Vec<Id>>) -> impl IntoView {
    let app = AppState::expect();
    view! {
        <section class="section">
            <h2>{title}</h2>
            <ul class="entries" role="list">
                <Keyed each=move || ids.get() key=|id| *id let:id>
                    <EntryRow id href=Route::Entry(id).href() journal=app.journal />
                </Keyed>
            </ul>
        </section>
    }
}

/// The entries of today.
#[component]
pub fn EarlierToday() -> impl IntoView {
    let app = AppState::expect();
    let ids = Memo::new(move |_| {
        let today = app.today();
        app.journal.with(|journal| {
            journal.entries_between(today, today).rev().map(|it| it.record.id).collect::<Vec<_>>()
        })
    });
    view! {
        <Shown when=move || !ids.with(Vec::is_empty)>
            <Rows title=t(msg::today_earlier()) ids />
        </Shown>
    }
}

/// What was starred, newest first.
#[component]
pub fn Starred() -> impl IntoView {
    let app = AppState::expect();
    let ids = Memo::new(move |_| {
        app.journal.with(|journal| {
            let starred = journal.entries().rev().filter(|it| it.entry.star);
            starred.take(N_STARRED).map(|it| it.record.id).collect::<Vec<_>>()
        })
    });
    view! {
        <Shown when=move || !ids.with(Vec::is_empty)>
            <Rows title=t(msg::today_starred()) ids />
        </Shown>
    }
}

/// The last seven days in one sentence. Days without an entry are nobody's business.
#[component]
pub fn LastDays() -> impl IntoView {
    let app = AppState::expect();
    let n = Memo::new(move |_| {
        let today = app.today();
        let first = today.plus_days(-6).unwrap_or(today);
        app.journal.with(|journal| {
            let own = |it: &EntryRef<'_>| it.record.origin == Origin::Own;
            journal.entries_between(first, today).filter(own).count()
        })
    });
    view! {
        <Shown when=move || { n.get() > 0 }>
            <section class="section">
                <h2>{t(msg::today_week_title())}</h2>
                <p>{move || t(msg::today_week_body(i64::try_from(n.get()).unwrap_or(i64::MAX)))}</p>
            </section>
        </Shown>
    }
}

/// One thing to write about. Skipped for the day with a tap, or for good in the settings.
#[component]
pub fn WriteAbout() -> impl IntoView {
    let app = AppState::expect();
    let today = app.today();
    let shown = move || {
        app.prefs.with(|prefs| !prefs.no_prompts().is_on() && prefs.put_away(PROMPT) != Some(today))
    };
    let prompts = content::prompts_for(PromptPhase::Any, None).collect::<Vec<_>>();
    let n_prompts = prompts.len().max(1);
    // The same question all day, another one tomorrow.
    let first = usize::try_from(today.days_since(Day::FIRST)).unwrap_or(0);
    let place = RwSignal::new(first % n_prompts);
    let text = Memo::new(move |_| prompts.get(place.get()).map(|it| content_text(it.text())));
    let write = move |()| app.write_about(text.get_untracked());
    view! {
        <Shown when=move || shown() && text.with(Option::is_some)>
            <section class="section">
                <div class="next-step">
                    <h2 class="next-step__label">{t(msg::today_prompt_title())}</h2>
                    <p class="serif">{move || text.get()}</p>
                    <div class="cluster">
                        <Button on_click=Callback::new(write)>{t(msg::today_prompt_write())}</Button>
                        <Button
                            tone=Tone::Quiet
                            on_click=Callback::new(move |()| {
                                place.update(|place| *place = (*place + 1) % n_prompts);
                            })
                        >
                            {t(msg::today_prompt_another())}
                        </Button>
                        <Button
                            tone=Tone::Quiet
                            on_click=Callback::new(move |()| {
                                app.set_prefs(|prefs| prefs.set_put_away(PROMPT, today));
                            })
                        >
                            {t(msg::today_prompt_hide())}
                        </Button>
                    </div>
                </div>
            </section>
        </Shown>
    }
}
