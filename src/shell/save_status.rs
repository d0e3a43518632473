//! Whether the latest change is safe, in a few words at the top.
//!
//! Read politely by screen readers, and only when it says something new.

use leptos::prelude::*;

use crate::i18n::{Msg, msg, t};
use crate::state::{AppState, Saving};

fn words(saving: Saving) -> Option<Msg> {
    Some(match saving {
        Saving::Idle => return None,
        Saving::Saving => msg::save_saving(),
        Saving::Saved => msg::save_saved(),
        Saving::SavedSlow => msg::save_saved_slow(),
        Saving::Draft => msg::save_draft(),
        Saving::MemoryOnly => msg::save_memory(),
        Saving::Full
        | Saving::FullHereOnly
        | Saving::Refused
        | Saving::Cleared
        | Saving::HereOnly => msg::save_waiting(),
        Saving::Follower => msg::save_follower(),
    })
}

/// Says whether the latest change is safe.
#[component]
pub fn SaveStatus() -> impl IntoView {
    let app = AppState::expect();
    let saving = Memo::new(move |_| app.told());
    let state = move || match saving.get() {
        Saving::Saved => "saved",
        Saving::Full
        | Saving::FullHereOnly
        | Saving::Refused
        | Saving::Cleared
        | Saving::HereOnly => "unsaved",
        _ => "other",
    };
    view! {
        <p class="save-status" role="status" data-state=state>
            {move || words(saving.get()).map(t)}
        </p>
    }
}
