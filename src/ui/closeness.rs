//! The closeness circle: three rings round "me", and a dot for each person.
//!
//! Role: `group`, named by the counts; every dot is a link with name, ring and marks in words.
//! Mouse and finger: drag a dot, or tap it to open the page. Keys: Tab enters at one dot, left and right go from
//! person to person, up brings them nearer, down moves them out, Enter opens their page. Beside it the page has a
//! list with the same choices. Marks are shapes, never colors alone.

use leptos::{ev, prelude::*, svg};
use satkarya_core::circle::{self, ME};
use satkarya_core::id::Id;
use satkarya_core::people::Ring;

use super::{
    closeness_marks::{Mark, badge},
    ident,
    keyed::Keyed,
    keys::Step,
};

/// Half of the picture in its own units, without the edge.
const HALF: f64 = 100.0;
/// From the middle to the edge of the drawing.
const EDGE: f64 = 103.0;
/// How far a finger may slip, in pixels, before it drags.
const SLIP: f64 = 6.0;
/// The dots are drawn with this radius and made smaller where many stand.
const DOT: f64 = 10.0;
/// Dots that wait below: how many in a row, and how high a row is.
const A_ROW: usize = 4;
const ROW: f64 = 34.0;

/// A person in the picture.
#[derive(Clone, Debug, PartialEq)]
pub struct PersonDot {
    /// Who.
    pub id: Id,
    /// The first letters of the name.
    pub initials: String,
    /// The name.
    pub name: String,
    /// Name, ring and marks in words.
    pub label: String,
    /// Where a tap leads.
    pub href: String,
    /// Ring and point, as shares of the picture's half; none while they wait below.
    pub at: Option<(Ring, f64, f64)>,
    /// Where they stood then, if elsewhere.
    pub then: Option<(f64, f64)>,
    /// The signs beside the dot.
    pub marks: Vec<Mark>,
}

/// What was done with a dot.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Put {
    /// One ring nearer.
    Nearer,
    /// One ring further out.
    Further,
    /// Dropped at a point, in shares of the picture's half.
    At(f64, f64),
}

/// Where a dot is while it is dragged.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Drag {
    id: Id,
    from: (f64, f64),
    /// The point in the picture; none until the finger has moved.
    at: Option<(f64, f64)>,
}

/// The picture.
#[component]
pub fn Closeness(
    /// The picture in words.
    #[prop(into)]
    summary: Signal<String>,
    /// The names of the rings, from the innermost.
    rings: Vec<String>,
    /// What stands in the middle.
    me: String,
    /// What stands above those who wait below.
    waiting: String,
    /// How the keys work.
    keys: String,
    /// The people.
    #[prop(into)]
    dots: Signal<Vec<PersonDot>>,
    /// The radius of a dot, as a share of the picture's half.
    #[prop(into)]
    radius: Signal<f64>,
    /// A person was moved.
    #[prop(into)]
    on_put: Callback<(Id, Put)>,
) -> impl IntoView {
    let hint = StoredValue::new(ident::fresh("circle"));
    let plot = NodeRef::<svg::Svg>::new();
    let drag = RwSignal::new(None::<Drag>);
    let reading = RwSignal::new(None::<Id>);
    let reachable = RwSignal::new(None::<Id>);
    let links = StoredValue::new(Vec::<(Id, NodeRef<svg::A>)>::new());
    let view = Map { plot, drag, reading, reachable, links, hint, dots, radius, on_put };
    let n_waiting =
        Memo::new(move |_| dots.with(|all| all.iter().filter(|it| it.at.is_none()).count()));
    let waiting = StoredValue::new(waiting);
    let below = move || {
        (n_waiting.get() > 0).then(|| {
            view! {
                <text class="circle__name circle__name--waiting" x="0" y="117">
                    {waiting.get_value()}
                </text>
            }
        })
    };
    let read = move || {
        let id = drag.get().map(|it| it.id).or_else(|| reading.get());
        dots.with(|all| all.iter().find(|it| Some(it.id) == id).map(|it| it.label.clone()))
    };
    let names =
        Ring::ALL.iter().zip(rings).map(|(ring, name)| ring_name(*ring, name)).collect_view();
    view! {
        <div class="circle">
            <svg
                node_ref=plot
                class="circle__plot"
                viewBox=move || view_box(n_waiting.get())
                role="group"
                aria-label=move || summary.get()
            >
                {[Ring::Around, Ring::Close, Ring::VeryClose].map(|ring| disc(ring, drag)).collect_view()}
                <g aria-hidden="true">{names}</g>
                <circle class="circle__me" r=(ME * HALF * 0.8).to_string() />
                <text class="circle__initials circle__initials--me" y="2.6" aria-hidden="true">
                    {me}
                </text>
                {move || dots.with(|all| all.iter().filter_map(way).collect_view())}
                {below}
                <Keyed
                    each=move || dots.with(|all| all.iter().map(|it| it.id).collect::<Vec<_>>())
                    key=|id| *id
                    children=move |id| person(id, view)
                />
            </svg>
            <p class="circle__reading no-print" aria-hidden="true" translate="no">
                {read}
            </p>
            <p
                class="circle__keys soft small no-print"
                id=hint.get_value()
                hidden=move || dots.with(Vec::is_empty)
            >
                {keys}
            </p>
        </div>
    }
}

