//! Every value that is stored: what it is, its size, its last change, and what is inside.

use leptos::prelude::*;
use satkarya_core::store::{ShardName, StorageKey};
use satkarya_core::time::{Day, Now};

use crate::i18n::dates::{self, DateStyle};
use crate::i18n::{Msg, msg, sizes, t};
use crate::platform::errand::{Held, Looked};
use crate::state::lock::Lock;
use crate::state::{AppState, StoredItem};
use crate::ui::button::{Button, Tone};
use crate::ui::keyed::Keyed;
use crate::ui::shown::Shown;

/// The most characters that are shown of one value.
const MOST: usize = 20_000;

/// How many values are listed at once.
const PIECE: usize = 100;

/// What is stored.
#[component]
pub fn Stored(
    /// What the page found beside it.
    #[prop(into)]
    looked: Signal<Option<Looked>>,
) -> impl IntoView {
    let app = AppState::expect();
    // Looked at anew whenever something was saved.
    let items = Memo::new(move |_| {
        app.saving.track();
        app.loading.track();
        app.prefs.track();
        app.stored()
    });
    let space = app.space();
    let total = move || {
        let here = |items: &Vec<StoredItem>| {
            items.iter().filter(|item| !item.is_cold).map(|item| item.bytes).sum()
        };
        sizes::bytes(items.with(here))
    };
    let n_shown = RwSignal::new(PIECE);
    let shown =
        move || items.with(|items| items.iter().take(n_shown.get()).cloned().collect::<Vec<_>>());
    let n_more = move || items.with(Vec::len).saturating_sub(n_shown.get()).min(PIECE);
    let limit = move || sizes::bytes(space.get().total_bytes());
    view! {
        <section class="section">
            <h2>{t(msg::privacy_stored())}</h2>
            <p class="soft">{t(msg::privacy_stored_hint())}</p>
            <ul class="rows" role="list">
                <Keyed each=shown key=|item| item.clone() let:item>
                    <Item item />
                </Keyed>
            </ul>
            <Shown when=move || n_more() != 0>
                <div>
                    <Button on_click=Callback::new(move |()| n_shown.update(|n| *n += PIECE))>
                        {move || {
                            t(msg::privacy_stored_more(i64::try_from(n_more()).unwrap_or(i64::MAX)))
                        }}
                    </Button>
                </div>
            </Shown>
            <dl class="settings-facts numbers">
                <dt>{t(msg::privacy_stored_total())}</dt>
                <dd>{total}</dd>
                <dt>{t(msg::privacy_stored_limit())}</dt>
                <dd>{limit}</dd>
            </dl>
            <h3>{t(msg::privacy_elsewhere())}</h3>
            {move || looked.get().map(|looked| view! { <Elsewhere looked /> })}
        </section>
    }
}

/// What a value is.
fn kind(item: &StoredItem) -> Msg {
    match &item.kind {
        Some(StorageKey::Part(name)) => match name.shard {
            ShardName::Profile => msg::privacy_store_profile(),
            ShardName::Month(month) => {
                msg::privacy_store_month(dates::month(month, DateStyle::Month))
            }
        },
        Some(StorageKey::Draft(_)) => msg::privacy_store_draft(),
        Some(StorageKey::Header(_)) => msg::privacy_store_list(),
        Some(StorageKey::Journal) => msg::privacy_store_journal(),
        Some(StorageKey::Reserve) => msg::privacy_store_reserve(),
        Some(StorageKey::Quarantine(_)) => msg::privacy_store_quarantine(),
        Some(StorageKey::Device) => msg::privacy_store_device(),
        Some(StorageKey::Preferences) => msg::privacy_store_settings(),
        None => msg::privacy_store_unknown(),
    }
}

/// The local day of an instant, as far as today's zone tells.
fn day_of(ms: u64, now: &Now) -> Day {
    Now { ms, ..now.clone() }.day()
}

/// One value.
#[component]
fn Item(item: StoredItem) -> impl IntoView {
    let app = AppState::expect();
    let open = RwSignal::new(false);
    let key = StoredValue::new(item.key.clone());
    let changed = item.changed.map(|ms| {
        let day = dates::day(day_of(ms, &app.now()), DateStyle::Medium);
        view! { <span>{t(msg::privacy_item_changed())} ": " {day}</span> }
    });
    let lock = Lock::expect();
    // What somebody covered is in there with everything else.
    let may_hold_covered = matches!(
        item.kind,
        Some(StorageKey::Part(_) | StorageKey::Draft(_) | StorageKey::Journal) | None
    );
    let is_covered = move || {
        may_hold_covered
            && lock.keeps_covered()
            && (app.of_entries(|journal| journal.entries().any(|it| it.entry.covered))
                || app.drafts.with(|drafts| drafts.iter().any(|draft| draft.entry.covered)))
    };
    let inside = move || match app.decoded(&key.get_value()) {
        _ if is_covered() => view! { <p class="soft">{t(msg::privacy_covered())}</p> }.into_any(),
        Ok(text) => {
            let is_cut = text.chars().nth(MOST).is_some();
            let text: String = text.chars().take(MOST).collect();
            view! {
                // Reachable by keyboard, so that it can be scrolled.
                <pre class="settings-inside" tabindex="0" translate="no">
                    {text}
                </pre>
                {is_cut.then(|| view! { <p class="soft small">{t(msg::privacy_cut())}</p> })}
            }
            .into_any()
        }
        Err(_) => view! { <p class="soft">{t(msg::privacy_unreadable())}</p> }.into_any(),
    };
    let label = Signal::derive(move || {
        let key = key.get_value();
        t(if open.get() { msg::privacy_hide_of(key) } else { msg::privacy_show_of(key) })
    });
    // A place held free has nothing inside.
    let has_inside = item.kind != Some(StorageKey::Reserve);
    view! {
        <li class="settings-stored">
            <div class="settings-item">
                <span class="row__body">
                    <span class="row__title">{t(kind(&item))}</span>
                    <code translate="no">{item.key.clone()}</code>
                    <span class="row__note numbers">
                        {sizes::bytes(item.bytes)} " " {changed}
                        {item
                            .is_cold
                            .then(|| view! { " · " <span>{t(msg::privacy_item_cold())}</span> })}
                    </span>
                </span>
                {has_inside
                    .then(|| {
                        view! {
                            <Button
                                tone=Tone::Quiet
                                label
                                on_click=Callback::new(move |()| open.update(|open| *open = !*open))
                            >
                                {move || {
                                    t(if open.get() { msg::common_hide() } else { msg::common_show() })
                                }}
                            </Button>
                        }
                    })}
            </div>
            <Shown when=move || open.get()>{inside}</Shown>
        </li>
    }
}

/// What the browser holds beside localStorage.
#[component]
fn Elsewhere(looked: Looked) -> impl IntoView {
    let size = |held: Option<Held>| {
        held.map_or_else(|| t(msg::common_none()), |held| sizes::bytes(held.bytes))
    };
    view! {
        <ul class="settings-list">
            <li>{t(msg::privacy_store_log(size(looked.log)))}</li>
            <li>{t(msg::privacy_store_files(size(looked.files)))}</li>
            <li>{t(msg::privacy_store_cookies(looked.cookies.to_string()))}</li>
        </ul>
    }
}
