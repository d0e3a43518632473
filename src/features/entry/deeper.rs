//! The full event: what kind of moment it was, what each side hoped for, what was done, how it
//! ended. Every question may be left out.

use leptos::prelude::*;
use satkarya_core::diary::{Area, Did, Entry, EventKind, Got, Need, toggle};
use satkarya_core::rating::Level;
use satkarya_core::text::Line;

use super::moment::{MoodField, MoodQuestion};
use super::sitting::Sitting;
use crate::i18n::{Msg, labels, msg, t};
use crate::ui::chips::{ChipChoice, ChipSet, Choice};
use crate::ui::mood_dial::DialShape;
use crate::ui::scale::Scale;
use crate::ui::text_area::TextArea;

/// The longest short answer, in UTF-16 units, so that a text the field takes always fits.
#[expect(clippy::cast_possible_truncation, reason = "300 fits")]
const MAX_LINE: u32 = Line::MAX as u32;

/// Choices of the core by their place in the list, which is their value on screen.
fn choices<T: Copy>(all: &[T], label: fn(T) -> Msg) -> Vec<Choice> {
    let numbered = all.iter().enumerate();
    numbered.map(|(place, it)| Choice::new(place.to_string(), t(label(*it)))).collect()
}

fn place_of<T: PartialEq>(all: &[T], value: &T) -> Option<String> {
    all.iter().position(|it| it == value).map(|place| place.to_string())
}

fn at_place<T: Copy>(all: &[T], place: &str) -> Option<T> {
    place.parse::<usize>().ok().and_then(|place| all.get(place).copied())
}

/// Asks for one of several.
fn one_of<T: Copy + PartialEq + Send + Sync + 'static>(
    sitting: Sitting,
    legend: Msg,
    all: &'static [T],
    label: fn(T) -> Msg,
    get: fn(&Entry) -> Option<T>,
    set: fn(&mut Entry, Option<T>),
) -> AnyView {
    let chosen = sitting.slice(move |entry| place_of(all, &get(entry)?));
    let choose = move |place: Option<String>| {
        sitting.choose(|entry| set(entry, place.and_then(|place| at_place(all, &place))));
    };
    view! {
        <ChipChoice
            legend=t(legend)
            choices=choices(all, label)
            chosen
            clearable=true
            on_choose=Callback::new(choose)
        />
    }
    .into_any()
}

/// Asks for some of several.
fn some_of<T: Copy + PartialEq + Send + Sync + 'static>(
    sitting: Sitting,
    legend: Msg,
    all: &'static [T],
    choices: Vec<Choice>,
    list: fn(&mut Entry) -> &mut Vec<T>,
    get: fn(&Entry) -> &Vec<T>,
) -> AnyView {
    let chosen = sitting.slice(move |entry| {
        get(entry).iter().filter_map(|it| place_of(all, it)).collect::<Vec<_>>()
    });
    let choose = move |place: String| {
        if let Some(value) = at_place(all, &place) {
            sitting.choose(|entry| toggle(list(entry), value));
        }
    };
    view! { <ChipSet legend=t(legend) choices chosen on_toggle=Callback::new(choose) /> }.into_any()
}

/// Asks for a few words.
fn line(
    sitting: Sitting,
    label: Msg,
    get: fn(&Entry) -> &Line,
    set: fn(&mut Entry, Line),
) -> AnyView {
    let value = sitting.slice(move |entry| get(entry).to_string());
    let input = move |text: String| sitting.typed(|entry| set(entry, Line::cut(&text)));
    view! {
        <TextArea
            label=t(label)
            value
            on_input=Callback::new(input)
            rows=2
            max_length=MAX_LINE
        />
    }
    .into_any()
}

/// Asks for a level from 0 to 4.
pub(super) fn level(
    sitting: Sitting,
    legend: Msg,
    word: fn(Level) -> Msg,
    get: fn(&Entry) -> Option<Level>,
    set: fn(&mut Entry, Option<Level>),
) -> AnyView {
    let value = sitting.slice(move |entry| get(entry).map(Level::get));
    let words: Vec<_> = Level::all().map(|level| t(word(level))).collect();
    let choose = move |n: Option<u8>| {
        sitting.choose(|entry| set(entry, n.and_then(|n| Level::try_from(n).ok())));
    };
    view! {
        <Scale
            legend=t(legend)
            words
            value
            on_choose=Callback::new(choose)
        />
    }
    .into_any()
}

