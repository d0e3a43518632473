//! Rehearsing a talk with cards: what they may say, and one's own answer on the back.
//!
//! Nobody plays the other person here: what stands on a card is what somebody wrote.

use leptos::prelude::*;

use super::work::Work;
use crate::i18n::{locale, msg, t};
use crate::platform::timer::{Goes, Ticker};
use crate::platform::{dom, voice};
use crate::state::AppState;
use crate::ui::button::{Button, Tone};
use crate::ui::chips::{ChipChoice, Choice};
use crate::ui::shown::Shown;

/// The columns in which an answer is said anew.
const WAYS: [&str; 4] = ["answer", "shorter", "kinder", "firmer"];

/// How long the clock runs, in milliseconds.
const ROUND: u64 = 120_000;
/// Milliseconds between two looks at the clock.
const TICK: u32 = 500;

/// A card: what they may say, and the answer in each way.
type Card = (String, Vec<String>);

/// The cards.
#[component]
pub(super) fn Rehearse(work: Work) -> impl IntoView {
    let cards = Memo::new(move |_| {
        work.ask(|it| {
            let opening = it.answers.text("opening").trim().to_owned();
            let first = (!opening.is_empty()).then(|| (String::new(), vec![opening]));
            let rows = it.answers.rows("replies").filter(|row| row.is_filled());
            let card = |row: satkarya_core::sheet::Row<'_>| {
                let answers = WAYS.map(|way| row.text(way).trim().to_owned());
                (row.text("reply").trim().to_owned(), answers.to_vec())
            };
            first.into_iter().chain(rows.map(card)).collect::<Vec<Card>>()
        })
    });
    let at = RwSignal::new(0_usize);
    let is_turned = RwSignal::new(false);
    let way = RwSignal::new(0_usize);
    let n = move || cards.with(Vec::len);
    let card =
        move || cards.with(|all| all.get(at.get().min(all.len().saturating_sub(1))).cloned());
    let front = move || match card() {
        Some((reply, _)) if !reply.is_empty() => reply,
        _ => t(msg::sheet_card_opening()),
    };
    let answer = move || {
        let answers = card().map(|it| it.1).unwrap_or_default();
        let said = answers.get(way.get()).filter(|it| !it.is_empty());
        said.or_else(|| answers.first()).cloned().unwrap_or_default()
    };
    let ways = move || {
        let answers = card().map(|it| it.1).unwrap_or_default();
        let words = [
            msg::sheet_way_first,
            msg::sheet_way_shorter,
            msg::sheet_way_kinder,
            msg::sheet_way_firmer,
        ];
        let there = words.into_iter().enumerate().zip(answers);
        there
            .filter(|(_, answer)| !answer.is_empty())
            .map(|((n, word), _)| Choice::new(n.to_string(), t(word())))
            .collect::<Vec<_>>()
    };
    let turn = move |()| is_turned.update(|it| *it = !*it);
    let go = move |()| {
        voice::hush();
        let next = at.get_untracked() + 1;
        at.set(if next >= untrack(n) { 0 } else { next });
        is_turned.set(false);
        way.set(0);
        dom::focus_soon([".sheet__card"]);
    };
    on_cleanup(voice::hush);
    let none = || view! { <p class="soft">{t(msg::sheet_cards_none())}</p> };
    view! {
        <Shown when=move || { n() > 0 } fallback=none>
            <div class="stack">
                <p class="soft small">
                    {move || t(msg::sheet_card_place((at.get() + 1).to_string(), n().to_string()))}
                </p>
                <div class="sheet__card" tabindex="-1" data-turned=move || is_turned.get().then_some("")>
                    <p class="soft small">
                        {move || {
                            let is_theirs = card().is_some_and(|it| !it.0.is_empty());
                            let side = if is_turned.get() {
                                Some(msg::sheet_card_you())
                            } else {
                                is_theirs.then(msg::sheet_card_them)
                            };
                            side.map(t)
                        }}
                    </p>
                    <p class="own-words" translate="no" dir="auto">
                        {move || if is_turned.get() { answer() } else { front() }}
                    </p>
                </div>
                <Shown when=move || { is_turned.get() && ways().len() > 1 }>
                    <ChipChoice
                        legend=t(msg::sheet_say_again())
                        choices=Signal::derive(ways)
                        chosen=Signal::derive(move || Some(way.get().to_string()))
                        on_choose=Callback::new(move |it: Option<String>| {
                            way.set(it.and_then(|it| it.parse().ok()).unwrap_or(0));
                        })
                    />
                </Shown>
                <div class="cluster">
                    <Button on_click=Callback::new(turn)>
                        {move || {
                            t(if is_turned.get() { msg::sheet_card_front() } else { msg::sheet_card_turn() })
                        }}
                    </Button>
                    <Shown when=move || { n() > 1 }>
                        <Button on_click=Callback::new(go)>{t(msg::sheet_card_next())}</Button>
                    </Shown>
                    <Clock />
                    <Aloud text=Signal::derive(move || if is_turned.get() { answer() } else { front() }) />
                </div>
            </div>
        </Shown>
    }
}

