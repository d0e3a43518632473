//! The page of one session: the day, what became of it, what was talked about, what to try.
//! Everything is saved as it is left, and Done logs it as it stands; whoever only looked goes back.

use leptos::prelude::*;
use satkarya_core::course::{Attendance, Mode, Session};
use satkarya_core::id::Id;
use satkarya_core::record::Body;
use satkarya_core::text::Note;

use super::place::{keep_circle, save_day};
use super::sessions::title;
use crate::i18n::dates::{self, DateStyle};
use crate::i18n::{Msg, labels, msg, t};
use crate::platform::address;
use crate::route::Route;
use crate::state::{AppState, Visit};
use crate::ui::button::{Button, Tone};
use crate::ui::calendar_button::CalendarButton;
use crate::ui::chips::ChipChoice;
use crate::ui::choices::{at, numbered, place};
use crate::ui::date_field::DateField;
use crate::ui::gone::Gone;
use crate::ui::not_kept::NotKept;
use crate::ui::page_head::PageHead;
use crate::ui::room_left::{MAX_NOTE, RoomLeft};
use crate::ui::shown::Shown;
use crate::ui::text_area::TextArea;
use crate::ui::toggle_row::ToggleRow;

/// The page.
#[component]
pub fn SessionPage(
    /// Which session.
    id: Id,
) -> impl IntoView {
    let app = AppState::expect();
    let visit = Visit::begin(app, id, fill);
    visit.before_making(|app, body| {
        if matches!(body, Body::Session(it) if it.counts()) {
            keep_circle(app);
        }
    });
    let is_there = Memo::new(move |_| read(visit).is_some());
    let gone = || view! { <Gone back=Route::Sessions.href() title=t(msg::sessions_title()) /> };
    view! {
        <Shown when=move || is_there.get() fallback=gone>
            <There visit />
        </Shown>
    }
}

/// The session. Followed by whatever view reads it.
fn read(visit: Visit) -> Option<Session> {
    visit.read(|body| if let Body::Session(session) = body { Some(session.clone()) } else { None })
}

/// Changes the session and saves it, if anything is different afterwards.
fn change(visit: Visit, act: impl FnOnce(&mut Session)) {
    visit.change(|body| {
        if let Body::Session(session) = body {
            act(session);
        }
    });
}

