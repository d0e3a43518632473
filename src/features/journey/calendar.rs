//! A day for somebody's own calendar, under a title that says nothing.

use leptos::prelude::*;
use satkarya_core::id::Id;
use satkarya_core::time::Day;

use crate::i18n::{msg, t};
use crate::state::AppState;
use crate::ui::button::{Button, Tone};
use crate::ui::icon::{Icon, IconName};

/// Saves the day as a file that calendars open.
#[component]
pub(super) fn CalendarButton(
    /// The record that the day belongs to.
    id: Id,
    /// The day.
    day: Day,
) -> impl IntoView {
    let app = AppState::expect();
    let save = move |()| {
        let title = t(msg::plan_calendar_title());
        let said = match app.save_day(id, day, &title) {
            Some(name) => msg::plan_calendar_saved(name, title),
            None => msg::plan_calendar_refused(),
        };
        app.notices.show(said, None);
    };
    view! {
        <Button tone=Tone::Quiet on_click=Callback::new(save)>
            <Icon name=IconName::Calendar />
            {t(msg::plan_calendar())}
        </Button>
    }
}
