//! The closeness circle: the picture, the same as a list, and the circle of an earlier day beside it.
//!
//! Counts only; nobody is weighed, and nobody who died or is out of touch is suggested.

use leptos::prelude::*;
use satkarya_core::circle::{self, Figures, Layout, Network, Snapshot};
use satkarya_core::id::Id;
use satkarya_core::journal::{Earlier, Journal};
use satkarya_core::people::{Person, Ring, Spot, Status};
use satkarya_core::record::Body;

use super::Pane;
use super::add::AddForm;
use super::edit::RingSelect;
use super::network;
use super::then::ThenAndNow;
use crate::i18n::{Msg, labels, msg, names, t};
use crate::platform::dom;
use crate::route::Route;
use crate::state::{Access, AppState};
use crate::ui::button::{Button, Tone};
use crate::ui::closeness::{Closeness, PersonDot, Put};
use crate::ui::closeness_marks::{ClosenessKey, Mark};
use crate::ui::icon::{Icon, IconName};
use crate::ui::keyed::Keyed;
use crate::ui::page_head::PageHead;
use crate::ui::printed_on::PrintedOn;
use crate::ui::row_link::RowLink;
use crate::ui::saveable::saveable;
use crate::ui::shown::Shown;

/// The most dots that wait below the picture.
const MOST_WAITING: usize = 8;
/// The most rows of the list.
const MOST_ROWS: usize = 120;

/// Somebody in the circle, in the order in which they were added.
pub(super) type Someone = (Id, Person);

/// The page.
#[component]
pub(super) fn CirclePage(
    /// The page only stands beside the list, whose heading is the first.
    #[prop(into)]
    aside: Signal<bool>,
    /// Where somebody is being added.
    adding: RwSignal<Option<Pane>>,
) -> impl IntoView {
    let app = AppState::expect();
    let people: Memo<Vec<Someone>> = Memo::new(move |_| {
        app.journal.with(|journal| {
            circle::people(journal).into_iter().map(|(id, it)| (id, it.clone())).collect()
        })
    });
    let chosen = RwSignal::new(None::<Id>);
    let then = Memo::new(move |_| {
        let record = chosen.get().and_then(|id| app.journal.with(|it| it.get(id).cloned()));
        record.and_then(|record| record.snapshot().cloned())
    });
    let layout = Memo::new(move |_| {
        people.with(|people| circle::layout(&circle::dots(people.iter().map(|it| (it.0, &it.1)))))
    });
    let dots = Memo::new(move |_| {
        people.with(|people| {
            layout.with(|layout| then.with(|then| picture(people, layout, then.as_ref())))
        })
    });
    let network = Memo::new(move |_| app.journal.with(|journal| circle::network(journal).cloned()));
    let figures = Memo::new(move |_| {
        let network = network.get();
        people.with(|people| {
            Figures::of(people.iter().map(|it| &it.1)).with_network(network.as_ref())
        })
    });
    let marks: Memo<Vec<(Mark, String)>> = Memo::new(move |_| {
        let there = |mark: &Mark| dots.with(|all| all.iter().any(|it| it.marks.contains(mark)));
        Mark::ALL.into_iter().filter(there).map(|mark| (mark, t(mark_words(mark)))).collect()
    });
    let is_empty = Memo::new(move |_| people.with(Vec::is_empty));
    let visited = StoredValue::new(Vec::<Id>::new());
    let put = Callback::new(move |(id, put): (Id, Put)| {
        let Some(ring) = people.with_untracked(|people| {
            let person = people.iter().find(|it| it.0 == id).map(|it| &it.1)?;
            wanted(person, put)
        }) else {
            return;
        };
        let (ring, spot) = match put {
            Put::At(x, y) => (ring, Some(circle::turn_at(x, y))),
            Put::Nearer | Put::Further => (ring, None),
        };
        app_put(app, visited, id, Some(ring), spot);
    });
    let picture = view! {
        <figure class="stack">
            <Closeness
                summary=Signal::derive(move || figures.with(counts))
                rings=Ring::ALL.iter().map(|ring| t(labels::ring(*ring))).collect()
                me=t(msg::circle_me())
                waiting=t(msg::circle_waiting())
                keys=t(msg::circle_keys())
                dots
                radius=Signal::derive(move || layout.with(|it| it.radius))
                on_put=put
            />
            <ClosenessKey marks />
            <figcaption>
                {move || figures.with(|it| words(it).join(" "))} " "
                <span class="no-print">{move || figures.with(hints)}</span>
            </figcaption>
        </figure>
    };
    view! {
        <div class="page circle-page">
            <PageHead
                title=t(msg::circle_title())
                aside
                back=(Route::People.href(), t(msg::people_title()))
                note=t(msg::circle_note())
            />
            {saveable(picture.into_any(), Signal::derive(move || !is_empty.get()))}
            {names_on_paper(people)}
            <PrintedOn day=app.day_of_printing() />
            <Shown when=move || is_empty.get()>
                <p>{t(msg::circle_none())}</p>
            </Shown>
            <AddHere is_empty aside adding />
            <Shown when=move || !is_empty.get()>
                <p class="soft no-print">{t(msg::circle_how())}</p>
                <Rows people visited />
                <Together network figures />
                <ThenAndNow people chosen then />
                <div>
                    <Button on_click=Callback::new(|()| dom::print())>
                        <Icon name=IconName::Print />
                        {t(msg::circle_print())}
                    </Button>
                </div>
            </Shown>
        </div>
    }
}