/// What the parts of one picture share.
#[derive(Clone, Copy)]
struct Map {
    plot: NodeRef<svg::Svg>,
    drag: RwSignal<Option<Drag>>,
    reading: RwSignal<Option<Id>>,
    reachable: RwSignal<Option<Id>>,
    links: StoredValue<Vec<(Id, NodeRef<svg::A>)>>,
    hint: StoredValue<String>,
    dots: Signal<Vec<PersonDot>>,
    radius: Signal<f64>,
    on_put: Callback<(Id, Put)>,
}

fn view_box(n_waiting: usize) -> String {
    let rows = u32::try_from(n_waiting.div_ceil(A_ROW)).unwrap_or_default();
    let below = if rows == 0 { 0.0 } else { f64::from(rows) * ROW + 20.0 };
    format!("{} {} {} {}", -EDGE, -EDGE, 2.0 * EDGE, 2.0 * EDGE + below)
}

/// The disc of a ring; it answers while somebody is held over it.
fn disc(ring: Ring, drag: RwSignal<Option<Drag>>) -> impl IntoView {
    let is_over = Memo::new(move |_| {
        let at = drag.get().and_then(|it| it.at);
        at.is_some_and(|(x, y)| circle::ring_at(x, y) == ring)
    });
    let class = match ring {
        Ring::VeryClose => "circle__ring circle__ring--first",
        Ring::Close => "circle__ring circle__ring--second",
        Ring::Around | Ring::Outside => "circle__ring",
    };
    let radius = (ring.band().1 * HALF).to_string();
    view! { <circle class=class class:circle__ring--over=move || is_over.get() r=radius /> }
}

/// The name on the line of a ring, at its top, as heights stand on a map.
fn ring_name(ring: Ring, name: String) -> impl IntoView {
    let outside = if ring == Ring::Outside { 3.0 } else { 0.0 };
    let y = (2.2 + outside - ring.band().1 * HALF).to_string();
    view! {
        <text class="circle__name" x="0" y=y>
            {name}
        </text>
    }
}

/// From where somebody stood then to where they stand now.
fn way(dot: &PersonDot) -> Option<impl IntoView + use<>> {
    let ((_, x, y), (then_x, then_y)) = dot.at.zip(dot.then)?;
    let place = |share: f64| (share * HALF).to_string();
    Some(view! {
        <line class="circle__way" x1=place(then_x) y1=place(then_y) x2=place(x) y2=place(y) />
        <circle class="circle__then" cx=place(then_x) cy=place(then_y) r="3.2" />
    })
}

/// The order in which left and right go: by ring and then clockwise, those who wait at the end.
fn order(dots: &[PersonDot]) -> Vec<Id> {
    let turn = |dot: &PersonDot| {
        let turns = dot.at.map(|(_, x, y)| (x.atan2(-y) / std::f64::consts::TAU).rem_euclid(1.0));
        turns.unwrap_or_default()
    };
    let mut sorted: Vec<&PersonDot> = dots.iter().collect();
    sorted.sort_by(|a, b| {
        let ring = |dot: &PersonDot| (dot.at.is_none(), dot.at.map(|it| it.0));
        ring(a).cmp(&ring(b)).then_with(|| turn(a).total_cmp(&turn(b)))
    });
    sorted.into_iter().map(|dot| dot.id).collect()
}

/// Where a dot of those who wait below is drawn, by its place among them.
fn below(nth: usize) -> (f64, f64) {
    let step = |n: usize| f64::from(u32::try_from(n).unwrap_or_default());
    let width = 2.0 * HALF / step(A_ROW);
    ((step(nth % A_ROW) + 0.5) * width - HALF, step(nth / A_ROW) * ROW + 134.0)
}

