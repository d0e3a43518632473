//! Parts of the diary that cannot be read: what they are, and what can be done about each.

use leptos::prelude::*;
use satkarya_core::store::ShardName;

use crate::i18n::dates::{self, DateStyle};
use crate::i18n::{msg, t};
use crate::platform::{dom, page};
use crate::state::{AppState, DamagedPart};
use crate::ui::button::{Button, Tone};
use crate::ui::dialog::ConfirmDialog;
use crate::ui::keyed::Keyed;
use crate::ui::shown::Shown;

/// The parts that cannot be read, if there are any.
#[component]
pub fn Damaged() -> impl IntoView {
    let app = AppState::expect();
    let parts = app.damaged_parts();
    let asked = RwSignal::new(None::<DamagedPart>);
    let give_up = move |()| {
        if let Some(part) = asked.get_untracked() {
            let message = if app.give_up(part.name) {
                msg::quarantine_discarded()
            } else {
                msg::quarantine_not_discarded()
            };
            app.notices.show(message, None);
        }
        asked.set(None);
    };
    view! {
        <Shown when=move || !parts.with(Vec::is_empty)>
            <section class="card settings-bad" id="damaged">
                <h2>{t(msg::quarantine_title())}</h2>
                <Keyed each=move || parts.get() key=|part| *part let:part>
                    <Part part asked />
                </Keyed>
                <p class="soft">{t(msg::quarantine_what())}</p>
            </section>
        </Shown>
        <ConfirmDialog
            open=Signal::derive(move || asked.get().is_some())
            title=t(msg::quarantine_discard_title())
            text=t(msg::quarantine_discard_body())
            confirm=t(msg::quarantine_discard_confirm())
            cancel=t(msg::common_cancel())
            on_confirm=Callback::new(give_up)
            on_cancel=Callback::new(move |()| asked.set(None))
        />
    }
}

/// One part.
#[component]
fn Part(part: DamagedPart, asked: RwSignal<Option<DamagedPart>>) -> impl IntoView {
    let app = AppState::expect();
    let text = match (part.name.shard, part.has_bytes) {
        (ShardName::Month(month), true) => {
            msg::quarantine_month(dates::month(month, DateStyle::Month))
        }
        (ShardName::Month(month), false) => msg::gone_month(dates::month(month, DateStyle::Month)),
        (ShardName::Profile, true) => msg::quarantine_profile(),
        (ShardName::Profile, false) => msg::gone_profile(),
    };
    let discard = if part.has_bytes { msg::quarantine_discard() } else { msg::gone_discard() };
    view! {
        <div class="stack stack--tight">
            <p>{t(text)}</p>
            <div class="cluster">
                <Button on_click=Callback::new(move |()| {
                    dom::scroll_to("#bring-in");
                    dom::focus("#bring-in input");
                })>{t(msg::quarantine_from_backup())}</Button>
                {part
                    .has_bytes
                    .then(|| {
                        view! {
                            <Button on_click=Callback::new(move |()| {
                                page::tell_raw(&app.key_of(part.name));
                            })>{t(msg::quarantine_save_raw())}</Button>
                        }
                    })}
                <Button
                    tone=Tone::Danger
                    on_click=Callback::new(move |()| asked.set(Some(part)))
                >
                    {t(discard)}
                </Button>
            </div>
        </div>
    }
}
