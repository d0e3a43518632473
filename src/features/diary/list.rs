//! The list: entries by day, newest first, a page at a time.

use leptos::prelude::*;
use satkarya_core::id::Id;
use satkarya_core::journal::Journal;
use satkarya_core::search::{Query, snippet};
use satkarya_core::time::Day;

use super::jump::JumpToDay;
use crate::i18n::dates::{self, DateStyle};
use crate::i18n::{msg, t};
use crate::platform::dom;
use crate::platform::timer::Timer;
use crate::route::Route;
use crate::state::AppState;
use crate::ui::button::{Button, Tone};
use crate::ui::empty_state::EmptyState;
use crate::ui::entry_row::EntryRow;
use crate::ui::keyed::Keyed;
use crate::ui::rings::Waiting;
use crate::ui::shown::Shown;

/// How many entries stand on one page.
const PAGE: usize = 40;
/// How many while words are searched: they are drawn anew with every key press.
const PAGE_OF_FOUND: usize = 20;

/// The entries of one day on the page.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct DayGroup {
    day: Day,
    ids: Vec<Id>,
}

/// Groups ids, newest first, by their day.
fn by_day(ids: &[Id], journal: &Journal) -> Vec<DayGroup> {
    let mut groups: Vec<DayGroup> = Vec::new();
    for it in ids.iter().filter_map(|id| journal.entry(*id)) {
        let day = it.entry.when.day;
        match groups.last_mut() {
            Some(group) if group.day == day => group.ids.push(it.record.id),
            _ => groups.push(DayGroup { day, ids: vec![it.record.id] }),
        }
    }
    groups
}

/// The first entry of `day` in a list that is newest first, or else of the nearest day before
/// it; the last entry if there is none.
fn place_of(day: Day, ids: &[Id], journal: &Journal) -> usize {
    let is_later = |id: &Id| journal.entry(*id).is_none_or(|it| it.entry.when.day > day);
    ids.partition_point(is_later).min(ids.len().saturating_sub(1))
}

/// The name of the heading of a day in the document.
fn heading_id(day: Day) -> String {
    format!("day-{day}")
}

/// The list with its pages.
#[component]
pub fn List(
    /// The entries to show, newest first.
    found: Memo<Vec<Id>>,
) -> impl IntoView {
    let app = AppState::expect();
    let looking = app.looking;
    let query = Memo::new(move |_| looking.typed.with(|typed| Query::new(typed)));
    let size = Memo::new(move |_| if query.with(Query::is_empty) { PAGE } else { PAGE_OF_FOUND });
    let n_pages = Memo::new(move |_| found.with(Vec::len).div_ceil(size.get()).max(1));
    let page = Memo::new(move |_| looking.page.get().min(n_pages.get() - 1));
    let groups = Memo::new(move |_| {
        found.with(|ids| {
            let size = size.get();
            let shown: Vec<Id> = ids.iter().skip(page.get() * size).take(size).copied().collect();
            app.journal.with(|journal| by_day(&shown, journal))
        })
    });
    let timer = StoredValue::new_local(None::<Timer>);
    // What was turned to is read from its beginning, by eye and by ear.
    let go_to = move |page: usize, heading: String| {
        looking.page.set(page);
        timer.set_value(Some(Timer::after(0, move || {
            dom::scroll_to(&heading);
            dom::focus(&heading);
        })));
    };
    let turn = move |to: usize| go_to(to, ".diary__day h2".to_owned());
    let jump = move |day: Day| {
        let (place, day) = app.journal.with_untracked(|journal| {
            found.with_untracked(|ids| {
                let place = place_of(day, ids, journal);
                let entry = ids.get(place).and_then(|id| journal.entry(*id));
                (place, entry.map_or(day, |it| it.entry.when.day))
            })
        });
        go_to(place / size.get_untracked(), format!("#{}", heading_id(day)));
    };
    view! {
        <Shown
            when=move || !found.with(Vec::is_empty)
            fallback=move || view! { <NothingFound /> }
        >
            <Keyed each=move || groups.get() key=DayGroup::clone let:group>
                <DayEntries group query />
            </Keyed>
            <Shown when=move || { n_pages.get() > 1 }>
                <nav class="diary__pages" aria-label=t(msg::diary_pages())>
                    <Button
                        disabled=Signal::derive(move || page.get() == 0)
                        on_click=Callback::new(move |()| {
                            turn(page.get_untracked().saturating_sub(1));
                        })
                    >
                        {t(msg::diary_newer())}
                    </Button>
                    <span class="soft small numbers">
                        {move || {
                            t(msg::common_of((page.get() + 1).to_string(), n_pages.get().to_string()))
                        }}
                    </span>
                    <Button
                        disabled=Signal::derive(move || page.get() + 1 >= n_pages.get())
                        on_click=Callback::new(move |()| turn(page.get_untracked() + 1))
                    >
                        {t(msg::diary_older())}
                    </Button>
                </nav>
                <JumpToDay on_go=Callback::new(jump) />
            </Shown>
            <Shown when=move || { page.get() + 1 == n_pages.get() && !looking.is_searching() }>
                <Older />
            </Shown>
        </Shown>
    }
}

