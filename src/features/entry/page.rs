//! The page of one entry: what it says, and what can be done with it.

use leptos::prelude::*;
use satkarya_core::diary::{Entry, When};
use satkarya_core::id::Id;
use satkarya_core::journal::Earlier;
use satkarya_core::record::{Body, Record};
use satkarya_core::time::{Day, Now};

use super::cover::Cover;
use super::reading::reading;
use super::worked::Worked;
use super::write::{Gone, to_diary};
use crate::i18n::dates::DateStyle;
use crate::i18n::{dates, msg, t};
use crate::platform::address;
use crate::route::Route;
use crate::state::AppState;
use crate::state::lock::Lock;
use crate::ui::button::{Button, LinkButton, Tone};
use crate::ui::icon::{Icon, IconName};
use crate::ui::page_head::PageHead;
use crate::ui::rings::Waiting;
use crate::ui::shown::Shown;
use crate::ui::versions::{Versions, moment_of};

/// What an earlier version of an entry said.
fn told(body: &Body) -> Option<AnyView> {
    let Body::Entry(entry) = body else { return None };
    Some(AppState::expect().journal.with_untracked(|it| reading(entry, it)).into_any())
}

/// The day the entry was written on, if it is not the day that it is about; and when it was last
/// changed, if that was not while it was being written.
fn history(app: AppState, record: &Record) -> Vec<String> {
    let Some(entry) = record.entry() else { return Vec::new() };
    let later = written_later(record, entry)
        .map(|day| t(msg::entry_written_later(dates::day(day, DateStyle::Medium))));
    let changed = (!record.versions.is_empty())
        .then(|| t(msg::entry_changed_on(moment_of(app.now(), record.changed.ms()))));
    later.into_iter().chain(changed).collect()
}

/// The day on which an entry was written, if that is not the day it is about. Told by the clock
/// of the place where it was written, wherever and in whatever season it is read.
fn written_later(record: &Record, entry: &Entry) -> Option<Day> {
    let When { day, offset, zone, .. } = entry.when.clone();
    let written = Now { ms: record.created.ms(), offset, zone }.day();
    (written != day).then_some(written)
}

/// The page of one entry.
#[component]
pub fn EntryPage(
    /// Which one.
    id: Id,
) -> impl IntoView {
    let app = AppState::expect();
    let record = app.record(id);
    let is_there = Memo::new(move |_| {
        record.with(|record| record.as_ref().is_some_and(|record| record.entry().is_some()))
    });
    let is_loading = Memo::new(move |_| !app.loading.get().is_complete());
    let title = move || {
        record.with(|record| {
            let entry = record.as_deref().and_then(Record::entry);
            entry.map_or_else(
                || t(msg::entry_view_title()),
                |entry| dates::day(entry.when.day, DateStyle::Full),
            )
        })
    };
    let time = move || {
        record.with(|record| {
            let entry = record.as_deref().and_then(Record::entry)?;
            Some(dates::time(entry.when.time))
        })
    };
    view! {
        <div class="page">
            <PageHead
                title=Signal::derive(title)
                note=Signal::derive(time)
                back=to_diary(app)
            />
            <Shown
                when=move || is_there.get()
                fallback=move || {
                    if is_loading.get() {
                        view! { <Waiting label=t(msg::app_loading()) /> }.into_any()
                    } else {
                        view! { <Gone /> }.into_any()
                    }
                }
            >
                <Opened id />
            </Shown>
        </div>
    }
}

