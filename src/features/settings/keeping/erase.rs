//! Erasing everything on this device, after a word that nobody types by accident.

use leptos::prelude::*;
use satkarya_core::search::fold;

use super::bad_file;
use crate::i18n::{msg, t};
use crate::platform::errand;
use crate::state::AppState;
use crate::ui::button::{Button, Tone};
use crate::ui::disclosure::Disclosure;
use crate::ui::shown::Shown;
use crate::ui::text_field::TextField;

/// Erases everything.
#[component]
pub fn Erase() -> impl IntoView {
    let app = AppState::expect();
    let typed = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let said = RwSignal::new(None::<String>);
    let is_meant =
        Memo::new(move |_| typed.with(|typed| fold(typed.trim()) == fold(&t(msg::erase_word()))));
    let save = move |()| {
        said.set(Some(match app.save_backup() {
            Some(file) => t(msg::export_done(file.name)),
            None => t(msg::export_refused()),
        }));
    };
    let erase = move |()| {
        busy.set(true);
        let begun = app.erase_everything(move |logged| {
            // Even where the log could not be emptied it may still be deleted as a whole.
            errand::erase(logged, move |removed| {
                let log = removed.unwrap_or_default().log;
                app.end_erasing(logged || log == Some(true));
            });
        });
        if let Err(access) = begun {
            busy.set(false);
            said.set(Some(t(bad_file::no_access(access))));
        }
    };
    view! {
        <section class="section settings-erase">
            <Disclosure summary=t(msg::erase_title())>
                <p>{t(msg::erase_body())}</p>
                <Shown when=move || app.has_own()>
                    <Button on_click=Callback::new(save)>{t(msg::erase_backup_first())}</Button>
                </Shown>
                <TextField
                    label=t(msg::erase_type(t(msg::erase_word())))
                    value=typed
                    on_input=Callback::new(move |text| typed.set(text))
                />
                <Button
                    tone=Tone::Danger
                    busy
                    disabled=Signal::derive(move || !is_meant.get())
                    on_click=Callback::new(erase)
                >
                    {t(msg::erase_confirm())}
                </Button>
                <p role="status" class="settings-said">
                    {move || said.get()}
                </p>
            </Disclosure>
        </section>
    }
}