/// How much is left until then, in milliseconds, and whether the clock is looked at again.
fn look(until: Option<u64>, now: u64) -> (u64, Goes) {
    let rest = until.unwrap_or(now).saturating_sub(now);
    (rest, if rest == 0 { Goes::Ends } else { Goes::On })
}

/// Two minutes by the clock, for whoever likes an end to a round. Nothing hangs on it.
#[component]
fn Clock() -> impl IntoView {
    let app = AppState::expect();
    let until = RwSignal::new(None::<u64>);
    let left = RwSignal::new(ROUND);
    let is_over = RwSignal::new(false);
    let timer = StoredValue::new_local(None::<Ticker>);
    // A page that sleeps wakes to the right time: the clock is asked, and ticks are not counted.
    let tick = move || {
        let (rest, goes) = look(until.get_untracked(), app.now().ms);
        left.set(rest);
        if rest == 0 {
            until.set(None);
            is_over.set(true);
        }
        goes
    };
    let runs = Memo::new(move |_| until.get().is_some());
    let press = move |()| {
        is_over.set(false);
        left.set(ROUND);
        until.update(|it| *it = it.is_none().then(|| app.now().ms + ROUND));
        timer.set_value(until.get_untracked().map(|_| Ticker::every(TICK, tick)));
    };
    let shown = move || {
        let seconds = left.get().div_ceil(1000);
        t(msg::sheet_clock_left(format!("{}:{:02}", seconds / 60, seconds % 60)))
    };
    view! {
        <Button tone=Tone::Quiet on_click=Callback::new(press)>
            {move || t(if runs.get() { msg::sheet_clock_stop() } else { msg::sheet_clock_start() })}
        </Button>
        <Shown when=move || runs.get()>
            <span class="numbers" role="timer">
                {shown}
            </span>
        </Shown>
        <span role="status">{move || is_over.get().then(|| t(msg::sheet_clock_over()))}</span>
    }
}

/// Reads what stands on the card aloud, where the device has a voice of its own.
#[component]
fn Aloud(text: Signal<String>) -> impl IntoView {
    let language = || locale().lang().to_owned();
    let can_say = Memo::new(move |_| {
        // Asked anew with each card: browsers know their voices only after a while.
        text.track();
        voice::has_voice(&language())
    });
    let say = move |()| voice::say(&text.get_untracked(), &language());
    view! {
        <Shown when=move || can_say.get()>
            <Button tone=Tone::Quiet on_click=Callback::new(say)>
                {t(msg::sheet_card_say())}
            </Button>
        </Shown>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How often the clock is looked at until it ends, and what is left the last time but one.
    fn looks(pauses: impl IntoIterator<Item = u64>) -> (usize, u64) {
        const START: u64 = 1_795_483_800_000;
        let (mut now, mut n, mut before) = (START, 0, ROUND);
        for pause in pauses {
            now += pause;
            n += 1;
            match look(Some(START + ROUND), now) {
                (0, Goes::Ends) => return (n, before),
                (rest, Goes::On) if rest > 0 => before = rest,
                odd => panic!("{odd:?}"),
            }
        }
        panic!("it goes on after {n} looks");
    }

    #[test]
    fn the_clock_of_a_round_ends_by_itself() {
        let tick = u64::from(TICK);
        assert_eq!(looks(std::iter::repeat_n(tick, 1_000)), (240, tick));
        // A page that slept ends at the first look, and one whose ticks come late not later than they do.
        assert_eq!(looks([tick, 8 * 3_600_000]), (2, ROUND - tick));
        assert_eq!(looks(std::iter::repeat_n(tick + 17, 1_000)).0, 233);
        // Stopped: nothing is left to look at.
        assert_eq!(look(None, 5), (0, Goes::Ends));
        println!("ways in which the two minutes pass: 4");
    }
}
