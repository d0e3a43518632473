//! The short message at the edge of the screen.
//!
//! It stays long enough to be read slowly, and longer where there is something to undo. It goes
//! with the page that it was said on, unless what it tells can still be undone.

use leptos::prelude::*;

use crate::i18n::{msg, t};
use crate::platform::address;
use crate::platform::dom::{self, WayBack};
use crate::platform::timer::{self, Timer};
use crate::route::Route;
use crate::state::{AppState, NoticeAct};
use crate::ui::notice_bar::NoticeBar;

/// How long a message stays, in milliseconds.
const PLAIN_MS: u32 = 6_000;
/// How long a message with something to undo stays, in milliseconds.
const UNDO_MS: u32 = 12_000;
/// The place of the message, and the same while the focus is in it.
const PLACE: &str = ".frame__notices";
const HAS_FOCUS: &str = ".frame__notices:focus-within";

/// The timer of the message on screen.
type Waiting = StoredValue<Option<Timer>, LocalStorage>;

/// How long a message stands before it goes with its page, in milliseconds.
const STANDS_MS: u32 = 600;

/// Shows the current message.
#[component]
pub fn NoticeArea() -> impl IntoView {
    let app = AppState::expect();
    let current = app.notices.current();
    // Replacing the timer stops the one of the message before.
    let timer: Waiting = StoredValue::new_local(None);
    // Whether the message has stood for a moment. One that came with a change of page belongs to
    // the new page.
    let has_stood = StoredValue::new(false);
    let standing = StoredValue::new_local(None::<Timer>);
    Effect::new(move || {
        current.track();
        has_stood.set_value(false);
        standing.set_value(Some(Timer::after(STANDS_MS, move || has_stood.set_value(true))));
    });
    Effect::new(move || {
        let route = app.route.get();
        let Some(notice) = current.get_untracked().filter(|_| has_stood.get_value()) else {
            return;
        };
        let is_useful = match notice.act {
            Some(NoticeAct::Undo(step)) => app.can_undo(step),
            Some(NoticeAct::OpenBin) | None => false,
        };
        // Nothing lies over a number to call.
        if !is_useful || route == Route::Support {
            app.notices.close(notice.number);
        }
    });
    Effect::new(move || {
        timer.set_value(current.get().map(|notice| {
            let ms = if notice.act.is_some() { UNDO_MS } else { PLAIN_MS };
            close_later(app, timer, notice.number, ms)
        }));
    });
    let text = Signal::derive(move || current.get().map(|notice| t(notice.message)));
    let action = Signal::derive(move || {
        current.get().and_then(|notice| notice.act).map(|act| match act {
            NoticeAct::Undo(_) => t(msg::common_undo()),
            NoticeAct::OpenBin => t(msg::bin_title()),
        })
    });
    let before = StoredValue::new_local(WayBack::default());
    let close = move || {
        if let Some(notice) = current.get_untracked() {
            let has_focus = dom::is_there(HAS_FOCUS);
            app.notices.close(notice.number);
            // The button that was pressed is about to go.
            if has_focus {
                timer::spawn(async move {
                    timer::pause(0).await;
                    before.try_with_value(|before| before.go_back("main h1"));
                });
            }
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
            on:focusin=move |event| before.update_value(|it| it.came_into(PLACE, &event))
        />
    }
}

/// Closes a message after a while; while the focus is in it, somebody is about to use it.
fn close_later(app: AppState, timer: Waiting, number: u32, ms: u32) -> Timer {
    Timer::after(ms, move || {
        if dom::is_there(HAS_FOCUS) {
            timer.set_value(Some(close_later(app, timer, number, ms)));
        } else {
            app.notices.close(number);
        }
    })
}
