//! Looking closer at a picture over time: fewer days, and earlier or later ones.
//!
//! Role: `group` with up to four buttons, which stay reachable where they lead nowhere; which days are
//! shown is said politely. Keys: Tab, Enter and Space. No gesture is needed.

use leptos::prelude::*;
use satkarya_core::chart::{Piece, Zoom};

use super::button::{Button, Tone};
use super::shown::Shown;
use crate::i18n::dates::{self, DateStyle};
use crate::i18n::{msg, t};

/// What is looked at of the whole: all of it unless a piece was chosen that lies in it.
pub fn looked_at(whole: Option<Piece>, near: Option<Piece>) -> Option<Piece> {
    near.filter(|near| whole.is_some_and(|whole| whole.holds(*near))).or(whole)
}

/// The buttons; nothing where there is no piece to look closer at.
pub fn nearer(whole: Signal<Option<Piece>>, near: RwSignal<Option<Piece>>) -> AnyView {
    let next = move |zoom: Zoom| {
        let whole = whole.get()?;
        looked_at(Some(whole), near.get())?.step(zoom, whole)
    };
    let button = move |zoom: Zoom| {
        let words = t(match zoom {
            Zoom::Closer => msg::near_closer(),
            Zoom::Further => msg::near_further(),
            Zoom::Earlier => msg::near_earlier(),
            Zoom::Later => msg::near_later(),
        });
        view! {
            <Button
                tone=Tone::Quiet
                disabled=Signal::derive(move || next(zoom).is_none())
                on_click=Callback::new(move |()| near.set(untrack(|| next(zoom))))
            >
                {words}
            </Button>
        }
    };
    let said = move || {
        let piece = near.get().and_then(|near| looked_at(whole.get(), Some(near)));
        let date = |day| dates::day(day, DateStyle::Medium);
        piece.map(|it| t(msg::near_shown(date(it.first), date(it.last))))
    };
    let is_piece = move || {
        let whole = whole.get();
        looked_at(whole, near.get()) != whole
    };
    let is_long = move || whole.get().is_some_and(|it| it.step(Zoom::Closer, it).is_some());
    view! {
        <Shown when=is_long>
            <div class="near no-print">
                <div class="cluster" role="group" aria-label=t(msg::near_title())>
                    {button(Zoom::Closer)}
                    {button(Zoom::Further)}
                    // While everything is shown there is nothing before it or after.
                    <Shown when=is_piece>
                        {button(Zoom::Earlier)}
                        {button(Zoom::Later)}
                    </Shown>
                </div>
                <p class="soft small" role="status">
                    {said}
                </p>
            </div>
        </Shown>
    }
    .into_any()
}
