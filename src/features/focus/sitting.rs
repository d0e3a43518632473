//! One sitting: the questions, a calm page for each part, and in the end what came out.
//!
//! Every answer is saved at once. Where energy is low, each question has the screen to itself.

use leptos::prelude::*;
use satkarya_core::content::{self, PresetId};
use satkarya_core::focus::{Part, Reflection, Told, noted_unsafe};
use satkarya_core::id::Id;
use satkarya_core::journal::{Earlier, Journal};
use satkarya_core::record::Body;

use super::asks::{Ask, asks, questions};
use super::outcome::OutcomeView;
use super::pinch::day_words;
use crate::i18n::dates::DateStyle;
use crate::i18n::{content_text, labels, msg, names, t};
use crate::platform::{address, dom};
use crate::route::Route;
use crate::state::{AppState, Energy, Visit};
use crate::ui::button::{Button, Tone};
use crate::ui::chips::{ChipChoice, ChipSet, Choice};
use crate::ui::choices::place;
use crate::ui::fuzzy_field::FuzzyField;
use crate::ui::gone::Gone;
use crate::ui::keyed::Keyed;
use crate::ui::not_kept::NotKept;
use crate::ui::page_head::PageHead;
use crate::ui::people_picker::PeoplePicker;
use crate::ui::shown::Shown;

/// How many people are offered first.
const N_PEOPLE: usize = 8;

/// The sitting. Followed by whatever view reads it.
pub(super) fn read(visit: Visit) -> Option<Reflection> {
    visit.read(|body| if let Body::Reflection(it) = body { Some(it.clone()) } else { None })
}

/// Changes the sitting and saves it, if anything is different afterwards.
pub(super) fn change(visit: Visit, act: impl FnOnce(&mut Reflection)) {
    visit.change(|body| {
        if let Body::Reflection(sitting) = body {
            act(sitting);
        }
    });
}

/// The page.
#[component]
pub fn SittingPage(
    /// Which sitting.
    id: Id,
) -> impl IntoView {
    let app = AppState::expect();
    // Nothing is typed here.
    let visit = Visit::begin(app, id, |_, _, _| true);
    let is_there = Memo::new(move |_| read(visit).is_some());
    let gone = || view! { <Gone back=Route::Pinch.href() title=t(msg::pinch_title()) /> };
    view! {
        <Shown when=move || is_there.get() fallback=gone>
            <There visit />
        </Shown>
    }
}

/// Where somebody is in the questions: a part, and a question of it where each has its own screen.
type Place = (Part, usize);

/// A sitting that is there.
#[component]
fn There(visit: Visit) -> impl IntoView {
    let app = AppState::expect();
    let sitting = Memo::new(move |_| read(visit));
    let is_unsafe = Memo::new(move |_| {
        sitting.with(|it| {
            it.as_ref().is_some_and(|it| app.journal.with(|journal| it.is_unsafe(journal)))
        })
    });
    let start = sitting.with_untracked(|it| {
        let it = it.as_ref().filter(|it| !it.done)?;
        Some((it.resume(is_unsafe.get_untracked()), 0))
    });
    let asking = RwSignal::new(start);
    // Whom the safety page was opened for. A sitting that says so when it is come to was there.
    let was_there = sitting.with_untracked(|it| it.as_ref().map(|it| it.who));
    let was_there = was_there.filter(|_| is_unsafe.get_untracked());
    let opened = RwSignal::new(was_there.into_iter().collect());
    let day = move || {
        let day = sitting.with(|it| it.as_ref().map(|it| it.day))?;
        let words = |journal: &Journal| day_words(journal, visit.id, day, DateStyle::Full);
        Some(t(msg::pinch_of(app.journal.with(words))))
    };
    let heading = move || {
        let is_asking = asking.get().is_some();
        t(if is_asking { msg::pinch_title() } else { msg::outcome_title() })
    };
    let again = Callback::new(move |part| {
        asking.set(Some((part, 0)));
        dom::scroll_to_top();
        dom::focus_soon([".pinch h2"]);
    });
    view! {
        <div class="page pinch">
            <PageHead
                title=Signal::derive(heading)
                back=(Route::Pinch.href(), t(msg::pinch_title()))
                note=Signal::derive(day)
            />
            <Shown
                when=move || asking.get().is_some()
                fallback=move || view! { <OutcomeView visit sitting is_unsafe on_again=again /> }
            >
                <Questions visit sitting is_unsafe asking opened />
            </Shown>
        </div>
    }
}