/// Adds somebody in place, which begins while nobody is there.
#[component]
fn AddHere(
    is_empty: Memo<bool>,
    aside: Signal<bool>,
    adding: RwSignal<Option<Pane>>,
) -> impl IntoView {
    // Whoever opens somebody's page and comes back is not asked again.
    on_cleanup(move || {
        if adding.try_get_untracked().flatten() == Some(Pane::Circle) {
            adding.set(None);
        }
    });
    let add = move |()| adding.set(Some(Pane::Circle));
    // While nobody is there it is what the page is for.
    let tone = if is_empty.get_untracked() { Tone::Primary } else { Tone::Plain };
    let close = move |()| {
        adding.set(None);
        dom::focus_soon(["main h1"]);
    };
    view! {
        // Beside the list that asks already there is no second form to open.
        <Shown when=move || !aside.get() && adding.get() != Some(Pane::Circle)>
            <div class:circle__another=move || !is_empty.get()>
                <Button tone=tone on_click=Callback::new(add)>
                    <Icon name=IconName::Add />
                    {t(msg::people_add())}
                </Button>
            </div>
        </Shown>
        <Shown when=move || adding.get() == Some(Pane::Circle) && !aside.get()>
            <AddForm on_close=Callback::new(close) />
        </Shown>
    }
}

/// The ring that somebody is moved to; none if they stay.
fn wanted(person: &Person, put: Put) -> Option<Ring> {
    let stands = person.stands();
    match (put, stands) {
        (Put::Nearer, None) => Some(Ring::Around),
        (Put::Further, None) => Some(Ring::Outside),
        (Put::Nearer, Some(ring)) => Some(ring.nearer()).filter(|next| *next != ring),
        (Put::Further, Some(ring)) => Some(ring.further()).filter(|next| *next != ring),
        // Below the picture is where they came from.
        (Put::At(_, y), None) if y > 1.05 => None,
        (Put::At(x, y), _) => Some(circle::ring_at(x, y)),
    }
}

