//! Worksheets on Today: what was begun lately, how something went that was planned, and a date that
//! somebody asked to be reminded of. Nothing of what stands in a worksheet is shown here.

use leptos::prelude::*;
use satkarya_core::content::SheetPace;
use satkarya_core::id::Id;
use satkarya_core::journal::Journal;
use satkarya_core::measure::due;
use satkarya_core::sheet::{self, Ask, Progress};
use satkarya_core::time::Day;

use crate::i18n::dates::{self, DateStyle};
use crate::i18n::{msg, names, t};
use crate::route::Route;
use crate::state::AppState;
use crate::ui::button::{Button, LinkButton, Tone};
use crate::ui::sheet_rows::{SheetRow, SheetRows};
use crate::ui::shown::Shown;

/// How many worksheets are to be picked up.
const N_LEFT: usize = 2;
/// Milliseconds after which one that was left is not spoken of any more: two weeks. Our own number.
const LATELY: u64 = 14 * 24 * 60 * 60 * 1000;
/// The word under which the day is kept on which the question about a talk was put away.
const TALK: &str = "talkcard";
/// The same for the date.
const DATE: &str = "datecard";
/// The same for the questions that somebody wanted to be asked.
const ASKED: &str = "askedcard";

/// The worksheets that were begun and changed lately, the latest first. Those that are gone through
/// gently wait among the worksheets: a loss is not put before anybody's eyes unasked.
fn left(journal: &Journal, now: u64) -> Vec<Id> {
    let changed = |id: Id| journal.get(id).map_or(0, |it| it.changed.ms());
    let mut found: Vec<Id> = sheet::worksheets(journal)
        .into_iter()
        .filter(|(id, it)| {
            let is_plain = it.asked().is_some_and(|it| it.pace != Some(SheetPace::Gentle));
            let is_late = now.saturating_sub(changed(*id)) <= LATELY;
            // What is held back is not put before anybody's eyes either.
            let is_open = !it.is_held(journal) && it.progress(journal) == Progress::Begun;
            is_plain && is_late && is_open
        })
        .map(|(id, _)| id)
        .collect();
    found.sort_by_key(|id| std::cmp::Reverse(changed(*id)));
    found.truncate(N_LEFT);
    found
}

/// What was left lately; nothing where all is done.
#[component]
pub fn LeftSheets() -> impl IntoView {
    let app = AppState::expect();
    let rows = Memo::new(move |_| {
        let now = app.now();
        app.journal.with(|journal| {
            let row = |id: Id| {
                let href = Route::Sheet(id).href();
                Some(SheetRow::of(journal, journal.get(id)?.sheet()?, href, now.day(), None))
            };
            left(journal, now.ms).into_iter().filter_map(row).collect::<Vec<_>>()
        })
    });
    view! {
        <Shown when=move || !rows.with(Vec::is_empty)>
            <section class="section" aria-labelledby="today-left">
                <h2 id="today-left">{t(msg::worked_left())}</h2>
                <SheetRows rows />
            </section>
        </Shown>
    }
}

/// Whether a card was put away for the day.
fn is_put_away(app: AppState, card: &str) -> bool {
    app.prefs.with(|prefs| prefs.put_away(card)) == Some(app.today())
}

/// Puts a card away for the day.
#[component]
fn NotNow(card: &'static str) -> impl IntoView {
    let app = AppState::expect();
    let today = app.today();
    let put_away = move |()| app.set_prefs(|prefs| prefs.set_put_away(card, today));
    view! {
        <Button tone=Tone::Quiet on_click=Callback::new(put_away)>
            {t(msg::worked_not_now())}
        </Button>
    }
}

