//! Where older entries are kept, and what has moved.

use leptos::prelude::*;

use crate::features::settings::look::WordChoice;
use crate::i18n::{Msg, msg, t};
use crate::platform::timer;
use crate::state::{Access, AppState, Older, Prefs, Settled};
use crate::ui::shown::Shown;

fn note(older: Older) -> Msg {
    match older {
        Older::WhenFilling => msg::storage_older_filling_note(),
        Older::Large => msg::storage_older_large_note(),
        Older::Here => msg::storage_older_here_note(),
    }
}

/// Whether anything can move, is moving, or did not.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Doing {
    Nothing,
    Moving,
    Moved(Settled),
}

/// The choice, and how many entries have moved. Where the browser has no second store, nothing.
#[component]
pub fn OlderEntries() -> impl IntoView {
    let app = AppState::expect();
    let doing = RwSignal::new(Doing::Nothing);
    let n_cold = Memo::new(move |_| app.n_cold_entries());
    let is_offered =
        move || app.access.get() == Access::Writer && (app.has_second_store() || n_cold.get() > 0);
    let settle = move |()| {
        // What is under way already sees the new choice at its next step.
        if doing.get_untracked() == Doing::Moving {
            return;
        }
        doing.set(Doing::Moving);
        timer::spawn(async move {
            let settled = app.settle_older().await;
            // The page may have been left meanwhile.
            _ = doing.try_set(Doing::Moved(settled));
        });
    };
    let said = move || match doing.get() {
        Doing::Moving => t(msg::storage_older_moving()),
        Doing::Moved(Settled::NotMoved) => t(msg::storage_older_not_moved()),
        Doing::Moved(Settled::NoRoom) => t(msg::storage_older_no_room()),
        Doing::Nothing | Doing::Moved(Settled::Done) => match n_cold.get() {
            0 => t(msg::storage_older_none()),
            n => t(msg::storage_older_moved(i64::try_from(n).unwrap_or(i64::MAX))),
        },
    };
    view! {
        <Shown when=is_offered>
            <div class="stack stack--tight">
                <WordChoice
                    legend=t(msg::storage_older())
                    words=[
                        (Older::WhenFilling, msg::storage_older_filling()),
                        (Older::Large, msg::storage_older_large()),
                        (Older::Here, msg::storage_older_here()),
                    ]
                    get=Prefs::older
                    set=Prefs::set_older
                    on_set=Callback::new(settle)
                />
                <p class="small">{move || t(note(app.prefs.with(Prefs::older)))}</p>
                <p class="soft small">{t(msg::storage_older_hint())}</p>
                <p role="status" class="small">{said}</p>
            </div>
        </Shown>
    }
}
