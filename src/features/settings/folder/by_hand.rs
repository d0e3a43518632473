//! The copies of several devices by hand, in every browser: save this one's, bring in the others'.

use std::sync::Arc;

use leptos::{html, prelude::*};
use satkarya_core::transfer::MAX_BYTES;
use satkarya_core::vault::age::{AgeError, AgeFile, SILENT_WORK};

use crate::features::settings::keeping::ask::{Ask, Tried};
use crate::features::settings::keeping::backup::Making;
use crate::features::settings::keeping::bad_file::{self, Trouble};
use crate::features::settings::keeping::bringing::{Bringing, Outcome};
use crate::features::settings::keeping::open_file::HEAD;
use crate::i18n::{msg, sizes, t};
use crate::platform::{dom, files, timer};
use crate::state::{AppState, NotOpened, open_backup};
use crate::ui::file_picker::FilePicker;
use crate::ui::shown::Shown;

/// The section of the others, whose heading gets the focus when what was shown is gone again.
const SECTION: &str = "others";

/// A file with its name.
type Named<T> = (String, T);

/// How far the files have come.
#[derive(Clone, Default)]
enum Step {
    /// None yet, or they were handed on.
    #[default]
    Choose,
    /// They are being read.
    Reading,
    /// Some of them open with a passphrase, the same for all.
    Ask(Arc<Vec<Named<Vec<u8>>>>),
}

/// Files on their way to being opened.
#[derive(Clone, Copy)]
struct Opening {
    step: RwSignal<Step>,
    tried: RwSignal<Tried>,
    /// Those that are plain, and so open already.
    plain: RwSignal<Vec<Named<Vec<u8>>>>,
    /// Those that are left out, and why.
    left_out: RwSignal<Vec<Named<Trouble>>>,
    bringing: Bringing,
}

impl Opening {
    fn leave_out(self, name: String, trouble: Trouble) {
        self.left_out.update(|all| all.push((name, trouble)));
    }

    /// Sorts what was read.
    fn look(self, app: AppState, read: Vec<Named<Result<Vec<u8>, files::Unreadable>>>) {
        let mut closed = Vec::new();
        for (name, bytes) in read {
            let bytes = match bytes {
                Ok(bytes) => bytes,
                Err(unreadable) => {
                    self.leave_out(name, Trouble::Unreadable(unreadable));
                    continue;
                }
            };
            match AgeFile::parse(&bytes).map(|file| file.work()) {
                Ok(work) if work <= SILENT_WORK => closed.push((name, bytes)),
                Ok(_) => self.leave_out(name, Trouble::Age(AgeError::Work)),
                Err(AgeError::NotAge) => self.plain.update(|all| all.push((name, bytes))),
                Err(error) => self.leave_out(name, Trouble::Age(error)),
            }
        }
        if closed.is_empty() {
            return self.hand_on(app);
        }
        self.step.set(Step::Ask(Arc::new(closed)));
        dom::focus_soon([format!("#{SECTION} .{HEAD}")]);
    }

    /// Hands on what is open.
    fn hand_on(self, app: AppState) {
        self.step.set(Step::Choose);
        let plain = self.plain.try_update(std::mem::take).unwrap_or_default();
        let (found, refused) = app.look_into_all(&plain);
        for (name, why) in refused {
            self.leave_out(name, Trouble::Refused(why));
        }
        if let Some(incoming) = found {
            self.bringing.look(Ok(incoming));
        }
        dom::focus_soon([format!("#{SECTION} .{HEAD}"), format!("#{SECTION} h2")]);
    }

    /// Tries a passphrase on all that ask for one. If it opens none, it is asked for again.
    fn try_open(self, app: AppState, typed: String) {
        let Step::Ask(closed) = self.step.get_untracked() else { return };
        self.tried.set(Tried::Trying);
        timer::spawn(async move {
            timer::pause(30).await;
            let (mut open, mut out) = (Vec::new(), Vec::new());
            let mut stopped = Tried::NotYet;
            for (name, bytes) in &*closed {
                match open_backup(bytes, &typed).await {
                    Ok(plain) => open.push((name.clone(), plain)),
                    Err(NotOpened::Wrong) => {
                        out.push((name.clone(), Trouble::Age(AgeError::DoesNotOpen)));
                    }
                    Err(NotOpened::Damaged(error)) => out.push((name.clone(), Trouble::Age(error))),
                    Err(NotOpened::NoMeans) => stopped = Tried::NoMeans,
                    Err(NotOpened::NoMemory) => stopped = Tried::NoMemory,
                }
            }
            // Others may have been chosen meanwhile, or the page left.
            let is_asked = |step: &Step| matches!(step, Step::Ask(it) if Arc::ptr_eq(it, &closed));
            if self.step.try_with_untracked(is_asked) != Some(true) {
                return;
            }
            let is_wrong = |it: &Named<Trouble>| it.1 == Trouble::Age(AgeError::DoesNotOpen);
            if stopped != Tried::NotYet {
                return self.tried.set(stopped);
            }
            if open.is_empty() && out.iter().any(is_wrong) {
                return self.tried.set(Tried::Wrong);
            }
            self.tried.set(Tried::NotYet);
            self.plain.update(|all| all.extend(open));
            self.left_out.update(|all| all.extend(out));
            self.hand_on(app);
        });
    }
}

