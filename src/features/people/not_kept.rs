//! A word where this tab may not write: people have no drafts, so that what is typed about them is nowhere but on screen.

use crate::ui::shown::Shown;
use leptos::prelude::*;

use crate::i18n::{msg, t};
use crate::state::{Access, AppState};

/// Says so, for as long as it is true.
#[component]
pub(super) fn NotKept() -> impl IntoView {
    let app = AppState::expect();
    view! {
        <Shown when=move || app.access.get() != Access::Writer>
            <p class="soft small">{t(msg::person_not_kept())}</p>
        </Shown>
    }
}