/// Puts somebody in a ring, keeps what was there before the first time, and offers to undo it.
fn app_put(
    app: AppState,
    visited: StoredValue<Vec<Id>>,
    id: Id,
    ring: Option<Ring>,
    spot: Option<Spot>,
) {
    let Some(person) = app.journal.with_untracked(|journal| moved(journal, id, ring, spot)) else {
        return;
    };
    let earlier =
        if visited.with_value(|all| all.contains(&id)) { Earlier::Replaced } else { Earlier::Kept };
    let words = person.stands().map_or_else(|| t(msg::circle_waiting()), |it| t(labels::ring(it)));
    let message = msg::circle_moved(names::shown(&person), words);
    app.put(id, Body::Person(person), earlier);
    if app.access.get_untracked() == Access::Writer {
        visited.update_value(|all| all.push(id));
    }
    app.show_undo(message);
}

/// The person once they are put there; none if nothing changes.
fn moved(journal: &Journal, id: Id, ring: Option<Ring>, spot: Option<Spot>) -> Option<Person> {
    let before = journal.person(id)?.person;
    let mut person = before.clone();
    circle::put(&circle::people(journal), id, &mut person, ring, spot);
    (person != *before).then_some(person)
}

/// The dots of the picture, by name, and the first of those who wait.
fn picture(people: &[Someone], layout: &Layout, then: Option<&Snapshot>) -> Vec<PersonDot> {
    let mut n_waiting = 0;
    let mut dots: Vec<PersonDot> = people
        .iter()
        .filter_map(|(id, person)| {
            let place = layout.places.iter().find(|it| it.id == *id);
            n_waiting += usize::from(place.is_none());
            if n_waiting > MOST_WAITING && place.is_none() {
                return None;
            }
            let marks: Vec<Mark> = [
                (Mark::Supporter, person.is_supporter()),
                (Mark::Tense, person.is_tense()),
                (Mark::Wish, person.wished().is_some()),
                (Mark::Died, person.status == Status::Died),
            ]
            .into_iter()
            .filter_map(|(mark, is_so)| is_so.then_some(mark))
            .collect();
            let ring = person.stands().map_or_else(msg::circle_waiting, labels::ring);
            let said = marks.iter().map(|mark| t(mark_words(*mark)));
            let said = std::iter::once(t(ring)).chain(said).collect::<Vec<_>>().join(", ");
            let before = then.and_then(|then| then.ring(*id));
            let then = place.zip(before).filter(|(place, before)| place.ring != *before);
            Some(PersonDot {
                id: *id,
                initials: names::mark(person),
                name: names::shown(person),
                label: t(msg::circle_dot(names::shown(person), said)),
                href: Route::Person(*id).href(),
                at: place.map(|it| (it.ring, it.x, it.y)),
                then: then.map(|(place, before)| circle::point_in(before, place.spot)),
                marks,
            })
        })
        .collect();
    dots.sort_by_cached_key(|it| it.name.to_lowercase());
    dots
}

fn mark_words(mark: Mark) -> Msg {
    match mark {
        Mark::Supporter => msg::circle_mark_supporter(),
        Mark::Tense => msg::circle_mark_tense(),
        Mark::Died => msg::circle_mark_died(),
        Mark::Wish => msg::circle_mark_wish(),
    }
}

pub(super) fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// How many stand in each ring.
fn counts(figures: &Figures) -> String {
    let n = |ring: Ring| figures.n_in(ring).to_string();
    t(msg::circle_counts(n(Ring::VeryClose), n(Ring::Close), n(Ring::Around), n(Ring::Outside)))
}

/// The picture in sentences.
fn words(figures: &Figures) -> Vec<String> {
    if figures.n_placed() == 0 {
        return Vec::new();
    }
    let some = |n: usize, say: fn(i64) -> Msg| (n > 0).then(|| t(say(count(n))));
    std::iter::once(counts(figures))
        .chain(some(figures.n_supporters, msg::circle_supporters))
        .chain(some(figures.n_can_tell, msg::circle_can_tell))
        .chain(some(figures.n_nearer, msg::circle_wish_nearer))
        .chain(some(figures.n_further, msg::circle_wish_further))
        .collect()
}

