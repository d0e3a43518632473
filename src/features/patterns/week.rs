//! The week in words: plain sentences, and the ways to the entries behind them.

use leptos::prelude::*;
use satkarya_core::diary::{FeelingId, Heaviness, heaviness};
use satkarya_core::id::Id;
use satkarya_core::journal::Journal;
use satkarya_core::pattern::{Ended, MOST_MOMENTS, PersonCount, Review, review};
use satkarya_core::rating::Mood;
use satkarya_core::time::Day;

use super::seen::week_start;
use crate::i18n::dates::{self, DateStyle};
use crate::i18n::{Msg, labels, msg, names, t};
use crate::route::Route;
use crate::state::AppState;
use crate::ui::button::{Button, LinkButton, Tone};
use crate::ui::disclosure::Disclosure;
use crate::ui::entry_row::EntryRow;
use crate::ui::page_head::PageHead;
use crate::ui::printed_on::PrintedOn;
use crate::ui::rings::Waiting;
use crate::ui::told::n;

/// The worksheet that goes on from here.
const SHEET: &str = "week";

/// A sentence, with the entries it is about.
#[derive(Debug, Clone, PartialEq)]
struct Sentence {
    words: String,
    entries: Vec<Id>,
}

/// What was done in an entry and how it ended, in words.
#[derive(Debug, Clone, PartialEq)]
struct EndedWords {
    id: Id,
    day: String,
    said: Vec<String>,
    /// The person's own words.
    own: String,
}

/// What the page says of a week.
#[derive(Debug, Clone, PartialEq)]
struct Week {
    rests_on: Vec<String>,
    moods: Vec<Sentence>,
    is_heavy: bool,
    people: String,
    feelings: String,
    ended: Vec<EndedWords>,
}

/// What a week says; where nothing was written that is not covered, how many covered entries there are.
fn week(journal: &Journal, first: Day, last: Day) -> Result<Week, usize> {
    let n_covered = || journal.entries_between(first, last).filter(|it| it.entry.covered).count();
    let found = review(journal, first, last).ok_or_else(n_covered)?;
    let entries = || journal.entries_between(first, last).map(|it| it.entry);
    let entries = || entries().filter(|it| !it.covered);
    let moods: Vec<Mood> = entries().filter_map(|it| it.mood).collect();
    let mut rests_on =
        vec![t(msg::review_rests_on(n(found.sample.n_entries), n(found.sample.n_days)))];
    if found.n_covered > 0 {
        rests_on.push(t(msg::patterns_covered(n(found.n_covered))));
    }
    let told = |all: Vec<String>, words: fn(String) -> Msg, none: Msg| {
        t(if all.is_empty() { none } else { words(all.join(", ")) })
    };
    let person =
        |it: &PersonCount| t(msg::review_person(names::person(it.id, journal), dates::count(it.n)));
    let people = found.people.iter().map(person).collect();
    let feeling = |(id, n): &(FeelingId, usize)| {
        t(msg::review_feeling(names::feeling(id, journal), dates::count(*n)))
    };
    let feelings = found.feelings.iter().map(feeling).collect();
    Ok(Week {
        rests_on,
        moods: mood_sentences(&found, &moods),
        is_heavy: entries().any(|it| heaviness(it) == Heaviness::Heavy),
        people: told(people, msg::review_people, msg::review_nobody()),
        feelings: told(feelings, msg::review_feelings, msg::review_no_feelings()),
        ended: found.ended.iter().map(|it| ended(it, journal)).collect(),
    })
}

fn mood_sentences(found: &Review, moods: &[Mood]) -> Vec<Sentence> {
    let said = |words: Msg| vec![Sentence { words: t(words), entries: Vec::new() }];
    let number = |mood: Mood| dates::count(usize::from(mood.get()));
    let (Some(low), Some(high)) = (moods.iter().copied().min(), moods.iter().copied().max()) else {
        return said(msg::review_no_moods());
    };
    if moods.len() == 1 {
        return said(msg::review_one_mood(number(low)));
    }
    if low == high {
        return said(msg::review_level(number(low)));
    }
    let sentence = |words: Msg, mood: Mood, entries: &[Id]| {
        let is_cut = moods.iter().filter(|it| **it == mood).count() > MOST_MOMENTS;
        let more = is_cut.then(|| t(msg::review_more_moments()));
        let words: Vec<String> = [t(words)].into_iter().chain(more).collect();
        Sentence { words: words.join(" "), entries: entries.to_vec() }
    };
    vec![
        sentence(msg::review_best(n(found.best.len()), number(high)), high, &found.best),
        sentence(msg::review_worst(n(found.worst.len()), number(low)), low, &found.worst),
    ]
}

