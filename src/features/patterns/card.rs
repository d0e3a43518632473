//! A finding in its frame: its name, why it is here, and how to hide it.

use leptos::prelude::*;

use crate::i18n::{Msg, msg, t};
use crate::platform::dom;
use crate::platform::timer::Timer;
use crate::state::{AppState, Prefs};
use crate::ui::button::{Button, Tone};
use crate::ui::disclosure::Disclosure;
use crate::ui::shown::Shown;

/// One of the findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Finding {
    /// The mood line.
    Mood,
    /// Days with a difficult moment, and other days.
    HardDays,
    /// Support and mood.
    Support,
    /// Before and after, with people.
    BeforeAfter,
    /// Feelings with people.
    FeltWith,
    /// In how many entries each person is.
    People,
    /// How often feelings were named.
    Feelings,
    /// Feelings over time.
    Fortnights,
    /// How often each kind of moment came.
    Kinds,
    /// What was done, and how it went.
    DidGot,
    /// How things went next to what was expected.
    Predictions,
    /// What is worked on, week by week.
    FocusWeeks,
    /// How near each goal is.
    Goals,
    /// Times of day and of the week.
    Times,
    /// Sleep, and the mood of the day after.
    Sleep,
}

impl Finding {
    fn title(self) -> Msg {
        match self {
            Self::Mood => msg::mood_line_title(),
            Self::HardDays => msg::hard_days_title(),
            Self::Support => msg::support_mood_title(),
            Self::BeforeAfter => msg::before_after_title(),
            Self::FeltWith => msg::felt_with_title(),
            Self::People => msg::counts_people(),
            Self::Feelings => msg::counts_feelings(),
            Self::Fortnights => msg::fortnights_title(),
            Self::Kinds => msg::counts_kinds(),
            Self::DidGot => msg::did_got_title(),
            Self::Predictions => msg::predictions_title(),
            Self::FocusWeeks => msg::focus_weeks_title(),
            Self::Goals => msg::goal_lines_title(),
            Self::Times => msg::day_times_title(),
            Self::Sleep => msg::sleep_mood_title(),
        }
    }

    /// Its word: in the preferences, and in the names of elements. Never changed.
    const fn word(self) -> &'static str {
        match self {
            Self::Mood => "moodline",
            Self::HardDays => "harddays",
            Self::Support => "support",
            Self::BeforeAfter => Prefs::BEFORE_AFTER,
            Self::FeltWith => Prefs::FELT_WITH,
            Self::People => "people",
            Self::Feelings => "feelings",
            Self::Fortnights => "fortnights",
            Self::Kinds => "kinds",
            Self::DidGot => "didgot",
            Self::Predictions => "predictions",
            Self::FocusWeeks => "focusweeks",
            Self::Goals => "goals",
            Self::Times => "times",
            Self::Sleep => "sleep",
        }
    }

    /// Why it is seen.
    fn why(self) -> Vec<String> {
        let (first, second) = match self {
            Self::Mood => (msg::mood_line_why(), Some(msg::mood_line_why_longer())),
            Self::HardDays => (msg::hard_days_why(), Some(msg::hard_days_why_more())),
            Self::Support => (msg::support_mood_why(), Some(msg::support_mood_why_more())),
            Self::BeforeAfter => (msg::before_after_why(), Some(msg::before_after_why_more())),
            Self::FeltWith => (msg::felt_with_why(), Some(msg::felt_with_why_more())),
            Self::People | Self::Feelings | Self::Kinds => (msg::counts_why(), None),
            Self::Fortnights => (msg::fortnights_why(), Some(msg::fortnights_why_more())),
            Self::DidGot => (msg::did_got_why(), Some(msg::did_got_why_more())),
            Self::Predictions => {
                return vec![t(msg::predictions_why()), t(msg::predictions_why_more())];
            }
            Self::Goals => return vec![t(msg::goal_lines_why()), t(msg::goal_lines_all())],
            Self::FocusWeeks => (msg::focus_weeks_why(), Some(msg::focus_weeks_why_more())),
            Self::Times => (msg::day_times_why(), Some(msg::day_times_why_more())),
            Self::Sleep => (msg::sleep_mood_why(), Some(msg::sleep_mood_why_more())),
        };
        [Some(first), second, Some(msg::patterns_missing())].into_iter().flatten().map(t).collect()
    }

    /// Whether the person put it away.
    pub(super) fn is_hidden(self, prefs: &Prefs) -> bool {
        prefs.is_hidden(self.word())
    }
}

/// The frame of a finding. While it is hidden, one quiet line stands in its place, and what is
/// inside is not worked out.
#[component]
pub(super) fn Card(
    /// Which finding.
    finding: Finding,
    /// The finding itself.
    children: ChildrenFn,
) -> impl IntoView {
    let app = AppState::expect();
    let children = StoredValue::new(children);
    let is_hidden = Memo::new(move |_| app.prefs.with(|prefs| finding.is_hidden(prefs)));
    let timer = StoredValue::new_local(None::<Timer>);
    let hide = move |hide: bool| {
        app.set_prefs(|prefs| prefs.set_hidden(finding.word(), hide));
        // The button that was pressed is gone; the heading in its place goes on.
        let heading = format!("#finding-{}", finding.word());
        timer.set_value(Some(Timer::after(0, move || dom::focus(&heading))));
    };
    let why = move || finding.why().into_iter().map(|text| view! { <p>{text}</p> }).collect_view();
    let id = format!("finding-{}", finding.word());
    let name = id.clone();
    view! {
        <section class="finding" aria-labelledby=name>
            <div class="finding__head">
                <h3 id=id tabindex="-1">
                    {t(finding.title())}
                </h3>
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
                    <Disclosure summary=t(msg::common_why())>{why()}</Disclosure>
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
