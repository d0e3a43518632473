//! The present moment, and stamps of it.

use leptos::prelude::*;
use satkarya_core::stamp::Stamp;
use satkarya_core::time::{Day, Now};

use super::AppState;

impl AppState {
    /// The present moment.
    pub fn now(self) -> Now {
        self.inner.with_value(|inner| inner.ports.clock.now())
    }

    /// The local day.
    pub fn today(self) -> Day {
        self.now().day()
    }

    /// The last year that a date in somebody's life can be in: next year.
    pub fn last_year(self) -> i32 {
        self.today().year() + 1
    }

    /// A stamp for a change made now.
    pub(super) fn stamp(self) -> Stamp {
        self.inner
            .try_update_value(|inner| inner.stamps.tick(inner.ports.clock.now().ms))
            .unwrap_or(Stamp::FIRST)
    }
}
