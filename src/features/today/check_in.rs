//! The check-in: a mood, a feeling, a person. Saved after the first tap; each further tap adds to
//! the same entry.

use leptos::html;
use leptos::prelude::*;
use satkarya_core::diary::{Entry, FeelingId, Heaviness, OwnFeeling, When, heaviness};
use satkarya_core::id::Id;
use satkarya_core::rating::Mood;
use satkarya_core::text::{Name, Note};

use super::kind_word::QuietWord;
use crate::i18n::{Msg, labels, msg, names, t};
use crate::platform::{dom, timer};
use crate::route::Route;
use crate::state::{Access, AppState, Energy, MAX_OWN_FEELINGS, Saving, Typing};
use crate::ui::button::{Button, LinkButton, Tone};
use crate::ui::chips::{ChipButton, ChipSet, Choice};
use crate::ui::dialog::Dialog;
use crate::ui::feelings::FeelingsPicker;
use crate::ui::icon::{Icon, IconName};
use crate::ui::mention;
use crate::ui::mood_dial::MoodDial;
use crate::ui::people_picker::PeoplePicker;
use crate::ui::room_left::{MAX_NOTE, RoomLeft};
use crate::ui::shown::Shown;
use crate::ui::text_area::TextArea;

/// How many feelings and people are offered before "all".
const N_FEELINGS: usize = 6;
const N_PEOPLE: usize = 5;

/// One question of the check-in; with low energy each has the screen to itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Mood,
    Feelings,
    People,
    Words,
}

impl Step {
    const ALL: [Self; 4] = [Self::Mood, Self::Feelings, Self::People, Self::Words];

    fn place(self) -> usize {
        Self::ALL.iter().position(|step| *step == self).unwrap_or(0)
    }

    fn next(self) -> Option<Self> {
        Self::ALL.get(self.place() + 1).copied()
    }

    fn before(self) -> Option<Self> {
        Self::ALL.get(self.place().checked_sub(1)?).copied()
    }
}

/// Which questions are on the screen.
#[derive(Clone, Copy)]
struct Steps {
    is_low: Memo<bool>,
    at: RwSignal<Step>,
}

impl Steps {
    fn new(app: AppState) -> Self {
        let is_low = Memo::new(move |_| app.prefs.with(|prefs| prefs.energy() == Energy::Low));
        Self { is_low, at: RwSignal::new(Step::Mood) }
    }

    fn hides(self, step: Step) -> bool {
        self.is_low.get() && self.at.get() != step
    }

    fn go(self, step: Step) {
        self.at.set(step);
        dom::scroll_to_top();
        timer::spawn(async {
            timer::pause(0).await;
            dom::focus(".check-in__step:not([hidden])");
        });
    }
}

/// What is being noted: none until the first tap.
#[derive(Debug, Clone, PartialEq)]
struct Noted {
    id: Id,
    entry: Entry,
}

