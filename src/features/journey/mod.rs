//! Journey: where somebody is with IPT, their sessions, and the pages that explain it.

#![expect(unreachable_pub, reason = "the component macro makes every component public")]

mod article;
mod focus;
mod modes;
mod phases;
mod place;
mod plan;
mod session;
mod sessions;

use leptos::prelude::*;
use satkarya_core::content::{self, Page, PageGroup};

pub use self::article::ArticlePage;
use self::focus::YourFocus;
use self::place::PlaceInCourse;
pub use self::plan::PlanPage;
pub use self::session::SessionPage;
pub use self::sessions::SessionsPage;
use crate::i18n::{Msg, content_text, measures, msg, t};
use crate::route::Route;
use crate::ui::page_head::PageHead;
use crate::ui::row_link::RowLink;

/// Where somebody is, and the list of the pages.
#[component]
pub fn JourneyPage() -> impl IntoView {
    view! {
        <div class="page journey">
            <PageHead title=t(msg::journey_title()) note=t(msg::journey_lead()) />
            <PlaceInCourse />
            <RowLink
                class="journey__line"
                href=Route::Line.href()
                title=t(msg::line_title())
                note=t(msg::line_open_note())
            />
            <YourFocus />
            <RowLink
                class="journey__line"
                href=Route::Sheets.href()
                title=t(msg::worked_title())
                note=t(msg::worked_open_note())
            />
            <RowLink
                class="journey__line"
                href=Route::Measures.href()
                title=t(measures::title())
                note=t(msg::measures_open_note())
            />
            {SECTIONS.iter().map(section).collect_view()}
            <p class="soft small">{t(msg::journey_not_therapy())}</p>
        </div>
    }
}

/// A list of pages under its own heading.
struct Section {
    group: PageGroup,
    heading: fn() -> Msg,
    lead: Option<fn() -> Msg>,
}

const SECTIONS: &[Section] = &[
    Section { group: PageGroup::Start, heading: msg::journey_start, lead: None },
    Section { group: PageGroup::Phase, heading: msg::journey_phases, lead: None },
    Section {
        group: PageGroup::Area,
        heading: msg::journey_areas,
        lead: Some(msg::journey_areas_lead),
    },
    Section { group: PageGroup::Along, heading: msg::journey_along, lead: None },
    Section {
        group: PageGroup::Care,
        heading: msg::journey_care,
        lead: Some(msg::journey_care_lead),
    },
    Section {
        group: PageGroup::Evidence,
        heading: msg::journey_evidence,
        lead: Some(msg::journey_evidence_lead),
    },
];

/// One of the lists. The parts of IPT have an order, and numbers.
fn section(section: &'static Section) -> AnyView {
    let is_numbered = section.group == PageGroup::Phase;
    let rows = of_group(section.group)
        .zip(1..)
        .map(|(page, n)| row(page, is_numbered.then_some(n)))
        .collect_view();
    let list = if is_numbered {
        view! { <ol class="rows journey__parts" role="list">{rows}</ol> }.into_any()
    } else {
        view! { <ul class="rows" role="list">{rows}</ul> }.into_any()
    };
    let heading = t((section.heading)());
    view! {
        <section aria-label=heading>
            <h2>{heading.clone()}</h2>
            {section.lead.map(|lead| view! { <p class="soft">{t(lead())}</p> })}
            {list}
        </section>
    }
    .into_any()
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
    let before = number.map(|number| {
        view! {
            <span class="journey__number" aria-hidden="true">
                {number}
            </span>
        }
        .into_any()
    });
    let below = view! {
        <span class="row__note journey__minutes">
            {t(msg::journey_minutes(page.minutes().into()))}
        </span>
    };
    view! {
        <li>
            <RowLink
                href=address(page)
                title=content_text(page.title())
                note=content_text(page.lead())
                before
                below=Some(below.into_any())
            />
        </li>
    }
}
