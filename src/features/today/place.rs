//! One line on Today: where somebody is in their course, and when the next session is.

use leptos::prelude::*;
use satkarya_core::course::Mode;

use crate::i18n::{dates, labels, msg, t};
use crate::route::Route;
use crate::state::AppState;

/// The line; nothing where no sessions are counted and none is to come.
#[component]
pub fn PlaceLine() -> impl IntoView {
    let app = AppState::expect();
    let standing = app.standing();
    move || {
        let standing = standing.get().filter(|it| it.plan.is_some() || it.next.is_some())?;
        let next = standing.next.map(|day| {
            let day = dates::near_day(day, app.today());
            t(match standing.course.mode {
                Mode::KeepingWell => msg::plan_next_look(day),
                Mode::InIpt | Mode::Waiting | Mode::SelfGuided => msg::plan_next(day),
            })
        });
        Some(view! {
            <a class="row" href=Route::Journey.href()>
                <span class="row__body">
                    <span>{t(labels::position(&standing))}</span>
                    {next.map(|next| view! { <span class="row__note">{next}</span> })}
                </span>
                <span class="row__go" aria-hidden="true"></span>
            </a>
        })
    }
}
