//! A break from tracking: the card that says so, and the way out of it.

use leptos::prelude::*;

use crate::i18n::dates::{self, DateStyle};
use crate::i18n::{msg, t};
use crate::state::{AppState, Break};
use crate::ui::button::{Button, Tone};

/// Says that a break is on. Nothing is counted and nothing is asked.
#[component]
pub fn PauseCard(
    /// The person wants to write all the same.
    on_write: Callback<()>,
) -> impl IntoView {
    let app = AppState::expect();
    let text = move || match app.prefs.with(|prefs| prefs.pause(app.today())) {
        Some(Break::Until(day)) => t(msg::break_on_until(dates::day(day, DateStyle::Full))),
        Some(Break::Open) | None => t(msg::break_on_open()),
    };
    view! {
        <section class="card">
            <h2>{t(msg::break_on_title())}</h2>
            <p>{text}</p>
            <div class="cluster">
                <Button on_click=on_write>{t(msg::break_write_anyway())}</Button>
                <Button
                    tone=Tone::Quiet
                    on_click=Callback::new(move |()| app.set_prefs(|prefs| prefs.set_pause(None)))
                >
                    {t(msg::break_end())}
                </Button>
            </div>
        </section>
    }
}
