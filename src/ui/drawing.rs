//! The drawings of the reading pages: strokes in the manner of the three rings, and words beside them
//! as text that grows and wraps.
//!
//! Role: `figure`, named by its caption, which says in one sentence what is to be seen. The strokes
//! and the words beside them are hidden from screen readers, who would hear it all twice.
//!
//! The paths are written out, since working them out would be more to download; the tests work
//! them out again.

use leptos::prelude::*;
use satkarya_core::content::Drawing;
use satkarya_core::diary::Area;
use satkarya_core::people::Ring;

use crate::i18n::{Msg, labels, msg, t};

/// Strokes in their own units.
struct Strokes {
    /// How wide they are drawn.
    width: &'static str,
    view: &'static str,
    /// The path of the hairlines.
    quiet: &'static str,
    /// The path of what is meant.
    strong: &'static str,
    /// The path of what is filled.
    full: &'static str,
}

/// Four sessions along a line.
const FOUR: Strokes = Strokes {
    width: "4.4em",
    view: "0 0 80 20",
    quiet: "M0 10H80",
    strong: "M5 10a5 5 0 1 0 10 0a5 5 0 1 0-10 0zM25 10a5 5 0 1 0 10 0a5 5 0 1 0-10 0zM45 10a5 5 0 1 0 10 0a5 5 0 1 0-10 0zM65 10a5 5 0 1 0 10 0a5 5 0 1 0-10 0z",
    full: "",
};

/// Eight sessions.
const EIGHT: Strokes = Strokes {
    width: "8.8em",
    view: "0 0 160 20",
    quiet: "M0 10H160",
    strong: "M5 10a5 5 0 1 0 10 0a5 5 0 1 0-10 0zM25 10a5 5 0 1 0 10 0a5 5 0 1 0-10 0zM45 10a5 5 0 1 0 10 0a5 5 0 1 0-10 0zM65 10a5 5 0 1 0 10 0a5 5 0 1 0-10 0zM85 10a5 5 0 1 0 10 0a5 5 0 1 0-10 0zM105 10a5 5 0 1 0 10 0a5 5 0 1 0-10 0zM125 10a5 5 0 1 0 10 0a5 5 0 1 0-10 0zM145 10a5 5 0 1 0 10 0a5 5 0 1 0-10 0z",
    full: "",
};

/// A looser line for what comes after.
const AFTER: Strokes = Strokes {
    width: "4.4em",
    view: "0 0 80 20",
    quiet: "M0 10h8m6 0h8m6 0h8m8 0h8m6 0h8m6 0h8",
    strong: "",
    full: "M36 10a4 4 0 1 0 8 0a4 4 0 1 0-8 0z",
};

/// Three places on a ring, and between each two an arc with a head at both its ends.
const PULL: Strokes = Strokes {
    width: "7.5em",
    view: "-56 -56 112 112",
    quiet: "M16.3 -36.5A40 40 0 0 1 39.8 4.1M44.4 0.4L39.8 4.1L36 -0.5M18.5 -30.9L16.3 -36.5L21.9 -38.7M23.5 32.4A40 40 0 0 1 -23.5 32.4M-22.5 38.3L-23.5 32.4L-17.6 31.4M17.6 31.4L23.5 32.4L22.5 38.3M-39.8 4.1A40 40 0 0 1 -16.3 -36.5M-21.9 -38.7L-16.3 -36.5L-18.5 -30.9M-36 -0.5L-39.8 4.1L-44.4 0.4",
    strong: "M-7 -40a7 7 0 1 0 14 0a7 7 0 1 0-14 0zM28 20a7 7 0 1 0 14 0a7 7 0 1 0-14 0zM-42 20a7 7 0 1 0 14 0a7 7 0 1 0-14 0z",
    full: "",
};

/// Four open doors, and the rings in the middle.
const DOORS: Strokes = Strokes {
    width: "100%",
    view: "0 0 240 124",
    quiet: "M112 62a8 8 0 1 0 16 0a8 8 0 1 0-16 0zM105 62a15 15 0 1 0 30 0a15 15 0 1 0-30 0zM98 62a22 22 0 1 0 44 0a22 22 0 1 0-44 0zM100 50L75 35M140 50L165 35M100 74L75 89M140 74L165 89",
    strong: "M49 44v-24a11 11 0 0 1 22 0v24zm0-27l13 6v26l-13-5M169 44v-24a11 11 0 0 1 22 0v24zm0-27l13 6v26l-13-5M49 116v-24a11 11 0 0 1 22 0v24zm0-27l13 6v26l-13-5M169 116v-24a11 11 0 0 1 22 0v24zm0-27l13 6v26l-13-5",
    full: "M116 62a4 4 0 1 0 8 0a4 4 0 1 0-8 0z",
};

