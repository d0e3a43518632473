//! Which lines of a region stand in sight and which are folded away.

use satkarya_core::content::{Directory, HelpLine, LineGroup, Region};

/// How many lines are in sight. Somebody in distress copes better with two or three than with ten.
///
/// # Source
/// Samaritans' guidance for people who signpost; three is our own number.
const N_FIRST: usize = 3;

/// The lines of a group, split for showing.
pub(super) struct Shown {
    /// In sight.
    pub(super) first: Vec<&'static HelpLine>,
    /// Behind "More lines".
    pub(super) more: Vec<&'static HelpLine>,
    /// Places to look in. In sight where there is no line, else behind "More lines".
    pub(super) directories: Vec<&'static Directory>,
}

impl Shown {
    pub(super) fn of(region: &'static Region, group: LineGroup) -> Self {
        let mut lines = region.lines(group);
        Self {
            first: lines.by_ref().take(N_FIRST).collect(),
            more: lines.collect(),
            directories: region.directories(group).collect(),
        }
    }

    /// Whether there is nothing at all.
    pub(super) fn is_empty(&self) -> bool {
        self.first.is_empty() && self.directories.is_empty()
    }

    /// Whether something is folded away.
    pub(super) fn has_more(&self) -> bool {
        !self.more.is_empty() || (!self.first.is_empty() && !self.directories.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use satkarya_core::content;

    use super::*;

    #[test]
    fn everywhere_there_is_someone_to_turn_to_in_sight() {
        for region in content::regions() {
            for group in [LineGroup::Talk, LineGroup::Abuse] {
                let shown = Shown::of(region, group);
                assert!(!shown.is_empty(), "{} {group:?}", region.id());
                assert!(shown.first.len() <= N_FIRST);
            }
            assert!(!region.emergency().numbers().is_empty(), "{}", region.id());
        }
    }

    #[test]
    fn nothing_is_left_out() {
        for region in content::regions() {
            for group in [LineGroup::Talk, LineGroup::Abuse, LineGroup::Grief] {
                let shown = Shown::of(region, group);
                let n = shown.first.len() + shown.more.len();
                assert_eq!(n, region.lines(group).count(), "{} {group:?}", region.id());
                assert_eq!(shown.directories.len(), region.directories(group).count());
            }
        }
    }
}
