//! The form of an entry: one growing page, or one question a screen when energy is low.
//!
//! Both show the same parts over the same sitting, so that nothing that was said is lost when
//! somebody changes from one to the other.

use leptos::prelude::*;
use satkarya_core::diary::{Heaviness, Rhythm, Wellbeing, heaviness, is_very_low, weighs};

use super::body::{body, rhythm};
use super::deeper;
use super::moment::{FeelingsPart, HeavyWord, MoodPart, PeoplePart, WhatPart};
use super::said::SaidPart;
use super::sitting::Sitting;
use super::steps::Steps;
use super::when::WhenPart;
use crate::i18n::{Msg, msg, t};
use crate::platform::address;
use crate::route::{DiaryView, Route};
use crate::state::lock::Lock;
use crate::state::{Access, AppState, Energy};
use crate::ui::button::{Button, Tone};
use crate::ui::disclosure::Disclosure;
use crate::ui::icon::{Icon, IconName};
use crate::ui::mood_dial::DialShape;
use crate::ui::shown::Shown;
use crate::ui::toggle_row::ToggleRow;

/// One question, or a few that belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Part {
    When,
    Mood,
    Feelings,
    People,
    What,
    Kind,
    Around,
    Said,
    Expected,
    Got,
    Did,
    Outcome,
    Need,
    Company,
    Areas,
    Body,
    Rhythm,
    Marks,
}

impl Part {
    /// The moment: what everybody is asked.
    pub(super) const MOMENT: [Self; 5] =
        [Self::When, Self::Mood, Self::Feelings, Self::People, Self::What];
    /// The full event: asked of those who want to go deeper.
    pub(super) const EVENT: [Self; 10] = [
        Self::Kind,
        Self::Around,
        Self::Said,
        Self::Expected,
        Self::Got,
        Self::Did,
        Self::Outcome,
        Self::Need,
        Self::Company,
        Self::Areas,
    ];

    /// The part on screen. In low energy the mood has the whole screen to itself.
    pub(super) fn view(self, form: FormOf, shape: DialShape) -> AnyView {
        let sitting = form.sitting;
        match self {
            Self::When => view! { <WhenPart sitting /> }.into_any(),
            Self::Mood => view! {
                <MoodPart sitting shape />
                <HeavyWord sitting may_come=form.quiet because=is_very_low />
            }
            .into_any(),
            Self::Feelings => view! {
                <FeelingsPart sitting />
                <HeavyWord
                    sitting
                    may_come=form.quiet
                    because=|entry| weighs(entry) && !is_very_low(entry)
                />
            }
            .into_any(),
            Self::People => view! { <PeoplePart sitting /> }.into_any(),
            Self::What => view! { <WhatPart sitting prompt=form.prompt.get_value() /> }.into_any(),
            Self::Kind => deeper::kind(sitting),
            Self::Around => deeper::around(sitting),
            Self::Said => view! { <SaidPart sitting /> }.into_any(),
            Self::Expected => deeper::expected(sitting),
            Self::Got => deeper::got(sitting),
            Self::Did => deeper::did(sitting),
            Self::Outcome => deeper::outcome(sitting),
            Self::Need => deeper::need(sitting),
            Self::Company => deeper::company(sitting),
            Self::Areas => deeper::areas(sitting),
            Self::Body => body(sitting),
            Self::Rhythm => rhythm(sitting),
            Self::Marks => view! { <Marks sitting /> }.into_any(),
        }
    }
}

/// What the parts are given.
#[derive(Clone, Copy)]
pub(super) struct FormOf {
    /// The sitting.
    pub(super) sitting: Sitting,
    /// The question from Today that the entry answers, if there was one.
    pub(super) prompt: StoredValue<Option<String>>,
    /// Whether the quiet card may still come: once for an entry.
    pub(super) quiet: RwSignal<bool>,
}

/// The parts about body and day that are asked here: those turned on, and those answered before.
pub(super) fn extra_parts(app: AppState, sitting: Sitting) -> Vec<Part> {
    let (body, rhythm) = app
        .prefs
        .with_untracked(|prefs| (prefs.body_panel().is_on(), prefs.rhythm_panel().is_on()));
    let (has_body, has_rhythm) = sitting
        .slice(|entry| (entry.wellbeing != Wellbeing::default(), entry.rhythm != Rhythm::default()))
        .get_untracked();
    let body = (body || has_body).then_some(Part::Body);
    let rhythm = (rhythm || has_rhythm).then_some(Part::Rhythm);
    body.into_iter().chain(rhythm).collect()
}

