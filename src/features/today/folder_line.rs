//! One quiet line on Today about the folder with the copies: that it waits for a word of the person,
//! or that something came from another device.

use leptos::prelude::*;

use crate::i18n::{msg, t};
use crate::platform::timer;
use crate::route::Route;
use crate::state::AppState;
use crate::state::folder::FolderIs;
use crate::ui::button::{Button, LinkButton, Tone};
use crate::ui::shown::Shown;

/// The line. The browser is never made to ask by itself.
#[component]
pub fn FolderLine() -> impl IntoView {
    let app = AppState::expect();
    let told = app.folder();
    let is_resting = Memo::new(move |_| told.with(|told| told.is == FolderIs::Resting));
    let came = Memo::new(move |_| told.with(|told| told.came.clone()));
    let allow = move |()| timer::spawn(app.allow_folder());
    let words = move || {
        let n = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        came.get().map(|came| match came.met.len() {
            0 => t(msg::folder_came(n(came.n))),
            met => [t(msg::folder_came(n(came.n))), t(msg::folder_met(n(met)))].join(" "),
        })
    };
    let has_met = move || came.with(|came| came.as_ref().is_some_and(|it| !it.met.is_empty()));
    view! {
        <Shown when=move || is_resting.get()>
            <section class="section">
                <p class="soft">{t(msg::folder_resting())}</p>
                <div>
                    <Button on_click=Callback::new(allow)>{t(msg::folder_allow())}</Button>
                </div>
            </section>
        </Shown>
        <Shown when=move || came.with(Option::is_some)>
            <section class="section">
                <p class="soft" role="status">{words}</p>
                <div class="cluster">
                    <Shown when=has_met>
                        <LinkButton href=Route::Folder.href()>{t(msg::folder_look())}</LinkButton>
                    </Shown>
                    <Button
                        tone=Tone::Quiet
                        on_click=Callback::new(move |()| app.put_away_came())
                    >
                        {t(msg::common_close())}
                    </Button>
                </div>
            </section>
        </Shown>
    }
}
