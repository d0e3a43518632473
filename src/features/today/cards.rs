//! The three cards after the first save: where this lives, how to keep it, what to do if things
//! get hard. They can be skipped and do not come back.

use leptos::prelude::*;

use crate::i18n::{Msg, msg, t};
use crate::platform::dom;
use crate::route::{Route, SettingsPart};
use crate::state::AppState;
use crate::ui::button::{Button, LinkButton, Tone};
use crate::ui::shown::Shown;

/// One card: heading, text, a smaller note, and where its link leads.
struct Card {
    title: fn() -> Msg,
    body: fn() -> Msg,
    note: Option<fn() -> Msg>,
    link: Option<(Route, fn() -> Msg)>,
}

const CARDS: [Card; 3] = [
    Card {
        title: msg::firstrun_where_title,
        body: msg::firstrun_where_body,
        note: Some(msg::firstrun_where_note),
        link: None,
    },
    Card {
        title: msg::firstrun_keep_title,
        body: msg::firstrun_keep_body,
        note: None,
        link: Some((Route::SettingsPart(SettingsPart::Keeping), msg::firstrun_keep_action)),
    },
    Card {
        title: msg::firstrun_hard_title,
        body: msg::firstrun_hard_body,
        note: None,
        link: Some((Route::Support, msg::firstrun_hard_action)),
    },
];

/// Before the first save a welcome in one sentence; after it the three cards, one at a time.
#[component]
pub fn FirstCards() -> impl IntoView {
    let app = AppState::expect();
    let own = Memo::new(move |_| {
        app.journal.with(|journal| journal.records().any(|record| record.shelf().is_some()))
    });
    let seen = move || app.prefs.with(|prefs| prefs.cards_seen().is_on());
    let step = RwSignal::new(0_usize);
    let done = move |()| app.set_prefs(|prefs| prefs.set_cards_seen(true.into()));
    let next = move |()| {
        if step.get_untracked() + 1 < CARDS.len() {
            step.update(|step| *step += 1);
        } else {
            done(());
        }
    };
    let has_sample = Memo::new(move |_| app.prefs.with(|prefs| prefs.sample().is_some()));
    let sample = move |()| {
        if has_sample.get_untracked() {
            app.remove_sample();
        } else {
            app.show_sample();
            app.notices.show(msg::sample_shown(), None);
        }
    };
    view! {
        <Shown when=move || !own.get() && !seen()>
            <aside class="section stack stack--tight">
                <p>{t(msg::firstrun_welcome())}</p>
                <p class="soft">{t(msg::firstrun_welcome_hint())}</p>
                <p class="soft small">{t(msg::about_not())}</p>
            </aside>
            <section class="section stack stack--tight">
                <h2>{t(msg::sample_title())}</h2>
                <p class="soft">{t(msg::sample_body())}</p>
                <div class="cluster">
                    <Button tone=Tone::Quiet on_click=Callback::new(sample)>
                        {move || {
                            t(if has_sample.get() { msg::sample_remove() } else { msg::sample_add() })
                        }}
                    </Button>
                </div>
            </section>
        </Shown>
        <Shown when=move || own.get() && !seen()>
            {move || {
                CARDS
                    .get(step.get())
                    .map(|card| {
                        view! {
                            <FirstCard card step=step.get() on_next=Callback::new(next) on_skip=Callback::new(done) />
                        }
                    })
            }}
        </Shown>
    }
}

/// One card.
#[component]
fn FirstCard(
    card: &'static Card,
    step: usize,
    on_next: Callback<()>,
    on_skip: Callback<()>,
) -> impl IntoView {
    let is_last = step + 1 == CARDS.len();
    // The seven-day rule is Apple's alone; others need not worry about it.
    let agent = dom::user_agent();
    let is_safari = agent.contains("Safari") && !agent.contains("Chrom");
    let safari = (step == 1 && is_safari).then(|| t(msg::firstrun_keep_safari()));
    let counted = |n: usize| n.to_string();
    view! {
        <aside class="card card--accent first-card" aria-labelledby="first-card">
            <p class="soft small">
                {t(msg::firstrun_step(counted(step + 1), counted(CARDS.len())))}
            </p>
            <h2 id="first-card">{t((card.title)())}</h2>
            <p>{t((card.body)())}</p>
            {card.note.map(|note| view! { <p class="soft">{t(note())}</p> })}
            {safari.map(|text| view! { <p>{text}</p> })}
            <div class="cluster">
                <Button tone=Tone::Primary on_click=on_next>
                    {t(if is_last { msg::firstrun_finish() } else { msg::common_next() })}
                </Button>
                {card
                    .link
                    .map(|(route, words)| {
                        view! {
                            <LinkButton href=route.href() tone=Tone::Quiet>
                                {t(words())}
                            </LinkButton>
                        }
                    })}
                {(!is_last)
                    .then(|| {
                        view! {
                            <Button tone=Tone::Quiet on_click=on_skip>
                                {t(msg::firstrun_skip())}
                            </Button>
                        }
                    })}
            </div>
        </aside>
    }
}
