//! Bringing a file in: choose, look at what it would do, bring it in as one step, take it out.

use leptos::prelude::*;

use super::bad_file::Trouble;
use super::open_file::{Bad, HEAD, OpenFile};
use super::preview::Preview;
use crate::i18n::{msg, t};
use crate::platform::dom;
use crate::state::{AppState, Incoming};
use crate::ui::button::{Button, Tone};
use crate::ui::shown::Shown;

/// The section, and the heading to which the focus goes when what was shown is gone again.
const SECTION: &str = "bring-in";
const TITLE: &str = "#bring-in h2";

/// What is shown of a file that was opened.
#[derive(Clone, Default)]
enum Step {
    /// Nothing.
    #[default]
    Nothing,
    /// What it would do.
    Look(Box<Incoming>),
    /// Why it cannot be brought in.
    Bad(Trouble),
    /// What became of it.
    Done(String),
}

/// Brings in a backup file.
#[component]
pub fn BringIn() -> impl IntoView {
    let app = AppState::expect();
    let step = RwSignal::new(Step::default());
    let look = move |bytes: Vec<u8>| {
        step.set(match app.look_into(&bytes) {
            Ok(incoming) => Step::Look(Box::new(incoming)),
            Err(refused) => Step::Bad(Trouble::Refused(refused)),
        });
    };
    let bring = move |()| {
        let Step::Look(incoming) = step.get_untracked() else { return };
        step.set(match app.bring_in(*incoming) {
            Ok(n) => Step::Done(t(msg::import_done(i64::try_from(n).unwrap_or(i64::MAX)))),
            Err(not) => Step::Bad(Trouble::NotBroughtIn(not)),
        });
        dom::focus_soon([format!("#{SECTION} .{HEAD}"), TITLE.to_owned()]);
    };
    let say_cancelled = move |()| step.set(Step::Done(t(msg::import_cancelled())));
    let cancel = move |()| {
        say_cancelled(());
        dom::focus_soon(["#bring-in input"]);
    };
    let body = move || match step.get() {
        Step::Nothing | Step::Done(_) => ().into_any(),
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
        <section class="section" id=SECTION>
            <h2 tabindex="-1">{t(msg::import_title())}</h2>
            <p class="soft">{t(msg::import_hint())}</p>
            <OpenFile
                of=SECTION
                label=t(msg::import_choose())
                is_full=Signal::derive(move || matches!(step.get(), Step::Look(_)))
                on_begin=Callback::new(move |()| step.set(Step::Nothing))
                on_open=Callback::new(look)
                on_cancel=Callback::new(say_cancelled)
            />
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
