//! The one small step that Today offers: what was agreed in the last session first, and another one
//! a tap away. Nothing is due, and nothing is counted.

use leptos::prelude::*;
use satkarya_core::content::{Goes, Step};
use satkarya_core::id::Id;
use satkarya_core::journal::Journal;
use satkarya_core::record::Origin;
use satkarya_core::step::{Situation, to_try};
use satkarya_core::time::Day;

use crate::i18n::{content_text, msg, t};
use crate::route::Route;
use crate::state::AppState;
use crate::ui::button::{Button, LinkButton, Tone};

/// What can stand in the card.
#[derive(Clone, PartialEq)]
enum Offer {
    /// What somebody wanted to try, in their own words, with the session.
    Agreed(Id, String),
    /// A step of the guide.
    Guide(&'static str),
}

/// The card. Whoever has written nothing yet is left in peace.
#[component]
pub fn NextStep() -> impl IntoView {
    let app = AppState::expect();
    let today = app.today();
    let is_complete = Memo::new(move |_| app.loading.get().is_complete());
    let offers: Memo<Vec<Offer>> = Memo::new(move |_| {
        // Older months come in one by one at the start, and say nothing that a step asks for: what
        // it does ask for is there from the first moment, and looking costs a walk over everything.
        if is_complete.get() {
            app.journal.with(|journal| offers(journal, today))
        } else {
            app.journal.with_untracked(|journal| offers(journal, today))
        }
    });
    let nth = RwSignal::new(0_usize);
    let shown = Memo::new(move |_| {
        offers.with(|offers| {
            let at = nth.get().checked_rem(offers.len())?;
            offers.get(at).cloned()
        })
    });
    let has_more = Memo::new(move |_| offers.with(|offers| offers.len() > 1));
    let another = move |()| nth.update(|nth| *nth = nth.wrapping_add(1));
    move || {
        let (label, words, why, href) = match shown.get()? {
            Offer::Agreed(id, words) => {
                let words = view! { <span translate="no" dir="auto">{words}</span> }.into_any();
                (t(msg::step_agreed()), words, None, Route::Session(id).href())
            }
            Offer::Guide(id) => {
                let step = step(id)?;
                let words = content_text(step.title()).into_any();
                (t(msg::step_title()), words, Some(content_text(step.why())), route(step)?.href())
            }
        };
        Some(view! {
            <section class="section next-step today-step" aria-labelledby="today-step">
                <h2 class="next-step__label" id="today-step">{label}</h2>
                <div aria-live="polite">
                    <p class="serif today-step__words" id="today-step-words">
                        {words}
                    </p>
                    {why.map(|why| view! { <p class="soft">{why}</p> })}
                </div>
                <div class="cluster">
                    <LinkButton href described_by="today-step-words">{t(msg::step_open())}</LinkButton>
                    {has_more
                        .get()
                        .then(|| {
                            view! {
                                <Button tone=Tone::Quiet on_click=Callback::new(another)>
                                    {t(msg::step_another())}
                                </Button>
                            }
                        })}
                </div>
            </section>
        })
    }
}

/// What can stand in the card, the first first; nothing for whoever has written nothing.
fn offers(journal: &Journal, today: Day) -> Vec<Offer> {
    if !journal.records().any(|it| it.origin == Origin::Own) {
        return Vec::new();
    }
    let agreed = to_try(journal).map(|(id, words)| Offer::Agreed(id, words.to_string()));
    let steps = Situation::of(journal, today).steps(today);
    agreed
        .into_iter()
        .chain(steps.into_iter().map(|step| Offer::Guide(step.id().as_str())))
        .collect()
}

fn step(id: &str) -> Option<&'static Step> {
    satkarya_core::content::steps().iter().find(|step| step.id().as_str() == id)
}

/// Where a step leads.
fn route(step: &'static Step) -> Option<Route> {
    Some(match step.goes() {
        Goes::Plan => Route::Plan,
        Goes::Sessions => Route::Sessions,
        Goes::Write => Route::Write,
        Goes::People => Route::People,
        Goes::Circle => Route::Circle,
        Goes::Network => Route::Network,
        Goes::Timeline => Route::Line,
        Goes::Questions => Route::Pinch,
        Goes::Focus => Route::Focus,
        Goes::Summary => Route::Summary,
        Goes::Goals => Route::Goals,
        Goes::Along => Route::Along,
        Goes::Support => Route::Support,
        Goes::Sheets => Route::Sheets,
        Goes::Sheet => Route::SheetKind(step.sheet()?.as_str()),
        Goes::Page => Route::Article(step.page()?.as_str()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use satkarya_core::content;

    #[test]
    fn every_step_leads_somewhere() {
        for step in content::steps() {
            let route = route(step).expect("a step leads somewhere");
            assert_eq!(Route::parse(&route.href()), route);
        }
        println!("steps that lead somewhere: {}", content::steps().len());
    }
}
