//! Nobody overlaps, everybody stays, and the numbers say what is there.

#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test may stop")]

use proptest::prelude::*;

use super::*;
use crate::journal::{Earlier, Journal};
use crate::people::{Contact, Gives, Spot, Status};
use crate::rating::{Depth, Turn};
use crate::record::Body;
use crate::stamp::Stamp;
use crate::text::{Name, Text};

fn id(n: u8) -> Id {
    Id::from_bytes([n; 16])
}

fn person(ring: Option<Ring>) -> Person {
    Person { ring, ..Person::new(Name::cut("x")) }
}

fn any_ring() -> impl Strategy<Value = Ring> {
    prop::sample::select(Ring::ALL)
}

fn any_spot() -> impl Strategy<Value = Spot> {
    (0..=Turn::MAX, 0..=Depth::MAX)
        .prop_map(|(turn, depth)| Spot { turn: Turn::nearest(turn), depth: Depth::nearest(depth) })
}

fn any_dots() -> impl Strategy<Value = Vec<Dot>> {
    prop::collection::vec((any_ring(), prop::option::of(any_spot())), 1..=60).prop_map(|all| {
        (1..).zip(all).map(|(n, (ring, spot))| Dot { id: id(n), ring, spot }).collect()
    })
}

/// The least distance between two dots, less what they need.
fn least_room(layout: &Layout) -> f64 {
    let mut least = f64::MAX;
    for (n, a) in layout.places.iter().enumerate() {
        for b in &layout.places[n + 1..] {
            least = least.min((a.x - b.x).hypot(a.y - b.y) - 2.0 * layout.radius);
        }
    }
    least
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn up_to_sixty_people_do_not_touch_and_stand_in_their_rings(dots in any_dots()) {
        let layout = layout(&dots);
        prop_assert_eq!(layout.places.len(), dots.len());
        prop_assert!(least_room(&layout) > 0.0, "{} of {}", least_room(&layout), layout.radius);
        for (dot, place) in dots.iter().zip(&layout.places) {
            let (inner, outer) = dot.ring.band();
            let distance = place.x.hypot(place.y);
            prop_assert_eq!((dot.id, dot.ring), (place.id, place.ring));
            prop_assert!(distance - layout.radius >= inner && distance + layout.radius <= outer);
            prop_assert_eq!(ring_at(place.x, place.y), dot.ring);
        }
        prop_assert_eq!(super::layout(&dots), layout, "the same again");
    }

    #[test]
    fn nobody_moves_when_somebody_comes_or_is_put_elsewhere(
        dots in any_dots(),
        ring in any_ring(),
        wanted in any_spot(),
        who in any::<prop::sample::Index>(),
    ) {
        // As the app keeps them: everybody has the spot where they stand.
        let before = layout(&dots);
        let kept: Vec<Dot> = before
            .places
            .iter()
            .map(|it| Dot { id: it.id, ring: it.ring, spot: Some(it.spot) })
            .collect();
        let before = layout(&kept);
        let who = who.index(kept.len());
        let others: Vec<Dot> =
            kept.iter().enumerate().filter(|(n, _)| *n != who).map(|(_, dot)| *dot).collect();
        let moved = Dot { ring, spot: Some(wanted), ..kept[who] };
        let moved = Dot { spot: Some(settle(&others, moved)), ..moved };
        let mut after_dots = kept.clone();
        after_dots[who] = moved;
        let after = layout(&after_dots);
        if (after.radius - before.radius).abs() < 1e-9 {
            for (n, (old, new)) in before.places.iter().zip(&after.places).enumerate() {
                prop_assert!(n == who || old == new, "{old:?} became {new:?}");
            }
        }
        let spot = free(&kept, ring);
        let new = Dot { id: id(200), ring, spot: Some(spot) };
        let new = Dot { spot: Some(settle(&kept, new)), ..new };
        let mut more = kept;
        more.push(new);
        let more = layout(&more);
        if (more.radius - before.radius).abs() < 1e-9 {
            prop_assert_eq!(&more.places[..before.places.len()], &before.places[..]);
        }
    }

    #[test]
    fn a_dot_dropped_where_it_stands_is_put_where_it_stands(dots in any_dots()) {
        for place in layout(&dots).places {
            prop_assert_eq!(ring_at(place.x, place.y), place.ring);
            prop_assert_eq!(turn_at(place.x, place.y).turn, place.spot.turn);
        }
    }
}

