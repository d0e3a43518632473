//! Where each dot lies. Deterministic, and still: whoever was put somewhere stays there while
//! others come and go, unless the dots must become smaller to make room.

use std::f64::consts::TAU;

use crate::id::Id;
use crate::people::{Ring, Spot};
use crate::rating::{Depth, Turn};

/// The disc in the middle that stands for the person who writes, as a share of the picture's half.
pub const ME: f64 = 0.12;
/// How large a dot may be. The first with room for everybody is taken.
const RADII: [f64; 7] = [0.1, 0.088, 0.076, 0.064, 0.052, 0.042, 0.034];
/// The least room between two dots, and between a dot and the edges of its ring.
const GAP: f64 = 0.008;
/// How many directions there are.
const N_TURNS: u8 = Turn::MAX + 1;
/// The names of the rings stand in these directions on both sides of the top: nobody is led there.
const NAMES: u8 = 8;
/// Where the first one stands: where the mark of the app has its dot.
const FIRST: u8 = 20;

/// Somebody who is to be drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dot {
    /// Who.
    pub id: Id,
    /// In which ring.
    pub ring: Ring,
    /// Where they were put in it.
    pub spot: Option<Spot>,
}

/// Where a dot lies: shares of the picture's half from its middle, `x` to the right and `y` down.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    /// Who.
    pub id: Id,
    /// In which ring.
    pub ring: Ring,
    /// Where in it.
    pub spot: Spot,
    /// To the right.
    pub x: f64,
    /// Down.
    pub y: f64,
}

/// A picture of all dots.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Layout {
    /// The radius of every dot, as a share of the picture's half.
    pub radius: f64,
    /// The dots, in the order they came.
    pub places: Vec<Place>,
}

/// The point of a spot.
fn point(ring: Ring, spot: Spot, radius: f64) -> (f64, f64) {
    let (inner, outer) = ring.band();
    let (inner, outer) = (inner + radius + GAP / 2.0, outer - radius - GAP / 2.0);
    let share = f64::from(spot.depth.get()) / f64::from(Depth::MAX);
    let distance = inner + (outer - inner) * share;
    let (sin, cos) = (f64::from(spot.turn.get()) * TAU / f64::from(N_TURNS)).sin_cos();
    (distance * sin, -distance * cos)
}

fn at(dot: &Dot, spot: Spot, radius: f64) -> Place {
    let (x, y) = point(dot.ring, spot, radius);
    Place { id: dot.id, ring: dot.ring, spot, x, y }
}

/// Where somebody stands whom nobody has put anywhere: always the same for the same person.
fn own_spot(id: Id) -> Spot {
    let sum = id
        .to_string()
        .bytes()
        .fold(17_u32, |sum, byte| sum.wrapping_mul(31).wrapping_add(u32::from(byte)));
    let room = u32::from(N_TURNS - 2 * NAMES - 1);
    let turn = u8::try_from(sum % room).unwrap_or_default() + NAMES + 1;
    Spot { turn: Turn::nearest(turn), depth: Depth::nearest(5) }
}

/// The spots in a ring from one on: first itself, then those beside it, further and further.
fn around(wanted: Spot) -> impl Iterator<Item = Spot> {
    let depths = [wanted.depth.get(), 5, 0, 9, 2, 7, 4, 1, 8, 3, 6];
    let turns = (0..=N_TURNS / 2).flat_map(move |step| {
        let turn = u16::from(wanted.turn.get());
        let n = u16::from(N_TURNS);
        let (on, back) = ((turn + u16::from(step)) % n, (turn + n - u16::from(step)) % n);
        [on, back].into_iter().take(if step == 0 { 1 } else { 2 })
    });
    turns.flat_map(move |turn| {
        let turn = Turn::nearest(u8::try_from(turn).unwrap_or_default());
        depths.map(|depth| Spot { turn, depth: Depth::nearest(depth) })
    })
}

/// The place of one dot among those that have theirs; none if there is no room.
fn fit(dot: &Dot, placed: &[Place], radius: f64) -> Option<Place> {
    around(dot.spot.unwrap_or_else(|| own_spot(dot.id)))
        .map(|spot| at(dot, spot, radius))
        .find(|place| is_free(place, placed, radius))
}

/// Whether a place touches none of the others.
fn is_free(place: &Place, placed: &[Place], radius: f64) -> bool {
    let least = 2.0 * radius + GAP;
    let apart = |it: &Place| (place.x - it.x).hypot(place.y - it.y) >= least;
    placed.iter().filter(|it| it.ring == place.ring).all(apart)
}