/// What is said beside it and stays off paper: an empty middle, and whether that is enough or what
/// else could be said.
fn hints(figures: &Figures) -> String {
    if figures.n_placed() == 0 {
        return String::new();
    }
    let is_inner_empty = figures.n_in(Ring::VeryClose) == 0;
    let next = if figures.is_enough() {
        Some(msg::circle_enough())
    } else {
        figures.has_enough().then(msg::circle_describe)
    };
    let inner = is_inner_empty.then(msg::circle_inner_empty);
    inner.into_iter().chain(next).map(t).collect::<Vec<_>>().join(" ")
}

/// Whether that is everybody, and the way to the questions about them all.
#[component]
fn Together(network: Memo<Option<Network>>, figures: Memo<Figures>) -> impl IntoView {
    let visit = network::visit(AppState::expect());
    let say = move |everyone: bool| {
        visit.change(|body| {
            if let Body::Network(network) = body {
                network.everyone = everyone;
            }
        });
        dom::focus_soon([".circle__everyone button"]);
    };
    let is_everyone = Memo::new(move |_| figures.with(|it| it.is_everyone));
    // From five on it makes no difference any more.
    let matters = Memo::new(move |_| {
        figures.with(|it| (1..Figures::ENOUGH).contains(&it.n_placed()) || it.is_everyone)
    });
    let answered = move || {
        let n = network.with(|it| it.as_ref().map_or(0, Network::n_answered));
        t(msg::network_answered(count(n)))
    };
    view! {
        <section class="section no-print stack">
            <Shown when=move || matters.get()>
                <div class="circle__everyone stack stack--tight">
                    <Shown
                        when=move || is_everyone.get()
                        fallback=move || {
                            view! {
                                <div>
                                    <Button on_click=Callback::new(move |()| say(true))>
                                        {t(msg::network_everyone())}
                                    </Button>
                                </div>
                                <p class="soft small">{t(msg::network_everyone_hint())}</p>
                            }
                        }
                    >
                        <div class="cluster">
                            <p>{t(msg::network_everyone_said())}</p>
                            <Button
                                tone=Tone::Quiet
                                on_click=Callback::new(move |()| say(false))
                            >
                                {t(msg::network_everyone_not())}
                            </Button>
                        </div>
                    </Shown>
                </div>
            </Shown>
            <RowLink
                href=Route::Network.href()
                title=t(msg::network_open())
                note=Signal::derive(answered)
            />
        </section>
    }
}

/// On paper the first letters are not enough.
fn names_on_paper(people: Memo<Vec<Someone>>) -> impl IntoView {
    let rings = move || {
        let names = |ring: Ring| {
            people.with(|people| {
                let here = people.iter().filter(|it| it.1.stands() == Some(ring));
                here.map(|it| names::shown(&it.1)).collect::<Vec<_>>().join(", ")
            })
        };
        let rings = Ring::ALL.iter().map(|ring| (*ring, names(*ring)));
        rings
            .filter(|(_, names)| !names.is_empty())
            .map(|(ring, names)| {
                view! {
                    <dt>{t(labels::ring(ring))}</dt>
                    <dd translate="no">{names}</dd>
                }
            })
            .collect_view()
    };
    view! { <dl class="print-only circle__names">{rings}</dl> }
}

