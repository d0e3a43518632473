//! What an entry said before, and bringing it back.

use leptos::prelude::*;
use satkarya_core::id::Id;
use satkarya_core::journal::Earlier;
use satkarya_core::record::{Body, Version};
use satkarya_core::time::Now;

use super::reading::reading;
use crate::i18n::dates::DateStyle;
use crate::i18n::{dates, msg, t};
use crate::state::AppState;
use crate::ui::button::Button;
use crate::ui::disclosure::Disclosure;
use crate::ui::icon::{Icon, IconName};
use crate::ui::keyed::Keyed;
use crate::ui::shown::Shown;

/// The day and time of an instant, as the clock of this device tells it.
pub(super) fn moment_of(app: AppState, ms: u64) -> String {
    let then = Now { ms, ..app.now() };
    format!("{}, {}", dates::day(then.day(), DateStyle::Medium), dates::time(then.time()))
}

/// The earlier versions of an entry; nothing if there are none.
#[component]
pub(super) fn Versions(id: Id) -> impl IntoView {
    let app = AppState::expect();
    let record = app.record(id);
    let versions = Memo::new(move |_| {
        record.with(|record| record.as_ref().map(|it| it.versions.clone()).unwrap_or_default())
    });
    let summary =
        move || t(msg::versions_count(i64::try_from(versions.with(Vec::len)).unwrap_or_default()));
    view! {
        <Shown when=move || !versions.with(Vec::is_empty)>
            <Disclosure summary=Signal::derive(summary)>
                <p class="soft small">{t(msg::versions_body())}</p>
                <Keyed
                    each=move || versions.get()
                    key=|version| version.changed
                    children=move |version| view! { <OneVersion id version /> }
                />
            </Disclosure>
        </Shown>
    }
}

/// One version: what it said, and the way back to it.
#[component]
fn OneVersion(id: Id, version: Version) -> impl IntoView {
    let app = AppState::expect();
    let Body::Entry(entry) = version.body else { return ().into_any() };
    let said = app.journal.with_untracked(|journal| reading(&entry, journal));
    let bring_back = move |()| {
        app.put(id, Body::Entry(entry.clone()), Earlier::Kept);
        app.show_undo(msg::versions_restored());
    };
    view! {
        <Disclosure summary=t(msg::versions_from(moment_of(app, version.changed.ms())))>
            {said}
            <div class="cluster">
                <Button on_click=Callback::new(bring_back)>
                    <Icon name=IconName::History />
                    {t(msg::versions_restore())}
                </Button>
            </div>
        </Disclosure>
    }
    .into_any()
}
