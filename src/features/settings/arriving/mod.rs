//! Bringing in a diary of another app: choose, look, say what its moods and people are, bring it
//! in as one step, take it out.

pub mod explain;
pub mod found;
mod words;

use std::sync::Arc;

use leptos::{html, prelude::*};
use satkarya_core::arrive::{Arrival, Found, MAX_BYTES, Mapping, Seen, Table, look};

use self::explain::Explain;
use self::found::FoundCard;
use super::keeping::bad_file::{self, Trouble};
use crate::i18n::{Msg, msg, sizes, t};
use crate::platform::{dom, files, intl, timer};
use crate::route::{Route, SettingsPart};
use crate::state::{AppState, Chosen, Lent};
use crate::ui::button::{Button, Tone};
use crate::ui::file_picker::FilePicker;
use crate::ui::page_head::PageHead;
use crate::ui::shown::Shown;

/// The heading of what is shown of a file, where the focus goes when it comes.
const HEAD: &str = ".settings-import__head";
/// Where the focus goes when that is gone again.
const CHOOSE: &str = ".file-picker__input";

/// How far a file has come.
#[derive(Clone, Default)]
enum Step {
    /// No file yet.
    #[default]
    Choose,
    /// It is being read.
    Reading,
    /// A table that nobody knows.
    Explain(Arc<Table>),
    /// What was found is shown.
    Look(Arc<Arrival>, Arc<Found>),
    /// It cannot be brought in.
    Bad(Msg),
    /// What became of it.
    Done(String),
}

/// Counts what an arrival would add.
fn counted(app: AppState, arrival: Arrival) -> Step {
    let from = arrival.app;
    let words = move |mood: Option<&str>, tags: &[String]| words::kept(from, mood, tags);
    let found = app.count_arrival(&arrival, Lent { zones: &intl::offset, words: &words });
    Step::Look(Arc::new(arrival), Arc::new(found))
}

/// The page.
#[component]
pub fn ArrivingPage() -> impl IntoView {
    let app = AppState::expect();
    let step = RwSignal::new(Step::default());
    let input = NodeRef::<html::Input>::new();
    let come = move |next: Step| {
        // The page may have been left meanwhile.
        if step.try_set(next).is_none() {
            dom::focus_soon([HEAD, CHOOSE]);
        }
    };
    let read = move |bytes: Result<Vec<u8>, files::Unreadable>| {
        let bytes = match bytes {
            Ok(bytes) => bytes,
            Err(unreadable) => return come(Step::Bad(words::unreadable(unreadable))),
        };
        timer::spawn(async move {
            // Lets the browser draw "Reading the file…" before the work begins.
            timer::pause(30).await;
            if app.is_over() {
                return;
            }
            come(match look(&bytes) {
                Ok(Seen::Diary(arrival)) => counted(app, arrival),
                Ok(Seen::Table(table)) => Step::Explain(Arc::new(table)),
                Err(refused) => Step::Bad(words::refused(refused)),
            });
        });
    };
    let choose = move |()| {
        if let Some(input) = input.get_untracked() {
            step.set(Step::Reading);
            files::read_chosen(&input, u32::try_from(MAX_BYTES).unwrap_or(u32::MAX), read);
        }
    };
    let go_on = Callback::new(move |mapping: Mapping| {
        if let Step::Explain(table) = step.get_untracked() {
            come(counted(app, table.read(&mapping)));
        }
    });
    let bring = Callback::new(move |chosen: Chosen| {
        let Step::Look(arrival, _) = step.get_untracked() else { return };
        let from = arrival.app;
        let words = move |mood: Option<&str>, tags: &[String]| words::kept(from, mood, tags);
        let lent = Lent { zones: &intl::offset, words: &words };
        come(match app.bring_arrival(&arrival, &chosen, lent) {
            Ok(n) => Step::Done(t(msg::arrive_done(words::n(n)))),
            Err(not) => Step::Bad(bad_file::words(&Trouble::NotBroughtIn(not))),
        });
    });
    let cancel = Callback::new(move |()| come(Step::Done(t(msg::import_cancelled()))));
    let undo = move |()| {
        if let Some(n_stayed) = app.undo_bringing_in() {
            come(Step::Done(t(match words::n(n_stayed) {
                0 => msg::import_undone(),
                n => msg::import_undone_but(n),
            })));
        }
    };
    let said = move || {
        step.with(|step| match step {
            Step::Done(said) => Some(said.clone()),
            _ => None,
        })
    };
    let may_choose = move || !matches!(step.get(), Step::Look(..) | Step::Explain(_));
    view! {
        <div class="page">
            <PageHead
                title=t(msg::arrive_title())
                back=(
                    Route::SettingsPart(SettingsPart::Keeping).href(),
                    t(msg::settings_keeping()),
                )
            />
            <p class="settings-lead">{t(msg::arrive_lead())}</p>
            <Shown when=may_choose>
                <FilePicker
                    label=t(msg::arrive_choose())
                    notes=vec![
                        t(msg::import_drop()),
                        t(msg::import_limit(sizes::bytes(MAX_BYTES as u64))),
                    ]
                    node_ref=input
                    on_choose=Callback::new(choose)
                />
                <p class="soft">{t(msg::arrive_apps())}</p>
            </Shown>
            <div class="stack">
                {move || shown(step.get(), go_on, bring, cancel)}
            </div>
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
        </div>
    }
}

/// What is to be seen of a file.
fn shown(
    step: Step,
    on_go_on: Callback<Mapping>,
    on_confirm: Callback<Chosen>,
    on_cancel: Callback<()>,
) -> AnyView {
    match step {
        Step::Choose | Step::Done(_) => ().into_any(),
        Step::Reading => view! { <p class="soft">{t(msg::import_reading())}</p> }.into_any(),
        Step::Explain(table) => view! { <Explain table on_go_on on_cancel /> }.into_any(),
        Step::Look(arrival, found) => {
            view! { <FoundCard arrival found on_confirm on_cancel /> }.into_any()
        }
        Step::Bad(why) => view! { <Bad why /> }.into_any(),
    }
}

/// A file that cannot be used: what is wrong, what is safe.
#[component]
fn Bad(why: Msg) -> impl IntoView {
    view! {
        <div class="card settings-bad" role="alert">
            <h2 class="settings-import__head" tabindex="-1">
                {t(msg::import_bad_title())}
            </h2>
            <p>{t(why)}</p>
            <p class="soft">{t(msg::import_bad_safe())}</p>
        </div>
    }
}