/// Everybody exactly where they were put, and the others where there is room; none if that fails.
fn kept(dots: &[Dot], radius: f64) -> Option<Vec<Place>> {
    let mut placed = Vec::with_capacity(dots.len());
    for (dot, spot) in dots.iter().filter_map(|dot| Some((dot, dot.spot?))) {
        let place = at(dot, spot, radius);
        if !is_free(&place, &placed, radius) {
            return None;
        }
        placed.push(place);
    }
    for dot in dots.iter().filter(|dot| dot.spot.is_none()) {
        placed.push(fit(dot, &placed, radius)?);
    }
    Some(placed)
}

/// Everybody near where they were put. Those who come first have the first choice; for whom there
/// is no room lies over others.
fn near(dots: &[Dot], radius: f64) -> (Vec<Place>, bool) {
    let mut placed = Vec::with_capacity(dots.len());
    let mut has_room = true;
    for dot in dots {
        let place = fit(dot, &placed, radius);
        has_room &= place.is_some();
        let crowded = || at(dot, dot.spot.unwrap_or_else(|| own_spot(dot.id)), radius);
        placed.push(place.unwrap_or_else(crowded));
    }
    (placed, has_room)
}

/// Where everybody lies.
///
/// Up to some sixty people spread over the rings do not touch each other. Where a ring is fuller
/// than that, the dots at its end lie over others.
pub fn layout(dots: &[Dot]) -> Layout {
    let exact = || RADII.into_iter().find_map(|radius| Some((kept(dots, radius)?, radius)));
    let about = || {
        RADII.into_iter().find_map(|radius| {
            let (places, has_room) = near(dots, radius);
            has_room.then_some((places, radius))
        })
    };
    let smallest = RADII.into_iter().fold(1.0, f64::min);
    let (mut places, radius) =
        exact().or_else(about).unwrap_or_else(|| (near(dots, smallest).0, smallest));
    let order = |id: Id| dots.iter().position(|dot| dot.id == id);
    places.sort_by_cached_key(|place| order(place.id));
    Layout { radius, places }
}

/// The spot for somebody who is put in a ring, near where they are wanted and beside nobody else.
/// `others` are all but them. With that spot kept, nobody who was put somewhere has to move.
pub fn settle(others: &[Dot], dot: Dot) -> Spot {
    let beside = |radius: f64| fit(&dot, &kept(others, radius)?, radius);
    let place = RADII.into_iter().find_map(beside).or_else(|| {
        let Layout { radius, places } = layout(others);
        fit(&dot, &places, radius)
    });
    place.map(|place| place.spot).or(dot.spot).unwrap_or_else(|| own_spot(dot.id))
}

/// The spot in a ring that is furthest from everybody else.
pub fn free(others: &[Dot], ring: Ring) -> Spot {
    let layout = layout(others);
    let radius =
        if layout.radius > 0.0 { layout.radius } else { RADII.into_iter().fold(0.0, f64::max) };
    let turns = (0..N_TURNS).map(|step| (FIRST + step) % N_TURNS);
    let open = turns.filter(|turn| (NAMES..=N_TURNS - NAMES).contains(turn));
    let mut best = (Spot { turn: Turn::nearest(FIRST), depth: Depth::nearest(5) }, -1.0);
    for turn in open {
        let spot = Spot { turn: Turn::nearest(turn), depth: Depth::nearest(5) };
        let (x, y) = point(ring, spot, radius);
        let distances = layout.places.iter().map(|it| (x - it.x).hypot(y - it.y));
        let room = distances.fold(f64::from(u8::MAX), f64::min);
        // Not for the last digit of a sine.
        if room > best.1 + 1e-6 {
            best = (spot, room);
        }
    }
    best.0
}

/// The middle of another ring in the direction of a spot: where somebody who stands there now
/// stood then.
pub fn point_in(ring: Ring, spot: Spot) -> (f64, f64) {
    point(ring, Spot { depth: Depth::nearest(5), ..spot }, 0.0)
}

/// The ring at a point of the picture. Everything beyond the rings is outside.
pub fn ring_at(x: f64, y: f64) -> Ring {
    let distance = x.hypot(y);
    let within = |ring: &&Ring| distance < ring.band().1;
    Ring::ALL.iter().find(within).copied().unwrap_or(Ring::Outside)
}

/// The direction and the depth of a point within its ring.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within range")]
pub fn turn_at(x: f64, y: f64) -> Spot {
    let (inner, outer) = ring_at(x, y).band();
    let turns = (x.atan2(-y) / TAU).rem_euclid(1.0) * f64::from(N_TURNS);
    let share = ((x.hypot(y) - inner) / (outer - inner)).clamp(0.0, 1.0);
    Spot {
        turn: Turn::nearest(turns.round() as u8 % N_TURNS),
        depth: Depth::nearest((share * f64::from(Depth::MAX)).round() as u8),
    }
}
