//! One question a screen, for when energy is low: Next, Back, or stop here at any moment.

use leptos::prelude::*;

use super::form::{FormOf, Part, done, extra_parts};
use crate::i18n::{msg, t};
use crate::platform::dom;
use crate::platform::timer;
use crate::state::AppState;
use crate::ui::button::{Button, Tone};
use crate::ui::icon::{Icon, IconName};
use crate::ui::mood_dial::DialShape;
use crate::ui::shown::Shown;

/// How many of the parts are shown before the person chooses to go deeper.
const N_MOMENT: usize = Part::MOMENT.len();

/// The questions one by one.
#[component]
pub(super) fn Steps(form: FormOf) -> impl IntoView {
    let app = AppState::expect();
    let sitting = form.sitting;
    let parts = StoredValue::new(
        Part::MOMENT
            .into_iter()
            .chain(Part::EVENT)
            .chain(extra_parts(app, sitting))
            .chain([Part::Marks])
            .collect::<Vec<_>>(),
    );
    let n_parts = parts.with_value(Vec::len);
    // Whoever wants to write about something is asked for that first.
    let has_prompt = form.prompt.with_value(Option::is_some);
    let what = Part::MOMENT.iter().position(|part| *part == Part::What);
    let place = RwSignal::new(what.filter(|_| has_prompt).unwrap_or_default());
    let go = move |to: usize| {
        sitting.save();
        place.set(to.min(n_parts.saturating_sub(1)));
        dom::scroll_to_top();
        timer::spawn(async {
            timer::pause(0).await;
            dom::focus(".question");
        });
    };
    let is_last = move || place.get() + 1 >= n_parts;
    let is_last_of_moment = move || place.get() + 1 == N_MOMENT;
    let counted = move || {
        let (n, total) = if place.get() < N_MOMENT {
            (place.get() + 1, N_MOMENT)
        } else {
            (place.get() + 1, n_parts)
        };
        t(msg::common_of(n.to_string(), total.to_string()))
    };
    view! {
        <div class="entry-form__where">
            <Shown when=move || { place.get() > 0 }>
                <Button
                    tone=Tone::Quiet
                    on_click=Callback::new(move |()| go(place.get_untracked().saturating_sub(1)))
                >
                    <Icon name=IconName::Back />
                    {t(msg::common_back())}
                </Button>
            </Shown>
            <p class="soft small numbers">{counted}</p>
        </div>
        {move || {
            let part = parts.with_value(|parts| parts.get(place.get()).copied());
            part.map(|part| {
                view! {
                    <section class="question" tabindex="-1">
                        {part.view(form, DialShape::Ring)}
                    </section>
                }
            })
        }}
        <div class="form-actions">
            // At the end of the moment one may go deeper, and nothing pulls.
            <Shown
                when=move || is_last_of_moment() || is_last()
                fallback=move || {
                    view! {
                        <Button
                            tone=Tone::Primary
                            on_click=Callback::new(move |()| go(place.get_untracked() + 1))
                        >
                            {t(msg::common_next())}
                        </Button>
                        <Button
                            tone=Tone::Quiet
                            on_click=Callback::new(move |()| done(app, sitting))
                        >
                            {t(msg::entry_stop_here())}
                        </Button>
                    }
                }
            >
                <Button tone=Tone::Primary on_click=Callback::new(move |()| done(app, sitting))>
                    {t(msg::common_done())}
                </Button>
                <Shown when=move || !is_last()>
                    <Button
                        tone=Tone::Quiet
                        on_click=Callback::new(move |()| go(place.get_untracked() + 1))
                    >
                        {t(msg::entry_add_event())}
                    </Button>
                </Shown>
            </Shown>
        </div>
    }
}
