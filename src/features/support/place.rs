//! Where the person is: chosen by them, changed in a tap, and what to call there in danger.

use leptos::prelude::*;
use satkarya_core::content::{self, Region, RegionId, Way};

use crate::i18n::{content_text, msg, t};
use crate::ui::icon::{Icon, IconName};

/// Where 112 is written, for somebody who has chosen no place yet.
const ANYWHERE: &str = "elsewhere";

/// The places to choose from, with what works nearly anywhere above them.
#[component]
pub(super) fn RegionPicker(
    /// The one in use, if there is one.
    chosen: Option<&'static RegionId>,
    /// Gives the place.
    on_choose: Callback<&'static RegionId>,
) -> impl IntoView {
    let anywhere = content::regions().iter().find(|region| region.id().as_str() == ANYWHERE);
    let button = move |region: &'static Region| {
        let id = region.id();
        view! {
            <li>
                <button
                    class="button support__region"
                    type="button"
                    aria-current=(chosen == Some(id)).then_some("true")
                    on:click=move |_| on_choose.run(id)
                >
                    {content_text(region.name())}
                </button>
            </li>
        }
    };
    view! {
        {anywhere.map(|region| view! { <Emergency region /> })}
        <section class="stack" aria-labelledby="support-region">
            <div>
                <h2 id="support-region">{t(msg::support_region())}</h2>
                <p class="soft">{t(msg::support_region_hint())}</p>
            </div>
            <ul class="support__regions" role="list">
                {content::regions().iter().map(button).collect_view()}
            </ul>
        </section>
    }
}

/// What to call when someone is in danger.
#[component]
pub(super) fn Emergency(region: &'static Region) -> impl IntoView {
    let emergency = region.emergency();
    let call = |number: &String| {
        view! {
            <a class="button support__emergency" href=Way::Call(number.clone()).href()>
                <Icon name=IconName::Call />
                <span>{t(msg::support_call(number.clone()))}</span>
            </a>
        }
    };
    let note = emergency.note();
    view! {
        <section class="card card--accent support__urgent" aria-labelledby="support-emergency">
            <h2 class="support__danger" id="support-emergency" tabindex="-1">
                {t(msg::support_emergency_title())}
            </h2>
            <div class="cluster">{emergency.numbers().iter().map(call).collect_view()}</div>
            {(!note.is_empty()).then(|| view! { <p>{content_text(note)}</p> })}
        </section>
    }
}
