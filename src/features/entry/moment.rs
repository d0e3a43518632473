//! The moment: mood, feelings with their strength, people, and what happened.

use leptos::prelude::*;
use satkarya_core::diary::{Entry, FeelingId};
use satkarya_core::id::Id;
use satkarya_core::rating::{Mood, Strength};
use satkarya_core::text::Name;

use super::sitting::Sitting;
use crate::i18n::{labels, msg, names, t};
use crate::route::Route;
use crate::state::{AppState, MAX_OWN_FEELINGS};
use crate::ui::button::{Button, Tone};
use crate::ui::chips::{ChipButton, ChipSet, Choice};
use crate::ui::dialog::Dialog;
use crate::ui::feelings::FeelingsPicker;
use crate::ui::keyed::Keyed;
use crate::ui::mention;
use crate::ui::mood_dial::{DialShape, MoodDial};
use crate::ui::people_picker::PeoplePicker;
use crate::ui::quiet_card::QuietCard;
use crate::ui::room_left::{MAX_NOTE, RoomLeft};
use crate::ui::scale::Scale;
use crate::ui::shown::Shown;
use crate::ui::text_area::TextArea;

/// How many feelings and people are offered before anything is opened or typed.
const N_FEELINGS: usize = 8;
const N_PEOPLE: usize = 8;

/// A mood of the entry: which one, and its words.
#[derive(Clone, Copy)]
pub(super) struct MoodField {
    pub(super) legend: Signal<String>,
    pub(super) get: fn(&Entry) -> Option<Mood>,
    pub(super) set: fn(&mut Entry, Option<Mood>),
}

/// Asks for one of the moods.
#[component]
pub(super) fn MoodQuestion(sitting: Sitting, field: MoodField, shape: DialShape) -> impl IntoView {
    let MoodField { legend, get, set } = field;
    let value = sitting.slice(move |entry| get(entry).map(Mood::get));
    let choose = move |mood: u8| sitting.choose(|entry| set(entry, Mood::try_from(mood).ok()));
    let words: Vec<_> = Mood::all().map(|mood| t(labels::mood_word(mood))).collect();
    view! {
        <div class="entry-form__mood">
            <MoodDial
                legend
                low=t(msg::checkin_mood_lowest())
                high=t(msg::checkin_mood_highest())
                words
                value
                on_choose=Callback::new(choose)
                shape
            />
            <Shown when=move || value.get().is_some()>
                <Button
                    tone=Tone::Quiet
                    on_click=Callback::new(move |()| sitting.choose(|entry| set(entry, None)))
                >
                    {t(msg::common_clear_answer())}
                </Button>
            </Shown>
        </div>
    }
}

/// Asks for the mood at the time of writing.
#[component]
pub(super) fn MoodPart(sitting: Sitting, shape: DialShape) -> impl IntoView {
    let is_new = sitting.is_new;
    let is_past = sitting.is_past();
    let legend = Signal::derive(move || {
        t(match (is_new, is_past.get()) {
            (true, false) => msg::entry_mood_now(),
            (true, true) => msg::entry_mood_then(),
            (false, _) => msg::entry_mood(),
        })
    });
    let field = MoodField { legend, get: |entry| entry.mood, set: |entry, mood| entry.mood = mood };
    view! { <MoodQuestion sitting field shape /> }
}

/// Asks for feelings, and for the strength of each that was chosen.
#[component]
pub(super) fn FeelingsPart(sitting: Sitting) -> impl IntoView {
    let app = AppState::expect();
    let is_open = RwSignal::new(false);
    let chosen = sitting
        .slice(|entry| entry.feelings.iter().map(|feeling| feeling.id.clone()).collect::<Vec<_>>());
    // Looked up once: chips must not change places under the finger.
    let favorites = StoredValue::new(app.favorite_feelings(N_FEELINGS));
    let choices = Signal::derive(move || {
        let mut ids = favorites.get_value();
        ids.extend(
            chosen.get().into_iter().filter(|id| favorites.with_value(|it| !it.contains(id))),
        );
        app.journal.with(|journal| {
            let choice = |id: &FeelingId| Choice::new(id.as_str(), names::feeling(id, journal));
            ids.iter().map(choice).collect::<Vec<_>>()
        })
    });
    let toggle = Callback::new(move |id: FeelingId| sitting.toggle_feeling(&id));
    let values = move || chosen.get().iter().map(ToString::to_string).collect::<Vec<_>>();
    view! {
        <div class="stack">
            <ChipSet
                legend=t(msg::entry_feelings())
                choices
                chosen=Signal::derive(values)
                on_toggle=Callback::new(move |id: String| {
                    if let Ok(id) = FeelingId::try_from(id) {
                        toggle.run(id);
                    }
                })
                full=t(msg::entry_feelings_full())
            >
                <ChipButton on_click=Callback::new(move |()| is_open.set(true))>
                    {t(msg::checkin_all_feelings())}
                </ChipButton>
            </ChipSet>
            <p class="soft small">{t(msg::entry_feelings_hint())}</p>
            <div class="entry-form__strengths">
                <Keyed each=move || chosen.get() key=Clone::clone let:id>
                    <StrengthQuestion sitting id />
                </Keyed>
            </div>
        </div>
        <Dialog
            open=is_open
            title=t(msg::entry_feelings())
            close_label=t(msg::common_close())
            on_close=Callback::new(move |()| is_open.set(false))
        >
            <FeelingsPicker
                journal=app.journal
                chosen
                on_toggle=toggle
                on_own=Callback::new(move |own| sitting.add_own_feeling(app, own))
                on_family=Callback::new(move |(word, family)| app.place_own_feeling(&word, family))
                max_own=MAX_OWN_FEELINGS
                on_done=Callback::new(move |()| is_open.set(false))
            />
        </Dialog>
    }
}