/// A session that is there.
#[component]
fn There(visit: Visit) -> impl IntoView {
    let app = AppState::expect();
    let id = visit.id;
    let session = Memo::new(move |_| read(visit));
    let heading = Memo::new(move |_| {
        app.journal.with(|journal| {
            let course = journal.session(id).map(|it| it.session.course);
            course.map_or_else(|| t(msg::session_plain()), |course| title(journal, course, id))
        })
    });
    let mode = Memo::new(move |_| {
        let course = session.with(|it| it.as_ref().map(|it| it.course));
        app.journal.with(|journal| Some(journal.get(course?)?.course()?.mode))
    });
    let day = Memo::new(move |_| session.with(|it| it.as_ref().map(|it| it.day)));
    let next = Memo::new(move |_| session.with(|it| it.as_ref().and_then(|it| it.next)));
    let state = Memo::new(move |_| session.with(|it| it.as_ref().map(|it| it.state)));
    let has_bad_day = RwSignal::new(false);
    let set_day = move |typed: String| {
        let day = typed.parse().ok();
        has_bad_day.set(day.is_none());
        if let Some(day) = day {
            change(visit, |it| it.day = day);
        }
    };
    let set_state = move |chosen: Option<String>| {
        if let Some(state) = chosen.and_then(|it| at(Attendance::ALL, &it)) {
            // A session that was to come and took place counts from now on.
            let will_count = state == Attendance::Attended
                && untrack(|| read(visit)).is_some_and(|it| !it.counts());
            if will_count {
                keep_circle(app);
            }
            visit.answer(|body| {
                if let Body::Session(session) = body {
                    session.state = state;
                }
            });
        }
    };
    let talked_label = move || {
        t(match mode.get() {
            Some(Mode::SelfGuided | Mode::KeepingWell) => msg::session_talked_alone(),
            _ => msg::session_talked(),
        })
    };
    let delete = move |()| {
        address::go(&Route::Sessions.to_string());
        app.remove(id, msg::session_deleted());
    };
    // Whoever came from the list goes back to it.
    let back = Some(app.came_from()).filter(|it| *it == Route::Sessions);
    let back = back.unwrap_or(Route::Journey);
    // What stands on the page is what is logged, also where nothing was changed in it.
    let done = move |()| {
        visit.save();
        visit.answer(|_| ());
        address::go(&back.to_string());
    };
    view! {
        <div class="page" on:focusout=move |_| visit.save()>
            <PageHead
                title=heading
                back=(Route::Sessions.href(), t(msg::sessions_title()))
                note=Signal::derive(move || day.get().map(|day| dates::day(day, DateStyle::Full)))
            />
            <NotKept when=app.is_read_only() />
            <DateField
                label=t(msg::session_day())
                value=Signal::derive(move || day.get().map(|it| it.to_string()).unwrap_or_default())
                on_change=Callback::new(set_day)
                error=Signal::derive(move || has_bad_day.get().then(|| t(msg::session_day_bad())))
            />
            <ChipChoice
                legend=t(msg::session_state())
                choices=numbered(Attendance::ALL, labels::attendance)
                chosen=Signal::derive(move || place(Attendance::ALL, &state.get()?))
                on_choose=Callback::new(set_state)
            />
            <Shown when=move || state.get() == Some(Attendance::Missed)>
                <ToggleRow
                    label=t(msg::session_moves_on())
                    hint=t(msg::session_moves_on_hint())
                    on=Signal::derive(move || {
                        session.with(|it| it.as_ref().is_some_and(|it| it.moves_on))
                    })
                    on_change=Callback::new(move |on| change(visit, |it| it.moves_on = on))
                />
            </Shown>
            <NoteField visit label=Signal::derive(talked_label) part=Part::Talked />
            <NoteField
                visit
                label=t(msg::session_try())
                hint=msg::session_try_hint
                part=Part::ToTry
            />
            <DateField
                label=t(msg::session_next())
                value=Signal::derive(move || next.get().map(|it| it.to_string()).unwrap_or_default())
                on_change=Callback::new(move |typed: String| {
                    change(visit, |it| it.next = typed.parse().ok());
                })
            />
            {move || {
                next.get()
                    .map(|day| {
                        let save = move |()| save_day(app, id, day);
                        view! {
                            <div>
                                <CalendarButton on_save=Callback::new(save) />
                            </div>
                        }
                    })
            }}
            <div class="cluster cluster--between">
                <Button tone=Tone::Primary on_click=Callback::new(done)>
                    {t(msg::common_done())}
                </Button>
                <Button tone=Tone::Danger on_click=Callback::new(delete)>
                    {t(msg::session_delete())}
                </Button>
            </div>
        </div>
    }
}

/// A long text of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// What was talked about.
    Talked,
    /// What to try until the next one.
    ToTry,
}

impl Part {
    fn of(self, session: &mut Session) -> &mut Note {
        match self {
            Self::Talked => &mut session.talked,
            Self::ToTry => &mut session.to_try,
        }
    }
}

/// Puts words into one of the texts.
fn fill(body: &mut Body, field: usize, text: &str) -> bool {
    let part = [Part::Talked, Part::ToTry].get(field).copied();
    if let (Body::Session(session), Some(part)) = (body, part) {
        *part.of(session) = Note::cut(text);
    }
    true
}

/// The field of a long text.
#[component]
fn NoteField(
    visit: Visit,
    #[prop(into)] label: Signal<String>,
    #[prop(optional)] hint: Option<fn() -> Msg>,
    part: Part,
) -> impl IntoView {
    let text = Memo::new(move |_| {
        let stored = || read(visit).map(|mut session| part.of(&mut session).to_string());
        visit.typed(part as usize).or_else(stored).unwrap_or_default()
    });
    view! {
        <div>
            <TextArea
                label
                hint=hint.map(|hint| t(hint()))
                value=text
                on_input=Callback::new(move |text| visit.type_in(part as usize, text))
                max_length=MAX_NOTE
            />
            <RoomLeft text />
        </div>
    }
}
