//! Locking by itself: when nobody is there any more, or the device slept, or its clock jumped.
//!
//! One ticker looks, so that a device that slept, and whose timers came late, finds it out at the
//! first tick. What is only in this window keeps it from locking: its words would be lost, and the
//! page says so already. Locking by hand, hiding and leaving do not ask.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::prelude::*;
use satkarya_core::port::Clock as _;

use super::Session;
use crate::platform::timer::{Goes, Ticker};
use crate::platform::{clock, dom};
use crate::state::OnlyHere;

/// How often it looks, in milliseconds.
const TICK_MS: u32 = 5_000;
/// A tick that comes later than this, in milliseconds: the device slept.
const SLEPT_MS: u64 = 60_000 + TICK_MS as u64;
/// How long the page may be behind others, in milliseconds.
const BEHIND_MS: u64 = 30_000;
/// How far the clock may go away from the time that has really passed, in milliseconds.
const JUMP_MS: u64 = 2 * 60 * 60 * 1000;

/// What is known of whether somebody is there.
#[derive(Default)]
pub(super) struct Guard {
    /// When the person last did something, by the clock of the device.
    active: Cell<u64>,
    /// Since when the page has been behind others.
    behind: Cell<Option<u64>>,
    /// The last look: by the clock of the device, and by one that only goes forward.
    looked: Cell<(u64, u64)>,
    ticker: RefCell<Option<Ticker>>,
}

fn now() -> u64 {
    clock::BrowserClock.now().ms
}

impl Guard {
    /// Why it is time to lock: whether it is.
    fn is_time(&self, idle_ms: u64) -> bool {
        let (wall, running) = (now(), clock::running_ms());
        let (last_wall, last_running) = self.looked.replace((wall, running));
        let since = |then: u64| wall.saturating_sub(then);
        let jump = wall.abs_diff(last_wall).abs_diff(running.abs_diff(last_running));
        jump > JUMP_MS
            || wall.saturating_add(JUMP_MS) < last_wall
            || since(last_wall) > SLEPT_MS
            || since(self.active.get()) >= idle_ms
            || self.behind.get().is_some_and(|then| since(then) >= BEHIND_MS)
    }

    /// The person did something.
    pub(super) fn is_here(&self) {
        self.active.set(now());
    }
}

impl Session {
    /// Begins to look, while the lock is open.
    pub(super) fn watch(self: &Rc<Self>) {
        let guard = &self.guard;
        guard.is_here();
        guard.looked.set((now(), clock::running_ms()));
        guard.behind.set(dom::is_hidden().then(now));
        let session = Rc::downgrade(self);
        let ticker = Ticker::every(TICK_MS, move || match session.upgrade() {
            Some(session) if session.has_keys() => {
                session.look_whether_to_lock();
                Goes::On
            }
            _ => Goes::Ends,
        });
        guard.ticker.replace(Some(ticker));
    }

    /// Locks, if it is time.
    pub(super) fn look_whether_to_lock(self: &Rc<Self>) {
        let Some(app) = self.open_app().filter(|_| self.has_keys()) else { return };
        let idle = app.prefs.with_untracked(crate::state::Prefs::idle);
        if self.guard.is_time(idle.ms()) {
            self.lock_if_kept();
        }
    }

    /// Locks, unless words would be lost that no store took.
    pub(super) fn lock_if_kept(self: &Rc<Self>) {
        let Some(app) = self.open_app().filter(|_| self.has_keys()) else { return };
        self.flush();
        if app.only_here.with_untracked(OnlyHere::is_nothing) {
            self.lock();
        }
    }

    /// The page went behind others, or came back.
    pub(super) fn was_covered(self: &Rc<Self>) {
        self.flush();
        self.look_at_folder();
        self.guard.behind.set(Some(now()));
    }

    pub(super) fn was_shown(self: &Rc<Self>) {
        self.look_whether_to_lock();
        self.guard.behind.set(None);
        self.look_at_folder();
    }
}
