//! Going to a day of a long list.

use leptos::prelude::*;
use satkarya_core::time::Day;

use crate::i18n::{msg, t};
use crate::state::AppState;
use crate::ui::button::Button;
use crate::ui::date_field::DateField;
use crate::ui::disclosure::Disclosure;

/// Asks for a day. It goes there when it is told to, since a date that is half typed is one too.
#[component]
pub fn JumpToDay(
    /// Gives the day.
    on_go: Callback<Day>,
) -> impl IntoView {
    let app = AppState::expect();
    let asked = RwSignal::new(String::new());
    let day = move || asked.with(|asked| asked.parse::<Day>().ok());
    let first =
        move || app.journal.with(|journal| journal.span().map(|(first, _)| first.to_string()));
    view! {
        <Disclosure summary=t(msg::diary_jump())>
            <form
                class="diary__jump"
                on:submit=move |event| {
                    event.prevent_default();
                    if let Some(day) = untrack(day) {
                        on_go.run(day);
                    }
                }
            >
                <DateField
                    label=t(msg::diary_jump_day())
                    value=asked
                    min=Signal::derive(first)
                    max=app.today().to_string()
                    on_change=Callback::new(move |day: String| asked.set(day))
                />
                <Button submit=true disabled=Signal::derive(move || day().is_none())>
                    {t(msg::diary_jump_go())}
                </Button>
            </form>
        </Disclosure>
    }
}
