//! A worksheet on paper: what was answered, black on white, with nothing to press.

use leptos::prelude::*;
use satkarya_core::content::Panel;
use satkarya_core::id::Id;
use satkarya_core::record::Origin;
use satkarya_core::sheet::{Worksheet, worksheets};

use super::panel::region_of;
use super::told::Teller;
use super::work::Work;
use crate::i18n::help::checked;
use crate::i18n::{msg, t};
use crate::state::{AppState, PlanPart};
use crate::ui::parts::{Block, Parts};
use crate::ui::printed_on::PrintedOn;

/// What a worksheet says, for paper and for plain text.
pub(super) fn tell(app: AppState, it: &Worksheet) -> Vec<Block> {
    let region = app.prefs.with(|prefs| prefs.region().and_then(region_of));
    let initials = it.asked().is_some_and(|sheet| sheet.field("names").is_some())
        && !it.answers.is_filled_at(satkarya_core::sheet::Slot::of("names"));
    app.journal.with(|journal| {
        let today = app.today();
        let keeps_empty = it.asked().is_some_and(|sheet| sheet.print);
        Teller { journal, it, today, region, initials, keeps_empty, shows: true }.told()
    })
}

/// What the person's latest staying-safe plan says, in their own words alone. Reactive.
pub fn plan(app: AppState) -> Option<Vec<PlanPart>> {
    app.journal.with(|journal| {
        let is_own = |id: Id| journal.get(id).is_some_and(|it| it.origin == Origin::Own);
        let is_plan = |it: &Worksheet| it.sheet.as_str() == "harbour" && !it.aside;
        let (_, it) = worksheets(journal)
            .into_iter()
            .find(|(id, it)| is_plan(it) && it.says_something() && is_own(*id))?;
        let today = app.today();
        let (region, initials, keeps_empty, shows) = (None, false, false, false);
        let told = Teller { journal, it, today, region, initials, keeps_empty, shows }.told();
        Some(told.into_iter().map(|it| (it.title, it.lines)).collect())
    })
}

/// The page that comes out of the printer.
#[component]
pub(super) fn Paper(work: Work) -> impl IntoView {
    let app = AppState::expect();
    view! {
        <div class="print-only sheet__paper">
            <Parts parts=work.told />
            <p class="sheet__foot">{move || foot(app, work)}</p>
            <PrintedOn day=app.day_of_printing() />
        </div>
    }
}

/// The line at the foot.
pub(super) fn foot(app: AppState, work: Work) -> String {
    let has_lines = work.sheet.fields().any(|it| it.show == Some(Panel::Lines));
    let region = || app.prefs.with(|prefs| prefs.region().and_then(region_of));
    match region().filter(|_| has_lines) {
        Some(region) => t(msg::sheet_foot_lines(checked(region))),
        None => t(msg::sheet_foot()),
    }
}
