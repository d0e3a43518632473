//! The working summary: answers that become one paragraph, agreed with in versions.
//!
//! The paragraph follows the answers until somebody changes a word of it; then it stays as it was
//! written. It is a working summary and not a diagnosis.

use leptos::prelude::*;
use satkarya_core::diary::FeelingId;
use satkarya_core::focus::{Formulation, current, formulations, goals, noted_feelings};
use satkarya_core::id::Id;
use satkarya_core::record::Body;
use satkarya_core::text::{Answer, Line, Note};
use satkarya_core::timeline;

use super::make;
use super::paragraph::{composed, words};
use super::round::Round;
use super::summary_parts::{Area, Goals, PrintedGoals, Versions};
use crate::i18n::dates::{self, DateStyle};
use crate::i18n::{Msg, msg, names, t};
use crate::platform::dom;
use crate::route::Route;
use crate::state::{AppState, Visit};
use crate::ui::button::{Button, Tone};
use crate::ui::chips::{ChipSet, Choice};
use crate::ui::empty_state::EmptyState;
use crate::ui::fuzzy_field::FuzzyField;
use crate::ui::icon::{Icon, IconName};
use crate::ui::not_kept::NotKept;
use crate::ui::page_head::PageHead;
use crate::ui::people_picker::PeoplePicker;
use crate::ui::printed_on::PrintedOn;
use crate::ui::room_left::MAX_NOTE;
use crate::ui::shown::Shown;
use crate::ui::text_area::TextArea;
use crate::ui::text_field::TextField;
use crate::ui::toggle_row::ToggleRow;

/// How many days before today the feelings are counted from: four weeks with today.
const DAYS_BACK: i64 = 27;
/// How many feelings and people are offered.
const OFFERED: usize = 8;
/// The most of an answer that a field takes, in UTF-16 units.
#[expect(clippy::cast_possible_truncation, reason = "1000 fits")]
const MAX_ANSWER: u32 = Answer::MAX as u32;

/// A text of the summary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Felt,
    Context,
    When,
    Feel,
    Act,
    Others,
    Strengths,
    Words,
}

impl Field {
    const ALL: [Self; 8] = [
        Self::Felt,
        Self::Context,
        Self::When,
        Self::Feel,
        Self::Act,
        Self::Others,
        Self::Strengths,
        Self::Words,
    ];

    fn read(self, it: &Formulation) -> &str {
        match self {
            Self::Felt => &it.felt,
            Self::Context => &it.context,
            Self::When => &it.when,
            Self::Feel => &it.feel,
            Self::Act => &it.act,
            Self::Others => &it.others,
            Self::Strengths => &it.strengths,
            Self::Words => &it.words,
        }
    }

    fn write(self, it: &mut Formulation, text: &str) {
        match self {
            Self::Felt => it.felt = Line::cut(text),
            Self::Context => it.context = Answer::cut(text),
            Self::When => it.when = Line::cut(text),
            Self::Feel => it.feel = Line::cut(text),
            Self::Act => it.act = Line::cut(text),
            Self::Others => it.others = Line::cut(text),
            Self::Strengths => it.strengths = Answer::cut(text),
            Self::Words => {
                it.words = Note::cut(text);
                // Without words of its own it follows the answers, and is to be agreed with anew.
                it.agreed &= !it.words.is_blank();
            }
        }
    }
}

/// Puts words into one of the texts.
fn fill(body: &mut Body, field: usize, text: &str) -> bool {
    if let (Body::Formulation(it), Some(field)) = (body, Field::ALL.get(field)) {
        field.write(it, text);
    }
    true
}

fn read(visit: Visit) -> Option<Formulation> {
    visit.read(|body| if let Body::Formulation(it) = body { Some(it.clone()) } else { None })
}

fn change(visit: Visit, act: impl FnOnce(&mut Formulation)) {
    visit.change(|body| {
        if let Body::Formulation(it) = body {
            act(it);
        }
    });
}

/// What stands in the field of a text.
pub(super) fn text_of(visit: Visit, field: Field) -> Memo<String> {
    Memo::new(move |_| {
        let stored = || read(visit).map(|it| field.read(&it).to_owned());
        visit.typed(field as usize).or_else(stored).unwrap_or_default()
    })
}

