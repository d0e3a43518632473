//! The support panel: what follows an answer above the lowest to the question about hurting oneself.
//!
//! It is over the whole window and closes with one tap. It locks nothing, counts nothing and tells
//! nobody. It belongs to no page, since it also opens over the one that somebody left a form for.

use leptos::prelude::*;
use satkarya_core::measure::Door;

use crate::i18n::{measures, msg, t};
use crate::platform::{address, dom};
use crate::state::AppState;
use crate::ui::button::{Button, Tone};
use crate::ui::dialog::Dialog;

/// The panel, shut for as long as nothing opens it and none is owed.
#[component]
pub fn SupportPanel() -> impl IntoView {
    let app = AppState::expect();
    let shown = Memo::new(move |_| app.support_shown());
    let close = move || {
        app.close_support();
        // What had the focus before is gone with the form.
        dom::focus_soon(["main h1"]);
    };
    let act = move |door: Door| {
        close();
        match door {
            Door::Danger => app.go_to_support("#support-emergency"),
            Door::Talk => app.go_to_support("#support-talk"),
            Door::People => app.go_to_my_people(),
            Door::Plan => address::go(&untrack(|| app.staying_safe()).to_string()),
            Door::OkForNow => {}
        }
    };
    let button = move |door: &Door| {
        let door = *door;
        let tone = if door == Door::Danger { Tone::Primary } else { Tone::Plain };
        view! {
            <Button tone wide=true on_click=Callback::new(move |()| act(door))>
                {t(measures::door(door))}
            </Button>
        }
    };
    let said = move || shown.get().map(measures::panel).unwrap_or_default();
    view! {
        <Dialog
            open=Signal::derive(move || shown.get().is_some())
            title=Signal::derive(|| t(msg::support_title()))
            close_label=Signal::derive(|| t(msg::common_close()))
            on_close=Callback::new(move |()| close())
            full=true
        >
            <div class="stack support-panel">
                {move || said().into_iter().map(|it| view! { <p>{t(it)}</p> }).collect_view()}
                {Door::ALL.iter().map(button).collect_view()}
            </div>
        </Dialog>
    }
}