/// The circle with six people: one, two and three, from the innermost ring.
const CIRCLE: Strokes = Strokes {
    width: "9em",
    view: "0 0 120 120",
    quiet: "M38 60a22 22 0 1 0 44 0a22 22 0 1 0-44 0zM21 60a39 39 0 1 0 78 0a39 39 0 1 0-78 0zM4 60a56 56 0 1 0 112 0a56 56 0 1 0-112 0z",
    strong: "M67 51a5 5 0 1 0 10 0a5 5 0 1 0-10 0zM29 46a5 5 0 1 0 10 0a5 5 0 1 0-10 0zM64 88a5 5 0 1 0 10 0a5 5 0 1 0-10 0zM90 27a5 5 0 1 0 10 0a5 5 0 1 0-10 0zM9 74a5 5 0 1 0 10 0a5 5 0 1 0-10 0zM96 84a5 5 0 1 0 10 0a5 5 0 1 0-10 0z",
    full: "M55 60a5 5 0 1 0 10 0a5 5 0 1 0-10 0z",
};

/// The innermost of three rings.
const FIRST: Strokes = Strokes {
    width: "1.75em",
    view: "0 0 24 24",
    quiet: "M5 12a7 7 0 1 0 14 0a7 7 0 1 0-14 0zM2 12a10 10 0 1 0 20 0a10 10 0 1 0-20 0z",
    strong: "M8 12a4 4 0 1 0 8 0a4 4 0 1 0-8 0z",
    full: "",
};

/// The one in the middle.
const SECOND: Strokes = Strokes {
    width: "1.75em",
    view: "0 0 24 24",
    quiet: "M8 12a4 4 0 1 0 8 0a4 4 0 1 0-8 0zM2 12a10 10 0 1 0 20 0a10 10 0 1 0-20 0z",
    strong: "M5 12a7 7 0 1 0 14 0a7 7 0 1 0-14 0z",
    full: "",
};

/// The outermost.
const THIRD: Strokes = Strokes {
    width: "1.75em",
    view: "0 0 24 24",
    quiet: "M8 12a4 4 0 1 0 8 0a4 4 0 1 0-8 0zM5 12a7 7 0 1 0 14 0a7 7 0 1 0-14 0z",
    strong: "M2 12a10 10 0 1 0 20 0a10 10 0 1 0-20 0z",
    full: "",
};

/// A drawing with its sentence.
#[component]
pub fn Drawn(
    /// Which.
    drawing: Drawing,
) -> impl IntoView {
    let (class, pieces, caption) = match drawing {
        Drawing::Phases => ("drawing drawing--phases", phases(), msg::drawing_phases()),
        Drawing::Loop => ("drawing drawing--loop", pull(), msg::drawing_loop()),
        Drawing::Areas => ("drawing drawing--areas", areas(), msg::drawing_areas()),
        Drawing::Rings => ("drawing drawing--rings", rings(), msg::drawing_rings()),
    };
    // The sheet lays the pieces out by the kind of drawing.
    view! {
        <figure class=class>
            <div class="drawing__pieces" aria-hidden="true">
                {pieces}
            </div>
            <figcaption>{t(caption)}</figcaption>
        </figure>
    }
}

fn strokes(it: &'static Strokes) -> AnyView {
    view! {
        <svg width=it.width viewBox=it.view focusable="false">
            <path d=it.quiet />
            <path class="drawing__strong" d=it.strong />
            <path class="drawing__full" d=it.full />
        </svg>
    }
    .into_any()
}

/// A name, and a few words below it.
fn words(name: Msg, note: String) -> AnyView {
    view! {
        <p class="drawing__words">
            {t(name)} <span>{note}</span>
        </p>
    }
    .into_any()
}

fn name(name: Msg) -> AnyView {
    words(name, String::new())
}

/// A course of sixteen sessions, part by part.
fn phases() -> Vec<AnyView> {
    let from_to = |from: &str, to: &str| t(msg::plan_from_to(from, to));
    vec![
        strokes(&FOUR),
        words(msg::phase_beginning(), from_to("1", "4")),
        strokes(&EIGHT),
        words(msg::phase_middle(), from_to("5", "12")),
        strokes(&FOUR),
        words(msg::phase_ending(), from_to("13", "16")),
        strokes(&AFTER),
        name(msg::drawing_after()),
    ]
}

fn pull() -> Vec<AnyView> {
    vec![
        name(msg::drawing_between()),
        name(msg::drawing_do()),
        strokes(&PULL),
        name(msg::drawing_feel()),
    ]
}

fn areas() -> Vec<AnyView> {
    let area = |area| name(labels::area(area));
    vec![
        area(Area::Grief),
        area(Area::Dispute),
        strokes(&DOORS),
        area(Area::Change),
        area(Area::Connection),
    ]
}

