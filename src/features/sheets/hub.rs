//! All worksheets: those that were begun, then each group with what is in it.

use leptos::prelude::*;
use satkarya_core::content::{self, Sheet, SheetGroup};
use satkarya_core::focus;
use satkarya_core::id::Id;
use satkarya_core::sheet::{Progress, group_of, is_cycle_done, worksheets};

use crate::i18n::{content_text, msg, names, t};
use crate::route::Route;
use crate::state::AppState;
use crate::ui::disclosure::Disclosure;
use crate::ui::keyed::Keyed;
use crate::ui::page_head::PageHead;
use crate::ui::row_link::RowLink;
use crate::ui::sheet_rows::note_of;
use crate::ui::shown::Shown;

/// How many of those that were begun are in sight; the others are folded away.
const IN_SIGHT: usize = 3;

/// The page.
#[component]
pub fn SheetsPage() -> impl IntoView {
    let app = AppState::expect();
    let mine = Memo::new(move |_| {
        app.journal.with(|journal| {
            let row = |(id, it): (Id, &satkarya_core::sheet::Worksheet)| {
                (id, it.progress(journal), names::sheet(it), note_of(it, journal, app.today()))
            };
            worksheets(journal).into_iter().map(row).collect::<Vec<_>>()
        })
    });
    let of = move |wanted: &'static [Progress], from: usize, most: usize| {
        let all = mine.get().into_iter().filter(move |it| wanted.contains(&it.1));
        all.skip(from).take(most).collect::<Vec<_>>()
    };
    let open = &[Progress::Begun];
    let rest = &[Progress::Done, Progress::Aside];
    let n_of = move |wanted: &'static [Progress]| {
        mine.with(|all| all.iter().filter(|it| wanted.contains(&it.1)).count())
    };
    let list = move |rows: Signal<Vec<Row>>| {
        view! {
            <ul class="rows" role="list">
                <Keyed
                    each=move || rows.get()
                    key=|row: &Row| (row.0, row.2.clone(), row.3.clone())
                    children=|(id, _, title, note): Row| {
                        view! { <li><RowLink href=Route::Sheet(id).href() title note /></li> }
                    }
                />
            </ul>
        }
    };
    let counted = move |n: usize| i64::try_from(n).unwrap_or_default();
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
            <Shown when=move || n_of(open) != 0>
                <section class="section" aria-labelledby="sheets-open">
                    <h2 id="sheets-open">{t(msg::sheets_open())}</h2>
                    {list(Signal::derive(move || of(open, 0, IN_SIGHT)))}
                    <Shown when=move || { n_of(open) > IN_SIGHT }>
                        <Disclosure summary=Signal::derive(move || {
                            t(msg::sheets_open_more(counted(n_of(open).saturating_sub(IN_SIGHT))))
                        })>{list(Signal::derive(move || of(open, IN_SIGHT, usize::MAX)))}</Disclosure>
                    </Shown>
                </section>
            </Shown>
            <Shown when=move || n_of(rest) != 0>
                <Disclosure summary=Signal::derive(move || {
                    t(msg::sheets_rest(counted(n_of(rest))))
                })>{list(Signal::derive(move || of(rest, 0, usize::MAX)))}</Disclosure>
            </Shown>
            {groups.into_iter().map(|group| view! { <Group group /> }).collect_view()}
        </div>
    }
}

/// A worksheet in the list: how far it is, its name, and a line about it.
type Row = (Id, Progress, String, String);

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
        </section>
    }
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
