//! The page of one thing on the timeline. Everything is saved as it is left; Done only closes.

use leptos::prelude::*;
use satkarya_core::id::Id;
use satkarya_core::life::Title;
use satkarya_core::pattern::dated_events;
use satkarya_core::record::Body;
use satkarya_core::text::Note;

use super::date::Which;
use super::event::EventForm;
use super::lines::between;
use super::stretch::{BandForm, SpellForm};
use crate::i18n::{Msg, labels, msg, names, t};
use crate::platform::address;
use crate::route::Route;
use crate::state::{AppState, Visit};
use crate::ui::button::{Button, LinkButton, Tone};
use crate::ui::gone::Gone;
use crate::ui::not_kept::NotKept;
use crate::ui::page_head::PageHead;
use crate::ui::room_left::{MAX_NOTE, RoomLeft};
use crate::ui::shown::Shown;
use crate::ui::text_area::TextArea;
use crate::ui::text_field::TextField;

/// The most of a title that a field takes.
#[expect(clippy::cast_possible_truncation, reason = "60 fits")]
const MAX_TITLE: u32 = Title::MAX as u32;

/// What kind of thing a page is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Event,
    Band,
    Spell,
}

fn kind(body: &Body) -> Option<Kind> {
    match body {
        Body::Event(_) => Some(Kind::Event),
        Body::Band(_) => Some(Kind::Band),
        Body::Spell(_) => Some(Kind::Spell),
        _ => None,
    }
}

/// The page.
#[component]
pub fn PartPage(
    /// Which one.
    id: Id,
) -> impl IntoView {
    let app = AppState::expect();
    let visit = Visit::begin(app, id, fill);
    let kind = Memo::new(move |_| visit.read(kind));
    view! {
        <Shown
            when=move || kind.get().is_some()
            fallback=|| view! { <Gone back=Route::Line.href() title=t(msg::line_title()) /> }
        >
            <There visit kind />
        </Shown>
    }
}

/// Something that is there.
#[component]
fn There(visit: Visit, kind: Memo<Option<Kind>>) -> impl IntoView {
    let app = AppState::expect();
    let heading = Memo::new(move |_| visit.read(heading).unwrap_or_default());
    let note = Memo::new(move |_| visit.read(dated));
    // Only a day or a month has days around it.
    let has_days = Memo::new(move |_| {
        app.journal.with(|journal| dated_events(journal).iter().any(|it| it.id == visit.id))
    });
    let delete = move |()| {
        address::go(&Route::Line.to_string());
        app.remove(visit.id, msg::part_deleted());
    };
    let done = move |()| {
        visit.save();
        if visit.has_unfit() {
            app.notices.show(msg::part_order(), None);
        } else {
            address::go(&Route::Line.to_string());
        }
    };
    // Whoever leaves another way is told that a date did not go with them.
    on_cleanup(move || {
        if visit.has_unfit() && app.journal.with_untracked(|it| it.get(visit.id).is_some()) {
            app.notices.show(msg::part_order_left(), None);
        }
    });
    let form = move || match kind.get() {
        Some(Kind::Event) => view! { <EventForm visit /> }.into_any(),
        Some(Kind::Band) => view! { <BandForm visit /> }.into_any(),
        Some(Kind::Spell) => view! { <SpellForm visit /> }.into_any(),
        None => ().into_any(),
    };
    view! {
        <div class="page" on:focusout=move |_| visit.save()>
            <PageHead
                title=heading
                back=(Route::Line.href(), t(msg::line_title()))
                note
            />
            <NotKept when=app.is_read_only() />
            {form}
            <Shown when=move || has_days.get()>
                <p>
                    <LinkButton href=Route::Around(Some(visit.id)).href() tone=Tone::Quiet>
                        {t(msg::around_open())}
                    </LinkButton>
                </p>
            </Shown>
            <div class="cluster cluster--between">
                <Button tone=Tone::Primary on_click=Callback::new(done)>
                    {t(msg::common_done())}
                </Button>
                <Button tone=Tone::Danger on_click=Callback::new(delete)>
                    {t(msg::part_delete())}
                </Button>
            </div>
        </div>
    }
}

