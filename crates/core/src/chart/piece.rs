//! Looking closer at a piece of time, and further away again.

use crate::time::Day;

/// The shortest piece that is looked at, in days. Our own number: two weeks still show a week.
pub const LEAST_DAYS: i64 = 14;

/// Some days, one after the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// The first of them.
    pub first: Day,
    /// The last of them.
    pub last: Day,
}

/// A step from one piece to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Zoom {
    /// Half as many days, the later ones.
    Closer,
    /// Twice as many days.
    Further,
    /// As many days, half a piece before.
    Earlier,
    /// As many days, half a piece after.
    Later,
}

impl Zoom {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Closer, Self::Further, Self::Earlier, Self::Later];
}

impl Piece {
    /// Number of days, the first and the last included.
    pub fn n_days(self) -> i64 {
        self.last.days_since(self.first) + 1
    }

    /// Whether a day is one of them.
    pub fn has(self, day: Day) -> bool {
        (self.first..=self.last).contains(&day)
    }

    /// Whether another piece lies in it.
    pub fn holds(self, other: Self) -> bool {
        self.first <= other.first && other.last <= self.last
    }

    /// The piece to which a step leads, which lies within the whole; none if it leads nowhere.
    pub fn step(self, zoom: Zoom, whole: Self) -> Option<Self> {
        let n = self.n_days();
        let half = (n + 1) / 2;
        let (n, last) = match zoom {
            Zoom::Closer => (half.max(LEAST_DAYS), Some(self.last)),
            Zoom::Further => (2 * n, self.last.plus_days(half / 2)),
            Zoom::Earlier => (n, self.last.plus_days(-half)),
            Zoom::Later => (n, self.last.plus_days(half)),
        };
        let n = n.min(whole.n_days());
        let last = last.unwrap_or(whole.last).min(whole.last);
        let first = last.plus_days(1 - n).unwrap_or(whole.first).max(whole.first);
        // At the beginning of the whole there are as many days as elsewhere.
        let last = first.plus_days(n - 1).unwrap_or(whole.last);
        Some(Self { first, last }).filter(|it| *it != self)
    }
}
