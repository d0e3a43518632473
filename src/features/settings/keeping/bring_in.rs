//! Bringing a file in: choose, look at what it would do, bring it in as one step, take it out.

use leptos::{html, prelude::*};
use satkarya_core::transfer::{BadPage, MAX_BYTES, Page, is_page, read_page};

use super::ask::{Ask, Tried};
use super::bad_file::{self, Trouble};
use super::preview::Preview;
use crate::i18n::{msg, sizes, t};
use crate::platform::sealing::NotSealed;
use crate::platform::{dom, files, timer};
use crate::state::{AppState, Incoming, NotBroughtIn, open_page};
use crate::ui::button::{Button, Tone};
use crate::ui::file_picker::FilePicker;
use crate::ui::shown::Shown;

/// The heading of what is shown of a file, where the focus goes when it comes.
const HEAD: &str = ".settings-import__head";
/// The heading of the section, where the focus goes when that is gone again.
const TITLE: &str = "#bring-in h2";

/// How far a file has come.
#[derive(Clone, Default)]
enum Step {
    /// No file yet.
    #[default]
    Choose,
    /// It is being read.
    Reading,
    /// It opens with a passphrase.
    Ask(Page),
    /// What it would do is shown.
    Look(Box<Incoming>),
    /// It cannot be brought in.
    Bad(Trouble),
    /// What became of it.
    Done(String),
}

/// Brings in a backup file.
#[component]
pub fn BringIn() -> impl IntoView {
    let app = AppState::expect();
    let step = RwSignal::new(Step::default());
    let input = NodeRef::<html::Input>::new();
    let tried = RwSignal::new(Tried::default());
    let look = move |read| look(app, step, tried, read);
    let choose = move |()| {
        if let Some(input) = input.get_untracked() {
            step.set(Step::Reading);
            files::read_chosen(&input, u32::try_from(MAX_BYTES).unwrap_or(u32::MAX), look);
        }
    };
    let open = move |typed: String| try_open(app, step, tried, typed);
    let bring = move |()| {
        let Step::Look(incoming) = step.get_untracked() else { return };
        step.set(match app.bring_in(*incoming) {
            Ok(n) => Step::Done(t(msg::import_done(i64::try_from(n).unwrap_or(i64::MAX)))),
            Err(not) => Step::Bad(Trouble::NotBroughtIn(not)),
        });
        dom::focus_soon([HEAD, TITLE]);
    };
    let cancel = move |()| {
        step.set(Step::Done(t(msg::import_cancelled())));
        dom::focus_soon(["#bring-in input"]);
    };
    let body = move || match step.get() {
        Step::Choose | Step::Done(_) => ().into_any(),
        Step::Reading => view! { <p class="soft">{t(msg::import_reading())}</p> }.into_any(),
        Step::Ask(_) => view! {
            <Ask
                tried=tried.into()
                on_try=Callback::new(open)
                on_cancel=Callback::new(cancel)
            />
        }
        .into_any(),
        Step::Look(incoming) => view! {
            <Preview
                incoming
                on_confirm=Callback::new(bring)
                on_cancel=Callback::new(cancel)
            />
        }
        .into_any(),
        Step::Bad(trouble) => view! { <Bad trouble /> }.into_any(),
    };
    let said = move || {
        step.with(|step| match step {
            Step::Done(said) => Some(said.clone()),
            _ => None,
        })
    };
    let undo = move |()| {
        if let Some(n_stayed) = app.undo_bringing_in() {
            step.set(Step::Done(t(match i64::try_from(n_stayed).unwrap_or(i64::MAX) {
                0 => msg::import_undone(),
                n => msg::import_undone_but(n),
            })));
            dom::focus_soon([TITLE]);
        }
    };
    view! {
        <section class="section" id="bring-in">
            <h2 tabindex="-1">{t(msg::import_title())}</h2>
            <p class="soft">{t(msg::import_hint())}</p>
            <Shown when=move || !matches!(step.get(), Step::Look(_))>
                <FilePicker
                    label=t(msg::import_choose())
                    notes=vec![
                        t(msg::import_drop()),
                        t(msg::import_limit(sizes::bytes(MAX_BYTES as u64))),
                    ]
                    node_ref=input
                    on_choose=Callback::new(choose)
                />
            </Shown>
            <div class="stack">{body}</div>
            <div class="cluster">
                <p role="status" class="settings-said">
                    {said}
                </p>
                <Shown when=move || app.brought_in.get().is_some()>
                    <Button tone=Tone::Quiet on_click=Callback::new(undo)>
                        {t(msg::import_undo())}
                    </Button>
                </Shown>
            </div>
        </section>
    }
}

