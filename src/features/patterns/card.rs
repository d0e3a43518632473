//! A finding in its frame: its name, why it is here, and how to hide it.

use leptos::prelude::*;

use crate::i18n::{Msg, msg, t};
use crate::platform::dom;
use crate::platform::timer::Timer;
use crate::state::{AppState, Prefs, Switch};
use crate::ui::button::{Button, Tone};
use crate::ui::disclosure::Disclosure;
use crate::ui::shown::Shown;

/// One of the findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Finding {
    /// The mood line.
    Mood,
    /// How often feelings were named.
    Feelings,
    /// How often each kind of moment came.
    Kinds,
    /// In how many entries each person is.
    People,
    /// How things went next to what was expected.
    Predictions,
}

impl Finding {
    fn title(self) -> Msg {
        match self {
            Self::Mood => msg::mood_line_title(),
            Self::Feelings => msg::counts_feelings(),
            Self::Kinds => msg::counts_kinds(),
            Self::People => msg::counts_people(),
            Self::Predictions => msg::predictions_title(),
        }
    }

    const fn id(self) -> &'static str {
        match self {
            Self::Mood => "finding-mood",
            Self::Feelings => "finding-feelings",
            Self::Kinds => "finding-kinds",
            Self::People => "finding-people",
            Self::Predictions => "finding-predictions",
        }
    }

    fn is_hidden(self, prefs: &Prefs) -> bool {
        let switch = match self {
            Self::Mood => prefs.no_mood_line(),
            Self::Feelings => prefs.no_feeling_counts(),
            Self::Kinds => prefs.no_kind_counts(),
            Self::People => prefs.no_people_counts(),
            Self::Predictions => prefs.no_predictions(),
        };
        switch.is_on()
    }

    fn hide(self, prefs: &mut Prefs, hide: bool) {
        let switch = Switch::from(hide);
        match self {
            Self::Mood => prefs.set_no_mood_line(switch),
            Self::Feelings => prefs.set_no_feeling_counts(switch),
            Self::Kinds => prefs.set_no_kind_counts(switch),
            Self::People => prefs.set_no_people_counts(switch),
            Self::Predictions => prefs.set_no_predictions(switch),
        }
    }
}

/// The frame of a finding. While it is hidden, one quiet line stands in its place, and what is
/// inside is not worked out.
#[component]
pub fn Card(
    /// Which finding.
    finding: Finding,
    /// Why it is seen: one paragraph each.
    #[prop(into)]
    why: Signal<Vec<String>>,
    /// The finding itself.
    children: ChildrenFn,
) -> impl IntoView {
    let app = AppState::expect();
    let children = StoredValue::new(children);
    let is_hidden = Memo::new(move |_| app.prefs.with(|prefs| finding.is_hidden(prefs)));
    let timer = StoredValue::new_local(None::<Timer>);
    let hide = move |hide: bool| {
        app.set_prefs(|prefs| finding.hide(prefs, hide));
        // The button that was pressed is gone; the heading in its place goes on.
        let heading = format!("#{}", finding.id());
        timer.set_value(Some(Timer::after(0, move || dom::focus(&heading))));
    };
    let paragraphs =
        move || why.get().into_iter().map(|text| view! { <p>{text}</p> }).collect_view();
    view! {
        <section class="section finding" aria-labelledby=finding.id()>
            <div class="finding__head">
                <h2 id=finding.id() tabindex="-1">
                    {t(finding.title())}
                </h2>
                <Shown when=move || is_hidden.get()>
                    <Button
                        tone=Tone::Quiet
                        label=t(msg::patterns_show(t(finding.title())))
                        on_click=Callback::new(move |()| hide(false))
                    >
                        {t(msg::common_show())}
                    </Button>
                </Shown>
            </div>
            <Shown when=move || !is_hidden.get()>
                {children.with_value(|children| children())}
                <div class="finding__foot">
                    <Disclosure summary=t(msg::common_why())>{paragraphs}</Disclosure>
                    <Button
                        tone=Tone::Quiet
                        label=t(msg::patterns_hide(t(finding.title())))
                        on_click=Callback::new(move |()| hide(true))
                    >
                        {t(msg::common_hide())}
                    </Button>
                </div>
            </Shown>
        </section>
    }
}
