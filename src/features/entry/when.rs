//! When it was: now, or a rough time before. The future is refused with a clear word, and the
//! entry keeps the time it had until the answer can be used.

use leptos::prelude::*;
use satkarya_core::diary::{When, is_in_future};
use satkarya_core::time::{Day, Now, TimeOfDay};

use super::sitting::Sitting;
use crate::i18n::{Msg, dates, msg, t};
use crate::state::AppState;
use crate::ui::chips::{ChipChoice, Choice};
use crate::ui::date_field::{DateField, TimeField};

/// The quick answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Quick {
    Now,
    Earlier,
    Yesterday,
    Other,
}

impl Quick {
    const ALL: [Self; 4] = [Self::Now, Self::Earlier, Self::Yesterday, Self::Other];

    const fn word(self) -> &'static str {
        match self {
            Self::Now => "now",
            Self::Earlier => "earlier",
            Self::Yesterday => "yesterday",
            Self::Other => "other",
        }
    }

    fn label(self) -> Msg {
        match self {
            Self::Now => msg::entry_when_now(),
            Self::Earlier => msg::entry_when_earlier(),
            Self::Yesterday => msg::entry_when_yesterday(),
            Self::Other => msg::entry_when_other(),
        }
    }

    fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|quick| quick.word() == word)
    }

    /// The answer that a time stands for, when it is looked at on a day.
    fn of(when: &When, today: Day) -> Self {
        match today.days_since(when.day) {
            0 => Self::Earlier,
            1 => Self::Yesterday,
            _ => Self::Other,
        }
    }

    /// The day and time to start from. Rough on purpose: the time can be changed beside it.
    fn start(self, now: &Now, before: &When) -> (Day, TimeOfDay) {
        let today = now.day();
        match self {
            Self::Now => (today, now.time()),
            Self::Earlier => (today, hours_before(now.time(), 2)),
            Self::Yesterday => (today.plus_days(-1).unwrap_or(today), evening()),
            Self::Other => (before.day, before.time),
        }
    }
}

/// Some hours earlier, but not on the day before.
fn hours_before(time: TimeOfDay, hours: u16) -> TimeOfDay {
    let minutes = u32::from(time.minutes().saturating_sub(hours * 60));
    TimeOfDay::new(minutes / 60, minutes % 60).unwrap_or(TimeOfDay::MIDNIGHT)
}

/// Eight in the evening, when most of a day has happened.
fn evening() -> TimeOfDay {
    TimeOfDay::new(20, 0).unwrap_or(TimeOfDay::LAST)
}

/// Why an answer cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Problem {
    /// It is still to come.
    Future,
    /// There is no such day, or it is half typed.
    NoDay,
    /// There is no such time, or it is half typed.
    NoTime,
}

/// Reads what the two fields say.
fn read(day: &str, time: &str, now: &Now) -> Result<When, Problem> {
    let mut when = When::from(now);
    when.day = day.parse().map_err(|_| Problem::NoDay)?;
    // Some browsers add seconds.
    let time = time.get(..5).unwrap_or(time);
    when.time = time.parse().map_err(|_| Problem::NoTime)?;
    if is_in_future(&when, now) { Err(Problem::Future) } else { Ok(when) }
}

