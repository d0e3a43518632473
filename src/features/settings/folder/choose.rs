//! Choosing the folder and its passphrase: a new one in an empty folder, else the one that opens what
//! lies there.

use leptos::prelude::*;
use satkarya_core::vault::Passphrase;

use super::SECTION;
use super::in_use::trouble;
use crate::features::settings::keeping::ask::{Ask, Tried};
use crate::features::settings::keeping::open_file::HEAD;
use crate::features::settings::secret::{Secret, SecretForm};
use crate::i18n::{msg, t};
use crate::platform::{dom, timer};
use crate::state::folder::{FolderTrouble, NewFolder, choose_folder};
use crate::state::lock::Lock;
use crate::state::{Access, AppState, NotOpened};
use crate::ui::button::{Button, Tone};

/// The folder that was chosen and is not used yet.
type Picked = StoredValue<Option<NewFolder>, LocalStorage>;

/// How far it has come.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    /// None is chosen.
    Nothing,
    /// One without copies: it wants a new passphrase.
    New,
    /// One with copies: it wants theirs.
    Known,
}

#[derive(Clone, Copy)]
struct Choosing {
    app: AppState,
    picked: Picked,
    step: RwSignal<Step>,
    tried: RwSignal<Tried>,
    busy: RwSignal<bool>,
    said: RwSignal<Option<String>>,
}

impl Choosing {
    fn choose(self) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.said.set(None);
        timer::spawn(async move {
            let chosen = choose_folder().await;
            if self.busy.try_set(false).is_some() {
                return;
            }
            match chosen {
                Ok(Some(new)) => {
                    self.step.set(if new.has_copies() { Step::Known } else { Step::New });
                    self.picked.set_value(Some(new));
                    dom::focus_soon([format!("#{SECTION} .{HEAD}")]);
                }
                Ok(None) => {}
                Err(why) => self.said.set(Some(t(trouble(why)))),
            }
        });
    }

    /// Uses it with a passphrase. The page may have been left meanwhile.
    async fn begin(self, passphrase: Passphrase) {
        let Some(Some(new)) = self.picked.try_get_value() else { return };
        if let Err(why) = self.app.begin_folder(&new, &passphrase).await {
            self.say(why);
        } else {
            dom::focus_soon([format!("#{SECTION} h2")]);
        }
    }

    fn say(self, why: FolderTrouble) {
        _ = self.said.try_set(Some(t(trouble(why))));
    }

    fn begin_new(self, passphrase: Passphrase) {
        self.busy.set(true);
        timer::spawn(async move {
            self.begin(passphrase).await;
            _ = self.busy.try_set(false);
        });
    }

    fn try_known(self, typed: String) {
        self.tried.set(Tried::Trying);
        timer::spawn(async move {
            timer::pause(30).await;
            let Some(Some(new)) = self.picked.try_get_value() else { return };
            let tried = match self.app.try_folder(&new, &typed).await {
                Ok(()) => {
                    self.begin(Passphrase::typed(&typed)).await;
                    Tried::NotYet
                }
                Err(NotOpened::Wrong | NotOpened::Damaged(_)) => Tried::Wrong,
                Err(NotOpened::NoMeans) => Tried::NoMeans,
                Err(NotOpened::NoMemory) => Tried::NoMemory,
            };
            _ = self.tried.try_set(tried);
        });
    }

    fn cancel(self) {
        self.picked.set_value(None);
        self.step.set(Step::Nothing);
        self.tried.set(Tried::NotYet);
        dom::focus_soon([format!("#{SECTION} h2")]);
    }
}

/// Asks for a folder, and for what opens the copies in it.
#[component]
pub fn Choose() -> impl IntoView {
    let app = AppState::expect();
    let choosing = Choosing {
        app,
        picked: StoredValue::new_local(None),
        step: RwSignal::new(Step::Nothing),
        tried: RwSignal::default(),
        busy: RwSignal::new(false),
        said: RwSignal::new(None),
    };
    let cancel = Callback::new(move |()| choosing.cancel());
    let is_locked = Lock::expect().is_on;
    let may_write = move || app.access.get() == Access::Writer;
    let body = move || match choosing.step.get() {
        Step::Nothing => view! {
            <p class="soft">{t(msg::folder_own_hint())}</p>
            <p class="soft">
                {t(if is_locked { msg::folder_key_sealed() } else { msg::folder_key_plain() })}
            </p>
            <div>
                <Button
                    tone=Tone::Primary
                    busy=choosing.busy
                    disabled=Signal::derive(move || !may_write())
                    on_click=Callback::new(move |()| choosing.choose())
                >
                    {t(msg::folder_choose())}
                </Button>
            </div>
        }
        .into_any(),
        Step::New => view! { <NewWords choosing on_cancel=cancel /> }.into_any(),
        Step::Known => view! {
            <Ask
                body=t(msg::folder_known())
                label=t(msg::folder_passphrase())
                tried=choosing.tried.into()
                on_try=Callback::new(move |typed| choosing.try_known(typed))
                on_cancel=cancel
            />
        }
        .into_any(),
    };
    view! {
        <div class="stack">{body}</div>
        <p role="status" class="settings-said">
            {move || choosing.said.get()}
        </p>
    }
}

/// A new passphrase for a folder without copies.
#[component]
fn NewWords(choosing: Choosing, on_cancel: Callback<()>) -> impl IntoView {
    view! {
        <div class="card stack">
            <h3 class=HEAD tabindex="-1">
                {t(msg::folder_new())}
            </h3>
            <SecretForm
                secret=Secret::default()
                label=t(msg::folder_passphrase())
                hint=t(msg::folder_passphrase_hint())
                action=t(msg::folder_begin())
                tone=Tone::Primary
                busy=choosing.busy
                on_send=Callback::new(move |passphrase| choosing.begin_new(passphrase))
            />
            <div>
                <Button tone=Tone::Quiet on_click=on_cancel>
                    {t(msg::common_cancel())}
                </Button>
            </div>
            <p role="status" class="settings-said">
                {move || choosing.busy.get().then(|| t(msg::folder_beginning()))}
            </p>
        </div>
    }
}
