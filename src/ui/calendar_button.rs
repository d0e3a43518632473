//! Saves a day as a file for somebody's own calendar.
//!
//! Role: `button`. Keys: Enter and space, from the browser. Which day, and under which neutral title, is the caller's.

use leptos::prelude::*;

use super::button::{Button, Tone};
use super::icon::{Icon, IconName};
use crate::i18n::{msg, t};

/// The button.
#[component]
pub fn CalendarButton(
    /// The day is to be saved.
    #[prop(into)]
    on_save: Callback<()>,
) -> impl IntoView {
    view! {
        <Button tone=Tone::Quiet on_click=on_save>
            <Icon name=IconName::Calendar />
            {t(msg::plan_calendar())}
        </Button>
    }
}