/// The check-in.
#[component]
pub fn CheckIn() -> impl IntoView {
    let app = AppState::expect();
    let noted = RwSignal::new(None::<Noted>);
    let typing = Typing::begin(app);
    let steps = Steps::new(app);
    let change = move |act: &dyn Fn(&mut Entry)| {
        noted.update(|noted| {
            let begun = noted.take().or_else(|| {
                let id = app.fresh_id()?;
                Some(Noted { id, entry: Entry::new(When::from(&app.now())) })
            });
            *noted = begun.map(|mut begun| {
                act(&mut begun.entry);
                typing.chosen(begun.id, &begun.entry);
                begun
            });
        });
    };
    // What is undone, changed or deleted elsewhere is shown here too.
    Effect::new(move || {
        let Some(id) = noted.with(|it| it.as_ref().map(|it| it.id)) else { return };
        let stored = app.journal.with(|journal| journal.entry(id).map(|it| it.entry.clone()));
        if typing.is_unsaved(id) || !app.loading.get().is_complete() {
            return;
        }
        let differs = noted.with_untracked(|it| it.as_ref().map(|it| &it.entry) != stored.as_ref());
        if differs {
            // tidy: allow(effect-write) because the journal decides what was noted
            noted.set(stored.map(|entry| Noted { id, entry }));
        }
    });
    let mood = Signal::derive(move || noted.with(|it| Some(it.as_ref()?.entry.mood?.get())));
    let has_begun = Memo::new(move |_| noted.with(Option::is_some));
    let choose_mood = move |value: u8| {
        let is_first = !has_begun.get_untracked();
        change(&|entry| entry.mood = Mood::try_from(value).ok());
        if is_first && steps.is_low.get_untracked() {
            steps.go(Step::Feelings);
        } else if is_first {
            // No further than is needed to see what can be added.
            timer::spawn(async {
                timer::pause(0).await;
                dom::scroll_near(".check-in__step--feelings");
            });
        }
    };
    let to_mood = move |()| {
        if steps.is_low.get_untracked() {
            return steps.go(Step::Mood);
        }
        dom::scroll_to(".check-in__step--mood");
        dom::focus(".check-in__step--mood input:checked");
    };
    let quiet = move |()| {
        change(&|entry| entry.quiet = true);
        if app.access.get_untracked() == Access::Writer {
            app.show_undo(msg::checkin_nothing_much_saved());
        } else {
            app.notices.show(app.unsaved_words(), None);
        }
        noted.set(None);
    };
    let words = Mood::all().map(|mood| t(labels::mood_word(mood))).collect::<Vec<_>>();
    view! {
        <section class="check-in" aria-label=t(msg::checkin_title())>
            <div
                class="check-in__step check-in__step--mood"
                tabindex="-1"
                hidden=move || steps.hides(Step::Mood)
            >
                <h2 class="check-in__question">{t(msg::checkin_mood_question())}</h2>
                <MoodDial
                    legend=t(msg::checkin_mood_question())
                    legend_hidden=true
                    low=t(msg::checkin_mood_lowest())
                    high=t(msg::checkin_mood_highest())
                    words
                    value=mood
                    on_choose=Callback::new(choose_mood)
                />
                <Shown when=move || !has_begun.get()>
                    <div class="stack stack--tight check-in__quiet">
                        <Button tone=Tone::Quiet on_click=Callback::new(quiet)>
                            {t(msg::checkin_nothing_much())}
                        </Button>
                        <p class="soft small">{t(msg::checkin_nothing_much_hint())}</p>
                    </div>
                </Shown>
            </div>
            <Shown when=move || has_begun.get()>
                <More noted typing steps to_mood=Callback::new(to_mood) on_again=Callback::new(move |()| {
                    noted.set(None);
                    steps.at.set(Step::Mood);
                    dom::scroll_to_top();
                    dom::focus("main h1");
                }) />
            </Shown>
        </section>
    }
}

/// What can be added after the mood, each with one tap.
#[component]
fn More(
    noted: RwSignal<Option<Noted>>,
    typing: Typing,
    steps: Steps,
    /// Goes back to the mood, to change it.
    to_mood: Callback<()>,
    on_again: Callback<()>,
) -> impl IntoView {
    let app = AppState::expect();
    let change = move |act: &dyn Fn(&mut Entry)| {
        noted.update(|noted| {
            if let Some(noted) = noted {
                act(&mut noted.entry);
                typing.chosen(noted.id, &noted.entry);
            }
        });
    };
    let heavy = Memo::new(move |_| {
        noted.with(|it| it.as_ref().is_some_and(|it| heaviness(&it.entry) == Heaviness::Heavy))
    });
    let telling = RwSignal::new(false);
    let saved = move || {
        let mood = noted.with(|it| it.as_ref().and_then(|it| it.entry.mood));
        mood.map(|mood| {
            let words = format!("{}, {}", mood.get(), t(labels::mood_word(mood)));
            t(msg::checkin_saved_mood(words))
        })
    };
    let edit = move || {
        noted.with(|it| it.as_ref().map(|it| Route::EntryEdit(it.id).href())).unwrap_or_default()
    };
    view! {
        <div
            class="check-in__step check-in__step--feelings"
            tabindex="-1"
            hidden=move || steps.hides(Step::Feelings)
        >
            // Said only when it is true; until then the head of the window says how it stands.
            <div class="check-in__saved">
                <Shown when=move || app.saving.get() == Saving::Saved>
                    <Icon name=IconName::Check />
                    <span>{saved}</span>
                    <Button
                        tone=Tone::Quiet
                        label=t(msg::checkin_change_mood())
                        on_click=to_mood
                    >
                        {t(msg::checkin_change())}
                    </Button>
                </Shown>
            </div>
            <FeelingChips noted change=Callback::new(move |id: FeelingId| {
                change(&|entry| entry.toggle_feeling(&id));
            }) />
        </div>
        <div class="check-in__step" tabindex="-1" hidden=move || steps.hides(Step::People)>
            <PeopleChips noted change=Callback::new(move |id: Id| {
                change(&|entry| entry.toggle_person(id));
            }) />
        </div>
        <QuietWord heavy />
        <div class="check-in__step" tabindex="-1" hidden=move || steps.hides(Step::Words)>
            <Shown
                when=move || telling.get()
                fallback=move || {
                    view! {
                        <Button on_click=Callback::new(move |()| telling.set(true))>
                            <Icon name=IconName::Edit />
                            {t(msg::checkin_more())}
                        </Button>
                    }
                }
            >
                <What noted typing />
            </Shown>
            <div class="cluster">
                <LinkButton href=Signal::derive(edit) tone=Tone::Quiet>
                    {t(msg::checkin_whole_form())}
                </LinkButton>
                <Button tone=Tone::Quiet on_click=on_again>
                    {t(msg::checkin_another())}
                </Button>
            </div>
        </div>
        <Shown when=move || steps.is_low.get()>
            <Onward steps />
        </Shown>
    }
}

