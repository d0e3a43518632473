//! Old years: which are here, which are in files, and the way there and back.
//!
//! Whoever comes here at night must not fear to delete something: a year is chosen, its file is made,
//! the file is opened and compared, and only then there is a button that sets it aside.

pub mod choose;
pub mod list;
pub mod prove;
mod words;

use leptos::prelude::*;

use self::choose::MakeFile;
use self::list::{Away, Here};
use self::prove::{Compare, Confirm};
use crate::features::settings::keeping::open_file::HEAD;
use crate::i18n::{msg, t};
use crate::platform::dom;
use crate::route::{Route, SettingsPart};
use crate::state::{AppState, Made, NotProved, Proved, Unread};
use crate::ui::page_head::PageHead;
use crate::ui::rings::Waiting;
use crate::ui::shown::Shown;

/// The id of the section with the years and the steps.
const SECTION: &str = "years";

/// How far somebody has come with a year.
#[derive(Clone, Default)]
pub enum Step {
    /// None is chosen.
    #[default]
    List,
    /// Its file is to be made.
    Make(i32),
    /// Its file is to be compared; it may just have been made.
    Compare(i32, Option<Made>),
    /// What was chosen is not good.
    Not(i32, NotProved),
    /// It is.
    Holds(Box<Proved>),
}

/// The steps, and how to go from one to the next.
#[derive(Clone, Copy)]
pub struct Steps(RwSignal<Step>);

impl Steps {
    /// Goes to a step, with the focus on its heading. The page may have been left meanwhile.
    fn go(self, next: Step) {
        if self.0.try_set(next).is_none() {
            dom::focus_soon([format!("#{SECTION} .{HEAD}"), format!("#{SECTION} h2")]);
        }
    }
}

/// A line about the page: which years are in files, if any.
pub(super) fn note(app: AppState) -> String {
    let years: Vec<i32> = app.years_away().iter().map(|it| it.year).collect();
    t(words::span(&years).map_or_else(msg::aside_note, msg::aside_note_away))
}

/// The page.
#[component]
pub fn YearsPage() -> impl IntoView {
    let app = AppState::expect();
    let is_complete = Memo::new(move |_| app.loading.get().is_complete());
    view! {
        <div class="page">
            <PageHead
                title=t(msg::aside_title())
                back=(
                    Route::SettingsPart(SettingsPart::Keeping).href(),
                    t(msg::settings_keeping()),
                )
            />
            <p class="settings-lead">{t(msg::aside_lead())}</p>
            <Shown
                when=move || is_complete.get()
                fallback=|| view! { <Waiting label=t(msg::app_loading()) /> }
            >
                <Years />
            </Shown>
        </div>
    }
}

/// The years, or the step at which one of them is.
#[component]
fn Years() -> impl IntoView {
    let app = AppState::expect();
    let steps = Steps(RwSignal::default());
    let body = move || match steps.0.get() {
        Step::List => view! { <Here steps /> }.into_any(),
        Step::Make(year) => view! { <MakeFile year steps /> }.into_any(),
        Step::Compare(year, made) => view! { <Compare year made=made not=None steps /> }.into_any(),
        Step::Not(year, not) => view! { <Compare year made=None not=Some(not) steps /> }.into_any(),
        Step::Holds(proved) => view! { <Confirm proved steps /> }.into_any(),
    };
    // What is not seen cannot be counted, and so not set aside.
    let is_whole = Memo::new(move |_| app.left_out() == Unread::default());
    let is_list = move || steps.0.with(|step| matches!(step, Step::List));
    view! {
        <section class="section" id=SECTION>
            <Shown
                when=move || is_whole.get()
                fallback=|| view! { <p>{t(msg::aside_not_whole())}</p> }
            >
                {body}
            </Shown>
        </section>
        <Shown when=is_list>
            <Away />
        </Shown>
    }
}
