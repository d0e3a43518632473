//! What is looked at: people, an area, a part of the sessions, a kind of moment. Kept while the
//! page is open, and nowhere else.

use leptos::prelude::*;
use satkarya_core::course::{Phase, phases};
use satkarya_core::diary::{Area, EventKind, toggle};
use satkarya_core::id::Id;
use satkarya_core::pattern::Filter;

use crate::i18n::{labels, msg, names, t};
use crate::platform::dom;
use crate::state::AppState;
use crate::ui::chips::Choice;
use crate::ui::choices::{at, numbered, place};
use crate::ui::disclosure::Disclosure;
use crate::ui::select::Select;
use crate::ui::set_chips::SetChips;
use crate::ui::shown::Shown;
use crate::ui::toggle_row::ToggleRow;
use crate::ui::told::n;

/// Takes one condition away.
type Clear = Box<dyn Fn(&mut Filter) + Send>;

fn first_and(first: String, choices: impl IntoIterator<Item = Choice>) -> Vec<Choice> {
    std::iter::once(Choice::new("", first)).chain(choices).collect()
}

/// The conditions, folded away, and below them those that are set, each with a way to take it
/// away. `note` says how much is counted.
#[expect(clippy::too_many_lines, reason = "five conditions, one after the other")]
pub(super) fn filters(
    filter: RwSignal<Filter>,
    n_set: Memo<usize>,
    note: Signal<Vec<String>>,
) -> AnyView {
    let app = AppState::expect();
    let all = || t(msg::patterns_filter_none());
    // Those who are chosen already stand below.
    let people = Signal::derive(move || {
        let chosen = filter.with(|it| it.people.clone());
        let people = app.people().get();
        let left = people
            .iter()
            .filter(|it| !chosen.contains(&it.id))
            .filter_map(|it| Some(Choice::new(it.id.to_string(), names::shown(it.person()?))));
        let first = if chosen.is_empty() { all() } else { t(msg::patterns_filter_add()) };
        first_and(first, left)
    });
    let choose_person = move |word: String| {
        if let Ok(id) = word.parse::<Id>() {
            filter.update(|it| toggle(&mut it.people, id));
        }
    };
    let areas = first_and(all(), numbered(Area::ALL, labels::area));
    let kinds = first_and(all(), numbered(EventKind::ALL, labels::kind));
    let has_phases = Memo::new(move |_| app.journal.with(|it| !phases(it).is_empty()));
    // What was pressed is gone with what it took away.
    let go_on = || dom::focus_soon([".patterns__filters summary"]);
    let remove = move |place: usize| {
        if let Some((_, clear)) = untrack(|| set_now(app, filter)).into_iter().nth(place) {
            filter.update(|it| clear(it));
        }
        go_on();
    };
    let clear_all = move |()| {
        filter.set(Filter::everything());
        go_on();
    };
    view! {
        <div class="patterns__filters no-print">
            <Disclosure
                summary=t(msg::filter_title())
                note=Signal::derive(move || {
                    let count = n_set.get();
                    (count > 0).then(|| t(msg::filter_active(n(count))))
                })
            >
                <div class="filters columns">
                    <Select
                        label=t(msg::patterns_filter_people())
                        choices=people
                        chosen=Signal::stored(String::new())
                        on_choose=Callback::new(choose_person)
                    />
                    <Select
                        label=t(msg::patterns_filter_area())
                        choices=areas
                        chosen=Signal::derive(move || {
                            filter.with(|it| place(Area::ALL, &it.area?)).unwrap_or_default()
                        })
                        on_choose=Callback::new(move |word: String| {
                            filter.update(|it| it.area = at(Area::ALL, &word));
                        })
                    />
                    <Shown when=move || has_phases.get()>
                        <Select
                            label=t(msg::patterns_filter_phase())
                            choices=first_and(
                                t(msg::patterns_filter_none()),
                                numbered(&Phase::COURSE, labels::phase),
                            )
                            chosen=Signal::derive(move || {
                                filter.with(|it| place(&Phase::COURSE, &it.phase?)).unwrap_or_default()
                            })
                            on_choose=Callback::new(move |word: String| {
                                filter.update(|it| it.phase = at(&Phase::COURSE, &word));
                            })
                        />
                    </Shown>
                    <Select
                        label=t(msg::patterns_filter_kind())
                        choices=kinds
                        chosen=Signal::derive(move || {
                            filter.with(|it| place(EventKind::ALL, &it.kind?)).unwrap_or_default()
                        })
                        on_choose=Callback::new(move |word: String| {
                            filter.update(|it| it.kind = at(EventKind::ALL, &word));
                        })
                    />
                </div>
                <ToggleRow
                    label=t(msg::patterns_leave_covered())
                    on=Signal::derive(move || filter.with(|it| it.without_covered))
                    on_change=Callback::new(move |on| filter.update(|it| it.without_covered = on))
                />
            </Disclosure>
        </div>
        <div class="stack stack--tight" role="status">
            {move || {
                note.get()
                    .into_iter()
                    .map(|line| view! { <p class="soft small">{line}</p> })
                    .collect_view()
            }}
        </div>
        <SetChips
            names=Signal::derive(move || {
                set_now(app, filter).into_iter().map(|it| it.0).collect::<Vec<_>>()
            })
            on_remove=Callback::new(remove)
            clear=t(msg::patterns_filter_clear())
            on_clear=Callback::new(clear_all)
        />
    }
    .into_any()
}

/// How many conditions are set.
pub(super) fn n_set(filter: &Filter) -> usize {
    let others = [
        filter.area.is_some(),
        filter.phase.is_some(),
        filter.kind.is_some(),
        filter.without_covered,
    ];
    filter.people.len() + others.into_iter().filter(|it| *it).count()
}

/// The conditions that are set: their words, and how to take each away.
fn set_now(app: AppState, filter: RwSignal<Filter>) -> Vec<(String, Clear)> {
    let filter = filter.get();
    let person = |id: &Id| {
        let id = *id;
        let clear: Clear = Box::new(move |it| it.people.retain(|other| *other != id));
        (app.journal.with(|journal| names::person(id, journal)), clear)
    };
    let mut all: Vec<(String, Clear)> = filter.people.iter().map(person).collect();
    if let Some(it) = filter.area {
        all.push((t(labels::area(it)), Box::new(|it| it.area = None)));
    }
    if let Some(it) = filter.phase {
        all.push((t(labels::phase(it)), Box::new(|it| it.phase = None)));
    }
    if let Some(it) = filter.kind {
        all.push((t(labels::kind(it)), Box::new(|it| it.kind = None)));
    }
    if filter.without_covered {
        all.push((t(msg::patterns_leave_covered()), Box::new(|it| it.without_covered = false)));
    }
    all
}
