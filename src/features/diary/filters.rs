//! Conditions on the entries of the list. Those that are set stand as chips that take them away.

use leptos::prelude::*;
use satkarya_core::content::vocabulary;
use satkarya_core::diary::{Area, EventKind, FeelingId};
use satkarya_core::search::Filter;
use satkarya_core::time::Day;

use super::search::count;
use crate::i18n::dates::{self, DateStyle};
use crate::i18n::{content_text, labels, msg, names, t};
use crate::platform::dom;
use crate::state::AppState;
use crate::ui::chips::Choice;
use crate::ui::choices::{at, numbered, place};
use crate::ui::date_field::DateField;
use crate::ui::disclosure::Disclosure;
use crate::ui::select::Select;
use crate::ui::set_chips::SetChips;
use crate::ui::toggle_row::ToggleRow;

/// The value of "all" in a list of choices.
const ALL: &str = "";

/// Puts "all" before the choices.
fn with_all(choices: impl IntoIterator<Item = Choice>) -> Vec<Choice> {
    std::iter::once(Choice::new(ALL, t(msg::common_all()))).chain(choices).collect()
}

/// The filters.
#[expect(clippy::too_many_lines, reason = "seven conditions, one after the other")]
#[component]
pub fn Filters() -> impl IntoView {
    let app = AppState::expect();
    let filter = app.looking.filter;
    let set = move |change: &dyn Fn(&mut Filter)| {
        app.looking.page.set(0);
        filter.update(|filter| change(filter));
    };
    // What was pressed is gone with what it took away.
    let go_on = || dom::focus_soon([".diary__filters summary"]);
    let remove = move |place: usize| {
        if let Some((_, clear)) = untrack(|| set_now(app)).into_iter().nth(place) {
            set(&clear);
        }
        go_on();
    };
    let n_set = Memo::new(move |_| set_now(app).len());
    let note = Signal::derive(move || {
        let n = n_set.get();
        (n > 0).then(|| t(msg::filter_active(count(n))))
    });
    let people = Signal::derive(move || {
        app.journal.with(|journal| {
            with_all(
                journal
                    .people()
                    .iter()
                    .map(|it| Choice::new(it.record.id.to_string(), names::shown(it.person))),
            )
        })
    });
    let feelings = Signal::derive(move || {
        let own = app.journal.with(|journal| {
            let own = journal.others().filter_map(|record| {
                Some(Choice::new(record.id.to_string(), record.feeling()?.word.to_string()))
            });
            own.collect::<Vec<_>>()
        });
        let words = vocabulary()
            .words()
            .map(|word| Choice::new(word.id().as_str(), content_text(word.word())));
        with_all(words.chain(own))
    });
    let areas = with_all(numbered(Area::ALL, labels::area));
    let kinds = with_all(numbered(EventKind::ALL, labels::kind));
    let day = |value: Option<Day>| value.map_or_else(String::new, |day| day.to_string());
    let today = app.today().to_string();
    view! {
        <div class="diary__filters">
        <Disclosure summary=t(msg::filter_title()) note>
            <div class="filters columns">
                <Select
                    label=t(msg::filter_person())
                    choices=people
                    chosen=Signal::derive(move || {
                        filter.with(|it| it.person.map_or_else(String::new, |id| id.to_string()))
                    })
                    on_choose=Callback::new(move |id: String| {
                        set(&|filter| filter.person = id.parse().ok());
                    })
                />
                <Select
                    label=t(msg::filter_feeling())
                    choices=feelings
                    chosen=Signal::derive(move || {
                        filter.with(|it| {
                            it.feeling.as_ref().map_or_else(String::new, ToString::to_string)
                        })
                    })
                    on_choose=Callback::new(move |id: String| {
                        set(&|filter| filter.feeling = FeelingId::try_from(id.as_str()).ok());
                    })
                />
                <Select
                    label=t(msg::filter_area())
                    choices=areas
                    chosen=Signal::derive(move || filter.with(|it| place(Area::ALL, &it.area?)).unwrap_or_default())
                    on_choose=Callback::new(move |word: String| {
                        set(&|filter| filter.area = at(Area::ALL, &word));
                    })
                />
                <Select
                    label=t(msg::filter_kind())
                    choices=kinds
                    chosen=Signal::derive(move || filter.with(|it| place(EventKind::ALL, &it.kind?)).unwrap_or_default())
                    on_choose=Callback::new(move |word: String| {
                        set(&|filter| filter.kind = at(EventKind::ALL, &word));
                    })
                />
                <DateField
                    label=t(msg::common_from())
                    value=Signal::derive(move || day(filter.with(|it| it.first)))
                    max=today.clone()
                    on_change=Callback::new(move |day: String| {
                        set(&|filter| filter.first = day.parse().ok());
                    })
                />
                <DateField
                    label=t(msg::common_to())
                    value=Signal::derive(move || day(filter.with(|it| it.last)))
                    max=today
                    on_change=Callback::new(move |day: String| {
                        set(&|filter| filter.last = day.parse().ok());
                    })
                />
            </div>
            <ToggleRow
                label=t(msg::filter_starred())
                on=Signal::derive(move || filter.with(|it| it.starred))
                on_change=Callback::new(move |on: bool| set(&|filter| filter.starred = on))
            />
        </Disclosure>
        </div>
        <SetChips
            names=Signal::derive(move || {
                set_now(app).into_iter().map(|it| it.0).collect::<Vec<_>>()
            })
            on_remove=Callback::new(remove)
            clear=t(msg::filter_clear())
            on_clear=Callback::new(move |()| {
                set(&|filter| *filter = Filter::default());
                go_on();
            })
        />
    }
}

/// Takes one condition away.
type Clear = fn(&mut Filter);

/// The conditions that are set: their words, and how to take each away.
fn set_now(app: AppState) -> Vec<(String, Clear)> {
    app.looking.filter.with(|filter| {
        app.journal.with(|journal| {
            let date = |day: Day| dates::day(day, DateStyle::Medium);
            let named =
                |name: fn() -> crate::i18n::Msg, what: String| format!("{} {what}", t(name()));
            let all: [Option<(String, Clear)>; 7] = [
                filter
                    .person
                    .map(|id| (names::person(id, journal), (|it| it.person = None) as Clear)),
                filter
                    .feeling
                    .as_ref()
                    .map(|id| (names::feeling(id, journal), (|it| it.feeling = None) as Clear)),
                filter.area.map(|it| (t(labels::area(it)), (|it| it.area = None) as Clear)),
                filter.kind.map(|it| (t(labels::kind(it)), (|it| it.kind = None) as Clear)),
                filter.first.map(|day| {
                    (named(msg::common_from, date(day)), (|it| it.first = None) as Clear)
                }),
                filter
                    .last
                    .map(|day| (named(msg::common_to, date(day)), (|it| it.last = None) as Clear)),
                filter
                    .starred
                    .then(|| (t(msg::filter_starred()), (|it| it.starred = false) as Clear)),
            ];
            all.into_iter().flatten().collect()
        })
    })
}