#[test]
fn a_few_people_stand_apart_and_are_large() {
    let mut dots = Vec::new();
    for (n, ring) in (1..).zip([Ring::Close, Ring::Close, Ring::Close, Ring::Around, Ring::Around])
    {
        dots.push(Dot { id: id(n), ring, spot: Some(free(&dots, ring)) });
    }
    let layout = layout(&dots);
    assert!((layout.radius - 0.1).abs() < 1e-9 && least_room(&layout) > 0.15);
    assert_eq!(dots[0].spot.map(|it| it.turn.get()), Some(20), "where the mark has its dot");
    assert_eq!(super::layout(&[]).places, []);
}

#[test]
fn sixty_in_one_ring_are_all_drawn() {
    for ring in Ring::ALL {
        let dots: Vec<Dot> = (1..=60).map(|n| Dot { id: id(n), ring: *ring, spot: None }).collect();
        let layout = layout(&dots);
        assert_eq!(layout.places.len(), 60);
        assert!(layout.places.iter().all(|it| ring_at(it.x, it.y) == *ring));
        println!("60 in {ring:?}: radius {}, room {:.3}", layout.radius, least_room(&layout));
    }
}

#[test]
fn a_drop_lands_in_the_ring_under_it() {
    for (x, y, ring, turn) in [
        (0.0, -0.2, Ring::VeryClose, 0),
        (0.5, 0.0, Ring::Close, 30),
        (0.0, 0.7, Ring::Around, 60),
        (-0.9, 0.0, Ring::Outside, 90),
        (1.4, 1.4, Ring::Outside, 45),
        (0.0, 0.0, Ring::VeryClose, 60),
    ] {
        assert_eq!(ring_at(x, y), ring, "{x} {y}");
        let spot = turn_at(x, y);
        assert!(spot.turn.get() == turn || x.hypot(y) < 0.1, "{x} {y}: {spot:?}");
    }
    assert_eq!(turn_at(1.4, 1.4).depth.get(), 9);
}

#[test]
fn steps_stop_at_the_edges() {
    assert_eq!(Ring::Outside.further(), Ring::Outside);
    assert_eq!(Ring::VeryClose.nearer(), Ring::VeryClose);
    for pair in Ring::ALL.windows(2) {
        assert_eq!((pair[0].further(), pair[1].nearer()), (pair[1], pair[0]));
        assert!(pair[0] < pair[1] && pair[0].band().1.total_cmp(&pair[1].band().0).is_eq());
    }
}

#[test]
fn figures_count_what_is_said() {
    let near = Person {
        support: vec![Gives::Listening],
        can_tell: Some(CanTell::Yes),
        contact: Some(Contact::Daily),
        ..person(Some(Ring::VeryClose))
    };
    let far = Person { ring_wish: Some(Ring::Close), ..person(Some(Ring::Outside)) };
    let died = Person { status: Status::Died, can_tell: Some(CanTell::Yes), ..person(None) };
    let away = Person { archived: true, ..person(Some(Ring::Close)) };
    let people = [near, far, died, person(None), away];
    let figures = Figures::of(&people);
    assert_eq!(figures.rings, [1, 0, 0, 2]);
    assert_eq!((figures.n_waiting, figures.n_placed(), figures.n_in(Ring::Outside)), (1, 3, 2));
    assert_eq!((figures.n_supporters, figures.n_can_tell, figures.n_described), (1, 1, 1));
    assert_eq!((figures.n_nearer, figures.n_further), (1, 0));
    assert!(!figures.has_enough(), "one is still waiting");
    assert!(!Figures::of(&people[..3]).has_enough(), "nobody said that these are all");
    let everyone = Network { everyone: true, ..Network::default() };
    let told = Figures::of(&people[..3]).with_network(Some(&everyone));
    assert!(told.has_enough() && !told.is_enough(), "two are not described");
    assert!(!figures.with_network(Some(&everyone)).has_enough(), "one is still waiting");
    assert!(!Figures::of([]).has_enough());
    let described = Person {
        like: Text::cut("a"),
        hard: Text::cut("b"),
        want: Text::cut("c"),
        ..person(Some(Ring::Close))
    };
    let five =
        [described.clone(), described.clone(), described, person(Some(Ring::Close)), far_one()];
    assert!(Figures::of(five.iter().chain([&person(None)])).is_enough());
}