/// Asks how strong one feeling was.
#[component]
fn StrengthQuestion(sitting: Sitting, id: FeelingId) -> impl IntoView {
    let app = AppState::expect();
    let word = app.journal.with_untracked(|journal| names::feeling(&id, journal));
    let asked = id.clone();
    let value = sitting.slice(move |entry| {
        let feeling = entry.feelings.iter().find(|feeling| feeling.id == asked)?;
        feeling.strength.map(Strength::get)
    });
    let words: Vec<_> = Strength::all().map(|it| t(labels::strength(it))).collect();
    let choose = move |strength: Option<u8>| {
        sitting.choose(|entry| {
            if let Some(feeling) = entry.feelings.iter_mut().find(|feeling| feeling.id == id) {
                feeling.strength = strength.and_then(|n| Strength::try_from(n).ok());
            }
        });
    };
    view! {
        <Scale
            legend=t(msg::entry_feeling_strength(word))
            first=Strength::MIN
            words
            value
            on_choose=Callback::new(choose)
        />
    }
}

/// Asks who was part of it.
#[component]
pub(super) fn PeoplePart(sitting: Sitting) -> impl IntoView {
    let app = AppState::expect();
    view! {
        <PeoplePicker
            legend=t(msg::entry_people())
            journal=app.journal
            favorites=app.favorite_people(N_PEOPLE)
            chosen=sitting.slice(|entry| entry.people.clone())
            on_toggle=Callback::new(move |id| sitting.choose(|entry| entry.toggle_person(id)))
            on_add=Callback::new(move |name| sitting.add_person(app, name))
        />
    }
}

/// Asks what happened.
#[component]
pub(super) fn WhatPart(
    sitting: Sitting,
    /// The question from Today that the entry answers, if there was one.
    prompt: Option<String>,
) -> impl IntoView {
    let app = AppState::expect();
    let people = app.people();
    let people = Signal::derive(move || people.with(|people| mention::own_people(people)));
    let what = sitting.what();
    let mentioned = move |id: String| {
        if let Ok(id) = id.parse::<Id>() {
            sitting.choose(|entry| {
                if !entry.people.contains(&id) {
                    entry.people.push(id);
                }
            });
        }
    };
    let add = move |name: String| sitting.add_person(app, Name::cut(&name));
    view! {
        <div class="entry-form__what">
        {prompt
            .map(|prompt| {
                view! { <p class="next-step serif">{prompt}</p> }
            })}
        <TextArea
            label=t(msg::entry_what())
            hint=t(msg::entry_what_hint())
            value=what
            on_input=Callback::new(move |text| sitting.typed_what(text))
            rows=6
            max_length=MAX_NOTE
            people
            people_label=t(msg::entry_people_mention())
            on_mention=Callback::new(mentioned)
            on_add=Callback::new(add)
        />
        <RoomLeft text=what />
        </div>
    }
}

/// The quiet card, once an entry became a heavy one in this sitting: below the answer that made
/// it one. It stands in nobody's way, and only one of them is ever on the page.
#[component]
pub(super) fn HeavyWord(
    sitting: Sitting,
    /// Whether it may still come; false once it was put away, or where the entry was heavy before.
    may_come: RwSignal<bool>,
    /// Whether this answer is the one.
    because: fn(&Entry) -> bool,
) -> impl IntoView {
    let app = AppState::expect();
    let is_heavy = sitting.slice(because);
    view! {
        <Shown when=move || is_heavy.get() && may_come.get()>
            <QuietCard
                support=Route::Support.href()
                on_person=Callback::new(move |()| app.go_to_my_people())
                on_close=Callback::new(move |()| may_come.set(false))
            />
        </Shown>
    }
}
