//! Where the lines and dots of a line chart stand. Pure.
//!
//! Across: percent of the width. Down: pixels, since the height is fixed.

/// A value on a day.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartPoint {
    /// Days since any fixed day.
    pub day: f64,
    /// The value, or none: a gap is a fact and not a zero.
    pub value: Option<f64>,
    /// The mood step that colors the dot, 0 to 10; none for the plain color.
    pub mood: Option<u8>,
    /// Day and value in words.
    pub label: String,
}

/// A mark on an axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// Where, in the unit of the axis.
    pub at: f64,
    /// What it is called.
    pub label: String,
}

/// A piece of a line between two values, in percent across and pixels down.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Stretch {
    pub(super) from: (f64, f64),
    pub(super) to: (f64, f64),
    /// There is a day without a value between the two.
    pub(super) over_gap: bool,
}

/// A value as a dot.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Dot {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) mood: Option<u8>,
    pub(super) label: String,
}

/// From days and values to the picture.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scale {
    days: (f64, f64),
    values: (f64, f64),
}

impl Scale {
    /// The upper and the lower edge of the values, in pixels.
    const EDGES: (f64, f64) = (10.0, 170.0);
    /// Where the words of the days stand, in pixels.
    pub(super) const BELOW: f64 = 194.0;

    pub(super) fn new(points: &[ChartPoint], values: (f64, f64)) -> Self {
        let first = points.first().map_or(0.0, |point| point.day);
        let last = points.last().map_or(0.0, |point| point.day);
        Self { days: (first, last), values }
    }

    /// Percent of the width. A single day stands in the middle.
    pub(super) fn x(self, day: f64) -> f64 {
        let (first, last) = self.days;
        if last > first { round((day - first) / (last - first) * 100.0) } else { 50.0 }
    }

    /// Pixels from the top.
    pub(super) fn y(self, value: f64) -> f64 {
        let (low, high) = self.values;
        let (top, bottom) = Self::EDGES;
        let part = if high > low { (value - low) / (high - low) } else { 0.5 };
        round(bottom - part.clamp(0.0, 1.0) * (bottom - top))
    }

    /// A shaded stretch of values: its upper edge and its height, in pixels.
    pub(super) fn shade(self, (low, high): (f64, f64)) -> (f64, f64) {
        let upper = self.y(high);
        (upper, round((self.y(low) - upper).max(0.0)))
    }
}

/// The pieces between neighbouring values.
pub(super) fn stretches(points: &[ChartPoint], scale: Scale) -> Vec<Stretch> {
    let mut found = Vec::new();
    let mut before: Option<(f64, f64)> = None;
    let mut over_gap = false;
    for point in points {
        let Some(value) = point.value else {
            over_gap = true;
            continue;
        };
        let to = (scale.x(point.day), scale.y(value));
        if let Some(from) = before {
            found.push(Stretch { from, to, over_gap });
        }
        before = Some(to);
        over_gap = false;
    }
    found
}

/// The values as dots.
pub(super) fn dots(points: &[ChartPoint], scale: Scale) -> Vec<Dot> {
    points
        .iter()
        .filter_map(|point| {
            let y = scale.y(point.value?);
            Some(Dot { x: scale.x(point.day), y, mood: point.mood, label: point.label.clone() })
        })
        .collect()
}

/// Two digits are finer than any screen, and short in the page.
fn round(number: f64) -> f64 {
    (number * 100.0).round() / 100.0
}

#[cfg(test)]
mod tests {
    use super::{ChartPoint, Scale, dots, stretches};

    fn points(values: &[Option<f64>]) -> Vec<ChartPoint> {
        (0u32..)
            .zip(values)
            .map(|(day, value)| ChartPoint {
                day: f64::from(day),
                value: *value,
                mood: None,
                label: day.to_string(),
            })
            .collect()
    }

    #[test]
    fn edges_are_the_range() {
        let scale = Scale::new(&points(&[None; 11]), (0.0, 10.0));
        assert_eq!((scale.x(0.0), scale.x(5.0), scale.x(10.0)), (0.0, 50.0, 100.0));
        assert_eq!((scale.y(10.0), scale.y(5.0), scale.y(0.0)), (10.0, 90.0, 170.0));
        assert_eq!((scale.y(99.0), scale.y(-1.0)), (10.0, 170.0));
    }

    #[test]
    fn what_is_shaded_reaches_from_one_value_to_the_other_and_stays_inside() {
        let scale = Scale::new(&[], (0.0, 27.0));
        let (upper, height) = scale.shade((11.0, 23.0));
        assert_eq!((upper, upper + height), (scale.y(23.0), scale.y(11.0)));
        assert_eq!(scale.shade((-3.0, 40.0)), (10.0, 160.0));
        assert_eq!(scale.shade((9.0, 9.0)), (scale.y(9.0), 0.0));
        assert_eq!(scale.shade((9.0, 3.0)), (scale.y(3.0), 0.0), "never turned over");
    }

    #[test]
    fn one_day_stands_in_the_middle() {
        let points = points(&[Some(4.0)]);
        let scale = Scale::new(&points, (0.0, 10.0));
        assert_eq!(dots(&points, scale).first().map(|dot| dot.x), Some(50.0));
        assert!(stretches(&points, scale).is_empty());
    }

    #[test]
    fn gaps_are_marked_and_never_filled() {
        let points = points(&[None, Some(1.0), Some(2.0), None, None, Some(3.0), None]);
        let scale = Scale::new(&points, (0.0, 10.0));
        assert_eq!(dots(&points, scale).len(), 3);
        let gaps: Vec<bool> =
            stretches(&points, scale).into_iter().map(|stretch| stretch.over_gap).collect();
        assert_eq!(gaps, [false, true]);
    }
}