/// The questions of one part.
#[component]
fn Questions(
    visit: Visit,
    sitting: Memo<Option<Reflection>>,
    is_unsafe: Memo<bool>,
    asking: RwSignal<Option<Place>>,
    opened: RwSignal<Vec<Option<Id>>>,
) -> impl IntoView {
    let app = AppState::expect();
    let is_low = Memo::new(move |_| app.prefs.with(|prefs| prefs.energy() == Energy::Low));
    let place = move || asking.get().unwrap_or((Part::Grief, 0));
    let part = Memo::new(move |_| place().0);
    let all = Memo::new(move |_| {
        let part = part.get();
        sitting.with(|it| it.as_ref().map(|it| asks(part, it)).unwrap_or_default())
    });
    let shown = Memo::new(move |_| {
        let mut asks = all.get();
        if is_low.get() {
            let n = place().1.min(asks.len().saturating_sub(1));
            asks = asks.into_iter().skip(n).take(1).collect();
        }
        asks.into_iter().map(|ask| (part.get(), ask)).collect::<Vec<_>>()
    });
    let n_asks = move || all.with(Vec::len);
    let go = move |to: Option<Place>| {
        asking.set(to);
        dom::scroll_to_top();
        dom::focus_soon([if to.is_some() { ".pinch h2" } else { "main h1" }]);
    };
    let next = move |()| {
        let (part, n) = untrack(place);
        if is_low.get_untracked() && n + 1 < untrack(n_asks) {
            return go(Some((part, n + 1)));
        }
        let mut parts = Reflection::parts(is_unsafe.get_untracked());
        let following = parts.find(|it| *it > part);
        // Where nothing was answered there is nothing to be kept.
        if following.is_none() && untrack(|| visit.is_made()) {
            change(visit, |it| it.done = true);
        }
        // Being safe comes before everything that could be asked about the two of them. Once its
        // page was seen, the questions go on behind it.
        let who = sitting.with_untracked(|it| it.as_ref().and_then(|it| it.who));
        let was_opened = opened.with_untracked(|it| it.contains(&who));
        if part == Part::Safety && is_unsafe.get_untracked() && !was_opened {
            opened.update(|it| it.push(who));
            return address::go(&Route::Safety(who).to_string());
        }
        go(following.map(|part| (part, 0)));
    };
    let back = move |()| {
        let (part, n) = untrack(place);
        if is_low.get_untracked() && n > 0 {
            return go(Some((part, n - 1)));
        }
        match Reflection::parts(is_unsafe.get_untracked()).rfind(|it| *it < part) {
            Some(before) => go(Some((before, 0))),
            None => address::go(&Route::Pinch.to_string()),
        }
    };
    let is_last =
        move || part.get() == Part::Connection && (!is_low.get() || place().1 + 1 >= n_asks());
    // From the answers about being safe on, the way to that page stays open.
    let links_safety = move || match part.get() {
        Part::Grief => false,
        Part::Dispute => {
            sitting.with(|it| it.as_ref().is_some_and(|it| it.safety.has(Told::RatherNot)))
        }
        // Not as the yes is given, or it would move what is being pressed.
        Part::Safety => is_unsafe.get() && opened.with(|it| !it.is_empty()),
        Part::Change | Part::Connection => is_unsafe.get(),
    };
    // What stands on somebody's page about being safe is said here, also after the answer that put
    // it there was taken back: that page alone can change it.
    let kept = move || {
        let it = sitting.get().filter(|_| part.get() == Part::Safety)?;
        let who = it.who?;
        let name = app.journal.with(|journal| {
            let is_held = journal.person(who)?.person.feels_unsafe();
            is_held.then(|| names::person(who, journal))
        })?;
        if it.tells_unsafe() {
            let (href, words) = (Route::Safety(Some(who)).href(), msg::outcome_safe_link());
            return Some((t(msg::pinch_safe_kept(name)), href, t(words)));
        }
        let words = t(msg::pinch_safe_open(name.clone()));
        Some((t(msg::pinch_safe_still(name)), Route::Person(who).href(), words))
    };
    let kept =
        move || kept().map(|(said, href, words)| view! { {said} " " <a href=href>{words}</a> });
    let topic = move || {
        let area = part.get().area();
        let n = satkarya_core::diary::Area::ALL.iter().position(|it| *it == area);
        t(msg::pinch_topic((n.unwrap_or_default() + 1).to_string(), "4"))
    };
    view! {
        <section class="stack stack--loose" aria-labelledby="pinch-part">
            <div class="stack stack--tight">
                <div class="cluster cluster--between">
                    <p class="soft small">{topic}</p>
                    <Button tone=Tone::Quiet on_click=Callback::new(back)>
                        {t(msg::common_back())}
                    </Button>
                </div>
                <h2 id="pinch-part" tabindex="-1">
                    {move || t(labels::area(part.get().area()))}
                </h2>
                <p class="soft small">{t(msg::pinch_skip_hint())}</p>
                <NotKept when=app.is_read_only() />
                <Shown when=links_safety>
                    <p>
                        <a href=move || {
                            Route::Safety(sitting.with(|it| it.as_ref()?.who)).href()
                        }>{t(msg::outcome_safe_link())}</a>
                    </p>
                </Shown>
            </div>
            <Keyed
                each=move || shown.get()
                key=|it| *it
                children=move |(part, ask)| view! { <Question visit sitting part ask /> }
            />
            // Always there, so that it is heard as it comes.
            <p class="soft" aria-live="polite">
                {kept}
            </p>
            <div class="form-actions">
                <Button tone=Tone::Primary on_click=Callback::new(next)>
                    {move || t(if is_last() { msg::pinch_finish() } else { msg::common_next() })}
                </Button>
                <a class="button button--quiet" href=Route::Journey.href()>
                    {t(msg::pinch_stop())}
                </a>
            </div>
        </section>
    }
}

