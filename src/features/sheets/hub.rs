//! All worksheets: those that were begun, then each group with what is in it.

use leptos::prelude::*;
use satkarya_core::content::{self, Sheet, SheetGroup, Source};
use satkarya_core::focus;
use satkarya_core::id::Id;
use satkarya_core::sheet::{Progress, Worksheet, group_of, is_cycle_done, worksheets};

use crate::i18n::{content_text, msg, t};
use crate::route::Route;
use crate::state::AppState;
use crate::ui::disclosure::Disclosure;
use crate::ui::page_head::PageHead;
use crate::ui::row_link::RowLink;
use crate::ui::sheet_rows::{SheetRow, SheetRows};
use crate::ui::shown::Shown;

/// How many of those that were begun are in sight at first.
const IN_SIGHT: usize = 3;

/// The page.
#[component]
pub fn SheetsPage() -> impl IntoView {
    let app = AppState::expect();
    let mine = Memo::new(move |_| {
        app.journal.with(|journal| {
            let row = |(id, it): (Id, &Worksheet)| {
                let row = SheetRow::of(journal, it, Route::Sheet(id).href(), app.today(), None);
                (it.progress(journal) == Progress::Begun, row)
            };
            worksheets(journal).into_iter().map(row).partition::<Vec<_>, _>(|it| it.0)
        })
    });
    let rows = |all: &[(bool, SheetRow)]| all.iter().map(|it| it.1.clone()).collect::<Vec<_>>();
    let open = Memo::new(move |_| mine.with(|(open, _)| rows(open)));
    let rest = Memo::new(move |_| mine.with(|(_, rest)| rows(rest)));
    let has_open = Memo::new(move |_| open.with(|it| !it.is_empty()));
    let n_rest = Memo::new(move |_| rest.with(|it| i64::try_from(it.len()).unwrap_or_default()));
    // The group of what somebody works on stands first, after those for any time.
    let mut groups: Vec<&'static SheetGroup> = content::sheet_groups().iter().collect();
    let main = app.journal.with_untracked(|journal| focus::current(journal).map(|it| it.main));
    groups.sort_by_key(|group| main.is_none_or(|area| group.id.as_str() != group_of(area)));
    view! {
        <div class="page sheets">
            <PageHead
                title=t(msg::sheets_title())
                back=(Route::Journey.href(), t(msg::journey_title()))
                note=t(msg::sheets_lead())
            />
            <Shown when=move || has_open.get()>
                <section class="section" aria-labelledby="sheets-open">
                    <h2 id="sheets-open">{t(msg::sheets_open())}</h2>
                    <SheetRows rows=open few=IN_SIGHT />
                </section>
            </Shown>
            <Shown when=move || n_rest.get() != 0>
                <Disclosure summary=Signal::derive(move || t(msg::sheets_rest(n_rest.get())))>
                    <SheetRows rows=rest />
                </Disclosure>
            </Shown>
            {groups.into_iter().map(|group| view! { <Group group /> }).collect_view()}
        </div>
    }
}

/// One group: what it is for, and its sheets.
#[component]
fn Group(group: &'static SheetGroup) -> impl IntoView {
    let app = AppState::expect();
    let id = group.id.as_str();
    let sheets = content::sheets().iter().filter(|sheet| sheet.group == group.id);
    let is_round = Memo::new(move |_| app.journal.with(|journal| is_cycle_done(journal, id)));
    view! {
        <section class="section" aria-labelledby=format!("sheets-{id}")>
            <h2 id=format!("sheets-{id}")>{content_text(&group.title)}</h2>
            <p class="soft">
                {content_text(&group.lead)}
                {clinical(&group.clinical).map(|words| format!(" {words}"))}
            </p>
            <ul class="rows" role="list">
                {sheets.map(|sheet| view! { <li>{row(sheet)}</li> }).collect_view()}
            </ul>
            <Shown when=move || is_round.get()>
                <p class="serif">{content_text(&group.cycle_text)}</p>
            </Shown>
            {(!group.note.is_empty())
                .then(|| view! { <p class="soft small">{content_text(&group.note)}</p> })}
            {sources(&group.sources)}
        </section>
    }
}

/// The works that a text rests on, folded away; nothing if there are none.
pub(super) fn sources(all: &'static [Source]) -> AnyView {
    if all.is_empty() {
        return ().into_any();
    }
    let one = |it: &'static Source| view! { <li>{content_text(it.citation())}</li> };
    view! {
        <Disclosure summary=t(msg::journey_sources())>
            <ul>{all.iter().map(one).collect_view()}</ul>
        </Disclosure>
    }
    .into_any()
}

/// What the field calls it, if it has a name of its own there.
pub(super) fn clinical(words: &str) -> Option<String> {
    (!words.is_empty()).then(|| t(msg::journey_clinical(content_text(words))))
}

/// A sheet to open, with how long it takes.
fn row(sheet: &'static Sheet) -> impl IntoView {
    let below = view! { <span class="row__note journey__minutes">{minutes(sheet)}</span> };
    view! {
        <RowLink
            href=Route::SheetKind(sheet.id.as_str()).href()
            title=content_text(&sheet.title)
            note=content_text(&sheet.lead)
            below=Some(below.into_any())
        />
    }
}

/// About how long it takes.
pub(super) fn minutes(sheet: &Sheet) -> String {
    let (from, to) = sheet.minutes;
    if from == to {
        t(msg::sheet_minutes(i64::from(from)))
    } else {
        t(msg::sheet_minutes_between(from.to_string(), to.to_string()))
    }
}