/// What stands at the end where older entries are in files.
#[component]
fn Older() -> impl IntoView {
    let app = AppState::expect();
    let years = Memo::new(move |_| app.years_away().iter().map(|it| it.year).collect::<Vec<_>>());
    let words = move || {
        let years = years.get();
        let (first, last) = (years.first()?.to_string(), years.last()?.to_string());
        Some(t(if first == last {
            msg::aside_list_one(first)
        } else {
            msg::aside_list_more(t(msg::aside_span(first, last)))
        }))
    };
    view! {
        <Shown when=move || years.with(|years| !years.is_empty())>
            <p class="soft small">
                <a href=Route::Years.href()>{words}</a>
            </p>
        </Shown>
    }
}

/// A day with its entries.
#[component]
fn DayEntries(group: DayGroup, query: Memo<Query>) -> impl IntoView {
    let app = AppState::expect();
    let near = dates::near_day(group.day, app.today());
    let full = dates::day(group.day, DateStyle::Full);
    let note = (near == t(msg::common_today()) || near == t(msg::common_yesterday()))
        .then(|| view! { <span class="day-head__note">{near}</span> });
    let row = move |id: Id| {
        let found = Signal::derive(move || {
            query.with(|query| {
                if query.is_empty() {
                    return None;
                }
                app.journal.with(|journal| journal.entry(id).map(|it| snippet(it.entry, query)))
            })
        });
        let is_open = Signal::derive(
            move || matches!(app.route.get(), Route::Entry(open) | Route::EntryEdit(open) if open == id),
        );
        view! {
            <EntryRow
                id
                href=Route::Entry(id).href()
                journal=app.journal
                found
                current=is_open
            />
        }
    };
    view! {
        <section class="diary__day">
            <h2 class="day-head" id=heading_id(group.day) tabindex="-1">
                <span>{full}</span>
                {note}
            </h2>
            <ul class="entries" role="list">
                {group.ids.into_iter().map(row).collect_view()}
            </ul>
        </section>
    }
}

/// No entry fits the search.
#[component]
fn NothingFound() -> impl IntoView {
    let app = AppState::expect();
    view! {
        <Shown
            when=move || app.looking.is_searching() && app.loading.get().is_complete()
            fallback=|| view! { <Waiting label=t(msg::app_loading()) /> }
        >
            <EmptyState title=t(msg::search_none_title()) text=t(msg::search_none_body())>
                <Button
                    tone=Tone::Plain
                    on_click=Callback::new(move |()| app.looking.clear())
                >
                    {t(msg::search_none_action())}
                </Button>
            </EmptyState>
        </Shown>
    }
}

#[cfg(test)]
mod tests {
    use satkarya_core::diary::{Entry, When};
    use satkarya_core::journal::Earlier;
    use satkarya_core::record::Body;
    use satkarya_core::stamp::StampClock;
    use satkarya_core::time::{Now, Offset, Zone};

    use super::*;

    fn four() -> (Journal, Vec<Id>, StampClock) {
        let mut journal = Journal::new();
        let mut clock = StampClock::new(1);
        let now = Now { ms: 1_795_483_800_000, offset: Offset::UTC, zone: Zone::default() };
        let ids: Vec<Id> = (1..=4).map(|n| Id::from_bytes([n; 16])).collect();
        for (id, day) in ids.iter().zip(["2026-11-24", "2026-11-24", "2026-11-22", "2026-11-20"]) {
            let mut entry = Entry::new(When::from(&now));
            entry.when.day = day.parse().expect("day");
            journal.put(*id, Body::Entry(entry), clock.tick(now.ms), Earlier::Kept);
        }
        (journal, ids, clock)
    }

    #[test]
    fn entries_stand_under_their_day_and_deleted_ones_nowhere() {
        let (mut journal, ids, mut clock) = four();
        journal.remove(ids[3], clock.tick(1_795_483_900_000)).expect("removed");
        let groups = by_day(&ids, &journal);
        assert_eq!(groups.iter().map(|group| group.ids.len()).collect::<Vec<_>>(), [2, 1]);
    }

    #[test]
    fn a_day_without_entries_leads_to_the_one_before_it() {
        let (journal, ids, _) = four();
        for (day, place) in [
            ("2026-12-24", 0),
            ("2026-11-24", 0),
            ("2026-11-23", 2),
            ("2026-11-21", 3),
            ("2020-01-01", 3),
        ] {
            assert_eq!(place_of(day.parse().expect("day"), &ids, &journal), place, "{day}");
        }
    }
}
