//! What a record said before, each version folded away, with the way back to it.
//!
//! Role: disclosures, one in the other, and a button in each. Keys: Enter and Space, from the browser.

use leptos::prelude::*;
use satkarya_core::record::{Body, Version};
use satkarya_core::time::Now;

use super::button::Button;
use super::disclosure::Disclosure;
use super::icon::{Icon, IconName};
use super::keyed::Keyed;
use super::shown::Shown;
use crate::i18n::dates::{self, DateStyle};
use crate::i18n::{msg, t};

/// The day and time of an instant, as the clock of this device tells it. `now` knows the zone.
pub fn moment_of(now: Now, ms: u64) -> String {
    let then = Now { ms, ..now };
    format!("{}, {}", dates::day(then.day(), DateStyle::Medium), dates::time(then.time()))
}

/// The versions that say something else than the one after them, and the latest of them something else
/// than is said now. The others differ in what nobody typed or chose there.
pub fn different<T: PartialEq>(
    versions: Vec<Version>,
    now: Option<T>,
    read: fn(&Body) -> Option<T>,
) -> Vec<Version> {
    let mut after = now;
    let mut is_different = |it: &Version| {
        let said = read(&it.body);
        let is_different = said.is_some() && said != after;
        after = said;
        is_different
    };
    versions.into_iter().filter(|it| is_different(it)).collect()
}

/// The earlier versions; nothing if there are none.
#[component]
pub fn Versions(
    /// The versions, the latest first.
    #[prop(into)]
    versions: Signal<Vec<Version>>,
    /// The present moment, for the zone in which theirs are told.
    now: Now,
    /// What a version said; nothing for one that is of another kind.
    said: fn(&Body) -> Option<AnyView>,
    /// Brings one back.
    on_restore: Callback<Body>,
) -> impl IntoView {
    let summary =
        move || t(msg::versions_count(i64::try_from(versions.with(Vec::len)).unwrap_or_default()));
    let now = StoredValue::new(now);
    let one = move |version: Version| {
        let words = untrack(|| said(&version.body))?;
        let when = moment_of(now.get_value(), version.changed.ms());
        let body = StoredValue::new(version.body);
        Some(view! {
            <Disclosure summary=t(msg::versions_from(when))>
                {words}
                <div class="cluster">
                    <Button on_click=Callback::new(move |()| on_restore.run(body.get_value()))>
                        <Icon name=IconName::History />
                        {t(msg::versions_restore())}
                    </Button>
                </div>
            </Disclosure>
        })
    };
    view! {
        <Shown when=move || !versions.with(Vec::is_empty)>
            <Disclosure summary=Signal::derive(summary)>
                <p class="soft small">{t(msg::versions_body())}</p>
                <Keyed each=move || versions.get() key=|version| version.changed children=one />
            </Disclosure>
        </Shown>
    }
}
