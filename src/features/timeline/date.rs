//! The two dates of whatever stands on the timeline: when it was or began, and until when.
//!
//! An end before the beginning is not kept and stays in its field, with a sentence, until the two
//! fit: whoever moves both gives them one after the other.

use leptos::prelude::*;
use satkarya_core::life::is_in_order;
use satkarya_core::record::Body;
use satkarya_core::time::FuzzyDay;

use crate::i18n::{Msg, msg, t};
use crate::state::{AppState, Prefs, Visit};
use crate::ui::fuzzy_field::FuzzyField;

/// How many years ahead an end may lie: a contract, a visa, a loan.
const YEARS_TO_COME: i32 = 50;

/// One of the two, numbered as fields behind those that hold words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    /// When it was, or began.
    When = 2,
    /// Until when.
    Until,
}

impl Which {
    const ALL: [Self; 2] = [Self::When, Self::Until];

    /// The one of a field.
    pub(super) fn at(field: usize) -> Option<Self> {
        Self::ALL.into_iter().find(|it| *it as usize == field)
    }

    /// The last year that fits. What has begun may be known to end in many years.
    fn last_year(self, app: AppState) -> i32 {
        app.last_year() + if self == Self::Until { YEARS_TO_COME } else { 0 }
    }

    /// Where it is kept.
    fn of(self, body: &mut Body) -> Option<&mut Option<FuzzyDay>> {
        let (when, until) = match body {
            Body::Event(it) => (&mut it.when, &mut it.until),
            Body::Band(it) => (&mut it.when, &mut it.until),
            Body::Spell(it) => (&mut it.when, &mut it.until),
            _ => return None,
        };
        Some(if self == Self::When { when } else { until })
    }

    /// What is kept.
    fn kept(self, body: &Body) -> Option<FuzzyDay> {
        *self.of(&mut body.clone())?
    }

    /// Puts a date in, or takes it away where there is none. Says false where it does not go
    /// together with the other one.
    pub(super) fn fill(self, body: &mut Body, text: &str) -> bool {
        let date = text.parse().ok();
        let [when, until] = Self::ALL.map(|it| if it == self { date } else { it.kept(body) });
        let fits = is_in_order(when, until);
        if fits && let Some(place) = self.of(body) {
            *place = date;
        }
        fits
    }

    /// What stands in its fields: what does not fit yet, or else what is kept.
    fn shown(self, visit: Visit) -> Option<FuzzyDay> {
        match visit.typed(self as usize) {
            Some(text) => text.parse().ok(),
            None => visit.read(|body| self.kept(body)),
        }
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
    let app = AppState::expect();
    let half = app.prefs.with_untracked(Prefs::half);
    let value = Memo::new(move |_| which.shown(visit));
    let set = move |date: Option<FuzzyDay>| {
        let text = date.map(|it| it.to_string()).unwrap_or_default();
        visit.note(which as usize, text);
        visit.save();
    };
    let waits = Memo::new(move |_| {
        let [when, until] = Which::ALL.map(|it| it.shown(visit));
        visit.typed(which as usize).is_some() && !is_in_order(when, until)
    });
    view! {
        <div class="stack stack--tight">
            <FuzzyField
                legend=t(legend)
                hint=hint.map(t)
                value
                on_change=Callback::new(set)
                half
                last_year=which.last_year(app)
            />
            <p class="soft small" role="status">
                {move || waits.get().then(|| t(msg::part_order()))}
            </p>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use satkarya_core::id::Id;
    use satkarya_core::journal::Earlier;
    use satkarya_core::life::MoodBand;

    use super::super::part::fill;
    use super::*;
    use crate::state::testing::story;

    fn date(text: &str) -> Option<FuzzyDay> {
        text.parse().ok()
    }

    #[test]
    fn an_end_before_the_beginning_waits_in_its_field_until_the_two_fit() {
        story(|app| {
            let id = Id::from_bytes([1; 16]);
            let band = MoodBand { when: date("2010"), until: date("2012"), ..MoodBand::default() };
            app.put(id, Body::Band(band), Earlier::Kept);
            let visit = Visit::begin(app, id, fill);
            let give = |which: Which, text: &str| {
                visit.note(which as usize, text.to_owned());
                visit.save();
            };
            let kept = || {
                untrack(|| visit.read(|body| Some(Which::ALL.map(|it| it.kept(body)))))
                    .expect("a band")
            };
            give(Which::Until, "2009-winter");
            assert_eq!(kept(), [date("2010"), date("2009-winter")], "it goes on into 2010");
            give(Which::Until, "2009-05");
            assert_eq!(kept(), [date("2010"), date("2009-winter")]);
            assert_eq!(untrack(|| Which::Until.shown(visit)), date("2009-05"), "still there");
            assert!(!app.flush() && visit.has_unfit(), "and it is not called saved");
            give(Which::When, "2008");
            assert_eq!(kept(), [date("2008"), date("2009-05")], "now both fit");
            assert!(app.flush());
            // Both moved on, the beginning first.
            give(Which::When, "2015");
            assert_eq!(kept(), [date("2008"), date("2009-05")]);
            give(Which::Until, "2018");
            assert_eq!(kept(), [date("2015"), date("2018")]);
            give(Which::Until, "");
            assert_eq!(kept(), [date("2015"), None]);
        });
    }
}
