//! Texts that were begun and not saved: before the app was last closed, or in a tab that might
//! not write.

use leptos::prelude::*;

use crate::i18n::{dates, msg, t};
use crate::platform::address;
use crate::route::Route;
use crate::state::{AppState, Draft};
use crate::ui::button::{Button, Tone};
use crate::ui::keyed::Keyed;

/// The texts, to be taken up again or let go.
#[component]
pub fn Unfinished() -> impl IntoView {
    let app = AppState::expect();
    let drafts = Memo::new(move |_| app.open_drafts());
    view! {
        <Keyed each=move || drafts.get() key=|draft| (draft.id, draft.kept) let:draft>
            <UnfinishedCard draft />
        </Keyed>
    }
}

/// One text.
#[component]
fn UnfinishedCard(draft: Draft) -> impl IntoView {
    let app = AppState::expect();
    let when = format!(
        "{}, {}",
        dates::near_day(draft.entry.when.day, app.today()),
        dates::time(draft.entry.when.time)
    );
    // What is covered is read only after it was opened.
    let words = draft.entry.texts().next().filter(|_| !draft.entry.covered).map(ToOwned::to_owned);
    let draft = StoredValue::new(draft);
    let go_on = move |()| {
        let draft = draft.get_value();
        app.take_up(&draft);
        address::go(&Route::EntryEdit(draft.id).to_string());
    };
    view! {
        <aside class="card card--accent" aria-label=format!("{}, {when}", t(msg::today_draft_title()))>
            <h2>{t(msg::today_draft_title())}</h2>
            {words.map(|words| view! { <p class="own-words clamp" translate="no" dir="auto">{words}</p> })}
            <p class="soft small">{t(msg::today_draft_from(when.clone()))}</p>
            <div class="cluster">
                <Button tone=Tone::Primary on_click=Callback::new(go_on)>
                    {t(msg::today_draft_continue())}
                </Button>
                <Button
                    tone=Tone::Quiet
                    on_click=Callback::new(move |()| app.drop_old_draft(&draft.get_value()))
                >
                    {t(msg::today_draft_discard())}
                </Button>
            </div>
        </aside>
    }
}
