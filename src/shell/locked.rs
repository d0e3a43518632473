//! What stands before a locked diary: a question and nothing more. Support, Leave and Hide stay.

use leptos::{ev, prelude::*};
use satkarya_core::search::fold;
use satkarya_core::vault::{CodeError, Passphrase, RecoveryCode};

use super::frame::Doors;
use super::notices::NoticeArea;
use crate::features::support;
use crate::i18n::{Msg, msg, t};
use crate::platform::page::{self, Tell};
use crate::platform::timer::{self, Timer};
use crate::platform::{address, dom};
use crate::route::Route;
use crate::state::lock::{Door, Key, Lock, PAUSE_MS, TRIES, Trouble};
use crate::state::{AppState, Erased};
use crate::ui::button::{Button, LinkButton, Tone};
use crate::ui::disclosure::Disclosure;
use crate::ui::rings::Rings;
use crate::ui::secret_field::SecretField;
use crate::ui::text_field::TextField;

/// The whole window while the diary is locked.
#[component]
pub fn LockedFrame() -> impl IntoView {
    let app = AppState::expect();
    let is_support = Memo::new(move |_| app.route.get() == Route::Support);
    let timer = StoredValue::new_local(None::<Timer>);
    let is_first = StoredValue::new(true);
    Effect::new(move || {
        is_support.track();
        if !is_first.get_value() {
            dom::scroll_to_top();
            timer.set_value(Some(Timer::after(0, || dom::focus("main h1"))));
        }
        is_first.set_value(false);
    });
    view! {
        <button class="skip-link" type="button" on:click=|_| dom::focus("main h1")>
            {t(msg::app_skip_to_content())}
        </button>
        <div class="frame frame--locked">
            <Doors />
            <main class="frame__main" id="main" tabindex="-1">
                {move || {
                    if is_support.get() {
                        view! {
                            <LinkBack />
                            <support::SupportPage />
                        }
                            .into_any()
                    } else {
                        view! { <LockPage /> }.into_any()
                    }
                }}
            </main>
            <NoticeArea />
        </div>
    }
}

/// The way back from Support.
#[component]
fn LinkBack() -> impl IntoView {
    view! {
        <p class="page no-print">
            <LinkButton href=Route::Today.href() tone=Tone::Quiet>
                {t(msg::common_back())}
            </LinkButton>
        </p>
    }
}

/// The page: one of what can stand before the diary.
#[component]
fn LockPage() -> impl IntoView {
    let (app, lock) = (AppState::expect(), Lock::expect());
    // What counts up must not make its page anew.
    let kind = Memo::new(move |_| match lock.door.get() {
        Door::Passing(..) => Door::Passing(0, 0),
        door => door,
    });
    view! {
        <div class="page locked">
            <Rings />
            {move || match kind.get() {
                _ if app.erased.get().is_some() => view! { <Gone /> }.into_any(),
                Door::Open | Door::Locked => view! { <Ask /> }.into_any(),
                Door::Unusable => view! { <Unusable /> }.into_any(),
                Door::Passing(..) => view! { <Passing /> }.into_any(),
                Door::Halted(trouble) => view! { <Halted trouble /> }.into_any(),
                Door::Elsewhere => view! { <Elsewhere /> }.into_any(),
            }}
        </div>
    }
}

#[component]
fn Heading(#[prop(into)] words: String) -> impl IntoView {
    view! {
        <h1 class="locked__title" tabindex="-1">
            {words}
        </h1>
    }
}

/// One way to open it: what is typed, and what became of it.
#[derive(Clone, Copy)]
struct Try {
    lock: Lock,
    typed: RwSignal<String>,
    wrong: RwSignal<Option<String>>,
    busy: RwSignal<bool>,
    /// How often something did not open it, in both ways together.
    n_wrong: StoredValue<usize>,
}

