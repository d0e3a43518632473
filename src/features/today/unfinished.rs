//! Texts that were being written when the app was last closed, and keeping the one being written.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::prelude::*;
use satkarya_core::diary::Entry;
use satkarya_core::id::Id;
use satkarya_core::journal::Earlier;
use satkarya_core::record::Body;

use crate::i18n::{dates, msg, t};
use crate::platform::address;
use crate::platform::timer::Timer;
use crate::route::Route;
use crate::state::{AppState, Draft};
use crate::ui::button::{Button, Tone};

/// How often a draft is kept while somebody types, in milliseconds.
const DRAFT_MS: u32 = 2_000;

/// What is being typed and not yet saved.
#[derive(Default)]
struct Open {
    text: RefCell<Option<(Id, Entry)>>,
    timer: RefCell<Option<Timer>>,
    is_waiting: Cell<bool>,
}

/// Keeps a draft every two seconds while somebody types, and saves when they stop.
#[derive(Clone, Copy)]
pub(super) struct Typing {
    app: AppState,
    open: StoredValue<Rc<Open>, LocalStorage>,
}

impl Typing {
    pub(super) fn new(app: AppState) -> Self {
        let open = Rc::new(Open::default());
        let last = Rc::clone(&open);
        app.set_flush(Some(Rc::new(move || finish(app, &last))));
        let open = StoredValue::new_local(open);
        // A page that goes away saves what stands in it.
        on_cleanup(move || {
            app.flush();
            app.set_flush(None);
        });
        Self { app, open }
    }

    /// Something was typed.
    pub(super) fn typed(self, id: Id, entry: &Entry) {
        let app = self.app;
        self.open.with_value(|open| {
            *open.text.borrow_mut() = Some((id, entry.clone()));
            if open.is_waiting.replace(true) {
                return;
            }
            let later = Rc::clone(open);
            let timer = Timer::after(DRAFT_MS, move || {
                later.is_waiting.set(false);
                if let Some((id, entry)) = &*later.text.borrow() {
                    app.keep_draft(*id, entry);
                }
            });
            *open.timer.borrow_mut() = Some(timer);
        });
    }

    /// The person stopped: saves.
    pub(super) fn finish(self) {
        self.open.with_value(|open| finish(self.app, open));
    }
}

fn finish(app: AppState, open: &Open) {
    let text = open.text.borrow_mut().take();
    open.timer.borrow_mut().take();
    open.is_waiting.set(false);
    if let Some((id, entry)) = text {
        app.put(id, Body::Entry(entry), Earlier::Replaced);
        app.drop_draft(id);
    }
}

/// The texts of earlier visits, to be taken up again or let go.
#[component]
pub fn Unfinished() -> impl IntoView {
    let app = AppState::expect();
    let drafts = Memo::new(move |_| app.open_drafts());
    view! {
        <For each=move || drafts.get() key=|draft| (draft.id, draft.kept) let:draft>
            <UnfinishedCard draft />
        </For>
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
        <aside class="card card--accent">
            <h2>{t(msg::today_draft_title())}</h2>
            {words.map(|words| view! { <p class="own-words clamp" translate="no">{words}</p> })}
            <p class="soft small">{t(msg::today_draft_from(when))}</p>
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
