//! What the arrow keys mean inside a row, a grid or a chart, in both directions of writing.
//!
//! Pure; the widgets move the focus.

/// A step of the focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Back,
    On,
    Up,
    Down,
    First,
    Last,
}

impl Step {
    /// The step for a key, or none. `rtl`: the text around runs from right to left.
    pub(super) fn of(key: &str, rtl: bool) -> Option<Self> {
        match (key, rtl) {
            ("ArrowLeft", false) | ("ArrowRight", true) => Some(Self::Back),
            ("ArrowRight", false) | ("ArrowLeft", true) => Some(Self::On),
            ("ArrowUp", _) => Some(Self::Up),
            ("ArrowDown", _) => Some(Self::Down),
            ("Home", _) => Some(Self::First),
            ("End", _) => Some(Self::Last),
            _ => None,
        }
    }

    /// The place after this step among `count` places in rows of `width`. It stays where the edge is.
    pub(super) fn from(self, place: usize, count: usize, width: usize) -> usize {
        let last = count.saturating_sub(1);
        let moved = match self {
            Self::Back => place.saturating_sub(1),
            Self::On => place + 1,
            Self::Up => place.checked_sub(width).unwrap_or(place),
            Self::Down if place + width <= last => place + width,
            Self::Down => place,
            Self::First => 0,
            Self::Last => last,
        };
        moved.min(last)
    }
}

#[cfg(test)]
mod tests {
    use super::Step;

    #[track_caller]
    fn check(key: &str, rtl: bool, place: usize, expected: usize) {
        let step = Step::of(key, rtl).unwrap();
        assert_eq!(step.from(place, 30, 7), expected, "{key} from {place}");
    }

    #[test]
    fn arrows_follow_the_writing() {
        check("ArrowRight", false, 3, 4);
        check("ArrowLeft", false, 3, 2);
        check("ArrowRight", true, 3, 2);
        check("ArrowLeft", true, 3, 4);
    }

    #[test]
    fn rows_are_a_week_apart_and_edges_hold() {
        check("ArrowDown", false, 3, 10);
        check("ArrowUp", false, 10, 3);
        check("ArrowUp", false, 3, 3);
        check("ArrowDown", false, 28, 28);
        check("ArrowLeft", false, 0, 0);
        check("ArrowRight", false, 29, 29);
        check("Home", false, 12, 0);
        check("End", true, 12, 29);
    }

    #[test]
    fn an_empty_row_has_one_place() {
        assert_eq!(Step::Last.from(0, 0, 7), 0);
        assert_eq!(Step::of("a", false), None);
    }
}
