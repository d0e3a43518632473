//! A worksheet before it is begun: what one does in it, how long it takes, why it helps.

use leptos::prelude::*;
use satkarya_core::content::{self, Sheet};
use satkarya_core::sheet::worksheets;

use super::hub::{clinical, minutes, sources};
use crate::i18n::{content_text, msg, t};
use crate::route::Route;
use crate::state::AppState;
use crate::ui::button::{Button, Tone};
use crate::ui::disclosure::Disclosure;
use crate::ui::page_head::PageHead;
use crate::ui::sheet_rows::{SheetRow, SheetRows};
use crate::ui::shown::Shown;

/// The page.
#[component]
pub fn StartPage(
    /// Which sheet, by its name in `content/`.
    name: &'static str,
) -> impl IntoView {
    // The route has looked the name up already.
    content::sheet(name).map(|sheet| view! { <Start sheet /> })
}

#[component]
fn Start(sheet: &'static Sheet) -> impl IntoView {
    let app = AppState::expect();
    let before = Memo::new(move |_| {
        app.journal.with(|journal| {
            let of = worksheets(journal).into_iter().filter(|(_, it)| it.sheet == sheet.id);
            let href = |id| Route::Sheet(id).href();
            let row = |(id, it)| SheetRow::of(journal, it, href(id), app.today(), None);
            of.map(row).collect::<Vec<_>>()
        })
    });
    let has_any = Memo::new(move |_| before.with(|it| !it.is_empty()));
    let begin = move |()| app.begin_sheet(sheet);
    let note = [Some(minutes(sheet)), clinical(&sheet.clinical)];
    let note = note.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    view! {
        <div class="page sheet-start">
            <PageHead
                title=content_text(&sheet.title)
                back=(Route::Sheets.href(), t(msg::sheets_title()))
                note
            />
            <p class="serif">{content_text(&sheet.lead)}</p>
            <div>
                <Button tone=Tone::Primary on_click=Callback::new(begin)>
                    {t(msg::sheet_begin())}
                </Button>
            </div>
            <section class="section stack stack--tight">
                <h2 class="article__small">{t(msg::sheet_why())}</h2>
                <p>{content_text(&sheet.why)}</p>
                {(!sheet.example.is_empty()).then(|| example(&sheet.example))}
                {sources(&sheet.sources)}
            </section>
            <Shown when=move || has_any.get()>
                <section class="section" aria-labelledby="sheet-before">
                    <h2 id="sheet-before">{t(msg::sheet_before())}</h2>
                    <SheetRows rows=before />
                </section>
            </Shown>
        </div>
    }
}

/// An invented example, folded away.
pub(super) fn example(paragraphs: &'static [String]) -> AnyView {
    let text = paragraphs.iter().map(|text| view! { <p>{content_text(text)}</p> }).collect_view();
    view! {
        <Disclosure summary=t(msg::sheet_example())>
            <div class="sheet__example">{text}</div>
        </Disclosure>
    }
    .into_any()
}
