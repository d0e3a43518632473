//! The passphrase of a file that is to be opened, and the question before unusually much work.

use leptos::{ev, prelude::*};

use super::open_file::HEAD;
use crate::i18n::{msg, t};
use crate::ui::button::{Button, Tone};
use crate::ui::secret_field::SecretField;

/// How the last try went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tried {
    /// There was none.
    #[default]
    NotYet,
    /// It is under way.
    Trying,
    /// It did not open.
    Wrong,
    /// The browser has not got the means.
    NoMeans,
    /// The device has not got the memory.
    NoMemory,
}

/// Asks for it; nothing is kept of what was typed.
#[component]
pub fn Ask(
    /// What it is about, where it is not one file.
    #[prop(optional, into)]
    body: Option<String>,
    /// The name of the field, where it is not one file.
    #[prop(optional, into)]
    label: Option<String>,
    /// How the last try went.
    tried: Signal<Tried>,
    /// Tries what was typed.
    on_try: Callback<String>,
    /// The person does not want it.
    on_cancel: Callback<()>,
) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let busy = Signal::derive(move || tried.get() == Tried::Trying);
    let error = move || match tried.get() {
        Tried::NotYet | Tried::Trying => None,
        Tried::Wrong => Some(t(msg::file_ask_wrong())),
        Tried::NoMeans => Some(t(msg::file_ask_means())),
        Tried::NoMemory => Some(t(msg::file_ask_memory())),
    };
    let send = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if !busy.get_untracked() {
            on_try.run(typed.get_untracked());
        }
    };
    view! {
        <form class="card stack" on:submit=send>
            <h3 class=HEAD tabindex="-1">
                {body.unwrap_or_else(|| t(msg::file_ask_body()))}
            </h3>
            <SecretField
                label=label.unwrap_or_else(|| t(msg::file_ask()))
                value=typed
                error=MaybeProp::derive(error)
                on_input=Callback::new(move |text| typed.set(text))
            />
            <div class="cluster">
                <Button submit=true tone=Tone::Primary busy>
                    {t(msg::file_ask_action())}
                </Button>
                <Button on_click=on_cancel>{t(msg::common_cancel())}</Button>
            </div>
            <p role="status" class="settings-said">
                {move || busy.get().then(|| t(msg::file_ask_working()))}
            </p>
        </form>
    }
}

/// Asks before more work than the app itself ever puts into a file.
#[component]
pub fn Heavy(
    /// The person wants to try.
    on_try: Callback<()>,
    /// The person does not.
    on_cancel: Callback<()>,
) -> impl IntoView {
    view! {
        <div class="card stack">
            <h3 class=HEAD tabindex="-1">
                {t(msg::file_heavy())}
            </h3>
            <p>{t(msg::file_heavy_body())}</p>
            <div class="cluster">
                <Button on_click=on_try>{t(msg::file_heavy_action())}</Button>
                <Button on_click=on_cancel>{t(msg::common_cancel())}</Button>
            </div>
        </div>
    }
}
