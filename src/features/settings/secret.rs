//! Choosing a new passphrase: typed twice, or drawn by lot and typed twice. One form for the lock,
//! for backups and for the copies in a folder.

use leptos::{ev, prelude::*};
use satkarya_core::vault::Passphrase;

use super::phrase;
use crate::i18n::{Msg, msg, t};
use crate::platform::entropy::BrowserEntropy;
use crate::ui::button::{Button, Tone};
use crate::ui::secret_field::SecretField;

/// A new passphrase as it is typed, and what is wrong with it.
#[derive(Clone, Copy, Default)]
pub struct Secret {
    first: RwSignal<String>,
    again: RwSignal<String>,
    wrong: RwSignal<Option<Wrong>>,
    drawn: RwSignal<Option<String>>,
}

/// Why what was typed is not taken.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wrong {
    Short,
    Differ,
}

impl Secret {
    /// The passphrase, if it is long enough and was typed twice; else says what is wrong.
    pub fn take(self) -> Option<Passphrase> {
        let chosen = self.first.with_untracked(|text| Passphrase::chosen(text));
        let again = self.again.with_untracked(|text| Passphrase::typed(text));
        let (wrong, taken) = match chosen {
            Err(_) => (Some(Wrong::Short), None),
            Ok(chosen) if chosen != again => (Some(Wrong::Differ), None),
            Ok(chosen) => (None, Some(chosen)),
        };
        self.wrong.set(wrong);
        taken
    }

    /// Forgets what was typed and what was drawn. The page may have been left meanwhile.
    pub fn clear(self) {
        _ = self.first.try_set(String::new());
        _ = self.again.try_set(String::new());
        _ = self.drawn.try_set(None);
    }

    fn error(self, of: Wrong, word: fn() -> Msg) -> MaybeProp<String> {
        MaybeProp::derive(move || (self.wrong.get() == Some(of)).then(|| t(word())))
    }
}

/// The two fields, and a phrase for whoever wants one.
#[component]
pub fn NewSecret(
    /// What is typed.
    secret: Secret,
    /// The name of the first field.
    label: String,
    /// What to know before choosing one.
    hint: String,
) -> impl IntoView {
    view! {
        <Suggest drawn=secret.drawn />
        <SecretField
            label
            hint
            value=secret.first
            error=secret.error(Wrong::Short, msg::secret_short)
            on_input=Callback::new(move |text| secret.first.set(text))
        />
        <SecretField
            label=t(msg::secret_again())
            value=secret.again
            error=secret.error(Wrong::Differ, msg::secret_differ)
            on_input=Callback::new(move |text| secret.again.set(text))
        />
    }
}

/// Draws a phrase.
#[component]
fn Suggest(drawn: RwSignal<Option<String>>) -> impl IntoView {
    let is_refused = RwSignal::new(false);
    let draw = move |()| {
        let phrase = phrase::draw(&BrowserEntropy);
        is_refused.set(phrase.is_err());
        drawn.set(phrase.ok());
    };
    let shown = move || match drawn.get() {
        Some(phrase) => view! {
            <p class="lock-phrase" translate="no">
                {phrase}
            </p>
            <p class="soft">{t(msg::secret_suggest_hint())}</p>
        }
        .into_any(),
        None if is_refused.get() => view! { <p>{t(msg::secret_no_random())}</p> }.into_any(),
        None => ().into_any(),
    };
    view! {
        <div class="stack stack--tight">
            <div>
                <Button on_click=Callback::new(draw)>{t(msg::secret_suggest())}</Button>
            </div>
            <div role="status">{shown}</div>
        </div>
    }
}

/// The fields and the button that sends them.
#[component]
pub fn SecretForm(
    /// What is typed.
    secret: Secret,
    /// The name of the first field.
    label: String,
    /// What to know before choosing one.
    hint: String,
    /// What stands on the button.
    action: String,
    /// How much the button asks for attention.
    #[prop(optional)]
    tone: Tone,
    /// It is being used.
    #[prop(into)]
    busy: Signal<bool>,
    /// Takes the passphrase.
    on_send: Callback<Passphrase>,
) -> impl IntoView {
    let send = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if !busy.get_untracked()
            && let Some(passphrase) = secret.take()
        {
            on_send.run(passphrase);
        }
    };
    view! {
        <form class="stack" on:submit=send>
            <NewSecret secret label hint />
            <div>
                <Button submit=true tone busy>
                    {action}
                </Button>
            </div>
        </form>
    }
}