impl Map {
    /// The point of a pointer, in shares of the picture's half.
    fn point(self, event: &ev::PointerEvent) -> Option<(f64, f64)> {
        let frame = self.plot.get_untracked()?.get_bounding_client_rect();
        let scale = 2.0 * EDGE / frame.width().max(1.0);
        let x = (f64::from(event.client_x()) - frame.left()) * scale - EDGE;
        let y = (f64::from(event.client_y()) - frame.top()) * scale - EDGE;
        Some((x / HALF, y / HALF))
    }

    /// The one dot that Tab reaches.
    fn entry(self) -> Option<Id> {
        let reachable = self.reachable.get();
        self.dots.with(|all| {
            let is_there = all.iter().any(|it| Some(it.id) == reachable);
            reachable.filter(|_| is_there).or_else(|| order(all).first().copied())
        })
    }

    fn go(self, id: Id, step: Step) {
        let order = self.dots.with_untracked(|all| order(all));
        let place = order.iter().position(|it| *it == id).unwrap_or_default();
        let Some(next) = order.get(step.from(place, order.len(), 1)) else { return };
        self.reachable.set(Some(*next));
        let link = self
            .links
            .with_value(|all| all.iter().find(|(id, _)| id == next).map(|(_, link)| *link));
        if let Some(link) = link.and_then(|link| link.get_untracked()) {
            // A link on screen takes the focus.
            let _ = link.focus();
        }
    }

    fn on_key(self, id: Id, event: &ev::KeyboardEvent) {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        if event.key() == "Escape" && self.drag.get_untracked().is_some() {
            self.drag.set(None);
            return;
        }
        match Step::of(&event.key(), false) {
            Some(Step::Up) => self.on_put.run((id, Put::Nearer)),
            Some(Step::Down) => self.on_put.run((id, Put::Further)),
            Some(step) => self.go(id, step),
            None => return,
        }
        event.prevent_default();
    }
}

/// The dot of a person.
fn person(id: Id, map: Map) -> impl IntoView {
    let Map { drag, reading, reachable, links, hint, dots, on_put, .. } = map;
    let link = NodeRef::<svg::A>::new();
    links.update_value(|all| all.push((id, link)));
    on_cleanup(move || _ = links.try_update_value(|all| all.retain(|(other, _)| *other != id)));
    let dot = Memo::new(move |_| dots.with(|all| all.iter().find(|it| it.id == id).cloned()));
    let held = Memo::new(move |_| drag.get().filter(|it| it.id == id).and_then(|it| it.at));
    let waits = Memo::new(move |_| {
        dots.with(|all| {
            let mut waiting = all.iter().filter(|it| it.at.is_none());
            waiting.position(|it| it.id == id)
        })
    });
    let read = move |read: fn(&PersonDot) -> String| {
        dot.with(|it| it.as_ref().map(read)).unwrap_or_default()
    };
    let has_died = Memo::new(move |_| {
        dot.with(|it| it.as_ref().is_some_and(|it| it.marks.contains(&Mark::Died)))
    });
    let place = place_of(map, dot, held, waits);
    let was_dragged = StoredValue::new(false);
    let down = move |event: ev::PointerEvent| {
        was_dragged.set_value(false);
        if event.button() != 0 || !event.is_primary() {
            return;
        }
        let from = (f64::from(event.client_x()), f64::from(event.client_y()));
        drag.set(Some(Drag { id, from, at: None }));
        reading.set(Some(id));
        if let Some(link) = link.get_untracked() {
            // Where the browser will not, the dot follows only while the pointer is over it.
            drop(link.set_pointer_capture(event.pointer_id()));
        }
    };
    let moved = move |event: ev::PointerEvent| {
        let Some(now) = drag.get_untracked().filter(|it| it.id == id) else { return };
        let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
        if now.at.is_some() || (x - now.from.0).hypot(y - now.from.1) > SLIP {
            was_dragged.set_value(true);
            drag.set(Some(Drag { at: map.point(&event), ..now }));
        }
    };
    let up = move |_: ev::PointerEvent| {
        let Some(now) = drag.get_untracked().filter(|it| it.id == id) else { return };
        drag.set(None);
        if let Some((x, y)) = now.at {
            on_put.run((id, Put::At(x, y)));
        }
    };
    view! {
        <g class="circle__person" class:circle__person--held=move || held.get().is_some()>
            <g><a
                node_ref=link
                class="circle__link"
                class:circle__link--died=move || has_died.get()
                href=move || read(|it| it.href.clone())
                aria-label=move || read(|it| it.label.clone())
                aria-describedby=hint.get_value()
                tabindex=move || if map.entry() == Some(id) { "0" } else { "-1" }
                on:focus=move |_| {
                    reachable.set(Some(id));
                    reading.set(Some(id));
                }
                on:pointerenter=move |_| reading.set(Some(id))
                on:pointerdown=down
                on:pointermove=moved
                on:pointerup=up
                on:pointercancel=move |_| drag.set(None)
                on:dragstart=move |event| event.prevent_default()
                on:click=move |event| {
                    // What was dragged is not opened.
                    if was_dragged.get_value() {
                        event.prevent_default();
                        was_dragged.set_value(false);
                    }
                }
                on:keydown=move |event| map.on_key(id, &event)
            >
                <g transform=place>
                    <circle class="circle__hit" r="13" />
                    <circle class="circle__disc" r=DOT.to_string() />
                </g>
            </a></g>
            // Beside the link and not in it: its name is said whole.
            <g class="circle__over" transform=place aria-hidden="true">
                {letters(dot, held, waits)}
            </g>
        </g>
    }
}

