//! The picture of what goes round: four places on a ring, clockwise from the top, and an arrow
//! from each to the next.

use std::f64::consts::FRAC_PI_2;

/// The radius of the ring.
const RADIUS: f64 = 40.0;
/// The radius of the dot at each place.
pub const DOT: f64 = 12.0;
/// What the picture shows, in its own units.
pub const VIEW: &str = "-56 -56 112 112";
/// How far from the middle of a place an arrow begins and ends, as an angle.
const GAP: f64 = 0.42;
/// How long the two strokes of an arrow's head are.
const HEAD: f64 = 6.0;

/// A point of the ring, `angle` clockwise from the top.
fn point(angle: f64) -> (f64, f64) {
    let (sin, cos) = angle.sin_cos();
    (RADIUS * sin, -RADIUS * cos)
}

/// The four places.
pub fn places() -> [(f64, f64); 4] {
    [0.0, 1.0, 2.0, 3.0].map(|n| point(n * FRAC_PI_2))
}

/// The four arrows, each as the path of its arc and head.
pub fn arrows() -> [String; 4] {
    [0.0, 1.0, 2.0, 3.0].map(|n| {
        let (from, to) = (n * FRAC_PI_2 + GAP, (n + 1.0) * FRAC_PI_2 - GAP);
        let ((x1, y1), (x2, y2)) = (point(from), point(to));
        // The head points along the ring: back from its end, half a right angle to both sides.
        let stroke = |turn: f64| {
            let (sin, cos) = (to + turn).sin_cos();
            (x2 - HEAD * cos, y2 - HEAD * sin)
        };
        let ((ax, ay), (bx, by)) = (stroke(FRAC_PI_2 / 2.0), stroke(-FRAC_PI_2 / 2.0));
        format!(
            "M{x1:.2} {y1:.2}A{RADIUS} {RADIUS} 0 0 1 {x2:.2} {y2:.2}M{ax:.2} {ay:.2}L{x2:.2} {y2:.2}L{bx:.2} {by:.2}"
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_lies_in_the_picture_and_no_arrow_touches_a_dot() {
        for (x, y) in places() {
            assert!(x.abs() + DOT <= 56.0 && y.abs() + DOT <= 56.0);
            assert!((x.hypot(y) - RADIUS).abs() < 1e-9);
        }
        // The chord from a place to where its arrow begins.
        assert!(2.0 * RADIUS * (GAP / 2.0).sin() > DOT);
        assert!(arrows().iter().all(|path| path.starts_with('M') && !path.contains("NaN")));
    }
}