fn ended(it: &Ended, journal: &Journal) -> EndedWords {
    let did: Vec<String> = it.did.iter().map(|did| t(labels::did(*did))).collect();
    let did = (!did.is_empty()).then(|| t(msg::review_did(did.join(", "))));
    let got = it.got.map(|got| t(msg::review_got(t(labels::got(got)))));
    let outcome = journal.entry(it.id).filter(|_| it.has_words);
    EndedWords {
        id: it.id,
        day: dates::day(it.day, DateStyle::Short),
        said: did.into_iter().chain(got).collect(),
        own: outcome.map_or_else(String::new, |it| {
            t(msg::review_outcome(it.entry.outcome.trim().to_owned()))
        }),
    }
}

/// The page.
#[component]
pub fn WeekPage() -> impl IntoView {
    let app = AppState::expect();
    let today = app.today();
    let this_week = today.start_of_week(week_start().weekday()).unwrap_or(today);
    let first = RwSignal::new(this_week);
    let last = move || first.get().plus_days(6).unwrap_or(Day::LAST);
    let week = Memo::new(move |_| {
        let (first, last) = (first.get(), last());
        app.loading.get().is_complete().then(|| app.journal.with(|it| week(it, first, last)))
    });
    let heading = move || {
        let day = |day| dates::day(day, DateStyle::Medium);
        t(msg::review_of(day(first.get()), day(last())))
    };
    let go = move |days: i64| {
        let to = first.get_untracked().plus_days(days);
        first.set(to.unwrap_or(this_week).min(this_week));
    };
    let is_last = Signal::derive(move || first.get() >= this_week);
    view! {
        <div class="page">
            <PageHead
                title=t(msg::review_title())
                back=(Route::Patterns.href(), t(msg::patterns_title()))
                note=t(msg::review_lead())
            />
            <PrintedOn day=app.day_of_printing() />
            <div class="cluster cluster--between no-print">
                <Button on_click=Callback::new(move |()| go(-7))>{t(msg::review_earlier())}</Button>
                <Button disabled=is_last on_click=Callback::new(move |()| go(7))>
                    {t(msg::review_later())}
                </Button>
            </div>
            <div role="status">
                <h2>{heading}</h2>
            </div>
            {move || match week.get() {
                None => view! { <Waiting label=t(msg::app_loading()) /> }.into_any(),
                Some(Err(n_covered)) => view! { <p>{nothing(n_covered)}</p> }.into_any(),
                Some(Ok(it)) => told(app, it),
            }}
            <section class="section stack no-print">
                <p class="serif">{t(msg::review_keep())}</p>
                <p>
                    <LinkButton href=Route::SheetKind(SHEET).href() tone=Tone::Primary>
                        {t(msg::review_sheet())}
                    </LinkButton>
                </p>
                <Disclosure summary=t(msg::common_why())>
                    <p>{t(msg::review_why())}</p>
                    <p>{t(msg::review_why_more())}</p>
                </Disclosure>
            </section>
        </div>
    }
}

/// What is said where there is nothing to tell.
fn nothing(n_covered: usize) -> String {
    t(if n_covered > 0 { msg::review_only_covered(n(n_covered)) } else { msg::review_empty() })
}