/// The page.
#[component]
pub fn SummaryPage() -> impl IntoView {
    let app = AppState::expect();
    // Opened and not answered yet.
    let opened = RwSignal::new(None::<Id>);
    let latest = Memo::new(move |_| {
        let opened = opened.get();
        app.journal.with(|journal| {
            let latest = formulations(journal).first().map(|(id, _)| *id);
            latest.or_else(|| opened.filter(|id| journal.get(*id).is_none()))
        })
    });
    let begin = move |()| {
        // What is marked on the timeline need not be said twice.
        let since = app.journal.with_untracked(|it| timeline::own(it)?.1.when);
        let blank = Formulation { since, ..Formulation::new(app.today()) };
        if let Some(id) = app.open_blank(Body::Formulation(blank)) {
            opened.set(Some(id));
            dom::focus_soon(["main h1"]);
        }
    };
    let leave = Callback::new(move |()| opened.set(None));
    view! {
        <div class="page summary">
            <PageHead
                title=t(msg::summary_title())
                back=(Route::Focus.href(), t(msg::focus_title()))
                note=t(msg::summary_label())
            />
            {move || match latest.get() {
                Some(id) => view! { <Builder id on_delete=leave /> }.into_any(),
                None => {
                    view! {
                        <EmptyState title=t(msg::summary_title()) text=t(msg::summary_empty())>
                            <Button tone=Tone::Primary on_click=Callback::new(begin)>
                                {t(msg::summary_begin())}
                            </Button>
                        </EmptyState>
                    }
                        .into_any()
                }
            }}
            <Versions latest />
            <PrintedOn day=app.day_of_printing() />
        </div>
    }
}

/// The version that is worked on.
#[component]
fn Builder(id: Id, on_delete: Callback<()>) -> impl IntoView {
    let app = AppState::expect();
    let visit = Visit::begin(app, id, fill);
    let it = Memo::new(move |_| read(visit));
    let today = app.today();
    let paragraph = Memo::new(move |_| {
        let now = it.get();
        let made = || app.journal.with(|journal| now.map(|it| words(&it, journal, today)));
        visit.typed(Field::Words as usize).or_else(made).unwrap_or_default()
    });
    let agreed = Memo::new(move |_| it.with(|it| it.as_ref().is_some_and(|it| it.agreed)));
    let is_own =
        Memo::new(move |_| it.with(|it| it.as_ref().is_some_and(|it| !it.words.is_blank())));
    // What is agreed with stays as it is; taken back, it follows the answers again unless a word
    // of it was changed.
    let agree = move |on: bool| {
        visit.save();
        let made = app.journal.with_untracked(|journal| {
            it.get_untracked().map(|it| composed(&it, journal, today)).unwrap_or_default()
        });
        change(visit, |it| {
            it.agreed = on;
            if on && it.words.is_blank() {
                it.words = Note::cut(&made);
            } else if !on && *it.words == *made {
                it.words = Note::default();
            }
        });
    };
    let anew = move |()| {
        visit.note(Field::Words as usize, String::new());
        visit.save();
        app.show_undo(msg::summary_anew_done());
    };
    let is_enough = Memo::new(move |_| {
        app.journal.with(|journal| {
            let has_goal = goals(journal, false).iter().any(|(_, it)| !it.text.is_blank());
            current(journal).is_some() && has_goal
        })
    });
    let version = move |()| {
        visit.save();
        let Some(now) = it.get_untracked() else { return };
        let made = app.journal.with_untracked(|journal| composed(&now, journal, today));
        let next = now.next(today, &made);
        // What was agreed with stays as it is, whatever is answered from now on.
        change(visit, |it| it.freeze(&made));
        if make(app, Body::Formulation(next)).is_some() {
            app.show_undo(msg::summary_new_done());
            dom::scroll_to_top();
            dom::focus_soon(["main h1"]);
        }
    };
    let delete = move |()| {
        on_delete.run(());
        app.remove(id, msg::summary_deleted());
        dom::focus_soon(["main h1"]);
    };
    let day = move || {
        let day = it.with(|it| it.as_ref().map(|it| dates::day(it.day, DateStyle::Full)));
        day.map(|day| t(msg::summary_of(day)))
    };
    view! {
        <div class="stack stack--loose" on:focusout=move |_| visit.save()>
            <div class="no-print stack stack--loose">
                <p>{t(msg::summary_lead())}</p>
                <NotKept when=app.is_read_only() />
                <Feelings visit it />
                <TextField
                    label=t(msg::summary_felt())
                    hint=t(msg::summary_felt_hint())
                    value=text_of(visit, Field::Felt)
                    on_input=Callback::new(move |text| visit.type_in(Field::Felt as usize, text))
                    max_length=super::goal::MAX_LINE
                />
                <FuzzyField
                    legend=t(msg::summary_since_when())
                    value=Signal::derive(move || it.with(|it| it.as_ref()?.since))
                    on_change=Callback::new(move |since| change(visit, |it| it.since = since))
                    half=app.prefs.with_untracked(crate::state::Prefs::half)
                    last_year=app.last_year()
                />
                <Text
                    visit
                    field=Field::Context
                    label=msg::summary_context
                    hint=msg::summary_context_hint
                />
                <People visit it />
                <Area />
                <Round visit />
                <Text
                    visit
                    field=Field::Strengths
                    label=msg::summary_strengths
                    hint=msg::summary_strengths_hint
                />
                <Goals />
            </div>
            <section class="section stack stack--tight" aria-labelledby="summary-words">
                <h2 id="summary-words">{t(msg::summary_yours())}</h2>
                <p class="soft small">{day}</p>
                <p class="print-only own-words" translate="no" dir="auto">{move || paragraph.get()}</p>
                <div class="no-print stack">
                    <TextArea
                        label=t(msg::summary_words())
                        hint=t(msg::summary_words_hint())
                        value=paragraph
                        on_input=Callback::new(move |text| visit.type_in(Field::Words as usize, text))
                        rows=6
                        max_length=MAX_NOTE
                    />
                    // Always there, or it would move what is being pressed as the field is left.
                    <div>
                        <Button
                            tone=Tone::Quiet
                            disabled=Signal::derive(move || !is_own.get())
                            on_click=Callback::new(anew)
                        >
                            {t(msg::summary_anew())}
                        </Button>
                    </div>
                    <ToggleRow
                        label=t(msg::summary_agreed())
                        hint=t(msg::summary_agreed_hint())
                        on=agreed
                        on_change=Callback::new(agree)
                    />
                    <Shown when=move || agreed.get()>
                        <p class="soft">
                            {move || {
                                t(if is_enough.get() {
                                    msg::summary_done()
                                } else {
                                    msg::summary_missing()
                                })
                            }}
                        </p>
                    </Shown>
                </div>
                <PrintedGoals />
                <div class="cluster no-print">
                    <Button on_click=Callback::new(|()| dom::print())>
                        <Icon name=IconName::Print />
                        {t(msg::summary_print())}
                    </Button>
                    <Shown when=move || agreed.get()>
                        <Button on_click=Callback::new(version)>{t(msg::summary_new())}</Button>
                    </Shown>
                    <Button tone=Tone::Danger on_click=Callback::new(delete)>
                        {t(msg::summary_delete())}
                    </Button>
                </div>
            </section>
        </div>
    }
}

