//! Comparing the file of a year with what is here, and the last step, after the digits of the year.

use leptos::prelude::*;
use satkarya_core::search::fold;

use super::choose::NotNow;
use super::words::{no_access, number};
use super::{SECTION, Step, Steps};
use crate::features::settings::keeping::bad_file::{self, Trouble};
use crate::features::settings::keeping::open_file::{Bad, HEAD, OpenFile};
use crate::i18n::{Msg, msg, t};
use crate::state::{AppState, Made, NotBroughtIn, NotProved, NotSetAside, Proved};
use crate::ui::button::{Button, Tone};
use crate::ui::text_field::TextField;

/// Takes the file from where it was put, and compares it.
#[component]
pub fn Compare(
    /// The year.
    year: i32,
    /// Its file, if it was made just now.
    made: Option<Made>,
    /// What is wrong with the file that was chosen last.
    not: Option<NotProved>,
    /// Where it goes on.
    steps: Steps,
) -> impl IntoView {
    let app = AppState::expect();
    // Where something is said of a file that was chosen, that has the focus.
    let class = if not.is_none() { HEAD } else { "" };
    // Where another file was chosen, the name stands in what is said of it.
    let name = not.is_none().then(|| {
        view! {
            <p>
                {t(msg::aside_name())} " " <code translate="no">{app.year_file(year)}</code>
            </p>
        }
    });
    let chosen = StoredValue::new(app.year_file(year));
    let compare = move |bytes: Vec<u8>| {
        steps.go(match app.prove_year(year, &bytes, chosen.get_value()) {
            Ok(proved) => Step::Holds(Box::new(proved)),
            Err(not) => Step::Not(year, not),
        });
    };
    let made = made.map(|made| {
        view! { <p role="status">{t(msg::aside_made(number(made.n_entries)))}</p> }
    });
    view! {
        <h2 class=class tabindex="-1">
            {t(msg::aside_file_title(year.to_string()))}
        </h2>
        {not.map(|not| view! { <NotGood year not /> })}
        {made}
        {name}
        <p>{t(msg::aside_choose_hint())}</p>
        <OpenFile
            of=SECTION
            label=t(msg::aside_choose())
            is_full=Signal::derive(|| false)
            on_begin=Callback::new(|()| ())
            on_name=Callback::new(move |name| chosen.set_value(name))
            on_open=Callback::new(compare)
            on_cancel=Callback::new(|()| ())
        />
        <div class="cluster">
            <Button tone=Tone::Quiet on_click=Callback::new(move |()| steps.go(Step::Make(year)))>
                {t(msg::aside_again())}
            </Button>
            <NotNow steps />
        </div>
    }
}

/// Why the year stays: what is wrong with the file, what is safe, what to do.
#[component]
fn NotGood(year: i32, not: NotProved) -> impl IntoView {
    let app = AppState::expect();
    let named = year.to_string();
    let (title, body) = match not {
        NotProved::Refused(why) => {
            return view! { <Bad trouble=Trouble::Refused(why) /> }.into_any();
        }
        NotProved::Other => (
            msg::aside_other_title(named.clone()),
            msg::aside_other(named.clone(), app.year_file(year)),
        ),
        NotProved::Lacks(n) => {
            (msg::aside_lacks_title(), msg::aside_lacks(number(n), named.clone()))
        }
    };
    view! {
        <div class="card settings-bad" role="alert">
            <h3 class=HEAD tabindex="-1">
                {t(title)}
            </h3>
            <p>{t(body)}</p>
            <p class="soft">{t(msg::aside_safe(named))}</p>
        </div>
    }
    .into_any()
}

/// The last step.
#[component]
pub fn Confirm(
    /// The year, whose file holds all of it.
    proved: Box<Proved>,
    /// Where it goes on.
    steps: Steps,
) -> impl IntoView {
    let app = AppState::expect();
    let (year, n) = (proved.old.year.to_string(), proved.old.goes.len());
    let typed = RwSignal::new(String::new());
    let said = RwSignal::new(None::<Msg>);
    let is_meant = {
        let year = year.clone();
        Memo::new(move |_| typed.with(|typed| fold(typed.trim()) == year))
    };
    let set_aside = move |()| match app.set_aside(&proved) {
        Ok(_) => steps.go(Step::List),
        Err(not) => said.set(Some(refused(not))),
    };
    view! {
        <h2>{t(msg::aside_file_title(year.clone()))}</h2>
        <div class="card settings-preview stack stack--tight">
            <h3 class=HEAD tabindex="-1">
                {t(msg::aside_holds_title())}
            </h3>
            <p>{t(msg::aside_holds(number(n), year.clone()))}</p>
            <h4>{t(msg::aside_then(year.clone()))}</h4>
            <ul>
                <li>{t(msg::aside_then_gone())}</li>
                <li>{t(msg::aside_then_only())}</li>
                <li>{t(msg::aside_then_copies())}</li>
            </ul>
            <TextField
                label=t(msg::aside_type(year.clone()))
                keys="numeric"
                value=typed
                on_input=Callback::new(move |text| typed.set(text))
            />
            <div class="cluster">
                <Button
                    disabled=Signal::derive(move || !is_meant.get())
                    on_click=Callback::new(set_aside)
                >
                    {t(msg::aside_confirm(year))}
                </Button>
                <NotNow steps />
            </div>
            <p role="status" class="settings-said">
                {move || said.get().map(t)}
            </p>
        </div>
    }
}

/// Why it was not set aside.
fn refused(not: NotSetAside) -> Msg {
    match not {
        NotSetAside::Changed => msg::aside_changed(),
        NotSetAside::NoAccess(access) => no_access(access),
        NotSetAside::NotSaved(saving) => {
            bad_file::words(&Trouble::NotBroughtIn(NotBroughtIn::NotSaved(saving)))
        }
    }
}
