//! Asks once before a covered entry is shown.
//!
//! A cover keeps words from an eye that happens to be near. It is no lock, and its words say so.

use std::cell::RefCell;
use std::collections::BTreeSet;

use leptos::prelude::*;
use satkarya_core::id::Id;

use crate::i18n::{msg, t};
use crate::ui::button::{Button, Tone};
use crate::ui::rings::Rings;

thread_local! {
    /// The covered entries that were opened since the app was started: reading and then changing
    /// one asks once, not twice.
    static OPENED: RefCell<BTreeSet<Id>> = const { RefCell::new(BTreeSet::new()) };
}

/// Whether a covered entry was opened already.
pub(super) fn was_opened(id: Id) -> bool {
    OPENED.with_borrow(|opened| opened.contains(&id))
}

/// What stands in place of a covered entry.
#[component]
pub(super) fn Cover(
    /// Which entry.
    id: Id,
    /// The person wants to read it.
    #[prop(into)]
    on_open: Callback<()>,
) -> impl IntoView {
    let open = move |()| {
        OPENED.with_borrow_mut(|opened| opened.insert(id));
        on_open.run(());
    };
    view! {
        <div class="cover">
            <Rings />
            <p class="serif">{t(msg::entry_covered())}</p>
            <Button tone=Tone::Primary on_click=Callback::new(open)>
                {t(msg::entry_covered_open())}
            </Button>
        </div>
    }
}