/// The way through the questions where they come one by one. Whoever stops has lost nothing.
#[component]
fn Onward(steps: Steps) -> impl IntoView {
    let button = move |tone: Tone, words: Msg, to: Signal<Option<Step>>| {
        let words = StoredValue::new(t(words));
        view! {
            <Shown when=move || to.get().is_some()>
                <Button
                    tone
                    on_click=Callback::new(move |()| {
                        if let Some(step) = to.get_untracked() {
                            steps.go(step);
                        }
                    })
                >
                    {words.get_value()}
                </Button>
            </Shown>
        }
    };
    let at = steps.at;
    view! {
        <div class="cluster">
            {button(Tone::Primary, msg::common_next(), Signal::derive(move || at.get().next()))}
            {button(Tone::Quiet, msg::common_back(), Signal::derive(move || at.get().before()))}
        </div>
    }
}

/// The feelings used most, and the way to all of them.
#[component]
fn FeelingChips(noted: RwSignal<Option<Noted>>, change: Callback<FeelingId>) -> impl IntoView {
    let app = AppState::expect();
    let open = RwSignal::new(false);
    let chosen = Memo::new(move |_| {
        noted.with(|it| {
            let feelings = it.as_ref().map(|it| it.entry.feelings.as_slice()).unwrap_or_default();
            feelings.iter().map(|feeling| feeling.id.clone()).collect::<Vec<_>>()
        })
    });
    // Chosen once: chips must not change places under the finger.
    let favorites = app.favorite_feelings(N_FEELINGS);
    let choices = Signal::derive(move || {
        let mut ids = favorites.clone();
        ids.extend(chosen.get().into_iter().filter(|id| !favorites.contains(id)));
        app.journal.with(|journal| {
            ids.iter().map(|id| Choice::new(id.as_str(), names::feeling(id, journal))).collect()
        })
    });
    let toggle = move |id: String| {
        if let Ok(id) = FeelingId::try_from(id) {
            change.run(id);
        }
    };
    view! {
        <ChipSet
            legend=t(msg::checkin_feeling_question())
            choices
            chosen=Signal::derive(move || {
                chosen.get().iter().map(ToString::to_string).collect::<Vec<_>>()
            })
            on_toggle=Callback::new(toggle)
            full=t(msg::entry_feelings_full())
        >
            <ChipButton on_click=Callback::new(move |()| open.set(true))>
                {t(msg::checkin_all_feelings())}
            </ChipButton>
        </ChipSet>
        <Dialog
            open
            title=t(msg::entry_feelings())
            close_label=t(msg::common_close())
            on_close=Callback::new(move |()| open.set(false))
        >
            <FeelingsPicker
                journal=app.journal
                chosen
                on_toggle=change
                on_own=Callback::new(move |own: OwnFeeling| {
                    let id = app.add_own_feeling(own)?;
                    change.run(id.clone());
                    Some(id)
                })
                on_family=Callback::new(move |(word, family)| app.place_own_feeling(&word, family))
                max_own=MAX_OWN_FEELINGS
                on_done=Callback::new(move |()| open.set(false))
            />
        </Dialog>
    }
}