/// Keeps on somebody's page what was just answered here, and says so.
fn note_unsafe(app: AppState, visit: Visit) {
    let said = untrack(|| read(visit)).filter(Reflection::tells_unsafe);
    let Some(who) = said.and_then(|it| it.who) else { return };
    let noted = app.journal.with_untracked(|journal| {
        Some((noted_unsafe(journal.person(who)?.person)?, names::person(who, journal)))
    });
    if let Some((person, name)) = noted {
        app.put(who, Body::Person(person), Earlier::Kept);
        app.show_undo(msg::pinch_safe_kept(name));
    }
}

/// One question.
#[component]
fn Question(
    visit: Visit,
    sitting: Memo<Option<Reflection>>,
    part: Part,
    ask: Ask,
) -> impl IntoView {
    let app = AppState::expect();
    let questions = questions(part)?;
    let legend = ask.text(questions);
    Some(match ask {
        Ask::Loss => view! {
            <FuzzyField
                legend
                value=Signal::derive(move || sitting.with(|it| it.as_ref()?.loss))
                on_change=Callback::new(move |loss| change(visit, |it| it.loss = loss))
                half=app.prefs.with_untracked(crate::state::Prefs::half)
                last_year=app.last_year()
            />
        }
        .into_any(),
        Ask::Who => {
            let chosen =
                move || sitting.with(|it| it.as_ref()?.who).into_iter().collect::<Vec<_>>();
            let choose = move |id: Id| {
                change(visit, |it| it.set_who((it.who != Some(id)).then_some(id)));
            };
            let add = move |name| {
                if let Some(id) = app.add_person(name) {
                    change(visit, |it| it.set_who(Some(id)));
                }
            };
            view! {
                <PeoplePicker
                    legend
                    journal=app.journal
                    favorites=app.favorite_people(N_PEOPLE)
                    chosen=Signal::derive(chosen)
                    on_toggle=Callback::new(choose)
                    on_add=Callback::new(add)
                />
            }
            .into_any()
        }
        Ask::Presets => {
            let choice =
                |it: &content::Preset| Choice::new(it.id().as_str(), content_text(it.text()));
            let choices: Vec<Choice> = questions.presets().choices.iter().map(choice).collect();
            let chosen = move || {
                let ids = |it: &Reflection| it.changes.iter().map(ToString::to_string).collect();
                sitting.with(|it| it.as_ref().map(ids).unwrap_or_default())
            };
            let toggle = move |id: String| {
                let Ok(id) = PresetId::try_from(id) else { return };
                change(visit, |it| {
                    let before = it.changes.len();
                    it.changes.retain(|known| *known != id);
                    if it.changes.len() == before {
                        it.changes.push(id);
                    }
                });
            };
            view! {
                <ChipSet
                    legend
                    choices=Signal::stored(choices)
                    chosen=Signal::derive(chosen)
                    on_toggle=Callback::new(toggle)
                />
            }
            .into_any()
        }
        _ => {
            let chosen = move || sitting.with(|it| ask.chosen(part, it.as_ref()?));
            view! {
                <ChipChoice
                    legend
                    choices=Signal::stored(ask.choices(questions))
                    chosen=Signal::derive(chosen)
                    clearable=true
                    on_choose=Callback::new(move |chosen: Option<String>| {
                        change(visit, |it| ask.answer(part, it, chosen.as_deref()));
                        let yes = place(Told::ALL, &Told::Yes);
                        if matches!(ask, Ask::Safety(_)) && chosen == yes {
                            note_unsafe(app, visit);
                        }
                    })
                />
            }
            .into_any()
        }
    })
}
