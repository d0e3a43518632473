//! Small pictures in one row: dots along a scale, and the parts of a bar.

/// Where the dots of some values stand: across, 0 at `low` and 1 at `high`, and how many equal
/// ones stand below it. In the order of the values; what lies outside stands at the edge.
pub fn dots(values: &[f64], low: f64, high: f64) -> Vec<(f64, usize)> {
    let width = high - low;
    let place = |value: f64| {
        if width <= 0.0 { 0.5 } else { ((value - low) / width).clamp(0.0, 1.0) }
    };
    let mut placed: Vec<(f64, usize)> = Vec::new();
    for value in values.iter().filter(|it| it.is_finite()) {
        let x = place(*value);
        let n_below = placed.iter().filter(|(other, _)| (other - x).abs() < 1e-9).count();
        placed.push((x, n_below));
    }
    placed
}

/// Where the parts of a bar begin and how wide they are, both 0 to 1 of a whole of `most`.
#[expect(clippy::cast_precision_loss, reason = "nobody has 2^52 of anything")]
pub fn parts(counts: &[usize], most: usize) -> Vec<(f64, f64)> {
    let whole = most.max(counts.iter().sum()).max(1) as f64;
    let mut n_before = 0;
    let part = |n: &usize| {
        let from = n_before as f64 / whole;
        n_before += n;
        (from, *n as f64 / whole)
    };
    counts.iter().map(part).collect()
}
