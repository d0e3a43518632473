//! The recovery code: made, copied by hand, typed back; and taken away.

use leptos::{ev, prelude::*};
use satkarya_core::port::Entropy as _;
use satkarya_core::vault::{Passphrase, RecoveryCode};

use super::{Asking, Present, Said};
use crate::i18n::{msg, t};
use crate::platform::dom;
use crate::platform::entropy::BrowserEntropy;
use crate::state::lock::{Lock, Trouble, Wish};
use crate::ui::button::{Button, Tone};
use crate::ui::disclosure::Disclosure;
use crate::ui::icon::{Icon, IconName};
use crate::ui::shown::Shown;
use crate::ui::text_field::TextField;

/// What is on screen while a code is made.
#[derive(Clone, Copy)]
struct Making {
    asking: Asking,
    /// The code as it is shown, once.
    shown: RwSignal<Option<String>>,
    back: RwSignal<String>,
    present: RwSignal<String>,
    wrong: RwSignal<Option<String>>,
}

impl Making {
    fn begin(self) {
        match BrowserEntropy.bytes() {
            Ok(bytes) => self.shown.set(Some(RecoveryCode::new(bytes).print().to_string())),
            Err(_) => self.asking.said.set(Some(t(Trouble::NoRandom.words()))),
        }
    }

    fn passphrase(self) -> Passphrase {
        self.present.with_untracked(|text| Passphrase::typed(text))
    }

    fn clear(self) {
        // The page may have been left meanwhile.
        _ = self.shown.try_set(None);
        _ = self.back.try_set(String::new());
        _ = self.present.try_set(String::new());
    }

    fn send(self) {
        let shown = self.shown.get_untracked().and_then(|text| RecoveryCode::read(&text).ok());
        let back = self.back.with_untracked(|text| RecoveryCode::read(text)).ok();
        match shown.filter(|shown| back.as_ref() == Some(shown)) {
            Some(code) => {
                self.wrong.set(None);
                let wish = Wish::Code(code);
                let done = msg::lock_code_made;
                self.asking.ask(Some(self.passphrase()), wish, done, move || self.clear());
            }
            None => self.wrong.set(Some(t(msg::lock_code_other()))),
        }
    }
}

/// The recovery code.
#[component]
pub fn Code() -> impl IntoView {
    let lock = Lock::expect();
    let making = Making {
        asking: Asking::new(),
        shown: RwSignal::new(None),
        back: RwSignal::new(String::new()),
        present: RwSignal::new(String::new()),
        wrong: RwSignal::new(None),
    };
    let has = lock.has_code;
    view! {
            <Disclosure summary=t(msg::lock_code_title())>
                <p>
                    {move || t(if has.get() { msg::lock_code_there() } else { msg::lock_code_none() })}
                </p>
                <Shown
                    when=move || making.shown.get().is_some()
                    fallback=move || view! { <Begin making /> }
                >
                    <TypeBack making />
                </Shown>
                <Said asking=making.asking />
            </Disclosure>
    }
}

/// Making one, or taking the one there is away.
#[component]
fn Begin(making: Making) -> impl IntoView {
    let has = Lock::expect().has_code;
    let remove = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let done = msg::lock_code_removed;
        let present = Some(making.passphrase());
        making.asking.ask(present, Wish::NoCode, done, move || making.clear());
    };
    view! {
        <div class="stack">
            <div>
                <Button on_click=Callback::new(move |()| making.begin())>
                    {move || t(if has.get() { msg::lock_code_new() } else { msg::lock_code_make() })}
                </Button>
            </div>
            <Shown when=move || has.get()>
                <form class="stack" on:submit=remove>
                    <Present typed=making.present />
                    <div>
                        <Button tone=Tone::Danger submit=true busy=making.asking.busy>
                            {t(msg::lock_code_remove())}
                        </Button>
                    </div>
                </form>
            </Shown>
        </div>
    }
}

/// The code, once, and the field to type it back.
#[component]
fn TypeBack(making: Making) -> impl IntoView {
    let send = move |event: ev::SubmitEvent| {
        event.prevent_default();
        making.send();
    };
    view! {
        <form class="stack" on:submit=send>
            <p class="lock-phrase numbers" translate="no">
                {move || making.shown.get()}
            </p>
            <p>{t(msg::lock_code_write())}</p>
            <div>
                <Button on_click=Callback::new(|()| dom::print())>
                    <Icon name=IconName::Print />
                    {t(msg::lock_code_print())}
                </Button>
            </div>
            <TextField
                label=t(msg::lock_code_back())
                value=making.back
                error=making.wrong
                on_input=Callback::new(move |text| making.back.set(text))
            />
            <Present typed=making.present />
            <div class="cluster">
                <Button submit=true busy=making.asking.busy>
                    {t(msg::lock_code_use())}
                </Button>
                <Button
                    tone=Tone::Quiet
                    on_click=Callback::new(move |()| making.clear())
                >
                    {t(msg::common_cancel())}
                </Button>
            </div>
        </form>
    }
}
