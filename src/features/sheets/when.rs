//! Days and counts in a worksheet: a date, a mark, how often.

use leptos::prelude::*;
use satkarya_core::content::FieldId;
use satkarya_core::course::Again;
use satkarya_core::sheet::Slot;
use satkarya_core::time::{Day, FuzzyDay};

use super::field::Asked;
use super::work::Work;
use crate::i18n::dates::{self, DateStyle};
use crate::i18n::{content_text, msg, t};
use crate::state::{AppState, Prefs};
use crate::ui::button::{Button, Tone};
use crate::ui::calendar_button::CalendarButton;
use crate::ui::date_field::DateField;
use crate::ui::fuzzy_field::FuzzyField;
use crate::ui::icon::{Icon, IconName};
use crate::ui::shown::Shown;

/// A text of the guide with a day or a number in it.
pub(super) fn filled(text: &str, key: &str, with: &str) -> String {
    content_text(&text.replace(key, with))
}

/// The day on which something was done.
pub(super) fn mark(work: Work, asked: Asked) -> AnyView {
    let Asked { field, slot, label, hint } = asked;
    let app = AppState::expect();
    let day = Memo::new(move |_| work.ask(|it| it.answers.text_at(slot).parse::<Day>().ok()));
    let label = StoredValue::new(label);
    let note = move |()| work.set(slot, app.today().to_string().into());
    let take_back = move |()| work.set(slot, String::new().into());
    let noted = move || {
        let day = day.get().map(|day| dates::day(day, DateStyle::Full)).unwrap_or_default();
        view! {
            <p role="status">
                <Icon name=IconName::Check />
                " "
                {filled(&field.told, "{day}", &day)}
            </p>
            <Button tone=Tone::Quiet on_click=Callback::new(take_back)>
                {t(msg::sheet_take_back())}
            </Button>
        }
    };
    view! {
        <div class="cluster">
            <Shown when=move || day.get().is_none() fallback=noted>
                <Button on_click=Callback::new(note)>{label.get_value()}</Button>
            </Shown>
        </div>
        {hint.map(|hint| view! { <p class="soft small">{hint}</p> })}
    }
    .into_any()
}

/// How often something was done.
pub(super) fn count(work: Work, asked: Asked) -> AnyView {
    let Asked { field, slot, label, hint } = asked;
    let n = Memo::new(move |_| work.ask(|it| it.answers.number_at(slot)).unwrap_or(0));
    let add = move |by: i16| {
        let next = i16::from(n.get_untracked()).saturating_add(by).clamp(0, 250);
        // None is no answer, and zero tries are none.
        let next = u8::try_from(next).ok().filter(|it| *it > 0);
        work.set(slot, next.into());
    };
    view! {
        <div class="cluster">
            <Button on_click=Callback::new(move |()| add(1))>{label}</Button>
            <Shown when=move || { n.get() > 0 }>
                <span role="status">{move || filled(&field.told, "{n}", &n.get().to_string())}</span>
                <Button tone=Tone::Quiet on_click=Callback::new(move |()| add(-1))>
                    {t(msg::sheet_one_less())}
                </Button>
            </Shown>
        </div>
        {hint.map(|hint| view! { <p class="soft small">{hint}</p> })}
    }
    .into_any()
}

/// A day.
pub(super) fn date(work: Work, asked: Asked) -> AnyView {
    let Asked { field, slot, label, hint } = asked;
    let app = AppState::expect();
    let day = Memo::new(move |_| work.ask(|it| it.answers.text_at(slot).parse::<Day>().ok()));
    let bad = RwSignal::new(false);
    let set = move |typed: String| {
        let is_bad = !typed.is_empty() && typed.parse::<Day>().is_err();
        bad.set(is_bad);
        if !is_bad {
            work.set(slot, typed.into());
        }
    };
    let save = move |()| {
        let Some(day) = day.get_untracked() else { return };
        let months =
            |field: &'static FieldId| work.ask(|it| it.answers.number_at(Slot::of(field.as_str())));
        let again = match field.again.as_str() {
            "year" => Some(Again::Yearly),
            "months" => {
                field.every.as_ref().and_then(|it| untrack(|| months(it))).and_then(Again::months)
            }
            _ => None,
        };
        app.save_day(work.visit.id, day, again, content_text(&field.calendar));
    };
    view! {
        <DateField
            label
            hint
            value=Signal::derive(move || day.get().map(|it| it.to_string()).unwrap_or_default())
            on_change=Callback::new(set)
            error=Signal::derive(move || bad.get().then(|| t(msg::session_day_bad())))
        />
        {(!field.calendar.is_empty())
            .then(|| {
                view! {
                    <Shown when=move || day.get().is_some()>
                        <div>
                            <CalendarButton on_save=Callback::new(save) />
                        </div>
                    </Shown>
                }
            })}
    }
    .into_any()
}

/// A date as exactly as somebody knows it.
pub(super) fn fuzzy(work: Work, asked: Asked) -> AnyView {
    let Asked { slot, label, hint, .. } = asked;
    let app = AppState::expect();
    let value = move || work.ask(|it| it.answers.text_at(slot).parse::<FuzzyDay>().ok());
    let set = move |it: Option<FuzzyDay>| {
        work.set(slot, it.map(|it| it.to_string()).into());
    };
    view! {
        <FuzzyField
            legend=label
            hint
            value=Signal::derive(value)
            on_change=Callback::new(set)
            half=app.prefs.with_untracked(Prefs::half)
            last_year=app.last_year()
        />
    }
    .into_any()
}
