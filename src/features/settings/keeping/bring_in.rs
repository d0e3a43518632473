//! Bringing a file in: choose, look at what it would do, bring it in as one step, take it out.

use leptos::prelude::*;

use super::bad_file::Trouble;
use super::bringing::{Bringing, Outcome};
use super::open_file::OpenFile;
use crate::i18n::{msg, t};
use crate::state::AppState;

/// The section, whose heading gets the focus when what was shown is gone again.
const SECTION: &str = "bring-in";

/// Brings in a backup file.
#[component]
pub fn BringIn() -> impl IntoView {
    let app = AppState::expect();
    let bringing = Bringing::new(SECTION);
    let look = move |bytes: Vec<u8>| {
        bringing.look(app.look_into(&bytes).map_err(Trouble::Refused));
    };
    view! {
        <section class="section" id=SECTION>
            <h2 tabindex="-1">{t(msg::import_title())}</h2>
            <p class="soft">{t(msg::import_hint())}</p>
            <OpenFile
                of=SECTION
                label=t(msg::import_choose())
                is_full=bringing.is_asking()
                on_begin=Callback::new(move |()| bringing.begin())
                on_open=Callback::new(look)
                on_cancel=Callback::new(move |()| bringing.cancel())
            />
            <Outcome bringing title=t(msg::import_preview_title()) />
        </section>
    }
}
