//! Two sittings side by side, as a table in words. Nothing says whether it went up or down.

use leptos::prelude::*;
use satkarya_core::diary::Area;
use satkarya_core::focus::{Outcome, Reflection, reflections};
use satkarya_core::id::Id;

use super::outcome::score_words;
use crate::i18n::dates::{self, DateStyle};
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
            all.map(|(other, it)| (other, it.day)).collect::<Vec<_>>()
        })
    });
    let chosen = RwSignal::new(String::new());
    let choices = move || {
        let none = Choice::new("", t(msg::outcome_beside_none()));
        let day =
            |(id, day): (Id, _)| Choice::new(id.to_string(), dates::day(day, DateStyle::Full));
        std::iter::once(none).chain(others.get().into_iter().map(day)).collect::<Vec<_>>()
    };
    let table = move || {
        let other: Id = chosen.get().parse().ok()?;
        app.journal.with(|journal| {
            let one = journal.get(id)?.reflection()?;
            let other = journal.get(other)?.reflection()?;
            let (then, now) = if other.day <= one.day { (other, one) } else { (one, other) };
            let unsafe_then = then.is_unsafe(journal);
            let unsafe_now = now.is_unsafe(journal);
            Some(table((then, unsafe_then), (now, unsafe_now)))
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

fn table(then: (&Reflection, bool), now: (&Reflection, bool)) -> impl IntoView + use<> {
    let (before, after) = (Outcome::of(then.0, then.1), Outcome::of(now.0, now.1));
    let row = |area: &Area| {
        view! {
            <tr>
                <th scope="row">{t(labels::area(*area))}</th>
                <td>{score_words(before.score(*area))}</td>
                <td>{score_words(after.score(*area))}</td>
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
                        <th scope="col">{dates::day(then.0.day, DateStyle::Medium)}</th>
                        <th scope="col">{dates::day(now.0.day, DateStyle::Medium)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}
