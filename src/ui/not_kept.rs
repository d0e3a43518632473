//! A word on forms without drafts, where this tab may not write: what is typed there is nowhere
//! but on screen.

use leptos::prelude::*;

use crate::i18n::{msg, t};
use crate::ui::shown::Shown;

/// Says so, for as long as it is true.
#[component]
pub fn NotKept(
    /// Whether the tab may not write just now.
    when: Signal<bool>,
) -> impl IntoView {
    view! {
        <Shown when=move || when.get()>
            <p class="soft small">{t(msg::common_not_kept())}</p>
        </Shown>
    }
}
