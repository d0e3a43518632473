//! The worksheets for what somebody works on.

use leptos::prelude::*;
use satkarya_core::content::{self, Fact, Sheet};
use satkarya_core::focus::current;
use satkarya_core::journal::Journal;
use satkarya_core::sheet::group_of;
use satkarya_core::step::Situation;
use satkarya_core::time::Day;

use crate::i18n::{content_text, msg, t};
use crate::route::Route;
use crate::state::AppState;
use crate::ui::keyed::Keyed;
use crate::ui::row_link::RowLink;
use crate::ui::shown::Shown;

/// Those of the area; where somebody is not safe without those that are for two who are.
fn fitting(journal: &Journal, today: Day) -> Vec<&'static Sheet> {
    let Some(focus) = current(journal) else { return Vec::new() };
    let group = group_of(focus.main);
    let is_held = Situation::of(journal, today).facts.contains(&Fact::Held);
    let fits = |it: &&Sheet| it.group.as_str() == group && !(is_held && it.gate.is_some());
    content::sheets().iter().filter(fits).collect()
}

/// The section; nothing where no focus is chosen.
#[component]
pub(super) fn Worksheets() -> impl IntoView {
    let app = AppState::expect();
    let ids: Memo<Vec<&'static str>> = Memo::new(move |_| {
        let today = app.today();
        let found = app.journal.with(|journal| fitting(journal, today));
        found.into_iter().map(|it| it.id.as_str()).collect()
    });
    let row = |id: &'static str| {
        content::sheet(id).map(|sheet| {
            view! {
                <li>
                    <RowLink
                        href=Route::SheetKind(id).href()
                        title=content_text(&sheet.title)
                        note=content_text(&sheet.lead)
                    />
                </li>
            }
        })
    };
    view! {
        <Shown when=move || !ids.with(Vec::is_empty)>
            <section class="section" aria-labelledby="focus-worked">
                <h2 id="focus-worked">{t(msg::worked_area())}</h2>
                <ul class="rows" role="list">
                    <Keyed each=move || ids.get() key=|id| *id children=row />
                    <li>
                        <RowLink
                            href=Route::Sheets.href()
                            title=t(msg::worked_all())
                            note=t(msg::worked_open_note())
                        />
                    </li>
                </ul>
            </section>
        </Shown>
    }
}

#[cfg(test)]
mod tests {
    use satkarya_core::diary::Area;
    use satkarya_core::focus::Focus;
    use satkarya_core::id::Id;
    use satkarya_core::people::{Person, Safe};
    use satkarya_core::record::{Body, Record};
    use satkarya_core::stamp::StampClock;
    use satkarya_core::text::Name;

    use super::*;

    #[test]
    fn each_area_has_its_worksheets_and_none_for_two_where_one_is_not_safe() {
        let today: Day = "2026-11-24".parse().expect("a day");
        let stamp = StampClock::new(1).tick(1_795_483_800_000);
        assert!(fitting(&Journal::new(), today).is_empty());
        let mut counts = Vec::new();
        for area in Area::ALL {
            let mut journal = Journal::new();
            let focus = Body::Focus(Focus::new(today, *area, None));
            journal.load(Record::new(Id::from_bytes([1; 16]), stamp, focus));
            let all = fitting(&journal, today).len();
            let feared = Person { safe: Some(Safe::No), ..Person::new(Name::cut("R")) };
            journal.load(Record::new(Id::from_bytes([2; 16]), stamp, Body::Person(feared)));
            let held = fitting(&journal, today);
            assert!(!held.is_empty() && held.iter().all(|it| it.gate.is_none()));
            counts.push((all, held.len()));
        }
        assert_eq!(counts, [(7, 7), (4, 1), (7, 7), (6, 6)]);
        println!("worksheets of the four areas, and where one is not safe: {}", counts.len());
    }
}