fn told(app: AppState, week: Week) -> AnyView {
    let Week { rests_on, moods, is_heavy, people, feelings, ended } = week;
    let rests_on =
        rests_on.into_iter().map(|it| view! { <p class="soft small">{it}</p> }).collect_view();
    let moods = moods.into_iter().map(|it| {
        let rows = it.entries.into_iter().map(|id| {
            let href = Route::Entry(id).href();
            view! { <EntryRow id href journal=app.journal today=app.today() /> }
        });
        let rows = rows.collect_view();
        view! {
            <p>{it.words}</p>
            <ul class="entries" role="list">
                {rows}
            </ul>
        }
    });
    let has_ended = !ended.is_empty();
    let ended = ended.into_iter().map(|it| {
        let said = it.said.into_iter().map(|it| view! { <p>{it}</p> }).collect_view();
        let own = (!it.own.is_empty())
            .then(|| view! { <p class="own-words clamp" translate="no" dir="auto">{it.own}</p> });
        view! {
            <li class="stack stack--tight">
                <p>
                    <a href=Route::Entry(it.id).href()>{it.day}</a>
                </p>
                {said}
                {own}
            </li>
        }
    });
    let ended = if has_ended {
        view! {
            <ul class="stack" role="list">
                {ended.collect_view()}
            </ul>
        }
        .into_any()
    } else {
        view! { <p>{t(msg::review_nothing_done())}</p> }.into_any()
    };
    let heavy = is_heavy.then(|| view! { <p class="card">{t(msg::review_heavy())}</p> });
    view! {
        {rests_on}
        {moods.collect_view()}
        {heavy}
        <section class="section stack">
            <h3>{t(msg::review_people_title())}</h3>
            <p>{people}</p>
        </section>
        <section class="section stack">
            <h3>{t(msg::review_feelings_title())}</h3>
            <p>{feelings}</p>
        </section>
        <section class="section stack">
            <h3>{t(msg::review_ended_title())}</h3>
            {ended}
        </section>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use satkarya_core::diary::{Entry, When};
    use satkarya_core::record::{Body, Record};
    use satkarya_core::stamp::StampClock;
    use satkarya_core::time::{Offset, Zone};

    use super::*;

    #[test]
    fn moods_are_told_by_how_many_there_are_and_whether_they_differ() {
        let day: Day = "2026-11-24".parse().expect("a day");
        let cases: [(&[u8], &[&str], bool); 4] = [
            (&[], &["You gave no mood this week."], false),
            (&[1], &["You gave one mood this week: 1."], true),
            (&[6, 6], &["Your moods were all 6."], false),
            (
                &[3, 7, 7, 7, 7],
                &[
                    "Your highest mood was 7, in these entries. Only the first three are shown.",
                    "Your lowest mood was 3, in this entry.",
                ],
                false,
            ),
        ];
        for (moods, expected, is_heavy) in cases {
            let mut journal = Journal::new();
            let stamp = StampClock::new(1).tick(1_795_483_800_000);
            let when = When {
                day,
                time: "10:00".parse().expect("a time"),
                offset: Offset::UTC,
                zone: Zone::default(),
            };
            // One entry is always there, so that the week is not empty.
            let all = [None].into_iter().chain(moods.iter().map(|it| Some(Mood::nearest(*it))));
            for (n, mood) in (1_u8..).zip(all) {
                let entry = Entry { mood, ..Entry::new(when.clone()) };
                journal.load(Record::new(Id::from_bytes([n; 16]), stamp, Body::Entry(entry)));
            }
            let found = week(&journal, day, day).expect("a week");
            let said: Vec<&str> = found.moods.iter().map(|it| &*it.words).collect();
            assert_eq!(said, expected);
            assert_eq!(found.is_heavy, is_heavy, "{moods:?}");
            assert!(found.moods.iter().all(|it| it.entries.len() <= MOST_MOMENTS));
        }
        println!("weeks told by their moods: {}", cases.len());
    }

    /// Nobody is told that they wrote nothing, who covered what they wrote.
    #[test]
    fn a_week_of_covered_entries_is_not_an_empty_one() {
        let day: Day = "2026-11-24".parse().expect("a day");
        let mut said = Vec::new();
        for n_covered in 0..3_u8 {
            let mut journal = Journal::new();
            for n in 0..n_covered {
                let stamp = StampClock::new(1).tick(1_795_483_800_000);
                let time = "10:00".parse().expect("a time");
                let when = When { day, time, offset: Offset::UTC, zone: Zone::default() };
                let entry = Entry { covered: true, ..Entry::new(when) };
                journal.load(Record::new(Id::from_bytes([n; 16]), stamp, Body::Entry(entry)));
            }
            said.push(nothing(week(&journal, day, day).expect_err("nothing to tell")));
        }
        let expected = [
            t(msg::review_empty()),
            "You wrote one entry in this week. It is covered, so it is left out here.".to_owned(),
            "You wrote 2 entries in this week. They are covered, so they are left out here."
                .to_owned(),
        ];
        assert_eq!(said, expected);
        println!("weeks with nothing to tell: {}", said.len());
    }
}
