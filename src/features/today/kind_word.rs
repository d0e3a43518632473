//! Two kind words that come seldom, block nothing and can be put away.

use leptos::prelude::*;
use satkarya_core::diary::HEAVY_DAY_ENTRIES;
use satkarya_core::journal::EntryRef;
use satkarya_core::record::Origin;

use crate::i18n::{msg, t};
use crate::route::Route;
use crate::state::AppState;
use crate::ui::button::{Button, LinkButton, Tone};
use crate::ui::quiet_card::QuietCard;
use crate::ui::shown::Shown;

/// The word under which the day is kept on which the heavy-day card was put away.
const HEAVY_DAY: &str = "heavyday";

/// After a very heavy entry: once for the entry, below what was saved. It lives as long as the
/// check-in, so that a mood that goes up and down again does not bring it back.
#[component]
pub fn QuietWord(
    /// Whether the entry is a heavy one.
    #[prop(into)]
    heavy: Signal<bool>,
) -> impl IntoView {
    let app = AppState::expect();
    let shown = RwSignal::new(true);
    view! {
        <Shown when=move || heavy.get() && shown.get()>
            <QuietCard
                support=Route::Support.href()
                on_person=Callback::new(move |()| app.go_to_my_people())
                on_close=Callback::new(move |()| shown.set(false))
            />
        </Shown>
    }
}

/// When much was written on one day: once that day.
#[component]
pub fn HeavyDay() -> impl IntoView {
    let app = AppState::expect();
    let today = app.today();
    let shown = Memo::new(move |_| {
        let put_away = app.prefs.with(|prefs| prefs.put_away(HEAVY_DAY)) == Some(today);
        let n = app.journal.with(|journal| {
            let own = |it: &EntryRef<'_>| it.record.origin == Origin::Own;
            journal.entries_between(today, today).filter(own).count()
        });
        !put_away && n >= HEAVY_DAY_ENTRIES
    });
    let put_away = move |()| app.set_prefs(|prefs| prefs.set_put_away(HEAVY_DAY, today));
    view! {
        <Shown when=move || shown.get()>
            <div class="card" role="status">
                <h2>{t(msg::heavy_day_title())}</h2>
                <p>{t(msg::heavy_day_body())}</p>
                <div class="cluster">
                    <LinkButton href=Route::Support.href()>
                        {t(msg::heavy_day_support())}
                    </LinkButton>
                    <Button tone=Tone::Quiet on_click=Callback::new(put_away)>
                        {t(msg::heavy_day_continue())}
                    </Button>
                </div>
            </div>
        </Shown>
    }
}
