//! Journey: where somebody is with IPT, their sessions, and the pages that explain it.

#![expect(unreachable_pub, reason = "the component macro makes every component public")]

mod article;
mod calendar;
mod choices;
mod modes;
mod phases;
mod place;
mod plan;
mod session;
mod sessions;
mod sitting;

use leptos::prelude::*;
use satkarya_core::content::{self, Page, PageGroup};

pub use self::article::ArticlePage;
use self::place::PlaceInCourse;
pub use self::plan::PlanPage;
pub use self::session::SessionPage;
pub use self::sessions::SessionsPage;
use crate::i18n::{content_text, msg, t};
use crate::route::Route;
use crate::ui::page_head::PageHead;

/// Where somebody is, and the list of the pages.
#[component]
pub fn JourneyPage() -> impl IntoView {
    view! {
        <div class="page journey">
            <PageHead title=t(msg::journey_title()) note=t(msg::journey_lead()) />
            <PlaceInCourse />
            <section aria-labelledby="journey-start">
                <h2 id="journey-start">{t(msg::journey_start())}</h2>
                <ul class="rows" role="list">
                    {of_group(PageGroup::Start).map(|page| row(page, None)).collect_view()}
                </ul>
            </section>
            <section aria-labelledby="journey-parts">
                <h2 id="journey-parts">{t(msg::journey_phases())}</h2>
                <ol class="rows journey__parts" role="list">
                    {of_group(PageGroup::Phase)
                        .zip(1..)
                        .map(|(page, n)| row(page, Some(n)))
                        .collect_view()}
                </ol>
            </section>
            <section aria-labelledby="journey-areas">
                <h2 id="journey-areas">{t(msg::journey_areas())}</h2>
                <p class="soft">{t(msg::journey_areas_lead())}</p>
                <ul class="rows" role="list">
                    {of_group(PageGroup::Area).map(|page| row(page, None)).collect_view()}
                </ul>
            </section>
            <section aria-labelledby="journey-along">
                <h2 id="journey-along">{t(msg::journey_along())}</h2>
                <ul class="rows" role="list">
                    {of_group(PageGroup::Along).map(|page| row(page, None)).collect_view()}
                </ul>
            </section>
            <section aria-labelledby="journey-evidence">
                <h2 id="journey-evidence">{t(msg::journey_evidence())}</h2>
                <p class="soft">{t(msg::journey_evidence_lead())}</p>
                <ul class="rows" role="list">
                    {of_group(PageGroup::Evidence).map(|page| row(page, None)).collect_view()}
                </ul>
            </section>
            <p class="soft small">{t(msg::journey_not_therapy())}</p>
        </div>
    }
}

fn of_group(group: PageGroup) -> impl Iterator<Item = &'static Page> {
    content::pages().iter().filter(move |page| page.group() == group)
}

/// Where a page is read.
fn address(page: &'static Page) -> String {
    Route::Article(page.id().as_str()).href()
}

/// A page to open, with how long it takes; a part of IPT with its number.
fn row(page: &'static Page, number: Option<u8>) -> impl IntoView {
    view! {
        <li>
            <a class="row" href=address(page)>
                {number
                    .map(|number| {
                        view! {
                            <span class="journey__number" aria-hidden="true">
                                {number}
                            </span>
                        }
                    })}
                <span class="row__body">
                    <span class="row__title">{content_text(page.title())}</span>
                    <span class="row__note">{content_text(page.lead())}</span>
                    <span class="row__note journey__minutes">
                        {t(msg::journey_minutes(page.minutes().into()))}
                    </span>
                </span>
                <span class="row__go" aria-hidden="true"></span>
            </a>
        </li>
    }
}