fn rings() -> Vec<AnyView> {
    let ring = |ring, who| words(labels::ring(ring), t(who));
    vec![
        strokes(&CIRCLE),
        strokes(&FIRST),
        ring(Ring::VeryClose, msg::drawing_nearest()),
        strokes(&SECOND),
        ring(Ring::Close, msg::drawing_close()),
        strokes(&THIRD),
        ring(Ring::Around, msg::drawing_further()),
    ]
}

#[cfg(test)]
mod tests {
    use std::f64::consts::TAU;

    use satkarya_core::course::{Phase, Plan, Total};

    use super::*;

    fn circle((x, y): (i32, i32), r: i32) -> String {
        let (start, wide) = (x - r, 2 * r);
        format!("M{start} {y}a{r} {r} 0 1 0 {wide} 0a{r} {r} 0 1 0-{wide} 0z")
    }

    /// The middle of each circle of a path.
    fn middles(path: &str, r: f64) -> Vec<(f64, f64)> {
        let circles = path.split('z').filter(|it| !it.is_empty());
        let numbers = circles.map(|it| {
            let found = it.split(['M', ' ', 'a']).filter_map(|it| it.parse().ok());
            found.take(2).collect::<Vec<f64>>()
        });
        numbers.map(|it| (it[0] + r, it[1])).collect()
    }

    #[test]
    fn a_course_of_sixteen_has_a_dot_for_each_session() {
        let plan = Plan::usual(Total::nearest(16));
        let parts = Phase::COURSE.map(|phase| plan.sessions(phase).expect("a phase").into_inner());
        assert_eq!(parts, [(1, 4), (5, 12), (13, 16)]);
        for (strokes, n) in [(&FOUR, 4), (&EIGHT, 8)] {
            let dots: String = (0..n).map(|at| circle((at * 20 + 10, 10), 5)).collect();
            assert_eq!(
                (strokes.strong, strokes.view),
                (dots.as_str(), &*format!("0 0 {} 20", n * 20))
            );
        }
    }

    #[test]
    fn what_pulls_stands_in_thirds_of_the_ring_and_points_both_ways() {
        let middles = middles(PULL.strong, 7.0);
        assert_eq!(middles.len(), 3);
        for (n, (x, y)) in [0.0, 1.0, 2.0].into_iter().zip(middles) {
            let (sin, cos) = (n * TAU / 3.0_f64).sin_cos();
            assert!((x - 40.0 * sin).abs() < 0.6 && (y + 40.0 * cos).abs() < 0.6, "{x} {y}");
        }
        let pieces: Vec<&str> = PULL.quiet.split('M').skip(1).collect();
        assert_eq!(pieces.len(), 9);
        for piece in pieces.chunks(3) {
            let [arc, end, begin] = piece else { panic!("an arc and two heads") };
            // The tips of the heads are the ends of the arc.
            let (from, to) = arc.split_once("A40 40 0 0 1 ").expect("an arc");
            let tip = |head: &str| head.split('L').nth(1).map(str::to_owned);
            assert_eq!(tip(end).as_deref(), Some(to));
            assert_eq!(tip(begin).as_deref(), Some(from));
        }
    }

    #[test]
    fn the_four_doors_are_alike_and_stand_at_the_corners() {
        let doors: String = [(-1, -1), (1, -1), (-1, 1), (1, 1)]
            .map(|(across, down)| {
                let (left, foot) = (120 + across * 60 - 11, 62 + down * 36 + 18);
                format!("M{left} {foot}v-24a11 11 0 0 1 22 0v24zm0-27l13 6v26l-13-5")
            })
            .concat();
        assert_eq!(DOORS.strong, doors);
        let rings = [8, 15, 22].map(|r| circle((120, 62), r)).concat();
        assert!(DOORS.quiet.starts_with(&rings));
    }

    /// As many as are named beside the ring, none on a line.
    #[test]
    fn people_stand_between_the_lines_of_their_ring() {
        let bands = [(5.0, 22.0), (22.0, 39.0), (39.0, 56.0)];
        assert_eq!(CIRCLE.quiet, [22, 39, 56].map(|r| circle((60, 60), r)).concat());
        let people = middles(CIRCLE.strong, 5.0);
        let far = people.iter().map(|(x, y)| (x - 60.0).hypot(y - 60.0));
        let in_band = |far: f64| bands.iter().position(|it| far - 5.0 > it.0 && far + 5.0 < it.1);
        let rings: Vec<_> = far.map(in_band).collect();
        assert_eq!(rings, [Some(0), Some(1), Some(1), Some(2), Some(2), Some(2)]);
    }

    #[test]
    fn each_key_has_its_ring_drawn_stronger() {
        for (strokes, at) in [(&FIRST, 4), (&SECOND, 7), (&THIRD, 10)] {
            assert_eq!(strokes.strong, circle((12, 12), at));
            assert_eq!(strokes.quiet.matches('z').count(), 2);
        }
    }
}