/// The form.
#[component]
pub(super) fn Form(
    /// What stands in it.
    sitting: Sitting,
    /// The question from Today that the entry answers, if there was one.
    prompt: Option<String>,
) -> impl IntoView {
    let app = AppState::expect();
    let was_heavy = sitting.slice(|entry| heaviness(entry) == Heaviness::Heavy).get_untracked();
    let quiet = RwSignal::new(!was_heavy);
    let form = FormOf { sitting, prompt: StoredValue::new(prompt), quiet };
    let record = app.record(sitting.id);
    Effect::new(move || record.with(|record| sitting.follow(record.as_deref())));
    let is_low = Memo::new(move |_| app.prefs.with(|prefs| prefs.energy() == Energy::Low));
    view! {
        <div
            class="entry-form"
            on:focusout=move |_| sitting.save()
            on:keydown=move |event| {
                if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) {
                    event.prevent_default();
                    done(app, sitting);
                }
            }
        >
            {move || {
                if is_low.get() {
                    view! { <Steps form /> }.into_any()
                } else {
                    view! { <WholeForm form /> }.into_any()
                }
            }}
        </div>
    }
}

/// Everything on one page that grows.
#[component]
fn WholeForm(form: FormOf) -> impl IntoView {
    let app = AppState::expect();
    let sitting = form.sitting;
    let n_deeper = sitting.slice(deeper::n_answered);
    let n_words = move || {
        let n = n_deeper.get();
        (n > 0).then(|| t(msg::common_of(n.to_string(), Part::EVENT.len().to_string())))
    };
    let parts = move |parts: &[Part]| {
        let part = move |part: &Part| {
            view! { <section class="entry-form__part">{part.view(form, DialShape::Row)}</section> }
        };
        parts.iter().map(part).collect_view()
    };
    let extra = extra_parts(app, sitting);
    let extra = (!extra.is_empty()).then(|| {
        view! { <Disclosure summary=t(msg::entry_body())>{parts(&extra)}</Disclosure> }
    });
    view! {
        <p class="soft">{t(msg::entry_form_hint())}</p>
        {parts(&Part::MOMENT)}
        <div class="entry-form__deeper">
            <Disclosure
                summary=t(msg::entry_add_event())
                note=Signal::derive(n_words)
                open={n_deeper.get_untracked() > 0}
            >
                <p class="soft">{t(msg::entry_add_event_hint())}</p>
                {parts(&Part::EVENT)}
            </Disclosure>
            {extra}
        </div>
        <Marks sitting />
        <div class="form-actions">
            <Button tone=Tone::Primary on_click=Callback::new(move |()| done(app, sitting))>
                {t(msg::common_done())}
            </Button>
        </div>
        <DeleteButton sitting />
    }
}

/// Star, cover, and the quiet day that can be taken back.
#[component]
fn Marks(sitting: Sitting) -> impl IntoView {
    let was_quiet = sitting.slice(|entry| entry.quiet).get_untracked();
    let quiet = was_quiet.then(|| {
        view! {
            <ToggleRow
                label=t(msg::entry_quiet())
                on=sitting.slice(|entry| entry.quiet)
                on_change=Callback::new(move |on| sitting.choose(|entry| entry.quiet = on))
            />
        }
    });
    let is_locked = use_context::<Lock>().is_some_and(|lock| lock.is_on);
    let cover_hint =
        if is_locked { msg::entry_cover_hint_locked() } else { msg::entry_cover_hint() };
    let app = AppState::expect();
    let cover = move |on: bool| {
        sitting.choose(|entry| entry.covered = on);
        if on && is_locked {
            // One key would uncover it again, without the passphrase.
            app.forget_steps_of(&[sitting.id]);
        }
    };
    view! {
        <div class="entry-form__marks">
            <ToggleRow
                label=t(msg::entry_star())
                hint=t(msg::entry_star_hint())
                on=sitting.slice(|entry| entry.star)
                on_change=Callback::new(move |on| sitting.choose(|entry| entry.star = on))
            />
            <ToggleRow
                label=t(msg::entry_cover())
                hint=t(cover_hint)
                on=sitting.slice(|entry| entry.covered)
                on_change=Callback::new(cover)
            />
            {quiet}
        </div>
    }
}

/// Deletes the entry, once there is one. It can be undone.
#[component]
fn DeleteButton(sitting: Sitting) -> impl IntoView {
    let app = AppState::expect();
    let record = app.record(sitting.id);
    let is_there = move || record.with(|it| it.as_ref().is_some_and(|it| it.live().is_some()));
    view! {
        <Shown when=is_there>
            <div class="cluster"><Button
                tone=Tone::Quiet
                on_click=Callback::new(move |()| {
                    sitting.delete();
                    app.remove(sitting.id, msg::entry_deleted());
                    address::replace(&Route::Diary(DiaryView::List).to_string());
                })
            >
                <Icon name=IconName::Delete />
                {t(msg::entry_delete())}
            </Button></div>
        </Shown>
    }
}

/// The person is done: saves and shows the entry, or says why not.
pub(super) fn done(app: AppState, sitting: Sitting) {
    let stay = |why: Msg| app.notices.show(why, None);
    sitting.save();
    if sitting.is_new && sitting.is_blank() {
        stay(msg::entry_empty());
        return address::replace(&Route::Today.to_string());
    }
    if app.access.get_untracked() != Access::Writer && sitting.is_unsaved() {
        return stay(app.unsaved_words());
    }
    if app.journal.with_untracked(|journal| journal.entry(sitting.id).is_none()) {
        return stay(msg::storage_refused_body());
    }
    address::replace(&Route::Entry(sitting.id).to_string());
}