/// A text of some lines.
#[component]
fn Text(visit: Visit, field: Field, label: fn() -> Msg, hint: fn() -> Msg) -> impl IntoView {
    view! {
        <TextArea
            label=t(label())
            hint=t(hint())
            value=text_of(visit, field)
            on_input=Callback::new(move |text| visit.type_in(field as usize, text))
            rows=2
            max_length=MAX_ANSWER
        />
    }
}

/// The feelings noted most, to choose from. They are offered and never filled in.
#[component]
fn Feelings(visit: Visit, it: Memo<Option<Formulation>>) -> impl IntoView {
    let app = AppState::expect();
    let today = app.today();
    let chosen = Memo::new(move |_| {
        it.with(|it| it.as_ref().map(|it| it.feelings.clone()).unwrap_or_default())
    });
    let choices = Memo::new(move |_| {
        let chosen = chosen.get();
        app.journal.with(|journal| {
            let from = today.plus_days(-DAYS_BACK).unwrap_or(today);
            let noted = noted_feelings(journal, from, today, OFFERED);
            let others = chosen.into_iter().filter(|id| !noted.iter().any(|it| it.0 == *id));
            let others: Vec<_> = others.map(|id| (id, 0)).collect();
            let choice = |(id, n): (FeelingId, u32)| {
                let choice = Choice::new(id.as_str(), names::feeling(&id, journal));
                if n > 0 { choice.noted(t(msg::summary_times(n.into()))) } else { choice }
            };
            noted.into_iter().chain(others).map(choice).collect::<Vec<_>>()
        })
    });
    let toggle = move |id: String| {
        let Ok(id) = FeelingId::try_from(id) else { return };
        change(visit, |it| {
            let before = it.feelings.len();
            it.feelings.retain(|known| *known != id);
            if it.feelings.len() == before {
                it.feelings.push(id);
            }
        });
    };
    view! {
        <Shown when=move || choices.with(|it| !it.is_empty())>
            <div class="stack stack--tight">
                <ChipSet
                    legend=t(msg::summary_feelings())
                    choices
                    chosen=Signal::derive(move || {
                        chosen.get().iter().map(ToString::to_string).collect::<Vec<_>>()
                    })
                    on_toggle=Callback::new(toggle)
                />
                <p class="soft small">{t(msg::summary_feelings_hint())}</p>
            </div>
        </Shown>
    }
}

/// Whom it has to do with.
#[component]
fn People(visit: Visit, it: Memo<Option<Formulation>>) -> impl IntoView {
    let app = AppState::expect();
    let toggle = move |id: Id| {
        change(visit, |it| {
            let before = it.people.len();
            it.people.retain(|known| *known != id);
            if it.people.len() == before {
                it.people.push(id);
            }
        });
    };
    let add = move |name| {
        if let Some(id) = app.add_person(name) {
            change(visit, |it| it.people.push(id));
        }
    };
    view! {
        <PeoplePicker
            legend=t(msg::summary_people())
            journal=app.journal
            favorites=app.favorite_people(OFFERED)
            chosen=Signal::derive(move || {
                it.with(|it| it.as_ref().map(|it| it.people.clone()).unwrap_or_default())
            })
            on_toggle=Callback::new(toggle)
            on_add=Callback::new(add)
        />
    }
}
