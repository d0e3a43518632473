//! Writing: which questions are asked, own words for feelings, a break from tracking, the region.

use std::sync::Arc;

use leptos::prelude::*;
use satkarya_core::content;
use satkarya_core::record::{Origin, Record};

use crate::i18n::dates::{self, DateStyle};
use crate::i18n::{content_text, msg, t};
use crate::state::{AppState, Break, Prefs, Switch};
use crate::ui::button::{Button, Tone};
use crate::ui::chips::Choice;
use crate::ui::icon::{Icon, IconName};
use crate::ui::keyed::Keyed;
use crate::ui::select::Select;
use crate::ui::shown::Shown;
use crate::ui::toggle_row::ToggleRow;

/// How long a break of a week lasts, counted from today: seven days with today.
const WEEK_MORE_DAYS: i64 = 6;

/// What is asked, and how.
#[component]
pub fn Writing() -> impl IntoView {
    view! {
        <section>
            <h2>{t(msg::settings_questions())}</h2>
            <p class="soft">{t(msg::settings_panels_hint())}</p>
            <Toggle
                label=t(msg::settings_body_panel())
                get=Prefs::body_panel
                set=Prefs::set_body_panel
            />
            <Toggle
                label=t(msg::settings_rhythm_panel())
                get=Prefs::rhythm_panel
                set=Prefs::set_rhythm_panel
            />
        </section>
        <section class="section">
            <Toggle
                label=t(msg::settings_prompts())
                get=Prefs::no_prompts
                set=Prefs::set_no_prompts
                opposite=true
            />
        </section>
        <OwnWords />
        <Pause />
        <section class="section">
            <Region />
        </section>
    }
}

/// A preference that is off or on.
#[component]
pub fn Toggle(
    /// What is off or on.
    label: String,
    /// What it changes, in one sentence.
    #[prop(optional)]
    hint: Option<String>,
    /// Reads it.
    get: fn(&Prefs) -> Switch,
    /// Writes it.
    set: fn(&mut Prefs, Switch),
    /// The preference says that it is off.
    #[prop(optional)]
    opposite: bool,
) -> impl IntoView {
    let app = AppState::expect();
    view! {
        <ToggleRow
            label
            hint
            on=Signal::derive(move || app.prefs.with(get).is_on() != opposite)
            on_change=Callback::new(move |on: bool| {
                app.set_prefs(|prefs| set(prefs, Switch::from(on != opposite)));
            })
        />
    }
}

/// The person's own words for feelings.
#[component]
fn OwnWords() -> impl IntoView {
    let app = AppState::expect();
    let words = Memo::new(move |_| {
        app.journal.with(|journal| {
            let own = journal.records().filter(|it| it.origin == Origin::Own);
            own.filter(|it| it.feeling().is_some()).cloned().collect::<Vec<Arc<Record>>>()
        })
    });
    view! {
        <section class="section">
            <h2>{t(msg::settings_own_words())}</h2>
            <Shown
                when=move || !words.with(Vec::is_empty)
                fallback=|| view! { <p class="soft">{t(msg::settings_own_words_none())}</p> }
            >
                <ul class="rows" role="list">
                    <Keyed each=move || words.get() key=|it| (it.id, it.changed) let:record>
                        <OwnWord record />
                    </Keyed>
                </ul>
            </Shown>
        </section>
    }
}

/// One of them.
#[component]
fn OwnWord(record: Arc<Record>) -> impl IntoView {
    let app = AppState::expect();
    let id = record.id;
    let word = record.feeling().map(|own| own.word.to_string()).unwrap_or_default();
    let said = word.clone();
    let remove = move |()| app.remove(id, msg::settings_own_word_removed(said.clone()));
    view! {
        <li class="settings-item">
            <span class="own-words" translate="no">
                {word.clone()}
            </span>
            <Button
                tone=Tone::Quiet
                icon_only=true
                label=t(msg::settings_own_word_remove(word))
                on_click=Callback::new(remove)
            >
                <Icon name=IconName::Delete />
            </Button>
        </li>
    }
}

/// A break from tracking.
#[component]
fn Pause() -> impl IntoView {
    let app = AppState::expect();
    let pause = Memo::new(move |_| app.prefs.with(|prefs| prefs.pause(app.today())));
    let begin = move |pause: Option<Break>| app.set_prefs(|prefs| prefs.set_pause(pause));
    let begin_week = move |()| {
        let last = app.today().plus_days(WEEK_MORE_DAYS);
        begin(Some(last.map_or(Break::Open, Break::Until)));
    };
    let running = move || {
        pause.get().map(|pause| match pause {
            Break::Until(day) => t(msg::break_on_until(dates::day(day, DateStyle::Full))),
            Break::Open => t(msg::break_on_open()),
        })
    };
    view! {
        <section class="section">
            <h2>{t(msg::settings_break())}</h2>
            <p class="soft">{t(msg::break_body())}</p>
            <p role="status" class="settings-said">
                {running}
            </p>
            <Shown
                when=move || pause.get().is_some()
                fallback=move || {
                    view! {
                        <div class="cluster">
                            <Button on_click=Callback::new(move |()| {
                                begin(Some(Break::Until(app.today())));
                            })>{t(msg::break_one_day())}</Button>
                            <Button on_click=Callback::new(begin_week)>
                                {t(msg::break_one_week())}
                            </Button>
                            <Button on_click=Callback::new(move |()| begin(Some(Break::Open)))>
                                {t(msg::break_until_back())}
                            </Button>
                        </div>
                    }
                }
            >
                <Button on_click=Callback::new(move |()| begin(None))>{t(msg::break_end())}</Button>
            </Shown>
        </section>
    }
}

/// Where the person is, for the order of the help lines.
#[component]
fn Region() -> impl IntoView {
    let app = AppState::expect();
    let mut choices = vec![Choice::new("", t(msg::settings_region_none()))];
    choices.extend(
        content::regions()
            .iter()
            .map(|region| Choice::new(region.id().as_str(), content_text(region.name()))),
    );
    let chosen = Signal::derive(move || {
        app.prefs.with(|prefs| prefs.region().unwrap_or_default().to_owned())
    });
    view! {
        <Select
            label=t(msg::settings_region())
            hint=t(msg::settings_region_hint())
            choices
            chosen
            on_choose=Callback::new(move |region: String| {
                app.set_prefs(|prefs| prefs.set_region(&region));
            })
        />
    }
}