impl Try {
    fn with(self, key: Key, field: &'static str) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.wrong.set(None);
        // Asked for now, so that whatever shuts the window from here on is before it.
        let opening = self.lock.smith().unlock(key);
        let waits = self.n_wrong.get_value() >= TRIES;
        timer::spawn(async move {
            if waits {
                timer::pause(PAUSE_MS).await;
            }
            let opened = opening.await;
            // Where it opened, this page is gone.
            self.busy.try_set(false);
            if let Err(trouble) = opened {
                if trouble == Trouble::Wrong {
                    self.n_wrong.try_update_value(|n| *n += 1);
                    self.typed.try_set(String::new());
                }
                self.wrong.try_set(Some(t(trouble.words())));
                dom::focus_soon([field]);
            }
        });
    }

    fn error(self) -> MaybeProp<String> {
        MaybeProp::derive(move || self.wrong.get())
    }
}

/// The question.
#[component]
fn Ask() -> impl IntoView {
    let lock = Lock::expect();
    let (busy, n_wrong) = (RwSignal::new(false), StoredValue::new(0));
    let one = move || Try {
        lock,
        typed: RwSignal::new(String::new()),
        wrong: RwSignal::new(None),
        busy,
        n_wrong,
    };
    let form = one();
    let send = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let passphrase = form.typed.with_untracked(|text| Passphrase::typed(text));
        form.with(Key::Passphrase(passphrase), ".locked__ask input");
    };
    // Where that opens no keyboard over the page.
    if dom::media("(hover: hover) and (pointer: fine)") {
        dom::focus_soon([".locked__ask input"]);
    }
    view! {
        <Heading words=t(msg::app_name()) />
        <form class="stack locked__ask" on:submit=send>
            <SecretField
                label=t(msg::lock_passphrase())
                value=form.typed
                error=form.error()
                on_input=Callback::new(move |text| form.typed.set(text))
            />
            <div>
                <Button tone=Tone::Primary submit=true wide=true busy>
                    {t(msg::lock_unlock())}
                </Button>
            </div>
            <p role="status" class="soft settings-said">
                {move || busy.get().then(|| t(msg::lock_opening()))}
            </p>
        </form>
        <div>
            <Disclosure summary=t(msg::lock_by_code())>
                <ByCode form=one() />
            </Disclosure>
            <Disclosure summary=t(msg::erase_title())>
                <Erase />
            </Disclosure>
        </div>
    }
}

/// What is wrong with a text as a code.
fn slip(error: CodeError) -> Msg {
    match error {
        CodeError::Length(n) => msg::lock_code_length(n.to_string()),
        CodeError::Character(_) | CodeError::Check => msg::lock_code_slip(),
    }
}

/// The other way: looks the same whether there is a code or not.
#[component]
fn ByCode(form: Try) -> impl IntoView {
    let send = move |event: ev::SubmitEvent| {
        event.prevent_default();
        match form.typed.with_untracked(|text| RecoveryCode::read(text)) {
            Ok(code) => form.with(Key::Code(code), ".locked__code input"),
            Err(error) => form.wrong.set(Some(t(slip(error)))),
        }
    };
    view! {
        <form class="stack locked__code" on:submit=send>
            <TextField
                label=t(msg::lock_code())
                hint=t(msg::lock_code_hint())
                value=form.typed
                error=form.error()
                on_input=Callback::new(move |text| form.typed.set(text))
            />
            <div>
                <Button submit=true busy=form.busy>
                    {t(msg::lock_unlock())}
                </Button>
            </div>
        </form>
    }
}