/// Looks into a file that was read.
fn look(
    app: AppState,
    step: RwSignal<Step>,
    tried: RwSignal<Tried>,
    read: Result<Vec<u8>, files::Unreadable>,
) {
    let bytes = match read {
        Ok(bytes) => bytes,
        Err(unreadable) => {
            step.try_set(Step::Bad(Trouble::Unreadable(unreadable)));
            return;
        }
    };
    timer::spawn(async move {
        // Lets the browser draw "Reading the file…" before the work begins.
        timer::pause(30).await;
        let next = look_at(app, bytes).await;
        tried.try_set(Tried::NotYet);
        // The page may have been left meanwhile.
        if step.try_set(next).is_none() {
            dom::focus_soon([HEAD]);
        }
    });
}

/// Tries a passphrase on the file that asks for one.
fn try_open(app: AppState, step: RwSignal<Step>, tried: RwSignal<Tried>, typed: String) {
    let Step::Ask(page) = step.get_untracked() else { return };
    tried.set(Tried::Trying);
    timer::spawn(async move {
        timer::pause(30).await;
        let opened = open_page(&page, &typed).await;
        // Another file may have been chosen meanwhile, or the page left.
        let is_asked = |step: &Step| matches!(step, Step::Ask(it) if *it == page);
        if step.try_with_untracked(is_asked) != Some(true) {
            return;
        }
        match opened {
            Ok(bytes) => {
                step.set(looked(app, &bytes));
                dom::focus_soon([HEAD]);
            }
            Err(NotSealed::Refused) => tried.set(Tried::Wrong),
            Err(NotSealed::NoMeans) => tried.set(Tried::NoMeans),
        }
    });
}

/// What comes after a file was read.
async fn look_at(app: AppState, bytes: Vec<u8>) -> Step {
    if !is_page(&bytes) {
        return looked(app, &bytes);
    }
    match read_page(&bytes) {
        Ok(page @ Page::Sealed { .. }) => Step::Ask(page),
        Ok(page) => match open_page(&page, "").await {
            Ok(backup) => looked(app, &backup),
            Err(_) => Step::Bad(Trouble::Page(BadPage::Damaged)),
        },
        Err(bad) => Step::Bad(Trouble::Page(bad)),
    }
}

/// What a backup would do, or why it cannot be brought in.
fn looked(app: AppState, bytes: &[u8]) -> Step {
    match app.look_into(bytes) {
        Ok(incoming) => Step::Look(Box::new(incoming)),
        Err(refused) => Step::Bad(Trouble::Refused(refused)),
    }
}

/// A file that cannot be brought in: what is wrong, what is safe, what to do.
#[component]
fn Bad(trouble: Trouble) -> impl IntoView {
    // Without space the message itself says that nothing was changed.
    let is_said = matches!(trouble, Trouble::NotBroughtIn(NotBroughtIn::NoRoom { .. }));
    view! {
        <div class="card settings-bad" role="alert">
            <h3 class="settings-import__head" tabindex="-1">
                {t(msg::import_bad_title())}
            </h3>
            <p>{t(bad_file::words(&trouble))}</p>
            {(!is_said).then(|| view! { <p class="soft">{t(msg::import_bad_safe())}</p> })}
        </div>
    }
}
