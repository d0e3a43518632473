//! What a worksheet said before, and bringing it back.

use leptos::prelude::*;
use satkarya_core::journal::Earlier;
use satkarya_core::record::{Body, Version};
use satkarya_core::time::Now;

use super::paper::{part, tell};
use super::work::Work;
use crate::i18n::dates::{self, DateStyle};
use crate::i18n::{msg, t};
use crate::state::AppState;
use crate::ui::button::Button;
use crate::ui::disclosure::Disclosure;
use crate::ui::icon::{Icon, IconName};
use crate::ui::keyed::Keyed;
use crate::ui::shown::Shown;

/// The earlier versions; nothing if there are none.
#[component]
pub(super) fn Versions(work: Work) -> impl IntoView {
    let app = AppState::expect();
    let record = app.record(work.visit.id);
    let versions = Memo::new(move |_| {
        record.with(|record| record.as_ref().map(|it| it.versions.clone()).unwrap_or_default())
    });
    let summary =
        move || t(msg::versions_count(i64::try_from(versions.with(Vec::len)).unwrap_or_default()));
    view! {
        <Shown when=move || !versions.with(Vec::is_empty)>
            <Disclosure summary=Signal::derive(summary)>
                <Keyed
                    each=move || versions.get()
                    key=|version| version.changed
                    children=move |version| view! { <OneVersion work version /> }
                />
            </Disclosure>
        </Shown>
    }
}

/// One version: what it said, and the way back to it.
#[component]
fn OneVersion(work: Work, version: Version) -> impl IntoView {
    let app = AppState::expect();
    let Body::Sheet(it) = version.body else { return ().into_any() };
    let then = Now { ms: version.changed.ms(), ..app.now() };
    let when =
        format!("{}, {}", dates::day(then.day(), DateStyle::Medium), dates::time(then.time()));
    let told = untrack(|| tell(app, &it));
    let bring_back = move |()| {
        app.put(work.visit.id, Body::Sheet(it.clone()), Earlier::Kept);
        app.show_undo(msg::versions_restored());
    };
    view! {
        <Disclosure summary=t(msg::versions_from(when))>
            {told.into_iter().map(part).collect_view()}
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
