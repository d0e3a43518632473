//! The file of a year: what goes into it, what stays, and its passphrase.

use leptos::prelude::*;
use satkarya_core::vault::Passphrase;

use super::words::number;
use super::{Step, Steps};
use crate::features::settings::keeping::backup::not_made;
use crate::features::settings::keeping::open_file::HEAD;
use crate::features::settings::secret::{Secret, SecretForm};
use crate::i18n::{Msg, msg, t};
use crate::platform::timer;
use crate::state::AppState;
use crate::ui::button::{Button, Tone};

/// A line of what stays, with the number that goes into it.
type Line = fn(i64) -> Msg;

/// Says what goes and what stays, and makes the file.
#[component]
pub fn MakeFile(
    /// The year.
    year: i32,
    /// Where it goes on.
    steps: Steps,
) -> impl IntoView {
    let app = AppState::expect();
    let old = untrack(|| app.old_years()).into_iter().find(|it| it.year == year);
    let old = old.unwrap_or_default();
    let lines = [
        (old.n_starred, msg::aside_stays_starred as Line),
        (old.n_named, msg::aside_stays_named),
        (old.n_open, msg::aside_stays_open),
    ];
    let lines = lines.into_iter().filter(|(n, _)| *n > 0);
    let lines = lines.map(|(n, line)| view! { <li>{t(line(number(n)))}</li> }).collect_view();
    let secret = Secret::default();
    let busy = RwSignal::new(false);
    let said = RwSignal::new(None::<Msg>);
    let make = move |passphrase: Passphrase| {
        busy.set(true);
        said.set(Some(msg::backup_working()));
        timer::spawn(async move {
            let made = app.make_year_file(year, passphrase).await;
            busy.try_set(false);
            match made {
                Ok(made) => {
                    secret.clear();
                    // Not now, or the page, may have come before.
                    let is_here = |step: &Step| matches!(step, Step::Make(it) if *it == year);
                    if steps.0.try_with_untracked(is_here) == Some(true) {
                        steps.go(Step::Compare(year, Some(made)));
                    }
                }
                Err(why) => {
                    said.try_set(Some(not_made(why)));
                }
            }
        });
    };
    view! {
        <h2 class=HEAD tabindex="-1">
            {t(msg::aside_file_title(year.to_string()))}
        </h2>
        <p>
            {t(msg::aside_goes(number(old.goes.len()), year.to_string()))} " "
            {t(msg::aside_goes_not_yet())}
        </p>
        <div>
            <h3>{t(msg::aside_stays())}</h3>
            <ul class="settings-list soft">
                <li>{t(msg::aside_stays_rest())}</li>
                {lines}
                <li>{t(msg::aside_stays_bin())}</li>
            </ul>
        </div>
        <SecretForm
            secret
            label=t(msg::aside_passphrase())
            hint=t(msg::aside_passphrase_hint())
            action=t(msg::aside_make())
            tone=Tone::Primary
            busy
            on_send=Callback::new(make)
        />
        <p role="status" class="settings-said">
            {move || said.get().map(t)}
        </p>
        <div class="cluster">
            <Button
                tone=Tone::Quiet
                on_click=Callback::new(move |()| steps.go(Step::Compare(year, None)))
            >
                {t(msg::aside_have())}
            </Button>
            <NotNow steps />
        </div>
    }
}

/// Goes back to the years. Nothing has changed.
#[component]
pub fn NotNow(
    /// Where it goes on.
    steps: Steps,
) -> impl IntoView {
    view! {
        <Button tone=Tone::Quiet on_click=Callback::new(move |()| steps.go(Step::List))>
            {t(msg::aside_not_now())}
        </Button>
    }
}