/// Both ways by hand.
#[component]
pub fn ByHand() -> impl IntoView {
    view! {
        <SaveThis />
        <Others />
    }
}

/// Saves this device's copy.
#[component]
fn SaveThis() -> impl IntoView {
    let app = AppState::expect();
    let has_own = Memo::new(move |_| app.has_own());
    view! {
        <section class="section">
            <h2>{t(msg::folder_save())}</h2>
            <p class="soft">
                {t(msg::folder_save_hint())} " " <code translate="no">{app.copy_name()}</code>
            </p>
            <Shown
                when=move || has_own.get()
                fallback=|| view! { <p class="soft">{t(msg::export_none())}</p> }
            >
                <Making
                    id="copy-made"
                    label=t(msg::folder_passphrase())
                    hint=t(msg::folder_passphrase_hint())
                    action=t(msg::folder_save_action())
                    name=Callback::new(move |()| app.copy_name())
                />
            </Shown>
        </section>
    }
}

/// Brings in the copies of others.
#[component]
fn Others() -> impl IntoView {
    let app = AppState::expect();
    let bringing = Bringing::new(SECTION);
    let opening = Opening {
        step: RwSignal::default(),
        tried: RwSignal::default(),
        plain: RwSignal::default(),
        left_out: RwSignal::default(),
        bringing,
    };
    let (step, tried) = (opening.step, opening.tried);
    let input = NodeRef::<html::Input>::new();
    let choose = move |()| {
        let Some(input) = input.get_untracked() else { return };
        step.set(Step::Reading);
        tried.set(Tried::NotYet);
        opening.plain.set(Vec::new());
        opening.left_out.set(Vec::new());
        bringing.begin();
        let most = u32::try_from(MAX_BYTES).unwrap_or(u32::MAX);
        files::read_all(&input, most, move |read| {
            // The page may have been left meanwhile.
            if step.try_get_untracked().is_some() {
                opening.look(app, read);
            }
        });
    };
    let cancel = Callback::new(move |()| {
        step.set(Step::Choose);
        opening.left_out.set(Vec::new());
        bringing.cancel();
        dom::focus_soon([format!("#{SECTION} input")]);
    });
    let is_asking = bringing.is_asking();
    let body = move || match step.get() {
        Step::Choose => ().into_any(),
        Step::Reading => view! { <p class="soft">{t(msg::import_reading())}</p> }.into_any(),
        Step::Ask(_) => view! {
            <Ask
                body=t(msg::folder_ask())
                label=t(msg::folder_passphrase())
                tried=tried.into()
                on_try=Callback::new(move |typed| opening.try_open(app, typed))
                on_cancel=cancel
            />
        }
        .into_any(),
    };
    view! {
        <section class="section" id=SECTION>
            <h2 tabindex="-1">{t(msg::folder_others())}</h2>
            <p class="soft">{t(msg::folder_others_hint())}</p>
            <Shown when=move || !is_asking.get()>
                <FilePicker
                    label=t(msg::folder_others_choose())
                    multiple=true
                    notes=vec![
                        t(msg::folder_others_drop()),
                        t(msg::import_limit(sizes::bytes(MAX_BYTES as u64))),
                    ]
                    node_ref=input
                    on_choose=Callback::new(choose)
                />
            </Shown>
            <div class="stack">{body}</div>
            <LeftOut files=opening.left_out.into() />
            <Outcome bringing title=t(msg::folder_preview_title()) />
        </section>
    }
}

/// Files that are not brought in: which, and why.
#[component]
pub fn LeftOut(
    /// Their names, and why.
    files: Signal<Vec<(String, Trouble)>>,
) -> impl IntoView {
    let lines = move || {
        let line = |(name, trouble): (String, Trouble)| {
            view! {
                <li>
                    <strong translate="no" dir="auto">
                        {name}
                    </strong>
                    ": "
                    {t(bad_file::words(&trouble))}
                </li>
            }
        };
        files.get().into_iter().map(line).collect_view()
    };
    view! {
        <Shown when=move || !files.with(Vec::is_empty)>
            <div class="card settings-bad" role="alert">
                <h3 class=HEAD tabindex="-1">
                    {t(msg::folder_left_out())}
                </h3>
                <ul>{lines}</ul>
                <p class="soft">{t(msg::folder_left_out_safe())}</p>
            </div>
        </Shown>
    }
}
