//! Putting somebody away, and deleting them. Nothing that was written goes with them.

use leptos::prelude::*;

use super::fields::change;
use crate::i18n::{msg, t};
use crate::platform::{address, dom};
use crate::route::Route;
use crate::state::{AppState, Visit};
use crate::ui::button::{Button, Tone};
use crate::ui::dialog::Dialog;
use crate::ui::shown::Shown;

/// The two ways of seeing less of somebody.
#[component]
pub(super) fn Remove(
    visit: Visit,
    #[prop(into)] name: Signal<String>,
    #[prop(into)] archived: Signal<bool>,
) -> impl IntoView {
    let app = AppState::expect();
    let asking = RwSignal::new(false);
    let close = Callback::new(move |()| asking.set(false));
    let put_away = move |()| {
        asking.set(false);
        change(visit, |it| it.archived = true);
        let message = msg::person_archived_note(name.get_untracked());
        app.show_undo(message);
        dom::scroll_to_top();
        dom::focus_soon(["main h1"]);
    };
    // Counted when it is asked, not at every change of the journal.
    let n_entries = move || {
        app.journal.with_untracked(|journal| {
            journal.entries().filter(|it| it.entry.mentions(visit.id)).count()
        })
    };
    let delete = move |()| {
        let name = name.get_untracked();
        asking.set(false);
        address::go(&Route::People.to_string());
        app.remove(visit.id, msg::person_deleted(name));
    };
    view! {
        <section class="section stack no-print">
            <Shown when=move || !archived.get()>
                <div class="stack stack--tight">
                    <div>
                        <Button on_click=Callback::new(put_away)>
                            {t(msg::person_archive())}
                        </Button>
                    </div>
                    <p class="soft small">{t(msg::person_archive_hint())}</p>
                </div>
            </Shown>
            <div>
                <Button tone=Tone::Danger on_click=Callback::new(move |()| asking.set(true))>
                    {move || t(msg::person_delete(name.get()))}
                </Button>
            </div>
            <Dialog
                open=asking
                title=Signal::derive(move || t(msg::person_delete_title(name.get())))
                close_label=t(msg::common_close())
                on_close=close
            >
                <p>
                    {move || {
                        t(msg::person_delete_body(i64::try_from(n_entries()).unwrap_or(i64::MAX)))
                    }}
                </p>
                <div class="dialog__actions">
                    <Button on_click=close>{t(msg::common_cancel())}</Button>
                    <Shown when=move || !archived.get()>
                        <Button on_click=Callback::new(put_away)>{t(msg::person_delete_archive())}</Button>
                    </Shown>
                    <Button tone=Tone::Danger on_click=Callback::new(delete)>
                        {t(msg::common_delete())}
                    </Button>
                </div>
            </Dialog>
        </section>
    }
}
