//! The one small thing to begin with: when this low spell started.

use leptos::prelude::*;
use satkarya_core::id::Id;
use satkarya_core::journal::{Earlier, Journal};
use satkarya_core::life::{LowSpell, is_in_order};
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
                    last_year=app.last_year()
                />
                <p role="status">{begun}</p>
            </section>
        </Shown>
    }
}

/// Marks when the present low spell started, in the record that there is or in a new one.
fn mark(app: AppState, when: Option<FuzzyDay>, has_changed: bool) {
    let Some((known, spell)) = app.journal.with_untracked(|journal| marked(journal, when)) else {
        return;
    };
    // Kept is only what can have been; the fields keep what was given.
    if !is_in_order(spell.when, spell.until) {
        return app.notices.show(msg::part_order(), None);
    }
    let Some(id) = known.or_else(|| app.fresh_id()) else { return };
    let earlier = if has_changed { Earlier::Replaced } else { Earlier::Kept };
    app.put(id, Body::Spell(spell), earlier);
    let said = if when.is_some() { msg::line_onset_kept() } else { msg::line_onset_cleared() };
    app.show_undo(said);
}

/// The present low spell with that beginning, and its record if there is one. Where there is none
/// and no date was given, there is nothing to keep. That of the sample diary stays as it is.
fn marked(journal: &Journal, when: Option<FuzzyDay>) -> Option<(Option<Id>, LowSpell)> {
    match timeline::own(journal) {
        Some((id, spell)) => Some((Some(id), LowSpell { when, ..spell.clone() })),
        None => when.map(|_| (None, LowSpell { when, ..LowSpell::default() })),
    }
}

#[cfg(test)]
mod tests {
    use satkarya_core::stamp::StampClock;

    use super::*;

    fn fuzzy(text: &str) -> Option<FuzzyDay> {
        text.parse().ok()
    }

    fn id(n: u8) -> Id {
        Id::from_bytes([n; 16])
    }

    fn spell(when: &str) -> LowSpell {
        LowSpell { when: fuzzy(when), ..LowSpell::default() }
    }

    #[test]
    fn no_date_makes_no_record_and_takes_away_only_what_is_there() {
        let mut journal = Journal::default();
        assert_eq!(marked(&journal, None), None);
        assert_eq!(marked(&journal, fuzzy("2024")), Some((None, spell("2024"))));
        let stamp = StampClock::new(1).tick(1);
        journal.put(id(1), Body::Spell(spell("2024")), stamp, Earlier::Kept);
        assert_eq!(marked(&journal, None), Some((Some(id(1)), LowSpell::default())));
    }

    #[test]
    fn the_sample_diary_is_not_written_to() {
        let mut journal = Journal::default();
        let mut clock = StampClock::new(1);
        journal.put_sample(id(8), Body::Spell(spell("2026-02")), clock.tick(2));
        assert_eq!(marked(&journal, None), None);
        assert_eq!(marked(&journal, fuzzy("2024")), Some((None, spell("2024"))));
        journal.put(id(1), Body::Spell(spell("2023")), clock.tick(1), Earlier::Kept);
        assert_eq!(marked(&journal, fuzzy("2024")), Some((Some(id(1)), spell("2024"))));
    }
}