fn far_one() -> Person {
    person(Some(Ring::Outside))
}

#[test]
fn somebody_is_put_in_a_ring_and_taken_out_again() {
    let mut people = vec![person(None), person(None), person(Some(Ring::Close))];
    for (n, ring) in [(0_u8, Ring::Close), (1, Ring::Close), (0, Ring::VeryClose)] {
        let mut moved = people[usize::from(n)].clone();
        let all: Vec<(Id, &Person)> = (0..).zip(&people).map(|(n, it)| (id(n), it)).collect();
        let before = layout(&dots(all.iter().copied().filter(|it| it.0 != id(n))));
        put(&all, id(n), &mut moved, Some(ring), None);
        people[usize::from(n)] = moved;
        let all = (0..).zip(&people).map(|(n, it)| (id(n), it));
        let after = layout(&dots(all));
        assert!(before.places.iter().all(|place| after.places.contains(place)));
    }
    let kept = people[0].spot.expect("a spot");
    put(&[], id(0), &mut people[0], Some(Ring::VeryClose), None);
    assert_eq!(people[0].spot, Some(kept), "already there");
    put(&[], id(0), &mut people[0], None, None);
    assert_eq!((people[0].ring, people[0].spot), (None, None));
}

#[test]
fn those_put_away_are_not_in_it_and_the_first_added_comes_first() {
    let mut journal = Journal::new();
    let mut clock = crate::stamp::StampClock::new(1);
    for (n, archived) in [(9, false), (4, true), (2, false)] {
        let body = Body::Person(Person { archived, ..person(None) });
        journal.put(id(n), body, clock.tick(u64::from(n == 2) + 1), Earlier::Kept);
    }
    let ids: Vec<Id> = super::people(&journal).into_iter().map(|(id, _)| id).collect();
    assert_eq!(ids, [id(9), id(2)]);
}

#[test]
fn then_and_now_tells_who_moved() {
    let day = "2026-03-01".parse().expect("a day");
    let then = [
        (id(1), person(Some(Ring::Close))),
        (id(2), person(Some(Ring::Close))),
        (id(3), person(Some(Ring::Around))),
        (id(4), person(None)),
        (id(5), person(Some(Ring::Close))),
    ];
    let all = |people: &[(Id, Person)]| -> Vec<(Id, Person)> { people.to_vec() };
    let snapshot = Snapshot::new(day, all(&then).iter().map(|(id, it)| (*id, it)));
    assert_eq!((snapshot.n_in(Ring::Close), snapshot.ring(id(4))), (3, None));
    let now = [
        (id(1), person(Some(Ring::VeryClose))),
        (id(2), person(Some(Ring::Outside))),
        (id(3), person(Some(Ring::Around))),
        (id(4), person(Some(Ring::Close))),
        (id(6), person(None)),
    ];
    let moved = moves(&snapshot, now.iter().map(|(id, it)| (*id, it)));
    let told: Vec<_> = moved.iter().map(|it| (it.id, it.is_nearer(), it.is_further())).collect();
    assert_eq!(
        told,
        [
            (id(1), true, false),
            (id(2), false, true),
            (id(3), false, false),
            (id(4), false, false),
            (id(5), false, false),
        ]
    );
    assert_eq!((moved[3].then, moved[4].now), (None, None));
}

#[test]
fn the_latest_snapshot_comes_first() {
    let mut journal = Journal::new();
    for (n, day) in [(1, "2026-03-01"), (2, "2026-05-01"), (3, "2026-01-01")] {
        let snapshot = Snapshot::new(day.parse().expect("a day"), []);
        journal.put(id(n), Body::Snapshot(snapshot), Stamp::FIRST, Earlier::Kept);
    }
    journal.remove(id(1), Stamp::FIRST).expect("it is there");
    let ids: Vec<Id> = snapshots(&journal).into_iter().map(|(id, _)| id).collect();
    assert_eq!(ids, [id(2), id(3)]);
}