/// Asks when it was.
#[component]
pub(super) fn WhenPart(sitting: Sitting) -> impl IntoView {
    let app = AppState::expect();
    let today = app.today();
    let when = sitting.slice(|entry| entry.when.clone());
    let (first_day, first_time) = when.with_untracked(|when| (when.day, when.time));
    let start =
        if sitting.is_new { Quick::Now } else { when.with_untracked(|it| Quick::of(it, today)) };
    let quick = RwSignal::new(start);
    let day = RwSignal::new(first_day.to_string());
    let time = RwSignal::new(first_time.to_string());
    let problem = RwSignal::new(None::<Problem>);

    let answer = move || {
        let now = app.now();
        match read(&day.get_untracked(), &time.get_untracked(), &now) {
            Ok(when) => {
                problem.set(None);
                sitting.choose(|entry| entry.when = when);
            }
            Err(why) => problem.set(Some(why)),
        }
    };
    let choose = move |word: Option<String>| {
        let Some(chosen) = word.and_then(|word| Quick::of_word(&word)) else { return };
        let (new_day, new_time) = when.with_untracked(|when| chosen.start(&app.now(), when));
        quick.set(chosen);
        day.set(new_day.to_string());
        time.set(new_time.to_string());
        answer();
    };
    let choices = Quick::ALL
        .into_iter()
        // "Just now" would throw the time of an old entry away.
        .filter(|quick| sitting.is_new || *quick != Quick::Now)
        .map(|quick| Choice::new(quick.word(), t(quick.label())))
        .collect::<Vec<_>>();
    let day_problem = move || match problem.get()? {
        Problem::NoDay => Some(t(msg::entry_date_unreal())),
        Problem::Future if quick.get() == Quick::Other => Some(t(msg::entry_future())),
        Problem::Future | Problem::NoTime => None,
    };
    let time_problem = move || match problem.get()? {
        Problem::NoTime => Some(t(msg::entry_time_unreal())),
        Problem::Future if quick.get() != Quick::Other => Some(t(msg::entry_time_future())),
        Problem::Future | Problem::NoDay => None,
    };
    let fields = move || match quick.get() {
        Quick::Now => None,
        quick => Some(view! {
            <div class="fields-row">
                {(quick == Quick::Other)
                    .then(|| {
                        view! {
                            <DateField
                                label=t(msg::entry_date())
                                value=day
                                max=today.to_string()
                                on_change=Callback::new(move |new: String| {
                                    day.set(new);
                                    answer();
                                })
                                error=Signal::derive(day_problem)
                            />
                        }
                    })}
                <TimeField
                    label=t(msg::entry_time())
                    hint=t(msg::entry_time_rough())
                    value=time
                    on_change=Callback::new(move |new: String| {
                        time.set(new);
                        answer();
                    })
                    error=Signal::derive(time_problem)
                />
            </div>
        }),
    };
    let said = move || {
        when.with(|when| {
            format!("{}, {}", dates::near_day(when.day, today), dates::time(when.time))
        })
    };
    view! {
        <div class="stack">
            <ChipChoice
                legend=t(msg::entry_when())
                choices
                chosen=Signal::derive(move || Some(quick.get().word().to_owned()))
                on_choose=Callback::new(choose)
            />
            {fields}
            <p class="soft small numbers" role="status">
                {said}
            </p>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use satkarya_core::time::{Offset, Zone};

    use super::*;

    /// 2026-11-24 01:30, local.
    fn now() -> Now {
        Now { ms: 1_795_483_800_000, offset: Offset::UTC, zone: Zone::default() }
    }

    #[track_caller]
    fn check(day: &str, time: &str, expected: Result<&str, Problem>) {
        let found = read(day, time, &now()).map(|when| format!("{} {}", when.day, when.time));
        assert_eq!(found, expected.map(ToOwned::to_owned));
    }

    #[test]
    fn the_past_is_fine_and_the_future_is_not() {
        check("2026-11-24", "01:30", Ok("2026-11-24 01:30"));
        check("2026-11-24", "01:31", Err(Problem::Future));
        check("2026-11-25", "00:00", Err(Problem::Future));
        check("1999-12-31", "23:59", Ok("1999-12-31 23:59"));
        check("2026-11-23", "20:00:00", Ok("2026-11-23 20:00"));
    }

    #[test]
    fn half_an_answer_is_named() {
        check("", "20:00", Err(Problem::NoDay));
        check("2026-11-31", "20:00", Err(Problem::NoDay));
        check("2026-11-23", "", Err(Problem::NoTime));
        check("2026-11-23", "२०:००", Err(Problem::NoTime));
    }

    #[test]
    fn quick_answers_never_lie_in_the_future() {
        let before = When::from(&now());
        for quick in Quick::ALL {
            let (day, time) = quick.start(&now(), &before);
            assert!(read(&day.to_string(), &time.to_string(), &now()).is_ok(), "{quick:?}");
        }
        // Two hours before half past one is still today.
        assert_eq!(Quick::Earlier.start(&now(), &before), (now().day(), TimeOfDay::MIDNIGHT));
    }

    #[test]
    fn an_old_entry_opens_at_its_own_answer() {
        let at = |day: &str| When { day: day.parse().expect("day"), ..When::from(&now()) };
        assert_eq!(Quick::of(&at("2026-11-24"), now().day()), Quick::Earlier);
        assert_eq!(Quick::of(&at("2026-11-23"), now().day()), Quick::Yesterday);
        assert_eq!(Quick::of(&at("2025-11-24"), now().day()), Quick::Other);
    }
}
