//! What was found in a file: what comes in, what stays behind, and the two choices.

use std::sync::Arc;

use leptos::prelude::*;
use satkarya_core::arrive::{Arrival, At, Found};
use satkarya_core::rating::Mood;

use super::words::{self, n};
use crate::i18n::dates::{self, DateStyle};
use crate::i18n::{Msg, labels, msg, t};
use crate::state::Chosen;
use crate::ui::button::{Button, Tone};
use crate::ui::chips::{ChipSet, Choice};
use crate::ui::select::Select;

/// How many names are asked about: those that are in most entries.
const MOST_PEOPLE: usize = 60;

/// Shows it and asks.
#[expect(clippy::needless_pass_by_value, reason = "a component owns what it is given")]
#[component]
pub fn FoundCard(
    /// The diary.
    arrival: Arc<Arrival>,
    /// What of it is new.
    found: Arc<Found>,
    /// The person wants it so.
    on_confirm: Callback<Chosen>,
    /// The person does not want it.
    on_cancel: Callback<()>,
) -> impl IntoView {
    let chosen = RwSignal::new(Chosen::suggested(&arrival));
    let lines =
        |lines: Vec<Msg>| lines.into_iter().map(|line| view! { <li>{t(line)}</li> }).collect_view();
    let left = arrival.left.iter().chain(&found.left);
    let left: Vec<Msg> = left.map(|(what, count)| words::left(*what, *count)).collect();
    let is_left = (!left.is_empty()).then(|| {
        view! {
            <h3>{t(msg::arrive_left())}</h3>
            <ul>{lines(left)}</ul>
        }
    });
    let is_new = found.n_entries > 0;
    view! {
        <div class="card settings-preview stack">
            <h2 class="settings-import__head" tabindex="-1">
                {t(msg::arrive_found())}
            </h2>
            <ul>{lines(contents(&arrival, &found))}</ul>
            {is_left}
            {is_new.then(|| moods(&arrival, chosen))}
            {is_new.then(|| people(&arrival, chosen))}
            {if is_new {
                view! {
                    <div class="cluster">
                        <Button
                            tone=Tone::Primary
                            on_click=Callback::new(move |()| on_confirm.run(chosen.get_untracked()))
                        >
                            {t(msg::import_confirm())}
                        </Button>
                        <Button on_click=on_cancel>{t(msg::common_cancel())}</Button>
                    </div>
                }
                    .into_any()
            } else {
                view! {
                    {(found.n_here > 0).then(|| view! { <p>{t(msg::arrive_nothing_new())}</p> })}
                    <Button on_click=on_cancel>{t(msg::common_close())}</Button>
                }
                    .into_any()
            }}
        </div>
    }
}

fn contents(arrival: &Arrival, found: &Found) -> Vec<Msg> {
    let mut lines =
        vec![msg::arrive_from(t(words::app(arrival.app))), msg::arrive_entries(n(found.n_entries))];
    if let Some((first, last)) = found.span {
        let day = |day| dates::day(day, DateStyle::Medium);
        lines.push(msg::import_preview_span(day(first), day(last)));
    }
    lines.extend((found.n_here > 0).then(|| msg::arrive_here(n(found.n_here))));
    lines.extend(words::bad(arrival));
    let by_device = arrival.moments.iter().any(
        |moment| matches!(&moment.at, At::Instant { offset: None, zone, .. } if zone.is_empty()),
    );
    lines.extend(by_device.then(msg::arrive_device_time));
    lines
}

/// What each mood of the file is on the scale of 0 to 10.
fn moods(arrival: &Arrival, chosen: RwSignal<Chosen>) -> Option<AnyView> {
    if arrival.moods.is_empty() {
        return None;
    }
    let none = Choice::new("", t(msg::arrive_mood_none()));
    let scale = Mood::all().rev().map(|mood| {
        let number = mood.get().to_string();
        let said = t(msg::mood_value(number.clone(), t(labels::mood_word(mood))));
        Choice::new(number, said)
    });
    let scale: Vec<Choice> = std::iter::once(none).chain(scale).collect();
    let row = |(nth, seen): (usize, &satkarya_core::arrive::MoodSeen)| {
        let value = move || {
            let mood = chosen.with(|it| it.moods.get(nth).copied().flatten());
            mood.map(|mood| mood.get().to_string()).unwrap_or_default()
        };
        let choose = move |name: String| {
            let mood = name.parse::<u8>().ok().and_then(|it| Mood::try_from(it).ok());
            chosen.update(|it| {
                if let Some(old) = it.moods.get_mut(nth) {
                    *old = mood;
                }
            });
        };
        view! {
            <Select
                label=t(msg::arrive_mood(n(seen.n), seen.label.clone()))
                choices=scale.clone()
                chosen=Signal::derive(value)
                on_choose=choose
            />
        }
    };
    // The best first, as on the scale; those that nothing is suggested for come last.
    let mut seen: Vec<_> = arrival.moods.iter().enumerate().collect();
    seen.sort_by_key(|(_, it)| std::cmp::Reverse(it.suggested));
    let rows = seen.into_iter().map(row).collect_view();
    Some(
        view! {
            <h3>{t(msg::arrive_moods())}</h3>
            <p class="soft">{t(msg::arrive_moods_hint())}</p>
            <div class="arrive__columns">{rows}</div>
        }
        .into_any(),
    )
}

/// Who of the file is a person. Nobody is ticked at first.
fn people(arrival: &Arrival, chosen: RwSignal<Chosen>) -> Option<AnyView> {
    if arrival.people.is_empty() {
        return None;
    }
    let mut order: Vec<usize> = (0..arrival.people.len()).collect();
    let n_of = |nth: &usize| arrival.people.get(*nth).map_or(0, |it| it.n);
    order.sort_by_key(|nth| std::cmp::Reverse(n_of(nth)));
    let n_more = order.len().saturating_sub(MOST_PEOPLE);
    order.truncate(MOST_PEOPLE);
    let choices: Vec<Choice> = order
        .iter()
        .filter_map(|nth| {
            let person = arrival.people.get(*nth)?;
            let count = dates::count(person.n);
            Some(Choice::new(nth.to_string(), person.name.to_string()).noted(count))
        })
        .collect();
    let ticked = move || {
        chosen.with(|it| {
            let on = it.people.iter().enumerate().filter(|(_, is_on)| **is_on);
            on.map(|(nth, _)| nth.to_string()).collect::<Vec<_>>()
        })
    };
    let toggle = move |name: String| {
        chosen.update(|it| {
            let nth = name.parse::<usize>().ok();
            if let Some(is_on) = nth.and_then(|nth| it.people.get_mut(nth)) {
                *is_on = !*is_on;
            }
        });
    };
    Some(
        view! {
            <h3>{t(msg::arrive_people())}</h3>
            <p class="soft">{t(msg::arrive_people_hint())}</p>
            <ChipSet
                legend=t(msg::arrive_people())
                legend_hidden=true
                choices=choices
                chosen=Signal::derive(ticked)
                on_toggle=toggle
            />
            {(n_more > 0)
                .then(|| view! { <p class="soft">{t(msg::arrive_people_more(n(n_more)))}</p> })}
        }
        .into_any(),
    )
}
