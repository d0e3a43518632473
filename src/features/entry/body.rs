//! Body and day, and the daily rhythm: asked only of those who turned it on in the settings.

use leptos::prelude::*;
use satkarya_core::diary::{Alcohol, Entry};
use satkarya_core::rating::{Level, SleepHours};
use satkarya_core::time::TimeOfDay;

use super::deeper::level;
use super::sitting::Sitting;
use crate::i18n::{Msg, labels, msg, t};
use crate::ui::chips::{ChipChoice, Choice};
use crate::ui::date_field::TimeField;
use crate::ui::select::Select;

/// Asks about sleep, energy, appetite and alcohol.
pub(super) fn body(sitting: Sitting) -> AnyView {
    view! {
        <div class="stack">
            {hours(sitting)}
            {level(
                sitting,
                msg::entry_sleep_quality(),
                labels::quality,
                |entry| entry.wellbeing.sleep_quality,
                |entry, level| entry.wellbeing.sleep_quality = level,
            )}
            {amount(
                sitting,
                msg::entry_energy(),
                |entry| entry.wellbeing.energy,
                |entry, level| entry.wellbeing.energy = level,
            )}
            {amount(
                sitting,
                msg::entry_appetite(),
                |entry| entry.wellbeing.appetite,
                |entry, level| entry.wellbeing.appetite = level,
            )}
            {alcohol(sitting)}
        </div>
    }
    .into_any()
}

fn amount(
    sitting: Sitting,
    legend: Msg,
    get: fn(&Entry) -> Option<Level>,
    set: fn(&mut Entry, Option<Level>),
) -> AnyView {
    level(sitting, legend, labels::amount, get, set)
}

fn hours(sitting: Sitting) -> AnyView {
    let chosen = sitting.slice(|entry| {
        entry.wellbeing.sleep_hours.map(|hours| hours.get().to_string()).unwrap_or_default()
    });
    let mut choices = vec![Choice::new("", t(msg::common_none_chosen()))];
    choices.extend(
        SleepHours::all().map(|it| Choice::new(it.get().to_string(), it.get().to_string())),
    );
    let choose = move |word: String| {
        let hours = word.parse::<u8>().ok().and_then(|n| SleepHours::try_from(n).ok());
        sitting.choose(|entry| entry.wellbeing.sleep_hours = hours);
    };
    view! {
        <Select
            label=t(msg::entry_sleep_hours())
            choices
            chosen
            on_choose=Callback::new(choose)
        />
    }
    .into_any()
}

fn alcohol(sitting: Sitting) -> AnyView {
    let word = |alcohol: Alcohol| match alcohol {
        Alcohol::None => "none",
        Alcohol::Some => "some",
        Alcohol::Lots => "lots",
    };
    let chosen = sitting.slice(move |entry| entry.wellbeing.alcohol.map(|it| word(it).to_owned()));
    let choice = |it: &Alcohol| Choice::new(word(*it), t(labels::alcohol(*it)));
    let choices: Vec<_> = Alcohol::ALL.iter().map(choice).collect();
    let choose = move |chosen: Option<String>| {
        let found = Alcohol::ALL.iter().find(|it| chosen.as_deref() == Some(word(**it)));
        sitting.choose(|entry| entry.wellbeing.alcohol = found.copied());
    };
    view! {
        <ChipChoice
            legend=t(msg::entry_alcohol())
            choices
            chosen
            clearable=true
            on_choose=Callback::new(choose)
        />
    }
    .into_any()
}

/// Asks for the four times of the daily rhythm.
pub(super) fn rhythm(sitting: Sitting) -> AnyView {
    view! {
        <fieldset class="stack">
            <legend class="chips__legend">{t(msg::entry_rhythm())}</legend>
            <div class="fields-row">
                {time(
                    sitting,
                    msg::entry_rhythm_up(),
                    |entry| entry.rhythm.up,
                    |entry, time| entry.rhythm.up = time,
                )}
                {time(
                    sitting,
                    msg::entry_rhythm_contact(),
                    |entry| entry.rhythm.first_contact,
                    |entry, time| entry.rhythm.first_contact = time,
                )}
                {time(
                    sitting,
                    msg::entry_rhythm_out(),
                    |entry| entry.rhythm.out,
                    |entry, time| entry.rhythm.out = time,
                )}
                {time(
                    sitting,
                    msg::entry_rhythm_bed(),
                    |entry| entry.rhythm.bed,
                    |entry, time| entry.rhythm.bed = time,
                )}
            </div>
        </fieldset>
    }
    .into_any()
}

fn time(
    sitting: Sitting,
    label: Msg,
    get: fn(&Entry) -> Option<TimeOfDay>,
    set: fn(&mut Entry, Option<TimeOfDay>),
) -> AnyView {
    let value =
        sitting.slice(move |entry| get(entry).map(|time| time.to_string()).unwrap_or_default());
    let change = move |text: String| {
        let time = text.get(..5).and_then(|text| text.parse().ok());
        sitting.choose(|entry| set(entry, time));
    };
    view! { <TimeField label=t(label) value on_change=Callback::new(change) /> }.into_any()
}
