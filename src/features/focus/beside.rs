//! Two sittings side by side, as a table in words. Nothing says whether it went up or down.

use leptos::prelude::*;
use satkarya_core::diary::Area;
use satkarya_core::focus::{Outcome, Reflection, reflections};
use satkarya_core::id::Id;

use super::outcome::score_words;
use super::pinch::day_words;
use crate::i18n::dates::DateStyle;
use crate::i18n::{labels, msg, t};
use crate::state::AppState;
use crate::ui::chips::Choice;
use crate::ui::select::Select;
use crate::ui::shown::Shown;

/// A choice of an earlier or later sitting, and the two beside each other.
#[component]
pub(super) fn Beside(
    /// The sitting on screen.
    id: Id,
) -> impl IntoView {
    let app = AppState::expect();
    let others = Memo::new(move |_| {
        app.journal.with(|journal| {
            let all =
                reflections(journal).into_iter().filter(|(other, it)| it.done && *other != id);
            let words = |id, it: &Reflection| day_words(journal, id, it.day, DateStyle::Full);
            all.map(|(other, it)| (other, words(other, it))).collect::<Vec<_>>()
        })
    });
    let chosen = RwSignal::new(String::new());
    let choices = move || {
        let none = Choice::new("", t(msg::outcome_beside_none()));
        let day = |(id, day): (Id, String)| Choice::new(id.to_string(), day);
        std::iter::once(none).chain(others.get().into_iter().map(day)).collect::<Vec<_>>()
    };
    let table = move || {
        let other: Id = chosen.get().parse().ok()?;
        app.journal.with(|journal| {
            let mut both = reflections(journal);
            both.retain(|it| [id, other].contains(&it.0));
            let [now, then] = *both else { return None };
            let sitting = |(id, it): (Id, &Reflection)| {
                let day = day_words(journal, id, it.day, DateStyle::Medium);
                (day, Outcome::of(it, it.is_unsafe(journal)))
            };
            Some(table(&sitting(then), &sitting(now)))
        })
    };
    view! {
        <Shown when=move || others.with(|it| !it.is_empty())>
            <section class="section stack">
                <Select
                    label=t(msg::outcome_beside())
                    choices=Signal::derive(choices)
                    chosen
                    on_choose=Callback::new(move |id| chosen.set(id))
                />
                {table}
            </section>
        </Shown>
    }
}

fn table(then: &(String, Outcome), now: &(String, Outcome)) -> impl IntoView + use<> {
    let row = |area: &Area| {
        view! {
            <tr>
                <th scope="row">{t(labels::area(*area))}</th>
                <td>{score_words(then.1.score(*area))}</td>
                <td>{score_words(now.1.score(*area))}</td>
            </tr>
        }
    };
    let rows = Area::ALL.iter().map(row).collect_view();
    view! {
        <div
            class="table-scroll"
            tabindex="0"
            role="region"
            aria-label=t(msg::outcome_beside_title())
        >
            <table class="chart__table">
                <caption class="visually-hidden">{t(msg::outcome_beside_title())}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t(msg::outcome_area())}</th>
                        <th scope="col">{then.0.clone()}</th>
                        <th scope="col">{now.0.clone()}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}
