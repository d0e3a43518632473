//! The one small thing to begin with: when this low spell started.

use leptos::prelude::*;
use satkarya_core::id::Id;
use satkarya_core::journal::Earlier;
use satkarya_core::life::LowSpell;
use satkarya_core::record::Body;
use satkarya_core::time::FuzzyDay;
use satkarya_core::timeline;

use super::lines::began;
use crate::i18n::{msg, t};
use crate::route::Route;
use crate::state::{AppState, Prefs};
use crate::ui::fuzzy_field::FuzzyField;
use crate::ui::shown::Shown;

/// Asks when it started, for as long as the page is open if nobody had said so before.
#[component]
pub(super) fn OnsetCard(
    /// When it started, as far as that is known.
    onset: Memo<Option<FuzzyDay>>,
    /// The record, if there is one.
    current: Memo<Option<Id>>,
) -> impl IntoView {
    let app = AppState::expect();
    // A card that went at the last key would take the focus with it.
    let asks = StoredValue::new(onset.get_untracked().is_none());
    let half = app.prefs.with_untracked(Prefs::half);
    let has_changed = StoredValue::new(false);
    let begun = move || onset.get().map(|it| t(began(it)));
    view! {
        <Shown
            when=move || asks.get_value() || onset.get().is_none()
            fallback=move || {
                view! {
                    <p class="serif timeline__began">
                        {begun} " "
                        {move || {
                            current
                                .get()
                                .map(|id| {
                                    view! {
                                        <a class="no-print" href=Route::LinePart(id).href()>
                                            {t(msg::line_change_onset())}
                                        </a>
                                    }
                                })
                        }}
                    </p>
                }
            }
        >
            <section class="card card--accent no-print" aria-labelledby="line-onset">
                <h2 id="line-onset">{t(msg::line_onset_title())}</h2>
                <p>{t(msg::line_onset_why())}</p>
                <FuzzyField
                    legend=t(msg::line_onset_ask())
                    value=onset
                    on_change=Callback::new(move |date| {
                        mark(app, date, has_changed.get_value());
                        has_changed.set_value(true);
                    })
                    half
                />
                <p role="status">{begun}</p>
            </section>
        </Shown>
    }
}

/// Marks when the present low spell started, in the record that there is or in a new one.
fn mark(app: AppState, when: Option<FuzzyDay>, has_changed: bool) {
    let known = app
        .journal
        .with_untracked(|journal| timeline::current(journal).map(|(id, it)| (id, it.clone())));
    let Some((id, spell)) = known.or_else(|| app.fresh_id().map(|id| (id, LowSpell::default())))
    else {
        return;
    };
    let earlier = if has_changed { Earlier::Replaced } else { Earlier::Kept };
    app.put(id, Body::Spell(LowSpell { when, ..spell }), earlier);
    app.show_undo(msg::line_onset_kept());
}
