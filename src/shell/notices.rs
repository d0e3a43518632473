//! The short message at the edge of the screen.
//!
//! It stays long enough to be read slowly, and longer where there is something to undo.

use leptos::prelude::*;

use crate::i18n::{msg, t};
use crate::platform::{address, timer::Timer};
use crate::route::Route;
use crate::state::{AppState, NoticeAct};
use crate::ui::notice_bar::NoticeBar;

/// How long a message stays, in milliseconds.
const PLAIN_MS: u32 = 6_000;
/// How long a message with something to undo stays, in milliseconds.
const UNDO_MS: u32 = 12_000;

/// Shows the current message.
#[component]
pub fn NoticeArea() -> impl IntoView {
    let app = AppState::expect();
    let current = app.notices.current();
    // Replacing the timer stops the one of the message before.
    let timer = StoredValue::new_local(None::<Timer>);
    Effect::new(move || {
        let next = current.get().map(|notice| {
            let ms = if notice.act.is_some() { UNDO_MS } else { PLAIN_MS };
            Timer::after(ms, move || app.notices.close(notice.number))
        });
        timer.set_value(next);
    });
    let text = Signal::derive(move || current.get().map(|notice| t(notice.message)));
    let action = Signal::derive(move || {
        current.get().and_then(|notice| notice.act).map(|act| match act {
            NoticeAct::Undo(_) => t(msg::common_undo()),
            NoticeAct::OpenBin => t(msg::bin_title()),
        })
    });
    let close = move || {
        if let Some(notice) = current.get_untracked() {
            app.notices.close(notice.number);
        }
    };
    let act = move |()| {
        let act = current.get_untracked().and_then(|notice| notice.act);
        close();
        match act {
            Some(NoticeAct::Undo(step)) => {
                app.undo_step(step);
            }
            Some(NoticeAct::OpenBin) => address::go(&Route::Bin.to_string()),
            None => {}
        }
    };
    view! {
        <NoticeBar
            text
            action
            on_action=Callback::new(act)
            dismiss_label=t(msg::common_close())
            on_dismiss=Callback::new(move |()| close())
        />
    }
}
