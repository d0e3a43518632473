//! What became of files that were opened: what they would do, brought in as one step, taken out.

use leptos::prelude::*;

use super::bad_file::Trouble;
use super::open_file::{Bad, HEAD};
use super::preview::Preview;
use crate::i18n::{msg, t};
use crate::platform::dom;
use crate::state::{AppState, Incoming};
use crate::ui::button::{Button, Tone};
use crate::ui::shown::Shown;

/// What is shown of files that were opened.
#[derive(Clone, Default)]
enum Step {
    /// Nothing.
    #[default]
    Nothing,
    /// What they would do.
    Look(Box<Incoming>),
    /// Why they cannot be brought in.
    Bad(Trouble),
    /// What became of them.
    Done(String),
}

/// Files on their way in.
#[derive(Clone, Copy)]
pub struct Bringing {
    step: RwSignal<Step>,
    /// The id of the section it is in.
    section: &'static str,
}

impl Bringing {
    /// Nothing yet. The section has a heading that can take the focus, and a field for files.
    pub fn new(section: &'static str) -> Self {
        Self { step: RwSignal::default(), section }
    }

    /// Others were chosen: what was said of the last ones is old.
    pub fn begin(self) {
        self.step.set(Step::Nothing);
    }

    /// Shows what they would do, or why they cannot be brought in.
    pub fn look(self, found: Result<Incoming, Trouble>) {
        self.step.set(match found {
            Ok(incoming) => Step::Look(Box::new(incoming)),
            Err(trouble) => Step::Bad(trouble),
        });
    }

    /// Whether the person is asked about some just now.
    pub fn is_asking(self) -> Signal<bool> {
        Signal::derive(move || self.step.with(|step| matches!(step, Step::Look(_))))
    }

    /// Says that nothing was brought in.
    pub fn cancel(self) {
        self.step.set(Step::Done(t(msg::import_cancelled())));
    }

    fn head(self) -> String {
        format!("#{} h2", self.section)
    }

    fn bring(self, app: AppState) {
        let Step::Look(incoming) = self.step.get_untracked() else { return };
        self.step.set(match app.bring_in(*incoming) {
            Ok(n) => Step::Done(t(msg::import_done(i64::try_from(n).unwrap_or(i64::MAX)))),
            Err(not) => Step::Bad(Trouble::NotBroughtIn(not)),
        });
        dom::focus_soon([format!("#{} .{HEAD}", self.section), self.head()]);
    }

    fn undo(self, app: AppState) {
        if let Some(n_stayed) = app.undo_bringing_in() {
            self.step.set(Step::Done(t(match i64::try_from(n_stayed).unwrap_or(i64::MAX) {
                0 => msg::import_undone(),
                n => msg::import_undone_but(n),
            })));
            dom::focus_soon([self.head()]);
        }
    }
}

/// Shows it, asks, and says what became of it.
#[component]
pub fn Outcome(
    /// The files.
    bringing: Bringing,
    /// What stands above what they would do.
    title: String,
) -> impl IntoView {
    let app = AppState::expect();
    let step = bringing.step;
    let cancel = move |()| {
        bringing.cancel();
        dom::focus_soon([format!("#{} input", bringing.section)]);
    };
    let body = move || match step.get() {
        Step::Nothing | Step::Done(_) => ().into_any(),
        Step::Look(incoming) => view! {
            <Preview
                title=title.clone()
                incoming
                on_confirm=Callback::new(move |()| bringing.bring(app))
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
    view! {
        <div class="stack">{body}</div>
        <div class="cluster">
            <p role="status" class="settings-said">
                {said}
            </p>
            <Shown when=move || app.brought_in.get().is_some()>
                <Button
                    tone=Tone::Quiet
                    on_click=Callback::new(move |()| bringing.undo(app))
                >
                    {t(msg::import_undo())}
                </Button>
            </Shown>
        </div>
    }
}
