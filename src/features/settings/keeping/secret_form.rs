//! A new passphrase, typed twice.

use leptos::{ev, prelude::*};
use satkarya_core::vault::Passphrase;

use crate::i18n::{Msg, msg, t};
use crate::ui::button::{Button, Tone};
use crate::ui::secret_field::SecretField;

/// What is typed, and what is wrong with it.
#[derive(Clone, Copy, Default)]
pub struct Secret {
    first: RwSignal<String>,
    again: RwSignal<String>,
    wrong: RwSignal<Option<Wrong>>,
}

/// Why what was typed is not taken.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wrong {
    Short,
    Differ,
}

impl Secret {
    /// The passphrase, if it is long enough and was typed twice.
    fn passphrase(self) -> Result<Passphrase, Wrong> {
        let chosen = self.first.with_untracked(|text| Passphrase::chosen(text));
        let chosen = chosen.map_err(|_| Wrong::Short)?;
        let again = self.again.with_untracked(|text| Passphrase::typed(text));
        if chosen == again { Ok(chosen) } else { Err(Wrong::Differ) }
    }

    /// Forgets what was typed. The page may have been left meanwhile.
    pub fn clear(self) {
        self.first.try_set(String::new());
        self.again.try_set(String::new());
    }

    fn error(self, of: Wrong, word: fn() -> Msg) -> MaybeProp<String> {
        MaybeProp::derive(move || (self.wrong.get() == Some(of)).then(|| t(word())))
    }
}

/// Two fields and the button that sends them.
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
        if busy.get_untracked() {
            return;
        }
        match secret.passphrase() {
            Ok(passphrase) => {
                secret.wrong.set(None);
                on_send.run(passphrase);
            }
            Err(wrong) => secret.wrong.set(Some(wrong)),
        }
    };
    view! {
        <form class="stack" on:submit=send>
            <SecretField
                label
                hint
                value=secret.first
                error=secret.error(Wrong::Short, msg::file_short)
                on_input=Callback::new(move |text| secret.first.set(text))
            />
            <SecretField
                label=t(msg::file_again())
                value=secret.again
                error=secret.error(Wrong::Differ, msg::file_differ)
                on_input=Callback::new(move |text| secret.again.set(text))
            />
            <div>
                <Button submit=true tone busy>
                    {action}
                </Button>
            </div>
        </form>
    }
}
