//! Saving the page that any browser opens without the app, with a passphrase or, asked twice,
//! without one.

use leptos::prelude::*;
use satkarya_core::vault::Passphrase;

use super::arrived::{Arrived, Saved};
use super::page_words;
use crate::features::settings::secret::{Secret, SecretForm};
use crate::i18n::{msg, t};
use crate::platform::timer;
use crate::state::{AppState, PageNotSaved};
use crate::ui::button::{Button, Tone};
use crate::ui::disclosure::Disclosure;
use crate::ui::shown::Shown;

/// What is typed, and what was said about it.
#[derive(Clone, Copy, Default)]
struct Form {
    secret: Secret,
    busy: RwSignal<bool>,
    saved: Saved,
}

impl Form {
    fn save(self, app: AppState, passphrase: Option<Passphrase>) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.saved.say(t(msg::file_working()));
        timer::spawn(async move {
            let inside = page_words::inside();
            let saved = app.save_page((&page_words::outside(), &inside), passphrase).await;
            match saved {
                Ok(file) => {
                    self.secret.clear();
                    self.saved.tell(Some(file));
                }
                Err(PageNotSaved::NoMeans) => self.saved.say(t(msg::file_no_means())),
                Err(PageNotSaved::NotTheSame) => self.saved.say(t(msg::file_not_same())),
                Err(PageNotSaved::Refused) => self.saved.tell(None),
            }
            self.busy.try_set(false);
        });
    }
}

/// Saves everything as a page.
#[component]
pub fn PageFile() -> impl IntoView {
    let app = AppState::expect();
    let form = Form::default();
    view! {
        <div>
            <h3>{t(msg::file_title())}</h3>
            <p class="soft">{t(msg::file_hint())}</p>
            <Disclosure summary=t(msg::file_open())>
                <SecretForm
                    secret=form.secret
                    label=t(msg::file_passphrase())
                    hint=t(msg::file_passphrase_hint())
                    action=t(msg::file_action())
                    busy=form.busy
                    on_send=Callback::new(move |words| form.save(app, Some(words)))
                />
                <Without form />
            </Disclosure>
            <Arrived saved=form.saved id="page-saved" />
        </div>
    }
}

/// The way without a passphrase, which asks first.
#[component]
fn Without(form: Form) -> impl IntoView {
    let app = AppState::expect();
    let asked = RwSignal::new(false);
    let save = move |()| {
        asked.set(false);
        form.save(app, None);
    };
    view! {
        <Shown
            when=move || asked.get()
            fallback=move || {
                view! {
                    <Button tone=Tone::Quiet on_click=Callback::new(move |()| asked.set(true))>
                        {t(msg::file_without())}
                    </Button>
                }
            }
        >
            <div class="stack stack--tight" role="alert">
                <p>{t(msg::file_without_sure())}</p>
                <div class="cluster">
                    <Button tone=Tone::Danger busy=form.busy on_click=Callback::new(save)>
                        {t(msg::file_without_action())}
                    </Button>
                    <Button on_click=Callback::new(move |()| asked.set(false))>
                        {t(msg::common_cancel())}
                    </Button>
                </div>
            </div>
        </Shown>
    }
}
