//! What goes on for a time: how the mood was, and low spells.

use leptos::prelude::*;
use satkarya_core::rating::Mood;
use satkarya_core::record::Body;

use super::date::{DatePart, Which};
use super::part::{NoteField, TitleField};
use crate::i18n::{labels, msg, t};
use crate::state::Visit;
use crate::ui::mood_dial::{DialShape, MoodDial};
use crate::ui::toggle_row::ToggleRow;

/// How the mood was over a longer time.
#[component]
pub(super) fn BandForm(visit: Visit) -> impl IntoView {
    let level = move || {
        visit.read(|body| {
            let Body::Band(band) = body else { return None };
            band.level.map(Mood::get)
        })
    };
    let choose = move |level: u8| {
        visit.change(|body| {
            if let Body::Band(band) = body {
                band.level = Mood::try_from(level).ok();
            }
        });
    };
    view! {
        <DatePart visit which=Which::When legend=msg::band_when() />
        <DatePart visit which=Which::Until legend=msg::band_until() hint=msg::band_until_hint() />
        <MoodDial
            legend=t(msg::band_level())
            low=t(msg::checkin_mood_lowest())
            high=t(msg::checkin_mood_highest())
            words=Mood::all().map(|mood| t(labels::mood_word(mood))).collect()
            value=Signal::derive(level)
            on_choose=Callback::new(choose)
            shape=DialShape::Row
        />
        <TitleField visit label=msg::band_label() hint=msg::band_label_hint() />
    }
}

/// A low spell: the present one, or one before it.
#[component]
pub(super) fn SpellForm(visit: Visit) -> impl IntoView {
    let is_earlier = Memo::new(move |_| {
        visit.read(|body| if let Body::Spell(it) = body { Some(it.earlier) } else { None })
            == Some(true)
    });
    let set_earlier = move |on: bool| {
        visit.change(|body| {
            if let Body::Spell(spell) = body {
                spell.earlier = on;
            }
        });
    };
    view! {
        {move || {
            let legend = if is_earlier.get() { msg::spell_when() } else { msg::line_onset_ask() };
            view! { <DatePart visit which=Which::When legend /> }
        }}
        <DatePart visit which=Which::Until legend=msg::spell_until() hint=msg::spell_until_hint() />
        <NoteField visit />
        <ToggleRow
            label=t(msg::spell_is_earlier())
            hint=t(msg::spell_is_earlier_hint())
            on=is_earlier
            on_change=Callback::new(set_earlier)
        />
    }
}
