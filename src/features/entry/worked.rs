//! The worksheets that belong to an entry, and the way from it into one: what was said, slowly.

use leptos::prelude::*;
use satkarya_core::content;
use satkarya_core::id::Id;
use satkarya_core::people::{Person, Status};
use satkarya_core::sheet;

use crate::i18n::{msg, t};
use crate::route::Route;
use crate::state::AppState;
use crate::ui::button::Button;
use crate::ui::sheet_rows::{SheetRow, SheetRows};
use crate::ui::shown::Shown;

/// The section; of an entry of the sample diary only where something belongs to it.
#[component]
pub(super) fn Worked(
    /// The entry.
    entry: Id,
) -> impl IntoView {
    let app = AppState::expect();
    let rows = Memo::new(move |_| {
        let today = app.today();
        app.journal.with(|journal| {
            let row = |(id, it)| SheetRow::of(journal, it, Route::Sheet(id).href(), today, None);
            sheet::about(journal, entry).into_iter().map(row).collect::<Vec<_>>()
        })
    });
    let has_rows = Memo::new(move |_| rows.with(|rows| !rows.is_empty()));
    // An entry of the sample diary goes with it, and would leave a gap in an own worksheet.
    // Nor is a talk with somebody who is feared gone through line by line.
    let feared = app.journal.with_untracked(|journal| {
        let mut people =
            journal.entry(entry).map(|it| it.entry.people.clone()).unwrap_or_default().into_iter();
        let is_feared = |it: &Person| it.holds_back() && it.status != Status::Died;
        people.find(|id| journal.person(*id).is_some_and(|it| is_feared(it.person)))
    });
    let safety = feared.map(|person| {
        view! {
            <p>
                {t(msg::sheet_safe_first())} " "
                <a href=Route::Safety(Some(person)).href()>{t(msg::sheet_safe_open())}</a>
            </p>
        }
    });
    let slowly = content::sheet("slowly").filter(|_| !app.is_sample(entry) && feared.is_none());
    let begin = slowly.map(|slowly| {
        view! {
            <p class="soft">{t(msg::worked_slowly_hint())}</p>
            <div>
                <Button on_click=Callback::new(move |()| app.begin_sheet_from(slowly, entry))>
                    {t(msg::worked_slowly())}
                </Button>
            </div>
        }
    });
    (begin.is_some() || safety.is_some() || has_rows.get_untracked()).then(|| {
        view! {
            <section class="section stack stack--tight no-print" aria-labelledby="entry-worked">
                <h2 id="entry-worked">{t(msg::worked_title())}</h2>
                <Shown when=move || has_rows.get()>
                    <SheetRows rows />
                </Shown>
                {begin}
                {safety}
            </section>
        }
    })
}