/// Where a dot is drawn: where it stands, waits or is held.
fn place_of(
    map: Map,
    dot: Memo<Option<PersonDot>>,
    held: Memo<Option<(f64, f64)>>,
    waits: Memo<Option<usize>>,
) -> Memo<String> {
    Memo::new(move |_| {
        let at = dot.with(|it| it.as_ref().and_then(|it| it.at));
        let ((x, y), size) = match (held.get(), at, waits.get()) {
            (Some((x, y)), ..) => ((x * HALF, y * HALF), 1.15),
            (None, Some((_, x, y)), _) => ((x * HALF, y * HALF), map.radius.get() * HALF / DOT),
            (None, None, nth) => (below(nth.unwrap_or_default()), 1.0),
        };
        format!("translate({x:.2} {y:.2}) scale({size:.2})")
    })
}

/// The letters and signs of a dot, and the name below one that is not placed yet.
fn letters(
    dot: Memo<Option<PersonDot>>,
    held: Memo<Option<(f64, f64)>>,
    waits: Memo<Option<usize>>,
) -> impl IntoView {
    let read = move |read: fn(&PersonDot) -> String| {
        dot.with(|it| it.as_ref().map(read)).unwrap_or_default()
    };
    let name = move || {
        waits.get().filter(|_| held.get().is_none()).map(|_| {
            let name = read(|it| it.name.clone());
            let short: String = name.chars().take(11).collect();
            let words = if short == name { short } else { format!("{}…", short.trim_end()) };
            view! { <text class="circle__under" y="19">{words}</text> }
        })
    };
    let marks = move || {
        let marks = dot.with(|it| it.as_ref().map(|it| it.marks.clone())).unwrap_or_default();
        marks.into_iter().map(|mark| badge(mark, true)).collect_view()
    };
    view! {
        <text class="circle__initials" y="3.2" translate="no">
            {move || read(|it| it.initials.clone())}
        </text>
        {marks}
        {name}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dot(n: u8, at: Option<(Ring, f64, f64)>) -> PersonDot {
        PersonDot {
            id: Id::from_bytes([n; 16]),
            initials: String::new(),
            name: String::new(),
            label: String::new(),
            href: String::new(),
            at,
            then: None,
            marks: Vec::new(),
        }
    }

    #[test]
    fn arrows_go_outward_ring_by_ring_and_clockwise() {
        let dots = [
            dot(1, None),
            dot(2, Some((Ring::Outside, 0.0, -0.9))),
            dot(3, Some((Ring::Close, -0.4, 0.0))),
            dot(4, Some((Ring::Close, 0.4, 0.0))),
            dot(5, Some((Ring::VeryClose, 0.0, 0.2))),
        ];
        let expected = [5, 4, 3, 2, 1].map(|n| Id::from_bytes([n; 16]));
        assert_eq!(order(&dots), expected);
    }

    #[test]
    fn those_who_wait_stand_in_rows_below_the_rings() {
        assert_eq!(below(0), (-75.0, 134.0));
        assert_eq!(below(5), (-25.0, 168.0));
        assert_eq!(view_box(0), "-103 -103 206 206");
        assert_eq!(view_box(5), "-103 -103 206 294");
    }
}