/// Asks for the kind of moment.
pub(super) fn kind(sitting: Sitting) -> AnyView {
    one_of(
        sitting,
        msg::entry_kind(),
        EventKind::ALL,
        labels::kind,
        |entry| entry.kind,
        |entry, kind| entry.kind = kind,
    )
}

/// Asks for the mood just before and just after.
pub(super) fn around(sitting: Sitting) -> AnyView {
    let before = MoodField {
        legend: Signal::derive(|| t(msg::entry_mood_before())),
        get: |entry| entry.before,
        set: |entry, mood| entry.before = mood,
    };
    let after = MoodField {
        legend: Signal::derive(|| t(msg::entry_mood_after())),
        get: |entry| entry.after,
        set: |entry, mood| entry.after = mood,
    };
    view! {
        <fieldset class="stack">
            <legend class="chips__legend">{t(msg::entry_mood_around())}</legend>
            <MoodQuestion sitting field=before shape=DialShape::Row />
            <MoodQuestion sitting field=after shape=DialShape::Row />
        </fieldset>
    }
    .into_any()
}

/// Asks what was hoped for.
pub(super) fn expected(sitting: Sitting) -> AnyView {
    line(
        sitting,
        msg::entry_expected(),
        |entry| &entry.expected,
        |entry, text| entry.expected = text,
    )
}

/// Asks what came instead.
pub(super) fn got(sitting: Sitting) -> AnyView {
    one_of(
        sitting,
        msg::entry_got(),
        Got::ALL,
        labels::got,
        |entry| entry.got,
        |entry, got| entry.got = got,
    )
}

/// Asks what the person did.
pub(super) fn did(sitting: Sitting) -> AnyView {
    some_of(
        sitting,
        msg::entry_did(),
        Did::ALL,
        choices(Did::ALL, labels::did),
        |entry| &mut entry.did,
        |entry| &entry.did,
    )
}

/// Asks how it ended.
pub(super) fn outcome(sitting: Sitting) -> AnyView {
    line(sitting, msg::entry_outcome(), |entry| &entry.outcome, |entry, text| entry.outcome = text)
}

/// Asks what the person needed.
pub(super) fn need(sitting: Sitting) -> AnyView {
    one_of(
        sitting,
        msg::entry_need(),
        Need::ALL,
        labels::need,
        |entry| entry.need,
        |entry, need| entry.need = need,
    )
}

/// Asks how supported and how connected the person felt.
pub(super) fn company(sitting: Sitting) -> AnyView {
    view! {
        <div class="columns">
            {level(
                sitting,
                msg::entry_support(),
                labels::level,
                |entry| entry.support,
                |entry, level| entry.support = level,
            )}
            {level(
                sitting,
                msg::entry_connected(),
                labels::level,
                |entry| entry.connected,
                |entry, level| entry.connected = level,
            )}
        </div>
    }
    .into_any()
}

/// Asks which of the four areas it touches.
pub(super) fn areas(sitting: Sitting) -> AnyView {
    let named = |(place, area): (usize, &Area)| {
        Choice::new(place.to_string(), t(labels::area(*area)))
            .noted(t(labels::clinical_area(*area)))
    };
    let choices = Area::ALL.iter().enumerate().map(named).collect();
    view! {
        <div class="stack stack--tight">
            {some_of(
                sitting,
                msg::entry_areas(),
                Area::ALL,
                choices,
                |entry| &mut entry.areas,
                |entry| &entry.areas,
            )}
            <p class="soft small">{t(msg::entry_areas_hint())}</p>
        </div>
    }
    .into_any()
}

/// How many of the questions of this module, and of what was said, have an answer.
pub(super) fn n_answered(entry: &Entry) -> usize {
    [
        entry.kind.is_some(),
        entry.before.is_some() || entry.after.is_some(),
        !entry.lines.is_empty(),
        !entry.expected.is_empty(),
        entry.got.is_some(),
        !entry.did.is_empty(),
        !entry.outcome.is_empty(),
        entry.need.is_some(),
        entry.support.is_some() || entry.connected.is_some(),
        !entry.areas.is_empty(),
    ]
    .into_iter()
    .filter(|is_answered| *is_answered)
    .count()
}