/// Erasing everything without opening it: after a word that nobody types by accident, and once more.
#[component]
fn Erase() -> impl IntoView {
    let (app, smith) = (AppState::expect(), Lock::expect().smith());
    let typed = RwSignal::new(String::new());
    let (asked, busy) = (RwSignal::new(false), RwSignal::new(false));
    let ended = RwSignal::new(None::<()>);
    let is_meant =
        Memo::new(move |_| typed.with(|typed| fold(typed.trim()) == fold(&t(msg::erase_word()))));
    let smith = StoredValue::new_local(smith);
    let act = move |()| {
        if !asked.get_untracked() {
            return asked.set(true);
        }
        busy.set(true);
        let smith = smith.get_value();
        timer::spawn(async move {
            let is_gone = smith.erase().await;
            // The window may be gone by now.
            busy.try_set(false);
            if is_gone {
                // A place that is chosen in Support now would be kept again, and a plan shown there.
                app.write_nowhere();
                app.read_prefs();
                app.erased.set(Some(Erased::All));
                return dom::focus_soon(["main h1"]);
            }
            ended.try_set(Some(()));
        });
    };
    view! {
        <div class="stack">
            <p>{t(msg::lock_erase_body())}</p>
            <TextField
                label=t(msg::erase_type(t(msg::erase_word())))
                value=typed
                on_input=Callback::new(move |text| typed.set(text))
            />
            <p role="status" class="settings-said">
                {move || match (ended.get(), asked.get()) {
                    (Some(()), _) => Some(t(msg::erase_incomplete())),
                    (None, true) => Some(t(msg::lock_erase_sure())),
                    (None, false) => None,
                }}
            </p>
            <div>
                <Button
                    tone=Tone::Danger
                    busy
                    disabled=Signal::derive(move || !is_meant.get())
                    on_click=Callback::new(act)
                >
                    {move || t(word(asked.get()))}
                </Button>
            </div>
        </div>
    }
}

/// Nothing is left.
#[component]
fn Gone() -> impl IntoView {
    view! {
        <Heading words=t(msg::erase_done_title()) />
        <p role="status">{t(msg::erase_done())}</p>
        <div>
            <Button on_click=Callback::new(|()| page::tell(Tell::Afresh))>
                {t(msg::erase_again())}
            </Button>
        </div>
    }
}

/// What stands on the button that erases.
fn word(asked: bool) -> Msg {
    if asked { msg::lock_erase_again() } else { msg::erase_confirm() }
}

/// No copy of what opens it can be used.
#[component]
fn Unusable() -> impl IntoView {
    view! {
        <Heading words=t(msg::lock_unusable_title()) />
        <p>{t(msg::lock_unusable())}</p>
        <div class="cluster">
            <Button tone=Tone::Primary on_click=Callback::new(|()| page::tell(Tell::RawData))>
                {t(msg::lock_unusable_save())}
            </Button>
            <LinkButton href="rescue.html".to_owned()>{t(msg::lock_unusable_rescue())}</LinkButton>
        </div>
    }
}

/// How far it has come.
#[component]
fn Passing() -> impl IntoView {
    let lock = Lock::expect();
    let counts = move || match lock.door.get() {
        Door::Passing(done, total) => (done, total),
        _ => (0, 0),
    };
    view! {
        <Heading words=t(msg::lock_working()) />
        <p role="status">{t(msg::lock_passing())}</p>
        <progress
            class="settings-meter"
            aria-label=t(msg::lock_working())
            max=move || counts().1.max(1).to_string()
            prop:value=move || counts().0.to_string()
        ></progress>
        <p class="soft numbers">
            {move || {
                let (done, total) = counts();
                t(msg::lock_passing_count(done.to_string(), total.to_string()))
            }}
        </p>
        <p class="soft">{t(msg::lock_passing_safe())}</p>
    }
}

/// It stopped.
#[component]
fn Halted(trouble: Trouble) -> impl IntoView {
    let lock = Lock::expect();
    view! {
        <Heading words=t(msg::lock_halted_title()) />
        <p role="alert">{t(trouble.words())}</p>
        <p class="soft">{t(msg::lock_passing_safe())}</p>
        <div>
            <Button tone=Tone::Primary on_click=Callback::new(move |()| lock.smith().go_on())>
                {t(msg::lock_go_on())}
            </Button>
        </div>
    }
}

/// Another tab is at it.
#[component]
fn Elsewhere() -> impl IntoView {
    let lock = Lock::expect();
    address::rename(&Route::Today.to_string());
    view! {
        <Heading words=t(msg::lock_elsewhere_title()) />
        <p role="status">{t(msg::lock_elsewhere())}</p>
        <div>
            <Button on_click=Callback::new(move |()| lock.smith().look_again())>
                {t(msg::lock_look_again())}
            </Button>
        </div>
    }
}