/// The entry itself, behind its cover if it has one.
#[component]
fn Opened(id: Id) -> impl IntoView {
    let app = AppState::expect();
    let record = app.record(id);
    let flag = move |read: fn(&Entry) -> bool| {
        Memo::new(move |_| {
            record.with(|it| it.as_deref().and_then(Record::entry).is_some_and(read))
        })
    };
    let (is_star, is_covered) = (flag(|entry| entry.star), flag(|entry| entry.covered));
    let is_open = RwSignal::new(Lock::expect().was_opened(id));
    let change = move |act: fn(&mut Entry)| {
        let entry = record.with_untracked(|it| it.as_deref().and_then(Record::entry).cloned());
        if let Some(mut entry) = entry {
            act(&mut entry);
            // A mark is not worth a version of its own.
            app.put(id, Body::Entry(entry), Earlier::Replaced);
        }
    };
    let said = move || {
        record.with(|record| {
            let entry = record.as_deref().and_then(Record::entry)?;
            Some(app.journal.with(|journal| reading(entry, journal)))
        })
    };
    let history = move || {
        let lines = record.with(|it| it.as_deref().map(|it| history(app, it)).unwrap_or_default());
        lines.into_iter().map(|line| view! { <p class="soft small">{line}</p> }).collect_view()
    };
    let is_pinned = flag(|entry| entry.pinned);
    let pin_words = move || t(if is_pinned.get() { msg::entry_pinned() } else { msg::entry_pin() });
    let star_words =
        move || t(if is_star.get() { msg::entry_starred() } else { msg::entry_star() });
    let remove = move |()| {
        app.remove(id, msg::entry_deleted());
        address::replace(&Route::Diary(app.looking.view.get_untracked()).to_string());
    };
    view! {
        <Shown
            when=move || is_open.get() || !is_covered.get()
            fallback=move || {
                view! { <Cover id on_open=Callback::new(move |()| is_open.set(true)) /> }
            }
        >
            <div class="stack" class:no-print=is_covered>
                {said}
            </div>
            <div class="cluster">
                <LinkButton href=Route::EntryEdit(id).href() tone=Tone::Primary>
                    <Icon name=IconName::Edit />
                    {t(msg::entry_add_more())}
                </LinkButton>
                <Button
                    pressed=is_star
                    on_click=Callback::new(move |()| change(|entry| entry.star = !entry.star))
                >
                    <Icon name=IconName::Star />
                    {star_words}
                </Button>
                <Shown when=move || is_star.get() || is_pinned.get()>
                    <Button
                        pressed=is_pinned
                        on_click=Callback::new(move |()| change(|it| it.pinned = !it.pinned))
                    >
                        <Icon name=IconName::Pin />
                        {pin_words}
                    </Button>
                </Shown>
                <Button tone=Tone::Quiet on_click=Callback::new(remove)>
                    <Icon name=IconName::Delete />
                    {t(msg::common_delete())}
                </Button>
            </div>
            <p class="soft small no-print">{t(msg::entry_star_about())}</p>
            <Worked entry=id />
            {history}
            <Versions
                versions=app.versions_of(id)
                now=app.now()
                said=told
                on_restore=Callback::new(move |body| app.bring_back(id, body))
            />
        </Shown>
    }
}

#[cfg(test)]
mod tests {
    use satkarya_core::stamp::StampClock;
    use satkarya_core::time::{Offset, Zone};

    use super::*;

    /// An entry of now, by a clock so many minutes from UTC.
    fn written(ms: u64, offset: i16) -> (Record, Entry) {
        let offset = Offset::try_from(offset).expect("an offset");
        let entry = Entry::new(When::from(&Now { ms, offset, zone: Zone::default() }));
        let stamp = StampClock::new(1).tick(ms);
        (Record::new(Id::from_bytes([1; 16]), stamp, Body::Entry(entry.clone())), entry)
    }

    #[test]
    fn the_day_of_writing_is_that_of_the_place_where_it_was_written() {
        // 2026-11-24, half past one in the night by UTC.
        for offset in [-600, -300, 0, 330, 780] {
            let (record, entry) = written(1_795_483_800_000, offset);
            assert_eq!(written_later(&record, &entry), None, "{offset} minutes");
        }
        let (record, mut entry) = written(1_795_483_800_000, 330);
        let written = entry.when.day;
        entry.when.day = "2026-11-20".parse().expect("a day");
        assert_eq!(written_later(&record, &entry), Some(written));
    }
}