/// Everybody with a choice of ring: the same as the picture, for whoever cannot drag or see it.
#[component]
fn Rows(people: Memo<Vec<Someone>>, visited: StoredValue<Vec<Id>>) -> impl IntoView {
    let app = AppState::expect();
    let ids = Memo::new(move |_| {
        people.with(|people| {
            let mut sorted: Vec<&Someone> = people.iter().collect();
            sorted.sort_by_cached_key(|it| it.1.name.to_lowercase());
            sorted.into_iter().map(|it| it.0).take(MOST_ROWS).collect::<Vec<_>>()
        })
    });
    let row = move |id: Id| {
        let person =
            Memo::new(move |_| people.with(|all| all.iter().find(|it| it.0 == id).cloned()));
        let name = move || person.with(|it| it.as_ref().map(|it| names::shown(&it.1)));
        let ring = move || person.with(|it| it.as_ref().and_then(|it| it.1.stands()));
        view! {
            <li>
                <RingSelect
                    label=Signal::derive(move || name().unwrap_or_default())
                    value=Signal::derive(ring)
                    on_change=Callback::new(move |ring| app_put(app, visited, id, ring, None))
                />
            </li>
        }
    };
    let cut = move || {
        let n = people.with(Vec::len);
        (n > MOST_ROWS).then(|| {
            view! { <p class="soft">{t(msg::people_many(MOST_ROWS.to_string()))}</p> }
        })
    };
    view! {
        <section class="section no-print">
            <h2>{t(msg::circle_list_title())}</h2>
            <p class="soft small">{t(msg::circle_list_note())}</p>
            <ul class="circle__rows" role="list">
                <Keyed each=move || ids.get() key=|id| *id children=row />
            </ul>
            {cut}
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::testing::story;
    use satkarya_core::text::Name;

    fn person(ring: Option<Ring>) -> Person {
        Person { ring, ..Person::new(Name::cut("Ruth Abel")) }
    }

    #[test]
    fn keys_and_drops_lead_to_a_ring() {
        let waits = person(None);
        assert_eq!(wanted(&waits, Put::Nearer), Some(Ring::Around));
        assert_eq!(wanted(&waits, Put::Further), Some(Ring::Outside));
        assert_eq!(wanted(&waits, Put::At(0.1, 1.4)), None, "back where they came from");
        assert_eq!(wanted(&waits, Put::At(0.2, 0.2)), Some(Ring::VeryClose));
        let near = person(Some(Ring::VeryClose));
        assert_eq!(wanted(&near, Put::Nearer), None);
        assert_eq!(wanted(&near, Put::Further), Some(Ring::Close));
        assert_eq!(wanted(&near, Put::At(0.1, 1.4)), Some(Ring::Outside));
    }

    #[test]
    fn a_dot_says_in_words_what_its_signs_say() {
        let then = Snapshot::new("2026-03-01".parse().expect("a day"), []);
        let one =
            Person { trusted: true, ring_wish: Some(Ring::Close), ..person(Some(Ring::Around)) };
        let people = [(Id::from_bytes([1; 16]), one)];
        let layout = circle::layout(&circle::dots(people.iter().map(|it| (it.0, &it.1))));
        let [dot] = picture(&people, &layout, Some(&then)).try_into().expect("one dot");
        assert_eq!((dot.initials.as_str(), dot.then), ("RA", None));
        assert_eq!(dot.marks, [Mark::Supporter, Mark::Wish]);
        for word in ["Ruth Abel", "In my life", &t(msg::circle_mark_wish())] {
            assert!(dot.label.contains(word), "{}", dot.label);
        }
    }

    #[test]
    fn the_first_move_of_a_visit_keeps_what_was_before_and_each_can_be_undone() {
        story(|app| {
            let id = Id::from_bytes([1; 16]);
            app.put(id, Body::Person(person(None)), Earlier::Kept);
            let visited = StoredValue::new(Vec::new());
            let ring =
                || app.journal.with_untracked(|it| it.person(id).and_then(|it| it.person.ring));
            for next in [Ring::Close, Ring::VeryClose] {
                app_put(app, visited, id, Some(next), None);
            }
            assert_eq!(ring(), Some(Ring::VeryClose));
            let n = app.journal.with_untracked(|it| it.get(id).map(|it| it.versions.len()));
            assert_eq!(n, Some(1));
            assert!(app.undo());
            assert_eq!(ring(), Some(Ring::Close));
            assert!(app.undo());
            assert_eq!(ring(), None);
        });
    }
}
