//! Which entries of a long list are in the document: the newest, then older ones on request.

use std::ops::Range;

/// How many rows come at a time.
const STEP: usize = 50;
/// The most rows in the document at once.
const MOST: usize = 150;

/// A piece of a list, newest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Window {
    first: usize,
    end: usize,
}

impl Default for Window {
    fn default() -> Self {
        Self { first: 0, end: STEP }
    }
}

impl Window {
    /// The rows to show of a list with `len` rows.
    pub(super) fn rows(self, len: usize) -> Range<usize> {
        self.first.min(len)..self.end.min(len)
    }

    /// Whether newer rows were let go of.
    pub(super) fn has_newer(self) -> bool {
        self.first > 0
    }

    /// Whether older rows of a list with `len` rows are not shown.
    pub(super) fn has_older(self, len: usize) -> bool {
        self.end < len
    }

    /// Shows older rows; beyond the most, newer ones go.
    pub(super) fn older(self) -> Self {
        let end = self.end.saturating_add(STEP);
        Self { first: self.first.max(end.saturating_sub(MOST)), end }
    }

    /// Shows the newer rows again; beyond the most, older ones go.
    pub(super) fn newer(self) -> Self {
        let first = self.first.saturating_sub(STEP);
        Self { first, end: self.end.min(first + MOST) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_grows_to_the_most_and_then_slides_both_ways() {
        let start = Window::default();
        assert_eq!((start.rows(7), start.has_older(50), start.has_older(51)), (0..7, false, true));
        let grown = start.older().older();
        assert_eq!((grown.rows(1000), grown.has_newer()), (0..150, false));
        let slid = grown.older();
        assert_eq!((slid.rows(1000), slid.has_newer()), (50..200, true));
        assert_eq!(slid.newer().rows(1000), 0..150);
        assert_eq!(slid.rows(30), 30..30);
    }
}
