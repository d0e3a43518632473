//! A calm message that stays while it is true: another tab has the pen, nothing can be stored, this is a sample.
//!
//! Role: none of its own. It stands in the flow above the page and covers nothing; the place above the page is a
//! `status` that is always there, since screen readers announce only what changes inside a region they know.

use leptos::prelude::*;

/// How much a banner asks for attention.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BannerTone {
    /// Good to know.
    #[default]
    Calm,
    /// To be kept in mind: a sample diary, storage nearly full.
    Care,
    /// Something may be lost: nothing can be stored.
    Grave,
}

impl BannerTone {
    const fn class(self) -> &'static str {
        match self {
            Self::Calm => "banner",
            Self::Care => "banner banner--care",
            Self::Grave => "banner banner--grave",
        }
    }
}

/// A message that stays.
#[component]
pub fn Banner(
    /// How much it asks for attention.
    #[prop(optional)]
    tone: BannerTone,
    /// The message.
    #[prop(into)]
    text: Signal<String>,
    /// Buttons or links, at most two.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class=tone.class()>
            <p class="banner__text">{move || text.get()}</p>
            {children.map(|children| children())}
        </div>
    }
}
