//! What was said: up to six lines, each with who spoke, the words, and how they were said.

use leptos::html;
use leptos::prelude::*;
use satkarya_core::diary::{Entry, SaidLine, Speaker};
use satkarya_core::id::Id;
use satkarya_core::text::{Line, Text};

use super::sitting::Sitting;
use crate::i18n::{msg, names, t};
use crate::platform::{dom, timer};
use crate::state::AppState;
use crate::ui::button::{Button, Tone};
use crate::ui::chips::Choice;
use crate::ui::icon::{Icon, IconName};
use crate::ui::keyed::Keyed;
use crate::ui::select::Select;
use crate::ui::shown::Shown;
use crate::ui::text_area::TextArea;
use crate::ui::text_field::TextField;

const ME: &str = "me";
const OTHER: &str = "other";

fn word_of(who: Speaker) -> String {
    match who {
        Speaker::Me => ME.to_owned(),
        Speaker::Other => OTHER.to_owned(),
        Speaker::Person(id) => id.to_string(),
    }
}

fn speaker_of(word: &str) -> Speaker {
    match word {
        ME => Speaker::Me,
        word => word.parse::<Id>().map_or(Speaker::Other, Speaker::Person),
    }
}

/// Who speaks next: people take turns, and begin with somebody else.
fn next_speaker(entry: &Entry) -> Speaker {
    let last = entry.lines.last().map(|line| line.who);
    if last.is_some_and(|who| who != Speaker::Me) {
        return Speaker::Me;
    }
    let spoke = entry.lines.iter().rev().map(|line| line.who).find(|who| *who != Speaker::Me);
    let named = || entry.people.first().copied().map(Speaker::Person);
    spoke.or_else(named).unwrap_or(Speaker::Other)
}

/// Asks what was said.
#[component]
pub(super) fn SaidPart(sitting: Sitting) -> impl IntoView {
    let add_button = NodeRef::<html::Button>::new();
    let n_lines = sitting.slice(|entry| entry.lines.len());
    let add = move |()| {
        sitting.typed(|entry| {
            let who = next_speaker(entry);
            entry.lines.push(SaidLine { who, text: Line::default(), how: Text::default() });
        });
        if n_lines.get_untracked() == Entry::MAX_LINES {
            // The button that was pressed goes with the last line that there is room for.
            dom::focus_soon([".said__line:last-of-type select"]);
        }
    };
    let remove = Callback::new(move |place: usize| {
        sitting.choose(|entry| {
            if place < entry.lines.len() {
                entry.lines.remove(place);
            }
        });
        // The button that was pressed is gone; the focus must not fall to the top of the page.
        timer::spawn(async move {
            timer::pause(0).await;
            if let Some(button) = add_button.try_get_untracked().flatten() {
                drop(button.focus());
            }
        });
    });
    view! {
        <fieldset class="stack said">
            <legend class="chips__legend">{t(msg::entry_lines())}</legend>
            <p class="soft small">{t(msg::entry_lines_hint())}</p>
            <Keyed each=move || 0..n_lines.get() key=|place| *place let:place>
                <SaidFields sitting place on_remove=remove />
            </Keyed>
            <Shown
                when=move || n_lines.get() < Entry::MAX_LINES
                fallback=|| view! { <p class="soft small">{t(msg::entry_line_full())}</p> }
            >
                <div class="cluster">
                    <Button node_ref=add_button on_click=Callback::new(add)>
                        <Icon name=IconName::Add />
                        {t(msg::entry_line_add())}
                    </Button>
                </div>
            </Shown>
        </fieldset>
    }
}

/// The three fields of one line.
#[component]
fn SaidFields(sitting: Sitting, place: usize, on_remove: Callback<usize>) -> impl IntoView {
    let app = AppState::expect();
    let who = sitting
        .slice(move |entry| entry.lines.get(place).map(|it| word_of(it.who)).unwrap_or_default());
    let speakers = sitting.slice(Entry::named_people);
    let choices = Signal::derive(move || {
        let mut choices = vec![Choice::new(ME, t(msg::entry_line_me()))];
        app.journal.with(|journal| {
            let named = speakers.get().into_iter();
            choices.extend(named.map(|id| Choice::new(id.to_string(), names::person(id, journal))));
        });
        choices.push(Choice::new(OTHER, t(msg::entry_line_other())));
        choices
    });
    let text = sitting.slice(move |entry| {
        entry.lines.get(place).map(|it| it.text.to_string()).unwrap_or_default()
    });
    let how = sitting.slice(move |entry| {
        entry.lines.get(place).map(|it| it.how.to_string()).unwrap_or_default()
    });
    let change = move |act: &dyn Fn(&mut SaidLine)| {
        sitting.typed(|entry| entry.lines.get_mut(place).into_iter().for_each(act));
    };
    view! {
        <div class="said__line stack stack--tight">
            <Select
                label=t(msg::entry_line_who())
                choices
                chosen=who
                on_choose=Callback::new(move |word: String| {
                    change(&|line| line.who = speaker_of(&word));
                })
            />
            <TextArea
                label=t(msg::entry_line_text())
                value=text
                on_input=Callback::new(move |new: String| {
                    change(&|line| line.text = Line::cut(&new));
                })
                rows=2
                max_length=300
            />
            <TextField
                label=t(msg::entry_line_how())
                hint=t(msg::entry_line_how_hint())
                value=how
                on_input=Callback::new(move |new: String| {
                    change(&|line| line.how = Text::cut(&new));
                })
                max_length=60
            />
            <div class="cluster cluster--end">
                <Button tone=Tone::Quiet on_click=Callback::new(move |()| on_remove.run(place))>
                    {t(msg::entry_line_remove())}
                </Button>
            </div>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use satkarya_core::diary::When;
    use satkarya_core::time::{Now, Offset, Zone};

    use super::*;

    #[test]
    fn people_take_turns() {
        let now = Now { ms: 0, offset: Offset::UTC, zone: Zone::default() };
        let mut entry = Entry::new(When::from(&now));
        let maya = Id::from_bytes([1; 16]);
        let say = |entry: &mut Entry| {
            let who = next_speaker(entry);
            entry.lines.push(SaidLine { who, text: Line::cut("x"), how: Text::default() });
            who
        };
        assert_eq!(next_speaker(&entry), Speaker::Other);
        entry.people.push(maya);
        let turns: Vec<_> = (0..4).map(|_| say(&mut entry)).collect();
        let (her, me) = (Speaker::Person(maya), Speaker::Me);
        assert_eq!(turns, [her, me, her, me]);
    }

    #[test]
    fn speakers_are_told_apart_by_their_word() {
        for who in [Speaker::Me, Speaker::Other, Speaker::Person(Id::from_bytes([9; 16]))] {
            assert_eq!(speaker_of(&word_of(who)), who);
        }
        assert_eq!(speaker_of("nobody"), Speaker::Other);
    }
}
