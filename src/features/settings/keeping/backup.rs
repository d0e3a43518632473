//! Making a backup that opens with a passphrase, here and in other programs.

use leptos::prelude::*;
use satkarya_core::vault::Passphrase;

use super::arrived::{Arrived, Saved};
use crate::features::settings::secret::{Secret, SecretForm};
use crate::i18n::{Msg, msg, t};
use crate::platform::timer;
use crate::state::{AppState, NotMade};
use crate::ui::button::Tone;
use crate::ui::disclosure::Disclosure;

/// Makes a backup with a passphrase.
#[component]
pub fn Backup() -> impl IntoView {
    let app = AppState::expect();
    view! {
        <div>
            <h3>{t(msg::backup_title())}</h3>
            <p class="soft">{t(msg::backup_hint())}</p>
            <Making
                id="backup-made"
                open=t(msg::backup_open())
                label=t(msg::backup_passphrase())
                hint=t(msg::backup_passphrase_hint())
                action=t(msg::backup_action())
                name=Callback::new(move |()| app.file_name("age"))
            />
        </div>
    }
}

/// Asks for a passphrase, makes the file, and asks whether it arrived.
#[component]
pub fn Making(
    /// The id of the place, of its own on the page.
    id: &'static str,
    /// Under which words the form is folded, if it is.
    #[prop(optional, into)]
    open: Option<String>,
    /// The name of the field for the passphrase.
    label: String,
    /// What to know before choosing one.
    hint: String,
    /// What stands on the button.
    action: String,
    /// The name of the file.
    name: Callback<(), String>,
) -> impl IntoView {
    let app = AppState::expect();
    let secret = Secret::default();
    let saved = Saved::default();
    let busy = RwSignal::new(false);
    let send = move |passphrase: Passphrase| {
        busy.set(true);
        saved.say(t(msg::backup_working()));
        let name = name.run(());
        timer::spawn(async move {
            match app.make_backup(passphrase, name).await {
                Ok(made) => {
                    secret.clear();
                    let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
                    let said = [
                        t(msg::backup_made(
                            t(msg::import_preview_entries(number(made.n_entries))),
                            t(msg::import_preview_people(number(made.n_people))),
                        )),
                        t(msg::backup_saved_as(made.file.name.clone())),
                    ];
                    saved.ask(said.join(" "), made.file);
                }
                Err(why) => saved.say(t(not_made(why))),
            }
            busy.try_set(false);
        });
    };
    let form = move || {
        view! {
            <SecretForm
                secret
                label
                hint
                action
                tone=Tone::Primary
                busy
                on_send=Callback::new(send)
            />
        }
    };
    view! {
        {match open {
            Some(summary) => view! { <Disclosure summary>{form()}</Disclosure> }.into_any(),
            None => form().into_any(),
        }}
        <Arrived saved id />
    }
}

/// Why none was made: what happened, what is safe, what to do.
pub(in crate::features::settings) fn not_made(why: NotMade) -> Msg {
    match why {
        NotMade::NoMeans => msg::backup_no_means(),
        NotMade::NoMemory => msg::backup_no_memory(),
        NotMade::NotTheSame => msg::backup_not_same(),
        NotMade::Refused => msg::export_refused(),
    }
}
