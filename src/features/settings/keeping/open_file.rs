//! Choosing a backup in any of its forms, and opening it: plain, as a page, or with a passphrase.

use std::sync::Arc;

use leptos::{html, prelude::*};
use satkarya_core::transfer::{BadPage, MAX_BYTES, Page, is_page, read_page};
use satkarya_core::vault::age::{AgeError, AgeFile, SILENT_WORK};

use super::ask::{Ask, Heavy, Tried};
use super::bad_file::{self, Trouble};
use crate::i18n::{msg, sizes, t};
use crate::platform::sealing::NotSealed;
use crate::platform::{dom, files, timer};
use crate::state::{NotOpened, open_backup, open_page};
use crate::ui::file_picker::FilePicker;
use crate::ui::shown::Shown;

/// The class of the heading of what is shown of a file, where the focus goes when it comes.
pub const HEAD: &str = "settings-import__head";

/// A file that opens with a passphrase.
#[derive(Clone, PartialEq)]
enum Closed {
    /// A page of ours.
    Page(Arc<Page>),
    /// An age file.
    Age(Arc<Vec<u8>>),
}

/// How far a file has come.
#[derive(Clone, Default)]
enum Step {
    /// No file yet, or whoever asked for one has it.
    #[default]
    Choose,
    /// It is being read.
    Reading,
    /// It asks for unusually much work.
    Heavy(Closed),
    /// It opens with a passphrase.
    Ask(Closed),
    /// It cannot be opened.
    Bad(Trouble),
}

/// Where a file goes that was opened.
#[derive(Clone, Copy)]
struct Opening {
    /// The id of the section it is in.
    of: &'static str,
    step: RwSignal<Step>,
    tried: RwSignal<Tried>,
    on_open: Callback<Vec<u8>>,
}

impl Opening {
    fn focus_head(self) {
        dom::focus_soon([format!("#{} .{HEAD}", self.of)]);
    }

    /// Goes on to a step. The page may have been left meanwhile.
    fn go(self, next: Step) {
        self.tried.try_set(Tried::NotYet);
        if self.step.try_set(next).is_none() {
            self.focus_head();
        }
    }

    /// Hands the content on.
    fn hand_over(self, bytes: Vec<u8>) {
        self.tried.try_set(Tried::NotYet);
        if self.step.try_set(Step::Choose).is_none() {
            self.on_open.run(bytes);
            self.focus_head();
        }
    }

    /// Looks into a file that was read.
    fn look(self, read: Result<Vec<u8>, files::Unreadable>) {
        let bytes = match read {
            Ok(bytes) => bytes,
            Err(unreadable) => return self.go(Step::Bad(Trouble::Unreadable(unreadable))),
        };
        timer::spawn(async move {
            // Lets the browser draw "Reading the file…" before the work begins.
            timer::pause(30).await;
            if is_page(&bytes) {
                self.look_at_page(&bytes).await;
                return;
            }
            match AgeFile::parse(&bytes).map(|file| file.work()) {
                Err(AgeError::NotAge) => self.hand_over(bytes),
                Err(error) => self.go(Step::Bad(Trouble::Age(error))),
                Ok(work) => {
                    let closed = Closed::Age(Arc::new(bytes));
                    let is_heavy = work > SILENT_WORK;
                    self.go(if is_heavy { Step::Heavy(closed) } else { Step::Ask(closed) });
                }
            }
        });
    }

    async fn look_at_page(self, bytes: &[u8]) {
        match read_page(bytes) {
            Ok(page @ Page::Sealed { .. }) => self.go(Step::Ask(Closed::Page(Arc::new(page)))),
            Ok(page) => match open_page(&page, "").await {
                Ok(backup) => self.hand_over(backup),
                Err(_) => self.go(Step::Bad(Trouble::Page(BadPage::Damaged))),
            },
            Err(bad) => self.go(Step::Bad(Trouble::Page(bad))),
        }
    }

