//! What is shown when a change could not be saved: what happened, what is safe, what to do.
//!
//! The form behind it stays open and untouched. Closing it changes nothing: the head of the
//! window keeps saying "Not saved yet".

use leptos::prelude::*;

use crate::i18n::{Msg, msg, t};
use crate::platform::dom;
use crate::state::{AppState, Saving};
use crate::ui::button::{Button, Tone};
use crate::ui::dialog::Dialog;

/// The title and text of a trouble; none where there is none.
fn words(saving: Saving) -> Option<(Msg, Msg)> {
    match saving {
        Saving::Full => Some((msg::storage_full_title(), msg::storage_full_body())),
        Saving::FullHereOnly => {
            Some((msg::storage_full_title(), msg::storage_full_body_here_only()))
        }
        Saving::Refused => Some((msg::storage_refused_title(), msg::storage_refused_body())),
        Saving::Cleared => Some((msg::cleared_open_title(), msg::cleared_open_body())),
        _ => None,
    }
}

/// Opens when a save fails.
#[component]
pub fn StorageDialog() -> impl IntoView {
    let app = AppState::expect();
    let trouble = Memo::new(move |_| Some(app.saving.get()).filter(|it| words(*it).is_some()));
    // Closed by the person until the next trouble.
    let closed = RwSignal::new(None::<Saving>);
    let open = Signal::derive(move || trouble.get().is_some() && trouble.get() != closed.get());
    let title = Signal::derive(move || {
        trouble.get().and_then(words).map(|(title, _)| t(title)).unwrap_or_default()
    });
    let text = move || trouble.get().and_then(words).map(|(_, text)| t(text));
    let is_full = move || matches!(trouble.get(), Some(Saving::Full | Saving::FullHereOnly));
    let said = RwSignal::new(None::<String>);
    let save = move |()| {
        said.set(Some(match app.save_backup() {
            Some(name) => t(msg::export_done(name)),
            None => t(msg::export_refused()),
        }));
    };
    let copy = move |()| {
        dom::copy(&app.last_words(), move |done| {
            if done {
                said.set(Some(t(msg::common_copied())));
            }
        });
    };
    view! {
        <Dialog
            open
            title
            close_label=t(msg::common_close())
            on_close=Callback::new(move |()| closed.set(trouble.get_untracked()))
        >
            <p>{text}</p>
            <Show when=is_full>
                <p class="soft">{t(msg::storage_full_hint())}</p>
            </Show>
            <p role="status">{move || said.get()}</p>
            <div class="cluster">
                <Button tone=Tone::Primary on_click=Callback::new(save)>
                    {t(msg::storage_full_backup())}
                </Button>
                <Button on_click=Callback::new(move |()| app.save_again())>
                    {t(msg::storage_full_retry())}
                </Button>
                <Button tone=Tone::Quiet on_click=Callback::new(copy)>
                    {t(msg::storage_full_copy())}
                </Button>
            </div>
        </Dialog>
    }
}
