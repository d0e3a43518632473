//! The two dates of whatever stands on the timeline: when it was or began, and until when.

use leptos::prelude::*;
use satkarya_core::record::Body;
use satkarya_core::time::FuzzyDay;

use crate::i18n::{Msg, t};
use crate::state::{AppState, Prefs, Visit};
use crate::ui::fuzzy_field::FuzzyField;

/// One of the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    /// When it was, or began.
    When,
    /// Until when.
    Until,
}

impl Which {
    /// Where it is kept.
    pub(super) fn of(self, body: &mut Body) -> Option<&mut Option<FuzzyDay>> {
        let (when, until) = match body {
            Body::Event(it) => (&mut it.when, &mut it.until),
            Body::Band(it) => (&mut it.when, &mut it.until),
            Body::Spell(it) => (&mut it.when, &mut it.until),
            _ => return None,
        };
        Some(if self == Self::When { when } else { until })
    }
}

/// Asks for one of them.
#[component]
pub(super) fn DatePart(
    visit: Visit,
    which: Which,
    /// The question.
    legend: Msg,
    /// One sentence of help.
    #[prop(optional)]
    hint: Option<Msg>,
) -> impl IntoView {
    let half = AppState::expect().prefs.with_untracked(Prefs::half);
    let value = Memo::new(move |_| visit.read(|body| *which.of(&mut body.clone())?));
    let set = move |date: Option<FuzzyDay>| {
        visit.change(|body| {
            if let Some(place) = which.of(body) {
                *place = date;
            }
        });
    };
    view! {
        <FuzzyField
            legend=t(legend)
            hint=hint.map(t)
            value
            on_change=Callback::new(set)
            half
        />
    }
}
