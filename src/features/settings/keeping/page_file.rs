//! Saving the page that any browser opens without the app, with a passphrase or, asked twice,
//! without one.

use leptos::{ev, prelude::*};
use satkarya_core::vault::Passphrase;

use super::page_words;
use crate::i18n::{Msg, msg, t};
use crate::platform::timer;
use crate::state::{AppState, PageNotSaved};
use crate::ui::button::{Button, Tone};
use crate::ui::disclosure::Disclosure;
use crate::ui::secret_field::SecretField;
use crate::ui::shown::Shown;

/// What is typed, and what was said about it.
#[derive(Clone, Copy, Default)]
struct Form {
    first: RwSignal<String>,
    again: RwSignal<String>,
    wrong: RwSignal<Option<Wrong>>,
    busy: RwSignal<bool>,
    said: RwSignal<Option<String>>,
}

/// Why what was typed is not taken.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wrong {
    Short,
    Differ,
}

impl Form {
    /// The passphrase, if it is long enough and was typed twice.
    fn passphrase(self) -> Result<Passphrase, Wrong> {
        let chosen = self.first.with_untracked(|text| Passphrase::chosen(text));
        let chosen = chosen.map_err(|_| Wrong::Short)?;
        let again = self.again.with_untracked(|text| Passphrase::typed(text));
        if chosen == again { Ok(chosen) } else { Err(Wrong::Differ) }
    }

    fn save(self, app: AppState, passphrase: Option<Passphrase>) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.said.set(Some(t(msg::file_working())));
        timer::spawn(async move {
            let inside = page_words::inside();
            let saved = app.save_page((&page_words::outside(), &inside), passphrase).await;
            let said = match saved {
                Ok(name) => {
                    // The page may have been left meanwhile.
                    self.first.try_set(String::new());
                    self.again.try_set(String::new());
                    msg::export_done(name)
                }
                Err(PageNotSaved::NoMeans) => msg::file_no_means(),
                Err(PageNotSaved::NotTheSame) => msg::file_not_same(),
                Err(PageNotSaved::Refused) => msg::export_refused(),
            };
            self.busy.try_set(false);
            self.said.try_set(Some(t(said)));
        });
    }

    fn error(self, of: Wrong, word: fn() -> Msg) -> MaybeProp<String> {
        MaybeProp::derive(move || (self.wrong.get() == Some(of)).then(|| t(word())))
    }
}

/// Saves everything as a page.
#[component]
pub fn PageFile() -> impl IntoView {
    let app = AppState::expect();
    let form = Form::default();
    let send = move |event: ev::SubmitEvent| {
        event.prevent_default();
        match form.passphrase() {
            Ok(passphrase) => {
                form.wrong.set(None);
                form.save(app, Some(passphrase));
            }
            Err(wrong) => form.wrong.set(Some(wrong)),
        }
    };
    view! {
        <div>
            <h3>{t(msg::file_title())}</h3>
            <p class="soft">{t(msg::file_hint())}</p>
            <Disclosure summary=t(msg::file_open())>
                <form class="stack" on:submit=send>
                    <SecretField
                        label=t(msg::file_passphrase())
                        hint=t(msg::file_passphrase_hint())
                        value=form.first
                        error=form.error(Wrong::Short, msg::file_short)
                        on_input=Callback::new(move |text| form.first.set(text))
                    />
                    <SecretField
                        label=t(msg::file_again())
                        value=form.again
                        error=form.error(Wrong::Differ, msg::file_differ)
                        on_input=Callback::new(move |text| form.again.set(text))
                    />
                    <div>
                        <Button submit=true busy=form.busy>
                            {t(msg::file_action())}
                        </Button>
                    </div>
                </form>
                <Without form />
            </Disclosure>
            <p role="status" class="settings-said">
                {move || form.said.get()}
            </p>
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