/// The people written about most, and the way to somebody else.
#[component]
fn PeopleChips(noted: RwSignal<Option<Noted>>, change: Callback<Id>) -> impl IntoView {
    let app = AppState::expect();
    let open = RwSignal::new(false);
    let chosen = Memo::new(move |_| {
        noted.with(|it| it.as_ref().map(|it| it.entry.people.clone()).unwrap_or_default())
    });
    let favorites = app.favorite_people(N_PEOPLE);
    let all = app.favorite_people(usize::MAX);
    let choices = Signal::derive(move || {
        let mut ids = favorites.clone();
        ids.extend(chosen.get().into_iter().filter(|id| !favorites.contains(id)));
        app.journal.with(|journal| {
            ids.iter().map(|id| Choice::new(id.to_string(), names::person(*id, journal))).collect()
        })
    });
    let toggle = move |id: String| {
        if let Ok(id) = id.parse() {
            change.run(id);
        }
    };
    view! {
        <ChipSet
            legend=t(msg::checkin_person_question())
            choices
            chosen=Signal::derive(move || {
                chosen.get().iter().map(ToString::to_string).collect::<Vec<_>>()
            })
            on_toggle=Callback::new(toggle)
        >
            <ChipButton on_click=Callback::new(move |()| open.set(true))>
                {t(msg::checkin_new_person())}
            </ChipButton>
        </ChipSet>
        <Dialog
            open
            title=t(msg::entry_people())
            close_label=t(msg::common_close())
            on_close=Callback::new(move |()| open.set(false))
        >
            <PeoplePicker
                legend=t(msg::entry_people())
                legend_hidden=true
                journal=app.journal
                favorites=all.clone()
                chosen
                on_toggle=change
                on_add=Callback::new(move |name: Name| {
                    if let Some(id) = app.add_person(name) {
                        change.run(id);
                    }
                })
                on_done=Callback::new(move |()| open.set(false))
            />
        </Dialog>
    }
}

/// A few words on what happened.
#[component]
fn What(noted: RwSignal<Option<Noted>>, typing: Typing) -> impl IntoView {
    let app = AppState::expect();
    let value = Signal::derive(move || {
        noted.with(|it| it.as_ref().map(|it| it.entry.what.to_string()).unwrap_or_default())
    });
    let input = move |text: String| {
        noted.update(|noted| {
            if let Some(noted) = noted {
                noted.entry.what = Note::cut(&text);
                typing.typed(noted.id, &noted.entry);
            }
        });
    };
    let people = app.people();
    let people = Signal::derive(move || people.with(|people| mention::own_people(people)));
    let mentioned = move |id: String| {
        if let Ok(id) = id.parse::<Id>() {
            noted.update(|noted| {
                if let Some(noted) = noted.as_mut().filter(|it| !it.entry.people.contains(&id)) {
                    noted.entry.people.push(id);
                    typing.chosen(noted.id, &noted.entry);
                }
            });
        }
    };
    let field = NodeRef::<html::Textarea>::new();
    // Whoever opens it is about to type, and one letter outside of it would be a shortcut.
    Effect::new(move || {
        if let Some(field) = field.get() {
            // A field that cannot take the focus leaves it where it was.
            drop(field.focus());
        }
    });
    let add = move |name: String| {
        if let Some(id) = app.add_person(Name::cut(&name)) {
            mentioned(id.to_string());
        }
    };
    view! {
        <div on:focusout=move |_| typing.save()>
            <TextArea
                label=t(msg::entry_what())
                hint=t(msg::entry_what_hint())
                value
                on_input=Callback::new(input)
                max_length=MAX_NOTE
                people
                people_label=t(msg::entry_people_mention())
                on_mention=Callback::new(mentioned)
                on_add=Callback::new(add)
                node_ref=field
            />
            <RoomLeft text=value />
        </div>
    }
}
