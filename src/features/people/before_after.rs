//! The mood just before and just after, in entries with a person.

use leptos::prelude::*;
use satkarya_core::id::Id;
use satkarya_core::journal::Journal;
use satkarya_core::pattern::{Slice, before_after};

use crate::i18n::{msg, t};
use crate::state::AppState;
use crate::ui::disclosure::Disclosure;
use crate::ui::shown::Shown;
use crate::ui::told::{self, Told};

/// The word of this finding in the preferences: put away there, it is not here either.
const FINDING: &str = "beforeafter";

/// The part of the page; nothing where no entry has both moods.
#[component]
pub(super) fn BeforeAfterPart(
    person: Id,
    /// The entries that name them, newest first.
    entries: Memo<Vec<Id>>,
    #[prop(into)] name: Signal<String>,
    /// Whether it is folded away at first: what lies back is put before nobody's eyes unasked.
    #[prop(into)]
    folded: Signal<bool>,
) -> impl IntoView {
    let app = AppState::expect();
    let found = Memo::new(move |_| {
        // While older months still come in, the numbers would be too small.
        let is_asked =
            app.loading.get().is_complete() && app.prefs.with(|it| !it.is_hidden(FINDING));
        let all = entries.with(|ids| {
            let of = |it: &Journal| before_after(&Slice::of_these(it, ids.iter().rev().copied()));
            if is_asked { app.of_entries(of) } else { Vec::new() }
        });
        all.into_iter().find(|it| it.id == person).map(|it| it.found)
    });
    let told = Signal::derive(move || {
        found
            .with(|it| {
                let found = it.as_ref()?;
                Some(Told::one(told::before_after(found, &name.get())))
            })
            .unwrap_or_default()
    });
    view! {
        <Shown when=move || found.with(Option::is_some)>
            <section class="section" aria-labelledby="person-before-after">
                <h2 id="person-before-after">
                    {move || t(msg::person_before_after_title(name.get()))}
                </h2>
                <Shown when=move || folded.get() fallback=move || told::shown(told)>
                    <Disclosure summary=t(msg::common_show())>{told::shown(told)}</Disclosure>
                </Shown>
                <Disclosure summary=t(msg::common_why())>
                    <p>{t(msg::before_after_why())}</p>
                    <p>{t(msg::before_after_why_more())}</p>
                    <p>{t(msg::patterns_missing())}</p>
                </Disclosure>
            </section>
        </Shown>
    }
}