/// How did the talk go? Asked where words were found for one and it seems to have taken place.
#[component]
pub fn HowItWent() -> impl IntoView {
    let app = AppState::expect();
    let today = app.today();
    let asked: Memo<Option<(Ask, String)>> = Memo::new(move |_| {
        let away = is_put_away(app, TALK);
        app.journal.with(|journal| {
            let ask = sheet::how_it_went(journal, today).filter(|_| !away)?;
            let name = ask.with.map(|id| names::person(id, journal));
            Some((ask, name.map_or_else(|| t(msg::worked_how()), |it| t(msg::worked_how_with(it)))))
        })
    });
    move || {
        let (ask, title) = asked.get()?;
        Some(view! {
            <section class="card" aria-labelledby="today-talk">
                <h2 id="today-talk">{title}</h2>
                <p class="soft">{t(msg::worked_how_body())}</p>
                <div class="cluster">
                    <Button on_click=Callback::new(move |()| app.begin_review(ask))>
                        {t(msg::worked_how_action())}
                    </Button>
                    <NotNow card=TALK />
                </div>
            </section>
        })
    }
}

/// The next date that somebody asked to remember, as a day and nothing more.
#[component]
pub fn HardDate() -> impl IntoView {
    let app = AppState::expect();
    let today = app.today();
    let next: Memo<Option<(Id, Day)>> = Memo::new(move |_| {
        let away = is_put_away(app, DATE);
        let dates = app.journal.with(|journal| sheet::hard_dates(journal, today));
        dates.into_iter().next().filter(|_| !away)
    });
    move || {
        let (id, day) = next.get()?;
        Some(view! {
            <section class="card" aria-labelledby="today-date">
                <h2 id="today-date">{t(msg::worked_date())}</h2>
                <p>{dates::day(day, DateStyle::Full)}</p>
                <div class="cluster">
                    <LinkButton href=Route::Sheet(id).href()>{t(msg::worked_date_action())}</LinkButton>
                    <NotNow card=DATE />
                </div>
            </section>
        })
    }
}

/// A few questions that somebody wanted to be asked. What they are about stands on their own page.
#[component]
pub fn Asked() -> impl IntoView {
    let app = AppState::expect();
    let today = app.today();
    let is_due = Memo::new(move |_| {
        !is_put_away(app, ASKED) && app.journal.with(|journal| !due(journal, today).is_empty())
    });
    view! {
        <Shown when=move || is_due.get()>
            <section class="card" aria-labelledby="today-asked">
                <h2 id="today-asked">{t(msg::measures_due())}</h2>
                <p class="soft">{t(msg::measures_due_body())}</p>
                <div class="cluster">
                    <LinkButton href=Route::Measures.href()>{t(msg::measures_due_open())}</LinkButton>
                    <NotNow card=ASKED />
                </div>
            </section>
        </Shown>
    }
}

#[cfg(test)]
mod tests {
    use satkarya_core::record::{Body, Record};
    use satkarya_core::sheet::{Slot, Worksheet};
    use satkarya_core::stamp::StampClock;

    use super::*;

    const NOW: u64 = 1_795_483_800_000;

    #[test]
    fn the_latest_two_that_were_begun_lately_are_picked_up() {
        let mut journal = Journal::new();
        let day: Day = "2026-11-01".parse().expect("a day");
        let mut load = |n: u8, name: &str, ms: u64, act: fn(&mut Worksheet)| {
            let mut made = Worksheet::new(name.to_owned().try_into().expect("a sheet"), day);
            act(&mut made);
            let id = Id::from_bytes([n; 16]);
            journal.load(Record::new(id, StampClock::new(1).tick(ms), Body::Sheet(made)));
        };
        let nothing = |_: &mut Worksheet| {};
        load(1, "words", NOW - LATELY - 1, nothing);
        load(2, "ways", NOW - 3, nothing);
        load(3, "story", NOW - 2, nothing);
        load(4, "goodbye", NOW - 2, |it| it.answers.set_text(Slot::of("note"), "Thanks"));
        load(5, "turn", NOW - 2, |it| it.aside = true);
        load(6, "week", NOW - LATELY, nothing);
        load(7, "ask", NOW - 1, nothing);
        load(8, "later-guide", NOW, nothing);
        let ids = left(&journal, NOW).into_iter().map(|it| it.to_string()).collect::<Vec<_>>();
        let expected = [7, 2].map(|n| Id::from_bytes([n; 16]).to_string());
        assert_eq!(ids, expected);
        println!("worksheets to be picked up: 2 of 8, the others done, put aside, gentle or old");
    }
}
