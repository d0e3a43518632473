//! Sizes in words: bytes, kilobytes, megabytes.

use super::{dates, msg, t};

/// A number of bytes as people say it, in powers of ten as file managers count.
pub(crate) fn bytes(n: u64) -> String {
    // Two leading digits are enough for a person.
    let tenths = |n: u64| {
        let whole = u32::try_from(n / 100).unwrap_or(u32::MAX);
        let value = f64::from(whole) / 10.0;
        dates::number(if value < 10.0 { value } else { value.round() })
    };
    match n {
        0..1_000 => t(msg::size_bytes(i64::try_from(n).unwrap_or(0))),
        1_000..1_000_000 => t(msg::size_kilobytes(tenths(n))),
        _ => t(msg::size_megabytes(tenths(n / 1_000))),
    }
}