fn heading(body: &Body) -> Option<String> {
    Some(match body {
        Body::Event(it) => names::titled(&it.title, msg::event_untitled()),
        Body::Band(it) => names::titled(&it.label, msg::band_untitled()),
        Body::Spell(it) => t(labels::spell(it)),
        _ => return None,
    })
}

/// When it was, once that is known.
fn dated(body: &Body) -> Option<String> {
    let (when, until) = match body {
        Body::Event(it) => (it.when, it.until),
        Body::Band(it) => (it.when, it.until),
        Body::Spell(it) => (it.when, it.until),
        _ => return None,
    };
    when.map(|_| between(when, until))
}

/// A field that holds words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Words {
    /// What it is called.
    Title,
    /// Anything worth adding.
    Note,
}

impl Words {
    /// What is stored.
    fn of(self, body: &Body) -> Option<String> {
        Some(match (self, body) {
            (Self::Title, Body::Event(it)) => it.title.to_string(),
            (Self::Title, Body::Band(it)) => it.label.to_string(),
            (Self::Note, Body::Event(it)) => it.note.to_string(),
            (Self::Note, Body::Spell(it)) => it.note.to_string(),
            _ => return None,
        })
    }

    /// What the field shows: what is being typed, or else what is stored.
    fn shown(self, visit: Visit) -> Memo<String> {
        Memo::new(move |_| {
            let stored = || visit.read(|body| self.of(body));
            visit.typed(self as usize).or_else(stored).unwrap_or_default()
        })
    }
}

/// Puts words or a date into a field.
pub(super) fn fill(body: &mut Body, field: usize, text: &str) -> bool {
    if let Some(which) = Which::at(field) {
        return which.fill(body, text);
    }
    let words = [Words::Title, Words::Note].get(field).copied();
    match (words, body) {
        (Some(Words::Title), Body::Event(it)) => it.title = Title::cut(text),
        (Some(Words::Title), Body::Band(it)) => it.label = Title::cut(text),
        (Some(Words::Note), Body::Event(it)) => it.note = Note::cut(text),
        (Some(Words::Note), Body::Spell(it)) => it.note = Note::cut(text),
        _ => {}
    }
    true
}

/// Asks for a title.
#[component]
pub(super) fn TitleField(visit: Visit, label: Msg, hint: Msg) -> impl IntoView {
    view! {
        <TextField
            label=t(label)
            hint=t(hint)
            value=Words::Title.shown(visit)
            on_input=Callback::new(move |text| visit.type_in(Words::Title as usize, text))
            max_length=MAX_TITLE
        />
    }
}

/// Asks for a note.
#[component]
pub(super) fn NoteField(visit: Visit) -> impl IntoView {
    let text = Words::Note.shown(visit);
    view! {
        <div>
            <TextArea
                label=t(msg::part_note())
                hint=t(msg::part_note_hint())
                value=text
                on_input=Callback::new(move |text| visit.type_in(Words::Note as usize, text))
                max_length=MAX_NOTE
            />
            <RoomLeft text />
        </div>
    }
}

#[cfg(test)]
mod tests {
    use satkarya_core::life::{LifeEvent, LowSpell, MoodBand};

    use super::*;

    #[test]
    fn words_stand_where_they_belong_and_are_found_there() {
        let bodies = [
            (Body::Event(LifeEvent::default()), [true, true]),
            (Body::Band(MoodBand::default()), [true, false]),
            (Body::Spell(LowSpell::default()), [false, true]),
        ];
        for (mut body, holds) in bodies {
            for (words, holds) in [Words::Title, Words::Note].into_iter().zip(holds) {
                assert!(fill(&mut body, words as usize, "Moved"));
                assert_eq!(words.of(&body).as_deref(), holds.then_some("Moved"), "{words:?}");
            }
        }
    }

    #[test]
    fn a_long_title_is_cut_to_its_field() {
        let mut body = Body::Event(LifeEvent::default());
        fill(&mut body, Words::Title as usize, &"x".repeat(80));
        assert_eq!(heading(&body).map(|it| it.len()), Some(60));
    }
}