    /// Tries a passphrase on the file that asks for one.
    fn try_open(self, typed: String) {
        let Step::Ask(closed) = self.step.get_untracked() else { return };
        self.tried.set(Tried::Trying);
        timer::spawn(async move {
            timer::pause(30).await;
            let opened = match &closed {
                Closed::Page(page) => open_page(page, &typed).await.map_err(|error| match error {
                    NotSealed::Refused => NotOpened::Wrong,
                    NotSealed::NoMeans => NotOpened::NoMeans,
                }),
                Closed::Age(file) => open_backup(file, &typed).await,
            };
            // Another file may have been chosen meanwhile, or the page left.
            let is_asked = |step: &Step| matches!(step, Step::Ask(it) if *it == closed);
            if self.step.try_with_untracked(is_asked) != Some(true) {
                return;
            }
            match opened {
                Ok(bytes) => self.hand_over(bytes),
                Err(NotOpened::Wrong) => self.tried.set(Tried::Wrong),
                Err(NotOpened::NoMeans) => self.tried.set(Tried::NoMeans),
                Err(NotOpened::NoMemory) => self.tried.set(Tried::NoMemory),
                Err(NotOpened::Damaged(error)) => self.go(Step::Bad(Trouble::Age(error))),
            }
        });
    }
}

/// A place to choose a file, and what it takes to open it.
#[component]
pub fn OpenFile(
    /// The id of the section it is in.
    of: &'static str,
    /// What is done with the file, as a verb.
    label: String,
    /// What of it is shown, so that no other is chosen meanwhile.
    #[prop(into)]
    is_full: Signal<bool>,
    /// Another file was chosen: what was said of the last one is old.
    on_begin: Callback<()>,
    /// Takes the name of the file, before anything of it is read.
    #[prop(optional)]
    on_name: Option<Callback<String>>,
    /// Takes what the file holds.
    on_open: Callback<Vec<u8>>,
    /// The person does not want it.
    on_cancel: Callback<()>,
) -> impl IntoView {
    let (step, tried) = (RwSignal::new(Step::default()), RwSignal::new(Tried::default()));
    let opening = Opening { of, step, tried, on_open };
    let input = NodeRef::<html::Input>::new();
    let choose = move |()| {
        if let Some(input) = input.get_untracked() {
            step.set(Step::Reading);
            on_begin.run(());
            if let (Some(on_name), Some(name)) = (on_name, files::chosen_name(&input)) {
                on_name.run(name);
            }
            let most = u32::try_from(MAX_BYTES).unwrap_or(u32::MAX);
            files::read_chosen(&input, most, move |read| opening.look(read));
        }
    };
    let cancel = Callback::new(move |()| {
        step.set(Step::Choose);
        on_cancel.run(());
        dom::focus_soon([format!("#{of} input")]);
    });
    let body = move || match step.get() {
        Step::Choose => ().into_any(),
        Step::Reading => view! { <p class="soft">{t(msg::import_reading())}</p> }.into_any(),
        Step::Heavy(closed) => {
            let try_it = move |()| opening.go(Step::Ask(closed.clone()));
            view! { <Heavy on_try=Callback::new(try_it) on_cancel=cancel /> }.into_any()
        }
        Step::Ask(_) => view! {
            <Ask
                tried=tried.into()
                on_try=Callback::new(move |typed| opening.try_open(typed))
                on_cancel=cancel
            />
        }
        .into_any(),
        Step::Bad(trouble) => view! { <Bad trouble /> }.into_any(),
    };
    let label = StoredValue::new(label);
    view! {
        <Shown when=move || !is_full.get()>
            <FilePicker
                label=label.get_value()
                notes=vec![
                    t(msg::import_drop()),
                    t(msg::import_limit(sizes::bytes(MAX_BYTES as u64))),
                ]
                node_ref=input
                on_choose=Callback::new(choose)
            />
        </Shown>
        <div class="stack">{body}</div>
    }
}

/// A file that cannot be used: what is wrong, what is safe, what to do.
#[expect(clippy::needless_pass_by_value, reason = "a component owns what it is given")]
#[component]
pub fn Bad(
    /// What is wrong.
    trouble: Trouble,
) -> impl IntoView {
    view! {
        <div class="card settings-bad" role="alert">
            <h3 class=HEAD tabindex="-1">
                {t(msg::import_bad_title())}
            </h3>
            <p>{t(bad_file::words(&trouble))}</p>
            // Without space the message itself says that nothing was changed.
            {(!trouble.says_safe()).then(|| view! { <p class="soft">{t(msg::import_bad_safe())}</p> })}
        </div>
    }
}
