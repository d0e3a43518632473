//! “Where does it pinch?”: what it is and is not, and the sittings so far.

use leptos::prelude::*;
use satkarya_core::focus::{Reflection, nth_of_day, reflections};
use satkarya_core::id::Id;
use satkarya_core::journal::Journal;
use satkarya_core::record::Body;
use satkarya_core::time::Day;

use crate::i18n::dates::{self, DateStyle};
use crate::i18n::{msg, t};
use crate::platform::address;
use crate::route::Route;
use crate::state::AppState;
use crate::ui::button::{Button, LinkButton, Tone};
use crate::ui::keyed::Keyed;
use crate::ui::page_head::PageHead;
use crate::ui::row_link::RowLink;
use crate::ui::shown::Shown;

/// The day of a sitting, and which of that day it is where there are several.
pub(super) fn day_words(journal: &Journal, id: Id, day: Day, style: DateStyle) -> String {
    let n = i64::try_from(nth_of_day(journal, id, day)).unwrap_or(i64::MAX);
    let day = dates::day(day, style);
    if n > 1 { t(msg::pinch_nth(n, day)) } else { day }
}

/// The page before the questions.
#[component]
pub fn PinchPage() -> impl IntoView {
    let app = AppState::expect();
    let sittings = Memo::new(move |_| {
        app.journal.with(|journal| {
            let line = |(id, it): (Id, &Reflection)| {
                (id, day_words(journal, id, it.day, DateStyle::Full), it.done)
            };
            reflections(journal).into_iter().map(line).collect::<Vec<_>>()
        })
    });
    // The latest one, if it was broken off.
    let open =
        Memo::new(move |_| sittings.with(|all| all.first().filter(|it| !it.2).map(|it| it.0)));
    let begin = move |()| {
        if let Some(id) = app.open_blank(Body::Reflection(Reflection::new(app.today()))) {
            address::go(&Route::Sitting(id).to_string());
        }
    };
    let row = |(id, day, done): (Id, String, bool)| {
        let note = t(if done { msg::pinch_row_done() } else { msg::pinch_row_open() });
        view! {
            <li>
                <RowLink href=Route::Sitting(id).href() title=day note />
            </li>
        }
    };
    let has_any = move || sittings.with(|all| !all.is_empty());
    view! {
        <div class="page">
            <PageHead
                title=t(msg::pinch_title())
                back=(Route::Focus.href(), t(msg::focus_title()))
                note=t(msg::pinch_lead())
            />
            <div class="stack stack--tight">
                <p>{t(msg::pinch_how())}</p>
                <p>{t(msg::pinch_later())}</p>
                <p class="soft">{t(msg::pinch_adults())}</p>
                <p class="soft">{t(msg::pinch_way())}</p>
            </div>
            <div class="cluster">
                {move || {
                    open.get()
                        .map(|id| {
                            view! {
                                <a class="button button--primary" href=Route::Sitting(id).href()>
                                    {t(msg::pinch_go_on())}
                                </a>
                            }
                        })
                }}
                <Shown when=move || open.get().is_none()>
                    <Button tone=Tone::Primary on_click=Callback::new(begin)>
                        {move || t(if has_any() { msg::pinch_again() } else { msg::pinch_begin() })}
                    </Button>
                </Shown>
                <LinkButton tone=Tone::Quiet href=Route::Support.href()>
                    {t(msg::support_title())}
                </LinkButton>
            </div>
            <Shown when=has_any>
                <section class="section" aria-labelledby="pinch-earlier">
                    <h2 id="pinch-earlier">{t(msg::pinch_earlier())}</h2>
                    <ul class="rows" role="list">
                        <Keyed each=move || sittings.get() key=Clone::clone children=row />
                    </ul>
                </section>
            </Shown>
        </div>
    }
}
