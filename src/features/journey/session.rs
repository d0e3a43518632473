//! The page of one session: the day, what became of it, what was talked about, what to try.
//! Everything is saved as it is left; Done only closes.

use leptos::prelude::*;
use satkarya_core::course::{Attendance, Mode, Session};
use satkarya_core::id::Id;

use super::calendar::CalendarButton;
use super::choices::{at, numbered, place};
use super::sessions::title;
use super::sitting::{Sitting, Typed};
use crate::i18n::dates::{self, DateStyle};
use crate::i18n::{Msg, labels, msg, t};
use crate::platform::address;
use crate::route::Route;
use crate::state::{Access, AppState};
use crate::ui::button::{Button, LinkButton, Tone};
use crate::ui::chips::ChipChoice;
use crate::ui::date_field::DateField;
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
    let sitting = Sitting::new(app, id);
    // A tab that may write again saves what it could not keep.
    Effect::new(move || {
        if app.access.get() == Access::Writer {
            sitting.save(app);
        }
    });
    let is_there = Memo::new(move |_| sitting.session(app).is_some());
    view! {
        <Shown when=move || is_there.get() fallback=|| view! { <Gone /> }>
            <There sitting />
        </Shown>
    }
}

/// No session is at this address, or no longer.
#[component]
fn Gone() -> impl IntoView {
    view! {
        <div class="page">
            <PageHead
                title=t(msg::page_not_found_title())
                back=(Route::Sessions.href(), t(msg::sessions_title()))
            />
            <p>{t(msg::page_not_found_body())}</p>
            <LinkButton href=Route::Sessions.href()>{t(msg::sessions_title())}</LinkButton>
        </div>
    }
}

/// A session that is there.
#[component]
fn There(sitting: Sitting) -> impl IntoView {
    let app = AppState::expect();
    let id = sitting.id;
    let session = Memo::new(move |_| sitting.session(app));
    let heading = Memo::new(move |_| {
        app.journal
            .with(|journal| journal.session(id).map(|it| title(journal, it.session.course, id)))
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
            sitting.change(app, |it| it.day = day);
        }
    };
    let set_state = move |chosen: Option<String>| {
        if let Some(state) = at(Attendance::ALL, chosen.as_ref()) {
            sitting.change(app, |it| it.state = state);
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
    let done = move |()| {
        sitting.save(app);
        address::go(&Route::Journey.to_string());
    };
    view! {
        <div class="page" on:focusout=move |_| sitting.save(app)>
            <PageHead
                title=Signal::derive(move || heading.get().unwrap_or_default())
                back=(Route::Sessions.href(), t(msg::sessions_title()))
                note=Signal::derive(move || day.get().map(|day| dates::day(day, DateStyle::Full)))
            />
            <Shown when=move || app.access.get() != Access::Writer>
                <p class="soft small">{t(msg::session_not_kept())}</p>
            </Shown>
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
                    on_change=Callback::new(move |on| sitting.change(app, |it| it.moves_on = on))
                />
            </Shown>
            <NoteField sitting session label=Signal::derive(talked_label) part=TALKED />
            <NoteField
                sitting
                session
                label=t(msg::session_try())
                hint=msg::session_try_hint
                part=TO_TRY
            />
            <DateField
                label=t(msg::session_next())
                value=Signal::derive(move || next.get().map(|it| it.to_string()).unwrap_or_default())
                on_change=Callback::new(move |typed: String| {
                    sitting.change(app, |it| it.next = typed.parse().ok());
                })
            />
            {move || {
                next.get().map(|day| view! { <div><CalendarButton id day /></div> })
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

/// Where a text of a session stands: stored, and while it is being typed.
#[derive(Clone, Copy)]
struct Part {
    stored: fn(&Session) -> &str,
    typed: fn(&mut Typed) -> &mut Option<String>,
}

const TALKED: Part = Part { stored: |it| &it.talked, typed: |it| &mut it.talked };
const TO_TRY: Part = Part { stored: |it| &it.to_try, typed: |it| &mut it.to_try };

/// A long text of the session.
#[component]
fn NoteField(
    sitting: Sitting,
    session: Memo<Option<Session>>,
    #[prop(into)] label: Signal<String>,
    #[prop(optional)] hint: Option<fn() -> Msg>,
    part: Part,
) -> impl IntoView {
    let app = AppState::expect();
    let text = Memo::new(move |_| {
        let typed = sitting.typed.with(|typed| (part.typed)(&mut typed.clone()).take());
        let stored = || session.with(|it| it.as_ref().map(|it| (part.stored)(it).to_owned()));
        typed.or_else(stored).unwrap_or_default()
    });
    view! {
        <div>
            <TextArea
                label
                hint=hint.map(|hint| t(hint()))
                value=text
                on_input=Callback::new(move |text: String| {
                    sitting.type_in(app, |typed| *(part.typed)(typed) = Some(text));
                })
                max_length=MAX_NOTE
            />
            <RoomLeft text />
        </div>
    }
}
